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
    out.append("HTTP/1.1 ");
    out.append(QByteArray::number(status));
    out.append(' ');
    out.append(reasonPhrase(status));
    out.append("\r\n");
    if (!findHeader(response.headers, "date"))
        appendField(out, "Date", date(secondsSinceEpoch));
    for (const HeaderField &field : response.headers) {
        if (!field.name.isEmpty() && consistsOf(field.name, Characters::Token) &&
            !isOurs(field.name))
            appendField(out, field.name, field.value);
    }
    // RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5; a length of a 304 would be that of the 200.
    const bool isEmpty = status == 204 || status == 205 || status == 304;
    if (status == 205)
        out.append("Content-Length: 0\r\n");
    else if (!isEmpty)
        appendField(out, "Content-Length", lengthOf(response, context));
    if (!context.keepsAlive)
        out.append("Connection: close\r\n");
    else if (context.minorVersion == 0)
        out.append("Connection: keep-alive\r\n");
    out.append("\r\n");
    if (!isEmpty && !context.isHead)
        out.append(response.body);
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
