#pragma once

#include "designer/model/api.h"

namespace Design
{

// What runs around the routes of a design, as the `x-menura` extensions say it: one struct for the
// document's (`Behaviour`), one for an operation's (`RouteBehaviour`). The extensions themselves
// stay JSON in the Api, so that nothing of them is lost; these are views, made by readBehaviour()
// and readRouteBehaviour(). Texts named `when`, `result`, `key` ... are JavaScript expressions;
// JSON members named `detail`, `body`, `answer` ... are templates: `{{ expression }}` inside their
// strings is replaced, and a string that is one single `{{ expression }}` becomes its value.
// `pointer` is the place in the document (RFC 6901).

/// What is answered when something is wrong.
struct ErrorAnswer {
    int status = 400;
    QString description; ///< for the documentation
    Json detail;         ///< template; answered as {"detail": ...}; undefined: the reason phrase
    Json body;           ///< template of the whole body, instead of `detail`
    JsonObject headers;  ///< names and templates of their values
    Json example;        ///< of the detail or body, for the documentation
    QString pointer;
};

/// When to answer with an error. Rules are asked in their order; the first that applies answers.
struct ErrorRule {
    QString when;  ///< empty: always (or only counted)
    int every = 0; ///< every n-th time that the rest applies; 0: each time
    QString error; ///< name of an error of the document; else `answer`
    ErrorAnswer answer;
    QString pointer;
};

/// A field that the server fills in.
struct ServerField {
    enum class Kind { Counter, Uuid, Now, Expression };

    QString field;
    Kind kind = Kind::Counter;
    QString expression;    ///< of Kind::Expression
    bool onUpdate = false; ///< set again by every change, not only when the row is made
    QString pointer;
};

struct ForeignKey {
    QString field;
    QString store;
};

/// Rows that obey a model.
struct StoreDesign {
    QString model;  ///< component schema of a row as it is kept
    QString create; ///< component schema of what is sent to make one; empty: the model
    QString answer; ///< component schema of what is answered; empty: the model
    QString key = QStringLiteral("id");
    QList<QStringList> unique; ///< fields, or sets of fields
    QList<ForeignKey> foreign;
    QList<ServerField> set;
    QStringList search; ///< fields that `search` looks into; empty: all texts
    QString missing;    ///< named error where the key is not there; empty: 404
    QString conflict;   ///< named error where unique fields are taken; empty: 409
    JsonArray fixtures; ///< the rows at the beginning
    QString pointer;
};

/// Something done after the answer has left, or when a dependency is left again.
struct TaskDesign {
    enum class Kind { Log, Webhook, Script };

    Kind kind = Kind::Log;
    QString when;
    int delay = 0;  ///< milliseconds
    Json text;      ///< Log: template of the line
    QString script; ///< Script: expression, which may change stores
    Json url;       ///< Webhook: template
    QString method = QStringLiteral("POST");
    JsonObject headers;
    Json body; ///< template
    int retries = 3;
    QString pointer;
};

/// What a route needs before it runs: inputs, other dependencies, conditions, a result.
struct DependencyDesign {
    /// When it is left: behind the answer and the tasks, or behind the route, before the answer.
    enum class ExitScope { Request, Function };

    QString description;
    QStringList needs;    ///< other dependencies
    JsonArray parameters; ///< Parameter Objects
    QString scheme;       ///< a security scheme whose credential is taken from the request
    /// Asked of its scheme and of all that it needs, as FastAPI's Security() does: what a user has
    /// to be allowed is what the dependency says, and those that need it.
    QStringList scopes;
    bool isOptional = false; ///< a missing credential gives null, no 401
    bool isUser = false;     ///< the result is the user that the credential belongs to
    QList<ErrorRule> conditions;
    QString result;       ///< expression; empty: the credential, else the parameters by name
    bool isCached = true; ///< once a request
    /// What is done when the request leaves it again, as behind the `yield` of FastAPI's.
    QList<TaskDesign> exit;
    ExitScope scope = ExitScope::Request;
    QString pointer;
};

/// Who may log in with a security scheme: the users, and the tokens they get.
struct LoginDesign {
    QString store;   ///< that holds the users, or
    JsonArray users; ///< the users themselves
    QString username = QStringLiteral("username");
    QString password = QStringLiteral("password");
    QString scopes = QStringLiteral("scopes");
    QString disabled;           ///< field that bars a user; empty: none
    QString failed;             ///< named error for a wrong name or password; empty: 400
    qint64 expires = 1'800'000; ///< milliseconds that a token is good for
    QString pointer;
};

struct RouterDesign {
    QString prefix;
    QString parent; ///< the router that this one is in; its prefix comes first
    QStringList tags;
    QStringList depends;
    JsonObject responses; ///< Response Objects by status, for every route in it
    bool isDeprecated = false;
    QString pointer;
};

/// Cross-Origin Resource Sharing, with the meaning and defaults of Starlette's CORSMiddleware.
struct CorsDesign {
    bool isOn = false;
    QStringList origins;
    QString originPattern; ///< regular expression for the whole origin
    QStringList methods{QStringLiteral("GET")};
    QStringList headers;
    QStringList expose;
    bool allowsCredentials = false;
    int maxAge = 600; ///< seconds
    QString pointer;
};

/// What a route does with a store.
struct ActionDesign {
    enum class Kind { None, Create, Read, List, Update, Patch, Delete };

