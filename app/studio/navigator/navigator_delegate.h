#pragma once

#include <QStyledItemDelegate>

/// Paints the navigator: methods in their colours and in one column, groups with a plus, badges.
class NavigatorDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// Where the plus of a group stands in its row; empty for rows without one.
    static QRect plusRect(const QRect &row, const QModelIndex &index);
};
