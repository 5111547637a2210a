#pragma once

#include "mockserver/engine/exchange.h"
#include "mockserver/engine/places.h"

namespace Cli
{

/// One line of a text log, in the form of uvicorn's, followed by what was wrong with the request:
/// `127.0.0.1:51234 - "GET /users/0 HTTP/1.1" 422 Unprocessable Content - path.user_id: Input ...`
/// Without the final newline; control characters of the request are escaped.
QString accessLine(const Mock::Exchange &exchange);

/// The whole exchange but for the bodies as one JSON line: request, answer, steps, and for each
/// rule that was broken the place of the rule in the design.
QByteArray accessJson(const Mock::Exchange &exchange, const Mock::Places &places);

/// One line about a task of an exchange that was logged before.
QString taskLine(const Mock::Exchange &exchange, const Mock::Step &step);
/// The same as a JSON object: the number of the exchange and the step.
QByteArray taskJson(const Mock::Exchange &exchange, const Mock::Step &step);

} // namespace Cli
