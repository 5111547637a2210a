#include "designer/editors/behaviour/tests_page.h"

#include "designer/editors/behaviour/member_form.h"
#include "designer/editors/behaviour/members_view.h"
#include "designer/editors/behaviour/table_block.h"
#include "designer/editors/section.h"
#include "designer/itemmodels/members/behaviour_tables.h"
#include "designer/model/edits/test_edits.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace Design
{

static QVBoxLayout *columnIn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins({});
    column->setSpacing(widget->fontMetrics().height() / 2);
    return column;
}

TestsPage::TestsPage(const BehaviourContext &context)
    : BehaviourPage(context)
    , m_tests(context.document, context.checkExpression)
    , m_given(context.document, context.checkExpression)
    , m_overrides(context.document, context.checkExpression)
    , m_steps(context.document, context.checkExpression)
    , m_testsView(new MembersView(m_tests, tr("Tests")))
    , m_stepsView(new MembersView(m_steps, tr("Steps")))
    , m_form(makeForm(stepFields()))
    , m_test(new QWidget)
    , m_stepsBlock(new QWidget)
    , m_addStep(new QPushButton(tr("Add Another Request")))
{
    setHeading(tr("Tests"), tr("Each begins with the rows of the file. Run them below, under "
                               "Tests, or with “menura test”."));
    m_tests.setTable(testsTable());
    addWidget(m_testsView);
    addWidget(m_test);

    QVBoxLayout *column = columnIn(m_test);
    columnIn(m_stepsBlock)->addWidget(new Section(tr("Requests"), m_stepsView));
    column->addWidget(m_stepsBlock);
    auto *request = new QWidget;
    QVBoxLayout *requestColumn = columnIn(request);
    requestColumn->addWidget(m_form);
    m_addStep->setToolTip(tr("The test goes on with another request"));
    auto *line = new QHBoxLayout; // below the lines of the form
    line->setContentsMargins(fontMetrics().height(), 0, 0, 0);
    line->addWidget(m_addStep);
    line->addStretch();
    requestColumn->addLayout(line);
    m_request = new Section(tr("Request and answer"), request);
    column->addWidget(m_request);
    auto *before = new QWidget;
    columnIn(before)->addWidget(new MembersView(m_given, tr("Rows that the test begins with")));
    before->layout()->addWidget(new MembersView(m_overrides, tr("Dependencies that do not run")));
    m_before = new Section(tr("Before it runs"), before);
    column->addWidget(m_before);
    finish();
    setFocusProxy(m_testsView);

    connect(m_testsView, &MembersView::currentCellChanged, this, &TestsPage::showTest);
    // The row for something new becomes a test in its place.
    connect(&m_tests, &QAbstractItemModel::dataChanged, this,
            [this] { showTest(m_testsView->currentIndex()); });
    connect(m_stepsView, &MembersView::currentCellChanged, this, &TestsPage::showStep);
    connect(m_testsView, &MembersView::detailsRequested, m_form,
            [this] { m_form->setFocus(Qt::ShortcutFocusReason); });
    connect(m_addStep, &QPushButton::clicked, this, &TestsPage::addStep);
    connect(&context.document, &DesignDocument::changed, this, &TestsPage::update);
    m_testsView->setHasDetails(true);
    if (m_tests.rowCount() > 1) // there is something to see at once
        m_testsView->setCurrentIndex(m_tests.index(0, 0));
    update();
}

void TestsPage::showTest(const QModelIndex &cell)
{
    const int test = m_tests.canRemove(cell) ? cell.row() : -1;
    if (test >= 0 && m_testsView->hasFocus())
        m_context.selection.select(BehaviourItem{m_item.kind, QString::number(test)});
    if (test == m_current)
        return;
    m_current = test;
    m_step = 0;
    m_given.setTable(givenTable(test));
    m_overrides.setTable(overridesTable(test));
    m_steps.setTable(stepsTable(test));
    update();
}

void TestsPage::showStep(const QModelIndex &cell)
{
    if (!m_steps.canRemove(cell))
        return;
    m_step = cell.row();
    update();
}

/// A test of one request is that request itself.
BehaviourPlace TestsPage::stepPlace() const
{
    const BehaviourPlace test = m_tests.table().place.child(m_current);
    const bool hasSteps =
        !behaviourValue(m_context.document.api(), test.child(QStringLiteral("steps")))
             .isUndefined();
    return hasSteps ? test.child(QStringLiteral("steps")).child(m_step) : test;
}

void TestsPage::update()
{
    if (m_current >= m_tests.rowCount() - 1)
        m_current = -1;
    m_test->setVisible(m_current >= 0);
    if (m_current < 0)
        return;
    const int steps = m_steps.rowCount() - 1;
    m_step = qBound(0, m_step, qMax(0, steps - 1));
    m_stepsBlock->setVisible(steps > 0);
    m_addStep->setVisible(steps <= 0);
    m_form->setPlace(stepPlace());
    const QModelIndex step = m_steps.index(m_step, qMax(0, m_stepsView->currentIndex().column()));
    if (steps > 0 && m_stepsView->currentIndex() != step && !m_stepsView->hasFocus())
        m_stepsView->setCurrentIndex(step);
    const int changed = m_given.rowCount() + m_overrides.rowCount() - 2;
    m_before->setSummary(changed > 0 ? tr("%n other than usual", nullptr, changed)
                                     : tr("the rows of the file, all dependencies run"));
}

void TestsPage::addStep()
{
    m_context.document.edit(tr("Add a request to a test"),
                            [this](Api &api) { splitTest(api, m_current); });
    m_stepsView->editCell(m_steps.newRow());
}

void TestsPage::reveal(const BehaviourItem &item)
{
    QStringList path = item.name.split(QLatin1Char('/'));
    const QModelIndex row = m_tests.rowOf(path.takeFirst());
    m_testsView->goTo(row.isValid() ? row : m_tests.index(0, 0));
    if (path.value(0) == QLatin1String("steps")) {
        m_stepsView->setCurrentIndex(m_steps.rowOf(path.value(1)));
        path = path.mid(2);
    }
    if (!row.isValid() || path.isEmpty())
        return;
    if (MemberEdit *line = m_form->edit(path.mid(0, 2).join(QLatin1Char('/'))))
        line->setFocus(Qt::OtherFocusReason);
    else
        m_form->setFocus(Qt::OtherFocusReason);
    m_context.selection.select(item);
}

void TestsPage::editName(const BehaviourItem &)
{
    m_testsView->editCell(m_tests.newRow());
}

} // namespace Design
