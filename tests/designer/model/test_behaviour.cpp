#include "designer/model/behaviour/behaviour.h"
#include "designer/openapi/flatten.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/json_writer.h"
#include "designer/text/pointer.h"
#include "designer/text/yaml/yaml_writer.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Design;

/// The x-menura extensions as values: shapes, places, names, and that nothing of them is lost.
class TestBehaviour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samplesAreClean_data();
    void samplesAreClean();
    void reportsPlaces_data();
    void reportsPlaces();
    void survivesAnything_data();
    void survivesAnything();
    void takesTemplatesApart_data();
    void takesTemplatesApart();
    void findsRouters();
    void namesRows_data();
    void namesRows();
    void exportIsPlain();
    void securityIsWhatIsAskedFor_data();
    void securityIsWhatIsAskedFor();
    void innerRoutersSayMore();
    void membersOfOthersAreKnown();
    void unknownMembersStay();
};

static QByteArray head()
{
    return "openapi: 3.1.0\ninfo: {title: T, version: 1.0.0}\n";
}

static QStringList samples()
{
    const QDir folder(QStringLiteral(MENURA_SOURCE_DIR "/resources/designs"));
    QStringList names = folder.entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name);
    return names;
}

static QByteArray sampleText(const QString &name)
{
    QFile file(QStringLiteral(MENURA_SOURCE_DIR "/resources/designs/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestBehaviour::samplesAreClean_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : samples())
        QTest::newRow(qUtf8Printable(name)) << name;
}

void TestBehaviour::samplesAreClean()
{
    QFETCH(QString, name);
    const LoadedApi loaded = readOpenApi(sampleText(name));
    QVERIFY(loaded.ok);
    for (const Diagnostic &found : loaded.diagnostics)
        QFAIL(qUtf8Printable(toLine(found, name)));
    // Nothing is lost: the document that is written is the one that was read.
    QCOMPARE(writeJson(writeOpenApi(loaded.api)), writeJson(loaded.document));
}

void TestBehaviour::reportsPlaces_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<bool>("isError");
    const auto root = [](const char *json) {
        return head() + "x-menura: " + json + "\npaths: {}\n";
    };
    const auto route = [](const char *json) {
        return head() +
               "x-menura: {errors: {e: {status: 409}}, stores: {}}\n"
               "paths: {/a: {get: {responses: {}, x-menura: " +
               json + "}}}\n";
    };
    const QString at = QStringLiteral("/paths/~1a/get/x-menura");
    QTest::newRow("no object") << root("5") << "/x-menura" << true;
    QTest::newRow("unknown") << root("{colour: red}") << "/x-menura/colour" << false;
    QTest::newRow("status") << root("{errors: {e: {status: 99}}}") << "/x-menura/errors/e/status"
                            << true;
    QTest::newRow("no status") << root("{errors: {e: {detail: x}}}") << "/x-menura/errors/e/status"
                               << true;
    QTest::newRow("detail and body") << root("{errors: {e: {status: 400, detail: a, body: b}}}")
                                     << "/x-menura/errors/e/body" << true;
    QTest::newRow("no model") << root("{stores: {s: {key: id}}}") << "/x-menura/stores/s/model"
                              << true;
    QTest::newRow("unknown model")
        << root("{stores: {s: {model: M}}}") << "/x-menura/stores/s/model" << true;
    QTest::newRow("reference") << root("{stores: {s: {model: M, references: {a: t}}}}")
                               << "/x-menura/stores/s/references/a" << true;
    QTest::newRow("set") << root("{stores: {s: {model: M, set: {id: 5}}}}")
                         << "/x-menura/stores/s/set/id" << true;
    QTest::newRow("unique") << root("{stores: {s: {model: M, unique: [[]]}}}")
                            << "/x-menura/stores/s/unique/0" << true;
    QTest::newRow("need") << root("{dependencies: {d: {needs: [x]}}}")
                          << "/x-menura/dependencies/d/needs" << true;
    QTest::newRow("circle") << root("{dependencies: {d: {needs: [f]}, f: {needs: d}}}")
                            << "/x-menura/dependencies/d/needs" << true;
    QTest::newRow("exit") << root("{dependencies: {d: {exit: [{delay: 1s}]}}}")
                          << "/x-menura/dependencies/d/exit/0/log" << true;
    QTest::newRow("exit's host")
        << root("{dependencies: {d: {exit: [{webhook: 'http://a.example/x'}]}}}")
        << "/x-menura/dependencies/d/exit/0/webhook" << true;
    QTest::newRow("scope") << root("{dependencies: {d: {scope: route}}}")
                           << "/x-menura/dependencies/d/scope" << true;
    QTest::newRow("left too early") << root("{dependencies: {d: {needs: f, exit: [{log: a}]},"
                                            " f: {scope: function, exit: [{log: b}]}}}")
                                    << "/x-menura/dependencies/d/scope" << true;
    QTest::newRow("scheme") << root("{dependencies: {d: {scheme: S}}}")
                            << "/x-menura/dependencies/d/scheme" << true;
    QTest::newRow("user without login") << root("{dependencies: {d: {scheme: S, user: true}}}")
                                        << "/x-menura/dependencies/d/user" << true;
    QTest::newRow("depends") << root("{depends: [x]}") << "/x-menura/depends" << true;
    QTest::newRow("prefix") << root("{routers: {r: {prefix: items/}}}")
                            << "/x-menura/routers/r/prefix" << true;
    QTest::newRow("router circle")
        << root("{routers: {r: {parent: q}, q: {parent: r}}}") << "/x-menura/routers/r" << true;
    QTest::newRow("expires") << root("{logins: {S: {users: [], expires: soon}}}")
                             << "/x-menura/logins/S/expires" << true;
    QTest::newRow("delay") << root("{faults: {delay: [2s, 1s]}}") << "/x-menura/faults/delay"
                           << true;
    QTest::newRow("rate") << root("{faults: {rate: 2}}") << "/x-menura/faults/rate" << true;
    QTest::newRow("action") << route("{action: fetch items}") << at + QLatin1String("/action")
                            << true;
    QTest::newRow("action's store")
        << route("{action: read items}") << at + QLatin1String("/action") << true;
    QTest::newRow("rule without answer")
        << route("{errors: [{when: 'true'}]}") << at + QLatin1String("/errors/0/error") << true;
    QTest::newRow("rule's error") << route("{errors: [{error: f}]}")
                                  << at + QLatin1String("/errors/0/error") << true;
    QTest::newRow("every") << route("{errors: [{error: e, every: 0}]}")
                           << at + QLatin1String("/errors/0/every") << true;
    QTest::newRow("rule's member") << route("{errors: [{error: e, wen: 'true'}]}")
                                   << at + QLatin1String("/errors/0/wen") << false;
    QTest::newRow("router") << route("{router: r}") << at + QLatin1String("/router") << true;
    QTest::newRow("task") << route("{tasks: [{delay: 1s}]}") << at + QLatin1String("/tasks/0/log")
                          << true;
    QTest::newRow("rows for no store") << root("{tests: [{request: GET /, given: {rows: []}}]}")
                                       << "/x-menura/tests/0/given/rows" << true;
    QTest::newRow("rows expected of no store")
        << root("{tests: [{steps: [{request: GET /, expect: {stores: {rows: 1}}}]}]}")
        << "/x-menura/tests/0/steps/0/expect/stores/rows" << true;
    QTest::newRow("override of no dependency")
        << root("{tests: [{request: GET /, overrides: {d: 1}}]}") << "/x-menura/tests/0/overrides/d"
        << true;
    QTest::newRow("expected model") << root("{tests: [{request: GET /, expect: {model: M}}]}")
                                    << "/x-menura/tests/0/expect/model" << true;
    QTest::newRow("host") << route("{upstream: 'http://a.example/x'}")
                          << at + QLatin1String("/upstream/url") << true;
}

void TestBehaviour::reportsPlaces()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pointer);
    QFETCH(bool, isError);
    const LoadedApi loaded = readOpenApi(text);
    QVERIFY(loaded.ok);
    bool isFound = false;
    QStringList all;
    for (const Diagnostic &found : loaded.diagnostics) {
        all.append(toLine(found, {}));
        isFound = isFound || (found.pointer == pointer && found.position.isValid() &&
                              (found.severity == Severity::Error) == isError);
    }
    QVERIFY2(isFound, qUtf8Printable(all.join(u'\n')));
}

