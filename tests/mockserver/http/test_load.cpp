#include "designer/openapi/openapi_reader.h"
#include "mockserver/http/server.h"
#include "mockserver/state/state.h"
#include "raw_client.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Mock;
using Design::Json;

namespace
{

constexpr int clients = 16;

/// Two seconds, or as many as MENURA_LOAD_SECONDS says.
qint64 loadMilliseconds()
{
    const int seconds = qEnvironmentVariableIntValue("MENURA_LOAD_SECONDS");
    return seconds > 0 ? seconds * 1000 : 2'000;
}

struct Counts {
    std::atomic<qint64> made = 0;    ///< 201
    std::atomic<qint64> taken = 0;   ///< 409
    std::atomic<qint64> counted = 0; ///< increments that were answered 200
    std::atomic<qint64> removed = 0; ///< 204
    std::atomic<qint64> wrong = 0;   ///< any other answer
};

} // namespace

/// Sixteen clients at the same stores, through real sockets: nothing is lost, nothing there twice.
class TestLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void storesKeepTheirWord();
    void anEndlessExpressionHurtsOnlyItself();

private:
    static void work(quint16 port, int client, qint64 milliseconds, Counts *counts);

    std::shared_ptr<State> m_state = std::make_shared<State>();
    Server m_server;
};

void TestLoad::initTestCase()
{
    const QByteArray yaml = R"yaml(
openapi: 3.1.0
info: {title: Load, version: 1.0.0}
x-menura:
  profile: fastapi
  stores:
    things: {model: Thing, unique: [name], set: {id: counter}}
    tallies: {model: Tally, fixtures: [{id: 1, count: 0}]}
paths:
  /things:
    post:
      operationId: make
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewThing'}}}}
      responses: {'201': {description: Made, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
      x-menura: {action: create things}
  /things/{id}:
    delete:
      operationId: remove
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {'204': {description: Gone}}
      x-menura: {action: delete things}
  /tallies/{id}:
    post:
      operationId: count
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Tally'}}}}}
      x-menura: {action: {do: patch, store: tallies, set: {count: "{{ item.count + 1 }}"}}}
  /plain:
    get:
      operationId: plain
      responses: {'200': {description: OK, content: {application/json: {schema: {type: integer}, example: 1}}}}
  /endless:
    get:
      operationId: endless
      responses: {'200': {description: OK, content: {application/json: {schema: {}}}}}
      x-menura: {answer: "{{ (() => { for (;;) {} })() }}"}
components:
  schemas:
    NewThing: {type: object, properties: {name: {type: string}}, required: [name]}
    Thing: {type: object, properties: {id: {type: integer}, name: {type: string}}, required: [id, name]}
    Tally: {type: object, properties: {id: {type: integer}, count: {type: integer}}, required: [id, count]}
)yaml";
    CompileOptions options;
    options.state = m_state;
    m_server.setApi(compile(Design::readOpenApi(yaml).api, options));
    ServerOptions serving;
    serving.port = 0;
    serving.threads = 4;
    QVERIFY(m_server.start(serving));
}

void TestLoad::work(quint16 port, int client, qint64 milliseconds, Counts *counts)
{
    RawClient socket(port);
    QElapsedTimer clock;
    clock.start();
    const auto make = [&](const QByteArray &name) {
        const RawResponse made = socket.request(postRequest(
            "/things", "{\"name\":\"" + name + "\"}", "Content-Type: application/json\r\n"));
        counts->made += made.status == 201 ? 1 : 0;
        counts->taken += made.status == 409 ? 1 : 0;
        counts->wrong += made.status == 201 || made.status == 409 ? 0 : 1;
        return made.body.mid(6, made.body.indexOf(',') - 6); // {"id":7,"name":...
    };
    for (int round = 0; clock.elapsed() < milliseconds; ++round) {
        const QByteArray number = QByteArray::number(round);
        const QByteArray own = make(QByteArray::number(client) + '-' + number);
        make("round " + number); // all of them want this one; who is first gets it
        const int counted = socket.request(postRequest("/tallies/1", {})).status;
        counts->counted += counted == 200 ? 1 : 0;
        counts->wrong += counted == 200 ? 0 : 1;
        if (round % 8 == 0)
            continue;
        const int removed =
            socket.request("DELETE /things/" + own + " HTTP/1.1\r\nHost: localhost\r\n\r\n").status;
        counts->removed += removed == 204 ? 1 : 0;
        counts->wrong += removed == 204 ? 0 : 1;
    }
}

void TestLoad::storesKeepTheirWord()
{
    Counts counts;
    std::vector<std::thread> threads;
    for (int client = 0; client < clients; ++client)
        threads.emplace_back(work, m_server.port(), client, loadMilliseconds(), &counts);
    for (std::thread &thread : threads)
        thread.join();
    qInfo("%lld rows made, %lld names taken, %lld increments, %lld removed", counts.made.load(),
          counts.taken.load(), counts.counted.load(), counts.removed.load());
    QCOMPARE(counts.wrong.load(), 0);
    QVERIFY(counts.counted > clients && counts.taken > 0 && counts.removed > 0);
    const Json tally = m_state->rows(QStringLiteral("tallies")).first();
    QCOMPARE(tally.value(u"count").toInt64(), counts.counted.load());
    const Design::JsonArray rows = m_state->rows(QStringLiteral("things"));
    QCOMPARE(rows.size(), counts.made - counts.removed);
    QSet<qint64> keys;
    QSet<QString> names;
    for (const Json &row : rows) {
        keys.insert(row.value(u"id").toInt64());
        names.insert(row.value(u"name").toString());
    }
    QCOMPARE(keys.size(), rows.size());
    QCOMPARE(names.size(), rows.size());
}

void TestLoad::anEndlessExpressionHurtsOnlyItself()
{
    std::atomic<bool> isOver = false;
    std::atomic<int> ended = 0;
    std::thread stubborn([&] {
        RawClient client(m_server.port());
        for (int i = 0; i < 4; ++i) {
            const RawResponse answer =
                client.request(getRequest("/endless", "X-Menura-Trace: 1\r\n"));
            if (answer.status == 500 && answer.header("x-menura-trace").contains("for (;;)"))
                ++ended;
        }
        isOver = true;
    });
    qint64 slowest = 0;
    RawClient other(m_server.port());
    int count = 0;
    for (; !isOver; ++count) {
        QElapsedTimer clock;
        clock.start();
        if (other.request(getRequest("/plain")).status != 200)
            break;
        slowest = std::max(slowest, clock.elapsed());
    }
    stubborn.join();
    QCOMPARE(ended.load(), 4);
    QVERIFY(count > 20);
    // One that shares its thread waits for one expression at most, and no longer.
    QVERIFY2(slowest < 1'000, QByteArray::number(slowest).constData());
}

QTEST_GUILESS_MAIN(TestLoad)
#include "test_load.moc"
