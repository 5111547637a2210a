#include "designer/model/expressions/value_shapes.h"

#include "designer/model/locate.h"
#include "designer/model/references.h"

namespace Design
{

namespace
{

/// Everything that leads to a schema: what contains it, what refers to it, and so on outwards.
QSet<NodeId> whatReaches(const Api &api, NodeId target)
{
    QHash<NodeId, QList<NodeId>> leadsTo; // from a schema to those that contain or name it
    forEachSchema(api, [&](const Schema &schema) {
        schema.forEachChild([&](const Schema &child, Keyword, const QString &) {
            leadsTo[child.id()].append(schema.id());
        });
        if (!schema.has(Keyword::Ref))
            return;
        if (const Schema *referenced = findReferenced(api, schema.reference()))
            leadsTo[referenced->id()].append(schema.id());
    });
    QSet<NodeId> reached{target};
    QList<NodeId> open{target};
    while (!open.isEmpty()) {
        for (const NodeId outer : leadsTo.value(open.takeLast())) {
            if (!reached.contains(outer)) {
                reached.insert(outer);
                open.append(outer);
            }
        }
    }
    return reached;
}

} // namespace

ValueShapes::ValueShapes(const Api &api, const FieldRename &rename)
    : m_api(api)
    , m_rename(rename)
    , m_reaching(whatReaches(api, rename.owner))
{
}

ValueShapes::ValueShapes(const Api &api)
    : m_api(api)
{
}

Shapes ValueShapes::of(const Schema &schema) const
{
    Shapes shapes;
    collect(schema, shapes);
    return shapes;
}

Shapes ValueShapes::ofModel(const QString &component) const
{
    const Schema *schema = m_api.components.schemas.find(component);
    return schema ? of(*schema) : Shapes();
}

void ValueShapes::collect(const Schema &schema, Shapes &shapes) const
{
    // What does not lead to the field still counts: it may override it, or be an alternative.
    const auto isSame = [&](const Schema *other) { return other->id() == schema.id(); };
    if (schema.isAbsent() || std::any_of(shapes.begin(), shapes.end(), isSame))
        return;
    shapes.append(&schema);
    if (schema.has(Keyword::Ref)) {
        if (const Schema *referenced = findReferenced(m_api, schema.reference()))
            collect(*referenced, shapes);
    }
    for (const Keyword keyword : {Keyword::AllOf, Keyword::AnyOf, Keyword::OneOf, Keyword::If,
                                  Keyword::Then, Keyword::Else}) {
        const Schema::Entry *entry = schema.find(keyword);
        const auto *parts = entry ? std::get_if<QList<Schema>>(&entry->payload) : nullptr;
        for (qsizetype i = 0; parts && i < parts->size(); ++i)
            collect(parts->at(i), shapes);
    }
}

Shapes ValueShapes::member(const Shapes &shapes, const QString &name) const
{
    Shapes found;
    for (const Schema *shape : shapes) {
        if (const Schema *property = shape->members(Keyword::Properties).find(name)) {
            collect(*property, found);
            continue;
        }
        const Schema::Entry *others = shape->find(Keyword::AdditionalProperties);
        const auto *schema = others ? std::get_if<QList<Schema>>(&others->payload) : nullptr;
        if (schema && !schema->isEmpty())
            collect(schema->first(), found);
    }
    return found;
}

Shapes ValueShapes::item(const Shapes &shapes, qsizetype index) const
{
    Shapes found;
    for (const Schema *shape : shapes) {
        const QList<Schema> &first = shape->schemas(Keyword::PrefixItems);
        if (index >= 0 && index < first.size()) {
            collect(first.at(index), found);
            continue;
        }
        const Schema::Entry *items = shape->find(Keyword::Items);
        const auto *schema = items ? std::get_if<QList<Schema>>(&items->payload) : nullptr;
        if (schema && !schema->isEmpty())
            collect(schema->first(), found);
    }
    return found;
}

QStringList ValueShapes::namedFields(const Shapes &shapes)
{
    QStringList names;
    for (const Schema *shape : shapes) {
        for (const Named<Schema> &property : shape->members(Keyword::Properties))
            names.append(property.name);
    }
    names.removeDuplicates();
    return names;
}

std::optional<QStringList> ValueShapes::allFields(const Shapes &shapes)
{
    const auto onlySays = [](const Schema &schema, QList<Keyword> keywords) {
        return std::any_of(keywords.begin(), keywords.end(),
                           [&](Keyword keyword) { return schema.has(keyword); });
    };
    for (const Schema *shape : shapes) {
        const QStringList types = shape->types();
        const bool isObject =
            types.isEmpty() || std::all_of(types.begin(), types.end(), [](const QString &type) {
                return type == QLatin1String("object") || type == QLatin1String("null");
            });
        const bool isNull = types == QStringList{QStringLiteral("null")};
        const bool isWrapper =
            onlySays(*shape, {Keyword::Ref, Keyword::AllOf, Keyword::AnyOf, Keyword::OneOf});
        const Schema::Entry *others = shape->find(Keyword::AdditionalProperties);
        const auto *schema = others ? std::get_if<QList<Schema>>(&others->payload) : nullptr;
        const bool isOpen = (schema && !schema->isEmpty() &&
                             schema->first() != Schema::boolean(schema->first().id(), false)) ||
                            onlySays(*shape, {Keyword::PatternProperties,
                                              Keyword::UnevaluatedProperties, Keyword::DynamicRef,
                                              Keyword::RecursiveRef, Keyword::If, Keyword::Not});
        const bool saysFields = !shape->members(Keyword::Properties).isEmpty();
        if (shape->isBoolean() || !isObject || isOpen || !(isNull || isWrapper || saysFields))
            return std::nullopt;
    }
    const QStringList names = namedFields(shapes);
    return names.isEmpty() ? std::nullopt : std::optional(names);
}

bool ValueShapes::isField(const Shapes &shapes, const QString &name) const
{
    if (name != m_rename.from)
        return false;
    bool isOwner = false;
    for (const Schema *shape : shapes) {
        if (shape->id() == m_rename.owner)
            isOwner = true;
        else if (shape->members(Keyword::Properties).contains(name))
            return false;
    }
    return isOwner;
}

Json ValueShapes::renamed(const Json &value, const Shapes &shapes, int *count) const
{
    const bool canHave = std::any_of(shapes.begin(), shapes.end(),
                                     [this](const Schema *shape) { return reaches(*shape); });
    if (!canHave)
        return value;
    if (value.isArray()) {
        JsonArray array;
        for (qsizetype i = 0; i < value.array().size(); ++i)
            array.append(renamed(value.array().at(i), item(shapes, i), count));
        return array;
    }
    if (!value.isObject())
        return value;
    JsonObject object;
    for (const JsonObject::Member &field : value.object()) {
        const bool isRenamed = isField(shapes, field.key) && !value.object().contains(m_rename.to);
        *count += isRenamed ? 1 : 0;
        object.insert(isRenamed ? m_rename.to : field.key,
                      renamed(field.value, member(shapes, field.key), count));
    }
    return object;
}

} // namespace Design