void TestBehaviour::survivesAnything_data()
{
    QTest::addColumn<Json>("value");
    QTest::newRow("null") << Json(nullptr);
    QTest::newRow("number") << Json(5);
    QTest::newRow("text") << Json(QStringLiteral("x"));
    QTest::newRow("list") << Json(JsonArray{Json(1), Json(nullptr), Json(JsonObject())});
    QTest::newRow("object") << Json(
        JsonObject{{QStringLiteral("a"), Json(5)}, {QStringLiteral("b"), Json()}});
}

/// Whatever stands in the place of a part: it is read, checked, made flat and written as it was.
void TestBehaviour::survivesAnything()
{
    QFETCH(Json, value);
    for (const QString &name : samples()) {
        const Json document = readOpenApi(sampleText(name)).document;
        const std::function<void(const Json &, const std::function<void(const Json &)> &, bool)>
            mutate =
                [&](const Json &json, const std::function<void(const Json &)> &use, bool isInside) {
                    if (isInside)
                        use(value);
                    for (const JsonObject::Member &member : json.object()) {
                        const bool inside = isInside || member.key == u"x-menura";
                        mutate(
                            member.value,
                            [&](const Json &changed) {
                                JsonObject object = json.object();
                                object.insert(member.key, changed);
                                use(Json(object));
                            },
                            inside);
                    }
                    for (qsizetype i = 0; isInside && i < json.array().size(); ++i) {
                        mutate(
                            json.array()[i],
                            [&](const Json &changed) {
                                JsonArray array = json.array();
                                array[i] = changed;
                                use(Json(array));
                            },
                            true);
                    }
                };
        mutate(
            document,
            [&](const Json &changed) {
                const LoadedApi loaded = readOpenApi(changed);
                QVERIFY(loaded.ok);
                QCOMPARE(writeJson(writeOpenApi(loaded.api)), writeJson(changed));
                flattened(loaded.api);
            },
            false);
    }
}

