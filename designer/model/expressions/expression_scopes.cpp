#include "designer/model/expressions/expression_scopes.h"

#include "designer/model/locate.h"

namespace Design
{

namespace
{

using Of = ExtensionWalk::Place::Of;

const QStringList &inputPlaces()
{
    static const QStringList places{QStringLiteral("path"), QStringLiteral("query"),
                                    QStringLiteral("header"), QStringLiteral("cookie")};
    return places;
}

const Schema *firstSchema(const NamedList<MediaType> &content)
{
    return content.isEmpty() || content.first().isRaw() ? nullptr : &content.first().value.schema;
}

ScriptValue withMembers(const QStringList &names)
{
    ScriptValue value;
    value.isComplete = true;
    for (const QString &name : names)
        value.members.insert(name, {});
    return value;
}

/// What is known of a value that is one of two.
void merge(ScriptValue &value, const ScriptValue &other)
{
    value.shapes += other.shapes;
    value.items += other.items;
    value.isOpen = value.isOpen || other.isOpen;
    value.isComplete = value.isComplete && other.isComplete;
    for (auto member = other.members.begin(); member != other.members.end(); ++member)
        merge(value.members[member.key()], member.value());
}

} // namespace

const QStringList &expressionRoots()
{
    static const QStringList roots =
        inputPlaces() +
        QStringList{QStringLiteral("body"),   QStringLiteral("params"),  QStringLiteral("deps"),
                    QStringLiteral("store"),  QStringLiteral("item"),    QStringLiteral("result"),
                    QStringLiteral("status"), QStringLiteral("request"), QStringLiteral("now"),
                    QStringLiteral("uuid"),   QStringLiteral("random")};
    return roots;
}

ExpressionScopes::ExpressionScopes(const Api &api, const ValueShapes &shapes)
    : m_api(api)
    , m_shapes(shapes)
    , m_behaviour(readBehaviour(api))
{
    for (const Named<PathItem> &path : api.paths) {
        if (path.isRaw())
            continue;
        for (const Operation &operation : path.value.operations) {
            const RouteBehaviour behaviour = readRouteBehaviour(operation);
            if (!behaviour.isEmpty)
                m_routes.append({{&path, &operation}, behaviour});
        }
    }
}

ExpressionRoute ExpressionScopes::routeOf(NodeId operation) const
{
    for (const auto &[route, behaviour] : m_routes) {
        if (route.operation->id == operation)
            return route;
    }
    return {};
}

ScriptScope ExpressionScopes::scope(const ExtensionWalk::Place &place,
                                    const ExpressionRoute &route) const
{
    switch (place.of) {
    case Of::Document:
    case Of::Test:
        return documentScope();
    case Of::Error:
        return errorScope(place.name);
    case Of::Dependency:
    case Of::Exit:
        return dependencyScope(place.name, place.of == Of::Exit);
    case Of::Store:
        return storeScope(place.name);
    case Of::Route:
    case Of::Computed:
    case Of::Task:
        break;
    }
    return route.operation ? routeScope(route, place.of) : documentScope();
}

Shapes ExpressionScopes::rowsOf(const QString &store) const
{
    const StoreDesign *found = m_behaviour.stores.find(store);
    return found ? m_shapes.ofModel(found->model) : Shapes();
}

Shapes ExpressionScopes::answerOf(const Operation &operation, int status) const
{
    for (const Named<Response> &listed : operation.responses) {
        const bool isMeant =
            status > 0 ? listed.name == QString::number(status) : listed.name.startsWith(u'2');
        const Response *response =
            isMeant && !listed.isRaw() ? resolve(m_api, listed.value) : nullptr;
        if (const Schema *schema = response ? firstSchema(response->content) : nullptr)
            return m_shapes.of(*schema);
    }
    return {};
}

Shapes ExpressionScopes::bodyOf(const Operation &operation) const
{
    const RequestBody *body =
        operation.requestBody ? resolve(m_api, *operation.requestBody) : nullptr;
    const Schema *schema = body ? firstSchema(body->content) : nullptr;
    return schema ? m_shapes.of(*schema) : Shapes();
}

ScriptScope ExpressionScopes::documentScope() const
{
    ScriptScope scope;
    for (const QString &root : expressionRoots())
        scope.insert(root, {});
    scope[QStringLiteral("request")] =
        withMembers({QStringLiteral("method"), QStringLiteral("url"), QStringLiteral("route")});
    static const QStringList methods{QStringLiteral("get"),    QStringLiteral("has"),
                                     QStringLiteral("find"),   QStringLiteral("all"),
                                     QStringLiteral("count"),  QStringLiteral("add"),
                                     QStringLiteral("update"), QStringLiteral("remove")};
    ScriptValue stores = withMembers({});
    for (const Named<StoreDesign> &one : m_behaviour.stores) {
        ScriptValue store = withMembers(methods);
        store.rows = m_shapes.ofModel(one.value.model);
        stores.members.insert(one.name, store);
    }
    scope[QStringLiteral("store")] = stores;
    ScriptValue dependencies = withMembers({});
    for (const Named<DependencyDesign> &one : m_behaviour.dependencies)
        dependencies.members.insert(one.name, resultOf(one.value));
    scope[QStringLiteral("deps")] = dependencies;
    return scope;
}

ScriptScope ExpressionScopes::storeScope(const QString &store) const
{
    ScriptScope scope = documentScope();
    const StoreDesign *design = m_behaviour.stores.find(store);
    const Shapes rows = rowsOf(store);
    scope[QStringLiteral("item")].shapes = rows;
    ScriptValue &body = scope[QStringLiteral("body")];
    body.shapes = design && !design->create.isEmpty() ? m_shapes.ofModel(design->create) : rows;
    body.isOpen = true; // several routes may write to the store, each with a body of its own
    return scope;
}

ScriptValue ExpressionScopes::credentialOrInputs(const DependencyDesign &dependency) const
{
    const LoginDesign *login = m_behaviour.logins.find(dependency.scheme);
    ScriptValue value;
    if (dependency.isUser && login) {
        value.shapes = rowsOf(login->store);
        return value;
    }
    if (!dependency.scheme.isEmpty()) // a text
        return value;
    QStringList names;
    for (const Json &parameter : dependency.parameters) {
        if (!parameter.value(u"name").isString())
            return value; // it stands elsewhere
        names.append(parameter.value(u"name").string());
    }
    return withMembers(names);
}

ScriptValue ExpressionScopes::resultOf(const DependencyDesign &dependency) const
{
    return dependency.result.isEmpty() ? credentialOrInputs(dependency) : ScriptValue();
}

ScriptScope ExpressionScopes::dependencyScope(const QString &name, bool isExit) const
{
    ScriptScope scope = documentScope();
    const DependencyDesign *design = m_behaviour.dependencies.find(name);
    if (!design)
        return scope;
    bool isKnown = true;
    for (const QString &place : inputPlaces())
        scope[place] = withMembers({});
    scope[QStringLiteral("header")].caseOfNames = Qt::CaseInsensitive;
    ScriptValue params = withMembers({});
    for (const Json &parameter : design->parameters) {
        const QString called = parameter.value(u"name").toString();
        isKnown = isKnown && !called.isEmpty();
        params.members.insert(called, {});
        scope[parameter.value(u"in").toString()].members.insert(called, {});
    }
    params.isComplete = isKnown;
    scope[QStringLiteral("params")] = params;
    for (const QString &place : inputPlaces())
        scope[place].isComplete = isKnown;
    scope[QStringLiteral("result")] = isExit ? resultOf(*design) : credentialOrInputs(*design);
    return scope;
}

void ExpressionScopes::addInputs(const QList<Parameter> &parameters, ScriptScope &scope) const
{
    for (const Parameter &listed : parameters) {
        const Parameter *parameter = resolve(m_api, listed);
        if (parameter && inputPlaces().contains(parameter->in)) {
            ScriptValue value;
            value.shapes = m_shapes.of(parameter->schema);
            scope[parameter->in].members.insert(parameter->name, value);
        } else { // what cannot be found may be anything
            for (const QString &place : inputPlaces())
                scope[place].isComplete = false;
        }
    }
}

/// The row that the action is about, and what it gives.
void ExpressionScopes::addRow(const RouteBehaviour &route, Of of, ScriptScope &scope) const
{
    using Kind = ActionDesign::Kind;
    const Kind kind = route.action.kind;
    const Shapes rows = rowsOf(route.action.store);
    const bool isMade = !route.answer.isUndefined() || route.upstream;
    const auto addComputed = [&](ScriptValue &value) {
        for (const QString &field : route.computed.keys())
            value.members.insert(field, {});
    };
    ScriptValue &item = scope[QStringLiteral("item")];
    item.shapes = rows;
    if (of == Of::Computed) { // it is a row of the answer, with what was computed before
        item.isOpen = isMade || kind == Kind::None;
        addComputed(item);
    }
    ScriptValue &result = scope[QStringLiteral("result")];
    (kind == Kind::List ? result.items : result.shapes) = rows;
    result.isOpen = route.upstream || kind == Kind::Delete || (isMade && of == Of::Task);
    if (of == Of::Task)
        addComputed(result);
}

/// The results of the dependencies that run for the route.
ScriptValue ExpressionScopes::running(const ExpressionRoute &route,
                                      const RouteBehaviour &behaviour) const
{
    ScriptValue results = withMembers({});
    QStringList open =
        dependsOf(m_behaviour, routersOf(m_behaviour, route.path->name, behaviour), behaviour);
    while (!open.isEmpty()) {
        const QString name = open.takeLast();
        const DependencyDesign *design = m_behaviour.dependencies.find(name);
        if (!design || results.members.contains(name))
            continue;
        results.members.insert(name, resultOf(*design));
        open += design->needs;
    }
    return results;
}

ScriptScope ExpressionScopes::routeScope(const ExpressionRoute &route, Of of) const
{
    ScriptScope scope = documentScope();
    for (const QString &place : inputPlaces())
        scope[place] = withMembers({});
    scope[QStringLiteral("header")].caseOfNames = Qt::CaseInsensitive;
    addInputs(route.path->value.parameters, scope);
    addInputs(route.operation->parameters, scope);
    ScriptValue &body = scope[QStringLiteral("body")];
    body.shapes = bodyOf(*route.operation);
    const RequestBody *declared =
        route.operation->requestBody ? resolve(m_api, *route.operation->requestBody) : nullptr;
    body.isOpen = !declared || declared->content.size() > 1;
    const RouteBehaviour behaviour = readRouteBehaviour(*route.operation);
    scope[QStringLiteral("deps")] = running(route, behaviour);
    addRow(behaviour, of, scope);
    return scope;
}

bool ExpressionScopes::raises(const RouteBehaviour &route, const QString &error) const
{
    for (const ErrorRule &rule : route.errors) {
        if (rule.error == error)
            return true;
    }
    if (route.upstream) {
        const bool isOfStatus =
            std::any_of(route.upstream->statuses.begin(), route.upstream->statuses.end(),
                        [&](const Named<QString> &status) { return status.value == error; });
        if (isOfStatus || route.upstream->failed == error)
            return true;
    }
    const StoreDesign *store = m_behaviour.stores.find(route.action.store);
    return store && (store->missing == error || store->conflict == error);
}

bool ExpressionScopes::isRaisedElsewhere(const QString &error) const
{
    for (const Named<DependencyDesign> &dependency : m_behaviour.dependencies) {
        for (const ErrorRule &rule : dependency.value.conditions) {
            if (rule.error == error)
                return true;
        }
    }
    return std::any_of(
        m_behaviour.logins.begin(), m_behaviour.logins.end(),
        [&](const Named<LoginDesign> &login) { return login.value.failed == error; });
}

ScriptScope ExpressionScopes::errorScope(const QString &error) const
{
    ScriptScope all = documentScope();
    bool isFirst = true;
    for (const auto &[route, behaviour] : m_routes) {
        if (!raises(behaviour, error))
            continue;
        const ScriptScope scope = routeScope(route, Of::Route);
        for (auto name = scope.begin(); name != scope.end(); ++name) {
            if (name.key() == QLatin1String("deps"))
                continue; // all of the design may be spoken of
            if (isFirst)
                all[name.key()] = *name;
            else
                merge(all[name.key()], *name);
        }
        isFirst = false;
    }
    if (!isRaisedElsewhere(error))
        return all;
    for (const QString &root :
         inputPlaces() + QStringList{QStringLiteral("body"), QStringLiteral("item"),
                                     QStringLiteral("result")}) {
        all[root].isComplete = false;
        all[root].isOpen = true;
    }
    return all;
}

} // namespace Design
