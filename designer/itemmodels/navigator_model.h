#pragma once

#include "designer/document/behaviour_item.h"
#include "designer/document/design_document.h"
#include "designer/itemmodels/tree_model.h"
#include "designer/model/behaviour/behaviour.h"

namespace Design
{

/// What one row of the navigator is about.
struct NavigatorRow {
    enum class Kind {
        Api,
        RoutesGroup,
        Tag,
        Route,
        ModelsGroup,
        Model,
        BehaviourGroup, ///< a page about things around routes; those with names stand below it
        Behaviour
    };

    Kind kind = Kind::RoutesGroup;
    NodeId node = NodeId::None; ///< the design, operation, component schema or tag
    QString text;               ///< "GET /items/{item_id}", "Item"
    QString method;             ///< of a route: "GET"
    QString path;               ///< of a route
    QString toolTip;            ///< its summary or description
    bool isDeprecated = false;
    BehaviourItem item; ///< of what runs around routes

    bool operator==(const NavigatorRow &) const = default;
};

/// What stands beside the text of a row: "⚠ 2".
struct NavigatorBadge {
    enum class Tone { Attention, Good, Bad };

    QString text;
    QString spoken; ///< the same in words, for those who hear it
    Tone tone = Tone::Attention;

    bool isEmpty() const { return text.isEmpty(); }
    bool operator==(const NavigatorBadge &) const = default;
};

/// The table of contents of a design: what it is, Routes (by tag), Models, Security. One column.
/// Filter it with a QSortFilterProxyModel with recursive filtering on FilterRole.
class NavigatorModel : public TreeModel<NavigatorRow>
{
    Q_OBJECT

public:
    enum Role {
        NodeIdRole = Qt::UserRole + 1,
        KindRole,
        BadgeRole,
        BadgeToneRole, ///< int of NavigatorBadge::Tone
        FilterRole,
        MethodRole,
        PathRole,
        ItemKindRole, ///< int of BehaviourItem::Kind
        GuardRole     ///< of a route: who may call it, in words; empty when anybody may
    };

    explicit NavigatorModel(const DesignDocument &document, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// The row of this node, or of the nearest one above it that has a row; invalid without one.
    QModelIndex indexOf(NodeId node) const;
    QModelIndex group(NavigatorRow::Kind kind) const;
    NodeId node(const QModelIndex &index) const { return content(index).node; }
    const BehaviourItem &item(const QModelIndex &index) const { return content(index).item; }
    /// The row of something that runs around routes, or of its group.
    QModelIndex indexOf(const BehaviourItem &item) const;

    // Routes and models can be dragged; what a drop means is asked for, not done.
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

    /// Those of routes and models; rows above them sum up nothing.
    void setBadges(const QHash<NodeId, NavigatorBadge> &badges);
    /// That of a row about what runs around routes.
    void setBadge(const BehaviourItem &item, const NavigatorBadge &badge);

Q_SIGNALS:
    /// A route or model was dropped before another one (None: behind all); tag: of a route, the
    /// name of the group it was dropped into.
    void moveRequested(Design::NodeId node, Design::NodeId before, const QString &tag);

private:
    void update();
    void start();
    QString guardOf(const NavigatorRow &row) const;
    QString spoken(const NavigatorRow &row) const;
    NavigatorBadge badge(const NavigatorRow &row) const;
    void tellBadge(const QModelIndex &index);

    const DesignDocument &m_document;
    QHash<NodeId, NavigatorBadge> m_badges;
    QHash<BehaviourItem::Kind, NavigatorBadge> m_groupBadges;
    // Read anew for each revision, and only where rows are looked at.
    mutable Behaviour m_behaviour;
    mutable std::optional<quint64> m_behaviourRevision;
};

} // namespace Design
