#include "designer/coercion/texts/time_text.h"

namespace Design
{

QString timeErrorText(TimeError error)
{
    const auto text = [error]() -> const char * {
        switch (error) {
        case TimeError::None:
            return "";
        case TimeError::TooShort:
            return "input is too short";
        case TimeError::ExtraCharacters:
            return "unexpected extra characters at the end of the input";
        case TimeError::Year:
            return "invalid character in year";
        case TimeError::Month:
            return "invalid character in month";
        case TimeError::Day:
            return "invalid character in day";
        case TimeError::DateSeparator:
            return "invalid date separator, expected `-`";
        case TimeError::MonthRange:
            return "month value is outside expected range of 1-12";
        case TimeError::DayRange:
            return "day value is outside expected range";
        case TimeError::YearRange:
            return "year 0 is out of range";
        case TimeError::DateTimeSeparator:
            return "invalid datetime separator, expected `T`, `t`, `_` or space";
        case TimeError::Hour:
            return "invalid character in hour";
        case TimeError::Minute:
            return "invalid character in minute";
        case TimeError::Second:
            return "invalid character in second";
        case TimeError::TimeSeparator:
            return "invalid time separator, expected `:`";
        case TimeError::HourRange:
            return "hour value is outside expected range of 0-23";
        case TimeError::MinuteRange:
            return "minute value is outside expected range of 0-59";
        case TimeError::SecondRange:
            return "second value is outside expected range of 0-59";
        case TimeError::FractionMissing:
            return "second fraction digits missing after `.`";
        case TimeError::ZoneSign:
            return "invalid timezone sign";
        case TimeError::ZoneHour:
            return "invalid timezone hour";
        case TimeError::ZoneMinute:
            return "invalid timezone minute";
        case TimeError::ZoneMinuteRange:
            return "timezone minute value is outside expected range of 0-59";
        case TimeError::ZoneRange:
            return "timezone offset must be less than 24 hours";
        case TimeError::DateNotExact:
            return "unix timestamps for dates must be at midnight";
        case TimeError::DateTooSmall:
            return "dates before 0000 are not supported as unix timestamps";
        case TimeError::DateTooLarge:
            return "dates after 9999 are not supported as unix timestamps";
        case TimeError::TimeTooLarge:
            return "numeric times may not exceed 86,399 seconds";
        case TimeError::TimeNegative:
            return "time in seconds should be positive";
        case TimeError::NotANumber:
            return "NaN values not permitted";
        case TimeError::DurationNumber:
            return "invalid digit in duration";
        case TimeError::DurationFraction:
            return "quantity fraction invalid in duration";
        case TimeError::DurationTimeUnit:
            return "quantity invalid in time part of duration";
        case TimeError::DurationDateUnit:
            return "quantity invalid in date part of duration";
        case TimeError::DurationRepeatedT:
            return "`t` character repeated in duration";
        case TimeError::DurationDays:
            return "\"day\" identifier in duration not correctly formatted";
        case TimeError::DurationValueTooLarge:
            return "a numeric value in the duration is too large";
        case TimeError::DurationTooLarge:
            return "durations may not exceed 999,999,999 days";
        case TimeError::DurationHoursTooLarge:
            return "durations may not exceed 999,999,999 hours";
        }
        return "";
    };
    return QString::fromLatin1(text());
}

} // namespace Design
