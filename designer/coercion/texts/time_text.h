#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Design
{

/// What is wrong with the text of a date, time or duration; see timeErrorText().
enum class TimeError : quint8 {
    None,
    TooShort,
    ExtraCharacters,
    Year,
    Month,
    Day,
    DateSeparator,
    MonthRange,
    DayRange,
    YearRange,
    DateTimeSeparator,
    Hour,
    Minute,
    Second,
    TimeSeparator,
    HourRange,
    MinuteRange,
    SecondRange,
    FractionMissing,
    ZoneSign,
    ZoneHour,
    ZoneMinute,
    ZoneMinuteRange,
    ZoneRange,
    DateNotExact,
    DateTooSmall,
    DateTooLarge,
    TimeTooLarge,
    TimeNegative,
    NotANumber,
    DurationNumber,
    DurationFraction,
    DurationTimeUnit,
    DurationDateUnit,
    DurationRepeatedT,
    DurationDays,
    DurationValueTooLarge,
    DurationTooLarge,
    DurationHoursTooLarge,
};

/// pydantic's words for it, the {error} of "Input should be a valid date, {error}".
QString timeErrorText(TimeError error);

struct DateValue {
    int year = 0; ///< 0 to 9999
    int month = 1;
    int day = 1;
};

struct TimeValue {
    int hour = 0;
    int minute = 0;
    int second = 0;
    int microsecond = 0;
    std::optional<int> offset; ///< from UTC in seconds

    bool isMidnight() const { return hour + minute + second + microsecond == 0; }
};

struct DateTimeValue {
    DateValue date;
    TimeValue time;
};

struct DurationValue {
    bool isPositive = true;
    qint64 days = 0;
    qint64 seconds = 0;      ///< below one day
    qint64 microseconds = 0; ///< below one second
};

// Each reads ASCII text and sets the value when it gives None.

TimeError readDate(QByteArrayView text, DateValue *value); ///< or whole seconds since 1970
TimeError readTime(QByteArrayView text, TimeValue *value);
TimeError readDateTime(QByteArrayView text, DateTimeValue *value); ///< or a Unix timestamp
TimeError readDuration(QByteArrayView text, DurationValue *value);

/// Seconds since 1970 (milliseconds where the number is too large for them) as a point in UTC.
TimeError dateTimeFromSeconds(qint64 seconds, DateTimeValue *value);
TimeError dateTimeFromSeconds(double seconds, DateTimeValue *value);
/// Seconds since midnight.
TimeError timeFromSeconds(double seconds, TimeValue *value);
TimeError durationFromSeconds(qint64 seconds, DurationValue *value);
TimeError durationFromSeconds(double seconds, DurationValue *value);

QString toText(const DateValue &date);         ///< 2024-02-29
QString toText(const TimeValue &time);         ///< 12:30:00.500000+02:00
QString toText(const DateTimeValue &dateTime); ///< 2024-02-29T12:30:00Z
QString toText(const DurationValue &duration); ///< P1DT2H

// Parts that several of them share.

struct TextNumber {
    enum class Kind { None, Integer, Fraction };
    Kind kind = Kind::None;
    qint64 integer = 0;
    double fraction = 0;
};
/// A decimal number as timestamps are written: a sign and digits, with a point also an exponent.
TextNumber readTimestamp(QByteArrayView text);

TimeError readDatePart(QByteArrayView text, DateValue *value); ///< the first ten characters
/// A time of day from `at` on, without a zone; `at` is moved behind it.
TimeError readClock(QByteArrayView text, qsizetype *at, TimeValue *value);
TimeError readTimeFrom(QByteArrayView text, qsizetype at, TimeValue *value); ///< to the end

} // namespace Design
