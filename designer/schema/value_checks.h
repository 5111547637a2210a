#pragma once

#include "designer/schema/program.h"

namespace Design::Compiled
{

// Checks of single values against single instructions, without state.

bool fitsLimit(const Instruction &step, const Json &value);    ///< a number
bool fitsLength(const Instruction &step, const QString &text); ///< in code points
bool contains(const ValueSet &values, const Json &value);      ///< as jsonEquals() means it

/// Whether no item equals another; adds the work it took.
bool hasUniqueItems(const JsonArray &array, qint64 *steps);

} // namespace Design::Compiled
