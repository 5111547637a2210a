#include "app/studio/bottom_pane.h"
#include "app/studio/tabs/editor_tabs.h"
#include "designer/model/access_tokens.h"
#include "mockserver/panel/requests/try_panel.h"
#include "mockserver/panel/traffic/har.h"
#include "mockserver/panel/traffic/traffic_panel.h"
#include "mockserver/panel/traffic/why_view.h"
#include "tests/studio/window_test.h"

#include <QLabel>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace Design;

/// Sending requests from the window, and what can be done with those that came in.
class TestTrying : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_test.reset(); }
    void validRequestIsFilledInAndSent();
    void everyPresetBreaksOneRule();
    void sendingStartsTheServer();
    void check07UnknownPathIsCreated();
    void missingMethodIsCreated();
    void requestsAreSentAsSomebody();
    void requestIsSentAgain();
    void pausedTrafficIsHeld();
    void exchangesAreWrittenAsHar();

private:
    MainWindow &window() { return m_test->window(); }
    Mock::TryPanel &panel() { return *window().findChild<Mock::TryPanel *>(); }
    Mock::TrafficPanel &traffic() { return *window().findChild<Mock::TrafficPanel *>(); }
    NodeId route(const char *pointer) { return m_test->at(QString::fromUtf8(pointer)); }

    std::unique_ptr<WindowTest> m_test;
};

void TestTrying::init()
{
    m_test = std::make_unique<WindowTest>();
    QVERIFY(m_test->openSample());
}

void TestTrying::validRequestIsFilledInAndSent()
{
    QVERIFY(m_test->startServer());
    window().selection().select(route("/paths/~1items~1/post"));
    QCOMPARE(panel().request().method, QByteArray("POST"));
    QCOMPARE(panel().request().target, QByteArray("/items/"));
    window().actions()[ActionId::SendRequest]->trigger();
    QTRY_COMPARE(traffic().model().rowCount(), 1);
    QCOMPARE(traffic().model().exchange(0).response.status, 201);
    // Routes with parameters too.
    window().selection().select(route("/paths/~1users~1{user_id}/get"));
    QVERIFY(panel().request().target.startsWith("/users/"));
    QVERIFY(!panel().request().target.contains('{'));
    window().actions()[ActionId::SendRequest]->trigger();
    QTRY_COMPARE(traffic().model().rowCount(), 2);
    QCOMPARE(traffic().model().exchange(1).response.status, 200);
}

void TestTrying::everyPresetBreaksOneRule()
{
    QVERIFY(m_test->startServer());
    window().selection().select(route("/paths/~1items~1/post"));
    const auto breaking = panel().breaking();
    QVERIFY(breaking.size() > 10);
    int row = 0;
    for (const auto &[name, request] : breaking) {
        panel().setRequest(request);
        // What is shown and sent is what was meant: bodies keep their value.
        panel().send();
        ++row;
        QTRY_COMPARE(traffic().model().rowCount(), row);
        const int status = traffic().model().exchange(row - 1).response.status;
        QVERIFY2(status == 422, qPrintable(name + u' ' + QString::number(status)));
        if (row == 12)
            break;
    }
}

void TestTrying::sendingStartsTheServer()
{
    QTRY_VERIFY(window().session().isReady());
    window().session().control().setWantedPort(0);
    QVERIFY(!window().session().control().isRunning());
    window().selection().select(route("/paths/~1items~1/get"));
    window().actions()[ActionId::SendRequest]->trigger();
    QTRY_COMPARE(traffic().model().rowCount(), 1);
    QCOMPARE(traffic().model().exchange(0).response.status, 200);
    auto *bottom = window().findChild<BottomPane *>();
    QVERIFY(!bottom->isCollapsed());
    QVERIFY(panel().isVisible()); // the answer stands beside the request, not on another page
}

