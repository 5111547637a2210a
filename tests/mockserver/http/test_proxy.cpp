#include "designer/openapi/openapi_reader.h"
#include "mockserver/engine/errors/refusal.h"
#include "mockserver/engine/security/allowed_hosts.h"
#include "mockserver/http/server.h"
#include "other_server.h"
#include "raw_client.h"

#include <QElapsedTimer>
#include <QTest>

#include <future>

using namespace Mock;

/// Requests that are passed on to a real server, and what is found on the way.
class TestProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void passesRequestsOn();
    void passesAnswersBack();
    void everyStatusPasses_data();
    void everyStatusPasses();
    void findsViolations_data();
    void findsViolations();
    void routesCanBePassedOnAlone();
    void brokenServersAreNamed_data();
    void brokenServersAreNamed();
    void aSlowOneHoldsNobodyUp();
    void headKeepsItsLength();
    void largeAnswersEnd();
    void neverAsksTheProgramItself();
    void asksOnlyWhatIsAllowed();

private:
    RawResponse ask(const QByteArray &request);
    RawResponse askOf(const Server &server, const QByteArray &request);
    std::unique_ptr<Server> serve(const QByteArray &yaml, const CompileOptions &options = {});
    QStringList problems() const; ///< of the last exchange: "response.body.price exclusiveMinimum"

    OtherServer m_other;
    std::unique_ptr<Server> m_server;
    QList<Exchange> m_exchanges;
};

static const QByteArray shop = R"yaml(
openapi: 3.1.0
info: {title: Shop, version: 1.0.0}
x-menura: {profile: PROFILE, proxy: 'http://OTHER'}
paths:
  /items:
    post:
      operationId: make
      security: [{key: []}]
      parameters: [{name: limit, in: query, schema: {type: integer, minimum: 1}}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
      responses:
        '201':
          description: Made
          headers: {X-Number: {required: true, schema: {type: integer, maximum: 9}}}
          content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}
        4XX: {description: Refused, content: {text/plain: {schema: {type: string, maxLength: 10}}}}
  /here:
    get:
      operationId: here
      responses: {'200': {description: OK, content: {application/json: {schema: {type: integer}, example: 7}}}}
      x-menura: {proxy: false}
  /slow: {get: {operationId: slow, responses: {'200': {description: OK}}}}
  /silent: {get: {operationId: silent, x-menura: {proxy: {url: 'http://OTHER', timeout: 300ms}}, responses: {'200': {description: OK}}}}
  /cut: {get: {operationId: cut, responses: {'200': {description: OK}}}}
  /nobody: {get: {operationId: nobody, x-menura: {proxy: 'http://127.0.0.1:1'}, responses: {'200': {description: OK}}}}
  /large: {get: {operationId: large, responses: {'200': {description: OK}}}}
  /late: {get: {operationId: late, x-menura: {faults: {delay: 1ms}}, responses: {'200': {description: OK}}}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key, x-menura: {tokens: {known: ada}}}}
  schemas:
    Item:
      type: object
      properties: {name: {type: string, minLength: 1}, price: {type: number, exclusiveMinimum: 0}}
      required: [name, price]
)yaml";

void TestProxy::initTestCase()
{
    m_server = serve(QByteArray(shop).replace("PROFILE", "fastapi"));
    QVERIFY(m_server->isRunning());
}

void TestProxy::init()
{
    QTest::qWait(120); // for exchanges of the test before
    m_exchanges.clear();
    m_other.requests.clear();
    m_other.setAnswer("/items",
                      wireAnswer("201 Created", "content-type: application/json\r\nx-number: 3\r\n",
                                 R"({ "price": 1.50, "name": "Zoë", "more": 1 })"));
}

std::unique_ptr<Server> TestProxy::serve(const QByteArray &yaml, const CompileOptions &options)
{
    const Design::LoadedApi loaded =
        Design::readOpenApi(QByteArray(yaml).replace("OTHER", m_other.host()));
    auto server = std::make_unique<Server>();
    server->setApi(compile(loaded.api, options));
    connect(server.get(), &Server::exchangesFinished, this,
            [this](const QList<Exchange> &batch) { m_exchanges += batch; });
    ServerOptions serving;
    serving.port = 0;
    serving.threads = 1; // the worst case: whoever blocks, blocks all
    server->start(serving);
    return server;
}

