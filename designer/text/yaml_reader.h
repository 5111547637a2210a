#pragma once

#include "designer/text/json_reader.h"

namespace Design
{

/// Reads one YAML 1.2 document as JSON. Scalars are typed by the core schema (YAML 1.2.2 section
/// 10.3); keys of mappings become strings as they are written (`200:` is "200"); aliases are
/// expanded within the limits, `<<` merges as a warning-free extension; tags other than the core
/// schema's are inert and reported. Duplicate keys, more than one document, cycles and everything
/// libfyaml refuses are errors with line and column.
ReadText readYaml(const QByteArray &utf8, const ReadLimits &limits = {});

/// JSON or YAML, told apart by the first character that is not blank.
ReadText readJsonOrYaml(const QByteArray &utf8, const ReadLimits &limits = {});

} // namespace Design
