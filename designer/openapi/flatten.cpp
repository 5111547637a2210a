#include "designer/openapi/flatten.h"

#include "designer/model/behaviour/behaviour.h"
#include "designer/model/locate.h"
#include "designer/openapi/part_reader.h"
#include "designer/openapi/shared_media.h"
#include "designer/openapi/validation_responses.h"

#include <QMap>

#include <algorithm>

namespace Design
{

namespace
{

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

/// A template as an example: `{{ path.id }}` reads `{path.id}`.
Json exampleOf(const Json &json)
{
    if (json.isString()) {
        QString result;
        for (const TemplatePiece &piece : templatePieces(json.string()))
            result += piece.isExpression ? u'{' + piece.text + u'}' : piece.text;
        return Json(result);
    }
    if (json.isArray()) {
        JsonArray list;
        for (const Json &item : json.array())
            list.append(exampleOf(item));
        return Json(list);
    }
    if (json.isObject()) {
        JsonObject object;
        for (const JsonObject::Member &member : json.object())
            object.insert(member.key, exampleOf(member.value));
        return Json(object);
    }
    return json;
}

QString typeName(const Json &value)
{
    switch (value.type()) {
    case Json::Type::Boolean:
        return text("boolean");
    case Json::Type::Integer:
        return text("integer");
    case Json::Type::Number:
        return text("number");
    case Json::Type::Array:
        return text("array");
    case Json::Type::Object:
        return text("object");
    default:
        return text("string");
    }
}

QString reasonOf(int status)
{
    switch (status) {
    case 400:
        return text("Bad Request");
    case 401:
        return text("Unauthorized");
    case 403:
        return text("Forbidden");
    case 404:
        return text("Not Found");
    case 409:
        return text("Conflict");
    case 429:
        return text("Too Many Requests");
    case 500:
        return text("Internal Server Error");
    case 502:
        return text("Bad Gateway");
    case 503:
        return text("Service Unavailable");
    default:
        return text("Error");
    }
}

/// One answer that a route may give besides its own.
struct Refusal {
    int status = 400;
    QString name; ///< of the example
    QString description;
    Json body;
    JsonObject headers;
};

Refusal refusalOf(const QString &name, const ErrorAnswer &error)
{
    Refusal refusal;
    refusal.status = error.status;
    refusal.name = name;
    refusal.description = error.description;
    const Json shown = error.body.isUndefined() ? error.detail : error.body;
    Json example = error.example.isUndefined() ? exampleOf(shown) : error.example;
    if (example.isUndefined())
        example = reasonOf(error.status);
    refusal.body = error.body.isUndefined() ? Json(JsonObject{{text("detail"), example}}) : example;
    refusal.headers = exampleOf(Json(error.headers)).object();
    return refusal;
}

Refusal plainRefusal(int status, const QString &name, const QString &detail)
{
    ErrorAnswer error;
    error.status = status;
    error.detail = detail;
    return refusalOf(name, error);
}

/// The refusals of one status as a Response Object.
JsonObject responseOf(const QList<Refusal> &refusals)
{
    JsonObject properties;
    for (const JsonObject::Member &member : refusals.first().body.object())
        properties.insert(member.key, JsonObject{{text("type"), typeName(member.value)}});
    JsonObject schema{{text("type"), typeName(refusals.first().body)}};
    const bool isSame = std::all_of(refusals.begin(), refusals.end(), [&](const Refusal &refusal) {
        const JsonObject body = refusal.body.object();
        return std::all_of(body.begin(), body.end(), [&](const JsonObject::Member &member) {
            return properties.value(member.key).value(u"type") == typeName(member.value);
        });
    });
    if (isSame && !properties.isEmpty())
        schema.insert(text("properties"), properties);
    JsonObject media{{text("schema"), schema}};
    if (refusals.size() == 1) {
        media.insert(text("example"), refusals.first().body);
    } else {
        JsonObject examples;
        for (const Refusal &refusal : refusals) {
            QString name = refusal.name;
            for (int i = 2; examples.contains(name); ++i)
                name = refusal.name + QString::number(i);
            examples.insert(name, JsonObject{{text("value"), refusal.body}});
        }
        media.insert(text("examples"), examples);
    }
    QStringList descriptions;
    JsonObject headers;
    for (const Refusal &refusal : refusals) {
        if (!refusal.description.isEmpty() && !descriptions.contains(refusal.description))
            descriptions.append(refusal.description);
        for (const JsonObject::Member &header : refusal.headers)
            headers.insert(header.key,
                           JsonObject{{text("schema"), JsonObject{{text("type"), text("string")}}},
                                      {text("example"), header.value}});
    }
    JsonObject response{{text("description"), descriptions.isEmpty()
                                                  ? reasonOf(refusals.first().status)
                                                  : descriptions.join(text(" "))}};
    if (!headers.isEmpty())
        response.insert(text("headers"), headers);
    response.insert(text("content"), JsonObject{{text("application/json"), media}});
    return response;
}

class Flattening
{
public:
    explicit Flattening(const Api &api)
        : m_api(api)
        , m_behaviour(readBehaviour(api))
    {
    }

