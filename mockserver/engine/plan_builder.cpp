#include "mockserver/engine/plan_builder.h"

#include "designer/model/locate.h"
#include "designer/model/references.h"

namespace Mock
{

namespace
{

Design::CompileSchemaOptions schemaOptions()
{
    Design::CompileSchemaOptions options;
    options.formats = Design::FormatRule::Assert;
    return options;
}

} // namespace

PlanBuilder::PlanBuilder(const Design::Api &api, Profile profile, quint64 seed)
    : m_api(api)
    , m_profile(profile)
    , m_seed(seed)
    , m_requestTypes(api, {Design::Direction::Request, false})
    , m_formTypes(api, {Design::Direction::Request, true})
    , m_responseTypes(api, {Design::Direction::Response, false})
    , m_rowTypes(api, {Design::Direction::None, false})
    , m_schemas(api, schemaOptions())
    , m_find([&api](const Design::Reference &reference) { return findReferenced(api, reference); })
    , m_rules(std::make_shared<Design::ExtraRules>(m_find))
{
}

RoutePlan PlanBuilder::build(const QString &path, const Design::PathItem &item,
                             const Design::Operation &operation)
{
    RoutePlan route;
    route.method = operation.method.toUpper().toLatin1();
    route.path = path;
    route.title = QString::fromLatin1(route.method) + u' ' + path;
    route.operation = operation.id;
    route.isDeprecated = operation.deprecated;
    addParameters(item, operation, &route);
    addBody(operation, &route);
    addSecurity(operation, &route);
    addAnswers(item, operation, &route);
    return route;
}

ExtraRulePlan PlanBuilder::extraRulePlan(const Design::Schema &schema)
{
    if (!m_rules->areIn(schema))
        return {};
    return {m_schemas.compile(schema), m_rules};
}

QList<std::shared_ptr<const Design::TypeSet>> PlanBuilder::types() const
{
    return {m_requestTypes.types(), m_formTypes.types(), m_responseTypes.types(),
            m_rowTypes.types()};
}

Design::Diagnostics PlanBuilder::diagnostics() const
{
    Design::Diagnostics all = m_diagnostics;
    for (const Design::TypeCompiler *types :
         {&m_requestTypes, &m_formTypes, &m_responseTypes, &m_rowTypes}) {
        for (const Design::Diagnostic &diagnostic : types->diagnostics()) {
            if (!all.contains(diagnostic))
                all.append(diagnostic);
        }
    }
    all.append(m_schemas.diagnostics());
    return all;
}

const Design::Schema *PlanBuilder::componentOf(const Design::Schema &schema, QString *name) const
{
    const Design::Reference reference = schema.reference();
    for (const auto &component : m_api.components.schemas) {
        const bool isIt =
            component.value.id() == reference.component || component.value.id() == schema.id();
        if (!component.isRaw() && isIt && component.value.id() != Design::NodeId::None) {
            *name = component.name;
            return &component.value;
        }
    }
    return nullptr;
}

void PlanBuilder::report(Design::Severity severity, const QString &rule, const QString &message,
                         Design::NodeId node)
{
    Design::Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.rule = rule;
    diagnostic.message = message;
    diagnostic.node = node;
    m_diagnostics.append(diagnostic);
}

} // namespace Mock
