#pragma once

#include "designer/codegen/project_parts.h"
#include "designer/codegen/router_plan.h"

#include <functional>

namespace Design::Python
{

/// What happens to requests before a route sees them: delays and faults, and those that a real
/// server answers. Middleware does both, so that the routes say what they said without it.
class NetworkWriter
{
public:
    NetworkWriter(ProjectParts &parts, const QList<RouterEntry> &routers);

    bool hasFaults() const { return m_hasFaults; }
    bool hasProxy() const { return m_hasProxy; }
    /// The statements of the main module that add it, the innermost one first.
    QString middleware(Module &module);

    static QString matchingModule(); ///< app/matching.py: which route a request is for
    static QString faultsModule();   ///< app/faults.py
    static QString proxyModule();    ///< app/proxy.py

private:
    using Said = std::function<Code(const RouteBehaviour &)>;

    QString table(const char *middleware, const Said &ofRoute, const Code &otherwise) const;
    /// The routes that something is said of, and those before them that would be taken for one.
    QList<Code> entries(const Said &ofRoute, const Code &otherwise) const;
    Code faults(const FaultDesign &design, Module &module);
    void reportFaults(const FaultDesign &design, const QString &pointer);

    ProjectParts &m_parts;
    QList<RouteEntry> m_routes;
    bool m_hasFaults = false;
    bool m_hasProxy = false;
};

} // namespace Design::Python
