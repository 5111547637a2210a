#include "designer/lint/lint.h"
#include "designer/openapi/openapi_reader.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace Design;

class TestLint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findings_data();
    void findings();
    void wrongExampleIsCalledOne();
    void everyRuleHasACase();
    void rulesCanBeOff();
    void includesFormAndReferences();
    void includesWhatRunsAroundRoutes();
    void realDesigns_data();
    void realDesigns();
    void github();
};

static Json json(const QByteArray &text)
{
    const ReadText read = readJson(text);
    if (!read.ok())
        qFatal("%s", text.constData());
    return read.value;
}

static LoadedApi load(const QByteArray &members)
{
    return readOpenApi(json("{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"t\",\"version\":\"1\"}," +
                            members + "}"));
}

static const QByteArray fine = R"("responses":{"200":{"description":"ok"}})";

static QByteArray parameter(const char *in, const char *name)
{
    return QByteArray(R"({"required":true,"schema":{},"in":")") + in + R"(","name":")" + name +
           "\"}";
}

static QByteArray schema(const char *text)
{
    return QByteArray(R"("components":{"schemas":{"S":)") + text + "}}";
}

void TestLint::findings_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("pointers"); // of that rule's findings
    int number = 0;
    const auto row = [&number](const char *rule, const QByteArray &members, const char *pointers) {
        QTest::addRow("%s %d", rule, number++)
            << members << QString::fromLatin1(rule) << QString::fromLatin1(pointers);
    };
    const auto get = [](const QByteArray &path, const QByteArray &operation) {
        return QByteArray("\"paths\":{\"") + path + "\":{\"get\":{" + operation + "}}}";
    };

    row("path-parameters", get("/a/{x}", "\"parameters\":[" + parameter("path", "x") + "]," + fine),
        "");
    row("path-parameters", get("/a/{x}", fine), "/paths/~1a~1{x}/get");
    row("path-parameters", get("/a", "\"parameters\":[" + parameter("path", "x") + "]," + fine),
        "/paths/~1a/get/parameters/0");
    row("path-parameters",
        get("/a/{x}", "\"parameters\":[" + parameter("query", "x") + "]," + fine),
        "/paths/~1a~1{x}/get");
    row("path-parameters",
        R"("paths":{"/a/{x}/{y}":{"parameters":[{"$ref":"#/components/parameters/x"}],"get":{}}},)"
        R"("components":{"parameters":{"x":)" +
            parameter("path", "x") + "}}",
        "/paths/~1a~1{x}~1{y}/get");
    row("path-parameters",
        R"("paths":{"/a/{x}":{"get":{"parameters":[{"$ref":"#/components/parameters/no"}]}}})", "");

    row("duplicate-path", R"("paths":{"/a/{x}":{},"/a/{y}":{},"/a/x":{},"/a/{x}/":{}})",
        "/paths/~1a~1{y}");
    row("duplicate-parameter",
        get("/a", "\"parameters\":[" + parameter("query", "q") + "," + parameter("cookie", "q") +
                      "," + parameter("query", "Q") + "," + parameter("query", "q") + "]," + fine),
        "/paths/~1a/get/parameters/3");
    row("duplicate-parameter",
        get("/a", "\"parameters\":[" + parameter("header", "X-A") + "," +
                      parameter("header", "x-a") + "]," + fine),
        "/paths/~1a/get/parameters/1");
    row("duplicate-operation-id",
        R"("paths":{"/a":{"get":{"operationId":"o"},"put":{"operationId":"p"}},)"
        R"("/b":{"get":{"operationId":"o"}}},"webhooks":{"w":{"post":{"operationId":"p"}}})",
        "/paths/~1b/get/operationId /webhooks/w/post/operationId");
    row("duplicate-operation-id",
        R"("paths":{"/a":{"get":{"operationId":""},"put":{"operationId":""}}})", "");

    row("missing-response", get("/a", fine), "");
    row("missing-response", get("/a", "\"responses\":{}"), "/paths/~1a/get");
    row("missing-response", get("/a", R"("responses":{"404":{"description":""}})"),
        "/paths/~1a/get/responses");
    row("missing-response", get("/a", R"("responses":{"default":{"description":""}})"), "");
    row("missing-response", get("/a", R"("responses":{"2XX":{"description":""}})"), "");

    row("unknown-security",
        R"("security":[{"a":[]},{"b":[],"c/d":[]},{}],"components":{"securitySchemes":{"b":{"type":"http","scheme":"basic"}}},)" +
            get("/x", R"("security":[{"z":[]}],)" + fine),
        "/security/0/a /security/1/c~1d /paths/~1x/get/security/0/z");
    row("duplicate-tag", R"("paths":{},"tags":[{"name":"a"},{"name":"b"},{"name":"a"}])",
        "/tags/2/name");

    row("empty-range", schema(R"({"minimum":1,"maximum":1})"), "");
    row("empty-range", schema(R"({"minimum":1.0,"exclusiveMaximum":1})"),
        "/components/schemas/S/minimum");
    row("empty-range", schema(R"({"exclusiveMinimum":5,"minimum":9,"maximum":5})"),
        "/components/schemas/S/minimum");
    row("empty-range", schema(R"({"exclusiveMinimum":5,"maximum":5})"),
        "/components/schemas/S/exclusiveMinimum");
    row("empty-range", schema(R"({"minimum":5,"maximum":5,"exclusiveMaximum":true})"),
        "/components/schemas/S/minimum");
    row("empty-range",
        schema(R"({"items":{"minLength":2,"maxLength":1,"minItems":2,"maxItems":2}})"),
        "/components/schemas/S/items/minLength");
    row("empty-range",
        schema(R"({"minProperties":2,"maxProperties":1,"minContains":9,"maxContains":8})"),
        "/components/schemas/S/minContains /components/schemas/S/minProperties");
    row("empty-range", schema(R"({"minimum":99999999999999999999,"maximum":99999999999999999998})"),
        "/components/schemas/S/minimum");

    row("same-alternatives",
        schema(R"({"oneOf":[{"type":"string"},{"type":"integer"},{"type":"string","minLength":1},
                   {"$ref":"#/x"},{"$ref":"#/y"},true,false]})"),
        "");
    row("same-alternatives",
        schema(R"({"oneOf":[{"title":"A","properties":{"a":{"type":"string","example":"x"}}},
                   {"type":"object"},{"properties":{"a":{"type":"string","x-a":1}}},
                   {"type":"object","description":"B"}]})"),
        "/components/schemas/S/oneOf/2 /components/schemas/S/oneOf/3");
    row("same-alternatives",
        R"("paths":{},"components":{"schemas":{"A":{"type":"object","properties":{"t":{}}},
           "B":{"$ref":"#/components/schemas/A","description":"the same"},
           "S":{"oneOf":[{"$ref":"#/components/schemas/A"},{"$ref":"#/components/schemas/B"}]},
           "T":{"discriminator":{"propertyName":"t"},
                "oneOf":[{"$ref":"#/components/schemas/A"},{"$ref":"#/components/schemas/B"}]},
           "Part":{"oneOf":[{"$ref":"#/components/schemas/A"},
                            {"$ref":"#/components/schemas/A/properties/t"}]},
           "Round":{"oneOf":[{"$ref":"#/components/schemas/Round"},{"type":"null"}]}}})",
        "/components/schemas/S/oneOf/1");
    row("duplicate-enum", schema(R"({"enum":[1,2,"1",{"a":1},[1]]})"), "");
    row("duplicate-enum", schema(R"({"enum":[1,"a",{"a":1,"b":2},1.0,{"b":2,"a":1}]})"),
        "/components/schemas/S/enum/3 /components/schemas/S/enum/4");
    {
        const QByteArray both = R"("paths":{"/a/{x}":{"get":{)" + fine + R"(}},"/a/me":{"get":{)" +
                                fine + R"(},"post":{)" + fine + "}}}";
        row("shadowed-route", both, ""); // strict: what is written out comes first
        row("shadowed-route", R"("x-menura":{"profile":"fastapi"},)" + both, "/paths/~1a~1me/get");
        row("shadowed-route",
            R"("x-menura":{"profile":"fastapi"},"paths":{"/a/me":{"get":{)" + fine +
                R"(}},"/a/{x}":{"get":{)" + fine + R"(}},"/a/b/{x}":{"get":{)" + fine + "}}}",
            "");
        row("shadowed-route", // no text is none that a parameter takes
            R"("x-menura":{"profile":"fastapi"},"paths":{"/a/{x}":{"get":{)" + fine +
                R"(}},"/a/":{"get":{)" + fine + "}}}",
            "");
        const QByteArray guarded = R"("security":[{"k":[]}],)";
        row("missing-401", guarded + get("/a", fine), "/paths/~1a/get");
        row("missing-401", guarded + get("/a", "\"security\":[]," + fine), "");
        row("missing-401", guarded + get("/a", "\"security\":[{},{\"k\":[]}]," + fine), "");
        row("missing-401", guarded + get("/a", R"("responses":{"default":{"description":""}})"),
            "");
        row("missing-401", R"("x-menura":{"profile":"fastapi"},)" + guarded + get("/a", fine), "");
    }
    const auto told = [](const QByteArray &alternatives, const QByteArray &more = {}) {
        return QByteArray(R"("paths":{},"components":{"schemas":{)"
                          R"("S":{"discriminator":{"propertyName":"t")") +
               more + R"(},"oneOf":[)" + alternatives + R"(]},)" +
               R"("A":{"type":"object","properties":{"t":{"const":"a"}}},
                  "B":{"type":"object","properties":{"u":{}}},
                  "OfA":{"allOf":[{"$ref":"#/components/schemas/A"},{"properties":{"v":{}}}]},
                  "OfB":{"allOf":[{"$ref":"#/components/schemas/B"}]},
                  "Both":{"anyOf":[{"$ref":"#/components/schemas/A"},{"type":"null"}]},
                  "Some":{"anyOf":[{"$ref":"#/components/schemas/A"},{"type":"integer"}]},
                  "Round":{"allOf":[{"$ref":"#/components/schemas/Round"}]}}})";
    };
    const auto to = [](const char *name) {
        return QByteArray(R"({"$ref":"#/components/schemas/)") + name + "\"}";
    };
    row("missing-discriminator",
        told(to("A") + ',' + to("OfA") + ',' + to("Both") +
             R"(,{"type":"null"},{"required":["t"]},{"patternProperties":{"^t":{}}})"),
        "");
    row("missing-discriminator", told(to("A") + ',' + to("Gone") + ',' + to("Round") + ",true"),
        ""); // what is wrong there, others say
    row("missing-discriminator",
        told(to("B") + ',' + to("OfB") + ',' + to("A") + ',' + to("Some") +
             R"(,{"type":"string"},{"properties":{"v":{}}})"),
        "/components/schemas/S/oneOf/0 /components/schemas/S/oneOf/1 /components/schemas/S/oneOf/3 "
        "/components/schemas/S/oneOf/4 /components/schemas/S/oneOf/5");
    row("missing-discriminator", told(to("A") + ',' + to("B"), R"(,"defaultMapping":"B")"), "");
    row("missing-discriminator",
        schema(R"({"discriminator":{"propertyName":"t"},"properties":{"t":{}},
                   "oneOf":[{"properties":{"a":{}}},{"properties":{"b":{}}}]})"),
        "");
    row("missing-discriminator",
        schema(R"({"type":"object","discriminator":{"propertyName":"t"},"properties":{"t":{}}})"),
        "");
    row("missing-discriminator",
        schema(R"({"type":"object","discriminator":{"propertyName":"t"},"properties":{"u":{}}})"),
        "/components/schemas/S/discriminator/propertyName");
    row("invalid-pattern", schema(R"({"pattern":"^a+$"})"), "");
    row("invalid-pattern", schema(R"({"pattern":"("})"), "/components/schemas/S/pattern");
    row("invalid-pattern", schema(R"({"patternProperties":{"[":{}}})"),
        "/components/schemas/S/patternProperties/[");

    const QByteArray fastApi = R"("x-menura":{"profile":"fastapi"},)";
    row("rust-pattern", fastApi + schema(R"x({"pattern":"^(?:a|b)+$"})x"), "");
    row("rust-pattern", schema(R"x({"pattern":"^(?=a)"})x"), "");
    row("rust-pattern", fastApi + schema(R"x({"items":{"pattern":"^(?!a)"}})x"),
        "/components/schemas/S/items/pattern");
    row("rust-pattern", fastApi + schema(R"x({"pattern":"((?<=x)y)"})x"),
        "/components/schemas/S/pattern");
    row("rust-pattern", fastApi + schema(R"x({"pattern":"(a)\\1"})x"),
        "/components/schemas/S/pattern");

    row("undeclared-required", schema(R"({"required":["a"]})"), "");
    row("undeclared-required",
        schema(
            R"({"required":["a","b","c"],"properties":{"a":{}},"patternProperties":{"^c":{}},"additionalProperties":false})"),
        "/components/schemas/S/required/1");

    row("invalid-example",
        schema(R"({"type":"string","example":"a","examples":["b"],"default":"c"})"), "");
    row("invalid-example",
        schema(R"({"type":"string","example":1,"examples":["b",2],"default":null})"),
        "/components/schemas/S/example /components/schemas/S/default "
        "/components/schemas/S/examples/1");
    row("invalid-example",
        schema(
            R"({"properties":{"a":{"type":"array","items":{"minimum":5}}},"example":{"a":[6,4]}})"),
        "/components/schemas/S/example/a/1");
    row("invalid-example",
        get("/a",
            R"("parameters":[{"name":"q","in":"query","schema":{"type":"integer"},"example":"x"},)"
            R"({"name":"r","in":"query","schema":{"maxLength":1},"examples":{"good":{"value":"a"},"bad":{"value":"ab"}}}],)" +
                fine),
        "/paths/~1a/get/parameters/0/example /paths/~1a/get/parameters/1/examples/bad/value");
    row("invalid-example",
        get("/a",
            R"("requestBody":{"content":{"application/json":{"schema":{"type":"object"},"example":[]},)"
            R"("text/csv":{"schema":{"type":"array"},"example":"a,b"}}},)" +
                fine),
        "/paths/~1a/get/requestBody/content/application~1json/example");
    row("invalid-example",
        schema(
            R"({"required":["id","secret"],"properties":{"id":{"readOnly":true},"secret":{"writeOnly":true}},)"
            R"("examples":[{"id":1},{"secret":1},{}]})"),
        "/components/schemas/S/examples/2");

    row("invalid-example", // the server holds values to their format
        schema(R"({"properties":{"d":{"type":"string","format":"date"}},"example":{"d":"today"}})"),
        "/components/schemas/S/example/d");

    row("unused-component",
        R"("paths":{"/a":{"get":{"parameters":[{"$ref":"#/components/parameters/p"}],"security":[{"s":[]}]}}},)"
        R"("components":{"parameters":{"p":{"name":"p","in":"query","schema":{"$ref":"#/components/schemas/A"}},"q":{"name":"q","in":"query","schema":{}}},)"
        R"("securitySchemes":{"s":{"type":"http","scheme":"basic"},"t":{"type":"http","scheme":"basic"}},)"
        R"("schemas":{"A":{"discriminator":{"propertyName":"k","mapping":{"b":"B","c":"#/components/schemas/C"}}},"B":{},"C":{},"D":{},"E":{},)"
        R"("F":{"allOf":[{"$ref":"#/components/schemas/A"}]},"G":{"allOf":[{"$ref":"#/components/schemas/F"}]}}},)"
        R"("x-menura":{"store":"#/components/schemas/E"})",
        "/components/schemas/D /components/parameters/q /components/securitySchemes/t");
}

static QString pointersOf(const Diagnostics &diagnostics, const QString &rule)
{
    QStringList pointers;
    for (const Diagnostic &diagnostic : diagnostics) {
        if (diagnostic.rule == rule)
            pointers.append(diagnostic.pointer);
    }
    return pointers.join(u' ');
}

void TestLint::findings()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, rule);
    QFETCH(QString, pointers);
    const LoadedApi loaded = load(members);
    QVERIFY(loaded.ok);
    const Diagnostics found = lint(loaded.api);
    QCOMPARE(pointersOf(found, rule), pointers);
    const NodeIndex index(loaded.api);
    for (const Diagnostic &diagnostic : found) {
        if (diagnostic.rule != rule)
            continue;
        QVERIFY(diagnostic.message.endsWith(u'.'));
        QVERIFY(index.contains(diagnostic.node));
        QVERIFY(diagnostic.pointer.startsWith(index.pointer(diagnostic.node)));
        // The place is there to be pointed at, or a member below it is missing.
        QVERIFY2(resolvePointer(loaded.document, diagnostic.pointer),
                 qUtf8Printable(diagnostic.pointer));
    }
}

