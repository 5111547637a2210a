#include "designer/looks/theme.h"
#include "designer/map/map_picture.h"
#include "designer/model/edits/map_places.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/model/notation.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/storage/design_file.h"
#include "tests/designer/map/map_fixture.h"

#include <QAccessible>
#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QXmlStreamReader>

#include <future>

using namespace Design;

class TestMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_map.reset(); }

    void edgesMeetTheRow();
    void endsOfOtherShapesAreApart();
    void edgesLieBelowCards();
    void basesStandLeft();

    void tidyIsOneStep();
    void dragIsOneStep();
    void dragIsGivenUpWithEscape();
    void arrowKeysMoveInOneStep();
    void placesRoundTrip();
    void placesFollowARename();
    void malformedPlacesAreLeftOut();
    void exportLeavesPlacesOut();
    void newModelLeavesTheOthersAlone();

    void dragToAnotherCardSetsTheType();
    void dragOfTheTitleExtends();
    void circleOfBasesIsRefused();

    void neighboursStayAndTheRestDims();
    void selectionGoesBothWays();
    void doubleClickAndEnterOpen();
    void arrowsWalkAlongEdges();
    void everyCardIsReachedByKey();
    void wheelZoomsAtThePointer();
    void keysZoomAndFit();
    void spaceDragPans();

    void cardsAreAccessible();
    void picturesAreValid();
    void colorsFollowTheTheme();
    void emptyDesignSaysSo();
    void hiddenMapCatchesUp();
    void githubOpensWithoutBlocking();

private:
    NodeId model(const char *name) const { return m_map->model(name); }
    NodeId row(const char *model, int number) const { return m_map->row(model, number); }
    MapView &view() const { return m_map->view(); }
    MapCardItem *card(const char *name) const { return m_map->card(name); }
    bool load(const QByteArray &text) { return m_map->load(text); }
    bool waitForMap() { return m_map->waitForMap(); }
    QPoint inView(const QPointF &scenePoint) const { return m_map->inView(scenePoint); }
    QPoint middle(const char *name) const { return m_map->middle(name); }
    void drag(const QPoint &from, const QPoint &to, Qt::MouseButton button = Qt::LeftButton)
    {
        m_map->drag(from, to, button);
    }

    std::unique_ptr<MapFixture> m_map;
    DesignDocument *m_document = nullptr;
    Selection *m_selection = nullptr;
    MapPane *m_pane = nullptr;
};

void TestMap::init()
{
    m_map = std::make_unique<MapFixture>();
    m_document = &m_map->document();
    m_selection = &m_map->selection();
    m_pane = &m_map->pane();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane));
    QVERIFY(load(zooText));
}

void TestMap::edgesMeetTheRow()
{
    for (const auto &item : view().map().edges()) {
        const MapGraph &graph = view().map().graph();
        const MapCardItem *from = view().map().card(graph.cards.at(item->edge().from).node);
        QCOMPARE(item->path().start.y(), from->y() + from->card().rowMiddle(item->edge().row));
    }
}

/// Kinds are told by the shapes at the ends of the lines, so these must not lie on one another.
void TestMap::endsOfOtherShapesAreApart()
{
    const auto &edges = view().map().edges();
    int pairs = 0;
    for (const auto &one : edges) {
        for (const auto &other : edges) {
            if (one->edge().to != other->edge().to)
                continue;
            const double apart = std::abs(one->path().end.y() - other->path().end.y());
            if (markerOf(one->edge()) == markerOf(other->edge()))
                QCOMPARE(apart, 0.0);
            else
                QVERIFY2(apart >= 7, qPrintable(QString::number(apart)));
            pairs += apart > 0 ? 1 : 0;
        }
        const MapCardItem *to =
            view().map().card(view().map().graph().cards.at(one->edge().to).node);
        QVERIFY(one->path().end.y() > to->y());
        QVERIFY(one->path().end.y() < to->y() + 2 * to->card().rowMiddle(-1));
    }
    QVERIFY(pairs > 0);
}

