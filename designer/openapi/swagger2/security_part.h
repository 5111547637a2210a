#pragma once

#include "designer/text/json.h"

namespace Design::Swagger2
{

/// A Security Scheme Object: `basic` becomes an HTTP scheme, the flow of OAuth 2.0 one of `flows`.
Json convertedSecurityScheme(const Json &scheme);

} // namespace Design::Swagger2
