#pragma once

#include "designer/text/json.h"

namespace Mock
{

/// The JSON with another value at a place: names of members and indexes of items. Undefined takes
/// a member out; lists grow with null.
Design::Json replaced(const Design::Json &json, const Design::JsonArray &place,
                      const Design::Json &value);

/// The value at a place; undefined when there is none.
Design::Json valueAt(const Design::Json &json, const Design::JsonArray &place);

} // namespace Mock
