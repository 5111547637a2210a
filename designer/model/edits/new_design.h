#pragma once

#include "designer/model/api.h"

namespace Design
{

/// An empty design: OpenAPI 3.1, version 0.1.0, no paths yet.
Api newDesign(const QString &title);

} // namespace Design