void TestMap::edgesLieBelowCards()
{
    view().setCurrent(model("Animal"));
    for (const auto &edge : view().map().edges())
        QVERIFY(edge->zValue() < card("Keeper")->zValue());
}

void TestMap::basesStandLeft()
{
    QVERIFY(card("Animal")->cardRect().right() < card("Lion")->cardRect().left());
    QVERIFY(card("Animal")->cardRect().right() < card("Keeper")->cardRect().left());
    for (const MapCard &one : view().map().graph().cards) {
        for (const MapCard &other : view().map().graph().cards) {
            if (one.node != other.node)
                QVERIFY(!view().map().card(one.node)->cardRect().intersects(
                    view().map().card(other.node)->cardRect()));
        }
    }
}

void TestMap::tidyIsOneStep()
{
    const MapScene::Places before = view().map().places();
    drag(middle("Keeper"), middle("Keeper") + QPoint(90, 120));
    QVERIFY(waitForMap());
    const MapScene::Places moved = view().map().places();
    QVERIFY(moved != before);
    const Api withPlaces = m_document->api();

    m_pane->tidy();
    QTRY_COMPARE(m_document->undoStack()->count(), 2);
    QTRY_COMPARE(view().map().places(), before); // the same layout as at first
    m_document->undoStack()->undo();
    QCOMPARE(m_document->api(), withPlaces);
    QTRY_COMPARE(view().map().places(), moved);
    m_document->undoStack()->redo();
    QTRY_COMPARE(view().map().places(), before);
}

void TestMap::dragIsOneStep()
{
    const Api original = m_document->api();
    const QPointF before = card("Lion")->pos();
    drag(middle("Lion"), middle("Lion") + QPoint(60, -40));
    QCOMPARE(m_document->undoStack()->count(), 1);
    const QPointF by = card("Lion")->pos() - before;
    const double scale = view().transform().m11();
    QVERIFY(std::abs(by.x() - 60 / scale) < 4 && std::abs(by.y() + 40 / scale) < 4);
    QCOMPARE(QPointF(mapPlaces(m_document->api()).value(model("Lion"))), card("Lion")->pos());
    QCOMPARE(mapPlaces(m_document->api()).size(), 8); // what is seen is what is kept
    QVERIFY(waitForMap());
    m_document->undoStack()->undo();
    QCOMPARE(m_document->api(), original);
    QTRY_COMPARE(card("Lion")->pos(), before);
}

void TestMap::dragIsGivenUpWithEscape()
{
    const QPointF before = card("Lion")->pos();
    const QPoint from = middle("Lion");
    QTest::mousePress(view().viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(view().viewport(), from + QPoint(80, 30));
    QVERIFY(card("Lion")->pos() != before);
    QTest::keyClick(&view(), Qt::Key_Escape);
    QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, from + QPoint(80, 30));
    QCOMPARE(card("Lion")->pos(), before);
    QCOMPARE(m_document->undoStack()->count(), 0);
}

void TestMap::arrowKeysMoveInOneStep()
{
    view().setCurrent(model("Pond"));
    const QPointF before = card("Pond")->pos();
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Down})
        QTest::keyClick(&view(), key, Qt::ControlModifier);
    QCOMPARE(card("Pond")->pos(), before + QPointF(40, 20));
    QCOMPARE(m_document->undoStack()->count(), 1);
    m_document->undoStack()->undo();
    QTRY_COMPARE(card("Pond")->pos(), before);
}

void TestMap::placesRoundTrip()
{
    drag(middle("Cage"), middle("Cage") + QPoint(33, 44));
    for (const FileFormat format : {FileFormat::Yaml, FileFormat::Json}) {
        const QByteArray text = designText(m_document->api(), format);
        const LoadedApi again = readOpenApi(text);
        QVERIFY(again.ok);
        QHash<QString, QPoint> read;
        const QHash<NodeId, QPoint> places = mapPlaces(again.api);
        for (const Named<Schema> &schema : again.api.components.schemas)
            read.insert(schema.name, places.value(schema.value.id()));
        QCOMPARE(read.size(), 8);
        for (const MapCard &shown : view().map().graph().cards)
            QCOMPARE(QPointF(read.value(shown.name)), view().map().card(shown.node)->pos());
        QCOMPARE(designText(again.api, format), text);
    }
}

