#pragma once

#include "mockserver/engine/inputs/url_decoding.h"

namespace Mock
{

/// A media type of a header field: `multipart/form-data; boundary=x` (RFC 9110 section 8.3.1).
struct ParsedMediaType {
    QByteArray type;             ///< lower case, "multipart/form-data"; empty when there is none
    QList<NamedText> parameters; ///< names in lower case

    QString parameter(QStringView name) const; ///< null when absent
    bool isJson() const;                       ///< application/json or application/*+json
    bool isXml() const;                        ///< */xml or */*+xml
    bool isYaml() const;                       ///< */yaml, */x-yaml or */*+yaml
    bool hasOwnParameters() const;             ///< others than charset
};

ParsedMediaType parseMediaType(QByteArrayView text);

/// The text of a body or part in the charset that its media type names; UTF-8 without one.
QString decodedAs(const QByteArray &bytes, const ParsedMediaType &type);

/// `name=value` pairs between separators that stand outside quotes; names in lower case, quoted
/// values unquoted; what has no `=` is left out.
QList<NamedText> parseParameters(QByteArrayView text, char separator);

/// What an Accept field makes of the media types on offer (RFC 9110 section 12.5.1).
struct Accepted {
    qsizetype offer = -1; ///< index of the one that is wanted most; -1: none is acceptable
    QByteArray type;      ///< its name, in which what a range left open is filled in
};

/// The higher quality wins, then the more specific range, then what the field names first, then
/// the first offer. Offers may be ranges; an empty field accepts everything.
Accepted bestMediaType(QByteArrayView accept, const QList<QByteArray> &offers);

/// How well a media type fits a range: 0 not at all, 1 `*/*`, 2 `text/*`, 3 the type itself, 4 with
/// a parameter in common. Other values of a parameter (but charset) fit less than none.
int mediaTypeFit(QByteArrayView type, QByteArrayView range);

/// Whether a media type fits a range such as `application/*` or `*/*`; parameters do not count.
bool mediaTypeMatches(QByteArrayView type, QByteArrayView range);

} // namespace Mock
