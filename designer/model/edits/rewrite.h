#pragma once

#include "designer/model/api.h"

#include <functional>

namespace Design
{

/// What a text inside plain JSON is, as far as its key tells.
enum class TextKind {
    Reference, ///< `$ref`, `operationRef`
    Mapping,   ///< a value of a discriminator's mapping: a reference, or the name of a schema
    Extension, ///< any string of x-menura
};

/// Changes what names something else. Each function tells whether it changed its argument.
struct Rewriting {
    std::function<bool(Reference &reference)> reference;
    std::function<bool(QString &text, TextKind kind)> text;
};

/// Goes through every reference of the design, and through the texts of plain JSON: unknown
/// members and keywords, examples, defaults, discriminators. Returns the number of changes. What
/// needs none stays shared with other values of the design.
int rewriteNames(Api &api, const Rewriting &rewriting);

} // namespace Design
