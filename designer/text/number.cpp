#include "designer/text/number.h"

#include <QLocale>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace Design
{

namespace
{

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// sign * 0.digits * 10^exponent, digits without leading or trailing zeros; zero has none.
struct Decimal {
    bool negative = false;
    QByteArray digits;
    qint64 exponent = 0;
};

Decimal parse(QByteArrayView text)
{
    Decimal result;
    qsizetype i = 0;
    if (i < text.size() && (text[i] == '-' || text[i] == '+'))
        result.negative = text[i++] == '-';
    bool fraction = false;
    qint64 whole = 0;
    for (; i < text.size() && (isDigit(text[i]) || text[i] == '.'); ++i) {
        if (text[i] == '.') {
            fraction = true;
            continue;
        }
        result.digits.append(text[i]);
        whole += fraction ? 0 : 1;
    }
    qint64 written = 0;
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        const bool negative = i < text.size() && text[i] == '-';
        if (i < text.size() && (text[i] == '-' || text[i] == '+'))
            ++i;
        // Saturated: an exponent of more than 15 digits differs only in "immensely large".
        for (; i < text.size() && isDigit(text[i]); ++i)
            written = std::min<qint64>(written * 10 + (text[i] - '0'), 1'000'000'000'000'000);
        written = negative ? -written : written;
    }
    qsizetype leading = 0;
    while (leading < result.digits.size() && result.digits[leading] == '0')
        ++leading;
    result.digits.remove(0, leading);
    while (result.digits.endsWith('0'))
        result.digits.chop(1);
    result.exponent = result.digits.isEmpty() ? 0 : whole - leading + written;
    return result;
}

int compareMagnitudes(const Decimal &a, const Decimal &b)
{
    if (a.digits.isEmpty() || b.digits.isEmpty())
        return int(!a.digits.isEmpty()) - int(!b.digits.isEmpty());
    if (a.exponent != b.exponent)
        return a.exponent < b.exponent ? -1 : 1;
    const int order = a.digits.compare(b.digits);
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

bool isSpecial(QByteArrayView text)
{
    return text == "NaN" || text.endsWith("Infinity");
}

/// NaN above infinity, which is beyond every number that can be written.
int rank(QByteArrayView text)
{
    if (text == "NaN")
        return 2;
    return !isSpecial(text) ? 0 : text.startsWith('-') ? -1 : 1;
}

/// text as an integer number of units of 10^-scale.
QByteArray scaled(const Decimal &value, qint64 scale)
{
    QByteArray digits = value.digits;
    const qint64 zeros = value.exponent - value.digits.size() + scale;
    digits.append(QByteArray(zeros, '0'));
    return digits;
}

/// Remainder of a long decimal by another, both without sign: schoolbook subtraction.
bool dividesEvenly(const QByteArray &dividend, const QByteArray &divisor)
{
    if (divisor.size() <= 18) { // Horner's rule in machine integers
        const quint64 d = divisor.toULongLong();
        quint64 rest = 0; // below 10^18, so that ten times it fits
        for (const char c : dividend)
            rest = (rest * 10 + static_cast<quint64>(c - '0')) % d;
        return rest == 0;
    }
    QByteArray rest;
    for (const char c : dividend) {
        if (!rest.isEmpty() || c != '0')
            rest.append(c);
        while (rest.size() > divisor.size()
               || (rest.size() == divisor.size() && rest >= divisor)) {
            int borrow = 0;
            for (qsizetype i = 1; i <= rest.size(); ++i) {
                const int sub = i <= divisor.size() ? divisor[divisor.size() - i] - '0' : 0;
                int digit = rest[rest.size() - i] - '0' - sub - borrow;
                borrow = digit < 0 ? 1 : 0;
                rest[rest.size() - i] = static_cast<char>('0' + digit + (borrow ? 10 : 0));
            }
            qsizetype zeros = 0;
            while (zeros < rest.size() && rest[zeros] == '0')
                ++zeros;
            rest.remove(0, zeros);
        }
    }
    return rest.isEmpty();
}

} // namespace

bool isIntegerText(QByteArrayView text)
{
    const QByteArrayView digits = text.startsWith('-') ? text.sliced(1) : text;
    return !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), isDigit);
}

