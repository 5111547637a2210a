#include "designer/openapi/openapi_reader.h"
#include "mockserver/http/server.h"
#include "mockserver/state/state.h"
#include "other_server.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace Mock;

namespace
{

struct Answer {
    int status = 0;
    QByteArray body;
    qint64 milliseconds = 0;
};

} // namespace

/// Upstreams, webhooks and delays, through real sockets on loopback.
class TestOutgoing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void answersAreMapped_data();
    void answersAreMapped();
    void aSlowOneHoldsNobodyUp();
    void clientsThatGoAreShown_data();
    void clientsThatGoAreShown();
    void neverAsksItself();
    void hostsMustBeAllowed();
    void webhooksAreTriedAgain();
    void badWebhooksHurtNobody_data();
    void badWebhooksHurtNobody();
    void bodiesAreWhatTheirTypeSays();
    void aBrokenReceiverIsAskedOnceAnAttempt_data();
    void aBrokenReceiverIsAskedOnceAnAttempt();
    void tasksSeeWhatIsThere();
    void tasksLeftAtTheEndAreSaid();
    void aTaskThatFailsEndsThem();
    void tasksDoNotRunAfterARefusal();
    void answersWait();

private:
    QNetworkReply *start(const QByteArray &path, const QByteArray &body = {});
    Answer get(const QByteArray &path, const QByteArray &body = {});

    OtherServer m_other;
    Server m_server;
    QNetworkAccessManager m_network;
    std::shared_ptr<State> m_state = std::make_shared<State>();
    QList<Exchange> m_exchanges;
    QList<Exchange> m_updates;
    QList<Exchange> m_begun;
};

