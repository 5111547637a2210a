#pragma once

#include "designer/model/keyword.h"

namespace Design
{

/// Whether the keyword is a note for people or tools, and no rule for a value (JSON Schema
/// Validation, section 9); what nobody knows is a note, too.
bool isAnnotation(Keyword keyword);

} // namespace Design
