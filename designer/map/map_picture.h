#pragma once

#include "designer/looks/theme.h"
#include "designer/map/map_edge_path.h"
#include "designer/map/map_graph.h"

#include <QByteArray>
#include <QString>

namespace Design
{

class MapScene;

/// What a map shows, as values.
struct MapDrawing {
    QList<std::pair<MapCard, QPointF>> cards;
    QList<std::pair<MapEdge, EdgePath>> edges;
    QRectF cardsRect; ///< around all cards; null without any
    Theme theme;
};

MapDrawing drawingOf(const MapScene &map);

enum class PictureFormat { Svg, Png };

/// SVG for names that end in .svg, PNG for all others.
PictureFormat pictureFormatOfFile(const QString &path);

/// All cards and edges as a picture, twice as large as on an ordinary screen if PNG, smaller where
/// that would be more than 60 megapixels. Empty when there are no cards. May be made in any thread.
QByteArray mapPicture(const MapDrawing &map, PictureFormat format, const QString &title);

} // namespace Design
