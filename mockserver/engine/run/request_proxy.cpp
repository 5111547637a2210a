#include "mockserver/engine/answers/answer_check.h"
#include "mockserver/engine/errors/refusal_writer.h"
#include "mockserver/engine/run/request_run.h"
#include "mockserver/engine/trace_json.h"

using Design::Json;
using Design::JsonArray;

namespace Mock
{

namespace
{

/// What a browser asks by itself; no API has it in its design.
bool isPreflight(const Request &request)
{
    return request.method == "OPTIONS" && findHeader(request.headers, "origin") &&
           findHeader(request.headers, "access-control-request-method");
}

TraceText tooLargeToCheck()
{
    return TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "The body is too large to be checked."));
}

} // namespace

const ProxyPlan *RequestRun::proxyOf(const RoutePlan *route) const
{
    return route ? route->proxy.get() : m_api.proxy.get();
}

bool RequestRun::isPassedOn()
{
    const RoutePlan *route = findRoute();
    const ProxyPlan *proxy = proxyOf(route);
    return !m_isOwnPage && proxy && proxy->isAllowed;
}

// Nobody waits for the checks: the request leaves at once, and both directions are looked at when
// the answer is there. Whatever they find, it is passed on.
void RequestRun::passOn(const RoutePlan *route, const ProxyPlan &proxy)
{
    if (!proxy.isAllowed) {
        failProxy(proxy, 502,
                  QStringLiteral("%1 is not asked: nobody has allowed it.")
                      .arg(QString::fromUtf8(proxy.base)));
        return;
    }
    const OutgoingRequest outgoing = passedOn(proxy, m_request);
    if (!m_answer) {
        m_exchange.operation = route ? route->operation : Design::NodeId::None;
        m_exchange.route = route ? route->title : QString();
        m_exchange.pending = outgoing;
        // What goes wrong on purpose is done to a whole answer.
        m_exchange.pending->mayStream =
            m_exchange.delay == 0 && m_exchange.mishap.kind == Mishap::Kind::None;
        m_exchange.pending->prefersWhole = wantsTrace(m_request);
        return;
    }
    if (route)
        checkRequest(*route);
    else
        noteUnknown();
    m_exchange.response = {};
    takeAnswer(route, outgoing, proxy);
}

void RequestRun::checkRequest(const RoutePlan &route)
{
    if (!m_request.isPartial) {
        check(route);
        return;
    }
    RoutePlan head = route;
    head.body = {};
    check(head);
    m_trace.skipped(StepKind::Body, tooLargeToCheck());
}

void RequestRun::noteUnknown()
{
    // FastAPI itself redirects to the path with the slash; the real server will do so.
    if (m_exchange.response.status == 307 || isPreflight(m_request))
        return;
    Violation violation;
    violation.location = JsonArray{Json(QStringLiteral("path"))};
    violation.type = QStringLiteral("unknown_route");
    violation.said = TraceText(
        QT_TRANSLATE_NOOP("Mock::TraceText", "The design has no %1 %2."),
        {QString::fromLatin1(m_request.method), percentDecoded(pathOf(m_request.target))});
    violation.message = violation.said.english();
    violation.node =
        m_exchange.steps.isEmpty() ? Design::NodeId::None : m_exchange.steps.last().node;
    m_exchange.violations = {violation};
}

void RequestRun::takeAnswer(const RoutePlan *route, const OutgoingRequest &sent,
                            const ProxyPlan &proxy)
{
    const QString what = QStringLiteral("%1 %2").arg(QString::fromLatin1(sent.method), sent.url);
    if (m_answer->response.status == 0) {
        const int status = m_answer->isAbandoned ? clientHasGone : m_answer->isTimeout ? 504 : 502;
        failProxy(proxy, status, QStringLiteral("%1: %2").arg(what, m_answer->problem));
        return;
    }
    m_exchange.response = passedOn(m_answer->response);
    m_trace.passed(StepKind::Answer,
                   QStringLiteral("%1: %2").arg(what).arg(m_exchange.response.status),
                   Design::NodeId::None, proxy.pointer);
    m_trace.spent(m_answer->nanoseconds);
    if (m_answer->isCut) {
        noteUpstream(proxy,
                     TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "%1 ended after %2 bytes: %3"),
                               {what, QString::number(m_answer->bytes), m_answer->problem}));
    }
    if (!route)
        return;
    const QList<Violation> found =
        answerViolations(*route, isFastApi(), m_request, m_exchange.response);
    if (!found.isEmpty())
        m_trace.failed(StepKind::Filter, found.first().message, found.first().node);
    else if (m_exchange.response.isPartial && !m_answer->isCut)
        m_trace.skipped(StepKind::Filter, tooLargeToCheck());
    else if (!m_answer->isCut)
        m_trace.passed(StepKind::Filter);
    m_exchange.violations += found;
}

void RequestRun::noteUpstream(const ProxyPlan &proxy, const TraceText &why)
{
    m_trace.failed(StepKind::Answer, why, Design::NodeId::None, proxy.pointer);
    Violation violation;
    violation.type = QStringLiteral("upstream");
    violation.message = why.english();
    violation.said = why;
    violation.pointer = proxy.pointer;
    m_exchange.violations.append(violation);
}

void RequestRun::failProxy(const ProxyPlan &proxy, int status, const QString &why)
{
    noteUpstream(proxy, why);
    Refusal refusal;
    refusal.status = status;
    refusal.detail = why;
    m_exchange.response = refusalResponse(m_api, nullptr, m_request, refusal);
}

} // namespace Mock
