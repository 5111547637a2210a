#include "designer/openapi/openapi_reader.h"
#include "mockserver/contract/boundary_tests.h"
#include "mockserver/contract/junit_writer.h"
#include "tests/support/work_timer.h"

#include <QFile>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace Mock;

namespace
{

Design::Api designOf(const QString &name, const QByteArray &before = {},
                     const QByteArray &after = {})
{
    const QString folder = name.startsWith(u"boundaries") ? QStringLiteral("tests/data/designs")
                                                          : QStringLiteral("resources/designs");
    QFile file(QStringLiteral(MENURA_SOURCE_DIR "/%1/%2.yaml").arg(folder, name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray text = file.readAll();
    if (!text.contains(before))
        return {}; // and the test fails
    if (!before.isEmpty())
        text.replace(before, after);
    return Design::readOpenApi(text).api;
}

struct Sum {
    qsizetype passed = 0;
    QStringList failed;
    QStringList skipped;
    QSet<QString> covered;
};

/// The constraints that no test has broken, and why.
QStringList openOf(const BoundaryTests &tests, const Sum &sum)
{
    QStringList open;
    for (auto route = tests.constraints.cbegin(); route != tests.constraints.cend(); ++route) {
        for (const Constraint &constraint : *route) {
            if (!sum.covered.contains(route.key() + u' ' + constraint.name))
                open.append(route.key() + u' ' + constraint.name + u' ' + constraint.why);
        }
    }
    return open;
}

Sum runAll(const QList<TestCase> &cases, TestRunner *runner)
{
    Sum sum;
    for (const TestCase &test : cases) {
        const TestOutcome outcome = runner->run(test);
        const QString line = test.group + QLatin1String("  ") + test.name + QLatin1String("  ") +
                             outcome.problems.join(u' ');
        if (outcome.result == TestOutcome::Result::Passed) {
            ++sum.passed;
            sum.covered.insert(test.group + u' ' + test.constraint);
        } else if (outcome.result == TestOutcome::Result::Failed) {
            sum.failed.append(line);
        } else {
            sum.skipped.append(line);
        }
    }
    return sum;
}

} // namespace

class TestBoundaryTests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samplesAreCovered_data();
    void samplesAreCovered();
    void strictDesignsHold_data();
    void strictDesignsHold();
    void everyPlaceIsCovered_data();
    void everyPlaceIsCovered();
    void noticeAnyOtherRule_data();
    void noticeAnyOtherRule();
    void driftIsNoticed_data();
    void driftIsNoticed();
    void errorRulesAreTested_data();
    void errorRulesAreTested();
    void schemesAreAskedInOrder();
    void testsOfTheFile_data();
    void testsOfTheFile();
    void brokenTestsAreReported();
    void failuresSayWhy();
    void tenThousandTakeSeconds();
    void writesJunit();
};

void TestBoundaryTests::samplesAreCovered_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("least");
    QTest::newRow("shop") << "shop" << 200;
    QTest::newRow("stores") << "stores" << 200;
    QTest::newRow("errors") << "errors" << 25;
    QTest::newRow("dependencies") << "dependencies" << 5;
    QTest::newRow("inputs") << "inputs" << 80;
    QTest::newRow("routers") << "routers" << 10;
    QTest::newRow("tasks") << "tasks" << 20;
    QTest::newRow("upstream") << "upstream" << 10;
    QTest::newRow("boundaries") << "boundaries" << 300;
}

/// Every constraint of the samples is broken by a test, and the answer is foretold to the letter.
void TestBoundaryTests::samplesAreCovered()
{
    QFETCH(QString, name);
    QFETCH(int, least);
    const Design::Api api = designOf(name);
    const BoundaryTests tests = boundaryTests(api, Profile::FastApi);
    QVERIFY2(tests.cases.size() >= least, QByteArray::number(tests.cases.size()).constData());
    QVERIFY(tests.problems.isEmpty());
    TestRunner runner(api, {});
    const Sum sum = runAll(tests.cases, &runner);
    QVERIFY2(sum.failed.isEmpty(), qUtf8Printable(sum.failed.join(u'\n')));
    // A valid value may still be one that a rule of the route refuses.
    QVERIFY2(sum.skipped.size() <= 1, qUtf8Printable(sum.skipped.join(u'\n')));
    const QStringList open = openOf(tests, sum);
    QVERIFY2(open.isEmpty(), qUtf8Printable(open.join(u'\n')));
}

