#include "designer/map/layered_order.h"
#include "designer/map/map_layout.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRectF>
#include <QTest>

using namespace Design;

class TestMapLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingGivesNothing();
    void linksLeadToTheRight();
    void chainsLieLevel();
    void circlesAreLaidOut();
    void layersHaveFewCrossings();
    void foreignLinksAreIgnored();
    void looseCardsStandBelow();
    void placedCardsStay();
    void newCardStandsBesideItsNeighbour();
    void manyNewCardsStandBelowTheOthers();
    void noCardsOverlap_data();
    void noCardsOverlap();
    void isDeterministic();
    void largeMapsAreQuickAndNotTall();
};

namespace
{

LayoutBox box(double width = 200, double height = 100)
{
    return {QSizeF(width, height), std::nullopt};
}

LayoutLink lineOf(qsizetype left, qsizetype right)
{
    return {left, right, 14, 14};
}

struct RandomMap {
    QList<LayoutBox> boxes;
    QList<LayoutLink> links;

    RandomMap(quint32 seed, int count, double linksEach, double placedShare)
    {
        QRandomGenerator random(seed);
        for (int i = 0; i < count; ++i) {
            boxes.append(box(160 + random.bounded(160), 40 + random.bounded(13) * 20));
            if (random.generateDouble() < placedShare) // on a grid, so that they do not overlap
                boxes.last().place = QPointF((i % 10) * 400, (i / 10) * 400);
        }
        for (int i = 0; i < count * linksEach; ++i)
            links.append(
                {random.bounded(count), random.bounded(count), 10.0 + random.bounded(30), 14});
    }
};

QString overlaps(const QList<LayoutBox> &boxes, const QList<QPointF> &places)
{
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        for (qsizetype k = 0; k < i; ++k) {
            if (QRectF(places.at(i), boxes.at(i).size)
                    .intersects(QRectF(places.at(k), boxes.at(k).size)))
                return QStringLiteral("%1 overlaps %2").arg(k).arg(i);
        }
    }
    return {};
}

} // namespace

void TestMapLayout::nothingGivesNothing()
{
    QVERIFY(layoutMap({}, {}).isEmpty());
    QCOMPARE(layoutMap({box()}, {}), QList<QPointF>{QPointF()});
}

void TestMapLayout::linksLeadToTheRight()
{
    // 0 → 1 → 3, 0 → 2 → 3, 0 → 3
    const QList<LayoutBox> boxes{box(), box(), box(), box()};
    const QList<QPointF> places =
        layoutMap(boxes, {lineOf(0, 1), lineOf(1, 3), lineOf(0, 2), lineOf(2, 3), lineOf(0, 3)});
    for (const auto &[left, right] : {std::pair(0, 1), {1, 3}, {0, 2}, {2, 3}, {0, 3}})
        QVERIFY(places.at(left).x() + 200 + 72 <= places.at(right).x());
    QCOMPARE(places.at(1).x(), places.at(2).x());
}

void TestMapLayout::chainsLieLevel()
{
    // The lines are straight where nothing is in the way: offsets are made up for.
    const QList<QPointF> places = layoutMap({box(), box()}, {LayoutLink{0, 1, 80, 14}});
    QCOMPARE(places.at(0).y() + 80, places.at(1).y() + 14);
}

void TestMapLayout::circlesAreLaidOut()
{
    const QList<LayoutBox> boxes{box(), box(), box()};
    const QList<QPointF> places =
        layoutMap(boxes, {lineOf(0, 1), lineOf(1, 2), lineOf(2, 0), lineOf(1, 1)});
    QCOMPARE(overlaps(boxes, places), QString());
    QVERIFY(places.at(0).x() < places.at(1).x());
    QVERIFY(places.at(1).x() < places.at(2).x());
}

void TestMapLayout::layersHaveFewCrossings()
{
    // 0, 1, 2 lead to 5, 4, 3: crossing, until the second layer is turned round.
    LayeredGraph graph(6);
    QVERIFY(graph.addEdge(0, 5));
    QVERIFY(graph.addEdge(1, 4));
    QVERIFY(graph.addEdge(2, 3));
    QVERIFY(!graph.addEdge(2, 3));
    QVERIFY(!graph.addEdge(2, 2));
    const QList<QList<qsizetype>> layers = layersOf(graph);
    QCOMPARE(layers.size(), 2);
    QList<qsizetype> mirrored;
    for (const qsizetype node : layers.at(0))
        mirrored.append(5 - node);
    QCOMPARE(layers.at(1), mirrored);
}

