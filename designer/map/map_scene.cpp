#include "designer/map/map_scene.h"

#include <algorithm>

namespace Design
{

MapScene::MapScene(QObject *parent)
    : QGraphicsScene(parent)
{
}

MapScene::~MapScene()
{
    m_edges.clear(); // before the scene, which would delete them as well
}

void MapScene::setGraph(const MapGraph &graph, const Places &places)
{
    QHash<NodeId, MapCardItem *> old;
    old.swap(m_cards);
    for (const MapCard &card : graph.cards) {
        MapCardItem *item = old.take(card.node);
        if (item) {
            item->setCard(card);
        } else {
            item = new MapCardItem(card);
            addItem(item);
        }
        item->setPos(places.value(card.node));
        m_cards.insert(card.node, item);
    }
    qDeleteAll(old);
    m_graph = graph;

    m_edgesOf.clear();
    const auto count = static_cast<size_t>(graph.edges.size());
    while (m_edges.size() > count)
        m_edges.pop_back();
    while (m_edges.size() < count) {
        m_edges.push_back(std::make_unique<MapEdgeItem>());
        addItem(m_edges.back().get());
    }
    m_markersAt = QList<QList<EdgeMarker>>(graph.cards.size());
    for (const MapEdge &edge : graph.edges) {
        QList<EdgeMarker> &markers = m_markersAt[edge.to];
        if (!markers.contains(markerOf(edge)))
            markers.append(markerOf(edge));
    }
    for (QList<EdgeMarker> &markers : m_markersAt)
        std::sort(markers.begin(), markers.end());
    for (size_t i = 0; i < count; ++i) {
        const MapEdge &edge = graph.edges.at(static_cast<qsizetype>(i));
        m_edges[i]->setEdge(edge);
        updateEdge(*m_edges[i]);
        m_edgesOf[nodeOf(edge.from)].append(m_edges[i].get());
        if (edge.to != edge.from)
            m_edgesOf[nodeOf(edge.to)].append(m_edges[i].get());
    }
    if (!m_cards.contains(m_current))
        m_current = NodeId::None;
    m_chosen.removeIf([this](NodeId node) { return !m_cards.contains(node); });
    markChosen();
    updateTones();
    updateRect();
}

MapScene::Places MapScene::places() const
{
    Places places;
    for (auto it = m_cards.cbegin(); it != m_cards.cend(); ++it)
        places.insert(it.key(), it.value()->pos());
    return places;
}

void MapScene::setPlaces(const Places &places)
{
    QSet<MapEdgeItem *> moved;
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        MapCardItem *item = card(it.key());
        if (!item || item->pos() == it.value())
            continue;
        item->setPos(it.value());
        for (MapEdgeItem *edge : m_edgesOf.value(it.key()))
            moved.insert(edge);
    }
    for (MapEdgeItem *edge : std::as_const(moved))
        updateEdge(*edge);
    updateRect();
}

MapCardItem *MapScene::cardAt(const QPointF &scenePoint) const
{
    // The dots stand half outside of the card.
    const QRectF around(scenePoint - QPointF(6, 0.5), QSizeF(7, 1));
    for (QGraphicsItem *item : items(around, Qt::IntersectsItemBoundingRect)) {
        auto *found = dynamic_cast<MapCardItem *>(item);
        if (found && found->cardRect().intersects(around))
            return found;
    }
    return nullptr;
}

QRectF MapScene::cardsRect() const
{
    QRectF rect;
    for (const MapCardItem *item : m_cards)
        rect |= item->cardRect();
    return rect;
}

QList<NodeId> MapScene::neighbours(NodeId node) const
{
    QSet<NodeId> found;
    for (const MapEdgeItem *item : m_edgesOf.value(node)) {
        found.insert(nodeOf(item->edge().from));
        found.insert(nodeOf(item->edge().to));
    }
    found.remove(node);
    QList<NodeId> ordered;
    for (const MapCard &card : m_graph.cards) {
        if (found.contains(card.node))
            ordered.append(card.node);
    }
    return ordered;
}

