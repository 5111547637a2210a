#include "designer/map/map_edge_path.h"
#include "designer/model/notation.h"
#include "tests/designer/map/map_fixture.h"

#include <QMenu>

using namespace Design;

/// Several cards at once, lines by key, and the ways that lines take.
class TestMapChoosing : public QObject, private MapFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(QTest::qWaitForWindowExposed(&pane())); }
    void init() { QVERIFY(load(zooText)); }
    void edgesGoAroundCards();
    void severalCardsMoveTogether();
    void rectangleChoosesCards();
    void cardsAreConnectedByKey();
    void modelOfALargeMapIsReadable();
};

void TestMapChoosing::modelOfALargeMapIsReadable()
{
    view().setCurrent(NodeId::None);
    const double whole = view().zoom();
    selection().select(model("Lion"));
    QCOMPARE(view().zoom(), whole); // it can be read, and stays where it is

    QByteArray text("openapi: 3.1.0\ninfo: {title: Many, version: '1'}\npaths: {}\n"
                    "components:\n  schemas:\n");
    for (int i = 0; i < 1500; ++i)
        text +=
            "    M" + QByteArray::number(i) + ": {type: object, properties: {a: {type: string}}}\n";
    QVERIFY(load(text));
    view().fit();
    QVERIFY(view().zoom() < 0.3);
    selection().select(model("M200"));
    QCOMPARE(view().zoom(), 1.0);
    const QRectF inSight = view().mapToScene(view().viewport()->rect()).boundingRect();
    QVERIFY(inSight.contains(card("M200")->cardRect()));
    // A card that is clicked in the whole map is chosen, and the map stays.
    view().fit();
    const double small = view().zoom();
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, middle("M7"));
    QCOMPARE(view().zoom(), small);
}

void TestMapChoosing::edgesGoAroundCards()
{
    const QRectF from(0, 100, 120, 80);
    const QRectF to(600, 100, 120, 80);
    const QRectF between(300, 60, 120, 200);
    const auto runsInto = [](const EdgePath &path, const QRectF &card) {
        for (int i = 0; i <= 200; ++i) {
            if (card.contains(path.line.pointAtPercent(i / 200.0)))
                return true;
        }
        return false;
    };
    const EdgePath straight = edgePath(from, 120, to, 120);
    QVERIFY(runsInto(straight, between));
    const EdgePath around = edgePath(from, 120, to, 120, {between});
    QVERIFY(!runsInto(around, between));
    QCOMPARE(around.start, straight.start);
    QCOMPARE(around.end, straight.end);
    QCOMPARE(around.line.currentPosition(), straight.line.currentPosition());
    // The shorter way, and a free one.
    QVERIFY(around.line.boundingRect().top() < between.top());
    const QRectF above(260, -200, 200, 250);
    const EdgePath below = edgePath(from, 120, to, 120, {between, above});
    QVERIFY(!runsInto(below, between) && !runsInto(below, above));
    QVERIFY(below.line.boundingRect().bottom() > between.bottom());
    // What is not in the way changes nothing.
    QCOMPARE(edgePath(from, 120, to, 120, {QRectF(300, 400, 100, 100)}).line, straight.line);
}

void TestMapChoosing::severalCardsMoveTogether()
{
    view().setCurrent(NodeId::None);
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, middle("Lion"));
    QTest::mouseClick(view().viewport(), Qt::LeftButton, Qt::ControlModifier, middle("Cage"));
    QCOMPARE(view().map().chosen(), (QSet<NodeId>{model("Lion"), model("Cage")}));
    QCOMPARE(view().current(), model("Cage"));
    const QPointF lion = card("Lion")->pos();
    const QPointF cage = card("Cage")->pos();
    const QPointF pond = card("Pond")->pos();
    drag(middle("Lion"), middle("Lion") + QPoint(40, 30));
    const QPointF by = card("Lion")->pos() - lion;
    QVERIFY(by.x() > 0 && by.y() > 0);
    QCOMPARE(card("Cage")->pos() - cage, by);
    QCOMPARE(card("Pond")->pos(), pond);
    QCOMPARE(document().undoStack()->count(), 1);
    document().undoStack()->undo();
    QTRY_COMPARE(card("Lion")->pos(), lion);
    QCOMPARE(card("Cage")->pos(), cage);

    // Ctrl+click again lets one go, a click on one of them all others.
    QTest::mouseClick(view().viewport(), Qt::LeftButton, Qt::ControlModifier, middle("Cage"));
    QCOMPARE(view().map().chosen(), QSet<NodeId>{model("Lion")});
    QTest::keyClick(&view(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(view().map().chosen().size(), view().map().graph().cards.size());
    QTest::keyClick(&view(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(card("Pond")->pos(), pond + QPointF(20, 0));
    QCOMPARE(card("Lion")->pos(), lion + QPointF(20, 0));
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, middle("Pond"));
    QCOMPARE(view().map().chosen(), QSet<NodeId>{model("Pond")});
}

void TestMapChoosing::rectangleChoosesCards()
{
    const QRectF lion = card("Lion")->cardRect();
    const QPoint from = inView(lion.topLeft() - QPointF(9, 9));
    const QPoint to = inView(lion.topLeft() + QPointF(15, 15));
    QTest::mousePress(view().viewport(), Qt::LeftButton, Qt::ShiftModifier, from);
    QTest::mouseMove(view().viewport(), from + QPoint(12, 12));
    QTest::mouseMove(view().viewport(), to);
    QTest::mouseRelease(view().viewport(), Qt::LeftButton, Qt::ShiftModifier, to);
    QVERIFY(view().map().chosen().contains(model("Lion")));
    QCOMPARE(document().undoStack()->count(), 0);
}

void TestMapChoosing::cardsAreConnectedByKey()
{
    view().setCurrent(model("Pond"));
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_C);
    auto *menu = pane().findChild<QMenu *>(QStringLiteral("mapMenu"));
    QVERIFY(menu && menu->isVisible());
    const auto child = [](QMenu *in, const char *text) {
        for (QAction *action : in->actions()) {
            if (action->text() == QLatin1String(text))
                return action;
        }
        return static_cast<QAction *>(nullptr);
    };
    QAction *depth = child(menu, "depth becomes");
    QVERIFY(depth && depth->menu());
    child(depth->menu(), "Food")->trigger();
    QCOMPARE(typeText(*findSchema(document().api(), row("Pond", 0)), document().api()),
             QStringLiteral("Food"));
    QAction *extends = child(menu, "Extends");
    QVERIFY(extends && !child(extends->menu(), "Pond"));
    menu->close();
    document().undoStack()->undo();
    QVERIFY(!document().isModified());
}

QTEST_MAIN(TestMapChoosing)
#include "test_map_choosing.moc"
