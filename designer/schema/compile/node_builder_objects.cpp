#include "designer/schema/compile/node_builder.h"

namespace Design
{

using namespace Compiled;

namespace
{

QStringList strings(const Json &array)
{
    QStringList result;
    for (const Json &each : array.array()) {
        if (each.isString())
            result.append(each.string());
    }
    return result;
}

} // namespace

void NodeBuilder::buildProperties()
{
    addCount(Op::MinProperties, Keyword::MinProperties, OnObject);
    addCount(Op::MaxProperties, Keyword::MaxProperties, OnObject);
    ObjectRules rules;
    QStringList names;
    if (isActive(Keyword::Properties)) {
        QSet<QString> seen;
        for (const Named<Schema> &member : m_schema.members(Keyword::Properties)) {
            if (member.isRaw() || seen.contains(member.name))
                continue;
            seen.insert(member.name);
            names.append(member.name);
            rules.properties.push_back({node(member.value), false,
                                        isMarked(member.value, Keyword::ReadOnly, m_place),
                                        isMarked(member.value, Keyword::WriteOnly, m_place)});
        }
    }
    addRequired(&rules, &names);
    if (isActive(Keyword::PatternProperties)) {
        for (const Named<Schema> &member : m_schema.members(Keyword::PatternProperties)) {
            const Pattern *pattern =
                member.isRaw() ? nullptr : m_context.pattern(member.name, m_node.id);
            if (pattern)
                rules.patterns.push_back({*pattern, node(member.value)});
        }
    }
    rules.hasPatterns = !rules.patterns.empty();
    rules.additional = restOf(Keyword::AdditionalProperties, &rules.marksAll);
    if (!names.isEmpty() || !rules.patterns.empty() || rules.marksAll) {
        rules.names = NameTable(names);
        Instruction instruction = make(Op::Properties, Keyword::Properties);
        instruction.object = keep(std::move(rules));
        addCode(OnObject, instruction);
    }
    if (const Node *nameNode = childOf(Keyword::PropertyNames)) {
        Instruction instruction = make(Op::PropertyNames, Keyword::PropertyNames);
        instruction.node = nameNode;
        addCode(OnObject, instruction);
    }
}

void NodeBuilder::addRequired(ObjectRules *rules, QStringList *names)
{
    QHash<QString, qsizetype> index;
    for (qsizetype i = 0; i < names->size(); ++i)
        index.insert(names->at(i), i);
    for (const QString &name : strings(value(Keyword::Required))) {
        if (!index.contains(name)) {
            index.insert(name, names->size());
            names->append(name);
            rules->properties.push_back({nullptr, false, isMarkedElsewhere(name, Keyword::ReadOnly),
                                         isMarkedElsewhere(name, Keyword::WriteOnly)});
        }
        ObjectRules::Property &property = rules->properties[static_cast<size_t>(index.value(name))];
        if (std::exchange(property.isRequired, true))
            continue; // named twice
        rules->required[0] += 1;
        rules->required[1] += property.isReadOnly ? 0 : 1;
        rules->required[2] += property.isWriteOnly ? 0 : 1;
    }
}

/// Whether it is so of the schema or of one that it takes in, by reference or `allOf`.
template<class Test>
bool NodeBuilder::isAnyPart(const Schema &schema, const Place &place, const Test &test, int depth)
{
    constexpr int deepest = 8;
    if (test(schema, place))
        return true;
    if (depth == deepest)
        return false;
    if (const std::optional<Reference> reference = referenceIn(schema, Keyword::Ref)) {
        const Place here = m_context.documents().child(schema, place.resource);
        const Place target = m_context.documents().resolve(*reference, here.resource);
        if (!target.isNull() && isAnyPart(target.schema, target, test, depth + 1))
            return true;
    }
    const QList<Schema> &parts = schema.schemas(Keyword::AllOf);
    return std::any_of(parts.begin(), parts.end(),
                       [&](const Schema &part) { return isAnyPart(part, place, test, depth + 1); });
}

/// Whether the property is readOnly (or writeOnly), itself or by what it refers to.
bool NodeBuilder::isMarked(const Schema &schema, Keyword keyword, const Place &place)
{
    return isAnyPart(schema, place,
                     [&](const Schema &part, const Place &) { return part.flag(keyword); });
}

/// Whether a property that is not declared here is readOnly (or writeOnly) where it is: in what the
/// schema takes in, or in the schemas that take it in and all their other parts.
bool NodeBuilder::isMarkedElsewhere(const QString &name, Keyword keyword)
{
    constexpr int highest = 8;
    Place place = m_place;
    for (int level = 0; level < highest && !place.isNull(); ++level) {
        if (hasMarked(place.schema, name, keyword, place))
            return true;
        place = m_context.parentOfPart(place.schema);
    }
    return false;
}

/// Whether the schema, or one that it takes in, declares a property that is readOnly (or
/// writeOnly).
bool NodeBuilder::hasMarked(const Schema &schema, const QString &name, Keyword keyword,
                            const Place &place)
{
    return isAnyPart(schema, place, [&](const Schema &part, const Place &at) {
        const Schema *property = part.members(Keyword::Properties).find(name);
        return property && isMarked(*property, keyword, at);
    });
}

void NodeBuilder::buildDependencies()
{
    const auto add = [&](Keyword keyword, DependentRules rules) {
        if (rules.rules.empty())
            return;
        Instruction instruction = make(Op::Dependent, keyword);
        instruction.dependent = keep(std::move(rules));
        addCode(OnObject, instruction);
    };
    DependentRules required;
    for (const JsonObject::Member &member : value(Keyword::DependentRequired).object())
        required.rules.push_back({member.key, strings(member.value), nullptr});
    add(Keyword::DependentRequired, std::move(required));
    for (const Keyword keyword : {Keyword::DependentSchemas, Keyword::Dependencies}) {
        if (!isActive(keyword))
            continue;
        DependentRules rules;
        for (const Named<Schema> &member : m_schema.members(keyword)) {
            if (!member.isRaw())
                rules.rules.push_back({member.name, {}, node(member.value)});
            else if (member.raw.isArray())
                rules.rules.push_back({member.name, strings(member.raw), nullptr});
        }
        add(keyword, std::move(rules));
    }
}

} // namespace Design
