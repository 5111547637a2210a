#include "designer/openapi/part_reader.h"

#include "designer/openapi/object_reader.h"

namespace Design
{

Parameter readParameter(Api &api, const Json &json)
{
    return ObjectReader(api).readParameter(json);
}

Response readResponse(Api &api, const Json &json)
{
    return ObjectReader(api).readResponse(json);
}

Schema readSchema(Api &api, const Json &json)
{
    return ObjectReader(api).readSchema(json);
}

MediaType readMediaType(Api &api, const Json &json)
{
    return ObjectReader(api).readMediaType(json);
}

PathItem readPathItem(Api &api, const Json &json)
{
    return ObjectReader(api).readPathItem(json);
}

} // namespace Design