    Api run()
    {
        for (qsizetype i = 0; i < m_api.paths.size(); ++i) {
            if (m_api.paths[i].isRaw())
                continue;
            const QString path = m_api.paths[i].name;
            for (qsizetype j = 0; j < m_api.paths[i].value.operations.size(); ++j) {
                const Operation &drawn = std::as_const(m_api).paths[i].value.operations[j];
                const RouteBehaviour route = readRouteBehaviour(drawn);
                const QStringList routers = routersOf(m_behaviour, path, route);
                const QStringList depends = dependsOf(m_behaviour, routers, route);
                if (route.isEmpty && routers.isEmpty() && depends.isEmpty())
                    continue;
                Operation operation = drawn;
                flatten(path, route, routers, depends, &operation);
                m_api.paths[i].value.operations[j] = operation;
            }
        }
        for (const Named<LoginDesign> &login : m_behaviour.logins)
            addTokenPath(login.name, login.value);
        return m_api;
    }

private:
    void flatten(const QString &path, const RouteBehaviour &route, const QStringList &routers,
                 const QStringList &depends, Operation *operation)
    {
        QStringList tags;
        for (const QString &name : routers) {
            const RouterDesign *router = m_behaviour.routers.find(name);
            tags += router->tags;
            operation->deprecated = operation->deprecated || router->isDeprecated;
        }
        tags += operation->tags;
        tags.removeDuplicates();
        operation->tags = tags;

        Collected all;
        for (const QString &name : depends)
            collect(name, {}, &all);
        QMap<int, QList<Refusal>> refusals;
        const auto add = [&refusals](const Refusal &refusal) {
            QList<Refusal> &same = refusals[refusal.status];
            const bool isKnown = std::any_of(same.begin(), same.end(), [&](const Refusal &known) {
                return known.body == refusal.body;
            });
            if (!isKnown)
                same.append(refusal);
        };
        const auto addRules = [&](const QList<ErrorRule> &rules) {
            for (const ErrorRule &rule : rules) {
                if (const ErrorAnswer *named = m_behaviour.errors.find(rule.error))
                    add(refusalOf(rule.error, *named));
                else if (rule.error.isEmpty())
                    add(refusalOf(text("rule"), rule.answer));
            }
        };
        SecurityRequirement asked;
        QStringList optional;
        for (const QString &name : std::as_const(all.names)) {
            const DependencyDesign *dependency = m_behaviour.dependencies.find(name);
            addParameters(path, *dependency, operation);
            if (!dependency->scheme.isEmpty() && dependency->isOptional) {
                optional.append(name);
            } else if (!dependency->scheme.isEmpty()) {
                ask(dependency->scheme, all.scopes.value(name), &asked);
                add(plainRefusal(401, name, text("Not authenticated")));
            }
            addRules(dependency->conditions);
        }
        addSecurity(asked, optional, all, operation);
        addRules(route.errors);
        addActionRefusals(route.action, add);
        if (route.upstream) {
            for (const Named<QString> &status : route.upstream->statuses) {
                if (const ErrorAnswer *named = m_behaviour.errors.find(status.value))
                    add(refusalOf(status.value, *named));
            }
            const ErrorAnswer *failed = m_behaviour.errors.find(route.upstream->failed);
            add(failed ? refusalOf(route.upstream->failed, *failed)
                       : plainRefusal(502, text("upstream"), text("Bad Gateway")));
        }
        for (auto name = routers.crbegin(); name != routers.crend(); ++name) // the inner ones win
            addResponses(*m_behaviour.routers.find(*name), operation);
        for (auto it = refusals.cbegin(); it != refusals.cend(); ++it)
            addRefusals(it.key(), it.value(), operation);
    }

    struct Collected {
        QStringList names;
        QHash<QString, QStringList> scopes; ///< that they are asked for, by name
    };

    /// A dependency and those that it needs, each once, in the order in which FastAPI lists them.
    void collect(const QString &name, const QStringList &outer, Collected *all, int depth = 0) const
    {
        const DependencyDesign *dependency = m_behaviour.dependencies.find(name);
        if (!dependency || depth > 100)
            return;
        const QStringList asked = scopesWith(outer, *dependency);
        QStringList &known = all->scopes[name];
        const bool isKnown = all->names.contains(name);
        const bool isAskedMore = std::any_of(asked.begin(), asked.end(), [&](const QString &scope) {
            return !known.contains(scope);
        });
        if (isKnown && !isAskedMore)
            return;
        known += asked;
        known.removeDuplicates();
        if (!isKnown)
            all->names.append(name);
        for (const QString &need : dependency->needs)
            collect(need, asked, all, depth + 1);
    }

