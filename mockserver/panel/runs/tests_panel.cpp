#include "mockserver/panel/runs/tests_panel.h"

#include "designer/looks/column_keeper.h"
#include "designer/model/edits/behaviour_edits.h"
#include "designer/text/json_reader.h"
#include "mockserver/engine/exchange.h"
#include "mockserver/panel/runs/difference.h"
#include "mockserver/panel/runs/run_progress.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Design;

namespace Mock
{

// After an edit, before the tests are run again.
static constexpr int quietMilliseconds = 400;
// Of a sentence beside a difference, which says the rest better.
static constexpr qsizetype longestSentence = 100;

TestsPanel::TestsPanel(DesignDocument &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_model(new TestsModel(this))
    , m_table(new QTreeView)
    , m_detail(new QTextBrowser)
    , m_empty(new QLabel(tr("Tests send requests to the design and compare what it answers. Add "
                            "one under Tests in the navigator, or save a row of the traffic.")))
    , m_runAll(new QPushButton(tr("Run &All")))
    , m_runOne(new QPushButton(tr("R&un Selected")))
    , m_runGenerated(new QPushButton(tr("Run Ge&nerated")))
    , m_accept(new QPushButton(tr("A&ccept Answer")))
    , m_progress(new RunProgress)
    , m_cancelled(new QLabel)
{
    m_table->setModel(m_model);
    m_columns = new ColumnKeeper(
        *m_table, [] { return QStringLiteral("tests"); }, [this] { fitColumns(); });
    m_table->setObjectName(QStringLiteral("tests"));
    m_table->setAccessibleName(tr("Tests"));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->header()->setHighlightSections(false);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(TestsModel::WhyColumn, QHeaderView::Stretch);
    m_table->installEventFilter(this);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTabKeyNavigation(false);
    m_detail->setFrameShape(QFrame::NoFrame);
    m_detail->setOpenLinks(false);
    m_detail->setAccessibleName(tr("Why the test failed"));
    m_detail->setObjectName(QStringLiteral("testDetail"));
    m_accept->setToolTip(tr("From now on the test expects what was answered"));
    m_runGenerated->setToolTip(
        tr("Also the tests that follow from the design: both sides of every rule"));
    m_cancelled->setObjectName(QStringLiteral("cancelledNote"));
    m_cancelled->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    const int gap = fontMetrics().height() / 4;
    auto *head = new QHBoxLayout;
    head->setContentsMargins(2 * gap, gap, 2 * gap, gap);
    head->setSpacing(2 * gap);
    head->addWidget(m_progress);
    head->addWidget(m_cancelled);
    head->addStretch();
    head->addWidget(m_accept);
    head->addWidget(m_runOne);
    head->addWidget(m_runAll);
    head->addWidget(m_runGenerated);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    auto *parts = new QSplitter(Qt::Horizontal);
    parts->addWidget(m_table);
    parts->addWidget(m_detail);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    parts->setChildrenCollapsible(false);
    layout->addWidget(parts, 1);
    layout->addWidget(m_empty, 1);
    setFocusProxy(m_table);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    connect(m_runAll, &QPushButton::clicked, this, &TestsPanel::runAll);
    connect(m_runOne, &QPushButton::clicked, this, &TestsPanel::runSelected);
    connect(m_runGenerated, &QPushButton::clicked, this, &TestsPanel::runGenerated);
    connect(m_accept, &QPushButton::clicked, this, &TestsPanel::acceptAnswer);
    connect(m_table, &QTreeView::doubleClicked, this, &TestsPanel::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TestsPanel::showDetail);
    connectRun();
    m_again.setSingleShot(true);
    m_again.setInterval(quietMilliseconds);
    connect(&m_again, &QTimer::timeout, this, &TestsPanel::runAll);
    connect(&document, &DesignDocument::changed, this, &TestsPanel::read);
    connect(&document, &DesignDocument::wasReset, this, &TestsPanel::read);
    read();
}

void TestsPanel::connectRun()
{
    connect(m_progress, &RunProgress::cancelled, &m_run, &TestRun::cancel);
    connect(&m_run, &TestRun::started, this, [this] {
        m_done = 0;
        m_cancelled->hide();
        m_progress->begin();
    });
    connect(&m_run, &TestRun::progressed, m_progress, &RunProgress::setProgress);
    connect(&m_run, &TestRun::made, this, [this](const QList<TestCase> &tests) {
        const int first = m_model->rowCount();
        m_model->addGenerated(tests);
        for (int row = first; row < m_model->rowCount(); ++row)
            m_rows.append(row);
        showTable();
        if (first == m_model->ownCount()) // as soon as it has its place, and the first outcomes
            QTimer::singleShot(0, m_columns, &ColumnKeeper::refit);
    });
    connect(&m_run, &TestRun::ran, this, &TestsPanel::take);
    connect(&m_run, &TestRun::finished, this, &TestsPanel::finish);
}

void TestsPanel::read()
{
    const Json tests = m_document.api().menura.value(u"tests");
    const bool wereRun = m_model->count(TestOutcome::Result::Passed) > 0 ||
                         m_model->count(TestOutcome::Result::Failed) > 0 || m_run.isRunning();
    if (wereRun && isVisible())
        m_again.start();
    // Its outcomes would be those of the design as it was.
    m_run.drop();
    m_progress->end();
    m_cancelled->hide();
    m_runGenerated->setEnabled(!m_document.api().paths.isEmpty());
    if (tests == m_read && m_wasRead) {
        m_model->removeGenerated();
        showTable();
        return;
    }
    m_wasRead = true;
    m_read = tests;
    Diagnostics ignored; // shown among the problems
    m_model->setTests(readTestCases(m_document.api(), &ignored));
    showTable();
    m_columns->refit();
    showDetail();
    showSummary();
}

void TestsPanel::showTable()
{
    const bool hasTests = m_model->rowCount() > 0;
    m_table->parentWidget()->setVisible(hasTests);
    m_empty->setVisible(!hasTests);
    m_runAll->setEnabled(m_model->ownCount() > 0);
}

void TestsPanel::showSummary()
{
    Q_EMIT summaryChanged(m_model->count(TestOutcome::Result::Passed),
                          m_model->count(TestOutcome::Result::Failed), m_model->rowCount());
}

/// As wide as their texts, the long ones of names and requests not wider than a third.
void TestsPanel::fitColumns()
{
    const int most = m_table->viewport()->width() / 3;
    for (int column = 0; column < TestsModel::ColumnCount; ++column) {
        if (column == TestsModel::WhyColumn)
            continue;
        m_table->resizeColumnToContents(column);
        if (m_table->columnWidth(column) > most)
            m_table->setColumnWidth(column, most);
    }
}

/// Unless somebody looks at a test already.
void TestsPanel::showFirstFailure()
{
    if (m_table->currentIndex().isValid())
        return;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const auto &outcome = m_model->row(row).outcome;
        if (outcome && outcome->result == TestOutcome::Result::Failed)
            return m_table->setCurrentIndex(m_model->index(row, TestsModel::NameColumn));
    }
}

void TestsPanel::runAll()
{
    m_again.stop();
    QList<int> rows;
    for (int row = 0; row < m_model->ownCount(); ++row)
        rows.append(row);
    run(rows);
}

void TestsPanel::runSelected()
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    if (!rows.isEmpty())
        run(rows);
}