void TestBehaviour::takesTemplatesApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("pieces");
    QTest::newRow("plain") << "a { b }} c"
                           << "'a { b }} c'";
    QTest::newRow("one") << "{{ a.b }}"
                         << "[a.b]";
    QTest::newRow("around") << "x {{a}} y {{ b }}"
                            << "'x ' [a] ' y ' [b]";
    QTest::newRow("object") << "{{ {a: {b: 1}} }}!"
                            << "[{a: {b: 1}}] '!'";
    QTest::newRow("tight object") << "{{{a: 1}}}"
                                  << "[{a: 1}]";
    QTest::newRow("braces in a text") << "{{ '}}' + \"{\" }}"
                                      << "['}}' + \"{\"]";
    QTest::newRow("quote in a text") << "{{ 'it\\'s }}' }}"
                                     << "['it\\'s }}']";
    QTest::newRow("open") << "{{ a"
                          << "'{{ a'";
    QTest::newRow("empty") << ""
                           << "";
}

void TestBehaviour::takesTemplatesApart()
{
    QFETCH(QString, text);
    QFETCH(QString, pieces);
    QStringList found;
    for (const TemplatePiece &piece : templatePieces(text))
        found.append(piece.isExpression ? u'[' + piece.text + u']' : u'\'' + piece.text + u'\'');
    QCOMPARE(found.join(u' '), pieces);
}

