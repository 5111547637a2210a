#include "mockserver/wire/response_writer.h"

#include "mockserver/wire/characters.h"

#include <QLocale>

#include <algorithm>

namespace Mock
{

namespace
{

// These belong to the connection or to the framing and are written by the writer alone.
bool isOurs(QByteArrayView name)
{
    constexpr QByteArrayView ours[] = {"connection", "content-length", "keep-alive",
                                       "transfer-encoding"};
    return std::any_of(std::begin(ours), std::end(ours), [name](QByteArrayView own) {
        return own.size() == name.size() && own.compare(name, Qt::CaseInsensitive) == 0;
    });
}

void appendValue(QByteArray &out, const QByteArray &value)
{
    if (consistsOf(value, Characters::Value)) {
        out.append(value);
        return;
    }
    for (const char c : value)
        out.append(isOneOf(c, Characters::Value) ? c : ' ');
}

void appendField(QByteArray &out, QByteArrayView name, const QByteArray &value)
{
    out.append(name);
    out.append(": ");
    appendValue(out, value);
    out.append("\r\n");
}

/// Of what a GET would be answered with, where somebody else has answered HEAD and says it
/// (RFC 9110 section 8.6); else of the body.
QByteArray lengthOf(const Response &response, const ReplyContext &context)
{
    const HeaderField *said = findHeader(response.headers, "content-length");
    bool isNumber = false;
    if (context.isHead && said && response.body.isEmpty() &&
        said->value.toULongLong(&isNumber) > 0 && isNumber)
        return said->value.trimmed();
    return QByteArray::number(response.body.size());
}

} // namespace

void ResponseWriter::write(QByteArray &out, const Response &response, const ReplyContext &context,
                           qint64 secondsSinceEpoch)
{
    const int status = response.status;
    if (status < 200 || status > 999) {
        const QByteArray number = QByteArray::number(status);
        write(out, refusal({500, "The status " + number + " cannot be that of a final answer."}),
              context, secondsSinceEpoch);
        return;
    }
    out.reserve(out.size() + 256 + response.body.size());
    if (isBodyless(status))
        writeFields(out, response, context, {}, secondsSinceEpoch);
    else
        writeFields(out, response, context, "Content-Length: " + lengthOf(response, context),
                    secondsSinceEpoch);
    if (!isBodyless(status) && !context.isHead)
        out.append(response.body);
}

void ResponseWriter::writeHead(QByteArray &out, const Response &response,
                               const ReplyContext &context, qint64 length, qint64 secondsSinceEpoch)
{
    QByteArray framing;
    if (length >= 0)
        framing = "Content-Length: " + QByteArray::number(length);
    else if (context.minorVersion > 0)
        framing = "Transfer-Encoding: chunked";
    writeFields(out, response, context, framing, secondsSinceEpoch);
}

void ResponseWriter::writeFields(QByteArray &out, const Response &response,
                                 const ReplyContext &context, QByteArrayView framing,
                                 qint64 secondsSinceEpoch)
{
    out.append("HTTP/1.1 ");
    out.append(QByteArray::number(response.status));
    out.append(' ');
    out.append(reasonPhrase(response.status));
    out.append("\r\n");
    if (!findHeader(response.headers, "date"))
        appendField(out, "Date", date(secondsSinceEpoch));
    for (const HeaderField &field : response.headers) {
        if (!field.name.isEmpty() && consistsOf(field.name, Characters::Token) &&
            !isOurs(field.name))
            appendField(out, field.name, field.value);
    }
    if (response.status == 205)
        out.append("Content-Length: 0\r\n");
    else if (!framing.isEmpty())
        out.append(framing).append("\r\n");
    if (!context.keepsAlive)
        out.append("Connection: close\r\n");
    else if (context.minorVersion == 0)
        out.append("Connection: keep-alive\r\n");
    out.append("\r\n");
}

void appendChunk(QByteArray &out, const QByteArray &piece)
{
    out.append(QByteArray::number(piece.size(), 16)).append("\r\n");
    out.append(piece).append("\r\n");
}

const QByteArray &ResponseWriter::date(qint64 secondsSinceEpoch)
{
    if (secondsSinceEpoch != m_seconds) {
        m_seconds = secondsSinceEpoch;
        m_date = QLocale::c()
                     .toString(QDateTime::fromSecsSinceEpoch(m_seconds, Qt::UTC),
                               QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
                     .toLatin1();
    }
    return m_date;
}

bool endsConnection(const Response &response)
{
    for (const HeaderField &field : response.headers) {
        if (field.name.compare("connection", Qt::CaseInsensitive) == 0 &&
            field.value.toLower().contains("close"))
            return true;
    }
    return false;
}

Response refusal(const Fault &fault)
{
    // The details are ASCII sentences of our own; only what they quote could need an escape.
    QByteArray text;
    for (const char c : fault.detail) {
        if (c == '"' || c == '\\')
            text.append('\\');
        text.append(c);
    }
    Response response;
    response.status = fault.status;
    response.headers = {{"Content-Type", "application/json"}};
    response.body = "{\"detail\":\"" + text + "\"}";
    return response;
}

} // namespace Mock
