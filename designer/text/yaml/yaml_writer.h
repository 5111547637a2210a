#pragma once

#include "designer/text/source_map.h"

namespace Design
{

/// The value as a YAML 1.2 block document that every YAML reader, 1.1 ones included, takes for the
/// same value: strings that could be read as something else (`1.0`, `yes`, `2026-01-01`, `0x1f`,
/// keys such as `200`) are quoted; texts of several lines are literal blocks where that is exact.
/// Lists are indented by two spaces under their key; empty lists and objects are `[]` and `{}`.
/// Numbers keep their text, so that some readers of YAML 1.1 take `1e5` (no point in it) for a
/// string. readYaml() gives back exactly the value, except for lone surrogates, which YAML cannot
/// carry: they become U+FFFD. Undefined values become null.
QByteArray writeYaml(const Json &value, SourceMap *sourceMap = nullptr);

} // namespace Design