void TestMapLayout::foreignLinksAreIgnored()
{
    const QList<QPointF> places =
        layoutMap({box(), box()}, {lineOf(0, 7), lineOf(-1, 1), lineOf(0, 0)});
    QCOMPARE(places.size(), 2);
    QCOMPARE(overlaps({box(), box()}, places), QString());
}

void TestMapLayout::looseCardsStandBelow()
{
    const QList<QPointF> places = layoutMap({box(), box(), box()}, {lineOf(1, 2)});
    QVERIFY(places.at(0).y() >= places.at(1).y() + 100);
}

void TestMapLayout::placedCardsStay()
{
    QList<LayoutBox> boxes{box(), box(), box(), box()};
    boxes[0].place = QPointF(-333, 17);
    boxes[2].place = QPointF(40, -90);
    const QList<QPointF> places = layoutMap(boxes, {lineOf(2, 0), lineOf(1, 0), lineOf(3, 2)});
    QCOMPARE(places.at(0), QPointF(-333, 17));
    QCOMPARE(places.at(2), QPointF(40, -90));
    QCOMPARE(overlaps(boxes, places), QString());
}

void TestMapLayout::newCardStandsBesideItsNeighbour()
{
    QList<LayoutBox> boxes{box(), box(), box(), box()};
    boxes[0].place = QPointF(0, 0);
    boxes[1].place = QPointF(2000, 0);
    boxes[2].place = QPointF(2000, 400);
    QCOMPARE(layoutMap(boxes, {lineOf(0, 3)}).at(3), QPointF(272, 0));
    QCOMPARE(layoutMap(boxes, {lineOf(3, 2)}).at(3), QPointF(1728, 400));
}

void TestMapLayout::manyNewCardsStandBelowTheOthers()
{
    QList<LayoutBox> boxes{box(), box(), box(), box()};
    boxes[0].place = QPointF(100, 50);
    const QList<QPointF> places = layoutMap(boxes, {lineOf(1, 2), lineOf(2, 3)});
    QCOMPARE(overlaps(boxes, places), QString());
    for (qsizetype i = 1; i < 4; ++i)
        QVERIFY(places.at(i).y() > 150);
    QVERIFY(places.at(1).x() < places.at(2).x());
}

void TestMapLayout::noCardsOverlap_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("linksEach");
    QTest::addColumn<double>("placedShare");
    for (const int count : {2, 7, 30, 120}) {
        for (const double links : {0.0, 0.7, 2.5}) {
            for (const double placed : {0.0, 0.3, 0.8})
                QTest::addRow("%d cards, %.1f links, %.1f placed", count, links, placed)
                    << count << links << placed;
        }
    }
}

void TestMapLayout::noCardsOverlap()
{
    QFETCH(int, count);
    QFETCH(double, linksEach);
    QFETCH(double, placedShare);
    for (quint32 seed = 1; seed <= 8; ++seed) {
        const RandomMap map(seed, count, linksEach, placedShare);
        const QList<QPointF> places = layoutMap(map.boxes, map.links);
        QCOMPARE(places.size(), map.boxes.size());
        QCOMPARE(overlaps(map.boxes, places), QString());
        for (qsizetype i = 0; i < places.size(); ++i) {
            if (map.boxes.at(i).place)
                QCOMPARE(places.at(i), *map.boxes.at(i).place);
        }
    }
}

void TestMapLayout::isDeterministic()
{
    const RandomMap map(42, 90, 1.5, 0.2);
    const QList<QPointF> once = layoutMap(map.boxes, map.links);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(layoutMap(map.boxes, map.links), once);
}

void TestMapLayout::largeMapsAreQuickAndNotTall()
{
    const RandomMap map(7, 1000, 2.5, 0);
    QElapsedTimer timer;
    timer.start();
    const QList<QPointF> places = layoutMap(map.boxes, map.links);
    qInfo("1000 cards, 2500 links: %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 5000);
    QCOMPARE(overlaps(map.boxes, places), QString());
    QRectF whole;
    for (qsizetype i = 0; i < places.size(); ++i)
        whole |= QRectF(places.at(i), map.boxes.at(i).size);
    QVERIFY2(whole.height() < 3 * whole.width() && whole.width() < 8 * whole.height(),
             qPrintable(QStringLiteral("%1 x %2").arg(whole.width()).arg(whole.height())));
}

QTEST_GUILESS_MAIN(TestMapLayout)

#include "test_map_layout.moc"
