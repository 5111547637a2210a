#include "designer/model/rest_schema.h"

#include "designer/model/component_table.h"
#include "designer/model/schema_json.h"

namespace Design
{

Schema restSchema(const Api &api, const Json &json)
{
    if (!json.isObject() && !json.isBool())
        return {};
    const ComponentTable components(api);
    const SchemaContext context{
        [] { return NodeId::None; },
        [&components](const QString &text) { return components.find(text); }};
    return readSchema(json, context);
}

Schema itemSchema(const Api &api, const MediaType &media)
{
    return restSchema(api, media.rest.value(u"itemSchema"));
}

Json partEncoding(const MediaType &media, qsizetype place)
{
    const JsonArray first = media.rest.value(u"prefixEncoding").array();
    return place < first.size() ? first[place] : media.rest.value(u"itemEncoding");
}

qsizetype encodedPlaces(const MediaType &media)
{
    return media.rest.value(u"prefixEncoding").array().size();
}

} // namespace Design
