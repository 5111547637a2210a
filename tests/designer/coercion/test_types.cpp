#include "designer/coercion/compile/type_compiler.h"
#include "designer/coercion/patterns/rust_pattern.h"
#include "designer/coercion/reading.h"
#include "designer/model/schema_json.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"

#include <QFile>
#include <QTest>

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

/// What pydantic 2.13 made of some values of its types, written down in
/// tests/data/coercion/pydantic.json: the value, or type, loc, msg and ctx of each error.
class TestTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recorded_data();
    void recorded();
    void constraintNamesItsNode();
    void baseClassesAreFlattened();
    void readOnlyFieldsAreNotRequiredInRequests();
    void selfReferringSchemaEnds();
    void exponentialUnionEnds();
    void patternThatIsTooCostlyEnds();
    void bytesAreTextForSomeTypes();
    void brokenSchemasAreReported();
    void patternOnLongText();

private:
    static Design::Api apiWith(const Json &components);
};

namespace
{

Json readFile(const QString &path)
{
    QFile file(QStringLiteral(MENURA_SOURCE_DIR "/") + path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return Design::readPythonJson(file.readAll()).value;
}

Json json(const char *text)
{
    return Design::readPythonJson(text).value;
}

/// Errors as the file has them: [type, loc, msg, ctx?].
Json errorList(const Design::Reading &reading)
{
    JsonArray errors;
    for (const Design::ReadError &error : reading.errors()) {
        JsonArray entry{Json(QString(errorName(error.type))), Json(error.location),
                        Json(error.message())};
        if (!error.sentContext().isUndefined())
            entry.append(error.sentContext());
        errors.append(Json(entry));
    }
    return Json(errors);
}

/// The schema of a name in the components of an API.
const Design::Schema &component(const Design::Api &api, QStringView name)
{
    return *api.components.schemas.find(name);
}

} // namespace

Design::Api TestTypes::apiWith(const Json &components)
{
    return Design::readOpenApi(
               Json(JsonObject{
                   {QStringLiteral("openapi"), QStringLiteral("3.1.0")},
                   {QStringLiteral("info"), json(R"({"title": "t", "version": "1"})")},
                   {QStringLiteral("paths"), JsonObject()},
                   {QStringLiteral("components"), components},
               }))
        .api;
}

void TestTypes::recorded_data()
{
    QTest::addColumn<QString>("group");
    const Json file = readFile(QStringLiteral("tests/data/coercion/pydantic.json"));
    QVERIFY(file.isObject());
    for (const Json &group : file.value(u"groups").array()) {
        const QString name = group.value(u"name").toString();
        QTest::newRow(qUtf8Printable(name)) << name;
    }
}

void TestTypes::recorded()
{
    QFETCH(QString, group);
    const Json file = readFile(QStringLiteral("tests/data/coercion/pydantic.json"));
    JsonObject components = file.value(u"components").object();
    JsonObject schemas = components.value(u"schemas").object();
    JsonArray cases;
    for (const Json &one : file.value(u"groups").array()) {
        if (one.value(u"name").toString() != group)
            continue;
        schemas.insert(QStringLiteral("Tested"), one.value(u"schema"));
        cases = one.value(u"cases").array();
    }
    components.insert(QStringLiteral("schemas"), schemas);
    const Design::Api api = apiWith(Json(components));
    Design::TypeCompiler compiler(api, {Design::Direction::Request, false});
    // A $ref, as everywhere in FastAPI's documents; the rest would be a class of its own.
    Design::Schema tested = component(api, u"Tested");
    const bool isChoice = tested.has(Design::Keyword::Enum);
    if (isChoice)
        tested.setId(Design::NodeId::None);
    const Design::Type *type = compiler.compile(tested);
    QVERIFY(!cases.isEmpty());
    for (const Json &one : cases) {
        Design::Reading reading;
        const Json value = reading.read(*type, one.value(u"input"));
        const QByteArray where = Design::writeJson(one.value(u"input"));
        if (const Json *errors = one.find(u"errors")) {
            QVERIFY2(value.isUndefined(), where.constData());
            QCOMPARE(where + ": " + Design::writePythonJson(errorList(reading)),
                     where + ": " + Design::writePythonJson(*errors));
        } else {
            QCOMPARE(where + ": " + Design::writePythonJson(value),
                     where + ": " + Design::writePythonJson(one.value(u"value")));
            QVERIFY2(reading.errors().isEmpty(), where.constData());
        }
    }
}

void TestTypes::constraintNamesItsNode()
{
    const Design::Api api = apiWith(json(R"({"schemas": {
        "Price": {"type": "number", "exclusiveMinimum": 0},
        "Item": {"type": "object", "required": ["price"],
                 "properties": {"price": {"$ref": "#/components/schemas/Price"}}}}})"));
    Design::TypeCompiler compiler(api);
    const Design::Type *item = compiler.compile(component(api, u"Item"));

