#include "mockserver/contract/value_cases.h"

#include <algorithm>

using namespace Design;

namespace Mock
{

namespace
{

constexpr qint64 mostInside = 1'000; ///< items and members of a value that is sent

JsonObject without(JsonObject object, const QString &name)
{
    object.remove(name);
    return object;
}

} // namespace

QString newName(const JsonObject &object, int number)
{
    QString name = QLatin1String("key") + QString::number(number);
    while (object.contains(name))
        name += u'x';
    return name;
}

void ValueCases::addItems(const InputSchema &input, const Json &valid)
{
    const LengthLimit least = input.flat.length(Keyword::MinItems);
    const LengthLimit most = input.flat.length(Keyword::MaxItems);
    const bool isSet = input.flat.flag(Keyword::UniqueItems);
    const Schema items = input.flat.schema(Keyword::Items);
    const auto ofSize = [&](qint64 size) {
        JsonArray list = valid.array().mid(0, size);
        for (int variant = 1; list.size() < size && variant < 200 + 2 * size; ++variant) {
            const Json item = items.isAbsent()
                                  ? Json(variant)
                                  : this->valid(items, QStringLiteral("item"), variant);
            if (!isSet || !list.contains(item))
                list.append(item);
        }
        return Json(list);
    };
    const QString leastName = keywordName(Keyword::MinItems);
    const QString mostName = keywordName(Keyword::MaxItems);
    if (least.isSet() && least.value > 0) {
        note(leastName);
        if (least.value < mostInside) {
            accept(QStringLiteral("with the fewest items"), ofSize(least.value));
            refuse(QStringLiteral("one item fewer than minItems"), ofSize(least.value - 1),
                   leastName);
        }
    }
    if (most.isSet()) {
        note(mostName);
        if (most.value < mostInside) {
            accept(QStringLiteral("with the most items"), ofSize(most.value));
            refuse(QStringLiteral("one item more than maxItems"), ofSize(most.value + 1), mostName);
        }
    }
    if (isSet) {
        JsonArray twice = ofSize(std::max<qint64>(1, least.value)).array();
        if (!twice.isEmpty())
            twice.append(twice.first());
        const QString unique = keywordName(Keyword::UniqueItems);
        if (m_isFastApi) // a set takes what comes twice once
            accept(QStringLiteral("with an item twice"), Json(twice));
        else
            refuse(QStringLiteral("with an item twice"), Json(twice), unique);
    }
    const QList<Schema> places = input.places();
    if (!places.isEmpty()) {
        const QString name = keywordName(Keyword::PrefixItems);
        refuse(QStringLiteral("with one item too much"),
               Json(valid.array() + JsonArray{Json(QStringLiteral("unexpected"))}), name);
        if (!valid.array().isEmpty())
            refuse(QStringLiteral("without the last item"),
                   Json(valid.array().mid(0, places.size() - 1)), name);
    }
}

void ValueCases::addContains(const InputSchema &input, const Json &valid)
{
    const Schema wanted = input.flat.schema(Keyword::Contains);
    if (wanted.isAbsent())
        return;
    const Json least = input.flat.value(Keyword::MinContains).value;
    const Json most = input.flat.value(Keyword::MaxContains).value;
    JsonArray others;
    JsonArray fitting;
    for (const Json &item : valid.array())
        (accepts(wanted, item) ? fitting : others).append(item);
    const Schema items = input.flat.schema(Keyword::Items);
    constexpr int tries = 20;
    for (int variant = 0; others.isEmpty() && variant < tries; ++variant) {
        const Json item = items.isAbsent()
                              ? Json(variant % 2 == 0 ? Json(variant) : Json(QStringLiteral("a")))
                              : this->valid(items, QStringLiteral("item"), variant);
        if (!accepts(wanted, item))
            others.append(item);
    }
    const QString name = keywordName(least.isNumber() ? Keyword::MinContains : Keyword::Contains);
    const qint64 fewest = least.isNumber() ? least.toInt64() : 1;
    const auto withFitting = [&](qint64 count) {
        JsonArray list = others;
        for (int variant = 0; count > 0; --count, ++variant)
            list.append(variant < fitting.size()
                            ? fitting[variant]
                            : this->valid(wanted, QStringLiteral("contained"), variant));
        return Json(list);
    };
    note(keywordName(Keyword::Contains));
    if (fewest > 0 && fewest < mostInside) {
        accept(QStringLiteral("with as many as must be in it"), withFitting(fewest));
        refuse(QStringLiteral("with one too few of what must be in it"), withFitting(fewest - 1),
               name);
        if (least.isNumber()) // they are one rule
            refuse(QStringLiteral("without what must be in it"), withFitting(0),
                   keywordName(Keyword::Contains));
    }
    if (most.isNumber() && most.toInt64() < mostInside) {
        accept(QStringLiteral("with as many as may be in it"), withFitting(most.toInt64()));
        refuse(QStringLiteral("with one too many of what may be in it"),
               withFitting(most.toInt64() + 1), keywordName(Keyword::MaxContains));
    }
}

/// How many members an object may have.
void ValueCases::addMembers(const InputSchema &input, const Json &valid)
{
    const LengthLimit least = input.flat.length(Keyword::MinProperties);
    const LengthLimit most = input.flat.length(Keyword::MaxProperties);
    const Schema others = input.flat.schema(Keyword::AdditionalProperties);
    const Schema names = input.flat.schema(Keyword::PropertyNames);
    const auto ofSize = [&](qint64 size) {
        JsonObject object = valid.object();
        const QStringList known = input.propertyNames();
        for (const QString &name : known) {
            if (object.size() > size && !input.isRequired(name))
                object.remove(name);
            else if (object.size() < size && !object.contains(name))
                object.insert(name, this->valid(input.property(name), name));
        }
        for (const JsonObject::Member &member : valid.object()) {
            if (object.size() > size && !input.isRequired(member.key))
                object.remove(member.key);
        }
        for (int number = 1; object.size() < size && number < 2 * mostInside; ++number) {
            Json name(newName(object, number));
            if (!names.isAbsent() && !names.isBoolean())
                name = this->valid(names, QStringLiteral("name"), number);
            object.insert(name.toString(),
                          others.isAbsent() || others.isBoolean()
                              ? Json(number)
                              : this->valid(others, QStringLiteral("member"), number));
        }
        return Json(object);
    };
    const QString leastName = keywordName(Keyword::MinProperties);
    const QString mostName = keywordName(Keyword::MaxProperties);
    if (least.isSet() && least.value > 0) {
        note(leastName);
        if (least.value < mostInside) {
            accept(QStringLiteral("with the fewest members"), ofSize(least.value));
            refuse(QStringLiteral("one member fewer than minProperties"), ofSize(least.value - 1),
                   leastName);
        }
    }
    if (most.isSet()) {
        note(mostName);
        if (most.value < mostInside) {
            accept(QStringLiteral("with the most members"), ofSize(most.value));
            refuse(QStringLiteral("one member more than maxProperties"), ofSize(most.value + 1),
                   mostName);
        }
    }
}

/// What the members of a map may be called: each case of a text, as a name.
void ValueCases::addNames(const InputSchema &input, const Json &valid)
{
    Schema names = input.flat.schema(Keyword::PropertyNames);
    if (names.isAbsent() || names.isBoolean())
        return;
    if (!names.has(Keyword::Type) && !names.has(Keyword::Ref))
        names.setTypes({QStringLiteral("string")});
    const InputSchema name(names, m_find);
    QStringList inner;
    const QList<ValueCase> outer = std::exchange(m_cases, {});
    QStringList *constraints = std::exchange(m_constraints, &inner);
    const QList<ValueCase> cases =
        make(name, Spelling::Text, this->valid(names, QStringLiteral("name")), &inner);
    m_cases = outer;
    m_constraints = constraints;
    const Schema others = input.flat.schema(Keyword::AdditionalProperties);
    const Json member = others.isAbsent() || others.isBoolean()
                            ? Json(1)
                            : this->valid(others, QStringLiteral("member"));
    const QString rule = keywordName(Keyword::PropertyNames) + u' ';
    for (const ValueCase &made : cases) {
        if (!made.value.isString())
            continue;
        JsonObject object = valid.object();
        object.insert(made.value.string(), member);
        if (made.isMeantWell)
            accept(QStringLiteral("a name, %1").arg(made.note), Json(object));
        else
            refuse(QStringLiteral("a name, %1").arg(made.note), Json(object),
                   rule + made.constraint);
    }
    for (const QString &constraint : std::as_const(inner))
        note(rule + constraint);
}

void ValueCases::addDependents(const InputSchema &input, const Json &valid)
{
    const QString name = keywordName(Keyword::DependentRequired);
    for (const auto &rule : input.flat.value(Keyword::DependentRequired).value.object()) {
        JsonObject object = valid.object();
        if (!object.contains(rule.key))
            object.insert(rule.key, this->valid(input.property(rule.key), rule.key));
        for (const Json &needed : rule.value.array()) {
            if (!object.contains(needed.toString()))
                object.insert(needed.toString(),
                              this->valid(input.property(needed.toString()), needed.toString()));
        }
        accept(QStringLiteral("%1 with what it needs").arg(rule.key), Json(object));
        for (const Json &needed : rule.value.array())
            refuse(QStringLiteral("%1 without %2").arg(rule.key, needed.toString()),
                   Json(without(object, needed.toString())), name);
    }
}

/// Rules that are schemas of their own: what fits them, or what does not.
void ValueCases::addOthers(const InputSchema &input)
{
    if (const Schema no = input.flat.schema(Keyword::Not); !no.isAbsent()) {
        note(keywordName(Keyword::Not));
        refuse(QStringLiteral("what must not be"), valid(no, QStringLiteral("not")),
               keywordName(Keyword::Not));
    }
    if (const Schema when = input.flat.schema(Keyword::If); !when.isAbsent()) {
        note(keywordName(Keyword::If));
        constexpr int tries = 6;
        for (int variant = 0; variant < tries; ++variant) {
            const Json made = valid(when, QStringLiteral("if"), variant);
            accept(QStringLiteral("what a condition is about"), made);
            refuse(QStringLiteral("what a condition is about, alone"), made,
                   keywordName(Keyword::If));
        }
    }
    for (const Keyword keyword : {Keyword::AnyOf, Keyword::OneOf}) {
        if (!input.isUnion && input.flat.has(keyword) && input.type == u"object") {
            // Each of them asks for some fields: one with none of these.
            note(keywordName(keyword));
            refuse(QStringLiteral("with no field"), JsonObject(), keywordName(keyword));
        }
    }
}

} // namespace Mock
