#pragma once

#include "designer/schema/evaluate/program.h"

namespace Design::Compiled
{

// Checks of single values against single instructions, without state.

bool fitsLimit(const Instruction &step, const Json &value); ///< a number
qsizetype codePoints(const QString &text);
bool containsOther(const ValueSet &values, const Json &value); ///< than a string

/// In code points.
inline bool fitsLength(const Instruction &step, const QString &text)
{
    // A character is one unit or two, so most lengths need no counting.
    const qsizetype units = text.size();
    if (step.op == Op::MinLength)
        return units >= step.count && (units / 2 >= step.count || codePoints(text) >= step.count);
    return units <= step.count || (units / 2 <= step.count && codePoints(text) <= step.count);
}

/// As jsonEquals() means it.
inline bool contains(const ValueSet &values, const Json &value)
{
    return value.isString() ? values.strings.indexOf(value.string()) >= 0
                            : containsOther(values, value);
}

/// Whether no item equals another; adds the work it took.
bool hasUniqueItems(const JsonArray &array, qint64 *steps);

} // namespace Design::Compiled
