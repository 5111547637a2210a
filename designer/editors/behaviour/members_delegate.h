#pragma once

#include "designer/editors/cell_edit.h"
#include "designer/itemmodels/members/members_model.h"

#include <QPointer>
#include <QStyledItemDelegate>
#include <QTimer>

namespace Design
{

class CellMessage;

/// Edits the cells of a MembersModel. What is wrong with a text is said below the cell while it is
/// typed; such a text does not leave the cell by Enter or Tab.
class MembersDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit MembersDelegate(QObject *parent = nullptr);

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
    void left(const QModelIndex &index, Design::CellEdit::Leave how);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void leave(CellEdit *editor, const QPersistentModelIndex &index, CellEdit::Leave how);
    void place(CellEdit &editor, const QModelIndex &index) const;
    void checkTyped();
    void showError(CellEdit *editor, const QString &message) const;
    void hideError() const;

    mutable QPointer<CellMessage> m_message;
    mutable QPointer<CellEdit> m_typing;
    mutable QPersistentModelIndex m_typingAt;
    QTimer m_quiet;
};

} // namespace Design
