#include "echo_handler.h"
#include "mockserver/http/server.h"
#include "raw_client.h"

#include <QSignalSpy>
#include <QTest>

/// What a client sees on one connection.
class TestConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void answers();
    void keepsAlive();
    void answersPipelinedRequestsInOrder();
    void takesBytesOneByOne();
    void answersAHalfClosedClient();
    void answersHeadWithoutBody();
    void speaksOldHttp();
    void closesWhenEitherSideWants();
    void sendsContinue();
    void refusesBadRequests();
    void refusesWhatIsTooLarge();
    void keepsAnswersToRefusedUploads();
    void refusesForeignHosts_data();
    void refusesForeignHosts();
    void sendsLargeAnswers();
    void answersLaterInOrder();
    void survivesClientsThatLeave();
    void answersWhenTheHandlerDoesNot();
    void reportsExchanges();
    void cutsReportedBodies();

private:
    BackgroundThreads m_threads;
    Mock::Server m_server;
};

void TestConnections::initTestCase()
{
    m_server.setHandler(echoHandler(&m_threads));
    Mock::ServerOptions options;
    options.port = 0;
    options.threads = 2;
    options.limits.body = 1024 * 1024;
    QVERIFY2(m_server.start(options), qPrintable(m_server.errorString()));
    QVERIFY(m_server.port() > 0);
}

void TestConnections::cleanupTestCase()
{
    m_server.stop();
    m_threads.wait();
}

void TestConnections::answers()
{
    RawClient client(m_server.port());
    const RawResponse response = client.request(postRequest("/a?b=%20c", "{\"x\":1}"));
    QCOMPARE(response.status, 200);
    QCOMPARE(response.reason, "OK");
    QCOMPARE(response.body, "POST /a?b=%20c {\"x\":1}");
    QCOMPARE(response.header("content-type"), "text/plain");
    QCOMPARE(response.header("content-length"), QByteArray::number(response.body.size()));
    QVERIFY(response.header("date").endsWith(" GMT"));
    QVERIFY(response.header("x-peer").startsWith("127.0.0.1:"));
}

void TestConnections::keepsAlive()
{
    RawClient client(m_server.port());
    for (int count = 0; count < 200; ++count) {
        const QByteArray target = "/" + QByteArray::number(count);
        const RawResponse response = client.request(getRequest(target));
        QCOMPARE(response.body, "GET " + target + " ");
        QVERIFY(response.header("connection").isEmpty());
    }
    QVERIFY(client.isConnected());
}

void TestConnections::answersPipelinedRequestsInOrder()
{
    RawClient client(m_server.port());
    QByteArray bytes;
    constexpr int count = 2000;
    for (int index = 0; index < count; ++index)
        bytes += index % 3 == 0 ? postRequest("/" + QByteArray::number(index), "body")
                                : getRequest("/" + QByteArray::number(index));
    QVERIFY(client.send(bytes));
    for (int index = 0; index < count; ++index) {
        const auto response = client.receive();
        QVERIFY(response);
        QCOMPARE(response->body.split(' ').at(1), "/" + QByteArray::number(index));
    }
    QVERIFY(client.leftOver().isEmpty());
}

void TestConnections::takesBytesOneByOne()
{
    RawClient client(m_server.port());
    const QByteArray bytes = postRequest("/slow", "abc");
    for (const char c : bytes)
        QVERIFY(client.send(QByteArray(1, c)));
    const auto response = client.receive();
    QVERIFY(response);
    QCOMPARE(response->body, "POST /slow abc");
}

void TestConnections::answersAHalfClosedClient()
{
    for (int round = 0; round < 50; ++round) {
        RawClient client(m_server.port());
        QVERIFY(client.send(getRequest("/half")));
        client.finishSending();
        const auto response = client.receive();
        QVERIFY(response);
        QCOMPARE(response->body, "GET /half ");
        QVERIFY(client.isClosedByServer());
    }
}

