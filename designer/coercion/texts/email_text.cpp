#include "designer/coercion/texts/email_text.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace Design
{

namespace
{

constexpr qsizetype longestAddress = 254; // RFC 5321 section 4.5.3.1.3, without the brackets

struct CharacterName {
    char32_t code;
    const char *name;
};

// Unicode's names of characters that people cannot see and yet paste.
constexpr std::array characterNames{
    CharacterName{0x00a0, "NO-BREAK SPACE"},
    CharacterName{0x00ad, "SOFT HYPHEN"},
    CharacterName{0x0301, "COMBINING ACUTE ACCENT"},
    CharacterName{0x1680, "OGHAM SPACE MARK"},
    CharacterName{0x180e, "MONGOLIAN VOWEL SEPARATOR"},
    CharacterName{0x2000, "EN QUAD"},
    CharacterName{0x2001, "EM QUAD"},
    CharacterName{0x2002, "EN SPACE"},
    CharacterName{0x2003, "EM SPACE"},
    CharacterName{0x2004, "THREE-PER-EM SPACE"},
    CharacterName{0x2005, "FOUR-PER-EM SPACE"},
    CharacterName{0x2006, "SIX-PER-EM SPACE"},
    CharacterName{0x2007, "FIGURE SPACE"},
    CharacterName{0x2008, "PUNCTUATION SPACE"},
    CharacterName{0x2009, "THIN SPACE"},
    CharacterName{0x200a, "HAIR SPACE"},
    CharacterName{0x200b, "ZERO WIDTH SPACE"},
    CharacterName{0x200c, "ZERO WIDTH NON-JOINER"},
    CharacterName{0x200d, "ZERO WIDTH JOINER"},
    CharacterName{0x200e, "LEFT-TO-RIGHT MARK"},
    CharacterName{0x200f, "RIGHT-TO-LEFT MARK"},
    CharacterName{0x2028, "LINE SEPARATOR"},
    CharacterName{0x2029, "PARAGRAPH SEPARATOR"},
    CharacterName{0x202a, "LEFT-TO-RIGHT EMBEDDING"},
    CharacterName{0x202b, "RIGHT-TO-LEFT EMBEDDING"},
    CharacterName{0x202c, "POP DIRECTIONAL FORMATTING"},
    CharacterName{0x202d, "LEFT-TO-RIGHT OVERRIDE"},
    CharacterName{0x202e, "RIGHT-TO-LEFT OVERRIDE"},
    CharacterName{0x202f, "NARROW NO-BREAK SPACE"},
    CharacterName{0x205f, "MEDIUM MATHEMATICAL SPACE"},
    CharacterName{0x2060, "WORD JOINER"},
    CharacterName{0x3000, "IDEOGRAPHIC SPACE"},
    CharacterName{0xfe0f, "VARIATION SELECTOR-16"},
    CharacterName{0xfeff, "ZERO WIDTH NO-BREAK SPACE"},
};

QString named(char32_t c)
{
    const auto known = std::find_if(characterNames.begin(), characterNames.end(),
                                    [c](const CharacterName &one) { return one.code == c; });
    if (known != characterNames.end())
        return QString::fromLatin1(known->name);
    if (c == U' ')
        return QStringLiteral("SPACE");
    if (c == U'\\')
        return QStringLiteral("\"\\\"");
    const QChar::Category category = QChar::category(c);
    const bool isPrintable =
        category >= QChar::Number_DecimalDigit && category != QChar::Separator_Space &&
        category != QChar::Separator_Line && category != QChar::Separator_Paragraph &&
        (category < QChar::Other_Control || category > QChar::Other_NotAssigned);
    const QString text = QString::fromUcs4(&c, 1);
    if (isPrintable)
        return c == U'\'' ? QStringLiteral("\"'\"") : u'\'' + text + u'\'';
    return QStringLiteral("U+%1").arg(uint(c), c < 0xffff ? 4 : 8, 16, QLatin1Char('0')).toUpper();
}

/// RFC 5322 section 3.2.3, atext, with RFC 6531's extension to all of Unicode beyond ASCII.
bool isAtomText(char32_t c)
{
    if (c >= 0x80)
        return true;
    const bool isLetter = (c | 0x20) >= U'a' && (c | 0x20) <= U'z';
    return isLetter || (c >= U'0' && c <= U'9') ||
           QStringView(u"_!#$%&'*+-/=?^`{|}~").contains(QChar(char16_t(c)));
}

/// Where the first of these characters stands outside quotes, or -1.
qsizetype unquoted(QStringView text, QStringView specials)
{
    bool isQuoted = false;
    bool isEscaped = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isQuoted) {
            if (c == u'"' && !isEscaped)
                isQuoted = false;
            isEscaped = c == u'\\' && !isEscaped;
        } else if (c == u'"') {
            isQuoted = true;
        } else if (specials.contains(c)) {
            return i;
        }
    }
    return -1;
}

QString missingAtSign(QStringView text)
{
    if (text.contains(QChar(0xff20))) {
        return QStringLiteral("The email address has the \"full-width\" at-sign (@) character "
                              "instead of a regular at-sign.");
    }
    return QStringLiteral("An email address must have an @-sign.");
}

