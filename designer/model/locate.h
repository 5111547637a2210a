#pragma once

#include "designer/model/children.h"

#include <QHash>

#include <functional>

namespace Design
{

enum class NodeKind {
    None,
    Api,
    Info,
    Server,
    Tag,
    PathItem,
    Operation,
    Parameter,
    RequestBody,
    MediaType,
    Response,
    Header,
    Example,
    SecurityScheme,
    Link,
    Callback,
    Schema,
    Component,
};

struct ChangeSet;

/// Where the nodes of one Api value stand. Built in one walk; valid for that value only.
class NodeIndex
{
public:
    struct Place {
        NodeKind kind = NodeKind::None;
        NodeId parent = NodeId::None;
        QString step; ///< from the parent, as an escaped pointer suffix: `/properties/name`
    };

    NodeIndex() = default;
    explicit NodeIndex(const Api &api);
    /// Follows the value this index was of to its next one: visits only what the changes touch.
    void update(const Api &api, const ChangeSet &changes);

    Place place(NodeId id) const;
    bool contains(NodeId id) const { return kind(id) != NodeKind::None; }
    NodeKind kind(NodeId id) const { return entry(id).kind; }
    NodeId parent(NodeId id) const { return entry(id).parent; }
    /// Key, index and name of the node in its parent.
    const Step &step(NodeId id) const { return entry(id).step; }
    /// Direct children, in the order of the document.
    QList<NodeId> children(NodeId id) const;
    /// The nearest node of this kind, the node itself included; None if there is none.
    NodeId ancestor(NodeId id, NodeKind kind) const;
    /// JSON Pointer of the node in the written document; empty for the Api and unknown nodes.
    QString pointer(NodeId id) const;
    /// The innermost node on the way of the pointer.
    NodeId nodeAt(QStringView pointer) const;

private:
    struct Entry {
        NodeKind kind = NodeKind::None;
        NodeId parent = NodeId::None;
        NodeId firstChild = NodeId::None;
        NodeId nextSibling = NodeId::None;
        Step step;
    };
    const Entry &entry(NodeId id) const;
    /// Enters a node and what is below it; given changes, only what they touch.
    template<class Node>
    void enter(const Node &node, NodeId parent, const Step &step, const ChangeSet *changes);

    NodeId m_root = NodeId::None;
    QList<Entry> m_entries; ///< by id: ids are dense
};

/// The node with this identity, or null when the design has none of this type.
/// T is any struct of api.h that has an id, or Schema.
template<class T>
const T *findNode(const Api &api, NodeId id);
/// The same with the index of this very value: does not search.
template<class T>
const T *findNode(const Api &api, const NodeIndex &index, NodeId id);

/// Changes the node in place (copy on write along the way); false when there is no such node.
template<class T>
bool editNode(Api &api, NodeId id, const std::function<void(T &)> &change);

inline const Schema *findSchema(const Api &api, NodeId id)
{
    return findNode<Schema>(api, id);
}
inline const Operation *findOperation(const Api &api, NodeId id)
{
    return findNode<Operation>(api, id);
}
inline const Parameter *findParameter(const Api &api, NodeId id)
{
    return findNode<Parameter>(api, id);
}
/// The path that the operation or path item belongs to; also among the webhooks.
const Named<PathItem> *findPathOf(const Api &api, NodeId operationOrPathItem);
/// The component schema with this id; null for schemas elsewhere.
const Named<Schema> *findNamedSchema(const Api &api, NodeId id);

inline bool editSchema(Api &api, NodeId id, const std::function<void(Schema &)> &change)
{
    return editNode<Schema>(api, id, change);
}
inline bool editOperation(Api &api, NodeId id, const std::function<void(Operation &)> &change)
{
    return editNode<Operation>(api, id, change);
}
inline bool editParameter(Api &api, NodeId id, const std::function<void(Parameter &)> &change)
{
    return editNode<Parameter>(api, id, change);
}

/// Every schema of the design, each parent before its children.
void forEachSchema(const Api &api, const std::function<void(const Schema &)> &visit);

/// What a node says, following its reference and chains of them, to any place of the document.
/// The node itself where it is no reference; null when a reference dangles, leads to another
/// document or runs in a circle.
const Schema *resolve(const Api &api, const Schema &schema);
const Parameter *resolve(const Api &api, const Parameter &parameter);
const Response *resolve(const Api &api, const Response &response);
const RequestBody *resolve(const Api &api, const RequestBody &body);
const Header *resolve(const Api &api, const Header &header);
const Example *resolve(const Api &api, const Example &example);
const SecurityScheme *resolve(const Api &api, const SecurityScheme &scheme);
const PathItem *resolve(const Api &api, const PathItem &item);
const Link *resolve(const Api &api, const Link &link);
const Callback *resolve(const Api &api, const Callback &callback);

} // namespace Design
