#pragma once

#include "designer/text/json.h"

namespace Design
{

/// One token of a JSON Pointer, escaped (`~` as `~0`, `/` as `~1`). RFC 6901 section 3.
QString escapedToken(const QString &token);

/// pointer + "/" + the escaped token.
QString childPointer(const QString &pointer, const QString &token);
QString childPointer(const QString &pointer, qsizetype index);

/// The decoded tokens of a pointer ("" has none). Invalid escapes stay as they are written.
QStringList pointerTokens(QStringView pointer);

/// The place of a token's value among the children of an array or object, or -1. An array index is
/// written without leading zeros.
qsizetype childIndex(const Json &parent, const QString &token);

/// The value a pointer leads to, or null. RFC 6901 section 4.
const Json *resolvePointer(const Json &root, QStringView pointer);

} // namespace Design
