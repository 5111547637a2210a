#include "mockserver/engine/around/tasks.h"

#include "mockserver/state/state_session.h"

#include <QUrl>

namespace Mock
{

namespace
{

Step stepOf(const PreparedTask &task, Outcome outcome, const TraceText &text)
{
    Step step;
    step.kind = StepKind::After;
    step.outcome = outcome;
    step.pointer = task.pointer;
    step.said = task.title.isEmpty() ? text : TraceText("%1: %2", {task.title, text});
    step.text = step.said.english();
    return step;
}

} // namespace

TraceText forbiddenBecause(const AllowedHosts &hosts, const QUrl &url)
{
    switch (hosts.judge(url)) {
    case AllowedHosts::Verdict::Allowed:
        break;
    case AllowedHosts::Verdict::Unnamed: // it may come from anywhere
        return TraceText(QT_TRANSLATE_NOOP("Mock::TraceText",
                                           "%1 may not be asked: its host is not in “hosts”."),
                         {url.toString()});
    case AllowedHosts::Verdict::NotAllowed:
        return TraceText(
            QT_TRANSLATE_NOOP("Mock::TraceText", "%1 is not asked: nobody has allowed it."),
            {hostOf(url)});
    }
    return {};
}

PreparedTask unfilledTask(const std::shared_ptr<const TaskPlan> &plan, const ScriptScope &scope)
{
    PreparedTask task;
    task.plan = plan;
    task.delay = plan->design.delay;
    task.pointer = plan->design.pointer;
    task.scope = scope;
    task.scope.host = nullptr;
    return task;
}

PreparedTask fillTask(const TaskPlan &plan, const ScriptScope &scope, const AllowedHosts &hosts,
                      QString *problem)
{
    using Kind = Design::TaskDesign::Kind;
    PreparedTask task;
    task.delay = plan.design.delay;
    task.pointer = plan.design.pointer;
    task.retries = plan.design.retries;
    if (!plan.when.isNull()) {
        const ScriptResult when = evaluate(plan.when, scope);
        *problem = when.error;
        if (!when.isTrue)
            return task;
    }
    switch (plan.design.kind) {
    case Kind::Log:
        task.kind = PreparedTask::Kind::Log;
        task.text = textOf(plan.text.fill(scope, problem));
        break;
    case Kind::Script:
        task.kind = PreparedTask::Kind::Script;
        task.script = plan.script;
        task.scope = scope;
        task.scope.host = nullptr;
        break;
    case Kind::Webhook:
        task.kind = PreparedTask::Kind::Webhook;
        task.webhook.method = plan.design.method.toLatin1().toUpper();
        task.webhook.url = textOf(plan.url.fill(scope, problem));
        task.webhook.headers = filledHeaders(plan.headers, scope, problem);
        if (!plan.body.isUndefined())
            setBody(&task.webhook, plan.body.fill(scope, problem));
        if (problem->isEmpty())
            *problem = forbiddenBecause(hosts, QUrl(task.webhook.url)).english();
        break;
    }
    return task;
}

TaskRun::TaskRun(std::shared_ptr<const PendingTasks> pending)
    : m_pending(std::move(pending))
{
}

std::optional<Step> TaskRun::start()
{
    m_task = m_pending->tasks[m_next];
    QString problem;
    if (const std::shared_ptr<const TaskPlan> plan = m_task.plan) {
        StateSession session(*m_pending->state, m_pending->seed, m_pending->clock);
        ScriptScope scope = m_task.scope;
        scope.host = &session;
        PreparedTask filled = fillTask(*plan, scope, m_pending->hosts, &problem);
        filled.title = m_task.title;
        filled.part = m_task.part;
        m_task = filled;
        if (problem.isEmpty())
            session.commit(titleOfStep());
    }
    if (!problem.isEmpty())
        return stepOf(m_task, Outcome::Failed, problem);
    switch (m_task.kind) {
    case PreparedTask::Kind::Nothing:
        return stepOf(
            m_task, Outcome::Skipped,
            TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "its condition does not hold")));
    case PreparedTask::Kind::Log:
        return stepOf(m_task, Outcome::Passed,
                      TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "log: %1"), {m_task.text}));
    case PreparedTask::Kind::Script:
        return runScript();
    case PreparedTask::Kind::Webhook:
        break;
    }
    return std::nullopt;
}

Step TaskRun::runScript()
{
    StateSession session(*m_pending->state, m_pending->seed, m_pending->clock);
    ScriptScope scope = m_task.scope;
    scope.host = &session;
    const ScriptResult result = evaluate(m_task.script, scope);
    if (!result.ok())
        return stepOf(m_task, Outcome::Failed, result.error);
    session.commit(titleOfStep());
    return stepOf(
        m_task, Outcome::Passed,
        TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "run: %1"), {m_task.script.source()}));
}

QString TaskRun::titleOfStep() const
{
    const QString title =
        m_task.title.isEmpty() ? QStringLiteral("task: ") : QStringLiteral("exit: ");
    switch (m_task.kind) {
    case PreparedTask::Kind::Log:
        return title + m_task.text;
    case PreparedTask::Kind::Webhook:
        return title + m_task.webhook.url;
    case PreparedTask::Kind::Script:
    case PreparedTask::Kind::Nothing:
        break;
    }
    return title + m_task.script.source();
}

QList<Step> TaskRun::end(const Step &step)
{
    QList<Step> steps{step};
    const int part = m_pending->tasks[m_next].part;
    ++m_next;
    if (step.outcome != Outcome::Failed)
        return steps;
    const TraceText why(
        QT_TRANSLATE_NOOP("Mock::TraceText", "not run: a task before it has failed"));
    while (left() > 0 && m_pending->tasks[m_next].part == part)
        steps.append(skip(why));
    return steps;
}

Step TaskRun::skip(const TraceText &why)
{
    return stepOf(m_pending->tasks[m_next++], Outcome::Skipped, why);
}

Step webhookStep(const PreparedTask &task, const OutgoingAnswer &answer, int attempts)
{
    const int status = answer.response.status;
    TraceText said = QStringLiteral("webhook: %1 %2: %3")
                         .arg(QString::fromLatin1(task.webhook.method), task.webhook.url,
                              status == 0 ? answer.problem : QString::number(status));
    if (attempts > 1)
        said = TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "%1 (%2 attempts)"),
                         {said, QString::number(attempts)});
    return stepOf(task, status >= 200 && status < 300 ? Outcome::Passed : Outcome::Failed, said);
}

} // namespace Mock