void TestOutgoing::initTestCase()
{
    QByteArray yaml = R"yaml(
openapi: 3.1.0
info: {title: Outgoing, version: 1.0.0}
x-menura:
  profile: fastapi
  hosts: ['OTHER', '127.0.0.1:1']
  errors: {gone: {status: 404, detail: No such thing}}
  stores: {log: {model: Line, set: {id: counter}}}
paths:
  /ask/{what}:
    get:
      operationId: ask
      parameters: [{name: what, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
      x-menura:
        upstream: {url: "http://OTHER/{{ path.what }}", timeout: 1s, status: {'404': gone}, headers: {X-Who: menura}}
        computed: {twice: item.stars * 2}
  /absent:
    get:
      operationId: absent
      responses: {'200': {description: OK, content: {application/json: {schema: {}}}}}
      x-menura: {upstream: "http://127.0.0.1:1/"}
  /foreign:
    get:
      operationId: foreign
      responses: {'200': {description: OK, content: {application/json: {schema: {}}}}}
      x-menura: {upstream: "{{ 'http://' + 'evil.example/' }}"}
  /fast:
    get:
      operationId: fast
      responses: {'200': {description: OK, content: {application/json: {schema: {}}}}}
      x-menura: {answer: 1}
  /late:
    get:
      operationId: late
      responses: {'200': {description: OK, content: {application/json: {schema: {}}}}}
      x-menura: {answer: 1, faults: {delay: 300ms}}
  /notify:
    post:
      operationId: notify
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Line'}}}}
      responses: {'202': {description: OK, content: {application/json: {schema: {}}}}}
      x-menura:
        errors: [{when: body.text === 'no', status: 409, detail: 'no'}]
        answer: {ok: true}
        tasks:
          - {log: "text {{ body.text }}"}
          - {webhook: "http://OTHER/hook", body: {text: "{{ body.text }}", status: "{{ status }}"}, retries: 2}
          - {run: "store.log.add({text: body.text})"}
  /hook/{what}:
    post:
      operationId: hook
      parameters: [{name: what, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: OK, content: {application/json: {schema: {}}}}}
      x-menura:
        answer: 1
        tasks: [{webhook: "http://{{ path.what === 'absent' ? '127.0.0.1:1' : 'OTHER' }}/{{ path.what }}", body: 1, retries: 0}]
  /bare:
    post:
      operationId: bare
      responses: {'200': {description: OK, content: {application/json: {schema: {}}}}}
      x-menura: {answer: 1, tasks: [{webhook: "http://OTHER/vanish", retries: 0}]}
  /typed:
    post:
      operationId: typed
      responses: {'200': {description: OK, content: {application/json: {schema: {}}}}}
      x-menura:
        answer: 1
        tasks:
          - {webhook: "http://OTHER/event", headers: {Content-Type: application/cloudevents+json}, body: {a: 1}}
          - {webhook: "http://OTHER/text", headers: {content-type: text/plain}, body: "ready {{ status }}"}
  /chain:
    post:
      operationId: chain
      responses: {'200': {description: OK, content: {application/json: {schema: {}}}}}
      x-menura:
        answer: 1
        tasks:
          - {run: "store.log.add({text: 'first'})"}
          - {log: "{{ store.log.count() }} there"}
          - {log: never, when: store.log.count() > 1}
          - {webhook: "http://OTHER/count", body: "{{ store.log.add({text: 'second'}).id }}"}
components:
  schemas:
    Thing: {type: object, properties: {name: {type: string}, stars: {type: integer}, twice: {type: integer}}, required: [name, stars]}
    Line: {type: object, properties: {id: {type: integer}, text: {type: string}}, required: [text]}
)yaml";
    yaml.replace("OTHER", m_other.host());
    const QByteArray json = "content-type: application/json\r\n";
    m_other.setAnswer("/broken", wireAnswer("200 OK", json, R"({"name": "Zoë", "stars": )"));
    m_other.setAnswer("/packed", wireAnswer("200 OK", json + "content-encoding: gzip\r\n",
                                            R"({"name":"Zoë","stars":3})"));
    const Design::LoadedApi loaded = Design::readOpenApi(yaml);
    QVERIFY(loaded.ok);
    CompileOptions options;
    options.state = m_state;
    m_server.setApi(compile(loaded.api, options));
    connect(&m_server, &Server::exchangesFinished, this,
            [this](const QList<Exchange> &batch) { m_exchanges += batch; });
    connect(&m_server, &Server::exchangesBegun, this,
            [this](const QList<Exchange> &batch) { m_begun += batch; });
    connect(&m_server, &Server::exchangesUpdated, this,
            [this](const QList<Exchange> &batch) { m_updates += batch; });
    ServerOptions serving;
    serving.port = 0;
    serving.threads = 1; // the worst case: whoever blocks, blocks all
    QVERIFY2(m_server.start(serving), qUtf8Printable(m_server.errorString()));
}

void TestOutgoing::init()
{
    QTest::qWait(150); // for exchanges of the test before
    m_other.requests.clear();
    m_other.failures = 0;
    m_exchanges.clear();
    m_updates.clear();
    m_begun.clear();
    m_state->reset();
}

QNetworkReply *TestOutgoing::start(const QByteArray &path, const QByteArray &body)
{
    QNetworkRequest request(QUrl(m_server.url().toString() + QString::fromLatin1(path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return body.isEmpty() ? m_network.get(request) : m_network.post(request, body);
}

Answer TestOutgoing::get(const QByteArray &path, const QByteArray &body)
{
    QElapsedTimer timer;
    timer.start();
    QNetworkReply *reply = start(path, body);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(10'000);
    const Answer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                        reply->readAll(), timer.elapsed()};
    reply->deleteLater();
    return answer;
}

void TestOutgoing::answersAreMapped_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("good") << QByteArray("/ask/good") << 200
                          << QByteArray(R"({"name":"Zoë","stars":3,"twice":6})");
    QTest::newRow("404") << QByteArray("/ask/gone") << 404
                         << QByteArray(R"({"detail":"No such thing"})");
    QTest::newRow("no JSON") << QByteArray("/ask/text") << 500
                             << QByteArray("Internal Server Error");
    QTest::newRow("broken JSON") << QByteArray("/ask/broken") << 502
                                 << QByteArray(R"({"detail":"Bad Gateway"})");
    QTest::newRow("not packed as it says")
        << QByteArray("/ask/packed") << 502 << QByteArray(R"({"detail":"Bad Gateway"})");
    QTest::newRow("silent") << QByteArray("/ask/silent") << 504
                            << QByteArray(R"({"detail":"Gateway Timeout"})");
    QTest::newRow("cut") << QByteArray("/ask/cut") << 502
                         << QByteArray(R"({"detail":"Bad Gateway"})");
    QTest::newRow("absent") << QByteArray("/absent") << 502
                            << QByteArray(R"({"detail":"Bad Gateway"})");
}

void TestOutgoing::answersAreMapped()
{
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Answer answer = get(path);
    QCOMPARE(answer.body, body);
    QCOMPARE(answer.status, status);
    if (!m_other.requests.isEmpty())
        QVERIFY(m_other.requests.first().toLower().contains("x-who: menura"));
}

void TestOutgoing::aSlowOneHoldsNobodyUp()
{
    QNetworkReply *slow = start("/ask/slow");
    QSignalSpy finished(slow, &QNetworkReply::finished);
    QTRY_COMPARE(m_other.requests.size(), 1);
    for (int i = 0; i < 20; ++i) {
        const Answer answer = get("/fast");
        QCOMPARE(answer.status, 200);
        QVERIFY2(answer.milliseconds < 300, QByteArray::number(answer.milliseconds).constData());
    }
    QVERIFY(finished.isEmpty());
    QVERIFY(finished.wait(5'000));
    QCOMPARE(slow->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
    slow->deleteLater();
}

void TestOutgoing::clientsThatGoAreShown_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("waiting for another server") << QByteArray("/ask/slow");
    QTest::newRow("waiting for a delay") << QByteArray("/late");
}

void TestOutgoing::clientsThatGoAreShown()
{
    QFETCH(QByteArray, path);
    QNetworkReply *reply = start(path);
    QTRY_COMPARE(m_begun.size(), 1);
    QVERIFY(m_begun.first().isUnderWay);
    QCOMPARE(m_begun.first().request.target, path);
    QCOMPARE(m_begun.first().response.status, 0);
    reply->abort();
    reply->deleteLater();
    QTRY_COMPARE(m_exchanges.size(), 1);
    QCOMPARE(m_exchanges.first().number, m_begun.first().number);
    QCOMPARE(m_exchanges.first().response.status, clientHasGone);
    QCOMPARE(m_exchanges.first().steps.last().outcome, Outcome::Failed);
    QVERIFY(m_exchanges.first().nanoseconds > 0);
}

void TestOutgoing::neverAsksItself()
{
    const QByteArray yaml = R"yaml(
openapi: 3.1.0
info: {title: Self, version: 1.0.0}
x-menura: {profile: fastapi, hosts: [localhost, 127.0.0.1]}
paths:
  /self:
    get:
      operationId: self
      parameters: [{name: port, in: query, schema: {type: string}}]
      responses: {'200': {description: OK, content: {application/json: {schema: {}}}}}
      x-menura: {upstream: "http://localhost:{{ query.port }}/self"}
)yaml";
    Server server;
    server.setApi(compile(Design::readOpenApi(yaml).api));
    ServerOptions options;
    options.port = 0;
    QVERIFY(server.start(options));
    QNetworkReply *reply = m_network.get(QNetworkRequest(
        QUrl(server.url().toString() + QStringLiteral("/self?port=%1").arg(server.port()))));
    QSignalSpy finished(reply, &QNetworkReply::finished);
    QVERIFY(finished.wait(5'000));
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 502);
    reply->deleteLater();
}

void TestOutgoing::hostsMustBeAllowed()
{
    QCOMPARE(get("/foreign").status, 500);
    const auto isReported = [this] {
        return std::any_of(m_exchanges.begin(), m_exchanges.end(), [](const Exchange &exchange) {
            return !exchange.violations.isEmpty() &&
                   exchange.violations.first().message.contains(QLatin1String("hosts"));
        });
    };
    QTRY_VERIFY(isReported());
}

void TestOutgoing::webhooksAreTriedAgain()
{
    m_other.failures = 1;
    const Answer answer = get("/notify", R"({"text":"hello"})");
    QCOMPARE(answer.status, 202);
    QVERIFY2(answer.milliseconds < 400, "the answer does not wait for its tasks");
    // It is shown at once, and again when a task has ended.
    QTRY_COMPARE(m_exchanges.size(), 1);
    QCOMPARE(m_exchanges.first().tasksLeft, 3);
    const auto areDone = [this] { return !m_updates.isEmpty() && m_updates.last().tasksLeft == 0; };
    QTRY_VERIFY_WITH_TIMEOUT(areDone(), 10'000);
    QVERIFY(m_updates.size() > 1);
    QCOMPARE(m_updates.last().number, m_exchanges.first().number);
    QCOMPARE(m_other.requests.size(), 2);
    QVERIFY(m_other.requests.last().contains(R"({"text":"hello","status":202})"));
    const QList<Step> steps = m_updates.last().steps;
    QCOMPARE(steps.at(steps.size() - 3).text, QStringLiteral("log: text hello"));
    QVERIFY(steps.at(steps.size() - 2).text.contains(QLatin1String("200 (2 attempts)")));
    QCOMPARE(steps.last().kind, StepKind::After);
    QCOMPARE(steps.last().outcome, Outcome::Passed);
    QCOMPARE(m_state->rows(QStringLiteral("log")).size(), 1);
}

void TestOutgoing::badWebhooksHurtNobody_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("absent") << QByteArray("absent") << QStringLiteral("Connection refused");
    QTest::newRow("cut") << QByteArray("cut") << QStringLiteral("Connection closed");
    QTest::newRow("slow") << QByteArray("slow") << QStringLiteral("200");
}

/// The answer has left before a webhook is called; what comes of it changes nothing but the trace.
void TestOutgoing::badWebhooksHurtNobody()
{
    QFETCH(QByteArray, what);
    QFETCH(QString, outcome);
    const Answer answer = get("/hook/" + what, "{}");
    QCOMPARE(answer.status, 200);
    QVERIFY2(answer.milliseconds < 300, QByteArray::number(answer.milliseconds).constData());
    for (int i = 0; i < 10; ++i) {
        const Answer other = get("/fast");
        QVERIFY2(other.milliseconds < 300, QByteArray::number(other.milliseconds).constData());
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_updates.size(), 1, 5'000);
    QCOMPARE(m_updates.first().response.body, QByteArray("1"));
    const QString text = m_updates.first().steps.last().text;
    QVERIFY2(text.contains(outcome), qUtf8Printable(text));
}

void TestOutgoing::bodiesAreWhatTheirTypeSays()
{
    QCOMPARE(get("/typed", "{}").status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(m_other.requests.size(), 2, 10'000);
    const QByteArray event = m_other.requests.first();
    QVERIFY(event.contains("application/cloudevents+json\r\n"));
    QCOMPARE(event.toLower().count("content-type:"), 1);
    QVERIFY(event.endsWith(R"({"a":1})"));
    QVERIFY(m_other.requests.last().endsWith("\r\n\r\nready 200"));
}

void TestOutgoing::aBrokenReceiverIsAskedOnceAnAttempt_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("a body") << QByteArray("/hook/vanish");
    QTest::newRow("none") << QByteArray("/bare");
}

/// Qt would send a request once more by itself when the connection ends without an answer.
void TestOutgoing::aBrokenReceiverIsAskedOnceAnAttempt()
{
    QFETCH(QByteArray, path);
    QCOMPARE(get(path, "{}").status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(m_updates.size(), 1, 5'000);
    QCOMPARE(m_updates.first().steps.last().outcome, Outcome::Failed);
    QVERIFY(m_updates.first().steps.last().text.endsWith(QLatin1String("Connection closed")));
    QCOMPARE(m_other.requests.size(), 1);
}

void TestOutgoing::tasksSeeWhatIsThere()
{
    QCOMPARE(get("/chain", "{}").status, 200);
    const auto areDone = [this] { return !m_updates.isEmpty() && m_updates.last().tasksLeft == 0; };
    QTRY_VERIFY_WITH_TIMEOUT(areDone(), 10'000);
    const QList<Step> steps = m_updates.last().steps;
    QCOMPARE(steps.at(steps.size() - 3).text, QStringLiteral("log: 1 there"));
    QCOMPARE(steps.at(steps.size() - 2).outcome, Outcome::Skipped);
    QVERIFY(m_other.requests.last().endsWith("\r\n\r\n2"));
    QCOMPARE(m_state->rows(QStringLiteral("log")).size(), 2);
}

void TestOutgoing::tasksLeftAtTheEndAreSaid()
{
    const QByteArray yaml = R"yaml(
openapi: 3.1.0
info: {title: Stopped, version: 1.0.0}
x-menura: {profile: fastapi}
paths:
  /later:
    get:
      operationId: later
      responses: {'200': {description: OK, content: {application/json: {schema: {}}}}}
      x-menura: {answer: 1, tasks: [{log: one, delay: 1h}, {log: two}]}
)yaml";
    Server server;
    QList<Exchange> updates;
    connect(&server, &Server::exchangesFinished, this, [](const QList<Exchange> &) {});
    connect(&server, &Server::exchangesUpdated, this,
            [&updates](const QList<Exchange> &batch) { updates += batch; });
    server.setApi(compile(Design::readOpenApi(yaml).api));
    ServerOptions options;
    options.port = 0;
    QVERIFY(server.start(options));
    QNetworkReply *reply =
        m_network.get(QNetworkRequest(QUrl(server.url().toString() + QStringLiteral("/later"))));
    QSignalSpy finished(reply, &QNetworkReply::finished);
    QVERIFY(finished.wait(5'000));
    reply->deleteLater();
    server.stop();
    QCOMPARE(updates.size(), 1);
    QCOMPARE(updates.first().tasksLeft, 0);
    const QList<Step> steps = updates.first().steps;
    for (const Step &step : steps.last(2)) {
        QCOMPARE(step.outcome, Outcome::Skipped);
        QCOMPARE(step.text, QStringLiteral("not run: the server has stopped"));
    }
}

void TestOutgoing::aTaskThatFailsEndsThem()
{
    m_other.failures = 100;
    QCOMPARE(get("/notify", R"({"text":"lost"})").status, 202);
    const auto areDone = [this] {
        return !m_updates.isEmpty() && m_updates.last().tasksLeft == 0 &&
               m_updates.last().steps.last().outcome == Outcome::Skipped;
    };
    QTRY_VERIFY_WITH_TIMEOUT(areDone(), 10'000);
    const QList<Step> steps = m_updates.last().steps;
    QCOMPARE(steps.at(steps.size() - 2).outcome, Outcome::Failed);
    QVERIFY(steps.at(steps.size() - 2).text.contains(QLatin1String("500 (3 attempts)")));
    QCOMPARE(m_exchanges.first().response.status, 202);
    QCOMPARE(m_state->rows(QStringLiteral("log")).size(), 0);
}

void TestOutgoing::tasksDoNotRunAfterARefusal()
{
    QCOMPARE(get("/notify", R"({"text":"no"})").status, 409);
    QCOMPARE(get("/notify", R"({"text":5})").status, 422);
    QTRY_COMPARE(m_exchanges.size(), 2);
    QVERIFY(m_other.requests.isEmpty());
    QCOMPARE(m_state->rows(QStringLiteral("log")).size(), 0);
}

void TestOutgoing::answersWait()
{
    const Answer answer = get("/late");
    QCOMPARE(answer.body, QByteArray("1"));
    QVERIFY2(answer.milliseconds >= 290, QByteArray::number(answer.milliseconds).constData());
}

QTEST_GUILESS_MAIN(TestOutgoing)
#include "test_outgoing.moc"
