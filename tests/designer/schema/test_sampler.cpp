#include "designer/model/schema_json.h"
#include "designer/schema/formats/format.h"
#include "designer/schema/inference.h"
#include "designer/schema/samples/sampler.h"
#include "designer/schema/schema_compiler.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"

#include <QRegularExpression>
#include <QTest>

using namespace Design;

namespace
{

Json json(const QByteArray &text)
{
    return readJson(text).value;
}

CompiledSchema compiled(const QByteArray &text)
{
    return SchemaCompiler().compile(readSchema(json(text), nodeIdsFrom()));
}

CompiledSchema withFormats(const QByteArray &text)
{
    CompileSchemaOptions options;
    options.formats = FormatRule::Assert;
    return SchemaCompiler(options).compile(readSchema(json(text), nodeIdsFrom()));
}

Json made(const CompiledSchema &schema, const SampleOptions &options = {})
{
    const Sample result = sample(schema, options);
    if (!result.isFound())
        qWarning().noquote() << result.reason;
    return result.value;
}

} // namespace

/// Made-up values: valid, the same each time, and like real ones.
class TestSampler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valid_data();
    void valid();
    void formats_data();
    void formats();
    void encodedText();
    void nearest_data();
    void nearest();
    void examplesFirst();
    void invalidExample();
    void sameAgain();
    void names();
    void codes();
    void onlyMapsGetMembersOfTheirOwn_data();
    void onlyMapsGetMembersOfTheirOwn();
    void keysOfMaps();
    void direction();
    void overrides();
    void recursion();
    void metaSchemas_data();
    void metaSchemas();
    void tags();
    void optionalMembers();
};

