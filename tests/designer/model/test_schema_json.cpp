#include "designer/model/locate.h"
#include "designer/model/schema_check.h"
#include "designer/model/schema_json.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Design;

class TestSchemaJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEverything_data();
    void keepsEverything();
    void reports_data();
    void reports();
    void keywordsInPlace();
    void typesAndRequired();
    void newIdsThroughout();
    void linkTextPrintsBoundReferences();
    void schemaSuite();
    void deepSchema();
};

static Json json(const QByteArray &text)
{
    const ReadText read = readJson(text);
    if (!read.ok())
        qFatal("%s", text.constData());
    return read.value;
}

static Schema schemaOf(const char *text)
{
    return readSchema(json(text), nodeIdsFrom());
}

static QByteArray textOf(const Schema &schema)
{
    return writeJson(writeSchema(schema));
}

void TestSchemaJson::keepsEverything_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"true",
          "false",
          "{}",
          R"({"x":{"$ref":1}})",
          R"({"type":"string","minLength":1.0})",
          R"({"allOf":[]})",
          R"({"allOf":[true,{"not":false}]})",
          R"({"allOf":[1]})",
          R"({"allOf":{}})",
          R"({"items":[]})",
          R"({"items":[{},{"type":"a"}]})",
          R"({"items":1})",
          R"({"properties":{"":{},"a":1,"b":null}})",
          R"({"properties":[]})",
          R"({"dependencies":{"a":["b"],"c":{"type":"string"},"d":1}})",
          R"({"$ref":"#/a","$dynamicRef":"#b","$recursiveRef":"#"})",
          R"({"$ref":""})",
          R"({"$ref":{}})",
          R"({"z":1,"title":"t","a":2,"type":["string","null"]})",
          R"({"":""})",
          R"({"default":null,"const":null,"enum":[null],"examples":{}})",
          R"({"if":{},"then":true,"else":{"contentSchema":{"unevaluatedItems":{}}}})",
          R"({"$defs":{"a":{"$defs":{}}},"definitions":{"b":false}})"})
        QTest::newRow(text) << QByteArray(text);
}

void TestSchemaJson::keepsEverything()
{
    QFETCH(QByteArray, text);
    const Schema schema = readSchema(json(text), nodeIdsFrom());
    QCOMPARE(textOf(schema), text);
    QVERIFY(schema == readSchema(json(text), nodeIdsFrom()));
    QVERIFY(schema.id() != NodeId::None);
}

void TestSchemaJson::reports_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointers");
    const auto row = [](const char *text, const char *pointers) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(pointers);
    };
    row("{}", "");
    row("null", "/at");
    row("[]", "/at");
    row(R"({"x-a":1,"unknown":[],"id":5,"const":null,"default":[]})", "");
    row(R"({"type":"string"})", "");
    row(R"({"type":["integer","null"]})", "");
    row(R"({"type":[]})", "/at/type");
    row(R"({"type":["integer",1]})", "/at/type");
    row(R"({"minLength":1e2,"maxLength":5.0,"minimum":-1.5,"exclusiveMinimum":true})", "");
    row(R"({"minLength":1.5,"maxLength":-1,"minimum":"1","multipleOf":0})",
        "/at/minLength /at/maxLength /at/minimum /at/multipleOf");
    row(R"({"required":["a"],"enum":[],"examples":[1],"nullable":false})", "");
    row(R"({"required":["a",1],"enum":1,"examples":{},"nullable":null})",
        "/at/required /at/enum /at/examples /at/nullable");
    row(R"({"dependentRequired":{"a":["b"]},"pattern":1,"format":null})", "/at/pattern /at/format");
    row(R"({"properties":{"a/b":{"items":{"not":5}}}})", "/at/properties/a~1b/items/not");
    row(R"({"properties":{"a":1},"allOf":[{},null],"$ref":5})",
        "/at/properties/a /at/allOf /at/$ref");
    row(R"({"anyOf":[{"type":"x"}]})", "/at/anyOf/0/type");
}

void TestSchemaJson::reports()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pointers);
    Diagnostics diagnostics;
    const Schema schema =
        readSchema(json(text), nodeIdsFrom(), QStringLiteral("/at"), &diagnostics);
    QStringList found;
    for (const Diagnostic &diagnostic : std::as_const(diagnostics)) {
        found.append(diagnostic.pointer);
        QCOMPARE(diagnostic.rule, QStringLiteral("invalid-schema"));
        QCOMPARE(diagnostic.node == NodeId::None, schema.isAbsent());
    }
    QCOMPARE(found.join(u' '), pointers);
}