void TestsPanel::run(const QList<int> &rows)
{
    m_rows = rows;
    QList<TestCase> tests;
    for (const int row : rows)
        tests.append(m_model->row(row).test);
    m_run.start(m_document.api(), tests);
}

void TestsPanel::runGenerated()
{
    m_again.stop();
    m_model->removeGenerated();
    m_rows.clear();
    QList<TestCase> tests;
    for (int row = 0; row < m_model->ownCount(); ++row) {
        m_rows.append(row);
        tests.append(m_model->row(row).test);
    }
    m_run.startWithGenerated(m_document.api(), tests);
}

void TestsPanel::take(const QList<TestRun::Outcome> &outcomes)
{
    for (const TestRun::Outcome &found : outcomes)
        m_model->setOutcome(m_rows.at(found.test), found.outcome);
    m_done += static_cast<int>(outcomes.size());
    showFirstFailure();
    showDetail();
    showSummary();
}

void TestsPanel::finish(bool wasCancelled)
{
    m_progress->end();
    m_columns->refit();
    const int failed = m_model->count(TestOutcome::Result::Failed);
    const int passed = m_model->count(TestOutcome::Result::Passed);
    if (wasCancelled) {
        m_cancelled->setText(
            tr("Cancelled: %L1 of %L2 tests were run.").arg(m_done).arg(m_rows.size()));
        m_cancelled->show();
        Q_EMIT message(m_cancelled->text());
    } else if (m_rows.isEmpty()) {
        Q_EMIT message(tr("There are no tests yet: save a request of the traffic as one, or run "
                          "the generated ones"));
    } else {
        Q_EMIT message(failed > 0 ? tr("%n test(s) failed.", nullptr, failed)
                                  : tr("%n test(s) passed.", nullptr, passed));
    }
}

QString TestsPanel::detailHtml(const TestRow &row) const
{
    QString html;
    for (const Mismatch &found : row.outcome->mismatches) {
        const bool isCompared = !found.expected.isUndefined() && !found.actual.isUndefined();
        const bool isLong = isCompared && found.problem.size() > longestSentence;
        const QString sentence =
            isLong ? found.problem.first(longestSentence) + QStringLiteral("…") : found.problem;
        html += QStringLiteral("<p>%1</p>").arg(sentence.toHtmlEscaped());
        if (isCompared)
            html += differenceHtml(found.expected, found.actual);
    }
    if (row.outcome->mismatches.isEmpty()) // skipped: why
        html = row.outcome->problems.join(QLatin1Char('\n')).toHtmlEscaped();
    return html;
}

