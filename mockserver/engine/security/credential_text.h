#pragma once

#include "mockserver/engine/plan/route_plan.h"
#include "mockserver/engine/run/inputs.h"

namespace Mock
{

/// The credential that a request carries for a scheme, as FastAPI's security classes give it: the
/// token of Bearer, {"username", "password"} of Basic, the text of a key. Undefined without one.
Design::Json credentialOf(const CredentialPlan &credential, const Inputs &inputs);

/// Where a credential would stand: ["header", "authorization"].
Design::Json credentialLocation(const CredentialPlan &credential);

} // namespace Mock