    Design::Reading low;
    QVERIFY(low.read(*item, json(R"({"price": -1})")).isUndefined());
    QCOMPARE(low.errors().size(), 1);
    QCOMPARE(low.errors().first().node, component(api, u"Price").id());
    QCOMPARE(low.errors().first().keyword, Design::Keyword::ExclusiveMinimum);

    Design::Reading absent;
    QVERIFY(absent.read(*item, json("{}")).isUndefined());
    QCOMPARE(absent.errors().first().node, component(api, u"Item").id());
    QCOMPARE(absent.errors().first().keyword, Design::Keyword::Required);
}

void TestTypes::baseClassesAreFlattened()
{
    const Design::Api api = apiWith(json(R"({"schemas": {
        "Base": {"type": "object", "required": ["name"],
                 "properties": {"name": {"type": "string"}, "age": {"type": "integer"}}},
        "User": {"allOf": [{"$ref": "#/components/schemas/Base"},
                           {"type": "object", "required": ["password"],
                            "properties": {"age": {"type": "integer", "minimum": 18},
                                           "password": {"type": "string"}}}]}}})"));
    Design::TypeCompiler compiler(api);
    const Design::Type *user = compiler.compile(component(api, u"User"));
    QCOMPARE(user->name(), QStringLiteral("User"));
    Design::Reading reading;
    QVERIFY(reading.read(*user, json(R"({"age": 17})")).isUndefined());
    QCOMPARE(Design::writePythonJson(errorList(reading)),
             QByteArray(R"([["missing",["name"],"Field required"],)"
                        R"(["greater_than_equal",["age"],"Input should be greater than or equal )"
                        R"(to 18",{"ge":18}],["missing",["password"],"Field required"]])"));
    Design::Reading good;
    // In the model's order, without what the model does not know.
    QCOMPARE(Design::writePythonJson(
                 good.read(*user, json(R"({"x": 1, "password": "p", "age": "20", "name": "n"})"))),
             QByteArray(R"({"name":"n","age":20,"password":"p"})"));
}

void TestTypes::readOnlyFieldsAreNotRequiredInRequests()
{
    const Design::Api api = apiWith(json(R"({"schemas": {
        "Item": {"type": "object", "required": ["id", "secret"],
                 "properties": {"id": {"type": "integer", "readOnly": true},
                                "secret": {"type": "string", "writeOnly": true}}}}})"));
    const auto missing = [&](Design::Direction direction) {
        Design::TypeCompiler compiler(api, {direction, false});
        Design::Reading reading;
        reading.read(*compiler.compile(component(api, u"Item")), json("{}"));
        return Design::writePythonJson(errorList(reading));
    };
    QCOMPARE(missing(Design::Direction::Request),
             QByteArray(R"([["missing",["secret"],"Field required"]])"));
    QCOMPARE(missing(Design::Direction::Response),
             QByteArray(R"([["missing",["id"],"Field required"]])"));
}

void TestTypes::selfReferringSchemaEnds()
{
    const Design::Api api = apiWith(json(R"({"schemas": {
        "Loop": {"anyOf": [{"$ref": "#/components/schemas/Loop"}, {"type": "integer"}]},
        "Only": {"$ref": "#/components/schemas/Only"},
        "A": {"allOf": [{"$ref": "#/components/schemas/B"}]},
        "B": {"allOf": [{"$ref": "#/components/schemas/A"}], "minLength": 3}}})"));
    Design::TypeCompiler compiler(api);
    for (const auto &schema : api.components.schemas) {
        const Design::Type *type = compiler.compile(schema.value);
        Design::Reading reading;
        reading.read(*type, Json(QStringLiteral("x")));
        if (schema.name == u"Loop" || schema.name == u"Only")
            QVERIFY2(reading.isExhausted(), qUtf8Printable(schema.name));
    }
}

