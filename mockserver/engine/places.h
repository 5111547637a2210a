#pragma once

#include "designer/model/locate.h"
#include "designer/openapi/files/inclusions.h"

namespace Mock
{

/// Says where the parts of a design stand, to people and to programs.
class Places
{
public:
    Places() = default; ///< knows none
    /// `inclusions` are null for a design of one file.
    explicit Places(const Design::Api &api, Design::InclusionsPointer inclusions = {});

    /// A JSON Pointer; for what stands in another file than the design's own, the name of that file
    /// comes first: `schemas/pet.yaml#/properties/name`. Without a pointer, that of the node and
    /// its keyword; empty for what is not in the design.
    QString text(const QString &pointer, Design::NodeId node,
                 Design::Keyword keyword = Design::Keyword::Unknown) const;
    /// In the whole design.
    QString pointer(Design::NodeId node) const { return m_index.pointer(node); }

private:
    Design::NodeIndex m_index;
    Design::InclusionsPointer m_inclusions;
};

} // namespace Mock
