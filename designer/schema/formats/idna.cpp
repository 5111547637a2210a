#include "designer/schema/formats/idna.h"

#include "designer/schema/formats/punycode.h"
#include "designer/schema/patterns/code_points.h"

#include <algorithm>

namespace Design
{

namespace
{

using Text = QList<char32_t>;

QString fromCodePoints(const Text &text)
{
    return QString::fromUcs4(text.data(), text.size());
}

/// RFC 5892 section 2.6, what is not allowed although its properties would let it.
bool isExcepted(char32_t c)
{
    return c == 0x0640 || c == 0x07fa || c == 0x302e || c == 0x302f || c == 0x303b ||
           (c >= 0x3031 && c <= 0x3035);
}

/// RFC 5892 section 2.6, what is allowed although its properties would not let it.
bool isAllowedAnyway(char32_t c)
{
    return c == 0x00df || c == 0x03c2 || c == 0x06fd || c == 0x06fe || c == 0x0f0b || c == 0x3007;
}

/// RFC 5892 section 2.1 (LetterDigits) and 2.2 (Unstable): lower-case letters, digits and marks
/// that mapping leaves as they are.
bool isAllowedByProperties(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Letter_Lowercase:
    case QChar::Letter_Uppercase:
    case QChar::Letter_Other:
    case QChar::Letter_Modifier:
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Number_DecimalDigit:
        break;
    default:
        return false;
    }
    const QString text = QString::fromUcs4(&c, 1);
    const QString folded = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    return folded.normalized(QString::NormalizationForm_KC) == text;
}

bool isVirama(char32_t c)
{
    return QChar::combiningClass(c) == 9;
}

/// RFC 5892 appendix A.1: between letters that join.
bool joinsAround(const Text &text, qsizetype at)
{
    qsizetype before = at - 1;
    while (before >= 0 && QChar::joiningType(text[before]) == QChar::Joining_Transparent)
        --before;
    qsizetype after = at + 1;
    while (after < text.size() && QChar::joiningType(text[after]) == QChar::Joining_Transparent)
        ++after;
    if (before < 0 || after >= text.size())
        return false;
    const auto left = QChar::joiningType(text[before]);
    const auto right = QChar::joiningType(text[after]);
    return (left == QChar::Joining_Left || left == QChar::Joining_Dual) &&
           (right == QChar::Joining_Right || right == QChar::Joining_Dual);
}

bool hasScript(char32_t c, std::initializer_list<QChar::Script> scripts)
{
    return std::find(scripts.begin(), scripts.end(), QChar::script(c)) != scripts.end();
}

/// RFC 5892 appendix A: characters that are fine in certain company.
enum class Company { NotNeeded, Right, Wrong };

Company company(const Text &text, qsizetype at)
{
    const char32_t before = at > 0 ? text[at - 1] : 0;
    const char32_t after = at + 1 < text.size() ? text[at + 1] : 0;
    const auto has = [&](char32_t first, char32_t last) {
        return std::any_of(text.begin(), text.end(),
                           [&](char32_t c) { return c >= first && c <= last; });
    };
    const auto right = [](bool is) { return is ? Company::Right : Company::Wrong; };
    const char32_t c = text[at];
    switch (c) {
    case 0x200c:
        return right(isVirama(before) || joinsAround(text, at));
    case 0x200d:
        return right(isVirama(before));
    case 0x00b7:
        return right(before == U'l' && after == U'l');
    case 0x0375:
        return right(after != 0 && hasScript(after, {QChar::Script_Greek}));
    case 0x05f3:
    case 0x05f4:
        return right(before != 0 && hasScript(before, {QChar::Script_Hebrew}));
    case 0x30fb:
        return right(std::any_of(text.begin(), text.end(), [](char32_t other) {
            return hasScript(other,
                             {QChar::Script_Hiragana, QChar::Script_Katakana, QChar::Script_Han}) &&
                   other != 0x30fb;
        }));
    default:
        break;
    }
    if (c >= 0x0660 && c <= 0x0669)
        return right(!has(0x06f0, 0x06f9));
    if (c >= 0x06f0 && c <= 0x06f9)
        return right(!has(0x0660, 0x0669));
    return Company::NotNeeded;
}

/// RFC 5891 section 4.2.
bool isUnicodeLabel(const Text &text)
{
    if (text.isEmpty() || text.first() == U'-' || text.last() == U'-' ||
        QChar::isMark(text.first()))
        return false;
    if (text.size() >= 4 && text[2] == U'-' && text[3] == U'-')
        return false;
    const QString label = fromCodePoints(text);
    if (label.normalized(QString::NormalizationForm_C) != label)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        const Company needed = company(text, i);
        if (needed == Company::Wrong || isExcepted(c))
            return false;
        const bool isAllowed =
            needed == Company::Right || c == U'-' || isAllowedAnyway(c) || isAllowedByProperties(c);
        if (!isAllowed)
            return false;
    }
    return true;
}

