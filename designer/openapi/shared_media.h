#pragma once

#include "designer/model/api.h"

namespace Design
{

/// Puts what `components/mediaTypes` shares where it is referred to (OpenAPI 3.2, section 4.7). The
/// model knows no references to media types, and earlier versions have none. Nothing is shared then.
void placeSharedMedia(Api *api);

} // namespace Design
