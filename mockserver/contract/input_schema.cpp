#include "mockserver/contract/input_schema.h"

#include "designer/coercion/compile/extra_rules.h"

#include <algorithm>

using namespace Design;

namespace Mock
{

namespace
{

bool isNull(const Schema &schema)
{
    return schema.types() == QStringList{QStringLiteral("null")} ||
           schema.value(Keyword::Const).isNull();
}

/// What type the keywords are about, where the schema leaves it out.
QString impliedType(const FlatSchema &flat)
{
    if (flat.has(Keyword::Properties))
        return QStringLiteral("object");
    if (flat.has(Keyword::Items) || flat.has(Keyword::PrefixItems))
        return QStringLiteral("array");
    if (flat.has(Keyword::Format) || flat.has(Keyword::Pattern))
        return QStringLiteral("string");
    return {};
}

/// The values that the tag may have in this alternative.
JsonArray tagsOf(const Schema &member, const QString &field, const FindSchema &find)
{
    const FlatSchema tag(InputSchema(member, find).property(field), find);
    if (tag.has(Keyword::Const))
        return {tag.value(Keyword::Const).value};
    return tag.value(Keyword::Enum).value.array();
}

} // namespace

InputSchema::InputSchema(const Schema &schema, const FindSchema &find)
    : flat(schema, find)
    , origin(schema)
{
    for (const Keyword keyword : {Keyword::AnyOf, Keyword::OneOf}) {
        QList<Schema> members = flat.schemas(keyword);
        if (members.isEmpty() || std::all_of(members.begin(), members.end(), isRuleOnly))
            continue;
        isNullable = members.removeIf(isNull) > 0 || isNullable || flat.isNullable();
        if (members.size() != 1) {
            isUnion = true;
            noteAlternatives(members, find);
            return;
        }
        const InputSchema only(members.first(), find);
        const bool isAlone = only.isUnion || !flat.has(Keyword::Properties);
        if (isAlone) {
            const bool wasNullable = isNullable;
            *this = only;
            isNullable = isNullable || wasNullable;
            return;
        }
    }
    QStringList types = flat.types();
    isNullable = types.removeAll(QStringLiteral("null")) > 0 || isNullable || flat.isNullable();
    isUnion = types.size() > 1;
    isTypeSaid = !types.isEmpty();
    type = isTypeSaid ? types.first() : impliedType(flat);
    isNullable = isNullable || flat.value(Keyword::Enum).value.array().contains(Json(nullptr));
    const bool isShared = !origin.reference().isNull() ||
                          (isOnlyReference(origin) && !origin.schemas(Keyword::AllOf).isEmpty());
    isNamedEnum = flat.has(Keyword::Enum) && isShared;
}

/// With the tags of the discriminator: names in its mapping, what the field may be, or the names of
/// the components (OpenAPI 3.1, section 4.8.25).
void InputSchema::noteAlternatives(const QList<Schema> &members, const FindSchema &find)
{
    const Json discriminator = flat.value(Keyword::Discriminator).value;
    tagField = discriminator.value(u"propertyName").toString();
    for (const Schema &member : members) {
        const QString target = member.reference().text;
        JsonArray tags;
        for (const JsonObject::Member &entry : discriminator.value(u"mapping").object()) {
            const QString to = entry.value.toString();
            if (to == target || QLatin1String("#/components/schemas/") + to == target)
                tags.append(Json(entry.key));
        }
        if (tags.isEmpty() && !tagField.isEmpty())
            tags = tagsOf(member, tagField, find);
        if (tags.isEmpty() && !tagField.isEmpty() && !target.isEmpty())
            tags.append(Json(target.section(u'/', -1)));
        alternatives.append({member, tags});
    }
}

QList<Schema> InputSchema::places() const
{
    const QList<Schema> prefix = flat.schemas(Keyword::PrefixItems);
    return prefix.isEmpty() ? flat.schemas(Keyword::ItemsArray) : prefix;
}

Schema InputSchema::property(const QString &name) const
{
    Schema found; // the one nearest to the model itself wins
    for (const Schema &part : flat.parts()) {
        if (const Schema *field = part.members(Keyword::Properties).find(name))
            found = *field;
    }
    return found;
}

QStringList InputSchema::propertyNames() const
{
    QStringList names;
    for (const Schema &part : flat.parts()) {
        for (const Named<Schema> &field : part.members(Keyword::Properties)) {
            if (!field.isRaw() && !names.contains(field.name))
                names.append(field.name);
        }
    }
    for (const Schema &part : flat.parts()) {
        for (const Json &name : part.value(Keyword::Required).array()) {
            if (!names.contains(name.toString()))
                names.append(name.toString());
        }
    }
    return names;
}

bool InputSchema::isRequired(const QString &name) const
{
    return std::any_of(flat.parts().begin(), flat.parts().end(),
                       [&](const Schema &part) { return part.isRequired(name); });
}

bool InputSchema::isModel() const
{
    return type == u"object" && (flat.has(Keyword::Properties) || flat.has(Keyword::Required));
}

bool InputSchema::isFile() const
{
    const QString media = flat.value(Keyword::ContentMediaType).value.toString();
    return flat.value(Keyword::Format).value.toString() == u"binary" ||
           media == u"application/octet-stream";
}

} // namespace Mock
