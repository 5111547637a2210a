#include "designer/openapi/openapi_reader.h"
#include "mockserver/http/server.h"
#include "raw_client.h"

#include <QCryptographicHash>
#include <QPointer>
#include <QTcpServer>
#include <QTest>

using namespace Mock;

namespace
{

constexpr qint64 mebibyte = 1024 * 1024;

/// A real server that says and takes as much as it is told to.
class Flood : public QTcpServer
{
public:
    Flood()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            socket = nextPendingConnection();
            socket->setReadBufferSize(64 * 1024);
            connect(socket, &QTcpSocket::readyRead, this, &Flood::take);
            connect(socket, &QTcpSocket::bytesWritten, this, &Flood::pour);
        });
    }

    void take()
    {
        if (!isTaking)
            return;
        const QByteArray bytes = socket->readAll();
        if (head.indexOf("\r\n\r\n") < 0) {
            head += bytes;
            const qsizetype end = head.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            received = head.size() - end - 4;
            taken.addData(head.sliced(end + 4));
            head = head.first(end + 4);
        } else {
            received += bytes.size();
            taken.addData(bytes);
        }
        if (received < awaited)
            return;
        socket->write(answerHead);
        pour();
    }

    /// Never more than a little ahead of what the other side takes.
    void pour()
    {
        while (poured < toPour && socket->bytesToWrite() < mebibyte) {
            const QByteArray piece(static_cast<qsizetype>(qMin(toPour - poured, qint64{65536})),
                                   static_cast<char>('a' + poured / 65536 % 26));
            socket->write(piece);
            given.addData(piece);
            poured += piece.size();
        }
    }

    QByteArray answerHead;
    qint64 awaited = 0; ///< bytes of the body before it answers
    qint64 toPour = 0;  ///< bytes of its answer
    bool isTaking = true;

    QPointer<QTcpSocket> socket;
    QByteArray head; ///< of the request
    qint64 received = 0;
    qint64 poured = 0;
    QCryptographicHash taken{QCryptographicHash::Md5};
    QCryptographicHash given{QCryptographicHash::Md5};
};

QByteArray headWith(const QByteArray &fields)
{
    return "HTTP/1.1 200 OK\r\n" + fields + "\r\n";
}

QByteArray lengthOf(qint64 bytes)
{
    return "content-length: " + QByteArray::number(bytes) + "\r\n";
}

} // namespace

/// Bodies that are too large or too slow to be kept, on their way through the proxy.
class TestPassing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void largeAnswersPass_data();
    void largeAnswersPass();
    void aSlowClientSlowsTheServer();
    void aClientThatGoesEndsTheRequest();
    void eventsPassAtOnce();
    void whatIsUnderWayIsShown_data();
    void whatIsUnderWayIsShown();
    void oldClientsKnowTheEnd();
    void brokenAnswersBreak();
    void tracedAnswersAreWhole();
    void largeRequestsPass();
    void aSlowServerSlowsTheClient();
    void aServerMayEndEarly();
    void othersKeepTheirLimit();

private:
    void ask(const QByteArray &request);
    QByteArray body() const { return m_got.mid(m_got.indexOf("\r\n\r\n") + 4); }
    QByteArray head() const { return m_got.first(m_got.indexOf("\r\n\r\n") + 4).toLower(); }
    bool hasStep(const QString &text) const;

    std::unique_ptr<Flood> m_flood;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<QTcpSocket> m_client;
    QByteArray m_got; ///< by the client
    bool m_isReading = true;
    QList<Exchange> m_exchanges;
    QList<Exchange> m_begun;
};

