#include "designer/model/locate.h"
#include "designer/model/references.h"
#include "designer/model/schema_json.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/schema/samples/sampler.h"
#include "designer/schema/schema_compiler.h"
#include "designer/schema/validator.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

using namespace Design;

namespace
{

Json json(const QByteArray &text)
{
    return readJson(text).value;
}

Api design(const QByteArray &schemas, const QByteArray &version = "3.1.0")
{
    const LoadedApi loaded = readOpenApi(R"({"openapi": ")" + version +
                                         R"(", "info": {"title": "t", "version": "1"}, "paths": {},
                        "components": {"schemas": )" +
                                         schemas + "}}");
    return loaded.api;
}

const Schema &component(const Api &api, const char *name)
{
    return *api.components.schemas.find(QString::fromLatin1(name));
}

QStringList rules(const SchemaCompiler &compiler)
{
    QStringList names;
    for (const Diagnostic &diagnostic : compiler.diagnostics())
        names.append(diagnostic.rule);
    return names;
}

} // namespace

/// Compiling the schemas of designs: references, dialects, what is reported.
class TestSchemaCompiler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void references_data();
    void references();
    void renamedComponent();
    void schemaWithoutId();
    void subtypes_data();
    void subtypes();
    void formats();
    void insideTheDesign();
    void identifiersInTheDesign();
    void otherDocuments();
    void nothingIsFetched();
    void remoteErrors();
    void diagnostics_data();
    void diagnostics();
    void reportedOnce();
    void dialectOfTheDesign();
    void unknownDialect();
    void whileOthersValidate();
};

void TestSchemaCompiler::references_data()
{
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<bool>("takesPositive");
    QTest::addColumn<bool>("takesNegative");
    QTest::newRow("component") << QByteArray("#/components/schemas/Positive") << true << false;
    QTest::newRow("inside") << QByteArray("#/components/schemas/Box/properties/size") << true
                            << false;
    QTest::newRow("encoded") << QByteArray("#/components/schemas/Odd~1na%20me") << true << false;
    QTest::newRow("below unknown")
        << QByteArray("#/components/schemas/Box/x-parts/0") << true << false;
    QTest::newRow("dangling") << QByteArray("#/components/schemas/None") << true << true;
    QTest::newRow("no component") << QByteArray("#/components/responses/None") << true << true;
}

void TestSchemaCompiler::references()
{
    QFETCH(const QByteArray, reference);
    QFETCH(const bool, takesPositive);
    QFETCH(const bool, takesNegative);
    const Api api = design(R"({"Positive": {"minimum": 0}, "Odd/na me": {"minimum": 0},
        "Box": {"properties": {"size": {"minimum": 0}}, "x-parts": [{"minimum": 0}]},
        "User": {"$ref": ")" +
                           reference + R"("}})");
    SchemaCompiler compiler(api);
    const CompiledSchema compiled = compiler.compile(component(api, "User"));
    QCOMPARE(isValid(compiled, 1), takesPositive);
    QCOMPARE(isValid(compiled, -1), takesNegative);
    QCOMPARE(rules(compiler).contains(QStringLiteral("dangling-reference")), takesNegative);
}

