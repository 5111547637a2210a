#pragma once

#include "designer/text/json.h"

namespace Design::Swagger2
{

/// A Schema Object of 2.0 as one of 3.0: the discriminator becomes an object, `x-nullable` becomes
/// `nullable`, `type: file` a binary string. Everything keeps its place.
Json convertedSchema(const Json &schema);

} // namespace Design::Swagger2
