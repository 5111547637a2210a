#include "mockserver/engine/around/around_builder.h"

#include "designer/model/expressions/route_uses.h"
#include "designer/model/references.h"
#include "designer/openapi/part_reader.h"
#include "designer/text/pointer.h"
#include "mockserver/engine/inputs/media_type.h"

#include <QCryptographicHash>

using Design::Json;
using Design::JsonObject;

namespace Mock
{

namespace
{

bool haveSame(QStringList left, QStringList right)
{
    left.sort();
    right.sort();
    return left == right;
}

} // namespace

ScriptNames RulePlan::names() const
{
    ScriptNames names = when.names() | error.detail.names() | error.body.names();
    for (const auto &[name, value] : error.headers)
        names |= value.names();
    return names;
}

bool ActionPlan::hasRow() const
{
    using Kind = Design::ActionDesign::Kind;
    return kind == Kind::Read || kind == Kind::Update || kind == Kind::Patch ||
           kind == Kind::Delete;
}

AroundBuilder::AroundBuilder(const Design::Api &api, PlanBuilder *builder,
                             const CompileOptions &options)
    : m_api(api)
    , m_builder(builder)
    , m_seed(options.seed)
    , m_overrides(options.overrides)
    , m_behaviour(readBehaviour(api))
    , m_hosts(m_behaviour.hosts, options.allowedHosts)
    , m_isAllPassedOn(!options.proxy.isEmpty())
{
    if (m_isAllPassedOn) {
        Design::ProxyDesign said = m_behaviour.proxy;
        said.url = options.proxy;
        m_proxy = plan(said, true);
    } else if (m_behaviour.proxy.isOn()) {
        m_proxy = plan(m_behaviour.proxy, m_hosts.isAllowed(QUrl(m_behaviour.proxy.url)));
    }
}

std::shared_ptr<const ProxyPlan> AroundBuilder::plan(const Design::ProxyDesign &design,
                                                     bool isAllowed) const
{
    return std::make_shared<const ProxyPlan>(proxyPlan(design, isAllowed));
}

std::shared_ptr<const ProxyPlan> AroundBuilder::proxy(const Design::RouteBehaviour &route) const
{
    if (!route.proxy || m_isAllPassedOn)
        return m_proxy;
    return route.proxy->isOn() ? plan(*route.proxy, m_hosts.isAllowed(QUrl(route.proxy->url)))
                               : nullptr;
}

ErrorPlan AroundBuilder::errorPlan(const Design::ErrorAnswer &answer, const QString &name)
{
    ErrorPlan plan;
    plan.name = name;
    plan.status = answer.status;
    const QString &pointer = answer.pointer;
    plan.detail =
        ScriptTemplate::compile(answer.detail, pointer + QLatin1String("/detail"), &m_diagnostics);
    plan.body =
        ScriptTemplate::compile(answer.body, pointer + QLatin1String("/body"), &m_diagnostics);
    for (const JsonObject::Member &header : answer.headers) {
        plan.headers.append(
            {header.key.toLatin1(), ScriptTemplate::compile(header.value,
                                                            pointer + QLatin1String("/headers/") +
                                                                Design::escapedToken(header.key),
                                                            &m_diagnostics)});
    }
    return plan;
}

ErrorPlan AroundBuilder::namedError(const QString &name, int status, const QString &detail)
{
    if (const Design::ErrorAnswer *named = m_behaviour.errors.find(name))
        return errorPlan(*named, name);
    Design::ErrorAnswer answer;
    answer.status = status;
    if (!detail.isEmpty())
        answer.detail = detail;
    return errorPlan(answer, {});
}

RulePlan AroundBuilder::rulePlan(const Design::ErrorRule &rule)
{
    RulePlan plan;
    plan.pointer = rule.pointer;
    plan.when = Script::compile(rule.when, rule.pointer + QLatin1String("/when"), &m_diagnostics);
    plan.every = rule.every;
    plan.error =
        rule.error.isEmpty() ? errorPlan(rule.answer, {}) : namedError(rule.error, 500, {});
    return plan;
}

std::shared_ptr<const LoginPlan> AroundBuilder::loginPlan(const QString &scheme)
{
    const Design::LoginDesign *login = m_behaviour.logins.find(scheme);
    if (!login)
        return nullptr;
    auto plan = std::make_shared<LoginPlan>();
    plan->design = *login;
    plan->scheme = scheme;
    plan->secret = QCryptographicHash::hash(scheme.toUtf8() + QByteArray::number(m_seed),
                                            QCryptographicHash::Sha256);
    return plan;
}

const QList<Design::Parameter> &AroundBuilder::parametersOf(const QString &name,
                                                            const Design::DependencyDesign &design)
{
    const auto known = m_parameters.constFind(name);
    if (known != m_parameters.constEnd())
        return *known;
    QList<Design::Parameter> &parameters = m_parameters[name];
    for (const Json &parameter : design.parameters) {
        if (parameter.isObject())
            parameters.append(Design::readParameter(m_api, parameter));
    }
    return parameters;
}

QList<std::shared_ptr<const TaskPlan>>
AroundBuilder::taskPlans(const QList<Design::TaskDesign> &tasks)
{
    QList<std::shared_ptr<const TaskPlan>> plans;
    for (const Design::TaskDesign &task : tasks)
        plans.append(std::make_shared<const TaskPlan>(TaskPlan::compile(task, &m_diagnostics)));
    return plans;
}

int AroundBuilder::addDependency(const QString &name, const QStringList &scopes,
                                 const RoutePlan &route, AroundPlan *plan)
{
    const Design::DependencyDesign *design = m_behaviour.dependencies.find(name);
    if (!design)
        return -1;
    // As FastAPI keeps results: by what was called and, where these matter, by the scopes.
    const QStringList asked =
        Design::usesScopes(m_behaviour, name) ? Design::scopesWith(scopes, *design) : QStringList();
    for (size_t i = 0; i < plan->dependencies.size(); ++i) {
        const DependencyPlan &known = plan->dependencies[i];
        if (known.name == name && haveSame(known.scopes, asked))
            return static_cast<int>(i);
    }
    // Its place is taken before its needs are looked at: one that needs itself (which is reported)
    // ends here.
    const int index = static_cast<int>(plan->dependencies.size());
    plan->dependencies.emplace_back().name = name;
    plan->dependencies.back().scopes = asked;
    DependencyPlan dependency;
    dependency.name = name;
    dependency.scopes = asked;
    dependency.pointer = design->pointer;
    dependency.replaced = m_overrides.value(name);
    if (!dependency.replaced.isUndefined()) {
        plan->dependencies[static_cast<size_t>(index)] = std::move(dependency);
        return index;
    }
    dependency.isOptional = design->isOptional;
    dependency.isCached = design->isCached;
    for (const QString &need : design->needs) {
        const int needed = addDependency(need, asked, route, plan);
        if (needed >= 0)
            dependency.needs.append(needed);
    }
    dependency.inputs.path = route.path;
    dependency.inputs.title = route.title;
    dependency.inputs.method = route.method;
    for (const Design::Parameter &parameter : parametersOf(name, *design))
        m_builder->addParameter(parameter, &dependency.inputs);
    if (!design->scheme.isEmpty()) {
        dependency.credential = m_builder->credential(design->scheme);
        if (design->isUser)
            dependency.login = loginPlan(design->scheme);
        plan->needsState = plan->needsState || dependency.login;
    }
    ScriptNames names;
    for (const Design::ErrorRule &rule : design->conditions) {
        dependency.conditions.append(rulePlan(rule));
        names |= dependency.conditions.last().names();
        plan->needsState = plan->needsState || rule.every > 0;
    }
    dependency.result =
        Script::compile(design->result, design->pointer + QLatin1String("/result"), &m_diagnostics);
    names |= dependency.result.names();
    dependency.exit = taskPlans(design->exit);
    dependency.exitScope = design->scope;
    if (names & (ScriptName::Store | ScriptName::Chance))
        plan->needsState = true;
    plan->dependencies[static_cast<size_t>(index)] = std::move(dependency);
    return index;
}

void AroundBuilder::addAction(const Design::ActionDesign &action, AroundPlan *plan)
{
    const Design::StoreDesign *store = m_behaviour.stores.find(action.store);
    if (!store || action.kind == Design::ActionDesign::Kind::None)
        return;
    ActionPlan &to = plan->action;
    to.kind = action.kind;
    to.store = action.store;
    to.pointer = action.pointer;
    to.filter = action.filter;
    to.key = Script::compile(action.key, action.pointer + QLatin1String("/key"), &m_diagnostics);
    for (const JsonObject::Member &member : action.set) {
        to.set.append({member.key, ScriptTemplate::compile(member.value,
                                                           action.pointer + QLatin1String("/set/") +
                                                               Design::escapedToken(member.key),
                                                           &m_diagnostics)});
    }
    to.missing = namedError(store->missing, 404,
                            Design::rowName(action.store) + QLatin1String(" not found"));
    to.conflict = namedError(store->conflict, 409, {});
    plan->needsState = true;
}

TextShape AroundBuilder::shownBy(const Design::Operation &operation) const
{
    const SuccessResponse success = successResponse(m_api, operation);
    if (!success.response)
        return {};
    for (const auto &media : success.response->content) {
        if (!media.isRaw() && parseMediaType(media.name.toLatin1()).isJson()) {
            return textShapeOf(media.value.schema, [this](const Design::Reference &reference) {
                return findReferenced(m_api, reference);
            });
        }
    }
    return {};
}

void AroundBuilder::addUpstream(const Design::UpstreamDesign &upstream, AroundPlan *plan)
{
    const QString &pointer = upstream.pointer;
    UpstreamPlan to;
    to.pointer = pointer;
    to.method = upstream.method.toLatin1().toUpper();
    to.timeout = upstream.timeout;
    to.sample = upstream.sample;
    to.url = ScriptTemplate::compile(upstream.url, pointer + QLatin1String("/url"), &m_diagnostics);
    to.body =
        ScriptTemplate::compile(upstream.body, pointer + QLatin1String("/body"), &m_diagnostics);
    for (const JsonObject::Member &header : upstream.headers) {
        to.headers.append({header.key.toLatin1(),
                           ScriptTemplate::compile(
                               header.value, pointer + QLatin1String("/headers"), &m_diagnostics)});
    }
    for (const Design::Named<QString> &status : upstream.statuses)
        to.statuses.append({status.name.toInt(), namedError(status.value, 502, {})});
    to.absent = namedError(upstream.failed, 502, QStringLiteral("Bad Gateway"));
    to.late = namedError(upstream.failed, 504, QStringLiteral("Gateway Timeout"));
    plan->upstream = to;
}

Design::RouteBehaviour AroundBuilder::routeBehaviour(const QString &path,
                                                     const Design::Operation &operation) const
{
    const QString pointer = Design::childPointer(
        Design::childPointer(QStringLiteral("/paths"), path), operation.method);
    return readRouteBehaviour(operation, pointer);
}

std::shared_ptr<const AroundPlan> AroundBuilder::build(const QString &path,
                                                       const Design::Operation &operation,
                                                       const Design::RouteBehaviour &design,
                                                       const RoutePlan &route)
{
    const QString pointer = Design::childPointer(
        Design::childPointer(QStringLiteral("/paths"), path), operation.method);
    const QStringList depends =
        dependsOf(m_behaviour, routersOf(m_behaviour, path, design), design);
    if (design.isEmpty && depends.isEmpty())
        return nullptr;
    auto plan = std::make_shared<AroundPlan>();
    const qsizetype listed =
        depends.size() - design.depends.size() + countOfUnnamedDepends(m_behaviour, design);
    for (qsizetype i = 0; i < depends.size(); ++i) {
        const int index = addDependency(depends[i], {}, route, plan.get());
        if (index >= 0)
            plan->order.append({index, i >= listed});
    }
    ScriptNames names;
    for (const Design::ErrorRule &rule : design.errors) {
        plan->rules.append(rulePlan(rule));
        names |= plan->rules.last().names();
        plan->needsState = plan->needsState || rule.every > 0;
    }
    addAction(design.action, plan.get());
    if (design.upstream)
        addUpstream(*design.upstream, plan.get());
    const QString menura = pointer + QLatin1String("/x-menura");
    plan->answer =
        ScriptTemplate::compile(design.answer, menura + QLatin1String("/answer"), &m_diagnostics);
    names |= plan->answer.names();
    for (const JsonObject::Member &member : design.computed) {
        plan->computed.append(
            {member.key,
             Script::compile(member.value.isString() ? member.value.string() : textOf(member.value),
                             menura + QLatin1String("/computed/") +
                                 Design::escapedToken(member.key),
                             &m_diagnostics)});
        names |= plan->computed.last().second.names();
    }
    plan->tasks = taskPlans(design.tasks);
    plan->shown = shownBy(operation);
    if (!design.login.isEmpty()) {
        plan->login = loginPlan(design.login);
        plan->loginFailed = namedError(plan->login ? plan->login->design.failed : QString(), 400,
                                       QStringLiteral("Incorrect username or password"));
        plan->needsState = true;
    }
    if (names & (ScriptName::Store | ScriptName::Chance))
        plan->needsState = true;
    return plan;
}

void AroundBuilder::addStore(const QString &name, const Design::StoreDesign &store,
                             StorePlans *plans)
{
    StorePlan plan;
    plan.name = name;
    plan.label = Design::rowName(name);
    plan.key = store.key;
    plan.unique = store.unique;
    plan.foreign = store.foreign;
    plan.search = store.search;
    plan.fixtures = store.fixtures;
    plan.pointer = store.pointer;
    for (const Design::ServerField &field : store.set) {
        plan.set.append({field.field, field.kind,
                         Script::compile(field.expression, field.pointer, &m_diagnostics),
                         field.onUpdate});
    }
    if (const Design::Schema *model = m_api.components.schemas.find(store.model)) {
        plan.model = model->id();
        m_builder->compileRow(*model, &plan);
    }
    plans->stores.append(plan);
}

std::shared_ptr<const StorePlans> AroundBuilder::stores(const PlanBuilder &builder)
{
    auto plans = std::make_shared<StorePlans>();
    for (const auto &[name, store, raw] : m_behaviour.stores)
        addStore(name, store, plans.get());
    plans->types = builder.types();
    return plans;
}

} // namespace Mock