void TestPassing::init()
{
    m_client.reset();
    m_server.reset();
    m_exchanges.clear();
    m_begun.clear();
    m_got.clear();
    m_isReading = true;
    m_flood = std::make_unique<Flood>();
    QByteArray yaml = R"yaml(
openapi: 3.1.0
info: {title: Passing, version: 1.0.0}
x-menura: {profile: strict, proxy: {url: 'http://OTHER', timeout: 20s}}
paths:
  /large:
    get: {operationId: get, responses: {'200': {description: OK, content: {text/plain: {schema: {type: string}}}}}}
    put:
      operationId: put
      parameters: [{name: limit, in: query, schema: {type: integer, minimum: 1}}]
      requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
      responses: {'200': {description: OK}}
  /here: {put: {operationId: here, x-menura: {proxy: false}, responses: {'200': {description: OK}}}}
)yaml";
    yaml.replace("OTHER", "127.0.0.1:" + QByteArray::number(m_flood->serverPort()));
    m_server = std::make_unique<Server>();
    m_server->setApi(compile(Design::readOpenApi(yaml).api));
    connect(m_server.get(), &Server::exchangesFinished, this,
            [this](const QList<Exchange> &batch) { m_exchanges += batch; });
    connect(m_server.get(), &Server::exchangesBegun, this,
            [this](const QList<Exchange> &batch) { m_begun += batch; });
    ServerOptions options;
    options.port = 0;
    options.threads = 1;
    options.timeouts.stop = std::chrono::milliseconds(200);
    QVERIFY(m_server->start(options));
    m_client = std::make_unique<QTcpSocket>();
    m_client->setReadBufferSize(256 * 1024);
    connect(m_client.get(), &QTcpSocket::readyRead, this, [this] {
        if (m_isReading)
            m_got += m_client->readAll();
    });
}

void TestPassing::ask(const QByteArray &request)
{
    m_client->connectToHost(QHostAddress::LocalHost, m_server->port());
    QTRY_COMPARE(m_client->state(), QAbstractSocket::ConnectedState);
    m_client->write(request);
}

bool TestPassing::hasStep(const QString &text) const
{
    for (const Step &step : m_exchanges.value(0).steps) {
        if (step.outcome == Outcome::Skipped && step.text == text)
            return true;
    }
    return false;
}

void TestPassing::largeAnswersPass_data()
{
    QTest::addColumn<bool>("isChunked");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<qsizetype>("violations");
    QTest::newRow("of a length") << false << QByteArray("text/plain") << qsizetype(0);
    QTest::newRow("of no length") << true << QByteArray("text/plain") << qsizetype(0);
    // What the head says is held to the design whatever comes behind it.
    QTest::newRow("of a wrong type") << false << QByteArray("text/html") << qsizetype(1);
}

