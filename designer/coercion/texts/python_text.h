#pragma once

#include "designer/text/json.h"

namespace Design
{

/// The value as Python's repr() prints it: 'a', 1, 1.0, True, None, [1, 'b'], {'a': 1}.
QString pythonRepr(const Json &value);

/// As Python's str() prints it: strings without quotes, everything else as repr().
QString pythonStr(const Json &value);

/// "'a'", "'a' or 'b'", "'a', 'b' or 'c'": the {expected} of enum and literal errors. A list among
/// them stands for a tuple, as the values of an Enum are hashable.
QString pythonChoices(const JsonArray &values);

/// Why Python's bytes.decode() refuses the bytes ("'utf-8' codec can't decode byte 0xff in position
/// 0: invalid start byte"); empty when they are UTF-8.
QString pythonUtf8Error(const QByteArray &bytes);

} // namespace Design
