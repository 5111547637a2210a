#include "echo_handler.h"
#include "mockserver/http/server.h"
#include "raw_client.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

/// Slow, greedy and too many clients. The times are much shorter than the server's own.
class TestLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersSlowHeads_data();
    void answersSlowHeads();
    void answersSlowBodies_data();
    void answersSlowBodies();
    void bearsSlowButSteadyBodies();
    void closesIdleConnections();
    void doesNotTimeTheHandler();
    void closesWhenNothingIsTaken();
    void holdsRequestsBackWhileAnswersAreNotTaken();
    void refusesConnectionsBeyondTheCap();
    void bearsManyHalfRequests();

private:
    static Mock::ServerOptions quick();
};

Mock::ServerOptions TestLimits::quick()
{
    Mock::ServerOptions options;
    options.port = 0;
    options.threads = 1;
    options.timeouts.head = 200ms;
    options.timeouts.body = 300ms;
    options.timeouts.idle = 400ms;
    options.timeouts.send = 400ms;
    return options;
}

namespace
{

struct Running {
    explicit Running(const Mock::ServerOptions &options)
    {
        server.setHandler(echoHandler(&threads));
        if (!server.start(options))
            qFatal("%s", qPrintable(server.errorString()));
    }
    BackgroundThreads threads;
    Mock::Server server;
};

} // namespace

void TestLimits::answersSlowHeads_data()
{
    QTest::addColumn<QByteArray>("before"); // a whole request that comes first
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("method") << QByteArray() << QByteArray("GE");
    QTest::newRow("fields") << QByteArray() << QByteArray("GET / HTTP/1.1\r\nHost: localhost\r\nX");
    QTest::newRow("second request") << getRequest("/first") << QByteArray("GET /sec");
}

void TestLimits::answersSlowHeads()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, bytes);
    const Running running(quick());
    RawClient client(running.server.port());
    if (!before.isEmpty())
        QCOMPARE(client.request(before).status, 200);
    QElapsedTimer time;
    time.start();
    QVERIFY(client.send(bytes));
    // One more byte now and then changes nothing.
    std::this_thread::sleep_for(100ms);
    QVERIFY(client.send("T"));
    const auto response = client.receive();
    QVERIFY(response);
    QCOMPARE(response->status, 408);
    QVERIFY(response->body.contains("0.2 seconds"));
    QVERIFY(client.isClosedByServer());
    QVERIFY2(time.elapsed() >= 200 && time.elapsed() < 2000,
             QByteArray::number(time.elapsed()).constData());
}

void TestLimits::answersSlowBodies_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray post = "POST / HTTP/1.1\r\nHost: localhost\r\n";
    QTest::newRow("length") << post + "Content-Length: 5\r\n\r\nab";
    QTest::newRow("chunks") << post + "Transfer-Encoding: chunked\r\n\r\n5\r\nab";
}

void TestLimits::answersSlowBodies()
{
    QFETCH(QByteArray, bytes);
    const Running running(quick());
    RawClient client(running.server.port());
    QVERIFY(client.send(bytes));
    const auto response = client.receive();
    QVERIFY(response);
    QCOMPARE(response->status, 408);
    QVERIFY(client.isClosedByServer());
}

void TestLimits::bearsSlowButSteadyBodies()
{
    const Running running(quick());
    // 100 bytes each 50 ms are more than 1 KiB a second; 10 are less.
    for (const auto &[step, status] : {std::pair(100, 200), std::pair(10, 408)}) {
        RawClient client(running.server.port());
        const QByteArray body(20 * step, 'x');
        const QByteArray bytes = postRequest("/", body);
        QVERIFY(client.send(bytes.first(bytes.size() - body.size())));
        for (int count = 0; count < 20 && client.isConnected(); ++count) {
            client.send(QByteArray(step, 'x'));
            std::this_thread::sleep_for(50ms);
        }
        const auto response = client.receive();
        QVERIFY(response);
        QCOMPARE(response->status, status);
    }
}

