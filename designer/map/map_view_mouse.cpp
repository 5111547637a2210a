#include "designer/looks/theme.h"
#include "designer/map/map_view.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <cmath>

namespace Design
{

// What the mouse does on the map: the other half of MapView.

static constexpr double dotReach = 8;

void MapView::wheelEvent(QWheelEvent *event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (notches == 0)
        return event->ignore();
    zoomAt(event->position().toPoint(), std::pow(zoomStep, notches));
    event->accept();
}

void MapView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return event->ignore();
    beginDrag(event);
    event->accept();
}

void MapView::beginDrag(QMouseEvent *event)
{
    m_motion.stop();
    m_pressed = event->pos();
    m_hasMoved = false;
    const QPointF point = mapToScene(event->pos());
    MapCardItem *card = m_scene->cardAt(point);
    m_start = point;
    const bool isLeft = event->button() == Qt::LeftButton && !m_isSpaceHeld;
    if (isLeft && !card && event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_drag = Drag::Band;
        m_pointer = point;
        return;
    }
    if (!isLeft || !card) {
        m_drag = Drag::Pan;
        viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    m_dragged = card->card().node;
    const int row = card->rowAt(point.y() - card->y());
    if (row > -2 && std::abs(point.x() - card->cardRect().right()) <= dotReach) {
        m_drag = Drag::Connect;
        m_draggedRow = row;
        m_pointer = point;
        return;
    }
    if (event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier))
        return toggle(m_dragged);
    choose(m_dragged);
    m_drag = Drag::Card;
    m_startPlaces = chosenPlaces();
}

void MapView::toggle(NodeId node)
{
    QSet<NodeId> chosen = m_scene->chosen();
    if (!chosen.remove(node)) {
        chosen.insert(node);
        m_scene->setChosen(chosen);
        return choose(node);
    }
    // Another of them is the current one then.
    m_scene->setChosen({});
    if (current() == node)
        choose(chosen.isEmpty() ? NodeId::None : *chosen.cbegin());
    m_scene->setChosen(chosen);
}

QRectF MapView::band() const
{
    return QRectF(m_start, m_pointer).normalized();
}

void MapView::chooseInBand()
{
    QSet<NodeId> chosen;
    for (const MapCard &card : m_scene->graph().cards) {
        if (m_scene->card(card.node)->cardRect().intersects(band()))
            chosen.insert(card.node);
    }
    m_scene->setChosen({});
    choose(chosen.isEmpty() ? NodeId::None : *chosen.cbegin());
    m_scene->setChosen(chosen);
}

MapScene::Places MapView::chosenPlaces() const
{
    MapScene::Places places;
    for (const NodeId node : m_scene->chosen())
        places.insert(node, m_scene->card(node)->pos());
    return places;
}

void MapView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint pointer = event->pos();
    if (m_drag == Drag::None)
        return hover(pointer);
    if (!m_hasMoved && (pointer - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    const bool isFirst = !std::exchange(m_hasMoved, true);
    if (m_drag == Drag::Pan) {
        const QPoint by = pointer - m_pressed;
        m_isFitted = false;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
        m_pressed = pointer;
    } else if (m_drag == Drag::Card) {
        if (isFirst)
            viewport()->setCursor(Qt::SizeAllCursor);
        m_isFitted = false;
        const QPointF by = mapToScene(pointer) - m_start;
        MapScene::Places places = m_startPlaces;
        for (QPointF &place : places)
            place = QPointF(std::round(place.x() + by.x()), std::round(place.y() + by.y()));
        m_scene->setPlaces(places);
    } else if (m_drag == Drag::Band) {
        m_pointer = mapToScene(pointer);
        viewport()->update();
    } else {
        m_pointer = mapToScene(pointer);
        const MapCardItem *under = m_scene->cardAt(m_pointer);
        const NodeId target = under ? under->card().node : NodeId::None;
        if (target != m_target) {
            if (MapCardItem *card = m_scene->card(m_target))
                card->setTarget(false);
            m_target = target;
            if (MapCardItem *card = m_scene->card(m_target))
                card->setTarget(true);
        }
        viewport()->update();
    }
}

void MapView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_drag == Drag::None)
        return event->ignore();
    const bool wasClickOnGround =
        m_drag == Drag::Pan && !m_hasMoved && !m_isSpaceHeld && event->button() == Qt::LeftButton;
    endDrag(true);
    if (wasClickOnGround)
        choose(NodeId::None);
    event->accept();
}

