#pragma once

#include "designer/text/json.h"

#include <QByteArrayView>

#include <optional>

namespace Design
{

/// What a plain scalar means in the core schema, a string excepted: null, a boolean or a number
/// (YAML 1.2.2 section 10.3.2). Numbers come in JSON's spelling: `+07` as 7, `.5` as 0.5, `0x1F` as
/// 31 (up to 64 digits); `.inf` and `.nan` as Infinity and NaN.
std::optional<Json> coreScalar(QByteArrayView text);

/// What stands between single quotes, lines folded and `''` made one quote (YAML 1.2.2
/// section 7.3.2).
QByteArray singleQuotedText(QByteArrayView raw);

/// Whether a plain scalar means this very string to every reader of YAML 1.1 and 1.2 there is:
/// nothing in it is syntax, and it looks like no number, date, boolean or null of any of them.
bool isSafePlain(QStringView text);

} // namespace Design
