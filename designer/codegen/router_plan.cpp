#include "designer/codegen/router_plan.h"

#include "designer/codegen/python_code.h"
#include "designer/codegen/python_names.h"
#include "designer/text/pointer.h"

#include <algorithm>

namespace Design::Python
{

namespace
{

const QStringList &methods()
{
    static const QStringList names{text("get"),     text("put"),  text("post"),  text("delete"),
                                   text("options"), text("head"), text("patch"), text("trace")};
    return names;
}

bool isTemplated(const QString &segment)
{
    return segment.contains(u'{');
}

/// Whether a request can be meant for either of two paths.
bool overlap(const QString &left, const QString &right)
{
    const QStringList a = left.split(u'/');
    const QStringList b = right.split(u'/');
    if (left == right || a.size() != b.size())
        return false;
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (a[i] != b[i] && !isTemplated(a[i]) && !isTemplated(b[i]))
            return false;
    }
    return true;
}

/// Whether the routes of these files meet requests in the order of the design.
bool keepsOrder(const QList<RouteEntry> &drawn, const QList<RouterEntry> &routers)
{
    QList<const RouteEntry *> written;
    for (const RouterEntry &router : routers) {
        for (const RouteEntry &route : router.routes)
            written.append(&route);
    }
    const auto rank = [&](const RouteEntry *route) {
        for (qsizetype i = 0; i < drawn.size(); ++i) {
            if (drawn[i].path == route->path && drawn[i].method == route->method)
                return i;
        }
        return qsizetype(-1);
    };
    QList<qsizetype> ranks;
    for (const RouteEntry *route : std::as_const(written))
        ranks.append(rank(route));
    for (qsizetype i = 0; i < written.size(); ++i) {
        for (qsizetype j = i + 1; j < written.size(); ++j) {
            if (ranks[i] > ranks[j] && written[i]->method == written[j]->method &&
                overlap(written[i]->path, written[j]->path))
                return false;
        }
    }
    return true;
}

/// What all paths begin with, in whole segments without parameters.
QString commonPrefix(const QList<RouteEntry> &routes)
{
    QStringList common = routes.first().path.split(u'/');
    for (const RouteEntry &route : routes) {
        const QStringList segments = route.path.split(u'/');
        qsizetype same = 0;
        while (same < common.size() && same < segments.size() && common[same] == segments[same] &&
               !isTemplated(common[same]) && (same == 0 || !common[same].isEmpty()))
            ++same;
        common = common.mid(0, same);
    }
    return common.size() > 1 ? common.join(u'/') : QString();
}

QString groupOf(const RouteEntry &route)
{
    const QString tag = route.drawn.value(u"tags").array().value(0).toString();
    if (!tag.isEmpty())
        return tag;
    for (const QString &segment : route.path.split(u'/', Qt::SkipEmptyParts)) {
        if (!isTemplated(segment))
            return segment;
    }
    return text("root");
}

void groupByTag(const QList<RouteEntry> &routes, Names *files, QList<RouterEntry> *routers)
{
    QList<RouterEntry> made;
    QStringList groups;
    for (const RouteEntry &route : routes) {
        const QString group = groupOf(route);
        if (!groups.contains(group)) {
            groups.append(group);
            made.append(RouterEntry());
        }
        made[groups.indexOf(group)].routes.append(route);
    }
    if (!keepsOrder(routes, made)) {
        groups = {text("routes")};
        made = {RouterEntry()};
        made.first().routes = routes;
    }
    for (qsizetype i = 0; i < made.size(); ++i) {
        RouterEntry &router = made[i];
        router.file = files->unique(variableName(groups[i]));
        router.prefix = router.fullPrefix = commonPrefix(router.routes);
        const QList<RouteEntry> &own = router.routes;
        const bool areTagged = std::all_of(own.begin(), own.end(), [&](const RouteEntry &route) {
            return route.drawn.value(u"tags") == Json(JsonArray{Json(groups[i])});
        });
        if (areTagged)
            router.tags = {groups[i]};
        routers->append(router);
    }
}

} // namespace

QString RouteEntry::pointer() const
{
    return childPointer(childPointer(text("/paths"), path), method);
}

QList<RouterEntry> planRouters(Source &source)
{
    const Behaviour &behaviour = source.behaviour();
    Names files;
    files.take(text("router"));
    QList<RouterEntry> routers;
    for (const Named<RouterDesign> &named : behaviour.routers) {
        RouterEntry router;
        router.file = files.unique(variableName(named.name));
        router.parent = named.value.parent.isEmpty() ? QString() : variableName(named.value.parent);
        router.prefix = named.value.prefix;
        router.fullPrefix = fullPrefix(behaviour, named.name);
        router.tags = named.value.tags;
        router.depends = named.value.depends;
        router.responses = named.value.responses;
        router.isDeprecated = named.value.isDeprecated;
        routers.append(router);
    }
    QList<RouteEntry> others;
    const Json &paths = source.flat().value(u"paths");
    for (const JsonObject::Member &path : paths.object()) {
        const Json drawnItem = source.followed(source.drawn().value(u"paths").value(path.key));
        for (const char16_t *key : {u"query", u"additionalOperations"}) { // of OpenAPI 3.2
            if (drawnItem.find(key))
                source.report(
                    childPointer(childPointer(text("/paths"), path.key), QString::fromUtf16(key)),
                    text("FastAPI documents no routes of this method; it is left out."));
        }
        for (const JsonObject::Member &operation : source.followed(path.value).object()) {
            if (!methods().contains(operation.key) || !operation.value.isObject())
                continue;
            RouteEntry route{path.key,        operation.key,
                             drawnItem,       drawnItem.value(operation.key),
                             operation.value, {}};
            if (route.drawn.isUndefined())
                continue; // a path that gives out tokens, which the login writes
            if (const Operation *drawn = source.operation(path.key, operation.key))
                route.behaviour = readRouteBehaviour(*drawn, route.pointer());
            const QStringList in = routersOf(behaviour, path.key, route.behaviour);
            const qsizetype at = in.isEmpty() ? -1 : behaviour.routers.indexOf(in.last());
            if (at >= 0 && path.key.startsWith(routers[at].fullPrefix))
                routers[at].routes.append(route);
            else
                others.append(route);
        }
    }
    groupByTag(others, &files, &routers);
    const auto hasChild = [&](const RouterEntry &router) {
        return std::any_of(routers.begin(), routers.end(),
                           [&](const RouterEntry &other) { return other.parent == router.file; });
    };
    QList<RouterEntry> used;
    for (const RouterEntry &router : std::as_const(routers)) {
        if (!router.routes.isEmpty() || hasChild(router))
            used.append(router);
    }
    return used;
}

} // namespace Design::Python
