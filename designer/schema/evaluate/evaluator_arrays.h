#pragma once

#include "designer/schema/evaluate/evaluator.h"
#include "designer/schema/schema_messages.h"

// The part of Evaluator for arrays.

namespace Design::Compiled
{

template<Mode mode>
bool Evaluator<mode>::runItems(const Node &node, const ArrayRules &rules, const Json &value,
                               Evaluated *evaluated)
{
    const JsonArray &array = value.array();
    const qsizetype prefix = qMin(array.size(), static_cast<qsizetype>(rules.prefix.size()));
    bool isValid = true;
    for (qsizetype i = 0; i < prefix; ++i) {
        const Node &item = *rules.prefix[static_cast<size_t>(i)];
        if (!childOf(node, Keyword::PrefixItems, item, array[i], nullptr, i)) {
            isValid = false;
            if (!goesOn())
                return false;
        }
    }
    const Node *rest = rules.rest;
    while (!collects && rest && rest->isReference)
        rest = rest->target();
    if (rest && !spend(node, array.size()))
        return false;
    for (qsizetype i = prefix; rest && i < array.size(); ++i) {
        const Json &item = array[i];
        if (rest->isFree(item))
            continue;
        if (!collects && rest->members && item.isObject()) {
            if (!runMembers(*rest, *rest->members, item, nullptr))
                return failInside(nullptr, i);
        } else if (!childOf(node, rules.restKeyword, *rest, item, nullptr, i)) {
            isValid = false;
            if (!goesOn())
                return false;
        }
    }
    if (evaluated) {
        evaluated->markUpTo(prefix);
        if (rules.marksAll)
            evaluated->markAll();
    }
    return isValid;
}

template<Mode mode>
bool Evaluator<mode>::runContains(const Node &node, const Instruction &step, const Json &value,
                                  Evaluated *evaluated)
{
    const ContainsRules &rules = *step.contains;
    const JsonArray &array = value.array();
    const bool needsAll = rules.most >= 0 || (evaluated && rules.marks);
    qint64 found = 0;
    for (qsizetype i = 0; i < array.size() && (needsAll || found < rules.least); ++i) {
        const bool fits = probe(*rules.node, array[i], nullptr);
        if (m_isCostly)
            return false;
        if (fits && evaluated && rules.marks)
            evaluated->mark(i);
        found += fits ? 1 : 0;
    }
    const bool isValid = found >= rules.least && (rules.most < 0 || found <= rules.most);
    if constexpr (collects)
        return isValid || fail(containsError(node, rules, value, found));
    return isValid;
}

template<Mode mode>
bool Evaluator<mode>::runUnevaluatedItems(const Node &node, const Instruction &step,
                                          const Json &value, Evaluated *evaluated)
{
    const JsonArray &array = value.array();
    bool isValid = true;
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (evaluated->contains(i))
            continue;
        if (!childOf(node, step.keyword, *step.node, array[i], nullptr, i)) {
            isValid = false;
            if (!goesOn())
                return false;
        }
    }
    evaluated->markAll();
    return isValid;
}

} // namespace Design::Compiled
