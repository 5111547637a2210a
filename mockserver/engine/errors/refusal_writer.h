#pragma once

#include "mockserver/engine/compiled_api_p.h"
#include "mockserver/engine/errors/refusal.h"

namespace Mock
{

/// The refusal in the shape that the design chose; route is null where none was found, or where
/// the refusal is no matter of the API. 422 becomes 400 where the route declares that one only.
Response refusalResponse(const CompiledApiPrivate &api, const RoutePlan *route,
                         const Request &request, const Refusal &refusal);

} // namespace Mock