void TestTrying::check07UnknownPathIsCreated()
{
    QVERIFY(m_test->startServer());
    QCOMPARE(m_test->send("GET", QStringLiteral("/orders/12/lines/7?x=1")).status, 404);
    QTRY_COMPARE(traffic().model().rowCount(), 1);
    traffic().selectNewest();
    QVERIFY(!traffic().model().exchange(0).nearestRoutes.isEmpty());
    QLabel *offer = nullptr;
    for (QLabel *label : traffic().whyView()->findChildren<QLabel *>()) {
        if (label->text().contains(QLatin1String("menura:create")))
            offer = label;
    }
    QVERIFY(offer);
    Q_EMIT offer->linkActivated(QStringLiteral("menura:create"));
    const QString path = QStringLiteral("/orders/{order_id}/lines/{line_id}");
    QVERIFY(window().document().api().paths.contains(path));
    QCOMPARE(window().tabs().title(window().tabs().count() - 1), QStringLiteral("GET ") + path);
    QTRY_COMPARE(m_test->send("GET", QStringLiteral("/orders/12/lines/7")).status, 200);
    QCOMPARE(m_test->send("GET", QStringLiteral("/orders/x/lines/7")).status, 422);
    window().actions()[ActionId::Undo]->trigger();
    QTRY_COMPARE(m_test->send("GET", QStringLiteral("/orders/12/lines/7")).status, 404);
}

void TestTrying::missingMethodIsCreated()
{
    QVERIFY(m_test->startServer());
    QCOMPARE(m_test->send("DELETE", QStringLiteral("/users/7")).status, 405);
    QTRY_COMPARE(traffic().model().rowCount(), 1);
    traffic().selectNewest();
    QLabel *offer = nullptr;
    for (QLabel *label : traffic().whyView()->findChildren<QLabel *>()) {
        if (label->text().contains(QLatin1String("menura:create")))
            offer = label;
    }
    QVERIFY(offer);
    Q_EMIT offer->linkActivated(QStringLiteral("menura:create"));
    // Where the path is, with what it knows about its parameter already.
    const NodeId added = route("/paths/~1users~1{user_id}/delete");
    QCOMPARE(window().document().index().kind(added), NodeKind::Operation);
    QCOMPARE(window().tabs().currentItem(), added);
    QTRY_COMPARE(m_test->send("DELETE", QStringLiteral("/users/7")).status, 204);
    QCOMPARE(m_test->send("DELETE", QStringLiteral("/users/abc")).status, 422);
}

void TestTrying::requestsAreSentAsSomebody()
{
    const NodeId create = route("/paths/~1items~1/post");
    window().document().edit(QStringLiteral("Guard"), [create](Api &api) {
        SecurityScheme key;
        key.id = api.newId();
        key.type = QStringLiteral("http");
        key.scheme = QStringLiteral("bearer");
        setAccessTokens(key, {true,
                              {{QStringLiteral("one"), QStringLiteral("alice"), {}},
                               {QStringLiteral("two"), QStringLiteral("bob"), {}}}});
        api.components.securitySchemes.insert(QStringLiteral("key"), key);
        editOperation(api, create, [](Operation &operation) {
            SecurityRequirement need;
            need.schemes.insert(QStringLiteral("key"), QStringList());
            operation.security = QList<SecurityRequirement>{need};
        });
    });
    QVERIFY(m_test->startServer());
    window().selection().select(create);
    int rows = 0;
    const auto status = [&] {
        panel().send();
        ++rows;
        return QTest::qWaitFor([&] { return traffic().model().rowCount() == rows; })
                   ? traffic().model().exchange(rows - 1).response.status
                   : 0;
    };
    QCOMPARE(status(), 201); // what is filled in has a token that counts
    auto *menu = panel().findChild<QToolButton *>(QStringLiteral("tryAs"))->menu();
    const auto choose = [menu](const char *text) {
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text() == QLatin1String(text)) {
                action->trigger();
                return true;
            }
        }
        return false;
    };
    QVERIFY(choose("Nobody"));
    QCOMPARE(status(), 401);
    QVERIFY(choose("bob"));
    QCOMPARE(Mock::headerValue(panel().request().headers, "authorization").toLower(),
             QByteArray("bearer two"));
    QCOMPARE(status(), 201);
    QVERIFY(choose("With a wrong token"));
    QVERIFY(status() == 401 || traffic().model().exchange(rows - 1).response.status == 403);
}

