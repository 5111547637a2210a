#pragma once

#include "mockserver/engine/around/outgoing.h"
#include "mockserver/engine/around/task_plan.h"
#include "mockserver/engine/exchange.h"
#include "mockserver/engine/security/allowed_hosts.h"

#include <memory>

namespace Mock
{

class State;

/// Something to do behind the route. What it does is filled in when its turn comes, so that it sees
/// what those before it have changed in the stores.
struct PreparedTask {
    enum class Kind { Nothing, Log, Script, Webhook };

    Kind kind = Kind::Nothing;
    int delay = 0; ///< milliseconds
    QString text;  ///< Log
    Script script; ///< Script
    ScriptScope scope;
    OutgoingRequest webhook;
    int retries = 0;
    QString pointer;
    std::shared_ptr<const TaskPlan> plan = {}; ///< to be filled in yet; null: it is
    QString title = {};                        ///< of an exit: which one it is; empty: a task
    /// One that fails takes those of its part along: the tasks are one, each exit is another.
    int part = 0;
};

/// A task with what its expressions can name besides the stores.
PreparedTask unfilledTask(const std::shared_ptr<const TaskPlan> &plan, const ScriptScope &scope);

/// Fills in a task. What is wrong with it is said in `problem`; Kind::Nothing when its condition
/// does not hold.
PreparedTask fillTask(const TaskPlan &plan, const ScriptScope &scope, const AllowedHosts &hosts,
                      QString *problem);

/// Why this address is not asked; empty when it may be.
TraceText forbiddenBecause(const AllowedHosts &hosts, const QUrl &url);

/// The tasks of one exchange, in their order.
struct PendingTasks {
    QList<PreparedTask> tasks;
    AllowedHosts hosts;
    std::shared_ptr<State> state;
    quint64 seed = 0;
    std::optional<qint64> clock;
};

/// Goes through the tasks. Behind one that failed the others of its part do not run, as in
/// Starlette; the parts behind it do.
class TaskRun
{
public:
    explicit TaskRun(std::shared_ptr<const PendingTasks> pending);

    /// How many have not ended.
    int left() const { return static_cast<int>(m_pending->tasks.size() - m_next); }
    int delay() const { return m_pending->tasks[m_next].delay; }
    /// Runs the next one. Nothing when a webhook has to be sent: see task() and webhookStep().
    std::optional<Step> start();
    const PreparedTask &task() const { return m_task; }
    /// Goes on behind the task that was started, which has come to `step`. Gives that, and the
    /// steps of those that are not run because of it.
    QList<Step> end(const Step &step);
    /// Goes past the next one, which is not run. Gives the step that says so.
    Step skip(const TraceText &why);
    /// Leaves the task that was started to somebody else.
    void pass() { ++m_next; }

private:
    Step runScript();
    QString titleOfStep() const; ///< of what it changes in the stores

    std::shared_ptr<const PendingTasks> m_pending;
    qsizetype m_next = 0;
    PreparedTask m_task;
};

/// The step of a webhook.
Step webhookStep(const PreparedTask &task, const OutgoingAnswer &answer, int attempts);

} // namespace Mock
