#include "designer/coercion/reading.h"
#include "designer/coercion/texts/number_text.h"
#include "designer/coercion/types/number_types.h"
#include "designer/text/number.h"

#include <algorithm>

namespace Design
{

namespace
{

struct DigitCount {
    qint64 all = 0;
    qint64 places = 0;
};

/// Python keeps this many digits when it normalizes; the rest is rounded, half to even.
constexpr qsizetype contextDigits = 28;

DecimalText rounded(const DecimalText &number)
{
    DecimalText result = number;
    const qsizetype cut = number.digits.size() - contextDigits;
    if (cut <= 0)
        return result;
    const QByteArray rest = number.digits.sliced(contextDigits);
    const QByteArray half = '5' + QByteArray(cut - 1, '0');
    result.digits.truncate(contextDigits);
    result.exponent += cut;
    const bool isOdd = (result.digits.back() - '0') % 2 == 1;
    if (rest < half || (rest == half && !isOdd))
        return result;
    qsizetype i = contextDigits - 1;
    for (; i >= 0 && result.digits[i] == '9'; --i)
        result.digits[i] = '0';
    if (i >= 0)
        ++result.digits[i];
    else
        result.digits.prepend('1');
    return result;
}

/// As pydantic counts: `normalized` leaves trailing zeros out.
DigitCount countDigits(const DecimalText &number, bool normalized)
{
    qint64 digits = number.digits.size();
    qint64 exponent = number.exponent;
    if (normalized) {
        if (number.digits == "0")
            exponent = 0;
        for (qsizetype i = number.digits.size() - 1; i > 0 && number.digits[i] == '0'; --i) {
            --digits;
            ++exponent;
        }
    }
    if (exponent >= 0)
        return {digits + exponent, 0};
    return {std::max(digits, -exponent), -exponent};
}

/// What FastAPI's encoder makes of it: an integer where the exponent says so, else a float.
Json encoded(const DecimalText &number)
{
    constexpr qint64 mostZeros = 4'300; // Python writes no longer integers
    if (number.exponent < 0 || number.exponent > mostZeros || number.digits == "0")
        return number.exponent < 0 ? Json(Json::number(number.json()).toDouble()) : Json(0);
    const QByteArray digits = number.digits + QByteArray(number.exponent, '0');
    return Json::number(number.isNegative ? '-' + digits : digits);
}

std::optional<DecimalText> readDecimal(const Json &input, Reading &reading, NodeId node)
{
    std::optional<DecimalText> number;
    if (input.isNumber()) {
        const bool isFloat = !input.isInteger(); // goes through Python's str(float)
        const QByteArray text = isFloat ? shortestText(input.toDouble()) : input.numberText();
        number = readDecimalText(QString::fromLatin1(text));
    } else if (input.isString() && !reading.isBytes(input)) {
        number = readDecimalText(input.string());
    } else {
        reading.refuse(ErrorType::DecimalType, input, node, Keyword::Type);
        return std::nullopt;
    }
    if (!number)
        reading.refuse(ErrorType::DecimalParsing, input, node, Keyword::Type);
    else
        reading.atMost(Exactness::Lax);
    return number;
}

} // namespace

DecimalType::DecimalType(NodeId node, const NumberLimits &limits, const Digits &digits)
    : Type(node)
    , m_limits(limits)
    , m_digits(digits)
{
    for (Constraint *limit : {&m_limits.multipleOf, &m_limits.lessOrEqual, &m_limits.less,
                              &m_limits.greaterOrEqual, &m_limits.greater})
        makeIntegral(*limit);
}

Json DecimalType::read(const Json &input, Reading &reading) const
{
    const std::optional<DecimalText> number = readDecimal(input, reading, node());
    if (!number)
        return {};
    if (!number->isFinite)
        return reading.refuse(ErrorType::FiniteNumber, input, node(), Keyword::Type);

    const DigitCount plain = countDigits(*number, false);
    const DigitCount normalized = countDigits(rounded(*number), true);
    const auto tooMany = [&](ErrorType type, const char *key, qint64 most,
                             const LengthLimit &limit) {
        return reading.refuse(type, input, limit.node, limit.keyword,
                              {{QString::fromLatin1(key), most}});
    };
    const LengthLimit &most = m_digits.most;
    const LengthLimit &places = m_digits.places;
    if (most.isSet() && std::min(plain.all, normalized.all) > most.value)
        return tooMany(ErrorType::DecimalMaxDigits, "max_digits", most.value, most);
    if (places.isSet()) {
        if (std::min(plain.places, normalized.places) > places.value)
            return tooMany(ErrorType::DecimalMaxPlaces, "decimal_places", places.value, places);
        const qint64 whole = std::min(std::max<qint64>(0, plain.all - plain.places),
                                      std::max<qint64>(0, normalized.all - normalized.places));
        const qint64 mostWhole = std::max<qint64>(0, most.value - places.value);
        if (most.isSet() && whole > mostWhole)
            return tooMany(ErrorType::DecimalWholeDigits, "whole_digits", mostWhole, most);
    }

    const QByteArray value = number->json();
    const auto order = [&](const Constraint &limit) {
        return compareNumberTexts(value, limit.value.numberText());
    };
    const auto fails = [&](ErrorType type, const char *key, const Constraint &limit) {
        return reading.refuse(type, input, limit.node, limit.keyword,
                              {{QString::fromLatin1(key), limit.value}});
    };
    const NumberLimits &limits = m_limits;
    if (limits.multipleOf.isSet() && !isMultipleOf(value, limits.multipleOf.value.numberText()))
        return fails(ErrorType::MultipleOf, "multiple_of", limits.multipleOf);
    if (limits.lessOrEqual.isSet() && order(limits.lessOrEqual) > 0)
        return fails(ErrorType::LessThanEqual, "le", limits.lessOrEqual);
    if (limits.less.isSet() && order(limits.less) >= 0)
        return fails(ErrorType::LessThan, "lt", limits.less);
    if (limits.greaterOrEqual.isSet() && order(limits.greaterOrEqual) < 0)
        return fails(ErrorType::GreaterThanEqual, "ge", limits.greaterOrEqual);
    if (limits.greater.isSet() && order(limits.greater) <= 0)
        return fails(ErrorType::GreaterThan, "gt", limits.greater);
    return reading.isEncoded() ? encoded(*number) : Json(QString::fromLatin1(number->text()));
}

QString DecimalType::name() const
{
    return QStringLiteral("decimal");
}

} // namespace Design
