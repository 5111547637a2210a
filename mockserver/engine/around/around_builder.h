#pragma once

#include "mockserver/engine/around/around_plan.h"
#include "mockserver/engine/around/proxy.h"
#include "mockserver/engine/plan/plan_builder.h"
#include "mockserver/engine/security/allowed_hosts.h"
#include "mockserver/state/store_plan.h"

namespace Mock
{

/// Makes the plans of what runs around the routes of a design.
class AroundBuilder
{
public:
    /// `api` is the flattened design, `builder` makes the plans of inputs.
    AroundBuilder(const Design::Api &api, PlanBuilder *builder, const CompileOptions &options);

    Design::RouteBehaviour routeBehaviour(const QString &path,
                                          const Design::Operation &operation) const;
    /// Null when nothing runs around the route.
    std::shared_ptr<const AroundPlan> build(const QString &path, const Design::Operation &operation,
                                            const Design::RouteBehaviour &design,
                                            const RoutePlan &route);
    std::shared_ptr<const StorePlans> stores(const PlanBuilder &builder);
    /// The real server behind a route; null: it is answered here.
    std::shared_ptr<const ProxyPlan> proxy(const Design::RouteBehaviour &route) const;
    /// The one behind everything else.
    std::shared_ptr<const ProxyPlan> proxy() const { return m_proxy; }
    const AllowedHosts &hosts() const { return m_hosts; }
    const Design::Diagnostics &diagnostics() const { return m_diagnostics; }
    const Design::Behaviour &behaviour() const { return m_behaviour; }

private:
    ErrorPlan errorPlan(const Design::ErrorAnswer &answer, const QString &name);
    ErrorPlan namedError(const QString &name, int status, const QString &detail);
    RulePlan rulePlan(const Design::ErrorRule &rule);
    /// `scopes` are those of what needs it.
    int addDependency(const QString &name, const QStringList &scopes, const RoutePlan &route,
                      AroundPlan *plan);
    void addAction(const Design::ActionDesign &action, AroundPlan *plan);
    QList<std::shared_ptr<const TaskPlan>> taskPlans(const QList<Design::TaskDesign> &tasks);
    TextShape shownBy(const Design::Operation &operation) const;
    void addUpstream(const Design::UpstreamDesign &upstream, AroundPlan *plan);
    void addStore(const QString &name, const Design::StoreDesign &store, StorePlans *plans);
    std::shared_ptr<const LoginPlan> loginPlan(const QString &scheme);
    std::shared_ptr<const ProxyPlan> plan(const Design::ProxyDesign &design, bool isAllowed) const;

    const QList<Design::Parameter> &parametersOf(const QString &name,
                                                 const Design::DependencyDesign &design);

    Design::Api m_api; ///< a copy: it gives ids to parts of the extensions
    PlanBuilder *m_builder;
    quint64 m_seed;
    Design::JsonObject m_overrides;
    Design::Behaviour m_behaviour;
    AllowedHosts m_hosts;
    std::shared_ptr<const ProxyPlan> m_proxy;
    bool m_isAllPassedOn;                                  ///< whatever the routes say
    QHash<QString, QList<Design::Parameter>> m_parameters; ///< by dependency
    Design::Diagnostics m_diagnostics;
};

} // namespace Mock
