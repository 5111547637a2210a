#pragma once

#include "designer/editors/cell_delegate.h"

namespace Design
{

/// Edits the cells of a RowTable. What is wrong with a text is said while it is typed.
class RowDelegate : public CellDelegate
{
    Q_OBJECT

public:
    explicit RowDelegate(RowTable &table, QObject *parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    void prepare(CellEdit *editor, const QPersistentModelIndex &cell) override;
    bool saysAtOnce() const override { return true; }

private:
    RowTable &m_table;
};

} // namespace Design
