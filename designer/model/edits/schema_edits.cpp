#include "designer/model/edits/schema_edits.h"

#include "designer/model/behaviour/behaviour.h"
#include "designer/model/component_table.h"
#include "designer/model/edits/map_places.h"
#include "designer/model/edits/names.h"
#include "designer/model/edits/rewrite.h"
#include "designer/model/locate.h"
#include "designer/model/references.h"
#include "designer/model/schema_json.h"

#include <QSet>

namespace Design
{

namespace
{

qsizetype indexOfSchema(const Api &api, NodeId id)
{
    const NamedList<Schema> &schemas = api.components.schemas;
    for (qsizetype i = 0; i < schemas.size() && id != NodeId::None; ++i) {
        if (schemas.at(i).value.id() == id)
            return i;
    }
    return -1;
}

/// The component that a bare `{$ref: ...}` refers to.
NodeId bareReference(const Schema &schema)
{
    const Reference reference = schema.reference();
    const bool isWhole = componentPath(reference.text).rest.isEmpty();
    return schema.entries().size() == 1 && isWhole ? reference.component : NodeId::None;
}

/// Whether the schema extends the other one, directly or not.
bool extendsAny(const Api &api, NodeId schema, NodeId other)
{
    QList<NodeId> open{schema};
    QSet<NodeId> seen;
    while (!open.isEmpty()) {
        const NodeId at = open.takeLast();
        if (at == other)
            return true;
        if (seen.contains(at))
            continue;
        seen.insert(at);
        if (const Named<Schema> *named = findNamedSchema(api, at)) {
            open += extendsOf(named->value);
            open.append(bareReference(named->value));
        }
    }
    return false;
}

} // namespace

NodeId addSchema(Api &api, const QString &name)
{
    Schema schema = Schema::empty(NodeId::None);
    schema.set(Keyword::Type, QStringLiteral("object"));
    return addSchema(api, name, schema);
}

NodeId addSchema(Api &api, const QString &name, const Schema &schema)
{
    if (schema.isAbsent() || !isComponentName(name) || api.components.schemas.contains(name))
        return NodeId::None;
    const Schema added = withNewIds(schema, [&api] { return api.newId(); });
    api.components.schemas.append({name, added, {}});
    resolveReferences(api);
    return added.id();
}

NodeId duplicateSchema(Api &api, NodeId schema)
{
    const qsizetype at = indexOfSchema(api, schema);
    if (at < 0)
        return NodeId::None;
    const Named<Schema> original = api.components.schemas.at(at);
    const Schema copy = withNewIds(original.value, [&api] { return api.newId(); });
    const QString name = uniqueSchemaName(api, original.name);
    api.components.schemas.insert(at + 1, Named<Schema>{name, copy, {}});
    return copy.id();
}

bool removeSchema(Api &api, NodeId schema)
{
    const qsizetype at = indexOfSchema(api, schema);
    if (at < 0)
        return false;
    api.components.schemas.removeAt(at);
    return true;
}

int renameSchema(Api &api, NodeId schema, const QString &name)
{
    const qsizetype at = indexOfSchema(api, schema);
    if (at < 0 || !isComponentName(name))
        return -1;
    const QString oldName = api.components.schemas.at(at).name;
    if (oldName == name)
        return 0;
    if (api.components.schemas.contains(name))
        return -1;
    api.components.schemas[at].name = name;
    renameMapPlace(api, oldName, name);

    const QString text = referenceToSchema(api, schema).text;
    const auto follow = [&](QString &reference) {
        const ComponentPath path = componentPath(reference);
        if (path.section != QLatin1String("schemas") || path.name != oldName)
            return false;
        reference = text + path.rest;
        return true;
    };
    Rewriting rewriting;
    rewriting.reference = [&](Reference &reference) {
        return reference.component == schema && follow(reference.text);
    };
    rewriting.text = [&](QString &reference, TextKind kind) {
        if (kind == TextKind::Mapping && reference == oldName) {
            reference = name;
            return true;
        }
        return follow(reference);
    };
    const int count = rewriteNames(api, rewriting);
    return count + renameModelInBehaviour(api, oldName, name);
}

bool moveSchema(Api &api, NodeId schema, qsizetype index)
{
    const qsizetype at = indexOfSchema(api, schema);
    if (at < 0 || index < 0 || index >= api.components.schemas.size())
        return false;
    if (at != index)
        api.components.schemas.move(at, index);
    return true;
}

QList<NodeId> extendsOf(const Schema &schema)
{
    QList<NodeId> bases;
    for (const Schema &part : schema.schemas(Keyword::AllOf)) {
        if (const NodeId base = bareReference(part); base != NodeId::None)
            bases.append(base);
    }
    return bases;
}

bool setExtends(Api &api, NodeId schema, NodeId base)
{
    const Named<Schema> *named = findNamedSchema(api, schema);
    if (!named || named->value.isBoolean())
        return false;
    if (base != NodeId::None && (!findNamedSchema(api, base) || extendsAny(api, base, schema)))
        return false;
    QList<Schema> parts = named->value.schemas(Keyword::AllOf);
    qsizetype at = 0;
    while (at < parts.size() && bareReference(parts.at(at)) == NodeId::None)
        ++at;
    const bool hadBase = at < parts.size();
    if (base == NodeId::None) {
        if (!hadBase)
            return false;
        parts.removeAt(at);
    } else if (hadBase) {
        parts[at].setReference(Keyword::Ref, referenceToSchema(api, base));
    } else {
        Schema part = Schema::empty(api.newId());
        part.setReference(Keyword::Ref, referenceToSchema(api, base));
        parts.prepend(part);
    }
    return editSchema(api, schema,
                      [&](Schema &changed) { changed.setSchemas(Keyword::AllOf, parts); });
}

} // namespace Design
