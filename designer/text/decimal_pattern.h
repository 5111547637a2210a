#pragma once

#include <QString>

#include <optional>

namespace Design
{

/// What pydantic says of a decimal in the pattern of its text form; -1 for what it leaves open.
struct DecimalPattern {
    int digits = -1; ///< `max_digits`
    int places = -1; ///< `decimal_places`
};

/// Nothing for a pattern that is none of pydantic's for decimals.
std::optional<DecimalPattern> readDecimalPattern(const QString &pattern);

} // namespace Design
