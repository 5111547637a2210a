#include "mockserver/panel/traffic/curl.h"

#include <QStringConverter>

namespace Mock
{

static QString quoted(const QString &text)
{
    QString inside = text;
    inside.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + inside + u'\'';
}

static QString quotedBytes(const QByteArray &bytes)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decode(bytes);
    if (!decode.hasError() && !text.contains(QChar(u'\0')))
        return quoted(text);
    QString escaped = QStringLiteral("$'");
    for (const char byte : bytes) {
        const auto value = static_cast<uchar>(byte);
        if (value >= 0x20 && value < 0x7f && byte != '\'' && byte != '\\')
            escaped += QLatin1Char(byte);
        else
            escaped += QStringLiteral("\\x%1").arg(value, 2, 16, QLatin1Char('0'));
    }
    return escaped + u'\'';
}

// What curl says by itself, and what only made sense for that one connection.
static bool isLeftToCurl(const HeaderField &header)
{
    const auto is = [&header](const char *name) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    };
    if (is("accept"))
        return header.value == "*/*";
    for (const char *own : {"host", "content-length", "connection", "transfer-encoding", "expect",
                            "user-agent", "accept-encoding"}) {
        if (is(own))
            return true;
    }
    return false;
}

QString curlCommand(const Request &request, const QUrl &server)
{
    QString command = QStringLiteral("curl -i");
    const QString method = QString::fromLatin1(request.method);
    const bool hasBody = !request.body.isEmpty();
    if (method == QLatin1String("HEAD"))
        command += QStringLiteral(" --head");
    else if (method != QLatin1String(hasBody ? "POST" : "GET"))
        command += QStringLiteral(" -X ") + quoted(method);
    QString address =
        server.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::StripTrailingSlash);
    address += QString::fromLatin1(request.target);
    command += u' ' + quoted(address);
    for (const HeaderField &header : request.headers) {
        if (!isLeftToCurl(header))
            command += QStringLiteral(" -H ") +
                       quoted(QString::fromLatin1(header.name + ": " + header.value));
    }
    if (hasBody)
        command += QStringLiteral(" --data-raw ") + quotedBytes(request.body);
    return command;
}

} // namespace Mock
