#pragma once

#include "mockserver/engine/exchange.h"
#include "mockserver/engine/inputs/media_type.h"
#include "mockserver/engine/plan/route_plan.h"

namespace Mock
{

/// A form as the object that its schema is about.
struct FormValues {
    Design::JsonObject values;
    QList<Violation> violations; ///< of its encoding: media types of parts, reserved characters
    QString error;               ///< why the body could not be read; empty when it could
};

/// Reads a body of type application/x-www-form-urlencoded or multipart with named parts by the
/// Encoding Objects of the design (OpenAPI 3.1, sections 4.8.14 and 4.8.15). A file is the string
/// of its bytes, one character each.
FormValues readFormValues(const QByteArray &body, const ParsedMediaType &type,
                          const BodyPlan::Media &media);

} // namespace Mock
