#include "designer/map/map_items.h"

#include "designer/looks/theme.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace Design
{

// Below these sizes (pixels for one unit) letters are too small to read, and lines are enough.
static constexpr double smallestWithRows = 0.4;
static constexpr double smallestWithTitle = 0.16;
static constexpr double radius = 6;
static constexpr double edgeMargin = 8;
/// What is not selected or linked with it keeps this much of its colours.
static constexpr double dimmedStrength = 0.35;

static QFont mapFont(bool bold = false)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(13); // units of the map, not pixels of the screen
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setBold(bold);
    return font;
}

static double detailOf(const QPainter *painter)
{
    return QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
}

MapCardItem::MapCardItem(const MapCard &card)
    : m_card(card)
{
    setAcceptedMouseButtons(Qt::NoButton);
    setZValue(1);
}

void MapCardItem::setCard(const MapCard &card)
{
    if (card == m_card)
        return;
    prepareGeometryChange();
    m_card = card;
    update();
}

void MapCardItem::setCurrent(bool current)
{
    m_isCurrent = current;
    setZValue(current ? 2 : 1);
    update();
}

void MapCardItem::setDimmed(bool dimmed)
{
    if (dimmed == m_isDimmed)
        return;
    m_isDimmed = dimmed;
    update();
}

void MapCardItem::setHotRow(bool showsDots, int row)
{
    if (showsDots == m_showsDots && row == m_hotRow)
        return;
    m_showsDots = showsDots;
    m_hotRow = row;
    update();
}

void MapCardItem::setTarget(bool target)
{
    m_isTarget = target;
    update();
}

int MapCardItem::rowAt(double y) const
{
    if (y < MapCard::titleHeight)
        return -1;
    const int row = static_cast<int>((y - MapCard::titleHeight - 3) / MapCard::rowHeight);
    const bool isRow = row >= 0 && row < m_card.rows.size();
    return isRow && m_card.rows.at(row).node != NodeId::None ? row : -2;
}

QRectF MapCardItem::boundingRect() const
{
    return QRectF(QPointF(), m_card.size()).adjusted(-6, -6, 6, 6);
}

QColor MapCardItem::tone(const QColor &color, const Theme &theme) const
{
    return m_isDimmed ? mixed(theme.window, color, dimmedStrength) : color;
}

void MapCardItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    paint(painter, Theme::current());
}

