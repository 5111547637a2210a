#include "designer/model/behaviour/behaviour.h"
#include "designer/openapi/openapi_reader.h"

#include <QDir>
#include <QTest>

using namespace Design;

/// Names in expressions that lead nowhere are said with what may have been meant; whatever can only
/// be known when the expression runs is not.
class TestNameCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownNames_data();
    void unknownNames();
    void knownNames_data();
    void knownNames();
    void everyPlace_data();
    void everyPlace();
    void dataIsNoExpression();
    void samplesAreFine_data();
    void samplesAreFine();
};

namespace
{

/// The design of tests/data/names.yaml with the expression in it.
QByteArray design(const QByteArray &expression)
{
    QFile file(QStringLiteral(MENURA_SOURCE_DIR "/tests/data/names.yaml"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray quoted = expression;
    quoted.replace('\'', "''");
    return file.readAll().replace("\xc2\xa7", '\'' + quoted + '\'');
}

Diagnostics namesIn(const QByteArray &yaml)
{
    Diagnostics found = checkBehaviour(readOpenApi(yaml).api);
    found.removeIf([](const Diagnostic &diagnostic) {
        return diagnostic.rule != QLatin1String("menura-name");
    });
    return found;
}

} // namespace

void TestNameCheck::unknownNames_data()
{
    QTest::addColumn<QString>("message");
    const auto add = [](const char *expression, const char *message) {
        QTest::newRow(expression) << QString::fromUtf8(message);
    };
    add("deps.nobody === 1", "There is no “deps.nobody” here.");
    add("deps.pag.skip", "There is no “deps.pag” here. Did you mean “deps.page”?");
    add("deps.other", "There is no “deps.other” here."); // it does not run for this route
    add("deps.page.skp", "There is no “deps.page.skp” here. Did you mean “deps.page.skip”?");
    add("deps.user.titel", "There is no “deps.user.titel” here. Did you mean “deps.user.title”?");
    add("body.titel", "There is no “body.titel” here. Did you mean “body.title”?");
    add("body . titel", "There is no “body.titel” here. Did you mean “body.title”?");
    add("body.owner.idd", "There is no “body.owner.idd” here. Did you mean “body.owner.id”?");
    add("body.lines[0].price", "There is no “body.lines[0].price” here.");
    add("item.titl", "There is no “item.titl” here. Did you mean “item.title”?");
    add("query.limt > 1", "There is no “query.limt” here. Did you mean “query.limit”?");
    add("query.skip", "There is no “query.skip” here."); // that is an input of a dependency
    add("path.id", "There is no “path.id” here.");
    add("header['x-tokem']",
        "There is no “header['x-tokem']” here. Did you mean “header['X-Token']”?");
    add("cookie.session", "There is no “cookie.session” here.");
    add("store.nothing.all()", "There is no “store.nothing” here.");
    add("store.item.get(1)", "There is no “store.item” here. Did you mean “store.items”?");
    add("store.items.fnd({})",
        "There is no “store.items.fnd” here. Did you mean “store.items.find”?");
    add("store.items.get(1).titel",
        "There is no “store.items.get(1).titel” here. Did you mean “store.items.get(1).title”?");
    add("request.path", "There is no “request.path” here.");
    add("itm.title", "There is no “itm” here. Did you mean “item”?");
    add("({limit, title: body.title})", "There is no “limit” here.");
    add("`${body.titel}`", "There is no “body.titel” here. Did you mean “body.title”?");
    add("[1].map(x => x + query.nothing)", "There is no “query.nothing” here.");
}

void TestNameCheck::unknownNames()
{
    QFETCH(QString, message);
    const Diagnostics found = namesIn(design(QTest::currentDataTag()));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().message, message);
    QCOMPARE(found.first().severity, Severity::Warning);
    QCOMPARE(found.first().pointer,
             QStringLiteral("/paths/~1items~1{item_id}/patch/x-menura/errors/0/when"));
}

void TestNameCheck::knownNames_data()
{
    QTest::addColumn<bool>("nothing");
    for (const char *expression :
         {"path.item_id + query.limit",
          "header['X-Token'] || header['x-token']",
          "body.title",
          "body.id",
          "body.owner.id",
          "body.lines.length && body.lines[0].id",
          "deps.page.skip",
          "deps.made.whatever.it.is",
          "item.id === result.title",
          "body.any.thing.at.all",
          "body.free.other",
          "body.map.key",
          "body.either.length",
          "body['titel']",
          "body?.titel",
          "body.titel?.x",
          "deps?.nobody",
          "store['items'].count()",
          "store[query.limit].get(1)",
          "typeof nobody",
          "Math.max(1, Number.MAX_SAFE_INTEGER)",
          "JSON.stringify(body)",
          "new Date(now()).getTime() > Date.now()",
          "uuid() + random(1, 2)",
          "undefined ?? null",
          "body.title.toUpperCase().length",
          "body.toString()",
          "body.hasOwnProperty('x')",
          "body.lines.map(line => line.nothing)",
          "body.lines.map(({a, b}) => a + b)",
          "body.lines.map(function (x) { return x.y; })",
          "(() => { const a = 1; return a; })()",
          "(() => { let a, {b, c} = body; return a + b + c; })()",
          "(() => { for (const one of body.lines) { if (one) return one.x; } })()",
          "(() => { try { x; } catch (error) { return error.message; } var x; })()",
          "(item => item.anything)(1)",
          "({title: 1, other: body.title}).other",
          "body.title ? {a: 1} : [query.limit]",
          "/body.titel/.test('body.titel') // body.titel",
          "`body.titel ${body.title}`",
          "({method() { return 1; }}).method()",
          "((a, b = body.title) => a + b)(1)",
          "store.loose.get(1).anything",
          "status === 200",
          "request.method + request.url + request.route",
          "params.anything",
          "0x1f + 1e3 + 10n"})
        QTest::newRow(expression) << true;
}

void TestNameCheck::knownNames()
{
    const Diagnostics found = namesIn(design(QTest::currentDataTag()));
    QVERIFY2(found.isEmpty(), found.isEmpty() ? "" : qUtf8Printable(found.first().message));
}

void TestNameCheck::everyPlace_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("place");
    const auto add = [](const char *text, const char *pointer) {
        QTest::newRow(text) << QString::fromUtf8(pointer)
                            << (QByteArray(pointer).startsWith("/x-") ? QStringLiteral("document")
                                                                      : QStringLiteral("route"));
    };
    add("errors: {one: {status: 400, detail: ['{{ deps.x }}']}}", "/x-menura/errors/one/detail/0");
    add("errors: {one: {status: 400, headers: {A: '{{ deps.x }}'}}}",
        "/x-menura/errors/one/headers/A");
    add("stores: {s: {model: M, set: {f: deps.x}}}", "/x-menura/stores/s/set/f");
    add("stores: {s: {model: M, set: {f: {value: item.x, on: write}}}}",
        "/x-menura/stores/s/set/f/value");
    add("dependencies: {d: {result: query.x}}", "/x-menura/dependencies/d/result");
    add("dependencies: {d: {conditions: [{status: 400, when: params.x}]}}",
        "/x-menura/dependencies/d/conditions/0/when");
    add("dependencies: {d: {conditions: [{status: 400, detail: {a: 'x {{ path.x }}'}}]}}",
        "/x-menura/dependencies/d/conditions/0/detail/a");
    add("dependencies: {d: {exit: [{log: '{{ result.x }}'}]}}",
        "/x-menura/dependencies/d/exit/0/log");
    add("dependencies: {d: {exit: [{run: store.x.count()}]}}",
        "/x-menura/dependencies/d/exit/0/run");
    const char *route = "/paths/~1r/get/x-menura";
    const auto addRoute = [&](const char *text, const char *pointer) {
        add(text, (QByteArray(route) + pointer).constData());
    };
    addRoute("answer: {a: ['{{ query.x }}']}", "/answer/a/0");
    addRoute("action: {do: read, store: s, key: path.x}", "/action/key");
    addRoute("action: {do: create, store: s, set: {f: '{{ query.x }}'}}", "/action/set/f");
    addRoute("computed: {f: query.x}", "/computed/f");
    addRoute("upstream: 'https://a/{{ query.x }}'", "/upstream");
    addRoute("upstream: {url: 'https://a/{{ query.x }}'}", "/upstream/url");
    addRoute("upstream: {url: 'https://a', headers: {A: '{{ query.x }}'}}", "/upstream/headers/A");
    addRoute("upstream: {url: 'https://a', body: {a: '{{ query.x }}'}}", "/upstream/body/a");
    addRoute("tasks: [{log: '{{ query.x }}'}]", "/tasks/0/log");
    addRoute("tasks: [{log: a, when: query.x}]", "/tasks/0/when");
    addRoute("tasks: [{run: query.x}]", "/tasks/0/run");
    addRoute("tasks: [{webhook: 'https://a/{{ query.x }}', body: a}]", "/tasks/0/webhook");
    addRoute("tasks: [{webhook: 'https://a', body: {a: '{{ query.x }}'}}]", "/tasks/0/body/a");
    addRoute("tasks: [{webhook: 'https://a', headers: {A: '{{ query.x }}'}}]",
             "/tasks/0/headers/A");
}

