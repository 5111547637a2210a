#include "mockserver/engine/around/around_run.h"

#include <algorithm>

using Design::Json;
using Design::JsonObject;

namespace Mock
{

void AroundRun::enter(int index, const JsonObject &needed, const Json &result)
{
    const DependencyPlan &dependency = m_plan.dependencies[static_cast<size_t>(index)];
    if (dependency.exit.isEmpty())
        return;
    Entered entered{index, m_scope};
    entered.scope.host = nullptr;
    entered.scope.set(ScriptName::Deps, Json(resultsWith(needed)));
    entered.scope.set(ScriptName::Result, result);
    m_entered.append(entered);
}

// As fastapi.routing.request_response: two stacks, the inner one of those that are left behind the
// route. Where something was raised, both are left before the error becomes an answer.
void AroundRun::leave()
{
    if (m_entered.isEmpty())
        return;
    m_scope.host = nullptr;
    m_session.reset(); // exits have the stores for themselves, like tasks
    bool isFine = leaveNow(ExitScope::Function);
    if (m_isAnswered && isFine) {
        addExits(ExitScope::Request, QStringLiteral("exit of %1"), m_later.get());
    } else {
        if (m_isAnswered)
            m_later = pendingTasks(); // there is no answer any more that they could follow
        leaveNow(ExitScope::Request);
    }
    m_exchange->tasks = m_later->tasks.isEmpty() ? nullptr : m_later;
}

void AroundRun::addExits(ExitScope scope, const QString &title, PendingTasks *pending)
{
    std::for_each(m_entered.rbegin(), m_entered.rend(), [&](const Entered &entered) {
        const DependencyPlan &dependency = m_plan.dependencies[static_cast<size_t>(entered.index)];
        if (dependency.exitScope != scope)
            return;
        ++m_exits;
        for (const std::shared_ptr<const TaskPlan> &plan : dependency.exit) {
            PreparedTask task = unfilledTask(plan, entered.scope);
            task.scope.set(ScriptName::Status, m_exchange->response.status);
            task.title = title.arg(dependency.name);
            task.part = m_exits;
            pending->tasks.append(task);
        }
    });
}

bool AroundRun::leaveNow(ExitScope scope)
{
    const std::shared_ptr<PendingTasks> pending = pendingTasks();
    addExits(scope, QStringLiteral("exit of %1, before the answer"), pending.get());
    bool isFine = true;
    TaskRun run(pending);
    while (run.left() > 0) {
        m_exchange->delay += run.delay();
        const std::optional<Step> step = run.start();
        if (!step) { // nobody waits for the network here
            m_later->tasks.append(run.task());
            m_later->tasks.last().delay = 0;
            run.pass();
            continue;
        }
        for (const Step &ended : run.end(*step)) {
            if (ended.outcome != Outcome::Failed) {
                m_exchange->steps.append(ended);
                continue;
            }
            isFine = false;
            fail(StepKind::After, ended.text, ended.pointer);
        }
    }
    return isFine;
}

} // namespace Mock
