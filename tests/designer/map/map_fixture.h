#pragma once

#include "designer/map/map_pane.h"
#include "designer/openapi/openapi_reader.h"
#include "tests/designer/map/zoo.h"

#include <QTest>

#include <memory>

namespace Design
{

/// The map of the zoo, shown, and a hand for the mouse.
class MapFixture
{
public:
    MapFixture()
    {
        m_pane->resize(1200, 800);
        m_pane->show();
    }

    /// False when the text is no design, or the map does not follow.
    bool load(const QByteArray &text)
    {
        const LoadedApi loaded = readOpenApi(text);
        if (!loaded.ok)
            return false;
        m_document->reset(loaded.api);
        return waitForMap();
    }
    bool waitForMap()
    {
        return QTest::qWaitFor([this] { return m_pane->isUpToDate(); });
    }

    NodeId model(const char *name) const
    {
        const Schema *schema = m_document->api().components.schemas.find(QString::fromUtf8(name));
        return schema ? schema->id() : NodeId::None;
    }
    NodeId row(const char *modelName, int number) const
    {
        return card(modelName)->card().rows.at(number).node;
    }
    MapView &view() const { return *m_pane->view(); }
    MapCardItem *card(const char *name) const { return view().map().card(model(name)); }
    QPoint inView(const QPointF &scenePoint) const { return view().mapFromScene(scenePoint); }
    QPoint middle(const char *name) const { return inView(card(name)->cardRect().center()); }

    void drag(const QPoint &from, const QPoint &to, Qt::MouseButton button = Qt::LeftButton,
              Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *viewport = view().viewport();
        QTest::mousePress(viewport, button, modifiers, from);
        for (int i = 1; i <= 4; ++i)
            QTest::mouseMove(viewport, from + (to - from) * i / 4);
        QTest::mouseRelease(viewport, button, modifiers, to);
    }

    DesignDocument &document() { return *m_document; }
    Selection &selection() { return *m_selection; }
    MapPane &pane() { return *m_pane; }

private:
    std::unique_ptr<DesignDocument> m_document = std::make_unique<DesignDocument>();
    std::unique_ptr<Selection> m_selection = std::make_unique<Selection>();
    std::unique_ptr<MapPane> m_pane = std::make_unique<MapPane>(*m_document, *m_selection);
};

} // namespace Design
