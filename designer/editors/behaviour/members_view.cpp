#include "designer/editors/behaviour/members_view.h"

#include "designer/editors/behaviour/members_delegate.h"
#include "designer/editors/column_fit.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>

#include <numeric>

namespace Design
{

MembersView::MembersView(MembersModel &model, const QString &name, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_delegate(new MembersDelegate(this))
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setAccessibleName(name);
    setAccessibleDescription(tr("Enter adds a row, F2 or typing edits, Tab goes to the next cell, "
                                "Space switches a box, Alt+Up and Alt+Down move, Del removes."));
    setRootIsDecorated(false);
    setEditTriggers(DoubleClicked | SelectedClicked | EditKeyPressed | AnyKeyPressed);
    setSelectionBehavior(SelectItems);
    setSelectionMode(SingleSelection);
    setUniformRowHeights(true);
    setTabKeyNavigation(false);
    setTextElideMode(Qt::ElideRight);
    setFrameShape(NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    header()->setSectionsMovable(false);
    header()->setHighlightSections(false);
    header()->setStretchLastSection(false);
    connect(m_delegate, &MembersDelegate::left, this, &MembersView::leftCell, Qt::QueuedConnection);
    const auto resized = [this] {
        header()->setVisible(m_model.rowCount() > 1);
        updateGeometry();
        refit();
    };
    connect(&model, &QAbstractItemModel::modelReset, this, resized);
    connect(&model, &QAbstractItemModel::rowsInserted, this, resized);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, resized);
    connect(&model, &QAbstractItemModel::dataChanged, this, &MembersView::refit);
    resized();
}

QSize MembersView::sizeHint() const
{
    QSize size = QTreeView::sizeHint();
    const int rows = m_model.rowCount();
    const int heading = header()->isHidden() ? 0 : header()->sizeHint().height();
    size.setHeight(heading + rows * (rows > 0 ? sizeHintForRow(0) : 0) + 2 * frameWidth() + 2);
    return size;
}

QSize MembersView::minimumSizeHint() const
{
    return {QTreeView::minimumSizeHint().width(), sizeHint().height()};
}

void MembersView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        refit();
}

void MembersView::refit()
{
    const int columns = m_model.columnCount();
    if (columns == 0)
        return;
    const int letter = fontMetrics().averageCharWidth();
    QList<ColumnWish> wishes;
    for (int i = 0; i < columns; ++i) {
        const int heading = header()->sectionSizeHint(i);
        int content = 0; // the words of the row for something new may run on into the next columns
        for (int row = 0; row + 1 < m_model.rowCount(); ++row) {
            const QModelIndex cell = m_model.index(row, i);
            content = qMax(content, fontMetrics().horizontalAdvance(cell.data().toString()));
        }
        content = qMin(content + 4 * letter, 60 * letter);
        wishes.append({qMax(heading, qMin(content, 12 * letter)), qMax(heading, content),
                       qMax(heading, qMax(content, 20 * letter))});
    }
    QList<int> widths = fitColumns(wishes, viewport()->width());
    widths.last() += viewport()->width() - std::accumulate(widths.cbegin(), widths.cend(), 0);
    header()->setMinimumSectionSize(qMin(4 * letter, widths.last()));
    for (int i = 0; i < columns; ++i) {
        if (header()->sectionSize(i) != widths.at(i))
            header()->resizeSection(i, qMax(1, widths.at(i)));
    }
    // The words of the row for something new may run on; a row that was it has cells again.
    for (int row = 0; row < m_model.rowCount(); ++row)
        setFirstColumnSpanned(row, {}, m_model.isNewRow(m_model.index(row, 0)));
}

void MembersView::goTo(const QModelIndex &cell)
{
    if (!cell.isValid())
        return;
    setCurrentIndex(cell);
    setFocus(Qt::OtherFocusReason);
}

void MembersView::editCell(const QModelIndex &cell)
{
    if (!cell.isValid())
        return;
    setCurrentIndex(cell);
    QTreeView::edit(cell);
}

bool MembersView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    if (trigger == AnyKeyPressed && event && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isLetter =
            !key->text().isEmpty() && key->text().at(0).isPrint() &&
            !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if (!isLetter)
            return false;
    }
    const bool isNew = m_model.isNewRow(index);
    const bool started = QTreeView::edit(index, trigger, event);
    if (started)
        m_wasNewRow = isNew;
    if (started && trigger == AnyKeyPressed) {
        if (auto *editor = qobject_cast<CellEdit *>(indexWidget(index)))
            editor->setTyped();
    }
    return started;
}