void MapCardItem::paint(QPainter *painter, const Theme &theme) const
{
    const QRectF rect(QPointF(), m_card.size());
    const double detail = detailOf(painter);
    const bool isStrong = m_isCurrent || m_isTarget;
    const QColor frame = isStrong ? theme.accent : tone(theme.outline, theme);
    if (detail < smallestWithTitle) {
        painter->fillRect(rect, isStrong ? frame : tone(theme.raised, theme));
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(rect, radius, radius);
    painter->fillPath(outline, tone(theme.base, theme));
    painter->save();
    painter->setClipPath(outline, Qt::IntersectClip);
    painter->fillRect(QRectF(0, 0, rect.width(), MapCard::titleHeight),
                      m_isCurrent ? theme.selection : tone(theme.raised, theme));
    painter->restore();
    painter->setPen(QPen(frame, isStrong ? 2 : 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(outline);

    const QFont titleFont = mapFont(true);
    const QFontMetricsF metrics(titleFont);
    const QRectF title = QRectF(0, 0, rect.width(), MapCard::titleHeight)
                             .adjusted(edgeMargin + 2, 0, -edgeMargin - 2, 0);
    painter->setFont(titleFont);
    painter->setPen(tone(theme.text, theme));
    painter->drawText(title, Qt::AlignVCenter | Qt::AlignLeft,
                      metrics.elidedText(m_card.name, Qt::ElideRight, title.width()));
    if (detail >= smallestWithRows)
        paintRows(painter, theme);
    if (!m_showsDots)
        return;
    for (int row = -1; row < m_card.rows.size(); ++row) {
        if (row >= 0 && m_card.rows.at(row).node == NodeId::None)
            continue;
        const bool isHot = row == m_hotRow;
        const QPointF middle(rect.right(), m_card.rowMiddle(row));
        painter->setPen(QPen(theme.accent, 1.5));
        painter->setBrush(isHot ? theme.accent : theme.base);
        painter->drawEllipse(middle, isHot ? 5 : 3.5, isHot ? 5 : 3.5);
    }
}

void MapCardItem::paintRows(QPainter *painter, const Theme &theme) const
{
    const QFont font = mapFont();
    const QFontMetricsF metrics(font);
    const double width = m_card.size().width();
    painter->setFont(font);
    QRectF line(edgeMargin + 2, MapCard::titleHeight + 3, width - 2 * edgeMargin - 4,
                MapCard::rowHeight);
    for (const MapRow &row : m_card.rows) {
        if (row.name.isEmpty()) {
            painter->setPen(tone(theme.dim, theme));
            painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                              metrics.elidedText(row.type, Qt::ElideRight, line.width()));
        } else {
            const QString name = row.isRequired ? row.name + QStringLiteral(" *") : row.name;
            const double wanted = metrics.horizontalAdvance(name);
            // The name goes before: a type can be looked up, a field that is cut cannot.
            const double nameWidth = std::min(wanted, line.width() * 0.7);
            painter->setPen(tone(theme.text, theme));
            painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                              metrics.elidedText(name, Qt::ElideRight, nameWidth));
            painter->setPen(tone(theme.dim, theme));
            painter->drawText(
                line, Qt::AlignVCenter | Qt::AlignRight,
                metrics.elidedText(row.type, Qt::ElideRight, line.width() - nameWidth - 10));
        }
        line.translate(0, MapCard::rowHeight);
    }
    if (m_card.hiddenRows > 0) {
        painter->setPen(tone(theme.dim, theme));
        painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                          QCoreApplication::translate("Map", "+ %L1 more").arg(m_card.hiddenRows));
    }
}

MapEdgeItem::MapEdgeItem()
{
    setAcceptedMouseButtons(Qt::NoButton);
}

void MapEdgeItem::setPath(const EdgePath &path)
{
    prepareGeometryChange();
    m_path = path;
    update();
}

void MapEdgeItem::setTone(Tone tone)
{
    if (tone == m_tone)
        return;
    m_tone = tone;
    setZValue(tone == Tone::Strong ? 0.5 : 0);
    update();
}

void MapEdgeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    paint(painter, Theme::current());
}

void MapEdgeItem::paint(QPainter *painter, const Theme &theme) const
{
    const QColor color = m_tone == Tone::Strong ? theme.accent
                         : m_tone == Tone::Dimmed
                             ? mixed(theme.window, theme.outline, dimmedStrength)
                             : theme.outline;
    const bool isCoarse = detailOf(painter) < smallestWithTitle;
    painter->setRenderHint(QPainter::Antialiasing, !isCoarse);
    QPen pen(color, m_tone == Tone::Strong ? 2 : 1.4);
    painter->setBrush(Qt::NoBrush);
    if (isCoarse) { // thousands of these are in sight at once
        const double strength = m_tone == Tone::Usual ? 0.45 : 0.2;
        painter->setPen(
            QPen(m_tone == Tone::Strong ? color : mixed(theme.window, theme.outline, strength), 0));
        painter->drawLine(m_path.start, m_path.end);
        return;
    }
    QPen linePen = pen;
    if (isDashed(m_edge))
        linePen.setDashPattern({5, 4});
    painter->setPen(linePen);
    painter->drawPath(m_path.line);

    const EdgeMarker marker = markerOf(m_edge);
    pen.setJoinStyle(Qt::MiterJoin);
    painter->setPen(pen);
    if (marker == EdgeMarker::Arrow)
        painter->setBrush(color);
    else if (marker == EdgeMarker::HollowTriangle)
        painter->setBrush(theme.window);
    painter->drawPath(markerPath(marker, m_path));
    // The row that the line belongs to.
    painter->setBrush(color);
    painter->setPen(Qt::NoPen);
    painter->drawEllipse(m_path.start, 2.5, 2.5);
}

} // namespace Design
