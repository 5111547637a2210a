#pragma once

#include "designer/model/api.h"

namespace Design
{

/// Makes a field, or an alternative, of the type of a component schema: `T`, `[T]` where it is a
/// list and `{T}` where it is a map; "or nothing" stays. Rules that no longer fit go. False, with
/// nothing changed, where an id is no schema or no component.
bool pointRowAt(Api &api, NodeId row, NodeId component);

} // namespace Design