void MembersView::leftCell(const QModelIndex &index, CellEdit::Leave how)
{
    if (!index.isValid())
        return;
    setFocus(Qt::OtherFocusReason);
    const bool isStillNew = m_model.isNewRow(index);
    switch (how) {
    case CellEdit::Leave::Cancel:
        break;
    case CellEdit::Leave::Stay:
        // Enter after Enter types one row after the other.
        if (m_wasNewRow && !isStillNew && m_model.columnCount() == 1)
            editCell(m_model.newRow());
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

QModelIndex MembersView::nextCell(const QModelIndex &from, int step) const
{
    int row = from.row();
    int column = from.column();
    while (row >= 0 && row < m_model.rowCount()) {
        for (column += step; column >= 0 && column < m_model.columnCount(); column += step) {
            const QModelIndex cell = m_model.index(row, column);
            if (m_model.flags(cell) & Qt::ItemIsEditable)
                return cell;
        }
        row += step;
        column = step > 0 ? -1 : m_model.columnCount();
    }
    return {};
}

void MembersView::removeCurrent()
{
    const int row = currentIndex().row();
    const int column = currentIndex().column();
    if (m_model.removeMember(currentIndex()))
        goTo(m_model.index(qMin(row, m_model.rowCount() - 1), column));
}

void MembersView::moveCurrent(int by)
{
    const QModelIndex current = currentIndex();
    if (m_model.moveMember(current, by))
        goTo(m_model.index(current.row() + by, current.column()));
}

bool MembersView::handleRowKey(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const int key = event->key();
    if (modifiers == Qt::NoModifier && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        editCell(m_model.newRow());
        return true;
    }
    if (!current.isValid())
        return false;
    if (modifiers == Qt::NoModifier && key == Qt::Key_Delete) {
        removeCurrent();
        return true;
    }
    if (modifiers == Qt::AltModifier && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        moveCurrent(key == Qt::Key_Up ? -1 : 1);
        return true;
    }
    const bool isPlain = modifiers == Qt::NoModifier;
    if (isPlain && (key == Qt::Key_Left || key == Qt::Key_Right)) {
        const int column = current.column() + (key == Qt::Key_Right ? 1 : -1);
        if (column >= 0 && column < m_model.columnCount())
            setCurrentIndex(current.siblingAtColumn(column));
        return true;
    }
    // Up and Down leave a table at its ends: it is a part of a longer page.
    return false;
}

bool MembersView::event(QEvent *event)
{
    // Our keys win over the window's shortcuts while the table has the focus.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
        const bool isMove = modifiers == Qt::AltModifier &&
                            (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
        const bool isPlain = modifiers == Qt::NoModifier &&
                             (key->key() == Qt::Key_F2 || key->key() == Qt::Key_Delete ||
                              key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter);
        if (isMove || isPlain) {
            event->accept();
            return true;
        }
    }
    return QTreeView::event(event);
}

void MembersView::keyPressEvent(QKeyEvent *event)
{
    if (state() != EditingState && handleRowKey(event))
        return event->accept();
    QTreeView::keyPressEvent(event);
}

void MembersView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex cell = indexAt(event->position().toPoint());
    QTreeView::mousePressEvent(event);
    // The row for something new is there to be typed into: one click is enough.
    if (event->button() == Qt::LeftButton && m_model.isNewRow(cell) && state() != EditingState)
        editCell(m_model.newRow());
}

void MembersView::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid())
        setCurrentIndex(m_model.index(0, 0));
    QTreeView::focusInEvent(event);
}

void MembersView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (current.isValid())
        Q_EMIT currentCellChanged(current);
}

void MembersView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex cell =
        event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (cell.isValid())
        setCurrentIndex(cell);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const QKeySequence &keys, auto &&run, bool isOn) {
        QAction *action = menu->addAction(text, this, run);
        action->setShortcut(keys); // shown only: the keys are the table's own
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setEnabled(isOn);
    };
    const bool isRow = cell.isValid() && m_model.content(cell).kind == MembersRow::Kind::Member;
    add(
        tr("Add"), Qt::Key_Return, [this] { editCell(m_model.newRow()); }, true);
    add(
        tr("Edit"), Qt::Key_F2, [this] { editCell(currentIndex()); },
        m_model.flags(cell) & Qt::ItemIsEditable);
    menu->addSeparator();
    const bool canMove = isRow && !m_model.table().isNamed;
    add(
        tr("Move up"), QKeySequence(QStringLiteral("Alt+Up")), [this] { moveCurrent(-1); },
        canMove);
    add(
        tr("Move down"), QKeySequence(QStringLiteral("Alt+Down")), [this] { moveCurrent(1); },
        canMove);
    add(
        tr("Remove"), Qt::Key_Delete, [this] { removeCurrent(); }, isRow);
    menu->popup(event->globalPos());
}

} // namespace Design
