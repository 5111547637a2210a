#pragma once

#include "mockserver/engine/plan/route_plan.h"
#include "mockserver/engine/run/inputs.h"

namespace Mock
{

/// What a request presents where a security scheme asks for a credential.
struct Presented {
    enum State { Missing, Malformed, WellFormed };

    State state = Missing;
    QString text;            ///< token, key, or `name:password`
    QList<NamedText> digest; ///< parameters of Digest (RFC 7616 section 3.4)
};

Presented presentedCredential(const CredentialPlan &credential, const Request &request,
                              const Inputs &inputs);

/// The token of the table that was presented, or null. Of Digest, the response is worked out.
const Design::AccessToken *acceptedToken(const Design::AccessTokens &tokens,
                                         const Presented &presented, const Request &request);

} // namespace Mock
