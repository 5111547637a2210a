#pragma once

#include "designer/model/locate.h"

namespace Design
{

/// The operation that takes all requests of this one, because it stands before it and its path
/// fits wherever this one's does; None where there is no such operation. Only FastAPI looks at
/// the order of routes.
NodeId shadowOf(const Api &api, NodeId operation);

} // namespace Design