RawResponse TestProxy::ask(const QByteArray &request)
{
    return askOf(*m_server, request);
}

RawResponse TestProxy::askOf(const Server &server, const QByteArray &request)
{
    // The other server lives in this thread, so the client must wait in one of its own.
    std::future<RawResponse> answer =
        std::async(std::launch::async, [port = server.port(), request] {
            RawClient client(port);
            client.send(request);
            return client.receive(request.startsWith("HEAD")).value_or(RawResponse());
        });
    while (answer.wait_for(std::chrono::milliseconds(0)) != std::future_status::ready)
        QTest::qWait(5);
    return answer.get();
}

QStringList TestProxy::problems() const
{
    QStringList result;
    for (const Violation &violation : m_exchanges.last().violations) {
        const QString rule = violation.keyword == Design::Keyword::Unknown
                                 ? violation.type
                                 : Design::keywordName(violation.keyword);
        result.append(dottedLocation(violation.location) + u' ' + rule);
    }
    return result;
}

void TestProxy::passesRequestsOn()
{
    const QByteArray body = R"({"name": "a", "price": 1})";
    const RawResponse answer = ask(postRequest(
        "/items?limit=2&x=%2F%20a+b", body,
        "X-Key: whatever\r\nCookie: a=1\r\nConnection: x-hop\r\nX-Hop: 1\r\nTE: trailers\r\n"
        "Content-Type: application/json\r\nX-Two: 1\r\nX-Two: 2\r\nAccept-Encoding: br\r\n"));
    QCOMPARE(answer.status, 200); // of a path with a query, which the other server does not know
    QCOMPARE(m_other.requests.size(), 1);
    const QByteArray sent = m_other.requests.first();
    QVERIFY2(sent.startsWith("POST /items?limit=2&x=%2F%20a+b HTTP/1.1\r\n"), sent.constData());
    QVERIFY(sent.endsWith("\r\n\r\n" + body));
    const QByteArray head = sent.first(sent.indexOf("\r\n\r\n")).toLower();
    QVERIFY2(head.contains("host: " + m_other.host()), head.constData());
    QVERIFY2(head.contains("x-key: whatever"), head.constData());
    QVERIFY2(head.contains("cookie: a=1"), head.constData());
    QVERIFY2(head.contains("x-two: 1, 2"), head.constData());
    QVERIFY2(head.contains("accept-encoding: identity"), head.constData());
    QVERIFY2(head.contains("via: 1.1 menura"), head.constData());
    QVERIFY2(!head.contains("x-hop"), head.constData());
    QVERIFY2(!head.contains("te: "), head.constData());
}

void TestProxy::passesAnswersBack()
{
    m_other.setAnswer(
        "/items", wireAnswer("201 Created",
                             "content-type: application/json\r\nx-number: 3\r\nset-cookie: a=1\r\n"
                             "set-cookie: b=2\r\nconnection: keep-alive, x-hop\r\nx-hop: 1\r\n",
                             R"({ "price": 1.50, "name": "Zoë", "more": 1 })"));
    const RawResponse answer = ask(postRequest("/items", R"({"name": "a", "price": 1})",
                                               "X-Key: k\r\nContent-Type: application/json\r\n"));
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.body, QByteArray(R"({ "price": 1.50, "name": "Zoë", "more": 1 })"));
    QCOMPARE(answer.header("x-number"), QByteArray("3"));
    QCOMPARE(answer.header("set-cookie"), QByteArray("a=1, b=2")); // of two fields
    QVERIFY(answer.header("x-hop").isEmpty());
    QTRY_COMPARE(m_exchanges.size(), 1);
    QCOMPARE(problems(), QStringList());
    QCOMPARE(m_exchanges.last().route, QStringLiteral("POST /items"));
    QVERIFY(m_exchanges.last().nanoseconds > 0);
    const QList<Step> &steps = m_exchanges.last().steps;
    const auto isAnswer = [](const Step &step) { return step.kind == StepKind::Answer; };
    const auto step = std::find_if(steps.begin(), steps.end(), isAnswer);
    QVERIFY(step != steps.end());
    QCOMPARE(step->text,
             QStringLiteral("POST http://%1/items: 201").arg(QString::fromLatin1(m_other.host())));
}

