#pragma once

#include <QString>

namespace Design::Regex
{

/// PCRE2's name for what stands in `\p{...}` of ECMA-262 (UnicodePropertyValueExpression), such as
/// "Lu" for "Uppercase_Letter"; empty when there is no such property.
QString pcreProperty(const QString &expression);

} // namespace Design::Regex
