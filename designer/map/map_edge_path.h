#pragma once

#include "designer/map/map_graph.h"

#include <QPainterPath>

namespace Design
{

/// How the line of an edge runs: from the side of one card to the nearer side of the other.
struct EdgePath {
    QPainterPath line; ///< ends where the marker begins
    QPointF start;     ///< at the row
    QPointF end;       ///< at the other card
    double side = -1;  ///< which way the other card's side looks: -1 to the left, 1 to the right

    /// With room for the markers.
    QRectF bounds() const;
};

/// startY and endY are where the line leaves and meets the cards. The cards may be the same one.
/// The line goes around the obstacles, which are other cards, where there is a way around.
EdgePath edgePath(const QRectF &from, double startY, const QRectF &to, double endY,
                  const QList<QRectF> &obstacles = {});

/// What stands at the end of an edge tells its kind without colours.
enum class EdgeMarker { Arrow, CrowFoot, OpenArrow, HollowTriangle };
EdgeMarker markerOf(const MapEdge &edge);
/// Unions are dashed.
bool isDashed(const MapEdge &edge);
/// The outline of a marker; Arrow is filled, HollowTriangle is filled with the background.
QPainterPath markerPath(EdgeMarker marker, const EdgePath &path);

} // namespace Design
