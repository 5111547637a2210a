#pragma once

#include "designer/model/keyword.h"
#include "designer/text/diagnostic.h"
#include "designer/text/json.h"

#include <optional>

namespace Design
{

/// One keyword of the design that limits a value, and the schema that it stands in.
struct Constraint {
    Json value; ///< undefined where the design has none
    NodeId node = NodeId::None;
    Keyword keyword = Keyword::Unknown;

    bool isSet() const { return !value.isUndefined(); }
};

/// A limit of a length: nothing for absent and for negative or fractional values.
struct LengthLimit {
    qint64 value = -1;
    NodeId node = NodeId::None;
    Keyword keyword = Keyword::Unknown;

    bool isSet() const { return value >= 0; }
};

} // namespace Design
