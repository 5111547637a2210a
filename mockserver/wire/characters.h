#pragma once

#include <QByteArrayView>

#include <array>

namespace Mock
{

/// The character classes of RFC 9110 and RFC 3986 that HTTP/1.1 is read with; flags.
enum class Characters : quint8 {
    Token = 1,      ///< tchar: methods, field names, chunk extension names (RFC 9110 section 5.6.2)
    Value = 2,      ///< of a field value, with SP, HTAB and obs-text (RFC 9110 section 5.5)
    Target = 4,     ///< printable ASCII without SP: what browsers and curl leave unencoded, too
    Registered = 8, ///< reg-name without pct-encoded (RFC 3986 section 3.2.2)
    Hexadecimal = 16,
    Digit = 32,
};

namespace Detail
{

constexpr std::array<quint8, 256> characterTable()
{
    std::array<quint8, 256> table{};
    const auto mark = [&table](std::size_t code, Characters set) {
        table[code] = static_cast<quint8>(table[code] | static_cast<quint8>(set));
    };
    const auto markAll = [&mark](const char *text, Characters set) {
        for (; *text != '\0'; ++text)
            mark(static_cast<unsigned char>(*text), set);
    };
    for (std::size_t code = 0; code < table.size(); ++code) {
        const bool digit = code >= '0' && code <= '9';
        const bool letter = (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
        if (digit)
            mark(code, Characters::Digit);
        if (digit || letter) {
            mark(code, Characters::Token);
            mark(code, Characters::Registered);
        }
        if ((code >= 0x20 && code != 0x7f) || code == '\t')
            mark(code, Characters::Value);
        if (code > 0x20 && code < 0x7f)
            mark(code, Characters::Target);
    }
    markAll("!#$%&'*+-.^_`|~", Characters::Token);
    markAll("-._~!$&'()*+,;=", Characters::Registered);
    markAll("0123456789abcdefABCDEF", Characters::Hexadecimal);
    return table;
}

inline constexpr std::array<quint8, 256> characters = characterTable();

} // namespace Detail

constexpr bool isOneOf(char c, Characters set)
{
    return (Detail::characters[static_cast<unsigned char>(c)] & static_cast<quint8>(set)) != 0;
}

inline bool consistsOf(QByteArrayView text, Characters set)
{
    for (const char c : text) {
        if (!isOneOf(c, set))
            return false;
    }
    return true;
}

/// Removes the longest beginning of bytes that consists of set, and returns it.
inline QByteArrayView takeRun(QByteArrayView &bytes, Characters set)
{
    qsizetype length = 0;
    while (length < bytes.size() && isOneOf(bytes[length], set))
        ++length;
    const QByteArrayView run = bytes.first(length);
    bytes = bytes.sliced(length);
    return run;
}

inline char takeFirst(QByteArrayView &bytes)
{
    const char c = bytes.front();
    bytes = bytes.sliced(1);
    return c;
}

/// The character for an error message: 'x' when it can be printed, else 0x07.
inline QByteArray nameOf(char c)
{
    if (isOneOf(c, Characters::Target))
        return '\'' + QByteArray(1, c) + '\'';
    return "0x" + QByteArray(1, c).toHex();
}

} // namespace Mock
