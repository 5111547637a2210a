#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"
#include "mockserver/engine/around_run.h"
#include "mockserver/engine/tasks.h"

#include <QUrl>

using Design::Json;

namespace Mock
{

namespace
{

using Headers = QList<QPair<QByteArray, ScriptTemplate>>;

QList<HeaderField> filled(const Headers &headers, const ScriptScope &scope, QString *problem)
{
    QList<HeaderField> fields;
    for (const auto &[name, value] : headers) {
        const Json text = value.fill(scope, problem);
        if (!text.isUndefined() && !text.isNull()) {
            fields.append({name, textOf(text).toUtf8().replace('\r', ' ').replace('\n', ' ')});
        }
    }
    return fields;
}

} // namespace

QString AroundRun::forbidden(const QUrl &url) const
{
    switch (m_api.hosts.judge(url)) {
    case AllowedHosts::Verdict::Allowed:
        break;
    case AllowedHosts::Verdict::Unnamed: // it may come from anywhere
        return QStringLiteral("%1 may not be asked: its host is not in “hosts”.")
            .arg(url.toString());
    case AllowedHosts::Verdict::NotAllowed:
        return QStringLiteral("%1 is not asked: nobody has allowed it.").arg(hostOf(url));
    }
    return {};
}

AroundRun::Made AroundRun::askUpstream()
{
    const UpstreamPlan &plan = *m_plan.upstream;
    QString problem;
    OutgoingRequest request;
    request.method = plan.method;
    request.timeout = plan.timeout;
    request.sample = plan.sample;
    request.url = textOf(plan.url.fill(m_scope, &problem));
    request.headers = filled(plan.headers, m_scope, &problem);
    if (!plan.body.isUndefined()) {
        request.body = Design::writeJson(plan.body.fill(m_scope, &problem));
        request.headers.append(HeaderField{"content-type", "application/json"});
    }
    if (!problem.isEmpty()) {
        fail(StepKind::Answer, problem, plan.pointer);
        return Made::Refused;
    }
    const QUrl url(request.url);
    if (const QString why = forbidden(url); !why.isEmpty()) {
        if (m_api.hosts.judge(url) == AllowedHosts::Verdict::Unnamed)
            fail(StepKind::Answer, why, plan.pointer);
        else
            raise(plan.absent, StepKind::Answer, why, plan.pointer);
        return Made::Refused;
    }
    if (!m_answer) {
        m_exchange->pending = request;
        if (m_session)
            m_session->undoCounts(); // the request is run again with the answer
        return Made::Pending;
    }
    return takeUpstream(request);
}

AroundRun::Made AroundRun::takeUpstream(const OutgoingRequest &request)
{
    const UpstreamPlan &plan = *m_plan.upstream;
    const int status = m_answer->response.status;
    const QString what =
        QStringLiteral("%1 %2").arg(QString::fromLatin1(request.method), request.url);
    if (status == 0) {
        raise(m_answer->isTimeout ? plan.late : plan.absent, StepKind::Answer,
              QStringLiteral("%1: %2").arg(what, m_answer->problem), plan.pointer);
        return Made::Refused;
    }
    Json body = Design::readJson(m_answer->response.body).value;
    if (body.isUndefined())
        body = QString::fromUtf8(m_answer->response.body);
    m_scope.set(ScriptName::Result, body);
    m_scope.set(ScriptName::Status, status);
    for (const auto &[code, error] : plan.statuses) {
        if (code == status) {
            raise(error, StepKind::Answer, QStringLiteral("%1: %2").arg(what).arg(status),
                  plan.pointer);
            return Made::Refused;
        }
    }
    if (status < 200 || status >= 300) {
        raise(plan.absent, StepKind::Answer, QStringLiteral("%1: %2").arg(what).arg(status),
              plan.pointer);
        return Made::Refused;
    }
    m_trace->passed(StepKind::Answer, QStringLiteral("%1: %2").arg(what).arg(status),
                    m_route.operation, plan.pointer);
    m_trace->spent(m_answer->nanoseconds);
    m_value = body;
    return Made::Value;
}

void AroundRun::prepareTasks()
{
    auto pending = std::make_shared<PendingTasks>();
    pending->state = m_api.state;
    pending->seed = m_api.seed;
    pending->clock = m_api.clock;
    m_scope.set(ScriptName::Status, m_exchange->response.status);
    m_scope.set(ScriptName::Result, m_value);
    for (const TaskPlan &plan : m_plan.tasks) {
        QString problem;
        if (!plan.when.isNull()) {
            const ScriptResult when = evaluate(plan.when, m_scope);
            if (when.ok() && !when.isTrue)
                continue;
            problem = when.error;
        }
        PreparedTask task;
        task.delay = plan.design.delay;
        task.pointer = plan.design.pointer;
        task.retries = plan.design.retries;
        switch (plan.design.kind) {
        case Design::TaskDesign::Kind::Log:
            task.text = textOf(plan.text.fill(m_scope, &problem));
            break;
        case Design::TaskDesign::Kind::Script:
            task.kind = PreparedTask::Kind::Script;
            task.script = plan.script;
            task.scope = m_scope;
            task.scope.host = nullptr;
            break;
        case Design::TaskDesign::Kind::Webhook:
            task.kind = PreparedTask::Kind::Webhook;
            task.webhook.method = plan.design.method.toLatin1().toUpper();
            task.webhook.url = textOf(plan.url.fill(m_scope, &problem));
            task.webhook.headers = filled(plan.headers, m_scope, &problem);
            if (!plan.body.isUndefined()) {
                task.webhook.body = Design::writeJson(plan.body.fill(m_scope, &problem));
                task.webhook.headers.append(HeaderField{"content-type", "application/json"});
            }
            if (problem.isEmpty())
                problem = forbidden(QUrl(task.webhook.url));
            break;
        }
        if (!problem.isEmpty()) { // the others do not run, as after any task that fails
            m_trace->failed(StepKind::After, problem, m_route.operation, task.pointer);
            break;
        }
        pending->tasks.append(task);
    }
    if (!pending->tasks.isEmpty())
        m_exchange->tasks = pending;
}

} // namespace Mock
