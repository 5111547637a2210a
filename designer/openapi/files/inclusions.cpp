#include "designer/openapi/files/inclusions.h"

#include "designer/model/change_set.h"
#include "designer/model/component_table.h"
#include "designer/model/design_text.h"
#include "designer/model/locate.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/pointer.h"

#include <algorithm>

namespace Design
{

namespace
{

/// What other files say does not depend on the names that their parts have here.
class Renames
{
public:
    Renames(const Inclusions &inclusions, const NodeIndex &before, const NodeIndex &after)
    {
        for (const Inclusion &part : inclusions.parts) {
            const QString from = before.pointer(part.node) + part.inside;
            const QString to = after.pointer(part.node) + part.inside;
            if (from != to && after.contains(part.node))
                m_before.insert(fragmentText(to), fragmentText(from));
        }
    }

    Json undone(const Json &value) const
    {
        if (m_before.isEmpty())
            return value;
        if (value.isString()) {
            const QString rest = componentPath(value.string()).rest;
            const auto before = m_before.constFind(value.string().chopped(rest.size()));
            return before == m_before.constEnd() ? value : Json(*before + rest);
        }
        JsonArray items;
        for (const Json &item : value.array())
            items.append(undone(item));
        QList<JsonObject::Member> members = value.object().members();
        for (JsonObject::Member &member : members)
            member.value = undone(member.value);
        return value.isArray()    ? Json(items)
               : value.isObject() ? Json(JsonObject::fromDistinct(std::move(members)))
                                  : value;
    }

private:
    QHash<QString, QString> m_before; ///< references as they are now
};

} // namespace

QPair<QString, QString> Inclusions::origin(const QString &pointer) const
{
    for (QString at = pointer;; at.truncate(at.lastIndexOf(u'/'))) {
        const auto found = origins.constFind(at);
        if (found != origins.constEnd())
            return {found->first, found->second + pointer.sliced(at.size())};
        if (at.isEmpty())
            return {QString(), pointer};
    }
}

FilePlace Inclusions::locate(const QString &pointer) const
{
    const auto [name, inFile] = origin(pointer);
    if (name.isEmpty())
        return {name, rootMap.position(root, inFile)};
    const SourceFilePointer file = files.value(name);
    return {name, file ? file->sourceMap.position(file->value, inFile) : TextPosition()};
}

QStringList Inclusions::unreadable() const
{
    QStringList names;
    for (auto file = files.begin(); file != files.end(); ++file) {
        if (!file.value()->ok())
            names.append(file.key());
    }
    return names;
}

void Inclusions::bind(const Api &api)
{
    const NodeIndex index(api);
    m_byNode.clear();
    for (qsizetype i = 0; i < parts.size(); ++i) {
        Inclusion &part = parts[i];
        part.node = index.nodeAt(part.place);
        part.inside = part.place.sliced(index.pointer(part.node).size());
        if (part.inside.isEmpty())
            m_byNode.insert(part.node, i);
    }
    for (auto used = usedByFiles.begin(); used != usedByFiles.end(); ++used)
        used.value() = index.nodeAt(used.key());
}

const Inclusion *Inclusions::around(const NodeIndex &index, NodeId node) const
{
    for (NodeId at = node; at != NodeId::None; at = index.parent(at)) {
        const auto part = m_byNode.constFind(at);
        if (part != m_byNode.constEnd())
            return &parts.at(*part);
    }
    if (m_byNode.size() == parts.size())
        return nullptr;
    // Such as all paths.
    const QString pointer = index.pointer(node) + u'/';
    for (const Inclusion &part : parts) {
        const bool isAround = !part.inside.isEmpty() &&
                              pointer.startsWith(index.pointer(part.node) + part.inside + u'/');
        if (isAround)
            return &part;
    }
    return nullptr;
}

QPair<QString, QString> Inclusions::originNow(const NodeIndex &index, const QString &pointer) const
{
    const Inclusion *part = around(index, index.nodeAt(pointer));
    if (!part)
        return {QString(), pointer};
    const qsizetype above = (index.pointer(part->node) + part->inside).size();
    return origin(part->place + pointer.sliced(above));
}

QString Inclusions::fileOf(const NodeIndex &index, NodeId node) const
{
    return originNow(index, index.pointer(node)).first;
}

RefusedChange refusedChange(const Inclusions &inclusions, const Api &before, const Api &after)
{
    const ChangeSet changes = diff(before, after);
    const auto isTouched = [&](NodeId node) { return node == before.id || changes.touches(node); };
    const bool concernsParts =
        std::any_of(inclusions.parts.begin(), inclusions.parts.end(),
                    [&](const Inclusion &part) { return isTouched(part.node); });
    const bool concernsUsed =
        std::any_of(inclusions.usedByFiles.begin(), inclusions.usedByFiles.end(),
                    [&](NodeId node) { return changes.touches(node); });
    if (!concernsParts && !concernsUsed)
        return {};
    const NodeIndex oldIndex(before);
    const NodeIndex index(after);
    for (auto used = inclusions.usedByFiles.begin(); used != inclusions.usedByFiles.end(); ++used) {
        if (changes.touches(*used) && oldIndex.pointer(*used) != index.pointer(*used))
            return {DesignText::tr("“%1” is used by other files of this design under this name.")
                        .arg(pointerTokens(used.key()).value(2)),
                    {}};
    }
    if (!concernsParts)
        return {};
    const Json oldDocument = writeOpenApi(before);
    const Json document = writeOpenApi(after);
    const Renames renames(inclusions, oldIndex, index);
    for (const Inclusion &part : inclusions.parts) {
        if (!isTouched(part.node))
            continue;
        const QString oldPlace = oldIndex.pointer(part.node) + part.inside;
        const QString place = index.pointer(part.node) + part.inside;
        const bool isThere = index.contains(part.node);
        const Json *old = resolvePointer(oldDocument, oldPlace);
        const Json *now = isThere ? resolvePointer(document, place) : nullptr;
        const bool mayGo = !part.isComponent() && part.inside.isEmpty();
        const bool isKept =
            old && now && *old == renames.undone(*now) && (mayGo || oldPlace == place);
        if (!isKept && (isThere || !mayGo))
            return {
                DesignText::tr("This stands in the file %1 and is changed there.").arg(part.file),
                part.file};
    }
    return {};
}

} // namespace Design
