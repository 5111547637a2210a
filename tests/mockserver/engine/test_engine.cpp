#include "designer/openapi/openapi_reader.h"
#include "designer/schema/schema_compiler.h"
#include "designer/schema/validator.h"
#include "designer/text/json_reader.h"
#include "mockserver/engine/engine.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QThread>

using Design::Json;
using Design::NodeId;
using Mock::Outcome;
using Mock::StepKind;

class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void profiles();
    void refusalNamesTheConstraint();
    void stepsAreInOrder();
    void brokenJsonEndsBeforeEverything();
    void nearestRoutes();
    void badExamplesAreReportedAndNotServed();
    void responseModelReadsExamples();
    void answerWithoutValidValueIsOurError();
    void nearestAnswerWhereNoneIsValid();
    void docsRouteIsReported();
    void generatedAnswersAreValidAndDiffer();
    void oneDesignServesManyThreads();

private:
    static Mock::CompiledApiPointer compiled(const QByteArray &document);
    static Mock::Exchange send(const Mock::CompiledApiPointer &api, const QByteArray &method,
                               const QByteArray &target, const QByteArray &json = {});
    Design::Api m_shop;
};

namespace
{

QByteArray contents(const char *path)
{
    QFile file(QStringLiteral(MENURA_SOURCE_DIR "/") + QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray document(const QByteArray &paths, const QByteArray &more = {})
{
    return R"({"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": )" + paths +
           more + "}";
}

QStringList kinds(const QList<Mock::Step> &steps)
{
    QStringList texts;
    for (const Mock::Step &step : steps)
        texts.append(QStringLiteral("%1%2")
                         .arg(int(step.kind))
                         .arg(QLatin1String(step.outcome == Outcome::Passed   ? "+"
                                            : step.outcome == Outcome::Failed ? "-"
                                                                              : "0")));
    return texts;
}

} // namespace

void TestEngine::initTestCase()
{
    const Design::LoadedApi shop = Design::readOpenApi(contents("resources/designs/shop.yaml"));
    QVERIFY(shop.ok);
    m_shop = shop.api;
}

Mock::CompiledApiPointer TestEngine::compiled(const QByteArray &text)
{
    return Mock::compile(Design::readOpenApi(text).api);
}

Mock::Exchange TestEngine::send(const Mock::CompiledApiPointer &api, const QByteArray &method,
                                const QByteArray &target, const QByteArray &json)
{
    Mock::Request request;
    request.method = method;
    request.target = target;
    request.body = json;
    if (!json.isEmpty())
        request.headers.append(Mock::HeaderField{"content-type", "application/json"});
    return Mock::handle(*api, request);
}

void TestEngine::profiles()
{
    QCOMPARE(Mock::compile(m_shop)->profile(), Mock::Profile::FastApi); // x-menura says so
    QCOMPARE(compiled(document("{}"))->profile(), Mock::Profile::Strict);
    QCOMPARE(compiled(document("{}", R"(, "x-menura": {"profile": "fastapi"})"))->profile(),
             Mock::Profile::FastApi);
    const QByteArray fastApi = R"(, "components": {"schemas": {
        "HTTPValidationError": {"type": "object"}, "ValidationError": {"type": "object"}}})";
    QCOMPARE(compiled(document("{}", fastApi))->profile(), Mock::Profile::FastApi);
    Mock::CompileOptions strict;
    strict.profile = Mock::Profile::Strict;
    strict.revision = 7;
    QCOMPARE(Mock::compile(m_shop, strict)->profile(), Mock::Profile::Strict);
    QCOMPARE(Mock::compile(m_shop, strict)->revision(), quint64{7});
    QCOMPARE(Mock::compile(m_shop)->routeCount(), qsizetype{6});
}

