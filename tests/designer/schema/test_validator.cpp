#include "designer/model/schema_json.h"
#include "designer/schema/schema_compiler.h"
#include "designer/schema/validator.h"
#include "designer/text/json_reader.h"

#include <QTest>

using namespace Design;

namespace
{

Json json(const QByteArray &text)
{
    const ReadText read = readJson(text);
    return read.ok() ? read.value : Json();
}

CompiledSchema compiled(const QByteArray &text, CompileSchemaOptions options = {})
{
    return SchemaCompiler(options).compile(readSchema(json(text), nodeIdsFrom()));
}

CompileSchemaOptions openApi30()
{
    CompileSchemaOptions options;
    options.dialect = Dialect::OpenApi30;
    return options;
}

/// "/price: must be at least 1" for each error, causes indented below.
QStringList lines(const QList<SchemaError> &errors, const QString &indent = {})
{
    QStringList result;
    for (const SchemaError &error : errors) {
        result.append(indent + error.instance + QStringLiteral(": ") + error.message);
        result += lines(error.causes, indent + QStringLiteral("  "));
    }
    return result;
}

} // namespace

/// What a validation says: outcomes, places, constraints and words.
class TestValidator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messages_data();
    void messages();
    void constraintIsNamed();
    void firstErrorOnly();
    void nearestBranch();
    void nestedBranches();
    void discriminator_data();
    void discriminator();
    void defaultMapping();
    void tellingProperty_data();
    void tellingProperty();
    void direction_data();
    void direction();
    void nullable_data();
    void nullable();
    void numbers_data();
    void numbers();
    void lengths();
    void costlyPattern();
    void nullSchema();
    void costlyPlace();
};

void TestValidator::messages_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *schema, const char *value, const QStringList &expected) {
        QTest::addRow("%s on %s", schema, value)
            << QByteArray(schema) << QByteArray(value) << expected;
    };
    const auto one = [](const char *line) { return QStringList{QString::fromUtf8(line)}; };
    row(R"({"type": "string"})", "1", one(": must be a string"));
    row(R"({"type": ["string", "null"]})", "1", one(": must be a string or null"));
    row(R"({"type": ["integer", "array", "object"]})", "1.5",
        one(": must be an integer, an array or an object"));
    row(R"({"minLength": 1})", R"("")", one(": must be at least 1 character long"));
    row(R"({"maxLength": 2})", R"("abc")", one(": must be at most 2 characters long"));
    row(R"({"pattern": "^a$"})", R"("b")", one(": must match the pattern ^a$"));
    row(R"({"minimum": 0.5})", "0.4", one(": must be at least 0.5"));
    row(R"({"exclusiveMinimum": 0})", "0", one(": must be greater than 0"));
    row(R"({"maximum": 10})", "11", one(": must be at most 10"));
    row(R"({"exclusiveMaximum": 10})", "10", one(": must be less than 10"));
    row(R"({"multipleOf": 0.01})", "0.005", one(": must be a multiple of 0.01"));
    row(R"({"enum": ["a", 1, null]})", R"("b")", one(": must be one of: “a”, 1, null"));
    row(R"({"enum": ["a"]})", "1", one(": must be “a”"));
    row(R"({"const": true})", "false", one(": must be true"));
    row(R"({"minItems": 2})", "[1]", one(": must have at least 2 items"));
    row(R"({"maxItems": 1})", "[1, 2]", one(": must have at most 1 item"));
    row(R"({"uniqueItems": true})", "[1, 1.0]", one(": must not have the same item twice"));
    row(R"({"prefixItems": [true], "items": false})", "[1, 2]", one("/1: is one item too many"));
    row(R"({"contains": {"const": 1}})", "[2]",
        one(": must have at least 1 item of the kind asked for, and has 0"));
    row(R"({"minProperties": 1})", "{}", one(": must have at least 1 property"));
    row(R"({"required": ["a/b"]})", "{}", one(": must have the property “a/b”"));
    row(R"({"additionalProperties": false})", R"({"a/b": 1})",
        one("/a~1b: is no property that is known here"));
    row(R"({"properties": {"a": false}})", R"({"a": 1})", one("/a: must not be there"));
    row(R"({"propertyNames": {"maxLength": 1}})", R"({"ab": 1})",
        {QStringLiteral("/ab: has a name that is not allowed: it must be at most 1 character long"),
         QStringLiteral("  : must be at most 1 character long")});
    row(R"({"dependentRequired": {"a": ["b"]}})", R"({"a": 1})",
        one(": must have the property “b” because it has “a”"));
    row(R"({"not": {"type": "null"}})", "null", one(": is what “not” excludes"));
    row("false", "1", one(": is not allowed"));
    // All of them, in the order of the schema.
    row(R"({"properties": {"name": {"minLength": 1}, "price": {"exclusiveMinimum": 0}},
            "required": ["name", "tax"], "additionalProperties": false})",
        R"({"x": 1, "price": -5, "name": ""})",
        {QStringLiteral("/name: must be at least 1 character long"),
         QStringLiteral("/price: must be greater than 0"),
         QStringLiteral(": must have the property “tax”"),
         QStringLiteral("/x: is no property that is known here")});
    row(R"({"items": {"type": "integer"}})", R"([1, "a", 2, null])",
        {QStringLiteral("/1: must be an integer"), QStringLiteral("/3: must be an integer")});
}

