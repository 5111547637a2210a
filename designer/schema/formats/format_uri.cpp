#include "designer/schema/formats/format_checks.h"
#include "designer/schema/formats/format_cursor.h"
#include "designer/schema/uri.h"

#include <QStringList>

#include <algorithm>

namespace Design
{

namespace
{

enum class Charset { Uri, Iri };

bool isUnreserved(QChar c)
{
    return isAsciiLetter(c) || isAsciiDigit(c) || QStringView(u"-._~").contains(c);
}

bool isSubDelimiter(QChar c)
{
    return QStringView(u"!$&'()*+,;=").contains(c);
}

/// RFC 3987 section 2.2, ucschar and iprivate.
bool isIriCharacter(char32_t c, bool mayBePrivate)
{
    const bool isPrivate =
        (c >= 0xe000 && c <= 0xf8ff) || (c >= 0xf0000 && c <= 0x10ffff && (c & 0xfffe) != 0xfffe);
    if (isPrivate)
        return mayBePrivate;
    if (c >= 0x10000)
        return c <= 0xefffd && (c & 0xfffe) != 0xfffe;
    return (c >= 0xa0 && c <= 0xd7ff) || (c >= 0xf900 && c <= 0xfdcf) ||
           (c >= 0xfdf0 && c <= 0xffef);
}

/// Unreserved characters, sub-delimiters, `%41`, and the others named.
bool consistsOf(QStringView text, QStringView others, Charset charset, bool mayBePrivate = false)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'%') {
            if (i + 2 >= text.size() || !isAsciiHex(text[i + 1]) || !isAsciiHex(text[i + 2]))
                return false;
            i += 2;
        } else if (c.unicode() >= 128) {
            char32_t code = c.unicode();
            if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
                code = QChar::surrogateToUcs4(c, text[++i]);
            if (charset == Charset::Uri || !isIriCharacter(code, mayBePrivate))
                return false;
        } else if (!isUnreserved(c) && !isSubDelimiter(c) && !others.contains(c)) {
            return false;
        }
    }
    return true;
}

bool isScheme(QStringView text)
{
    return !text.isEmpty() && isAsciiLetter(text[0]) &&
           std::all_of(text.begin(), text.end(), [](QChar c) {
               return isAsciiLetter(c) || isAsciiDigit(c) || QStringView(u"+-.").contains(c);
           });
}

/// What stands between brackets: an IPv6 address or IPvFuture.
bool isIpLiteral(QStringView text)
{
    if (!text.startsWith(u'v', Qt::CaseInsensitive))
        return isIpv6(text);
    const qsizetype dot = text.indexOf(u'.');
    const QStringView version = text.mid(1, qMax(dot - 1, qsizetype{0}));
    const QStringView address = text.mid(dot + 1);
    return dot > 1 && !address.isEmpty() &&
           std::all_of(version.begin(), version.end(), isAsciiHex) && !address.contains(u'%') &&
           consistsOf(address, u":", Charset::Uri);
}

bool isAuthority(QStringView text, Charset charset)
{
    const qsizetype at = text.lastIndexOf(u'@');
    if (at >= 0 && !consistsOf(text.left(at), u":", charset))
        return false;
    QStringView host = text.mid(at + 1);
    QStringView port;
    if (host.startsWith(u'[')) {
        const qsizetype end = host.indexOf(u']');
        if (end < 0 || !isIpLiteral(host.mid(1, end - 1)))
            return false;
        port = host.mid(end + 1);
        if (!port.isEmpty() && !port.startsWith(u':'))
            return false;
        port = port.mid(1);
    } else {
        const qsizetype colon = host.indexOf(u':');
        port = colon < 0 ? QStringView() : host.mid(colon + 1);
        host = colon < 0 ? host : host.left(colon);
        if (!consistsOf(host, u"", charset))
            return false;
    }
    return std::all_of(port.begin(), port.end(), isAsciiDigit);
}

bool isReference(QStringView text, Charset charset, bool needsScheme)
{
    const UriParts parts = splitUri(text);
    if (parts.isAbsolute() ? !isScheme(parts.scheme) : needsScheme)
        return false;
    if (!parts.authority.isNull() && !isAuthority(parts.authority, charset))
        return false;
    // A first segment with a colon would be a scheme (RFC 3986 section 4.2).
    const QStringView first = parts.path.left(parts.path.indexOf(u'/'));
    const qsizetype slash = parts.path.indexOf(u'/');
    const QStringView start = slash < 0 ? parts.path : first;
    if (!parts.isAbsolute() && parts.authority.isNull() && start.contains(u':'))
        return false;
    return consistsOf(parts.path, u":@/", charset) &&
           consistsOf(parts.query, u":@/?", charset, true) &&
           consistsOf(parts.fragment, u":@/?", charset);
}

/// RFC 6570 section 2.1: characters outside expressions.
bool isLiteral(QStringView text, qsizetype *at)
{
    const QChar c = text[*at];
    if (c == u'%') {
        const bool isEncoded =
            *at + 2 < text.size() && isAsciiHex(text[*at + 1]) && isAsciiHex(text[*at + 2]);
        *at += 2;
        return isEncoded;
    }
    if (c.unicode() <= 0x20 || c.unicode() == 0x7f || QStringView(u"\"<>\\^`{|}").contains(c))
        return false;
    if (c.unicode() < 128)
        return true;
    char32_t code = c.unicode();
    if (c.isHighSurrogate() && *at + 1 < text.size() && text[*at + 1].isLowSurrogate())
        code = QChar::surrogateToUcs4(c, text[++*at]);
    return isIriCharacter(code, true);
}

/// RFC 6570 section 2.3: `var`, `var:3`, `var*`.
bool isVariable(QStringView text)
{
    if (text.endsWith(u'*')) {
        text.chop(1);
    } else if (const qsizetype colon = text.indexOf(u':'); colon >= 0) {
        const QStringView length = text.mid(colon + 1);
        const bool isLength = !length.isEmpty() && length.size() <= 4 && length[0] != u'0' &&
                              std::all_of(length.begin(), length.end(), isAsciiDigit);
        if (!isLength)
            return false;
        text = text.left(colon);
    }
    bool wasDot = true; // neither first nor twice
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'.') {
            if (std::exchange(wasDot, true))
                return false;
            continue;
        }
        wasDot = false;
        if (c == u'%') {
            if (i + 2 >= text.size() || !isAsciiHex(text[i + 1]) || !isAsciiHex(text[i + 2]))
                return false;
            i += 2;
        } else if (!isAsciiLetter(c) && !isAsciiDigit(c) && c != u'_') {
            return false;
        }
    }
    return !wasDot;
}

bool isExpression(QStringView text)
{
    if (!text.isEmpty() && QStringView(u"+#./;?&=,!@|").contains(text[0]))
        text = text.mid(1);
    const QList<QStringView> variables = text.split(u',');
    return std::all_of(variables.begin(), variables.end(), isVariable);
}

} // namespace

bool isUri(QStringView text)
{
    return isReference(text, Charset::Uri, true);
}

bool isUriReference(QStringView text)
{
    return isReference(text, Charset::Uri, false);
}

bool isIri(QStringView text)
{
    return isReference(text, Charset::Iri, true);
}

bool isIriReference(QStringView text)
{
    return isReference(text, Charset::Iri, false);
}

bool isUriTemplate(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'{') {
            if (!isLiteral(text, &i))
                return false;
            continue;
        }
        const qsizetype end = text.indexOf(u'}', i);
        if (end < 0 || !isExpression(text.mid(i + 1, end - i - 1)))
            return false;
        i = end;
    }
    return true;
}

} // namespace Design
