#include "designer/coercion/texts/json_text_error.h"

#include <algorithm>
#include <cctype>

namespace Design
{

namespace
{

constexpr int mostDepth = 201;
constexpr qsizetype mostDigits = 4'300;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Walks through the text until something is wrong; only the place and the words are kept.
class Scanner
{
public:
    explicit Scanner(const QByteArray &text)
        : m_text(text)
    {
    }

    QString scan()
    {
        if (value(0)) {
            skipBlanks();
            if (!isAtEnd())
                fail("trailing characters");
        }
        return m_error;
    }

private:
    bool isAtEnd() const { return m_at >= m_text.size(); }
    char now() const { return m_text[m_at]; }

    void skipBlanks()
    {
        while (!isAtEnd() && QByteArrayView(" \t\r\n").contains(now()))
            ++m_at;
    }

    bool fail(const char *words)
    {
        const QByteArrayView read = QByteArrayView(m_text).first(std::min(m_at + 1, m_text.size()));
        const qsizetype line = std::count(read.begin(), read.end(), '\n') + 1;
        const qsizetype column = read.size() - (read.lastIndexOf('\n') + 1);
        m_error = QStringLiteral("%1 at line %2 column %3")
                      .arg(QLatin1String(words))
                      .arg(line)
                      .arg(column);
        return false;
    }

    bool value(int depth)
    {
        skipBlanks();
        if (isAtEnd())
            return fail("EOF while parsing a value");
        switch (now()) {
        case '{':
        case '[':
            if (depth >= mostDepth)
                return fail("recursion limit exceeded");
            return now() == '{' ? object(depth) : list(depth);
        case '"':
            return string();
        case 't':
            return word("true");
        case 'f':
            return word("false");
        case 'n':
            return word("null");
        case 'N':
            return word("NaN");
        case 'I':
            return word("Infinity");
        default:
            return now() == '-' || isDigit(now()) ? number() : fail("expected value");
        }
    }

    bool word(QByteArrayView expected)
    {
        for (const char c : expected) {
            if (isAtEnd())
                return fail("EOF while parsing a value");
            if (now() != c)
                return fail("expected ident");
            ++m_at;
        }
        return true;
    }

    bool digits()
    {
        if (isAtEnd())
            return fail("EOF while parsing a value");
        if (!isDigit(now()))
            return fail("invalid number");
        while (!isAtEnd() && isDigit(now()))
            ++m_at;
        return true;
    }

    bool number()
    {
        const qsizetype start = m_at;
        if (now() == '-') {
            ++m_at;
            if (!isAtEnd() && now() == 'I')
                return word("Infinity");
        }
        const bool isZero = !isAtEnd() && now() == '0';
        if (isZero) {
            ++m_at;
            if (!isAtEnd() && isDigit(now()))
                return fail("invalid number");
        } else if (!digits()) {
            return false;
        }
        if (m_at - start > mostDigits) {
            m_at = start + mostDigits;
            return fail("number out of range");
        }
        if (!isAtEnd() && now() == '.') {
            ++m_at;
            if (!digits())
                return false;
        }
        if (!isAtEnd() && (now() == 'e' || now() == 'E')) {
            ++m_at;
            if (!isAtEnd() && (now() == '+' || now() == '-'))
                ++m_at;
            return digits();
        }
        return true;
    }

    bool string()
    {
        for (++m_at; !isAtEnd(); ++m_at) {
            const char c = now();
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20)
                return fail("control character (\\u0000-\\u001F) found while parsing a string");
            if (c == '\\' && !escape())
                return false;
        }
        return fail("EOF while parsing a string");
    }

    /// From the backslash to the last character of the escape.
    bool escape()
    {
        if (++m_at >= m_text.size())
            return fail("EOF while parsing a string");
        if (now() != 'u')
            return QByteArrayView("\"\\/bfnrt").contains(now()) || fail("invalid escape");
        int unit = 0;
        if (!hexUnit(&unit))
            return false;
        if (unit >= 0xdc00 && unit <= 0xdfff)
            return fail("lone leading surrogate in hex escape");
        if (unit < 0xd800 || unit > 0xdbff)
            return true;
        for (const char c : {'\\', 'u'}) {
            if (++m_at >= m_text.size())
                return fail("EOF while parsing a string");
            if (now() != c)
                return fail("unexpected end of hex escape");
        }
        if (!hexUnit(&unit))
            return false;
        return (unit >= 0xdc00 && unit <= 0xdfff) || fail("lone leading surrogate in hex escape");
    }

    /// Four hexadecimal digits after the `u`.
    bool hexUnit(int *unit)
    {
        if (m_text.size() - m_at <= 4) {
            m_at = m_text.size();
            return fail("EOF while parsing a string");
        }
        for (int i = 0; i < 4; ++i) {
            ++m_at;
            if (!std::isxdigit(static_cast<unsigned char>(now())))
                return fail("invalid escape");
        }
        *unit = m_text.sliced(m_at - 3, 4).toInt(nullptr, 16);
        return true;
    }

    bool list(int depth)
    {
        ++m_at;
        skipBlanks();
        if (isAtEnd())
            return fail("EOF while parsing a list");
        if (now() == ']') {
            ++m_at;
            return true;
        }
        while (value(depth + 1)) {
            skipBlanks();
            if (isAtEnd())
                return fail("EOF while parsing a list");
            const char c = now();
            if (c != ',' && c != ']')
                return fail("expected `,` or `]`");
            ++m_at;
            if (c == ']')
                return true;
            skipBlanks();
            if (!isAtEnd() && now() == ']')
                return fail("trailing comma");
        }
        return false;
    }

    bool object(int depth)
    {
        ++m_at;
        skipBlanks();
        if (isAtEnd())
            return fail("EOF while parsing an object");
        if (now() == '}') {
            ++m_at;
            return true;
        }
        while (member(depth)) {
            skipBlanks();
            if (isAtEnd())
                return fail("EOF while parsing an object");
            const char c = now();
            if (c != ',' && c != '}')
                return fail("expected `,` or `}`");
            ++m_at;
            if (c == '}')
                return true;
            skipBlanks();
            if (isAtEnd())
                return fail("EOF while parsing a value");
            if (now() == '}')
                return fail("trailing comma");
        }
        return false;
    }

    bool member(int depth)
    {
        if (now() != '"')
            return fail("key must be a string");
        if (!string())
            return false;
        skipBlanks();
        if (isAtEnd())
            return fail("EOF while parsing an object");
        if (now() != ':')
            return fail("expected `:`");
        ++m_at;
        return value(depth + 1);
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
    QString m_error;
};

} // namespace

QString jsonTextError(const QByteArray &utf8)
{
    return Scanner(utf8).scan();
}

} // namespace Design
