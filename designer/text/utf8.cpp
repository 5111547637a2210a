#include "designer/text/utf8.h"

#include <algorithm>
#include <cstring>

namespace Design
{

static bool isContinuation(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/// Bytes of the well-formed character at text[0], 0 if there is none. Unicode table 3-7.
static int sequenceLength(const unsigned char *text, qsizetype size, Surrogates surrogates)
{
    const unsigned char lead = text[0];
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    const int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (size < length)
        return 0;
    for (int i = 1; i < length; ++i) {
        if (!isContinuation(text[i]))
            return 0;
    }
    const unsigned char second = text[1];
    const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool surrogate = lead == 0xED && second >= 0xA0;
    const bool beyond = lead == 0xF4 && second >= 0x90;
    if (overlong || beyond || (surrogate && surrogates == Surrogates::Refused))
        return 0;
    return length;
}

qsizetype firstInvalidUtf8(QByteArrayView text, Surrogates surrogates)
{
    const char *const begin = text.data();
    const qsizetype size = text.size();
    for (qsizetype i = 0; i < size;) {
        quint64 eight = 0;
        if (size - i >= 8) {
            std::memcpy(&eight, begin + i, 8);
            if ((eight & 0x8080808080808080U) == 0) {
                i += 8;
                continue;
            }
        }
        const int length = sequenceLength(reinterpret_cast<const unsigned char *>(begin) + i,
                                          size - i, surrogates);
        if (length == 0)
            return i;
        i += length;
    }
    return -1;
}

char32_t nextCharacter(const char *&at)
{
    const auto byte = [&at] { return static_cast<unsigned char>(*at++); };
    const char32_t lead = byte();
    if (lead < 0x80)
        return lead;
    char32_t character = lead < 0xE0 ? lead & 0x1F : lead < 0xF0 ? lead & 0x0F : lead & 0x07;
    for (int rest = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3; rest > 0; --rest)
        character = (character << 6) | (byte() & 0x3F);
    return character;
}

char *putCharacter(char *at, char32_t character)
{
    const auto put = [&at](char32_t byte) {
        *at++ = static_cast<char>(static_cast<unsigned char>(byte));
    };
    if (character < 0x80) {
        put(character);
    } else if (character < 0x800) {
        put(0xC0 | (character >> 6));
        put(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        put(0xE0 | (character >> 12));
        put(0x80 | ((character >> 6) & 0x3F));
        put(0x80 | (character & 0x3F));
    } else {
        put(0xF0 | (character >> 18));
        put(0x80 | ((character >> 12) & 0x3F));
        put(0x80 | ((character >> 6) & 0x3F));
        put(0x80 | (character & 0x3F));
    }
    return at;
}

bool isAscii(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

QString toText(QByteArrayView utf8)
{
    constexpr QByteArrayView mark("\xEF\xBB\xBF");
    qsizetype marks = 0;
    while (utf8.sliced(marks * 3).startsWith(mark))
        ++marks;
    return QString(marks, QChar(0xFEFF)) + QString::fromUtf8(utf8.sliced(marks * 3));
}

qsizetype countCharacters(QByteArrayView text)
{
    return std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

qsizetype maximalSubpart(QByteArrayView bytes)
{
    const auto byteAt = [&](qsizetype at) { return static_cast<quint8>(bytes[at]); };
    const quint8 first = byteAt(0);
    if (first < 0xc2 || first > 0xf4)
        return 1;
    const qsizetype length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    // Overlong forms, surrogates and what lies beyond Unicode are told by the second byte.
    const quint8 second = bytes.size() > 1 ? byteAt(1) : quint8{0};
    if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second >= 0xa0) ||
        (first == 0xf0 && second < 0x90) || (first == 0xf4 && second >= 0x90))
        return 1;
    qsizetype size = 1;
    while (size < bytes.size() && size < length && (byteAt(size) & 0xc0) == 0x80)
        ++size;
    return size;
}

QString toTextReplacing(QByteArrayView bytes)
{
    QString text;
    for (qsizetype bad = firstInvalidUtf8(bytes); bad >= 0; bad = firstInvalidUtf8(bytes)) {
        text += toText(bytes.first(bad)) + QChar(QChar::ReplacementCharacter);
        bytes = bytes.sliced(bad);
        bytes = bytes.sliced(maximalSubpart(bytes));
    }
    return text + toText(bytes);
}

} // namespace Design
