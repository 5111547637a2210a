#include "designer/model/edits/order_edits.h"

#include "designer/model/edits/copies.h"
#include "designer/model/edits/names.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/model/locate.h"

namespace Design
{

namespace
{

qsizetype indexOfPath(const Api &api, NodeId operation)
{
    const Named<PathItem> *path = findPathOf(api, operation);
    for (qsizetype i = 0; path && i < api.paths.size(); ++i) {
        if (api.paths.at(i).value.id == path->value.id)
            return i;
    }
    return -1;
}

qsizetype indexIn(const QList<Operation> &operations, NodeId id)
{
    for (qsizetype i = 0; i < operations.size(); ++i) {
        if (operations.at(i).id == id)
            return i;
    }
    return -1;
}

/// Where the thing at `from` stands when it is beside the one at `other`.
qsizetype placeBeside(qsizetype from, qsizetype other, Side side)
{
    const qsizetype gap = side == Side::Before ? other : other + 1;
    return gap > from ? gap - 1 : gap;
}

/// The name of a path with `-copy` behind its last part that is no parameter.
QString copiedPath(const QString &path)
{
    QStringList parts = path.split(QLatin1Char('/'));
    for (qsizetype i = parts.size(); i-- > 0;) {
        if (!parts.at(i).isEmpty() && !parts.at(i).contains(QLatin1Char('{'))) {
            parts[i] += QStringLiteral("-copy");
            return parts.join(QLatin1Char('/'));
        }
    }
    return QStringLiteral("/copy") + path;
}

} // namespace

bool placeOperation(Api &api, NodeId operation, NodeId other, Side side)
{
    const qsizetype path = indexOfPath(api, operation);
    const qsizetype otherPath = indexOfPath(api, other);
    if (path < 0 || otherPath < 0 || operation == other)
        return false;
    if (path != otherPath) {
        const qsizetype to = placeBeside(path, otherPath, side);
        if (to == path)
            return false;
        api.paths.move(path, to);
        return true;
    }
    QList<Operation> &operations = api.paths[path].value.operations;
    const qsizetype from = indexIn(operations, operation);
    const qsizetype to = placeBeside(from, indexIn(operations, other), side);
    if (to == from)
        return false;
    operations.move(from, to);
    return true;
}

bool setMainTag(Api &api, NodeId operation, const QString &tag)
{
    return editOperation(api, operation, [&](Operation &changed) {
        const bool hadTag = !changed.tags.isEmpty();
        if (hadTag)
            changed.tags.removeFirst();
        changed.tags.removeAll(tag);
        if (!tag.isEmpty())
            changed.tags.prepend(tag);
    });
}

bool placeSchema(Api &api, NodeId schema, NodeId other, Side side)
{
    qsizetype from = -1;
    qsizetype at = -1;
    for (qsizetype i = 0; i < api.components.schemas.size(); ++i) {
        const NodeId id = api.components.schemas.at(i).value.id();
        if (id == schema)
            from = i;
        if (id == other)
            at = i;
    }
    if (from < 0 || at < 0 || from == at)
        return false;
    const qsizetype to = placeBeside(from, at, side);
    return to != from && moveSchema(api, schema, to);
}

NodeId copyOperation(Api &api, NodeId operation)
{
    const qsizetype at = indexOfPath(api, operation);
    if (at < 0)
        return NodeId::None;
    const Operation *original = findOperation(api, operation);
    QStringList taken;
    for (const Named<PathItem> &path : api.paths)
        taken.append(path.name);
    Operation copy = withFreshIds(*original, api);
    if (!copy.operationId.isEmpty())
        copy.operationId = uniqueOperationId(api, copy.operationId);
    PathItem item;
    item.id = api.newId();
    for (const Parameter &parameter : api.paths.at(at).value.parameters)
        item.parameters.append(withFreshIds(parameter, api));
    item.operations.append(copy);
    const QString name = uniqueName(copiedPath(api.paths.at(at).name), taken);
    api.paths.QList<Named<PathItem>>::insert(at + 1, {name, item, {}});
    return copy.id;
}

} // namespace Design
