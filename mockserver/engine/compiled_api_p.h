#pragma once

#include "designer/coercion/compile/type_compiler.h"
#include "mockserver/engine/answers/cors.h"
#include "mockserver/engine/answers/docs_pages.h"
#include "mockserver/engine/engine.h"
#include "mockserver/engine/places.h"
#include "mockserver/engine/shared_places.h"
#include "mockserver/engine/plan/base_path.h"
#include "mockserver/engine/plan/route_plan.h"
#include "mockserver/engine/run/router.h"
#include "mockserver/engine/security/allowed_hosts.h"
#include "mockserver/state/state.h"

#include <chrono>
#include <mutex>
#include <optional>
#include <vector>

namespace Mock
{

class CompiledApiPrivate
{
public:
    Profile profile = Profile::FastApi;
    ErrorShape errors = ErrorShape::FastApi;
    quint64 revision = 0;
    quint64 seed = 0;
    Cors cors;
    AllowedHosts hosts;
    Design::FaultDesign faults;             ///< of requests that have no route
    std::shared_ptr<const ProxyPlan> proxy; ///< that those are passed on to; null: none
    std::shared_ptr<State> state;           ///< never null
    std::optional<qint64> clock; ///< milliseconds since 1970, UTC; nothing: the real time
    std::chrono::milliseconds scriptLimit{250};
    Design::Diagnostics diagnostics;
    Router router;
    std::vector<RoutePlan> routes;
    DocsPages docs;
    QList<BasePath> bases; ///< of all servers
    QString rootPath;      ///< in FastAPI's profile, without a slash at its end; mostly empty
    QList<std::shared_ptr<const Design::TypeSet>> types;
    SharedPlaces shared;

    /// Where the parts of the design stand. Made when it is first asked for, which takes its time
    /// in a large design; safe on any thread.
    const Places &places() const;
    Design::Api design; ///< as it was drawn
    Design::InclusionsPointer inclusions;

private:
    mutable std::once_flag m_isIndexed;
    mutable Places m_places;
};

} // namespace Mock