void TestMap::placesFollowARename()
{
    drag(middle("Cage"), middle("Cage") + QPoint(33, 44));
    const QPointF place = card("Cage")->pos();
    const NodeId cage = model("Cage");
    m_document->edit(QStringLiteral("Rename"),
                     [cage](Api &api) { renameSchema(api, cage, QStringLiteral("Enclosure")); });
    QCOMPARE(QPointF(mapPlaces(m_document->api()).value(cage)), place);
    QVERIFY(m_document->api().menura.value(u"map").object().contains(u"Enclosure"));
    QVERIFY(!m_document->api().menura.value(u"map").object().contains(u"Cage"));
    QVERIFY(waitForMap());
    QCOMPARE(view().map().card(cage)->pos(), place);
}

void TestMap::malformedPlacesAreLeftOut()
{
    QVERIFY(load(QByteArray(zooText) + "x-menura:\n  profile: strict\n  map:\n"
                                       "    Cage: [10, 20]\n    Pond: [1]\n    Food: here\n"
                                       "    Keeper: [1.0e300, 3]\n    Nobody: [5, 5]\n"));
    QCOMPARE(mapPlaces(m_document->api()).size(), 1);
    QCOMPARE(card("Cage")->pos(), QPointF(10, 20));
    drag(middle("Pond"), middle("Pond") + QPoint(20, 30));
    QCOMPARE(mapPlaces(m_document->api()).size(), 8);
    QCOMPARE(m_document->api().menura.value(u"profile").toString(), QStringLiteral("strict"));
}

void TestMap::exportLeavesPlacesOut()
{
    const Json before = exportOpenApi(m_document->api(), ExportVersion::OpenApi31, nullptr);
    drag(middle("Cage"), middle("Cage") + QPoint(33, 44));
    QCOMPARE(exportOpenApi(m_document->api(), ExportVersion::OpenApi31, nullptr), before);
}

void TestMap::newModelLeavesTheOthersAlone()
{
    const MapScene::Places before = view().map().places();
    m_document->edit(QStringLiteral("Add"), [](Api &api) {
        addSchema(api, QStringLiteral("Gift"));
        Schema &keeper = *api.components.schemas.find(u"Keeper");
        keeper.set(Keyword::Description, QStringLiteral("Feeds"));
    });
    QVERIFY(waitForMap());
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        QCOMPARE(view().map().card(it.key())->pos(), it.value());
        QVERIFY(!view().map().card(it.key())->cardRect().intersects(card("Gift")->cardRect()));
    }
}

void TestMap::dragToAnotherCardSetsTheType()
{
    const MapCardItem *pond = card("Pond");
    QCOMPARE(pond->card().rows.at(0).name, QStringLiteral("depth"));
    const QPointF dot(pond->cardRect().right(), pond->y() + pond->card().rowMiddle(0));
    drag(inView(dot), middle("Food"));
    QCOMPARE(m_document->undoStack()->count(), 1);
    const NodeId depth = row("Pond", 0);
    QCOMPARE(typeText(*findSchema(m_document->api(), depth), m_document->api()),
             QStringLiteral("Food"));
    QTRY_VERIFY(view().map().neighbours(model("Pond")).contains(model("Food")));
    m_document->undoStack()->undo();
    QTRY_VERIFY(!view().map().neighbours(model("Pond")).contains(model("Food")));
}

void TestMap::dragOfTheTitleExtends()
{
    const MapCardItem *pond = card("Pond");
    drag(inView({pond->cardRect().right(), pond->y() + pond->card().rowMiddle(-1)}),
         middle("Cage"));
    QCOMPARE(firstExtended(*m_document->api().components.schemas.find(u"Pond")), model("Cage"));
    QCOMPARE(m_document->undoStack()->count(), 1);
}

