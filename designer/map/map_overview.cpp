#include "designer/map/map_overview.h"

#include "designer/looks/theme.h"
#include "designer/map/map_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace Design
{

MapOverview::MapOverview(MapView *view)
    : QWidget(view)
    , m_view(view)
{
    setObjectName(QStringLiteral("mapOverview"));
    setAccessibleName(tr("Overview of the map"));
    setToolTip(tr("Drag to move the view"));
    setCursor(Qt::PointingHandCursor);
    const int unit = fontMetrics().height();
    resize(11 * unit, 8 * unit);
    view->installEventFilter(this);
    connect(view, &MapView::graphChanged, this, &MapOverview::follow);
    connect(view, &MapView::zoomChanged, this, &MapOverview::follow);
    connect(view, &MapView::cardsMoved, this, &MapOverview::follow);
    for (QScrollBar *bar : {view->horizontalScrollBar(), view->verticalScrollBar()})
        connect(bar, &QScrollBar::valueChanged, this, &MapOverview::follow);
    follow();
}

void MapOverview::follow()
{
    const QRectF cards = m_view->map().cardsRect();
    const QRectF inSight = m_view->mapToScene(m_view->viewport()->rect()).boundingRect();
    setVisible(m_view->map().graph().cards.size() >= fewestCards && !inSight.contains(cards));
    update();
}

bool MapOverview::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        const int gap = fontMetrics().height() / 2;
        move(m_view->width() - width() - gap, m_view->height() - height() - gap);
        follow();
    }
    return QWidget::eventFilter(watched, event);
}

QTransform MapOverview::toOverview() const
{
    const QRectF cards = m_view->map().cardsRect();
    constexpr double margin = 6;
    const double scale = std::min((width() - 2 * margin) / std::max(1.0, cards.width()),
                                  (height() - 2 * margin) / std::max(1.0, cards.height()));
    return QTransform::fromTranslate(-cards.center().x(), -cards.center().y()) *
           QTransform::fromScale(scale, scale) *
           QTransform::fromTranslate(width() / 2.0, height() / 2.0);
}

void MapOverview::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.base);
    const QTransform transform = toOverview();
    for (const MapCard &card : m_view->map().graph().cards) {
        const bool isCurrent = card.node == m_view->current();
        const QRectF place = transform.mapRect(m_view->map().card(card.node)->cardRect());
        painter.fillRect(place.adjusted(0, 0, 0.5, 0.5), isCurrent ? theme.accent : theme.outline);
    }
    const QRectF inSight =
        transform.mapRect(m_view->mapToScene(m_view->viewport()->rect()).boundingRect());
    painter.setPen(QPen(theme.accent, 1.5));
    painter.drawRect(inSight.intersected(QRectF(rect()).adjusted(1, 1, -1, -1)));
    painter.setPen(theme.border);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void MapOverview::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_view->showAround(toOverview().inverted().map(event->position()));
}

void MapOverview::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        m_view->showAround(toOverview().inverted().map(event->position()));
}

} // namespace Design
