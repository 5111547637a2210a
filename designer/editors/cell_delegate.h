#pragma once

#include "designer/editors/cell_edit.h"
#include "designer/itemmodels/cell_table.h"

#include <QPersistentModelIndex>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QTimer>

namespace Design
{

class CellMessage;

/// Edits the cells of a CellTable. A text that the table would refuse does not leave the cell by
/// Enter or Tab: the reason is shown below it. What is being typed is never overwritten.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    CellDelegate(CellTable &table, QObject *parent);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The message that is shown, or an empty text.
    QString shownMessage() const;

Q_SIGNALS:
    /// The editor of the cell has been left with a good text, or with Escape.
    void left(const QModelIndex &index, Design::CellEdit::Leave how);
    /// Escape: this text that was being typed into the cell is gone.
    void dropped(const QModelIndex &index, const QString &text);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

    /// Gives the editor of a cell its words, and whatever else it has.
    virtual void prepare(CellEdit *editor, const QPersistentModelIndex &cell) = 0;
    /// Whether mistakes are said while they are typed, and not only by Enter.
    virtual bool saysAtOnce() const { return false; }
    /// Escape: the cell is to be as it was before.
    virtual void cancel(CellEdit *editor, const QPersistentModelIndex &cell);
    /// Tries to do what would make the text a good one; true: it may be one now.
    virtual bool help(const NotationError &, CellEdit::Leave) { return false; }
    virtual QString messageOf(const NotationError &error) const { return error.message; }

private:
    void open(CellEdit *editor, const QPersistentModelIndex &cell);
    void leave(CellEdit *editor, const QPersistentModelIndex &cell, CellEdit::Leave how);
    void place(CellEdit &editor, const QModelIndex &index) const;
    void checkTyped();
    void showError(CellEdit *editor, const NotationError &error);
    void hideError();

    CellTable &m_table;
    QPointer<CellMessage> m_message;
    QPointer<CellEdit> m_typing;
    QPersistentModelIndex m_typingAt;
    QTimer m_quiet;
};

} // namespace Design
