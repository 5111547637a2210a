#pragma once

#include "designer/editors/cell_edit.h"
#include "designer/itemmodels/members/members_model.h"

#include <QTreeView>

namespace Design
{

class MembersDelegate;

/// The table in which rules, parameters, users and rows are typed. It is as high as its rows.
/// Enter begins a new row, typing or F2 edits, Tab goes through the cells, Alt+Up and Alt+Down
/// move, Space switches a box, Del removes.
class MembersView : public QTreeView
{
    Q_OBJECT

public:
    MembersView(MembersModel &model, const QString &name, QWidget *parent = nullptr);

    MembersModel &table() const { return m_model; }
    MembersDelegate &delegate() const { return *m_delegate; }
    void editCell(const QModelIndex &cell);
    void goTo(const QModelIndex &cell);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentCellChanged(const QModelIndex &cell);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    bool event(QEvent *event) override;

private:
    bool handleRowKey(QKeyEvent *event);
    void leftCell(const QModelIndex &index, CellEdit::Leave how);
    QModelIndex nextCell(const QModelIndex &from, int step) const;
    void removeCurrent();
    void moveCurrent(int by);
    void refit();

    MembersModel &m_model;
    MembersDelegate *m_delegate;
    bool m_wasNewRow = false;
};

} // namespace Design
