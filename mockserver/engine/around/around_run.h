#pragma once

#include "mockserver/engine/around/around_plan.h"
#include "mockserver/engine/around/tasks.h"
#include "mockserver/engine/compiled_api_p.h"
#include "mockserver/engine/errors/refusal.h"
#include "mockserver/engine/run/inputs.h"
#include "mockserver/engine/trace.h"
#include "mockserver/state/state_session.h"

namespace Mock
{

/// What runs around one request: its dependencies, error rules, action and mapped answer. What it
/// changes in the stores stays only after commit().
class AroundRun
{
public:
    AroundRun(const CompiledApiPrivate &api, const RoutePlan &route, const Request &request,
              const Inputs &inputs, const OutgoingAnswer *answer, Trace *trace, Exchange *exchange);

    /// Runs the dependencies in FastAPI's order (facts B1). False when one of them has raised: the
    /// response is set, and errors found so far do not matter any more.
    bool runDependencies();
    /// What is wrong with the inputs of dependencies, for FastAPI's 422.
    const QList<Design::ReadError> &errors() const { return m_errors; }
    /// The same in the strict profile.
    const QList<Violation> &violations() const { return m_violations; }

    enum class Made {
        Nothing, ///< the route answers as ever
        Value,   ///< value() is to be answered, after the response model has filtered it
        Pending, ///< another server has to be asked first: the exchange says what
        Refused, ///< the response is set: an error rule, or a 500 that says why
    };
    /// Error rules, the action, the mapped answer, computed fields.
    Made answer(const ReadInputs &inputs);
    const Design::Json &value() const { return m_value; }

    void commit();
    /// Leaves the dependencies again that were entered, the last one first, when the response is
    /// set: those behind the answer become tasks.
    void leave();
    bool hasEntered() const { return !m_entered.isEmpty(); }

private:
    using ExitScope = Design::DependencyDesign::ExitScope;

    /// A dependency that has an exit, with what its expressions can name.
    struct Entered {
        int index = 0;
        ScriptScope scope;
    };

    struct Solved {
        bool isDone = false;
        Design::Json value; ///< of the first time
    };

    bool isFastApi() const { return m_api.profile == Profile::FastApi; }
    /// Gives its result to `taker`, under its name. False when something was raised. `fits` tells
    /// whether all inputs below were valid.
    bool solve(const ListedDependency &listed, int depth, bool *fits, Design::JsonObject *taker);
    bool readInputs(const DependencyPlan &dependency, Design::JsonObject *values);
    /// `needed` are the results of what it needs.
    bool call(const DependencyPlan &dependency, const Design::JsonObject &needed,
              Design::Json *result);
    /// All results so far, with these for those who take them.
    Design::JsonObject resultsWith(const Design::JsonObject &needed) const;
    /// Asks the rules; false when one applies, whose response is set, or an expression failed.
    bool askRules(const QList<RulePlan> &rules, StepKind step);
    bool applies(const RulePlan &rule, bool *failed);
    void raise(const ErrorPlan &error, StepKind step, const TraceText &why, const QString &pointer);
    void raise(int status, const QString &detail, const QByteArray &challenge, StepKind step,
               const QString &pointer, Design::NodeId node, const Design::Json &location = {});
    void fail(StepKind step, const TraceText &text, const QString &pointer);

    void enter(int index, const Design::JsonObject &needed, const Design::Json &result);
    /// Runs exits before the answer; false when one has failed, whose error is the answer then.
    bool leaveNow(ExitScope scope);
    void addExits(ExitScope scope, const QString &title, PendingTasks *pending);
    std::shared_ptr<PendingTasks> pendingTasks() const;
    Made askUpstream();
    Made takeUpstream(const OutgoingRequest &request);
    void prepareTasks();
    bool findRow();
    Made act(const ReadInputs &inputs);
    Made refuse(const StoreOutcome &outcome);
    Listing listingOf(const ReadInputs &inputs) const;
    bool fieldsToWrite(const ReadInputs &inputs, Design::JsonObject *fields);
    bool compute();
    void setInputs(const RoutePlan &route, const ReadInputs &inputs);
    Made giveToken(const ReadInputs &inputs);

    const CompiledApiPrivate &m_api;
    const RoutePlan &m_route;
    const AroundPlan &m_plan;
    const Request &m_request;
    const Inputs &m_inputs;
    const OutgoingAnswer *m_answer; ///< of the upstream; null: it was not asked yet
    Trace *m_trace;
    Exchange *m_exchange;
    std::optional<StateSession> m_session;
    ScriptScope m_scope;
    std::vector<Solved> m_solved;
    QList<Entered> m_entered;              ///< in their order
    std::shared_ptr<PendingTasks> m_later; ///< what is done behind the answer
    int m_exits = 0;                       ///< those that were left, or will be
    bool m_isAnswered = false;             ///< commit() was called
    Design::JsonObject m_results;          ///< of the dependencies, by name
    QList<Design::ReadError> m_errors;
    QList<Violation> m_violations;
    Design::Json m_key; ///< of the row
    Design::Json m_row; ///< before the action
    bool m_hasLooked = false;
    Design::Json m_value;
    QString m_problem;
};

} // namespace Mock
