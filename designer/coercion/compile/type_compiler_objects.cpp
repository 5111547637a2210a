#include "designer/coercion/compile/extra_rules.h"
#include "designer/coercion/compile/type_compiler_p.h"

#include <algorithm>

namespace Design
{

namespace
{

SizeLimits sizeLimits(const FlatSchema &flat, Keyword least, Keyword most)
{
    return {flat.length(least), flat.length(most)};
}

/// That of the one part which has such a pattern.
const Named<Schema> *onlyKeyPattern(const FlatSchema &flat)
{
    const Named<Schema> *only = nullptr;
    for (const Schema &part : flat.parts()) {
        if (!part.has(Keyword::PatternProperties))
            continue;
        if (only || !keyPattern(part))
            return nullptr;
        only = keyPattern(part);
    }
    return only;
}

/// Whether pydantic named the place after a field. The places of a plain tuple have no names.
bool hasTitle(const Schema &place)
{
    return place.has(Keyword::Title);
}

/// Whether the field only travels the other way and so need not be there.
bool isOneWay(const Schema &field, Direction direction, const FindSchema &find)
{
    const FlatSchema flat(field, find);
    switch (direction) {
    case Direction::Request:
        return flat.flag(Keyword::ReadOnly);
    case Direction::Response:
        return flat.flag(Keyword::WriteOnly);
    case Direction::None:
        break;
    }
    return false;
}

} // namespace

const Type *TypeCompiler::Private::compileArray(const FlatSchema &flat, const Schema &origin)
{
    const SizeLimits limits = sizeLimits(flat, Keyword::MinItems, Keyword::MaxItems);
    QList<Schema> places = flat.schemas(Keyword::PrefixItems);
    if (places.isEmpty())
        places = flat.schemas(Keyword::ItemsArray);
    if (isComponent(origin) && std::any_of(places.begin(), places.end(), hasTitle))
        return compileNamedTuple(flat, places, origin);
    if (!places.isEmpty())
        return compilePlaces(flat, places);
    const Schema items = flat.schema(Keyword::Items);
    // pydantic's tuple without items
    if (items.isAbsent() && limits.most.value == 0 && limits.least.value == 0)
        return types->add<TupleType>(flat.node(), QList<const Type *>(), nullptr, limits);
    if (flat.flag(Keyword::UniqueItems))
        return types->add<SetType>(flat.node(), compileHashable(items), limits,
                                   flat.pythonType() == u"frozenset");
    return types->add<ListType>(flat.node(), compile(items), limits);
}

const Type *TypeCompiler::Private::compileHashable(const Schema &schema)
{
    const FlatSchema flat(schema, findSchema);
    const bool hasPlaces = flat.has(Keyword::PrefixItems) || flat.has(Keyword::ItemsArray);
    const Schema items = flat.schema(Keyword::Items);
    if (flat.types() != QStringList{QStringLiteral("array")} || hasPlaces || items.isAbsent())
        return compile(schema);
    const SizeLimits limits = sizeLimits(flat, Keyword::MinItems, Keyword::MaxItems);
    const Type *item = compileHashable(items);
    if (flat.flag(Keyword::UniqueItems))
        return types->add<SetType>(flat.node(), item, limits, true);
    return types->add<TupleType>(flat.node(), QList<const Type *>(), item, limits);
}

const Type *TypeCompiler::Private::compilePlaces(const FlatSchema &flat,
                                                 const QList<Schema> &places)
{
    const SizeLimits limits = sizeLimits(flat, Keyword::MinItems, Keyword::MaxItems);
    QList<const Type *> items;
    for (const Schema &place : places)
        items.append(compile(place));
    const Schema others = flat.schema(Keyword::Items);
    const bool isOpen = !others.isAbsent() && others.booleanValue().value_or(true);
    const bool isClosed = limits.most.isSet() && limits.most.value <= places.size();
    const Type *rest = isOpen && !isClosed ? compile(others) : nullptr;
    return types->add<TupleType>(flat.node(), items, rest, limits);
}

const Type *TypeCompiler::Private::compileNamedTuple(const FlatSchema &flat,
                                                     const QList<Schema> &places,
                                                     const Schema &origin)
{
    const LengthLimit required = flat.length(Keyword::MinItems);
    QList<NamedTupleType::Field> fields;
    for (const Schema &place : places) {
        // pydantic makes titles of names: "left_side" is "Left Side".
        const QString title = place.text(Keyword::Title);
        NamedTupleType::Field field{title.toLower().replace(u' ', u'_'), compile(place),
                                    place.value(Keyword::Default)};
        // Defaults of None are not written.
        if (field.fallback.isUndefined() && fields.size() >= required.value)
            field.fallback = Json(nullptr);
        fields.append(field);
    }
    return types->add<NamedTupleType>(flat.node(), className(origin), fields);
}

const Type *TypeCompiler::Private::compileObject(const FlatSchema &flat, const Schema &origin)
{
    if (flat.has(Keyword::Properties) || flat.has(Keyword::Required))
        return compileModel(flat, origin);
    return compileDict(flat);
}

const Type *TypeCompiler::Private::compileModel(const FlatSchema &flat, const Schema &origin)
{
    QList<ModelType::Field> fields;
    const auto place = [&fields](const QString &name) {
        for (ModelType::Field &field : fields) {
            if (field.name == name)
                return &field;
        }
        fields.append(ModelType::Field{name, nullptr, false, {}, NodeId::None});
        return &fields.last();
    };
    QStringList oneWay;
    auto extra = ModelType::Extra::Ignore;
    NodeId extraNode = NodeId::None;
    Schema extraSchema;
    for (const Schema &part : flat.parts()) {
        for (const Named<Schema> &member : part.members(Keyword::Properties)) {
            if (member.isRaw())
                continue;
            const Type *type = compile(member.value);
            ModelType::Field *field = place(member.name);
            field->type = type;
            field->fallback = member.value.value(Keyword::Default);
            if (isOneWay(member.value, options.direction, findSchema))
                oneWay.append(member.name);
        }
        for (const Keyword keyword :
             {Keyword::AdditionalProperties, Keyword::UnevaluatedProperties}) {
            const Schema others = part.schema(keyword);
            if (others.isAbsent())
                continue;
            extraNode = part.id();
            extraSchema = others;
            extra = others.booleanValue().value_or(true) ? ModelType::Extra::Allow
                                                         : ModelType::Extra::Forbid;
        }
    }
    for (const Schema &part : flat.parts()) {
        for (const Json &name : part.value(Keyword::Required).array()) {
            ModelType::Field *field = place(name.toString());
            if (!field->type)
                field->type = any(part.id());
            field->isRequired = !oneWay.contains(name.toString());
            field->requiredBy = part.id();
        }
    }
    const Type *extraType = extra == ModelType::Extra::Allow && !extraSchema.isBoolean()
                                ? compile(extraSchema)
                                : nullptr;
    auto *model =
        types->add<ModelType>(flat.node(), className(origin), fields, extra, extraType, extraNode);
    if (flat.pythonType() == u"dataclass")
        model->setKind(ModelType::Kind::Dataclass);
    else if (flat.pythonType() == u"TypedDict")
        model->setKind(ModelType::Kind::TypedDict);
    return model;
}

const Type *TypeCompiler::Private::compileDict(const FlatSchema &flat)
{
    const Schema keys = flat.schema(Keyword::PropertyNames);
    Schema values = flat.schema(Keyword::AdditionalProperties);
    const Type *key = nullptr;
    if (const Named<Schema> *only = onlyKeyPattern(flat)) {
        // How pydantic writes keys that have a pattern; their lengths stand in propertyNames.
        StringLimits limits = stringLimits(FlatSchema(keys, findSchema));
        if (RustPattern(only->name).isValid())
            limits.pattern = {Json(only->name), flat.node(), Keyword::PatternProperties};
        key = types->add<StringType>(flat.node(), limits);
        values = only->value;
    } else if (keys.isAbsent() || keys.isBoolean()) {
        key = types->add<StringType>(flat.node(), StringLimits());
    } else {
        // Keys are text, whether the schema says so or not.
        Schema text = keys;
        if (!text.has(Keyword::Type) && !text.has(Keyword::Ref))
            text.setTypes({QStringLiteral("string")});
        key = text == keys ? compile(keys) : compileFlat(FlatSchema(text, findSchema), keys);
    }
    const Type *value = values.isBoolean() ? any(flat.node()) : compile(values);
    return types->add<DictType>(flat.node(), key, value,
                                sizeLimits(flat, Keyword::MinProperties, Keyword::MaxProperties));
}

} // namespace Design
