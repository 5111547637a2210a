#include "designer/map/map_view.h"

#include "designer/looks/theme.h"
#include "designer/map/map_accessible.h"

#include <QAccessible>
#include <QFontInfo>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStyle>

#include <cmath>

namespace Design
{

static constexpr double smallestZoom = 0.03;
static constexpr double largestZoom = 3;
static constexpr int motionMilliseconds = 150;
/// More cards than this jump: to paint them all in every frame takes too long.
static constexpr qsizetype mostMoving = 150;
static constexpr double keyStep = 20;

MapView::MapView(QWidget *parent)
    : QGraphicsView(parent)
    , m_scene(new MapScene(this))
{
    installMapAccessibility();
    setScene(m_scene);
    setObjectName(QStringLiteral("mapView"));
    setAccessibleName(tr("Map of the models"));
    setAccessibleDescription(
        tr("Arrow keys walk along the edges, Enter opens a model, Ctrl with an "
           "arrow key moves its card, C connects it with another one."));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setTransformationAnchor(QGraphicsView::NoAnchor);
    setResizeAnchor(QGraphicsView::AnchorViewCenter);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setOptimizationFlag(QGraphicsView::DontSavePainterState);
    viewport()->setCursor(Qt::ArrowCursor);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        MapScene::Places places;
        for (auto it = m_to.cbegin(); it != m_to.cend(); ++it) {
            const QPointF from = m_from.value(it.key(), it.value());
            places.insert(it.key(), from + (it.value() - from) * value.toDouble());
        }
        m_scene->setPlaces(places);
        if (m_isFitted)
            fit();
    });
    setZoom(1);
}

MapView::~MapView() = default;

double MapView::baseScale() const
{
    return QFontInfo(font()).pixelSize() / 13.0;
}

void MapView::setGraph(const MapGraph &graph, const MapScene::Places &places, bool animated)
{
    const bool wasEmpty = m_scene->graph().cards.isEmpty();
    m_motion.stop();
    if (m_drag != Drag::None && m_drag != Drag::Pan)
        endDrag(false);
    const MapScene::Places before = m_scene->places();
    m_scene->setGraph(graph, places);
    const int milliseconds =
        style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0
            ? motionMilliseconds
            : 0;
    if (animated && milliseconds > 0 && isVisible() && graph.cards.size() <= mostMoving) {
        m_from = before;
        m_to = places;
        m_scene->setPlaces(before);
        m_motion.setStartValue(0.0);
        m_motion.setEndValue(1.0);
        m_motion.setDuration(milliseconds);
        m_motion.setEasingCurve(QEasingCurve::OutCubic);
        m_motion.start();
    }
    if (wasEmpty)
        m_isFitted = true;
    if (m_isFitted)
        fit();
    Q_EMIT graphChanged();
}

void MapView::setCurrent(NodeId node)
{
    if (node == current())
        return;
    m_scene->setCurrent(node);
    const MapCardItem *card = m_scene->card(current());
    if (!card)
        return;
    const QRectF inSight = mapToScene(viewport()->rect()).boundingRect();
    if (!inSight.contains(card->cardRect())) {
        m_isFitted = false;
        ensureVisible(card->cardRect(), 30, 30);
    }
    if (hasFocus())
        announceMapCard(this, current());
}

void MapView::choose(NodeId node)
{
    if (node == current())
        return;
    setCurrent(node);
    Q_EMIT currentChanged(current());
}

void MapView::setZoom(double zoom)
{
    const double wanted = std::clamp(zoom, smallestZoom, largestZoom);
    setTransform(QTransform::fromScale(wanted * baseScale(), wanted * baseScale()));
    if (qFuzzyCompare(wanted, m_zoom))
        return;
    m_zoom = wanted;
    Q_EMIT zoomChanged();
}

void MapView::zoomAt(const QPoint &point, double factor)
{
    m_isFitted = false;
    const QPointF under = mapToScene(point);
    setZoom(m_zoom * factor);
    const QPoint away = mapFromScene(under) - point;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + away.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + away.y());
}

void MapView::fit()
{
    m_isFitted = true;
    const QRectF cards = m_scene->cardsRect();
    if (cards.isNull())
        return;
    constexpr double margin = 24;
    const QSizeF room = QSizeF(viewport()->size()) - QSizeF(2 * margin, 2 * margin);
    const double scale = std::min(room.width() / cards.width(), room.height() / cards.height());
    setZoom(std::min(1.0, scale / baseScale()));
    centerOn(cards.center());
}

void MapView::approach()
{
    constexpr double leastReadable = 0.3;
    const MapCardItem *card = m_scene->card(current());
    if (!card || !m_isFitted || m_zoom >= leastReadable)
        return;
    setZoom(1);
    showAround(card->cardRect().center());
}

void MapView::showAround(const QPointF &scenePoint)
{
    m_isFitted = false;
    centerOn(scenePoint);
}

