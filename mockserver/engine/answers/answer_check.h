#pragma once

#include "mockserver/engine/plan/route_plan.h"

namespace Mock
{

/// What the answer of a real server breaks of what the route declares: its status, media type,
/// header fields and body. The plan is one of a PlanBuilder that checks answers. `isFastApi`: 422
/// goes without saying.
QList<Violation> answerViolations(const RoutePlan &route, bool isFastApi, const Request &request,
                                  const Response &response);

} // namespace Mock