void TestMap::circleOfBasesIsRefused()
{
    QSignalSpy said(m_pane, &MapPane::message);
    const MapCardItem *animal = card("Animal");
    drag(inView({animal->cardRect().right(), animal->y() + animal->card().rowMiddle(-1)}),
         middle("Lion"));
    QCOMPARE(m_document->undoStack()->count(), 0);
    QCOMPARE(said.size(), 1);
    QVERIFY(said.first().first().toString().contains(QLatin1String("circle")));
}

void TestMap::neighboursStayAndTheRestDims()
{
    QVERIFY(!card("Keeper")->isDimmed());
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, middle("Home"));
    QCOMPARE(view().current(), model("Home"));
    QVERIFY(!card("Home")->isDimmed());
    QVERIFY(!card("Cage")->isDimmed());
    QVERIFY(!card("Pond")->isDimmed());
    QVERIFY(card("Animal")->isDimmed());
    QVERIFY(card("Foods")->isDimmed());
    for (const auto &edge : view().map().edges()) {
        const bool isOwn = view().map().graph().cards.at(edge->edge().from).node == model("Home");
        QCOMPARE(edge->tone(), isOwn ? MapEdgeItem::Tone::Strong : MapEdgeItem::Tone::Dimmed);
    }
    QTest::keyClick(&view(), Qt::Key_Escape);
    QCOMPARE(view().current(), NodeId::None);
    QVERIFY(!card("Animal")->isDimmed());
}

void TestMap::selectionGoesBothWays()
{
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, middle("Pond"));
    QCOMPARE(m_selection->node(), model("Pond"));
    m_selection->select(row("Animal", 3)); // a field: its model is shown
    QCOMPARE(view().current(), model("Animal"));
    m_selection->select(NodeId::None);
    QCOMPARE(view().current(), NodeId::None);
}

void TestMap::doubleClickAndEnterOpen()
{
    QSignalSpy opened(m_selection, &Selection::openRequested);
    QTest::mouseDClick(view().viewport(), Qt::LeftButton, {}, middle("Pond"));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.last().first().value<NodeId>(), model("Pond"));
    view().setCurrent(model("Cage"));
    QTest::keyClick(&view(), Qt::Key_Return);
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened.last().first().value<NodeId>(), model("Cage"));
    QCOMPARE(m_document->undoStack()->count(), 0);
}

void TestMap::arrowsWalkAlongEdges()
{
    view().setCurrent(model("Lion"));
    QTest::keyClick(&view(), Qt::Key_Left);
    QCOMPARE(view().current(), model("Animal"));
    QTest::keyClick(&view(), Qt::Key_Right);
    QVERIFY(view().map().neighbours(model("Animal")).contains(view().current()));
    QVERIFY(view().map().card(view().current())->x() > card("Animal")->x());
    QCOMPARE(m_selection->node(), view().current());
}

void TestMap::everyCardIsReachedByKey()
{
    QTest::keyClick(&view(), Qt::Key_Home);
    QSet<NodeId> reached{view().current()};
    QList<NodeId> open{view().current()};
    while (!open.isEmpty()) {
        const NodeId from = open.takeLast();
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down}) {
            const NodeId to = view().next(from, key);
            if (to != NodeId::None && !reached.contains(to)) {
                reached.insert(to);
                open.append(to);
            }
        }
    }
    QCOMPARE(reached.size(), 8);
}

