#pragma once

#include "designer/model/api.h"

namespace Design
{

/// What an expression at a route can name, for completion: `query.limit`, `body.title`,
/// `deps.user`, `store.items`, `now()`. operation None: anywhere in the design.
/// params: names of a dependency's own parameters.
QStringList expressionWords(const Api &api, NodeId operation, const QStringList &params = {});

} // namespace Design
