#include "mockserver/contract/boundary_generator.h"
#include "mockserver/contract/json_place.h"

using namespace Design;

namespace Mock
{

namespace
{

constexpr int deepest = 4; ///< objects and lists inside one another that are tested

ValueCase brokenJson()
{
    ValueCase broken;
    broken.note = QStringLiteral("no JSON");
    broken.isAccepted = false;
    broken.constraint = QStringLiteral("syntax");
    broken.errors = {{ErrorType::BodyJsonInvalid,
                      {{QStringLiteral("error"),
                        QStringLiteral("Expecting property name enclosed in double quotes")}},
                      {Json(1)}}};
    return broken;
}

/// An error for each required field, which is an input of its own.
QList<ExpectedError> missingFields(const InputSchema &input)
{
    QList<ExpectedError> errors;
    for (const Schema &part : input.flat.parts()) {
        for (const Named<Schema> &field : part.members(Keyword::Properties)) {
            if (isRequiredField(input, field.name))
                errors.append({ErrorType::Missing, {}, {Json(field.name)}});
        }
    }
    return errors;
}

} // namespace

BoundaryGenerator::Spot BoundaryGenerator::Spot::member(const QString &key) const
{
    const JsonArray step{Json(key)};
    return {place + step, location + step, name + u'.' + key, isExact};
}

BoundaryGenerator::Spot BoundaryGenerator::Spot::item(qsizetype index) const
{
    const JsonArray step{Json(static_cast<qint64>(index))};
    return {place + step, location + step, name + u'.' + QString::number(index), isExact};
}

BoundaryGenerator::Spot BoundaryGenerator::Spot::tagged(const QString &tag) const
{
    return {place, location + JsonArray{Json(tag)}, name + u'(' + tag + u')', isExact};
}

void BoundaryGenerator::addJson(const RequestBody &body, const MediaType &media)
{
    const QString name = QStringLiteral("body");
    const JsonArray location{Json(name)};
    RequestParts parts = m_base;
    m_isGathered = media.schema.reference().text.section(u'/', -1).startsWith(u"Body_");
    if (body.required) {
        ValueCase missing = leftOut();
        if (m_isGathered)
            missing.errors = missingFields(InputSchema(media.schema, m_find));
        parts.body = {};
        add(name, missing, parts, location, nullptr, true);
    }
    parts.rawBody = "{";
    add(name, brokenJson(), parts, location, JsonObject(), true);
    addValue({}, media.schema, 0);
    m_isGathered = false;
}

/// All cases of the value at a place in the body, and of what is inside it.
void BoundaryGenerator::addValue(const Spot &spot, const Schema &schema, int depth)
{
    if (depth > deepest)
        return;
    const InputSchema input(schema, m_find);
    Json valid = valueAt(m_base.body, spot.place);
    if (valid.isUndefined() || valid.isNull())
        valid = m_values.valid(input.origin, m_route + spot.name);
    if (valid.isUndefined())
        return;
    // A body whose fields are inputs of their own has an error for each of them.
    const bool isWhole = spot.place.isEmpty() && m_isGathered;
    QStringList constraints;
    for (ValueCase made : m_values.make(input, Spelling::Json, valid, &constraints)) {
        if (spot.place.isEmpty() && made.value.isNull())
            continue; // means "no body"
        if (m_isGathered && spot.place.size() == 1 && made.value.isNull() && !made.isAccepted)
            made.errors = {{ErrorType::Missing, {}, {}}};
        RequestParts parts = m_base;
        parts.body = replaced(m_base.body, spot.place, made.value);
        add(spot.name, made, parts, spot.location, made.value, spot.isExact && !isWhole);
    }
    for (const QString &constraint : std::as_const(constraints))
        note(spot.name, constraint);
    if (!input.isUnion) {
        addInside(spot, input, valid, depth);
        return;
    }
    for (const InputSchema::Alternative &alternative : input.alternatives) {
        if (alternative.tag.isEmpty())
            continue; // what breaks one of them may fit another
        InputSchema chosen(alternative.schema, m_find);
        chosen.tagField = input.tagField;
        const Json value = m_values.tagged(input, alternative, m_route + spot.name);
        if (!value.isUndefined())
            addInside(spot.tagged(alternative.tag), chosen, value, depth);
    }
}

void BoundaryGenerator::addInside(const Spot &spot, const InputSchema &input, const Json &valid,
                                  int depth)
{
    RequestParts filled = m_base;
    filled.body = replaced(m_base.body, spot.place, valid);
    const RequestParts before = std::exchange(m_base, filled);
    if (input.type == u"object")
        addFields(spot, input, depth);
    else if (input.type == u"array" && !valid.array().isEmpty())
        addValue(spot.item(0), input.flat.schema(Keyword::Items), depth + 1);
    m_base = before;
}

void BoundaryGenerator::addFields(const Spot &spot, const InputSchema &input, int depth)
{
    QStringList names;
    for (const Schema &part : input.flat.parts()) {
        for (const Named<Schema> &field : part.members(Keyword::Properties)) {
            if (field.isRaw() || names.contains(field.name))
                continue;
            names.append(field.name);
            const Schema said = fieldOf(input, field.name);
            if (FlatSchema(said, m_find).flag(Keyword::ReadOnly))
                continue;
            const Spot inner = spot.member(field.name);
            const bool isTag = field.name == input.tagField;
            if (isRequiredField(input, field.name) && !isTag) {
                RequestParts parts = m_base;
                parts.body = replaced(m_base.body, inner.place, {});
                const bool isInput = m_isGathered && spot.place.isEmpty();
                add(inner.name, leftOut(), parts, inner.location,
                    isInput ? Json(nullptr) : valueAt(parts.body, spot.place), inner.isExact);
            }
            if (!isTag)
                addValue(inner, said, depth + 1);
        }
    }
    addExtra(spot, input);
}

void BoundaryGenerator::addExtra(const Spot &spot, const InputSchema &input)
{
    const Schema others = input.flat.schema(Keyword::AdditionalProperties);
    const bool isForbidden = others.isBoolean() && !*others.booleanValue();
    if (!others.isAbsent() && !isForbidden)
        return;
    const QString extra = QStringLiteral("unexpected");
    ValueCase made;
    made.note = QStringLiteral("with a field that nobody knows");
    made.isAccepted = !isForbidden;
    made.constraint = isForbidden ? QStringLiteral("additionalProperties") : QString();
    if (isForbidden)
        made.errors = {{ErrorType::ExtraForbidden, {}, {}}};
    RequestParts parts = m_base;
    const Spot inner = spot.member(extra);
    parts.body = replaced(m_base.body, inner.place, Json(extra));
    const bool isWhole = spot.place.isEmpty() && m_isGathered;
    add(spot.name, made, parts, inner.location, Json(extra), inner.isExact && !isWhole);
}

} // namespace Mock
