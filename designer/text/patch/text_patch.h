#pragma once

#include "designer/text/json.h"

#include <optional>

namespace Design
{

/// The JSON or YAML text changed so that it says this value, and nothing else about it: comments,
/// blank lines, quoting, the style of collections and every line that says what it said before
/// stay. A comment goes with the member or item below it. None where the text cannot be read, or
/// where a change would reach further than its own place (an anchor that is used elsewhere, a merge
/// key): then it has to be written anew.
std::optional<QByteArray> patchedText(const QByteArray &text, const Json &value);

} // namespace Design
