#include "designer/map/map_edge_path.h"

#include <algorithm>
#include <cmath>

namespace Design
{

static constexpr double markerLength = 12;
static constexpr double markerWidth = 6; ///< to each side of the line

QRectF EdgePath::bounds() const
{
    const double room = markerLength + 2;
    return line.boundingRect().united(QRectF(end, QSizeF())).adjusted(-room, -room, room, room);
}

EdgePath edgePath(const QRectF &from, double startY, const QRectF &to, double endY)
{
    constexpr double needed = 24; // between the cards, for a line that goes straight over
    double startSide = 1;
    double endSide = -1;
    if (to.left() >= from.right() + needed) {
        startSide = 1;
        endSide = -1;
    } else if (to.right() <= from.left() - needed) {
        startSide = -1;
        endSide = 1;
    } else {
        // One above the other, or the same one: around the side where they differ less.
        const bool isRight =
            std::abs(from.right() - to.right()) <= std::abs(from.left() - to.left());
        startSide = endSide = isRight ? 1 : -1;
    }
    EdgePath path;
    path.side = endSide;
    path.start = QPointF(startSide > 0 ? from.right() : from.left(), startY);
    path.end = QPointF(endSide > 0 ? to.right() : to.left(), endY);
    const QPointF lineEnd = path.end + QPointF(endSide * markerLength, 0);
    const double bend = std::clamp(std::abs(lineEnd.x() - path.start.x()) / 2, 32.0, 140.0);
    path.line.moveTo(path.start);
    path.line.cubicTo(path.start + QPointF(startSide * bend, 0),
                      lineEnd + QPointF(endSide * bend, 0), lineEnd);
    return path;
}

EdgeMarker markerOf(const MapEdge &edge)
{
    switch (edge.kind) {
    case EdgeKind::Reference:
        return EdgeMarker::Arrow;
    case EdgeKind::List:
        return EdgeMarker::CrowFoot;
    case EdgeKind::Union:
        return edge.isMany ? EdgeMarker::CrowFoot : EdgeMarker::OpenArrow;
    case EdgeKind::Inheritance:
        return EdgeMarker::HollowTriangle;
    }
    return EdgeMarker::Arrow;
}

bool isDashed(const MapEdge &edge)
{
    return edge.kind == EdgeKind::Union;
}

QPainterPath markerPath(EdgeMarker marker, const EdgePath &path)
{
    const QPointF tip = path.end;
    const QPointF back = tip + QPointF(path.side * markerLength, 0);
    QPainterPath shape;
    switch (marker) {
    case EdgeMarker::Arrow: {
        const QPointF neck = tip + QPointF(path.side * 9, 0);
        shape.moveTo(tip);
        shape.lineTo(neck + QPointF(0, 4));
        shape.lineTo(neck - QPointF(0, 4));
        shape.closeSubpath();
        shape.moveTo(neck);
        shape.lineTo(back);
        break;
    }
    case EdgeMarker::CrowFoot:
        shape.moveTo(tip + QPointF(0, markerWidth));
        shape.lineTo(back);
        shape.lineTo(tip - QPointF(0, markerWidth));
        shape.moveTo(back);
        shape.lineTo(tip);
        break;
    case EdgeMarker::OpenArrow:
        shape.moveTo(tip + QPointF(path.side * 9, 5));
        shape.lineTo(tip);
        shape.lineTo(tip + QPointF(path.side * 9, -5));
        shape.moveTo(tip);
        shape.lineTo(back);
        break;
    case EdgeMarker::HollowTriangle:
        shape.moveTo(tip);
        shape.lineTo(back + QPointF(0, 7));
        shape.lineTo(back - QPointF(0, 7));
        shape.closeSubpath();
        break;
    }
    return shape;
}

} // namespace Design