void TestBoundaryTests::strictDesignsHold_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("shop") << "shop";
    QTest::newRow("stores") << "stores";
    QTest::newRow("inputs") << "inputs";
    QTest::newRow("boundaries") << "boundaries";
}

void TestBoundaryTests::strictDesignsHold()
{
    QFETCH(QString, name);
    const Design::Api api = designOf(name, "profile: fastapi", "profile: strict");
    const BoundaryTests tests = boundaryTests(api, Profile::Strict);
    TestRunner runner(api, {});
    const Sum sum = runAll(tests.cases, &runner);
    QVERIFY2(sum.failed.isEmpty(), qUtf8Printable(sum.failed.join(u'\n')));
    QVERIFY(sum.passed > 60);
}

void TestBoundaryTests::everyPlaceIsCovered_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("open");
    QTest::newRow("strict") << "boundaries-strict"
                            // All is text in XML, and one element can be a list.
                            << "GET /places/{list}/{label}/{matrix} header.X-Point.x required "
                               "what breaks it cannot be sent there\n"
                               "POST /book body.title type what breaks it cannot be sent there\n"
                               "POST /book body.words type what breaks it cannot be sent there\n"
                               "POST /book body.words.0 type what breaks it cannot be sent there";
    QTest::newRow("FastAPI") << "boundaries-fastapi" << QString();
}

/// Parameters of every style, unions, maps, files, models in headers and cookies, credentials.
void TestBoundaryTests::everyPlaceIsCovered()
{
    QFETCH(QString, name);
    QFETCH(QString, open);
    const Design::Api api = designOf(name);
    const BoundaryTests tests = boundaryTests(api);
    QVERIFY2(tests.problems.isEmpty(), qUtf8Printable(tests.problems.values().join(u'\n')));
    TestRunner runner(api, {});
    const Sum sum = runAll(tests.cases, &runner);
    QVERIFY2(sum.failed.isEmpty(), qUtf8Printable(sum.failed.join(u'\n')));
    QCOMPARE(sum.skipped.size(), 0);
    QCOMPARE(openOf(tests, sum).join(u'\n'), open);
}

