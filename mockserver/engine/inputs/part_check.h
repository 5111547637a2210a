#pragma once

#include "mockserver/engine/inputs/form_reader.h"
#include "mockserver/engine/plan/route_plan.h"

namespace Mock
{

/// What is wrong with a field of a form or a part of a body; `at` is its name or its index.
Violation partViolation(const Design::Json &at, const QString &type, const QString &message,
                        Design::NodeId node);

/// The media type that a part is taken for. Clients that send a JSON value as the text of a part
/// rarely say so; without a word it is text otherwise (RFC 2046 section 5.2).
QByteArray typeOfPart(const FormField &part, const FieldEncoding &encoding);

/// Where a part breaks its Encoding Object (OpenAPI 3.1, section 4.8.15): media type and header
/// fields.
QList<Violation> partViolations(const FormField &part, const PartPlan &plan, const Design::Json &at,
                                Design::NodeId node);

} // namespace Mock
