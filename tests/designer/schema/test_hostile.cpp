#include "designer/model/locate.h"
#include "designer/model/schema_json.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/schema/samples/sampler.h"
#include "designer/schema/schema_compiler.h"
#include "designer/text/json_writer.h"
#include "tests/support/work_timer.h"

#include <QDir>
#include <QTest>

using namespace Design;

namespace
{

// What may take 100 ms may take this long in a build without optimization.
constexpr qint64 patience = 3000;        // ms
constexpr qsizetype largest = 1'000'000; // bytes

Schema schemaFrom(const QByteArray &json)
{
    return readSchema(readJson(json).value, nodeIdsFrom());
}

bool hasRule(const Diagnostics &diagnostics, const char *rule)
{
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [&](const Diagnostic &each) { return each.rule == QLatin1String(rule); });
}

/// `[[[...]]]`
Json nested(int depth)
{
    Json value = JsonArray();
    for (int i = 1; i < depth; ++i)
        value = JsonArray{value};
    return value;
}

} // namespace

/// Schemas and values that are made to cost time, memory or stack.
class TestHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documents_data();
    void documents();
    void loops_data();
    void loops();
    void exponential();
    void deepValue();
    void deepSchema();
    void hugeArray();
    void bombs_data();
    void bombs();
};

void TestHostile::documents_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(MENURA_TEST_DATA "/hostile"));
    if (!folder.exists())
        QSKIP("the hostile documents are not there");
    for (const QString &name : folder.entryList(QDir::Files))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestHostile::documents()
{
    QFETCH(const QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const LoadedApi loaded = readOpenApi(file.readAll());
    WorkTimer timer;
    SchemaCompiler compiler(loaded.api);
    QList<CompiledSchema> schemas;
    forEachSchema(loaded.api,
                  [&](const Schema &schema) { schemas.append(compiler.compile(schema)); });
    QVERIFY(timer.elapsed() < patience);
    const QList<Json> values{nested(300), QString(3000, u'a') + u'!', 1, JsonObject()};
    for (const CompiledSchema &schema : std::as_const(schemas)) {
        timer.start();
        for (const Json &value : values)
            check(schema, value);
        const Sample made = sample(schema);
        QVERIFY2(timer.elapsed() < patience, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(made.isFound(), !made.value.isUndefined());
        QCOMPARE(made.isFound(), made.reason.isEmpty());
        if (made.isFound()) {
            QVERIFY(writeJson(made.value).size() < largest);
            QVERIFY(isValid(schema, made.value));
        }
    }
}

void TestHostile::loops_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<bool>("isReported");
    QTest::addColumn<Validation::Outcome>("outcome"); // of the value 1
    const auto row = [](const char *schema, bool isReported, Validation::Outcome outcome) {
        QTest::newRow(schema) << QByteArray(schema) << isReported << outcome;
    };
    row(R"({"$ref": "#"})", true, Validation::Valid);
    row(R"({"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}},
            "$ref": "#/$defs/a"})",
        true, Validation::Valid);
    row(R"({"allOf": [{"$ref": "#"}, {"type": "string"}]})", true, Validation::Invalid);
    row(R"({"allOf": [{"$ref": "#"}], "minimum": 1})", true, Validation::Valid);
    // Circles that only evaluation can see end there.
    row(R"({"anyOf": [{"$ref": "#"}, {"type": "string"}]})", false, Validation::TooCostly);
    row(R"({"not": {"$ref": "#"}})", false, Validation::TooCostly);
    row(R"({"if": {"$ref": "#"}, "then": false})", false, Validation::TooCostly);
    row(R"({"$dynamicAnchor": "a", "oneOf": [{"$dynamicRef": "#a"}]})", false,
        Validation::TooCostly);
    // No circle at all, because the value gets smaller.
    row(R"({"items": {"$ref": "#"}})", false, Validation::Valid);
}

void TestHostile::loops()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const bool, isReported);
    QFETCH(const Validation::Outcome, outcome);
    SchemaCompiler compiler;
    const CompiledSchema compiled = compiler.compile(schemaFrom(schema));
    QCOMPARE(hasRule(compiler.diagnostics(), "reference-loop"), isReported);
    const Validation validation = validate(compiled, 1);
    QCOMPARE(validation.outcome, outcome);
    QCOMPARE(validation.errors.isEmpty(), outcome == Validation::Valid);
}

void TestHostile::exponential()
{
    JsonObject definitions;
    for (int i = 0; i < 40; ++i) {
        const Json next =
            JsonObject{{QStringLiteral("$ref"), QStringLiteral("#/$defs/s%1").arg(i + 1)}};
        definitions.insert(QStringLiteral("s%1").arg(i),
                           JsonObject{{QStringLiteral("oneOf"), JsonArray{next, next}}});
    }
    definitions.insert(QStringLiteral("s40"), JsonObject());
    const JsonObject root{{QStringLiteral("$defs"), definitions},
                          {QStringLiteral("$ref"), QStringLiteral("#/$defs/s0")}};
    SchemaCompiler compiler;
    const CompiledSchema compiled = compiler.compile(readSchema(root, nodeIdsFrom()));
    WorkTimer timer;
    const Validation validation = validate(compiled, 1);
    QCOMPARE(validation.outcome, Validation::TooCostly);
    QCOMPARE(validation.errors.size(), 1);
    QVERIFY(validation.errors.first().message.contains(QLatin1String("steps")));
    QVERIFY(timer.elapsed() < patience);
    timer.start();
    sample(compiled);
    QVERIFY(timer.elapsed() < patience);
}

void TestHostile::deepValue()
{
    SchemaCompiler compiler;
    const CompiledSchema compiled =
        compiler.compile(schemaFrom(R"({"$defs": {"list": {"anyOf": [{"type": "array", "items":
            {"$ref": "#/$defs/list"}}, {"type": "null"}]}}, "$ref": "#/$defs/list"})"));
    QCOMPARE(check(compiled, nested(500)), Validation::Valid);
    const Validation deep = validate(compiled, nested(5000));
    QCOMPARE(deep.outcome, Validation::TooCostly);
    QVERIFY(deep.errors.first().message.contains(QLatin1String("inside one another")));
}

