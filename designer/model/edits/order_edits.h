#pragma once

#include "designer/model/api.h"

namespace Design
{

// Edits of the order of things and of the groups they stand in. Each changes nothing and says so
// (None or false) where an id is not of the right kind.

enum class Side { Before, Behind };

/// Puts an operation beside another one. The operations of a path stand together in a document, so
/// between paths it is the whole path that moves.
bool placeOperation(Api &api, NodeId operation, NodeId other, Side side);

/// The tag that groups the operation: replaces its first one; an empty name takes that away.
bool setMainTag(Api &api, NodeId operation, const QString &tag);

/// Puts a component schema beside another one.
bool placeSchema(Api &api, NodeId schema, NodeId other, Side side);

/// A copy under a new path of the same form, behind the original: `/users/{id}` gives
/// `/users-copy/{id}`.
NodeId copyOperation(Api &api, NodeId operation);

} // namespace Design
