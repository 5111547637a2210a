#pragma once

#include "designer/schema/patterns/pattern_syntax.h"

namespace Design::Regex
{

/// Whether the character has the property, asked of PCRE2. Slow: for rare cases.
bool hasProperty(char32_t c, const Property &property);

} // namespace Design::Regex