void TestProxy::everyStatusPasses_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *status, const char *headers, const QByteArray &body) {
        QTest::newRow(status) << QByteArray(status) << QByteArray(headers) << body;
    };
    row("302 Found", "location: http://example.org/x\r\n", "moved");
    row("304 Not Modified", "etag: \"1\"\r\n", "");
    row("401 Unauthorized", "www-authenticate: Basic realm=\"x\"\r\n", "who are you?");
    row("403 Forbidden", "", "no");
    row("404 Not Found", "content-type: application/json\r\n", "{}");
    row("407 Proxy Authentication Required", "", "not you");
    row("418 I'm a teapot", "x-tea: green\r\n", "short and stout");
    row("500 Internal Server Error", "", "broken");
    row("200 OK", "content-encoding: gzip\r\n", QByteArray::fromHex("1f8b0800deadbeef"));
}

void TestProxy::everyStatusPasses()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    m_other.setAnswer("/any", wireAnswer(status, headers, body));
    const RawResponse answer = ask(getRequest("/any"));
    QCOMPARE(answer.status, status.left(3).toInt());
    QCOMPARE(answer.body, body);
    if (!headers.isEmpty())
        QCOMPARE(answer.header(headers.split(':').first()),
                 headers.mid(headers.indexOf(':') + 1).trimmed());
    // A body without a type stays without one.
    ask(postRequest("/plain", "a=1"));
    QVERIFY(!m_other.requests.last().toLower().contains("content-type"));
}

void TestProxy::findsViolations_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QStringList>("fastapi");
    QTest::addColumn<QStringList>("strict");
    const QByteArray fields = "X-Key: k\r\nContent-Type: application/json\r\n";
    const QByteArray good = postRequest("/items", R"({"name": "a", "price": 1})", fields);
    const QByteArray made =
        wireAnswer("201 Created", "content-type: application/json\r\nx-number: 3\r\n",
                   R"({"name": "a", "price": 1})");
    const auto row = [](const char *name, const QByteArray &request, const QByteArray &answer,
                        const QStringList &fastapi, const QStringList &strict = {}) {
        QTest::newRow(name) << request << answer << fastapi
                            << (strict.isEmpty() ? fastapi : strict);
    };
    row("a bad body", postRequest("/items", R"({"name": "", "price": 0})", fields), made,
        {QStringLiteral("body.name minLength"), QStringLiteral("body.price exclusiveMinimum")});
    row("no JSON", postRequest("/items", "{", fields), made,
        {QStringLiteral("body.1 json_invalid")}, {QStringLiteral("body json_invalid")});
    row("no credentials",
        postRequest("/items", R"({"name": "a", "price": 1})", "Content-Type: application/json\r\n"),
        made, {QStringLiteral("header.X-Key not_authenticated")});
    row("a path that is not there", getRequest("/nothing"), wireAnswer("200 OK", {}, {}),
        {QStringLiteral("path unknown_route")});
    row("a method that is not there", getRequest("/items"), made,
        {QStringLiteral("path unknown_route")});
    row("a status that is not declared", good, wireAnswer("503 Service Unavailable", {}, {}),
        {QStringLiteral("response.status undeclared_status")});
    row("a wrong body", good,
        wireAnswer("201 Created", "content-type: application/json\r\nx-number: 3\r\n",
                   R"({"name": 5, "price": -1})"),
        {QStringLiteral("response.body.name type"),
         QStringLiteral("response.body.price exclusiveMinimum")});
    row("a field of the head", good,
        wireAnswer("201 Created", "content-type: application/json\r\nx-number: 10\r\n",
                   R"({"name": "a", "price": 1})"),
        {QStringLiteral("response.header.X-Number maximum")});
    row("a field that is missing", good,
        wireAnswer("201 Created", "content-type: application/json\r\n",
                   R"({"name": "a", "price": 1})"),
        {QStringLiteral("response.header.X-Number missing")});
    row("a wrong type", good,
        wireAnswer("201 Created", "content-type: text/html\r\nx-number: 1\r\n", "<p>"),
        {QStringLiteral("response.header.content-type media_type")});
    row("no JSON in the answer", good,
        wireAnswer("201 Created", "content-type: application/json\r\nx-number: 1\r\n", "<p>"),
        {QStringLiteral("response.body json_invalid")});
    row("a text that is too long", good,
        wireAnswer("404 Not Found", "content-type: text/plain\r\n", "much longer than that"),
        {QStringLiteral("response.body maxLength")});
    row("both ways", postRequest("/items?limit=0", R"({"name": "a", "price": 1})", fields),
        wireAnswer("201 Created", "content-type: application/json\r\nx-number: 3\r\n", "[]"),
        {QStringLiteral("query.limit minimum"), QStringLiteral("response.body type")});
}