/// Beside a route it would not be clear otherwise which value is meant.
void TestLint::wrongExampleIsCalledOne()
{
    const LoadedApi loaded = load(schema(
        R"({"type":"array","items":{"type":"integer"},"example":1,"examples":[["x"]],"default":{}})"));
    QStringList messages;
    for (const Diagnostic &diagnostic : lint(loaded.api)) {
        if (diagnostic.rule == QLatin1String("invalid-example"))
            messages.append(diagnostic.message);
    }
    messages.sort();
    QCOMPARE(messages, (QStringList{QStringLiteral("The default must be an array."),
                                    QStringLiteral("The example at /0 must be an integer."),
                                    QStringLiteral("The example must be an array.")}));
}

void TestLint::everyRuleHasACase()
{
    QSet<QString> names;
    for (const Rule &rule : rules()) {
        QVERIFY2(!names.contains(rule.name), qUtf8Printable(rule.name));
        QVERIFY(rule.check && rule.summary.endsWith(u'.'));
        names.insert(rule.name);
    }
    QCOMPARE(names.size(), 18); // a new rule needs a case above
}

void TestLint::rulesCanBeOff()
{
    const LoadedApi loaded = load(R"("paths":{"/a/{x}":{"get":{}}},"servers":[{}])");
    const Diagnostics all = lint(loaded.api);
    QCOMPARE(all.size(), 3);
    const Diagnostics some =
        lint(loaded.api, {QStringLiteral("path-parameters"), QStringLiteral("missing-member")});
    QCOMPARE(some.size(), 1);
    QCOMPARE(some.first().rule, QStringLiteral("missing-response"));
}