void TestNameCheck::everyPlace()
{
    QFETCH(QString, pointer);
    QFETCH(QString, place);
    const QByteArray text = QTest::currentDataTag();
    const bool isRoute = place == QLatin1String("route");
    const QByteArray yaml =
        "openapi: 3.1.0\ninfo: {title: a, version: 1.0.0}\nx-menura: {" +
        (isRoute ? QByteArray("stores: {s: {model: M}}") : text) +
        "}\npaths:\n  /r:\n    get:\n      responses: {'200': {description: OK}}\n      "
        "x-menura: {" +
        (isRoute ? text : QByteArray()) +
        "}\ncomponents: {schemas: {M: {type: object, properties: {f: {}}}}}\n";
    const Diagnostics found = namesIn(yaml);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().pointer, pointer);
}

void TestNameCheck::dataIsNoExpression()
{
    const Diagnostics found = namesIn(R"yaml(
openapi: 3.1.0
info: {title: a, version: 1.0.0}
x-menura:
  errors: {one: {status: 400, example: "{{ deps.x }}", description: "{{ deps.x }}"}}
  stores: {s: {model: M, key: nothing.here, fixtures: [{when: deps.x, f: "{{ deps.x }}"}]}}
  tests: [{request: GET /r, body: {when: deps.x}, expect: {body: {key: query.x}}}]
paths:
  /r:
    get:
      responses: {'200': {description: OK}}
      x-menura:
        answer: {key: query.x, when: deps.x, run: "{{ 1 }} deps.x"}
        upstream: {url: 'https://a', sample: {a: "{{ query.x }}"}}
)yaml");
    QVERIFY2(found.isEmpty(), found.isEmpty() ? "" : qUtf8Printable(found.first().message));
}

void TestNameCheck::samplesAreFine_data()
{
    QTest::addColumn<QString>("path");
    for (const char *folder : {"/resources/designs", "/tests/data/designs"}) {
        const QDir designs(QStringLiteral(MENURA_SOURCE_DIR) + QLatin1String(folder));
        for (const QString &name : designs.entryList({QStringLiteral("*.yaml")}, QDir::Files))
            QTest::newRow(qUtf8Printable(name)) << designs.filePath(name);
    }
}

void TestNameCheck::samplesAreFine()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const Diagnostic &found : namesIn(file.readAll())) {
        // Two exits fail on purpose.
        QVERIFY2(found.message.contains(QLatin1String("missing")), qUtf8Printable(found.message));
    }
}

QTEST_GUILESS_MAIN(TestNameCheck)
#include "test_name_check.moc"
