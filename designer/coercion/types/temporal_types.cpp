#include "designer/coercion/types/temporal_types.h"

#include "designer/coercion/reading.h"
#include "designer/coercion/texts/number_text.h"
#include "designer/coercion/texts/time_text.h"

#include <cmath>

namespace Design
{

namespace
{

Json refuse(ErrorType type, TimeError error, const Json &input, Reading &reading, NodeId node)
{
    return reading.refuse(type, input, node, Keyword::Format,
                          {{QStringLiteral("error"), timeErrorText(error)}});
}

/// Integers beyond the range of a double are no times at all.
bool isTooLarge(const Json &number)
{
    return number.isInteger() && std::isinf(number.toDouble());
}

/// pydantic writes UTC as Z, Python itself as +00:00.
Json zoned(const QString &text, const Reading &reading)
{
    const bool isUtc = reading.isEncoded() && text.endsWith(u'Z');
    return Json(isUtc ? text.chopped(1) + QLatin1String("+00:00") : text);
}

/// A number of JSON as seconds: integers exactly, beyond 64 bits as large as a number gets.
TimeError dateTimeOf(const Json &number, DateTimeValue *value)
{
    if (isWithin64Bits(number))
        return dateTimeFromSeconds(number.toInt64(), value);
    return dateTimeFromSeconds(number.toDouble(), value);
}

/// Text or number as a date with a time; None for no value of such a kind at all.
struct DateTimeOutcome {
    bool isPossible = true;
    TimeError error = TimeError::None;
};

DateTimeOutcome readDateTimeInput(const Json &input, DateTimeValue *value)
{
    if (input.isString())
        return {true, readDateTime(input.string().toUtf8(), value)};
    if (input.isNumber() && !isTooLarge(input))
        return {true, dateTimeOf(input, value)};
    return {false, TimeError::None};
}

} // namespace

Json DateType::read(const Json &input, Reading &reading) const
{
    DateValue date;
    if (input.isString()) {
        const TimeError error = readDate(input.string().toUtf8(), &date);
        if (error == TimeError::None) {
            reading.atMost(Exactness::Lax);
            return Json(toText(date));
        }
        if (error == TimeError::YearRange)
            return refuse(ErrorType::DateParsing, error, input, reading, node());
    }
    // What is no date may still be a point in time at midnight.
    DateTimeValue point;
    const DateTimeOutcome outcome = readDateTimeInput(input, &point);
    if (!outcome.isPossible)
        return reading.refuse(ErrorType::DateType, input, node(), Keyword::Type);
    if (outcome.error == TimeError::YearRange)
        return refuse(ErrorType::DateParsing, outcome.error, input, reading, node());
    if (outcome.error != TimeError::None) {
        return refuse(ErrorType::DateFromDatetimeParsing, outcome.error, input, reading, node());
    }
    if (!point.time.isMidnight())
        return reading.refuse(ErrorType::DateFromDatetimeInexact, input, node(), Keyword::Format);
    reading.atMost(Exactness::Lax);
    return Json(toText(point.date));
}

QString DateType::name() const
{
    return QStringLiteral("date");
}

Json DateTimeType::read(const Json &input, Reading &reading) const
{
    DateTimeValue point;
    const DateTimeOutcome outcome = readDateTimeInput(input, &point);
    if (!outcome.isPossible)
        return reading.refuse(ErrorType::DatetimeType, input, node(), Keyword::Type);
    TimeError error = outcome.error;
    if (error != TimeError::None && input.isString() && error != TimeError::YearRange) {
        // What is no point in time may still be a date.
        error = readDate(input.string().toUtf8(), &point.date);
        if (error != TimeError::None && error != TimeError::YearRange) {
            return refuse(ErrorType::DatetimeFromDateParsing, error, input, reading, node());
        }
        point.time = {};
    }
    if (error != TimeError::None)
        return refuse(ErrorType::DatetimeParsing, error, input, reading, node());
    reading.atMost(Exactness::Lax);
    return zoned(toText(point), reading);
}

QString DateTimeType::name() const
{
    return QStringLiteral("datetime");
}

Json TimeType::read(const Json &input, Reading &reading) const
{
    TimeValue time;
    TimeError error = TimeError::None;
    if (input.isString())
        error = readTime(input.string().toUtf8(), &time);
    else if (input.isNumber() && !isTooLarge(input))
        error = timeFromSeconds(input.toDouble(), &time);
    else
        return reading.refuse(ErrorType::TimeType, input, node(), Keyword::Type);
    if (error != TimeError::None)
        return refuse(ErrorType::TimeParsing, error, input, reading, node());
    reading.atMost(Exactness::Lax);
    return zoned(toText(time), reading);
}

QString TimeType::name() const
{
    return QStringLiteral("time");
}

Json DurationType::read(const Json &input, Reading &reading) const
{
    DurationValue duration;
    TimeError error = TimeError::None;
    if (input.isString())
        error = readDuration(input.string().toUtf8(), &duration);
    else if (isWithin64Bits(input))
        error = durationFromSeconds(input.toInt64(), &duration);
    else if (input.isNumber() && !isTooLarge(input))
        error = durationFromSeconds(input.toDouble(), &duration);
    else if (input.isBool())
        error = durationFromSeconds(qint64{input.toBool()}, &duration);
    else
        return reading.refuse(ErrorType::TimeDeltaType, input, node(), Keyword::Type);
    if (error != TimeError::None)
        return refuse(ErrorType::TimeDeltaParsing, error, input, reading, node());
    reading.atMost(Exactness::Lax);
    if (reading.isEncoded()) {
        const double seconds = static_cast<double>(duration.days * 86'400 + duration.seconds) +
                               static_cast<double>(duration.microseconds) / 1e6;
        return Json(duration.isPositive || seconds == 0 ? seconds : -seconds);
    }
    return Json(toText(duration));
}

QString DurationType::name() const
{
    return QStringLiteral("timedelta");
}

} // namespace Design
