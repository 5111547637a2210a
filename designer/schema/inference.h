#pragma once

#include "designer/model/schema_json.h"

namespace Design
{

/// The schema that a sample value suggests: types, `format` of strings that look like dates,
/// addresses or identifiers, `required` of members that every sample has. The value is valid
/// against it. Undefined gives the schema that accepts everything.
Schema inferSchema(const Json &sample, const NewId &newId);

/// The schema that all of these suggest together: where they differ it is the union.
Schema inferSchema(const QList<Json> &samples, const NewId &newId);

} // namespace Design
