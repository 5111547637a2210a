#include "echo_handler.h"
#include "mockserver/http/server.h"
#include "raw_client.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <atomic>
#include <future>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

/// Start, stop, and what happens to those who are being served meanwhile.
class TestLifecycle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsOnAFreePort();
    void explainsABusyPort();
    void explainsAForeignAddress();
    void refusesToStartTwice();
    void speaksIPv6();
    void answersAnyAddressBeyondLoopback();
    void answersAllowedHosts();
    void serves503WithoutADesign();
    void startsAndStopsOften();
    void stopFinishesWhatIsUnderWay();
    void stopDoesNotWaitForEver();
    void stopUnderLoadCutsNoReply();
    void stopDeliversAllExchanges();
    void answersAfterTheEndAreDropped();
    void countsOnOverRestarts();

private:
    static Mock::ServerOptions anyPort();
};

Mock::ServerOptions TestLifecycle::anyPort()
{
    Mock::ServerOptions options;
    options.port = 0;
    options.threads = 2;
    return options;
}

namespace
{

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd"))
        .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
        .size();
}

} // namespace

void TestLifecycle::startsOnAFreePort()
{
    Mock::Server server;
    QVERIFY(!server.isRunning());
    QCOMPARE(server.port(), 0);
    QVERIFY(server.url().isEmpty());
    QSignalSpy started(&server, &Mock::Server::started);
    QSignalSpy stopped(&server, &Mock::Server::stopped);
    QVERIFY(server.start(anyPort()));
    QVERIFY(server.isRunning());
    QCOMPARE(server.url().toString(), QStringLiteral("http://127.0.0.1:%1").arg(server.port()));
    QCOMPARE(started.size(), 1);
    server.stop();
    QCOMPARE(stopped.size(), 1);
    QVERIFY(!server.isRunning());
    QVERIFY(server.url().isEmpty());
    server.stop();
    QCOMPARE(stopped.size(), 1);
}

void TestLifecycle::explainsABusyPort()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, 0));
    Mock::ServerOptions options = anyPort();
    options.port = other.serverPort();
    Mock::Server server;
    QVERIFY(!server.start(options));
    QVERIFY(!server.isRunning());
    const QString error = server.errorString();
    QVERIFY2(error.contains(QStringLiteral("Port %1 on 127.0.0.1 is in use").arg(options.port)),
             qPrintable(error));
    QVERIFY2(error.contains(QString::number(options.port + 1)), qPrintable(error));
    other.close();
    QVERIFY2(server.start(options), qPrintable(server.errorString()));
    QVERIFY(server.errorString().isEmpty());
    QCOMPARE(server.port(), options.port);
    // The port is free again the moment the server has stopped.
    server.stop();
    QVERIFY(server.start(options));
}

void TestLifecycle::explainsAForeignAddress()
{
    Mock::ServerOptions options = anyPort();
    options.host = QHostAddress(QStringLiteral("192.0.2.1")); // for documentation, nobody's
    Mock::Server server;
    QVERIFY(!server.start(options));
    QVERIFY2(server.errorString().startsWith(QLatin1String("192.0.2.1 is not an address of this")),
             qPrintable(server.errorString()));
}

void TestLifecycle::refusesToStartTwice()
{
    Mock::Server server;
    QVERIFY(server.start(anyPort()));
    const quint16 port = server.port();
    QVERIFY(!server.start(anyPort()));
    QVERIFY(server.errorString().contains(QLatin1String("already")));
    QCOMPARE(server.port(), port);
}

