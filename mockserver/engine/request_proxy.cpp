#include "mockserver/engine/answer_check.h"
#include "mockserver/engine/refusal_writer.h"
#include "mockserver/engine/request_run.h"

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

} // namespace

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
        m_exchange.pending = outgoing;
        return;
    }
    if (route)
        check(*route);
    else
        noteUnknown();
    m_exchange.response = {};
    takeAnswer(route, outgoing, proxy);
}

void RequestRun::noteUnknown()
{
    // FastAPI itself redirects to the path with the slash; the real server will do so.
    if (m_exchange.response.status == 307 || isPreflight(m_request))
        return;
    Violation violation;
    violation.location = JsonArray{Json(QStringLiteral("path"))};
    violation.type = QStringLiteral("unknown_route");
    violation.message =
        QStringLiteral("The design has no %1 %2.")
            .arg(QString::fromLatin1(m_request.method), percentDecoded(pathOf(m_request.target)));
    violation.node =
        m_exchange.steps.isEmpty() ? Design::NodeId::None : m_exchange.steps.last().node;
    m_exchange.violations = {violation};
}

void RequestRun::takeAnswer(const RoutePlan *route, const OutgoingRequest &sent,
                            const ProxyPlan &proxy)
{
    const QString what = QStringLiteral("%1 %2").arg(QString::fromLatin1(sent.method), sent.url);
    if (m_answer->response.status == 0) {
        failProxy(proxy, m_answer->isTimeout ? 504 : 502,
                  QStringLiteral("%1: %2").arg(what, m_answer->problem));
        return;
    }
    m_exchange.response = passedOn(m_answer->response);
    m_trace.passed(StepKind::Answer,
                   QStringLiteral("%1: %2").arg(what).arg(m_exchange.response.status),
                   Design::NodeId::None, proxy.pointer);
    m_trace.spent(m_answer->nanoseconds);
    if (!route)
        return;
    const QList<Violation> found =
        answerViolations(*route, isFastApi(), m_request, m_exchange.response);
    if (found.isEmpty())
        m_trace.passed(StepKind::Filter);
    else
        m_trace.failed(StepKind::Filter, found.first().message, found.first().node);
    m_exchange.violations += found;
}

void RequestRun::failProxy(const ProxyPlan &proxy, int status, const QString &why)
{
    m_trace.failed(StepKind::Answer, why, Design::NodeId::None, proxy.pointer);
    Violation violation;
    violation.type = QStringLiteral("upstream");
    violation.message = why;
    violation.pointer = proxy.pointer;
    m_exchange.violations.append(violation);
    Refusal refusal;
    refusal.status = status;
    refusal.detail = why;
    m_exchange.response = refusalResponse(m_api, nullptr, m_request, refusal);
}

} // namespace Mock
