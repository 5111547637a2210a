#include "designer/text/json_reader.h"
#include "mockserver/engine/around/around_run.h"
#include "mockserver/engine/inputs/media_type.h"

#include <QUrl>

using Design::Json;

namespace Mock
{

AroundRun::Made AroundRun::askUpstream()
{
    const UpstreamPlan &plan = *m_plan.upstream;
    QString problem;
    OutgoingRequest request;
    request.method = plan.method;
    request.timeout = plan.timeout;
    request.sample = plan.sample;
    request.url = textOf(plan.url.fill(m_scope, &problem));
    request.headers = filledHeaders(plan.headers, m_scope, &problem);
    if (!plan.body.isUndefined())
        setBody(&request, plan.body.fill(m_scope, &problem));
    if (!problem.isEmpty()) {
        fail(StepKind::Answer, problem, plan.pointer);
        return Made::Refused;
    }
    const QUrl url(request.url);
    if (const TraceText why = forbiddenBecause(m_api.hosts, url); !why.isEmpty()) {
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
    const QByteArray &sent = m_answer->response.body;
    const ParsedMediaType type =
        parseMediaType(headerValue(m_answer->response.headers, "content-type"));
    Json body = Design::readJson(sent).value;
    const bool isBroken = body.isUndefined() && type.isJson() && !isBodyless(status);
    if (body.isUndefined())
        body = sent.isEmpty() ? Json(nullptr) : Json(decodedAs(sent, type));
    m_scope.set(ScriptName::Result, body);
    m_scope.set(ScriptName::Status, status);
    for (const auto &[code, error] : plan.statuses) {
        if (code == status) {
            raise(error, StepKind::Answer, QStringLiteral("%1: %2").arg(what).arg(status),
                  plan.pointer);
            return Made::Refused;
        }
    }
    if (status < 200 || status >= 300 || isBroken) {
        raise(plan.absent, StepKind::Answer,
              isBroken ? QStringLiteral("%1: its JSON cannot be read").arg(what)
                       : QStringLiteral("%1: %2").arg(what).arg(status),
              plan.pointer);
        return Made::Refused;
    }
    m_trace->passed(StepKind::Answer, QStringLiteral("%1: %2").arg(what).arg(status),
                    m_route.operation, plan.pointer);
    m_trace->spent(m_answer->nanoseconds);
    m_value = body;
    return Made::Value;
}

std::shared_ptr<PendingTasks> AroundRun::pendingTasks() const
{
    auto pending = std::make_shared<PendingTasks>();
    pending->hosts = m_api.hosts;
    pending->state = m_api.state;
    pending->seed = m_api.seed;
    pending->clock = m_api.clock;
    return pending;
}

void AroundRun::prepareTasks()
{
    m_scope.set(ScriptName::Status, m_exchange->response.status);
    m_scope.set(ScriptName::Result, m_value);
    for (const std::shared_ptr<const TaskPlan> &plan : m_plan.tasks)
        m_later->tasks.append(unfilledTask(plan, m_scope));
    m_exchange->tasks = m_later;
}

} // namespace Mock