void TestTypes::exponentialUnionEnds()
{
    // Each level tries both of its members, which are the same.
    JsonObject schemas;
    for (int i = 0; i < 60; ++i) {
        const QString next = QStringLiteral("#/components/schemas/L%1").arg(i + 1);
        const Json member = JsonObject{
            {QStringLiteral("type"), QStringLiteral("object")},
            {QStringLiteral("properties"),
             JsonObject{{QStringLiteral("n"), JsonObject{{QStringLiteral("$ref"), next}}}}}};
        schemas.insert(QStringLiteral("L%1").arg(i),
                       JsonObject{{QStringLiteral("anyOf"), JsonArray{member, member}}});
    }
    schemas.insert(QStringLiteral("L60"),
                   JsonObject{{QStringLiteral("type"), QStringLiteral("integer")}});
    const Design::Api api = apiWith(JsonObject{{QStringLiteral("schemas"), schemas}});
    QByteArray deep;
    for (int i = 0; i < 60; ++i)
        deep += "{\"n\":";
    deep += "\"x\"" + QByteArray(60, '}');
    Design::TypeCompiler compiler(api);
    Design::Reading reading;
    reading.read(*compiler.compile(component(api, u"L0")), json(deep.constData()));
    QVERIFY(reading.isExhausted());
}

void TestTypes::patternThatIsTooCostlyEnds()
{
    const Design::Api api = apiWith(json(R"({"schemas": {
        "Evil": {"type": "string", "pattern": "^(([a-z])+.)+[A-Z]([a-z])+$"}}})"));
    Design::TypeCompiler compiler(api);
    Design::Reading reading;
    reading.read(*compiler.compile(component(api, u"Evil")),
                 Json(QStringLiteral("a").repeated(60)));
    QVERIFY(reading.isExhausted());
}

void TestTypes::bytesAreTextForSomeTypes()
{
    const Design::Api api = apiWith(json(R"({"schemas": {
        "Text": {"type": "string"}, "Number": {"type": "integer"},
        "Model": {"type": "object", "properties": {}},
        "Network": {"type": "string", "format": "ipv6network"},
        "Decimal": {"type": "string", "pattern": "^(?!^[-+.]*$)[+-]?0*\\d*\\.?\\d*$"}}})"));
    Design::TypeCompiler compiler(api);
    const auto read = [&](QStringView name, const char *bytes) {
        Design::Reading reading;
        reading.readBytes(*compiler.compile(component(api, name)),
                          Json(QString::fromLatin1(bytes)));
        return reading.errors().isEmpty() ? QString()
                                          : QString(errorName(reading.errors().first().type));
    };
    QCOMPARE(read(u"Text", "a"), QString());
    QCOMPARE(read(u"Number", "12"), QString());
    QCOMPARE(read(u"Network", "16 bytes as such"), QString());
    QCOMPARE(read(u"Network", "::1"), QStringLiteral("ip_v6_network"));
    QCOMPARE(read(u"Model", "{}"), QStringLiteral("model_attributes_type"));
    QCOMPARE(read(u"Decimal", "1.5"), QStringLiteral("decimal_type"));
}

void TestTypes::brokenSchemasAreReported()
{
    const Design::Api api = apiWith(json(R"({"schemas": {
        "Pattern": {"type": "string", "pattern": "["},
        "Gone": {"$ref": "#/components/schemas/Nowhere"}}})"));
    Design::TypeCompiler compiler(api);
    for (const auto &schema : api.components.schemas) {
        Design::Reading reading;
        QCOMPARE(reading.read(*compiler.compile(schema.value), Json(QStringLiteral("x"))),
                 Json(QStringLiteral("x")));
    }
    QCOMPARE(compiler.diagnostics().size(), 2);
    QCOMPARE(compiler.diagnostics().first().rule, QStringLiteral("invalid-pattern"));
    QCOMPARE(compiler.diagnostics().first().node, component(api, u"Pattern").id());
    QCOMPARE(compiler.diagnostics().last().rule, QStringLiteral("dangling-reference"));
}

/// Classes that have to look ahead need more room than compiled code has.
void TestTypes::patternOnLongText()
{
    const Design::RustPattern pattern(QStringLiteral("^[[:digit:]&&[^5]]+$"));
    QVERIFY(pattern.search(QString(4'000, u'1')) == Design::RustPattern::Match::Yes);
    QVERIFY(pattern.search(QString(4'000, u'1') + u'5') == Design::RustPattern::Match::No);
}

QTEST_GUILESS_MAIN(TestTypes)
#include "test_types.moc"