void TestLint::includesFormAndReferences()
{
    const LoadedApi loaded =
        load(R"("components":{"schemas":{"a":{"$ref":"#/no","b":1},"b":{"type":5}}})");
    const Diagnostics found = lint(loaded.api);
    for (const Diagnostic &diagnostic : loaded.diagnostics)
        QVERIFY(found.contains(diagnostic));
    QCOMPARE(loaded.diagnostics.size(), 2);
}

void TestLint::realDesigns_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("errors");
    const QString root = QStringLiteral(MENURA_TEST_DATA);
    QTest::newRow("museum") << root + QStringLiteral("/openapi/museum.yaml") << 0;
    QTest::newRow("petstore") << root + QStringLiteral("/openapi/petstore.yaml") << 0;
    QTest::newRow("shop") << QStringLiteral(MENURA_SOURCE_DIR "/resources/designs/shop.yaml") << 0;
    QTest::newRow("fastapi") << root + QStringLiteral("/fastapi/openapi_kitchen_sink.json") << 0;
}

void TestLint::realDesigns()
{
    QFETCH(QString, path);
    QFETCH(int, errors);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the design is absent");
    const LoadedApi loaded = readOpenApi(file.readAll());
    QVERIFY(loaded.ok);
    QStringList lines;
    for (const Diagnostic &diagnostic : lint(loaded.api)) {
        if (diagnostic.severity == Severity::Error)
            lines.append(toLine(diagnostic, path));
    }
    QVERIFY2(lines.size() == errors, qUtf8Printable(lines.join(u'\n')));
}

