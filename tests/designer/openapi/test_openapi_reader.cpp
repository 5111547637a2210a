#include "designer/model/locate.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"

#include <QTest>

using namespace Design;

class TestOpenApiReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versions_data();
    void versions();
    void keepsWhatIsWritten_data();
    void keepsWhatIsWritten();
    void findings_data();
    void findings();
    void readsTypedMembers();
    void newMembersGoWhereTheyBelong();
    void editedMembersReplaceMalformedOnes();
    void emptiedMembersDisappear();
    void operationsKeepTheirPlaces();
    void readsMethodsOf32();
    void bindsReferences();
    void textHasPositions();
    void copiesShare();
};

static Json json(const char *text)
{
    const ReadText read = readJson(QByteArray(text));
    if (!read.ok())
        qFatal("%s", text);
    return read.value;
}

/// An object with this member in place of the default one.
static Json documentWith(const QString &member, const Json &value)
{
    JsonObject document{{QStringLiteral("openapi"), QStringLiteral("3.1.0")},
                        {QStringLiteral("info"), json(R"({"title":"t","version":"1"})")},
                        {QStringLiteral("paths"), JsonObject()}};
    document.insert(member, value);
    return document;
}

static Json operationDocument(const char *operation)
{
    return documentWith(
        QStringLiteral("paths"),
        JsonObject{{QStringLiteral("/a"), JsonObject{{QStringLiteral("get"), json(operation)}}}});
}

void TestOpenApiReader::versions_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("ok");
    QTest::addColumn<bool>("hasErrors");
    const auto row = [](const char *text, bool ok, bool errors) {
        QTest::newRow(text) << QByteArray(text) << ok << errors;
    };
    row(R"({"openapi":"3.0.0","info":{"title":"t","version":"1"},"paths":{}})", true, false);
    row(R"({"openapi":"3.0.4","info":{"title":"t","version":"1"},"paths":{}})", true, false);
    row(R"({"openapi":"3.1.1","info":{"title":"t","version":"1"},"components":{}})", true, false);
    row(R"({"openapi":"3.2.0","info":{"title":"t","version":"1"},"paths":{}})", true, false);
    row(R"({"openapi":"3.1.0-rc1","info":{"title":"t","version":"1"},"paths":{}})", true, false);
    row(R"({"openapi":3.1,"info":{"title":"t","version":"1"},"paths":{}})", true, true);
    row(R"({"openapi":"3.1","info":{"title":"t","version":"1"},"paths":{}})", true, true);
    row(R"({"openapi":"4.0.0","info":{"title":"t","version":"1"},"paths":{}})", false, true);
    row(R"({"openapi":"3.10.0","info":{"title":"t","version":"1"},"paths":{}})", false, true);
    row(R"({"openapi":true})", false, true);
    row(R"({"swagger":"1.2","info":{"title":"t","version":"1"},"paths":{}})", false, true);
    row(R"({"swaggerVersion":"1.2","apis":[]})", false, true);
    row(R"({"info":{}})", false, true);
    row(R"([])", false, true);
    row(R"(42)", false, true);
    row(R"(null)", false, true);
    row("", false, true);
    row("{", false, true);
    row("\xff\xfe\x00", false, true);
}

void TestOpenApiReader::versions()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, ok);
    QFETCH(bool, hasErrors);
    const LoadedApi loaded = readOpenApi(text);
    QCOMPARE(loaded.ok, ok);
    QCOMPARE(Design::hasErrors(loaded.diagnostics), hasErrors);
    if (ok)
        QVERIFY(writeOpenApi(loaded.api) == loaded.document);
}