void MapView::endDrag(bool isDone)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    const NodeId target = std::exchange(m_target, NodeId::None);
    viewport()->setCursor(m_isSpaceHeld ? Qt::OpenHandCursor : Qt::ArrowCursor);
    if (MapCardItem *card = m_scene->card(target))
        card->setTarget(false);
    const MapCardItem *card = m_scene->card(m_dragged);
    if (drag == Drag::Card && m_hasMoved && card) {
        if (!isDone)
            m_scene->setPlaces(m_startPlaces);
        else if (card->pos() != m_startPlaces.value(m_dragged))
            Q_EMIT cardsMoved(m_dragged, false);
    } else if (drag == Drag::Card && isDone && card && m_scene->chosen().size() > 1) {
        m_scene->setChosen({}); // a click on one of several chooses that one
    } else if (drag == Drag::Band) {
        if (isDone && m_hasMoved)
            chooseInBand();
        viewport()->update();
    } else if (drag == Drag::Connect) {
        viewport()->update();
        if (isDone && m_hasMoved && target != NodeId::None && card) {
            const NodeId row =
                m_draggedRow < 0 ? NodeId::None : card->card().rows.at(m_draggedRow).node;
            Q_EMIT connectRequested(m_dragged, row, target);
        } else if (isDone && !m_hasMoved) {
            choose(m_dragged);
        }
    }
}

void MapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const MapCardItem *card = m_scene->cardAt(mapToScene(event->pos()));
    if (event->button() != Qt::LeftButton || !card)
        return event->ignore();
    const NodeId node = card->card().node;
    endDrag(false);
    choose(node);
    Q_EMIT openRequested(node);
}

void MapView::hover(const QPoint &point)
{
    const QPointF at = mapToScene(point);
    MapCardItem *card = m_isSpaceHeld ? nullptr : m_scene->cardAt(at);
    const NodeId node = card ? card->card().node : NodeId::None;
    if (node != m_hovered) {
        if (MapCardItem *old = m_scene->card(m_hovered))
            old->setHotRow(false, -2);
        m_hovered = node;
    }
    if (!card)
        return;
    int row = card->rowAt(at.y() - card->y());
    if (std::abs(at.x() - card->cardRect().right()) > dotReach)
        row = -2;
    card->setHotRow(true, row);
    viewport()->setCursor(row > -2 ? Qt::CrossCursor : Qt::ArrowCursor);
}

void MapView::leaveEvent(QEvent *event)
{
    if (MapCardItem *card = m_scene->card(m_hovered))
        card->setHotRow(false, -2);
    m_hovered = NodeId::None;
    QGraphicsView::leaveEvent(event);
}

bool MapView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QGraphicsView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QPointF at = mapToScene(help->pos());
    const MapCardItem *card = m_scene->cardAt(at);
    if (!card) {
        QToolTip::hideText();
        return true;
    }
    // What does not fit into the card, or cannot be read at this size.
    const int row = card->rowAt(at.y() - card->y());
    QString text = card->card().name;
    if (row >= 0) {
        const MapRow &line = card->card().rows.at(row);
        text = line.name.isEmpty() ? line.type : line.name + QStringLiteral(": ") + line.type;
    }
    if (std::abs(at.x() - card->cardRect().right()) <= dotReach && row > -2)
        text = row < 0 ? tr("Drag to the model that %1 extends").arg(card->card().name)
                       : tr("Drag to a model, to make it the type of %1").arg(text);
    QToolTip::showText(help->globalPos(), text.toHtmlEscaped(), viewport());
    return true;
}

void MapView::drawForeground(QPainter *painter, const QRectF &)
{
    if (hasFocus()) {
        painter->save();
        painter->resetTransform();
        painter->setPen(QPen(Theme::current().accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5));
        painter->restore();
    }
    if (m_drag == Drag::Band && m_hasMoved) {
        const Theme &theme = Theme::current();
        QColor inside = theme.accent;
        inside.setAlphaF(0.12F);
        painter->setPen(QPen(theme.accent, 0));
        painter->setBrush(inside);
        painter->drawRect(band());
    }
    const MapCardItem *card = m_scene->card(m_dragged);
    if (m_drag != Drag::Connect || !m_hasMoved || !card)
        return;
    const QPointF start(card->cardRect().right(), card->y() + card->card().rowMiddle(m_draggedRow));
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Theme::current().accent, 2));
    painter->setBrush(Qt::NoBrush);
    QPainterPath line(start);
    const double bend = std::max(40.0, std::abs(m_pointer.x() - start.x()) / 2);
    line.cubicTo(start + QPointF(bend, 0), m_pointer - QPointF(bend, 0), m_pointer);
    painter->drawPath(line);
    painter->setBrush(Theme::current().accent);
    painter->drawEllipse(m_pointer, 4, 4);
}

} // namespace Design
