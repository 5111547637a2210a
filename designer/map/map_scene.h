#pragma once

#include "designer/map/map_items.h"

#include <QGraphicsScene>
#include <QHash>
#include <QSet>

#include <memory>

namespace Design
{

/// The cards and edges of a map. Follows a graph by changing what differs.
class MapScene : public QGraphicsScene
{
    Q_OBJECT

public:
    using Places = QHash<NodeId, QPointF>;

    explicit MapScene(QObject *parent = nullptr);
    ~MapScene() override;

    void setGraph(const MapGraph &graph, const Places &places);
    const MapGraph &graph() const { return m_graph; }
    Places places() const;
    void setPlaces(const Places &places); ///< of these cards; the others stay

    MapCardItem *card(NodeId node) const { return m_cards.value(node); }
    MapCardItem *cardAt(const QPointF &scenePoint) const;
    QRectF cardsRect() const; ///< around all cards; null without any
    const std::vector<std::unique_ptr<MapEdgeItem>> &edges() const { return m_edges; }

    /// The models on the other ends of its edges, in the order of the design, without itself.
    QList<NodeId> neighbours(NodeId node) const;
    /// The models that it refers to, in the order of its rows.
    QList<NodeId> targets(NodeId node) const;

    NodeId current() const { return m_current; }
    /// Emphasizes a card: neighbours stay as they are, everything else is dimmed. None ends that.
    /// A card that is not among the chosen ones is the only one from then on.
    void setCurrent(NodeId node);
    /// The cards that are moved together; the current one is always among them.
    const QSet<NodeId> &chosen() const { return m_chosen; }
    void setChosen(const QSet<NodeId> &cards);

private:
    QList<QRectF> obstacles(const MapCardItem &from, const MapCardItem &to) const;
    void updateEdge(MapEdgeItem &item) const;
    void markChosen();
    void updateTones();
    void updateRect();
    double meetingOf(const MapEdge &edge, const MapCard &card) const;
    NodeId nodeOf(qsizetype card) const { return m_graph.cards.at(card).node; }

    MapGraph m_graph;
    QHash<NodeId, MapCardItem *> m_cards;
    std::vector<std::unique_ptr<MapEdgeItem>> m_edges; ///< in the order of the graph
    QHash<NodeId, QList<MapEdgeItem *>> m_edgesOf;
    QList<QList<EdgeMarker>> m_markersAt; ///< by card: of the edges that lead there
    NodeId m_current = NodeId::None;
    QSet<NodeId> m_chosen;
};

} // namespace Design
