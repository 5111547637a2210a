#pragma once

#include "designer/schema/patterns/pattern_syntax.h"

#include <optional>

namespace Design::Regex
{

/// Searches by backtracking over the syntax tree, for the few patterns that PCRE2 cannot take:
/// look-behind of no fixed length, repetitions beyond 65,535, programs that grow too large.
/// Nothing when that took more work than allowed.
std::optional<bool> searchTree(const Node &root, int groups, QStringView subject);

} // namespace Design::Regex
