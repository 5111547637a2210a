#pragma once

#include "mockserver/contract/request_parts.h"
#include "mockserver/contract/value_cases.h"
#include "mockserver/engine/inputs/text_shape.h"

namespace Mock
{

/// One input of a request, seen as one value: a parameter, the header fields that make a model,
/// a body.
struct TestedInput {
    enum class Kind { Parameter, HeaderModel, Json, Xml, Form, Raw };

    Kind kind = Kind::Parameter;
    QString name; ///< in tests: "query.limit", "body"
    Design::Schema schema;
    Spelling spelling = Spelling::Json;
    TextShape shape;                     ///< Xml: what the texts in it stand for
    Design::JsonArray location;          ///< where errors say that it is
    QList<Design::Parameter> parameters; ///< the one, or those of the model
    bool isRequired = false;
    bool isModel = false;    ///< FastAPI reads the fields of a model from the whole place
    bool isGathered = false; ///< the fields of the body are inputs of their own
    bool isOwn = true;       ///< of the route itself, not of a dependency

    Design::Json valueIn(const RequestParts &parts) const;
    /// The request with another value; undefined leaves it out.
    RequestParts with(RequestParts parts, const Design::Json &value) const;
    /// Whether the value arrives as it is where the input stands, in a request like this one.
    bool canSend(const RequestParts &parts, const Design::Json &value, bool isFastApi) const;
};

} // namespace Mock
