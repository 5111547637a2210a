#pragma once

#include "designer/schema/evaluate/evaluator.h"
#include "designer/schema/schema_messages.h"

// The part of Evaluator for objects.

namespace Design::Compiled
{

template<Mode mode>
bool Evaluator<mode>::isRequired(const ObjectRules::Property &property) const
{
    if (!property.isRequired)
        return false;
    switch (m_options.direction) {
    case Direction::Request:
        return !property.isReadOnly;
    case Direction::Response:
        return !property.isWriteOnly;
    case Direction::None:
        break;
    }
    return true;
}

/// By what is known about objects with these keys; else by their names, and then it is known.
template<Mode mode>
bool Evaluator<mode>::runProperties(const Node &node, const ObjectRules &rules, const Json &value,
                                    Evaluated *evaluated)
{
    const JsonObject &object = value.object();
    const JsonShape *shape = object.shape();
    const ShapePlan *plan = shape ? rules.shapes->find(shape->kinds) : nullptr;
    if (plan && m_depth + plan->levels <= m_options.depth)
        return runPlan(node, *plan, object.members(), evaluated);
    plan = shape ? rules.shapes->find(shape->keys) : nullptr;
    const bool isValid = plan ? runPlan(node, *plan, object.members(), evaluated)
                              : runAllNames(node, rules, object.members(), evaluated);
    // What is invalid comes again too: each alternative of a oneOf sees the values of the others.
    // There the patterns for names may not all have been tried, so nobody has paid for them.
    if (shape && (isValid || (!rules.hasPatterns && !m_isCostly)))
        rules.shapes->learn(rules, object);
    return isValid;
}

/// One level further down.
template<Mode mode>
bool Evaluator<mode>::runMembers(const Node &node, const ObjectRules &rules, const Json &value,
                                 Evaluated *evaluated)
{
    if (m_depth >= m_options.depth)
        return stopForDepth(node);
    ++m_depth;
    const bool isValid = runProperties(node, rules, value, evaluated);
    --m_depth;
    return isValid;
}

template<Mode mode>
bool Evaluator<mode>::runPlannedCheck(const ShapePlan::Check &check, const Json &value)
{
    if (check.members)
        return runMembers(*check.node, *check.members, value, nullptr);
    if (check.begin)
        return runChecks(*check.node, check.begin, check.end, value);
    if (check.items)
        return runItems(*check.node, *check.items, value, nullptr);
    const bool isFree = check.freeStorages & (1U << static_cast<unsigned>(value.storage()));
    return isFree || run(*check.node, value);
}

template<Mode mode>
bool Evaluator<mode>::runPlannedChecks(const ShapePlan &plan,
                                       const QList<JsonObject::Member> &members)
{
    for (const ShapePlan::Check &check : plan.checks) {
        const JsonObject::Member &member = members[check.member];
        if (!runPlannedCheck(check, member.value))
            return failInside(&member.key, -1);
    }
    for (const ShapePlan::Inside &inside : plan.insides) {
        const JsonObject::Member &member = members[inside.member];
        ++m_depth;
        const bool isValid = inside.each
                                 ? runPlannedItems(inside, member.value.array())
                                 : runPlannedChecks(inside.plan, member.value.object().members());
        --m_depth;
        if (!isValid)
            return failInside(&member.key, -1);
    }
    return true;
}

template<Mode mode>
bool Evaluator<mode>::runPlannedItems(const ShapePlan::Inside &inside, const JsonArray &array)
{
    if (!spend(*inside.each, array.size() * inside.plan.members))
        return false;
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!runPlannedChecks(inside.plan, array[i].object().members()))
            return failInside(nullptr, i);
    }
    return true;
}

template<Mode mode>
bool Evaluator<mode>::runPlan(const Node &node, const ShapePlan &plan,
                              const QList<JsonObject::Member> &members, Evaluated *evaluated)
{
    if (!plan.hasRequired[static_cast<size_t>(m_options.direction)] || !spend(node, plan.members) ||
        !runPlannedChecks(plan, members))
        return false;
    if (evaluated) {
        for (const quint32 at : plan.evaluated)
            evaluated->mark(at);
    }
    return true;
}

template<Mode mode>
bool Evaluator<mode>::runAllNames(const Node &node, const ObjectRules &rules,
                                  const QList<JsonObject::Member> &members, Evaluated *evaluated)
{
    if (rules.parts.empty())
        return runNames(node, rules, members, evaluated);
    return std::all_of(rules.parts.begin(), rules.parts.end(), [&](const ObjectRules *part) {
        return runNames(node, *part, members, evaluated);
    });
}