QList<NodeId> MapScene::targets(NodeId node) const
{
    QList<NodeId> found;
    for (const MapEdgeItem *item : m_edgesOf.value(node)) {
        const NodeId to = nodeOf(item->edge().to);
        if (nodeOf(item->edge().from) == node && !found.contains(to))
            found.append(to);
    }
    return found;
}

void MapScene::setCurrent(NodeId node)
{
    const NodeId wanted = m_cards.contains(node) ? node : NodeId::None;
    if (wanted == m_current)
        return;
    m_current = wanted;
    if (!m_chosen.contains(wanted))
        m_chosen = wanted == NodeId::None ? QSet<NodeId>() : QSet<NodeId>{wanted};
    markChosen();
    updateTones();
}

void MapScene::setChosen(const QSet<NodeId> &cards)
{
    m_chosen = cards;
    m_chosen.removeIf([this](NodeId node) { return !m_cards.contains(node); });
    if (m_current != NodeId::None)
        m_chosen.insert(m_current);
    markChosen();
    updateTones();
}

void MapScene::markChosen()
{
    for (auto it = m_cards.cbegin(); it != m_cards.cend(); ++it)
        it.value()->setCurrent(m_chosen.contains(it.key()));
}

/// The cards that a line between these two may run into. On a map of very many the lines go
/// straight: nobody follows them through such a crowd, and to find ways around takes too long.
QList<QRectF> MapScene::obstacles(const MapCardItem &from, const MapCardItem &to) const
{
    constexpr qsizetype most = 150;
    constexpr double around = 80;
    QList<QRectF> found;
    if (m_cards.size() > most)
        return found;
    const QRectF between =
        (from.cardRect() | to.cardRect()).adjusted(-around, -around, around, around);
    for (const MapCardItem *item : m_cards) {
        if (item != &from && item != &to && item->cardRect().intersects(between))
            found.append(item->cardRect());
    }
    return found;
}

/// Where the edge meets the title of its card: those of another marker apart from it, so that each
/// shape can be told.
double MapScene::meetingOf(const MapEdge &edge, const MapCard &card) const
{
    const QList<EdgeMarker> &markers = m_markersAt.at(edge.to);
    const double title = 2 * card.rowMiddle(-1);
    const auto count = static_cast<double>(markers.size());
    const auto lane = static_cast<double>(markers.indexOf(markerOf(edge))) - (count - 1) / 2;
    return title / 2 + lane * std::min(title / 2 - 1, title / count);
}

void MapScene::updateEdge(MapEdgeItem &item) const
{
    const MapEdge &edge = item.edge();
    const MapCardItem *from = card(nodeOf(edge.from));
    const MapCardItem *to = card(nodeOf(edge.to));
    item.setPath(edgePath(from->cardRect(), from->y() + from->card().rowMiddle(edge.row),
                          to->cardRect(), to->y() + meetingOf(edge, to->card()),
                          obstacles(*from, *to)));
}

void MapScene::updateTones()
{
    const bool isQuiet = m_current == NodeId::None;
    const QList<NodeId> near = isQuiet ? QList<NodeId>() : neighbours(m_current);
    const QSet<NodeId> lit(near.begin(), near.end());
    for (auto it = m_cards.cbegin(); it != m_cards.cend(); ++it)
        it.value()->setDimmed(!isQuiet && !m_chosen.contains(it.key()) && !lit.contains(it.key()));
    for (const auto &item : m_edges) {
        const bool isOwn = !isQuiet && (nodeOf(item->edge().from) == m_current ||
                                        nodeOf(item->edge().to) == m_current);
        item->setTone(isQuiet ? MapEdgeItem::Tone::Usual
                      : isOwn ? MapEdgeItem::Tone::Strong
                              : MapEdgeItem::Tone::Dimmed);
    }
}

void MapScene::updateRect()
{
    // Room around the cards, to drag them there and to bring each of them into the middle.
    constexpr double room = 600;
    setSceneRect(cardsRect().adjusted(-room, -room, room, room));
}

} // namespace Design
