#pragma once

#include "designer/model/locate.h"

namespace Design
{

/// What people call a place of the design: "ItemCreate.price", "Tag", "GET /items/ · limit",
/// "POST /items/ · body". Empty for the design itself and for unknown nodes.
QString placeName(const Api &api, const NodeIndex &index, NodeId node);

/// The same for a JSON Pointer into the document, as far as it can be read.
QString placeName(const Api &api, const QString &pointer);

} // namespace Design
