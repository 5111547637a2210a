#pragma once

#include "designer/model/api.h"
#include "designer/text/diagnostic.h"

namespace Design
{

/// What is wrong with the references of a design, each finding with node and pointer:
/// "dangling-reference" leads nowhere, or to something of another kind; "circular-reference" comes
/// back to itself before it says anything (also through allOf, anyOf and their kin; recursion
/// through properties and items is fine); "external-reference" (a warning) leads to another
/// document, which is never opened here.
Diagnostics checkReferences(const Api &api);

} // namespace Design
