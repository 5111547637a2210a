#pragma once

#include "mockserver/engine/around/around_plan.h"
#include "mockserver/state/state_session.h"

namespace Mock
{

/// A user whom a credential belongs to, or why there is none.
struct LoggedIn {
    Design::Json user; ///< the row; undefined without one
    int status = 401;
    QString detail;
    QByteArray challenge; ///< for WWW-Authenticate; empty: none
};

/// The user of a token, of a name with its password, or of a key.
LoggedIn userOf(const LoginPlan &login, const CredentialPlan &credential, const Design::Json &given,
                const QStringList &scopes, StateSession &session);

/// The answer to a form with `username` and `password` (OAuth 2.0, RFC 6749 section 4.3): a token,
/// or undefined when they are wrong.
Design::Json tokenFor(const LoginPlan &login, const Design::JsonObject &form,
                      StateSession &session);

} // namespace Mock
