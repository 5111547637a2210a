#pragma once

#include "designer/text/source_map.h"

namespace Design
{

/// The value as JSON text, UTF-8, numbers as they were read, non-ASCII characters unescaped.
/// indent 0 gives one line without spaces; otherwise that many spaces a level and a final newline.
/// Lone surrogates are written as escapes. What JSON cannot say (NaN, infinities, undefined values)
/// becomes null.
QByteArray writeJson(const Json &value, int indent = 0);

/// The same, with the place of each value in the text.
QByteArray writeJson(const Json &value, int indent, SourceMap *sourceMap);

/// As Python's json.dumps(value, ensure_ascii=False, separators=(",", ":")) after json.loads:
/// fractions in their shortest form (`1.10` becomes `1.1`, `1E2` becomes `100.0`), integers of any
/// size exact, `-0` becomes `0`. Where Python would fail or write what is no JSON: NaN and numbers
/// beyond a double become null, lone surrogates U+FFFD.
QByteArray writePythonJson(const Json &value);

} // namespace Design
