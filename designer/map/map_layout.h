#pragma once

#include <QList>
#include <QPointF>
#include <QSizeF>

#include <optional>

namespace Design
{

/// A card, as far as its place is concerned.
struct LayoutBox {
    QSizeF size;
    std::optional<QPointF> place; ///< top left corner of a box that stays where it is
};

/// A line between two boxes. `right` is to stand further to the right than `left`.
struct LayoutLink {
    qsizetype left = 0;
    qsizetype right = 0;
    double leftOffset = 0; ///< where the line meets each box, below its top
    double rightOffset = 0;
};

struct LayoutOptions {
    double columnGap = 72;
    double rowGap = 28;
    double aspect = 1.6; ///< wanted width of the whole, in heights
};

/// Places for the top left corners of all boxes. Boxes that have a place keep it; the others are
/// put into layers from left to right, with few crossings and near to what they are linked with,
/// or beside the boxes that have a place. No box that is placed here overlaps another.
/// Links between unknown boxes are ignored. The same input always gives the same result.
QList<QPointF> layoutMap(const QList<LayoutBox> &boxes, const QList<LayoutLink> &links,
                         const LayoutOptions &options = {});

} // namespace Design