void TestOpenApiReader::keepsWhatIsWritten_data()
{
    QTest::addColumn<Json>("document");
    const auto member = [](const char *name, const char *value) {
        QTest::newRow(value) << documentWith(QString::fromLatin1(name), json(value));
    };
    const auto operation = [](const char *text) { QTest::newRow(text) << operationDocument(text); };
    member("info", R"({"version":"1","x-a":1,"title":"t","description":"","contact":{}})");
    member("info", R"({})");
    member("info", R"([])");
    member("info", R"({"title":5,"version":1.0})");
    member("tags", R"([])");
    member("tags", R"([{}])");
    member("tags", R"(null)");
    member("tags", R"([{"name":"a"},null])");
    member("servers", R"([{"description":"","url":"/"}])");
    member("security", R"([])");
    member("security", R"([{}])");
    member("security", R"([{"a":[],"b":["x"],"c":5}])");
    member("externalDocs", R"(null)");
    member("x-menura", R"({"a":[1.0,1,-0,1e400,"\ud800"]})");
    member("x-other", R"(null)");
    member("paths", R"({"x-a":{"get":{}},"/a":{},"b":null,"/c":[]})");
    member("paths",
           R"({"/a":{"post":{},"x-m":1,"get":null,"summary":"","parameters":[],"$ref":"#/b"}})");
    member("paths", R"({"/a":{"GET":{},"query":{},"additionalOperations":{}}})");
    member("webhooks", R"({"x-hook":{"post":{}}})");
    member("components", R"({})");
    member("components", R"({"x-b":1,"responses":{},"schemas":{"b":{},"a":true,"c":false,"d":1}})");
    member("components", R"({"links":{"l":{"operationId":"x","parameters":{"a":1}}}})");
    member("components",
           R"({"callbacks":{"c":{"x-a":1,"{$url}":{"post":{}},"$ref":"#/d","e":3}}})");
    member("components", R"({"callbacks":{"c":[]}, "pathItems":{"p":{"get":{}}}})");
    member("components", R"({"examples":{"e":{"value":null},"f":{"value":0,"externalValue":""}}})");
    member("components",
           R"({"securitySchemes":{"s":{"type":"oauth2","flows":{}},"t":{"flows":1}}})");
    member("components",
           R"({"schemas":{"s":{"properties":{},"required":[],"enum":[],"allOf":[]}}})");
    member("components",
           R"({"schemas":{"s":{"properties":[],"required":true,"items":[],"not":1}}})");
    member(
        "components",
        R"({"schemas":{"s":{"items":[{},true],"allOf":[{},1],"dependencies":{"a":["b"],"c":{}}}}})");
    member("components",
           R"({"schemas":{"s":{"title":"x","$ref":"#/components/schemas/s","type":"y"}}})");
    member("components", R"({"schemas":{"s":{"$ref":""},"t":{"$ref":5},"u":{"$ref":null}}})");
    member("components",
           R"({"schemas":{"s":{"minimum":1.50,"maximum":1e3,"multipleOf":0.010,"default":-0}}})");
    operation(R"({})");
    operation(
        R"({"tags":[],"parameters":[],"responses":{},"callbacks":{},"servers":[],"security":[]})");
    operation(R"({"deprecated":false,"summary":"","operationId":"","requestBody":{}})");
    operation(R"({"deprecated":null,"summary":null,"requestBody":null,"responses":null})");
    operation(R"({"tags":["a",1],"parameters":[{},null]})");
    operation(R"({"requestBody":{"required":false,"content":{}}})");
    operation(R"({"requestBody":{"content":{"a/b":{},"c/d":5},"description":""}})");
    operation(R"({"requestBody":{"description":"d","$ref":"#/components/requestBodies/b"}})");
    operation(
        R"({"parameters":[{"in":"query","name":"","required":false,"explode":false,"allowReserved":false}]})");
    operation(
        R"({"parameters":[{"explode":null,"example":null,"examples":{},"schema":true,"content":{}}]})");
    operation(
        R"({"responses":{"x-r":{},"200":{"description":""},"default":null,"2XX":{"headers":{"x-h":{}}}}})");
    operation(
        R"({"responses":{"200":{"links":{"l":{"$ref":"#/x"}},"content":{"a/b":{"encoding":{},"examples":{}}}}}})");
    operation(R"({"x-z":1,"responses":{},"x-a":2,"summary":"s","unknown":[],"operationId":"o"})");
    member("paths",
           R"({"/a":{"x-1":1,"additionalOperations":{"COPY":{},"purge":{}},"query":{},"get":{}}})");
    member("paths", R"({"/a":{"get":{},"additionalOperations":{"COPY":{},"MOVE":5},"query":5}})");
    member("paths", R"({"/a":{"additionalOperations":{"POST":{}},"post":{}}})");
    member("paths", R"({"/a":{"additionalOperations":{}}})");
}

void TestOpenApiReader::keepsWhatIsWritten()
{
    QFETCH(Json, document);
    const LoadedApi loaded = readOpenApi(document);
    QVERIFY(loaded.ok);
    QVERIFY(writeOpenApi(loaded.api) == document);
    // A copy that was changed and changed back writes the same.
    Api copy = loaded.api;
    const QString title = copy.info.title;
    copy.info.title = QStringLiteral("another");
    copy.info.title = title;
    QVERIFY(copy == loaded.api);
    QVERIFY(writeOpenApi(copy) == document);
}

void TestOpenApiReader::findings_data()
{
    QTest::addColumn<Json>("document");
    QTest::addColumn<QString>("rule"); // empty: none
    QTest::addColumn<QString>("pointer");
    int number = 0;
    const auto row = [&](const Json &document, const char *rule, const char *pointer) {
        QTest::addRow("%d %s %s", number++, rule, pointer)
            << document << QString::fromLatin1(rule) << QString::fromLatin1(pointer);
    };
    const auto operation = [&](const char *text, const char *rule, const char *pointer) {
        row(operationDocument(text), rule, pointer);
    };
    const auto components = [&](const char *text, const char *rule, const char *pointer) {
        row(documentWith(QStringLiteral("components"), json(text)), rule, pointer);
    };
    row(documentWith(QStringLiteral("info"), json(R"({"version":"1"})")), "missing-member",
        "/info");
    row(documentWith(QStringLiteral("info"), json(R"({"title":1,"version":"1"})")),
        "invalid-member", "/info/title");
    row(documentWith(QStringLiteral("overlays"), JsonObject()), "unknown-member", "/overlays");
    row(documentWith(QStringLiteral("x-overlays"), JsonObject()), "", "");
    row(documentWith(QStringLiteral("servers"), JsonObject()), "invalid-member", "/servers");
    row(documentWith(QStringLiteral("security"), json(R"([{"a":"x"}])")), "invalid-member",
        "/security/0/a");
    row(documentWith(QStringLiteral("paths"), json(R"({"a":{}})")), "invalid-path", "/paths/a");
    row(documentWith(QStringLiteral("paths"), json(R"({"/a":5})")), "invalid-member", "/paths/~1a");
    row(documentWith(QStringLiteral("paths"), json(R"({"/a":{"get":5}})")), "invalid-member",
        "/paths/~1a/get");
    row(documentWith(QStringLiteral("paths"), json(R"({"/a":{"fetch":{}}})")), "unknown-member",
        "/paths/~1a/fetch");
    operation(R"({"responses":{"200":{"description":"ok"}}})", "", "");
    operation(R"({"responses":{"2":{"description":"ok"}}})", "invalid-status",
              "/paths/~1a/get/responses/2");
    operation(R"({"responses":{"200":{}}})", "missing-member", "/paths/~1a/get/responses/200");
    operation(R"({"parameters":[{"name":"a","in":"query"}]})", "missing-member",
              "/paths/~1a/get/parameters/0");
    operation(R"({"parameters":[{"name":"a","in":"body","schema":{}}]})", "invalid-member",
              "/paths/~1a/get/parameters/0/in");
    operation(R"({"parameters":[{"name":"a","in":"path","schema":{}}]})", "path-parameter-required",
              "/paths/~1a/get/parameters/0");
    operation(R"({"parameters":[{"name":"a","in":"query","style":"simple","schema":{}}]})",
              "invalid-member", "/paths/~1a/get/parameters/0/style");
    operation(R"({"parameters":[{"name":"a","in":"query","schema":{},"content":{"a/b":{}}}]})",
              "exclusive-members", "/paths/~1a/get/parameters/0");
    components(R"({"parameters":{"p":{"name":"a","in":"query","schema":{}},
                                 "q":{"$ref":"#/components/parameters/p","name":"x"}}})",
               "ignored-member", "/components/parameters/q/name");
    operation(R"({"parameters":[{"$ref":"#/components/parameters/p"}]})", "dangling-reference",
              "/paths/~1a/get/parameters/0/$ref");
    operation(R"({"parameters":[{"$ref":"other.yaml#/a"}]})", "external-reference",
              "/paths/~1a/get/parameters/0/$ref");
    operation(R"({"requestBody":{}})", "missing-member", "/paths/~1a/get/requestBody");
    operation(R"({"tags":"a"})", "invalid-member", "/paths/~1a/get/tags");
    operation(R"({"security":{}})", "invalid-member", "/paths/~1a/get/security");
    operation(R"({"deprecated":"no"})", "invalid-member", "/paths/~1a/get/deprecated");
    components(R"({"schemas":{"a b":{}}})", "component-name", "/components/schemas/a b");
    components(R"({"schemas":{"a":null}})", "invalid-schema", "/components/schemas/a");
    components(R"({"schemas":{"a":{"type":"text"}}})", "invalid-schema",
               "/components/schemas/a/type");
    components(R"({"schemas":{"a":{"properties":{"b/c":{"minLength":-1}}}}})", "invalid-schema",
               "/components/schemas/a/properties/b~1c/minLength");
    components(R"({"schemas":{"a":{"allOf":[{"required":true}]}}})", "invalid-schema",
               "/components/schemas/a/allOf/0/required");
    components(R"({"schemas":{"a":{"$ref":"#/components/schemas/b"}}})", "dangling-reference",
               "/components/schemas/a/$ref");
    components(R"({"schemas":{"a":{"$ref":"#/components/schemas/a"}}})", "circular-reference",
               "/components/schemas/a/$ref");
    components(R"({"schemas":{"a":{"anyOf":[{"not":{"$ref":"#/components/schemas/a"}}]}}})",
               "circular-reference", "/components/schemas/a/anyOf/0/not/$ref");
    components(R"({"schemas":{"a":{"properties":{"a":{"$ref":"#/components/schemas/a"}}}}})", "",
               "");
    components(R"({"schemas":{"a":{"$ref":"#/components/responses/r"}},
                   "responses":{"r":{"description":""}}})",
               "dangling-reference", "/components/schemas/a/$ref");
    components(R"({"schemas":{"a":{"$ref":"#/components/schemas/b/properties/x~1%20y"},
                   "b":{"properties":{"x/ y":{}}}}})",
               "", "");
    components(R"({"schemas":{"a":{"$ref":"#here"},"b":{"$anchor":"here"}}})", "", "");
    components(R"({"schemas":{"a":{"$ref":"#nowhere"}}})", "dangling-reference",
               "/components/schemas/a/$ref");
    components(R"({"schemas":{"a":{"$ref":"#/x-shared/b"}}})", "dangling-reference",
               "/components/schemas/a/$ref");
    components(R"({"callbacks":{"c":{"$ref":"#/components/callbacks/c"}}})", "circular-reference",
               "/components/callbacks/c/$ref");
    components(R"({"links":{"l":{"operationId":"x","body":{}}}})", "unknown-member",
               "/components/links/l/body");
    components(R"({"securitySchemes":{"s":{"type":"apiKey","in":"path","name":"n"}}})",
               "invalid-member", "/components/securitySchemes/s/in");
    components(R"({"securitySchemes":{"s":{"type":"oauth2","flows":{"password":{"scopes":{}}}}}})",
               "missing-member", "/components/securitySchemes/s/flows/password");
    components(R"({"examples":{"e":{"value":1,"externalValue":"u"}}})", "exclusive-members",
               "/components/examples/e");
    components(R"({"x-anything":{},"schemas":{"a":{"x-b":1,"anything":2}}})", "", "");
}

