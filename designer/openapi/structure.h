#pragma once

#include "designer/model/api.h"
#include "designer/text/diagnostic.h"

namespace Design
{

/// What is wrong with the form of a design as an OpenAPI document, each finding with node and
/// pointer: members with values of the wrong kind, unknown members, missing ones, and members that
/// exclude one another. OpenAPI 3.1.1 and 3.0.4, chapters "OpenAPI Object" to "Security Requirement
/// Object". What the parts mean together is the business of the lint rules.
Diagnostics checkStructure(const Api &api);

} // namespace Design