void TestValidator::messages()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, value);
    QFETCH(const QStringList, expected);
    const Validation validation = validate(compiled(schema), json(value));
    QCOMPARE(validation.outcome, Validation::Invalid);
    QCOMPARE(lines(validation.errors), expected);
}

void TestValidator::constraintIsNamed()
{
    const Schema schema = readSchema(json(R"({"$defs": {"positive": {"exclusiveMinimum": 0}},
                 "properties": {"price": {"$ref": "#/$defs/positive"}}})"),
                                     nodeIdsFrom());
    SchemaCompiler compiler;
    const Validation validation = validate(compiler.compile(schema), json(R"({"price": -5})"));
    QCOMPARE(validation.errors.size(), 1);
    const SchemaError &error = validation.errors.first();
    const Schema *positive = schema.members(Keyword::Defs).find(u"positive");
    QVERIFY(positive);
    QCOMPARE(error.schema, positive->id());
    QCOMPARE(error.keyword, Keyword::ExclusiveMinimum);
    QCOMPARE(error.actual, Json(-5));
    QCOMPARE(error.limit, Json(0));
}

void TestValidator::firstErrorOnly()
{
    ValidateOptions options;
    options.collectAll = false;
    const CompiledSchema schema = compiled(R"({"items": {"type": "integer"}})");
    QCOMPARE(validate(schema, json(R"(["a", "b"])"), options).errors.size(), 1);
    QCOMPARE(validate(schema, json("[1]"), options).errors.size(), 0);
}

void TestValidator::nearestBranch()
{
    const CompiledSchema schema = compiled(R"({"anyOf": [
        {"title": "Cat", "properties": {"kind": {"const": "cat"}, "lives": {"maximum": 9}},
         "required": ["kind"]},
        {"title": "Dog", "properties": {"kind": {"const": "dog"}, "barks": {"type": "boolean"}},
         "required": ["kind", "barks", "name"]},
        {"type": "null"}]})");
    const Validation validation = validate(schema, json(R"({"kind": "dog", "barks": "yes"})"));
    QCOMPARE(validation.errors.size(), 1);
    QCOMPARE(validation.errors.first().keyword, Keyword::AnyOf);
    QCOMPARE(validation.errors.first().branch, 1);
    QCOMPARE(lines(validation.errors),
             (QStringList{QStringLiteral(": must fit one of: Cat, Dog, null. It is nearest to Dog, "
                                         "but /barks must be true or false"),
                          QStringLiteral("  /barks: must be true or false"),
                          QStringLiteral("  : must have the property “name”")}));
    QCOMPARE(rootCause(validation.errors.first()).instance, QStringLiteral("/barks"));

    const CompiledSchema both = compiled(R"({"oneOf": [{"title": "A"}, {"title": "B"}]})");
    const Validation twice = validate(both, 1);
    QCOMPARE(lines(twice.errors),
             QStringList{QStringLiteral(": must fit exactly one of: A, B; it fits both A and B")});
}

/// Looking into branches of branches must not multiply the work.
void TestValidator::nestedBranches()
{
    QByteArray schema = R"({"type": "integer"})";
    for (int i = 0; i < 30; ++i)
        schema = R"({"anyOf": [)" + schema + R"(, {"type": "null"}]})";
    const Validation validation = validate(compiled(schema), QStringLiteral("x"));
    QCOMPARE(validation.outcome, Validation::Invalid);
    QCOMPARE(rootCause(validation.errors.first()).message, QStringLiteral("must be an integer"));
}

void TestValidator::discriminator_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("fits its own") << QByteArray(R"({"kind": "cat", "name": "Tom"})")
                                  << QStringList();
    // Without the discriminator this one would fit both.
    QTest::newRow("by const") << QByteArray(R"({"kind": "dog", "name": "Rex"})") << QStringList();
    QTest::newRow("breaks its own")
        << QByteArray(R"({"kind": "cat"})")
        << QStringList{QStringLiteral(": must have the property “name”")};
    QTest::newRow("unknown") << QByteArray(R"({"kind": "cow", "name": "Elsa"})")
                             << QStringList{QStringLiteral("/kind: must be one of: “cat”, “dog”")};
}