void TestProxy::findsViolations()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, answer);
    QFETCH(QStringList, fastapi);
    QFETCH(QStringList, strict);
    m_other.setAnswer("/items", answer);
    m_other.setAnswer("/items?limit=0", answer);
    m_other.setAnswer("/nothing", answer);
    for (const auto &[profile, expected] : {std::pair("fastapi", fastapi), {"strict", strict}}) {
        m_exchanges.clear();
        const auto server = serve(QByteArray(shop).replace("PROFILE", profile));
        const RawResponse response = askOf(*server, request);
        // Whatever was found, the answer is the real server's.
        QVERIFY(answer.contains(QByteArray::number(response.status)));
        QVERIFY(answer.endsWith(response.body));
        QTRY_COMPARE(m_exchanges.size(), 1);
        QCOMPARE(problems(), expected);
        const Violation &last = m_exchanges.last().violations.last();
        QVERIFY(last.type == u"unknown_route" || last.node != Design::NodeId::None);
    }
}

void TestProxy::routesCanBePassedOnAlone()
{
    const RawResponse here = ask(getRequest("/here"));
    QCOMPARE(here.body, QByteArray("7"));
    QVERIFY(m_other.requests.isEmpty());

    QByteArray yaml = QByteArray(shop).replace("PROFILE", "fastapi");
    yaml.replace(", proxy: 'http://OTHER'}", "}");
    yaml.replace("proxy: false", "proxy: 'http://OTHER/base/'");
    const auto server = serve(yaml);
    m_other.setAnswer("/base/here?a=1",
                      wireAnswer("200 OK", "content-type: application/json\r\n", "8"));
    QCOMPARE(askOf(*server, getRequest("/here?a=1")).body, QByteArray("8"));
    m_other.requests.clear();
    QCOMPARE(askOf(*server, getRequest("/slow")).status, 200);
    QCOMPARE(askOf(*server, getRequest("/nothing")).status, 404);
    QVERIFY(m_other.requests.isEmpty());

    CompileOptions everything;
    everything.proxy = QStringLiteral("http://") + QString::fromLatin1(m_other.host());
    const auto all =
        serve(QByteArray(shop).replace("proxy: 'http://OTHER'", "title: x"), everything);
    m_other.setAnswer("/here", wireAnswer("200 OK", "content-type: application/json\r\n", "9"));
    QCOMPARE(askOf(*all, getRequest("/here")).body, QByteArray("9"));
}

void TestProxy::brokenServersAreNamed_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("silent") << QByteArray("/silent") << 504 << QByteArray("no answer in time");
    QTest::newRow("cut") << QByteArray("/cut") << 502 << QByteArray("/cut: ");
    QTest::newRow("absent") << QByteArray("/nobody") << 502
                            << QByteArray("http://127.0.0.1:1/nobody: Connection refused");
}

void TestProxy::brokenServersAreNamed()
{
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(QByteArray, why);
    const RawResponse answer = ask(getRequest(path));
    QCOMPARE(answer.status, status);
    const QByteArray begin = "{\"detail\":\"GET http://";
    QVERIFY2(answer.body.startsWith(begin), answer.body.constData());
    QVERIFY2(answer.body.contains(why), answer.body.constData());
}

