#include "designer/editors/behaviour/table_block.h"

#include "designer/editors/behaviour/member_form.h"
#include "designer/editors/behaviour/members_view.h"
#include "designer/editors/section.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace Design
{

TableBlock::TableBlock(MembersModel &model, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_view(new MembersView(model, name))
    , m_place(new QWidget)
    , m_details(new Section(tr("All of the row"), m_place, this))
{
    auto *place = new QVBoxLayout(m_place);
    place->setContentsMargins({});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() / 4);
    column->addWidget(m_view);
    column->addWidget(m_details);
    m_details->setSummary(tr("F4"));
    m_details->setOpen(false);
    setFocusProxy(m_view);
    connect(m_view, &MembersView::currentCellChanged, this, &TableBlock::showRow);
    connect(m_view, &MembersView::detailsRequested, this, &TableBlock::openForm);
    connect(&model, &QAbstractItemModel::modelReset, this, &TableBlock::makeForm);
    // The row for something new becomes one in its place, without the cursor having moved.
    const auto changed = [this] { showRow(m_view->currentIndex()); };
    connect(&model, &QAbstractItemModel::dataChanged, this, changed);
    connect(&model, &QAbstractItemModel::rowsInserted, this, changed);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, changed);
    connect(&model, &MembersModel::message, this, &TableBlock::message);
    makeForm();
}

void TableBlock::indent()
{
    setContentsMargins(Section::textIndent() - cellMargin, 0, 0, 0);
}

void TableBlock::makeForm()
{
    delete m_form;
    m_form = nullptr;
    m_shown = {};
    const MembersTable &table = m_model.table();
    m_view->setHasDetails(!table.more.isEmpty());
    if (!table.more.isEmpty()) {
        m_form = new MemberForm(m_model.document(), table.fields + table.more,
                                m_model.expressionCheck());
        connect(m_form, &MemberForm::message, this, &TableBlock::message);
        connect(m_form, &MemberForm::escaped, m_view, qOverload<>(&QWidget::setFocus));
        m_place->layout()->addWidget(m_form);
    }
    showRow(m_view->currentIndex());
}

void TableBlock::showRow(const QModelIndex &cell)
{
    const bool isRow = m_form && m_model.canRemove(cell);
    const BehaviourPlace place = isRow ? m_model.placeOf(cell) : BehaviourPlace();
    m_details->setVisible(isRow);
    if (isRow && place != m_shown) // else what is being typed stays
        m_form->setPlace(place);
    m_shown = place;
}

void TableBlock::openForm()
{
    if (m_details->isHidden())
        return;
    m_details->setOpen(true);
    m_form->setFocus(Qt::ShortcutFocusReason);
}

void TableBlock::keyPressEvent(QKeyEvent *event)
{
    const bool isBack = event->key() == Qt::Key_Escape || event->key() == Qt::Key_F4;
    if (!isBack || !m_form || !m_form->isAncestorOf(focusWidget()))
        return QWidget::keyPressEvent(event);
    m_view->setFocus(Qt::OtherFocusReason);
}

} // namespace Design
