#pragma once

#include "designer/openapi/swagger2/origins.h"

namespace Design::Swagger2
{

/// Whether the document says that it is Swagger 2.0.
bool isSwagger2(const Json &document);

struct Converted {
    Json document; ///< OpenAPI 3.0.3, whose schemas are nearest to those of 2.0
    Origins origins;
};

/// A Swagger 2.0 document as one of OpenAPI 3.0.3. Body and form parameters become request bodies,
/// `consumes` and `produces` media types, host and schemes servers, the parts that are shared
/// components. What is no valid 2.0 is kept as far as it goes, for the reader to judge.
Converted convert(const Json &document);

} // namespace Design::Swagger2
