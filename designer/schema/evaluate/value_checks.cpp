#include "designer/schema/evaluate/value_checks.h"

#include "designer/text/number.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace Design::Compiled
{

namespace
{

/// A decimal as integer × 10^exponent, where that fits into 64 bits.
struct SmallDecimal {
    qint64 digits = 0;
    int exponent = 0;
};

constexpr int mostDigits = 18;

std::optional<SmallDecimal> smallDecimal(const Json &number)
{
    if (number.isInt64())
        return SmallDecimal{number.toInt64(), 0};
    const QByteArray text = number.numberText(); // shared, no copy
    SmallDecimal result;
    int digits = 0;
    bool isNegative = false;
    bool isFraction = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '-' && i == 0) {
            isNegative = true;
        } else if (c == '.') {
            isFraction = true;
        } else if (c >= '0' && c <= '9' && ++digits <= mostDigits) {
            result.digits = result.digits * 10 + (c - '0');
            result.exponent -= isFraction ? 1 : 0;
        } else {
            return std::nullopt;
        }
    }
    result.digits = isNegative ? -result.digits : result.digits;
    return result;
}

/// digits × 10^by, unless that leaves 64 bits.
std::optional<qint64> scaled(qint64 digits, int by)
{
    for (; by > 0; --by) {
        if (__builtin_mul_overflow(digits, qint64{10}, &digits))
            return std::nullopt;
    }
    return digits;
}

bool isMultiple(const Json &value, const Json &divisor)
{
    const std::optional<SmallDecimal> a = smallDecimal(value);
    const std::optional<SmallDecimal> b = smallDecimal(divisor);
    if (a && b) {
        const int exponent = std::min(a->exponent, b->exponent);
        const std::optional<qint64> x = scaled(a->digits, a->exponent - exponent);
        const std::optional<qint64> y = scaled(b->digits, b->exponent - exponent);
        if (x && y && *y != 0)
            return *x % *y == 0;
    }
    return isMultipleOf(value.numberText(), divisor.numberText());
}

/// Order of a value and a limit. Rounding to doubles never turns an order around, so only where
/// the doubles are equal do the texts decide.
int compare(const Json &value, const Number &limit)
{
    if (limit.isInt64 && value.isInt64()) {
        const qint64 integer = value.toInt64();
        return integer < limit.integer ? -1 : integer > limit.integer;
    }
    const double size = value.toDouble();
    if (size < limit.value)
        return -1;
    return size > limit.value ? 1 : compareNumbers(value, limit.json);
}

constexpr qsizetype pairwiseUpTo = 12; // items; more than these are compared by their hashes

} // namespace

bool isIntegral(const Json &number)
{
    if (number.isInteger())
        return true;
    // A double below 2^53 with a fraction comes from a number with one.
    const double value = number.toDouble();
    return value == std::floor(value) && hasIntegralValue(number.numberText());
}

bool fitsLimit(const Instruction &step, const Json &value)
{
    switch (step.op) {
    case Op::LowerLimit:
        return compare(value, *step.number) >= 0;
    case Op::UpperLimit:
        return compare(value, *step.number) <= 0;
    case Op::LowerOpenLimit:
        return compare(value, *step.number) > 0;
    case Op::UpperOpenLimit:
        return compare(value, *step.number) < 0;
    default:
        return isMultiple(value, step.number->json);
    }
}

qsizetype codePoints(const QString &text)
{
    qsizetype count = text.size();
    for (qsizetype i = 1; i < text.size(); ++i)
        count -= text[i].isLowSurrogate() && text[i - 1].isHighSurrogate() ? 1 : 0;
    return count;
}

bool containsOther(const ValueSet &values, const Json &value)
{
    return std::any_of(values.others.begin(), values.others.end(),
                       [&](const Json &each) { return jsonEquals(each, value); });
}

bool hasUniqueItems(const JsonArray &array, qint64 *steps)
{
    if (array.size() <= pairwiseUpTo) {
        for (qsizetype i = 1; i < array.size(); ++i) {
            for (qsizetype k = 0; k < i; ++k) {
                *steps += 1;
                if (jsonEquals(array[i], array[k]))
                    return false;
            }
        }
        return true;
    }
    *steps += array.size() * 4;
    std::vector<std::pair<size_t, const Json *>> hashes;
    hashes.reserve(static_cast<size_t>(array.size()));
    for (const Json &item : array)
        hashes.emplace_back(jsonHash(item), &item);
    std::sort(hashes.begin(), hashes.end());
    constexpr qint64 mostComparisons = 1'000'000; // of different items with equal hashes
    for (size_t i = 1; i < hashes.size(); ++i) {
        for (size_t k = i; k-- > 0 && hashes[k].first == hashes[i].first;) {
            *steps += 1;
            if (jsonEquals(*hashes[i].second, *hashes[k].second))
                return false;
        }
        if (*steps > mostComparisons + array.size() * 4)
            break; // the caller's budget is used up by then
    }
    return true;
}

} // namespace Design::Compiled
