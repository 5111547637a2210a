#pragma once

#include "designer/schema/evaluate/evaluated.h"
#include "designer/schema/evaluate/program.h"
#include "designer/schema/validator.h"

namespace Design::Compiled
{

enum class Mode {
    Check,   ///< the outcome only
    Collect, ///< the errors too
};

/// Runs the instructions of nodes over one value. The parts for arrays, objects and branches are
/// in headers of their own, which only evaluator.cpp includes.
template<Mode mode>
class Evaluator
{
public:
    explicit Evaluator(const ValidateOptions &options);

    /// False when the value breaks a rule or the work had to stop: then wasCostly().
    bool run(const Node &node, const Json &value, Evaluated *evaluated = nullptr);

    bool wasCostly() const { return m_isCostly; }
    qint64 stepsLeft() const { return m_left; }
    const SchemaError &stopReason() const { return *m_stop; } ///< if it was
    QList<SchemaError> takeErrors() { return std::exchange(m_errors, {}); }

private:
    static constexpr bool collects = mode == Mode::Collect;

    /// The way from the whole value to the current one, as a list on the stack.
    struct Step {
        const Step *up = nullptr;
        const QString *key = nullptr; ///< null: index
        qsizetype index = 0;
    };

    bool takesType(const Node &node, Kind kind, const Json &value) const;
    bool enter(const Node &node, Kind kind, const Json &value, Evaluated *evaluated);
    bool runTracked(const Node &node, Kind kind, const Json &value, Evaluated *evaluated);
    bool runSteps(const Node &node, Kind kind, const Json &value, Evaluated *evaluated);
    bool execute(const Node &node, const Instruction &step, const Json &value,
                 Evaluated *evaluated);
    bool runChecks(const Node &node, const Instruction *begin, const Instruction *end,
                   const Json &value);
    bool checkValue(const Node &node, const Instruction &step, const Json &value);
    bool search(const Node &node, Keyword keyword, const Pattern &pattern, const QString &text);

    bool runProperties(const Node &node, const ObjectRules &rules, const Json &value,
                       Evaluated *evaluated);
    bool runMembers(const Node &node, const ObjectRules &rules, const Json &value,
                    Evaluated *evaluated);
    bool runPlannedCheck(const ShapePlan::Check &check, const Json &value);
    bool runPlannedChecks(const ShapePlan &plan, const QList<JsonObject::Member> &members);
    bool runPlannedItems(const ShapePlan::Inside &inside, const JsonArray &array);
    bool runPlan(const Node &node, const ShapePlan &plan, const QList<JsonObject::Member> &members,
                 Evaluated *evaluated);
    bool runAllNames(const Node &node, const ObjectRules &rules,
                     const QList<JsonObject::Member> &members, Evaluated *evaluated);
    bool runNames(const Node &node, const ObjectRules &rules,
                  const QList<JsonObject::Member> &members, Evaluated *evaluated);
    bool collectProperties(const Node &node, const ObjectRules &rules, const Json &value,
                           Evaluated *evaluated);
    bool runOthers(const Node &node, const ObjectRules &rules, const JsonObject::Member &member,
                   bool isKnown, bool *isEvaluated);
    bool isRequired(const ObjectRules::Property &property) const;
    bool runPropertyNames(const Node &node, const Instruction &step, const Json &value);
    bool runDependent(const Node &node, const Instruction &step, const Json &value,
                      Evaluated *evaluated);
    bool runUnevaluatedProperties(const Node &node, const Instruction &step, const Json &value,
                                  Evaluated *evaluated);
    bool runItems(const Node &node, const ArrayRules &rules, const Json &value,
                  Evaluated *evaluated);
    bool runContains(const Node &node, const Instruction &step, const Json &value,
                     Evaluated *evaluated);
    bool runUnevaluatedItems(const Node &node, const Instruction &step, const Json &value,
                             Evaluated *evaluated);

    bool runDynamic(const DynamicReference &reference, const Json &value, Evaluated *evaluated);
    bool runAnyOf(const Node &node, const Instruction &step, const Json &value,
                  Evaluated *evaluated);
    bool runOneOf(const Node &node, const Instruction &step, const Json &value,
                  Evaluated *evaluated);
    bool runSubtype(const Node &node, const Instruction &step, const Json &value,
                    Evaluated *evaluated);
    bool runTagged(const Node &node, const Instruction &step, const Json &value,
                   Evaluated *evaluated, bool *isDecided);
    bool runNot(const Node &node, const Instruction &step, const Json &value);
    bool runIf(const Conditional &conditional, const Json &value, Evaluated *evaluated);
    /// Whether the value is valid there; marks nothing and reports nothing unless it is.
    bool probe(const Node &node, const Json &value, Evaluated *evaluated);
    bool tryBranch(const Node &branch, const Json &value, Evaluated *evaluated,
                   QList<SchemaError> *errors);
    bool failBranches(const Node &node, const Instruction &step, const Json &value,
                      const QList<QList<SchemaError>> &errors);

    bool child(const Node &node, const Json &value, const QString *key, qsizetype index);
    /// False, where it was noted if the work had to stop.
    bool failInside(const QString *key, qsizetype index);
    /// As child(), where the schema `false` is an error of the keyword that holds it.
    bool childOf(const Node &owner, Keyword keyword, const Node &node, const Json &value,
                 const QString *key, qsizetype index);

    bool spend(const Node &node, qint64 steps)
    {
        m_left -= steps;
        return m_left >= 0 || stopForBudget(node);
    }
    bool stopForBudget(const Node &node);
    bool stopForDepth(const Node &node);
    bool stop(const Node &node, Keyword keyword, const QString &why);
    /// Whether to go on after an error, to find the others.
    bool goesOn() const { return collects && !m_isCostly && !m_isFull && !m_isProbing; }
    bool fail(const Node &node, const Instruction &step, const Json &value);
    bool fail(SchemaError error);
    QString here() const;

    const ValidateOptions &m_options;
    qint64 m_left;
    int m_depth = 0;
    bool m_isCostly = false;
    bool m_isFull = false;        ///< no more errors are wanted
    bool m_isProbing = false;     ///< errors are not wanted for now
    NodeId m_site = NodeId::None; ///< the innermost schema of the caller's own document
    const Step *m_step = nullptr;
    QVarLengthArray<const Resource *, 8> m_scope; ///< the dynamic scope, outermost first
    QList<SchemaError> m_errors;
    std::unique_ptr<SchemaError> m_stop;
};

extern template class Evaluator<Mode::Check>;
extern template class Evaluator<Mode::Collect>;

} // namespace Design::Compiled
