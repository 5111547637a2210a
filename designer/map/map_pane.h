#pragma once

#include "designer/document/design_document.h"
#include "designer/document/latest_job.h"
#include "designer/document/selection.h"
#include "designer/map/map_picture.h"
#include "designer/map/map_view.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace Design
{

/// The models of a design as a map, with what is done to it: tidy, zoom, export. Graph and layout
/// are worked out away from the GUI thread; places that people chose are kept in the design.
class MapPane : public QWidget
{
    Q_OBJECT

public:
    MapPane(DesignDocument &document, Selection &selection, QWidget *parent = nullptr);

    MapView *view() const { return m_view; }
    /// Whether the map shows the design as it stands.
    bool isUpToDate() const { return !m_isStale && !m_job.isBusy(); }

    /// Lays everything out anew, as one undo step.
    void tidy();
    /// Makes the picture of all cards, in any thread; see mapPicture().
    std::function<QByteArray()> picture(PictureFormat format) const;

Q_SIGNALS:
    void message(const QString &text);
    void exportRequested(); ///< of the map as a picture
    void updated();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Drawn {
        MapGraph graph;
        MapScene::Places places;    ///< of all cards
        MapScene::Places automatic; ///< of those that the design says nothing about
    };

    static Drawn draw(const Api &api, const MapScene::Places &known);
    void restart();
    void keepTidied(const Drawn &drawn);
    void update();
    void apply(const Drawn &drawn);
    void keepPlaces(NodeId moved, bool byKey);
    void connectModels(NodeId card, NodeId row, NodeId target);
    /// What the mouse does by drawing a line, as a menu.
    void showMenu(NodeId card, const QPoint &at);
    void followSelection();
    void updateState();
    NodeId modelAround(NodeId node) const;

    DesignDocument &m_document;
    Selection &m_selection;
    MapView *m_view;
    QLabel *m_summary;
    QLabel *m_empty;
    QToolButton *m_zoom;
    QList<QToolButton *> m_tools;
    LatestJob<Drawn> m_job;
    LatestJob<Drawn> m_tidyJob;
    /// Where cards stood that have no place in the design: they stay there while the map is open.
    MapScene::Places m_automatic;
    bool m_isStale = true;
    bool m_isAnimated = false;
};

} // namespace Design
