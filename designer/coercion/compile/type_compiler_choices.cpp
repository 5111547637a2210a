#include "designer/coercion/compile/extra_rules.h"
#include "designer/coercion/compile/type_compiler_p.h"
#include "designer/coercion/texts/python_text.h"

#include <algorithm>

namespace Design
{

namespace
{

bool isNull(const Schema &schema)
{
    const bool isNullType = schema.types() == QStringList{QStringLiteral("null")};
    return isNullType || schema.value(Keyword::Const).isNull();
}

/// The values that the property may have in this member of a union: its const or its enum.
JsonArray tagsOf(const Schema &member, const QString &property, const FindSchema &find)
{
    const FlatSchema flat(member, find);
    for (const Schema &part : flat.parts()) {
        const Schema *field = part.members(Keyword::Properties).find(property);
        if (!field)
            continue;
        const FlatSchema tag(*field, find);
        if (tag.has(Keyword::Const))
            return {tag.value(Keyword::Const).value};
        if (tag.has(Keyword::Enum))
            return tag.value(Keyword::Enum).value.array();
    }
    return {};
}

/// The tag that a key of a mapping stands for: keys are texts, tags may be numbers or booleans.
Json tagOfKey(const QString &key, const JsonArray &own)
{
    const auto isIt = [&key](const Json &tag) { return pythonStr(tag) == key; };
    const auto tag = std::find_if(own.begin(), own.end(), isIt);
    return tag == own.end() ? Json(key) : *tag;
}

/// Puts the tags of a mapping, which FastAPI sorts, into the order in which the member names them.
void sortLike(const JsonArray &own, JsonArray *tags)
{
    const auto place = [&own](const Json &tag) {
        return std::find(own.begin(), own.end(), tag) - own.begin();
    };
    std::stable_sort(tags->begin(), tags->end(),
                     [&place](const Json &a, const Json &b) { return place(a) < place(b); });
}

} // namespace

const Type *TypeCompiler::Private::compileChoice(const FlatSchema &flat)
{
    if (flat.has(Keyword::Const)) {
        const Constraint value = flat.value(Keyword::Const);
        return types->add<LiteralType>(value.node, JsonArray{value.value}, Keyword::Const);
    }
    const Constraint values = flat.value(Keyword::Enum);
    // An enum that has a name is a class; one that stands in its place is a Literal.
    for (const Schema &part : flat.parts()) {
        if (part.id() != values.node || !isComponent(part))
            continue;
        return types->add<EnumType>(values.node, className(part), values.value.array());
    }
    return types->add<LiteralType>(values.node, values.value.array(), Keyword::Enum);
}

const Type *TypeCompiler::Private::compileUnion(const FlatSchema &flat, const Schema &origin)
{
    const Keyword keyword = flat.has(Keyword::AnyOf) ? Keyword::AnyOf : Keyword::OneOf;
    QList<Schema> members = flat.schemas(keyword);
    if (members.isEmpty() || std::all_of(members.begin(), members.end(), isRuleOnly))
        return nullptr;
    const bool isNullable = members.removeIf(isNull) > 0;
    QList<const Type *> choices = compileMembers(flat, members);
    const Type *type = nullptr;
    if (flat.has(Keyword::Discriminator))
        type = compileTagged(flat, members, choices);
    if (!type && choices.size() == 1)
        type = choices.first();
    if (!type && choices.isEmpty())
        return types->add<NoneType>(origin.id());
    if (!type)
        type = types->add<UnionType>(origin.id(), choices);
    return isNullable ? types->add<NullableType>(origin.id(), type) : type;
}

QList<const Type *> TypeCompiler::Private::compileMembers(const FlatSchema &flat,
                                                          const QList<Schema> &members)
{
    // Fields beside the union belong to each of its members.
    const bool isShared = flat.has(Keyword::Properties);
    QList<const Type *> result;
    for (qsizetype i = 0; i < members.size(); ++i) {
        if (i + 1 < members.size()) {
            if (const Type *pair = compilePair(members[i], members[i + 1])) {
                result.append(pair);
                ++i;
                continue;
            }
        }
        if (!isShared) {
            result.append(compile(members[i]));
            continue;
        }
        QList<Schema> parts = flat.parts();
        parts.append(members[i]);
        for (Schema &part : parts) {
            const bool hasUnion = part.has(Keyword::AnyOf) || part.has(Keyword::OneOf);
            if (!hasUnion || part.id() == members[i].id())
                continue;
            part.remove(Keyword::AnyOf);
            part.remove(Keyword::OneOf);
            part.remove(Keyword::AllOf);
            part.remove(Keyword::Ref);
        }
        result.append(compileFlat(FlatSchema(parts, findSchema), members[i]));
    }
    return result;
}

const Type *TypeCompiler::Private::compileTagged(const FlatSchema &flat,
                                                 const QList<Schema> &members,
                                                 const QList<const Type *> &choices)
{
    const Constraint discriminator = flat.value(Keyword::Discriminator);
    const QString property = discriminator.value.value(u"propertyName").toString();
    if (property.isEmpty() || members.size() != choices.size())
        return nullptr;
    QList<TaggedUnionType::Choice> tagged;
    const Json mapping = discriminator.value.value(u"mapping");
    for (qsizetype i = 0; i < members.size(); ++i) {
        const Reference reference = members[i].reference();
        const JsonArray own = tagsOf(members[i], property, findSchema);
        JsonArray tags;
        for (const JsonObject::Member &entry : mapping.object()) {
            const QString target = entry.value.toString();
            if (target == reference.text ||
                QLatin1String("#/components/schemas/") + target == reference.text)
                tags.append(tagOfKey(entry.key, own));
        }
        if (tags.isEmpty())
            tags = own;
        sortLike(own, &tags);
        if (tags.isEmpty() && !reference.isNull())
            tags.append(Json(reference.text.section(u'/', -1)));
        for (const Json &tag : std::as_const(tags))
            tagged.append({tag, choices[i]});
    }
    if (tagged.isEmpty())
        return nullptr;
    return types->add<TaggedUnionType>(flat.node(), property, tagged);
}

} // namespace Design
