#include "designer/coercion/texts/number_text.h"

#include "designer/text/number.h"

#include <algorithm>

namespace Design
{

namespace
{

constexpr qsizetype mostDigits = 4'300; // CPython's own limit for int(text)

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool areDigits(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), isDigit);
}

/// The text in Latin-1, where anything beyond becomes a character that no number has.
QByteArray plain(QStringView text)
{
    QByteArray result = text.toLatin1();
    for (qsizetype i = 0; i < result.size(); ++i) {
        if (text[i].unicode() > 0x7f)
            result[i] = '?';
    }
    return result;
}

/// Whether underscores stand only between other characters, one at a time, and there are some.
bool hasSeparators(QByteArrayView text)
{
    return text.contains('_') && !text.startsWith('_') && !text.endsWith('_') &&
           QByteArray::fromRawData(text.data(), text.size()).indexOf("__") < 0;
}

QByteArray withoutUnderscores(QByteArrayView text)
{
    return text.toByteArray().replace("_", "");
}

/// Whether it is an integer of JSON, the only form that needs no cleaning.
bool isPlainInteger(QByteArrayView text)
{
    const QByteArrayView digits = text.startsWith('-') ? text.sliced(1) : text;
    return !digits.isEmpty() && areDigits(digits) && (digits.size() == 1 || digits[0] != '0');
}

IntegerText integerOf(const QByteArray &text)
{
    if (text.size() > mostDigits) // pydantic counts the sign, too
        return {NumberText::TooLong, {}};
    return {NumberText::Ok, text == "-0" ? Json(0) : Json::number(text)};
}

/// Digits with separators removed, leading zeros and a fraction of zeros cut; empty when the text
/// is no integer.
QByteArray cleanDigits(QByteArrayView text)
{
    const qsizetype point = text.indexOf('.');
    if (point >= 0) {
        const QByteArrayView fraction = text.sliced(point + 1);
        const bool zeros =
            std::all_of(fraction.begin(), fraction.end(), [](char c) { return c == '0'; });
        if (fraction.isEmpty() || !zeros)
            return {};
        text = text.first(point);
    }
    if (text.isEmpty() || !isDigit(text[0]))
        return {};
    QByteArray digits = text.toByteArray();
    if (digits.contains('_')) {
        // Underscores among leading zeros are not looked at more closely.
        qsizetype start = 0;
        while (start < digits.size() - 1 && digits[0] == '0' &&
               (digits[start] == '0' || digits[start] == '_'))
            ++start;
        digits.remove(0, start);
        if (digits.contains('_')) {
            if (!hasSeparators(digits))
                return {};
            digits = withoutUnderscores(digits);
        }
    }
    if (!areDigits(digits))
        return {};
    qsizetype zeros = 0;
    while (zeros < digits.size() - 1 && digits[zeros] == '0')
        ++zeros;
    return digits.sliced(zeros);
}

} // namespace

bool isWithin64Bits(const Json &integer)
{
    return integer.isInteger() && integer.toInt64(0) == integer.toInt64(1);
}

IntegerText readIntegerText(QStringView input)
{
    const QByteArray raw = plain(input);
    if (isPlainInteger(raw))
        return integerOf(raw);
    const QByteArray trimmed = plain(input.trimmed());
    QByteArrayView text = trimmed;
    bool negative = false;
    if (text.startsWith('+')) {
        text = text.sliced(1);
        if (text.startsWith('-'))
            return {};
    }
    if (text.startsWith('-')) {
        negative = true;
        text = text.sliced(1);
    }
    const QByteArray digits = cleanDigits(text);
    if (digits.isEmpty())
        return {};
    const IntegerText result = integerOf(negative && digits != "0" ? '-' + digits : digits);
    // Only an integer that needed no cleaning is reported as too long.
    return result.outcome == NumberText::TooLong ? IntegerText{} : result;
}

namespace
{

std::optional<double> floatOf(QByteArray text)
{
    const bool negative = text.startsWith('-');
    if (negative || text.startsWith('+'))
        text.remove(0, 1);
    const QByteArray lower = text.toLower();
    const QByteArray sign = negative ? QByteArrayLiteral("-") : QByteArray();
    if (lower == "inf" || lower == "infinity")
        return toDoubleValue(sign + "Infinity");
    if (lower == "nan")
        return toDoubleValue(QByteArrayLiteral("NaN"));
    // The grammar of JSON wants digits on both sides of the point and no leading zeros.
    qsizetype end = 0;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    QByteArray whole = text.first(end);
    QByteArray rest = text.sliced(end);
    if (rest.startsWith('.')) {
        qsizetype digits = 1;
        while (digits < rest.size() && isDigit(rest[digits]))
            ++digits;
        if (whole.isEmpty() && digits == 1)
            return std::nullopt;
        if (digits == 1)
            rest.remove(0, 1);
        if (rest.startsWith('.') && digits == 1)
            return std::nullopt;
    } else if (whole.isEmpty()) {
        return std::nullopt;
    }
    while (whole.size() > 1 && whole.startsWith('0'))
        whole.remove(0, 1);
    const QByteArray number = sign + (whole.isEmpty() ? QByteArrayLiteral("0") : whole) + rest;
    if (!isNumberText(number))
        return std::nullopt;
    return toDoubleValue(number);
}

} // namespace

std::optional<double> readFloatText(QStringView input)
{
    const std::optional<double> value = floatOf(plain(input.trimmed()));
    if (value)
        return value;
    const QByteArray raw = plain(input);
    return hasSeparators(raw) ? floatOf(withoutUnderscores(raw)) : std::nullopt;
}

} // namespace Design
