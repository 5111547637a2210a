#pragma once

#include "designer/coercion/error_table.h"
#include "designer/model/keyword.h"
#include "designer/text/diagnostic.h"
#include "designer/text/json.h"

namespace Design
{

/// One reason why a value was refused, with the constraint of the design that says so.
struct ReadError {
    ErrorType type = ErrorType::Missing;
    JsonArray location; ///< FastAPI's loc: ["body", "items", 0, "price"]
    Json input;         ///< what was sent
    JsonObject context; ///< ctx; empty where the type has none
    NodeId node = NodeId::None;
    Keyword keyword = Keyword::Unknown;

    QString message() const { return errorMessage(type, context); }
    /// As one entry of FastAPI's `detail`: type, loc, msg, input, ctx.
    Json toJson() const;
    /// ctx as it is sent; undefined where there is none. (An exception in it becomes `{}`.)
    Json sentContext() const;
};

} // namespace Design
