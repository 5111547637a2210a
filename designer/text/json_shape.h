#pragma once

#include "designer/text/json.h"

namespace Design
{

/// The first of elements that are objects of one and the same shape, keys and kinds; null where
/// there is no element, or one that is something else. Most lists in APIs are like this.
const JsonObject *firstOfAlike(const JsonArray &array);

} // namespace Design
