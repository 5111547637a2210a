#pragma once

#include "mockserver/engine/inputs.h"
#include "mockserver/engine/route_plan.h"

namespace Mock
{

/// The first credential that a request lacks, or null when it has all that one of the
/// alternatives asks for. Only presence and form are looked at.
const CredentialPlan *missingCredential(const RoutePlan &route, const Inputs &inputs);

} // namespace Mock
