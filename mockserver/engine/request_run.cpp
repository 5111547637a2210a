#include "mockserver/engine/request_run.h"

#include "designer/text/json_writer.h"
#include "mockserver/engine/answer_maker.h"
#include "mockserver/engine/fastapi_inputs.h"
#include "mockserver/engine/plan_builder.h"
#include "mockserver/engine/security_check.h"

using Design::Json;

namespace Mock
{

StepKind stepOf(ParameterPlan::Place place)
{
    switch (place) {
    case ParameterPlan::Place::Path:
        return StepKind::Path;
    case ParameterPlan::Place::Query:
        return StepKind::Query;
    case ParameterPlan::Place::Header:
        return StepKind::Header;
    case ParameterPlan::Place::Cookie:
        return StepKind::Cookie;
    }
    return StepKind::Query;
}

RequestRun::RequestRun(const CompiledApiPrivate &api, const Request &request)
    : m_api(api)
    , m_request(request)
    , m_trace(&m_exchange)
{
    m_exchange.request = request;
    m_exchange.revision = api.revision;
    m_exchange.time = QDateTime::currentDateTimeUtc();
}

Exchange RequestRun::run()
{
    handle();
    m_trace.finish();
    return std::move(m_exchange);
}

void RequestRun::handle()
{
    const RoutePlan *route = findRoute();
    if (!route)
        return;
    m_exchange.operation = route->operation;
    m_exchange.route = route->title;
    const Inputs inputs(m_request, m_pathValues);
    if (isFastApi())
        runFastApi(*route, inputs);
    else
        runStrict(*route, inputs);
}

bool RequestRun::checkSecurity(const RoutePlan &route, const Inputs &inputs)
{
    const CredentialPlan *missing = missingCredential(route, inputs);
    if (!missing) {
        m_trace.passed(StepKind::Dependencies);
        return true;
    }
    m_trace.failed(StepKind::Dependencies, QStringLiteral("Not authenticated"), missing->node);
    const QString text = QStringLiteral("Not authenticated");
    m_exchange.response =
        isFastApi() ? detailResponse(401, Json(text)) : problemResponse(401, text);
    m_exchange.response.setHeader("www-authenticate", missing->challenge);
    Violation violation;
    violation.type = QStringLiteral("not_authenticated");
    violation.message = text;
    violation.node = missing->node;
    m_exchange.violations.append(violation);
    return false;
}

void RequestRun::runFastApi(const RoutePlan &route, const Inputs &inputs)
{
    const FastApiBody body = readFastApiBody(route, m_request, inputs);
    if (body.status == 400) {
        m_trace.failed(StepKind::ReadBody, body.detail, route.body.node);
        m_exchange.response = detailResponse(400, Json(body.detail));
        return;
    }
    if (body.status == 422) {
        m_exchange.violations = violations({body.jsonError});
        m_exchange.violations.first().node = route.body.node;
        m_trace.failed(StepKind::ReadBody, m_exchange.violations.first().message, route.body.node);
        m_exchange.response = validationResponse({body.jsonError});
        return;
    }
    m_trace.passed(StepKind::ReadBody);
    if (!checkSecurity(route, inputs))
        return;

    FastApiReader reader(route, inputs);
    qsizetype before = 0;
    const auto note = [&](StepKind step) {
        const qsizetype count =
            reader.errors().size() - std::exchange(before, reader.errors().size());
        if (count == 0)
            m_trace.passed(step);
        else
            m_trace.failed(step, reader.errors().last().message(), reader.errors().last().node);
    };
    for (const auto place : {ParameterPlan::Place::Path, ParameterPlan::Place::Query,
                             ParameterPlan::Place::Header, ParameterPlan::Place::Cookie}) {
        reader.readParameters(place);
        note(stepOf(place));
    }
    reader.readBody(body);
    note(StepKind::Body);
    if (reader.isExhausted()) {
        failAnswer(route, StepKind::Body,
                   QStringLiteral("Reading this request costs too much work."));
        return;
    }
    if (!reader.errors().isEmpty()) {
        m_exchange.violations = violations(reader.errors());
        m_exchange.response = validationResponse(reader.errors());
        return;
    }
    answer(route, reader.values());
}

void RequestRun::answer(const RoutePlan &route, const ReadInputs &values)
{
    if (!route.answer.hasBody) {
        m_trace.passed(StepKind::Answer);
        sendAnswer(route, {});
        return;
    }
    const MadeAnswer made = makeAnswer(route, values, m_api.seed);
    if (made.value.isUndefined()) {
        failAnswer(route, StepKind::Answer, made.problem);
        return;
    }
    m_trace.passed(StepKind::Answer, made.source, route.answer.node);
    QList<Design::ReadError> errors;
    const Json value = filterAnswer(route, made.value, &errors);
    if (value.isUndefined()) {
        m_exchange.violations = violations(errors);
        failAnswer(route, StepKind::Filter,
                   errors.isEmpty() ? QString() : errors.first().message());
        return;
    }
    m_trace.passed(StepKind::Filter);
    sendAnswer(route, value);
}

void RequestRun::failAnswer(const RoutePlan &route, StepKind step, const QString &text)
{
    m_trace.failed(step, text, route.answer.node);
    if (m_exchange.violations.isEmpty()) {
        Violation violation;
        violation.type = QStringLiteral("answer");
        violation.message = text;
        violation.node = route.answer.node;
        m_exchange.violations.append(violation);
    }
    m_exchange.response =
        isFastApi()
            ? internalError()
            : problemResponse(500, QStringLiteral("The mock has no valid answer: %1").arg(text));
}

void RequestRun::sendAnswer(const RoutePlan &route, const Json &value)
{
    const AnswerPlan &plan = route.answer;
    Response &response = m_exchange.response;
    response.status = plan.status;
    if (!value.isUndefined()) {
        response.headers.append({"content-type", plan.contentType});
        if (!plan.isJson && value.isString())
            response.body = value.string().toUtf8();
        else
            response.body = isFastApi() ? Design::writePythonJson(value) : Design::writeJson(value);
    } else if (isFastApi() && isBodyless(plan.status)) {
        response.headers.append({"content-type", plan.contentType});
    }
    for (const AnswerPlan::Header &header : plan.headers)
        response.headers.append({header.name, header.value});
    m_trace.skipped(StepKind::After);
}

} // namespace Mock
