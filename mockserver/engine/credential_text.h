#pragma once

#include "mockserver/engine/inputs.h"
#include "mockserver/engine/route_plan.h"

namespace Mock
{

/// The credential that a request carries for a scheme, as FastAPI's security classes give it: the
/// token of Bearer, {"username", "password"} of Basic, the text of a key. Undefined without one.
Design::Json credentialOf(const CredentialPlan &credential, const Inputs &inputs);

} // namespace Mock
