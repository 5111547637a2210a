#pragma once

#include "designer/schema/evaluate/evaluator.h"
#include "designer/schema/schema_messages.h"

// The part of Evaluator for schemas that apply to the same value.

namespace Design::Compiled
{

template<Mode mode>
bool Evaluator<mode>::runDynamic(const DynamicReference &reference, const Json &value,
                                 Evaluated *evaluated)
{
    const Node *target = reference.fallback;
    for (const Resource *resource : m_scope) {
        if (const Node *outer = resource->find(reference.anchor)) {
            target = outer;
            break;
        }
    }
    return run(*target, value, evaluated);
}

/// Whether the value is valid there; errors go to the list, and marks count only if it is.
template<Mode mode>
bool Evaluator<mode>::tryBranch(const Node &branch, const Json &value, Evaluated *evaluated,
                                QList<SchemaError> *errors)
{
    if (!goesOn())
        return probe(branch, value, evaluated);
    QList<SchemaError> outer = std::exchange(m_errors, {});
    const bool wasFull = m_isFull;
    Evaluated own;
    const bool isValid = run(branch, value, evaluated ? &own : nullptr);
    if (isValid && evaluated)
        evaluated->add(own);
    *errors = std::exchange(m_errors, std::move(outer));
    m_isFull = wasFull;
    return isValid;
}

template<Mode mode>
bool Evaluator<mode>::probe(const Node &node, const Json &value, Evaluated *evaluated)
{
    if (!collects && !evaluated)
        return run(node, value);
    const bool wasProbing = std::exchange(m_isProbing, true);
    bool isValid = false;
    if (evaluated) {
        Evaluated own;
        isValid = run(node, value, &own);
        if (isValid)
            evaluated->add(own);
    } else {
        isValid = run(node, value);
    }
    m_isProbing = wasProbing;
    return isValid;
}

template<Mode mode>
bool Evaluator<mode>::runAnyOf(const Node &node, const Instruction &step, const Json &value,
                               Evaluated *evaluated)
{
    bool isDecided = false;
    const bool decision = runTagged(node, step, value, evaluated, &isDecided);
    if (isDecided)
        return decision;
    bool isValid = false;
    if constexpr (!collects) {
        for (const Node *branch : step.branches->nodes) {
            isValid = probe(*branch, value, evaluated) || isValid;
            if (m_isCostly || (isValid && !evaluated))
                break;
        }
        return isValid && !m_isCostly;
    }
    QList<QList<SchemaError>> errors;
    for (const Node *branch : step.branches->nodes) {
        QList<SchemaError> found;
        isValid = tryBranch(*branch, value, evaluated, &found) || isValid;
        if (m_isCostly)
            return false;
        if (isValid && !evaluated)
            return true;
        errors.append(found);
    }
    return isValid || failBranches(node, step, value, errors);
}

template<Mode mode>
bool Evaluator<mode>::runOneOf(const Node &node, const Instruction &step, const Json &value,
                               Evaluated *evaluated)
{
    bool isDecided = false;
    const bool decision = runTagged(node, step, value, evaluated, &isDecided);
    if (isDecided)
        return decision;
    const auto &nodes = step.branches->nodes;
    if constexpr (!collects) {
        int fitting = 0;
        for (size_t i = 0; i < nodes.size() && fitting < 2 && !m_isCostly; ++i)
            fitting += probe(*nodes[i], value, evaluated) ? 1 : 0;
        return fitting == 1 && !m_isCostly;
    }
    int first = -1;
    QList<QList<SchemaError>> errors;
    for (size_t i = 0; i < nodes.size(); ++i) {
        QList<SchemaError> found;
        const bool fits = tryBranch(*nodes[i], value, evaluated, &found);
        if (m_isCostly)
            return false;
        if (fits && first >= 0)
            return fail(severalError(node, *step.branches, value, first, static_cast<int>(i)));
        if (fits)
            first = static_cast<int>(i);
        errors.append(found);
    }
    return first >= 0 || failBranches(node, step, value, errors);
}

/// Where a discriminator names the alternative, it alone counts. Without one another property may
/// tell, which changes nothing but the work; the reasons are those of all alternatives.
template<Mode mode>
bool Evaluator<mode>::runTagged(const Node &node, const Instruction &step, const Json &value,
                                Evaluated *evaluated, bool *isDecided)
{
    const Branches &branches = *step.branches;
    if (!collects && !branches.telling.name.isEmpty() && value.isObject()) {
        const TellingProperty &telling = branches.telling;
        const Json *text = value.find(telling.name);
        *isDecided = text != nullptr;
        const int found = text && text->isString() ? telling.texts.indexOf(text->string()) : -1;
        if (found < 0)
            return false;
        const int branch = telling.branches[static_cast<size_t>(found)];
        return run(*branches.nodes[static_cast<size_t>(branch)], value, evaluated);
    }
    if (branches.tags.size() == 0 || !value.isObject())
        return false;
    const Json *tag = value.find(branches.tagProperty);
    const bool isText = tag && tag->isString();
    const int index = isText ? branches.tags.indexOf(tag->string()) : -1;
    const int branch =
        index >= 0 ? branches.tagBranches[static_cast<size_t>(index)] : branches.otherwise;
    *isDecided = branch >= 0 || (isText && branches.decidesAll);
    if (branch >= 0)
        return run(*branches.nodes[static_cast<size_t>(branch)], value, evaluated);
    if (*isDecided && collects)
        return fail(tagError(node, branches, *tag));
    return false;
}

/// What extends the model asks for its part; a name that nothing has asks for nothing.
template<Mode mode>
bool Evaluator<mode>::runSubtype(const Node &node, const Instruction &step, const Json &value,
                                 Evaluated *evaluated)
{
    bool isDecided = false;
    const bool decision = runTagged(node, step, value, evaluated, &isDecided);
    return decision || !isDecided;
}

template<Mode mode>
bool Evaluator<mode>::runNot(const Node &node, const Instruction &step, const Json &value)
{
    const bool fits = probe(*step.node, value, nullptr);
    if (m_isCostly)
        return false;
    return !fits || fail(node, step, value);
}

template<Mode mode>
bool Evaluator<mode>::runIf(const Conditional &conditional, const Json &value, Evaluated *evaluated)
{
    if (!conditional.onTrue && !conditional.onFalse && !evaluated)
        return true;
    const bool fits = probe(*conditional.condition, value, evaluated);
    if (m_isCostly)
        return false;
    const Node *next = fits ? conditional.onTrue : conditional.onFalse;
    return !next || run(*next, value, evaluated);
}

/// Says which alternative came closest, and why it does not fit.
template<Mode mode>
bool Evaluator<mode>::failBranches(const Node &node, const Instruction &step, const Json &value,
                                   const QList<QList<SchemaError>> &errors)
{
    if constexpr (collects) {
        if (!m_isProbing)
            return fail(noneError(node, step.keyword, *step.branches, value, errors, here()));
    }
    return false;
}

} // namespace Design::Compiled