/// A bound reference leads to the component, however it is called now.
void TestSchemaCompiler::renamedComponent()
{
    Api api = design(
        R"({"Positive": {"minimum": 0}, "User": {"$ref": "#/components/schemas/Positive"}})");
    api.components.schemas[0].name = QStringLiteral("NotNegative");
    SchemaCompiler compiler(api);
    QVERIFY(!isValid(compiler.compile(component(api, "User")), -1));
    QVERIFY(compiler.diagnostics().isEmpty());
}

/// What the engine puts together of parts of the design, such as a form.
void TestSchemaCompiler::schemaWithoutId()
{
    const Api api = design(R"({"Positive": {"minimum": 0}})");
    SchemaCompiler compiler(api);
    Schema form = Schema::empty(NodeId::None);
    NamedList<Schema> fields;
    fields.insert(QStringLiteral("size"), component(api, "Positive"));
    form.setMembers(Keyword::Properties, fields);
    QVERIFY(!isValid(compiler.compile(form), json(R"({"size": -1})")));
    fields.insert(QStringLiteral("size"), Schema::boolean(NodeId::None, true));
    form.setMembers(Keyword::Properties, fields);
    QVERIFY(isValid(compiler.compile(form), json(R"({"size": -1})")));
}

void TestSchemaCompiler::subtypes_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *model, const char *value, bool expected) {
        QTest::addRow("%s %s", model, value) << QByteArray(model) << QByteArray(value) << expected;
    };
    row("Pet", R"({"kind": "Dog", "packSize": 1})", true);
    row("Pet", R"({"kind": "Dog", "packSize": "x"})", false);
    row("Pet", R"({"kind": "Dog"})", false);
    row("Pet", R"({"kind": "chat", "lives": 9})", true); // by mapping
    row("Pet", R"({"kind": "chat"})", false);
    row("Pet", R"({"kind": "cub"})", false); // extends what extends it, and says so itself
    row("Pet", R"({"kind": "cub", "packSize": 1, "age": 0})", true);
    row("Pet", R"({"kind": "Snake"})", true); // no model of that name
    row("Pet", R"({"kind": "Stone"})", true); // none that extends it
    row("Pet", R"({})", false);
    row("Dog", R"({"kind": "chat", "packSize": 1})", true); // a Dog is asked for
    row("Pack", R"([{"kind": "Dog", "packSize": 1, "friend": {"kind": "chat"}}])", false);
    row("Pack", R"([{"kind": "Dog", "packSize": 1, "friend": {"kind": "chat", "lives": 1}}])",
        true);
}

/// The discriminator of a base model says which model that extends it a value is.
void TestSchemaCompiler::subtypes()
{
    QFETCH(const QByteArray, model);
    QFETCH(const QByteArray, value);
    QFETCH(const bool, expected);
    const Api api = design(R"({
        "Pet": {"type": "object", "required": ["kind"],
                "properties": {"kind": {"type": "string"},
                               "friend": {"$ref": "#/components/schemas/Pet"}},
                "discriminator": {"propertyName": "kind",
                                  "mapping": {"chat": "#/components/schemas/Cat"}}},
        "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"},
                          {"required": ["lives"], "properties": {"lives": {"type": "integer"}}}]},
        "Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}], "required": ["packSize"],
                "properties": {"packSize": {"type": "integer"}}},
        "Puppy": {"allOf": [{"$ref": "#/components/schemas/Dog"},
                            {"required": ["age"], "properties": {"kind": {"const": "cub"}}}]},
        "Stone": {"required": ["weight"]},
        "Pack": {"items": {"$ref": "#/components/schemas/Pet"}}})");
    SchemaCompiler compiler(api);
    const CompiledSchema compiled = compiler.compile(component(api, model.constData()));
    QCOMPARE(isValid(compiled, json(value)), expected);
    const Sample made = sample(compiled, SampleOptions());
    QVERIFY(made.isFound());
    QVERIFY(isValid(compiled, made.value));
    QVERIFY(compiler.diagnostics().isEmpty());
}

/// Formats are rules wherever a design is concerned, unless asked otherwise.
void TestSchemaCompiler::formats()
{
    const Api api = design(R"({"Day": {"type": "string", "format": "date"}})");
    const Schema day = component(api, "Day");
    QVERIFY(!isValid(SchemaCompiler(api).compile(day), QStringLiteral("today")));
    QVERIFY(isValid(SchemaCompiler(api, {}).compile(day), QStringLiteral("today")));
}

void TestSchemaCompiler::insideTheDesign()
{
    const LoadedApi loaded =
        readOpenApi(QByteArray(R"({"openapi": "3.1.0", "info": {"title": "t", "version": "1"},
        "paths": {"/a": {"get": {"responses": {"200": {"description": "", "content": {"application/json":
            {"schema": {"type": "integer"}}}}}}}},
        "components": {"schemas": {"User":
            {"$ref": "#/paths/~1a/get/responses/200/content/application~1json/schema"}}}})"));
    SchemaCompiler compiler(loaded.api);
    const CompiledSchema compiled = compiler.compile(component(loaded.api, "User"));
    QVERIFY(compiler.diagnostics().isEmpty());
    QVERIFY(!isValid(compiled, QStringLiteral("x")));
}

