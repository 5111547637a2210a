#pragma once

#include "designer/model/schema.h"

#include <functional>

namespace Design
{

/// Called for what the other version cannot say, with the schema that says it.
using ConversionReport = std::function<void(NodeId schema, const QString &message)>;

/// The schema and everything in it, from JSON Schema 2020-12 (OpenAPI 3.1) to the dialect of
/// OpenAPI 3.0.3 (section 4.7.24): the null type becomes `nullable`, numeric exclusive bounds
/// become flags, const a list of one, if/then/else and dependencies become anyOf with not. What
/// 3.0 cannot say is left out, so that it accepts more rather than less, and reported.
/// The ids of schemas that were there before stay.
Schema schemaTo30(const Schema &schema, const ConversionReport &report);

/// From the dialect of OpenAPI 3.0 to JSON Schema 2020-12; there is nothing that it cannot say.
Schema schemaTo31(const Schema &schema);

} // namespace Design