/// Each row is a schema that asks for something in a way that is easy to miss.
void TestSampler::valid_data()
{
    QTest::addColumn<QByteArray>("schema");
    const char *const schemas[] = {
        "true",
        "{}",
        R"({"type": ["null", "integer"]})",
        R"({"type": "integer", "multipleOf": 7, "minimum": 50, "maximum": 60})",
        R"({"type": "number", "multipleOf": 0.25, "exclusiveMinimum": 0, "exclusiveMaximum": 0.5})",
        R"({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.001})",
        R"({"allOf": [{"multipleOf": 4}, {"multipleOf": 6}], "type": "integer", "minimum": 13})",
        R"({"type": "integer", "maximum": -5})",
        R"({"type": "number", "minimum": 1e300})",
        R"({"type": "integer", "minimum": 9223372036854775807})",
        R"({"type": "string", "minLength": 300})",
        R"({"type": "string", "maxLength": 3})",
        R"({"type": "string", "maxLength": 0})",
        R"({"type": "string", "pattern": "^[A-Z]{3}-\\d{4}$"})",
        R"({"type": "string", "pattern": "^a+$", "minLength": 40, "maxLength": 40})",
        R"({"type": "string", "pattern": "^(?=.*[A-Z])(?=.*\\d).{8,}$"})",
        R"({"type": "string", "allOf": [{"pattern": "^a"}, {"pattern": "z$"}]})",
        R"({"type": "string", "pattern": "^arn:aws:games:", "minLength": 16, "maxLength": 40})",
        R"({"type": "string", "pattern": "xyz$", "minLength": 9, "maxLength": 9})",
        R"({"type": "string", "pattern":
            "^arn:(?=[^:]+:fs:[^:]+:\d{12}:)(([a-z0-9].*(?<!-)):){4}(?!/).{0,90}$"})",
        R"({"enum": [1, "a", null, [1], {"b": 2}], "type": "object"})",
        R"({"const": {"a": [1, 2.50]}})",
        R"({"type": "array", "items": {"enum": ["a", "b", "c"]}, "uniqueItems": true, "minItems": 3})",
        R"({"type": "array", "items": {"type": "boolean"}, "uniqueItems": true, "minItems": 2})",
        R"({"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 20},
            "uniqueItems": true, "minItems": 20})",
        R"({"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": false,
            "minItems": 2})",
        R"({"type": "array", "contains": {"const": 42}, "minContains": 2, "maxItems": 2})",
        R"({"type": "array", "contains": {"type": "string"}, "items": {"type": ["string", "integer"]}})",
        R"({"type": "object", "required": ["a"], "properties": {"b": {"type": "integer"}}})",
        R"({"type": "object", "minProperties": 5, "additionalProperties": {"type": "integer"}})",
        R"({"type": "object", "minProperties": 3, "propertyNames": {"pattern": "^x-[a-z]{2}$"}})",
        R"({"type": "object", "maxProperties": 1, "properties": {"a": {}, "b": {}, "c": {}}})",
        R"({"type": "object", "patternProperties": {"^n\\d$": {"type": "integer"}},
            "additionalProperties": false, "minProperties": 2})",
        R"({"type": "object", "properties": {"a": {}, "b": {}},
            "dependentRequired": {"a": ["c"]}, "dependentSchemas": {"b": {"required": ["d"]}}})",
        R"({"type": "object", "properties": {"a": {}, "b": {}}, "not": {"required": ["a", "b"]}})",
        R"({"allOf": [{"properties": {"a": {"type": "integer"}}, "required": ["a"]},
                      {"properties": {"a": {"minimum": 10}, "b": {"type": "string"}}, "required": ["b"]}],
            "unevaluatedProperties": false})",
        R"({"oneOf": [{"required": ["a"]}, {"required": ["b"]}],
            "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "type": "object"})",
        R"({"oneOf": [{"type": "object", "properties": {"a": {"type": "string"}}},
                      {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}]})",
        R"({"oneOf": [{"type": "integer"}, {"type": "number"}]})",
        R"({"oneOf": [{"type": "object", "properties": {"air": {"type": "string"}}},
                      {"type": "object", "properties": {"car": {"type": "string"}}},
                      {"type": "object", "properties": {"train": {"type": ["object", "null"]}}},
                      {"type": "object", "properties": {"ship": {"type": "integer"}}}]})",
        R"({"type": "string", "format": "date-time", "minLength": 24, "maxLength": 24})",
        R"({"type": "string", "format": "uri", "pattern": ".+/v[0-1](\\.[0-9]+)*/?$"})",
        R"({"anyOf": [{"type": "string", "maxLength": 2}, {"type": "string", "minLength": 30}]})",
        R"({"properties": {"country": {"enum": ["DE", "US"]}, "zip": {"type": "string"}},
            "required": ["country", "zip"], "type": "object",
            "if": {"properties": {"country": {"const": "US"}}},
            "then": {"properties": {"zip": {"pattern": "^\\d{5}$"}}},
            "else": {"properties": {"zip": {"pattern": "^D-\\d{5}$"}}}})",
        R"({"not": {"type": "string"}})",
        R"({"type": "integer", "maximum": 1000000007, "not": {"maximum": 1000000006}})",
        R"({"type": "string", "format": "iri", "not": {"minLength": 15}})",
        R"({"type": "array", "not": {"anyOf": [{"maxItems": 6}, {"minItems": 8}]}})",
        R"({"if": {"type": "number", "exclusiveMaximum": 191247117699}, "then": false,
            "else": {"type": "integer", "exclusiveMaximum": 191247117700}})",
        R"({"type": "string", "format": "ipv6", "maxLength": 5})",
        R"({"type": "string", "format": "duration", "maxLength": 3})",
        R"({"type": "string", "format": "uri", "minLength": 13, "maxLength": 13})",
        R"({"type": "string", "format": "hostname", "minLength": 70})",
        R"({"type": "string", "format": "email", "maxLength": 6})",
        R"({"type": "string", "pattern": "^(?=.*\\d)(?=.*[a-z])(?=.*[A-Z]).{8,16}$", "minLength": 12,
            "maxLength": 13})",
        R"({"type": "array", "prefixItems": [{"type": "null"}, {"type": "string"}],
            "contains": {"type": "string", "minLength": 20}})",
        R"({"type": "array", "prefixItems": [{"type": "null"}], "contains": {"const": 1},
            "minContains": 2, "maxItems": 3})",
        R"({"type": "integer", "not": {"multipleOf": 2}})",
        R"({"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"type": "boolean"}}})",
        R"({"$dynamicAnchor": "n", "type": "object", "properties": {"next": {"$dynamicRef": "#n"}},
            "minProperties": 1})",
    };
    for (const char *schema : schemas)
        QTest::newRow(schema) << QByteArray(schema);
}

