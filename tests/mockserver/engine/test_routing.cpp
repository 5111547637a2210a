#include "mockserver/engine/inputs/url_decoding.h"
#include "mockserver/engine/plan/path_template.h"
#include "mockserver/engine/run/router.h"

#include <QTest>

using Mock::PathTemplate;
using Mock::Router;

class TestRouting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void match_data();
    void match();
    void firstRegisteredWins();
    void concreteComesFirstWhenAsked();
    void twinsAreToldApartByTheirValues();
    void methodOfTheFirstPath();
    void nearest();
    void manyParametersInOneSegmentEnd();
    void query();
    void cookies();
};

void TestRouting::match_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("request");
    QTest::addColumn<bool>("isMatch");
    QTest::addColumn<QStringList>("values");
    const auto row = [](const char *path, const char *request, bool isMatch,
                        const QStringList &values = {}) {
        QTest::newRow(request) << QString::fromLatin1(path) << QString::fromLatin1(request)
                               << isMatch << values;
    };
    row("/items/{id}", "/items/7", true, {QStringLiteral("7")});
    row("/items/{id}", "/items/", false);
    row("/items/{id}", "/items/7/", false);
    row("/items/{id}", "/items/7/8", false);
    row("/items/{id}", "/Items/7", false);
    row("/items/{id}.json", "/items/a.b.json", true, {QStringLiteral("a.b")});
    row("/{a}-{b}", "/1-2-3", true, {QStringLiteral("1-2"), QStringLiteral("3")});
    row("/files/{p:path}", "/files/a/b/c", true, {QStringLiteral("a/b/c")});
    row("/files/{p:path}", "/files/", true, {QString()});
    row("/files/{p:path}/meta", "/files/a/meta/meta", true, {QStringLiteral("a/meta")});
    row("/n/{n:int}", "/n/12", true, {QStringLiteral("12")});
    row("/n/{n:int}", "/n/-1", false);
    row("/n/{n:float}", "/n/1.5", true, {QStringLiteral("1.5")});
    row("/n/{n:float}", "/n/1.", false);
    row("/u/{u:uuid}", "/u/12345678-1234-5678-1234-567812345678", true,
        {QStringLiteral("12345678-1234-5678-1234-567812345678")});
    row("/u/{u:uuid}", "/u/1234", false);
    row("/", "/", true);
    row("/", "", false);
    row("/broken/{x", "/broken/{x", true);
}

void TestRouting::match()
{
    QFETCH(QString, path);
    QFETCH(QString, request);
    QFETCH(bool, isMatch);
    QFETCH(QStringList, values);
    QStringList found;
    QCOMPARE(PathTemplate(path).match(request, &found), isMatch);
    QCOMPARE(found, values);
}

static Router routerOf(Router::Order order)
{
    Router router(order);
    const char *routes[][2] = {{"GET", "/n/{i}"},      {"GET", "/n/me"},   {"POST", "/n/{i}"},
                               {"PUT", "/{kind}/{i}"}, {"GET", "/items/"}, {"POST", "/items/"}};
    int number = 0;
    for (const auto &route : routes)
        router.add(QString::fromLatin1(route[1]), route[0], number++);
    router.finish();
    return router;
}

void TestRouting::firstRegisteredWins()
{
    const Router router = routerOf(Router::Order::AsRegistered);
    QCOMPARE(router.find(u"/n/me", "GET").route, 0);
    QCOMPARE(router.find(u"/n/me", "GET").values, QStringList{QStringLiteral("me")});
    QCOMPARE(router.find(u"/n/me", "PUT").route, 3);
    QCOMPARE(router.find(u"/other", "GET").route, -1);
    QCOMPARE(router.find(u"/other", "GET").otherMethod, -1);
}

