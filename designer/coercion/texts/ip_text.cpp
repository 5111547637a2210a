#include "designer/coercion/texts/ip_text.h"

#include <QStringList>

namespace Design
{

namespace
{

/// Digits of the base as a number; nothing for anything else or for more than `most` digits.
std::optional<int> number(QStringView text, int base, qsizetype most)
{
    if (text.isEmpty() || text.size() > most)
        return std::nullopt;
    int value = 0;
    for (const QChar c : text) {
        const char16_t lower = c.unicode() | 0x20;
        int digit = -1;
        if (c >= u'0' && c <= u'9')
            digit = c.unicode() - u'0';
        else if (base == 16 && lower >= u'a' && lower <= u'f')
            digit = lower - u'a' + 10;
        if (digit < 0)
            return std::nullopt;
        value = value * base + digit;
    }
    return value;
}

/// The groups of one side of `::`; a dotted address gives the last two. False when malformed.
bool readGroups(QStringView text, QList<quint16> *groups)
{
    if (text.isEmpty())
        return true;
    const auto parts = text.split(u':');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i == parts.size() - 1 && parts[i].contains(u'.')) {
            const std::optional<Ipv4Bytes> tail = readIpv4(parts[i]);
            if (!tail)
                return false;
            groups->append(static_cast<quint16>((*tail)[0] << 8 | (*tail)[1]));
            groups->append(static_cast<quint16>((*tail)[2] << 8 | (*tail)[3]));
            continue;
        }
        const std::optional<int> group = number(parts[i], 16, 4);
        if (!group)
            return false;
        groups->append(static_cast<quint16>(*group));
    }
    return true;
}

} // namespace

std::optional<Ipv4Bytes> readIpv4(QStringView text)
{
    const auto parts = text.split(u'.');
    if (parts.size() != 4)
        return std::nullopt;
    Ipv4Bytes address{};
    for (qsizetype i = 0; i < 4; ++i) {
        const std::optional<int> value = number(parts[i], 10, 3);
        if (!value || *value > 255 || (parts[i].size() > 1 && parts[i].startsWith(u'0')))
            return std::nullopt;
        address[static_cast<size_t>(i)] = static_cast<quint8>(*value);
    }
    return address;
}

QString toText(const Ipv4Bytes &address)
{
    return QStringLiteral("%1.%2.%3.%4")
        .arg(address[0])
        .arg(address[1])
        .arg(address[2])
        .arg(address[3]);
}

std::optional<Ipv6Groups> readIpv6(QStringView text)
{
    const qsizetype gap = text.indexOf(u"::");
    QList<quint16> head;
    QList<quint16> tail;
    if (gap < 0) {
        if (!text.contains(u':') || !readGroups(text, &head) || head.size() != 8)
            return std::nullopt;
    } else {
        const QStringView before = text.first(gap);
        const QStringView after = text.sliced(gap + 2);
        const bool isGood = !after.contains(u"::") && !after.startsWith(u':') &&
                            !before.contains(u'.') && readGroups(before, &head) &&
                            readGroups(after, &tail);
        if (!isGood || head.size() + tail.size() > 7)
            return std::nullopt;
    }
    Ipv6Groups address{};
    std::copy(head.begin(), head.end(), address.begin());
    std::copy(tail.begin(), tail.end(), address.end() - tail.size());
    return address;
}

QString toText(const Ipv6Groups &address)
{
    // The longest run of two or more zero groups becomes "::", the first of equals.
    size_t start = 0;
    size_t longest = 1;
    for (size_t i = 0; i < 8; ++i) {
        size_t end = i;
        while (end < 8 && address[end] == 0)
            ++end;
        if (end - i > longest) {
            longest = end - i;
            start = i;
        }
    }
    const bool hasGap = longest > 1;
    QString text;
    for (size_t i = 0; i < 8; ++i) {
        if (hasGap && i == start) {
            text += QLatin1String("::");
            i += longest - 1;
            continue;
        }
        if (!text.isEmpty() && !text.endsWith(u':'))
            text += u':';
        text += QString::number(address[i], 16);
    }
    return text;
}

} // namespace Design