void TestHostile::deepSchema()
{
    Json schema = JsonObject{{QStringLiteral("type"), QStringLiteral("integer")}};
    for (int i = 0; i < 400; ++i) {
        schema = JsonObject{{QStringLiteral("not"), schema}};
        schema = JsonObject{{QStringLiteral("allOf"), JsonArray{schema}}};
    }
    SchemaCompiler compiler;
    const CompiledSchema compiled = compiler.compile(readSchema(schema, nodeIdsFrom()));
    QCOMPARE(check(compiled, 1), Validation::Valid);
    QCOMPARE(check(compiled, QStringLiteral("x")), Validation::Invalid);
    QVERIFY(!validate(compiled, QStringLiteral("x")).errors.isEmpty());
}

void TestHostile::hugeArray()
{
    JsonArray items;
    for (int i = 0; i < 200'000; ++i)
        items.append(QStringLiteral("item %1").arg(i));
    SchemaCompiler compiler;
    const CompiledSchema unique = compiler.compile(schemaFrom(R"({"uniqueItems": true})"));
    QCOMPARE(check(unique, items), Validation::Valid);
    const CompiledSchema numbers = compiler.compile(schemaFrom(R"({"items": {"minimum": 5,
        "type": "number"}})"));
    const Validation validation = validate(numbers, items);
    QCOMPARE(validation.outcome, Validation::Invalid);
    QCOMPARE(validation.errors.size(), ValidateOptions().errors);
}

void TestHostile::bombs_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<Sample::Outcome>("outcome");
    const auto row = [](const char *schema, Sample::Outcome outcome) {
        QTest::newRow(schema) << QByteArray(schema) << outcome;
    };
    row(R"({"type": "string", "minLength": 2000000000})", Sample::TooLarge);
    row(R"({"type": "object", "minProperties": 1000000000})", Sample::TooLarge);
    row(R"({"type": "array", "minItems": 1000000000})", Sample::TooLarge);
    row(R"({"type": "array", "minItems": 1000, "items": {"type": "array", "minItems": 1000,
            "items": {"type": "array", "minItems": 1000, "items": {"type": "string"}}}})",
        Sample::TooLarge);
    row(R"({"type": "string", "pattern": "^a{1000000000}$"})", Sample::TooLarge);
    row(R"({"type": "string", "pattern": "^((a{1000}){1000}){1000}$"})", Sample::TooLarge);
    row(R"({"type": "array", "uniqueItems": true, "minItems": 1000000, "items": {"enum": [1, 2]}})",
        Sample::TooLarge);
    row(R"({"type": "array", "uniqueItems": true, "minItems": 100, "items": {"enum": [1, 2]}})",
        Sample::Unsatisfiable);
    row(R"({"$defs": {"t": {"type": "object", "required": ["n"], "properties": {"n":
            {"$ref": "#/$defs/t"}}}}, "$ref": "#/$defs/t"})",
        Sample::Unsatisfiable);
    row(R"({"type": "string", "minLength": 5, "maxLength": 4})", Sample::Unsatisfiable);
    row(R"({"type": "integer", "exclusiveMinimum": 1, "exclusiveMaximum": 2})",
        Sample::Unsatisfiable);
    row(R"({"allOf": [{"type": "string"}, {"type": "integer"}]})", Sample::Unsatisfiable);
    row(R"({"enum": []})", Sample::Unsatisfiable);
    row("false", Sample::Unsatisfiable);
    row(R"({"anyOf": [{"type": "string", "minLength": 2000000000}, {"type": "integer"}]})",
        Sample::Found);
    row(R"({"properties": {"a": {"type": "string", "minLength": 2000000000}}})", Sample::Found);
}

void TestHostile::bombs()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const Sample::Outcome, outcome);
    SchemaCompiler compiler;
    const CompiledSchema compiled = compiler.compile(schemaFrom(schema));
    WorkTimer timer;
    const Sample made = sample(compiled);
    QVERIFY2(timer.elapsed() < patience, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(made.outcome, outcome);
    QCOMPARE(made.reason.isEmpty(), made.isFound());
    QVERIFY(writeJson(made.value).size() < largest);
}

QTEST_GUILESS_MAIN(TestHostile)
#include "test_hostile.moc"