void TestTrying::requestIsSentAgain()
{
    QVERIFY(m_test->startServer());
    QCOMPARE(m_test->send("POST", QStringLiteral("/items/?a=%C3%A4"), R"({"name":"x"})").status,
             422);
    QTRY_COMPARE(traffic().model().rowCount(), 1);
    traffic().selectNewest();
    window().actions()[ActionId::SendAgain]->trigger();
    QTRY_COMPARE(traffic().model().rowCount(), 2);
    const Mock::Request &first = traffic().model().exchange(0).request;
    const Mock::Request &second = traffic().model().exchange(1).request;
    QCOMPARE(second.method, first.method);
    QCOMPARE(second.target, first.target);
    QCOMPARE(second.body, first.body);
    QCOMPARE(Mock::headerValue(second.headers, "content-type"),
             Mock::headerValue(first.headers, "content-type"));
}

void TestTrying::pausedTrafficIsHeld()
{
    QVERIFY(m_test->startServer());
    window().actions()[ActionId::PauseTraffic]->trigger();
    QCOMPARE(m_test->send("GET", QStringLiteral("/items/")).status, 200);
    QTest::qWait(250);
    QCOMPARE(traffic().model().rowCount(), 0);
    window().actions()[ActionId::PauseTraffic]->trigger();
    QTRY_COMPARE(traffic().model().rowCount(), 1);
}

void TestTrying::exchangesAreWrittenAsHar()
{
    QVERIFY(m_test->startServer());
    QCOMPARE(m_test->send("POST", QStringLiteral("/items/?a=b%20c&d"), "{\"name\":\"\"}").status,
             422);
    QTRY_COMPARE(traffic().model().rowCount(), 1);
    const Json log =
        Mock::harLog(traffic().shownExchanges(), window().session().control().url()).value(u"log");
    QCOMPARE(log.value(u"version").string(), QStringLiteral("1.2"));
    const JsonArray entries = log.value(u"entries").array();
    QCOMPARE(entries.size(), 1);
    const Json request = entries.first().value(u"request");
    QVERIFY(request.value(u"url").string().endsWith(QStringLiteral("/items/?a=b%20c&d")));
    QVERIFY(request.value(u"url").string().startsWith(QStringLiteral("http://127.0.0.1:")));
    QCOMPARE(request.value(u"queryString").array().size(), 2);
    QCOMPARE(request.value(u"queryString").array().first().value(u"value").string(),
             QStringLiteral("b c"));
    QCOMPARE(request.value(u"postData").value(u"text").string(), QStringLiteral("{\"name\":\"\"}"));
    const Json response = entries.first().value(u"response");
    QCOMPARE(response.value(u"status").toInt64(), 422);
    QVERIFY(response.value(u"content").value(u"text").string().contains(QStringLiteral("detail")));
    QVERIFY(!entries.first().value(u"comment").string().isEmpty());
    // Bytes that are no text survive.
    Mock::Exchange binary;
    binary.request.method = "POST";
    binary.request.target = "/";
    binary.response.body = QByteArray("\xff\xfe\x00", 3);
    const Json entry =
        Mock::harLog({binary}, QUrl()).value(u"log").value(u"entries").array().first();
    const Json content = entry.value(u"response").value(u"content");
    QCOMPARE(content.value(u"encoding").string(), QStringLiteral("base64"));
    QCOMPARE(QByteArray::fromBase64(content.value(u"text").string().toLatin1()),
             binary.response.body);
}

QTEST_MAIN(TestTrying)
#include "test_trying.moc"
