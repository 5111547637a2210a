#include "designer/coercion/texts/url_text.h"

#include <QStringList>

namespace Design
{

namespace
{

struct Scheme {
    QLatin1String name;
    int port;
};
// The special schemes but `file`, which has rules of its own.
constexpr Scheme special[] = {{QLatin1String("http"), 80},
                              {QLatin1String("https"), 443},
                              {QLatin1String("ws"), 80},
                              {QLatin1String("wss"), 443},
                              {QLatin1String("ftp"), 21}};

constexpr QLatin1String querySet(" \"#<>");
constexpr QLatin1String pathSet(" \"#<>?`{}");
constexpr QLatin1String userinfoSet(" \"#<>?`{}/:;=@[\\]^|");

/// The port that the scheme has by itself; 0 for schemes that are not special.
int defaultPort(QStringView scheme)
{
    for (const Scheme &candidate : special) {
        if (scheme == candidate.name)
            return candidate.port;
    }
    return 0;
}

/// Without blanks and controls around it, and without tabs and line breaks.
QString cleaned(QStringView text)
{
    while (!text.isEmpty() && text.front().unicode() <= 0x20)
        text = text.sliced(1);
    while (!text.isEmpty() && text.back().unicode() <= 0x20)
        text.chop(1);
    QString result = text.toString();
    result.removeIf([](QChar c) { return c == u'\t' || c == u'\n' || c == u'\r'; });
    return result;
}

/// The scheme without its colon, lower case; empty when the text does not start with one.
QString schemeOf(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        const bool isLetter = (c | 0x20) >= u'a' && (c | 0x20) <= u'z';
        const bool isOther = (c >= u'0' && c <= u'9') || c == u'+' || c == u'-' || c == u'.';
        if (c == u':')
            return text.first(i).toLower();
        if (!isLetter && (i == 0 || !isOther))
            return {};
    }
    return {};
}

bool isDot(const QString &segment)
{
    return segment == u"." || segment.compare(u"%2e", Qt::CaseInsensitive) == 0;
}

bool isDoubleDot(const QString &segment)
{
    const QString plain =
        QString(segment).replace(QLatin1String("%2e"), QLatin1String("."), Qt::CaseInsensitive);
    return plain == u"..";
}

/// Segments without `.` and `..`, encoded, with a slash before each.
QString normalizedPath(QString path, bool isSpecial)
{
    if (isSpecial)
        path.replace(u'\\', u'/');
    if (path.isEmpty())
        return isSpecial ? QStringLiteral("/") : QString();
    QStringList segments = path.sliced(path.startsWith(u'/') ? 1 : 0).split(u'/');
    QStringList kept;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const bool isLast = i == segments.size() - 1;
        if (isDoubleDot(segments[i])) {
            if (!kept.isEmpty())
                kept.removeLast();
            if (isLast)
                kept.append(QString());
        } else if (isDot(segments[i])) {
            if (isLast)
                kept.append(QString());
        } else {
            kept.append(percentEncoded(segments[i], pathSet));
        }
    }
    return u'/' + kept.join(u'/');
}

/// Credentials, host and port: what stands between `//` and the path.
void readAuthority(const QString &authority, UrlText *url)
{
    const int schemePort = defaultPort(url->scheme);
    QString rest = authority;
    const qsizetype at = rest.lastIndexOf(u'@');
    if (at >= 0) {
        const QString user = rest.first(at);
        rest = rest.sliced(at + 1);
        const qsizetype colon = user.indexOf(u':');
        QString encoded = percentEncoded(colon < 0 ? user : user.first(colon), userinfoSet);
        if (colon >= 0 && colon + 1 < user.size())
            encoded += u':' + percentEncoded(user.sliced(colon + 1), userinfoSet);
        if (!encoded.isEmpty())
            url->credentials = encoded + u'@';
    }
    const qsizetype bracket = rest.startsWith(u'[') ? rest.indexOf(u']') : 0;
    const qsizetype colon = rest.indexOf(u':', bracket < 0 ? rest.size() : bracket);
    const QString host = colon < 0 ? rest : rest.first(colon);
    if (host.isEmpty() && (schemePort > 0 || colon >= 0 || at >= 0)) {
        url->error = QStringLiteral("empty host");
        return;
    }
    url->hasHost = !host.isEmpty();
    url->host = schemePort > 0 ? readDomain(host, &url->error) : readOpaqueHost(host, &url->error);
    if (!url->isValid() || colon < 0)
        return;
    int port = 0;
    const QStringView digits = QStringView(rest).sliced(colon + 1);
    for (const QChar c : digits) {
        port = port * 10 + (c.unicode() - u'0');
        if (c < u'0' || c > u'9' || port > 0xffff) {
            url->error = QStringLiteral("invalid port number");
            return;
        }
    }
    if (!digits.isEmpty() && port != schemePort)
        url->port = port;
}

} // namespace

