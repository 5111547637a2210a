#pragma once

#include "designer/model/locate.h"

namespace Design
{

/// One place that refers to a component schema.
struct SchemaUse {
    NodeId node = NodeId::None; ///< the schema with the reference
    QString text;               ///< "ItemCreate · tags", "GET /items/ · 200"
};

/// Where a component schema is referred to, in the order of the document.
QList<SchemaUse> usesOfSchema(const Api &api, const NodeIndex &index, NodeId component);

/// How many places that are: without their words, which takes a fraction of the time.
qsizetype countUsesOfSchema(const Api &api, NodeId component);

} // namespace Design
