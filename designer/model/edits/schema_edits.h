#pragma once

#include "designer/model/api.h"

namespace Design
{

// Edits of the component schemas. Each changes nothing and says so (None, false, -1) where an id
// is no component schema, or a name is taken or no name for a component.

/// Adds `type: object` under this name, last. References that named it already lead there now.
NodeId addSchema(Api &api, const QString &name);
/// Adds this schema, with new ids, under the name.
NodeId addSchema(Api &api, const QString &name, const Schema &schema);
/// A copy with new ids behind the original, under a name of its own.
NodeId duplicateSchema(Api &api, NodeId schema);

/// References to it stay as they are written, and dangle.
bool removeSchema(Api &api, NodeId schema);

/// Everything that names the schema follows: references, mappings of discriminators, references in
/// examples, extensions and unknown keywords. Returns the number of those places.
int renameSchema(Api &api, NodeId schema, const QString &name);

/// Gives the schema another place among the components; index counts as it is afterwards.
bool moveSchema(Api &api, NodeId schema, qsizetype index);

/// What the schema extends: the component schemas that its allOf refers to, in their order.
QList<NodeId> extendsOf(const Schema &schema);
/// The first of them; None when there is none.
inline NodeId firstExtended(const Schema &schema)
{
    return extendsOf(schema).value(0);
}
/// Lets the schema extend base instead of what it extended first; None ends that. False also when
/// base extends the schema itself, directly or not.
bool setExtends(Api &api, NodeId schema, NodeId base);

} // namespace Design
