#pragma once

#include "designer/editors/cell_edit.h"
#include "designer/itemmodels/schema_table_model.h"

#include <QPointer>
#include <QStyledItemDelegate>

namespace Design
{

class CellMessage;

/// Paints and edits the cells of a table of fields. A text that the model would refuse does not
/// leave the cell by Enter or Tab: the reason is shown below it.
class FieldDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit FieldDelegate(QObject *parent = nullptr);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    /// The message that is shown, or an empty text.
    QString shownMessage() const;

Q_SIGNALS:
    /// The editor of the cell has been left with a good text, or with Escape.
    void left(const QModelIndex &index, Design::CellEdit::Leave how);
    void backspaceOnEmpty(const QModelIndex &index);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void leave(CellEdit *editor, const QPersistentModelIndex &index, CellEdit::Leave how);
    void place(CellEdit &editor, const QModelIndex &index) const;
    void showError(QWidget *editor, const NotationError &error) const;
    void hideError() const;
    QStringList words(const SchemaTableModel &model) const;
    void paintChips(QPainter *painter, const QStyleOptionViewItem &option,
                    const QModelIndex &index) const;

    mutable QPointer<CellMessage> m_message;
    QString m_offered; ///< the missing model that the message offers to create
};

} // namespace Design
