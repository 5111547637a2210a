#pragma once

#include "designer/model/keyword.h"
#include "designer/text/json.h"

namespace Design
{

/// What the value of a keyword must be, such as "a non-negative integer", if this one is not;
/// empty when it is fine. JSON Schema 2020-12 with the forms that OpenAPI 3.0 allows besides
/// (boolean exclusiveMinimum and exclusiveMaximum). Only keywords of KeywordShape::Value.
QString expectedValue(Keyword keyword, const Json &value);

} // namespace Design
