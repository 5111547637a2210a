#pragma once

#include "designer/text/json.h"

namespace Design
{

/// For each item of the second list the item of the first that it comes from, or -1: equal items in
/// their order as far as possible (a longest common subsequence, for lists of up to some thousand
/// items), between them those of the same type in their order.
QList<qsizetype> matchItems(const JsonArray &before, const JsonArray &after);

/// The same for the members of objects: by name; a new name where an old one has gone, with a value
/// of the same type, is that one renamed.
QList<qsizetype> matchMembers(const JsonObject &before, const JsonObject &after);

} // namespace Design