bool isAscii(const Text &text)
{
    return std::all_of(text.begin(), text.end(), [](char32_t c) { return c < 128; });
}

/// RFC 5893 section 2 for one label.
bool isBidiLabel(const Text &text)
{
    const auto directionOf = [](char32_t c) { return QChar::direction(c); };
    const QChar::Direction first = directionOf(text.first());
    const bool isRightToLeft = first == QChar::DirR || first == QChar::DirAL;
    if (!isRightToLeft && first != QChar::DirL)
        return false;
    bool hasEuropean = false;
    bool hasArabic = false;
    for (const char32_t c : text) {
        switch (directionOf(c)) {
        case QChar::DirR:
        case QChar::DirAL:
        case QChar::DirAN:
            hasArabic |= directionOf(c) == QChar::DirAN;
            if (!isRightToLeft)
                return false;
            break;
        case QChar::DirL:
            if (isRightToLeft)
                return false;
            break;
        case QChar::DirEN:
            hasEuropean = true;
            break;
        case QChar::DirES:
        case QChar::DirCS:
        case QChar::DirET:
        case QChar::DirON:
        case QChar::DirBN:
        case QChar::DirNSM:
            break;
        default:
            return false;
        }
    }
    qsizetype last = text.size() - 1;
    while (last > 0 && directionOf(text[last]) == QChar::DirNSM)
        --last;
    const QChar::Direction end = directionOf(text[last]);
    if (!isRightToLeft)
        return end == QChar::DirL || end == QChar::DirEN;
    const bool endsWell =
        end == QChar::DirR || end == QChar::DirAL || end == QChar::DirEN || end == QChar::DirAN;
    return endsWell && !(hasEuropean && hasArabic);
}

} // namespace

QString toAceLabel(QStringView label)
{
    if (label.startsWith(u"xn--", Qt::CaseInsensitive))
        return isAceLabelValid(label) ? label.toString() : QString();
    const Text text = codePoints(label);
    if (isAscii(text)) {
        const bool isPlain = std::all_of(text.begin(), text.end(), [](char32_t c) {
            return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
                   (c >= U'0' && c <= U'9') || c == U'-';
        });
        const bool isLabel =
            isPlain && !text.isEmpty() && text.first() != U'-' && text.last() != U'-';
        return isLabel ? label.toString() : QString();
    }
    return isUnicodeLabel(text) ? QLatin1String("xn--") + toPunycode(text) : QString();
}

QString fromAceLabel(QStringView label)
{
    const std::optional<Text> text = fromPunycode(label.mid(4));
    return text && !text->isEmpty() ? fromCodePoints(*text) : QString();
}

bool isAceLabelValid(QStringView label)
{
    const std::optional<Text> text = fromPunycode(label.mid(4));
    return text && !isAscii(*text) && isUnicodeLabel(*text) &&
           followsBidiRule({fromCodePoints(*text)}) &&
           toPunycode(*text).compare(label.mid(4), Qt::CaseInsensitive) == 0;
}

bool followsBidiRule(const QStringList &labels)
{
    const auto isRightToLeft = [](char32_t c) {
        const QChar::Direction direction = QChar::direction(c);
        return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN;
    };
    QList<Text> texts;
    bool isBidi = false;
    for (const QString &label : labels) {
        const Text text = codePoints(label);
        isBidi |= std::any_of(text.begin(), text.end(), isRightToLeft);
        texts.append(text);
    }
    return !isBidi || std::all_of(texts.begin(), texts.end(), isBidiLabel);
}

} // namespace Design
