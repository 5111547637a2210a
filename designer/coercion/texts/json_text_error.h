#pragma once

#include <QByteArray>
#include <QString>

namespace Design
{

/// What is wrong with a text that should be JSON, in the words of the reader that pydantic has for
/// its type Json: "EOF while parsing a list at line 1 column 3". Empty when it is JSON (RFC 8259,
/// with NaN and Infinity). Columns count bytes of UTF-8.
QString jsonTextError(const QByteArray &utf8);

} // namespace Design
