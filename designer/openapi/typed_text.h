#pragma once

#include "designer/openapi/files/inclusions.h"
#include "designer/text/json_reader.h"

namespace Design
{

/// What a text of a design means for the design when somebody has changed it.
struct TypedText {
    bool ok = false;         ///< false: the text says no design, diagnostics say why and where
    Api api;                 ///< the design as the text says it; what stayed keeps its identity
    Diagnostics diagnostics; ///< with positions in the text
    InclusionsPointer inclusions; ///< of a design of several files
};

/// Takes over the text of one item: a route under its path and method, a model under its name, or
/// with the design's own id all but its paths and components. A new name renames the item, and what
/// refers to a model follows. With None the text is the whole document. The text is that of the
/// design's own file, of which inclusions tells and beside which the files are.
TypedText takeText(const Api &api, NodeId item, const ReadText &text,
                   const InclusionsPointer &inclusions = {}, FileSource *files = nullptr);

} // namespace Design