void TestOpenApiReader::findings()
{
    QFETCH(Json, document);
    QFETCH(QString, rule);
    QFETCH(QString, pointer);
    const LoadedApi loaded = readOpenApi(document);
    QVERIFY(loaded.ok);
    if (rule.isEmpty()) {
        QVERIFY2(loaded.diagnostics.isEmpty(),
                 qUtf8Printable(toLine(loaded.diagnostics.value(0), QString())));
        return;
    }
    QCOMPARE(loaded.diagnostics.size(), 1);
    QCOMPARE(loaded.diagnostics.first().rule, rule);
    QCOMPARE(loaded.diagnostics.first().pointer, pointer);
    // The node is the innermost one on the way of the pointer.
    const NodeIndex index(loaded.api);
    QCOMPARE(loaded.diagnostics.first().node, index.nodeAt(pointer));
}

void TestOpenApiReader::readsTypedMembers()
{
    const LoadedApi loaded = readOpenApi(operationDocument(R"({
        "operationId":"read","tags":["a","b"],"deprecated":true,"security":[{"key":[]},{}],
        "parameters":[{"name":"q","in":"query","explode":false,"schema":{"type":"integer"}},
                      {"$ref":"#/components/parameters/p"}],
        "requestBody":{"content":{"application/json":{"schema":true,"example":null}}},
        "responses":{"200":{"description":"ok","headers":{"X":{"schema":{"type":"string"}}}},
                     "x-more":1},
        "callbacks":{"c":{"{$url}":{"post":{}}}}})"));
    QCOMPARE(loaded.api.paths.size(), 1);
    const Operation *get = loaded.api.paths.first().value.operation(u"get");
    QVERIFY(get);
    QCOMPARE(get->operationId, QStringLiteral("read"));
    QCOMPARE(get->tags, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QVERIFY(get->deprecated);
    QVERIFY(get->security);
    QCOMPARE(get->security->size(), 2);
    QCOMPARE(get->security->first().schemes.first().name, QStringLiteral("key"));
    QCOMPARE(get->parameters.size(), 2);
    QCOMPARE(get->parameters.first().explode, std::optional<bool>(false));
    QCOMPARE(get->parameters.first().schema.types(), QStringList{QStringLiteral("integer")});
    QCOMPARE(get->parameters.last().ref.text, QStringLiteral("#/components/parameters/p"));
    const MediaType *body = get->requestBody->content.find(u"application/json");
    QVERIFY(body && body->schema.booleanValue() == std::optional<bool>(true));
    QVERIFY(body->example.isNull());
    QCOMPARE(get->responses.size(), 2);
    QVERIFY(get->responses.find(u"200")->headers.contains(u"X"));
    QVERIFY(get->responses.last().isRaw());
    const Callback *callback = get->callbacks.find(u"c");
    QVERIFY(callback && callback->expressions.first().value.operation(u"post"));
}

void TestOpenApiReader::newMembersGoWhereTheyBelong()
{
    LoadedApi loaded = readOpenApi(operationDocument(R"({"x-a":1,"tags":["t"],"responses":{}})"));
    Operation &get = loaded.api.paths.first().value.operations.first();
    get.operationId = QStringLiteral("read");
    get.summary = QStringLiteral("Read");
    get.requestBody = RequestBody();
    get.security = QList<SecurityRequirement>();
    const Json written = *resolvePointer(writeOpenApi(loaded.api), u"/paths/~1a/get");
    QCOMPARE(written.object().keys().join(u' '),
             QStringLiteral("x-a tags summary operationId security requestBody responses"));

    Api fresh;
    fresh.openapi = QStringLiteral("3.1.0");
    fresh.info.title = QStringLiteral("t");
    fresh.components.schemas.insert(QStringLiteral("S"), Schema::empty(fresh.newId()));
    QCOMPARE(writeOpenApi(fresh).object().keys().join(u' '),
             QStringLiteral("openapi info components"));

    // What is written only because it was there counts as a neighbour too.
    LoadedApi begun = readOpenApi(json(R"({"openapi":"3.1.0","info":{"title":"t","version":"1"},
                                           "paths":{}})"));
    begun.api.components.schemas.insert(QStringLiteral("S"), Schema::empty(begun.api.newId()));
    QCOMPARE(writeOpenApi(begun.api).object().keys().join(u' '),
             QStringLiteral("openapi info paths components"));
}

void TestOpenApiReader::editedMembersReplaceMalformedOnes()
{
    LoadedApi loaded = readOpenApi(operationDocument(R"({"summary":5,"deprecated":"x","tags":1})"));
    Operation &get = loaded.api.paths.first().value.operations.first();
    get.summary = QStringLiteral("Read");
    get.deprecated = true;
    get.tags = {QStringLiteral("t")};
    QVERIFY(writeNode(loaded.api, get.id) ==
            json(R"({"summary":"Read","deprecated":true,"tags":["t"]})"));
    get.summary.clear();
    QVERIFY(writeNode(loaded.api, get.id) ==
            json(R"({"summary":5,"deprecated":true,"tags":["t"]})"));
}

void TestOpenApiReader::emptiedMembersDisappear()
{
    LoadedApi loaded = readOpenApi(operationDocument(
        R"({"summary":"s","tags":["a"],"deprecated":true,"parameters":[{"name":"a",
            "in":"query","schema":{}}],"responses":{}})"));
    Operation &get = loaded.api.paths.first().value.operations.first();
    get.summary.clear();
    get.tags.clear();
    get.deprecated = false;
    get.parameters.clear();
    QVERIFY(writeNode(loaded.api, get.id) == json(R"({"responses":{}})"));
}

