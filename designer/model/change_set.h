#pragma once

#include "designer/model/api.h"

#include <QSet>

namespace Design
{

/// What differs between two values of one design.
struct ChangeSet {
    QSet<NodeId> added;
    QSet<NodeId> removed;
    /// Nodes whose own content or name differs, what was moved with everything in it, and every
    /// node above them.
    QSet<NodeId> changed;
    bool isInfoChanged = false;     ///< info, servers, security, tags, extensions
    bool isStructureChanged = false; ///< a list of the navigator changed: names, members or order

    bool isEmpty() const
    {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty() && !isInfoChanged
            && !isStructureChanged;
    }
    bool touches(NodeId id) const
    {
        return changed.contains(id) || added.contains(id) || removed.contains(id);
    }
    /// What a user would want to see of it: the innermost changed node, or an added one.
    NodeId firstPlace() const { return m_firstPlace; }
    void setFirstPlace(NodeId place) { m_firstPlace = place; }

private:
    NodeId m_firstPlace = NodeId::None;
};

/// Compares two values of one design. Shared parts cost nothing.
ChangeSet diff(const Api &before, const Api &after);

} // namespace Design