void TestSampler::valid()
{
    QFETCH(const QByteArray, schema);
    const CompiledSchema rules = compiled(schema);
    for (quint64 seed = 0; seed < 20; ++seed) {
        SampleOptions options;
        options.seed = seed;
        const Sample result = sample(rules, options);
        QVERIFY2(result.isFound(), qPrintable(result.reason));
        QVERIFY2(isValid(rules, result.value), writeJson(result.value).constData());
    }
}

void TestSampler::formats_data()
{
    QTest::addColumn<QString>("format");
    for (const QString &name : formatNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestSampler::formats()
{
    QFETCH(const QString, format);
    const bool isNumber = isNumberFormat(formatFromName(format));
    const QString type = isNumber ? QStringLiteral("number") : QStringLiteral("string");
    const CompiledSchema rules =
        withFormats(QStringLiteral(R"({"type": "%1", "format": "%2"})").arg(type, format).toUtf8());
    for (quint64 seed = 0; seed < 50; ++seed) {
        SampleOptions options;
        options.seed = seed;
        const Json value = made(rules, options);
        QVERIFY2(isValid(rules, value), writeJson(value).constData());
        QVERIFY(isNumber || !value.string().isEmpty());
    }
}

/// `contentEncoding` asserts nothing, but whoever reads the value decodes it.
void TestSampler::encodedText()
{
    const Sample result =
        sample(compiled(R"({"type": "string", "contentEncoding": "base64", "minLength": 30})"));
    QVERIFY(result.isFound());
    const QByteArray text = result.value.toString().toLatin1();
    QVERIFY2(QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors),
             text.constData());
}

/// Schemas that contradict themselves, with the part of their rules that their value keeps.
void TestSampler::nearest_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("kept");
    const auto row = [](const char *name, const char *schema, const char *kept) {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(kept);
    };
    row("a base that forbids what extends it",
        R"({"type": "object", "required": ["a", "b"], "properties": {"b": {"type": "integer"}},
            "allOf": [{"type": "object", "properties": {"a": {"type": "string"}},
                       "additionalProperties": false}]})",
        R"({"required": ["a", "b"], "properties": {"a": {"type": "string"}, "b": {"type": "integer"}}})");
    row("alternatives that are the same",
        R"({"oneOf": [{"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}},
                      {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}]})",
        R"({"required": ["id"], "properties": {"id": {"type": "string"}}})");
    row("values of another type", R"({"type": "string", "enum": [10, 20]})", R"({"enum": [10]})");
    row("a value of another type in an object",
        R"({"type": "object", "required": ["a", "b"],
            "properties": {"a": {"type": "integer", "minimum": 5}, "b": {"type": "string", "enum": [true]}}})",
        R"({"required": ["a", "b"], "properties": {"a": {"minimum": 5}, "b": {"const": true}}})");
    row("a pattern that is none", R"({"type": "string", "pattern": "^a$b"})",
        R"({"type": "string"})");
    row("its author's example",
        R"({"type": "integer", "maxLength": 3, "allOf": [{"type": "string"}], "example": "abc"})",
        R"({"const": "abc"})");
    row("nothing but a type", R"({"type": "array", "minItems": 2, "items": false})",
        R"({"type": "array"})");
}

void TestSampler::nearest()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, kept);
    const Sample made = sample(compiled(schema));
    QCOMPARE(made.outcome, Sample::Unsatisfiable);
    QVERIFY(made.value.isUndefined());
    QVERIFY2(isValid(compiled(kept), made.nearest), writeJson(made.nearest).constData());
}

