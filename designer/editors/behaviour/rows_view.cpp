#include "designer/editors/behaviour/rows_view.h"

#include "designer/editors/behaviour/row_delegate.h"
#include "designer/editors/column_fit.h"
#include "designer/looks/column_keeper.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <numeric>

namespace Design
{

RowsView::RowsView(QAbstractItemModel &model, RowTable &rows, const QString &name, QWidget *parent)
    : CellView(model, parent)
    , m_rows(rows)
    , m_delegate(new RowDelegate(rows, this))
    , m_columns(new ColumnKeeper(
          *this, [&rows] { return rows.kind(); }, [this] { fitColumns(); }))
{
    setItemDelegate(m_delegate);
    setAccessibleName(name);
    setAccessibleDescription(tr("Enter adds a row, F2 or typing edits, Tab goes to the next cell, "
                                "Space switches a box, Alt+Up and Alt+Down move, Del removes."));
    setRootIsDecorated(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_delegate, &RowDelegate::left, this, &RowsView::leftCell, Qt::QueuedConnection);
    keepDropped(*m_delegate);
    connect(&model, &QAbstractItemModel::modelReset, this, &RowsView::refit);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &RowsView::refit);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &RowsView::refit);
    connect(&model, &QAbstractItemModel::dataChanged, this, &RowsView::refit);
    refit();
}

void RowsView::resizeEvent(QResizeEvent *event)
{
    CellView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        refit();
}

void RowsView::refit()
{
    if (model()->columnCount() == 0)
        return;
    m_columns->refit();
    spanNewRows(m_rows);
}

void RowsView::fitColumns()
{
    const int columns = model()->columnCount();
    const int letter = fontMetrics().averageCharWidth();
    QList<ColumnWish> wishes;
    for (int i = 0; i < columns; ++i) {
        const int heading = header()->sectionSizeHint(i);
        int content = 0; // the words of the row for something new may run on into the next columns
        for (int row = 0; row + 1 < model()->rowCount(); ++row) {
            content = qMax(content, sizeHintForIndex(model()->index(row, i)).width());
        }
        content = qMin(content + 2 * letter, 60 * letter);
        wishes.append({qMax(heading, qMin(content, 12 * letter)), qMax(heading, content),
                       qMax(heading, qMax(content, 20 * letter)), heading});
    }
    QList<int> widths = Design::fitColumns(wishes, viewport()->width());
    widths.last() += viewport()->width() - std::accumulate(widths.cbegin(), widths.cend(), 0);
    header()->setMinimumSectionSize(
        qBound(1, *std::min_element(widths.cbegin(), widths.cend()), 4 * letter));
    for (int i = 0; i < columns; ++i) {
        if (header()->sectionSize(i) != widths.at(i))
            header()->resizeSection(i, qMax(1, widths.at(i)));
    }
}

void RowsView::goTo(const QModelIndex &cell)
{
    if (!cell.isValid())
        return;
    setCurrentIndex(cell);
    setFocus(Qt::OtherFocusReason);
}

void RowsView::editCell(const QModelIndex &cell)
{
    if (!cell.isValid())
        return;
    setCurrentIndex(cell);
    QTreeView::edit(cell);
}

bool RowsView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool isNew = m_rows.isNewRow(index);
    const bool started = CellView::edit(index, trigger, event);
    if (started)
        m_wasNewRow = isNew;
    return started;
}

void RowsView::leftCell(const QModelIndex &index, CellEdit::Leave how)
{
    if (!index.isValid())
        return;
    setFocus(Qt::OtherFocusReason);
    const bool isStillNew = m_rows.isNewRow(index);
    switch (how) {
    case CellEdit::Leave::Cancel:
    case CellEdit::Leave::Done:
        break;
    case CellEdit::Leave::Stay:
        // Enter after Enter types one row after the other.
        if (m_wasNewRow && !isStillNew && model()->columnCount() == 1)
            editCell(m_rows.newRow());
        break;
    case CellEdit::Leave::Next:
        if (!isStillNew)
            editCell(nextCell(index, 1));
        break;
    case CellEdit::Leave::Previous:
        editCell(nextCell(index, -1));
        break;
    }
}

