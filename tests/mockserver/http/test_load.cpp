#include "designer/openapi/openapi_reader.h"
#include "mockserver/http/server.h"
#include "mockserver/state/state.h"
#include "raw_client.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>
#include <QThread>

#include <array>
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
    void rowsStaySoundWhateverHappens();
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

/// While clients make, change and remove rows that refer to one another, and tasks change them
/// behind the answers, somebody takes snapshots, steps back, restores, resets and edits the design.
void TestLoad::rowsStaySoundWhateverHappens()
{
    const QByteArray yaml = R"yaml(
openapi: 3.1.0
info: {title: Sound, version: 1.0.0}
x-menura:
  profile: fastapi
  stores:
    owners: {model: Owner, unique: [mail], set: {id: counter}, fixtures: [{id: 1, mail: root}]}
    items:
      model: Item
      unique: [[name, owner]]
      references: {owner: owners}
      set: {id: counter, version: {value: "(item.version || 0) + 1", on: write}}
      fixtures: [{id: 1, name: first, owner: 1, version: 1}]
    lines: {model: Line, key: name}
paths:
  /owners:
    post:
      operationId: make_owner
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Owner'}}}}
      responses: {'201': {description: Made, content: {application/json: {schema: {$ref: '#/components/schemas/Owner'}}}}}
      x-menura: {action: create owners}
  /owners/{id}:
    delete:
      operationId: remove_owner
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {'204': {description: Gone}}
      x-menura: {action: delete owners}
  /items:
    post:
      operationId: make_item
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
      responses: {'201': {description: Made, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}}
      x-menura:
        action: create items
        tasks:
          - {run: "store.lines.has(result.name) || store.lines.add({name: result.name})"}
          - {run: "store.items.has(result.id) && store.items.update(result.id, {name: result.name + '!'})"}
  /items/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    put:
      operationId: put_item
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
      responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}}
      x-menura: {action: update items}
    patch:
      operationId: patch_item
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Change'}}}}
      responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}}
      x-menura: {action: patch items}
    delete:
      operationId: remove_item
      responses: {'204': {description: Gone}}
      x-menura: {action: delete items}
components:
  schemas:
    Owner: {type: object, properties: {id: {type: integer}, mail: {type: string}}, required: [mail]}
    Item: {type: object, properties: {id: {type: integer}, name: {type: string}, owner: {type: integer}, version: {type: integer}}, required: [name, owner]}
    Change: {type: object, properties: {name: {type: string}, owner: {type: integer}}}
    Line: {type: object, properties: {name: {type: string}}, required: [name]}
)yaml";
    const Design::Api api = Design::readOpenApi(yaml).api;
    const auto state = std::make_shared<State>();
    CompileOptions options;
    options.state = state;
    Server server;
    server.setApi(compile(api, options));
    ServerOptions serving;
    serving.port = 0;
    serving.threads = 4;
    QVERIFY(server.start(serving));

    std::atomic<bool> isOver = false;
    std::atomic<int> wrong = 0;
    std::atomic<int> good = 0;
    std::vector<std::thread> threads;
    for (int client = 0; client < clients; ++client) {
        threads.emplace_back([&, client] {
            RawClient socket(server.port());
            QRandomGenerator dice(static_cast<quint32>(client));
            const auto number = [&dice] { return QByteArray::number(dice.bounded(1, 12)); };
            while (!isOver) {
                const QByteArray id = number();
                const QByteArray item =
                    "{\"name\":\"n" + number() + "\",\"owner\":" + number() + '}';
                const std::array<std::pair<QByteArray, QByteArray>, 6> all{
                    {{"POST /owners", "{\"mail\":\"m" + number() + "\"}"},
                     {"DELETE /owners/" + id, {}},
                     {"POST /items", item},
                     {"PUT /items/" + id, item},
                     {"PATCH /items/" + id, item},
                     {"DELETE /items/" + id, {}}}};
                const auto &[line, body] = all[dice.bounded(quint32{all.size()})];
                const int status = socket
                                       .request(line +
                                                " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                                                "application/json\r\nContent-Length: " +
                                                QByteArray::number(body.size()) + "\r\n\r\n" + body)
                                       .status;
                good += status < 300 ? 1 : 0;
                wrong += status < 300 || status == 404 || status == 409 ? 0 : 1;
            }
        });
    }
    const auto problemOf = [](const Json &snapshot) -> QString {
        QSet<qint64> owners;
        QSet<QString> mails;
        for (const Json &owner : snapshot.value(u"owners").value(u"rows").array()) {
            owners.insert(owner.value(u"id").toInt64());
            mails.insert(owner.value(u"mail").toString());
        }
        const qsizetype count = snapshot.value(u"owners").value(u"rows").array().size();
        if (owners.size() != count || mails.size() != count)
            return QStringLiteral("an owner is there twice");
        QSet<qint64> ids;
        QSet<QString> names;
        for (const Json &item : snapshot.value(u"items").value(u"rows").array()) {
            ids.insert(item.value(u"id").toInt64());
            names.insert(item.value(u"name").toString() + u'/' +
                         QString::number(item.value(u"owner").toInt64()));
            if (!owners.contains(item.value(u"owner").toInt64()))
                return QStringLiteral("an item has no owner");
            if (item.value(u"version").toInt64() < 1)
                return QStringLiteral("an item has no version");
        }
        const qsizetype items = snapshot.value(u"items").value(u"rows").array().size();
        return ids.size() != items || names.size() != items
                   ? QStringLiteral("an item is there twice")
                   : QString();
    };
    QString problem;
    Json kept = state->snapshot();
    QElapsedTimer clock;
    clock.start();
    // However busy the machine is, some of everything has happened at the end.
    for (int round = 0;
         problem.isEmpty() && (clock.elapsed() < loadMilliseconds() || round < 60 || good < 200);
         ++round) {
        QThread::msleep(5);
        const Json now = state->snapshot();
        problem = problemOf(now);
        if (round % 3 == 0)
            state->stepBack();
        if (round % 10 == 4)
            kept = now;
        if (round % 10 == 8)
            state->restore(kept);
        if (round % 20 == 13)
            server.setApi(compile(api, options)); // an edit goes on with the rows
        if (round % 30 == 29)
            state->reset();
        if (wrong > 0 || clock.elapsed() > 120'000)
            break;
    }
    isOver = true;
    for (std::thread &thread : threads)
        thread.join();
    server.stop();
    QCOMPARE(problem, QString());
    QCOMPARE(problemOf(state->snapshot()), QString());
    QCOMPARE(wrong.load(), 0);
    QVERIFY(good.load() >= 200);
    while (state->stepBack())
        QCOMPARE(problemOf(state->snapshot()), QString());
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
