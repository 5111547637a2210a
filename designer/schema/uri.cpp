#include "designer/schema/uri.h"

#include <QByteArray>
#include <QStringDecoder>
#include <QStringList>

namespace Design
{

namespace
{

/// The part of the text up to the first of these characters.
qsizetype until(QStringView text, qsizetype from, QLatin1StringView stops)
{
    qsizetype at = from;
    while (at < text.size() && !stops.contains(text[at]))
        ++at;
    return at;
}

/// RFC 3986 section 5.2.4.
QString withoutDots(QStringView path)
{
    QStringList segments;
    const QList<QStringView> parts = path.split(u'/');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool isLast = i == parts.size() - 1;
        if (parts[i] == u".." || parts[i] == u".") {
            const bool canLeave =
                segments.size() > 1 || (segments.size() == 1 && !segments[0].isEmpty());
            if (parts[i] == u".." && canLeave)
                segments.removeLast();
            if (isLast)
                segments.append(QString());
        } else {
            segments.append(parts[i].toString());
        }
    }
    return segments.join(u'/');
}

QString joined(QStringView scheme, QStringView authority, const QString &path, QStringView query,
               QStringView fragment)
{
    QString result;
    if (!scheme.isNull())
        result += scheme.toString() + u':';
    if (!authority.isNull())
        result += QLatin1String("//") + authority.toString();
    result += path;
    if (!query.isNull())
        result += u'?' + query.toString();
    if (!fragment.isNull())
        result += u'#' + fragment.toString();
    return result;
}

/// RFC 3986 section 5.2.3.
QString merged(const UriParts &base, QStringView path)
{
    if (!base.authority.isNull() && base.path.isEmpty())
        return u'/' + path.toString();
    const qsizetype slash = base.path.lastIndexOf(u'/');
    return base.path.left(slash + 1).toString() + path.toString();
}

} // namespace

UriParts splitUri(QStringView text)
{
    UriParts parts;
    qsizetype at = until(text, 0, QLatin1StringView(":/?#"));
    if (at > 0 && at < text.size() && text[at] == u':') {
        parts.scheme = text.left(at);
        ++at;
    } else {
        at = 0;
    }
    if (text.mid(at).startsWith(u"//")) {
        const qsizetype end = until(text, at + 2, QLatin1StringView("/?#"));
        parts.authority = text.mid(at + 2, end - at - 2);
        at = end;
    }
    const qsizetype pathEnd = until(text, at, QLatin1StringView("?#"));
    parts.path = text.mid(at, pathEnd - at);
    at = pathEnd;
    if (at < text.size() && text[at] == u'?') {
        const qsizetype end = until(text, at + 1, QLatin1StringView("#"));
        parts.query = text.mid(at + 1, end - at - 1);
        at = end;
    }
    if (at < text.size())
        parts.fragment = text.mid(at + 1);
    return parts;
}

QString resolvedUri(QStringView base, QStringView reference)
{
    const UriParts r = splitUri(reference);
    if (r.isAbsolute() || base.isEmpty())
        return reference.toString();
    const UriParts b = splitUri(base);
    if (!r.authority.isNull())
        return joined(b.scheme, r.authority, withoutDots(r.path), r.query, r.fragment);
    if (r.path.isEmpty()) {
        const QStringView query = r.query.isNull() ? b.query : r.query;
        return joined(b.scheme, b.authority, b.path.toString(), query, r.fragment);
    }
    const QString path = r.path.startsWith(u'/') ? r.path.toString() : merged(b, r.path);
    return joined(b.scheme, b.authority, withoutDots(path), r.query, r.fragment);
}

QString withoutFragment(QStringView uri)
{
    const qsizetype hash = uri.indexOf(u'#');
    return uri.left(hash < 0 ? uri.size() : hash).toString();
}

QString percentDecoded(QStringView text)
{
    if (!text.contains(u'%'))
        return text.toString();
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(QByteArray::fromPercentEncoding(text.toUtf8()));
    return decoder.hasError() ? text.toString() : decoded;
}

} // namespace Design
