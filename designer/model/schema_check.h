#pragma once

#include "designer/model/place.h"
#include "designer/model/schema.h"
#include "designer/text/diagnostic.h"

namespace Design
{

/// Appends what is malformed in a schema and everything below it: values that are no schemas,
/// keywords with values of the wrong shape (rule "invalid-schema"), each with node and pointer.
/// Whether the constraints make sense together is the business of the lint rules.
void checkSchema(const Schema &schema, const Place &place, Diagnostics &diagnostics);

} // namespace Design