void TestBoundaryTests::noticeAnyOtherRule_data()
{
    QTest::addColumn<QString>("design");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *design, const char *title, const char *before,
                        const char *after) {
        QTest::addRow("%s: %s", design, title)
            << QString::fromLatin1(design) << QByteArray(before) << QByteArray(after);
    };
    row("shop", "limit", "maximum: 100\n", "maximum: 101\n");
    row("shop", "exclusive", "exclusiveMinimum: 0\n", "minimum: 0\n");
    row("shop", "pattern", "^[A-Z]{2}-[0-9]{4}$", "^[A-Z]{2}-[0-9]{4}");
    row("shop", "length", "minLength: 8", "minLength: 7");
    row("shop", "items", "maxItems: 10\n", "maxItems: 11\n");
    row("shop", "enum", "- lenet\n", "- vgg\n");
    row("shop", "required", "required:\n        - password", "x-required:\n        - password");
    row("shop", "type", "in_stock:\n          type: boolean", "in_stock:\n          type: string");
    const char *const strict = "boundaries-strict";
    row(strict, "list in a path", "items: {type: integer, minimum: 1, maximum: 9}",
        "items: {type: integer, minimum: 1, maximum: 10}");
    row(strict, "label", "'^[a-z]+$', maxLength: 4", "'^[a-z]+$', maxLength: 5");
    row(strict, "matrix", "x: {type: integer, minimum: 0}", "x: {type: integer}");
    row(strict, "deepObject", "from: {type: integer, minimum: 10}", "from: {type: integer}");
    row(strict, "deepObject closed",
        "additionalProperties: false\n            properties:\n"
        "              from",
        "properties:\n              from");
    row(strict, "spread object", "multipleOf: 0.5", "multipleOf: 0.25");
    row(strict, "joined object", "minProperties: 2", "minProperties: 1");
    row(strict, "piped list", "{type: array, uniqueItems: true, minItems: 2", "{type: array");
    row(strict, "JSON in a parameter", "{const: box}", "{type: string}");
    row(strict, "header list", "schema: {type: array, maxItems: 2", "schema: {type: array");
    row(strict, "header object", "x: {type: integer, minimum: 1}}}", "x: {type: integer}}}");
    row(strict, "cookie list", "enum: [a, b]", "enum: [a, b, none-of-these]");
    row(strict, "field of a union", "side: {type: number, minimum: 1,", "side: {type: number,");
    row(strict, "last of a union", "{type: integer, maximum: 3}", "{type: integer}");
    row(strict, "one of", "oneOf:", "anyOf: [true]\n                  x-oneOf:");
    row(strict, "names of a map", "minLength: 2}\n", "minLength: 1}\n");
    row(strict, "a map in a map", "additionalProperties: {type: string, maxLength: 3}",
        "additionalProperties: {type: string}");
    row(strict, "patterns of names", "'^x-': {type: integer, minimum: 1}",
        "'^x-': {type: integer}");
    row(strict, "unique", "tags: {type: array, uniqueItems: true", "tags: {type: array");
    row(strict, "contains", "contains: {type: string}", "x-contains: {}");
    row(strict, "too few", "minContains: 2", "minContains: 1");
    row(strict, "too many", ", maxContains: 3", "");
    row(strict, "places", "prefixItems: [{type: integer, minimum: 1}", "prefixItems: [true");
    row(strict, "closed list", "items: false}", "items: true}");
    row(strict, "dependent", "dependentRequired:", "x-dependent:");
    row(strict, "not", "not: {const: never}", "x-not: {const: never}");
    row(strict, "size of a file", "maxLength: 64", "maxLength: 65");
    row(strict, "type of a part", "contentType: image/png, image/jpeg", "contentType: '*/*'");
    row(strict, "header of a part", "X-Origin: {required: true", "X-Origin: {required: false");
    row(strict, "size of a body", "minLength: 3, maxLength: 9", "minLength: 3, maxLength: 10");
    row(strict, "text body", "pattern: '^[A-Z]+$'", "minLength: 1");
    row(strict, "no credentials", "security: [{token: [read]}]\n      responses",
        "security: [{}]\n      responses");
    row(strict, "scopes", "security: [{token: [read]}]\n      responses",
        "security: [{token: []}]\n      responses");
    row(strict, "one alternative for two", "[{token: [read]}, {key: []}]", "[{token: [read]}]");
    row(strict, "half of a combination", "{login: [], key: []}", "{login: []}");
    row(strict, "other half of it", "{login: [], key: []}", "{key: []}");
    row(strict, "XML text",
        "title: {type: string, minLength: 2, maxLength: 8}\n                pages: {type: integer",
        "title: {type: string, minLength: 3, maxLength: 8}\n                pages: {type: integer");
    row(strict, "XML attribute", "id: {type: integer, minimum: 1, xml", "id: {type: integer, xml");
    row(strict, "XML list", "xml: {wrapped: true}, maxItems: 2",
        "xml: {wrapped: true}, maxItems: 3");
    row(strict, "token", "x-menura: {tokens: {open: ada}}", "x-none: {}");
    row(strict, "password", "x-menura: {tokens: {'ada:engine': ada}}", "x-none: {}");
    const char *const fastApi = "boundaries-fastapi";
    row(fastApi, "model in the query", "exclusiveMinimum: 0, maximum: 100",
        "exclusiveMinimum: 0, maximum: 101");
    row(fastApi, "closed model", "additionalProperties: false\n      required: [limit]",
        "required: [limit]");
    row(fastApi, "model in headers", "minLength: 3, title: X Token",
        "minLength: 2, title: X Token");
    row(fastApi, "model in cookies", "id: {type: integer, minimum: 1}", "id: {type: integer}");
    row(fastApi, "list of headers", "minItems: 2, maxItems: 3, items: {type: string, pattern",
        "minItems: 2, maxItems: 4, items: {type: string, pattern");
    row(fastApi, "order of a union",
        "shape: {anyOf: [{$ref: '#/components/schemas/Circle'}, {$ref: "
        "'#/components/schemas/Square'}]}",
        "shape: {anyOf: [{$ref: '#/components/schemas/Square'}, {$ref: "
        "'#/components/schemas/Circle'}]}");
    row(fastApi, "field of a union", "radius: {type: number, exclusiveMinimum: 0}",
        "radius: {type: number, minimum: 0}");
    row(fastApi, "names of a dict", "propertyNames: {minLength: 2,",
        "propertyNames: {minLength: 1,");
    row(fastApi, "dict in a dict", "{type: array, minItems: 1, items: {type: integer}}",
        "{type: array, items: {type: integer}}");
    row(fastApi, "set", "uniqueItems: true, minItems: 2, maxItems: 3", "minItems: 2, maxItems: 3");
    row(fastApi, "tuple", "prefixItems: [{type: integer, minimum: 1}",
        "prefixItems: [{type: integer}");
    row(fastApi, "a file", "file: {type: string, format: binary}", "file: {type: string}");
    row(fastApi, "bearer", "security: [{HTTPBearer: []}]", "security: [{}]");
}

