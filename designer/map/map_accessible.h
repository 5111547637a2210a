#pragma once

#include "designer/text/diagnostic.h"

#include <QString>

namespace Design
{

class MapScene;
class MapView;

/// Lets screen readers see the cards: Qt shows them nothing inside of a QGraphicsView. Each card is
/// a list item below the view, "Model Todo, 6 fields, refers to User, Team". Once is enough, more
/// does no harm.
void installMapAccessibility();

/// Tells that another card is the current one.
void announceMapCard(MapView *view, NodeId node);

/// What a screen reader says of a card; empty for unknown ones.
QString mapCardName(const MapScene &map, NodeId node);

} // namespace Design