    void addParameters(const QString &path, const DependencyDesign &dependency,
                       Operation *operation)
    {
        static const QStringList places{text("path"), text("query"), text("header"),
                                        text("cookie")};
        for (const Json &json : dependency.parameters) {
            Parameter parameter = readParameter(m_api, json);
            const Parameter *said = resolve(m_api, parameter);
            const bool isElsewhere =
                said && said->in == u"path" && !path.contains(u'{' + said->name + u'}');
            if (!said || isElsewhere)
                continue;
            const auto same =
                std::find_if(operation->parameters.begin(), operation->parameters.end(),
                             [&](const Parameter &old) {
                                 const Parameter *known = resolve(m_api, old);
                                 return known && known->name == said->name && known->in == said->in;
                             });
            if (same == operation->parameters.end())
                operation->parameters.append(parameter);
            else if (said->required && !same->required)
                *same = parameter;
        }
        std::stable_sort(operation->parameters.begin(), operation->parameters.end(),
                         [&](const Parameter &left, const Parameter &right) {
                             const Parameter *a = resolve(m_api, left);
                             const Parameter *b = resolve(m_api, right);
                             return (a ? places.indexOf(a->in) : -1) <
                                    (b ? places.indexOf(b->in) : -1);
                         });
    }

    static void ask(const QString &scheme, const QStringList &scopes, SecurityRequirement *asked)
    {
        if (QStringList *known = asked->schemes.find(scheme)) {
            *known += scopes;
            known->removeDuplicates();
        } else {
            asked->schemes.insert(scheme, scopes);
        }
    }

    /// What dependencies ask for is asked of each alternative that was drawn; what they would like
    /// to have is another alternative.
    void addSecurity(const SecurityRequirement &asked, const QStringList &optional,
                     const Collected &all, Operation *operation) const
    {
        if (asked.schemes.isEmpty() && optional.isEmpty())
            return;
        QList<SecurityRequirement> drawn = operation->security.value_or(m_api.security);
        if (drawn.isEmpty())
            drawn.append(SecurityRequirement());
        QList<SecurityRequirement> result;
        for (SecurityRequirement &one : drawn) {
            for (const Named<QStringList> &scheme : asked.schemes)
                ask(scheme.name, scheme.value, &one);
            for (const QString &name : optional) {
                SecurityRequirement more = one;
                ask(m_behaviour.dependencies.find(name)->scheme, all.scopes.value(name), &more);
                if (more.schemes.size() > one.schemes.size())
                    result.append(more);
            }
            result.append(one);
        }
        operation->security = result;
    }

    template<class Add>
    void addActionRefusals(const ActionDesign &action, const Add &add) const
    {
        using Kind = ActionDesign::Kind;
        const StoreDesign *store = m_behaviour.stores.find(action.store);
        if (!store || action.kind == Kind::None)
            return;
        const bool hasRow = action.kind != Kind::Create && action.kind != Kind::List;
        const bool isWriting = action.kind == Kind::Create || action.kind == Kind::Update ||
                               action.kind == Kind::Patch;
        const QString label = rowName(action.store);
        if (hasRow) {
            const ErrorAnswer *named = m_behaviour.errors.find(store->missing);
            add(named ? refusalOf(store->missing, *named)
                      : plainRefusal(404, text("missing"), label + text(" not found")));
        }
        if (isWriting && !store->unique.isEmpty()) {
            const ErrorAnswer *named = m_behaviour.errors.find(store->conflict);
            add(named ? refusalOf(store->conflict, *named)
                      : plainRefusal(409, text("conflict"),
                                     label + text(" with this ") +
                                         store->unique.first().join(text(" and ")) +
                                         text(" already exists")));
        }
    }

    void addResponses(const RouterDesign &router, Operation *operation)
    {
        for (const JsonObject::Member &member : router.responses) {
            if (!operation->responses.contains(member.key))
                operation->responses.insert(member.key, readResponse(m_api, member.value));
        }
    }

