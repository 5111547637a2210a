#include "mockserver/engine/inputs/url_decoding.h"

#include "designer/text/utf8.h"

#include <algorithm>

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

// Noncharacters (U+FDD0 and on) stand in no text that people exchange.
constexpr char16_t firstMark = 0xfdd0;
constexpr QByteArrayView markable = ",;=|/";

/// The bytes without percent-encoding; encoded reserved characters as marks, if wanted.
QByteArray decodedBytes(QByteArrayView text, bool isMarked)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = high >= 0 ? hexValue(text[i + 2]) : -1;
        if (low < 0) {
            bytes += text[i];
            continue;
        }
        const char byte = static_cast<char>(high * 16 + low);
        const qsizetype mark = isMarked ? markable.indexOf(byte) : -1;
        if (mark >= 0)
            bytes += QString(QChar(static_cast<char16_t>(firstMark + mark))).toUtf8();
        else
            bytes += byte;
        i += 2;
    }
    return bytes;
}

QList<NamedText> readCookies(QByteArrayView field, bool isMarked)
{
    QList<NamedText> cookies;
    for (const QByteArray &part : field.toByteArray().split(';')) {
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = equals < 0 ? QByteArray() : part.first(equals).trimmed();
        const QByteArray value = (equals < 0 ? part : part.sliced(equals + 1)).trimmed();
        if (name.isEmpty() && value.isEmpty())
            continue;
        const QByteArray plain = unquoted(value);
        cookies.append({QString::fromLatin1(name),
                        isMarked ? markedDecoded(plain) : QString::fromLatin1(plain)});
    }
    return cookies;
}

bool isAscii(char c)
{
    return static_cast<unsigned char>(c) < 0x80;
}

using Decode = QString (*)(QByteArrayView);

QString blankDecoded(QByteArrayView text)
{
    return percentDecoded(text.toByteArray().replace('+', ' '));
}

QString markedBlankDecoded(QByteArrayView text)
{
    return markedDecoded(text.toByteArray().replace('+', ' '));
}

QList<NamedText> readQuery(QByteArrayView query, Decode name, Decode value)
{
    QList<NamedText> pairs;
    for (const QByteArray &part : query.toByteArray().split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        if (equals < 0) {
            pairs.append({name(part), QString()});
            continue;
        }
        pairs.append({name(QByteArrayView(part).first(equals)),
                      value(QByteArrayView(part).sliced(equals + 1))});
    }
    return pairs;
}

} // namespace

QString percentDecoded(QByteArrayView text)
{
    return text.contains('%') ? Design::toTextReplacing(decodedBytes(text, false))
                              : Design::toTextReplacing(text);
}

QString pythonDecoded(QByteArrayView text)
{
    QString result;
    qsizetype at = 0;
    while (at < text.size()) {
        const auto run = std::find_if(text.begin() + at, text.end(),
                                      [&](char c) { return isAscii(c) != isAscii(text[at]); });
        const QByteArrayView part = text.sliced(at, run - text.begin() - at);
        result += isAscii(part.front()) ? blankDecoded(part) : QString::fromLatin1(part);
        at += part.size();
    }
    return result;
}

QString markedDecoded(QByteArrayView text)
{
    return QString::fromUtf8(text.contains('%') ? decodedBytes(text, true) : text.toByteArray());
}

QString unmarked(QString text, QByteArrayView kept)
{
    for (QChar &c : text) {
        const int mark = c.unicode() - firstMark;
        if (mark >= 0 && mark < markable.size() && !kept.contains(markable[mark]))
            c = QLatin1Char(markable[mark]);
    }
    return text;
}

bool hasMarks(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c >= QChar(firstMark) && c < QChar(static_cast<char16_t>(firstMark + 5));
    });
}

QList<NamedText> parseQuery(QByteArrayView query)
{
    return readQuery(query, pythonDecoded, pythonDecoded);
}

QList<NamedText> parseMarkedQuery(QByteArrayView query)
{
    return readQuery(query, blankDecoded, markedBlankDecoded);
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
    return readCookies(field, false);
}

QList<NamedText> parseMarkedCookies(QByteArrayView field)
{
    return readCookies(field, true);
}

} // namespace Mock
