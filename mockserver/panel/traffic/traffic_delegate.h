#pragma once

#include <QStyledItemDelegate>

namespace Mock
{

/// Paints methods and statuses in their colours, and the place of a rule behind its sentence.
class TrafficDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace Mock