void TestSchemaJson::keywordsInPlace()
{
    Schema schema = schemaOf(R"({"type":"string","title":"t"})");
    schema.set(Keyword::MaxLength, 5);
    schema.set(Keyword::MinLength, 1);
    schema.set(Keyword::Type, QStringLiteral("integer"));
    QCOMPARE(textOf(schema),
             QByteArray(R"({"type":"integer","title":"t","minLength":1,"maxLength":5})"));
    schema.set(Keyword::MinLength, {});
    QVERIFY(!schema.remove(Keyword::MinLength));
    QVERIFY(schema.remove(Keyword::Title));
    schema.setUnknown(QStringLiteral("x-a"), 1);
    schema.setUnknown(QStringLiteral("x-a"), 2);
    QCOMPARE(schema.unknown(u"x-a").toInt64(), 2);
    QCOMPARE(textOf(schema), QByteArray(R"({"type":"integer","maxLength":5,"x-a":2})"));
    schema.setUnknown(QStringLiteral("x-a"), {});
    QCOMPARE(textOf(schema), QByteArray(R"({"type":"integer","maxLength":5})"));

    // One `items`, in either form.
    schema = schemaOf(R"({"items":[{}]})");
    QCOMPARE(schema.schemas(Keyword::ItemsArray).size(), 1);
    QVERIFY(schema.schema(Keyword::Items).isAbsent());
    schema.setSchema(Keyword::Items, Schema::boolean({}, true));
    QCOMPARE(textOf(schema), QByteArray(R"({"items":true})"));

    // A malformed keyword reads as if it were not there, and is replaced when it is set.
    schema = schemaOf(R"({"properties":5,"not":1,"title":2,"deprecated":"x"})");
    QVERIFY(schema.members(Keyword::Properties).isEmpty() &&
            schema.schema(Keyword::Not).isAbsent());
    QVERIFY(schema.text(Keyword::Title).isNull() && !schema.flag(Keyword::Deprecated));
    schema.setSchema(Keyword::Not, Schema::empty({}));
    QCOMPARE(textOf(schema), QByteArray(R"({"properties":5,"not":{},"title":2,"deprecated":"x"})"));

    // A copy is a value of its own.
    const Schema copy = schema;
    schema.set(Keyword::Title, QStringLiteral("t"));
    QVERIFY(!(copy == schema));
    QVERIFY(copy.value(Keyword::Title).isNumber());
}

void TestSchemaJson::typesAndRequired()
{
    Schema schema = schemaOf(R"({"type":["string","null"],"required":["a","b"]})");
    QCOMPARE(schema.types(), (QStringList{QStringLiteral("string"), QStringLiteral("null")}));
    QVERIFY(schema.isRequired(u"b") && !schema.isRequired(u"c"));
    schema.setTypes({QStringLiteral("integer")});
    schema.setRequired(QStringLiteral("c"), true);
    schema.setRequired(QStringLiteral("a"), false);
    QCOMPARE(textOf(schema), QByteArray(R"({"type":"integer","required":["b","c"]})"));
    schema.setRequired(QStringLiteral("b"), false);
    schema.setRequired(QStringLiteral("c"), false);
    schema.setTypes({});
    QCOMPARE(textOf(schema), QByteArray("{}"));
}

static void collectIds(const Schema &schema, QList<NodeId> &ids)
{
    ids.append(schema.id());
    schema.forEachChild(
        [&](const Schema &child, Keyword, const QString &) { collectIds(child, ids); });
}

void TestSchemaJson::newIdsThroughout()
{
    const Schema schema =
        schemaOf(R"({"properties":{"a":{"items":true},"b":5},"allOf":[{},{"not":{}}]})");
    const Schema copy = withNewIds(schema, nodeIdsFrom(100));
    QCOMPARE(textOf(copy), textOf(schema));
    QList<NodeId> ids;
    collectIds(schema, ids);
    collectIds(copy, ids);
    QCOMPARE(ids.size(), 12);
    QCOMPARE(QSet<NodeId>(ids.begin(), ids.end()).size(), 12);
    QVERIFY(withNewIds(Schema(), nodeIdsFrom()).isAbsent());
}

void TestSchemaJson::linkTextPrintsBoundReferences()
{
    SchemaContext context;
    context.newId = nodeIdsFrom();
    context.component = [](const QString &text) {
        return text == QLatin1String("#/a") ? static_cast<NodeId>(77) : NodeId::None;
    };
    const Schema schema =
        readSchema(json(R"({"items":{"$ref":"#/a"},"not":{"$ref":"#/b"}})"), context);
    QCOMPARE(schema.schema(Keyword::Items).reference().component, static_cast<NodeId>(77));
    const Json written =
        writeSchema(schema, [](const Reference &) { return QStringLiteral("#/new"); });
    QCOMPARE(writeJson(written), QByteArray(R"({"items":{"$ref":"#/new"},"not":{"$ref":"#/b"}})"));
}

/// Every schema of the JSON Schema Test Suite comes back as it was.
void TestSchemaJson::schemaSuite()
{
    const QString root = QStringLiteral(MENURA_TEST_DATA "/json-schema");
    if (!QDir(root).exists())
        QSKIP("the JSON Schema Test Suite is absent");
    int count = 0;
    QDirIterator files(root, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const ReadText read = readJson(file.readAll());
        for (const Json &group : read.value.array()) {
            const Json *schema = group.find(u"schema");
            if (!schema)
                continue;
            ++count;
            const Json written = writeSchema(readSchema(*schema, nodeIdsFrom()));
            QVERIFY2(written == *schema, qUtf8Printable(file.fileName()));
        }
    }
    QVERIFY(count > 1000);
}

/// As deep as the readers of texts allow.
void TestSchemaJson::deepSchema()
{
    Json nested = true;
    for (int i = 0; i < 510; ++i)
        nested = JsonObject{{QStringLiteral("not"), nested}};
    Diagnostics diagnostics;
    Schema schema = readSchema(nested, nodeIdsFrom(), QString(), &diagnostics);
    QVERIFY(diagnostics.isEmpty());
    QVERIFY(writeSchema(schema) == nested);
    QVERIFY(withNewIds(schema, nodeIdsFrom()).schema(Keyword::Not).has(Keyword::Not));
}

QTEST_APPLESS_MAIN(TestSchemaJson)
#include "test_schema_json.moc"
