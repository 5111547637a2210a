#include "designer/coercion/texts/python_text.h"
#include "mockserver/contract/plain_reading.h"

#include <algorithm>

using namespace Design;

namespace Mock
{

namespace
{

Foretold tooShort(const char *what, qsizetype size, qint64 least, const JsonArray &location,
                  const Json &value)
{
    return refusedAs(ErrorType::TooShort, location, value,
                     {{QStringLiteral("field_type"), QString::fromLatin1(what)},
                      {QStringLiteral("min_length"), least},
                      {QStringLiteral("actual_length"), qint64{size}}});
}

/// `size` is null where counting ended with the first one that was too much.
Foretold tooLong(const char *what, const Json &size, qint64 most, const JsonArray &location,
                 const Json &value)
{
    return refusedAs(ErrorType::TooLong, location, value,
                     {{QStringLiteral("field_type"), QString::fromLatin1(what)},
                      {QStringLiteral("max_length"), most},
                      {QStringLiteral("actual_length"), size}});
}

bool areTexts(const JsonArray &items)
{
    return std::all_of(items.begin(), items.end(),
                       [](const Json &item) { return item.isString(); });
}

} // namespace

Foretold PlainReading::list(const InputSchema &input, const Json &value, const JsonArray &location,
                            const Json &known) const
{
    const bool isSet = input.flat.flag(Keyword::UniqueItems);
    if (!value.isArray())
        return refusedAs(isSet ? ErrorType::SetType : ErrorType::ListType, location, value);
    const JsonArray &items = value.array();
    const LengthLimit least = input.flat.length(Keyword::MinItems);
    const LengthLimit most = input.flat.length(Keyword::MaxItems);
    // A list that is too long is reported alone, whatever is wrong with its items.
    if (!isSet && most.isSet() && items.size() > most.value)
        return tooLong("List", qint64{items.size()}, most.value, location, value);
    const Schema of = input.flat.schema(Keyword::Items);
    Foretold found;
    JsonArray distinct;
    for (qsizetype i = 0; i < items.size(); ++i) {
        found.add(member(of, items[i], location, Json(qint64{i}), known.array().value(i)));
        if (!distinct.contains(items[i]))
            distinct.append(items[i]);
    }
    if (isSet && !found.isRefused && distinct.size() != items.size() && !areTexts(items))
        return Foretold::vague(); // 1 and 1.0 are the same
    if (isSet && most.isSet() && distinct.size() > most.value)
        return found.isRefused ? Foretold::refused()
                               : tooLong("Set", nullptr, most.value, location, value);
    if (!found.isTaken())
        return found;
    if (least.isSet() && distinct.size() < least.value && (isSet || items.size() < least.value))
        return tooShort(isSet ? "Set" : "List", isSet ? distinct.size() : items.size(), least.value,
                        location, value);
    return found;
}

Foretold PlainReading::tuple(const InputSchema &input, const Json &value, const JsonArray &location,
                             const Json &known) const
{
    const QList<Schema> places = input.places();
    if (std::any_of(places.begin(), places.end(),
                    [](const Schema &place) { return place.has(Keyword::Title); }))
        return Foretold::vague(); // may be a NamedTuple
    if (!value.isArray())
        return refusedAs(ErrorType::TupleType, location, value);
    const JsonArray &items = value.array();
    const LengthLimit most = input.flat.length(Keyword::MaxItems);
    const Schema others = input.flat.schema(Keyword::Items);
    const bool isOpen = !others.isAbsent() && others.booleanValue().value_or(true) &&
                        !(most.isSet() && most.value <= places.size());
    if (!isOpen && items.size() > places.size()) {
        return tooLong("Tuple", qint64{items.size()}, most.isSet() ? most.value : places.size(),
                       location, value);
    }
    Foretold found;
    for (qsizetype i = 0; i < std::max(places.size(), items.size()); ++i) {
        const Json step(qint64{i});
        found.add(i < items.size() ? member(i < places.size() ? places[i] : others, items[i],
                                            location, step, known.array().value(i))
                                   : missing(location + JsonArray{step}, value));
    }
    return found;
}

Foretold PlainReading::model(const InputSchema &input, const Json &value, const JsonArray &location,
                             const Json &known) const
{
    if (!value.isObject())
        return refusedAs(ErrorType::ModelAttributesType, location, value);
    Foretold found;
    const QStringList names = input.propertyNames();
    for (const QString &name : names) {
        const Schema of = input.property(name);
        if (const Json *field = value.find(name))
            found.add(member(of, *field, location, Json(name), known.value(name)));
        else if (input.isRequired(name) && !FlatSchema(of, m_find).flag(Keyword::ReadOnly))
            found.add(missing(location + JsonArray{Json(name)}, value));
    }
    Schema others = input.flat.schema(Keyword::AdditionalProperties);
    if (others.isAbsent())
        others = input.flat.schema(Keyword::UnevaluatedProperties);
    for (const JsonObject::Member &extra : value.object()) {
        if (others.isAbsent() || names.contains(extra.key))
            continue;
        if (others.booleanValue() == false)
            found.add(refusedAs(ErrorType::ExtraForbidden, location + JsonArray{Json(extra.key)},
                                extra.value));
        else
            found.add(
                member(others, extra.value, location, Json(extra.key), known.value(extra.key)));
    }
    return found;
}

Foretold PlainReading::dict(const InputSchema &input, const Json &value, const JsonArray &location,
                            const Json &known) const
{
    if (!value.isObject())
        return refusedAs(ErrorType::DictType, location, value);
    Schema keys = input.flat.schema(Keyword::PropertyNames);
    Schema values = input.flat.schema(Keyword::AdditionalProperties);
    if (input.flat.has(Keyword::PatternProperties))
        return Foretold::vague();
    if (!keys.isAbsent() && !keys.isBoolean() && !keys.has(Keyword::Type) &&
        !keys.has(Keyword::Ref))
        keys.setTypes({QStringLiteral("string")});
    if (values.isBoolean())
        values = Schema(); // pydantic's dict takes any, whatever is said
    Foretold found;
    for (const JsonObject::Member &entry : value.object()) {
        const JsonArray at = location + JsonArray{Json(entry.key)};
        found.add(member(keys, Json(entry.key), at, Json(QStringLiteral("[key]")), {}));
        found.add(read(values, entry.value, at, known.value(entry.key)));
    }
    if (!found.isTaken())
        return found;
    const qsizetype size = value.object().size();
    const LengthLimit least = input.flat.length(Keyword::MinProperties);
    const LengthLimit most = input.flat.length(Keyword::MaxProperties);
    if (least.isSet() && size < least.value)
        return tooShort("Dictionary", size, least.value, location, value);
    if (most.isSet() && size > most.value)
        return tooLong("Dictionary", qint64{size}, most.value, location, value);
    return found;
}

Foretold PlainReading::tagged(const InputSchema &input, const Json &value,
                              const JsonArray &location, const Json &known) const
{
    if (!value.isObject())
        return refusedAs(ErrorType::ModelAttributesType, location, value);
    const JsonObject::Member field{QStringLiteral("discriminator"),
                                   pythonRepr(Json(input.tagField))};
    const Json *tag = value.find(input.tagField);
    if (!tag)
        return refusedAs(ErrorType::UnionTagNotFound, location, value, {field});
    QStringList tags;
    for (const InputSchema::Alternative &alternative : input.alternatives) {
        for (const Json &one : alternative.tags) {
            if (one == *tag)
                return member(alternative.schema, value, location, one, known);
            tags.append(pythonRepr(one));
        }
    }
    return refusedAs(ErrorType::UnionTagInvalid, location, value,
                     {field,
                      {QStringLiteral("tag"), pythonStr(*tag)},
                      {QStringLiteral("expected_tags"), tags.join(QStringLiteral(", "))}});
}

} // namespace Mock
