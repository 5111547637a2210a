#include "designer/editors/cell_view.h"

#include "designer/editors/cell_delegate.h"
#include "designer/editors/cell_edit.h"
#include "designer/itemmodels/cell_table.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>

namespace Design
{

CellView::CellView(QAbstractItemModel &model, QWidget *parent)
    : QTreeView(parent)
{
    setModel(&model);
    setEditTriggers(DoubleClicked | SelectedClicked | EditKeyPressed | AnyKeyPressed);
    setSelectionBehavior(SelectItems);
    setSelectionMode(SingleSelection);
    setUniformRowHeights(true);
    setTabKeyNavigation(false);
    setTextElideMode(Qt::ElideRight);
    setFrameShape(NoFrame);
    header()->setSectionsMovable(false);
    header()->setHighlightSections(false);
    header()->setStretchLastSection(false);
    header()->setTextElideMode(Qt::ElideRight);
    connect(&model, &QAbstractItemModel::modelReset, this, &CellView::regrow);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &CellView::regrow);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &CellView::regrow);
    connect(this, &QTreeView::expanded, this, &CellView::regrow);
    connect(this, &QTreeView::collapsed, this, &CellView::regrow);
}

void CellView::setGrowing(bool growing)
{
    m_isGrowing = growing;
    setVerticalScrollBarPolicy(growing ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, growing ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    regrow();
}

void CellView::regrow()
{
    if (!m_isGrowing)
        return;
    // Headings over nothing but the row for something new would be noise.
    const QModelIndex first = model()->index(0, 0);
    const auto *table = dynamic_cast<const CellTable *>(model());
    header()->setVisible(first.isValid() && !(table && table->isNewRow(first)));
    updateGeometry();
}

void CellView::spanNewRows(const CellTable &table, const QModelIndex &parent)
{
    for (int row = 0; row < model()->rowCount(parent); ++row) {
        const QModelIndex first = model()->index(row, 0, parent);
        // Where the words stand elsewhere, a row begins with cells that others fill in.
        const bool isSpanned = table.isNewRow(first) &&
                               (model()->flags(first) & Qt::ItemIsEditable) &&
                               !first.data().toString().isEmpty();
        if (isSpanned != isFirstColumnSpanned(row, parent))
            setFirstColumnSpanned(row, parent, isSpanned);
        spanNewRows(table, first);
    }
}

int CellView::shownRows() const
{
    if (!rootIsDecorated())
        return model()->rowCount();
    int rows = 0;
    for (QModelIndex at = model()->index(0, 0); at.isValid(); at = indexBelow(at))
        ++rows;
    return rows;
}

QSize CellView::sizeHint() const
{
    QSize size = QTreeView::sizeHint();
    if (!m_isGrowing)
        return size;
    const int rows = shownRows();
    const QScrollBar *bar = horizontalScrollBar();
    const int below = bar->maximum() > bar->minimum() ? bar->sizeHint().height() : 0;
    const int heading = header()->isHidden() ? 0 : header()->sizeHint().height();
    size.setHeight(heading + rows * (rows > 0 ? sizeHintForRow(0) : 0) + 2 * frameWidth() + 2 +
                   below);
    return size;
}

QSize CellView::minimumSizeHint() const
{
    return m_isGrowing ? QSize(QTreeView::minimumSizeHint().width(), sizeHint().height())
                       : QTreeView::minimumSizeHint();
}

QWidget *CellView::page() const
{
    if (!m_isGrowing)
        return nullptr;
    QWidget *page = parentWidget();
    while (page && page->parentWidget() &&
           !qobject_cast<QScrollArea *>(page->parentWidget()->parentWidget()))
        page = page->parentWidget();
    return page;
}

void CellView::takeTyped()
{
    auto *editor = qobject_cast<CellEdit *>(indexWidget(currentIndex()));
    if (editor && editor->wasTyped())
        commitData(editor);
}

/// A page has one cursor: of its tables, the one with the focus shows where it is, or had it last.
void CellView::showCurrent()
{
    const QWidget *around = page();
    if (!around)
        return;
    const QWidget *focus = around->focusWidget();
    for (CellView *other : around->findChildren<CellView *>()) {
        if (other == this)
            continue;
        if (focus && focus->hasFocus() && (focus == other || other->isAncestorOf(focus)))
            return clearSelection();
        other->clearSelection();
    }
}

void CellView::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid())
        setCurrentIndex(model()->index(0, 0));
    else
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect);
    showCurrent();
    QTreeView::focusInEvent(event);
}

