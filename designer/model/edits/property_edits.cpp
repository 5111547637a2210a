#include "designer/model/edits/property_edits.h"

#include "designer/model/edits/names.h"
#include "designer/model/locate.h"
#include "designer/model/references.h"
#include "designer/model/rename/field_rename.h"
#include "designer/model/schema_json.h"

namespace Design
{

namespace
{

/// Where a property stands: its schema, and its place there. Null where an id is no property.
struct PropertyPlace {
    const Schema *owner = nullptr;
    QString name;
    qsizetype index = -1;

    explicit operator bool() const { return owner; }
    const Schema &value() const { return owner->members(Keyword::Properties).at(index).value; }
};

/// True when the node was found; place is filled in if it is a property.
template<class Parent>
bool placeBelow(const Parent &parent, NodeId property, PropertyPlace &place)
{
    return anyChild(parent, [&](const auto &child, const StepView &step) {
        if (idOf(child) != property)
            return placeBelow(child, property, place);
        if constexpr (Is<Parent, Schema> && Is<std::remove_cvref_t<decltype(child)>, Schema>) {
            if (step.key == QLatin1String("properties") && step.name)
                place = {&parent, *step.name, step.index};
        }
        return true;
    });
}

PropertyPlace placeOf(const Api &api, NodeId property)
{
    PropertyPlace place;
    if (property == NodeId::None)
        return place;
    // Most are in components: large designs have many more nodes elsewhere.
    for (const Named<Schema> &schema : api.components.schemas) {
        if (!schema.isRaw() && placeBelow(schema.value, property, place))
            return place;
    }
    placeBelow(api, property, place);
    return place;
}

void renameRequired(Schema &schema, const QString &from, const QString &to)
{
    JsonArray names = schema.value(Keyword::Required).array();
    for (Json &name : names) {
        if (name.isString() && name.string() == from)
            name = to;
    }
    if (!names.isEmpty())
        schema.set(Keyword::Required, names);
}

/// `dependentRequired` has the property as a key and among the names.
void renameDependencies(Schema &schema, const QString &from, const QString &to)
{
    const Json &before = schema.value(Keyword::DependentRequired);
    if (before.isObject()) {
        JsonObject after;
        for (const JsonObject::Member &member : before.object()) {
            JsonArray names = member.value.array();
            for (Json &name : names)
                name = name.isString() && name.string() == from ? Json(to) : name;
            after.insert(member.key == from ? to : member.key,
                         member.value.isArray() ? Json(names) : member.value);
        }
        schema.set(Keyword::DependentRequired, after);
    }
    for (const Keyword keyword : {Keyword::DependentSchemas, Keyword::Dependencies}) {
        NamedList<Schema> members = schema.members(keyword);
        const qsizetype at = members.indexOf(from);
        if (at >= 0) {
            members[at].name = to;
            schema.setMembers(keyword, members);
        }
    }
}

void renameInDiscriminator(Schema &schema, const QString &from, const QString &to)
{
    const Json discriminator = schema.value(Keyword::Discriminator);
    if (discriminator.value(u"propertyName") == Json(from)) {
        JsonObject changed = discriminator.object();
        changed.insert(QStringLiteral("propertyName"), to);
        schema.set(Keyword::Discriminator, changed);
    }
}

/// Inserts a property as it is; index -1 is the end.
void insertProperty(Schema &schema, const QString &name, const Schema &value, qsizetype index)
{
    if (schema.entries().isEmpty())
        schema.set(Keyword::Type, QStringLiteral("object"));
    NamedList<Schema> properties = schema.members(Keyword::Properties);
    const qsizetype at = index < 0 ? properties.size() : qMin(index, properties.size());
    properties.insert(at, Named<Schema>{name, value, {}});
    schema.setMembers(Keyword::Properties, properties);
}

void takeProperty(Schema &schema, const QString &name)
{
    NamedList<Schema> properties = schema.members(Keyword::Properties);
    properties.removeAt(properties.indexOf(name));
    if (properties.isEmpty())
        schema.remove(Keyword::Properties);
    else
        schema.setMembers(Keyword::Properties, properties);
    schema.setRequired(name, false);
}

} // namespace

NodeId addProperty(Api &api, NodeId schema, const QString &name, const Schema &value,
                   qsizetype index)
{
    const Schema *owner = findSchema(api, schema);
    if (!owner || owner->isBoolean() || owner->members(Keyword::Properties).contains(name))
        return NodeId::None;
    Schema added = withNewIds(value, [&api] { return api.newId(); });
    if (added.isAbsent()) {
        added = Schema::empty(api.newId());
        added.set(Keyword::Type, QStringLiteral("string"));
    }
    editSchema(api, schema, [&](Schema &changed) { insertProperty(changed, name, added, index); });
    return added.id();
}

NodeId duplicateProperty(Api &api, NodeId property)
{
    const PropertyPlace place = placeOf(api, property);
    if (!place)
        return NodeId::None;
    const NodeId owner = place.owner->id();
    const bool isRequired = place.owner->isRequired(place.name);
    const QString name = uniquePropertyName(*place.owner, place.name);
    const NodeId copy = addProperty(api, owner, name, Schema(place.value()), place.index + 1);
    if (isRequired)
        editSchema(api, owner, [&](Schema &schema) { schema.setRequired(name, true); });
    return copy;
}

bool removeProperty(Api &api, NodeId property)
{
    const PropertyPlace place = placeOf(api, property);
    return place && editSchema(api, place.owner->id(),
                               [name = place.name](Schema &schema) { takeProperty(schema, name); });
}

int renameProperty(Api &api, NodeId property, const QString &name)
{
    const Api before = api;
    const PropertyPlace place = placeOf(before, property);
    if (!place || place.owner->members(Keyword::Properties).contains(name))
        return -1;
    const FieldRename rename{place.owner->id(), place.name, name};
    editSchema(api, rename.owner, [&](Schema &schema) {
        NamedList<Schema> properties = schema.members(Keyword::Properties);
        properties[place.index].name = name;
        schema.setMembers(Keyword::Properties, properties);
        renameRequired(schema, rename.from, name);
        renameDependencies(schema, rename.from, name);
        renameInDiscriminator(schema, rename.from, name);
    });
    return followFieldRename(api, before, rename);
}

int countPropertyUses(const Api &api, NodeId property)
{
    Api copy = api;
    const QString noName(QChar(1)); // that nothing has yet
    return qMax(renameProperty(copy, property, noName), 0);
}

bool moveProperty(Api &api, NodeId property, qsizetype index)
{
    const PropertyPlace place = placeOf(api, property);
    return place && moveProperty(api, property, place.owner->id(), index);
}

bool moveProperty(Api &api, NodeId property, NodeId schema, qsizetype index)
{
    const PropertyPlace place = placeOf(api, property);
    const Schema *target = findSchema(api, schema);
    if (!place || !target || target->isBoolean() || index < 0)
        return false;
    const NamedList<Schema> &there = target->members(Keyword::Properties);
    if (place.owner->id() == schema) {
        if (index >= there.size())
            return false;
        return editSchema(api, schema, [&, from = place.index](Schema &changed) {
            NamedList<Schema> properties = changed.members(Keyword::Properties);
            properties.move(from, index);
            changed.setMembers(Keyword::Properties, properties);
        });
    }
    // A schema cannot go into itself.
    const NodeIndex places(api);
    for (NodeId at = schema; at != NodeId::None; at = places.parent(at)) {
        if (at == property)
            return false;
    }
    if (index > there.size() || there.contains(place.name))
        return false;
    const Schema moved = place.value();
    const QString name = place.name;
    const bool isRequired = place.owner->isRequired(name);
    editSchema(api, place.owner->id(), [&](Schema &changed) { takeProperty(changed, name); });
    return editSchema(api, schema, [&](Schema &changed) {
        insertProperty(changed, name, moved, index);
        changed.setRequired(name, isRequired);
    });
}

bool setPropertyRequired(Api &api, NodeId property, bool required)
{
    const PropertyPlace place = placeOf(api, property);
    return place && editSchema(api, place.owner->id(), [&, name = place.name](Schema &schema) {
               schema.setRequired(name, required);
           });
}

bool isPropertyRequired(const Api &api, NodeId property)
{
    const PropertyPlace place = placeOf(api, property);
    return place && place.owner->isRequired(place.name);
}

} // namespace Design
