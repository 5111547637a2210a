#include "designer/coercion/texts/ip_text.h"
#include "designer/coercion/texts/url_text.h"

#include <QStringList>
#include <QUrl>

#include <cmath>

namespace Design
{

namespace
{

bool isForbiddenInHost(QChar c)
{
    return c.isNull() || QStringView(u"\t\n\r #/:<>?@[\\]^|").contains(c);
}

/// One number of an IPv4 address of the URL standard: decimal, 0x hexadecimal or 0 octal; -1 when
/// it is none.
double ipv4Number(QStringView text)
{
    if (text.isEmpty())
        return -1;
    int base = 10;
    if (text.size() >= 2 && text.startsWith(u"0x", Qt::CaseInsensitive)) {
        base = 16;
        text = text.sliced(2);
    } else if (text.size() >= 2 && text.startsWith(u'0')) {
        base = 8;
        text = text.sliced(1);
    }
    double value = 0;
    for (const QChar c : text) {
        bool ok = false;
        const int digit = QStringView(&c, 1).toInt(&ok, base);
        if (!ok || c == u'-' || c == u'+')
            return -1;
        value = value * base + digit;
    }
    return value;
}

bool endsInNumber(const QString &host)
{
    QStringList parts = host.split(u'.');
    if (parts.last().isEmpty() && parts.size() > 1)
        parts.removeLast();
    const QString &last = parts.last();
    const bool digits = !last.isEmpty() && std::all_of(last.begin(), last.end(), [](QChar c) {
        return c >= u'0' && c <= u'9';
    });
    return digits || (last.startsWith(u"0x", Qt::CaseInsensitive) && ipv4Number(last) >= 0);
}

QString readNumericHost(const QString &host, QString *error)
{
    QStringList parts = host.split(u'.');
    if (parts.last().isEmpty() && parts.size() > 1)
        parts.removeLast();
    double value = 0;
    bool ok = parts.size() <= 4;
    for (qsizetype i = 0; ok && i < parts.size(); ++i) {
        const double number = ipv4Number(parts[i]);
        const bool isLast = i == parts.size() - 1;
        const double limit = isLast ? std::pow(256.0, double(5 - parts.size())) : 256;
        ok = number >= 0 && number < limit;
        value += isLast ? number : number * std::pow(256.0, double(3 - i));
    }
    if (!ok) {
        *error = QStringLiteral("invalid IPv4 address");
        return {};
    }
    const auto address = static_cast<quint32>(value);
    const auto byte = [&](int shift) { return static_cast<quint8>(address >> shift & 0xff); };
    return toText(Ipv4Bytes{byte(24), byte(16), byte(8), byte(0)});
}

QString readBracketed(const QString &text, QString *error)
{
    const std::optional<Ipv6Groups> address =
        text.endsWith(u']') ? readIpv6(QStringView(text).sliced(1, text.size() - 2)) : std::nullopt;
    if (!address) {
        *error = QStringLiteral("invalid IPv6 address");
        return {};
    }
    return u'[' + toText(*address) + u']';
}

} // namespace

QString readDomain(const QString &text, QString *error)
{
    if (text.startsWith(u'['))
        return readBracketed(text, error);
    const QString decoded = QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8()));
    bool isAscii = true;
    for (const QChar c : decoded)
        isAscii = isAscii && c.unicode() < 0x80;
    QString host = decoded.toLower();
    if (!isAscii || host.contains(QLatin1String("xn--"))) {
        host = QString::fromLatin1(QUrl::toAce(decoded));
        if (host.isEmpty()) {
            *error = QStringLiteral("invalid international domain name");
            return {};
        }
    }
    for (const QChar c : std::as_const(host)) {
        if (isForbiddenInHost(c) || c.unicode() < 0x20 || c == u'%' || c.unicode() == 0x7f) {
            *error = QStringLiteral("invalid international domain name");
            return {};
        }
    }
    return endsInNumber(host) ? readNumericHost(host, error) : host;
}

QString readOpaqueHost(const QString &text, QString *error)
{
    if (text.startsWith(u'['))
        return readBracketed(text, error);
    for (const QChar c : text) {
        if (isForbiddenInHost(c)) {
            *error = QStringLiteral("invalid domain character");
            return {};
        }
    }
    return percentEncoded(text, QLatin1String());
}

} // namespace Design
