#include "designer/model/edits/path_edits.h"

#include "designer/model/edits/copies.h"
#include "designer/model/edits/operation_edits.h"
#include "designer/model/edits/path_parameters.h"
#include "designer/model/edits/rewrite.h"
#include "designer/model/locate.h"
#include "designer/model/operation_keys.h"
#include "designer/model/rename/input_rename.h"

namespace Design
{

namespace
{

QString withSlash(const QString &path)
{
    return path.startsWith(u'/') ? path : u'/' + path;
}

/// Where an operation stands: the list of paths (or webhooks), and the path item in it.
struct OperationPlace {
    NamedList<PathItem> Api::*list = nullptr;
    qsizetype path = -1;
    qsizetype operation = -1; ///< -1 where the id is the path item's

    explicit operator bool() const { return list; }
    const Named<PathItem> &item(const Api &api) const { return (api.*list).at(path); }
    Named<PathItem> &item(Api &api) const { return (api.*list)[path]; }
};

OperationPlace placeOf(const Api &api, NodeId id)
{
    if (id == NodeId::None)
        return {};
    for (NamedList<PathItem> Api::*list : {&Api::paths, &Api::webhooks}) {
        for (qsizetype i = 0; i < (api.*list).size(); ++i) {
            const PathItem &item = (api.*list).at(i).value;
            if (item.id == id)
                return {list, i, -1};
            for (qsizetype k = 0; k < item.operations.size(); ++k) {
                if (item.operations.at(k).id == id)
                    return {list, i, k};
            }
        }
    }
    return {};
}

OperationPlace operationPlace(const Api &api, NodeId operation)
{
    const OperationPlace place = placeOf(api, operation);
    return place.operation < 0 ? OperationPlace() : place;
}

bool isEmpty(const PathItem &item)
{
    PathItem nothing;
    nothing.id = item.id;
    nothing.rest = item.rest;
    const bool hasExtensions =
        std::any_of(item.rest.members.begin(), item.rest.members.end(),
                    [](const Rest::Member &member) { return !member.value.isUndefined(); });
    return item == nothing && !hasExtensions;
}

/// The path with this name, which may be new; -1 where it is taken by something else.
qsizetype pathAt(Api &api, const QString &path)
{
    const qsizetype at = api.paths.indexOf(path);
    if (at >= 0)
        return api.paths.at(at).isRaw() ? -1 : at;
    PathItem item;
    item.id = api.newId();
    api.paths.append({path, item, {}});
    return api.paths.size() - 1;
}

Operation takeOperation(Api &api, const OperationPlace &place)
{
    PathItem &item = place.item(api).value;
    const Operation taken = item.operations.takeAt(place.operation);
    if (isEmpty(item))
        (api.*place.list).removeAt(place.path);
    return taken;
}

/// References into a path by its name, in any place of the design.
void followPath(Api &api, const QString &from, const QString &to)
{
    const auto follow = [&](QString &text) { return moveInPath(text, from, to); };
    Rewriting rewriting;
    rewriting.reference = [&](Reference &reference) { return follow(reference.text); };
    rewriting.text = [&](QString &text, TextKind) { return follow(text); };
    rewriteNames(api, rewriting);
}

} // namespace

NodeId addOperation(Api &api, const QString &path, const QString &method)
{
    const QString name = withSlash(path);
    const QString key = method.toLower();
    const PathItem *existing = api.paths.find(name);
    const bool isRaw = !existing && api.paths.contains(name);
    if (!methodNames().contains(key) || isRaw || (existing && existing->operation(key)))
        return NodeId::None;
    const qsizetype at = pathAt(api, name);
    Operation operation;
    operation.id = api.newId();
    operation.method = key;
    Response response;
    response.id = api.newId();
    response.description = ownAnswerDescription();
    operation.responses.append({QStringLiteral("200"), response, {}});
    api.paths[at].value.operations.append(operation);
    syncPathParameters(api, api.paths.at(at).value.id);
    return operation.id;
}

bool removeOperation(Api &api, NodeId operation)
{
    const OperationPlace place = operationPlace(api, operation);
    if (place)
        takeOperation(api, place);
    return bool(place);
}

NodeId duplicateOperation(Api &api, NodeId operation, const QString &method)
{
    const OperationPlace place = operationPlace(api, operation);
    const QString key = method.toLower();
    if (!place || !methodNames().contains(key) || place.item(api).value.operation(key))
        return NodeId::None;
    Operation copy = withFreshIds(place.item(api).value.operations.at(place.operation), api);
    copy.method = key;
    copy.operationId.clear(); // it must be unique
    place.item(api).value.operations.insert(place.operation + 1, copy);
    return copy.id;
}

bool changeMethod(Api &api, NodeId operation, const QString &method)
{
    const OperationPlace place = operationPlace(api, operation);
    const QString key = method.toLower();
    if (!place || !methodNames().contains(key) || place.item(api).value.operation(key))
        return false;
    place.item(api).value.operations[place.operation].method = key;
    return true;
}

bool changePath(Api &api, NodeId operationOrPathItem, const QString &path)
{
    const OperationPlace place = placeOf(api, operationOrPathItem);
    if (!place || place.list != &Api::paths)
        return false;
    const QString from = place.item(api).name;
    const QString to = withSlash(path);
    if (from == to || api.paths.contains(to))
        return false;
    const Api before = api;
    Named<PathItem> &item = place.item(api);
    item.name = to;
    renamePathParameters(item.value, from, to);
    const NodeId id = item.value.id;
    QList<NodeId> operations;
    for (const Operation &operation : std::as_const(item.value.operations))
        operations.append(operation.id);
    syncPathParameters(api, id);
    followPath(api, from, to);
    followPathInTests(api, before, operations, from, to);
    return true;
}

bool moveOperation(Api &api, NodeId operation, const QString &path)
{
    const OperationPlace place = operationPlace(api, operation);
    if (!place || place.list != &Api::paths)
        return false;
    const QString to = withSlash(path);
    const QString from = place.item(api).name;
    const QString method = place.item(api).value.operations.at(place.operation).method;
    const PathItem *target = api.paths.find(to);
    if (from == to || (target && target->operation(method)) || (!target && api.paths.contains(to)))
        return false;
    const Api before = api;
    const Operation moved = takeOperation(api, place);
    PathItem carrier;
    carrier.operations.append(moved);
    renamePathParameters(carrier, from, to);
    const qsizetype at = pathAt(api, to);
    api.paths[at].value.operations += carrier.operations;
    syncPathParameters(api, api.paths.at(at).value.id);
    followPathInTests(api, before, {operation}, from, to);
    return true;
}

} // namespace Design
