#include "designer/coercion/reading.h"
#include "designer/coercion/texts/number_text.h"
#include "designer/coercion/types/number_types.h"

#include <cmath>

namespace Design
{

namespace
{

/// A limit as pydantic keeps it for a float: 10 is 10.0, also in the context of the error.
void makeFloat(Constraint &limit)
{
    if (limit.value.isNumber())
        limit.value = Json(limit.value.toDouble());
}

/// The double that lax mode takes the input for; nothing with the error noted.
std::optional<double> readFloat(const Json &input, Reading &reading, NodeId node)
{
    switch (input.type()) {
    case Json::Type::Number:
        return input.toDouble();
    case Json::Type::Integer: {
        const double value = input.toDouble();
        if (std::isinf(value)) // Python: int too large to convert to float
            break;
        reading.atMost(Exactness::Strict);
        return value + 0.0; // an integer has no negative zero
    }
    case Json::Type::Boolean:
        reading.atMost(Exactness::Lax);
        return input.toBool() ? 1.0 : 0.0;
    case Json::Type::String: {
        const std::optional<double> value = readFloatText(input.string());
        if (value)
            reading.atMost(Exactness::Lax);
        else
            reading.refuse(ErrorType::FloatParsing, input, node, Keyword::Type);
        return value;
    }
    default:
        break;
    }
    reading.refuse(ErrorType::FloatType, input, node, Keyword::Type);
    return std::nullopt;
}

} // namespace

FloatType::FloatType(NodeId node, const NumberLimits &limits)
    : Type(node)
    , m_limits(limits)
{
    for (Constraint *limit : {&m_limits.multipleOf, &m_limits.lessOrEqual, &m_limits.less,
                              &m_limits.greaterOrEqual, &m_limits.greater})
        makeFloat(*limit);
}

Json FloatType::read(const Json &input, Reading &reading) const
{
    const std::optional<double> read = readFloat(input, reading, node());
    if (!read)
        return {};
    const double value = *read;
    const auto fails = [&](ErrorType type, const char *key, const Constraint &limit) {
        return reading.refuse(type, input, limit.node, limit.keyword,
                              {{QString::fromLatin1(key), limit.value}});
    };
    const NumberLimits &limits = m_limits;
    if (limits.multipleOf.isSet()) {
        constexpr double tolerance = 1e-9; // pydantic's
        const double step = limits.multipleOf.value.toDouble();
        const double rest = std::abs(value - std::round(value / step) * step);
        if (rest > tolerance)
            return fails(ErrorType::MultipleOf, "multiple_of", limits.multipleOf);
    }
    // Written so that NaN, which compares with nothing, fails each of them.
    if (limits.lessOrEqual.isSet() && !(value <= limits.lessOrEqual.value.toDouble()))
        return fails(ErrorType::LessThanEqual, "le", limits.lessOrEqual);
    if (limits.less.isSet() && !(value < limits.less.value.toDouble()))
        return fails(ErrorType::LessThan, "lt", limits.less);
    if (limits.greaterOrEqual.isSet() && !(value >= limits.greaterOrEqual.value.toDouble()))
        return fails(ErrorType::GreaterThanEqual, "ge", limits.greaterOrEqual);
    if (limits.greater.isSet() && !(value > limits.greater.value.toDouble()))
        return fails(ErrorType::GreaterThan, "gt", limits.greater);
    // A schema cannot say whether infinity was meant to be allowed. As a text it is refused, as an
    // answer could not carry it; as a number of Python's JSON no error could quote it either.
    if (!std::isfinite(value) && !input.isNumber())
        return reading.refuse(ErrorType::FiniteNumber, input, node(), Keyword::Type);
    return Json(value);
}

QString FloatType::name() const
{
    return m_limits.isEmpty() ? QStringLiteral("float") : QStringLiteral("constrained-float");
}

} // namespace Design
