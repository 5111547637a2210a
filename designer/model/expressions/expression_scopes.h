#pragma once

#include "designer/model/behaviour/behaviour.h"
#include "designer/model/expressions/extension_walk.h"
#include "designer/model/expressions/script_walk.h"

namespace Design
{

/// The route that an extension belongs to; nulls: the document's.
struct ExpressionRoute {
    const Named<PathItem> *path = nullptr;
    const Operation *operation = nullptr;
};

/// What the expressions of a design can name, place by place, and what is known of it.
class ExpressionScopes
{
public:
    /// Both must live as long.
    ExpressionScopes(const Api &api, const ValueShapes &shapes);

    ScriptScope scope(const ExtensionWalk::Place &place, const ExpressionRoute &route) const;
    /// The route of an operation that has an extension; nulls without one.
    ExpressionRoute routeOf(NodeId operation) const;
    const Behaviour &behaviour() const { return m_behaviour; }
    Shapes rowsOf(const QString &store) const;
    /// What the route answers with; status 0: with its first success.
    Shapes answerOf(const Operation &operation, int status) const;
    Shapes bodyOf(const Operation &operation) const;

private:
    ScriptScope documentScope() const;
    ScriptScope storeScope(const QString &store) const;
    ScriptScope dependencyScope(const QString &name, bool isExit) const;
    /// What a named error can speak of: all that the routes that raise it can.
    ScriptScope errorScope(const QString &error) const;
    ScriptScope routeScope(const ExpressionRoute &route, ExtensionWalk::Place::Of of) const;
    void addInputs(const QList<Parameter> &parameters, ScriptScope &scope) const;
    void addRow(const RouteBehaviour &route, ExtensionWalk::Place::Of of, ScriptScope &scope) const;
    ScriptValue resultOf(const DependencyDesign &dependency) const;
    ScriptValue credentialOrInputs(const DependencyDesign &dependency) const;
    ScriptValue running(const ExpressionRoute &route, const RouteBehaviour &behaviour) const;
    bool raises(const RouteBehaviour &route, const QString &error) const;
    bool isRaisedElsewhere(const QString &error) const;

    const Api &m_api;
    const ValueShapes &m_shapes;
    Behaviour m_behaviour;
    /// Routes that have an extension, which most have not.
    QList<std::pair<ExpressionRoute, RouteBehaviour>> m_routes;
};

/// The names that an expression can begin with, in the order in which they are told.
const QStringList &expressionRoots();

} // namespace Design
