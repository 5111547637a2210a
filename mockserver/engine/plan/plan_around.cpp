#include "designer/model/locate.h"
#include "mockserver/engine/plan/plan_builder.h"
#include "mockserver/state/store_plan.h"

#include <algorithm>

namespace Mock
{

void PlanBuilder::addParameter(const Design::Parameter &parameter, RoutePlan *route)
{
    const Design::Parameter *resolved = resolve(m_api, parameter);
    static const QStringList places{QStringLiteral("path"), QStringLiteral("query"),
                                    QStringLiteral("header"), QStringLiteral("cookie")};
    if (!resolved || !places.contains(resolved->in))
        return;
    route->parameters.append(parameterPlan(*resolved, *route));
    std::stable_sort(
        route->parameters.begin(), route->parameters.end(),
        [](const ParameterPlan &a, const ParameterPlan &b) { return a.place < b.place; });
}

void PlanBuilder::compileRow(const Design::Schema &model, StorePlan *plan)
{
    if (isFastApi())
        plan->type = m_rowTypes.compile(model);
    else
        plan->schema = m_schemas.compile(model);
    plan->fields = fieldsOf(model);
}

} // namespace Mock
