#include "mockserver/engine/around/around_run.h"

#include "designer/text/json_writer.h"
#include "mockserver/engine/errors/refusal_writer.h"
#include "mockserver/engine/plan/plan_builder.h"

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

AroundRun::AroundRun(const CompiledApiPrivate &api, const RoutePlan &route, const Request &request,
                     const Inputs &inputs, const OutgoingAnswer *answer, Trace *trace,
                     Exchange *exchange)
    : m_api(api)
    , m_route(route)
    , m_plan(*route.around)
    , m_request(request)
    , m_inputs(inputs)
    , m_answer(answer)
    , m_trace(trace)
    , m_exchange(exchange)
    , m_later(pendingTasks())
{
    if (m_plan.needsState)
        m_session.emplace(*api.state, api.seed, api.clock);
    m_scope.host = m_session ? &*m_session : nullptr;
    m_scope.limit = api.scriptLimit;
    m_scope.set(ScriptName::Request,
                JsonObject{{QStringLiteral("method"), QString::fromLatin1(request.method)},
                           {QStringLiteral("url"), QString::fromUtf8(request.target)},
                           {QStringLiteral("route"), route.path}});
}

void AroundRun::commit()
{
    m_isAnswered = true;
    if (!m_plan.tasks.isEmpty())
        prepareTasks();
    if (m_session)
        m_session->commit(QString::fromLatin1(m_request.method) + u' ' +
                          QString::fromUtf8(pathOf(m_request.target)));
}

void AroundRun::setInputs(const RoutePlan &route, const ReadInputs &inputs)
{
    using Place = ParameterPlan::Place;
    JsonObject query;
    JsonObject header;
    JsonObject cookie;
    for (const ParameterPlan &parameter : route.parameters) {
        const Json value = inputs.other.value(parameter.name);
        JsonObject &into = parameter.place == Place::Header   ? header
                           : parameter.place == Place::Cookie ? cookie
                                                              : query;
        if (parameter.place != Place::Path)
            into.insert(parameter.name, value.isUndefined() ? Json(nullptr) : value);
    }
    m_scope.set(ScriptName::Path, Json(inputs.path));
    m_scope.set(ScriptName::Query, Json(query));
    m_scope.set(ScriptName::Header, Json(header));
    m_scope.set(ScriptName::Cookie, Json(cookie));
    m_scope.set(ScriptName::Body, inputs.body);
}

bool AroundRun::applies(const RulePlan &rule, bool *failed)
{
    bool isTrue = true;
    if (!rule.when.isNull()) {
        const ScriptResult result = evaluate(rule.when, m_scope);
        if (!result.ok()) {
            *failed = true;
            m_problem = result.error;
            return false;
        }
        isTrue = result.isTrue;
    }
    if (isTrue && rule.every > 0 && m_session)
        return m_session->count(rule.pointer) % static_cast<quint64>(rule.every) == 0;
    return isTrue;
}

bool AroundRun::askRules(const QList<RulePlan> &rules, StepKind step)
{
    for (const RulePlan &rule : rules) {
        bool failed = false;
        if (applies(rule, &failed)) {
            raise(rule.error, step,
                  rule.when.isNull() ? TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "always"))
                                     : TraceText(rule.when.source()),
                  rule.pointer);
            return false;
        }
        if (failed) {
            fail(step, m_problem, rule.when.pointer());
            return false;
        }
    }
    return true;
}

void AroundRun::raise(const ErrorPlan &error, StepKind step, const TraceText &why,
                      const QString &pointer)
{
    QString problem;
    Response response;
    const Json body = error.body.isUndefined() ? Json() : error.body.fill(m_scope, &problem);
    const Json detail = error.detail.isUndefined()
                            ? Json(QString::fromLatin1(reasonPhrase(error.status)))
                            : error.detail.fill(m_scope, &problem);
    if (!body.isUndefined()) {
        response = detailResponse(error.status, {});
        response.body = Design::writePythonJson(body);
    } else if (!detail.isString()) {
        response = detailResponse(error.status, detail);
    } else {
        Refusal refusal;
        refusal.status = error.status;
        refusal.detail = detail.string();
        response = refusalResponse(m_api, &m_route, m_request, refusal);
    }
    if (isBodyless(error.status)) {
        response.body.clear();
        response.headers.clear();
    }
    for (const auto &[name, value] : error.headers) {
        const Json filled = value.fill(m_scope, &problem);
        if (!filled.isUndefined() && !filled.isNull())
            response.setHeader(name, fieldValue(filled));
    }
    if (!problem.isEmpty()) {
        fail(step, problem, pointer);
        return;
    }
    m_exchange->response = response;
    Violation violation;
    violation.type = error.name.isEmpty() ? QStringLiteral("error_rule") : error.name;
    violation.said =
        error.name.isEmpty()
            ? TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "The rule applies: %1"), {why})
            : TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "%1 applies: %2"), {error.name, why});
    violation.message = violation.said.english();
    violation.node = m_route.operation;
    violation.pointer = pointer;
    m_exchange->violations.append(violation);
    m_trace->failed(step, violation.said, m_route.operation, pointer);
}

void AroundRun::raise(int status, const QString &detail, const QByteArray &challenge, StepKind step,
                      const QString &pointer, Design::NodeId node, const Design::Json &location)
{
    Refusal refusal;
    refusal.status = status;
    refusal.detail = detail;
    if (!challenge.isEmpty())
        refusal.headers = {{"www-authenticate", challenge}};
    m_exchange->response = refusalResponse(m_api, &m_route, m_request, refusal);
    Violation violation;
    violation.location = location;
    violation.type = QStringLiteral("not_authenticated");
    violation.message = detail;
    violation.node = node;
    violation.pointer = pointer;
    m_exchange->violations.append(violation);
    m_trace->failed(step, detail, node, pointer);
}

void AroundRun::fail(StepKind step, const TraceText &text, const QString &pointer)
{
    m_problem = text.english();
    m_trace->failed(step, text, m_route.operation, pointer);
    Violation violation;
    violation.type = QStringLiteral("expression");
    violation.message = m_problem;
    violation.said = text;
    violation.node = m_route.operation;
    violation.pointer = pointer;
    m_exchange->violations.append(violation);
    Refusal refusal;
    refusal.status = 500;
    refusal.detail = m_problem;
    m_exchange->response = isFastApi() ? internalError() : problemResponse(refusal);
}

} // namespace Mock
