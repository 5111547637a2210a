#pragma once

#include <QWidget>

namespace Design
{

class MapView;

/// The whole map in a corner of its view, with a frame around what is in sight; dragging in it
/// moves the view. There are only large maps to see in it: of few cards it says nothing new.
class MapOverview : public QWidget
{
    Q_OBJECT

public:
    static constexpr int fewestCards = 30;

    explicit MapOverview(MapView *view);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    QTransform toOverview() const; ///< from the scene

    MapView *m_view;
};

} // namespace Design
