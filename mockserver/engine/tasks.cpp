#include "mockserver/engine/tasks.h"

#include "designer/text/json_writer.h"
#include "mockserver/state/state_session.h"

namespace Mock
{

OutgoingAnswer sampleAnswer(const OutgoingRequest &request)
{
    OutgoingAnswer answer;
    if (request.sample.isUndefined()) {
        answer.response.status = 0;
        answer.problem = QStringLiteral("nobody was asked, and the design has no sample");
        return answer;
    }
    answer.response.headers = {HeaderField{"content-type", "application/json"}};
    answer.response.body = Design::writeJson(request.sample);
    return answer;
}

Step runTask(const PendingTasks &pending, const PreparedTask &task)
{
    Step step;
    step.kind = StepKind::After;
    step.pointer = task.pointer;
    if (task.kind == PreparedTask::Kind::Log) {
        step.text = QStringLiteral("log: ") + task.text;
        return step;
    }
    step.text = QStringLiteral("run: ") + task.script.source();
    StateSession session(*pending.state, pending.seed, pending.clock);
    ScriptScope scope = task.scope;
    scope.host = &session;
    const ScriptResult result = evaluate(task.script, scope);
    if (result.ok()) {
        session.commit(QStringLiteral("task: ") + task.script.source());
    } else {
        step.outcome = Outcome::Failed;
        step.text = result.error;
    }
    return step;
}

Step skippedStep(const PreparedTask &task)
{
    Step step;
    step.kind = StepKind::After;
    step.outcome = Outcome::Skipped;
    step.pointer = task.pointer;
    step.text = QStringLiteral("not run: a task before it has failed");
    return step;
}

Step webhookStep(const PreparedTask &task, const OutgoingAnswer &answer, int attempts)
{
    Step step;
    step.kind = StepKind::After;
    step.pointer = task.pointer;
    const int status = answer.response.status;
    step.outcome = status >= 200 && status < 300 ? Outcome::Passed : Outcome::Failed;
    step.text = QStringLiteral("webhook: %1 %2: %3")
                    .arg(QString::fromLatin1(task.webhook.method), task.webhook.url,
                         status == 0 ? answer.problem : QString::number(status));
    if (attempts > 1)
        step.text += QStringLiteral(" (%1 attempts)").arg(attempts);
    return step;
}

} // namespace Mock
