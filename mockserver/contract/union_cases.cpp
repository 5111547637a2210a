#include "mockserver/contract/value_cases.h"

#include <algorithm>

using namespace Design;

namespace Mock
{

Json ValueCases::tagged(const InputSchema &unionOf, const InputSchema::Alternative &alternative,
                        const QString &path)
{
    const Json made = valid(alternative.schema, path);
    if (!made.isObject() || alternative.tags.isEmpty())
        return made;
    JsonObject object = made.object();
    object.insert(unionOf.tagField, alternative.tags.first());
    return Json(object);
}

Json ValueCases::alone(const InputSchema &unionOf, qsizetype index, const QString &path)
{
    const InputSchema::Alternative &alternative = unionOf.alternatives[index];
    const Json made = tagged(unionOf, alternative, path);
    if (!made.isObject() || !unionOf.tagField.isEmpty())
        return made;
    const InputSchema chosen(alternative.schema, m_find);
    const auto others = [&](const Json &value) {
        return std::count_if(unionOf.alternatives.begin(), unionOf.alternatives.end(),
                             [&](const InputSchema::Alternative &other) {
                                 return &other != &alternative && accepts(other.schema, value);
                             });
    };
    // Of a field that the alternative only requires, what is around it may say more.
    JsonObject best = made.object();
    for (const JsonObject::Member &member : made.object()) {
        const Schema around = unionOf.property(member.key);
        if (chosen.property(member.key).isAbsent() && !around.isAbsent())
            best.insert(member.key, valid(around, path + member.key));
    }
    if (!accepts(unionOf.origin, Json(best)))
        return made;
    qsizetype fewest = others(Json(best));
    for (const QString &name : chosen.propertyNames()) {
        if (fewest == 0)
            break;
        JsonObject object = best;
        if (object.contains(name))
            object.remove(name);
        else
            object.insert(name, valid(chosen.property(name), path + name));
        const qsizetype left = others(Json(object));
        if (left < fewest && accepts(unionOf.origin, Json(object))) {
            best = object;
            fewest = left;
        }
    }
    return Json(best);
}

void ValueCases::addUnion(const InputSchema &input, Spelling spelling)
{
    if (!input.tagField.isEmpty()) {
        addTags(input);
        return;
    }
    const QString constraint = input.flat.has(Keyword::OneOf)   ? QStringLiteral("oneOf")
                               : input.flat.has(Keyword::AnyOf) ? QStringLiteral("anyOf")
                                                                : QStringLiteral("type");
    for (qsizetype i = 0; i < input.alternatives.size(); ++i) {
        accept(QStringLiteral("alternative %1").arg(i + 1),
               valid(input.alternatives[i].schema, QStringLiteral("union"), static_cast<int>(i)));
        addAlternative(input, i, spelling);
    }
    if (input.isNullable && spelling == Spelling::Json)
        accept(QStringLiteral("null"), nullptr);
    refuse(QStringLiteral("a word"), Json(QStringLiteral("not-a-value")), constraint);
    if (spelling == Spelling::Text)
        return;
    for (const Json &other :
         JsonArray{JsonArray(), JsonObject(), Json(true), Json(5), Json(1.5), Json(nullptr)})
        refuse(QStringLiteral("none of the alternatives"), other, constraint);
}

/// What breaks a rule of one alternative. What is inside of objects and lists is somebody else's.
void ValueCases::addAlternative(const InputSchema &input, qsizetype index, Spelling spelling)
{
    const Schema &schema = input.alternatives[index].schema;
    const InputSchema member(schema, m_find);
    if (member.isUnion)
        return;
    QStringList inner;
    QList<ValueCase> outer = std::exchange(m_cases, {});
    QStringList *constraints = std::exchange(m_constraints, &inner);
    const Json start = valid(schema, QStringLiteral("union"), static_cast<int>(index));
    const QList<ValueCase> cases = make(member, spelling, start, &inner);
    m_cases = outer;
    m_constraints = constraints;
    const auto named = [index](const QString &constraint) {
        return QStringLiteral("%1 of alternative %2").arg(constraint).arg(index + 1);
    };
    for (const ValueCase &made : cases) {
        if (made.isMeantWell)
            accept(QStringLiteral("alternative %1, %2").arg(index + 1).arg(made.note), made.value);
        else if (made.constraint != u"type")
            refuse(QStringLiteral("alternative %1, %2").arg(index + 1).arg(made.note), made.value,
                   named(made.constraint));
    }
    for (const QString &constraint : std::as_const(inner)) {
        if (constraint != u"type")
            note(named(constraint));
    }
}

void ValueCases::addTags(const InputSchema &input)
{
    const QString constraint = QStringLiteral("discriminator");
    Json some;
    for (const InputSchema::Alternative &alternative : input.alternatives) {
        const Json made = tagged(input, alternative, QStringLiteral("union"));
        for (const Json &tag : alternative.tags) {
            JsonObject object = made.object();
            object.insert(input.tagField, tag);
            accept(QStringLiteral("the alternative %1").arg(tag.toString()), Json(object));
            some = Json(object);
        }
    }
    note(constraint);
    if (some.isUndefined())
        return;
    JsonObject object = some.object();
    object.insert(input.tagField, QStringLiteral("none-of-these"));
    refuse(QStringLiteral("another tag"), Json(object), constraint);
    object.remove(input.tagField);
    refuse(QStringLiteral("no tag"), Json(object), constraint);
    refuse(QStringLiteral("a list"), JsonArray(), QStringLiteral("type"));
    refuse(QStringLiteral("a text"), Json(QStringLiteral("not-a-value")), QStringLiteral("type"));
}

} // namespace Mock
