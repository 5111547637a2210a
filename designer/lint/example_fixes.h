#pragma once

#include "designer/lint/fixes.h"

namespace Design
{

/// What can be done about an example or default that does not fit its schema, wherever it stands:
/// in the schema, or beside it in a parameter, a header or a media type, alone or by a name.
QList<Fix> exampleFixes(const Diagnostic &problem, const Api &api, const NodeIndex &index);

} // namespace Design
