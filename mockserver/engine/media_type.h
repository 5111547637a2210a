#pragma once

#include "mockserver/engine/url_decoding.h"

namespace Mock
{

/// A media type of a header field: `multipart/form-data; boundary=x` (RFC 9110 section 8.3.1).
struct ParsedMediaType {
    QByteArray type;             ///< lower case, "multipart/form-data"; empty when there is none
    QList<NamedText> parameters; ///< names in lower case

    QString parameter(QStringView name) const; ///< null when absent
    bool isJson() const;                       ///< application/json or application/*+json
};

ParsedMediaType parseMediaType(QByteArrayView text);

/// Whether a media type fits a range such as `application/*` or `*/*`; parameters do not count.
bool mediaTypeMatches(QByteArrayView type, QByteArrayView range);

} // namespace Mock