void TestEngine::refusalNamesTheConstraint()
{
    const Mock::Exchange exchange =
        send(Mock::compile(m_shop), "POST", "/items/", R"({"name": "x", "price": 0})");
    QCOMPARE(exchange.response.status, 422);
    QCOMPARE(exchange.violations.size(), 1);
    const Mock::Violation &violation = exchange.violations.first();
    QCOMPARE(violation.type, QStringLiteral("greater_than"));
    QCOMPARE(violation.keyword, Design::Keyword::ExclusiveMinimum);
    const Design::Schema *item = m_shop.components.schemas.find(u"ItemCreate");
    QCOMPARE(violation.node, item->members(Design::Keyword::Properties).find(u"price")->id());
    QCOMPARE(exchange.route, QStringLiteral("POST /items/"));
    QCOMPARE(exchange.operation, m_shop.paths.find(u"/items/")->operation(u"post")->id);
}

void TestEngine::stepsAreInOrder()
{
    const auto api = Mock::compile(m_shop);
    const Mock::Exchange good = send(api, "GET", "/users/3?x=1");
    QCOMPARE(kinds(good.steps).join(u' '), QStringLiteral("0+ 1+ 2+ 3+ 4+ 5+ 6+ 7+ 8+ 9+ 100"));
    const Mock::Exchange bad = send(api, "GET", "/users/0");
    QCOMPARE(kinds(bad.steps).join(u' '), QStringLiteral("0+ 1+ 2+ 3- 4+ 5+ 6+ 7+"));
    QVERIFY(bad.nanoseconds > 0);
    for (const Mock::Step &step : good.steps)
        QVERIFY(step.nanoseconds >= 0);
}

void TestEngine::brokenJsonEndsBeforeEverything()
{
    const Mock::Exchange exchange = send(Mock::compile(m_shop), "POST", "/items/", "{");
    QCOMPARE(exchange.response.status, 422);
    QCOMPARE(kinds(exchange.steps).join(u' '), QStringLiteral("0+ 1-"));
    QCOMPARE(exchange.violations.first().type, QStringLiteral("json_invalid"));
    QVERIFY(exchange.violations.first().node != NodeId::None);
}

void TestEngine::nearestRoutes()
{
    const Mock::Exchange exchange = send(Mock::compile(m_shop), "GET", "/user/3");
    QCOMPARE(exchange.response.status, 404);
    QCOMPARE(exchange.nearestRoutes.value(0), QStringLiteral("GET /users/{user_id}"));
    QCOMPARE(exchange.operation, NodeId::None);
}

void TestEngine::badExamplesAreReportedAndNotServed()
{
    const auto api = compiled(document(R"({"/a": {"get": {"responses": {"200": {
        "description": "d", "content": {"application/json": {
            "schema": {"type": "object", "required": ["n"],
                       "properties": {"n": {"type": "integer", "maximum": 5}}},
            "example": {"n": 9}}}}}}}})"));
    QCOMPARE(api->diagnostics().size(), 1);
    QCOMPARE(api->diagnostics().first().rule, QStringLiteral("example-not-valid"));
    QVERIFY(api->diagnostics().first().node != NodeId::None);
    const Mock::Exchange exchange = send(api, "GET", "/a");
    QCOMPARE(exchange.response.status, 200);
    const Json body = Design::readPythonJson(exchange.response.body).value;
    QVERIFY(body.value(u"n").isInteger() && body.value(u"n").toInt64() <= 5);
}

void TestEngine::responseModelReadsExamples()
{
    const auto answered = [](const QByteArray &example) {
        const auto api = compiled(document(R"({"/a": {"get": {"responses": {"200": {
            "description": "d", "content": {"application/json": {
                "schema": {"type": "object", "required": ["n"],
                           "properties": {"n": {"type": "integer", "maximum": 5}}},
                "example": )" + example + R"(}}}}}}})",
                                           R"(, "x-menura": {"profile": "fastapi"})"));
        return QPair(send(api, "GET", "/a"), api->diagnostics());
    };
    // Coerced, and without what the model does not know.
    const auto [good, nothing] = answered(R"({"n": "4", "secret": 1})");
    QCOMPARE(good.response.body, QByteArray(R"({"n":4})"));
    QVERIFY(nothing.isEmpty());
    const auto [bad, problems] = answered(R"({"n": 9})");
    QCOMPARE(bad.response.status, 500);
    QCOMPARE(bad.response.body, QByteArray("Internal Server Error"));
    QCOMPARE(Mock::headerValue(bad.response.headers, "content-type"),
             QByteArray("text/plain; charset=utf-8"));
    QCOMPARE(bad.violations.first().type, QStringLiteral("less_than_equal"));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().rule, QStringLiteral("example-not-valid"));
    QCOMPARE(problems.first().severity, Design::Severity::Error);
}

