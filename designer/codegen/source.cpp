#include "designer/codegen/source.h"

#include "designer/model/component_table.h"
#include "designer/model/locate.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/openapi/version_conversion.h"
#include "designer/schema/samples/sampler.h"
#include "designer/schema/schema_compiler.h"
#include "designer/text/pointer.h"

namespace Design::Python
{

Source::Source(const Api &api)
    : m_api(api.isVersion30() ? apiTo31(api) : api)
    , m_flat(exportOpenApi(api, ExportVersion::OpenApi31))
    , m_drawn(writeOpenApi(m_api))
    , m_behaviour(readBehaviour(api))
{
}

const Operation *Source::operation(const QString &path, const QString &method) const
{
    const PathItem *item = m_api.paths.find(path);
    return item ? item->operation(method) : nullptr;
}

Json Source::target(const QString &reference) const
{
    const QString pointer = localPointer(reference);
    const Json *found = pointer.isNull() ? nullptr : resolvePointer(m_drawn, pointer);
    return found ? *found : Json();
}

Json Source::followed(const Json &object) const
{
    constexpr int deepest = 20;
    Json result = object;
    for (int i = 0; i < deepest && result.find(u"$ref"); ++i)
        result = target(result.value(u"$ref").toString());
    return result;
}

Json Source::inlined(const Json &json, int depth) const
{
    constexpr int deepest = 12; // a model that holds itself ends somewhere
    if (json.isArray()) {
        JsonArray list;
        for (const Json &item : json.array())
            list.append(inlined(item, depth));
        return Json(list);
    }
    if (!json.isObject())
        return json;
    if (json.value(u"$ref").isString())
        return depth < deepest ? inlined(target(json.value(u"$ref").toString()), depth + 1)
                               : Json(JsonObject());
    JsonObject object;
    for (const JsonObject::Member &member : json.object()) {
        if (member.key != u"x-menura")
            object.insert(member.key, inlined(member.value, depth));
    }
    return Json(object);
}

Json Source::sample(const QString &path, const QString &method, const QString &status,
                    const QString &mediaType) const
{
    const Operation *drawn = operation(path, method);
    const Response *said = drawn ? drawn->responses.find(status) : nullptr;
    const Response *response = said ? resolve(m_api, *said) : nullptr;
    const MediaType *media = response ? response->content.find(mediaType) : nullptr;
    if (!media || media->schema.isAbsent())
        return {};
    SampleOptions options;
    options.path = method.toUpper() + u' ' + path;
    options.direction = Direction::Response;
    SchemaCompiler compiler(m_api);
    const Sample made = Design::sample(compiler.compile(media->schema), options);
    return made.isFound() ? made.value : made.nearest;
}

void Source::report(const QString &pointer, const QString &message)
{
    Diagnostic finding;
    finding.severity = Severity::Warning;
    finding.rule = QStringLiteral("fastapi-loss");
    finding.pointer = pointer;
    finding.message = message;
    if (!m_findings.contains(finding))
        m_findings.append(finding);
}

} // namespace Design::Python
