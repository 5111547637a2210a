#include "designer/model/locate.h"

#include "designer/model/change_set.h"

namespace Design
{

namespace
{

template<class T>
constexpr NodeKind kindOf()
{
    return Is<T, Api>              ? NodeKind::Api
           : Is<T, Server>         ? NodeKind::Server
           : Is<T, Tag>            ? NodeKind::Tag
           : Is<T, PathItem>       ? NodeKind::PathItem
           : Is<T, Operation>      ? NodeKind::Operation
           : Is<T, Parameter>      ? NodeKind::Parameter
           : Is<T, RequestBody>    ? NodeKind::RequestBody
           : Is<T, MediaType>      ? NodeKind::MediaType
           : Is<T, Response>       ? NodeKind::Response
           : Is<T, Header>         ? NodeKind::Header
           : Is<T, Example>        ? NodeKind::Example
           : Is<T, SecurityScheme> ? NodeKind::SecurityScheme
           : Is<T, Link>           ? NodeKind::Link
           : Is<T, Callback>       ? NodeKind::Callback
           : Is<T, Schema>         ? NodeKind::Schema
                                   : NodeKind::None;
}

} // namespace

NodeIndex::NodeIndex(const Api &api)
    : m_root(api.id)
{
    m_entries.resize(qsizetype{api.lastId} + 1);
    enter(api, NodeId::None, {}, nullptr);
}

void NodeIndex::update(const Api &api, const ChangeSet &changes)
{
    for (const NodeId id : changes.removed) {
        if (static_cast<qsizetype>(id) < m_entries.size())
            m_entries[static_cast<qsizetype>(id)] = {};
    }
    enter(api, NodeId::None, {}, &changes);
}

template<class Node>
void NodeIndex::enter(const Node &node, NodeId parent, const Step &step, const ChangeSet *changes)
{
    const NodeId id = idOf(node);
    const auto at = static_cast<qsizetype>(id);
    if (at >= m_entries.size())
        m_entries.resize(at + 1);
    Entry &entry = m_entries[at];
    entry.kind = kindOf<Node>();
    entry.parent = parent;
    entry.step = step;
    if (changes && !changes->touches(id))
        return; // everything below stands as it stood
    entry.firstChild = NodeId::None;
    NodeId previous = NodeId::None;
    forEachChildNode(node, [&](const auto &child, const StepView &childStep) {
        const NodeId childId = idOf(child);
        enter(child, id, childStep, changes);
        m_entries[static_cast<qsizetype>(childId)].nextSibling = NodeId::None;
        NodeId &link = previous == NodeId::None
                           ? m_entries[at].firstChild
                           : m_entries[static_cast<qsizetype>(previous)].nextSibling;
        link = childId;
        previous = childId;
    });
}

const NodeIndex::Entry &NodeIndex::entry(NodeId id) const
{
    static const Entry none;
    const auto at = static_cast<qsizetype>(id);
    return id != NodeId::None && at < m_entries.size() ? m_entries.at(at) : none;
}

NodeIndex::Place NodeIndex::place(NodeId id) const
{
    const Entry &found = entry(id);
    return {found.kind, found.parent, found.step.suffix()};
}

QList<NodeId> NodeIndex::children(NodeId id) const
{
    QList<NodeId> ids;
    for (NodeId at = entry(id).firstChild; at != NodeId::None; at = entry(at).nextSibling)
        ids.append(at);
    return ids;
}

NodeId NodeIndex::ancestor(NodeId id, NodeKind kind) const
{
    while (id != NodeId::None && entry(id).kind != kind)
        id = entry(id).parent;
    return id;
}

QString NodeIndex::pointer(NodeId id) const
{
    QStringList suffixes;
    for (; id != NodeId::None; id = entry(id).parent)
        suffixes.prepend(entry(id).step.suffix());
    return suffixes.join(QString());
}

NodeId NodeIndex::nodeAt(QStringView pointer) const
{
    const QStringList tokens = pointerTokens(pointer);
    NodeId at = m_root;
    qsizetype next = 0;
    while (next < tokens.size()) {
        NodeId child = entry(at).firstChild;
        qsizetype after = next;
        while (child != NodeId::None && !followStep(entry(child).step.view(), tokens, after)) {
            child = entry(child).nextSibling;
            after = next;
        }
        if (child == NodeId::None)
            break;
        at = child;
        next = after;
    }
    return at;
}

} // namespace Design
