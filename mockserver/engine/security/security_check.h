#pragma once

#include "mockserver/engine/plan/route_plan.h"
#include "mockserver/engine/run/inputs.h"

namespace Mock
{

/// The first credential that a request lacks, or null when it has all that one of the
/// alternatives asks for. Only presence and form are looked at.
const CredentialPlan *missingCredential(const RoutePlan &route, const Inputs &inputs);

} // namespace Mock
