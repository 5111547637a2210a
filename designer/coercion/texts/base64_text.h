#pragma once

#include <QByteArray>
#include <QString>

namespace Design
{

struct Base64Text {
    QByteArray bytes;
    QString error; ///< what is wrong and where, in the words of Rust's base64 crate; else empty
};

/// The value of a letter or a digit in base64 (RFC 4648, section 4), 0 to 61; -1 for all else:
/// which two characters are the last digits is for the alphabet to say.
int base64Value(char c);

/// Base64 as pydantic reads bytes that a text carries: with `-` and `_` for its last two digits or
/// with `+` and `/`, padded or not, and nothing else between the digits.
Base64Text readBase64(const QByteArray &text);

} // namespace Design
