#pragma once

#include "designer/text/json_reader.h"

namespace Design
{

/// Reads one YAML 1.2 document as JSON. Scalars are typed by the core schema (YAML 1.2.2 section
/// 10.3); keys of mappings become strings as they are written (`200:` is "200"). Aliases are
/// expanded, and a plain key `<<` takes over the members of the objects it stands for; what these
/// add counts against limits.aliasNodes. Tags outside the core schema do nothing and are warnings.
///
/// Errors, by rule: "yaml-syntax" for what is no YAML; "duplicate-key",
/// "yaml-documents" (there is more than one), "yaml-key" (not a scalar), "yaml-alias" (unknown, or
/// inside its own value) and "yaml-tag" (a value unlike its core tag) leave a value; "yaml-empty",
/// "too-deep", "too-large" and too many "yaml-alias" values do not.
ReadText readYaml(const QByteArray &utf8, const ReadLimits &limits = {});

/// JSON or YAML, told apart by the first character that is not blank: `{` and `[` begin JSON.
ReadText readJsonOrYaml(const QByteArray &utf8, const ReadLimits &limits = {});

} // namespace Design
