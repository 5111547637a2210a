#pragma once

#include "designer/model/schema.h"

#include <functional>

namespace Design
{

/// Whether a set of values has become smaller, larger, or something else.
enum class Effect { Narrower, Wider, Different };

/// A lower or upper limit of numbers, lengths or counts. Undefined: none.
struct Limit {
    Json value;
    bool exclusive = false;

    bool isSet() const { return !value.isUndefined(); }
    bool operator==(const Limit &) const = default;
};

/// All limits that a schema sets, whether as minimum, exclusiveMinimum or 3.0's pair of them.
struct Limits {
    Limit lowest;  ///< of numbers
    Limit highest; ///< of numbers
    Limit minLength, maxLength, minItems, maxItems, minProperties, maxProperties;

    /// Adds those of one schema; where both say something, the stricter one counts.
    void add(const Schema &schema);
    bool operator==(const Limits &) const = default;
};

/// Calls report(effect, sentence) for each limit that is not as it was.
void compareLimits(const Limits &before, const Limits &after,
                   const std::function<void(Effect, const QString &)> &report);

} // namespace Design
