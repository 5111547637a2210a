#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Mock
{

struct HeaderField {
    QByteArray name;  ///< as it was sent; compare without regard to case
    QByteArray value; ///< without the blanks around it
    bool operator==(const HeaderField &) const = default;
};

/// The first field with this name (any case), or null.
const HeaderField *findHeader(const QList<HeaderField> &headers, QByteArrayView name);
/// All fields with this name joined with ", " (RFC 9110 section 5.3); empty when absent.
QByteArray headerValue(const QList<HeaderField> &headers, QByteArrayView name);

/// One request as it came over the wire, whole and well-formed.
struct Request {
    QByteArray method;          ///< token as sent, such as GET
    QByteArray target;          ///< origin form as sent: percent-encoded path and query
    int minorVersion = 1;       ///< of HTTP/1.x
    QList<HeaderField> headers; ///< in order, duplicates kept
    QByteArray body;
    QString peer; ///< "127.0.0.1:51234"; empty for requests made in process
    bool isPartial = false; ///< the body went on without being kept: at most its beginning is here
};

/// What goes back. The writer adds Date, Content-Length and Connection by itself.
struct Response {
    int status = 200;
    QList<HeaderField> headers;
    QByteArray body;
    bool isPartial = false; ///< the same as of a request

    void setHeader(const QByteArray &name, const QByteArray &value); ///< replaces, any case
};

/// Whether answers of this status never have a body (RFC 9110 section 6.4.1).
bool isBodyless(int status);

/// Reason phrase of RFC 9110 for a status; "Unknown" for others.
QByteArray reasonPhrase(int status);

} // namespace Mock
