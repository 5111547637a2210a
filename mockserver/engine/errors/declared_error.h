#pragma once

#include "mockserver/engine/errors/refusal.h"
#include "mockserver/engine/plan/route_plan.h"

namespace Mock
{

/// The body of an error response as the design declares it, filled in with what was wrong: messages
/// go into texts, codes into codes, each violation into an item of a list of details. Always valid
/// against the response's schema: what would break it is left as the response's example, or a
/// made-up value, has it. Undefined where no valid body is found.
Design::Json declaredError(const AnswerPlan &answer, const Refusal &refusal, const Request &request,
                           quint64 seed);

} // namespace Mock
