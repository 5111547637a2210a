#include "designer/looks/theme.h"
#include "designer/map/map_accessible.h"
#include "designer/map/map_edits.h"
#include "designer/map/map_pane.h"
#include "designer/map/map_picture.h"
#include "designer/model/edits/map_places.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/model/notation.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/storage/design_file.h"

#include <QAccessible>
#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QXmlStreamReader>

using namespace Design;

class TestMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void edgesOfEveryKind_data();
    void edgesOfEveryKind();
    void cardsSayTheirRows();
    void longCardsAreCut();
    void kindsHaveShapesOfTheirOwn();
    void edgesMeetTheRowAndTheNearerSide();
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
    void listsStayLists_data();
    void listsStayLists();
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
    NodeId model(const char *name) const;
    NodeId row(const char *modelName, int number) const;
    MapView &view() const { return *m_pane->view(); }
    MapCardItem *card(const char *name) const { return view().map().card(model(name)); }
    bool load(const QByteArray &text);
    bool waitForMap();
    QPoint inView(const QPointF &scenePoint) const { return view().mapFromScene(scenePoint); }
    QPoint middle(const char *name) const { return inView(card(name)->cardRect().center()); }
    void drag(const QPoint &from, const QPoint &to, Qt::MouseButton button = Qt::LeftButton);

    std::unique_ptr<DesignDocument> m_document;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<MapPane> m_pane;
};

static const char *const zooText = R"(openapi: 3.1.0
info: {title: Zoo, version: 1.0.0}
paths: {}
components:
  schemas:
    Animal:
      type: object
      required: [name]
      properties:
        name: {type: string}
        keeper: {$ref: '#/components/schemas/Keeper'}
        deputy: {anyOf: [{$ref: '#/components/schemas/Keeper'}, {type: 'null'}]}
        foods: {type: array, items: {$ref: '#/components/schemas/Food'}}
        home: {oneOf: [{$ref: '#/components/schemas/Cage'}, {$ref: '#/components/schemas/Pond'}]}
        visits:
          type: array
          items: {anyOf: [{$ref: '#/components/schemas/Cage'}, {type: string}]}
        byDay: {type: object, additionalProperties: {$ref: '#/components/schemas/Food'}}
        papers:
          type: object
          properties:
            issuer: {$ref: '#/components/schemas/Keeper'}
        mother: {$ref: '#/components/schemas/Animal'}
    Keeper:
      type: object
      properties:
        name: {type: string}
    Lion:
      allOf:
        - $ref: '#/components/schemas/Animal'
        - type: object
          properties:
            mane: {type: boolean}
    Food:
      type: string
      enum: [meat, hay]
    Cage:
      type: object
      properties:
        bars: {type: integer}
    Pond:
      type: object
      properties:
        depth: {type: number}
    Home:
      oneOf:
        - $ref: '#/components/schemas/Cage'
        - $ref: '#/components/schemas/Pond'
    Foods:
      type: array
      items: {$ref: '#/components/schemas/Food'}
)";

bool TestMap::load(const QByteArray &text)
{
    const LoadedApi loaded = readOpenApi(text);
    if (!loaded.ok)
        return false;
    m_document->reset(loaded.api);
    return waitForMap();
}

bool TestMap::waitForMap()
{
    return QTest::qWaitFor([this] { return m_pane->isUpToDate(); });
}

void TestMap::init()
{
    m_document = std::make_unique<DesignDocument>();
    m_selection = std::make_unique<Selection>();
    m_pane = std::make_unique<MapPane>(*m_document, *m_selection);
    m_pane->resize(1200, 800);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    QVERIFY(load(zooText));
}

void TestMap::cleanup()
{
    m_pane.reset();
    m_selection.reset();
    m_document.reset();
}

NodeId TestMap::model(const char *name) const
{
    const Schema *schema = m_document->api().components.schemas.find(QString::fromUtf8(name));
    return schema ? schema->id() : NodeId::None;
}

NodeId TestMap::row(const char *modelName, int number) const
{
    return card(modelName)->card().rows.at(number).node;
}

void TestMap::drag(const QPoint &from, const QPoint &to, Qt::MouseButton button)
{
    QWidget *viewport = view().viewport();
    QTest::mousePress(viewport, button, {}, from);
    for (int i = 1; i <= 4; ++i)
        QTest::mouseMove(viewport, from + (to - from) * i / 4);
    QTest::mouseRelease(viewport, button, {}, to);
}

