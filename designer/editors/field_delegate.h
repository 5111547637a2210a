#pragma once

#include "designer/editors/cell_delegate.h"
#include "designer/itemmodels/schema_table_model.h"

namespace Design
{

/// Paints and edits the cells of a table of fields.
class FieldDelegate : public CellDelegate
{
    Q_OBJECT

public:
    explicit FieldDelegate(SchemaTableModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

Q_SIGNALS:
    void backspaceOnEmpty(const QModelIndex &index);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    void prepare(CellEdit *editor, const QPersistentModelIndex &cell) override;
    void cancel(CellEdit *editor, const QPersistentModelIndex &cell) override;
    bool help(const NotationError &error, CellEdit::Leave how) override;
    QString messageOf(const NotationError &error) const override;

private:
    void writeAtOnce(CellEdit *editor, const QPersistentModelIndex &cell);
    QStringList words() const;
    void paintChips(QPainter *painter, const QStyleOptionViewItem &option,
                    const QModelIndex &index) const;

    SchemaTableModel &m_model;
    QString m_offered; ///< the missing model that the message offers to create
};

} // namespace Design