/// The tests of one design fail on a server that has another one: that is what they are for.
void TestBoundaryTests::noticeAnyOtherRule()
{
    QFETCH(QString, design);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const Design::Api api = designOf(design);
    const CompiledApiPointer other = compile(designOf(design, before, after));
    const CompiledApiPointer same = compile(api);
    const BoundaryTests tests = boundaryTests(api);
    TestRunner runner(api, {});
    runner.setSend([&](const Request &request) { return handle(*same, request).response; });
    QCOMPARE(runAll(tests.cases, &runner).failed.join(u'\n'), QString());
    runner.setSend([&](const Request &request) { return handle(*other, request).response; });
    QVERIFY(!runAll(tests.cases, &runner).failed.isEmpty());
}

void TestBoundaryTests::driftIsNoticed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("problem");
    const QByteArray json = "application/json";
    QTest::newRow("none") << 200 << json << QByteArray(R"({"id":1,"name":"a","stock":2})")
                          << QString();
    QTest::newRow("a value") << 200 << json << QByteArray(R"({"id":1,"name":"","stock":-2})")
                             << QStringLiteral("drift: response.body.name");
    QTest::newRow("a type") << 200 << QByteArray("text/html") << QByteArray("<p>")
                            << QStringLiteral("drift: response.header.content-type");
    QTest::newRow("a status") << 202 << json << QByteArray("{}")
                              << QStringLiteral("drift: response.status");
}

/// What a real server answers is held to the design, even where a test does not ask for it.
void TestBoundaryTests::driftIsNoticed()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QString, problem);
    TestCase test;
    TestStep step;
    step.request.method = "GET";
    step.request.target = "/items/1";
    test.steps = {step};
    TestRunner runner(designOf(QStringLiteral("errors")), {});
    runner.setSend([&](const Request &) {
        return Response{status, {{"content-type", type}}, body};
    });
    const TestOutcome outcome = runner.run(test);
    QCOMPARE(outcome.result == TestOutcome::Result::Passed, problem.isEmpty());
    QVERIFY2(outcome.problems.join(u' ').startsWith(problem),
             qUtf8Printable(outcome.problems.join(u' ')));
}

void TestBoundaryTests::errorRulesAreTested_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *title, const char *name, const char *rule, const char *before,
                        const char *after) {
        QTest::newRow(title) << QString::fromLatin1(name) << QByteArray(rule) << QByteArray(before)
                             << QByteArray(after);
    };
    row("literal", "errors", "path.item_id === 13", "=== 13", "=== 14");
    row("status", "errors", "path.item_id === 13", "status: 418", "status: 417");
    row("rows", "errors", "body.quantity > item.stock", "> item.stock", "> item.stock + 1e7");
    row("counted", "errors", "every 3", "every: 3", "every: 4");
    row("dependency", "routers", "header['x-token'] !== 'fake-super-secret-token'",
        "X-Token header invalid", "Wrong");
    row("user", "dependencies", "deps.current_user.role !== 'admin'", "!== 'admin'", "=== 'x'");
    row("text", "tasks", "path.email.startsWith('spam')", "startsWith('spam", "startsWith('scam");
}