void TestMap::edgesOfEveryKind_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("row");
    QTest::addColumn<QStringList>("edges");
    const auto add = [](const char *what, const char *from, int row, const QStringList &edges) {
        QTest::newRow(what) << QString::fromUtf8(from) << row << edges;
    };
    add("plain", "Animal", 0, {});
    add("reference", "Animal", 1, {QStringLiteral("reference Keeper")});
    add("nullable", "Animal", 2, {QStringLiteral("reference Keeper")});
    add("list", "Animal", 3, {QStringLiteral("list Food")});
    add("union", "Animal", 4, {QStringLiteral("union Cage"), QStringLiteral("union Pond")});
    add("list of a union", "Animal", 5, {QStringLiteral("union many Cage")});
    add("map", "Animal", 6, {QStringLiteral("list Food")});
    add("inside of an object", "Animal", 7, {QStringLiteral("reference Keeper")});
    add("itself", "Animal", 8, {QStringLiteral("reference Animal")});
    add("inheritance", "Lion", -1, {QStringLiteral("inheritance Animal")});
    add("alternative", "Home", 1, {QStringLiteral("union Pond")});
    add("a model that is a list", "Foods", 0, {QStringLiteral("list Food")});
}

void TestMap::edgesOfEveryKind()
{
    QFETCH(QString, from);
    QFETCH(int, row);
    QFETCH(QStringList, edges);
    const QStringList kinds{QStringLiteral("reference "), QStringLiteral("list "),
                            QStringLiteral("union "), QStringLiteral("inheritance ")};
    const MapGraph graph = mapGraph(m_document->api());
    QStringList found;
    for (const MapEdge &edge : graph.edges) {
        if (graph.cards.at(edge.from).name != from || edge.row != row)
            continue;
        QString text = kinds.at(static_cast<int>(edge.kind));
        if (edge.isMany && edge.kind != EdgeKind::List)
            text += QStringLiteral("many ");
        found.append(text + graph.cards.at(edge.to).name);
    }
    QCOMPARE(found, edges);
}

void TestMap::cardsSayTheirRows()
{
    const MapGraph graph = mapGraph(m_document->api());
    QCOMPARE(graph.cards.size(), 8);
    const MapCard &animal = graph.cards.at(0);
    QCOMPARE(animal.name, QStringLiteral("Animal"));
    QCOMPARE(animal.fieldCount, 9);
    QCOMPARE(animal.rows.at(0).name, QStringLiteral("name"));
    QVERIFY(animal.rows.at(0).isRequired);
    QVERIFY(!animal.rows.at(1).isRequired);
    QVERIFY(animal.rows.at(3).type.contains(QLatin1String("list of Food")));
    const MapCard &lion = graph.cards.at(2);
    QCOMPARE(lion.fieldCount, 1);
    QCOMPARE(lion.rows.at(0).name, QStringLiteral("mane"));
    const MapCard &food = graph.cards.at(3);
    QCOMPARE(food.fieldCount, 0);
    QCOMPARE(food.rows.size(), 2);
    QCOMPARE(food.rows.at(1).type, QStringLiteral("hay"));
    QCOMPARE(food.rows.at(1).node, NodeId::None);
}

void TestMap::longCardsAreCut()
{
    QByteArray text =
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents:\n  schemas:\n"
        "    Part: {type: object}\n    Whole:\n      type: object\n      properties:\n";
    for (int i = 0; i < 20; ++i)
        text += "        f" + QByteArray::number(i) + ": {$ref: '#/components/schemas/Part'}\n";
    QVERIFY(load(text));
    const MapCard &whole = card("Whole")->card();
    QCOMPARE(whole.rows.size(), 12);
    QCOMPARE(whole.hiddenRows, 8);
    QCOMPARE(whole.fieldCount, 20);
    // All references are drawn; those of hidden rows begin at "+ 8 more", inside of the card.
    const MapGraph &graph = view().map().graph();
    QCOMPARE(graph.edges.size(), 20);
    QCOMPARE(whole.rowMiddle(12), whole.rowMiddle(19));
    QVERIFY(whole.rowMiddle(19) > whole.rowMiddle(11));
    QVERIFY(whole.rowMiddle(19) < whole.size().height());
}

void TestMap::kindsHaveShapesOfTheirOwn()
{
    MapEdge reference;
    MapEdge list{0, 0, 1, EdgeKind::List, true};
    MapEdge unions{0, 0, 1, EdgeKind::Union, false};
    MapEdge inherits{0, -1, 1, EdgeKind::Inheritance, false};
    QSet<int> markers;
    for (const MapEdge &edge : {reference, list, unions, inherits})
        markers.insert(static_cast<int>(markerOf(edge)));
    QCOMPARE(markers.size(), 4);
    QVERIFY(isDashed(unions));
    QVERIFY(!isDashed(reference) && !isDashed(list) && !isDashed(inherits));
    unions.isMany = true;
    QCOMPARE(markerOf(unions), EdgeMarker::CrowFoot);
    QVERIFY(isDashed(unions));
    const EdgePath path = edgePath(QRectF(0, 0, 100, 50), 20, QRectF(300, 0, 100, 50), 14);
    for (const EdgeMarker marker : {EdgeMarker::Arrow, EdgeMarker::CrowFoot, EdgeMarker::OpenArrow,
                                    EdgeMarker::HollowTriangle}) {
        const QPainterPath shape = markerPath(marker, path);
        QVERIFY(path.bounds().contains(shape.boundingRect()));
        QCOMPARE(shape.boundingRect().right(), 300.0); // touches the card
    }
}