void TestBehaviour::findsRouters()
{
    const LoadedApi loaded = readOpenApi(
        head() +
        "x-menura: {depends: [a], dependencies: {a: {}, b: {}, c: {}, d: {}}, routers: {v1: "
        "{prefix: /v1, depends: [b]}, "
        "items: {parent: v1, prefix: /items, depends: [c]}, other: {depends: [d]}}}\npaths: {}\n");
    const Behaviour behaviour = readBehaviour(loaded.api);
    QCOMPARE(fullPrefix(behaviour, QStringLiteral("items")), QStringLiteral("/v1/items"));
    RouteBehaviour route;
    QCOMPARE(routersOf(behaviour, QStringLiteral("/v1/items/{id}"), route).join(u' '),
             QStringLiteral("v1 items"));
    QCOMPARE(routersOf(behaviour, QStringLiteral("/v1/itemsets"), route).join(u' '),
             QStringLiteral("v1"));
    QCOMPARE(routersOf(behaviour, QStringLiteral("/v2"), route).join(u' '), QString());
    route.depends = {QStringLiteral("d")};
    QCOMPARE(
        dependsOf(behaviour, {QStringLiteral("v1"), QStringLiteral("items")}, route).join(u' '),
        QStringLiteral("a b c d"));
    route.router = QStringLiteral("other");
    QCOMPARE(routersOf(behaviour, QStringLiteral("/v1/items"), route).join(u' '),
             QStringLiteral("other"));
    route.router = QString();
    QVERIFY(routersOf(behaviour, QStringLiteral("/v1/items"), route).isEmpty());
}

void TestBehaviour::namesRows_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<QString>("row");
    QTest::newRow("s") << "items"
                       << "Item";
    QTest::newRow("ies") << "categories"
                         << "Category";
    QTest::newRow("sses") << "addresses"
                          << "Address";
    QTest::newRow("xes") << "boxes"
                         << "Box";
    QTest::newRow("ss") << "glass"
                        << "Glass";
    QTest::newRow("words") << "order_lines"
                           << "Order line";
    QTest::newRow("one") << "stock"
                         << "Stock";
}

void TestBehaviour::namesRows()
{
    QFETCH(QString, store);
    QFETCH(QString, row);
    QCOMPARE(rowName(store), row);
}

void TestBehaviour::exportIsPlain()
{
    for (const QString &name : samples()) {
        const Api api = readOpenApi(sampleText(name)).api;
        for (const ExportVersion version : {ExportVersion::OpenApi31, ExportVersion::OpenApi30}) {
            Diagnostics losses;
            const Json document = exportOpenApi(api, version, &losses);
            QVERIFY2(!writeJson(document).contains("x-menura"), qUtf8Printable(name));
            const LoadedApi again = readOpenApi(document);
            for (const Diagnostic &found : again.diagnostics)
                QFAIL(qUtf8Printable(toLine(found, name)));
        }
    }
    const Json routers = exportOpenApi(readOpenApi(sampleText(QStringLiteral("routers.yaml"))).api,
                                       ExportVersion::OpenApi31, nullptr);
    const Json get = routers.value(u"paths").value(u"/items/{item_id}").value(u"put");
    QCOMPARE(writeJson(get.value(u"tags")), QByteArray(R"(["items","custom"])"));
    QStringList parameters;
    for (const Json &parameter : get.value(u"parameters").array())
        parameters.append(parameter.value(u"in").toString() + u'.' +
                          parameter.value(u"name").toString());
    QCOMPARE(parameters.join(u' '), QStringLiteral("path.item_id query.token header.x-token"));
    QCOMPARE(writeJson(get.value(u"responses").value(u"404")),
             QByteArray(R"({"description":"Not found"})"));
    QVERIFY(get.value(u"responses").find(u"403"));
}

