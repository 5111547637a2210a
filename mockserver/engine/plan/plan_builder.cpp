#include "mockserver/engine/plan/plan_builder.h"

#include "designer/model/locate.h"
#include "designer/model/operation_keys.h"
#include "designer/model/references.h"
#include "designer/model/rest_schema.h"

namespace Mock
{

namespace
{

/// Methods that OpenAPI has a key for are in lower case there; others as they are sent.
QByteArray methodOf(const Design::Operation &operation)
{
    return (isAdditional(operation) ? operation.method : operation.method.toUpper()).toLatin1();
}

/// The methods of the operation's route: FastAPI gives all methods of one route the same name,
/// which ends with the first of them.
QByteArray methodsOfRoute(const Design::PathItem &item, const Design::Operation &operation)
{
    QByteArrayList methods;
    for (const Design::Operation &other : item.operations) {
        const bool isNamed = !other.operationId.isEmpty();
        const bool isSame = isNamed && other.operationId == operation.operationId;
        if (!isSame && other.method != operation.method)
            continue;
        const bool isFirst = isNamed && other.operationId.endsWith(u'_' + other.method);
        methods.insert(isFirst ? 0 : methods.size(), methodOf(other));
    }
    return methods.join(", ");
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
    , m_schemas(api)
    , m_find([&api](const Design::Reference &reference) { return findReferenced(api, reference); })
    , m_rules(std::make_shared<Design::ExtraRules>(m_find))
{
}

RoutePlan PlanBuilder::build(const QString &path, const Design::PathItem &item,
                             const Design::Operation &operation)
{
    RoutePlan route;
    route.method = methodOf(operation);
    route.allow = methodsOfRoute(item, operation);
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

StreamForm PlanBuilder::streamFormOf(const Design::Named<Design::MediaType> &media) const
{
    const StreamForm form = Mock::streamFormOf(media.name.toLatin1());
    const Design::Schema *whole = resolve(m_api, media.value.schema);
    const bool isList = whole && whole->types() == QStringList{QStringLiteral("array")};
    const bool hasItems = !itemSchema(m_api, media.value).isAbsent();
    return isList || hasItems ? form : StreamForm::None;
}

Design::Schema PlanBuilder::streamSchema(const Design::MediaType &media) const
{
    const Design::Schema item = itemSchema(m_api, media);
    if (item.isAbsent())
        return media.schema;
    Design::Schema list = Design::Schema::empty(media.id);
    list.set(Design::Keyword::Type, Design::Json(QStringLiteral("array")));
    list.setSchema(Design::Keyword::Items, item);
    if (!media.schema.isAbsent())
        list.setSchemas(Design::Keyword::AllOf, {media.schema});
    return list;
}

} // namespace Mock
