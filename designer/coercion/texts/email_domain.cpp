#include "designer/coercion/texts/email_text.h"
#include "designer/coercion/texts/python_text.h"
#include "designer/text/json.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <array>

namespace Design
{

namespace
{

constexpr qsizetype longestDomain = 253; // RFC 1035 section 2.3.4 without the root label
constexpr qsizetype longestLabel = 63;

// Names that RFC 6761, 6762, 7686 and 8375 keep from mail.
constexpr std::array specialNames{QLatin1String("arpa"),  QLatin1String("invalid"),
                                  QLatin1String("local"), QLatin1String("localhost"),
                                  QLatin1String("onion"), QLatin1String("test")};

bool isLetterOrDigit(char32_t c)
{
    return (c >= U'0' && c <= U'9') || ((c | 0x20) >= U'a' && (c | 0x20) <= U'z' && c < 0x80);
}

QString tooMany(qsizetype count)
{
    return QStringLiteral("(%1 character%2 too many)")
        .arg(count)
        .arg(QLatin1String(count > 1 ? "s" : ""));
}

/// What is wrong with a literal in brackets (RFC 5321 section 4.1.3): it is not allowed, if nothing
/// else.
QString literalError(QStringView literal)
{
    const bool isIpv4 = !literal.isEmpty() &&
                        std::all_of(literal.begin(), literal.end(),
                                    [](QChar c) { return c == u'.' || (c >= u'0' && c <= u'9'); });
    if (isIpv4 || literal.startsWith(QLatin1String("ipv6:"), Qt::CaseInsensitive))
        return QStringLiteral("A bracketed IP address after the @-sign is not allowed here.");
    if (!literal.contains(u':')) {
        return QStringLiteral("The part after the @-sign in brackets is not an IPv4 address and "
                              "has no address literal tag.");
    }
    QList<char32_t> bad;
    for (const char32_t c : literal.toUcs4()) {
        if (c < 0x21 || c > 0xfa)
            bad.append(c);
    }
    if (!bad.isEmpty()) {
        return QStringLiteral("The part after the @-sign contains invalid characters in brackets: "
                              "%1.")
            .arg(namedCharacters(bad));
    }
    return QStringLiteral("The part after the @-sign contains an invalid address literal tag in "
                          "brackets.");
}

QString dotError(const QString &domain)
{
    if (domain.endsWith(u'.'))
        return QStringLiteral("An email address cannot end with a period.");
    if (domain.startsWith(u'.')) {
        return QStringLiteral(
            "An email address cannot have a period immediately after the @-sign.");
    }
    if (domain.contains(QLatin1String("..")))
        return QStringLiteral("An email address cannot have two periods in a row.");
    if (domain.endsWith(u'-'))
        return QStringLiteral("An email address cannot end with a hyphen.");
    if (domain.startsWith(u'-')) {
        return QStringLiteral(
            "An email address cannot have a hyphen immediately after the @-sign.");
    }
    if (domain.contains(QLatin1String(".-")) || domain.contains(QLatin1String("-."))) {
        return QStringLiteral(
            "An email address cannot have a period and a hyphen next to each other.");
    }
    return {};
}

QString labelError(const QString &domain)
{
    const QStringList labels = domain.split(u'.');
    for (const QString &label : labels) {
        const bool isPunycode = label.startsWith(QLatin1String("xn"), Qt::CaseInsensitive);
        if (label.size() >= 4 && QStringView(label).sliced(2, 2) == u"--" && !isPunycode) {
            return QStringLiteral(
                "An email address cannot have two letters followed by two dashes immediately "
                "after the @-sign or after a period, except Punycode.");
        }
    }
    return {};
}

/// RFC 5892: letters, marks and digits may stand in a label, symbols and punctuation may not, but
/// for the middle dot between two `l`.
QString codePointError(const QString &domain)
{
    const QString start = QStringLiteral("The part after the @-sign is invalid (Codepoint U+%1 ");
    for (const QString &label : domain.split(u'.')) {
        const QList<uint> points = label.toUcs4();
        for (qsizetype i = 0; i < points.size(); ++i) {
            const uint c = points[i];
            const QString code = QString::number(c, 16).toUpper().rightJustified(4, u'0');
            const QString shown = pythonRepr(Json(label));
            if (c == 0xb7) {
                if (points.value(i - 1) == u'l' && points.value(i + 1) == u'l')
                    continue;
                return (start + QLatin1String("not allowed at position %2 in %3)."))
                    .arg(code, QString::number(i + 1), shown);
            }
            const QChar::Category category = QChar::category(c);
            const bool isValid =
                c < 0x80 || category <= QChar::Mark_SpacingCombining ||
                category == QChar::Number_DecimalDigit || category == QChar::Letter_Lowercase ||
                category == QChar::Letter_Modifier || category == QChar::Letter_Other;
            if (!isValid) {
                return (start + QLatin1String("at position %2 of %3 not allowed)."))
                    .arg(code, QString::number(i + 1), shown);
            }
        }
    }
    return {};
}

QString deliveryError(const QString &ascii)
{
    if (!ascii.contains(u'.')) {
        return QStringLiteral("The part after the @-sign is not valid. It should have a period.");
    }
    const char16_t last = ascii.back().unicode();
    if (!isLetterOrDigit(last) || last <= u'9') {
        return QStringLiteral("The part after the @-sign is not valid. It is not within a valid "
                              "top-level domain.");
    }
    const bool isSpecial = std::any_of(specialNames.begin(), specialNames.end(), [&](auto name) {
        return ascii == name || ascii.endsWith(u'.' + QString(name));
    });
    if (isSpecial) {
        return QStringLiteral("The part after the @-sign is a special-use or reserved name that "
                              "cannot be used with email.");
    }
    return {};
}

} // namespace

QString domainError(const QString &part, QString *domain)
{
    if (part.isEmpty())
        return QStringLiteral("There must be something after the @-sign.");
    if (part.startsWith(u'[') && part.endsWith(u']'))
        return literalError(QStringView(part).sliced(1, part.size() - 2));
    const QList<uint> points = part.toUcs4();
    if (points.size() > longestDomain) {
        return QStringLiteral("The email address is too long after the @-sign %1.")
            .arg(tooMany(points.size() - longestDomain));
    }
    QList<char32_t> bad;
    QList<char32_t> unsafe;
    bool isAscii = true;
    for (const char32_t c : points) {
        const bool isPlain = c < 0x80;
        if (isPlain && !isLetterOrDigit(c) && c != U'-' && c != U'.')
            bad.append(c);
        if (!isPlain && isUnsafeInEmail(c, isAscii && c == points.first()))
            unsafe.append(c);
        isAscii = isAscii && isPlain;
    }
    if (!bad.isEmpty()) {
        return QStringLiteral("The part after the @-sign contains invalid characters: %1.")
            .arg(namedCharacters(bad));
    }
    if (!unsafe.isEmpty()) {
        return QStringLiteral("The email address contains unsafe characters: %1.")
            .arg(namedCharacters(unsafe));
    }
    QString name = part;
    name.replace(QChar(0x3002), u'.'); // ideographic full stop, a dot in every domain
    name = name.normalized(QString::NormalizationForm_KC).toLower();
    name.remove(QChar(0xfe0f)); // variation selectors are mapped to nothing
    for (const QString &error : {dotError(name), labelError(name), codePointError(name)}) {
        if (!error.isEmpty())
            return error;
    }
    QString ascii = name;
    if (!isAscii || name.contains(QLatin1String("xn--"))) {
        ascii = QString::fromLatin1(QUrl::toAce(name));
        if (ascii.isEmpty())
            return QStringLiteral("The part after the @-sign is not valid IDNA.");
        name = QUrl::fromAce(ascii.toLatin1());
    }
    for (const QString &label : ascii.split(u'.')) {
        if (label.size() > longestLabel) {
            return QStringLiteral(
                       "After the @-sign, periods cannot be separated by so many characters %1.")
                .arg(tooMany(label.size() - longestLabel));
        }
    }
    *domain = name;
    return deliveryError(ascii);
}

} // namespace Design