void TestEngine::answerWithoutValidValueIsOurError()
{
    const QByteArray paths = R"({"/a": {"get": {"responses": {"200": {
        "description": "d", "content": {"application/json": {
            "schema": {"type": "integer", "minimum": 5, "maximum": 4}}}}}}}})";
    const Mock::Exchange fastApi =
        send(compiled(document(paths, R"(, "x-menura": {"profile": "fastapi"})")), "GET", "/a");
    QCOMPARE(fastApi.response.status, 500);
    QCOMPARE(fastApi.response.body, QByteArray("Internal Server Error"));
    QCOMPARE(fastApi.steps.last().outcome, Outcome::Failed);
    QCOMPARE(fastApi.violations.size(), 1);
}

/// Rules that contradict themselves stop nobody: the trace says what is wrong.
void TestEngine::nearestAnswerWhereNoneIsValid()
{
    const QByteArray paths = R"({"/a": {"get": {"responses": {"200": {
        "description": "d", "content": {"application/json": {"schema": {
            "type": "object", "required": ["id", "level"], "properties": {
                "id": {"type": "integer", "minimum": 5},
                "level": {"type": "string", "enum": [10, 20]}}}}}}}}}})";
    const Mock::Exchange exchange = send(compiled(document(paths)), "GET", "/a");
    QCOMPARE(exchange.response.status, 200);
    const Json body = Design::readPythonJson(exchange.response.body).value;
    QVERIFY(body.value(u"id").toInt64() >= 5);
    QCOMPARE(body.value(u"level"), Json(10));
    const auto filter =
        std::find_if(exchange.steps.begin(), exchange.steps.end(),
                     [](const auto &step) { return step.kind == Mock::StepKind::Filter; });
    QVERIFY(filter != exchange.steps.end());
    QCOMPARE(filter->outcome, Outcome::Failed);
    QVERIFY(filter->text.startsWith(QLatin1String("No value was found")));
}

void TestEngine::docsRouteIsReported()
{
    const auto api =
        compiled(document(R"({"/docs": {"get": {"responses": {"204": {"description": "d"}}}}})"));
    QCOMPARE(api->diagnostics().size(), 1);
    QCOMPARE(api->diagnostics().first().rule, QStringLiteral("docs-route"));
    QCOMPARE(send(api, "GET", "/docs").response.status, 200);
}

void TestEngine::generatedAnswersAreValidAndDiffer()
{
    const auto api = Mock::compile(m_shop);
    Design::SchemaCompiler schemas(m_shop);
    const Design::CompiledSchema user =
        schemas.compile(*m_shop.components.schemas.find(u"UserResponse"));
    for (const QByteArray id : {"1", "2", "99999999999999999999"}) {
        const Mock::Exchange exchange = send(api, "GET", "/users/" + id);
        QCOMPARE(exchange.response.status, 200);
        const Json body = Design::readPythonJson(exchange.response.body).value;
        QVERIFY2(Design::isValid(user, body), exchange.response.body.constData());
        QCOMPARE(body.value(u"id").numberText(), id);
    }
}

void TestEngine::oneDesignServesManyThreads()
{
    const auto api = Mock::compile(m_shop);
    const QByteArray expected = send(api, "GET", "/users/5").response.body;
    QList<QThread *> threads;
    std::atomic<int> different = 0;
    for (int i = 0; i < 4; ++i) {
        threads.append(QThread::create([&] {
            for (int n = 0; n < 200; ++n) {
                if (send(api, "GET", "/users/5").response.body != expected)
                    ++different;
                send(api, "GET", "/openapi.json");
            }
        }));
        threads.last()->start();
    }
    for (QThread *thread : threads) {
        thread->wait();
        delete thread;
    }
    QCOMPARE(different.load(), 0);
}

QTEST_GUILESS_MAIN(TestEngine)
#include "test_engine.moc"
