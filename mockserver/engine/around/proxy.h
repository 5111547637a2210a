#pragma once

#include "designer/model/behaviour/behaviour.h"
#include "mockserver/engine/around/outgoing.h"

namespace Mock
{

/// A real server that requests are passed on to.
struct ProxyPlan {
    QByteArray base;       ///< of its addresses, without a slash at the end
    int timeout = 30'000;  ///< milliseconds
    bool isAllowed = true; ///< by the user
    QString pointer;
};

ProxyPlan proxyPlan(const Design::ProxyDesign &design, bool isAllowed);

/// The request as it goes on: with all that the client sent but what belongs to its connection
/// (RFC 9110 section 7.6.1). An encoding of the answer is not offered: it is going to be read.
OutgoingRequest passedOn(const ProxyPlan &plan, const Request &request);

/// The answer as it goes back, without what belongs to the connection it came over.
Response passedOn(const Response &response);

} // namespace Mock
