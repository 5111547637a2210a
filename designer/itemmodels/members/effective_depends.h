#pragma once

#include "designer/model/behaviour/behaviour.h"

namespace Design
{

/// A dependency that runs before a route, and why it does.
struct EffectiveDepends {
    enum class From { Route, Router, Document, Need };

    QString name;
    From from = From::Route;
    QString through; ///< the router, or the dependency that needs it
    bool operator==(const EffectiveDepends &) const = default;
};

/// All that run before a route, each once, in their order: of the whole design, of its routers,
/// its own; what one needs comes before it.
QList<EffectiveDepends> effectiveDepends(const Behaviour &behaviour, const QString &path,
                                         const Operation &operation);

/// "by router items", "needed by admin", "by all routes"; "here" for the route's own.
QString originWords(const EffectiveDepends &depends);

/// Whether a request to the route needs a credential.
bool isGuarded(const Api &api, const Operation &operation, const Behaviour &behaviour,
               const QList<EffectiveDepends> &depends);

/// Who may call a route, in words: "public", or the names of schemes and dependencies.
QString accessWords(const Api &api, const Operation &operation,
                    const QList<EffectiveDepends> &depends);

} // namespace Design