void TestLimits::closesIdleConnections()
{
    const Running running(quick());
    RawClient silent(running.server.port());
    RawClient served(running.server.port());
    QCOMPARE(served.request(getRequest("/")).status, 200);
    QElapsedTimer time;
    time.start();
    QVERIFY(served.isClosedByServer(5000));
    QVERIFY2(time.elapsed() >= 350, QByteArray::number(time.elapsed()).constData());
    QVERIFY(silent.isClosedByServer(5000));
    QVERIFY(silent.receiveAll().isEmpty()); // closed without a word
    QVERIFY(served.receiveAll().isEmpty());
}

void TestLimits::doesNotTimeTheHandler()
{
    const Running running(quick());
    RawClient client(running.server.port());
    QCOMPARE(client.request(getRequest("/later/900")).body, "GET /later/900 ");
}

void TestLimits::closesWhenNothingIsTaken()
{
    Running running(quick());
    RawClient client(running.server.port());
    QVERIFY(client.send(getRequest("/large/100000000")));
    QTRY_COMPARE_WITH_TIMEOUT(running.server.connectionCount(), 0, 5000);
}

void TestLimits::holdsRequestsBackWhileAnswersAreNotTaken()
{
    std::atomic<int> handled = 0;
    Mock::Server server;
    server.setHandler([&handled](Mock::Request &&request, Mock::Reply &&reply) {
        ++handled;
        Mock::Exchange exchange;
        exchange.response.body = QByteArray(1'000'000, 'x');
        exchange.request = std::move(request);
        reply.finish(std::move(exchange));
    });
    Mock::ServerOptions options;
    options.port = 0;
    options.unsent = 2'000'000;
    QVERIFY(server.start(options));
    RawClient client(server.port());
    constexpr int count = 200;
    QVERIFY(client.send(getRequest("/").repeated(count)));
    std::this_thread::sleep_for(300ms);
    // What the kernel has taken, what may wait, and one that went beyond.
    QVERIFY2(handled < 50, QByteArray::number(handled.load()).constData());
    for (int index = 0; index < count; ++index) {
        const auto response = client.receive();
        QVERIFY(response);
        QCOMPARE(response->body.size(), 1'000'000);
    }
    QCOMPARE(handled.load(), count);
}

void TestLimits::refusesConnectionsBeyondTheCap()
{
    Mock::ServerOptions options;
    options.port = 0;
    options.threads = 2;
    options.connections = 5;
    Running running(options);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int count = 0; count < 5; ++count) {
        clients.push_back(std::make_unique<RawClient>(running.server.port()));
        QCOMPARE(clients.back()->request(getRequest("/")).status, 200);
    }
    RawClient extra(running.server.port());
    const RawResponse refused = extra.request(getRequest("/"));
    QCOMPARE(refused.status, 503);
    QVERIFY(refused.body.contains("All 5 connections"));
    QVERIFY(extra.isClosedByServer());
    // The others go on, and a place that gets free is given away.
    QCOMPARE(clients.front()->request(getRequest("/still")).body, "GET /still ");
    clients.pop_back();
    QTRY_VERIFY(running.server.connectionCount() < 5);
    RawClient next(running.server.port());
    QCOMPARE(next.request(getRequest("/")).status, 200);
}

void TestLimits::bearsManyHalfRequests()
{
    Mock::ServerOptions options;
    options.port = 0;
    options.threads = 1;
    Running running(options);
    std::vector<std::unique_ptr<RawClient>> halves;
    for (int count = 0; count < 300; ++count) {
        halves.push_back(std::make_unique<RawClient>(running.server.port()));
        QVERIFY(halves.back()->send("GET / HTTP/1.1\r\nHost: local"));
    }
    RawClient client(running.server.port());
    QElapsedTimer time;
    time.start();
    QCOMPARE(client.request(getRequest("/")).status, 200);
    QVERIFY2(time.elapsed() < 1000, QByteArray::number(time.elapsed()).constData());
    for (const auto &half : halves)
        QVERIFY(half->send("host\r\n\r\n"));
    for (const auto &half : halves) {
        const auto response = half->receive();
        QVERIFY(response);
        QCOMPARE(response->status, 200);
    }
}

QTEST_GUILESS_MAIN(TestLimits)
#include "test_limits.moc"
