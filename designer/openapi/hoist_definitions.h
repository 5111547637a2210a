#pragma once

#include "designer/model/api.h"

namespace Design
{

/// Makes the `$defs` and `definitions` of the component schemas components of their own, for
/// versions that have no such keywords. References into them lead to the new components.
void hoistDefinitions(Api &api);

} // namespace Design
