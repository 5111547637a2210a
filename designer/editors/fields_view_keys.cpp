#include "designer/editors/fields_view.h"
#include "designer/model/locate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

namespace Design
{

using Column = SchemaTableModel::Column;
using Kind = SchemaRow::Kind;

// What keys, clicks and the menu of a row do: a part of FieldsView.

void FieldsView::removeCurrent()
{
    const QPersistentModelIndex parent = currentIndex().parent();
    const int row = currentIndex().row();
    const int column = currentIndex().column();
    if (!m_model.removeField(currentIndex()))
        return;
    // The row that has come up takes the cursor, so that Del, Del removes two.
    const int count = m_model.rowCount(parent);
    QModelIndex next = m_model.index(qMin(row, count - 1), column, parent);
    if (m_model.isNewRow(next) && next.row() > 0)
        next = next.sibling(next.row() - 1, column);
    goTo(next.isValid() ? next : QModelIndex(parent), true);
}

void FieldsView::keepCurrent(const std::function<bool()> &change)
{
    const QPersistentModelIndex current = currentIndex();
    const NodeId node = current.isValid() ? m_model.content(current).node : NodeId::None;
    const int column = current.column();
    if (!change())
        return;
    // A row that has changed its parent is another row to the view.
    if (!current.isValid()) {
        const QModelIndex again =
            m_model.findRow([node](const SchemaRow &row) { return row.node == node; });
        goTo(again.siblingAtColumn(column), true);
    } else {
        goTo(current, true);
    }
}

void FieldsView::copyRow()
{
    QGuiApplication::clipboard()->setText(m_model.copyText(currentIndex()));
    Q_EMIT message(tr("Copied %1").arg(currentIndex().siblingAtColumn(0).data().toString()));
}

void FieldsView::pasteFields()
{
    const SchemaTableModel::Pasted pasted =
        m_model.paste(currentIndex(), QGuiApplication::clipboard()->text());
    if (pasted.count == 0) {
        Q_EMIT message(pasted.isSample ? tr("All fields of the sample are there already.")
                                       : tr("The clipboard holds no fields and no JSON sample."));
        return;
    }
    if (pasted.first != NodeId::None)
        goTo(m_model.cellOf(pasted.first, Keyword::Unknown), true);
    Q_EMIT message(pasted.count == 1 ? tr("Added one field")
                                     : tr("Added %n fields", nullptr, pasted.count));
}

/// What one wants to change of an inherited field is rarely its name.
bool FieldsView::overrideCurrent()
{
    const Column column = m_model.column(currentIndex());
    const QModelIndex own = m_model.overrideField(currentIndex());
    if (!own.isValid())
        return false;
    const QModelIndex cell =
        own.siblingAtColumn(m_model.columnOf(column == Column::Name ? Column::Type : column));
    setCurrentIndex(cell);
    editCell(cell);
    return true;
}

bool FieldsView::handleRowKey(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    const Qt::KeyboardModifiers modifiers = modifiersOf(*event);
    const int key = event->key();
    if (modifiers == Qt::NoModifier && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        addRow();
        return true;
    }
    if (!current.isValid())
        return false;
    if (modifiers == Qt::NoModifier) {
        switch (key) {
        case Qt::Key_Space:
            return m_model.toggleRequired(current) || m_model.column(current) == Column::Required;
        case Qt::Key_Delete:
            removeCurrent();
            return true;
        case Qt::Key_Backspace:
            if (m_model.isNewRow(current)) {
                outdent(current);
                return true;
            }
            return false;
        case Qt::Key_F2:
            return overrideCurrent();
        case Qt::Key_F4:
            openRules();
            return true;
        case Qt::Key_F12:
            if (const NodeId model = referencedModel(current); model != NodeId::None)
                Q_EMIT openRequested(model);
            return true;
        default:
            return false;
        }
    }
    if (modifiers == Qt::AltModifier && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        keepCurrent([&] { return m_model.moveField(current, key == Qt::Key_Up ? -1 : 1); });
        return true;
    }
    if (modifiers == (Qt::AltModifier | Qt::ShiftModifier) &&
        (key == Qt::Key_Left || key == Qt::Key_Right)) {
        keepCurrent([&] {
            return key == Qt::Key_Right ? m_model.nestField(current) : m_model.unnestField(current);
        });
        return true;
    }
    if (modifiers == Qt::ControlModifier && key == Qt::Key_C) {
        copyRow();
        return true;
    }
    if (modifiers == Qt::ControlModifier && key == Qt::Key_V) {
        pasteFields();
        return true;
    }
    if (modifiers == Qt::ControlModifier && key == Qt::Key_D) {
        if (m_model.duplicateField(current))
            goTo(indexBelow(current).siblingAtColumn(0), true);
        return true;
    }
    return false;
}

bool FieldsView::isOwnKey(const QKeyEvent &key) const
{
    switch (key.key()) {
    case Qt::Key_D:
    case Qt::Key_C:
    case Qt::Key_V:
        return modifiersOf(key) == Qt::ControlModifier;
    case Qt::Key_F4:
    case Qt::Key_F12:
        return modifiersOf(key) == Qt::NoModifier;
    default:
        return CellView::isOwnKey(key);
    }
}

/// Left and right go through the cells; on the first one they open and close the row.
bool FieldsView::handleArrow(const QKeyEvent &event)
{
    const QModelIndex current = currentIndex();
    const bool isForward = event.key() == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
    const bool isBack = event.key() == (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left);
    if (event.modifiers() != Qt::NoModifier || !current.isValid() || (!isForward && !isBack))
        return false;
    const bool isClosed = m_model.hasChildren(current) && !isExpanded(current);
    if (current.column() == 0 && (isBack || isClosed))
        return false;
    stepSideways(event.key());
    return true;
}

/// The model's own row is where one stands after naming it: letters begin its first field, as Enter
/// does. Its name is changed with F2.
bool FieldsView::beginField(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    const bool isLetter = (modifiersOf(*event) & ~Qt::ShiftModifier) == Qt::NoModifier &&
                          !event->text().isEmpty() && event->text().front().isPrint();
    if (!isLetter || !current.isValid() || m_model.content(current).kind != Kind::Model ||
        m_model.column(current) != Column::Name)
        return false;
    const QModelIndex cell = newCell();
    if (!cell.isValid() || cell.parent() != current.siblingAtColumn(0))
        return false;
    goTo(cell, false);
    return edit(cell, AnyKeyPressed, event);
}

void FieldsView::keyPressEvent(QKeyEvent *event)
{
    if (state() != EditingState &&
        (handleRowKey(event) || handleArrow(*event) || beginField(event)))
        return event->accept();
    CellView::keyPressEvent(event);
}

void FieldsView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex cell = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::ControlModifier &&
        cell.isValid() && m_model.column(cell) == Column::Type) {
        if (const NodeId model = referencedModel(cell); model != NodeId::None) {
            Q_EMIT openRequested(model);
            return;
        }
    }
    CellView::mousePressEvent(event);
    // The row for a new field is there to be typed into: one click is enough.
    if (event->button() == Qt::LeftButton && m_model.isNewRow(cell) && state() != EditingState)
        editCell(cell.siblingAtColumn(qMax(0, m_model.columnOf(Column::Name))));
}

