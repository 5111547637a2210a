#pragma once

#include <QStringView>

namespace Design
{

inline bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

inline bool isAsciiHex(QChar c)
{
    return isAsciiDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

inline bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// Reads a text from left to right.
class FormatCursor
{
public:
    explicit FormatCursor(QStringView text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_at == m_text.size(); }
    QChar peek() const { return atEnd() ? QChar() : m_text[m_at]; }
    QStringView rest() const { return m_text.mid(m_at); }

    bool take(char16_t c)
    {
        if (atEnd() || m_text[m_at] != QChar(c))
            return false;
        ++m_at;
        return true;
    }

    bool takeAny(char16_t a, char16_t b) { return take(a) || take(b); }

    /// A number of exactly so many digits, or -1.
    int number(int digits)
    {
        int value = 0;
        for (int i = 0; i < digits; ++i) {
            if (atEnd() || !isAsciiDigit(m_text[m_at]))
                return -1;
            value = value * 10 + (m_text[m_at++].unicode() - u'0');
        }
        return value;
    }

    /// How many digits could be skipped.
    int digits()
    {
        int count = 0;
        for (; !atEnd() && isAsciiDigit(m_text[m_at]); ++m_at)
            ++count;
        return count;
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace Design