void TestOpenApiReader::operationsKeepTheirPlaces()
{
    LoadedApi loaded = readOpenApi(documentWith(
        QStringLiteral("paths"),
        json(R"({"/a":{"x-1":1,"post":{"summary":"p"},"x-2":2,"get":{"summary":"g"},"x-3":3}})")));
    PathItem &item = loaded.api.paths.first().value;
    const auto keys = [&] { return writeNode(loaded.api, item.id).object().keys().join(u' '); };
    item.operations[1].method = QStringLiteral("put");
    QCOMPARE(keys(), QStringLiteral("x-1 post x-2 put x-3"));
    Operation added;
    added.method = QStringLiteral("delete");
    item.operations.append(added);
    QCOMPARE(keys(), QStringLiteral("x-1 post x-2 put delete x-3"));
    item.operations.move(0, 2);
    QCOMPARE(keys(), QStringLiteral("x-1 put x-2 delete post x-3"));
    item.operations.removeFirst();
    QCOMPARE(keys(), QStringLiteral("x-1 delete x-2 post x-3"));
    item.operations.clear();
    QCOMPARE(keys(), QStringLiteral("x-1 x-2 x-3"));
}

void TestOpenApiReader::readsMethodsOf32()
{
    const QString paths = QStringLiteral("paths");
    const auto read = [&](const char *item, const char *version) {
        JsonObject document =
            documentWith(paths, JsonObject{{QStringLiteral("/a"), json(item)}}).object();
        document.insert(QStringLiteral("openapi"), QString::fromLatin1(version));
        return readOpenApi(document);
    };
    const auto rules = [](const LoadedApi &loaded) {
        QStringList found;
        for (const Diagnostic &diagnostic : loaded.diagnostics)
            found.append(diagnostic.rule + u' ' + diagnostic.pointer);
        return found.join(u'\n');
    };
    const char *item =
        R"({"query":{"summary":"q"},"additionalOperations":{"COPY":{"tags":["c"]}}})";
    LoadedApi loaded = read(item, "3.2.0");
    QCOMPARE(rules(loaded), QStringLiteral("openapi-version /openapi"));
    PathItem &path = loaded.api.paths.first().value;
    QCOMPARE(path.operations.size(), 2);
    QCOMPARE(path.operation(u"query")->summary, QStringLiteral("q"));
    QCOMPARE(path.operation(u"COPY")->tags, QStringList{QStringLiteral("c")});
    path.operations[1].tags.clear();
    QVERIFY(writeNode(loaded.api, path.id) ==
            json(R"({"query":{"summary":"q"},"additionalOperations":{"COPY":{}}})"));
    path.operations.removeLast();
    QVERIFY(writeNode(loaded.api, path.id) == json(R"({"query":{"summary":"q"}})"));

    QCOMPARE(rules(read(item, "3.1.0")),
             QStringLiteral("unknown-member /paths/~1a/query\n"
                            "unknown-member /paths/~1a/additionalOperations"));
    QCOMPARE(rules(read(R"({"additionalOperations":{"GET":{}}})", "3.2.0")),
             QStringLiteral("openapi-version /openapi\n"
                            "invalid-member /paths/~1a/additionalOperations"));
}

