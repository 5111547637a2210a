#include "designer/schema/formats/format_checks.h"
#include "designer/schema/formats/format_cursor.h"
#include "designer/schema/formats/idna.h"

#include <QStringList>

#include <algorithm>

namespace Design
{

namespace
{

constexpr qsizetype longestLabel = 63;
constexpr qsizetype longestName = 253;

/// Letters, digits and inner hyphens.
bool isPlainLabel(QStringView label)
{
    if (label.isEmpty() || label.size() > longestLabel || label.startsWith(u'-') ||
        label.endsWith(u'-'))
        return false;
    return std::all_of(label.begin(), label.end(),
                       [](QChar c) { return isAsciiLetter(c) || isAsciiDigit(c) || c == u'-'; });
}

bool isAceLabel(QStringView label)
{
    return label.startsWith(u"xn--", Qt::CaseInsensitive);
}

QList<QStringView> labelsOf(QStringView text)
{
    return text.split(u'.');
}

bool isAtomCharacter(QChar c, bool isInternational)
{
    static constexpr QStringView others = u"!#$%&'*+-/=?^_`{|}~";
    if (c.unicode() >= 128)
        return isInternational;
    return isAsciiLetter(c) || isAsciiDigit(c) || others.contains(c);
}

bool isDotString(QStringView local, bool isInternational)
{
    const QList<QStringView> atoms = labelsOf(local);
    return std::all_of(atoms.begin(), atoms.end(), [&](QStringView atom) {
        return !atom.isEmpty() && std::all_of(atom.begin(), atom.end(), [&](QChar c) {
            return isAtomCharacter(c, isInternational);
        });
    });
}

/// What stands between the quotes of a Quoted-string.
bool isQuotedContent(QStringView content, bool isInternational)
{
    for (qsizetype i = 0; i < content.size(); ++i) {
        char16_t c = content[i].unicode();
        if (c == u'"')
            return false;
        if (c == u'\\') {
            if (++i == content.size())
                return false;
            c = content[i].unicode();
        }
        if (c < 32 || c == 127 || (c > 127 && !isInternational))
            return false;
    }
    return true;
}

bool isAddressLiteral(QStringView domain)
{
    if (!domain.startsWith(u'[') || !domain.endsWith(u']') || domain.size() < 3)
        return false;
    const QStringView address = domain.mid(1, domain.size() - 2);
    if (address.startsWith(u"IPv6:", Qt::CaseInsensitive))
        return isIpv6(address.mid(5));
    return isIpv4(address);
}

bool isMailbox(QStringView text, bool isInternational)
{
    const qsizetype at = text.lastIndexOf(u'@');
    if (at < 1)
        return false;
    const QStringView local = text.left(at);
    const QStringView domain = text.mid(at + 1);
    const bool isQuoted = local.size() >= 2 && local.startsWith(u'"') && local.endsWith(u'"');
    const bool isLocal = isQuoted ? isQuotedContent(local.mid(1, local.size() - 2), isInternational)
                                  : isDotString(local, isInternational);
    if (!isLocal)
        return false;
    if (isAddressLiteral(domain))
        return true;
    // Mail systems map the name before they look it up, so decomposed letters are fine here.
    return isInternational
               ? isIdnHostname(domain.toString().normalized(QString::NormalizationForm_C))
               : isHostname(domain);
}

} // namespace

bool isIpv4(QStringView text)
{
    const QList<QStringView> parts = labelsOf(text);
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](QStringView part) {
               FormatCursor cursor(part);
               const bool isNumber =
                   part.size() >= 1 && part.size() <= 3 && cursor.digits() == part.size();
               return isNumber && (part.size() == 1 || part[0] != u'0') && part.toInt() <= 255;
           });
}

bool isIpv6(QStringView text)
{
    const qsizetype gap = text.indexOf(u"::");
    if (gap >= 0 && text.indexOf(u"::", gap + 1) >= 0)
        return false;
    const auto count = [](QStringView part, bool mayEndInIpv4) {
        if (part.isEmpty())
            return 0;
        int groups = 0;
        const QList<QStringView> pieces = part.split(u':');
        for (qsizetype i = 0; i < pieces.size(); ++i) {
            const QStringView piece = pieces[i];
            if (mayEndInIpv4 && i == pieces.size() - 1 && isIpv4(piece)) {
                groups += 2;
                continue;
            }
            if (piece.isEmpty() || piece.size() > 4 ||
                !std::all_of(piece.begin(), piece.end(), isAsciiHex))
                return 100; // no address has so many
            ++groups;
        }
        return groups;
    };
    if (gap < 0)
        return count(text, true) == 8;
    return count(text.left(gap), false) + count(text.mid(gap + 2), true) <= 7;
}

bool isHostname(QStringView text)
{
    const QList<QStringView> labels = labelsOf(text);
    return text.size() <= longestName &&
           std::all_of(labels.begin(), labels.end(), [](QStringView label) {
               if (!isPlainLabel(label))
                   return false;
               if (isAceLabel(label))
                   return isAceLabelValid(label);
               return true;
           });
}

bool isIdnHostname(QStringView text)
{
    QString dotted = text.toString();
    for (const QChar dot : {QChar(0x3002), QChar(0xff0e), QChar(0xff61)})
        dotted.replace(dot, u'.');
    const QList<QStringView> labels = labelsOf(dotted);
    qsizetype length = labels.size() - 1;
    QStringList unicode;
    for (const QStringView label : labels) {
        const QString ace = toAceLabel(label);
        if (ace.isEmpty() || ace.size() > longestLabel)
            return false;
        length += ace.size();
        unicode.append(isAceLabel(label) ? fromAceLabel(label) : label.toString());
    }
    return length <= longestName && followsBidiRule(unicode);
}

bool isEmail(QStringView text)
{
    return isMailbox(text, false);
}

bool isIdnEmail(QStringView text)
{
    return isMailbox(text, true);
}

} // namespace Design
