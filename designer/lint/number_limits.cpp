#include "designer/lint/number_limits.h"

namespace Design
{

static NumberLimit limitOf(const Schema &schema, Keyword inclusive, Keyword exclusive, int stricter)
{
    NumberLimit limit{schema.value(inclusive), schema.flag(exclusive), inclusive};
    const Json &other = schema.value(exclusive);
    if (!other.isNumber())
        return limit;
    const bool isOtherStricter =
        !limit.value.isNumber() || compareNumbers(other, limit.value) * stricter >= 0;
    return isOtherStricter ? NumberLimit{other, true, exclusive} : limit;
}

NumberLimit lowerLimit(const Schema &schema)
{
    return limitOf(schema, Keyword::Minimum, Keyword::ExclusiveMinimum, 1);
}

NumberLimit upperLimit(const Schema &schema)
{
    return limitOf(schema, Keyword::Maximum, Keyword::ExclusiveMaximum, -1);
}

} // namespace Design