void TestOpenApiReader::bindsReferences()
{
    LoadedApi loaded =
        readOpenApi(documentWith(QStringLiteral("components"),
                                 json(R"({"schemas":{"a":{"items":{"$ref":"#/components/schemas/b"},
                                 "not":{"$ref":"#/components/schemas/b/properties/x"}},
                            "b":{"properties":{"x":{"type":"string"}}},
                            "c/d":{"$ref":"#/components/schemas/c~1d%65"}},
                 "parameters":{"p":{"$ref":"#/components/parameters/q"},
                               "q":{"$ref":"#/components/parameters/r"},
                               "r":{"name":"n","in":"query","schema":{}}}})")));
    Api &api = loaded.api;
    const Schema a = *api.components.schemas.find(u"a");
    const NodeId b = api.components.schemas.find(u"b")->id();
    QCOMPARE(a.schema(Keyword::Items).reference().component, b);
    QCOMPARE(a.schema(Keyword::Not).reference().component, b);
    QCOMPARE(resolve(api, a.schema(Keyword::Items))->id(), b);
    QCOMPARE(resolve(api, a.schema(Keyword::Not))->text(Keyword::Type), QStringLiteral("string"));
    QCOMPARE(resolve(api, a)->id(), a.id());
    QVERIFY(!resolve(api, *api.components.schemas.find(u"c/d")));
    QCOMPARE(resolve(api, *api.components.parameters.find(u"p"))->name, QStringLiteral("n"));

    // The name of the component changes; what refers to it follows when it is written.
    api.components.schemas[1].name = QStringLiteral("d/e f");
    const Json written = writeOpenApi(api);
    QCOMPARE(resolvePointer(written, u"/components/schemas/a/items/$ref")->string(),
             QStringLiteral("#/components/schemas/d~1e%20f"));
    QCOMPARE(resolvePointer(written, u"/components/schemas/a/not/$ref")->string(),
             QStringLiteral("#/components/schemas/d~1e%20f/properties/x"));
    const LoadedApi again = readOpenApi(written);
    QVERIFY(resolve(again.api, again.api.components.schemas.first().value.schema(Keyword::Not)));
}

