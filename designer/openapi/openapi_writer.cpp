#include "designer/openapi/openapi_writer.h"

#include "designer/model/children.h"
#include "designer/openapi/object_writer.h"

namespace Design
{

template<class Parent>
static Json writeBelow(const ObjectWriter &writer, const Parent &parent, NodeId id)
{
    Json json;
    anyChild(parent, [&](const auto &child, const StepView &) {
        json = idOf(child) == id ? writer.write(child) : writeBelow(writer, child, id);
        return !json.isUndefined();
    });
    return json;
}

Json writeOpenApi(const Api &api)
{
    return ObjectWriter(api).write(api);
}

Json writeNode(const Api &api, NodeId id)
{
    if (id == NodeId::None)
        return {};
    const ObjectWriter writer(api);
    return id == api.id ? writer.write(api) : writeBelow(writer, api, id);
}

} // namespace Design