void TestSampler::examplesFirst()
{
    QCOMPARE(made(compiled(R"({"type": "string", "examples": ["from examples"]})")),
             Json(QStringLiteral("from examples")));
    QCOMPARE(made(compiled(R"({"type": "string", "example": "one"})")),
             Json(QStringLiteral("one")));
    QCOMPARE(made(compiled(R"({"type": "integer", "default": 42})")), Json(42));
    QCOMPARE(made(compiled(R"({"$ref": "#/$defs/a", "$defs": {"a": {"example": {"b": 1}}}})")),
             json(R"({"b": 1})"));
    SampleOptions options;
    options.useExamples = false;
    QVERIFY(made(compiled(R"({"type": "integer", "default": -1})"), options) != Json(-1));
}

void TestSampler::invalidExample()
{
    const CompiledSchema rules = compiled(R"({"type": "integer", "example": "no number"})");
    QVERIFY(made(rules).isInteger());
}

void TestSampler::sameAgain()
{
    const QByteArray schema = R"({"type": "object", "properties": {
        "id": {"type": "integer"}, "name": {"type": "string"}, "email": {"type": "string"}}})";
    SampleOptions options;
    options.seed = 7;
    options.path = QStringLiteral("GET /items/200");
    const Json first = made(compiled(schema), options);
    QCOMPARE(made(compiled(schema), options), first);
    options.path = QStringLiteral("GET /items/404");
    QVERIFY(made(compiled(schema), options) != first);
    options.path = QStringLiteral("GET /items/200");
    options.seed = 8;
    QVERIFY(made(compiled(schema), options) != first);
}

void TestSampler::names()
{
    const Json value = made(compiled(R"({"type": "object", "properties": {
        "email": {"type": "string"}, "firstName": {"type": "string"}, "city": {"type": "string"},
        "created_at": {"type": "string", "format": "date-time"}, "unit_price": {"type": "number"},
        "age": {"type": "integer"}, "avatar_url": {"type": "string"}, "phone": {"type": "string"},
        "uuid": {"type": "string"}, "startDate": {"type": "string"}}})"));
    QVERIFY(hasFormat(Format::Email, value.value(u"email")));
    QVERIFY(hasFormat(Format::DateTime, value.value(u"created_at")));
    QVERIFY(hasFormat(Format::Uri, value.value(u"avatar_url")));
    QVERIFY(hasFormat(Format::Uuid, value.value(u"uuid")));
    QVERIFY(hasFormat(Format::Date, value.value(u"startDate")));
    QVERIFY(value.value(u"phone").string().startsWith(u'+'));
    QVERIFY(value.value(u"city").string()[0].isUpper());
    QVERIFY(value.value(u"age").toInt64() >= 18 && value.value(u"age").toInt64() < 100);
    QVERIFY(value.value(u"unit_price").toDouble() > 1 &&
            value.value(u"unit_price").toDouble() < 500);
    QCOMPARE(value.object().keys().first(), QStringLiteral("email"));
}

/// What has check digits has the right ones, and nobody is born last year.
void TestSampler::codes()
{
    const Json value = made(compiled(R"({"type": "object", "properties": {
        "isbn": {"type": "string"}, "barcode": {"type": "string"}, "iban": {"type": "string"},
        "date_of_birth": {"type": "string"}, "mac_address": {"type": "string"},
        "updated_at": {"type": "integer"}, "state": {"type": "string"}}})"));
    for (const QStringView name : {QStringView(u"isbn"), QStringView(u"barcode")}) {
        const QString text = value.value(name).string();
        QCOMPARE(text.size(), 13);
        int sum = 0;
        for (qsizetype i = 0; i < text.size(); ++i)
            sum += text[i].digitValue() * (i % 2 == 0 ? 1 : 3);
        QCOMPARE(sum % 10, 0);
    }
    const QString iban = value.value(u"iban").string();
    QCOMPARE(iban.size(), 22);
    int remainder = 0;
    for (const QChar digit : iban.sliced(4) + QStringLiteral("1314") + iban.mid(2, 2))
        remainder = (remainder * 10 + digit.digitValue()) % 97;
    QCOMPARE(remainder, 1);
    QVERIFY(value.value(u"date_of_birth").string() < QStringLiteral("2005"));
    QCOMPARE(value.value(u"mac_address").string().size(), 17);
    QVERIFY(value.value(u"updated_at").toInt64() > 1'600'000'000);
    QVERIFY(value.value(u"state").string()[0].isUpper());
}