/// One pass over the members. As each key is there once, counting the required ones is enough.
template<Mode mode>
bool Evaluator<mode>::runNames(const Node &node, const ObjectRules &rules,
                               const QList<JsonObject::Member> &members, Evaluated *evaluated)
{
    const int needed = rules.required[static_cast<size_t>(m_options.direction)];
    if (members.size() < needed || !spend(node, members.size()))
        return false;
    const bool hasOthers = !rules.patterns.empty() || rules.additional;
    int found = 0;
    int guess = 0; // members mostly come in the order of the schema
    for (qsizetype at = 0; at < members.size(); ++at) {
        const JsonObject::Member &member = members[at];
        const bool isGuessed = guess < rules.names.size() && rules.names.name(guess) == member.key;
        const int index = isGuessed ? guess : rules.names.indexOf(member.key);
        bool isEvaluated = false;
        if (index >= 0) {
            guess = index + 1;
            const ObjectRules::Property &property = rules.properties[static_cast<size_t>(index)];
            found += isRequired(property) ? 1 : 0;
            if (property.node) {
                isEvaluated = true;
                if (!child(*property.node, member.value, &member.key, -1))
                    return false;
            }
        }
        if (hasOthers && !runOthers(node, rules, member, isEvaluated, &isEvaluated))
            return false;
        if (evaluated && isEvaluated)
            evaluated->mark(at);
    }
    if (evaluated && rules.marksAll)
        evaluated->markAll();
    return found == needed;
}

/// patternProperties and additionalProperties for one member.
template<Mode mode>
bool Evaluator<mode>::runOthers(const Node &node, const ObjectRules &rules,
                                const JsonObject::Member &member, bool isKnown, bool *isEvaluated)
{
    bool isValid = true;
    for (const ObjectRules::PatternRule &rule : rules.patterns) {
        if (!search(node, Keyword::PatternProperties, rule.pattern, member.key)) {
            if (m_isCostly)
                return false;
            continue;
        }
        isKnown = true;
        if (!childOf(node, Keyword::PatternProperties, *rule.node, member.value, &member.key, -1)) {
            isValid = false;
            if (!goesOn())
                return false;
        }
    }
    *isEvaluated = isKnown;
    if (isKnown || !rules.additional)
        return isValid;
    *isEvaluated = true;
    return childOf(node, Keyword::AdditionalProperties, *rules.additional, member.value,
                   &member.key, -1) &&
           isValid;
}

/// The same as runProperties(), with the errors in the order of the schema: people read them so.
template<Mode mode>
bool Evaluator<mode>::collectProperties(const Node &node, const ObjectRules &rules,
                                        const Json &value, Evaluated *evaluated)
{
    const JsonObject &object = value.object();
    if (!spend(node, object.size() + rules.names.size()))
        return false;
    bool isValid = true;
    for (int index = 0; index < rules.names.size(); ++index) {
        const ObjectRules::Property &property = rules.properties[static_cast<size_t>(index)];
        const QString &name = rules.names.name(index);
        const qsizetype at = object.indexOf(name);
        if (at < 0 && !isRequired(property))
            continue;
        if (at < 0) {
            isValid = fail(missingError(node, Keyword::Required, name));
        } else if (property.node) {
            const JsonObject::Member &member = object.members()[at];
            isValid =
                childOf(node, Keyword::Properties, *property.node, member.value, &member.key, -1) &&
                isValid;
        }
        if (!isValid && !goesOn())
            return false;
    }
    for (qsizetype at = 0; at < object.size(); ++at) {
        const JsonObject::Member &member = object.members()[at];
        const int index = rules.names.indexOf(member.key);
        bool isEvaluated = index >= 0 && rules.properties[static_cast<size_t>(index)].node;
        if (!runOthers(node, rules, member, isEvaluated, &isEvaluated)) {
            isValid = false;
            if (!goesOn())
                return false;
        }
        if (evaluated && isEvaluated)
            evaluated->mark(at);
    }
    if (evaluated && rules.marksAll)
        evaluated->markAll();
    return isValid;
}

template<Mode mode>
bool Evaluator<mode>::runPropertyNames(const Node &node, const Instruction &step, const Json &value)
{
    bool isValid = true;
    for (const JsonObject::Member &member : value.object()) {
        QList<SchemaError> errors;
        if (tryBranch(*step.node, Json(member.key), nullptr, &errors))
            continue;
        isValid = false;
        if (m_isCostly || !goesOn())
            return fail(node, step, value);
        fail(nameError(node, member.key, errors));
    }
    return isValid;
}

template<Mode mode>
bool Evaluator<mode>::runDependent(const Node &node, const Instruction &step, const Json &value,
                                   Evaluated *evaluated)
{
    const JsonObject &object = value.object();
    bool isValid = true;
    for (const DependentRules::Rule &rule : step.dependent->rules) {
        if (!spend(node, 1))
            return false;
        if (!object.contains(rule.name))
            continue;
        for (const QString &name : rule.required) {
            if (!object.contains(name)) {
                isValid = false;
                if (!goesOn())
                    return fail(node, step, value);
                fail(missingError(node, step.keyword, name, rule.name));
            }
        }
        if (rule.node && !run(*rule.node, value, evaluated)) {
            isValid = false;
            if (!goesOn())
                return false;
        }
    }
    return isValid;
}

template<Mode mode>
bool Evaluator<mode>::runUnevaluatedProperties(const Node &node, const Instruction &step,
                                               const Json &value, Evaluated *evaluated)
{
    const QList<JsonObject::Member> &members = value.object().members();
    bool isValid = true;
    for (qsizetype at = 0; at < members.size(); ++at) {
        if (evaluated->contains(at))
            continue;
        if (!childOf(node, step.keyword, *step.node, members[at].value, &members[at].key, -1)) {
            isValid = false;
            if (!goesOn())
                return false;
        }
    }
    evaluated->markAll();
    return isValid;
}

} // namespace Design::Compiled