void TestsPanel::showDetail()
{
    const QModelIndex current = m_table->currentIndex();
    m_runOne->setEnabled(current.isValid());
    const TestRow row = current.isValid() ? m_model->row(current.row()) : TestRow();
    const QString html = row.outcome ? detailHtml(row) : QString();
    m_detail->setHtml(html);
    m_detail->setVisible(!html.isEmpty());
    const bool isOwn = current.isValid() && !m_model->isGenerated(current.row());
    m_accept->setEnabled(isOwn && row.outcome && !row.outcome->mismatches.isEmpty() &&
                         !row.outcome->mismatches.first().actual.isUndefined());
}

/// `/x-menura/tests/3` and `/steps/1/expect/body` are `3/steps/1/expect/body`.
static QString placeInTests(const TestRow &row)
{
    static const QString tests = QStringLiteral("/x-menura/tests/");
    const QString place = row.outcome && !row.outcome->mismatches.isEmpty()
                              ? row.outcome->mismatches.first().place
                              : QString();
    return row.test.pointer.sliced(tests.size()) + place;
}

void TestsPanel::openCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const TestRow &row = m_model->row(current.row());
    if (m_model->isGenerated(current.row()))
        m_selection.open(row.test.route);
    else
        m_selection.open(BehaviourItem{BehaviourItem::Kind::Tests, placeInTests(row)});
}

void TestsPanel::acceptAnswer()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || m_model->isGenerated(current.row()) ||
        !m_model->row(current.row()).outcome)
        return;
    const TestRow row = m_model->row(current.row());
    m_document.edit(tr("Accept the answer of “%1”").arg(row.test.name), [&row](Api &api) {
        for (const Mismatch &found : row.outcome->mismatches) {
            if (found.actual.isUndefined() || found.place.endsWith(QLatin1String("/model")))
                continue;
            BehaviourPlace place{NodeId::None, pointerTokens(row.test.pointer + found.place)};
            place.path.removeFirst(); // the extension itself
            const BehaviourPlace expect{NodeId::None, place.path.first(place.path.size() - 1)};
            // `expect: 404` says nothing but the status.
            if (behaviourValue(api, expect).isInteger())
                setBehaviourValue(api, expect, found.actual);
            else
                setBehaviourValue(api, place, found.actual);
        }
    });
    Q_EMIT message(tr("“%1” expects now what it was answered.").arg(row.test.name));
    run({current.row()});
}

bool TestsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openCurrent();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TestsPanel::addTest(const Exchange &exchange)
{
    const Request &request = exchange.request;
    const QString line = QString::fromLatin1(request.method) + QLatin1Char(' ') +
                         QString::fromUtf8(QByteArray::fromPercentEncoding(request.target));
    JsonObject test{
        {QStringLiteral("name"), tr("%1 answers %2").arg(line).arg(exchange.response.status)},
        {QStringLiteral("request"), line}};
    JsonObject headers;
    for (const HeaderField &header : request.headers) {
        // What the client's software adds by itself says nothing about the test.
        static const QList<QByteArray> own{
            "host",       "user-agent",     "accept",      "accept-encoding",
            "connection", "content-length", "content-type"};
        if (!own.contains(header.name.toLower()))
            headers.insert(QString::fromLatin1(header.name), QString::fromLatin1(header.value));
    }
    if (!headers.isEmpty())
        test.insert(QStringLiteral("headers"), headers);
    const HeaderField *contentType = findHeader(request.headers, "content-type");
    const bool isForm =
        contentType && contentType->value.startsWith("application/x-www-form-urlencoded");
    const ReadText body = readJson(request.body);
    if (isForm)
        test.insert(QStringLiteral("form"), QString::fromUtf8(request.body));
    else if (!request.body.isEmpty() && body.ok())
        test.insert(QStringLiteral("body"), body.value);
    JsonObject expect{{QStringLiteral("status"), exchange.response.status}};
    if (const ReadText answer = readJson(exchange.response.body); answer.ok())
        expect.insert(QStringLiteral("body"), answer.value);
    test.insert(QStringLiteral("expect"), expect);
    const BehaviourPlace tests{NodeId::None, {QStringLiteral("tests")}};
    const qsizetype count = behaviourValue(m_document.api(), tests).array().size();
    m_document.edit(tr("Save %1 as a test").arg(line),
                    [&](Api &api) { setBehaviourValue(api, tests.child(count), test); });
    m_table->setCurrentIndex(m_model->index(m_model->rowCount() - 1, TestsModel::NameColumn));
    Q_EMIT message(tr("Saved %1 as a test.").arg(line));
}

} // namespace Mock