void TestSampler::onlyMapsGetMembersOfTheirOwn_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<int>("members");
    QTest::newRow("no fields") << QByteArray(R"({"type": "object"})") << 0;
    QTest::newRow("no fields, listed")
        << QByteArray(R"({"type": "object", "properties": {}})") << 0;
    QTest::newRow("free form") << QByteArray(R"({"type": "object", "additionalProperties": true})")
                               << 0;
    QTest::newRow("free form, as a schema")
        << QByteArray(R"({"type": "object", "additionalProperties": {}})") << 0;
    QTest::newRow("closed") << QByteArray(R"({"type": "object", "additionalProperties": false})")
                            << 0;
    QTest::newRow("free form, but something is wanted")
        << QByteArray(R"({"type": "object", "minProperties": 2})") << 2;
    QTest::newRow("map")
        << QByteArray(R"({"type": "object", "additionalProperties": {"type": "integer"}})") << 1;
    QTest::newRow("map by pattern")
        << QByteArray(R"({"type": "object", "patternProperties": {"^x-[a-z]+$": {}}})") << 1;
    QTest::newRow("map with names")
        << QByteArray(R"({"type": "object", "propertyNames": {"format": "email"}})") << 1;
    QTest::newRow("map, empty by its limit") << QByteArray(R"({"type": "object", "maxProperties": 0,
                          "additionalProperties": {"type": "integer"}})")
                                             << 0;
}

/// Keys of a map read as its name says.
void TestSampler::keysOfMaps()
{
    const auto key = [](const char *name) {
        SampleOptions options;
        options.name = QString::fromLatin1(name);
        const CompiledSchema rules =
            compiled(R"({"type": "object", "additionalProperties": {"type": "number"}})");
        return sample(rules, options).value.object().keys().value(0);
    };
    static const QRegularExpression currency(QStringLiteral("^[A-Z]{3}$"));
    QVERIFY2(currency.match(key("price_by_currency")).hasMatch(),
             qPrintable(key("price_by_currency")));
    QVERIFY2(key("visitsByEmail").contains(u'@'), qPrintable(key("visitsByEmail")));
    static const QRegularExpression language(QStringLiteral("^[a-z]{2}(-[A-Z]{2})?$"));
    QVERIFY2(language.match(key("translations")).hasMatch(), qPrintable(key("translations")));
    static const QRegularExpression word(QStringLiteral("^[a-z]+$"));
    QVERIFY2(word.match(key("labels")).hasMatch(), qPrintable(key("labels")));
}

void TestSampler::onlyMapsGetMembersOfTheirOwn()
{
    QFETCH(QByteArray, schema);
    QFETCH(int, members);
    const Sample made = sample(compiled(schema));
    QVERIFY(made.isFound());
    QVERIFY2(made.value.object().size() == members, writeJson(made.value).constData());
}

void TestSampler::direction()
{
    const CompiledSchema rules = compiled(R"({"type": "object", "properties": {
        "id": {"type": "integer", "readOnly": true}, "name": {"type": "string"},
        "password": {"type": "string", "writeOnly": true}}, "required": ["id", "name", "password"]})");
    SampleOptions options;
    options.direction = Direction::Request;
    QCOMPARE(made(rules, options).object().keys(),
             (QStringList{QStringLiteral("name"), QStringLiteral("password")}));
    options.direction = Direction::Response;
    QCOMPARE(made(rules, options).object().keys(),
             (QStringList{QStringLiteral("id"), QStringLiteral("name")}));
}

