// The escapes of regular expressions: the part of PatternParser behind a backslash.

#include "designer/schema/patterns/pattern_parser.h"
#include "designer/schema/patterns/pattern_properties.h"

namespace Design::Regex
{

namespace
{

bool isHighSurrogate(char32_t c)
{
    return c >= 0xd800 && c < 0xdc00;
}

bool isLowSurrogate(char32_t c)
{
    return c >= 0xdc00 && c < 0xe000;
}

bool isAsciiLetter(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

/// Characters that `\` may stand before under the flag `u`.
bool isIdentityEscape(char32_t c, bool inClass)
{
    if (c >= 128)
        return false;
    const QChar asked(static_cast<char16_t>(c));
    return QLatin1StringView("^$\\.*+?()[]{}|/").contains(asked) || (inClass && c == U'-');
}

CharSet complement(const CharSet &set)
{
    CharSet negated = set;
    negated.isNegated = true;
    CharSet result;
    result.ranges = positiveRanges(negated);
    return result;
}

} // namespace

std::optional<CharSet> PatternParser::classEscape()
{
    const char32_t c = peek();
    switch (c) {
    case U'd':
        ++m_at;
        return digitSet();
    case U'D':
        ++m_at;
        return complement(digitSet());
    case U's':
        ++m_at;
        return spaceSet();
    case U'S':
        ++m_at;
        return complement(spaceSet());
    case U'w':
        ++m_at;
        return wordSet();
    case U'W':
        ++m_at;
        return complement(wordSet());
    case U'p':
    case U'P':
        if (!isUnicode())
            return std::nullopt;
        ++m_at;
        return propertyEscape(c == U'P');
    default:
        return std::nullopt;
    }
}

CharSet PatternParser::propertyEscape(bool isNegated)
{
    CharSet set;
    QString text;
    if (take(U'{')) {
        while (m_at < m_text.size() && peek() != U'}') {
            const char32_t c = next();
            text += QString::fromUcs4(&c, 1);
        }
    }
    if (text == QLatin1String("Assigned")) {
        text = QStringLiteral("Cn");
        isNegated = !isNegated;
    }
    const QString name = pcreProperty(text);
    if (name.isEmpty() || !take(U'}'))
        fail(QStringLiteral("unknown Unicode property “%1”").arg(text));
    set.properties.append({name, isNegated});
    return set;
}

/// The character that an escape means, the backslash already taken. ECMA-262 CharacterEscape and
/// ClassEscape; what is no escape under `u` is the character itself in annex B.
char32_t PatternParser::characterEscape(bool inClass)
{
    const char32_t c = next();
    switch (c) {
    case U'f':
        return U'\f';
    case U'n':
        return U'\n';
    case U'r':
        return U'\r';
    case U't':
        return U'\t';
    case U'v':
        return U'\v';
    case U'b':
        if (inClass)
            return U'\b';
        break;
    case U'c': {
        const char32_t letter = peek();
        const bool isDigitInClass =
            inClass && !isUnicode() && ((letter >= U'0' && letter <= U'9') || letter == U'_');
        if (letter != atEnd && (isAsciiLetter(letter) || isDigitInClass)) {
            ++m_at;
            return letter % 32;
        }
        if (!isUnicode()) {
            --m_at; // the backslash stands for itself, and `c` comes next
            return U'\\';
        }
        break;
    }
    case U'x':
        if (const std::optional<char32_t> code = hex(2))
            return *code;
        break;
    case U'u':
        return unicodeEscape();
    default:
        break;
    }
    if (c >= U'0' && c <= U'9') {
        const bool isNul = c == U'0' && !(peek() >= U'0' && peek() <= U'9');
        if (isNul)
            return 0;
        if (!isUnicode()) {
            --m_at;
            return legacyOctal();
        }
    } else if (!isUnicode() || isIdentityEscape(c, inClass)) {
        return c;
    }
    fail(QStringLiteral("invalid escape"));
    return 0;
}

/// LegacyOctalEscapeSequence: up to `\377`; 8 and 9 stand for themselves.
char32_t PatternParser::legacyOctal()
{
    if (peek() >= U'8')
        return next();
    char32_t value = 0;
    for (int i = 0; i < 3 && peek() >= U'0' && peek() <= U'7' && value * 8 <= 0xff; ++i)
        value = value * 8 + (next() - U'0');
    return value;
}

char32_t PatternParser::unicodeEscape()
{
    if (isUnicode() && take(U'{')) {
        char32_t value = 0;
        int digits = 0;
        while (const std::optional<char32_t> digit = hex(1)) {
            value = qMin<char32_t>(value * 16 + *digit, 0x110000);
            ++digits;
        }
        if (digits == 0 || value > 0x10ffff || !take(U'}'))
            fail(QStringLiteral("invalid escape"));
        return value;
    }
    const std::optional<char32_t> code = hex(4);
    if (!code) {
        if (isUnicode())
            fail(QStringLiteral("invalid escape"));
        return U'u';
    }
    // Two escapes that make one character are one.
    if (isHighSurrogate(*code) && peek() == U'\\' && peek(1) == U'u') {
        const qsizetype start = m_at;
        m_at += 2;
        const std::optional<char32_t> low = hex(4);
        if (low && isLowSurrogate(*low))
            return QChar::surrogateToUcs4(static_cast<char16_t>(*code),
                                          static_cast<char16_t>(*low));
        m_at = start;
    }
    return *code;
}

/// Exactly so many hexadecimal digits, or nothing taken.
std::optional<char32_t> PatternParser::hex(int digits)
{
    char32_t value = 0;
    for (int i = 0; i < digits; ++i) {
        const char32_t c = peek(i);
        if (c >= U'0' && c <= U'9')
            value = value * 16 + (c - U'0');
        else if ((c | 32) >= U'a' && (c | 32) <= U'f' && c < 128)
            value = value * 16 + ((c | 32) - U'a') + 10;
        else
            return std::nullopt;
    }
    m_at += digits;
    return value;
}

} // namespace Design::Regex
