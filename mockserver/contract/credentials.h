#pragma once

#include "designer/model/access_tokens.h"
#include "mockserver/engine/message.h"

namespace Mock
{

/// Somebody that the design knows, and what a request of theirs carries.
struct Identity {
    QString scheme; ///< its name in the components
    Design::AccessToken token;
};

/// Those who are let in by the schemes that an operation asks for, without regard to scopes.
QList<Identity> identitiesFor(const Design::Api &api, const Design::Operation &operation);

bool isBasic(const Design::SecurityScheme &scheme);
/// Whether a token comes in Authorization, after "Bearer".
bool isBearer(const Design::SecurityScheme &scheme);

/// What a request can prove itself with to this scheme: the first token that has these scopes, or
/// where the design names none any text of the right form.
QByteArray exampleToken(const Design::SecurityScheme &scheme, const QStringList &scopes);

/// The header field that carries a token. Not for API keys in the query.
HeaderField credentialHeader(const Design::SecurityScheme &scheme, const QByteArray &token);

/// Gives a request the token in place of the one that it has for this scheme; an empty one takes
/// that away.
void setCredential(Request &request, const Design::SecurityScheme &scheme, const QByteArray &token);

} // namespace Mock
