#pragma once

#include "designer/model/locate.h"

#include <optional>

namespace Design
{

/// Collects what an older version of OpenAPI cannot say, as warnings ("export-loss") at the places
/// in the design as it was.
class ExportLosses
{
public:
    ExportLosses(const Api &before, Diagnostics *diagnostics)
        : m_before(before)
        , m_diagnostics(diagnostics)
    {
    }

    /// `suffix` leads from the node to the place, as a JSON Pointer does.
    void warn(NodeId node, const QString &message, const QString &suffix = {})
    {
        if (!m_diagnostics)
            return;
        if (!m_index)
            m_index.emplace(m_before);
        m_diagnostics->append({Severity::Warning,
                               QStringLiteral("export-loss"),
                               message,
                               m_index->pointer(node) + suffix,
                               {},
                               node});
    }

private:
    const Api &m_before;
    Diagnostics *m_diagnostics;
    std::optional<NodeIndex> m_index;
};

} // namespace Design