void TestConnections::answersHeadWithoutBody()
{
    RawClient client(m_server.port());
    const RawResponse head = client.request("HEAD /a HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QCOMPARE(head.status, 200);
    QCOMPARE(head.header("content-length"), "8"); // "HEAD /a "
    const RawResponse next = client.request(getRequest("/b"));
    QCOMPARE(next.body, "GET /b ");
    const RawResponse empty = client.request(getRequest("/status/204"));
    QCOMPARE(empty.status, 204);
    QVERIFY(empty.header("content-length").isEmpty());
    QCOMPARE(client.request(getRequest("/c")).body, "GET /c ");
}

void TestConnections::speaksOldHttp()
{
    RawClient once(m_server.port());
    RawResponse response = once.request("GET /old HTTP/1.0\r\n\r\n");
    QCOMPARE(response.body, "GET /old ");
    QCOMPARE(response.header("connection"), "close");
    QVERIFY(once.isClosedByServer());

    RawClient more(m_server.port());
    for (int round = 0; round < 2; ++round) {
        response = more.request("GET /old HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        QCOMPARE(response.body, "GET /old ");
        QCOMPARE(response.header("connection"), "keep-alive");
    }
}

void TestConnections::closesWhenEitherSideWants()
{
    RawClient asks(m_server.port());
    RawResponse response = asks.request(getRequest("/a", "Connection: close\r\n"));
    QCOMPARE(response.header("connection"), "close");
    QVERIFY(asks.isClosedByServer());

    RawClient told(m_server.port());
    response = told.request(getRequest("/close") + getRequest("/never-read"));
    QCOMPARE(response.header("connection"), "close");
    QVERIFY(told.receiveAll().isEmpty());
}

void TestConnections::sendsContinue()
{
    RawClient client(m_server.port());
    QVERIFY(client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n"
                        "Expect: 100-continue\r\n\r\n"));
    const auto interim = client.receive(true);
    QVERIFY(interim);
    QCOMPARE(interim->status, 100);
    QVERIFY(interim->headers.isEmpty());
    QVERIFY(client.staysSilent(50));
    QVERIFY(client.send("abc"));
    const auto response = client.receive();
    QVERIFY(response);
    QCOMPARE(response->body, "POST / abc");
}

void TestConnections::refusesBadRequests()
{
    const QList<QPair<QByteArray, int>> cases = {
        {"GET / HTTP/1.1\nHost: localhost\n\n", 400},
        {"GET / HTTP/1.1\r\n\r\n", 400},
        {"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", 400},
        {"GET / HTTP/3.0\r\n", 505},
        {"CONNECT localhost:443 HTTP/1.1\r\n", 501},
        {"GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\n", 414},
        {getRequest("/", "X: " + QByteArray(70'000, 'a') + "\r\n"), 431},
        {getRequest("/", QByteArray("X: y\r\n").repeated(200)), 431},
        {QByteArray("\x16\x03\x01\x00\xa5\x01", 6), 400},
    };
    for (const auto &[bytes, status] : cases) {
        RawClient client(m_server.port());
        const RawResponse response = client.request(bytes);
        QCOMPARE(response.status, status);
        QCOMPARE(response.header("connection"), "close");
        QCOMPARE(response.header("content-type"), "application/json");
        QVERIFY(response.body.startsWith("{\"detail\":\""));
        QVERIFY(client.isClosedByServer());
        QVERIFY(client.leftOver().isEmpty());
    }
}

void TestConnections::refusesWhatIsTooLarge()
{
    RawClient declared(m_server.port());
    RawResponse response =
        declared.request("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1048577\r\n"
                         "Expect: 100-continue\r\n\r\n");
    QCOMPARE(response.status, 413);
    QVERIFY(response.body.contains("1048576"));
    QVERIFY(declared.isClosedByServer());

    RawClient chunked(m_server.port());
    QVERIFY(
        chunked.send("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"));
    QVERIFY(chunked.send("100000\r\n" + QByteArray(0x100000, 'x') + "\r\n1\r\n"));
    const auto refused = chunked.receive();
    QVERIFY(refused);
    QCOMPARE(refused->status, 413);

    RawClient fits(m_server.port());
    response = fits.request(postRequest("/", QByteArray(1024 * 1024, 'x')));
    QCOMPARE(response.status, 200);
    QCOMPARE(response.body.size(), 1024 * 1024 + 7);
}

// A client that is still sending when it is refused must get to read why.
void TestConnections::keepsAnswersToRefusedUploads()
{
    for (int round = 0; round < 20; ++round) {
        RawClient client(m_server.port());
        QVERIFY(
            client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n"));
        client.send(QByteArray(2'000'000, 'x'));
        const auto response = client.receive();
        QVERIFY(response);
        QCOMPARE(response->status, 413);
    }
}

void TestConnections::refusesForeignHosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    for (const char *good :
         {"localhost", "LOCALHOST:%1", "127.0.0.1", "127.0.0.1:%1", "[::1]:%1", "[::1]"})
        QTest::newRow(good) << QByteArray(good) << 200;
    for (const char *bad :
         {"evil.test", "127.0.0.1.nip.test", "localhost.", "", "evil.test:%1", "localhost:1",
          "127.0.0.2", "10.0.0.1", "0x7f.1", "127.1", "localhost.evil"})
        QTest::newRow(qPrintable(QStringLiteral("bad %1").arg(QLatin1String(bad))))
            << QByteArray(bad) << 421;
    for (const char *wrong : {"a@localhost", "localhost/x", "local host"})
        QTest::newRow(wrong) << QByteArray(wrong) << 400;
}

void TestConnections::refusesForeignHosts()
{
    QFETCH(QByteArray, host);
    QFETCH(int, status);
    host.replace("%1", QByteArray::number(m_server.port()));
    RawClient client(m_server.port());
    const RawResponse response = client.request("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    QCOMPARE(response.status, status);
    if (status == 421) {
        QVERIFY(response.body.contains("\\\"" + host + "\\\""));
        QVERIFY(response.body.contains(m_server.url().toEncoded()));
    }
    if (status != 400 && !host.isEmpty()) {
        // An absolute target says the host, whatever Host says.
        RawClient absolute(m_server.port());
        QCOMPARE(
            absolute.request("GET http://" + host + "/ HTTP/1.1\r\nHost: localhost\r\n\r\n").status,
            status);
    }
}

void TestConnections::sendsLargeAnswers()
{
    RawClient client(m_server.port());
    QVERIFY(client.send(getRequest("/large/20000000") + getRequest("/after")));
    const auto large = client.receive();
    QVERIFY(large);
    QCOMPARE(large->body.size(), 20'000'000);
    const auto after = client.receive();
    QVERIFY(after);
    QCOMPARE(after->body, "GET /after ");
}

void TestConnections::answersLaterInOrder()
{
    RawClient client(m_server.port());
    const QByteArrayList targets = {"/later/60", "/later/1", "/now",
                                    "/later/20", "/later/0", "/last"};
    QByteArray bytes;
    for (const QByteArray &target : targets)
        bytes += getRequest(target);
    QVERIFY(client.send(bytes));
    for (const QByteArray &target : targets) {
        const auto response = client.receive();
        QVERIFY(response);
        QCOMPARE(response->body, "GET " + target + " ");
    }
}

void TestConnections::survivesClientsThatLeave()
{
    for (int round = 0; round < 100; ++round) {
        RawClient client(m_server.port());
        QVERIFY(client.send(getRequest("/later/" + QByteArray::number(round % 20)) +
                            getRequest("/later/5")));
        if (round % 2 == 0)
            client.reset();
    }
    m_threads.wait();
    RawClient client(m_server.port());
    QCOMPARE(client.request(getRequest("/alive")).body, "GET /alive ");
    QTRY_COMPARE(m_server.connectionCount(), 1);
}

void TestConnections::answersWhenTheHandlerDoesNot()
{
    RawClient client(m_server.port());
    const RawResponse response = client.request(getRequest("/never"));
    QCOMPARE(response.status, 500);
    QVERIFY(response.body.contains("no answer"));
    QCOMPARE(client.request(getRequest("/next")).status, 200);
    QCOMPARE(client.request(getRequest("/status/100")).status, 500);
}

void TestConnections::reportsExchanges()
{
    QList<Mock::Exchange> all;
    const auto connection = connect(&m_server, &Mock::Server::exchangesFinished, this,
                                    [&all](const QList<Mock::Exchange> &batch) { all += batch; });
    RawClient first(m_server.port());
    RawClient second(m_server.port()); // of the other thread
    constexpr int rounds = 200;
    for (int round = 0; round < rounds; ++round) {
        QCOMPARE(first.request(postRequest("/first", "body")).status, 200);
        QCOMPARE(second.request(getRequest("/later/0")).status, 200);
    }
    RawClient bad(m_server.port());
    QCOMPARE(bad.request("DELETE /x HTTP/1.1\r\nHost: a b\r\n").status, 400);
    QTRY_COMPARE(all.size(), 2 * rounds + 1);
    for (qsizetype index = 1; index < all.size(); ++index)
        QVERIFY(all[index - 1].number < all[index].number);
    for (const Mock::Exchange &exchange : std::as_const(all)) {
        QVERIFY(qAbs(exchange.time.msecsTo(QDateTime::currentDateTimeUtc())) < 60'000);
        QVERIFY(exchange.nanoseconds > 0);
        QVERIFY(exchange.request.peer.startsWith(QLatin1String("127.0.0.1:")));
    }
    const Mock::Exchange &refused = all.last();
    QCOMPARE(refused.request.method, "DELETE");
    QCOMPARE(refused.request.target, "/x");
    QCOMPARE(refused.response.status, 400);
    QCOMPARE(refused.steps.size(), 1);
    QVERIFY(refused.steps.first().text.contains(QLatin1String("Host")));
    disconnect(connection);
}

void TestConnections::cutsReportedBodies()
{
    QSignalSpy spy(&m_server, &Mock::Server::exchangesFinished);
    RawClient client(m_server.port());
    QCOMPARE(client.request(postRequest("/large/300000", QByteArray(1'000'000, 'y'))).body.size(),
             300'000);
    QTRY_COMPARE(spy.size(), 1);
    const auto batch = spy.first().first().value<QList<Mock::Exchange>>();
    QCOMPARE(batch.size(), 1);
    QCOMPARE(batch.first().request.body.size(), 256 * 1024);
    QCOMPARE(batch.first().response.body.size(), 256 * 1024);
    QVERIFY(batch.first().request.body.capacity() < 300'000);
}

QTEST_GUILESS_MAIN(TestConnections)
#include "test_connections.moc"
