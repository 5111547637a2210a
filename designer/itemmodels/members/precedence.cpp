#include "designer/itemmodels/members/precedence.h"

#include <QCoreApplication>

namespace Design
{

namespace
{

struct OrderWords {
    Q_DECLARE_TR_FUNCTIONS(Design::Precedence)
};

int statusOf(const Behaviour &behaviour, const QString &error, int otherwise)
{
    const ErrorAnswer *named = behaviour.errors.find(error);
    return named ? named->status : otherwise;
}

/// "admin 401, 403"; only the name where nothing of it refuses.
QString refusalsOf(const Behaviour &behaviour, const QString &dependency)
{
    const DependencyDesign *design = behaviour.dependencies.find(dependency);
    if (!design)
        return dependency;
    QStringList statuses;
    const auto add = [&statuses](int status) {
        if (const QString text = QString::number(status); !statuses.contains(text))
            statuses.append(text);
    };
    if (!design->scheme.isEmpty() && (design->isUser || !design->isOptional))
        add(401); // scopes that a user lacks as well
    for (const ErrorRule &rule : design->conditions)
        add(statusOf(behaviour, rule.error, rule.answer.status));
    return statuses.isEmpty() ? dependency
                              : dependency + QLatin1Char(' ') + statuses.join(QLatin1String(", "));
}

QStringList refusalsOfStore(const Behaviour &behaviour, const ActionDesign &action)
{
    using Kind = ActionDesign::Kind;
    const StoreDesign *store = behaviour.stores.find(action.store);
    QStringList result;
    if (!store || action.kind == Kind::None || action.kind == Kind::List)
        return result;
    if (action.kind != Kind::Create)
        result.append(
            OrderWords::tr("no such row %1").arg(statusOf(behaviour, store->missing, 404)));
    const bool writes =
        action.kind == Kind::Create || action.kind == Kind::Update || action.kind == Kind::Patch;
    if (writes && !store->unique.isEmpty())
        result.append(OrderWords::tr("taken %1").arg(statusOf(behaviour, store->conflict, 409)));
    return result;
}

} // namespace

QStringList refusalsInOrder(const Behaviour &behaviour, const Operation &operation,
                            const QList<EffectiveDepends> &depends)
{
    const RouteBehaviour route = readRouteBehaviour(operation);
    QStringList order;
    for (const EffectiveDepends &one : depends)
        order.append(refusalsOf(behaviour, one.name));
    if (!operation.parameters.isEmpty() || operation.requestBody)
        order.append(OrderWords::tr("inputs 422"));
    order.append(OrderWords::tr("the rules, from the top"));
    if (route.upstream)
        order.append(
            OrderWords::tr("upstream %1").arg(statusOf(behaviour, route.upstream->failed, 502)));
    return order + refusalsOfStore(behaviour, route.action);
}

} // namespace Design
