#include "mockserver/engine/url_decoding.h"

namespace Mock
{

namespace
{

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// RFC 6265 leaves quotes in cookies to the server; Python's cookies take them off, with the
/// escapes `\"` and `\012` inside.
QByteArray unquoted(const QByteArray &value)
{
    if (value.size() < 2 || !value.startsWith('"') || !value.endsWith('"'))
        return value;
    const QByteArray inside = value.sliced(1, value.size() - 2);
    QByteArray result;
    for (qsizetype i = 0; i < inside.size(); ++i) {
        if (inside[i] != '\\' || i + 1 >= inside.size()) {
            result += inside[i];
            continue;
        }
        bool isOctal = false;
        const int code =
            inside.sliced(i + 1, std::min<qsizetype>(3, inside.size() - i - 1)).toInt(&isOctal, 8);
        if (isOctal && i + 3 < inside.size() && code < 256) {
            result += static_cast<char>(code);
            i += 3;
        } else {
            result += inside[++i];
        }
    }
    return result;
}

} // namespace

QString percentDecoded(QByteArrayView text)
{
    if (!text.contains('%'))
        return QString::fromUtf8(text);
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = high >= 0 ? hexValue(text[i + 2]) : -1;
        if (low < 0) {
            bytes += text[i];
            continue;
        }
        bytes += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return QString::fromUtf8(bytes);
}

QList<NamedText> parseQuery(QByteArrayView query)
{
    QList<NamedText> pairs;
    const QByteArray all = query.toByteArray().replace('+', ' ');
    for (const QByteArray &part : all.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        if (equals < 0)
            pairs.append({percentDecoded(part), QString()});
        else
            pairs.append({percentDecoded(QByteArrayView(part).first(equals)),
                          percentDecoded(QByteArrayView(part).sliced(equals + 1))});
    }
    return pairs;
}

QByteArray pathOf(QByteArrayView target)
{
    const qsizetype mark = target.indexOf('?');
    return (mark < 0 ? target : target.first(mark)).toByteArray();
}

QByteArray queryOf(QByteArrayView target)
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QByteArray() : target.sliced(mark + 1).toByteArray();
}

QList<NamedText> parseCookies(QByteArrayView field)
{
    QList<NamedText> cookies;
    for (const QByteArray &part : field.toByteArray().split(';')) {
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = equals < 0 ? QByteArray() : part.first(equals).trimmed();
        const QByteArray value = (equals < 0 ? part : part.sliced(equals + 1)).trimmed();
        if (!name.isEmpty() || !value.isEmpty())
            cookies.append({QString::fromLatin1(name), QString::fromLatin1(unquoted(value))});
    }
    return cookies;
}

} // namespace Mock
