#pragma once

#include "designer/text/json.h"

#include <QByteArray>
#include <QList>

namespace Mock
{

struct ParsedMediaType;

/// One field of a form: text, or an uploaded file as an object of what is known about it.
struct FormField {
    QString name;
    Design::Json value;
    QByteArray content;      ///< of a file, as it was sent
    QByteArray contentType;  ///< of its part; empty when not said
    Design::JsonObject head; ///< all header fields of its part, names in lower case

    bool isFile() const { return value.isObject(); }
    QByteArray bytes() const { return isFile() ? content : value.string().toUtf8(); }
};

struct ReadForm {
    QList<FormField> fields; ///< in the order of the body
    QString error;           ///< why the body could not be read; empty when it could
};

constexpr int mostFormFields = 1'000; ///< and as many files

/// What is said of a body that cannot be taken apart.
const QString &unreadableBody();

/// A body of type application/x-www-form-urlencoded.
ReadForm readUrlEncoded(QByteArrayView body);

/// A body of type multipart/form-data (RFC 7578), or of another multipart type, whose parts need no
/// names (RFC 2046 section 5.1); the error texts are python-multipart's.
ReadForm readMultipart(QByteArrayView body, const ParsedMediaType &type);

} // namespace Mock
