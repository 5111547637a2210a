#include "designer/model/behaviour/behaviour.h"
#include "designer/model/behaviour/members_reader.h"
#include "designer/model/behaviour/network_reader.h"
#include "designer/model/design_text.h"

#include <algorithm>
#include <limits>

namespace Design
{

namespace
{

using Members = MembersReader;

void readErrorAnswer(Members &members, ErrorAnswer *into)
{
    members.read(QStringLiteral("status"), &into->status, 300, 599);
    members.read(QStringLiteral("description"), &into->description);
    members.read(QStringLiteral("detail"), &into->detail);
    members.read(QStringLiteral("body"), &into->body);
    members.read(QStringLiteral("headers"), &into->headers);
    members.read(QStringLiteral("example"), &into->example);
    if (!into->detail.isUndefined() && !into->body.isUndefined()) {
        members.report(QStringLiteral("body"),
                       DesignText::tr("“detail” and “body” exclude one another."));
    }
}

ErrorRule readErrorRule(const Json &json, const QString &pointer, Diagnostics *diagnostics)
{
    ErrorRule rule;
    rule.pointer = pointer;
    rule.answer.pointer = pointer;
    Members members(json, pointer, DesignText::tr("An error rule"), diagnostics);
    members.readExpression(QStringLiteral("when"), &rule.when);
    members.read(QStringLiteral("every"), &rule.every, 1, 1'000'000);
    members.read(QStringLiteral("error"), &rule.error);
    const bool hasOwn = members.has(QStringLiteral("status"));
    readErrorAnswer(members, &rule.answer);
    if (rule.error.isEmpty() == !hasOwn && json.isObject()) {
        members.report(QStringLiteral("error"),
                       DesignText::tr("An error rule needs either “error”, the name of one, or "
                                      "“status” and what goes with it."));
    }
    return rule;
}

QList<ErrorRule> readErrorRules(Members &members, const QString &key, Diagnostics *diagnostics)
{
    QList<ErrorRule> rules;
    members.eachItem(key, [&](const Json &item, const QString &pointer) {
        rules.append(readErrorRule(item, pointer, diagnostics));
    });
    return rules;
}

ServerField readServerField(const QString &field, const Json &json, const QString &pointer,
                            Diagnostics *diagnostics)
{
    static const QStringList kinds{QStringLiteral("counter"), QStringLiteral("uuid"),
                                   QStringLiteral("now")};
    ServerField result;
    result.field = field;
    result.pointer = pointer;
    const auto take = [&](const Json &value) {
        const qsizetype kind = kinds.indexOf(value.string());
        result.kind =
            kind < 0 ? ServerField::Kind::Expression : static_cast<ServerField::Kind>(kind);
        if (kind < 0)
            result.expression = value.string();
        return value.isString() && !value.string().trimmed().isEmpty();
    };
    if (!json.isObject()) {
        if (!take(json)) {
            reportAt(diagnostics, pointer, QStringLiteral("menura-member"),
                     DesignText::tr("What sets a field is counter, uuid, now or an expression."));
        }
        return result;
    }
    Members members(json, pointer, DesignText::tr("What sets a field"), diagnostics);
    Json value;
    members.read(QStringLiteral("value"), &value);
    if (!take(value)) {
        members.report(QStringLiteral("value"),
                       DesignText::tr("“value” must be counter, uuid, now or an expression."));
    }
    int when = 0;
    members.readChoice(QStringLiteral("on"), {QStringLiteral("create"), QStringLiteral("write")},
                       &when);
    result.onUpdate = when == 1;
    return result;
}

StoreDesign readStore(const Json &json, const QString &pointer, Diagnostics *diagnostics)
{
    StoreDesign store;
    store.pointer = pointer;
    Members members(json, pointer, DesignText::tr("A store"), diagnostics);
    if (!members.read(QStringLiteral("model"), &store.model)) {
        members.report(QStringLiteral("model"),
                       DesignText::tr("A store needs “model”, the name of a component schema."));
    }
    members.read(QStringLiteral("create"), &store.create);
    members.read(QStringLiteral("answer"), &store.answer);
    members.read(QStringLiteral("key"), &store.key);
    members.eachItem(QStringLiteral("unique"), [&](const Json &item, const QString &at) {
        QStringList fields;
        for (const Json &field : item.isArray() ? item.array() : JsonArray{item})
            fields.append(field.string());
        if (fields.isEmpty() || fields.contains(QString())) {
            reportAt(diagnostics, at, QStringLiteral("menura-member"),
                     DesignText::tr("What is unique is a field or a list of fields."));
            return;
        }
        store.unique.append(fields);
    });
    members.eachMember(QStringLiteral("references"),
                       [&](const QString &field, const Json &value, const QString &at) {
                           if (!value.isString()) {
                               reportAt(diagnostics, at, QStringLiteral("menura-member"),
                                        DesignText::tr("A field refers to the name of a store."));
                               return;
                           }
                           store.foreign.append({field, value.string()});
                       });
    members.eachMember(QStringLiteral("set"),
                       [&](const QString &field, const Json &value, const QString &at) {
                           store.set.append(readServerField(field, value, at, diagnostics));
                       });
    members.read(QStringLiteral("search"), &store.search);
    members.read(QStringLiteral("missing"), &store.missing);
    members.read(QStringLiteral("conflict"), &store.conflict);
    members.read(QStringLiteral("fixtures"), &store.fixtures);
    return store;
}

TaskDesign readTask(const Json &json, const QString &pointer, Diagnostics *diagnostics)
{
    TaskDesign task;
    task.pointer = pointer;
    Members members(json, pointer, DesignText::tr("A task"), diagnostics);
    members.readExpression(QStringLiteral("when"), &task.when);
    qint64 delay = 0;
    members.readDuration(QStringLiteral("delay"), &delay);
    task.delay = static_cast<int>(std::min<qint64>(delay, 3'600'000));
    const int kinds = int{members.has(QStringLiteral("log"))} +
                      int{members.has(QStringLiteral("run"))} +
                      int{members.has(QStringLiteral("webhook"))};
    if (kinds != 1 && json.isObject()) {
        members.report(QStringLiteral("log"),
                       DesignText::tr("A task is one of “log”, “run” and “webhook”."));
    }
    if (members.read(QStringLiteral("log"), &task.text))
        task.kind = TaskDesign::Kind::Log;
    if (members.readExpression(QStringLiteral("run"), &task.script))
        task.kind = TaskDesign::Kind::Script;
    if (members.read(QStringLiteral("webhook"), &task.url))
        task.kind = TaskDesign::Kind::Webhook;
    members.read(QStringLiteral("method"), &task.method);
    members.read(QStringLiteral("headers"), &task.headers);
    members.read(QStringLiteral("body"), &task.body);
    members.read(QStringLiteral("retries"), &task.retries, 0, 10);
    return task;
}

QList<TaskDesign> readTasks(Members &members, const QString &key, Diagnostics *diagnostics)
{
    QList<TaskDesign> tasks;
    members.eachItem(key, [&](const Json &item, const QString &pointer) {
        tasks.append(readTask(item, pointer, diagnostics));
    });
    return tasks;
}

DependencyDesign readDependency(const Json &json, const QString &pointer, Diagnostics *diagnostics)
{
    DependencyDesign dependency;
    dependency.pointer = pointer;
    Members members(json, pointer, DesignText::tr("A dependency"), diagnostics);
    members.read(QStringLiteral("description"), &dependency.description);
    members.read(QStringLiteral("needs"), &dependency.needs);
    members.read(QStringLiteral("parameters"), &dependency.parameters);
    members.read(QStringLiteral("scheme"), &dependency.scheme);
    members.read(QStringLiteral("scopes"), &dependency.scopes);
    members.read(QStringLiteral("optional"), &dependency.isOptional);
    members.read(QStringLiteral("user"), &dependency.isUser);
    dependency.conditions = readErrorRules(members, QStringLiteral("conditions"), diagnostics);
    members.readExpression(QStringLiteral("result"), &dependency.result);
    members.read(QStringLiteral("cached"), &dependency.isCached);
    dependency.exit = readTasks(members, QStringLiteral("exit"), diagnostics);
    int scope = 0;
    members.readChoice(QStringLiteral("scope"),
                       {QStringLiteral("request"), QStringLiteral("function")}, &scope);
    dependency.scope = static_cast<DependencyDesign::ExitScope>(scope);
    if (dependency.scheme.isEmpty() && dependency.isUser)
        members.report(QStringLiteral("scheme"), DesignText::tr("“user” needs a “scheme”."));
    if (dependency.scheme.isEmpty() && dependency.needs.isEmpty() && !dependency.scopes.isEmpty())
        members.report(QStringLiteral("scopes"),
                       DesignText::tr("“scopes” need a “scheme”, or “needs” that have one."));
    return dependency;
}

LoginDesign readLogin(const Json &json, const QString &pointer, Diagnostics *diagnostics)
{
    LoginDesign login;
    login.pointer = pointer;
    Members members(json, pointer, DesignText::tr("A login"), diagnostics);
    members.read(QStringLiteral("store"), &login.store);
    members.read(QStringLiteral("users"), &login.users);
    members.read(QStringLiteral("username"), &login.username);
    members.read(QStringLiteral("password"), &login.password);
    members.read(QStringLiteral("scopes"), &login.scopes);
    members.read(QStringLiteral("disabled"), &login.disabled);
    members.read(QStringLiteral("failed"), &login.failed);
    members.readDuration(QStringLiteral("expires"), &login.expires);
    if (login.store.isEmpty() == !members.has(QStringLiteral("users"))) {
        members.report(QStringLiteral("users"),
                       DesignText::tr("A login needs either “users”, a list, or “store”, the name "
                                      "of a store that holds them."));
    }
    return login;
}

RouterDesign readRouter(const Json &json, const QString &pointer, Diagnostics *diagnostics)
{
    RouterDesign router;
    router.pointer = pointer;
    Members members(json, pointer, DesignText::tr("A router"), diagnostics);
    members.read(QStringLiteral("prefix"), &router.prefix);
    if (!router.prefix.isEmpty() &&
        (!router.prefix.startsWith(u'/') || router.prefix.endsWith(u'/'))) {
        members.report(QStringLiteral("prefix"),
                       DesignText::tr("A prefix begins with a slash and does not end with one."));
        router.prefix.clear();
    }
    members.read(QStringLiteral("parent"), &router.parent);
    members.read(QStringLiteral("tags"), &router.tags);
    members.read(QStringLiteral("depends"), &router.depends);
    members.read(QStringLiteral("responses"), &router.responses);
    members.read(QStringLiteral("deprecated"), &router.isDeprecated);
    return router;
}

CorsDesign readCors(const Json &json, const QString &pointer, Diagnostics *diagnostics)
{
    CorsDesign cors;
    cors.pointer = pointer;
    if (json.isBool()) { // `cors: true` is what people want while they try things out
        cors.isOn = json.toBool();
        cors.origins = QStringList{QStringLiteral("*")};
        cors.methods = QStringList{QStringLiteral("*")};
        cors.headers = QStringList{QStringLiteral("*")};
        return cors;
    }
    cors.isOn = json.isObject();
    Members members(json, pointer, QStringLiteral("“cors”"), diagnostics);
    members.read(QStringLiteral("origins"), &cors.origins);
    members.read(QStringLiteral("origin_pattern"), &cors.originPattern);
    members.read(QStringLiteral("methods"), &cors.methods);
    members.read(QStringLiteral("headers"), &cors.headers);
    members.read(QStringLiteral("expose"), &cors.expose);
    members.read(QStringLiteral("credentials"), &cors.allowsCredentials);
    members.read(QStringLiteral("max_age"), &cors.maxAge, 0, std::numeric_limits<int>::max());
    return cors;
}

ActionDesign readAction(const Json &json, const QString &pointer, Diagnostics *diagnostics)
{
    static const QStringList kinds{QStringLiteral("create"), QStringLiteral("read"),
                                   QStringLiteral("list"),   QStringLiteral("update"),
                                   QStringLiteral("patch"),  QStringLiteral("delete")};
    ActionDesign action;
    action.pointer = pointer;
    if (json.isString()) { // "read items"
        const QStringList words = json.string().split(u' ', Qt::SkipEmptyParts);
        const qsizetype kind = words.size() == 2 ? kinds.indexOf(words.first()) : -1;
        if (kind < 0) {
            reportAt(diagnostics, pointer, QStringLiteral("menura-member"),
                     DesignText::tr("An action is %1 and the name of a store: “read items”.")
                         .arg(kinds.join(QStringLiteral(", "))));
            return action;
        }
        action.kind = static_cast<ActionDesign::Kind>(kind + 1);
        action.store = words.last();
        return action;
    }
    Members members(json, pointer, DesignText::tr("An action"), diagnostics);
    int kind = -1;
    if (members.readChoice(QStringLiteral("do"), kinds, &kind))
        action.kind = static_cast<ActionDesign::Kind>(kind + 1);
    else if (!members.has(QStringLiteral("do")))
        members.report(QStringLiteral("do"), DesignText::tr("An action needs “do” and “store”."));
    members.read(QStringLiteral("store"), &action.store);
    members.readExpression(QStringLiteral("key"), &action.key);
    members.read(QStringLiteral("filter"), &action.filter);
    members.read(QStringLiteral("set"), &action.set);
    return action;
}

template<class T, class Read>
void readNamed(Members &members, const QString &key, Diagnostics *diagnostics, NamedList<T> *into,
               Read read)
{
    members.eachMember(key, [&](const QString &name, const Json &value, const QString &pointer) {
        into->append({name, read(value, pointer, diagnostics), {}});
    });
}

} // namespace

Behaviour readBehaviour(const Api &api, Diagnostics *diagnostics)
{
    Behaviour behaviour;
    if (api.menura.isUndefined())
        return behaviour;
    Members members(api.menura, QStringLiteral("/x-menura"), QStringLiteral("“x-menura”"),
                    diagnostics);
    int profile = 0;
    members.readChoice(QStringLiteral("profile"),
                       {QStringLiteral("fastapi"), QStringLiteral("strict")}, &profile);
    // Read elsewhere.
    Json ignored;
    for (const QLatin1String key : {QLatin1String("error_shape"), QLatin1String("map")})
        members.read(key, &ignored);
    readNamed(members, QStringLiteral("errors"), diagnostics, &behaviour.errors,
              [](const Json &json, const QString &pointer, Diagnostics *found) {
                  ErrorAnswer error;
                  error.pointer = pointer;
                  Members parts(json, pointer, DesignText::tr("An error"), found);
                  if (!parts.has(QStringLiteral("status")) && json.isObject())
                      parts.report(QStringLiteral("status"),
                                   DesignText::tr("An error needs “status”."));
                  readErrorAnswer(parts, &error);
                  return error;
              });
    readNamed(members, QStringLiteral("stores"), diagnostics, &behaviour.stores, readStore);
    readNamed(members, QStringLiteral("dependencies"), diagnostics, &behaviour.dependencies,
              readDependency);
    readNamed(members, QStringLiteral("logins"), diagnostics, &behaviour.logins, readLogin);
    readNamed(members, QStringLiteral("routers"), diagnostics, &behaviour.routers, readRouter);
    members.read(QStringLiteral("depends"), &behaviour.depends);
    members.read(QStringLiteral("hosts"), &behaviour.hosts);
    Json cors;
    if (members.read(QStringLiteral("cors"), &cors))
        behaviour.cors = readCors(cors, members.pointer(QStringLiteral("cors")), diagnostics);
    Json faults;
    if (members.read(QStringLiteral("faults"), &faults))
        behaviour.faults =
            readFaults(faults, members.pointer(QStringLiteral("faults")), diagnostics);
    Json proxy;
    if (members.read(QStringLiteral("proxy"), &proxy))
        behaviour.proxy = readProxy(proxy, members.pointer(QStringLiteral("proxy")), diagnostics);
    members.read(QStringLiteral("tests"), &behaviour.tests);
    return behaviour;
}

RouteBehaviour readRouteBehaviour(const Operation &operation, const QString &pointer,
                                  Diagnostics *diagnostics)
{
    RouteBehaviour route;
    const Json json = operation.rest.value(u"x-menura");
    if (json.isUndefined())
        return route;
    route.isEmpty = false;
    Members members(json, pointer + QLatin1String("/x-menura"),
                    DesignText::tr("“x-menura” of a route"), diagnostics);
    QString router;
    Json none;
    if (json.value(u"router").isNull()) // `router: null` takes a route out of all routers
        route.router = members.read(QStringLiteral("router"), &none) ? QString() : route.router;
    else if (members.read(QStringLiteral("router"), &router))
        route.router = router;
    members.read(QStringLiteral("depends"), &route.depends);
    route.errors = readErrorRules(members, QStringLiteral("errors"), diagnostics);
    Json action;
    if (members.read(QStringLiteral("action"), &action))
        route.action = readAction(action, members.pointer(QStringLiteral("action")), diagnostics);
    Json upstream;
    if (members.read(QStringLiteral("upstream"), &upstream))
        route.upstream =
            readUpstream(upstream, members.pointer(QStringLiteral("upstream")), diagnostics);
    members.read(QStringLiteral("answer"), &route.answer);
    members.read(QStringLiteral("computed"), &route.computed);
    members.read(QStringLiteral("login"), &route.login);
    route.tasks = readTasks(members, QStringLiteral("tasks"), diagnostics);
    Json faults;
    if (members.read(QStringLiteral("faults"), &faults))
        route.faults = readFaults(faults, members.pointer(QStringLiteral("faults")), diagnostics);
    Json proxy;
    if (members.read(QStringLiteral("proxy"), &proxy))
        route.proxy = readProxy(proxy, members.pointer(QStringLiteral("proxy")), diagnostics);
    return route;
}

} // namespace Design
