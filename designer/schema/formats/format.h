#pragma once

#include <QStringList>

namespace Design
{

class Json;

/// The values of `format` that we check: JSON Schema 2020-12 section 7.3 and the registry of
/// OpenAPI (int32, int64, byte ...).
enum class Format : quint8 {
    Unknown,
    Date,
    Time,
    DateTime,
    Duration,
    Email,
    IdnEmail,
    Hostname,
    IdnHostname,
    Ipv4,
    Ipv6,
    Uri,
    UriReference,
    Iri,
    IriReference,
    UriTemplate,
    Uuid,
    JsonPointer,
    RelativeJsonPointer,
    Regex,
    Byte,
    Binary,
    Password,
    Int32,
    Int64,
    Float,
    Double,
    JsonString,
    Base64Json, ///< JSON in Base64
};

Format formatFromName(QStringView name); ///< Unknown for every other name
QString formatName(Format format);
QStringList formatNames(); ///< all known ones, for choosing

/// What a value of the format is, for messages: "an e-mail address".
QString formatPhrase(Format format);
/// What `contentEncoding` and `contentMediaType` say together, as a format; Unknown for what is
/// not looked into. JSON Schema draft 7, section 8.
Format contentFormat(QStringView encoding, QStringView mediaType);

bool isNumberFormat(Format format); ///< it is about numbers; the others are about strings

/// Whether the value has the format; values of a type that the format is not about do.
bool hasFormat(Format format, const Json &value);
bool hasFormat(Format format, QStringView text); ///< for the formats of strings

} // namespace Design
