#pragma once

#include "designer/model/api.h"

namespace Design
{

/// The design with what `components/mediaTypes` shares where it is referred to (OpenAPI 3.2). The
/// model knows no references to media types, and earlier versions have none. Nothing is shared
/// then.
Api withPlacedMedia(const Api &api);

} // namespace Design