void TestPassing::largeAnswersPass()
{
    QFETCH(bool, isChunked);
    QFETCH(QByteArray, type);
    QFETCH(qsizetype, violations);
    m_flood->toPour = 40 * mebibyte;
    m_flood->answerHead = headWith("content-type: " + type + "\r\n" +
                                   (isChunked ? "connection: close\r\n" : lengthOf(40 * mebibyte)));
    ask(getRequest("/large"));
    QTRY_COMPARE(m_flood->poured, m_flood->toPour);
    if (isChunked)
        m_flood->socket->disconnectFromHost();
    QTRY_COMPARE_WITH_TIMEOUT(m_exchanges.size(), 1, 20'000);
    QCOMPARE(m_exchanges.first().violations.size(), violations);
    QVERIFY(m_exchanges.first().response.body.size() <= 256 * 1024);
    if (violations == 0)
        QVERIFY(hasStep(QStringLiteral("The body is too large to be checked.")));
    if (isChunked) {
        QTRY_VERIFY(m_got.endsWith("\r\n0\r\n\r\n"));
        QVERIFY(head().contains("transfer-encoding: chunked"));
        return;
    }
    QTRY_COMPARE(body().size(), m_flood->toPour);
    QCOMPARE(QCryptographicHash::hash(body(), QCryptographicHash::Md5), m_flood->given.result());
    QVERIFY(head().contains(lengthOf(40 * mebibyte)));
    // The connection goes on.
    m_got.clear();
    m_client->write("PUT /here HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_VERIFY(m_got.startsWith("HTTP/1.1 200"));
}

void TestPassing::aSlowClientSlowsTheServer()
{
    m_isReading = false;
    m_flood->toPour = 2048 * mebibyte;
    m_flood->answerHead = headWith("content-type: text/plain\r\n" + lengthOf(m_flood->toPour));
    ask(getRequest("/large"));
    qint64 before = -1;
    while (before != m_flood->poured) { // until everything in between is full
        before = m_flood->poured;
        QTest::qWait(500);
    }
    QVERIFY(before > 0);
    QVERIFY2(before < 64 * mebibyte, QByteArray::number(before).constData());
}

void TestPassing::aClientThatGoesEndsTheRequest()
{
    m_flood->toPour = 2048 * mebibyte;
    m_flood->answerHead = headWith("content-type: text/plain\r\n" + lengthOf(m_flood->toPour));
    ask(getRequest("/large"));
    QTRY_VERIFY(m_got.size() > mebibyte);
    m_client->abort();
    QTRY_VERIFY(!m_flood->socket || m_flood->socket->state() == QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(m_exchanges.size(), 1);
    QVERIFY(m_exchanges.first().number > 0);
    QVERIFY2(m_exchanges.first().violations.first().message.endsWith(
                 QStringLiteral("the client has gone")),
             qPrintable(m_exchanges.first().violations.first().message));
}

void TestPassing::eventsPassAtOnce()
{
    m_flood->answerHead = headWith("content-type: text/event-stream\r\n"
                                   "transfer-encoding: chunked\r\n");
    ask(getRequest("/large"));
    QTRY_VERIFY(m_got.contains("\r\n\r\n")); // before the first one has come
    m_flood->socket->write("9\r\ndata: 1\n\n\r\n");
    QTRY_COMPARE(body(), QByteArray("9\r\ndata: 1\n\n\r\n"));
    m_flood->socket->write("9\r\ndata: 2\n\n\r\n0\r\n\r\n");
    QTRY_VERIFY(body().endsWith("data: 2\n\n\r\n0\r\n\r\n"));
}

void TestPassing::whatIsUnderWayIsShown_data()
{
    QTest::addColumn<bool>("isAnswering");
    QTest::addColumn<QString>("end");
    QTest::addColumn<int>("status");
    QTest::addColumn<qsizetype>("violations");
    QTest::newRow("a whole stream") << true << QStringLiteral("whole") << 200 << qsizetype(0);
    QTest::newRow("a stream whose server goes")
        << true << QStringLiteral("server") << 200 << qsizetype(1);
    QTest::newRow("a stream whose client goes")
        << true << QStringLiteral("client") << 200 << qsizetype(1);
    QTest::newRow("a stream when we stop") << true << QStringLiteral("stop") << 200 << qsizetype(1);
    QTest::newRow("no answer, the server goes")
        << false << QStringLiteral("server") << 502 << qsizetype(1);
    QTest::newRow("no answer, the client goes")
        << false << QStringLiteral("client") << 499 << qsizetype(1);
    QTest::newRow("no answer when we stop")
        << false << QStringLiteral("stop") << 499 << qsizetype(1);
}

void TestPassing::whatIsUnderWayIsShown()
{
    QFETCH(bool, isAnswering);
    QFETCH(QString, end);
    QFETCH(int, status);
    QFETCH(qsizetype, violations);
    m_flood->isTaking = isAnswering;
    m_flood->answerHead =
        headWith("content-type: text/plain\r\ntransfer-encoding: chunked\r\n") + "3\r\nabc\r\n";
    ask(getRequest("/large"));
    QTRY_VERIFY(m_flood->socket);
    if (isAnswering)
        QTRY_VERIFY(m_got.endsWith("3\r\nabc\r\n"));
    QTRY_COMPARE(m_begun.isEmpty() ? -1 : m_begun.last().response.status, isAnswering ? 200 : 0);
    QVERIFY(m_begun.last().isUnderWay);
    QCOMPARE(m_begun.last().route, QStringLiteral("GET /large"));
    QCOMPARE(m_begun.last().request.target, QByteArray("/large"));
    QVERIFY(m_exchanges.isEmpty());
    m_flood->close(); // nothing is asked again
    if (end == u"whole")
        m_flood->socket->write("0\r\n\r\n");
    else if (end == u"server")
        m_flood->socket->abort();
    else if (end == u"client")
        m_client->abort();
    else
        m_server->stop();
    QTRY_COMPARE(m_exchanges.size(), 1);
    const Exchange &ended = m_exchanges.first();
    QVERIFY(!ended.isUnderWay);
    QCOMPARE(ended.number, m_begun.last().number);
    QCOMPARE(ended.response.status, status);
    QCOMPARE(ended.violations.size(), violations);
}

void TestPassing::oldClientsKnowTheEnd()
{
    m_flood->answerHead = headWith("content-type: text/plain\r\ntransfer-encoding: chunked\r\n") +
                          "3\r\nabc\r\n0\r\n\r\n";
    ask("GET /large HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(body(), QByteArray("abc"));
    QVERIFY(!head().contains("transfer-encoding"));
    QTRY_COMPARE(m_exchanges.size(), 1);
    QCOMPARE(m_exchanges.first().response.body, QByteArray("abc")); // small, so it was checked
    QVERIFY(m_exchanges.first().violations.isEmpty());
}

void TestPassing::brokenAnswersBreak()
{
    m_flood->answerHead =
        headWith("content-type: text/plain\r\ntransfer-encoding: chunked\r\n") + "3\r\nabc\r\n";
    ask(getRequest("/large"));
    QTRY_VERIFY(m_got.endsWith("3\r\nabc\r\n"));
    m_flood->socket->disconnectFromHost();
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(m_got.endsWith("3\r\nabc\r\n")); // without an end
    QTRY_COMPARE(m_exchanges.size(), 1);
    QCOMPARE(m_exchanges.first().violations.size(), 1);
    QCOMPARE(m_exchanges.first().violations.first().type, QStringLiteral("upstream"));
}

void TestPassing::tracedAnswersAreWhole()
{
    m_flood->answerHead = headWith("content-type: text/plain\r\ntransfer-encoding: chunked\r\n") +
                          "3\r\nabc\r\n0\r\n\r\n";
    ask(getRequest("/large", "X-Menura-Trace: 1\r\n"));
    QTRY_VERIFY(m_got.contains("\r\n\r\nabc"));
    QVERIFY(head().contains("x-menura-trace:"));
    QVERIFY(head().contains("content-length: 3"));
}

void TestPassing::largeRequestsPass()
{
    const QByteArray sent = QByteArray(20 * mebibyte, 'x') + QByteArray(13 * mebibyte, 'y');
    m_flood->awaited = sent.size();
    m_flood->answerHead = headWith("content-length: 0\r\n");
    ask("PUT /large?limit=0 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        "Expect: 100-continue\r\n" +
        lengthOf(sent.size()) + "\r\n");
    QTRY_COMPARE(m_got, QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    m_client->write(sent);
    QTRY_COMPARE_WITH_TIMEOUT(m_flood->received, sent.size(), 20'000);
    QCOMPARE(m_flood->taken.result(), QCryptographicHash::hash(sent, QCryptographicHash::Md5));
    QVERIFY(m_flood->head.toLower().contains(lengthOf(sent.size())));
    QTRY_VERIFY(m_got.contains("HTTP/1.1 200 OK"));
    QTRY_COMPARE(m_exchanges.size(), 1);
    // The body was not looked at, all else was.
    QVERIFY(hasStep(QStringLiteral("The body is too large to be checked.")));
    QCOMPARE(m_exchanges.first().violations.size(), 1);
    QCOMPARE(m_exchanges.first().violations.first().keyword, Design::Keyword::Minimum);
    m_got.clear();
    m_client->write("PUT /here HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_VERIFY(m_got.startsWith("HTTP/1.1 200"));
}

void TestPassing::aSlowServerSlowsTheClient()
{
    m_flood->isTaking = false;
    ask("PUT /large HTTP/1.1\r\nHost: localhost\r\n" + lengthOf(1024 * mebibyte) + "\r\n");
    qint64 written = 0;
    connect(m_client.get(), &QTcpSocket::bytesWritten, this, [&](qint64 bytes) {
        written += bytes;
        m_client->write(QByteArray(static_cast<qsizetype>(bytes), 'x'));
    });
    m_client->write(QByteArray(mebibyte, 'x'));
    qint64 before = -1;
    while (before != written) {
        before = written;
        QTest::qWait(500);
    }
    QVERIFY(written > mebibyte);
    QVERIFY2(written < 64 * mebibyte, QByteArray::number(written).constData());
    m_client->disconnect(this);
}

// Qt reads no answer before it has sent all of a request, and tries once more; but nobody is left
// waiting.
void TestPassing::aServerMayEndEarly()
{
    m_flood->awaited = 1024 * mebibyte;
    ask("PUT /large HTTP/1.1\r\nHost: localhost\r\n" + lengthOf(m_flood->awaited) + "\r\nxxxx");
    QTRY_VERIFY(m_flood->received > 0);
    m_flood->close();
    m_flood->socket->abort();
    QTRY_VERIFY(m_got.startsWith("HTTP/1.1 502"));
    QVERIFY(head().contains("connection: close"));
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
}

void TestPassing::othersKeepTheirLimit()
{
    ask("PUT /here HTTP/1.1\r\nHost: localhost\r\n" + lengthOf(20 * mebibyte) + "\r\n");
    QTRY_VERIFY(m_got.startsWith("HTTP/1.1 413"));
    QTRY_COMPARE(m_exchanges.size(), 1);
}

QTEST_GUILESS_MAIN(TestPassing)
#include "test_passing.moc"
