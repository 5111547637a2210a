#pragma once

#include "designer/model/api.h"

#include <optional>

namespace Design
{

// Edits of routers that the paths of their routes follow.

/// Gives a router another prefix, and the paths of its routes with it. How many paths; nothing and
/// no change where there is no such router or a path is taken.
std::optional<int> changeRouterPrefix(Api &api, const QString &router, const QString &prefix);

/// Puts a router into another one (empty: into none); the paths of its routes follow. Nothing
/// where there is no such router, it would be inside itself, or a path is taken.
std::optional<int> changeRouterParent(Api &api, const QString &router, const QString &parent);

/// Takes a route out of the routers that it is in and puts it into this one (empty: into none):
/// its path gets the prefix instead of theirs. False where there is no such thing or the path is
/// taken.
bool moveToRouter(Api &api, NodeId operation, const QString &router);

} // namespace Design
