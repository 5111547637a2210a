#pragma once

#include "designer/map/map_scene.h"

#include <QGraphicsView>
#include <QVariantAnimation>

namespace Design
{

/// The canvas: cards are selected, moved, opened and connected here. It knows no document; what
/// is done to the cards is told by signals.
/// Ctrl+click chooses more cards, Shift and dragging the ground those in a rectangle, Ctrl+A all;
/// they are moved together. The wheel zooms at the pointer, dragging the ground (or with Space held, anything) moves the
/// view, arrow keys walk along the edges, Ctrl with an arrow key moves the card.
class MapView : public QGraphicsView
{
    Q_OBJECT

public:
    explicit MapView(QWidget *parent = nullptr);
    ~MapView() override;

    MapScene &map() const { return *m_scene; }

    /// Shows a graph. Cards move to their places in a short motion where `animated` and the
    /// platform say so.
    void setGraph(const MapGraph &graph, const MapScene::Places &places, bool animated = false);

    NodeId current() const { return m_scene->current(); }
    /// Selects a card and brings it into sight; None selects nothing.
    void setCurrent(NodeId node);

    double zoom() const { return m_zoom; } ///< 1: letters as large as in the rest of the window
    void zoomIn() { zoomAt(viewport()->rect().center(), zoomStep); }
    void zoomOut() { zoomAt(viewport()->rect().center(), 1 / zoomStep); }
    void fit(); ///< everything in sight, not larger than 1
    /// Shows the current card as large as text, where all of the map is in sight but too small.
    void approach();
    void showAround(const QPointF &scenePoint); ///< in the middle

    /// The card that an arrow key leads to: along an edge if one goes that way, else the nearest
    /// card there; None where there is nothing.
    NodeId next(NodeId from, Qt::Key arrow) const;

Q_SIGNALS:
    void currentChanged(Design::NodeId node);
    void openRequested(Design::NodeId node);
    /// What can be done with a card is to be offered at this place of the screen.
    void menuRequested(Design::NodeId node, const QPoint &at);
    void cardsMoved(Design::NodeId node, bool byKey);
    /// A line was drawn from a row of a card (None: from its title) to another card.
    void connectRequested(Design::NodeId card, Design::NodeId row, Design::NodeId target);
    void zoomChanged();
    void graphChanged();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    bool viewportEvent(QEvent *event) override;

private:
    static constexpr double zoomStep = 1.25;
    enum class Drag { None, Pan, Card, Connect, Band };

    void setZoom(double zoom);
    void zoomAt(const QPoint &point, double factor); ///< what is at this point stays there
    void choose(NodeId node);                        ///< by the user
    void hover(const QPoint &point);
    void beginDrag(QMouseEvent *event);
    void endDrag(bool isDone);
    void toggle(NodeId node); ///< among the chosen ones
    void chooseAll();
    void chooseInBand();
    QRectF band() const; ///< in the scene
    MapScene::Places chosenPlaces() const;
    void moveChosen(const QPointF &by);
    void requestMenu();
    double baseScale() const;

    MapScene *m_scene;
    QVariantAnimation m_motion;
    MapScene::Places m_from;
    MapScene::Places m_to;
    double m_zoom = 1;
    bool m_isFitted = true; ///< keeps everything in sight until the user zooms or moves the view
    bool m_isSpaceHeld = false;
    Drag m_drag = Drag::None;
    bool m_hasMoved = false;
    QPoint m_pressed; ///< in the viewport
    QPointF m_start;  ///< in the scene, where the drag began
    MapScene::Places m_startPlaces;
    NodeId m_hovered = NodeId::None;
    NodeId m_dragged = NodeId::None;
    int m_draggedRow = -1;
    NodeId m_target = NodeId::None;
    QPointF m_pointer; ///< in the scene, while a line is drawn
};

} // namespace Design
