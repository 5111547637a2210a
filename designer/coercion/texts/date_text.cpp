#include "designer/coercion/texts/time_text.h"
#include "designer/text/number.h"

#include <QDate>

#include <algorithm>
#include <cmath>

namespace Design
{

namespace
{

constexpr qint64 mostSeconds = 20'000'000'000; // beyond it pydantic takes milliseconds

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// `count` digits from `at` as a number, or -1.
int digits(QByteArrayView text, qsizetype at, int count)
{
    int value = 0;
    for (int i = 0; i < count; ++i) {
        if (!isDigit(text[at + i]))
            return -1;
        value = value * 10 + (text[at + i] - '0');
    }
    return value;
}

int daysIn(int year, int month)
{
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && isLeap ? 1 : 0);
}

/// The point in UTC that lies these seconds after 1970, or milliseconds where they are too many.
TimeError pointInTime(qint64 seconds, qint64 microseconds, DateTimeValue *value)
{
    constexpr qint64 year0 = -62'167'219'200;
    constexpr qint64 endOf9999 = 253'402'300'799;
    constexpr qint64 day = 86'400;
    if (seconds > mostSeconds || seconds < -mostSeconds) {
        const qint64 milliseconds = seconds;
        seconds = milliseconds / 1'000;
        qint64 rest = milliseconds % 1'000;
        if (rest < 0) {
            --seconds;
            rest += 1'000;
        }
        microseconds += rest * 1'000;
    }
    seconds += microseconds / 1'000'000;
    microseconds %= 1'000'000;
    if (seconds < year0)
        return TimeError::DateTooSmall;
    if (seconds > endOf9999)
        return TimeError::DateTooLarge;
    const qint64 ofDay = ((seconds % day) + day) % day;
    const qint64 days = (seconds - ofDay) / day;
    const QDate date = QDate(1970, 1, 1).addDays(days);
    if (date.year() < 1) // QDate goes from 1 to -1
        return TimeError::YearRange;
    value->date = {date.year(), date.month(), date.day()};
    value->time = {static_cast<int>(ofDay / 3'600), static_cast<int>(ofDay / 60 % 60),
                   static_cast<int>(ofDay % 60), static_cast<int>(microseconds), 0};
    return TimeError::None;
}

/// Whether the number is one at all, and near enough to be taken for an integer.
TimeError rangeError(double seconds)
{
    constexpr double most = 1e18;
    if (std::isnan(seconds))
        return TimeError::NotANumber;
    if (seconds > most)
        return TimeError::DateTooLarge;
    return seconds < -most ? TimeError::DateTooSmall : TimeError::None;
}

/// A timestamp with a fraction as pydantic reads it from text, where it divides milliseconds before
/// it looks at the fraction; with numbers of JSON it is the other way round.
TimeError pointInTimeFromText(double seconds, DateTimeValue *value)
{
    if (std::abs(seconds) > static_cast<double>(mostSeconds))
        seconds /= 1'000;
    if (seconds >= std::ldexp(1.0, 63)) // pydantic takes what 64 bits cannot hold for a fraction
        return TimeError::TimeTooLarge;
    if (const TimeError error = rangeError(seconds); error != TimeError::None)
        return error;
    const double whole = std::floor(seconds);
    const double rest = std::round((seconds - whole) * 1'000'000);
    return pointInTime(static_cast<qint64>(whole), static_cast<qint64>(rest), value);
}

} // namespace

TimeError readDatePart(QByteArrayView text, DateValue *value)
{
    if (text.size() < 10)
        return TimeError::TooShort;
    const int year = digits(text, 0, 4);
    if (year < 0)
        return TimeError::Year;
    if (text[4] != '-')
        return TimeError::DateSeparator;
    const int month = digits(text, 5, 2);
    if (month < 0)
        return TimeError::Month;
    if (text[7] != '-')
        return TimeError::DateSeparator;
    const int day = digits(text, 8, 2);
    if (day < 0)
        return TimeError::Day;
    if (month < 1 || month > 12)
        return TimeError::MonthRange;
    if (day < 1 || day > daysIn(year, month))
        return TimeError::DayRange;
    *value = {year, month, day};
    return TimeError::None;
}

TextNumber readTimestamp(QByteArrayView text)
{
    const bool isNegative = text.startsWith('-');
    if (isNegative || text.startsWith('+'))
        text = text.sliced(1);
    const auto endOfDigits = [text](qsizetype from) {
        return std::find_if_not(text.begin() + from, text.end(), isDigit) - text.begin();
    };
    const qsizetype point = endOfDigits(0);
    // pydantic's arithmetic wraps around: only a sum that is negative for a while is noticed.
    quint64 integer = 0;
    for (const char c : text.first(point)) {
        integer = integer * 10 + static_cast<quint64>(c - '0');
        if (static_cast<qint64>(integer) < 0)
            return {};
    }
    TextNumber number;
    if (point == text.size() && point > 0) {
        number.kind = TextNumber::Kind::Integer;
        number.integer = static_cast<qint64>(integer) * (isNegative ? -1 : 1);
        return number;
    }
    if (point == text.size() || text[point] != '.' || text.size() == 1)
        return {};
    // Behind a point there may be an exponent; without one `1e3` is no number.
    qsizetype end = endOfDigits(point + 1);
    if (end == 1)
        return {};
    if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
        const bool isSigned =
            end + 1 < text.size() && (text[end + 1] == '+' || text[end + 1] == '-');
        const qsizetype exponent = end + (isSigned ? 2 : 1);
        end = exponent < text.size() ? endOfDigits(exponent) : exponent;
        if (end == exponent)
            return {};
    }
    if (end < text.size())
        return {};
    number.kind = TextNumber::Kind::Fraction;
    number.fraction = toDoubleValue(text.toByteArray()) * (isNegative ? -1 : 1);
    return number;
}

