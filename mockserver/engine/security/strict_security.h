#pragma once

#include "mockserver/engine/plan/route_plan.h"
#include "mockserver/engine/run/inputs.h"

namespace Mock
{

/// Whether a request may use a route (OpenAPI 3.1, section 4.8.30), and as whom.
struct SecurityVerdict {
    int status = 200; ///< 401: a credential is missing or wrong; 403: it lacks a scope
    const CredentialPlan *credential = nullptr; ///< that one
    QString type;                               ///< of the violation
    QString detail;                             ///< for people
    QByteArray challenge;                       ///< for WWW-Authenticate; may be empty
    QString user;                               ///< whom the credentials stand for, if known
    QStringList scopes;

    bool isPassed() const { return status == 200; }
};

/// Looks at all alternatives of the route. Credentials must be there and well-formed; where the
/// design lists them (see Design::AccessTokens), be among them and have the scopes asked for. The
/// challenges are those of RFC 6750, 7616 and 7617.
SecurityVerdict judgeSecurity(const RoutePlan &route, const Request &request, const Inputs &inputs);

} // namespace Mock
