#include "designer/coercion/reading.h"
#include "designer/coercion/texts/number_text.h"
#include "designer/coercion/types/number_types.h"
#include "designer/text/number.h"

#include <QLocale>

#include <cmath>
#include <limits>

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

/// The integer that FastAPI wrote as this float: it writes all limits of models so, beyond 2^53
/// with a loss. Most likely that was the smallest or the largest of so many bits, else the one with
/// the fewest digits.
QByteArray wholeDigits(double number, Keyword keyword)
{
    int exponent = 0;
    const bool isPowerOfTwo = std::abs(std::frexp(number, &exponent)) == 0.5;
    constexpr int exactBits = 53;
    if (isPowerOfTwo && exponent > exactBits && exponent <= 65) {
        if (keyword == Keyword::Maximum && number > 0)
            return QByteArray::number(std::numeric_limits<quint64>::max() >> (65 - exponent));
        return QByteArray::number(number, 'f', 0);
    }
    const QByteArray digits = QByteArray::number(number, 'e', QLocale::FloatingPointShortest);
    const qsizetype e = digits.indexOf('e');
    QByteArray mantissa = digits.first(e);
    const qsizetype point = mantissa.indexOf('.');
    const qsizetype places = point < 0 ? 0 : mantissa.size() - point - 1;
    if (point >= 0)
        mantissa.remove(point, 1);
    return mantissa + QByteArray(digits.sliced(e + 1).toInt() - places, '0');
}

} // namespace

void makeIntegral(Constraint &limit)
{
    if (!limit.value.isNumber() || limit.value.isInteger())
        return;
    const double number = limit.value.toDouble();
    const IntegerText text = readIntegerText(QString::fromLatin1(limit.value.numberText()));
    if (text.outcome == NumberText::Ok)
        limit.value = text.value;
    else if (std::fmod(number, 1.0) == 0)
        limit.value = Json::number(wholeDigits(number, limit.keyword));
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
