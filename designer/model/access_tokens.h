#pragma once

#include "designer/model/api.h"

namespace Design
{

/// A credential that the mock server accepts.
struct AccessToken {
    QString text;       ///< bearer token, API key, or `name:password` of Basic and Digest
    QString user;       ///< whom it stands for; may be empty
    QStringList scopes; ///< what it may be used for
    bool operator==(const AccessToken &) const = default;
};

/// `x-menura.tokens` of a Security Scheme Object:
///
///     x-menura:
///       tokens:
///         s3cret: {user: alice, scopes: [pets:read, pets:write]}
///         other: bob
///
/// Without it, every credential of the right form is accepted.
struct AccessTokens {
    bool isGiven = false;
    QList<AccessToken> tokens;

    const AccessToken *find(QStringView text) const; ///< null when it is not accepted
    bool operator==(const AccessTokens &) const = default;
};

/// What the scheme's extension says. Malformed parts are left out; see checkAccessTokens().
AccessTokens accessTokens(const SecurityScheme &scheme);

/// Replaces them, and keeps whatever else the extension says. Not given: the key goes.
void setAccessTokens(SecurityScheme &scheme, const AccessTokens &tokens);

/// Something in an extension that has not the shape it must have.
struct ExtensionFault {
    QString pointer; ///< JSON Pointer from the object that has the extension
    QString message; ///< for people
};
QList<ExtensionFault> checkAccessTokens(const SecurityScheme &scheme);

} // namespace Design