void TestBehaviour::securityIsWhatIsAskedFor_data()
{
    QTest::addColumn<QByteArray>("route");
    QTest::addColumn<QByteArray>("security");
    QTest::newRow("one") << QByteArray("x-menura: {depends: [a]}")
                         << QByteArray(R"([{"A":["r"]}])");
    QTest::newRow("both") << QByteArray("x-menura: {depends: [a, b]}")
                          << QByteArray(R"([{"A":["r"],"B":[]}])");
    QTest::newRow("one is enough for what is optional")
        << QByteArray("x-menura: {depends: [b, maybe]}")
        << QByteArray(R"([{"B":[],"A":[]},{"B":[]}])");
    QTest::newRow("optional alone")
        << QByteArray("x-menura: {depends: [maybe]}") << QByteArray(R"([{"A":[]},{}])");
    QTest::newRow("optional and needed")
        << QByteArray("x-menura: {depends: [maybe, a]}") << QByteArray(R"([{"A":["r"]}])");
    QTest::newRow("beside what was drawn")
        << QByteArray("security: [{C: []}, {A: [w]}]\n      x-menura: {depends: [a, b]}")
        << QByteArray(R"([{"C":[],"A":["r"],"B":[]},{"A":["w","r"],"B":[]}])");
    QTest::newRow("nothing") << QByteArray("x-menura: {depends: [none]}") << QByteArray();
}

/// All that dependencies ask for is asked for at once, as they all run.
void TestBehaviour::securityIsWhatIsAskedFor()
{
    QFETCH(QByteArray, route);
    QFETCH(QByteArray, security);
    const LoadedApi loaded = readOpenApi(
        head() +
        "x-menura: {dependencies: {none: {}, a: {scheme: A, scopes: [r]}, b: {scheme: B}, maybe: "
        "{scheme: A, optional: true}}}\npaths:\n  /a:\n    get:\n      responses: {}\n      " +
        route + "\n");
    const Json document = writeOpenApi(flattened(loaded.api));
    const Json *written = resolvePointer(document, QStringLiteral("/paths/~1a/get/security"));
    QCOMPARE(written ? writeJson(*written) : QByteArray(), security);
}

void TestBehaviour::innerRoutersSayMore()
{
    const LoadedApi loaded = readOpenApi(
        head() +
        "x-menura: {routers: {outer: {prefix: /a, responses: {'401': {description: outer}, '404': "
        "{description: outer}, '409': {description: outer}}}, inner: {parent: outer, prefix: /b, "
        "responses: {'404': {description: inner}, '409': {description: inner}}}}}\n"
        "paths: {/a/b/c: {get: {responses: {'409': {description: own}}}}}\n");
    const Json document = writeOpenApi(flattened(loaded.api));
    const auto description = [&document](const char *status) {
        const QString pointer = QStringLiteral("/paths/~1a~1b~1c/get/responses/%1/description");
        const Json *found = resolvePointer(document, pointer.arg(QLatin1String(status)));
        return found ? found->string() : QString();
    };
    QCOMPARE(description("401"), QStringLiteral("outer"));
    QCOMPARE(description("404"), QStringLiteral("inner"));
    QCOMPARE(description("409"), QStringLiteral("own"));
}

/// What others read is not called without effect.
void TestBehaviour::membersOfOthersAreKnown()
{
    const LoadedApi loaded = readOpenApi(
        head() + "x-menura: {profile: strict, error_shape: declared, map: {Item: [20, 40]}}\n"
                 "paths: {}\ncomponents: {schemas: {Item: {type: object}}}\n");
    Diagnostics found = loaded.diagnostics;
    readBehaviour(loaded.api, &found);
    QVERIFY2(found.isEmpty(), found.isEmpty() ? "" : qPrintable(found.first().message));
}

void TestBehaviour::unknownMembersStay()
{
    const QByteArray text =
        head() + "x-menura:\n  profile: fastapi\n  later: {a: [1, 2.50]}\npaths: {}\n";
    const LoadedApi loaded = readOpenApi(text);
    QCOMPARE(writeJson(writeOpenApi(loaded.api).value(u"x-menura")),
             QByteArray(R"({"profile":"fastapi","later":{"a":[1,2.50]}})"));
}

QTEST_GUILESS_MAIN(TestBehaviour)
#include "test_behaviour.moc"