void TestMap::edgesMeetTheRowAndTheNearerSide()
{
    const QRectF card(0, 0, 100, 200);
    const EdgePath right = edgePath(card, 90, QRectF(300, 500, 100, 50), 514);
    QCOMPARE(right.start, QPointF(100, 90));
    QCOMPARE(right.end, QPointF(300, 514));
    const EdgePath left = edgePath(card, 90, QRectF(-300, 0, 100, 50), 14);
    QCOMPARE(left.start, QPointF(0, 90));
    QCOMPARE(left.end, QPointF(-200, 14));
    // One above the other: around the side that lies nearer.
    const EdgePath below = edgePath(card, 90, QRectF(40, 400, 100, 50), 414);
    QCOMPARE(below.start.x() == 100, below.end.x() == 140);
    const EdgePath loop = edgePath(card, 90, card, 14);
    QCOMPARE(loop.start.x(), loop.end.x());
    QVERIFY(loop.line.boundingRect().right() > 100 || loop.line.boundingRect().left() < 0);

    for (const auto &item : view().map().edges()) {
        const MapGraph &graph = view().map().graph();
        const MapCardItem *from = view().map().card(graph.cards.at(item->edge().from).node);
        QCOMPARE(item->path().start.y(), from->y() + from->card().rowMiddle(item->edge().row));
    }
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
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        QCOMPARE(view().map().card(it.key())->pos(), it.value());
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        QVERIFY(!view().map().card(it.key())->cardRect().intersects(card("Gift")->cardRect()));
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

void TestMap::listsStayLists_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("type");
    QTest::newRow("string") << 0 << QStringLiteral("Pond");
    QTest::newRow("nullable") << 2 << QStringLiteral("Pond?");
    QTest::newRow("list") << 3 << QStringLiteral("[Pond]");
    QTest::newRow("map") << 6 << QStringLiteral("{Pond}");
    QTest::newRow("union") << 4 << QStringLiteral("Pond");
}

void TestMap::listsStayLists()
{
    QFETCH(int, row);
    QFETCH(QString, type);
    const NodeId node = this->row("Animal", row);
    const NodeId pond = model("Pond");
    m_document->edit(QStringLiteral("Type"),
                     [node, pond](Api &api) { QVERIFY(pointRowAt(api, node, pond)); });
    QCOMPARE(typeText(*findSchema(m_document->api(), node), m_document->api()), type);
    Api api = m_document->api();
    QVERIFY(!pointRowAt(api, node, NodeId::None));
    QVERIFY(!pointRowAt(api, NodeId::None, pond));
    QCOMPARE(api, m_document->api());
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
    QSignalSpy said(m_pane.get(), &MapPane::message);
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
    QSignalSpy opened(m_selection.get(), &Selection::openRequested);
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

    QSignalSpy opened(m_selection.get(), &Selection::openRequested);
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
    QTemporaryDir folder;
    const QString svgPath = folder.filePath(QStringLiteral("zoo.svg"));
    view().setCurrent(model("Home"));
    QCOMPARE(m_pane->writePicture(svgPath), QString());
    QCOMPARE(view().current(), model("Home"));
    QFile svg(svgPath);
    QVERIFY(svg.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&svg);
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
    QSvgRenderer renderer(svgPath);
    QVERIFY(renderer.isValid());

    const QString pngPath = folder.filePath(QStringLiteral("zoo.png"));
    QCOMPARE(m_pane->writePicture(pngPath), QString());
    const QImage png(pngPath);
    QVERIFY(!png.isNull());
    const QSizeF cards = view().map().cardsRect().size();
    QCOMPARE(png.size(), ((cards + QSizeF(48, 48)) * 2).toSize());
    QCOMPARE(png.pixelColor(0, 0), Theme::current().window);

    QVERIFY(!m_pane->writePicture(folder.filePath(QStringLiteral("no/such/folder.svg"))).isEmpty());
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
    QVERIFY(mapPicture(view().map(), PictureFormat::Svg, {}).isEmpty());
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
    qInfo("reset: %lld ms", timer.restart());
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
    QVERIFY(longest < 1000);
}

QTEST_MAIN(TestMap)

#include "test_map.moc"
