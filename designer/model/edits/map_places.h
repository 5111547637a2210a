#pragma once

#include "designer/model/api.h"

#include <QHash>
#include <QPoint>

namespace Design
{

/// Where the models stand on the map, by the id of the component schema: the top left corner of the
/// card, in units of the map (a line of a card is 20 high). Kept in the design as
/// `x-menura.map.<name>: [x, y]`; what is malformed or names no model is left out.
QHash<NodeId, QPoint> mapPlaces(const Api &api);

/// Keeps these places and no others; empty takes the map out of the design. Everything else that
/// stands in x-menura stays.
void setMapPlaces(Api &api, const QHash<NodeId, QPoint> &places);

/// For renames: the place of a model goes with its name. False when it had none.
bool renameMapPlace(Api &api, const QString &from, const QString &to);

} // namespace Design
