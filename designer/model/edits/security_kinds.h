#pragma once

#include "designer/model/api.h"

namespace Design
{

/// A usual way in which a request proves who it is from.
struct SecurityKind {
    QString id;    ///< "bearer"
    QString title; ///< for people
};

/// Bearer token, basic, API key in header, query or cookie, OAuth2 with a password.
QList<SecurityKind> securityKinds();

/// Lets a dependency take a credential of this kind: its scheme is made where the design has none
/// of the kind, and somebody who may log in where nobody may. False for unknown names and kinds.
bool giveSecurityKind(Api &api, const QString &dependency, const QString &kind);

} // namespace Design