void CellView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (!current.isValid())
        return;
    showCurrent();
    Q_EMIT currentCellChanged(current);
}

bool CellView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    // A letter begins to edit, but not every key.
    if (trigger == AnyKeyPressed && event && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isLetter =
            !key->text().isEmpty() && key->text().at(0).isPrint() &&
            !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if (!isLetter)
            return false;
    }
    const bool started = QTreeView::edit(index, trigger, event);
    // The letter that began it counts as typed: nothing may overwrite it.
    if (started && trigger == AnyKeyPressed) {
        if (auto *editor = qobject_cast<CellEdit *>(indexWidget(index)))
            editor->setTyped();
    }
    return started;
}

Qt::KeyboardModifiers CellView::modifiersOf(const QKeyEvent &key)
{
    return key.modifiers() & ~Qt::KeypadModifier;
}

bool CellView::isOwnKey(const QKeyEvent &key) const
{
    switch (key.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        return modifiersOf(key) == Qt::AltModifier;
    case Qt::Key_F2:
    case Qt::Key_Delete:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return modifiersOf(key) == Qt::NoModifier;
    default:
        return false;
    }
}

/// Whether the key does nothing by itself; Escape is often pressed once more than needed.
static bool isIdle(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Control || key.key() == Qt::Key_Shift || key.key() == Qt::Key_Alt ||
           key.key() == Qt::Key_Meta || key.key() == Qt::Key_Escape;
}

bool CellView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<const QKeyEvent *>(event);
        const bool bringsBack = key.matches(QKeySequence::Undo) && !m_dropped.text.isEmpty();
        if (event->type() == QEvent::ShortcutOverride && (bringsBack || isOwnKey(key))) {
            event->accept();
            return true;
        }
        if (event->type() == QEvent::KeyPress && bringsBack) {
            bringBack();
            return true;
        }
        if (event->type() == QEvent::KeyPress && !isIdle(key))
            m_dropped = {};
    }
    return QTreeView::event(event);
}

bool CellView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress)
        m_dropped = {};
    return QTreeView::viewportEvent(event);
}

void CellView::keepDropped(const CellDelegate &delegate)
{
    connect(&delegate, &CellDelegate::dropped, this,
            [this](const QModelIndex &cell, const QString &text) {
                m_dropped = {cell, text};
            });
}

void CellView::bringBack()
{
    const Dropped dropped = std::exchange(m_dropped, {});
    const QModelIndex cell = dropped.cell.isValid() ? QModelIndex(dropped.cell) : newCell();
    if (!cell.isValid())
        return;
    setCurrentIndex(cell);
    QTreeView::edit(cell);
    if (auto *editor = qobject_cast<CellEdit *>(indexWidget(cell))) {
        editor->setText(dropped.text);
        editor->setTyped();
    }
}

bool CellView::stepSideways(int key)
{
    const int step = key == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right) ? 1 : -1;
    int next = currentIndex().column() + step;
    while (next >= 0 && next < model()->columnCount() && isColumnHidden(next))
        next += step;
    if (next < 0 || next >= model()->columnCount())
        return false;
    setCurrentIndex(currentIndex().siblingAtColumn(next));
    return true;
}

QAction *CellView::addKey(QMenu *menu, const QString &text, const QKeySequence &key,
                          const std::function<void()> &run)
{
    QAction *action = menu->addAction(text, this, run);
    action->setShortcut(key); // shown only: the keys are the table's own
    action->setShortcutContext(Qt::WidgetShortcut);
    return action;
}

void CellView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex cell =
        event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (cell.isValid())
        setCurrentIndex(cell);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu, cell);
    if (menu->isEmpty())
        return delete menu;
    menu->popup(event->globalPos());
}

} // namespace Design
