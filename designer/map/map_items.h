#pragma once

#include "designer/map/map_edge_path.h"
#include "designer/map/map_graph.h"

#include <QGraphicsItem>

namespace Design
{

struct Theme;

/// A model as a card. It only paints: the view does what is to be done with it.
class MapCardItem : public QGraphicsItem
{
public:
    explicit MapCardItem(const MapCard &card);

    const MapCard &card() const { return m_card; }
    void setCard(const MapCard &card);
    QRectF cardRect() const { return QRectF(pos(), m_card.size()); } ///< in the scene
    void setCurrent(bool current);
    bool isDimmed() const { return m_isDimmed; }
    void setDimmed(bool dimmed);
    /// Shows the dots that edges are drawn from; the one of this row larger. -1 is the title, -2
    /// none at all.
    void setHotRow(bool showsDots, int row);
    /// A line is being drawn to this card.
    void setTarget(bool target);

    /// The row at this height below the top of the card, -1 for the title; rows only that are
    /// shown and can be drawn from.
    int rowAt(double y) const;

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override;
    /// The same in any thread, of an item that is in no scene.
    void paint(QPainter *painter, const Theme &theme) const;

private:
    void paintRows(QPainter *painter, const Theme &theme) const;
    QColor tone(const QColor &color, const Theme &theme) const;

    MapCard m_card;
    bool m_isCurrent = false;
    bool m_isDimmed = false;
    bool m_isTarget = false;
    bool m_showsDots = false;
    int m_hotRow = -2;
};

/// A use of a model by another, as a line below the cards.
class MapEdgeItem : public QGraphicsItem
{
public:
    MapEdgeItem();

    const MapEdge &edge() const { return m_edge; }
    void setEdge(const MapEdge &edge) { m_edge = edge; }
    const EdgePath &path() const { return m_path; }
    void setPath(const EdgePath &path);
    enum class Tone { Usual, Strong, Dimmed };
    Tone tone() const { return m_tone; }
    void setTone(Tone tone);

    QRectF boundingRect() const override { return m_path.bounds(); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override;
    void paint(QPainter *painter, const Theme &theme) const;

private:
    MapEdge m_edge;
    EdgePath m_path;
    Tone m_tone = Tone::Usual;
};

} // namespace Design
