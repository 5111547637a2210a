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

/// Whether the design is one of OpenAPI 3.2.
bool isVersion32(const Api &api);

/// A design of OpenAPI 3.2 as one of 3.1.0. What came with 3.2 is left out, and reported as
/// apiTo30() does.
Api apiFrom32(const Api &api, Diagnostics *diagnostics);

} // namespace Design