QModelIndex RowsView::nextCell(const QModelIndex &from, int step) const
{
    int row = from.row();
    int column = from.column();
    while (row >= 0 && row < model()->rowCount()) {
        for (column += step; column >= 0 && column < model()->columnCount(); column += step) {
            const QModelIndex cell = model()->index(row, column);
            if (model()->flags(cell) & Qt::ItemIsEditable)
                return cell;
        }
        row += step;
        column = step > 0 ? -1 : model()->columnCount();
    }
    return {};
}

void RowsView::removeCurrent()
{
    const int row = currentIndex().row();
    const int column = currentIndex().column();
    if (m_rows.removeMember(currentIndex()))
        goTo(model()->index(qMin(row, model()->rowCount() - 1), column));
}

void RowsView::moveCurrent(int by)
{
    const QModelIndex current = currentIndex();
    if (m_rows.moveMember(current, by))
        goTo(model()->index(current.row() + by, current.column()));
}

bool RowsView::handleRowKey(const QKeyEvent &event)
{
    const QModelIndex current = currentIndex();
    const int key = event.key();
    const bool isPlain = modifiersOf(event) == Qt::NoModifier;
    if (isPlain && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        editCell(m_rows.newRow());
        return true;
    }
    if (!current.isValid())
        return false;
    if (isPlain && key == Qt::Key_Delete) {
        removeCurrent();
        return true;
    }
    if (isPlain && key == Qt::Key_F4 && m_hasDetails) {
        Q_EMIT detailsRequested();
        return true;
    }
    if (modifiersOf(event) == Qt::AltModifier && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        moveCurrent(key == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (isPlain && (key == Qt::Key_Left || key == Qt::Key_Right)) {
        stepSideways(key);
        return true;
    }
    // Up and Down leave a table at its ends: it is a part of a longer page.
    return false;
}

bool RowsView::isOwnKey(const QKeyEvent &key) const
{
    return CellView::isOwnKey(key) || (key.key() == Qt::Key_F4 && m_hasDetails);
}

void RowsView::keyPressEvent(QKeyEvent *event)
{
    if (state() != EditingState && handleRowKey(*event))
        return event->accept();
    CellView::keyPressEvent(event);
}

void RowsView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex cell = indexAt(event->position().toPoint());
    CellView::mousePressEvent(event);
    // The row for something new is there to be typed into: one click is enough.
    if (event->button() == Qt::LeftButton && m_rows.isNewRow(cell) && state() != EditingState)
        editCell(m_rows.newRow());
}

void RowsView::fillMenu(QMenu *menu, const QModelIndex &cell)
{
    addKey(menu, tr("Add"), Qt::Key_Return, [this] {
        editCell(m_rows.newRow());
    })->setEnabled(m_rows.newRow().isValid());
    addKey(menu, tr("Edit"), Qt::Key_F2, [this] {
        editCell(currentIndex());
    })->setEnabled(model()->flags(cell) & Qt::ItemIsEditable);
    if (m_hasDetails)
        addKey(menu, tr("All of the row"), Qt::Key_F4, [this] {
            Q_EMIT detailsRequested();
        })->setEnabled(m_rows.canRemove(cell));
    menu->addSeparator();
    addKey(menu, tr("Move Up"), QKeySequence(QStringLiteral("Alt+Up")), [this] {
        moveCurrent(-1);
    })->setEnabled(m_rows.canMove(cell));
    addKey(menu, tr("Move Down"), QKeySequence(QStringLiteral("Alt+Down")), [this] {
        moveCurrent(1);
    })->setEnabled(m_rows.canMove(cell));
    addKey(menu, tr("Remove"), Qt::Key_Delete, [this] {
        removeCurrent();
    })->setEnabled(m_rows.canRemove(cell));
}

} // namespace Design
