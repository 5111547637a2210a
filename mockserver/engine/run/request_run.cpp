#include "mockserver/engine/run/request_run.h"

#include "designer/text/json_writer.h"
#include "mockserver/engine/answers/answer_maker.h"
#include "mockserver/engine/around/fault_draw.h"
#include "mockserver/engine/errors/refusal_writer.h"
#include "mockserver/engine/inputs/fastapi_inputs.h"
#include "mockserver/engine/inputs/xml_body.h"
#include "mockserver/engine/plan/plan_builder.h"
#include "mockserver/engine/security/credential_text.h"
#include "mockserver/engine/security/security_check.h"
#include "mockserver/engine/security/strict_security.h"
#include "mockserver/engine/trace_json.h"

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

RequestRun::RequestRun(const CompiledApiPrivate &api, const Request &request,
                       const OutgoingAnswer *answer)
    : m_api(api)
    , m_request(request)
    , m_answer(answer)
    , m_trace(&m_exchange)
{
    m_exchange.request = request;
    m_exchange.revision = api.revision;
    m_exchange.time = QDateTime::currentDateTimeUtc();
}

Exchange RequestRun::run()
{
    // Where everything is passed on, the real server says who may read its answers.
    const bool isTheirs = m_api.proxy != nullptr;
    std::optional<Response> preflight = isTheirs ? std::nullopt : m_api.cors.preflight(m_request);
    if (preflight) {
        m_exchange.response = std::move(*preflight);
        m_trace.passed(
            StepKind::Route,
            TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "a preflight request (CORS)")),
            Design::NodeId::None, QStringLiteral("/x-menura/cors"));
    } else {
        handle();
        // The server's own errors pass no middleware in FastAPI.
        const bool isOwnError = isFastApi() && m_exchange.response.status == 500 &&
                                m_exchange.response.body == internalError().body;
        if (!isOwnError && !isTheirs)
            m_api.cors.decorate(m_request, &m_exchange.response);
    }
    if (m_exchange.mishap.kind != Mishap::Kind::None)
        m_trace.failed(StepKind::After, mishapText(m_exchange.mishap));
    m_trace.finish();
    m_api.shared.nameIn(&m_exchange);
    // It tells no more than /openapi.json and the answer itself do, so everyone may ask for it.
    if (wantsTrace(m_request))
        m_exchange.response.setHeader(traceName, traceField(m_exchange, m_api.places()));
    return std::move(m_exchange);
}

void RequestRun::handle()
{
    const RoutePlan *route = findRoute();
    if (m_isOwnPage || !meetFaults(route ? route->faults : m_api.faults))
        return;
    if (const ProxyPlan *proxy = proxyOf(route))
        passOn(route, *proxy);
    else if (route)
        check(*route);
}

void RequestRun::check(const RoutePlan &route)
{
    m_exchange.operation = route.operation;
    m_exchange.route = route.title;
    const Inputs inputs(m_request, m_pathValues);
    if (isFastApi())
        runFastApi(route, inputs);
    else if (isAtServer(route, inputs))
        runStrict(route, inputs);
    if (m_around && !m_exchange.pending && !route.proxy)
        m_around->leave();
}

bool RequestRun::meetFaults(const Design::FaultDesign &faults)
{
    if (m_answer || faults.isNone()) // they were met before the other server was asked
        return true;
    const FaultDraw draw = drawFaults(faults, m_api.seed, m_api.state->nextFault());
    m_exchange.delay = draw.delay;
    m_exchange.mishap = draw.mishap;
    if (!draw.isError)
        return true;
    Refusal refusal;
    refusal.status = faults.errorStatus;
    refusal.detail = QString::fromLatin1(reasonPhrase(refusal.status));
    refuse(nullptr, refusal);
    m_trace.failed(
        StepKind::Answer,
        TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "fails by chance, as the design says")),
        Design::NodeId::None, faults.pointer);
    return false;
}

void RequestRun::refuse(const RoutePlan *route, const Refusal &refusal)
{
    if (!refusal.violations.isEmpty())
        m_exchange.violations = refusal.violations;
    m_exchange.response = refusalResponse(m_api, route, m_request, refusal);
}

