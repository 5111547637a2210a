#include "designer/openapi/openapi_reader.h"
#include "mockserver/contract/example_requests.h"
#include "mockserver/contract/parameter_text.h"
#include "mockserver/engine/engine.h"

#include <QFile>
#include <QTest>

using namespace Design;
using namespace Mock;

class TestExampleRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stylesOfParameters_data();
    void stylesOfParameters();
    void everyOperationAcceptsItsExample_data();
    void everyOperationAcceptsItsExample();
    void whatIsMadeIsTaken_data();
    void whatIsMadeIsTaken();
    void valuesAreEncodedOnce();
    void sameSeedSameRequest();
    void impossibleBodyIsNamed();
};

static Api read(const QByteArray &text)
{
    const LoadedApi loaded = readOpenApi(text);
    return loaded.ok ? loaded.api : Api();
}

void TestExampleRequests::stylesOfParameters_data()
{
    QTest::addColumn<QString>("style");
    QTest::addColumn<bool>("explode");
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("object");

    // OpenAPI 3.1, section 4.8.12.4: the table of style examples.
    QTest::newRow("form exploded")
        << "form" << true << QByteArray("color=blue&color=black") << QByteArray("R=100&G=200");
    QTest::newRow("form") << "form" << false << QByteArray("color=blue,black")
                          << QByteArray("color=R,100,G,200");
    QTest::newRow("spaces") << "spaceDelimited" << false << QByteArray("color=blue%20black")
                            << QByteArray("color=R,100,G,200");
    QTest::newRow("pipes") << "pipeDelimited" << false << QByteArray("color=blue%7Cblack")
                           << QByteArray("color=R,100,G,200");
    QTest::newRow("simple") << "simple" << false << QByteArray("blue,black")
                            << QByteArray("R,100,G,200");
    QTest::newRow("simple exploded")
        << "simple" << true << QByteArray("blue,black") << QByteArray("R=100,G=200");
    QTest::newRow("label") << "label" << false << QByteArray(".blue,black")
                           << QByteArray(".R,100,G,200");
    QTest::newRow("label exploded")
        << "label" << true << QByteArray(".blue.black") << QByteArray(".R=100.G=200");
    QTest::newRow("matrix") << "matrix" << false << QByteArray(";color=blue,black")
                            << QByteArray(";color=R,100,G,200");
    QTest::newRow("matrix exploded")
        << "matrix" << true << QByteArray(";color=blue;color=black") << QByteArray(";R=100;G=200");
}

void TestExampleRequests::stylesOfParameters()
{
    QFETCH(QString, style);
    QFETCH(bool, explode);
    Parameter parameter;
    parameter.name = QStringLiteral("color");
    parameter.style = style;
    parameter.explode = explode;
    const Json list(JsonArray{QStringLiteral("blue"), QStringLiteral("black")});
    const Json object(JsonObject{{QStringLiteral("R"), 100}, {QStringLiteral("G"), 200}});
    const bool isPath = style == QLatin1String("simple") || style == QLatin1String("label") ||
                        style == QLatin1String("matrix");
    if (isPath) {
        QTEST(pathText(parameter, list), "list");
        QTEST(pathText(parameter, object), "object");
    } else {
        QTEST(joined(queryPairs(parameter, list)), "list");
        QTEST(joined(queryPairs(parameter, object)), "object");
    }
}

void TestExampleRequests::everyOperationAcceptsItsExample_data()
{
    QTest::addColumn<QString>("file");
    const QString data = QStringLiteral(MENURA_TEST_DATA);
    QTest::newRow("shop") << QStringLiteral(MENURA_SOURCE_DIR "/resources/designs/shop.yaml");
    QTest::newRow("museum") << data + QStringLiteral("/openapi/museum.yaml");
    QTest::newRow("petstore") << data + QStringLiteral("/openapi/petstore.yaml");
    QTest::newRow("github") << qEnvironmentVariable("MENURA_GITHUB_API");
}

void TestExampleRequests::everyOperationAcceptsItsExample()
{
    QFETCH(QString, file);
    QFile document(file);
    if (file.isEmpty() || !document.open(QIODevice::ReadOnly))
        QSKIP("the document is not on this machine");
    const Api api = read(document.readAll());
    QVERIFY(!api.paths.isEmpty());
    const CompiledApiPointer compiled = compile(api);
    ExampleRequests examples(api);
    int answered = 0;
    QStringList failures;
    for (const Named<PathItem> &path : api.paths) {
        for (const Operation &operation : path.value.operations) {
            const ExampleRequest example = examples.make(path, operation);
            const Exchange exchange = handle(*compiled, example.request);
            const int status = exchange.response.status;
            const QString declared = QString::number(status);
            const bool isSuccess =
                status / 100 == 2 ||
                (!operation.responses.isEmpty() && operation.responses.first().name == declared);
            if (example.isValid() && isSuccess && exchange.operation == operation.id) {
                ++answered;
                continue;
            }
            // Put together, not filled in: a target is full of percent signs.
            const QStringList words{operation.method,
                                    QString::fromUtf8(example.request.target),
                                    QStringLiteral("->"),
                                    declared,
                                    exchange.route,
                                    example.problem,
                                    QString::fromUtf8(exchange.response.body.left(300))};
            failures.append(words.join(u' '));
        }
    }
    for (const QString &failure : failures.mid(0, 20))
        qWarning().noquote() << failure;
    qInfo() << answered << "operations answered," << failures.size() << "did not";
    QVERIFY(answered > 0);
    QCOMPARE(failures.size(), 0);
}

