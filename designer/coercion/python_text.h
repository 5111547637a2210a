#pragma once

#include "designer/text/json.h"

namespace Design
{

/// The value as Python's repr() prints it: 'a', 1, 1.0, True, None, [1, 'b'], {'a': 1}.
QString pythonRepr(const Json &value);

/// As Python's str() prints it: strings without quotes, everything else as repr().
QString pythonStr(const Json &value);

/// "'a'", "'a' or 'b'", "'a', 'b' or 'c'": the {expected} of enum and literal errors.
QString pythonChoices(const JsonArray &values);

} // namespace Design