void TestSampler::overrides()
{
    const CompiledSchema rules = compiled(R"({"type": "object", "properties": {
        "id": {"type": "integer"}, "kind": {"enum": ["a", "b"]},
        "owner": {"type": "object", "properties": {"id": {"type": "integer"}}}},
        "example": {"id": 1, "kind": "a"}})");
    SampleOptions options;
    options.overrides = {{QStringLiteral("id"), 77}, {QStringLiteral("kind"), QStringLiteral("c")}};
    const Json fromExample = made(rules, options);
    QCOMPARE(fromExample.value(u"id"), Json(77));
    QCOMPARE(fromExample.value(u"kind"), Json(QStringLiteral("a"))); // "c" would not be valid
    options.useExamples = false;
    const Json invented = made(rules, options);
    QCOMPARE(invented.value(u"id"), Json(77));
    QVERIFY(invented.value(u"owner").value(u"id") != Json(77)); // another thing's id
}

void TestSampler::recursion()
{
    const CompiledSchema rules =
        compiled(R"({"$defs": {"node": {"type": "object", "required": ["name"],
        "properties": {"name": {"type": "string"}, "children": {"type": "array", "items":
            {"$ref": "#/$defs/node"}}, "parent": {"anyOf": [{"$ref": "#/$defs/node"}, {"type": "null"}]}},
        "additionalProperties": false}}, "$ref": "#/$defs/node"})");
    const Json value = made(rules);
    QVERIFY(isValid(rules, value));
    QVERIFY(writeJson(value).size() < 500);

    // The way out of the circle is the other branch.
    const CompiledSchema tree = compiled(R"({"$defs": {"t": {"oneOf": [
        {"type": "object", "required": ["left"], "properties": {"left": {"$ref": "#/$defs/t"}}},
        {"type": "integer"}]}}, "$ref": "#/$defs/t"})");
    QVERIFY(isValid(tree, made(tree)));
}

void TestSampler::metaSchemas_data()
{
    QTest::addColumn<QString>("uri");
    for (const char *uri :
         {"https://json-schema.org/draft/2020-12/schema",
          "https://json-schema.org/draft/2019-09/schema", "http://json-schema.org/draft-07/schema#",
          "http://json-schema.org/draft-06/schema#", "http://json-schema.org/draft-04/schema#"})
        QTest::newRow(uri) << QString::fromLatin1(uri);
}

/// Schemas in which nearly everything leads back to the whole.
void TestSampler::metaSchemas()
{
    QFETCH(const QString, uri);
    const CompiledSchema rules = SchemaCompiler().compile(
        readSchema(JsonObject{{QStringLiteral("$ref"), uri}}, nodeIdsFrom()));
    SampleOptions options;
    options.useExamples = false; // `default: true` would be too easy
    QBENCHMARK_ONCE
    {
        const Json value = made(rules, options);
        QVERIFY(isValid(rules, value));
        QVERIFY2(writeJson(value).size() < 20'000, writeJson(value).left(2000).constData());
    }
}

void TestSampler::tags()
{
    const CompiledSchema rules = compiled(R"({
        "$defs": {"Cat": {"type": "object", "properties": {"kind": {"type": "string"}}},
                  "Dog": {"type": "object", "properties": {"kind": {"type": "string"}, "bark": {}}}},
        "type": "array", "minItems": 2,
        "items": {"oneOf": [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Dog"}],
                  "discriminator": {"propertyName": "kind", "mapping": {"dog": "#/$defs/Dog"}}}})");
    const Json value = made(rules);
    QCOMPARE(value.array()[0].value(u"kind"), Json(QStringLiteral("Cat")));
    QCOMPARE(value.array()[1].value(u"kind"), Json(QStringLiteral("dog")));
}

void TestSampler::optionalMembers()
{
    // What is optional is there, unless there is no valid value for it.
    const CompiledSchema rules = compiled(R"({"type": "object", "properties": {
        "a": {"type": "string"}, "b": false, "c": {"enum": []}, "d": {"type": "integer"}}})");
    QCOMPARE(made(rules).object().keys(), (QStringList{QStringLiteral("a"), QStringLiteral("d")}));
}

QTEST_GUILESS_MAIN(TestSampler)
#include "test_sampler.moc"