void TestSchemaCompiler::identifiersInTheDesign()
{
    const Api api = design(R"({
        "Tree": {"$id": "https://example.com/tree", "$dynamicAnchor": "node",
                 "properties": {"child": {"$dynamicRef": "#node"}}},
        "Strict": {"$id": "https://example.com/strict", "$dynamicAnchor": "node", "$ref": "tree",
                   "unevaluatedProperties": false},
        "Named": {"$anchor": "named", "type": "string"},
        "ByAnchor": {"$ref": "#named"},
        "Inner": {"$id": "https://example.com/inner", "$ref": "#/components/schemas/Named"}})");
    SchemaCompiler compiler(api);
    const Json typo = json(R"({"child": {"chidl": {}}})");
    QVERIFY(isValid(compiler.compile(component(api, "Tree")), typo));
    QVERIFY(!isValid(compiler.compile(component(api, "Strict")), typo));
    QVERIFY(isValid(compiler.compile(component(api, "ByAnchor")), QStringLiteral("x")));
    QVERIFY(!isValid(compiler.compile(component(api, "ByAnchor")), 1));
    // Strictly the pointer counts from the `$id`; but there it leads nowhere.
    QVERIFY(!isValid(compiler.compile(component(api, "Inner")), 1));
    QVERIFY(compiler.diagnostics().isEmpty());
}

void TestSchemaCompiler::otherDocuments()
{
    const Json other = json(R"({"openapi": "3.0.3", "components": {"schemas": {"Name":
        {"type": "string", "nullable": true, "minLength": 1}}}})");
    CompileSchemaOptions options;
    options.baseUri = QStringLiteral("file:///designs/api.yaml");
    options.resolver = [&other](const QString &uri) {
        return uri == QLatin1String("file:///designs/parts/names.yaml") ? &other : nullptr;
    };
    const Api api = design(R"({"Name": {"$ref": "parts/names.yaml#/components/schemas/Name"}})");
    SchemaCompiler compiler(api, options);
    const CompiledSchema compiled = compiler.compile(component(api, "Name"));
    QVERIFY(compiler.diagnostics().isEmpty());
    QVERIFY(isValid(compiled, Json(nullptr))); // each document is read as what it is
    QVERIFY(!isValid(compiled, QString()));
}

