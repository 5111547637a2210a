#pragma once

#include "designer/codegen/source.h"

namespace Design::Python
{

/// One operation of the design, on its way into a router.
struct RouteEntry {
    QString path;   ///< as the design has it
    QString method; ///< lower case
    Json item;      ///< the drawn Path Item Object
    Json drawn;     ///< the drawn operation
    Json flat;      ///< the same in the plain document
    RouteBehaviour behaviour;

    QString pointer() const;
};

/// One file of routes.
struct RouterEntry {
    QString file; ///< and the name in Python
    QString parent;
    QString prefix;
    QString fullPrefix; ///< those around it included
    QStringList tags;
    QStringList depends;
    JsonObject responses;
    bool isDeprecated = false;
    QList<RouteEntry> routes;
};

/// The routers of the design; where it has none (or a route is in none), one for the routes of each
/// tag, as long as no route hides another one so.
QList<RouterEntry> planRouters(Source &source);

} // namespace Design::Python