/// The address of "Name <address>"; sets the error when the form is broken.
QString bracketed(const QString &text, qsizetype open, QString *error)
{
    const QString name = text.first(open).trimmed();
    if (!name.startsWith(u'"')) {
        QList<char32_t> bad;
        for (const char32_t c : name.toUcs4()) {
            if (c >= 0x80 || (!isAtomText(c) && c != U' '))
                bad.append(c);
        }
        if (!bad.isEmpty()) {
            *error =
                QStringLiteral("The display name contains invalid characters when not quoted: %1.")
                    .arg(namedCharacters(bad));
            return {};
        }
    }
    const QString rest = text.sliced(open).trimmed();
    if (!rest.contains(u'>')) {
        *error = QStringLiteral("An open angle bracket at the start of the email address has to "
                                "be followed by a close angle bracket at the end.");
        return {};
    }
    if (!rest.endsWith(u'>')) {
        *error = QStringLiteral("There can't be anything after the email address.");
        return {};
    }
    return rest.sliced(1, rest.size() - 2);
}

QString lengthError(const QString &address)
{
    const qsizetype bytes = address.toUtf8().size();
    const qsizetype extra = bytes - longestAddress;
    if (extra <= 0)
        return {};
    return QStringLiteral("The email address is too long (%1 character%2 too many).")
        .arg(extra)
        .arg(QLatin1String(extra > 1 ? "s" : ""));
}

} // namespace

bool isUnsafeInEmail(char32_t c, bool isFirst)
{
    const QChar::Category category = QChar::category(c);
    const bool isMark = category <= QChar::Mark_Enclosing;
    const bool isSpaceOrOther =
        category >= QChar::Separator_Space && category <= QChar::Other_NotAssigned;
    return isSpaceOrOther || (isMark && isFirst);
}

QString namedCharacters(const QList<char32_t> &characters)
{
    QStringList names;
    for (const char32_t c : characters) {
        if (const QString name = named(c); !names.contains(name))
            names.append(name);
    }
    std::sort(names.begin(), names.end());
    return names.join(QLatin1String(", "));
}

QString localPartError(const QString &part)
{
    if (part.isEmpty())
        return QStringLiteral("There must be something before the @-sign.");
    const QList<uint> points = part.toUcs4();
    QList<char32_t> bad;
    QList<char32_t> unsafe;
    for (qsizetype i = 0; i < points.size(); ++i) {
        if (!isAtomText(points[i]) && points[i] != U'.')
            bad.append(points[i]);
        else if (points[i] >= 0x80 && isUnsafeInEmail(points[i], i == 0))
            unsafe.append(points[i]);
    }
    if (!bad.isEmpty()) {
        return QStringLiteral("The email address contains invalid characters before the @-sign: "
                              "%1.")
            .arg(namedCharacters(bad));
    }
    if (part.endsWith(u'.')) {
        return QStringLiteral(
            "An email address cannot have a period immediately before the @-sign.");
    }
    if (part.startsWith(u'.'))
        return QStringLiteral("An email address cannot start with a period.");
    if (part.contains(QLatin1String("..")))
        return QStringLiteral("An email address cannot have two periods in a row.");
    if (!unsafe.isEmpty()) {
        return QStringLiteral("The email address contains unsafe characters: %1.")
            .arg(namedCharacters(unsafe));
    }
    return {};
}

EmailText readEmail(QStringView input)
{
    EmailText result;
    QString text = input.trimmed().toString();
    const auto failed = [&result](const QString &error) {
        result.error = error;
        return result;
    };
    constexpr qsizetype mostCharacters = 2'048; // pydantic's own limit
    if (input.toUcs4().size() > mostCharacters)
        return failed(QStringLiteral("Length must not exceed 2048 characters"));
    // pydantic takes a name off, and so does email-validator from what is left.
    for (int level = 0; level < 2; ++level) {
        const qsizetype first = unquoted(text, u"@<");
        if (first < 0)
            return failed(missingAtSign(text));
        if (text[first] != u'<')
            break;
        const QString name = text.first(first).trimmed();
        text = bracketed(text, first, &result.error).trimmed();
        if (!result.error.isEmpty())
            return result;
        if (level == 0)
            result.name = name;
    }
    const qsizetype at = unquoted(text, u"@");
    if (at < 0)
        return failed(missingAtSign(text));
    QString local = text.first(at);
    const bool isQuoted = local.size() > 1 && local.startsWith(u'"') && local.endsWith(u'"');
    if (isQuoted) {
        return failed(QStringLiteral("Quoting the part before the @-sign is not allowed here."));
    }
    if (const QString error = localPartError(local); !error.isEmpty())
        return failed(error);
    QString domain;
    if (const QString error = domainError(text.sliced(at + 1), &domain); !error.isEmpty())
        return failed(error);
    // RFC 2142: these names mean the same in any case.
    static const QStringList mailboxes{
        QStringLiteral("info"),     QStringLiteral("marketing"),  QStringLiteral("sales"),
        QStringLiteral("support"),  QStringLiteral("abuse"),      QStringLiteral("noc"),
        QStringLiteral("security"), QStringLiteral("postmaster"), QStringLiteral("hostmaster"),
        QStringLiteral("usenet"),   QStringLiteral("news"),       QStringLiteral("webmaster"),
        QStringLiteral("www"),      QStringLiteral("uucp"),       QStringLiteral("ftp")};
    local = local.normalized(QString::NormalizationForm_C);
    if (mailboxes.contains(local.toLower()))
        local = local.toLower();
    const bool isNameQuoted =
        result.name.size() > 1 && result.name.startsWith(u'"') && result.name.endsWith(u'"');
    if (isNameQuoted)
        result.name = result.name.sliced(1, result.name.size() - 2);
    result.error = lengthError(text);
    result.address = local + u'@' + domain;
    return result;
}

} // namespace Design