void TestOpenApiReader::textHasPositions()
{
    const LoadedApi loaded = readOpenApi(QByteArrayLiteral("openapi: 3.1.0\n"
                                                           "info:\n"
                                                           "  title: t\n"
                                                           "  version: '1'\n"
                                                           "paths:\n"
                                                           "  /a:\n"
                                                           "    get:\n"
                                                           "      deprecated: maybe\n"
                                                           "tags: {}\n"));
    QVERIFY(loaded.ok);
    QCOMPARE(loaded.diagnostics.size(), 2);
    QCOMPARE(
        toLine(loaded.diagnostics.at(0), QStringLiteral("a.yaml")),
        QStringLiteral("a.yaml:8:7: error: “deprecated” must be true or false. (invalid-member)"));
    QCOMPARE(loaded.diagnostics.at(1).position.line, 9);

    const LoadedApi twice = readOpenApi(QByteArrayLiteral(
        "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"a\",\"title\":\"t\",\"version\":\"1\"},\n"
        "\"paths\":{}}"));
    QVERIFY(twice.ok);
    QVERIFY(hasErrors(twice.diagnostics));
    QCOMPARE(twice.api.info.title, QStringLiteral("t"));
}

void TestOpenApiReader::copiesShare()
{
    const LoadedApi loaded = readOpenApi(documentWith(
        QStringLiteral("components"),
        json(R"({"schemas":{"a":{"properties":{"x":{"type":"string"},"y":{}}},"b":{"not":{}}}})")));
    Api copy = loaded.api;
    const Schema &a = *loaded.api.components.schemas.find(u"a");
    QVERIFY(editSchema(copy, a.members(Keyword::Properties).first().value.id(),
                       [](Schema &schema) { schema.set(Keyword::MinLength, 1); }));
    // The old value is as it was, and what was not on the way is the same data.
    QVERIFY(!a.members(Keyword::Properties).first().value.has(Keyword::MinLength));
    const auto entries = [](const Api &api, int component) {
        return &api.components.schemas.at(component).value.entries();
    };
    QVERIFY(entries(copy, 0) != entries(loaded.api, 0));
    QVERIFY(entries(copy, 1) == entries(loaded.api, 1));
    const NamedList<Schema> &now =
        copy.components.schemas.first().value.members(Keyword::Properties);
    QVERIFY(&now.at(1).value.entries() == &a.members(Keyword::Properties).at(1).value.entries());
    QVERIFY(!editSchema(copy, NodeId::None, [](Schema &) {}));
    QVERIFY(!editSchema(copy, static_cast<NodeId>(9999), [](Schema &) {}));
    QVERIFY(!editSchema(copy, copy.id, [](Schema &) {}));
}

QTEST_APPLESS_MAIN(TestOpenApiReader)
#include "test_openapi_reader.moc"
