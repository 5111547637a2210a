#pragma once

#include "designer/text/diagnostic.h"

namespace Design
{

/// A `$ref`. Where it leads to a component of this document, or inside one, `component` is that
/// component and the writer prints the component's current name, so a rename cannot break it.
struct Reference {
    QString text; ///< as written, such as `#/components/schemas/Item`
    NodeId component = NodeId::None;

    bool isNull() const { return text.isEmpty(); }
    bool operator==(const Reference &) const = default;
};

} // namespace Design
