#include "designer/compare/compare.h"

#include "designer/compare/compare_operation.h"
#include "designer/compare/compare_text.h"
#include "designer/model/edits/path_parameters.h"
#include "designer/model/references.h"

namespace Design
{

namespace
{

/// Every operation with its path, references to path items followed.
QList<RouteView> routesOf(const Api &api)
{
    QList<RouteView> routes;
    for (const Named<PathItem> &path : api.paths) {
        if (path.isRaw())
            continue;
        const PathItem *item = &path.value;
        if (!item->ref.isNull() && item->operations.isEmpty()) {
            if (const PathItem *target = findTarget<PathItem>(api, item->ref))
                item = target;
        }
        for (const Operation &operation : item->operations)
            routes.append({path.name, item, &operation});
    }
    return routes;
}

/// The same for two routes that callers cannot tell apart: names of path parameters do not count.
QString keyOf(const RouteView &route)
{
    return route.operation->method + u' ' + pathShape(route.path);
}

qsizetype indexOf(const QList<RouteView> &routes, const RouteView &wanted)
{
    const QString key = keyOf(wanted);
    for (qsizetype i = 0; i < routes.size(); ++i) {
        if (keyOf(routes.at(i)) == key)
            return i;
    }
    return -1;
}

qsizetype indexOfOperationId(const QList<RouteView> &routes, const QString &operationId)
{
    for (qsizetype i = 0; i < routes.size() && !operationId.isEmpty(); ++i) {
        if (routes.at(i).operation->operationId == operationId)
            return i;
    }
    return -1;
}

/// Changes of a model that several operations use, once each, with the number of the others.
QList<Change> withoutRepetition(const QList<Change> &changes)
{
    QList<Change> once;
    QHash<std::pair<NodeId, NodeId>, QList<qsizetype>> known;
    for (const Change &change : changes) {
        QList<qsizetype> &same = known[{change.before, change.after}];
        const auto found = std::find_if(same.begin(), same.end(), [&](qsizetype at) {
            const Change &other = once.at(at);
            return other.rule == change.rule && other.message == change.message &&
                   other.impact == change.impact;
        });
        if (found != same.end()) {
            ++once[*found].otherPlaces;
        } else {
            same.append(once.size());
            once.append(change);
        }
    }
    return once;
}

} // namespace

QList<Change> compareDesigns(const Api &before, const Api &after)
{
    const QList<RouteView> old = routesOf(before);
    QList<RouteView> now = routesOf(after);
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < now.size(); ++i)
        places.insert(keyOf(now.at(i)), i);

    QSet<qsizetype> matched;
    QList<Change> changes;
    QList<RouteView> gone;
    OperationComparer comparer(before, after);
    for (const RouteView &route : old) {
        const qsizetype at = places.value(keyOf(route), -1);
        if (at < 0) {
            gone.append(route);
            continue;
        }
        matched.insert(at);
        changes += comparer.compare(route, now.at(at));
    }
    for (const RouteView &route : std::as_const(gone)) {
        const qsizetype moved = indexOfOperationId(now, route.operation->operationId);
        const bool isMoved = moved >= 0 && !matched.contains(moved);
        changes.append({Impact::Breaking, QStringLiteral("operation-removed"), route.title(),
                        isMoved ? CompareText::tr("The route is now %1.").arg(now.at(moved).title())
                                : CompareText::tr("The route is gone."),
                        route.operation->id, isMoved ? now.at(moved).operation->id : NodeId::None});
        if (isMoved) {
            matched.insert(moved);
            changes += comparer.compare(route, now.at(moved));
        }
    }
    for (qsizetype i = 0; i < now.size(); ++i) {
        if (!matched.contains(i) && indexOf(old, now.at(i)) < 0)
            changes.append({Impact::Compatible, QStringLiteral("operation-added"),
                            now.at(i).title(), CompareText::tr("The route is new."), NodeId::None,
                            now.at(i).operation->id});
    }
    changes = withoutRepetition(changes);
    std::stable_sort(changes.begin(), changes.end(), [](const Change &a, const Change &b) {
        return static_cast<int>(a.impact) < static_cast<int>(b.impact);
    });
    return changes;
}

} // namespace Design
