#include "designer/coercion/texts/python_text.h"
#include "designer/schema/patterns/code_points.h"
#include "mockserver/contract/plain_reading.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Design;

namespace Mock
{

namespace
{

constexpr double exact = 9007199254740992.0; ///< whole numbers up to here are

std::optional<double> numberIn(const QString &text, const QRegularExpression &form)
{
    if (!form.match(text).hasMatch())
        return std::nullopt;
    bool isNumber = false;
    const double number = QString(text).remove(u'_').trimmed().toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

/// The limit as the type has it, which is how it comes back in `ctx`.
Json limitOf(const InputSchema &input, const Json &limit)
{
    return input.type == u"number" ? Json(limit.toDouble()) : numberOf(limit.toDouble());
}

} // namespace

Foretold PlainReading::choice(const InputSchema &input, const Json &value,
                              const JsonArray &location)
{
    const bool isConst = input.flat.has(Keyword::Const);
    const Json said = input.flat.value(isConst ? Keyword::Const : Keyword::Enum).value;
    const JsonArray choices = isConst ? JsonArray{said} : said.array();
    bool isText = true;
    for (const Json &choice : choices) {
        if (choice == value)
            return {};
        isText = isText && (choice.isString() || choice.isNull());
    }
    // Python takes 1 for True and 1.0; the members of an Enum of numbers are read from texts.
    const bool mightBe = value.isNumber() || value.isBool() ||
                         (value.isString() && input.isNamedEnum &&
                          std::none_of(value.string().begin(), value.string().end(),
                                       [](QChar c) { return c.isLetter(); }));
    if (!isText && mightBe)
        return Foretold::vague();
    return refusedAs(input.isNamedEnum ? ErrorType::Enum : ErrorType::Literal, location, value,
                     {{QStringLiteral("expected"), pythonChoices(choices)}});
}

Foretold PlainReading::integer(const InputSchema &input, const Json &value,
                               const JsonArray &location)
{
    if (value.isString()) {
        static const QRegularExpression form(QStringLiteral("^\\s*[+-]?\\d+(_\\d+)*(\\.0+)?\\s*$"));
        const std::optional<double> number = numberIn(value.string(), form);
        if (!number)
            return refusedAs(ErrorType::IntParsing, location, value);
        return limits(input, *number, value, location);
    }
    if (value.isBool())
        return limits(input, value.toBool() ? 1 : 0, value, location);
    if (!value.isNumber())
        return refusedAs(ErrorType::IntType, location, value);
    if (std::fmod(value.toDouble(), 1.0) != 0)
        return refusedAs(ErrorType::IntFromFloat, location, value);
    return limits(input, value.toDouble(), value, location);
}

Foretold PlainReading::fraction(const InputSchema &input, const Json &value,
                                const JsonArray &location)
{
    if (value.isString()) {
        static const QRegularExpression special(QStringLiteral("inf|nan|_"),
                                                QRegularExpression::CaseInsensitiveOption);
        if (special.match(value.string()).hasMatch())
            return Foretold::vague();
        static const QRegularExpression form(
            QStringLiteral("^\\s*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?\\s*$"));
        const std::optional<double> number = numberIn(value.string(), form);
        if (!number)
            return refusedAs(ErrorType::FloatParsing, location, value);
        return limits(input, *number, value, location);
    }
    if (value.isBool())
        return limits(input, value.toBool() ? 1 : 0, value, location);
    if (!value.isNumber())
        return refusedAs(ErrorType::FloatType, location, value);
    return limits(input, value.toDouble(), value, location);
}

/// In pydantic's order: the first that is broken is the one that is told.
Foretold PlainReading::limits(const InputSchema &input, double number, const Json &value,
                              const JsonArray &location)
{
    const auto limit = [&input](Keyword keyword) { return input.flat.value(keyword).value; };
    const Json step = limit(Keyword::MultipleOf);
    const bool isStepped = step.isNumber() && step.toDouble() > 0;
    const auto refuse = [&](ErrorType type, const char *key, const Json &said) {
        return refusedAs(type, location, value, {{QString::fromLatin1(key), limitOf(input, said)}});
    };
    const auto isBeyond = [](const Json &said) {
        return said.isNumber() && std::abs(said.toDouble()) > exact;
    };
    for (const Keyword keyword : {Keyword::Minimum, Keyword::Maximum, Keyword::ExclusiveMinimum,
                                  Keyword::ExclusiveMaximum, Keyword::MultipleOf}) {
        if (isBeyond(limit(keyword)))
            return Foretold::vague();
    }
    if (std::abs(number) > exact && isStepped)
        return Foretold::vague();
    if (isStepped) {
        const double steps = number / step.toDouble();
        const double rest = std::abs(number - std::round(steps) * step.toDouble());
        if (rest > 1e-9)
            return refuse(ErrorType::MultipleOf, "multiple_of", step);
        if (rest > 1e-12)
            return Foretold::vague();
    }
    const Json most = limit(Keyword::Maximum);
    const Json less = limit(Keyword::ExclusiveMaximum);
    const Json least = limit(Keyword::Minimum);
    const Json more = limit(Keyword::ExclusiveMinimum);
    if (less.toBool() && !(number < most.toDouble())) // OpenAPI 3.0
        return refuse(ErrorType::LessThan, "lt", most);
    if (most.isNumber() && !less.toBool() && number > most.toDouble())
        return refuse(ErrorType::LessThanEqual, "le", most);
    if (less.isNumber() && number >= less.toDouble())
        return refuse(ErrorType::LessThan, "lt", less);
    if (least.isNumber() && !more.toBool() && number < least.toDouble())
        return refuse(ErrorType::GreaterThanEqual, "ge", least);
    if (more.toBool() && !(number > least.toDouble()))
        return refuse(ErrorType::GreaterThan, "gt", least);
    if (more.isNumber() && number <= more.toDouble())
        return refuse(ErrorType::GreaterThan, "gt", more);
    return {};
}

Foretold PlainReading::boolean(const Json &value, const JsonArray &location)
{
    static const QStringList words{
        QStringLiteral("0"),  QStringLiteral("1"),    QStringLiteral("t"),
        QStringLiteral("f"),  QStringLiteral("y"),    QStringLiteral("n"),
        QStringLiteral("on"), QStringLiteral("off"),  QStringLiteral("yes"),
        QStringLiteral("no"), QStringLiteral("true"), QStringLiteral("false")};
    if (value.isBool())
        return {};
    if (value.isString()) {
        return words.contains(value.string(), Qt::CaseInsensitive)
                   ? Foretold()
                   : refusedAs(ErrorType::BoolParsing, location, value);
    }
    if (!value.isNumber())
        return refusedAs(ErrorType::BoolType, location, value);
    const double number = value.toDouble();
    if (number == 0 || number == 1)
        return {};
    return value.isInteger() && std::abs(number) < exact
               ? refusedAs(ErrorType::BoolParsing, location, value)
               : Foretold::vague();
}

Foretold PlainReading::text(const InputSchema &input, const Json &value, const JsonArray &location)
{
    const FlatSchema &flat = input.flat;
    const QString format = flat.value(Keyword::Format).value.toString();
    if (format == u"password" && flat.flag(Keyword::WriteOnly) && !input.isFile())
        return secret(input, value, location);
    if (input.isFile())
        return bytes(value, location);
    if (flat.has(Keyword::ContentMediaType) || flat.has(Keyword::ContentEncoding))
        return value.isString() ? Foretold::vague() : Foretold::refused();
    if (format == u"uri")
        return url(input, value);
    // Formats that pydantic does not know are notes.
    static const QStringList notes{QStringLiteral("password"), QStringLiteral("color"),
                                   QStringLiteral("phone"), QStringLiteral("hostname")};
    if (!format.isEmpty() && !notes.contains(format))
        return ofFormat(format, value);
    if (!value.isString())
        return refusedAs(ErrorType::StringType, location, value);
    const auto length = codePoints(value.string()).size();
    const LengthLimit least = flat.length(Keyword::MinLength);
    const LengthLimit most = flat.length(Keyword::MaxLength);
    if (least.isSet() && length < least.value) {
        return refusedAs(ErrorType::StringTooShort, location, value,
                         {{QStringLiteral("min_length"), least.value}});
    }
    if (most.isSet() && length > most.value) {
        return refusedAs(ErrorType::StringTooLong, location, value,
                         {{QStringLiteral("max_length"), most.value}});
    }
    const Json pattern = flat.value(Keyword::Pattern).value;
    if (!pattern.isString())
        return {};
    const std::optional<bool> matches = matchesPlainly(pattern.string(), value.string());
    if (!matches)
        return Foretold::vague();
    return *matches ? Foretold()
                    : refusedAs(ErrorType::StringPatternMismatch, location, value,
                                {{QStringLiteral("pattern"), pattern}});
}

Foretold PlainReading::bytes(const Json &value, const JsonArray &location)
{
    return value.isString() ? Foretold::vague() : refusedAs(ErrorType::BytesType, location, value);
}

/// SecretStr counts as lists are counted.
Foretold PlainReading::secret(const InputSchema &input, const Json &value,
                              const JsonArray &location)
{
    if (!value.isString())
        return refusedAs(ErrorType::StringType, location, value);
    const qint64 length = codePoints(value.string()).size();
    const LengthLimit least = input.flat.length(Keyword::MinLength);
    const LengthLimit most = input.flat.length(Keyword::MaxLength);
    const auto refuse = [&](ErrorType type, const char *key, qint64 limit) {
        return refusedAs(type, location, value,
                         {{QStringLiteral("field_type"), QStringLiteral("Value")},
                          {QString::fromLatin1(key), limit},
                          {QStringLiteral("actual_length"), length}});
    };
    if (least.isSet() && length < least.value)
        return refuse(ErrorType::TooShort, "min_length", least.value);
    if (most.isSet() && length > most.value)
        return refuse(ErrorType::TooLong, "max_length", most.value);
    return {};
}

/// AnyUrl and HttpUrl; what they say of a text that is none takes a parser of its own.
Foretold PlainReading::url(const InputSchema &input, const Json &value)
{
    static const QRegularExpression usual(QStringLiteral("^https?://[a-z0-9.]+(/[a-z0-9/]*)?$"));
    if (!value.isString())
        return Foretold::refused();
    const LengthLimit most = input.flat.length(Keyword::MaxLength);
    const bool isTooLong = most.isSet() && value.string().size() > most.value;
    if (isTooLong || !value.string().contains(u':'))
        return Foretold::refused();
    return usual.match(value.string()).hasMatch() ? Foretold() : Foretold::vague();
}

/// What is read into something else than a text: its usual spellings, and what it cannot be.
Foretold PlainReading::ofFormat(const QString &format, const Json &value)
{
    if (value.isObject() || value.isArray() || value.isNull())
        return Foretold::refused();
    if (!value.isString())
        return Foretold::vague();
    const auto is = [&value](const QString &pattern) {
        return QRegularExpression(QLatin1Char('^') + pattern + QLatin1Char('$'))
            .match(value.string())
            .hasMatch();
    };
    // Days that every month has, hours that every day has.
    const QString day = QStringLiteral("20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])");
    const QString hour = QStringLiteral("([01]\\d|2[0-3]):?[0-5]\\d");
    const QString second = QStringLiteral("(:[0-5]\\d(\\.\\d+)?)?");
    const QString zone = QStringLiteral("([zZ]|[+-]%1)?").arg(hour);
    if (format == u"date" && is(day + QLatin1String("([T ]00:00(:00)?)?")))
        return {};
    if (format == u"date-time" &&
        is(QStringLiteral("%1([Tt _]%2%3%4)?").arg(day, hour, second, zone)))
        return {};
    if (format == u"time" && is(hour + second))
        return {};
    if (format == u"uuid" &&
        is(QStringLiteral("([0-9a-fA-F]{32}|(urn:uuid:)?%1|\\{%1\\})")
               .arg(QStringLiteral("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))))
        return {};
    return isNothingOf(format, value.string()) ? Foretold::refused() : Foretold::vague();
}

} // namespace Mock
