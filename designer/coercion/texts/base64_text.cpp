#include "designer/coercion/texts/base64_text.h"

#include <algorithm>
#include <optional>

namespace Design
{

namespace
{

constexpr char padding = '=';

class Base64Reader
{
public:
    Base64Reader(const QByteArray &text, const char *lastDigits)
        : m_text(text)
        , m_lastDigits(lastDigits)
    {
    }

    /// The character that cannot stand where it does; nothing where there is none.
    std::optional<char> misfit() const { return m_misfit; }

    Base64Text read()
    {
        const qsizetype size = m_text.size();
        // The crate looks at the last character first where it cannot be part of a group.
        if (size % 4 == 1 && m_text.back() != padding && valueOf(m_text.back()) < 0)
            return stray(size - 1);
        // The last group, which may be padded, starts here.
        const qsizetype tail = std::max<qsizetype>(size - (size % 4 == 0 ? 4 : size % 4), 0);
        qsizetype paddedFrom = -1;
        qsizetype digits = 0;
        for (qsizetype i = 0; i < size; ++i) {
            const char c = m_text[i];
            if (c == padding && i >= tail) {
                if (i - tail < 2)
                    return stray(paddedFrom < 0 ? i : paddedFrom);
                paddedFrom = paddedFrom < 0 ? i : paddedFrom;
                continue;
            }
            if (paddedFrom >= 0)
                return stray(paddedFrom);
            if (valueOf(c) < 0)
                return stray(i);
            append(valueOf(c));
            ++digits;
        }
        if (size > 0 && digits - tail < 2)
            return {{}, QStringLiteral("Invalid input length: %1").arg(digits)};
        if (m_left != 0) {
            return {{},
                    QStringLiteral("Invalid last symbol %1, offset %2.")
                        .arg(static_cast<int>(m_text[digits - 1]))
                        .arg(digits - 1)};
        }
        return {m_bytes, {}};
    }

private:
    int valueOf(char c) const
    {
        if (c == m_lastDigits[0])
            return 62;
        return c == m_lastDigits[1] ? 63 : base64Value(c);
    }

    void append(int value)
    {
        m_left = m_left << 6 | value;
        m_bits += 6;
        if (m_bits < 8)
            return;
        m_bits -= 8;
        m_bytes.append(static_cast<char>(m_left >> m_bits));
        m_left &= (1 << m_bits) - 1;
    }

    Base64Text stray(qsizetype offset)
    {
        m_misfit = m_text[offset];
        return {{},
                QStringLiteral("Invalid symbol %1, offset %2.")
                    .arg(static_cast<quint8>(m_text[offset]))
                    .arg(offset)};
    }

    QByteArray m_text;
    const char *m_lastDigits;
    QByteArray m_bytes;
    int m_left = 0; ///< bits that make no byte yet
    int m_bits = 0; ///< how many these are
    std::optional<char> m_misfit;
};

} // namespace

int base64Value(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    return c >= '0' && c <= '9' ? c - '0' + 52 : -1;
}

Base64Text readBase64(const QByteArray &text)
{
    Base64Reader safe(text, "-_");
    const Base64Text result = safe.read();
    const bool isOther = safe.misfit() == '+' || safe.misfit() == '/';
    return isOther ? Base64Reader(text, "+/").read() : result;
}

} // namespace Design
