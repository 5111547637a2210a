#pragma once

#include "designer/model/behaviour/behaviour.h"
#include "mockserver/engine/around/task_plan.h"
#include "mockserver/engine/plan/route_plan.h"

namespace Mock
{

/// An error made ready to be answered.
struct ErrorPlan {
    QString name; ///< of a named error
    int status = 500;
    ScriptTemplate detail;
    ScriptTemplate body; ///< instead of the detail
    QList<QPair<QByteArray, ScriptTemplate>> headers;
};

struct RulePlan {
    Script when; ///< none: always
    int every = 0;
    ErrorPlan error;
    QString pointer;

    ScriptNames names() const; ///< of all its expressions
};

/// The users of a security scheme.
struct LoginPlan {
    Design::LoginDesign design;
    QString scheme;
    QByteArray secret; ///< that tokens are signed with; depends on the seed
};

struct DependencyPlan {
    QString name;
    QList<int> needs; ///< among those of the route
    RoutePlan inputs; ///< with the dependency's own parameters
    std::optional<CredentialPlan> credential;
    std::shared_ptr<const LoginPlan> login; ///< whose user is the result
    QStringList scopes;                     ///< that it is asked for here
    bool isOptional = false;
    QList<RulePlan> conditions;
    Script result;
    bool isCached = true;
    QList<std::shared_ptr<const TaskPlan>> exit;
    Design::DependencyDesign::ExitScope exitScope = Design::DependencyDesign::ExitScope::Request;
    Design::Json replaced; ///< its result, for tests; undefined: it runs
    QString pointer;
};

struct ActionPlan {
    Design::ActionDesign::Kind kind = Design::ActionDesign::Kind::None;
    QString store;
    Script key; ///< none: the last path parameter
    QStringList filter;
    QList<QPair<QString, ScriptTemplate>> set;
    ErrorPlan missing;
    ErrorPlan conflict;
    QString pointer;

    bool isSet() const { return kind != Design::ActionDesign::Kind::None; }
    /// Whether it is about one row that is there already.
    bool hasRow() const;
};

/// Another server that is asked for the answer.
struct UpstreamPlan {
    ScriptTemplate url;
    QByteArray method;
    QList<QPair<QByteArray, ScriptTemplate>> headers;
    ScriptTemplate body;
    int timeout = 10'000;
    QList<QPair<int, ErrorPlan>> statuses; ///< what a status of theirs becomes
    ErrorPlan absent;                      ///< it did not answer, or not with 2xx
    ErrorPlan late;
    Design::Json sample;
    QString pointer;
};

/// A dependency that the API, a router or the route names.
struct ListedDependency {
    int index = 0;
    /// Something takes its result: one that is not cached runs for that. What is only listed, as in
    /// FastAPI's `dependencies=[...]`, has run when it has run anywhere.
    bool isTaken = false;
};

/// What runs around one route.
struct AroundPlan {
    std::vector<DependencyPlan> dependencies;
    QList<ListedDependency> order;
    QList<RulePlan> rules;
    ActionPlan action;
    std::optional<UpstreamPlan> upstream;
    ScriptTemplate answer;
    /// What the response model declares, by which the strict profile leaves out what stores keep
    /// for themselves. (FastAPI's types do that by themselves.)
    TextShape shown;
    QList<QPair<QString, Script>> computed;
    QList<std::shared_ptr<const TaskPlan>> tasks;
    std::shared_ptr<const LoginPlan> login; ///< this route gives out tokens
    ErrorPlan loginFailed;
    bool needsState = false; ///< stores, chance or counted rules
};

} // namespace Mock
