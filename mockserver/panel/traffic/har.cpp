#include "mockserver/panel/traffic/har.h"

#include <QStringDecoder>
#include <QUrlQuery>

using namespace Design;

namespace Mock
{

static QString latin1(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes);
}

static JsonArray headersOf(const QList<HeaderField> &headers)
{
    JsonArray list;
    for (const HeaderField &header : headers)
        list.append(JsonObject{{QStringLiteral("name"), latin1(header.name)},
                               {QStringLiteral("value"), latin1(header.value)}});
    return list;
}

static JsonArray queryOf(const QByteArray &target)
{
    JsonArray list;
    const qsizetype mark = target.indexOf('?');
    if (mark < 0)
        return list;
    const QUrlQuery query(latin1(target.sliced(mark + 1)));
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
        list.append(JsonObject{{QStringLiteral("name"), name}, {QStringLiteral("value"), value}});
    return list;
}

/// HAR texts are Unicode; what is none is encoded, where the format has a place to say so.
static JsonObject bodyOf(const QByteArray &body, const QList<HeaderField> &headers, bool isAnswer)
{
    JsonObject object;
    if (isAnswer)
        object.insert(QStringLiteral("size"), Json(qint64(body.size())));
    object.insert(QStringLiteral("mimeType"), latin1(headerValue(headers, "content-type")));
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(body);
    if (!decoder.hasError()) {
        object.insert(QStringLiteral("text"), text);
    } else {
        object.insert(QStringLiteral("text"), latin1(body.toBase64()));
        object.insert(isAnswer ? QStringLiteral("encoding") : QStringLiteral("comment"),
                      QStringLiteral("base64"));
    }
    return object;
}

static JsonObject entryOf(const Exchange &exchange, const QUrl &server)
{
    const Request &request = exchange.request;
    const Response &response = exchange.response;
    const QString version = QStringLiteral("HTTP/1.%1").arg(request.minorVersion);
    const double milliseconds = static_cast<double>(exchange.nanoseconds) / 1e6;
    const QString address =
        server.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::StripTrailingSlash);
    JsonObject sent{{QStringLiteral("method"), latin1(request.method)},
                    {QStringLiteral("url"), address + latin1(request.target)},
                    {QStringLiteral("httpVersion"), version},
                    {QStringLiteral("cookies"), JsonArray()},
                    {QStringLiteral("headers"), headersOf(request.headers)},
                    {QStringLiteral("queryString"), queryOf(request.target)}};
    if (!request.body.isEmpty())
        sent.insert(QStringLiteral("postData"), bodyOf(request.body, request.headers, false));
    sent.insert(QStringLiteral("headersSize"), Json(-1));
    sent.insert(QStringLiteral("bodySize"), Json(qint64(request.body.size())));
    const JsonObject answered{
        {QStringLiteral("status"), Json(response.status)},
        {QStringLiteral("statusText"), latin1(reasonPhrase(response.status))},
        {QStringLiteral("httpVersion"), version},
        {QStringLiteral("cookies"), JsonArray()},
        {QStringLiteral("headers"), headersOf(response.headers)},
        {QStringLiteral("content"), bodyOf(response.body, response.headers, true)},
        {QStringLiteral("redirectURL"), latin1(headerValue(response.headers, "location"))},
        {QStringLiteral("headersSize"), Json(-1)},
        {QStringLiteral("bodySize"), Json(qint64(response.body.size()))}};
    JsonObject entry{
        {QStringLiteral("startedDateTime"), exchange.time.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("time"), Json(milliseconds)},
        {QStringLiteral("request"), sent},
        {QStringLiteral("response"), answered},
        {QStringLiteral("cache"), JsonObject()},
        {QStringLiteral("timings"), JsonObject{{QStringLiteral("send"), Json(0)},
                                               {QStringLiteral("wait"), Json(milliseconds)},
                                               {QStringLiteral("receive"), Json(0)}}}};
    QStringList reasons;
    for (const Violation &violation : exchange.violations)
        reasons.append(violation.message);
    if (!reasons.isEmpty())
        entry.insert(QStringLiteral("comment"), reasons.join(QStringLiteral("; ")));
    return entry;
}

Json harLog(const QList<Exchange> &exchanges, const QUrl &server)
{
    JsonArray entries;
    for (const Exchange &exchange : exchanges) {
        if (!exchange.isUnderWay) // the format has no place for half of one
            entries.append(entryOf(exchange, server));
    }
    const JsonObject creator{{QStringLiteral("name"), QStringLiteral("Menura")},
                             {QStringLiteral("version"), QStringLiteral(MENURA_VERSION)}};
    return JsonObject{
        {QStringLiteral("log"), JsonObject{{QStringLiteral("version"), QStringLiteral("1.2")},
                                           {QStringLiteral("creator"), creator},
                                           {QStringLiteral("entries"), entries}}}};
}

} // namespace Mock