void FieldsView::fillMenu(QMenu *menu, const QModelIndex &cell)
{
    const Kind kind = cell.isValid() ? m_model.content(cell).kind : Kind::New;
    addKey(menu, tr("Add Below"), Qt::Key_Return, [this] { addRow(); });
    addKey(menu, tr("Edit"), Qt::Key_F2, [this] {
        QTreeView::edit(currentIndex());
    })->setEnabled(m_model.flags(cell) & Qt::ItemIsEditable);
    addKey(menu, tr("Rules as a Form"), Qt::Key_F4, [this] {
        openRules();
    })->setEnabled(kind != Kind::New && kind != Kind::Inherited && kind != Kind::Tag);
    addKey(menu, tr("Open the Model"), Qt::Key_F12, [this] {
        Q_EMIT openRequested(referencedModel(currentIndex()));
    })->setEnabled(referencedModel(cell) != NodeId::None);
    menu->addSeparator();
    const bool isField = kind == Kind::Property || kind == Kind::Parameter ||
                         kind == Kind::Member || kind == Kind::Tag;
    addKey(menu, tr("Move Up"), QKeySequence(QStringLiteral("Alt+Up")), [this] {
        keepCurrent([this] { return m_model.moveField(currentIndex(), -1); });
    })->setEnabled(isField);
    addKey(menu, tr("Move Down"), QKeySequence(QStringLiteral("Alt+Down")), [this] {
        keepCurrent([this] { return m_model.moveField(currentIndex(), 1); });
    })->setEnabled(isField);
    addKey(menu, tr("Copy"), QKeySequence(QStringLiteral("Ctrl+C")), [this] {
        copyRow();
    })->setEnabled(kind != Kind::New);
    addKey(menu, tr("Paste Fields or a JSON Sample"), QKeySequence(QStringLiteral("Ctrl+V")),
           [this] { pasteFields(); });
    addKey(menu, tr("Duplicate"), QKeySequence(QStringLiteral("Ctrl+D")), [this] {
        m_model.duplicateField(currentIndex());
    })->setEnabled(kind == Kind::Property);
    if (kind == Kind::Inherited)
        addKey(menu, tr("Override Here"), Qt::Key_F2,
               [this] { overrideCurrent(); });
    addKey(menu, tr("Remove"), Qt::Key_Delete, [this] {
        removeCurrent();
    })->setEnabled(kind != Kind::New && kind != Kind::Model && kind != Kind::Inherited);
    menu->addSeparator();
    addColumnActions(menu);
}

} // namespace Design