void TestProxy::aSlowOneHoldsNobodyUp()
{
    // More than the connections that Qt opens to one server, each 0.6 seconds.
    std::vector<std::future<int>> slow;
    for (int i = 0; i < 20; ++i) {
        slow.push_back(std::async(std::launch::async, [port = m_server->port()] {
            return RawClient(port).request(getRequest("/slow")).status;
        }));
    }
    QTRY_COMPARE(m_other.requests.size(), 20);
    for (int i = 0; i < 20; ++i) {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(ask(getRequest("/here")).body, QByteArray("7"));
        QVERIFY2(timer.elapsed() < 300, QByteArray::number(timer.elapsed()).constData());
    }
    for (std::future<int> &answer : slow) {
        while (answer.wait_for(std::chrono::milliseconds(0)) != std::future_status::ready)
            QTest::qWait(5);
        QCOMPARE(answer.get(), 200);
    }
}

void TestProxy::headKeepsItsLength()
{
    m_other.setAnswer("/head", "HTTP/1.1 200 OK\r\ncontent-length: 1234\r\n\r\n");
    const RawResponse answer = ask("HEAD /head HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("content-length"), QByteArray("1234"));
}

void TestProxy::largeAnswersEnd()
{
    m_other.setAnswer("/large", wireAnswer("200 OK", {}, QByteArray(15 * 1024 * 1024, 'x')));
    QCOMPARE(ask(getRequest("/large")).body.size(), 15 * 1024 * 1024);
    // Others pass through (see TestPassing), where nothing is to go wrong with them on purpose.
    m_other.setAnswer("/large", wireAnswer("200 OK", {}, QByteArray(17 * 1024 * 1024, 'x')));
    QCOMPARE(ask(getRequest("/large")).body.size(), 17 * 1024 * 1024);
    m_other.setAnswer("/late", wireAnswer("200 OK", {}, QByteArray(17 * 1024 * 1024, 'x')));
    const RawResponse answer = ask(getRequest("/late"));
    QCOMPARE(answer.status, 502);
    QVERIFY2(answer.body.contains("larger than 16 MiB"), answer.body.constData());
}

void TestProxy::neverAsksTheProgramItself()
{
    // Two servers of one program that pass everything on to each other: by an address that is its
    // own, and by another port.
    const auto first = serve("openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n");
    CompileOptions toFirst;
    toFirst.proxy = first->url().toString();
    const auto second =
        serve("openapi: 3.1.0\ninfo: {title: B, version: '1'}\npaths: {}\n", toFirst);
    const RawResponse answer = askOf(*second, getRequest("/x"));
    QCOMPARE(answer.status, 508);

    for (const char *host :
         {"127.0.0.1", "localhost", "0.0.0.0", "127.1", "x.localhost", "[::1]"}) {
        CompileOptions toItself;
        toItself.proxy =
            QStringLiteral("http://%1:%2").arg(QLatin1String(host)).arg(second->port());
        const Design::LoadedApi empty = Design::readOpenApi(
            QByteArray("openapi: 3.1.0\ninfo: {title: B, version: '1'}\npaths: {}\n"));
        second->setApi(compile(empty.api, toItself));
        const RawResponse own = askOf(*second, getRequest("/x"));
        QCOMPARE(own.status, 502);
        QVERIFY2(own.body.contains("that is this server itself"), own.body.constData());
    }
}

void TestProxy::asksOnlyWhatIsAllowed()
{
    const QByteArray yaml =
        QByteArray(shop).replace("PROFILE", "strict").replace("OTHER", m_other.host());
    const Design::Api api = Design::readOpenApi(yaml).api;
    const QString host = QString::fromLatin1(m_other.host());
    QCOMPARE(upstreamHosts(api), (QStringList{host, QStringLiteral("127.0.0.1:1")}));
    CompileOptions options;
    options.allowedHosts = QStringList();
    const auto server = serve(yaml, options);
    const RawResponse answer = askOf(*server, getRequest("/cut"));
    QCOMPARE(answer.status, 502);
    QVERIFY2(answer.body.contains("nobody has allowed it"), answer.body.constData());
    QVERIFY(m_other.requests.isEmpty());
    options.allowedHosts = QStringList{host};
    server->setApi(compile(api, options));
    QCOMPARE(askOf(*server, getRequest("/elsewhere")).status, 200);
}

QTEST_GUILESS_MAIN(TestProxy)
#include "test_proxy.moc"
