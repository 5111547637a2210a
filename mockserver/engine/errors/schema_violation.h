#pragma once

#include "designer/schema/validator.h"
#include "mockserver/engine/exchange.h"

namespace Mock
{

/// What a schema has found as a violation of the exchange. `start` is where the value was sent:
/// ["query", "limit"]; the place inside the value comes behind it.
Violation violationOf(const Design::SchemaError &error, const Design::JsonArray &start,
                      const Design::Json &value);

} // namespace Mock
