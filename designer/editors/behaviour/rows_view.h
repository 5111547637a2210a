#pragma once

#include "designer/editors/cell_edit.h"
#include "designer/editors/cell_view.h"
#include "designer/itemmodels/cell_table.h"

namespace Design
{

class ColumnKeeper;
class RowDelegate;

/// The table in which rules, parameters, users and rows are typed. Enter begins a new row, typing
/// or F2 edits, Tab goes through the cells, Alt+Up and Alt+Down move, Space switches a box, Del
/// removes.
class RowsView : public CellView
{
    Q_OBJECT

public:
    /// `model` and `rows` are the same thing.
    RowsView(QAbstractItemModel &model, RowTable &rows, const QString &name,
             QWidget *parent = nullptr);

    RowDelegate &delegate() const { return *m_delegate; }
    /// Whether F4 has a form of the row to go to.
    void setHasDetails(bool has) { m_hasDetails = has; }
    void editCell(const QModelIndex &cell);
    void goTo(const QModelIndex &cell);

Q_SIGNALS:
    void detailsRequested();

protected:
    bool isOwnKey(const QKeyEvent &key) const override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void fillMenu(QMenu *menu, const QModelIndex &cell) override;
    QModelIndex newCell() override { return m_rows.newRow(); }

private:
    bool handleRowKey(const QKeyEvent &event);
    void leftCell(const QModelIndex &index, CellEdit::Leave how);
    QModelIndex nextCell(const QModelIndex &from, int step) const;
    void removeCurrent();
    void moveCurrent(int by);
    void refit();
    void fitColumns();

    RowTable &m_rows;
    RowDelegate *m_delegate;
    ColumnKeeper *m_columns;
    bool m_wasNewRow = false;
    bool m_hasDetails = false;
};

} // namespace Design