bool RequestRun::checkSecurity(const RoutePlan &route, const Inputs &inputs)
{
    SecurityVerdict verdict;
    // FastAPI's own dependencies look at less than the specifications ask for.
    const CredentialPlan *missing = isFastApi() ? missingCredential(route, inputs) : nullptr;
    if (missing) {
        verdict.status = 401;
        verdict.credential = missing;
        verdict.type = QStringLiteral("not_authenticated");
        verdict.challenge = missing->challenge;
    } else {
        verdict = judgeSecurity(route, m_request, inputs);
        if (isFastApi() && !verdict.isPassed() && !verdict.credential->tokens)
            verdict = {};
    }
    if (verdict.isPassed()) {
        m_trace.passed(
            StepKind::Dependencies,
            verdict.user.isEmpty()
                ? TraceText()
                : TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "as %1"), {verdict.user}));
        return true;
    }
    if (isFastApi()) {
        verdict.detail = missing ? QStringLiteral("Not authenticated")
                         : verdict.status == 403
                             ? QStringLiteral("Not enough permissions")
                             : QStringLiteral("Invalid authentication credentials");
        verdict.challenge = verdict.status == 403 ? QByteArray() : verdict.credential->challenge;
    }
    m_trace.failed(StepKind::Dependencies, verdict.detail, verdict.credential->node);
    Violation violation;
    violation.location = credentialLocation(*verdict.credential);
    violation.type = verdict.type;
    violation.message = verdict.detail;
    violation.node = verdict.credential->node;
    Refusal refusal;
    refusal.status = verdict.status;
    refusal.detail = verdict.detail;
    refusal.violations = {violation};
    if (!verdict.challenge.isEmpty())
        refusal.headers = {{"www-authenticate", verdict.challenge}};
    refuse(&route, refusal);
    return false;
}

bool RequestRun::runDependencies(const RoutePlan &route, const Inputs &inputs)
{
    if (!route.around)
        return true;
    m_around = std::make_unique<AroundRun>(m_api, route, m_request, inputs, m_answer, &m_trace,
                                           &m_exchange);
    return m_around->runDependencies();
}

void RequestRun::runFastApi(const RoutePlan &route, const Inputs &inputs)
{
    const FastApiBody body = readFastApiBody(route, m_request, inputs);
    if (body.status == 400) {
        m_trace.failed(StepKind::ReadBody, body.detail, route.body.node);
        Refusal refusal;
        refusal.detail = body.detail;
        refuse(&route, refusal);
        return;
    }
    if (body.status == 422) {
        m_exchange.violations = violations({body.jsonError});
        m_exchange.violations.first().node = route.body.node;
        m_trace.failed(StepKind::ReadBody, m_exchange.violations.first().message, route.body.node);
        refuseInputs(route, {body.jsonError});
        return;
    }
    m_trace.passed(StepKind::ReadBody);
    if (!checkSecurity(route, inputs) || !runDependencies(route, inputs))
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
        failAnswer(route.answer, StepKind::Body,
                   QStringLiteral("Reading this request costs too much work."));
        return;
    }
    const QList<Design::ReadError> errors =
        m_around ? m_around->errors() + reader.errors() : reader.errors();
    if (!errors.isEmpty()) {
        m_exchange.violations = violations(errors);
        if (reader.isUnwritable())
            m_exchange.response = internalError();
        else
            refuseInputs(route, errors);
        return;
    }
    ReadInputs values = reader.values();
    values.sent = body.value;
    answer(route, inputs, values);
}

void RequestRun::answer(const RoutePlan &route, const Inputs &inputs, const ReadInputs &values)
{
    if (route.proxy)
        return; // a real server answers; all was to be checked only
    const Wishes wishes = readWishes(m_request, inputs);
    // FastAPI looks neither at Accept nor at wishes that it does not know.
    const QByteArray accept = isFastApi() ? QByteArray() : headerValue(m_request.headers, "accept");
    AnswerChoice choice = chooseAnswer(route, wishes, accept, values);
    if (!wishes.problem.isEmpty() && !isFastApi()) {
        choice.refusal = 422;
        choice.problem = wishes.problem;
    }
    if (choice.refusal != 0) {
        refuseChoice(route, choice);
        return;
    }
    if (!wishes.isEmpty())
        m_exchange.response.setHeader("preference-applied", wishes.applied());
    const AnswerPlan &plan = *choice.answer;
    // Whoever asks for another answer gets that one; nothing happens for it.
    const bool isMain = plan.response == route.answer.response;
    const AroundRun::Made around =
        m_around && isMain ? m_around->answer(values) : AroundRun::Made::Nothing;
    if (around == AroundRun::Made::Refused || around == AroundRun::Made::Pending)
        return;
    if (!plan.hasBody || isBodyless(choice.status)) {
        m_trace.passed(StepKind::Answer, plan.response, plan.node);
        sendAnswer(route, choice, {});
        return;
    }
    const bool isFromAround = around == AroundRun::Made::Value;
    MadeAnswer made;
    if (isFromAround)
        made.value = m_around->value();
    else
        made = makeAnswer(route, choice, values, m_api.seed);
    QList<Design::ReadError> errors;
    const Json value = filterAnswer(plan, made.value, &errors);
    // The application would have a value, though we can make none up.
    const bool isOurLack = made.isMadeUp && breaksForeignPatternsOnly(errors);
    if (!isFromAround) {
        // FastAPI holds its own answers to their models, whatever these say.
        if (made.value.isUndefined() || (made.isNear && isFastApi() && !isOurLack)) {
            failAnswer(plan, StepKind::Answer, made.problem);
            return;
        }
        m_trace.passed(StepKind::Answer, made.source, plan.node);
    }
    if (made.isNear || isOurLack) {
        m_trace.failed(StepKind::Filter, isOurLack ? errors.first().message() : made.problem,
                       plan.node);
        sendAnswer(route, choice, made.value);
        return;
    }
    if (value.isUndefined()) {
        m_exchange.violations = violations(errors);
        failAnswer(plan, StepKind::Filter, errors.isEmpty() ? QString() : errors.first().message());
        return;
    }
    if (isFastApi() && plan.isJson && hasUnwritable(value)) {
        failAnswer(plan, StepKind::Filter,
                   QStringLiteral("NaN, infinities and halves of characters cannot be written."));
        return;
    }
    m_trace.passed(StepKind::Filter);
    sendAnswer(route, choice, value);
}