void TestSchemaCompiler::nothingIsFetched()
{
    const Api api =
        design(R"({"A": {"$ref": "file:///etc/passwd"}, "B": {"$ref": "https://example.com/x"}})");
    SchemaCompiler compiler(api);
    compiler.compile(component(api, "A"));
    compiler.compile(component(api, "B"));
    QCOMPARE(rules(compiler), QStringList(2, QStringLiteral("dangling-reference")));
}

/// Ids of other documents mean nothing to the design: the error names the place that refers there.
void TestSchemaCompiler::remoteErrors()
{
    const Json other = json(R"({"type": "string"})");
    CompileSchemaOptions options;
    options.resolver = [&other](const QString &) { return &other; };
    const Api api = design(R"({"A": {"properties": {"a": {"$ref": "other.json"}}}})");
    SchemaCompiler compiler(api, options);
    const Validation validation =
        validate(compiler.compile(component(api, "A")), json(R"({"a": 1})"));
    QCOMPARE(validation.errors.size(), 1);
    QCOMPARE(validation.errors.first().schema, component(api, "A").id());
    QCOMPARE(validation.errors.first().instance, QStringLiteral("/a"));
}

void TestSchemaCompiler::diagnostics_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *schema, const char *rule) {
        QTest::newRow(schema) << QByteArray(schema) << QString::fromLatin1(rule);
    };
    row(R"({"pattern": "("})", "invalid-pattern");
    row(R"({"pattern": "(?i)a"})", "foreign-pattern");
    row(R"({"patternProperties": {"[": {}}})", "invalid-pattern");
    row(R"({"multipleOf": 0})", "invalid-multiple");
    row(R"({"type": "text"})", "unknown-type");
    row(R"({"$ref": "#/nowhere"})", "dangling-reference");
    row(R"({"minLength": 1, "$ref": "#/nowhere"})", "dangling-reference");
    row(R"({"$dynamicRef": "#nowhere"})", "dangling-reference");
}

void TestSchemaCompiler::diagnostics()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QString, rule);
    SchemaCompiler compiler;
    const Schema source = readSchema(json(schema), nodeIdsFrom(7));
    const CompiledSchema compiled = compiler.compile(source);
    QCOMPARE(rules(compiler), QStringList{rule});
    QCOMPARE(compiler.diagnostics().first().node, NodeId(7));
    QVERIFY(isValid(compiled, QStringLiteral("a"))); // the broken ones check nothing
}

void TestSchemaCompiler::reportedOnce()
{
    const Api api =
        design(R"({"A": {"pattern": "("}, "B": {"items": {"$ref": "#/components/schemas/A"}}})");
    SchemaCompiler compiler(api);
    for (const Named<Schema> &each : api.components.schemas)
        compiler.compile(each.value);
    compiler.compile(component(api, "A"));
    QCOMPARE(compiler.diagnostics().size(), 1);
}

void TestSchemaCompiler::dialectOfTheDesign()
{
    const QByteArray schemas = R"({"A": {"type": "string", "nullable": true, "const": "a"}})";
    const Api old = design(schemas, "3.0.3");
    SchemaCompiler oldCompiler(old);
    const CompiledSchema oldOne = oldCompiler.compile(component(old, "A"));
    QVERIFY(isValid(oldOne, Json(nullptr)));
    QVERIFY(isValid(oldOne, QStringLiteral("b"))); // 3.0 has no `const`
    const Api current = design(schemas);
    SchemaCompiler compiler(current);
    const CompiledSchema newOne = compiler.compile(component(current, "A"));
    QVERIFY(!isValid(newOne, Json(nullptr)));
    QVERIFY(!isValid(newOne, QStringLiteral("b")));

    Api draft7 = current;
    draft7.jsonSchemaDialect = QStringLiteral("http://json-schema.org/draft-07/schema#");
    SchemaCompiler draft7Compiler(draft7);
    const Schema dependent =
        readSchema(json(R"({"dependentRequired": {"a": ["b"]}})"), [] { return NodeId::None; });
    QVERIFY(isValid(draft7Compiler.compile(dependent), json(R"({"a": 1})")));
}

void TestSchemaCompiler::unknownDialect()
{
    SchemaCompiler compiler;
    const CompiledSchema compiled = compiler.compile(readSchema(
        json(R"({"$schema": "https://example.com/mine", "type": "string"})"), nodeIdsFrom()));
    QCOMPARE(rules(compiler), QStringList{QStringLiteral("unknown-dialect")});
    QVERIFY(!isValid(compiled, 1));
}

/// What compile() has returned may be used while the compiler goes on.
void TestSchemaCompiler::whileOthersValidate()
{
    QByteArray schemas = R"({"Shared": {"properties": {"a": {"type": "integer", "minimum": 0}}})";
    constexpr int count = 300;
    for (int i = 0; i < count; ++i) {
        schemas += R"(, "S)" + QByteArray::number(i) +
                   R"(": {"allOf": [{"$ref": "#/components/schemas/Shared"}], "minProperties": 1})";
    }
    const Api api = design(schemas + "}");
    SchemaCompiler compiler(api);
    const CompiledSchema first = compiler.compile(component(api, "S0"));
    const Json good = json(R"({"a": 1})");
    const Json bad = json(R"({"a": -1})");
    std::atomic<bool> isDone = false;
    std::atomic<int> mistakes = 0;
    const std::unique_ptr<QThread> reader(QThread::create([&] {
        while (!isDone)
            mistakes += isValid(first, good) && !isValid(first, bad) ? 0 : 1;
    }));
    reader->start();
    for (int i = 1; i < count; ++i)
        compiler.compile(component(api, qPrintable(QStringLiteral("S%1").arg(i))));
    isDone = true;
    reader->wait();
    QCOMPARE(mistakes.load(), 0);
}

QTEST_GUILESS_MAIN(TestSchemaCompiler)
#include "test_schema_compiler.moc"
