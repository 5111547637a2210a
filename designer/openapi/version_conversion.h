#pragma once

#include "designer/model/api.h"
#include "designer/text/diagnostic.h"

namespace Design
{

/// The design as a document of OpenAPI 3.0.3. What 3.0 cannot say is written as close as it goes
/// and reported as a warning ("export-loss") with node and pointer of the place.
Api apiTo30(const Api &api, Diagnostics *diagnostics);

/// A design of OpenAPI 3.0 as one of 3.1.0.
Api apiTo31(const Api &api);

} // namespace Design