    Kind kind = Kind::None;
    QString store;
    QString key;        ///< expression; empty: the last path parameter
    QStringList filter; ///< query parameters that rows must equal
    JsonObject set;     ///< templates of fields to write, over those of the body
    QString pointer;
};

/// Another server whose answer becomes ours.
struct UpstreamDesign {
    Json url; ///< template
    QString method = QStringLiteral("GET");
    JsonObject headers;
    Json body;                   ///< template
    int timeout = 10'000;        ///< milliseconds
    NamedList<QString> statuses; ///< status of theirs, named error of ours
    QString failed;              ///< named error for no answer and other statuses; empty: 502
    Json sample;                 ///< what comes back where there is no network
    QString pointer;
};

/// A real server that requests are passed on to. They and its answers are held to the design; what
/// breaks it is shown, and passed on all the same.
struct ProxyDesign {
    QString url;          ///< where its paths begin: "https://api.example.com/v1"; empty: no proxy
    int timeout = 30'000; ///< milliseconds
    QString pointer;

    bool isOn() const { return !url.isEmpty(); }
};

/// How long an answer takes. All times are milliseconds; what is drawn stays within the bounds.
struct DelayDesign {
    enum class Kind {
        Uniform,     ///< between `least` and `most`
        Normal,      ///< `mean` and `deviation`
        LogNormal,   ///< the same, with the long tail that real servers have
        Exponential, ///< `mean`
    };

    Kind kind = Kind::Uniform;
    int least = 0;
    int most = 0;
    int mean = 0;
    int deviation = 0;

    bool isNone() const { return most <= 0; }
};

/// How long an answer takes and what goes wrong with it, by chance. The shares are those of all
/// requests, from 0 to 1, and exclude one another.
struct FaultDesign {
    DelayDesign delay;
    double errorRate = 0; ///< answered with `errorStatus`; nothing else happens
    int errorStatus = 503;
    double drop = 0;     ///< the connection ends without an answer
    double reset = 0;    ///< it is torn down (RST)
    double truncate = 0; ///< it ends in the middle of the answer
    double slow = 0;     ///< the body comes at `pace`
    int pace = 1024;     ///< bytes a second
    QString pointer;

    double share() const { return errorRate + drop + reset + truncate + slow; }
    bool isNone() const { return delay.isNone() && share() <= 0; }
};

/// x-menura of the document.
struct Behaviour {
    NamedList<ErrorAnswer> errors;
    NamedList<StoreDesign> stores;
    NamedList<DependencyDesign> dependencies;
    NamedList<LoginDesign> logins; ///< by security scheme
    NamedList<RouterDesign> routers;
    QStringList depends; ///< of every route
    CorsDesign cors;
    FaultDesign faults;
    ProxyDesign proxy; ///< of every route, and of what the design does not have
    QStringList
        hosts;       ///< that upstreams and webhooks may be on: "api.github.com", "localhost:9000"
    JsonArray tests; ///< see mockserver/contract
};

/// x-menura of an operation.
struct RouteBehaviour {
    std::optional<QString> router; ///< said; empty: in none
    QStringList depends;
    QList<ErrorRule> errors;
    ActionDesign action;
    std::optional<UpstreamDesign> upstream;
    Json answer;         ///< template; undefined: what the action gives
    JsonObject computed; ///< fields and their expressions
    QList<TaskDesign> tasks;
    QString login;                     ///< a security scheme whose tokens this route gives out
    std::optional<FaultDesign> faults; ///< instead of the document's
    std::optional<ProxyDesign> proxy;  ///< instead of the document's; off: it is answered here
    bool isEmpty = true;
};

/// Reads the document's extension. What has the wrong shape is left out and reported with its
/// place; unknown members are reported as warnings.
Behaviour readBehaviour(const Api &api, Diagnostics *diagnostics = nullptr);

/// Reads an operation's. `pointer` is the place of the operation.
RouteBehaviour readRouteBehaviour(const Operation &operation, const QString &pointer = {},
                                  Diagnostics *diagnostics = nullptr);

/// Everything wrong with the extensions of a design: shapes, names that lead nowhere, circles.
Diagnostics checkBehaviour(const Api &api);

/// Lets the extensions name a component schema by its new name. Returns the number of places.
int renameModelInBehaviour(Api &api, const QString &from, const QString &to);
/// Where the extension names a component schema: "/x-menura/stores/items/model".
QStringList modelPlacesInBehaviour(const Api &api, const QString &name);

/// The routers that a route is in, outermost first: the one that it names, else the one with the
/// longest prefix that its path begins with.
QStringList routersOf(const Behaviour &behaviour, const QString &path, const RouteBehaviour &route);

/// The whole prefix of a router, those around it included.
QString fullPrefix(const Behaviour &behaviour, const QString &router);

/// Names of the dependencies of a route in FastAPI's order: of the API, of its routers from the
/// outermost on, its own.
QStringList dependsOf(const Behaviour &behaviour, const QStringList &routers,
                      const RouteBehaviour &route);

/// Whether scopes make a difference to what the dependency gives: only then it runs again for
/// others.
bool usesScopes(const Behaviour &behaviour, const QString &dependency);

/// The scopes that a dependency is asked for, with those of what needs it before its own.
QStringList scopesWith(const QStringList &outer, const DependencyDesign &dependency);

/// "Item" for "items", "Order line" for "order_lines": one row of a store, for people.
QString rowName(const QString &store);

/// The text between `{{` and `}}` in each string of a template, in order.
QStringList templateExpressions(const Json &json);

/// One piece of a string in a template: plain text, or an expression.
struct TemplatePiece {
    QString text;
    bool isExpression = false;
};
QList<TemplatePiece> templatePieces(const QString &text);

} // namespace Design
