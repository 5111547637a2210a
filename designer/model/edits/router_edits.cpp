#include "designer/model/edits/router_edits.h"

#include "designer/model/behaviour/behaviour.h"
#include "designer/model/edits/behaviour_edits.h"
#include "designer/model/edits/path_edits.h"
#include "designer/model/locate.h"

namespace Design
{

static const QString routerKey = QStringLiteral("router");

static BehaviourPlace memberOf(const QString &router, const QString &member)
{
    return {NodeId::None, {groupKey(BehaviourGroup::Routers), router, member}};
}

/// Changes a member of the router and moves the paths of its routes to where it has its prefix
/// then.
static std::optional<int> changeRouter(Api &api, const QString &router, const QString &member,
                                       const QString &value)
{
    const Behaviour before = readBehaviour(api);
    if (!before.routers.find(router))
        return std::nullopt;
    Api changed = api;
    if (!setBehaviourValue(changed, memberOf(router, member), value.isEmpty() ? Json() : value))
        return std::nullopt;
    const QString from = fullPrefix(before, router);
    const QString to = fullPrefix(readBehaviour(changed), router);
    int count = 0;
    for (const Named<PathItem> &path : api.paths) {
        if (path.isRaw() || path.value.operations.isEmpty() || from == to)
            continue;
        const RouteBehaviour route = readRouteBehaviour(path.value.operations.first());
        if (!path.name.startsWith(from) || !routersOf(before, path.name, route).contains(router))
            continue;
        if (!changePath(changed, path.value.id, to + path.name.sliced(from.size())))
            return std::nullopt;
        ++count;
    }
    api = changed;
    return count;
}

std::optional<int> changeRouterPrefix(Api &api, const QString &router, const QString &prefix)
{
    return changeRouter(api, router, QStringLiteral("prefix"), prefix);
}

std::optional<int> changeRouterParent(Api &api, const QString &router, const QString &parent)
{
    const Behaviour behaviour = readBehaviour(api);
    QStringList around;
    for (QString name = parent; !name.isEmpty() && !around.contains(name);) {
        const RouterDesign *design = behaviour.routers.find(name);
        if (!design || name == router)
            return std::nullopt;
        around.append(name);
        name = design->parent;
    }
    return changeRouter(api, router, QStringLiteral("parent"), parent);
}

bool moveToRouter(Api &api, NodeId operation, const QString &router)
{
    const Behaviour behaviour = readBehaviour(api);
    const Named<PathItem> *path = findPathOf(api, operation);
    const Operation *found = findOperation(api, operation);
    if (!path || !found || (!router.isEmpty() && !behaviour.routers.find(router)))
        return false;
    const QStringList routers = routersOf(behaviour, path->name, readRouteBehaviour(*found));
    const QString before = routers.isEmpty() ? QString() : fullPrefix(behaviour, routers.last());
    const QString rest =
        path->name.startsWith(before) ? path->name.sliced(before.size()) : path->name;
    const QString wanted = fullPrefix(behaviour, router) + rest;
    Api changed = api;
    const QString name = wanted.isEmpty() ? QStringLiteral("/") : wanted;
    if (name != path->name && !moveOperation(changed, operation, name))
        return false;
    // Only where the path does not say it anyway.
    const BehaviourPlace said{operation, {routerKey}};
    setBehaviourValue(changed, said, {});
    const QStringList byPath = routersOf(behaviour, name, RouteBehaviour());
    if ((byPath.isEmpty() ? QString() : byPath.last()) != router)
        setBehaviourValue(changed, said, router.isEmpty() ? Json(nullptr) : Json(router));
    api = changed;
    return true;
}

} // namespace Design
