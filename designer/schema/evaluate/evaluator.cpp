#include "designer/schema/evaluate/evaluator.h"

#include "designer/schema/evaluate/evaluator_arrays.h"
#include "designer/schema/evaluate/evaluator_branches.h"
#include "designer/schema/evaluate/evaluator_objects.h"
#include "designer/schema/evaluate/value_checks.h"
#include "designer/schema/schema_messages.h"
#include "designer/text/pointer.h"

namespace Design::Compiled
{

namespace
{

constexpr qint64 costOfError = 100; // steps: its texts have to be made
constexpr qint64 charactersPerStep = 16;
constexpr qint64 valuesPerStep = 8;

} // namespace

template<Mode mode>
Evaluator<mode>::Evaluator(const ValidateOptions &options)
    : m_options(options)
    , m_left(options.steps)
{
}

template<Mode mode>
bool Evaluator<mode>::run(const Node &first, const Json &value, Evaluated *evaluated)
{
    const Node *direct = &first;
    while (!collects && direct->isReference)
        direct = direct->target();
    const Node &node = *direct;
    if (!spend(node, 1))
        return false;
    if (node.isFree(value))
        return true;
    if (!collects && node.members && value.isObject())
        return runMembers(node, *node.members, value, evaluated);
    const Kind kind = kindOf(value);
    if (node.types != AllTypes && !takesType(node, kind, value)) {
        if constexpr (collects) {
            if (!m_isProbing)
                return fail(typeError(node, value));
        }
        return false;
    }
    const Instruction *const begin = node.begin(kind);
    const Instruction *const end = node.end(kind);
    if (begin == end)
        return true;
    if (node.hasOnlyChecks(kind))
        return runChecks(node, begin, end, value);
    if (m_depth >= m_options.depth)
        return stopForDepth(node);
    ++m_depth;
    const bool mayPass = !collects && !node.resource && !node.tracksEvaluated;
    const bool isValid =
        mayPass ? runSteps(node, kind, value, evaluated) : enter(node, kind, value, evaluated);
    --m_depth;
    return isValid;
}

template<Mode mode>
bool Evaluator<mode>::takesType(const Node &node, Kind kind, const Json &value) const
{
    constexpr std::array<quint8, kindCount> bits{NullBit,   BooleanBit, NumberBits,
                                                 StringBit, ArrayBit,   ObjectBit};
    const quint8 allowed = node.types & bits[static_cast<size_t>(kind)];
    if (allowed != IntegerBit || value.isInt64())
        return allowed;
    return node.isLexical ? value.isInteger() : isIntegral(value);
}

/// A node that looks at nothing but the value itself: most nodes are like that, and for them there
/// is nothing to keep track of.
template<Mode mode>
bool Evaluator<mode>::runChecks(const Node &node, const Instruction *begin, const Instruction *end,
                                const Json &value)
{
    bool isValid = true;
    for (const Instruction *step = begin; step != end; ++step) {
        if (step->op == Op::Accept)
            return true;
        if (!checkValue(node, *step, value)) {
            isValid = false;
            fail(node, *step, value);
            if (!goesOn())
                return false;
        }
    }
    return isValid;
}

template<Mode mode>
bool Evaluator<mode>::enter(const Node &node, Kind kind, const Json &value, Evaluated *evaluated)
{
    const NodeId site = m_site;
    if (node.id != NodeId::None)
        m_site = node.id;
    const bool isNewScope = node.resource && (m_scope.isEmpty() || m_scope.last() != node.resource);
    if (isNewScope)
        m_scope.append(node.resource);
    const bool isValid = node.tracksEvaluated ? runTracked(node, kind, value, evaluated)
                                              : runSteps(node, kind, value, evaluated);
    if (isNewScope)
        m_scope.removeLast();
    m_site = site;
    return isValid;
}

/// What this node's keywords evaluate is for itself first, then for who asked.
template<Mode mode>
bool Evaluator<mode>::runTracked(const Node &node, Kind kind, const Json &value,
                                 Evaluated *evaluated)
{
    Evaluated own;
    const bool isValid = runSteps(node, kind, value, &own);
    if (isValid && evaluated)
        evaluated->add(own);
    return isValid;
}

template<Mode mode>
bool Evaluator<mode>::runSteps(const Node &node, Kind kind, const Json &value, Evaluated *evaluated)
{
    bool isValid = true;
    const Instruction *const end = node.end(kind);
    for (const Instruction *step = node.begin(kind); step != end; ++step) {
        if (step->op == Op::Accept)
            return true;
        if (!execute(node, *step, value, evaluated)) {
            isValid = false;
            if (!goesOn())
                return false;
        }
    }
    return isValid;
}

template<Mode mode>
bool Evaluator<mode>::execute(const Node &node, const Instruction &step, const Json &value,
                              Evaluated *evaluated)
{
    if (isCheck(step.op))
        return checkValue(node, step, value) || fail(node, step, value);
    if (!spend(node, 1))
        return false;
    switch (step.op) {
    case Op::Items:
        return runItems(node, *step.array, value, evaluated);
    case Op::Contains:
        return runContains(node, step, value, evaluated);
    case Op::UnevaluatedItems:
        return runUnevaluatedItems(node, step, value, evaluated);
    case Op::Properties:
        if constexpr (collects)
            return collectProperties(node, *step.object, value, evaluated);
        return runProperties(node, *step.object, value, evaluated);
    case Op::PropertyNames:
        return runPropertyNames(node, step, value);
    case Op::Dependent:
        return runDependent(node, step, value, evaluated);
    case Op::UnevaluatedProperties:
        return runUnevaluatedProperties(node, step, value, evaluated);
    case Op::Apply:
        return run(*step.node, value, evaluated);
    case Op::ApplyDynamic:
        return runDynamic(*step.dynamic, value, evaluated);
    case Op::AnyOf:
        return runAnyOf(node, step, value, evaluated);
    case Op::OneOf:
        return runOneOf(node, step, value, evaluated);
    case Op::Subtype:
        return runSubtype(node, step, value, evaluated);
    case Op::Not:
        return runNot(node, step, value);
    case Op::If:
        return runIf(*step.conditional, value, evaluated);
    default:
        return true;
    }
}

/// The instructions for which isCheck() is true; reports nothing.
template<Mode mode>
bool Evaluator<mode>::checkValue(const Node &node, const Instruction &step, const Json &value)
{
    switch (step.op) {
    case Op::Never:
        return false;
    case Op::Values:
        return spend(node, static_cast<qint64>(step.values->others.size()) / valuesPerStep) &&
               contains(*step.values, value);
    case Op::LowerLimit:
    case Op::UpperLimit:
    case Op::LowerOpenLimit:
    case Op::UpperOpenLimit:
    case Op::MultipleOf:
        return fitsLimit(step, value);
    case Op::MinLength:
    case Op::MaxLength:
        return fitsLength(step, value.string());
    case Op::MatchesPattern:
        return spend(node, value.string().size() / charactersPerStep) &&
               search(node, step.keyword, *step.pattern, value.string());
    case Op::HasFormat:
        return spend(node, value.string().size() / charactersPerStep) &&
               hasFormat(step.format, value);
    case Op::MinItems:
        return value.array().size() >= step.count;
    case Op::MaxItems:
        return value.array().size() <= step.count;
    case Op::UniqueItems: {
        qint64 steps = 0;
        const bool isUnique = hasUniqueItems(value.array(), &steps);
        return spend(node, steps) && isUnique;
    }
    case Op::MinProperties:
        return value.object().size() >= step.count;
    case Op::MaxProperties:
        return value.object().size() <= step.count;
    default:
        return true;
    }
}

/// Whether the pattern is found; a search that takes too long stops everything.
template<Mode mode>
bool Evaluator<mode>::search(const Node &node, Keyword keyword, const Pattern &pattern,
                             const QString &text)
{
    qint64 cost = 0;
    const Pattern::Match match = pattern.search(text, &cost);
    if (match == Pattern::Match::TooCostly)
        return stop(node, keyword, QStringLiteral("its pattern takes too long"));
    return spend(node, cost) && match == Pattern::Match::Yes;
}

template<Mode mode>
bool Evaluator<mode>::child(const Node &node, const Json &value, const QString *key,
                            qsizetype index)
{
    if constexpr (!collects)
        return run(node, value) || failInside(key, index);
    const Step *const up = m_step;
    const Step step{up, key, index};
    m_step = &step;
    const bool isValid = run(node, value);
    m_step = up;
    return isValid;
}

/// Without a list of steps, where the work stopped is put together on the way back.
template<Mode mode>
bool Evaluator<mode>::failInside(const QString *key, qsizetype index)
{
    if (m_isCostly)
        m_stop->instance.prepend(key ? childPointer({}, *key) : childPointer({}, index));
    return false;
}

template<Mode mode>
bool Evaluator<mode>::childOf(const Node &owner, Keyword keyword, const Node &node,
                              const Json &value, const QString *key, qsizetype index)
{
    if (!collects || !node.isNever)
        return child(node, value, key, index);
    const Step *const up = m_step;
    const Step step{up, key, index};
    m_step = &step;
    fail(forbiddenError(owner, keyword, value));
    m_step = up;
    return false;
}

template<Mode mode>
bool Evaluator<mode>::stopForBudget(const Node &node)
{
    return stop(node, Keyword::Unknown,
                QStringLiteral("more than %1 steps of work").arg(m_options.steps));
}

template<Mode mode>
bool Evaluator<mode>::stopForDepth(const Node &node)
{
    return stop(node, Keyword::Unknown,
                QStringLiteral("more than %1 schemas inside one another").arg(m_options.depth));
}

template<Mode mode>
bool Evaluator<mode>::stop(const Node &node, Keyword keyword, const QString &why)
{
    if (!m_isCostly) {
        m_isCostly = true;
        m_stop = std::make_unique<SchemaError>();
        m_stop->instance = here();
        m_stop->schema = node.id != NodeId::None ? node.id : m_site;
        m_stop->keyword = keyword;
        m_stop->message = QStringLiteral("checking was given up: %1").arg(why);
    }
    return false;
}

template<Mode mode>
bool Evaluator<mode>::fail(const Node &node, const Instruction &step, const Json &value)
{
    if constexpr (collects) {
        if (!m_isProbing && !m_isCostly)
            return fail(errorOf(node, step, value));
    }
    return false;
}

template<Mode mode>
bool Evaluator<mode>::fail(SchemaError error)
{
    if (m_isProbing || m_isFull || m_isCostly)
        return false;
    m_left -= costOfError;
    error.instance = here() + error.instance;
    if (error.schema == NodeId::None)
        error.schema = m_site;
    m_errors.append(std::move(error));
    m_isFull = !m_options.collectAll || m_errors.size() >= m_options.errors;
    return false;
}

template<Mode mode>
QString Evaluator<mode>::here() const
{
    QList<const Step *> steps;
    for (const Step *step = m_step; step; step = step->up)
        steps.prepend(step);
    QString pointer;
    for (const Step *step : std::as_const(steps)) {
        pointer =
            step->key ? childPointer(pointer, *step->key) : childPointer(pointer, step->index);
    }
    return pointer;
}

template class Evaluator<Mode::Check>;
template class Evaluator<Mode::Collect>;

} // namespace Design::Compiled
