#pragma once

#include "designer/model/children.h"
#include "designer/model/schema_json.h"

namespace Design
{

/// A copy of a node with ids of its own throughout, for use in the same design.
template<class Node>
Node withFreshIds(const Node &node, Api &api)
{
    if constexpr (Is<Node, Schema>) {
        return withNewIds(node, [&api] { return api.newId(); });
    } else {
        Node copy = node;
        copy.id = api.newId();
        changeEachChild(copy, [&](auto &child) {
            child = withFreshIds(child, api);
            return true;
        });
        return copy;
    }
}

} // namespace Design
