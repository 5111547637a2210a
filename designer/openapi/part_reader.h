#pragma once

#include "designer/model/api.h"

namespace Design
{

/// One object of the specification that stands in an extension of the design, with new ids from
/// the design and bound to its components. Empty when the value is none.
Parameter readParameter(Api &api, const Json &json);
Response readResponse(Api &api, const Json &json);
Schema readSchema(Api &api, const Json &json);
MediaType readMediaType(Api &api, const Json &json);
PathItem readPathItem(Api &api, const Json &json);

} // namespace Design
