#include "designer/coercion/number_text.h"
#include "designer/coercion/number_types.h"
#include "designer/coercion/reading.h"
#include "designer/text/number.h"

#include <cmath>

namespace Design
{

namespace
{

Json fromFloat(const Json &input, Reading &reading, NodeId node)
{
    const double value = input.toDouble();
    if (!std::isfinite(value))
        return reading.refuse(ErrorType::FiniteNumber, input, node, Keyword::Type);
    if (std::fmod(value, 1.0) != 0)
        return reading.refuse(ErrorType::IntFromFloat, input, node, Keyword::Type);
    constexpr double most = 9'223'372'036'854'775'808.0; // 2^63
    if (value <= -most || value >= most)
        return reading.refuse(ErrorType::IntParsingSize, input, node, Keyword::Type);
    reading.atMost(Exactness::Lax);
    return Json(static_cast<qint64>(value));
}

} // namespace

void makeIntegral(Constraint &limit)
{
    if (!limit.value.isNumber() || limit.value.isInteger())
        return;
    const IntegerText text = readIntegerText(QString::fromLatin1(limit.value.numberText()));
    if (text.outcome == NumberText::Ok)
        limit.value = text.value;
    else if (std::fmod(limit.value.toDouble(), 1.0) == 0)
        limit.value = Json::number(QByteArray::number(limit.value.toDouble(), 'f', 0));
}

Json readInteger(const Json &input, Reading &reading, NodeId node)
{
    switch (input.type()) {
    case Json::Type::Integer:
        return input.numberText() == "-0" ? Json(0) : input;
    case Json::Type::Boolean:
        reading.atMost(Exactness::Lax);
        return Json(input.toBool() ? 1 : 0);
    case Json::Type::Number:
        return fromFloat(input, reading, node);
    case Json::Type::String: {
        const IntegerText text = readIntegerText(input.string());
        if (text.outcome == NumberText::TooLong)
            return reading.refuse(ErrorType::IntParsingSize, input, node, Keyword::Type);
        if (text.outcome == NumberText::Invalid)
            return reading.refuse(ErrorType::IntParsing, input, node, Keyword::Type);
        reading.atMost(Exactness::Lax);
        return text.value;
    }
    default:
        return reading.refuse(ErrorType::IntType, input, node, Keyword::Type);
    }
}

IntegerType::IntegerType(NodeId node, const NumberLimits &limits)
    : Type(node)
    , m_limits(limits)
{
    for (Constraint *limit : {&m_limits.multipleOf, &m_limits.lessOrEqual, &m_limits.less,
                              &m_limits.greaterOrEqual, &m_limits.greater})
        makeIntegral(*limit);
}

Json IntegerType::read(const Json &input, Reading &reading) const
{
    const Json value = readInteger(input, reading, node());
    if (value.isUndefined())
        return value;
    const auto fails = [&](ErrorType type, const char *key, const Constraint &limit) {
        return reading.refuse(type, input, limit.node, limit.keyword,
                              {{QString::fromLatin1(key), limit.value}});
    };
    const NumberLimits &limits = m_limits;
    if (limits.multipleOf.isSet() &&
        !isMultipleOf(value.numberText(), limits.multipleOf.value.numberText()))
        return fails(ErrorType::MultipleOf, "multiple_of", limits.multipleOf);
    if (limits.lessOrEqual.isSet() && compareNumbers(value, limits.lessOrEqual.value) > 0)
        return fails(ErrorType::LessThanEqual, "le", limits.lessOrEqual);
    if (limits.less.isSet() && compareNumbers(value, limits.less.value) >= 0)
        return fails(ErrorType::LessThan, "lt", limits.less);
    if (limits.greaterOrEqual.isSet() && compareNumbers(value, limits.greaterOrEqual.value) < 0)
        return fails(ErrorType::GreaterThanEqual, "ge", limits.greaterOrEqual);
    if (limits.greater.isSet() && compareNumbers(value, limits.greater.value) <= 0)
        return fails(ErrorType::GreaterThan, "gt", limits.greater);
    return value;
}

QString IntegerType::name() const
{
    return m_limits.isEmpty() ? QStringLiteral("int") : QStringLiteral("constrained-int");
}

} // namespace Design