void TestValidator::discriminator()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QStringList, expected);
    const CompiledSchema schema = compiled(R"({
        "$defs": {"Cat": {"properties": {"kind": {"type": "string"}}, "required": ["kind", "name"]},
                  "Dog": {"properties": {"kind": {"const": "dog"}}, "required": ["kind", "name"]}},
        "oneOf": [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Dog"}],
        "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/$defs/Cat"}}})");
    const Validation validation = validate(schema, json(value));
    QCOMPARE(lines(validation.errors), expected);
}

/// OpenAPI 3.2: what has no tag, or one that nobody knows.
void TestValidator::defaultMapping()
{
    const CompiledSchema schema = compiled(R"({
        "$defs": {"Cat": {"required": ["name"]}, "Other": {"required": ["what"]}},
        "oneOf": [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Other"}],
        "discriminator": {"propertyName": "kind", "defaultMapping": "#/$defs/Other"}})");
    QVERIFY(validate(schema, json(R"({"name": "Tom", "what": 1})")).isValid());
    QVERIFY(!validate(schema, json(R"({"name": "Tom"})")).isValid());
    QVERIFY(validate(schema, json(R"({"kind": "cow", "what": 1})")).isValid());
    QVERIFY(!validate(schema, json(R"({"kind": "Cat", "what": 1})")).isValid());
}

void TestValidator::tellingProperty_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("the first") << QByteArray(R"({"kind": "a", "x": 1})") << true;
    QTest::newRow("the second") << QByteArray(R"({"kind": "c", "y": 1})") << true;
    QTest::newRow("one that breaks its rules") << QByteArray(R"({"kind": "b", "x": 1})") << false;
    QTest::newRow("no such text") << QByteArray(R"({"kind": "d", "x": 1, "y": 1})") << false;
    QTest::newRow("no text") << QByteArray(R"({"kind": 1, "x": 1, "y": 1})") << false;
    QTest::newRow("not there, for one") << QByteArray(R"({"x": 1})") << true;
    QTest::newRow("not there, for both") << QByteArray(R"({"x": 1, "y": 1})") << false;
    QTest::newRow("no object") << QByteArray("1") << false;
}

/// What is found by one property is what trying all alternatives finds.
void TestValidator::tellingProperty()
{
    QFETCH(QByteArray, value);
    QFETCH(bool, isValid);
    const CompiledSchema schema = compiled(R"({"oneOf": [
        {"required": ["x"], "properties": {"x": {"type": "integer"}, "kind": {"const": "a"}}},
        {"required": ["y"], "properties": {"kind": {"enum": ["b", "c"]}}}]})");
    QCOMPARE(Design::isValid(schema, json(value)), isValid);
    QCOMPARE(validate(schema, json(value)).isValid(), isValid);
}

void TestValidator::direction_data()
{
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("expected");
    QTest::newRow("none") << Direction::None << QByteArray(R"({"id": 1})") << false;
    QTest::newRow("request") << Direction::Request << QByteArray(R"({"password": "x"})") << true;
    QTest::newRow("request without") << Direction::Request << QByteArray(R"({"id": 1})") << false;
    QTest::newRow("response") << Direction::Response << QByteArray(R"({"id": 1})") << true;
    QTest::newRow("response without")
        << Direction::Response << QByteArray(R"({"password": "x"})") << false;
}

void TestValidator::direction()
{
    QFETCH(const Direction, direction);
    QFETCH(const QByteArray, value);
    QFETCH(const bool, expected);
    // One is marked itself, the other by what it refers to.
    const CompiledSchema schema =
        compiled(R"({"$defs": {"id": {"type": "integer", "readOnly": true}},
        "properties": {"id": {"$ref": "#/$defs/id"}, "password": {"writeOnly": true}},
        "required": ["id", "password"]})");
    ValidateOptions options;
    options.direction = direction;
    const Validation validation = validate(schema, json(value), options);
    QCOMPARE(validation.isValid(), expected);
    QCOMPARE(validation.errors.isEmpty(), expected);
    QCOMPARE(isValid(schema, json(value), options), expected);
}

