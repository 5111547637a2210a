#include "designer/openapi/openapi_writer.h"

#include "designer/openapi/object_writer.h"

namespace Design
{

Json writeOpenApi(const Api &api)
{
    return ObjectWriter(api).write(api);
}

} // namespace Design