void RequestRun::refuseInputs(const RoutePlan &route, const QList<Design::ReadError> &errors)
{
    if (m_api.errors == ErrorShape::FastApi) {
        m_exchange.response = validationResponse(errors);
        return;
    }
    Refusal refusal;
    refusal.status = 422;
    refusal.detail = QStringLiteral("The request breaks rules of the design.");
    refusal.violations = m_exchange.violations;
    refuse(&route, refusal);
}

void RequestRun::refuseChoice(const RoutePlan &route, const AnswerChoice &choice)
{
    const bool isType = choice.refusal == 406;
    m_trace.failed(StepKind::Answer, choice.problem, route.answer.node);
    Violation violation;
    violation.location =
        Design::JsonArray{Json(QStringLiteral("header")),
                          Json(isType ? QStringLiteral("accept") : QStringLiteral("prefer"))};
    violation.type = isType ? QStringLiteral("not_acceptable") : QStringLiteral("preference");
    violation.message = choice.problem;
    violation.node = route.operation;
    Refusal refusal;
    refusal.status = choice.refusal;
    refusal.detail = choice.problem;
    refusal.violations = {violation};
    // That a wish cannot be granted is no error of the API, whatever that declares.
    refuse(isType ? &route : nullptr, refusal);
}

void RequestRun::failAnswer(const AnswerPlan &plan, StepKind step, const QString &text)
{
    m_trace.failed(step, text, plan.node);
    if (m_exchange.violations.isEmpty()) {
        Violation violation;
        violation.type = QStringLiteral("answer");
        violation.message = text;
        violation.node = plan.node;
        m_exchange.violations.append(violation);
    }
    if (isFastApi()) {
        m_exchange.response = internalError();
        return;
    }
    Refusal refusal;
    refusal.status = 500;
    refusal.detail = QStringLiteral("The mock has no valid answer: %1").arg(text);
    refuse(nullptr, refusal);
}

void RequestRun::sendAnswer(const RoutePlan &route, const AnswerChoice &choice, const Json &value)
{
    const AnswerPlan &plan = *choice.answer;
    Response &response = m_exchange.response;
    response.status = choice.status;
    if (m_around)
        m_around->commit();
    // Text of any type (`*/*`) is sent as such, unless JSON was asked for.
    const bool isPlain = value.isString() && plan.mediaType == "*/*" && !isFastApi() &&
                         !headerValue(m_request.headers, "accept").contains("json");
    if (isPlain) {
        response.setHeader("content-type", "text/plain");
        response.body = value.string().toUtf8();
    } else if (!value.isUndefined()) {
        response.headers.append({"content-type", choice.contentType});
        if (plan.stream != StreamForm::None && value.isArray())
            response.body = writeStream(value, plan.stream);
        else if (!plan.isJson && value.isString())
            response.body = value.string().toUtf8();
        else if (plan.xml && !isFastApi())
            response.body = writeXml(value, *plan.xml);
        else
            response.body = isFastApi() ? Design::writePythonJson(value) : Design::writeJson(value);
    } else if (isFastApi() && isBodyless(choice.status)) {
        response.headers.append({"content-type", choice.contentType});
    }
    for (const AnswerPlan::Header &header : plan.headers)
        response.headers.append({header.name, header.value});
    if (route.isDeprecated && !isFastApi())
        response.setHeader("deprecation", "true");
    if (!m_exchange.tasks &&
        !(m_around && m_around->hasEntered())) // what comes of them is written when they end
        m_trace.skipped(StepKind::After);
}

} // namespace Mock