void TestValidator::nullable_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *schema, const char *value, bool expected) {
        QTest::addRow("%s on %s", schema, value)
            << QByteArray(schema) << QByteArray(value) << expected;
    };
    row(R"({"type": "string", "nullable": true})", "null", true);
    row(R"({"type": "string", "nullable": true})", "1", false);
    row(R"({"type": "string", "nullable": false})", "null", false);
    row(R"({"type": "string", "enum": ["a"], "nullable": true})", "null", true);
    row(R"({"allOf": [{"type": "object"}], "nullable": true})", "null", true);
    row(R"({"type": "null"})", "null", true); // not a type of 3.0: says nothing
    row(R"({"minimum": 1, "exclusiveMinimum": true})", "1", false);
    row(R"({"minimum": 1, "exclusiveMinimum": false})", "1", true);
    row(R"({"const": 1})", "2", true); // no keyword of 3.0
    row(R"({"components": {}, "$ref": "#/x-a", "type": "string", "x-a": {"type": "integer"}})", "1",
        true); // nothing beside $ref counts
}

void TestValidator::nullable()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, value);
    QFETCH(const bool, expected);
    QCOMPARE(isValid(compiled(schema, openApi30()), json(value)), expected);
}

void TestValidator::numbers_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *schema, const char *value, bool expected) {
        QTest::addRow("%s on %s", schema, value)
            << QByteArray(schema) << QByteArray(value) << expected;
    };
    row(R"({"maximum": 9007199254740992})", "9007199254740993", false); // beyond doubles
    row(R"({"maximum": 9007199254740992.0})", "9007199254740993", false);
    row(R"({"minimum": 0.1})", "0.1", true);
    row(R"({"minimum": 0.1})", "0.10000000000000000000", true);
    row(R"({"exclusiveMaximum": 1e400})", "1e399", true);
    row(R"({"multipleOf": 0.1})", "0.3", true);
    row(R"({"multipleOf": 0.01})", "19.99", true);
    row(R"({"multipleOf": 0.01})", "19.999", false);
    row(R"({"multipleOf": 1e-8})", "12391239123", true);
    row(R"({"multipleOf": 9007199254740993})", "18014398509481986", true);
    row(R"({"type": "integer"})", "1.0", true);
    row(R"({"type": "integer"})", "1e2", true);
    row(R"({"type": "integer"})", "1.5", false);
    row(R"({"type": "integer"})", "123456789012345678901234567890", true);
    row(R"({"type": "integer"})", "1e400", true);
    row(R"({"type": "integer"})", "9007199254740993.5", false);
    row(R"({"const": 1})", "1.0", true);
    row(R"({"const": 9007199254740993})", "9007199254740992", false);
}

void TestValidator::numbers()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, value);
    QFETCH(const bool, expected);
    QCOMPARE(isValid(compiled(schema), json(value)), expected);
}

void TestValidator::lengths()
{
    const QString two = QString::fromUtf8("\xF0\x9F\x98\x80\xF0\x9F\x98\x80"); // two characters
    QVERIFY(isValid(compiled(R"({"minLength": 2, "maxLength": 2})"), two));
    QVERIFY(!isValid(compiled(R"({"minLength": 3})"), two));
    QVERIFY(!isValid(compiled(R"({"maxLength": 1})"), two));
    QVERIFY(isValid(compiled(R"({"maxLength": 2.0})"), two));
}

void TestValidator::costlyPattern()
{
    const CompiledSchema schema = compiled(R"({"properties": {"a": {"pattern": "^(a+)+$"}}})");
    const JsonObject value{{QStringLiteral("a"), QString(5000, u'a') + u'!'}};
    const Validation validation = validate(schema, value);
    QCOMPARE(validation.outcome, Validation::TooCostly);
    QCOMPARE(validation.errors.size(), 1);
    QCOMPARE(validation.errors.first().keyword, Keyword::Pattern);
    QCOMPARE(validation.errors.first().instance, QStringLiteral("/a"));
}

void TestValidator::nullSchema()
{
    QVERIFY(CompiledSchema().isNull());
    QVERIFY(isValid(CompiledSchema(), 1));
    QVERIFY(validate(CompiledSchema(), 1).isValid());
}

void TestValidator::costlyPlace()
{
    const CompiledSchema schema =
        compiled(R"({"properties": {"a": {"items": {"properties": {"b/c": {"$ref": "#/$defs/x"}}}}},
                     "$defs": {"x": {"anyOf": [{"$ref": "#/$defs/x"}]}}})");
    const Validation validation = validate(schema, json(R"({"a": [{}, {"b/c": 1}]})"));
    QCOMPARE(validation.outcome, Validation::TooCostly);
    QCOMPARE(validation.errors.last().instance, QStringLiteral("/a/1/b~1c"));
}

QTEST_GUILESS_MAIN(TestValidator)
#include "test_validator.moc"
