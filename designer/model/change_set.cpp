#include "designer/model/change_set.h"

#include "designer/model/children.h"

namespace Design
{

namespace
{

/// How two states of a node differ: in what it says itself, or in nodes below it.
struct Difference {
    bool own = false;
    bool below = false;

    bool any() const { return own || below; }
    Difference &operator|=(const Difference &other)
    {
        own = own || other.own;
        below = below || other.below;
        return *this;
    }
};

class Comparison
{
public:
    ChangeSet changes(const Api &before, const Api &after);

private:
    /// Compares two states of one node; what differs is noted.
    template<class Node>
    bool compare(const Node &before, const Node &after);

    template<class Node>
    Difference difference(const Node &before, const Node &after);
    Difference difference(const Schema &before, const Schema &after);
    Difference difference(const Schema::Payload &before, const Schema::Payload &after);
    Difference difference(const Components &before, const Components &after);

    // Members: plain values belong to the node itself, others are nodes or lists of nodes.
    template<class T>
    Difference memberDifference(const T &before, const T &after)
    {
        return {before != after, false};
    }
    Difference memberDifference(const Schema &before, const Schema &after);
    Difference memberDifference(const Components &before, const Components &after)
    {
        return difference(before, after);
    }
    template<class T>
    Difference memberDifference(const std::optional<T> &before, const std::optional<T> &after);
    template<class T>
    Difference memberDifference(const QList<T> &before, const QList<T> &after);
    template<class T>
    Difference memberDifference(const NamedList<T> &before, const NamedList<T> &after);

    /// Lists of nodes: at(i) gives a node or null (a raw member).
    template<class At>
    Difference listDifference(qsizetype countBefore, qsizetype countAfter, const At &beforeAt,
                              const At &afterAt);

    template<class Node>
    void noteAll(const Node &node, QSet<NodeId> &ids);
    template<class Node>
    void noteAdded(const Node &node);
    void noteOwnChange(NodeId id);

