#include "designer/coercion/texts/time_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Design
{

namespace
{

constexpr qint64 secondsOfDay = 86'400;
constexpr qint64 mostDays = 999'999'999; // of Python's timedelta
constexpr qint64 mostNumber = std::numeric_limits<quint32>::max();

bool isDigit(QByteArrayView text, qsizetype at)
{
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

char at(QByteArrayView text, qsizetype index)
{
    return index < text.size() ? text[index] : '\0';
}

TimeError readNumber(QByteArrayView text, qsizetype *position, qint64 *value)
{
    if (!isDigit(text, *position))
        return TimeError::DurationNumber;
    *value = 0;
    for (; isDigit(text, *position); ++*position) {
        *value = *value * 10 + (text[*position] - '0');
        if (*value > mostNumber)
            return TimeError::DurationValueTooLarge;
    }
    return TimeError::None;
}

/// Carries microseconds into seconds and seconds into days.
TimeError normalize(DurationValue *value)
{
    value->seconds += value->microseconds / 1'000'000;
    value->microseconds %= 1'000'000;
    value->days += value->seconds / secondsOfDay;
    value->seconds %= secondsOfDay;
    return value->days > mostDays ? TimeError::DurationTooLarge : TimeError::None;
}

int daysOf(char unit)
{
    switch (unit) {
    case 'Y':
        return 365;
    case 'M':
        return 30;
    case 'W':
        return 7;
    case 'D':
        return 1;
    default:
        return 0;
    }
}

int secondsOf(char unit)
{
    switch (unit) {
    case 'H':
        return 3'600;
    case 'M':
        return 60;
    case 'S':
        return 1;
    default:
        return 0;
    }
}

/// ISO 8601 behind the P: 1Y2M3DT4H5M6.5S, where only the last number may have a fraction.
TimeError readIso(QByteArrayView text, qsizetype position, DurationValue *value)
{
    bool isTime = false;
    bool hadFraction = false;
    const qsizetype start = position;
    while (position < text.size()) {
        if (text[position] == 'T') {
            if (isTime)
                return TimeError::DurationRepeatedT;
            isTime = true;
            ++position;
            continue;
        }
        qint64 number = 0;
        if (const TimeError error = readNumber(text, &position, &number); error != TimeError::None)
            return error;
        double fraction = 0;
        const bool hasFraction = at(text, position) == '.' || at(text, position) == ',';
        if (hasFraction) {
            double unit = 0.1;
            for (++position; isDigit(text, position); ++position, unit /= 10)
                fraction += (text[position] - '0') * unit;
        }
        if (hadFraction)
            return TimeError::DurationFraction;
        hadFraction = hasFraction;
        const char letter = at(text, position);
        const int factor = isTime ? secondsOf(letter) : daysOf(letter);
        if (factor == 0)
            return isTime ? TimeError::DurationTimeUnit : TimeError::DurationDateUnit;
        (isTime ? value->seconds : value->days) += number * factor;
        if (hasFraction) {
            const double more = fraction * factor * (isTime ? 1 : double(secondsOfDay));
            value->seconds += static_cast<qint64>(std::floor(more));
            value->microseconds +=
                static_cast<qint64>(std::round((more - std::floor(more)) * 1'000'000));
        }
        ++position;
    }
    return position - start < 2 ? TimeError::TooShort : TimeError::None;
}

/// 25:00:00.5: a clock whose hours may have any number of digits.
TimeError readClockTime(QByteArrayView text, qsizetype position, DurationValue *value)
{
    if (text.size() - position < 5)
        return TimeError::TooShort;
    const qsizetype colon = text.sliced(position).indexOf(':');
    if (colon < 0)
        return TimeError::Hour;
    constexpr qsizetype mostHourDigits = 10;
    constexpr qint64 mostHours = 2'400'000'000;
    if (colon > mostHourDigits)
        return TimeError::DurationHoursTooLarge;
    qint64 hours = 0;
    for (const qsizetype end = position + colon; position < end; ++position) {
        if (!isDigit(text, position))
            return TimeError::Hour;
        hours = hours * 10 + (text[position] - '0');
    }
    if (hours > mostHours)
        return TimeError::DurationHoursTooLarge;
    // The rest is a clock of its own, with an hour that is always valid before it.
    const QByteArray clock = "00" + text.sliced(position).toByteArray();
    if (clock.size() < 5)
        return TimeError::TooShort;
    qsizetype end = 0;
    TimeValue time;
    if (const TimeError inner = readClock(clock, &end, &time); inner != TimeError::None)
        return inner;
    if (end < clock.size())
        return TimeError::ExtraCharacters;
    value->seconds += hours * 3'600 + time.minute * 60 + time.second;
    value->microseconds += time.microsecond;
    return TimeError::None;
}

/// "3 days, 1:02:03", "1d", "2 DAYS 12:00".
TimeError readDays(QByteArrayView text, qsizetype position, DurationValue *value)
{
    if (const TimeError error = readNumber(text, &position, &value->days); error != TimeError::None)
        return error;
    const auto is = [&](char lower) { return (at(text, position) | 0x20) == lower; };
    if (at(text, position) == ' ')
        ++position;
    if (!is('d'))
        return TimeError::DurationDays;
    ++position;
    if (is('a')) {
        ++position;
        if (!is('y'))
            return TimeError::DurationDays;
        ++position;
        if (is('s'))
            ++position;
    }
    if (at(text, position) == ',')
        ++position;
    if (at(text, position) == ' ')
        ++position;
    return position >= text.size() ? TimeError::None : readClockTime(text, position, value);
}

} // namespace

TimeError readDuration(QByteArrayView text, DurationValue *value)
{
    *value = {};
    const bool hasSign = text.startsWith('+') || text.startsWith('-');
    value->isPositive = !text.startsWith('-');
    const qsizetype start = hasSign ? 1 : 0;
    if (text.size() <= start)
        return TimeError::TooShort;
    TimeError error = TimeError::None;
    if (text[start] == 'P')
        error = readIso(text, start + 1, value);
    else if (text.size() - start < 5 || text.contains('d') || text.contains('D'))
        error = readDays(text, start, value);
    else
        error = readClockTime(text, start, value);
    return error == TimeError::None ? normalize(value) : error;
}

TimeError durationFromSeconds(qint64 seconds, DurationValue *value)
{
    constexpr auto day = static_cast<quint64>(secondsOfDay);
    const auto bits = static_cast<quint64>(seconds);
    const quint64 size = seconds < 0 ? 0 - bits : bits;
    // pydantic counts the days in 32 bits, which wrap around.
    *value = {seconds >= 0, static_cast<quint32>(size / day), static_cast<qint64>(size % day), 0};
    return normalize(value);
}

TimeError durationFromSeconds(double seconds, DurationValue *value)
{
    if (std::isnan(seconds))
        return TimeError::NotANumber;
    const double size = std::abs(seconds);
    if (size >= double(mostDays + 1) * double(secondsOfDay))
        return TimeError::DurationTooLarge;
    const double whole = std::floor(size);
    *value = {seconds >= 0, 0, static_cast<qint64>(whole),
              static_cast<qint64>(std::round((size - whole) * 1'000'000))};
    return normalize(value);
}

QString toText(const DurationValue &duration)
{
    QString text = duration.isPositive ? QStringLiteral("P") : QStringLiteral("-P");
    const auto part = [&](qint64 number, char16_t unit) {
        if (number != 0)
            text += QString::number(number) + QChar(unit);
    };
    part(duration.days / 365, u'Y');
    part(duration.days % 365, u'D');
    if (duration.seconds == 0 && duration.microseconds == 0)
        return duration.days == 0 ? QStringLiteral("PT0S") : text;
    text += u'T';
    part(duration.seconds / 3'600, u'H');
    part(duration.seconds / 60 % 60, u'M');
    if (duration.microseconds == 0) {
        part(duration.seconds % 60, u'S');
        return text;
    }
    QString fraction = QStringLiteral("%1").arg(duration.microseconds, 6, 10, QLatin1Char('0'));
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    return text + QString::number(duration.seconds % 60) + u'.' + fraction + u'S';
}

} // namespace Design
