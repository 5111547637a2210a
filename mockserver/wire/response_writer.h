#pragma once

#include "mockserver/engine/message.h"
#include "mockserver/wire/fault.h"

#include <QDateTime>

namespace Mock
{

/// What decides how a response is framed, besides the response itself.
struct ReplyContext {
    bool isHead = false;    ///< the request's method was HEAD
    int minorVersion = 1;   ///< of the request
    bool keepsAlive = true; ///< whether another request may follow
};

/// Writes responses so that every client finds their end (RFC 9112 sections 4 to 6).
class ResponseWriter
{
public:
    /// Appends head and body. Adds Date (unless given), Content-Length and Connection; framing
    /// fields of the response itself are left out, as are fields whose name is no token. Control
    /// characters in values become spaces. There is no body after HEAD, 204, 205 and 304; a status
    /// below 200 or above 999 cannot end an exchange and is written as a 500 that says so.
    void write(QByteArray &out, const Response &response, const ReplyContext &context,
               qint64 secondsSinceEpoch);
    /// The head alone, of a response whose body follows in pieces (see appendChunk()). A length of
    /// -1: nobody knows it yet. Then HTTP/1.0 clients must be told not to keep the connection
    /// alive.
    void writeHead(QByteArray &out, const Response &response, const ReplyContext &context,
                   qint64 length, qint64 secondsSinceEpoch);

private:
    void writeFields(QByteArray &out, const Response &response, const ReplyContext &context,
                     QByteArrayView framing, qint64 secondsSinceEpoch);
    const QByteArray &date(qint64 secondsSinceEpoch);

    qint64 m_seconds = -1;
    QByteArray m_date; ///< of m_seconds, as in RFC 9110 section 5.6.7
};

/// Appends a piece of a body as a chunk (RFC 9112 section 7.1); an empty one is the end.
void appendChunk(QByteArray &out, const QByteArray &piece);

/// Whether the response asks for the connection to be closed after it.
bool endsConnection(const Response &response);

/// The response to a request that is refused before the design sees it: {"detail": "..."}.
Response refusal(const Fault &fault);

} // namespace Mock