void TestLifecycle::speaksIPv6()
{
    Mock::ServerOptions options = anyPort();
    options.host = QHostAddress(QHostAddress::LocalHostIPv6);
    Mock::Server server;
    server.setHandler(echoHandler());
    if (!server.start(options))
        QSKIP("no IPv6 on this machine");
    QCOMPARE(server.url().toString(), QStringLiteral("http://[::1]:%1").arg(server.port()));
    RawClient client(server.port(), options.host);
    const QByteArray host = server.url().authority().toLatin1();
    const RawResponse response = client.request("GET /six HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    QCOMPARE(response.body, "GET /six ");
    QVERIFY(response.header("x-peer").startsWith("[::1]:"));
    QCOMPARE(client.request("GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n").status, 421);
}

void TestLifecycle::answersAnyAddressBeyondLoopback()
{
    Mock::ServerOptions options = anyPort();
    options.host = QHostAddress(QHostAddress::AnyIPv4);
    Mock::Server server;
    server.setHandler(echoHandler());
    QVERIFY(server.start(options));
    QCOMPARE(server.url().host(), QStringLiteral("127.0.0.1"));
    RawClient client(server.port());
    for (const char *good : {"10.1.2.3", "192.168.0.7:9999", "[fe80::1]", "localhost:1234"})
        QCOMPARE(client.request(QByteArray("GET / HTTP/1.1\r\nHost: ") + good + "\r\n\r\n").status,
                 200);
    QCOMPARE(client.request("GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n").status, 421);
}

void TestLifecycle::answersAllowedHosts()
{
    Mock::ServerOptions options = anyPort();
    options.allowedHosts = {QStringLiteral("Mock"), QStringLiteral("api.test:81")};
    Mock::Server server;
    server.setHandler(echoHandler());
    QVERIFY(server.start(options));
    RawClient client(server.port());
    const auto status = [&client](const QByteArray &host) {
        return client.request("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status;
    };
    QCOMPARE(status("mock"), 200);
    QCOMPARE(status("MOCK:9"), 200);
    QCOMPARE(status("api.test:81"), 200);
    QCOMPARE(status("api.test"), 421);
    QCOMPARE(status("api.test:82"), 421);
    QCOMPARE(status("mock.evil"), 421);
    server.stop();
    options.allowedHosts = {QStringLiteral("*")};
    QVERIFY(server.start(options));
    RawClient any(server.port());
    QCOMPARE(any.request("GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n").status, 200);
}

void TestLifecycle::serves503WithoutADesign()
{
    Mock::Server server;
    QVERIFY(server.start(anyPort()));
    RawClient client(server.port());
    const RawResponse response = client.request(getRequest("/"));
    QCOMPARE(response.status, 503);
    QCOMPARE(response.body, "{\"detail\":\"No design is being served.\"}");
}

void TestLifecycle::startsAndStopsOften()
{
    Mock::Server server;
    server.setHandler(echoHandler());
    qsizetype before = 0;
    for (int round = 0; round < 200; ++round) {
        QVERIFY2(server.start(anyPort()), qPrintable(server.errorString()));
        RawClient client(server.port());
        if (round % 3 == 0)
            QCOMPARE(client.request(getRequest("/")).status, 200);
        if (round % 3 == 1)
            QVERIFY(client.send("GET / HTTP/1.1\r\nHo"));
        // Else the connection may still wait to be accepted.
        if (round % 3 == 1)
            client.reset();
        server.stop();
        if (round == 10)
            before = openDescriptors();
    }
    QCOMPARE(openDescriptors(), before);
}

void TestLifecycle::stopFinishesWhatIsUnderWay()
{
    Mock::ServerOptions options = anyPort();
    options.timeouts.stop = 20s;
    BackgroundThreads threads;
    Mock::Server server;
    server.setHandler(echoHandler(&threads));
    QVERIFY(server.start(options));
    const quint16 port = server.port();
    std::atomic<int> ready = 0;
    // Each client stops in the middle of something, and goes on while the server stops.
    const auto meanwhile = [port, &ready](const QByteArray &bytes, const QByteArray &later) {
        RawClient client(port);
        client.send(bytes);
        ++ready;
        std::this_thread::sleep_for(250ms);
        client.send(later);
        return client.receive().value_or(RawResponse());
    };
    const QByteArray get = getRequest("/half");
    auto waiting =
        std::async(std::launch::async, meanwhile, getRequest("/later/300"), QByteArray());
    auto half = std::async(std::launch::async, meanwhile, get.first(30), get.mid(30));
    auto large =
        std::async(std::launch::async, meanwhile, getRequest("/large/30000000"), QByteArray());
    RawClient idle(port);
    QCOMPARE(idle.request(getRequest("/")).status, 200);
    while (ready < 3)
        std::this_thread::sleep_for(1ms);
    std::this_thread::sleep_for(50ms);
    QElapsedTimer time;
    time.start();
    server.stop();
    const qint64 took = time.elapsed();
    QVERIFY2(took >= 100 && took < 15'000, QByteArray::number(took).constData());
    for (auto *result : {&waiting, &half}) {
        const RawResponse response = result->get();
        QCOMPARE(response.status, 200);
        QCOMPARE(response.header("connection"), "close");
    }
    QCOMPARE(large.get().body.size(), 30'000'000);
    QVERIFY(idle.isClosedByServer());
    const RawClient late(port);
    QVERIFY(!late.isConnected());
}

void TestLifecycle::stopDoesNotWaitForEver()
{
    Mock::ServerOptions options = anyPort();
    options.timeouts.stop = 300ms;
    BackgroundThreads threads;
    Mock::Server server;
    server.setHandler(echoHandler(&threads));
    QVERIFY(server.start(options));
    RawClient waiting(server.port());
    RawClient half(server.port());
    QVERIFY(waiting.send(getRequest("/later/1500")));
    QVERIFY(half.send("GET / HT"));
    std::this_thread::sleep_for(50ms);
    QElapsedTimer time;
    time.start();
    server.stop();
    QVERIFY2(time.elapsed() >= 250 && time.elapsed() < 1200,
             QByteArray::number(time.elapsed()).constData());
    QVERIFY(waiting.isClosedByServer());
    threads.wait(); // the answer finds nobody
}

void TestLifecycle::stopUnderLoadCutsNoReply()
{
    for (int round = 0; round < 5; ++round) {
        std::atomic<int> handled = 0;
        Mock::Server server;
        server.setHandler([&handled](Mock::Request &&request, Mock::Reply &&reply) {
            ++handled;
            Mock::Exchange exchange;
            exchange.response.body = QByteArray(5000, 'x');
            exchange.request = std::move(request);
            reply.finish(std::move(exchange));
        });
        QVERIFY(server.start(anyPort()));
        const quint16 port = server.port();
        std::atomic<int> answered = 0;
        std::atomic<int> cut = 0;
        std::vector<std::thread> threads;
        for (int index = 0; index < 4; ++index) {
            threads.emplace_back([port, &answered, &cut] {
                RawClient client(port);
                while (client.send(getRequest("/"))) {
                    if (!client.receive()) {
                        if (!client.leftOver().isEmpty())
                            ++cut;
                        return;
                    }
                    ++answered;
                }
            });
        }
        std::this_thread::sleep_for(100ms);
        server.stop();
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(cut.load(), 0);
        QVERIFY(answered > 0);
        QCOMPARE(handled.load(), answered.load());
    }
}

void TestLifecycle::stopDeliversAllExchanges()
{
    Mock::Server server;
    server.setHandler(echoHandler());
    qsizetype count = 0;
    connect(&server, &Mock::Server::exchangesFinished, this,
            [&count](const QList<Mock::Exchange> &batch) { count += batch.size(); });
    QVERIFY(server.start(anyPort()));
    RawClient client(server.port());
    for (int index = 0; index < 500; ++index)
        QCOMPARE(client.request(getRequest("/")).status, 200);
    server.stop();
    QCOMPARE(count, 500);
}

void TestLifecycle::answersAfterTheEndAreDropped()
{
    std::vector<Mock::Reply> kept;
    std::mutex mutex;
    {
        Mock::Server server;
        server.setHandler([&kept, &mutex](Mock::Request &&, Mock::Reply &&reply) {
            const std::lock_guard lock(mutex);
            kept.push_back(std::move(reply));
        });
        Mock::ServerOptions options = anyPort();
        options.timeouts.stop = 50ms;
        QVERIFY(server.start(options));
        RawClient gone(server.port());
        RawClient waiting(server.port());
        QVERIFY(gone.send(getRequest("/")));
        QVERIFY(waiting.send(getRequest("/")));
        const auto size = [&kept, &mutex] {
            const std::lock_guard lock(mutex);
            return kept.size();
        };
        QTRY_COMPARE(size(), 2U);
        gone.reset();
    }
    kept.front().finish({});
    QVERIFY(kept.front().isFinished());
    kept.clear(); // the other one answers 500 by itself, to nobody
}

void TestLifecycle::countsOnOverRestarts()
{
    Mock::Server server;
    server.setHandler(echoHandler());
    QList<quint64> numbers;
    connect(&server, &Mock::Server::exchangesFinished, this,
            [&numbers](const QList<Mock::Exchange> &batch) {
                for (const Mock::Exchange &exchange : batch)
                    numbers.append(exchange.number);
            });
    for (int round = 0; round < 3; ++round) {
        QVERIFY(server.start(anyPort()));
        RawClient client(server.port());
        QCOMPARE(client.request(getRequest("/")).status, 200);
        server.stop();
    }
    QCOMPARE(numbers, QList<quint64>({1, 2, 3}));
}

QTEST_GUILESS_MAIN(TestLifecycle)
#include "test_lifecycle.moc"