NodeId MapView::next(NodeId from, Qt::Key arrow) const
{
    const MapCardItem *start = m_scene->card(from);
    if (!start)
        return NodeId::None;
    const bool isHorizontal = arrow == Qt::Key_Left || arrow == Qt::Key_Right;
    const double sign = arrow == Qt::Key_Left || arrow == Qt::Key_Up ? -1 : 1;
    // What is straight ahead and near comes first.
    const auto nearest = [&](const auto &nodes) {
        NodeId best = NodeId::None;
        double least = std::numeric_limits<double>::max();
        for (const NodeId node : nodes) {
            const QPointF way =
                m_scene->card(node)->cardRect().center() - start->cardRect().center();
            const double ahead = sign * (isHorizontal ? way.x() : way.y());
            const double aside = std::abs(isHorizontal ? way.y() : way.x());
            if (ahead <= 1 || node == from)
                continue;
            // Edges run sideways: left and right take all of them, up and down what is steep.
            if (!isHorizontal && aside > 2 * ahead)
                continue;
            const double distance = ahead + 2 * aside;
            if (distance < least) {
                least = distance;
                best = node;
            }
        }
        return best;
    };
    const NodeId linked = nearest(m_scene->neighbours(from));
    if (linked != NodeId::None)
        return linked;
    QList<NodeId> all;
    for (const MapCard &card : m_scene->graph().cards)
        all.append(card.node);
    return nearest(all);
}

bool MapView::event(QEvent *event)
{
    // These keys belong to the map while it has the focus, whatever the window does with them.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isCtrl = key->modifiers() == Qt::ControlModifier;
        const bool isArrow = key->key() >= Qt::Key_Left && key->key() <= Qt::Key_Down;
        if (isCtrl && (isArrow || key->key() == Qt::Key_A || key->key() == Qt::Key_0 ||
                       key->key() == Qt::Key_Plus || key->key() == Qt::Key_Equal ||
                       key->key() == Qt::Key_Minus)) {
            event->accept();
            return true;
        }
    }
    return QGraphicsView::event(event);
}

void MapView::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool isCtrl = event->modifiers().testFlag(Qt::ControlModifier);
    switch (key) {
    case Qt::Key_Space:
        if (!event->isAutoRepeat() && m_drag == Drag::None) {
            m_isSpaceHeld = true;
            viewport()->setCursor(Qt::OpenHandCursor);
        }
        return;
    case Qt::Key_Escape:
        if (m_drag == Drag::None)
            choose(NodeId::None);
        endDrag(false);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current() != NodeId::None)
            Q_EMIT openRequested(current());
        return;
    case Qt::Key_Home:
    case Qt::Key_End: {
        const QList<MapCard> &cards = m_scene->graph().cards;
        if (!cards.isEmpty())
            choose(key == Qt::Key_Home ? cards.first().node : cards.last().node);
        return;
    }
    case Qt::Key_A:
        if (!isCtrl)
            return event->ignore();
        if (current() == NodeId::None && !m_scene->graph().cards.isEmpty())
            choose(m_scene->graph().cards.first().node);
        chooseAll();
        return;
    case Qt::Key_C:
        if (isCtrl)
            return event->ignore();
        requestMenu();
        return;
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return;
    case Qt::Key_Minus:
        zoomOut();
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const QList<MapCard> &cards = m_scene->graph().cards;
        if (current() == NodeId::None) {
            if (!cards.isEmpty())
                choose(cards.first().node);
        } else if (isCtrl) {
            const double x = key == Qt::Key_Left ? -1 : key == Qt::Key_Right ? 1 : 0;
            const double y = key == Qt::Key_Up ? -1 : key == Qt::Key_Down ? 1 : 0;
            moveChosen(QPointF(x, y) * keyStep);
        } else if (const NodeId node = next(current(), static_cast<Qt::Key>(key));
                   node != NodeId::None) {
            choose(node);
        }
        return;
    }
    default:
        // The scene has no items that take keys; the window may want this one.
        event->ignore();
    }
}

void MapView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_isSpaceHeld = false;
        if (m_drag != Drag::Pan)
            viewport()->setCursor(Qt::ArrowCursor);
        return;
    }
    QGraphicsView::keyReleaseEvent(event);
}

void MapView::moveChosen(const QPointF &by)
{
    m_motion.stop();
    MapScene::Places places = chosenPlaces();
    for (QPointF &place : places)
        place += by;
    m_scene->setPlaces(places);
    ensureVisible(m_scene->card(current())->cardRect(), 30, 30);
    Q_EMIT cardsMoved(current(), true);
}

void MapView::chooseAll()
{
    QSet<NodeId> all;
    for (const MapCard &card : m_scene->graph().cards)
        all.insert(card.node);
    m_scene->setChosen(all);
}

void MapView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        const MapCardItem *card = m_scene->cardAt(mapToScene(event->pos()));
        choose(card ? card->card().node : NodeId::None);
    }
    requestMenu();
}

void MapView::requestMenu()
{
    const MapCardItem *card = m_scene->card(current());
    if (!card)
        return;
    const QPoint at = mapFromScene(card->pos() + QPointF(0, MapCard::titleHeight));
    Q_EMIT menuRequested(current(), viewport()->mapToGlobal(at));
}

void MapView::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    viewport()->update(); // the ring
    if (current() != NodeId::None)
        announceMapCard(this, current());
}

void MapView::focusOutEvent(QFocusEvent *event)
{
    m_isSpaceHeld = false;
    if (m_drag == Drag::None)
        viewport()->setCursor(Qt::ArrowCursor);
    QGraphicsView::focusOutEvent(event);
    viewport()->update();
}

void MapView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        setZoom(m_zoom);
        m_scene->update();
    }
}

void MapView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (m_isFitted)
        fit();
}

void MapView::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, Theme::current().window);
}

} // namespace Design