    ChangeSet m_changes;
    NodeId m_innermost = NodeId::None;
    NodeId m_firstAdded = NodeId::None;
};

ChangeSet Comparison::changes(const Api &before, const Api &after)
{
    m_changes.isInfoChanged =
        before.openapi != after.openapi || before.info != after.info ||
        before.jsonSchemaDialect != after.jsonSchemaDialect || before.servers != after.servers ||
        before.security != after.security || before.tags != after.tags ||
        before.externalDocs != after.externalDocs || before.menura != after.menura ||
        before.rest != after.rest || before.components.rest != after.components.rest;
    Difference lists;
    lists |= memberDifference(before.paths, after.paths);
    lists |= memberDifference(before.webhooks, after.webhooks);
    lists |= difference(before.components, after.components);
    m_changes.isStructureChanged = m_changes.isStructureChanged || lists.own;
    lists |= memberDifference(before.servers, after.servers);
    lists |= memberDifference(before.tags, after.tags);
    // What left one parent and came to another was moved.
    const QSet<NodeId> moved = m_changes.added & m_changes.removed;
    m_changes.added -= moved;
    m_changes.removed -= moved;
    m_changes.changed += moved;
    if (lists.any() || m_changes.isInfoChanged)
        m_changes.changed.insert(after.id);
    m_changes.setFirstPlace(m_innermost != NodeId::None ? m_innermost : m_firstAdded);
    return m_changes;
}

template<class Node>
bool Comparison::compare(const Node &before, const Node &after)
{
    const Difference found = difference(before, after);
    if (found.own)
        noteOwnChange(idOf(after));
    if (found.any())
        m_changes.changed.insert(idOf(after));
    return found.any();
}

template<class Node>
Difference Comparison::difference(const Node &before, const Node &after)
{
    Difference found;
    forEachMember(Table<Node>(), [&](const QString &, auto member) {
        found |= memberDifference(before.*member, after.*member);
    });
    if constexpr (requires { after.ref; })
        found.own = found.own || before.ref != after.ref;
    found.own = found.own || before.rest != after.rest;
    if constexpr (Is<Node, PathItem>) {
        const Difference operations = memberDifference(before.operations, after.operations);
        m_changes.isStructureChanged = m_changes.isStructureChanged || operations.own;
        found |= operations;
    } else if constexpr (Is<Node, Operation>) {
        const bool isMethodChanged = before.method != after.method;
        m_changes.isStructureChanged = m_changes.isStructureChanged || isMethodChanged;
        found.own = found.own || isMethodChanged;
    } else if constexpr (Is<Node, Callback>) {
        found |= memberDifference(before.expressions, after.expressions);
    }
    return found;
}

Difference Comparison::difference(const Schema &before, const Schema &after)
{
    const QList<Schema::Entry> &a = before.entries();
    const QList<Schema::Entry> &b = after.entries();
    Difference found;
    if (&a == &b || (a.constData() == b.constData() && a.size() == b.size())) {
        found.own = before.booleanValue() != after.booleanValue();
        return found;
    }
    found.own = before.booleanValue() != after.booleanValue() || a.size() != b.size();
    const auto entryLike = [](const QList<Schema::Entry> &entries, const Schema::Entry &like) {
        return std::find_if(entries.begin(), entries.end(),
                            [&](const Schema::Entry &entry) { return entry.key() == like.key(); });
    };
    for (qsizetype i = 0; i < b.size(); ++i) {
        const bool isInPlace = i < a.size() && a.at(i).key() == b.at(i).key();
        const auto old = isInPlace ? a.begin() + i : entryLike(a, b.at(i));
        found.own = found.own || !isInPlace;
        found |= difference(old == a.end() ? Schema::Payload() : old->payload, b.at(i).payload);
    }
    for (const Schema::Entry &old : a) {
        if (entryLike(b, old) == b.end())
            found |= difference(old.payload, Schema::Payload());
    }
    return found;
}

Difference Comparison::difference(const Schema::Payload &before, const Schema::Payload &after)
{
    const auto *listBefore = std::get_if<QList<Schema>>(&before);
    const auto *listAfter = std::get_if<QList<Schema>>(&after);
    const auto *mapBefore = std::get_if<NamedList<Schema>>(&before);
    const auto *mapAfter = std::get_if<NamedList<Schema>>(&after);
    Difference found;
    if (listBefore || listAfter) {
        found |= memberDifference(listBefore ? *listBefore : QList<Schema>(),
                                  listAfter ? *listAfter : QList<Schema>());
    }
    if (mapBefore || mapAfter) {
        found |= memberDifference(mapBefore ? *mapBefore : NamedList<Schema>(),
                                  mapAfter ? *mapAfter : NamedList<Schema>());
    }
    const bool isPlain = !listBefore && !listAfter && !mapBefore && !mapAfter;
    found.own = found.own || before.index() != after.index() || (isPlain && before != after);
    return found;
}

Difference Comparison::difference(const Components &before, const Components &after)
{
    Difference found;
    forEachMember(Table<Components>(), [&](const QString &, auto member) {
        found |= memberDifference(before.*member, after.*member);
    });
    return found;
}

Difference Comparison::memberDifference(const Schema &before, const Schema &after)
{
    if (before.isAbsent() && after.isAbsent())
        return {};
    if (!before.isAbsent() && before.id() == after.id())
        return {false, compare(before, after)};
    if (!before.isAbsent())
        noteAll(before, m_changes.removed);
    if (!after.isAbsent())
        noteAdded(after);
    return {true, false};
}

template<class T>
Difference Comparison::memberDifference(const std::optional<T> &before,
                                        const std::optional<T> &after)
{
    if constexpr (NodeStruct<T>) {
        if (!before && !after)
            return {};
        if (before && after && idOf(*before) == idOf(*after))
            return {false, compare(*before, *after)};
        if (before)
            noteAll(*before, m_changes.removed);
        if (after)
            noteAdded(*after);
        return {true, false};
    } else {
        return {before != after, false};
    }
}

template<class T>
Difference Comparison::memberDifference(const QList<T> &before, const QList<T> &after)
{
    if constexpr (NodeStruct<T> || Is<T, Schema>) {
        if (before.constData() == after.constData() && before.size() == after.size())
            return {};
        const auto at = [](const QList<T> &list) {
            return [&list](qsizetype i) { return &list.at(i); };
        };
        return listDifference(before.size(), after.size(), at(before), at(after));
    } else {
        return {before != after, false};
    }
}

template<class T>
Difference Comparison::memberDifference(const NamedList<T> &before, const NamedList<T> &after)
{
    if constexpr (NodeStruct<T> || Is<T, Schema>) {
        if (before.constData() == after.constData() && before.size() == after.size())
            return {};
        const auto at = [](const NamedList<T> &list) {
            return
                [&list](qsizetype i) { return list.at(i).isRaw() ? nullptr : &list.at(i).value; };
        };
        Difference found = listDifference(before.size(), after.size(), at(before), at(after));
        QHash<NodeId, QString> names;
        for (qsizetype i = 0; i < after.size(); ++i) {
            const Named<T> &now = after.at(i);
            if (i < before.size() && before.at(i).name == now.name && before.at(i).raw == now.raw &&
                idOf(before.at(i).value) == idOf(now.value))
                continue;
            found.own = true;
            if (names.isEmpty()) {
                for (const Named<T> &old : before)
                    names.insert(idOf(old.value), old.name);
            }
            const auto old = names.constFind(idOf(now.value));
            if (!now.isRaw() && old != names.cend() && *old != now.name) {
                noteOwnChange(idOf(now.value)); // renamed
                m_changes.changed.insert(idOf(now.value));
            }
        }
        return found;
    } else {
        return {before != after, false};
    }
}

template<class At>
Difference Comparison::listDifference(qsizetype countBefore, qsizetype countAfter,
                                      const At &beforeAt, const At &afterAt)
{
    using Node = std::remove_cvref_t<decltype(*beforeAt(0))>;
    const auto idAt = [](const Node *node) { return node ? idOf(*node) : NodeId::None; };
    Difference found;
    found.own = countBefore != countAfter;
    QHash<NodeId, const Node *> old; // filled when the lists are out of step
    QSet<NodeId> kept;
    for (qsizetype i = 0; i < countAfter; ++i) {
        const Node *now = afterAt(i);
        const Node *then = i < countBefore ? beforeAt(i) : nullptr;
        if (idAt(then) != idAt(now)) {
            found.own = true;
            if (old.isEmpty()) {
                for (qsizetype k = 0; k < countBefore; ++k)
                    old.insert(idAt(beforeAt(k)), beforeAt(k));
            }
            then = now ? old.value(idAt(now)) : nullptr;
        }
        if (!now)
            continue;
        kept.insert(idAt(now));
        if (then)
            found.below = compare(*then, *now) || found.below;
        else
            noteAdded(*now);
    }
    for (qsizetype i = 0; i < countBefore && found.own; ++i) {
        const Node *then = beforeAt(i);
        if (then && !kept.contains(idAt(then)))
            noteAll(*then, m_changes.removed);
    }
    return found;
}

template<class Node>
void Comparison::noteAll(const Node &node, QSet<NodeId> &ids)
{
    ids.insert(idOf(node));
    forEachChildNode(node, [&](const auto &child, const StepView &) { noteAll(child, ids); });
}

template<class Node>
void Comparison::noteAdded(const Node &node)
{
    if (m_firstAdded == NodeId::None)
        m_firstAdded = idOf(node);
    noteAll(node, m_changes.added);
}

void Comparison::noteOwnChange(NodeId id)
{
    if (m_innermost == NodeId::None)
        m_innermost = id;
}

} // namespace

ChangeSet diff(const Api &before, const Api &after)
{
    return Comparison().changes(before, after);
}

} // namespace Design