void TestExampleRequests::whatIsMadeIsTaken_data()
{
    QTest::addColumn<QByteArray>("operation");
    QTest::newRow("an example of another format") << QByteArray(
        R"("parameters":[{"name":"id","in":"query","required":true,"example":"none",
           "schema":{"type":"string","format":"uuid"}}])");
    QTest::newRow("a parameter for what security says") << QByteArray(
        R"("security":[{"token":[]}],"parameters":[{"name":"authorization","in":"header",
           "schema":{"type":"string"},"example":"Bearer {token}"}])");
    QTest::newRow("a parameter for a key") << QByteArray(
        R"("security":[{"key":[],"sameKey":[]}],"parameters":[{"name":"k","in":"query","required":true,
           "schema":{"type":"string"}}])");
    QTest::newRow("XML") << QByteArray(
        R"("requestBody":{"required":true,"content":{"application/xml; charset=utf-8":{"schema":{
           "type":"object","required":["a","b"],"properties":{"a":{"type":"integer"},
             "b":{"type":"array","minItems":2,"items":{"type":"string"}}}}}}})");
    QTest::newRow("two credentials in one field")
        << QByteArray(R"("security":[{"token":[],"user":[]}])");
    QTest::newRow("an example of nothing") << QByteArray(
        R"("parameters":[{"name":"q","in":"query","example":"","schema":{"type":"string"}}])");
    QTest::newRow("a query as a whole") << QByteArray(
        R"("parameters":[{"name":"q","in":"querystring","required":true,"content":{
           "application/x-www-form-urlencoded":{"schema":{"type":"object","required":["n","t"],
             "properties":{"n":{"type":"integer"},"t":{"type":"array","minItems":2,
               "items":{"type":"string"}}}}}}}])");
    QTest::newRow("parts by position") << QByteArray(
        R"("requestBody":{"required":true,"content":{"multipart/mixed":{"schema":{"type":"array",
           "minItems":3,"prefixItems":[{"type":"object"}],"items":{"type":"string"}},
           "prefixEncoding":[{"contentType":"application/geo+json","headers":{"X-Place":{
             "required":true,"schema":{"type":"integer"}}}}],
           "itemEncoding":{"contentType":"image/*"}}}})");
    QTest::newRow("a query that is JSON") << QByteArray(
        R"("parameters":[{"name":"q","in":"querystring","required":true,"content":{
           "application/json":{"schema":{"type":"object","required":["n"],
             "properties":{"n":{"type":"integer"}}}}}}])");
}

void TestExampleRequests::whatIsMadeIsTaken()
{
    QFETCH(QByteArray, operation);
    const Api api = read(R"({"openapi":"3.2.0","info":{"title":"t","version":"1"},"components":{
        "securitySchemes":{"token":{"type":"http","scheme":"bearer"},
        "user":{"type":"http","scheme":"basic"},
        "key":{"type":"apiKey","in":"query","name":"k"},
        "sameKey":{"type":"apiKey","in":"query","name":"k"}}},"paths":{"/a":{"get":{)" +
                         operation + R"(,"responses":{"204":{"description":"ok"}}}}}})");
    QVERIFY(!api.paths.isEmpty());
    ExampleRequests examples(api);
    const ExampleRequest example =
        examples.make(api.paths.first(), api.paths.first().value.operations.first());
    const Exchange exchange = handle(*compile(api), example.request);
    QVERIFY2(exchange.response.status == 204, exchange.response.body.constData());
}

void TestExampleRequests::valuesAreEncodedOnce()
{
    const Api api = read(R"({"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{
        "/a b/{id}/{x-y}":{"get":{"parameters":[
            {"name":"id","in":"path","required":true,"schema":{"type":"string"},"example":"1:ü/%"},
            {"name":"x-y","in":"path","required":true,"schema":{"type":"integer"},"example":7},
            {"name":"q","in":"query","schema":{"type":"string"},"example":"a&b=c d"}],
        "responses":{"200":{"description":"ok"}}}}}})");
    ExampleRequests examples(api);
    const ExampleRequest example =
        examples.make(api.paths.first(), api.paths.first().value.operations.first());
    QCOMPARE(example.request.target, QByteArray("/a%20b/1%3A%C3%BC%2F%25/7?q=a%26b%3Dc%20d"));
}

void TestExampleRequests::sameSeedSameRequest()
{
    const Api api = read(R"({"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{
        "/things/{id}":{"get":{"parameters":[
            {"name":"id","in":"path","required":true,"schema":{"type":"integer","minimum":1}},
            {"name":"q","in":"query","required":true,"schema":{"type":"string","minLength":9}}],
        "responses":{"200":{"description":"ok"}}}}}})");
    const auto target = [&](quint64 seed) {
        ExampleRequests examples(api, seed);
        return examples.make(api.paths.first(), api.paths.first().value.operations.first())
            .request.target;
    };
    QCOMPARE(target(1), target(1));
    QVERIFY(target(1) != target(2));
    QVERIFY(!target(1).contains('{'));
}

void TestExampleRequests::impossibleBodyIsNamed()
{
    const Api api = read(R"({"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{
        "/things":{"post":{"requestBody":{"required":true,"content":{"application/json":{
            "schema":{"type":"string","minLength":3,"maxLength":2}}}},
        "responses":{"200":{"description":"ok"}}}}}})");
    ExampleRequests examples(api);
    const ExampleRequest example =
        examples.make(api.paths.first(), api.paths.first().value.operations.first());
    QVERIFY(!example.isValid());
    QVERIFY2(example.problem.contains(QLatin1String("body")), qPrintable(example.problem));
}

QTEST_APPLESS_MAIN(TestExampleRequests)
#include "test_example_requests.moc"
