#include "mockserver/engine/around/proxy.h"

#include <QSet>

namespace Mock
{

namespace
{

/// The fields that are about one connection: the usual ones, and those that Connection names.
QList<HeaderField> endToEnd(const QList<HeaderField> &headers)
{
    QSet<QByteArray> ofConnection{"connection",       "keep-alive",          "proxy-authenticate",
                                  "proxy-connection", "proxy-authorization", "te",
                                  "trailer",          "transfer-encoding",   "upgrade"};
    for (const QByteArray &name : headerValue(headers, "connection").toLower().split(','))
        ofConnection.insert(name.trimmed());
    QList<HeaderField> result;
    for (const HeaderField &field : headers) {
        if (!ofConnection.contains(field.name.toLower()))
            result.append(field);
    }
    return result;
}

} // namespace

ProxyPlan proxyPlan(const Design::ProxyDesign &design, bool isAllowed)
{
    ProxyPlan plan;
    plan.base = design.url.toUtf8();
    while (plan.base.endsWith('/'))
        plan.base.chop(1);
    plan.timeout = design.timeout;
    plan.isAllowed = isAllowed;
    plan.pointer = design.pointer;
    return plan;
}

OutgoingRequest passedOn(const ProxyPlan &plan, const Request &request)
{
    // These are written for the new connection, or were kept by the server already.
    static const QSet<QByteArray> replaced{"host", "content-length", "accept-encoding", "expect"};
    OutgoingRequest result;
    result.method = request.method;
    result.url = QString::fromUtf8(plan.base + request.target);
    result.body = request.body;
    result.timeout = plan.timeout;
    result.isPassedOn = true;
    for (const HeaderField &field : endToEnd(request.headers)) {
        if (!replaced.contains(field.name.toLower()))
            result.headers.append(field);
    }
    result.headers.append(HeaderField{"accept-encoding", "identity"});
    return result;
}

Response passedOn(const Response &response)
{
    Response result = response;
    result.headers = endToEnd(response.headers);
    return result;
}

} // namespace Mock
