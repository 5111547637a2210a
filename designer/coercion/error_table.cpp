#include "designer/coercion/error_table.h"

#include "designer/text/json.h"

#include <array>
#include <charconv>
#include <cmath>

namespace Design
{

namespace
{

struct Row {
    ErrorType type;
    const char *name;
    const char *text; ///< `{key}` stands for a value of the context, `{s}` for a plural
};

constexpr std::array<Row, static_cast<size_t>(ErrorType::Count)> rows{{
    {ErrorType::BodyJsonInvalid, "json_invalid", "JSON decode error"},
    {ErrorType::JsonInvalid, "json_invalid", "Invalid JSON: {error}"},
    {ErrorType::JsonType, "json_type", "JSON input should be string, bytes or bytearray"},
    {ErrorType::Missing, "missing", "Field required"},
    {ErrorType::ExtraForbidden, "extra_forbidden", "Extra inputs are not permitted"},
    {ErrorType::ModelAttributesType, "model_attributes_type",
     "Input should be a valid dictionary or object to extract fields from"},
    {ErrorType::NoneRequired, "none_required", "Input should be None"},
    {ErrorType::GreaterThan, "greater_than", "Input should be greater than {gt}"},
    {ErrorType::GreaterThanEqual, "greater_than_equal",
     "Input should be greater than or equal to {ge}"},
    {ErrorType::LessThan, "less_than", "Input should be less than {lt}"},
    {ErrorType::LessThanEqual, "less_than_equal", "Input should be less than or equal to {le}"},
    {ErrorType::MultipleOf, "multiple_of", "Input should be a multiple of {multiple_of}"},
    {ErrorType::FiniteNumber, "finite_number", "Input should be a finite number"},
    {ErrorType::TooShort, "too_short",
     "{field_type} should have at least {min_length} item{s} after validation, "
     "not {actual_length}"},
    {ErrorType::TooLong, "too_long",
     "{field_type} should have at most {max_length} item{s} after validation, "
     "not {actual_length}"},
    {ErrorType::StringType, "string_type", "Input should be a valid string"},
    {ErrorType::StringUnicode, "string_unicode",
     "Input should be a valid string, unable to parse raw data as a unicode string"},
    {ErrorType::StringTooShort, "string_too_short",
     "String should have at least {min_length} character{s}"},
    {ErrorType::StringTooLong, "string_too_long",
     "String should have at most {max_length} character{s}"},
    {ErrorType::StringPatternMismatch, "string_pattern_mismatch",
     "String should match pattern '{pattern}'"},
    {ErrorType::Enum, "enum", "Input should be {expected}"},
    {ErrorType::Literal, "literal_error", "Input should be {expected}"},
    {ErrorType::DictType, "dict_type", "Input should be a valid dictionary"},
    {ErrorType::ListType, "list_type", "Input should be a valid list"},
    {ErrorType::TupleType, "tuple_type", "Input should be a valid tuple"},
    {ErrorType::SetType, "set_type", "Input should be a valid set"},
    {ErrorType::SetItemNotHashable, "set_item_not_hashable", "Set items should be hashable"},
    {ErrorType::BoolType, "bool_type", "Input should be a valid boolean"},
    {ErrorType::BoolParsing, "bool_parsing",
     "Input should be a valid boolean, unable to interpret input"},
    {ErrorType::IntType, "int_type", "Input should be a valid integer"},
    {ErrorType::IntParsing, "int_parsing",
     "Input should be a valid integer, unable to parse string as an integer"},
    {ErrorType::IntParsingSize, "int_parsing_size",
     "Unable to parse input string as an integer, exceeded maximum size"},
    {ErrorType::IntFromFloat, "int_from_float",
     "Input should be a valid integer, got a number with a fractional part"},
    {ErrorType::FloatType, "float_type", "Input should be a valid number"},
    {ErrorType::FloatParsing, "float_parsing",
     "Input should be a valid number, unable to parse string as a number"},
    {ErrorType::BytesType, "bytes_type", "Input should be a valid bytes"},
    {ErrorType::BytesTooShort, "bytes_too_short", "Data should have at least {min_length} byte{s}"},
    {ErrorType::BytesTooLong, "bytes_too_long", "Data should have at most {max_length} byte{s}"},
    {ErrorType::BytesInvalidEncoding, "bytes_invalid_encoding",
     "Data should be valid {encoding}: {encoding_error}"},
    {ErrorType::ValueError, "value_error", "Value error, {text}"},
    {ErrorType::UploadExpected, "value_error",
     "Value error, Expected UploadFile, received: <class 'str'>"},
    {ErrorType::EmailInvalid, "value_error", "value is not a valid email address: {reason}"},
    {ErrorType::DateType, "date_type", "Input should be a valid date"},
    {ErrorType::DateParsing, "date_parsing",
     "Input should be a valid date in the format YYYY-MM-DD, {error}"},
    {ErrorType::DateFromDatetimeParsing, "date_from_datetime_parsing",
     "Input should be a valid date or datetime, {error}"},
    {ErrorType::DateFromDatetimeInexact, "date_from_datetime_inexact",
     "Datetimes provided to dates should have zero time - e.g. be exact dates"},
    {ErrorType::TimeType, "time_type", "Input should be a valid time"},
    {ErrorType::TimeParsing, "time_parsing", "Input should be in a valid time format, {error}"},
    {ErrorType::DatetimeType, "datetime_type", "Input should be a valid datetime"},
    {ErrorType::DatetimeParsing, "datetime_parsing", "Input should be a valid datetime, {error}"},
    {ErrorType::DatetimeFromDateParsing, "datetime_from_date_parsing",
     "Input should be a valid datetime or date, {error}"},
    {ErrorType::TimeDeltaType, "time_delta_type", "Input should be a valid timedelta"},
    {ErrorType::TimeDeltaParsing, "time_delta_parsing",
     "Input should be a valid timedelta, {error}"},
    {ErrorType::UnionTagInvalid, "union_tag_invalid",
     "Input tag '{tag}' found using {discriminator} does not match any of the expected tags: "
     "{expected_tags}"},
    {ErrorType::UnionTagNotFound, "union_tag_not_found",
     "Unable to extract tag using discriminator {discriminator}"},
    {ErrorType::RecursionLoop, "recursion_loop", "Recursion error - cyclic reference detected"},
    {ErrorType::UrlType, "url_type", "URL input should be a string or URL"},
    {ErrorType::UrlParsing, "url_parsing", "Input should be a valid URL, {error}"},
    {ErrorType::UrlTooLong, "url_too_long", "URL should have at most {max_length} character{s}"},
    {ErrorType::UrlScheme, "url_scheme", "URL scheme should be {expected_schemes}"},
    {ErrorType::UuidType, "uuid_type", "UUID input should be a string, bytes or UUID object"},
    {ErrorType::UuidParsing, "uuid_parsing", "Input should be a valid UUID, {error}"},
    {ErrorType::UuidVersion, "uuid_version", "UUID version {expected_version} expected"},
    {ErrorType::DecimalType, "decimal_type",
     "Decimal input should be an integer, float, string or Decimal object"},
    {ErrorType::DecimalParsing, "decimal_parsing", "Input should be a valid decimal"},
    {ErrorType::DecimalMaxDigits, "decimal_max_digits",
     "Decimal input should have no more than {max_digits} digit{s} in total"},
    {ErrorType::DecimalMaxPlaces, "decimal_max_places",
     "Decimal input should have no more than {decimal_places} decimal place{s}"},
    {ErrorType::DecimalWholeDigits, "decimal_whole_digits",
     "Decimal input should have no more than {whole_digits} digit{s} before the decimal point"},
    {ErrorType::IpV4Address, "ip_v4_address", "Input is not a valid IPv4 address"},
    {ErrorType::IpV6Address, "ip_v6_address", "Input is not a valid IPv6 address"},
    {ErrorType::IpAnyAddress, "ip_any_address", "value is not a valid IPv4 or IPv6 address"},
    {ErrorType::ByteSize, "byte_size", "could not parse value and unit from byte string"},
    {ErrorType::ByteSizeUnit, "byte_size_unit", "could not interpret byte unit: {unit}"},
    {ErrorType::IpV4Network, "ip_v4_network", "Input is not a valid IPv4 network"},
    {ErrorType::IpV6Network, "ip_v6_network", "Input is not a valid IPv6 network"},
    {ErrorType::IpAnyNetwork, "ip_any_network", "value is not a valid IPv4 or IPv6 network"},
    {ErrorType::IpV4Interface, "ip_v4_interface", "Input is not a valid IPv4 interface"},
    {ErrorType::IpV6Interface, "ip_v6_interface", "Input is not a valid IPv6 interface"},
    {ErrorType::IpAnyInterface, "ip_any_interface", "value is not a valid IPv4 or IPv6 interface"},
    {ErrorType::NameEmailType, "name_email_type", "Input is not a valid NameEmail"},
    {ErrorType::PathType, "path_type", "Input is not a valid path for <class 'pathlib.Path'>"},
    {ErrorType::PatternType, "pattern_type", "Input should be a valid pattern"},
    {ErrorType::PatternRegex, "pattern_regex", "Input should be a valid regular expression"},
    {ErrorType::Base64Decode, "base64_decode", "Base64 decoding error: '{error}'"},
    {ErrorType::DatePast, "date_past", "Date should be in the past"},
    {ErrorType::DateFuture, "date_future", "Date should be in the future"},
    {ErrorType::DatetimePast, "datetime_past", "Input should be in the past"},
    {ErrorType::DatetimeFuture, "datetime_future", "Input should be in the future"},
    {ErrorType::TimezoneNaive, "timezone_naive", "Input should not have timezone info"},
    {ErrorType::TimezoneAware, "timezone_aware", "Input should have timezone info"},
    {ErrorType::FrozenSetType, "frozen_set_type", "Input should be a valid frozenset"},
    {ErrorType::DataclassType, "dataclass_type",
     "Input should be a dictionary or an instance of {class_name}"},
    {ErrorType::ModelType, "model_type",
     "Input should be a valid dictionary or instance of {class_name}"},
    {ErrorType::ArgumentsType, "arguments_type", "Arguments must be a tuple, list or a dictionary"},
    {ErrorType::MissingArgument, "missing_argument", "Missing required argument"},
    {ErrorType::UnexpectedPositionalArgument, "unexpected_positional_argument",
     "Unexpected positional argument"},
    {ErrorType::UnexpectedKeywordArgument, "unexpected_keyword_argument",
     "Unexpected keyword argument"},
}};

constexpr bool inOrder()
{
    for (size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<size_t>(rows[i].type) != i)
            return false;
    }
    return true;
}
static_assert(inOrder(), "one row for each ErrorType, in its order");

QString shortest(const Json &number)
{
    if (number.isInteger())
        return QString::fromLatin1(number.numberText());
    char buffer[400]; // the longest is the smallest denormal in fixed notation
    const double value = number.toDouble();
    const auto [end, error] =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed);
    return QString::fromLatin1(buffer, end - buffer);
}

/// "" when the limit of the message is 1, else "s".
QLatin1String plural(const JsonObject &context)
{
    for (const JsonObject::Member &member : context) {
        const bool isLimit = member.key != QLatin1String("actual_length");
        if (isLimit && member.value.isNumber())
            return QLatin1String(member.value.toDouble() == 1 ? "" : "s");
    }
    return QLatin1String("s");
}

} // namespace

QLatin1String errorName(ErrorType type)
{
    return QLatin1String(rows[static_cast<size_t>(type)].name);
}

QString errorMessage(ErrorType type, const JsonObject &context)
{
    const QString text = QString::fromLatin1(rows[static_cast<size_t>(type)].text);
    QString message;
    message.reserve(text.size() + 32);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'{') {
            message += text[i];
            continue;
        }
        const qsizetype end = text.indexOf(u'}', i);
        const QStringView key = QStringView(text).sliced(i + 1, end - i - 1);
        const Json value = context.value(key);
        if (key == u"s")
            message += plural(context);
        else if (value.isNumber())
            message += shortest(value);
        else if (value.isNull()) // a set stops counting once it is too long
            message += QLatin1String("more");
        else
            message += value.toString();
        i = end;
    }
    return message;
}

} // namespace Design
