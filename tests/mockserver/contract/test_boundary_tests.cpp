#include "designer/openapi/openapi_reader.h"
#include "mockserver/contract/boundary_tests.h"
#include "mockserver/contract/junit_writer.h"

#include <QElapsedTimer>
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
    const QString folder = name == u"boundaries" ? QStringLiteral("tests/data/designs")
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
    void noticeAnyOtherRule_data();
    void noticeAnyOtherRule();
    void driftIsNoticed_data();
    void driftIsNoticed();
    void errorRulesAreTested_data();
    void errorRulesAreTested();
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
    QStringList open;
    for (auto route = tests.constraints.cbegin(); route != tests.constraints.cend(); ++route) {
        for (const QString &constraint : *route) {
            if (!sum.covered.contains(route.key() + u' ' + constraint))
                open.append(route.key() + u' ' + constraint);
        }
    }
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

void TestBoundaryTests::noticeAnyOtherRule_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("limit") << QByteArray("maximum: 100\n") << QByteArray("maximum: 101\n");
    QTest::newRow("exclusive") << QByteArray("exclusiveMinimum: 0\n") << QByteArray("minimum: 0\n");
    QTest::newRow("pattern") << QByteArray("^[A-Z]{2}-[0-9]{4}$")
                             << QByteArray("^[A-Z]{2}-[0-9]{4}");
    QTest::newRow("length") << QByteArray("minLength: 8") << QByteArray("minLength: 7");
    QTest::newRow("items") << QByteArray("maxItems: 10\n") << QByteArray("maxItems: 11\n");
    QTest::newRow("enum") << QByteArray("- lenet\n") << QByteArray("- vgg\n");
    QTest::newRow("required") << QByteArray("required:\n        - password")
                              << QByteArray("x-required:\n        - password");
    QTest::newRow("type") << QByteArray("in_stock:\n          type: boolean")
                          << QByteArray("in_stock:\n          type: string");
}

/// The tests of one design fail on a server that has another one: that is what they are for.
void TestBoundaryTests::noticeAnyOtherRule()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const Design::Api api = designOf(QStringLiteral("shop"));
    const CompiledApiPointer other = compile(designOf(QStringLiteral("shop"), before, after));
    const CompiledApiPointer same = compile(api);
    const BoundaryTests tests = boundaryTests(api, Profile::FastApi);
    TestRunner runner(api, {});
    runner.setSend([&](const Request &request) { return handle(*same, request).response; });
    QCOMPARE(runAll(tests.cases, &runner).failed.size(), 0);
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
    - {name: given, given: {items: [{id: 7, name: G, stock: 1}]}, request: GET /items/7, expect: {status: 200, stores: {items: 1}}}
    - {name: reset, request: GET /items/7, expect: 404}
)yaml";
    const Design::Api api =
        designOf(QStringLiteral("errors"), "  stores:\n", "  tests:" + yaml + "  stores:\n");
    Design::Diagnostics diagnostics;
    const QList<TestCase> tests = readTestCases(api, &diagnostics);
    QCOMPARE(tests.size(), 8);
    TestRunner runner(api, {});
    const QStringList expected{QStringLiteral("status 201 was expected"),
                               QStringLiteral("the body was expected to be {\"id\":2}"),
                               QStringLiteral("does not fit Reservation"),
                               QStringLiteral("/name was expected to be \"Hose\""),
                               QStringLiteral("the header content-type"),
                               QStringLiteral("the store items")};
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
    QElapsedTimer timer;
    timer.start();
    qsizetype count = 0;
    while (count < 10'000) {
        for (const TestCase &test : tests.cases)
            QCOMPARE(runner.run(test).result, TestOutcome::Result::Passed);
        count += tests.cases.size();
    }
    qInfo("%lld cases in %lld ms", static_cast<long long>(count),
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
