#include "designer/editors/fields_view.h"

#include "designer/editors/field_delegate.h"
#include "designer/editors/rules_form.h"
#include "designer/looks/column_keeper.h"
#include "designer/model/locate.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QResizeEvent>

namespace Design
{

using Column = SchemaTableModel::Column;
using Kind = SchemaRow::Kind;

FieldsView::FieldsView(SchemaTableModel &model, QWidget *parent)
    : CellView(model, parent)
    , m_model(model)
    , m_delegate(new FieldDelegate(model, this))
    , m_columns(new ColumnKeeper(
          *this, [&model] { return QString::fromLatin1(model.metaObject()->className()); },
          [this] { fitColumns(); }))
{
    setItemDelegate(m_delegate);
    setAllColumnsShowFocus(false);
    setExpandsOnDoubleClick(false);
    setAutoScroll(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(true);
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    connect(m_delegate, &FieldDelegate::left, this, &FieldsView::leftCell, Qt::QueuedConnection);
    keepDropped(*m_delegate);
    connect(
        m_delegate, &FieldDelegate::backspaceOnEmpty, this,
        [this](const QModelIndex &index) {
            if (m_model.isNewRow(index))
                outdent(index);
        },
        Qt::QueuedConnection);
    connect(&model, &SchemaTableModel::message, this, &FieldsView::message);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        expandAll();
        refit();
    });
    connect(m_columns, &ColumnKeeper::menuAboutToShow, this, &FieldsView::addColumnActions);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &FieldsView::fitGrown);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] { spanNewRows(m_model); });
    connect(&model, &QAbstractItemModel::dataChanged, this, &FieldsView::fitGrown);
    expandAll();
    refit();
}

void FieldsView::resizeEvent(QResizeEvent *event)
{
    CellView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        refit();
}

QString FieldsView::keyboardHelp()
{
    return tr("Enter adds a row, F2 or typing edits, Tab goes to the next cell, F4 opens the rules "
              "as a form, "
              "Space switches “required”, Alt+Up and Alt+Down move, Ctrl+D copies, Del removes.");
}

void FieldsView::goTo(const QModelIndex &cell, bool withFocus)
{
    if (!cell.isValid())
        return;
    if (isColumnHidden(cell.column()))
        showExamples(true);
    for (QModelIndex above = cell.parent(); above.isValid(); above = above.parent())
        expand(above.siblingAtColumn(0));
    setCurrentIndex(cell);
    scrollTo(cell);
    if (withFocus)
        setFocus(Qt::OtherFocusReason);
}

void FieldsView::editCell(const QModelIndex &cell)
{
    if (!cell.isValid())
        return;
    goTo(cell, false);
    QTreeView::edit(cell);
}

QModelIndex FieldsView::newCell()
{
    return m_model.openNewRow(currentIndex())
        .siblingAtColumn(qMax(0, m_model.columnOf(Column::Name)));
}

void FieldsView::addRow()
{
    editCell(newCell());
}

void FieldsView::leftCell(const QModelIndex &index, CellEdit::Leave how)
{
    if (!index.isValid())
        return;
    const QPersistentModelIndex cell = index;
    const bool isAnother = m_model.tookNewRow() && m_model.isNewRow(cell);
    if (isAnother && how != CellEdit::Leave::Cancel && how != CellEdit::Leave::Done)
        return addRow();
    const bool isEmptyNewRow = m_model.isNewRow(cell);
    switch (how) {
    case CellEdit::Leave::Cancel:
    case CellEdit::Leave::Done:
    case CellEdit::Leave::Previous:
        if (isEmptyNewRow) {
            const QPersistentModelIndex above =
                cell.row() > 0 ? cell.sibling(cell.row() - 1, 0) : cell.parent();
            m_model.closeNewRow();
            if (!cell.isValid())
                goTo(above, true);
        } else if (how == CellEdit::Leave::Previous) {
            editCell(nextCell(cell, -1));
        }
        break;
    case CellEdit::Leave::Stay:
        if (isEmptyNewRow) {
            outdent(cell);
        } else if (m_flowRow.isValid() && m_flowRow == cell.sibling(cell.row(), 0)) {
            addRow();
            return;
        }
        break;
    case CellEdit::Leave::Next:
        if (!isEmptyNewRow)
            editCell(nextCell(cell, 1));
        break;
    }
    if (!isEmptyNewRow && (how == CellEdit::Leave::Cancel || how == CellEdit::Leave::Done))
        m_flowRow = QModelIndex();
}

void FieldsView::outdent(const QModelIndex &newRow)
{
    const QModelIndex next = m_model.outdentNewRow(newRow);
    if (m_model.isNewRow(next) && next != newRow) {
        editCell(next);
    } else {
        m_flowRow = QModelIndex();
        goTo(next, true);
    }
}

QModelIndex FieldsView::nextCell(const QModelIndex &from, int step) const
{
    QModelIndex row = from.siblingAtColumn(0);
    int column = from.column();
    while (row.isValid()) {
        for (column += step; column >= 0 && column < m_model.columnCount(); column += step) {
            const QModelIndex cell = row.siblingAtColumn(column);
            if ((m_model.flags(cell) & Qt::ItemIsEditable) && !isColumnHidden(column))
                return cell;
        }
        row = step > 0 ? indexBelow(row) : indexAbove(row);
        column = step > 0 ? -1 : m_model.columnCount();
    }
    return {};
}

bool FieldsView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool isNew = index.isValid() && m_model.isNewRow(index);
    const bool started = CellView::edit(index, trigger, event);
    if (started && isNew)
        m_flowRow = index.siblingAtColumn(0);
    else if (started && m_flowRow != index.siblingAtColumn(0))
        m_flowRow = QModelIndex();
    return started;
}

NodeId FieldsView::referencedModel(const QModelIndex &cell) const
{
    const Schema *schema =
        cell.isValid() ? m_model.document().find<Schema>(m_model.content(cell).node) : nullptr;
    if (!schema)
        return NodeId::None;
    const std::function<NodeId(const TypeExpression &)> find = [&find](const TypeExpression &type) {
        if (type.model != NodeId::None)
            return type.model;
        for (const TypeExpression &part : type.parts) {
            if (const NodeId found = find(part); found != NodeId::None)
                return found;
        }
        return NodeId::None;
    };
    return find(describeType(*schema, m_model.document().api()));
}

void FieldsView::openRules()
{
    if (m_model.columnOf(Column::Rules) < 0)
        return;
    const QModelIndex cell =
        currentIndex().siblingAtColumn(qMax(0, m_model.columnOf(Column::Rules)));
    if (!cell.isValid() || !(m_model.flags(cell) & Qt::ItemIsEditable))
        return;
    goTo(cell, false);
    auto *form = new RulesForm(m_model, cell, this);
    const QRect place = visualRect(cell);
    form->popup(viewport()->mapToGlobal(place.bottomLeft()),
                viewport()->mapToGlobal(place.topLeft()));
}

void FieldsView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QTreeView::rowsInserted(parent, start, end);
    // What is new is shown whole; what somebody has closed stays closed.
    if (start == 0 && end + 1 == m_model.rowCount(parent))
        expand(parent);
    for (int row = start; row <= end; ++row)
        expandRecursively(m_model.index(row, 0, parent));
}

} // namespace Design