TimeError readDate(QByteArrayView text, DateValue *value)
{
    TimeError error = readDatePart(text, value);
    if (error == TimeError::None && text.size() > 10)
        error = TimeError::ExtraCharacters;
    if (error == TimeError::None)
        return value->year == 0 ? TimeError::YearRange : error;
    const TextNumber number = readTimestamp(text);
    if (number.kind != TextNumber::Kind::Integer)
        return error;
    DateTimeValue point;
    error = dateTimeFromSeconds(number.integer, &point);
    if (error != TimeError::None)
        return error;
    if (!point.time.isMidnight())
        return TimeError::DateNotExact;
    *value = point.date;
    return TimeError::None;
}

TimeError readDateTime(QByteArrayView text, DateTimeValue *value)
{
    TimeError error = readDatePart(text, &value->date);
    if (error == TimeError::None) {
        const char separator = text.size() > 10 ? text[10] : '\0';
        if (separator != 'T' && separator != 't' && separator != ' ' && separator != '_')
            error = TimeError::DateTimeSeparator;
        else
            error = readTimeFrom(text, 11, &value->time);
    }
    if (error == TimeError::None)
        return value->date.year == 0 ? TimeError::YearRange : error;
    const TextNumber number = readTimestamp(text);
    if (number.kind == TextNumber::Kind::Integer)
        return dateTimeFromSeconds(number.integer, value);
    if (number.kind == TextNumber::Kind::Fraction)
        return pointInTimeFromText(number.fraction, value);
    return error;
}

TimeError dateTimeFromSeconds(qint64 seconds, DateTimeValue *value)
{
    return pointInTime(seconds, 0, value);
}

TimeError dateTimeFromSeconds(double seconds, DateTimeValue *value)
{
    if (const TimeError error = rangeError(seconds); error != TimeError::None)
        return error;
    const double whole = std::floor(seconds);
    const double unit = std::abs(seconds) > static_cast<double>(mostSeconds) ? 1e3 : 1e6;
    // pydantic adds the size of the fraction, also to what lies before 1970.
    const double rest = std::round(std::abs(seconds - std::trunc(seconds)) * unit);
    return pointInTime(static_cast<qint64>(whole), static_cast<qint64>(rest), value);
}

QString toText(const DateValue &date)
{
    return QStringLiteral("%1-%2-%3")
        .arg(date.year, 4, 10, QLatin1Char('0'))
        .arg(date.month, 2, 10, QLatin1Char('0'))
        .arg(date.day, 2, 10, QLatin1Char('0'));
}

QString toText(const DateTimeValue &dateTime)
{
    return toText(dateTime.date) + u'T' + toText(dateTime.time);
}

} // namespace Design
