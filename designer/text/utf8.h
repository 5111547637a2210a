#pragma once

#include <QByteArrayView>
#include <QString>

#include <cstdint>

namespace Design
{

/// Whether code points U+D800 to U+DFFF, which UTF-8 excludes, count as characters.
enum class Surrogates { Refused, Allowed };

/// Offset of the first byte that is not UTF-8 (RFC 3629), or -1.
qsizetype firstInvalidUtf8(QByteArrayView text, Surrogates surrogates = Surrogates::Refused);

/// Decodes the character that starts at *at and moves *at behind it. Precondition: valid UTF-8.
char32_t nextCharacter(const char *&at);

/// Appends the character (surrogates included, as three bytes); at must have four bytes of room.
/// Returns the end.
char *putCharacter(char *at, char32_t character);

bool isAscii(QByteArrayView text);

/// The text of valid UTF-8, a leading U+FEFF included (QString::fromUtf8 drops it).
QString toText(QByteArrayView utf8);

/// How many of the bytes, which begin with what is no UTF-8, belong together: the maximal subpart
/// of The Unicode Standard, section 3.9, for which one U+FFFD stands.
qsizetype maximalSubpart(QByteArrayView bytes);

/// The text of any bytes, with U+FFFD for what is no UTF-8, as Python's errors="replace" has it.
QString toTextReplacing(QByteArrayView bytes);

/// Number of characters (code points) in valid UTF-8.
qsizetype countCharacters(QByteArrayView text);

} // namespace Design