void TestRouting::concreteComesFirstWhenAsked()
{
    const Router router = routerOf(Router::Order::ConcreteFirst);
    QCOMPARE(router.find(u"/n/me", "GET").route, 1);
    QCOMPARE(router.find(u"/n/you", "GET").route, 0);
    QVERIFY(PathTemplate(QStringLiteral("/a/{x}...{y}"))
                .isMoreConcrete(PathTemplate(QStringLiteral("/a/{z}"))));
    QVERIFY(PathTemplate(QStringLiteral("/a/{z}"))
                .isMoreConcrete(PathTemplate(QStringLiteral("/{a}/b"))));
}

void TestRouting::twinsAreToldApartByTheirValues()
{
    Router router(Router::Order::ConcreteFirst);
    int number = 0;
    for (const char *path : {"/{a}/{b}", "/{c}/{d}", "/x/{e}", "/x/{f}", "/y/{g}"})
        router.add(QString::fromLatin1(path), "GET", number++);
    router.finish();
    const auto takes = [](int wanted) {
        return [wanted](int route, const QStringList &) { return route == wanted; };
    };
    QCOMPARE(router.find(u"/x/1", "GET").route, 2);
    QCOMPARE(router.find(u"/x/1", "GET", takes(3)).route, 3);
    QCOMPARE(router.find(u"/x/1", "GET", takes(1)).route, 2); // no twin of the more concrete ones
    QCOMPARE(router.find(u"/z/1", "GET", takes(1)).route, 1);
    QCOMPARE(router.find(u"/y/1", "GET", takes(0)).route, 4);
}

void TestRouting::methodOfTheFirstPath()
{
    const Router router = routerOf(Router::Order::AsRegistered);
    const Router::Found found = router.find(u"/items/", "DELETE");
    QCOMPARE(found.route, -1);
    QCOMPARE(found.otherMethod, 4);
    const QList<QByteArray> methods{"GET", "POST"};
    QCOMPARE(router.methods(u"/items/"), methods);
    QVERIFY(router.matches(u"/items/"));
    QVERIFY(!router.matches(u"/items"));
}

void TestRouting::nearest()
{
    const Router router = routerOf(Router::Order::AsRegistered);
    QCOMPARE(router.nearest(u"/item/", 1), QStringList{QStringLiteral("GET /items/")});
    QCOMPARE(router.nearest(u"/n/7/more", 1), QStringList{QStringLiteral("GET /n/{i}")});
}

void TestRouting::manyParametersInOneSegmentEnd()
{
    const PathTemplate path(QStringLiteral("/{a}{b}{c}{d}{e}{f}{g}{h}!"));
    QVERIFY(!path.match(QString(u'/' + QStringLiteral("x").repeated(200)), nullptr));
}

void TestRouting::query()
{
    const auto pairs = Mock::parseQuery("a=1&b=&c&&d=x+y%20z&e=%zz&=v&f=a=b&g=%FF");
    QStringList texts;
    for (const Mock::NamedText &pair : pairs)
        texts.append(pair.name + u'|' + pair.value);
    QCOMPARE(texts,
             (QStringList{QStringLiteral("a|1"), QStringLiteral("b|"), QStringLiteral("c|"),
                          QStringLiteral("d|x y z"), QStringLiteral("e|%zz"), QStringLiteral("|v"),
                          QStringLiteral("f|a=b"), QStringLiteral("g|") + QChar(0xfffd)}));
    QCOMPARE(Mock::pathOf("/a/b?c?d"), QByteArray("/a/b"));
    QCOMPARE(Mock::queryOf("/a/b?c?d"), QByteArray("c?d"));
}

void TestRouting::cookies()
{
    QStringList texts;
    for (const Mock::NamedText &cookie :
         Mock::parseCookies("a=1; b=\"x y\"; c=\"q\\\"r\\073\"; d; e=f=g;"))
        texts.append(cookie.name + u'|' + cookie.value);
    QCOMPARE(texts,
             (QStringList{QStringLiteral("a|1"), QStringLiteral("b|x y"), QStringLiteral("c|q\"r;"),
                          QStringLiteral("|d"), QStringLiteral("e|f=g")}));
}

QTEST_GUILESS_MAIN(TestRouting)
#include "test_routing.moc"