QString percentEncoded(QStringView text, QLatin1String set)
{
    QString result;
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        const auto byte = static_cast<quint8>(c);
        if (byte > 0x1f && byte < 0x7f && !set.contains(QLatin1Char(c)))
            result += QLatin1Char(c);
        else
            result += QStringLiteral("%%1").arg(byte, 2, 16, QLatin1Char('0')).toUpper();
    }
    return result;
}

UrlText readUrl(QStringView input)
{
    UrlText url;
    QString text = cleaned(input);
    url.scheme = schemeOf(text);
    if (url.scheme.isEmpty()) {
        url.error = input.isEmpty() ? QStringLiteral("input is empty")
                                    : QStringLiteral("relative URL without a base");
        return url;
    }
    text.remove(0, url.scheme.size() + 1);
    if (const qsizetype hash = text.indexOf(u'#'); hash >= 0) {
        url.fragment = u'#' + percentEncoded(text.sliced(hash + 1), QLatin1String(" \"<>`"));
        text.truncate(hash);
    }
    const bool isFile = url.scheme == u"file";
    const bool isSpecial = isFile || defaultPort(url.scheme) > 0;
    if (const qsizetype mark = text.indexOf(u'?'); mark >= 0) {
        url.query = u'?' + percentEncoded(text.sliced(mark + 1),
                                          isSpecial ? QLatin1String(" \"#<>'") : querySet);
        text.truncate(mark);
    }
    if (isSpecial) {
        qsizetype slashes = 0;
        const qsizetype most = isFile ? 2 : text.size();
        while (slashes < most && slashes < text.size() &&
               (text[slashes] == u'/' || text[slashes] == u'\\'))
            ++slashes;
        if (isFile && slashes < 2) {
            url.path = normalizedPath(text, true);
            url.hasHost = false;
            return url;
        }
        text.remove(0, slashes);
    } else if (text.startsWith(QLatin1String("//"))) {
        text.remove(0, 2);
    } else {
        // A path without authority; one without a slash is opaque and kept as it is.
        url.path = text.startsWith(u'/') ? normalizedPath(text, false)
                                         : percentEncoded(text, QLatin1String());
        return url;
    }
    qsizetype end = 0;
    while (end < text.size() && text[end] != u'/' && !(isSpecial && text[end] == u'\\'))
        ++end;
    if (isFile)
        url.host = end == 0 ? QString() : readDomain(text.first(end), &url.error);
    else
        readAuthority(text.first(end), &url);
    url.hasHost = url.hasHost || isFile || !isSpecial; // an authority may be empty
    if (url.isValid())
        url.path = normalizedPath(text.sliced(end), isSpecial);
    return url;
}

UrlText readMultiHostUrl(QStringView input)
{
    const QString text = cleaned(input);
    const QString scheme = schemeOf(text);
    if (scheme.isEmpty())
        return readUrl(input);
    qsizetype start = scheme.size() + 1;
    if (QStringView(text).sliced(start).startsWith(u"//"))
        start += 2;
    qsizetype end = start;
    while (end < text.size() && !QStringView(u"/?#").contains(text[end]))
        ++end;
    const QString prefix = scheme + QLatin1String("://");
    QStringList hosts = text.sliced(start, end - start).split(u',');
    UrlText url = readUrl(QString(prefix + hosts.takeLast() + text.sliced(end)));
    for (const QString &host : std::as_const(hosts)) {
        const UrlText other = readUrl(QString(prefix + host));
        if (!other.isValid() || other.host.isEmpty()) {
            url.error = other.isValid() ? QStringLiteral("empty host") : other.error;
            return url;
        }
        url.otherHosts += other.authority() + u',';
    }
    if (url.isValid() && url.host.isEmpty())
        url.error = QStringLiteral("empty host");
    return url;
}

QString UrlText::authority() const
{
    return credentials + host + (port >= 0 ? u':' + QString::number(port) : QString());
}

QString UrlText::text() const
{
    QString text = scheme + u':';
    const bool hasAuthority = hasHost || scheme == u"file";
    if (hasAuthority)
        text += QLatin1String("//") + otherHosts + authority();
    return text + path + query + fragment;
}

} // namespace Design