void TestMap::wheelZoomsAtThePointer()
{
    const QPoint at = middle("Cage");
    const QPointF under = view().mapToScene(at);
    const double before = view().zoom();
    QWheelEvent wheel(QPointF(at), view().viewport()->mapToGlobal(QPointF(at)), {}, QPoint(0, 240),
                      Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QTest::mouseMove(view().viewport(), at);
    QApplication::sendEvent(view().viewport(), &wheel);
    QVERIFY(view().zoom() > 1.4 * before);
    const QPointF now = view().mapToScene(at);
    QVERIFY2((now - under).manhattanLength() < 6,
             qPrintable(QStringLiteral("%1 %2").arg(now.x() - under.x()).arg(now.y() - under.y())));
}

void TestMap::keysZoomAndFit()
{
    const double fitted = view().zoom();
    QTest::keyClick(&view(), Qt::Key_Plus);
    QTest::keyClick(&view(), Qt::Key_Plus);
    QVERIFY(view().zoom() > fitted);
    QTest::keyClick(&view(), Qt::Key_Minus);
    QTest::keyClick(&view(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(view().zoom(), fitted);
    const QRectF seen = view().mapToScene(view().viewport()->rect()).boundingRect();
    QVERIFY(seen.contains(view().map().cardsRect()));
}

void TestMap::spaceDragPans()
{
    const QPointF before = card("Cage")->pos();
    const QPoint at = middle("Cage");
    const QPointF under = view().mapToScene(at);
    QTest::keyPress(&view(), Qt::Key_Space);
    drag(at, at + QPoint(50, 30));
    QTest::keyRelease(&view(), Qt::Key_Space);
    QCOMPARE(card("Cage")->pos(), before);
    const QPointF moved = view().mapToScene(at + QPoint(50, 30)) - under;
    QVERIFY(moved.manhattanLength() < 6);
    QCOMPARE(m_document->undoStack()->count(), 0);
}

void TestMap::cardsAreAccessible()
{
    QAccessibleInterface *map = QAccessible::queryAccessibleInterface(&view());
    QVERIFY(map);
    QCOMPARE(map->role(), QAccessible::List);
    QVERIFY(!map->text(QAccessible::Name).isEmpty());
    QCOMPARE(map->childCount(), 8);
    QStringList names;
    for (int i = 0; i < map->childCount(); ++i) {
        QAccessibleInterface *child = map->child(i);
        QVERIFY(child && child->isValid());
        QCOMPARE(child->role(), QAccessible::ListItem);
        QCOMPARE(child->parent(), map);
        QCOMPARE(map->indexOfChild(child), i);
        QVERIFY(!child->rect().isEmpty());
        QCOMPARE(map->childAt(child->rect().center().x(), child->rect().center().y()), child);
        names.append(child->text(QAccessible::Name));
    }
    QCOMPARE(names.at(0),
             QStringLiteral("Model Animal, 9 fields, refers to Keeper, Food, Cage, Pond, Animal"));
    QCOMPARE(names.at(1), QStringLiteral("Model Keeper, 1 field"));
    QCOMPARE(names.at(6), QStringLiteral("Model Home, refers to Cage, Pond"));

    QSignalSpy opened(m_selection, &Selection::openRequested);
    QAccessibleActionInterface *actions = map->child(5)->actionInterface();
    QVERIFY(actions);
    actions->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(view().current(), model("Pond"));
    QVERIFY(map->child(5)->state().selected);
    actions->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(opened.size(), 1);

    const NodeId pond = model("Pond");
    QAccessibleInterface *gone = map->child(5);
    m_document->edit(QStringLiteral("Delete"), [pond](Api &api) { removeSchema(api, pond); });
    QVERIFY(waitForMap());
    QCOMPARE(map->childCount(), 7);
    QVERIFY(!gone->isValid());
    QVERIFY(gone->text(QAccessible::Name).isEmpty());
}

void TestMap::picturesAreValid()
{
    view().setCurrent(model("Home"));
    const QByteArray svg = m_pane->picture(PictureFormat::Svg)();
    QCOMPARE(view().current(), model("Home"));
    QCOMPARE(std::async(std::launch::async, m_pane->picture(PictureFormat::Svg)).get(), svg);
    QXmlStreamReader xml(svg);
    QString texts;
    int paths = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isCharacters())
            texts += xml.text().toString() + u'\n';
        paths += xml.isStartElement() && xml.name() == QLatin1String("path") ? 1 : 0;
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    for (const char *word : {"Animal", "keeper", "Lion", "hay", "depth"})
        QVERIFY2(texts.contains(QString::fromUtf8(word)), word);
    QVERIFY(paths >= view().map().graph().edges.size());
    QSvgRenderer renderer(svg);
    QVERIFY(renderer.isValid());

    const QImage png = QImage::fromData(m_pane->picture(PictureFormat::Png)(), "PNG");
    QVERIFY(!png.isNull());
    const QSizeF cards = view().map().cardsRect().size();
    QCOMPARE(png.size(), ((cards + QSizeF(48, 48)) * 2).toSize());
    QCOMPARE(png.pixelColor(0, 0), Theme::current().window);
}

void TestMap::colorsFollowTheTheme()
{
    const QPalette before = QGuiApplication::palette();
    for (const Theme *theme : {&Theme::dark(), &Theme::light()}) {
        QGuiApplication::setPalette(theme->palette());
        QTest::qWait(20);
        const QImage image = view().viewport()->grab().toImage();
        QCOMPARE(image.pixelColor(5, 5), theme->window);
        const QRectF rect = card("Animal")->cardRect();
        const QPoint inCard = inView(rect.bottomLeft() + QPointF(4, -12));
        const double ratio = image.devicePixelRatio();
        QCOMPARE(image.pixelColor((QPointF(inCard) * ratio).toPoint()), theme->base);
    }
    QGuiApplication::setPalette(before);
}

void TestMap::emptyDesignSaysSo()
{
    const QList<QToolButton *> buttons = m_pane->findChildren<QToolButton *>();
    QVERIFY(!buttons.isEmpty());
    QVERIFY(load("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"));
    for (const QToolButton *button : buttons) {
        QVERIFY(!button->isEnabled());
        QVERIFY(!button->accessibleName().isEmpty());
    }
    QVERIFY(mapPicture(drawingOf(view().map()), PictureFormat::Svg, {}).isEmpty());
    m_pane->tidy();
    for (const Qt::Key key : {Qt::Key_Home, Qt::Key_Left, Qt::Key_Return, Qt::Key_0, Qt::Key_Plus})
        QTest::keyClick(&view(), key);
    QCOMPARE(m_document->undoStack()->count(), 0);
}

void TestMap::hiddenMapCatchesUp()
{
    m_pane->hide();
    m_document->edit(QStringLiteral("Add"),
                     [](Api &api) { addSchema(api, QStringLiteral("Gift")); });
    QVERIFY(!m_pane->isUpToDate());
    m_pane->show();
    QVERIFY(waitForMap());
    QVERIFY(card("Gift"));
}

void TestMap::githubOpensWithoutBlocking()
{
    QFile file(QStringLiteral(MENURA_GITHUB_API));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("GitHub's document is not here");
    const LoadedApi loaded = readOpenApi(file.readAll());
    QVERIFY(loaded.ok);
    QElapsedTimer timer;
    timer.start();
    const MapGraph graph = mapGraph(loaded.api);
    qInfo("graph of %d cards, %d edges: %lld ms", static_cast<int>(graph.cards.size()),
          static_cast<int>(graph.edges.size()), timer.restart());
    m_document->reset(loaded.api);
    qint64 longest = 0;
    while (!m_pane->isUpToDate()) {
        QElapsedTimer turn;
        turn.start();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        longest = std::max(longest, turn.elapsed());
        QVERIFY(timer.elapsed() < 60000);
    }
    qInfo("drawn after %lld ms, the longest event took %lld ms", timer.restart(), longest);
    view().viewport()->grab();
    qInfo("painting everything: %lld ms", timer.restart());
    QVERIFY(graph.cards.size() > 800);

    // What is not in sight shows in the corner, and is gone to there.
    auto *overview = view().findChild<QWidget *>(QStringLiteral("mapOverview"));
    QVERIFY(overview);
    QVERIFY(!overview->isVisible());
    for (int i = 0; i < 8; ++i)
        view().zoomIn();
    QVERIFY(overview->isVisible());
    const QPointF before = view().mapToScene(view().viewport()->rect().center());
    QTest::mouseClick(overview, Qt::LeftButton, {}, QPoint(12, overview->height() / 2));
    QVERIFY(view().mapToScene(view().viewport()->rect().center()).x() < before.x());
    QVERIFY(longest < 1000);
}

QTEST_MAIN(TestMap)

#include "test_map.moc"
