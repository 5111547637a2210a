#include "designer/map/map_edge_path.h"
#include "designer/map/map_edits.h"
#include "designer/map/map_graph.h"
#include "designer/model/locate.h"
#include "designer/model/notation.h"
#include "designer/openapi/openapi_reader.h"
#include "tests/designer/map/zoo.h"

#include <QTest>

using namespace Design;

class TestMapGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void edgesOfEveryKind_data();
    void edgesOfEveryKind();
    void cardsSayTheirRows();
    void longCardsAreCut();
    void kindsHaveShapesOfTheirOwn();
    void edgesMeetTheRowAndTheNearerSide();
    void listsStayLists_data();
    void listsStayLists();

private:
    Api m_api;
};

void TestMapGraph::initTestCase()
{
    const LoadedApi loaded = readOpenApi(QByteArray(zooText));
    QVERIFY(loaded.ok);
    m_api = loaded.api;
}

void TestMapGraph::edgesOfEveryKind_data()
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

void TestMapGraph::edgesOfEveryKind()
{
    QFETCH(QString, from);
    QFETCH(int, row);
    QFETCH(QStringList, edges);
    const QStringList kinds{QStringLiteral("reference "), QStringLiteral("list "),
                            QStringLiteral("union "), QStringLiteral("inheritance ")};
    const MapGraph graph = mapGraph(m_api);
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

void TestMapGraph::cardsSayTheirRows()
{
    const MapGraph graph = mapGraph(m_api);
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

void TestMapGraph::longCardsAreCut()
{
    QByteArray text =
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents:\n  schemas:\n"
        "    Part: {type: object}\n    Whole:\n      type: object\n      properties:\n";
    for (int i = 0; i < 20; ++i)
        text += "        f" + QByteArray::number(i) + ": {$ref: '#/components/schemas/Part'}\n";
    const LoadedApi loaded = readOpenApi(text);
    QVERIFY(loaded.ok);
    const MapGraph graph = mapGraph(loaded.api);
    const MapCard &whole = graph.cards.at(1);
    QCOMPARE(whole.rows.size(), 12);
    QCOMPARE(whole.hiddenRows, 8);
    QCOMPARE(whole.fieldCount, 20);
    // All references are drawn; those of hidden rows begin at "+ 8 more", inside of the card.
    QCOMPARE(graph.edges.size(), 20);
    QCOMPARE(whole.rowMiddle(12), whole.rowMiddle(19));
    QVERIFY(whole.rowMiddle(19) > whole.rowMiddle(11));
    QVERIFY(whole.rowMiddle(19) < whole.size().height());
}

void TestMapGraph::kindsHaveShapesOfTheirOwn()
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

void TestMapGraph::edgesMeetTheRowAndTheNearerSide()
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
}

void TestMapGraph::listsStayLists_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("type");
    QTest::newRow("string") << 0 << QStringLiteral("Pond");
    QTest::newRow("nullable") << 2 << QStringLiteral("Pond?");
    QTest::newRow("list") << 3 << QStringLiteral("[Pond]");
    QTest::newRow("map") << 6 << QStringLiteral("{Pond}");
    QTest::newRow("union") << 4 << QStringLiteral("Pond");
}

void TestMapGraph::listsStayLists()
{
    QFETCH(int, row);
    QFETCH(QString, type);
    const NodeId node = mapGraph(m_api).cards.at(0).rows.at(row).node;
    const NodeId pond = m_api.components.schemas.find(u"Pond")->id();
    Api api = m_api;
    QVERIFY(pointRowAt(api, node, pond));
    QCOMPARE(typeText(*findSchema(api, node), api), type);
    api = m_api;
    QVERIFY(!pointRowAt(api, node, NodeId::None));
    QVERIFY(!pointRowAt(api, NodeId::None, pond));
    QCOMPARE(api, m_api);
}

QTEST_GUILESS_MAIN(TestMapGraph)

#include "test_map_graph.moc"
