#include "designer/schema/formats/format.h"

#include "designer/schema/formats/format_checks.h"
#include "designer/schema/patterns/pattern_syntax.h"
#include "designer/text/json_reader.h"
#include "designer/text/number.h"

#include <array>
#include <cfloat>
#include <cmath>

namespace Design
{

namespace
{

struct Row {
    Format format;
    const char *name;
    const char *phrase;
    bool (*check)(QStringView);
};

bool isAnything(QStringView)
{
    return true;
}

bool isRegex(QStringView text)
{
    return Regex::parsePattern(text, Regex::Flavour::Unicode).error.isEmpty();
}

bool isJson(QStringView text)
{
    return readJson(text.toUtf8()).ok();
}

bool isBase64Json(QStringView text)
{
    return isBase64(text) && readJson(QByteArray::fromBase64(text.toLatin1())).ok();
}

// In the order of the enumeration: the table is indexed by it.
constexpr std::array table{
    Row{Format::Unknown, "", "", isAnything},
    Row{Format::Date, "date", "a date such as 2024-02-29", isDate},
    Row{Format::Time, "time", "a time such as 13:45:00Z", isTime},
    Row{Format::DateTime, "date-time", "a date and time such as 2024-02-29T13:45:00Z", isDateTime},
    Row{Format::Duration, "duration", "a duration such as P1DT2H", isDuration},
    Row{Format::Email, "email", "an e-mail address", isEmail},
    Row{Format::IdnEmail, "idn-email", "an e-mail address", isIdnEmail},
    Row{Format::Hostname, "hostname", "a host name", isHostname},
    Row{Format::IdnHostname, "idn-hostname", "a host name", isIdnHostname},
    Row{Format::Ipv4, "ipv4", "an IPv4 address such as 192.0.2.1", isIpv4},
    Row{Format::Ipv6, "ipv6", "an IPv6 address such as 2001:db8::1", isIpv6},
    Row{Format::Uri, "uri", "a URI with a scheme, such as https://example.com/", isUri},
    Row{Format::UriReference, "uri-reference", "a URI or a part of one", isUriReference},
    Row{Format::Iri, "iri", "an IRI with a scheme, such as https://example.com/", isIri},
    Row{Format::IriReference, "iri-reference", "an IRI or a part of one", isIriReference},
    Row{Format::UriTemplate, "uri-template", "a URI template such as /items/{id}", isUriTemplate},
    Row{Format::Uuid, "uuid", "a UUID", isUuid},
    Row{Format::JsonPointer, "json-pointer", "a JSON Pointer such as /items/0", isJsonPointer},
    Row{Format::RelativeJsonPointer, "relative-json-pointer",
        "a relative JSON Pointer such as 1/name", isRelativeJsonPointer},
    Row{Format::Regex, "regex", "a regular expression", isRegex},
    Row{Format::Byte, "byte", "Base64", isBase64},
    Row{Format::Binary, "binary", "binary data", isAnything},
    Row{Format::Password, "password", "a password", isAnything},
    Row{Format::Int32, "int32", "a whole number of 32 bits", isAnything},
    Row{Format::Int64, "int64", "a whole number of 64 bits", isAnything},
    Row{Format::Float, "float", "a number of single precision", isAnything},
    Row{Format::Double, "double", "a number of double precision", isAnything},
    Row{Format::JsonString, "json-string", "JSON", isJson},
    Row{Format::Base64Json, "", "JSON in Base64", isBase64Json},
};

const Row &row(Format format)
{
    return table[static_cast<size_t>(format)];
}

bool isBetween(const Json &value, const char *least, const char *most)
{
    const QByteArray text = value.numberText();
    return hasIntegralValue(text) && compareNumberTexts(text, least) >= 0 &&
           compareNumberTexts(text, most) <= 0;
}

} // namespace

Format formatFromName(QStringView name)
{
    for (const Row &each : table) {
        if (name == QLatin1StringView(each.name))
            return each.format;
    }
    return Format::Unknown;
}

QString formatName(Format format)
{
    return QLatin1String(row(format).name);
}

QString formatPhrase(Format format)
{
    return QLatin1String(row(format).phrase);
}

QStringList formatNames()
{
    QStringList names;
    for (const Row &each : table) {
        if (*each.name)
            names.append(QLatin1String(each.name));
    }
    return names;
}

Format contentFormat(QStringView encoding, QStringView mediaType)
{
    const qsizetype parameters = mediaType.indexOf(u';');
    const QStringView type =
        mediaType.first(parameters < 0 ? mediaType.size() : parameters).trimmed();
    const bool isJsonType = type.compare(u"application/json", Qt::CaseInsensitive) == 0 ||
                            type.endsWith(u"+json", Qt::CaseInsensitive);
    if (encoding.compare(u"base64", Qt::CaseInsensitive) == 0)
        return isJsonType ? Format::Base64Json : Format::Byte;
    return encoding.isEmpty() && isJsonType ? Format::JsonString : Format::Unknown;
}

bool isNumberFormat(Format format)
{
    return format == Format::Int32 || format == Format::Int64 || format == Format::Float ||
           format == Format::Double;
}

bool hasFormat(Format format, const Json &value)
{
    if (value.isString())
        return hasFormat(format, QStringView(value.string()));
    if (!value.isNumber())
        return true;
    switch (format) {
    case Format::Int32:
        return isBetween(value, "-2147483648", "2147483647");
    case Format::Int64:
        return value.isInt64() || isBetween(value, "-9223372036854775808", "9223372036854775807");
    case Format::Float:
        return std::abs(value.toDouble()) <= static_cast<double>(FLT_MAX);
    case Format::Double:
        return std::isfinite(value.toDouble());
    default:
        return true;
    }
}

bool hasFormat(Format format, QStringView text)
{
    return row(format).check(text);
}

} // namespace Design
