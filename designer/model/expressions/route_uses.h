#pragma once

#include "designer/model/behaviour/behaviour.h"

namespace Design
{

/// The expressions inside an error's detail, body and headers.
QStringList errorExpressions(const ErrorAnswer &answer);

/// The expressions that run with a route itself: not those of its dependencies.
QStringList routeExpressions(const Behaviour &behaviour, const RouteBehaviour &route);

/// How many of the route's own dependencies are only to run: those before the first one whose
/// result an expression of the route names. FastAPI has these in the `dependencies` of the
/// decorator, and the others as parameters of the function.
qsizetype countOfUnnamedDepends(const Behaviour &behaviour, const RouteBehaviour &route);

} // namespace Design
