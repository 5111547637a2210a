#pragma once

#include "designer/model/api.h"

namespace Design
{

/// The design with what its `x-menura` extensions say added as plain OpenAPI, as FastAPI would
/// document it: tags and common responses of routers, parameters and security of dependencies,
/// responses (with examples) of error rules and actions, the paths that give out tokens; and in the
/// profile that says so FastAPI's 422. Shared media types stand where they are used. Nodes that
/// were there keep their ids; the extensions stay.
Api flattened(const Api &api);

/// The path that gives out the tokens of a security scheme; empty where it has none.
QString tokenPath(const Api &api, const QString &scheme);

} // namespace Design
