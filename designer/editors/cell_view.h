#pragma once

#include <QPersistentModelIndex>
#include <QTreeView>

#include <functional>

class QKeyEvent;

namespace Design
{

class CellDelegate;
class CellTable;

/// A table that is worked on with the keyboard, cell by cell: what all of them have in common.
/// Typing or F2 edits, Left and Right go through the cells, the menu says the keys.
class CellView : public QTreeView
{
    Q_OBJECT

public:
    explicit CellView(QAbstractItemModel &model, QWidget *parent = nullptr);

    /// Whether the height follows the rows, for tables inside a longer page.
    void setGrowing(bool growing);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// The longer page that a growing table is a part of; null for a table that stands alone.
    QWidget *page() const;
    /// Takes what is being typed into a cell, or refuses it, before the cells become others.
    void takeTyped();

Q_SIGNALS:
    void currentCellChanged(const QModelIndex &cell);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

    /// What Escape throws away of this delegate's cells can be had back with the key of Undo, as
    /// long as nothing else was done.
    void keepDropped(const CellDelegate &delegate);
    /// The cell that something new is typed into, opened where there is none.
    virtual QModelIndex newCell() { return {}; }
    /// Keys that the table keeps from the window's shortcuts while it has the focus.
    virtual bool isOwnKey(const QKeyEvent &key) const;
    virtual void fillMenu(QMenu *, const QModelIndex &) {}
    /// An action that says a key of the table.
    QAction *addKey(QMenu *menu, const QString &text, const QKeySequence &key,
                    const std::function<void()> &run);
    /// Goes to the cell on the side that the key points to; false where there is none.
    bool stepSideways(int key);
    static Qt::KeyboardModifiers modifiersOf(const QKeyEvent &key);
    void regrow(); ///< after the number of rows has changed
    /// Gives the words of the rows for something new all columns; rows that were it have cells
    /// again.
    void spanNewRows(const CellTable &table, const QModelIndex &parent = {});

private:
    /// What was being typed into a cell when it was left.
    struct Dropped {
        QPersistentModelIndex cell; ///< invalid once its row was taken away
        QString text;
    };
    int shownRows() const;
    void showCurrent();
    void bringBack();

    Dropped m_dropped;
    bool m_isGrowing = false;
};

} // namespace Design
