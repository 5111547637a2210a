#include "designer/model/edits/tag_edits.h"

#include <QSet>

#include <algorithm>
#include <functional>

namespace Design
{

namespace
{

qsizetype indexOfTag(const Api &api, const QString &name)
{
    for (qsizetype i = 0; i < api.tags.size(); ++i) {
        if (api.tags.at(i).name == name)
            return i;
    }
    return -1;
}

/// Detaches only the paths in which something changes.
bool changeUses(Api &api, const QString &name, const std::function<void(QStringList &)> &change)
{
    bool isUsed = false;
    for (NamedList<PathItem> *paths : {&api.paths, &api.webhooks}) {
        for (qsizetype i = 0; i < paths->size(); ++i) {
            const QList<Operation> &operations = paths->at(i).value.operations;
            for (qsizetype j = 0; j < operations.size(); ++j) {
                if (!operations.at(j).tags.contains(name))
                    continue;
                isUsed = true;
                change((*paths)[i].value.operations[j].tags);
            }
        }
    }
    return isUsed;
}

} // namespace

QStringList tagNames(const Api &api)
{
    QStringList names;
    QSet<QString> known;
    const auto add = [&](const QString &name) {
        if (!known.contains(name)) {
            known.insert(name);
            names.append(name);
        }
    };
    for (const Tag &tag : api.tags)
        add(tag.name);
    for (const NamedList<PathItem> *paths : {&api.paths, &api.webhooks}) {
        for (const Named<PathItem> &path : *paths) {
            for (const Operation &operation : path.value.operations)
                std::for_each(operation.tags.begin(), operation.tags.end(), add);
        }
    }
    return names;
}

NodeId addTag(Api &api, const QString &name, qsizetype index)
{
    if (name.isEmpty() || indexOfTag(api, name) >= 0)
        return NodeId::None;
    Tag tag;
    tag.id = api.newId();
    tag.name = name;
    api.tags.insert(index < 0 ? api.tags.size() : qMin(index, api.tags.size()), tag);
    return tag.id;
}

bool renameTag(Api &api, const QString &from, const QString &to)
{
    if (to.isEmpty() || from == to || tagNames(api).contains(to))
        return false;
    const qsizetype at = indexOfTag(api, from);
    if (at >= 0)
        api.tags[at].name = to;
    const bool isUsed =
        changeUses(api, from, [&](QStringList &tags) { tags[tags.indexOf(from)] = to; });
    return at >= 0 || isUsed;
}

bool removeTag(Api &api, const QString &name)
{
    const qsizetype at = indexOfTag(api, name);
    if (at >= 0)
        api.tags.removeAt(at);
    const bool isUsed = changeUses(api, name, [&](QStringList &tags) { tags.removeAll(name); });
    return at >= 0 || isUsed;
}

bool moveTag(Api &api, const QString &name, qsizetype index)
{
    const qsizetype at = indexOfTag(api, name);
    if (at < 0 || index < 0 || index >= api.tags.size() || index == at)
        return false;
    api.tags.move(at, index);
    return true;
}

bool describeTag(Api &api, const QString &name, const QString &description)
{
    if (indexOfTag(api, name) < 0 && addTag(api, name) == NodeId::None)
        return false;
    api.tags[indexOfTag(api, name)].description = description.isEmpty() ? QString() : description;
    return true;
}

} // namespace Design
