#include "mockserver/contract/boundary_generator.h"
#include "mockserver/contract/json_place.h"

#include <QScopedValueRollback>

#include <algorithm>

using namespace Design;

namespace Mock
{

namespace
{

constexpr qsizetype deepest = 8; ///< values inside one another that are tested

/// Why a constraint of an input has no case, where that is known beforehand.
QString whyNot(const TestedInput &input, const QString &constraint, const InputSchema &schema)
{
    const bool isText = input.spelling == Spelling::Text;
    if (isText && constraint == u"minItems" && schema.flat.length(Keyword::MinItems).value <= 1)
        return QStringLiteral("a list without items cannot be sent");
    const bool isShort = schema.flat.length(Keyword::MinLength).value <= 1;
    if (isText && constraint == u"minLength" && isShort)
        return QStringLiteral("an empty text cannot be sent there");
    if (isText && (constraint == u"anyOf" || constraint == u"oneOf"))
        return QStringLiteral("every text fits one of the alternatives");
    if (constraint.startsWith(u"maxLength") || constraint.startsWith(u"maxItems"))
        return QStringLiteral("the value would be too long, or break another rule as well");
    return {};
}

} // namespace

BoundaryGenerator::Spot BoundaryGenerator::Spot::at(const Json &step) const
{
    const QString word = step.isString() ? step.string() : QString::fromLatin1(step.numberText());
    return {place + JsonArray{step}, name + u'.' + word, around};
}

BoundaryGenerator::Spot BoundaryGenerator::Spot::as(const QString &alternative) const
{
    return {place, name + u'(' + alternative + u')', around};
}

/// Sends the value at a place, unless what is meant by it is not what must come of it: what breaks
/// one alternative may fit another, what is just inside one limit may be outside of the next.
void BoundaryGenerator::addCase(const Spot &spot, const ValueCase &made)
{
    if (!made.constraint.isEmpty())
        note(spot.name, made.constraint);
    const bool isMissing = made.value.isUndefined() && made.constraint != u"required";
    if (!m_blocked.isEmpty() || isMissing)
        return;
    const Json base = m_input->valueIn(m_base);
    const Json value = replaced(base, spot.place, made.value);
    if (!m_input->canSend(m_base, value, m_isFastApi)) {
        if (!made.constraint.isEmpty())
            note(spot.name, made.constraint, QStringLiteral("what breaks it cannot be sent there"));
        return;
    }
    const Foretold foretold = m_judge.judge(*m_input, value, base);
    // What a dependency thinks of a valid value is its own matter.
    if (made.isMeantWell ? !foretold.isTaken() || !m_input->isOwn : !foretold.isRefused)
        return;
    push(spot.name, made, m_input->with(m_base, value), foretold, m_input->isOwn);
}

/// Whether a value may stand in for the base from here on.
bool BoundaryGenerator::takes(const Json &value)
{
    if (value.isUndefined() || !m_input->canSend(m_base, value, m_isFastApi))
        return false;
    const Foretold foretold = m_judge.judge(*m_input, value, m_input->valueIn(m_base));
    return foretold.isTaken() ||
           (!foretold.isRefused && isTakenByServer(m_input->with(m_base, value)));
}

/// All cases of the value at a place of the input, and of what is inside it.
void BoundaryGenerator::addValue(const Spot &spot, const Schema &schema)
{
    const InputSchema input(schema, m_find);
    const NodeId id = input.flat.node();
    const bool isAround =
        input.type == u"object" && std::count(spot.around.begin(), spot.around.end(), id) > 0;
    if (spot.place.size() > deepest || isAround || schema.isBoolean())
        return;
    Spot here = spot;
    here.around.append(id);
    const Json base = m_input->valueIn(m_base);
    Json valid = valueAt(base, spot.place);
    const auto made = [&](int variant) {
        return m_values.valid(input.origin, m_route + spot.name, variant);
    };
    constexpr int tries = 4;
    if (valid.isUndefined() || valid.isNull() || valid == Json(JsonArray())) {
        valid = input.type == u"array" ? m_values.filled(input, m_route + spot.name) : Json();
        for (int variant = 0;
             variant < tries && m_blocked.isEmpty() && !takes(replaced(base, spot.place, valid));
             ++variant)
            valid = made(variant);
    }
    QStringList constraints;
    const QList<ValueCase> cases = m_values.make(input, m_input->spelling, valid, &constraints);
    for (const ValueCase &one : cases)
        addCase(here, one);
    for (const QString &constraint : std::as_const(constraints))
        note(here.name, constraint, whyNot(*m_input, constraint, input));
    if (input.isUnion)
        addAlternatives(here, input);
    else
        addInside(here, input, valid);
}

/// Each alternative that has something inside of it, in a request that has this one.
void BoundaryGenerator::addAlternatives(const Spot &spot, const InputSchema &input)
{
    for (qsizetype i = 0; i < input.alternatives.size(); ++i) {
        const InputSchema::Alternative &alternative = input.alternatives[i];
        const InputSchema chosen(alternative.schema, m_find);
        if (!chosen.isUnion && chosen.type != u"object" && chosen.type != u"array")
            continue; // the cases of the union have all that there is to it
        const QString component = alternative.schema.reference().text.section(u'/', -1);
        const QString label = !alternative.tags.isEmpty() ? alternative.tags.first().toString()
                              : component.isEmpty()       ? QString::number(i + 1)
                                                          : component;
        const Spot inner = spot.as(label);
        if (chosen.isUnion) {
            addAlternatives(inner, chosen);
            continue;
        }
        if (std::count(spot.around.begin(), spot.around.end(), chosen.flat.node()) > 0)
            continue;
        InputSchema tagged = chosen;
        tagged.tagField = input.tagField;
        addInside(inner, tagged, m_values.alone(input, i, m_route + spot.name + label));
    }
}

void BoundaryGenerator::addInside(const Spot &spot, const InputSchema &input, const Json &valid)
{
    if (input.type != u"object" && input.type != u"array")
        return;
    const Json whole = replaced(m_input->valueIn(m_base), spot.place, valid);
    const bool isGood = !m_blocked.isEmpty() || takes(whole);
    const QString blocked =
        isGood ? m_blocked : QStringLiteral("no valid value was found for %1").arg(spot.name);
    const QScopedValueRollback why(m_blocked, blocked);
    const RequestParts before = m_base;
    if (isGood && m_blocked.isEmpty())
        m_base = m_input->with(m_base, whole);
    if (input.type == u"object")
        addFields(spot, input);
    else
        addItems(spot, input, valid);
    m_base = before;
}

void BoundaryGenerator::addItems(const Spot &spot, const InputSchema &input, const Json &valid)
{
    const QList<Schema> places = input.places();
    for (qsizetype i = 0; i < places.size(); ++i)
        addValue(spot.at(Json(qint64{i})), places[i]);
    const Schema items = input.flat.schema(Keyword::Items);
    if (!items.isAbsent() && !items.isBoolean() &&
        (valid.array().size() > places.size() || places.isEmpty()))
        addValue(spot.at(Json(qint64{places.size()})), items);
}

void BoundaryGenerator::addFields(const Spot &spot, const InputSchema &input)
{
    for (const QString &name : input.propertyNames()) {
        const Schema said = input.property(name);
        if (FlatSchema(said, m_find).flag(Keyword::ReadOnly))
            continue;
        const Spot inner = spot.at(Json(name));
        const bool isTag = name == input.tagField;
        if (input.isRequired(name) && !isTag)
            addCase(inner, leftOut());
        // The inside of what a form writes as text is all text.
        if (!isTag &&
            !(m_input->kind == TestedInput::Kind::Form && m_isFastApi && isFileField(said, m_find)))
            addField(inner, said);
    }
    addExtra(spot, input);
}

/// A field that the base has not, and that does not go together with another one of it, is tested
/// in place of that.
void BoundaryGenerator::addField(const Spot &spot, const Schema &schema)
{
    const RequestParts before = m_base;
    const Json base = m_input->valueIn(m_base);
    if (m_blocked.isEmpty() && valueAt(base, spot.place).isUndefined()) {
        const Json value = m_values.valid(schema, m_route + spot.name);
        const JsonArray parent = spot.place.sliced(0, spot.place.size() - 1);
        const JsonObject object = valueAt(base, parent).object();
        bool isTaken = value.isUndefined() || takes(replaced(base, spot.place, value));
        for (qsizetype i = 0; i < object.size() && !isTaken; ++i) {
            const JsonArray other = parent + JsonArray{Json(object.members().at(i).key)};
            const Json instead = replaced(replaced(base, other, Json()), spot.place, value);
            isTaken = takes(instead);
            if (isTaken)
                m_base = m_input->with(m_base, instead);
        }
    }
    addValue(spot, schema);
    m_base = before;
}

/// What is in an object beside its properties.
void BoundaryGenerator::addExtra(const Spot &spot, const InputSchema &input)
{
    Schema others = input.flat.schema(Keyword::AdditionalProperties);
    Keyword keyword = Keyword::AdditionalProperties;
    if (others.isAbsent()) {
        others = input.flat.schema(Keyword::UnevaluatedProperties);
        keyword = Keyword::UnevaluatedProperties;
    }
    const JsonObject object = valueAt(m_input->valueIn(m_base), spot.place).object();
    const QStringList names = input.propertyNames();
    // Members that stand in the place itself are other inputs of it.
    const bool isSpread = m_input->kind == TestedInput::Kind::Parameter && spot.place.isEmpty() &&
                          !m_input->isModel && m_input->spelling == Spelling::Text &&
                          m_input->parameters.first().style != u"deepObject";
    const bool isForbidden = others.booleanValue() == false;
    if (isForbidden && isSpread)
        note(spot.name, keywordName(keyword),
             QStringLiteral("a member that nobody knows is another input"));
    if (!others.isAbsent() && !others.isBoolean()) {
        QString name = newName(object, 0);
        for (const JsonObject::Member &member : object) {
            if (!names.contains(member.key))
                name = member.key;
        }
        addValue(spot.at(Json(name)), others);
    } else if (!isSpread && !input.flat.has(Keyword::PropertyNames)) {
        ValueCase made;
        made.note = QStringLiteral("with a field that nobody knows");
        made.value = Json(QStringLiteral("unexpected"));
        made.isMeantWell = !isForbidden;
        JsonObject with = object;
        with.insert(QStringLiteral("unexpected"), made.value);
        made.value = Json(with);
        made.constraint = isForbidden ? keywordName(keyword) : QString();
        addCase(spot, made);
    }
    for (const Schema &part : input.flat.parts()) {
        for (const Named<Schema> &rule : part.members(Keyword::PatternProperties)) {
            Schema name = Schema::empty(NodeId::None);
            name.setTypes({QStringLiteral("string")});
            name.set(Keyword::Pattern, Json(rule.name));
            const Json key = m_values.valid(name, rule.name);
            if (!rule.isRaw() && key.isString())
                addValue(spot.at(key), rule.value);
        }
    }
}

} // namespace Mock
