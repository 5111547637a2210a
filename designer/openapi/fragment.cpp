#include "designer/openapi/fragment.h"

#include "designer/model/edits/names.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/model/locate.h"
#include "designer/model/references.h"
#include "designer/model/schema_json.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/openapi/part_reader.h"
#include "designer/text/yaml/yaml_reader.h"
#include "designer/text/yaml/yaml_writer.h"

namespace Design
{

namespace
{

QString yaml(const JsonObject &object)
{
    return QString::fromUtf8(writeYaml(Json(object)));
}

/// Whether a value reads as a schema: an object with a keyword that only schemas have.
bool looksLikeSchema(const Json &value)
{
    if (!value.isObject() || value.object().isEmpty())
        return false;
    static const QStringList telling{QStringLiteral("$ref"),  QStringLiteral("properties"),
                                     QStringLiteral("allOf"), QStringLiteral("anyOf"),
                                     QStringLiteral("oneOf"), QStringLiteral("enum"),
                                     QStringLiteral("const"), QStringLiteral("items")};
    static const QStringList types{QStringLiteral("string"),  QStringLiteral("number"),
                                   QStringLiteral("integer"), QStringLiteral("object"),
                                   QStringLiteral("array"),   QStringLiteral("boolean"),
                                   QStringLiteral("null")};
    const Json type = value.value(u"type");
    if (type.isArray() || types.contains(type.string()))
        return true;
    const Json *properties = value.find(u"properties");
    if (properties && !properties->isObject())
        return false;
    return std::any_of(telling.begin(), telling.end(),
                       [&](const QString &key) { return value.find(key); });
}

bool allMembers(const Json &value, bool (*accept)(const JsonObject::Member &))
{
    return value.isObject() && !value.object().isEmpty() &&
           std::all_of(value.object().begin(), value.object().end(), accept);
}

/// Operations that stand in the design already go to a path of their own.
void addPath(Api &api, const QString &wanted, const Json &json, QList<NodeId> &added)
{
    PathItem item = readPathItem(api, json);
    QStringList taken;
    for (const Named<PathItem> &path : api.paths)
        taken.append(path.name);
    for (Operation &operation : item.operations) {
        if (!operation.operationId.isEmpty())
            operation.operationId = uniqueOperationId(api, operation.operationId);
        added.append(operation.id);
    }
    PathItem *there = api.paths.find(wanted);
    const bool isFree =
        there && std::none_of(item.operations.begin(), item.operations.end(),
                              [&](const Operation &o) { return there->operation(o.method); });
    if (isFree)
        there->operations += item.operations;
    else
        api.paths.append({uniqueName(wanted, taken), item, {}});
}

} // namespace

QString fragmentText(const Api &api, NodeId node)
{
    if (const Named<Schema> *schema = findNamedSchema(api, node))
        return yaml({{schema->name, writeNode(api, node)}});
    const Operation *operation = findOperation(api, node);
    const Named<PathItem> *path = operation ? findPathOf(api, node) : nullptr;
    if (!path)
        return {};
    return yaml({{path->name, JsonObject{{operation->method, writeNode(api, node)}}}});
}

QString fieldText(const Api &api, NodeId property)
{
    const NodeIndex index(api);
    const QString name = index.step(property).name;
    return name.isEmpty() ? QString() : yaml({{name, writeNode(api, property)}});
}

Fragment readFragment(const QString &text)
{
    const ReadText read = readJsonOrYaml(text.toUtf8());
    const Json &value = read.value;
    if (!read.ok() || (!value.isObject() && !value.isArray()))
        return {};
    if (value.find(u"openapi"))
        return {Fragment::Kind::Routes, value.value(u"paths"), {}};
    const auto isPath = [](const JsonObject::Member &member) {
        return member.key.startsWith(u'/') && member.value.isObject();
    };
    const auto isSchema = [](const JsonObject::Member &member) {
        return looksLikeSchema(member.value);
    };
    if (allMembers(value, isPath))
        return {Fragment::Kind::Routes, value, {}};
    if (looksLikeSchema(value))
        return {Fragment::Kind::Schema, value, {}};
    if (allMembers(value, isSchema))
        return {Fragment::Kind::Models, value, {}};
    return {Fragment::Kind::Sample, value, {}};
}

QList<NodeId> paste(Api &api, const Fragment &fragment)
{
    QList<NodeId> added;
    if (fragment.kind == Fragment::Kind::Routes) {
        for (const JsonObject::Member &path : fragment.value.object())
            addPath(api, path.key, path.value, added);
    } else if (fragment.kind == Fragment::Kind::Models) {
        for (const Named<Schema> &model : fieldsOf(api, fragment)) {
            const QString base = isComponentName(model.name) ? model.name : QStringLiteral("Model");
            added.append(addSchema(api, uniqueSchemaName(api, base), model.value));
        }
    } else if (fragment.kind == Fragment::Kind::Schema) {
        const Schema schema = readSchema(fragment.value, [&api] { return api.newId(); });
        const QString title = schema.text(Keyword::Title);
        const QString base = isComponentName(title) ? title : QStringLiteral("Model");
        added.append(addSchema(api, uniqueSchemaName(api, base), schema));
    }
    resolveReferences(api);
    return added;
}

NamedList<Schema> fieldsOf(Api &api, const Fragment &fragment)
{
    NamedList<Schema> fields;
    if (fragment.kind != Fragment::Kind::Models)
        return fields;
    for (const JsonObject::Member &member : fragment.value.object())
        fields.append({member.key, readSchema(member.value, [&api] { return api.newId(); }), {}});
    return fields;
}

} // namespace Design
