#pragma once

#include "designer/coercion/type_compiler.h"
#include "mockserver/engine/docs_pages.h"
#include "mockserver/engine/engine.h"
#include "mockserver/engine/route_plan.h"
#include "mockserver/engine/router.h"
#include "mockserver/state/state.h"

#include <chrono>
#include <optional>
#include <vector>

namespace Mock
{

class CompiledApiPrivate
{
public:
    Profile profile = Profile::FastApi;
    quint64 revision = 0;
    quint64 seed = 0;
    std::shared_ptr<State> state; ///< never null
    std::optional<qint64> clock;  ///< milliseconds since 1970, UTC; nothing: the real time
    std::chrono::milliseconds scriptLimit{250};
    Design::Diagnostics diagnostics;
    Router router;
    std::vector<RoutePlan> routes;
    DocsPages docs;
    QList<QByteArray> basePaths; ///< of the servers, without a slash at the end; "" first
    QList<std::shared_ptr<const Design::TypeSet>> types;
};

/// Decides FromDesign: what x-menura says, else FastApi for documents that FastAPI wrote.
Profile profileOf(const Design::Api &api);

} // namespace Mock
