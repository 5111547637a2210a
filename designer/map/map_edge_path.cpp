#include "designer/map/map_edge_path.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Design
{

static constexpr double markerLength = 12;
static constexpr double markerWidth = 6; ///< to each side of the line

QRectF EdgePath::bounds() const
{
    const double room = markerLength + 2;
    return line.boundingRect().united(QRectF(end, QSizeF())).adjusted(-room, -room, room, room);
}

namespace
{

constexpr double clearance = 6; ///< between a line and a card that it passes
constexpr double lane = 14;     ///< the same for lines that go around one

bool isFree(const QRectF &place, const QList<QRectF> &obstacles)
{
    const QRectF wide = place.adjusted(-clearance, -clearance, clearance, clearance);
    return std::none_of(obstacles.begin(), obstacles.end(),
                        [&wide](const QRectF &obstacle) { return obstacle.intersects(wide); });
}

bool isFree(const QPainterPath &line, const QList<QRectF> &obstacles)
{
    constexpr int samples = 32;
    for (int i = 0; i <= samples; ++i) {
        if (!isFree(QRectF(line.pointAtPercent(double(i) / samples), QSizeF(0, 0)), obstacles))
            return false;
    }
    return true;
}

bool isFree(const QList<QPointF> &corners, const QList<QRectF> &obstacles)
{
    for (qsizetype i = 1; i < corners.size(); ++i) {
        // All its parts run level or upright, so that they are rectangles without width.
        if (!isFree(QRectF(corners.at(i - 1), corners.at(i)).normalized(), obstacles))
            return false;
    }
    return true;
}

QPainterPath rounded(const QList<QPointF> &corners)
{
    constexpr double radius = 10;
    QPainterPath line(corners.first());
    for (qsizetype i = 1; i + 1 < corners.size(); ++i) {
        const QPointF corner = corners.at(i);
        const QLineF in(corner, corners.at(i - 1));
        const QLineF out(corner, corners.at(i + 1));
        const double cut = std::min({radius, in.length() / 2, out.length() / 2});
        if (cut < 0.5) {
            line.lineTo(corner);
            continue;
        }
        line.lineTo(in.pointAt(cut / in.length()));
        line.quadTo(corner, out.pointAt(cut / out.length()));
    }
    line.lineTo(corners.last());
    return line;
}

/// From start to end above or below of what is in the way, by the shortest such way; empty when
/// there is none.
QPainterPath detour(const QPointF &start, double startSide, const QPointF &end, double endSide,
                    const QList<QRectF> &obstacles)
{
    QList<QPointF> best;
    double least = std::numeric_limits<double>::max();
    for (const QRectF &obstacle : obstacles) {
        for (const double y : {obstacle.top() - lane, obstacle.bottom() + lane}) {
            const double length = std::abs(start.y() - y) + std::abs(end.y() - y);
            if (length >= least)
                continue;
            for (const double out : {16.0, 32.0, 56.0}) {
                const double x1 = start.x() + startSide * out;
                const double x2 = end.x() + endSide * out;
                const QList<QPointF> corners{start,   {x1, start.y()}, {x1, y},
                                             {x2, y}, {x2, end.y()},   end};
                if (!isFree(corners, obstacles))
                    continue;
                least = length;
                best = corners;
                break;
            }
        }
    }
    return best.isEmpty() ? QPainterPath() : rounded(best);
}

} // namespace

EdgePath edgePath(const QRectF &from, double startY, const QRectF &to, double endY,
                  const QList<QRectF> &obstacles)
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
    if (!obstacles.isEmpty() && !isFree(path.line, obstacles)) {
        const QPainterPath around = detour(path.start, startSide, lineEnd, endSide, obstacles);
        if (!around.isEmpty())
            path.line = around;
    }
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
