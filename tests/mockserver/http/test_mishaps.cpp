#include "designer/openapi/openapi_reader.h"
#include "mockserver/http/server.h"
#include "raw_client.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Mock;

/// What a design has go wrong, on the wire.
class TestMishaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void dropEndsWithoutAnAnswer();
    void resetTearsDown();
    void truncateEndsInTheMiddle();
    void slowBodiesComeWhole();
    void earlierAnswersArrive_data();
    void earlierAnswersArrive();
    void slowOnesEndWithTheServer();

private:
    Server m_server;
};

void TestMishaps::initTestCase()
{
    QByteArray paths;
    for (const char *kind :
         {"none: 1", "drop: 1", "reset: 1", "truncate: 1", "slow: 1, pace: 400"}) {
        const QByteArray name = QByteArray(kind).split(':').first();
        const QByteArray faults = name == "none" ? QByteArray() : QByteArray(kind);
        paths +=
            "  /" + name + ":\n    get:\n      operationId: " + name +
            "\n      responses: {'200': {description: OK, content: {application/json: {schema: "
            "{type: string}, example: " +
            QByteArray(98, 'x') + "}}}}\n      x-menura: {faults: {" + faults + "}}\n";
    }
    const Design::LoadedApi loaded = Design::readOpenApi(
        "openapi: 3.1.0\ninfo: {title: Mishaps, version: '1'}\npaths:\n" + paths);
    QVERIFY(loaded.ok && loaded.diagnostics.isEmpty());
    m_server.setApi(compile(loaded.api));
    ServerOptions options;
    options.port = 0;
    options.threads = 1;
    QVERIFY(m_server.start(options));
}

void TestMishaps::dropEndsWithoutAnAnswer()
{
    RawClient client(m_server.port());
    client.send(getRequest("/drop"));
    const QByteArray all = client.receiveAll();
    QVERIFY(!all.isNull()); // an orderly end
    QCOMPARE(all, QByteArray(""));
}

void TestMishaps::resetTearsDown()
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_server.port());
    QVERIFY(socket.waitForConnected());
    socket.write(getRequest("/reset"));
    QVERIFY(socket.waitForDisconnected(RawClient::patience) ||
            socket.state() == QAbstractSocket::UnconnectedState);
    QVERIFY(socket.readAll().isEmpty());
    // Qt calls both ends of a connection "closed"; only the orderly one is read as an end of file.
    QVERIFY2(socket.error() == QAbstractSocket::RemoteHostClosedError ||
                 socket.error() == QAbstractSocket::NetworkError,
             qUtf8Printable(socket.errorString()));
}

void TestMishaps::truncateEndsInTheMiddle()
{
    RawClient client(m_server.port());
    client.send(getRequest("/truncate"));
    const QByteArray all = client.receiveAll();
    QVERIFY(all.contains("Content-Length: 100\r\n"));
    QVERIFY(all.endsWith("\r\n\r\n\"" + QByteArray(49, 'x')));
}

void TestMishaps::slowBodiesComeWhole()
{
    RawClient client(m_server.port());
    QElapsedTimer timer;
    timer.start();
    client.send(getRequest("/slow") + getRequest("/none"));
    const std::optional<RawResponse> slow = client.receive();
    const qint64 elapsed = timer.elapsed();
    QVERIFY(slow);
    QCOMPARE(slow->body, '"' + QByteArray(98, 'x') + '"');
    QVERIFY2(elapsed >= 200 && elapsed < 5'000, QByteArray::number(elapsed).constData()); // 0.25 s
    // The connection goes on, and the next answer has not come between.
    const std::optional<RawResponse> next = client.receive();
    QVERIFY(next);
    QCOMPARE(next->body.size(), 100);
}

void TestMishaps::earlierAnswersArrive_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"/drop", "/reset", "/truncate"})
        QTest::newRow(path) << QByteArray(path);
}

void TestMishaps::earlierAnswersArrive()
{
    QFETCH(QByteArray, path);
    RawClient client(m_server.port());
    const RawResponse first = client.request(getRequest("/none"));
    QCOMPARE(first.body.size(), 100);
    client.send(getRequest(path) + getRequest("/none"));
    QVERIFY(!client.receive()); // neither that nor what was behind it
}

void TestMishaps::slowOnesEndWithTheServer()
{
    Server server;
    const QByteArray yaml = R"yaml(
openapi: 3.1.0
info: {title: Slow, version: '1'}
x-menura: {faults: {slow: 1, pace: 1}}
paths: {}
)yaml";
    const Design::LoadedApi loaded = Design::readOpenApi(yaml);
    server.setApi(compile(loaded.api));
    ServerOptions options;
    options.port = 0;
    options.timeouts.stop = std::chrono::milliseconds(200);
    QVERIFY(server.start(options));
    RawClient client(server.port());
    client.send(getRequest("/"));
    QVERIFY(client.receive(true)); // the head comes at once
    QElapsedTimer timer;
    timer.start();
    server.stop();
    QVERIFY(timer.elapsed() < 2'000);
}

QTEST_GUILESS_MAIN(TestMishaps)
#include "test_mishaps.moc"
