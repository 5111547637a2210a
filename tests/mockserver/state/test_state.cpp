#include "designer/openapi/openapi_reader.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"
#include "mockserver/engine/engine.h"
#include "mockserver/state/state_session.h"

#include <QFile>
#include <QSet>
#include <QTest>

#include <thread>

using namespace Mock;
using Design::Json;
using Design::JsonObject;

class TestState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsWithFixtures();
    void reportsBadFixtures();
    void writesAreValidated();
    void rollsBackWithoutCommit();
    void stepsBack();
    void snapshotsAndResets();
    void survivesAnEdit();
    void stepsDoNotOutliveTheirRows();
    void rulesThatComeLaterHold();
    void nothingIsDrawnTwice();
    void sixteenClientsLoseNothing();
    void aRefusedRequestChangesNothing();

private:
    Exchange post(const QByteArray &target, const QByteArray &body) const;
    QByteArray text(const QString &store) const
    {
        return Design::writeJson(Json(m_state->rows(store)));
    }

    Design::Api m_api;
    std::shared_ptr<State> m_state;
    CompiledApiPointer m_compiled;
};

static Design::Api apiOf(const QByteArray &text)
{
    return Design::readOpenApi(text).api;
}

static QByteArray storesYaml()
{
    QFile file(QStringLiteral(MENURA_SOURCE_DIR "/resources/designs/stores.yaml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestState::init()
{
    m_api = apiOf(storesYaml());
    m_state = std::make_shared<State>();
    CompileOptions options;
    options.state = m_state;
    m_compiled = compile(m_api, options);
    QVERIFY2(m_compiled->diagnostics().isEmpty(),
             m_compiled->diagnostics().isEmpty()
                 ? ""
                 : qUtf8Printable(m_compiled->diagnostics().first().message));
}

Exchange TestState::post(const QByteArray &target, const QByteArray &body) const
{
    Request request;
    request.method = "POST";
    request.target = target;
    request.headers = {{"content-type", "application/json"}};
    request.body = body;
    return handle(*m_compiled, request);
}

void TestState::beginsWithFixtures()
{
    QCOMPARE(m_state->stores(), QStringList({QStringLiteral("items"), QStringLiteral("users")}));
    QCOMPARE(m_state->rows(QStringLiteral("items")).size(), 3);
    QVERIFY(text(QStringLiteral("items")).contains("\"created_at\":\"2026-01-01T00:00:00Z\""));
}

void TestState::reportsBadFixtures()
{
    QByteArray yaml = storesYaml();
    yaml.replace("price: 18, category", "price: -18, category").replace("sku: CA-1", "sku: HO-1");
    const CompiledApiPointer compiled = compile(apiOf(yaml));
    QCOMPARE(compiled->state()->rows(QStringLiteral("items")).size(), 1);
    QCOMPARE(compiled->diagnostics().size(), 2);
    QCOMPARE(compiled->diagnostics()[0].pointer,
             QStringLiteral("/x-menura/stores/items/fixtures/1"));
    QVERIFY(compiled->diagnostics()[0].message.contains(QLatin1String("sku")));
    QVERIFY(compiled->diagnostics()[1].message.contains(
        QLatin1String("price: Input should be greater than 0")));
}

void TestState::writesAreValidated()
{
    StateSession session(*m_state, 0);
    ScriptScope scope;
    const QString items = QStringLiteral("items");
    const StoreOutcome bad = session.patch(items, 1, {{QStringLiteral("price"), -1}}, scope);
    QCOMPARE(bad.problem, StoreOutcome::Invalid);
    QVERIFY(bad.check.node != Design::NodeId::None);
    QCOMPARE(session.patch(items, 99, {}, scope).problem, StoreOutcome::Missing);
    QCOMPARE(
        session.patch(items, 2, {{QStringLiteral("sku"), QStringLiteral("HO-1")}}, scope).problem,
        StoreOutcome::Conflict);
    QCOMPARE(session.patch(items, 2, {{QStringLiteral("owner_id"), 9}}, scope).problem,
             StoreOutcome::Reference);
    QCOMPARE(session.remove(QStringLiteral("users"), 1).problem, StoreOutcome::Reference);
    QVERIFY(!session.hasChanges());
    // The key is found whether it came as text or as a number.
    QVERIFY(!session.find(items, Json(QStringLiteral("1"))).isUndefined());
}

void TestState::rollsBackWithoutCommit()
{
    const QByteArray before = text(QStringLiteral("items"));
    {
        StateSession session(*m_state, 0);
        ScriptScope scope;
        QVERIFY(
            session.patch(QStringLiteral("items"), 1, {{QStringLiteral("price"), 1}}, scope).ok());
        QVERIFY(session.remove(QStringLiteral("items"), 2).ok());
        const StoreOutcome made = session.create(QStringLiteral("items"),
                                                 {{QStringLiteral("name"), QStringLiteral("x")},
                                                  {QStringLiteral("sku"), QStringLiteral("XX-1")},
                                                  {QStringLiteral("price"), 1}},
                                                 scope);
        QVERIFY2(made.ok(), qUtf8Printable(made.text));
        QCOMPARE(made.row.value(u"id").toInt64(), 4);
    }
    QCOMPARE(text(QStringLiteral("items")), before);
    QVERIFY(post("/items/", R"({"name":"y","sku":"YY-1","price":2})")
                .response.body.startsWith("{\"id\":4,"));
}

void TestState::stepsBack()
{
    const QByteArray before = text(QStringLiteral("items"));
    QCOMPARE(post("/items/", R"({"name":"y","sku":"YY-1","price":2})").response.status, 201);
    QCOMPARE(m_state->steps(), QStringList{QStringLiteral("POST /items/")});
    Request request;
    request.method = "DELETE";
    request.target = "/items/2";
    QCOMPARE(handle(*m_compiled, request).response.status, 204);
    QVERIFY(m_state->stepBack());
    QVERIFY(text(QStringLiteral("items")).contains("Watering can"));
    QVERIFY(m_state->stepBack());
    QCOMPARE(text(QStringLiteral("items")), before);
    QVERIFY(!m_state->stepBack());
}

void TestState::snapshotsAndResets()
{
    const QByteArray before = text(QStringLiteral("items"));
    QCOMPARE(post("/items/", R"({"name":"y","sku":"YY-1","price":2})").response.status, 201);
    const QByteArray after = text(QStringLiteral("items"));
    const Json snapshot = m_state->snapshot();
    m_state->reset();
    QCOMPARE(text(QStringLiteral("items")), before);
    m_state->restore(Design::readJson(Design::writeJson(snapshot)).value);
    QCOMPARE(text(QStringLiteral("items")), after);
    QVERIFY(post("/items/", R"({"name":"z","sku":"ZZ-1","price":2})")
                .response.body.startsWith("{\"id\":5,"));
}

void TestState::survivesAnEdit()
{
    QCOMPARE(post("/items/", R"({"name":"y","sku":"YY-1","price":2})").response.status, 201);
    CompileOptions options;
    options.state = m_state;
    const CompiledApiPointer edited =
        compile(apiOf(storesYaml().replace("title: Stores", "title: S")), options);
    QCOMPARE(m_state->rows(QStringLiteral("items")).size(), 4);
    const CompiledApiPointer other =
        compile(apiOf(storesYaml().replace("name: Rake", "name: Rakes")), options);
    QCOMPARE(m_state->rows(QStringLiteral("items")).size(), 3);
    QCOMPARE(m_state->rows(QStringLiteral("users")).size(), 1);
}

void TestState::stepsDoNotOutliveTheirRows()
{
    QCOMPARE(post("/items/", R"({"name":"y","sku":"YY-1","price":2})").response.status, 201);
    Request request;
    request.method = "DELETE";
    request.target = "/items/2";
    QCOMPARE(handle(*m_compiled, request).response.status, 204);
    CompileOptions options;
    options.state = m_state;
    const CompiledApiPointer other =
        compile(apiOf(storesYaml().replace("name: Rake", "name: Rakes")), options);
    const QByteArray fresh = text(QStringLiteral("items"));
    QVERIFY(m_state->steps().isEmpty());
    QVERIFY(!m_state->stepBack()); // it would bring back a row of the table before
    QCOMPARE(text(QStringLiteral("items")), fresh);
}

/// An edit makes a field unique that several rows share: those that are there stay, and none joins
/// them, whichever of them goes.
void TestState::rulesThatComeLaterHold()
{
    const auto design = [](const QByteArray &unique) {
        return apiOf("openapi: 3.1.0\ninfo: {title: U, version: '1'}\n"
                     "x-menura: {profile: fastapi, stores: {things: {model: Thing, " +
                     unique +
                     "set: {id: counter}}}}\n"
                     "paths:\n  /things:\n    post:\n      operationId: make\n"
                     "      requestBody: {required: true, content: {application/json: {schema: "
                     "{$ref: '#/components/schemas/Thing'}}}}\n"
                     "      responses: {'201': {description: Made}}\n"
                     "      x-menura: {action: create things}\n"
                     "  /things/{id}:\n    delete:\n      operationId: remove\n"
                     "      parameters: [{name: id, in: path, required: true, schema: {type: "
                     "integer}}]\n"
                     "      responses: {'204': {description: Gone}}\n"
                     "      x-menura: {action: delete things}\n"
                     "components:\n  schemas:\n    Thing: {type: object, properties: {id: {type: "
                     "integer}, name: {type: string}}, required: [name]}\n");
    };
    for (const char *const gone : {"1", "2"}) {
        m_state = std::make_shared<State>();
        CompileOptions options;
        options.state = m_state;
        m_compiled = compile(design(""), options);
        for (int i = 0; i < 2; ++i)
            QCOMPARE(post("/things", R"({"name":"a"})").response.status, 201);
        m_compiled = compile(design("unique: [name], "), options);
        QCOMPARE(m_state->rows(QStringLiteral("things")).size(), 2);
        Request request;
        request.method = "DELETE";
        request.target = QByteArray("/things/") + gone;
        QCOMPARE(handle(*m_compiled, request).response.status, 204);
        QCOMPARE(post("/things", R"({"name":"a"})").response.status, 409);
    }
}

/// Keys made by chance go on after a restart with the same rows, as counters do.
void TestState::nothingIsDrawnTwice()
{
    const Design::Api api = apiOf(storesYaml()
                                      .replace("id: counter", "id: uuid")
                                      .replace("id: {type: integer", "id: {type: string"));
    const auto begin = [&](const Json &snapshot) {
        m_state = std::make_shared<State>();
        CompileOptions options;
        options.state = m_state;
        m_compiled = compile(api, options);
        if (!snapshot.isUndefined())
            m_state->restore(snapshot);
    };
    begin({});
    QCOMPARE(post("/items/", R"({"name":"y","sku":"YY-1","price":2})").response.status, 201);
    const Json snapshot = m_state->snapshot();
    begin(Design::readJson(Design::writeJson(snapshot)).value);
    QCOMPARE(post("/items/", R"({"name":"z","sku":"ZZ-1","price":2})").response.status, 201);
    m_state->reset();
    m_state->restore(snapshot);
    QCOMPARE(post("/items/", R"({"name":"z","sku":"ZZ-1","price":2})").response.status, 201);
}

void TestState::sixteenClientsLoseNothing()
{
    constexpr int clients = 16;
    constexpr int each = 40;
    std::vector<std::thread> threads;
    std::atomic<int> made = 0;
    std::atomic<int> other = 0;
    for (int client = 0; client < clients; ++client) {
        threads.emplace_back([&, client] {
            for (int n = 0; n < each; ++n) {
                const QByteArray sku = "CC-" + QByteArray::number(client * each + n);
                const QByteArray same = "SS-" + QByteArray::number(n);
                made += post("/items/", R"({"name":"c","price":1,"sku":")" + sku + "\"}")
                            .response.status == 201;
                const int status =
                    post("/items/", R"({"name":"s","price":1,"sku":")" + same + "\"}")
                        .response.status;
                made += status == 201;
                other += status != 201 && status != 409;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(other.load(), 0);
    QCOMPARE(made.load(), clients * each + each);
    const Design::JsonArray rows = m_state->rows(QStringLiteral("items"));
    QCOMPARE(rows.size(), clients * each + each + 3);
    QSet<qint64> ids;
    for (const Json &row : rows)
        ids.insert(row.value(u"id").toInt64());
    QCOMPARE(ids.size(), rows.size());
}

/// An answer that breaks its model is our own 500, and leaves no row behind.
void TestState::aRefusedRequestChangesNothing()
{
    QByteArray yaml = storesYaml();
    yaml.replace("action: create items", "action: create items\n        answer: {name: 5}");
    const CompiledApiPointer compiled = compile(apiOf(yaml));
    Request request;
    request.method = "POST";
    request.target = "/items/";
    request.headers = {{"content-type", "application/json"}};
    request.body = R"({"name":"y","sku":"YY-1","price":2})";
    QCOMPARE(handle(*compiled, request).response.status, 500);
    QCOMPARE(compiled->state()->rows(QStringLiteral("items")).size(), 3);
    QVERIFY(compiled->state()->steps().isEmpty());
}

QTEST_GUILESS_MAIN(TestState)
#include "test_state.moc"