    /// A response that was drawn stays; it only gets the example that it lacks.
    void addRefusals(int status, const QList<Refusal> &refusals, Operation *operation)
    {
        const QString key = QString::number(status);
        const Response made = readResponse(m_api, responseOf(refusals));
        Response *drawn = operation->responses.find(key);
        if (!drawn) {
            operation->responses.insert(key, made);
            return;
        }
        if (!drawn->ref.isNull())
            return;
        if (drawn->content.isEmpty()) {
            drawn->content = made.content;
            return;
        }
        MediaType *media = drawn->content.find(u"application/json");
        if (media && media->example.isUndefined() && media->examples.isEmpty()) {
            media->example = made.content.first().value.example;
            media->examples = made.content.first().value.examples;
        }
    }

    void addTokenPath(const QString &scheme, const LoginDesign &login)
    {
        const QString path = tokenPath(m_api, scheme);
        const qsizetype at = path.isEmpty() ? -1 : m_api.paths.indexOf(path);
        if (path.isEmpty() || (at >= 0 && m_api.paths[at].value.operation(u"post")))
            return;
        const Json string = JsonObject{{text("type"), text("string")}};
        const auto optional = [&](const Json &type) {
            return JsonObject{
                {text("anyOf"), JsonArray{type, JsonObject{{text("type"), text("null")}}}}};
        };
        JsonObject secret = optional(string);
        secret.insert(text("format"), text("password"));
        const JsonObject properties{
            {text("grant_type"), optional(JsonObject{{text("type"), text("string")},
                                                     {text("pattern"), text("^password$")}})},
            {text("username"), string},
            {text("password"),
             JsonObject{{text("type"), text("string")}, {text("format"), text("password")}}},
            {text("scope"),
             JsonObject{{text("type"), text("string")}, {text("default"), QString(text(""))}}},
            {text("client_id"), optional(string)},
            {text("client_secret"), secret},
        };
        const JsonObject form{
            {text("type"), text("object")},
            {text("properties"), properties},
            {text("required"), JsonArray{Json(text("username")), Json(text("password"))}}};
        const JsonObject token{
            {text("type"), text("object")},
            {text("properties"),
             JsonObject{{text("access_token"), string}, {text("token_type"), string}}},
            {text("required"), JsonArray{Json(text("access_token")), Json(text("token_type"))}}};
        const auto content = [](const QString &type, const Json &schema) {
            return JsonObject{{type, JsonObject{{text("schema"), schema}}}};
        };
        const ErrorAnswer *failed = m_behaviour.errors.find(login.failed);
        const Refusal refusal =
            failed ? refusalOf(login.failed, *failed)
                   : plainRefusal(400, text("failed"), text("Incorrect username or password"));
        const JsonObject operation{
            {text("summary"), text("Log in")},
            {text("operationId"), text("login_") + QString(path).replace(u'/', u'_').mid(1)},
            {text("requestBody"),
             JsonObject{{text("content"), content(text("application/x-www-form-urlencoded"), form)},
                        {text("required"), true}}},
            {text("responses"),
             JsonObject{{text("200"),
                         JsonObject{{text("description"), text("A token")},
                                    {text("content"), content(text("application/json"), token)}}},
                        {QString::number(refusal.status), responseOf({refusal})}}},
            {text("x-menura"), JsonObject{{text("login"), scheme}}},
        };
        const PathItem item = readPathItem(m_api, JsonObject{{text("post"), operation}});
        if (at >= 0) // whoever has the path keeps what stands there
            m_api.paths[at].value.operations += item.operations;
        else
            m_api.paths.append({path, item, {}});
    }

    Api m_api;
    const Behaviour m_behaviour;
};

bool hasBehaviour(const Api &api)
{
    for (const JsonObject::Member &member : api.menura.object()) {
        if (member.key != u"profile")
            return true;
    }
    for (const Named<PathItem> &path : api.paths) {
        for (const Operation &operation : path.value.operations) {
            if (!operation.rest.value(u"x-menura").isUndefined())
                return true;
        }
    }
    return false;
}

} // namespace

QString tokenPath(const Api &api, const QString &scheme)
{
    const SecurityScheme *said = api.components.securitySchemes.find(scheme);
    const SecurityScheme *resolved = said ? resolve(api, *said) : nullptr;
    if (!resolved)
        return {};
    const QString url = resolved->flows.value(u"password").value(u"tokenUrl").toString();
    const bool isElsewhere = url.contains(QLatin1String("://"));
    return url.isEmpty() || isElsewhere ? QString() : url.startsWith(u'/') ? url : u'/' + url;
}

Api flattened(const Api &api)
{
    const Api placed = withPlacedMedia(api);
    Api flat = hasBehaviour(placed) ? Flattening(placed).run() : placed;
    const QString shape = api.menura.value(u"error_shape").toString();
    if (api.menura.value(u"profile").toString() == u"fastapi" &&
        (shape.isEmpty() || shape == u"fastapi"))
        addValidationResponses(&flat);
    return flat;
}

} // namespace Design