bool isNumberText(QByteArrayView text)
{
    qsizetype i = text.startsWith('-') ? 1 : 0;
    const auto digits = [&] {
        const qsizetype from = i;
        while (i < text.size() && isDigit(text[i]))
            ++i;
        return i - from;
    };
    const bool zero = i < text.size() && text[i] == '0';
    const qsizetype whole = digits();
    if (whole == 0 || (zero && whole > 1))
        return false;
    if (i < text.size() && text[i] == '.') {
        ++i;
        if (digits() == 0)
            return false;
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '+' || text[i] == '-'))
            ++i;
        if (digits() == 0)
            return false;
    }
    return i == text.size();
}

double toDoubleValue(const QByteArray &text)
{
    if (text == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (text.endsWith("Infinity")) {
        const double infinity = std::numeric_limits<double>::infinity();
        return text.startsWith('-') ? -infinity : infinity;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), value);
    if (error == std::errc::result_out_of_range) {
        const bool tiny = parse(text).exponent < 0;
        const double size = tiny ? 0 : std::numeric_limits<double>::infinity();
        return text.startsWith('-') ? -size : size;
    }
    return value;
}

QByteArray shortestText(double value)
{
    if (std::isnan(value))
        return QByteArrayLiteral("NaN");
    if (std::isinf(value))
        return value < 0 ? QByteArrayLiteral("-Infinity") : QByteArrayLiteral("Infinity");
    char buffer[40];
    const double size = std::abs(value);
    // Python's repr(): fixed notation for 1e-4 <= |x| < 1e16, exponent of two digits elsewhere.
    const bool fixed = value == 0 || (size >= 1e-4 && size < 1e16);
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value,
                                            fixed ? std::chars_format::fixed
                                                  : std::chars_format::scientific);
    QByteArray text(buffer, end - buffer);
    if (fixed && !text.contains('.'))
        text += ".0";
    return text;
}

int compareNumberTexts(QByteArrayView a, QByteArrayView b)
{
    if (isSpecial(a) || isSpecial(b))
        return rank(a) - rank(b);
    const Decimal x = parse(a);
    const Decimal y = parse(b);
    const int signX = x.digits.isEmpty() ? 0 : x.negative ? -1 : 1;
    const int signY = y.digits.isEmpty() ? 0 : y.negative ? -1 : 1;
    if (signX != signY)
        return signX < signY ? -1 : 1;
    return signX < 0 ? compareMagnitudes(y, x) : compareMagnitudes(x, y);
}

bool isMultipleOf(QByteArrayView value, QByteArrayView divisor)
{
    if (isSpecial(value) || isSpecial(divisor))
        return false;
    const Decimal x = parse(value);
    const Decimal y = parse(divisor);
    if (x.digits.isEmpty())
        return true;
    if (y.digits.isEmpty())
        return false;
    const qint64 scale = std::max({qint64{0}, x.digits.size() - x.exponent,
                                   y.digits.size() - y.exponent});
    constexpr qint64 mostDigits = 4096;
    if (x.exponent + scale > mostDigits || y.exponent + scale > mostDigits) {
        const double rest = std::fmod(toDoubleValue(value.toByteArray()),
                                      toDoubleValue(divisor.toByteArray()));
        return rest == 0;
    }
    return dividesEvenly(scaled(x, scale), scaled(y, scale));
}

bool hasIntegralValue(QByteArrayView text)
{
    if (isSpecial(text))
        return false;
    const Decimal x = parse(text);
    return x.exponent >= x.digits.size();
}

} // namespace Design
