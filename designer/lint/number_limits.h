#pragma once

#include "designer/model/schema.h"

namespace Design
{

/// A limit of numbers: of the two keywords the stricter one.
struct NumberLimit {
    Json value; ///< no number where there is no limit
    bool isExclusive = false;
    Keyword keyword = Keyword::Unknown; ///< that has the value
};

/// From `minimum` and `exclusiveMinimum`: the flag of OpenAPI 3.0 and the number of 2020-12 alike.
NumberLimit lowerLimit(const Schema &schema);
/// From `maximum` and `exclusiveMaximum`.
NumberLimit upperLimit(const Schema &schema);

} // namespace Design