/// There is a request for every rule that it applies to, and a server without that rule is noticed.
void TestBoundaryTests::errorRulesAreTested()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const Design::Api api = designOf(name);
    QList<TestCase> tests = boundaryTests(api, Profile::FastApi).cases;
    tests.removeIf([&](const TestCase &test) {
        return test.constraint != QLatin1String("rule ") + QString::fromUtf8(rule);
    });
    QVERIFY(!tests.isEmpty());
    TestRunner same(api, {});
    QCOMPARE(runAll(tests, &same).passed, tests.size());
    TestRunner other(designOf(name, before, after), {});
    QVERIFY(!runAll(tests, &other).failed.isEmpty());
}

/// Whom the first one refuses, the second one does not see.
void TestBoundaryTests::schemesAreAskedInOrder()
{
    const QByteArray yaml = R"yaml(
openapi: 3.1.0
info: {title: T, version: 1.0.0}
x-menura:
  profile: fastapi
  logins:
    token: {users: [{username: ann, password: p}]}
    key: {users: [{username: rob, password: k3y}]}
  dependencies:
    user: {scheme: token, user: true}
    robot: {scheme: key, user: true}
paths:
  /a:
    get:
      operationId: a
      responses: {'200': {description: OK, content: {application/json: {schema: {}}}}}
      x-menura: {depends: [user, robot], answer: 1}
components:
  securitySchemes:
    token: {type: oauth2, flows: {password: {tokenUrl: token, scopes: {}}}}
    key: {type: apiKey, in: header, name: X-Key}
)yaml";
    const Design::Api api = Design::readOpenApi(yaml).api;
    const QList<TestCase> tests = boundaryTests(api, Profile::FastApi).cases;
    QVERIFY(std::any_of(tests.begin(), tests.end(), [](const TestCase &test) {
        return test.constraint == u"security credentials";
    }));
    TestRunner runner(api, {});
    QCOMPARE(runAll(tests, &runner).failed.join(u'\n'), QString());
}

void TestBoundaryTests::testsOfTheFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("tasks") << "tasks";
    QTest::newRow("upstream") << "upstream";
}

void TestBoundaryTests::testsOfTheFile()
{
    QFETCH(QString, name);
    const Design::Api api = designOf(name);
    Design::Diagnostics diagnostics;
    const QList<TestCase> tests = readTestCases(api, &diagnostics);
    QVERIFY(diagnostics.isEmpty());
    QVERIFY(tests.size() >= 2);
    TestRunner runner(api, {});
    const Sum sum = runAll(tests, &runner);
    QVERIFY2(sum.failed.isEmpty() && sum.skipped.isEmpty(), qUtf8Printable(sum.failed.join(u'\n')));
}

void TestBoundaryTests::brokenTestsAreReported()
{
    const QByteArray yaml = R"yaml(
openapi: 3.1.0
info: {title: T, version: 1.0.0}
x-menura:
  tests:
    - {name: fine, request: GET /a, expect: 404}
    - {name: no request, expect: 404}
    - {name: no path, request: GET, expect: 404}
    - {name: misspelled, request: GET /a, expekt: 404}
    - just a text
paths: {}
)yaml";
    Design::Diagnostics diagnostics;
    const QList<TestCase> tests = readTestCases(Design::readOpenApi(yaml).api, &diagnostics);
    QCOMPARE(tests.size(), 2); // an unknown member is a warning only
    QStringList places;
    for (const Design::Diagnostic &found : diagnostics)
        places.append(found.pointer);
    QVERIFY(places.contains(QStringLiteral("/x-menura/tests/1/request")));
    QVERIFY(places.contains(QStringLiteral("/x-menura/tests/2/request")));
    QVERIFY(!places.contains(QStringLiteral("/x-menura/tests/2/expect")));
    QVERIFY(places.contains(QStringLiteral("/x-menura/tests/3/expekt")));
    QVERIFY(places.contains(QStringLiteral("/x-menura/tests/4")));
}

