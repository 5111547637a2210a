#pragma once

#include "designer/model/api.h"

#include <QHash>

namespace Design
{

/// Where a part of a shared media type stands, of which a copy was put where it is referred to.
struct SharedPlace {
    NodeId reference = NodeId::None; ///< the media type that refers to it, which is in the design
    QString pointer;                 ///< in the design: `/components/mediaTypes/Pet/schema`
};

/// A design with what `components/mediaTypes` shares where it is referred to (OpenAPI 3.2).
struct PlacedMedia {
    Api api;
    QHash<NodeId, SharedPlace> places; ///< of the nodes of the copies, which the design has not
};

/// The model knows no references to media types, and earlier versions have none. Nothing is shared
/// in the result.
PlacedMedia placedMedia(const Api &api);

/// The same without the places.
Api withPlacedMedia(const Api &api);

} // namespace Design
