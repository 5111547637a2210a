#pragma once

#include "designer/document/behaviour_item.h"
#include "designer/model/locate.h"

namespace Design
{

/// One place that speaks of a component schema.
struct SchemaUse {
    NodeId node = NodeId::None; ///< the schema with the reference; none: it is of an item
    BehaviourItem item;
    QString text; ///< "ItemCreate · tags", "GET /items/ · 200", "store items · model"
};

/// Where a component schema is referred to, in the order of the document, and then the stores and
/// tests that name it.
QList<SchemaUse> usesOfSchema(const Api &api, const NodeIndex &index, NodeId component);

/// How many places that are: without their words, which takes a fraction of the time.
qsizetype countUsesOfSchema(const Api &api, NodeId component);

} // namespace Design