void TestLint::includesWhatRunsAroundRoutes()
{
    const LoadedApi loaded = load(
        R"("x-menura":{"stores":{"s":{"model":"A"},"t":{"model":"Z"}},)"
        R"("dependencies":{"d":{"scheme":"k","result":"store.u"}}},"paths":{},)"
        R"("components":{"schemas":{"A":{},"B":{}},"securitySchemes":{"k":{"type":"mutualTLS"}}})");
    const Diagnostics found = lint(loaded.api);
    QCOMPARE(pointersOf(found, QStringLiteral("menura-reference")),
             QStringLiteral("/x-menura/stores/t/model"));
    QCOMPARE(pointersOf(found, QStringLiteral("menura-name")),
             QStringLiteral("/x-menura/dependencies/d/result"));
    // What the extension names is used.
    QCOMPARE(pointersOf(found, QStringLiteral("unused-component")),
             QStringLiteral("/components/schemas/B"));
}

void TestLint::github()
{
    const QString path =
        qEnvironmentVariable("MENURA_GITHUB_API", QStringLiteral(MENURA_GITHUB_API));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("GitHub's document is absent (MENURA_GITHUB_API)");
    const LoadedApi loaded = readOpenApi(file.readAll());
    QElapsedTimer timer;
    timer.start();
    const Diagnostics found = lint(loaded.api);
    QTest::setBenchmarkResult(qreal(timer.elapsed()), QTest::WalltimeMilliseconds);
    QVERIFY(!found.isEmpty()); // it has components that nothing uses
    for (const Diagnostic &diagnostic : found)
        QVERIFY2(diagnostic.severity != Severity::Error ||
                     diagnostic.rule != QLatin1String("dangling-reference"),
                 qUtf8Printable(toLine(diagnostic, QString())));
}

QTEST_APPLESS_MAIN(TestLint)
#include "test_lint.moc"
