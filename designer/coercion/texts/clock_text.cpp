#include "designer/coercion/texts/time_text.h"

#include <cmath>

namespace Design
{

namespace
{

bool isDigit(QByteArrayView text, qsizetype at)
{
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// The two digits from `at`, or -1.
int twoDigits(QByteArrayView text, qsizetype at)
{
    if (!isDigit(text, at) || !isDigit(text, at + 1))
        return -1;
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

TimeError readSeconds(QByteArrayView text, qsizetype *at, TimeValue *value)
{
    value->second = twoDigits(text, *at);
    if (value->second < 0)
        return TimeError::Second;
    if (value->second > 59)
        return TimeError::SecondRange;
    *at += 2;
    if (*at >= text.size() || (text[*at] != '.' && text[*at] != ','))
        return TimeError::None;
    ++*at;
    int unit = 100'000; // digits after the sixth are cut off
    const qsizetype from = *at;
    for (; isDigit(text, *at); ++*at, unit /= 10)
        value->microsecond += (text[*at] - '0') * unit;
    return *at == from ? TimeError::FractionMissing : TimeError::None;
}

/// The zone from `at` on, which is the end of the text or the character after the time.
TimeError readZone(QByteArrayView text, qsizetype *at, TimeValue *value)
{
    if (*at >= text.size())
        return TimeError::None;
    const char first = text[(*at)++];
    if (first == 'Z' || first == 'z') {
        value->offset = 0;
        return TimeError::None;
    }
    int sign = first == '-' ? -1 : 1;
    constexpr char minus[] = "\xe2\x88\x92"; // U+2212, which ISO 8601 prefers
    if (text.sliced(*at - 1).startsWith(QByteArrayView(minus))) {
        sign = -1;
        *at += 2;
    } else if (first != '+' && first != '-') {
        return TimeError::ZoneSign;
    }
    const int hours = twoDigits(text, *at);
    if (hours < 0)
        return TimeError::ZoneHour;
    *at += 2;
    if (*at < text.size() && text[*at] == ':')
        ++*at;
    const int minutes = twoDigits(text, *at);
    if (minutes < 0)
        return TimeError::ZoneMinute;
    if (minutes > 59)
        return TimeError::ZoneMinuteRange;
    *at += 2;
    value->offset = sign * (hours * 3'600 + minutes * 60);
    return std::abs(*value->offset) >= 86'400 ? TimeError::ZoneRange : TimeError::None;
}

} // namespace

TimeError readClock(QByteArrayView text, qsizetype *at, TimeValue *value)
{
    if (text.size() - *at < 5)
        return TimeError::TooShort;
    value->hour = twoDigits(text, *at);
    if (value->hour < 0)
        return TimeError::Hour;
    if (text[*at + 2] != ':')
        return TimeError::TimeSeparator;
    value->minute = twoDigits(text, *at + 3);
    if (value->minute < 0)
        return TimeError::Minute;
    if (value->hour > 23)
        return TimeError::HourRange;
    if (value->minute > 59)
        return TimeError::MinuteRange;
    *at += 5;
    if (*at >= text.size() || text[*at] != ':')
        return TimeError::None;
    ++*at;
    return readSeconds(text, at, value);
}

TimeError readTimeFrom(QByteArrayView text, qsizetype at, TimeValue *value)
{
    TimeError error = readClock(text, &at, value);
    if (error == TimeError::None)
        error = readZone(text, &at, value);
    if (error == TimeError::None && at < text.size())
        error = TimeError::ExtraCharacters;
    return error;
}

TimeError readTime(QByteArrayView text, TimeValue *value)
{
    return readTimeFrom(text, 0, value);
}

TimeError timeFromSeconds(double seconds, TimeValue *value)
{
    if (std::isnan(seconds))
        return TimeError::NotANumber;
    if (seconds < 0)
        return TimeError::TimeNegative;
    constexpr double day = 86'400;
    if (seconds >= day || std::round(seconds * 1'000'000) >= day * 1'000'000)
        return TimeError::TimeTooLarge;
    const auto all = static_cast<qint64>(std::round(seconds * 1'000'000));
    const auto ofDay = static_cast<int>(all / 1'000'000);
    *value = {ofDay / 3'600, ofDay / 60 % 60, ofDay % 60, static_cast<int>(all % 1'000'000), 0};
    return TimeError::None;
}

QString toText(const TimeValue &time)
{
    QString text = QStringLiteral("%1:%2:%3")
                       .arg(time.hour, 2, 10, QLatin1Char('0'))
                       .arg(time.minute, 2, 10, QLatin1Char('0'))
                       .arg(time.second, 2, 10, QLatin1Char('0'));
    if (time.microsecond != 0)
        text += QStringLiteral(".%1").arg(time.microsecond, 6, 10, QLatin1Char('0'));
    if (!time.offset)
        return text;
    if (*time.offset == 0)
        return text + u'Z';
    const int minutes = std::abs(*time.offset) / 60;
    return text + QStringLiteral("%1%2:%3")
                      .arg(QLatin1Char(*time.offset < 0 ? '-' : '+'))
                      .arg(minutes / 60, 2, 10, QLatin1Char('0'))
                      .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

} // namespace Design
