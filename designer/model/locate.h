#pragma once

#include "designer/model/api.h"

#include <functional>

namespace Design
{

enum class NodeKind {
    None, Api, Info, Server, Tag, PathItem, Operation, Parameter, RequestBody, MediaType, Response,
    Header, Example, SecurityScheme, Link, Callback, Schema, Component,
};

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

    Place place(NodeId id) const { return m_places.value(id); }
    bool contains(NodeId id) const { return m_places.contains(id); }
    NodeKind kind(NodeId id) const { return place(id).kind; }
    NodeId parent(NodeId id) const { return place(id).parent; }
    /// The nearest node of this kind, the node itself included; None if there is none.
    NodeId ancestor(NodeId id, NodeKind kind) const;
    /// JSON Pointer of the node in the written document; empty for the Api and unknown nodes.
    QString pointer(NodeId id) const;
    /// The innermost node on the way of the pointer.
    NodeId nodeAt(QStringView pointer) const;
    const QHash<NodeId, Place> &places() const { return m_places; }

private:
    QHash<NodeId, Place> m_places;
    QHash<QPair<NodeId, QString>, NodeId> m_children;
};

// Look-ups by identity. Each returns null when the design has no such node of that kind.
const Schema *findSchema(const Api &api, NodeId id);
const Operation *findOperation(const Api &api, NodeId id);
const Parameter *findParameter(const Api &api, NodeId id);
const Named<PathItem> *findPathOf(const Api &api, NodeId operationOrPathItem);
const Named<Schema> *findNamedSchema(const Api &api, NodeId id);

/// Changes the node in place (copy on write along the way); false when there is no such node.
bool editSchema(Api &api, NodeId id, const std::function<void(Schema &)> &change);
bool editOperation(Api &api, NodeId id, const std::function<void(Operation &)> &change);
bool editParameter(Api &api, NodeId id, const std::function<void(Parameter &)> &change);

/// Every schema of the design, each parent before its children.
void forEachSchema(const Api &api, const std::function<void(const Schema &)> &visit);

/// The component that a reference leads to, wherever it is; follows chains of references.
/// Null when it dangles or runs in a circle.
const Schema *resolve(const Api &api, const Schema &schema);
const Parameter *resolve(const Api &api, const Parameter &parameter);
const Response *resolve(const Api &api, const Response &response);
const RequestBody *resolve(const Api &api, const RequestBody &body);
const Header *resolve(const Api &api, const Header &header);
const Example *resolve(const Api &api, const Example &example);
const SecurityScheme *resolve(const Api &api, const SecurityScheme &scheme);
const PathItem *resolve(const Api &api, const PathItem &item);

} // namespace Design