void TestBoundaryTests::failuresSayWhy()
{
    const QByteArray yaml = R"yaml(
    - {name: status, request: GET /items/1, expect: 201}
    - {name: body, request: GET /items/1, expect: {body: {id: 2}}}
    - {name: model, request: GET /items/1, expect: {model: Reservation}}
    - {name: pointer, request: GET /items/1, expect: {at: {/name: Hose}}}
    - {name: header, request: GET /items/1, expect: {headers: {content-type: text/plain}}}
    - {name: store, request: GET /items/1, expect: {stores: {items: 5}}}
    - {name: no store, request: GET /items/1, expect: {stores: {none: 0}}}
    - {name: header of digits, request: GET /items/1, expect: {headers: {x-count: 5}}}
    - {name: rows, given: {items: [{id: 7, name: G, stock: 1}, {id: 8}]}, request: GET /items/7, expect: 200}
    - {name: rows of none, given: {none: []}, request: GET /items/1, expect: 200}
    - {name: given, given: {items: [{id: 7, name: G, stock: 1}]}, request: GET /items/7, expect: {status: 200, stores: {items: 1}}}
    - {name: reset, request: GET /items/7, expect: 404}
)yaml";
    const Design::Api api =
        designOf(QStringLiteral("errors"), "  stores:\n", "  tests:" + yaml + "  stores:\n");
    Design::Diagnostics diagnostics;
    const QList<TestCase> tests = readTestCases(api, &diagnostics);
    QCOMPARE(tests.size(), 12);
    TestRunner runner(api, {});
    const QStringList expected{QStringLiteral("status 201 was expected"),
                               QStringLiteral("the body was expected to be {\"id\":2}"),
                               QStringLiteral("does not fit Reservation"),
                               QStringLiteral("/name was expected to be \"Hose\""),
                               QStringLiteral("the header content-type"),
                               QStringLiteral("the store items"),
                               QStringLiteral("there is no store none"),
                               QStringLiteral("the header x-count was expected to be “5”"),
                               QStringLiteral("given/items/1: This row breaks its model"),
                               QStringLiteral("given/none: There is no store")};
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const TestOutcome outcome = runner.run(tests[i]);
        QCOMPARE(outcome.result, TestOutcome::Result::Failed);
        QVERIFY2(outcome.problems.first().contains(expected[i]),
                 qUtf8Printable(outcome.problems.first()));
    }
    for (qsizetype i = expected.size(); i < tests.size(); ++i) {
        const TestOutcome outcome = runner.run(tests[i]);
        QVERIFY2(outcome.result == TestOutcome::Result::Passed,
                 qUtf8Printable(outcome.problems.join(u'\n')));
    }
}

void TestBoundaryTests::tenThousandTakeSeconds()
{
    const Design::Api api = designOf(QStringLiteral("stores"));
    const BoundaryTests tests = boundaryTests(api, Profile::FastApi);
    TestRunner runner(api, {});
    const WorkTimer timer;
    qsizetype count = 0;
    while (count < 10'000) {
        for (const TestCase &test : tests.cases)
            QCOMPARE(runner.run(test).result, TestOutcome::Result::Passed);
        count += tests.cases.size();
    }
    qInfo("%lld cases in %lld ms of work", static_cast<long long>(count),
          static_cast<long long>(timer.elapsed()));
    QVERIFY(timer.elapsed() < 60'000);
}

void TestBoundaryTests::writesJunit()
{
    TestOutcome failed;
    failed.result = TestOutcome::Result::Failed;
    failed.problems = {QStringLiteral("a < b & \"c\" \x01"), QStringLiteral("more")};
    TestOutcome skipped;
    skipped.result = TestOutcome::Result::Skipped;
    skipped.problems = {QStringLiteral("why")};
    const QByteArray xml = junitText(QStringLiteral("Shop"),
                                     {{QStringLiteral("A"), QStringLiteral("one"), {}},
                                      {QStringLiteral("B"), QStringLiteral("two"), failed},
                                      {QStringLiteral("A"), QStringLiteral("three"), skipped}});
    QXmlStreamReader reader(xml);
    QStringList seen;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes attributes = reader.attributes();
        seen.append(QStringList{reader.name().toString(),
                                attributes.value(QLatin1String("name")).toString(),
                                attributes.value(QLatin1String("failures")).toString()}
                        .join(u' '));
    }
    QVERIFY2(!reader.hasError(), qUtf8Printable(reader.errorString()));
    QCOMPARE(seen.join(u'|'),
             QStringLiteral("testsuites Shop 1|testsuite A 0|testcase one |testcase three |"
                            "skipped  |testsuite B 1|testcase two |failure  "));
}

QTEST_GUILESS_MAIN(TestBoundaryTests)
#include "test_boundary_tests.moc"
