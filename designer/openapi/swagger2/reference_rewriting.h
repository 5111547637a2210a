#pragma once

#include "designer/openapi/swagger2/origins.h"

namespace Design::Swagger2
{

/// The converted document with every `$ref` into it following what it referred to.
Json withTargets(const Json &document, const Origins &origins);

} // namespace Design::Swagger2
