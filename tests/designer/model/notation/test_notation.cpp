#include "designer/model/notation.h"
#include "designer/model/references.h"
#include "designer/model/schema_json.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Design;
using Kind = TypeExpression::Kind;

namespace
{

Json json(const QString &text)
{
    const ReadText read = readJson(text.toUtf8());
    return read.value;
}

Api designWith(const QStringList &models, const QString &version = QStringLiteral("3.1.0"))
{
    Api api;
    api.openapi = version;
    for (const QString &name : models) {
        Schema schema = Schema::empty(api.newId());
        schema.set(Keyword::Type, QStringLiteral("object"));
        api.components.schemas.insert(name, schema);
    }
    return api;
}

Api sampleDesign()
{
    return designWith({QStringLiteral("Tag"), QStringLiteral("User"), QStringLiteral("Team"),
                       QStringLiteral("Base"), QStringLiteral("Date"), QStringLiteral("string"),
                       QStringLiteral("Page[Item]")});
}

QString writtenSchema(const Schema &schema)
{
    return QString::fromUtf8(writeJson(writeSchema(schema)));
}

Schema schemaFrom(const QString &text, Api &api)
{
    Schema schema = readSchema(json(text), [&api] { return api.newId(); });
    Api holder = api;
    holder.components.schemas.insert(QStringLiteral("InTheTest"), schema);
    resolveReferences(holder);
    return holder.components.schemas.last().value;
}

} // namespace

class TestNotation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textBecomesSchema_data();
    void textBecomesSchema();
    void textBecomesSchemaOf30_data();
    void textBecomesSchemaOf30();
    void refusedTextNamesThePlace_data();
    void refusedTextNamesThePlace();
    void schemaBecomesText_data();
    void schemaBecomesText();
    void rulesAloneAreRead_data();
    void rulesAloneAreRead();
    void changingATypeKeepsWhatFits_data();
    void changingATypeKeepsWhatFits();
    void partsKeepTheirIdentity();
    void sameTextChangesNothing_data();
    void sameTextChangesNothing();
    void unknownModelIsOfferedToBeCreated();
    void randomTypesSurviveEveryForm();
    void unsaidKeywordsAreNamed();
    void garbageNeverCrashes();
};

void TestNotation::textBecomesSchema_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("string", R"({"type":"string"})");
    row("string 1..80", R"({"type":"string","minLength":1,"maxLength":80})");
    row("string 1…80 chars · read-only",
        R"({"type":"string","minLength":1,"maxLength":80,"readOnly":true})");
    row("string <=80", R"({"type":"string","maxLength":80})");
    row("string ≤ 80", R"({"type":"string","maxLength":80})");
    row("string <80", R"({"type":"string","maxLength":79})");
    row("string >0", R"({"type":"string","minLength":1})");
    row("string ..80", R"({"type":"string","maxLength":80})");
    row("string 3..", R"({"type":"string","minLength":3})");
    row("string =5", R"({"type":"string","minLength":5,"maxLength":5})");
    row("string exactly 5 chars", R"({"type":"string","minLength":5,"maxLength":5})");
    row("string /^[a-z]+$/", R"({"type":"string","pattern":"^[a-z]+$"})");
    row(R"(string /a\/b[/]/)", R"({"type":"string","pattern":"a\\/b[/]"})");
    row(R"(string pattern "^/api/")", R"({"type":"string","pattern":"^/api/"})");
    row("string format phone", R"({"type":"string","format":"phone"})");
    row("string format email", R"({"type":"string","format":"email"})");
    row("string · uuid", R"({"type":"string","format":"uuid"})");
    row("int >=1 <=10", R"({"type":"integer","minimum":1,"maximum":10})");
    row("int 1..10", R"({"type":"integer","minimum":1,"maximum":10})");
    row("int -5..-1", R"({"type":"integer","minimum":-5,"maximum":-1})");
    row("float >0 <=1000000", R"({"type":"number","maximum":1000000,"exclusiveMinimum":0})");
    row("float >0 <=1_000_000", R"({"type":"number","maximum":1000000,"exclusiveMinimum":0})");
    row("number multiple of 0.01", R"({"type":"number","multipleOf":0.01})");
    row("int32", R"({"type":"integer","format":"int32"})");
    row("int64 >=0", R"({"type":"integer","minimum":0,"format":"int64"})");
    row("double", R"({"type":"number","format":"double"})");
    row("bool default true", R"({"type":"boolean","default":true})");
    row("string default \"a b\"", R"({"type":"string","default":"a b"})");
    row("string default “a b”", R"({"type":"string","default":"a b"})");
    row("[string] default [\"a\", \"b\"]",
        R"({"type":"array","items":{"type":"string"},"default":["a","b"]})");
    row("email", R"({"type":"string","format":"email"})");
    row("url", R"({"type":"string","format":"uri"})");
    row("datetime", R"({"type":"string","format":"date-time"})");
    row("date", R"({"type":"string","format":"date"})");
    row("Date", R"({"$ref":"#/components/schemas/Date"})");
    row("`string`", R"({"$ref":"#/components/schemas/string"})");
    row("`Page[Item]`", R"({"$ref":"#/components/schemas/Page%5BItem%5D"})");
    row("binary", R"({"type":"string","format":"binary"})");
    row("any", R"({})");
    row("nothing", R"(false)");
    row("null", R"({"type":"null"})");
    row("{}", R"({"type":"object"})");
    row("object", R"({"type":"object"})");
    row("object closed", R"({"type":"object","additionalProperties":false})");
    row("object no other fields", R"({"type":"object","additionalProperties":false})");
    row("Tag", R"({"$ref":"#/components/schemas/Tag"})");
    row("→ Tag", R"({"$ref":"#/components/schemas/Tag"})");
    row("[Tag] <=10 unique",
        R"({"type":"array","items":{"$ref":"#/components/schemas/Tag"},"maxItems":10,"uniqueItems":true})");
    row("list of Tag ≤ 10 · unique",
        R"({"type":"array","items":{"$ref":"#/components/schemas/Tag"},"maxItems":10,"uniqueItems":true})");
    row("[string 1..5]",
        R"({"type":"array","items":{"type":"string","minLength":1,"maxLength":5}})");
    row("[[int]]", R"({"type":"array","items":{"type":"array","items":{"type":"integer"}}})");
    row("[int, string]",
        R"({"type":"array","prefixItems":[{"type":"integer"},{"type":"string"}],"maxItems":2,"minItems":2})");
    row("{int}", R"({"type":"object","additionalProperties":{"type":"integer"}})");
    row("{any}", R"({"type":"object","additionalProperties":true})");
    row("{Tag} 1..3",
        R"({"type":"object","additionalProperties":{"$ref":"#/components/schemas/Tag"},"minProperties":1,"maxProperties":3})");
    row("{street*: string, zip: string 5..10}",
        R"({"type":"object","properties":{"street":{"type":"string"},"zip":{"type":"string","minLength":5,"maxLength":10}},"required":["street"]})");
    row("string?", R"({"type":["string","null"]})");
    row("string? 1..80", R"({"type":["string","null"],"minLength":1,"maxLength":80})");
    row("string 1..80 ?", R"({"type":["string","null"],"minLength":1,"maxLength":80})");
    row("string | null", R"({"type":["string","null"]})");
    row("string or None", R"({"type":["string","null"]})");
    row("Optional[str]", R"({"type":["string","null"]})");
    row("Tag?", R"({"anyOf":[{"$ref":"#/components/schemas/Tag"},{"type":"null"}]})");
    row("[Tag]?", R"({"type":["array","null"],"items":{"$ref":"#/components/schemas/Tag"}})");
    row("[Tag?]",
        R"({"type":"array","items":{"anyOf":[{"$ref":"#/components/schemas/Tag"},{"type":"null"}]}})");
    row("\"a\" | \"b\"", R"({"type":"string","enum":["a","b"]})");
    row("'a' | 'b'", R"({"type":"string","enum":["a","b"]})");
    row("“a” | “b”", R"({"type":"string","enum":["a","b"]})");
    row("\"a\" | \"b\" default \"a\"", R"({"type":"string","enum":["a","b"],"default":"a"})");
    row("\"a\" | \"b\" | null", R"({"type":["string","null"],"enum":["a","b",null]})");
    row("(\"a\" | \"b\")?", R"({"type":["string","null"],"enum":["a","b",null]})");
    row("1 | 2", R"({"type":"integer","enum":[1,2]})");
    row("1 | 2.5", R"({"enum":[1,2.5]})");
    row("\"only\"", R"({"type":"string","const":"only"})");
    row("true", R"({"type":"boolean","const":true})");
    row("User | Team",
        R"({"anyOf":[{"$ref":"#/components/schemas/User"},{"$ref":"#/components/schemas/Team"}]})");
    row("User | Team by kind",
        R"({"oneOf":[{"$ref":"#/components/schemas/User"},{"$ref":"#/components/schemas/Team"}],"discriminator":{"propertyName":"kind"}})");
    row("User | Team · told apart by “kind”",
        R"({"oneOf":[{"$ref":"#/components/schemas/User"},{"$ref":"#/components/schemas/Team"}],"discriminator":{"propertyName":"kind"}})");
    row("User | Team exactly one",
        R"({"oneOf":[{"$ref":"#/components/schemas/User"},{"$ref":"#/components/schemas/Team"}]})");
    row("User | null | string 1..5",
        R"({"anyOf":[{"$ref":"#/components/schemas/User"},{"type":"string","minLength":1,"maxLength":5},{"type":"null"}]})");
    row("\"auto\" | int >=0",
        R"({"anyOf":[{"type":"string","const":"auto"},{"type":"integer","minimum":0}]})");
    row("string | int default 3",
        R"({"anyOf":[{"type":"string"},{"type":"integer"}],"default":3})");
    row("Base & object", R"({"type":"object","allOf":[{"$ref":"#/components/schemas/Base"}]})");
    row("Base & {age: int}",
        R"({"type":"object","properties":{"age":{"type":"integer"}},"allOf":[{"$ref":"#/components/schemas/Base"}]})");
    row("Base & object closed",
        R"({"type":"object","unevaluatedProperties":false,"allOf":[{"$ref":"#/components/schemas/Base"}]})");
    row("Base & Tag",
        R"({"allOf":[{"$ref":"#/components/schemas/Base"},{"$ref":"#/components/schemas/Tag"}]})");
    row("<other.yaml#/Tag>", R"({"$ref":"other.yaml#/Tag"})");
    row("dict[str, int]", R"({"type":"object","additionalProperties":{"type":"integer"}})");
    row("set[str]", R"({"type":"array","items":{"type":"string"},"uniqueItems":true})");
    row("Literal['a', 'b']", R"({"type":"string","enum":["a","b"]})");
    row("json {\"a\": 1} | 2", R"({"enum":[{"a":1},2]})");
    row("string deprecated write-only", R"({"type":"string","deprecated":true,"writeOnly":true})");
}

void TestNotation::textBecomesSchema()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    Api api = sampleDesign();
    const ParsedType parsed = parseType(text, api);
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(parsed.error->message));
    Schema schema;
    applyType(schema, parsed.type, RulesOf::Both, api);
    const Json written = writeSchema(schema);
    QVERIFY2(jsonEquals(written, json(expected)), qPrintable(writtenSchema(schema)));

    // What the cell shows afterwards means the same.
    const TypeExpression described = describeType(schema, api);
    const QString again = fullText(described);
    const ParsedType second = parseType(again, api);
    QVERIFY2(second.ok(), qPrintable(again));
    Schema copy = schema;
    applyType(copy, second.type, RulesOf::TextOnly, api);
    QCOMPARE(copy, schema);
    const QString pretty = prettyType(described) + QStringLiteral(" · ") +
                           prettyRules(described).join(QStringLiteral(" · "));
    const ParsedType third = parseType(pretty, api);
    QVERIFY2(third.ok(), qPrintable(pretty));
}

void TestNotation::textBecomesSchemaOf30_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("string?", R"({"type":"string","nullable":true})");
    row("Tag?", R"({"allOf":[{"$ref":"#/components/schemas/Tag"}],"nullable":true})");
    row("Tag read-only", R"({"allOf":[{"$ref":"#/components/schemas/Tag"}],"readOnly":true})");
    row("float >0 <5",
        R"({"type":"number","minimum":0,"exclusiveMinimum":true,"maximum":5,"exclusiveMaximum":true})");
    row("\"one\"", R"({"type":"string","enum":["one"]})");
    row("\"a\" | \"b\" | null", R"({"type":"string","enum":["a","b",null],"nullable":true})");
    row("User | Team | null",
        R"({"anyOf":[{"$ref":"#/components/schemas/User"},{"$ref":"#/components/schemas/Team"}],"nullable":true})");
    row("Base & object closed",
        R"({"type":"object","additionalProperties":false,"allOf":[{"$ref":"#/components/schemas/Base"}]})");
}

void TestNotation::textBecomesSchemaOf30()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    Api api = sampleDesign();
    api.openapi = QStringLiteral("3.0.3");
    const ParsedType parsed = parseType(text, api);
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(parsed.error->message));
    Schema schema;
    applyType(schema, parsed.type, RulesOf::Both, api);
    QVERIFY2(jsonEquals(writeSchema(schema), json(expected)), qPrintable(writtenSchema(schema)));
    QCOMPARE(fullText(describeType(schema, api)), fullText(parsed.type));
}

void TestNotation::refusedTextNamesThePlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *text, int column, const char *says) {
        QTest::newRow(text) << QString::fromUtf8(text) << column << QString::fromUtf8(says);
    };
    row("", 0, "Type what it is");
    row("Tga", 0, "Did you mean Tag?");
    row("Customer", 0, "There is no model “Customer”");
    row("strng", 0, "Did you mean string?");
    row("[Tag", 4, "“[” is not closed: “]” is missing");
    row("[Tag)", 4, "“)” cannot stand inside “[ ]”");
    row("Tag]", 3, "closes nothing");
    row("string |", 8, "After “|” a type is missing");
    row("string 5", 7, "What is 5?");
    row("string 5..1", 10, "empty");
    row("string 1.5..2", 7, "no count");
    row("string -1..2", 7, "no count");
    row("int unique", 4, "“unique” is a rule for lists");
    row("int /x/", 4, "A pattern is a rule for text");
    row("string multiple of 5", 7, "rule for numbers");
    row("int multiple of 0", 16, "greater than 0");
    row("Tag 1..5", 4, "Limits of Tag stand in that model itself");
    row("any 1..5", 4, "Limits have no meaning");
    row("string default x", 15, "\"x\"");
    row("string default", 14, "comes a value");
    row("string closed", 7, "rule for objects");
    row("string by kind", 7, "alternatives (A | B)");
    row("string bananas", 7, "“bananas” is no rule");
    row("string /abc", 7, "not closed");
    row("string \"abc", 7, "not closed");
    row("1..5", 0, "Say what it is before its limits");
    row("/x/", 0, "Say what it is before its rules");
    row("{a: }", 4, "A type cannot begin with “}”");
    row("{a: int, : int}", 9, "name of a field");
    row("string § 5", 7, "“§” means nothing here");
    row("int <", 5, "After “<” comes a number");
    row("string <0", 8, "fewer than 0");
}

void TestNotation::refusedTextNamesThePlace()
{
    QFETCH(QString, text);
    QFETCH(int, column);
    QFETCH(QString, says);
    const Api api = sampleDesign();
    const ParsedType parsed = parseType(text, api);
    QVERIFY(!parsed.ok());
    QVERIFY2(parsed.error->message.contains(says), qPrintable(parsed.error->message));
    QCOMPARE(parsed.error->column, column);
    QVERIFY(parsed.error->column + parsed.error->length <= text.size());
}

void TestNotation::schemaBecomesText_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("prettyTypeText");
    QTest::addColumn<QString>("prettyRulesText");
    const auto row = [](const char *schema, const char *type, const char *rules, const char *pretty,
                        const char *prettyRules) {
        QTest::newRow(schema) << QString::fromUtf8(schema) << QString::fromUtf8(type)
                              << QString::fromUtf8(rules) << QString::fromUtf8(pretty)
                              << QString::fromUtf8(prettyRules);
    };
    row(R"({"type":"string","minLength":1,"maxLength":80})", "string", "1..80", "string",
        "1…80 chars");
    row(R"({"type":"string","minLength":1})", "string", ">=1", "string", "≥ 1 char");
    row(R"({"type":"string","format":"uuid","readOnly":true})", "uuid", "read-only",
        "string · uuid", "read-only");
    row(R"({"type":"string","minLength":2,"maxLength":2})", "string", "=2", "string",
        "exactly 2 chars");
    row(R"({"type":"integer","minimum":1,"maximum":5,"default":3})", "integer", "1..5 default 3",
        "integer", "1…5 · default 3");
    row(R"({"type":"number","exclusiveMinimum":0,"maximum":1000000})", "number", ">0 <=1000000",
        "number", "> 0 · ≤ 1000000");
    row(R"({"type":"array","items":{"type":"string"},"maxItems":10,"uniqueItems":true})",
        "[string]", "<=10 unique", "list of string", "≤ 10 · unique");
    row(R"({"type":"array","items":{"type":"string","pattern":"^[a-z]+$"}})", "[string /^[a-z]+$/]",
        "", "list of string", "");
    row(R"({"type":"object","additionalProperties":false,"properties":{}})", "object", "closed",
        "object", "no other fields");
    row(R"({"oneOf":[{"$ref":"#/components/schemas/User"},{"$ref":"#/components/schemas/Team"}],"discriminator":{"propertyName":"kind"}})",
        "User | Team", "by kind", "User | Team", "told apart by “kind”");
    row(R"({"anyOf":[{"type":"string","maxLength":3},{"type":"null"}],"title":"X"})", "string?",
        "<=3", "string?", "≤ 3 chars");
    row(R"({"anyOf":[{"$ref":"#/components/schemas/User"},{"type":"null"}],"default":null})",
        "User?", "default null", "→ User?", "default null");
    row(R"({"type":["string","null"],"maxLength":3})", "string?", "<=3", "string?", "≤ 3 chars");
    row(R"({"type":["string","integer"],"maxLength":3,"minimum":1})", "string <=3 | integer >=1",
        "", "string | integer", "");
    row(R"({"$ref":"#/components/schemas/Tag"})", "Tag", "", "→ Tag", "");
    row(R"({"$ref":"#/components/schemas/Gone"})", "Gone", "", "→ Gone", "");
    row(R"({"$ref":"other.yaml#/Tag"})", "<other.yaml#/Tag>", "", "→ <other.yaml#/Tag>", "");
    row(R"({"allOf":[{"$ref":"#/components/schemas/Base"}],"type":"object","properties":{"a":{}}})",
        "Base & object", "", "Base & object", "");
    row(R"({"allOf":[{"$ref":"#/components/schemas/Base"},{"type":"object","properties":{"a":{}},"minProperties":1}]})",
        "Base & object", ">=1", "Base & object", "≥ 1");
    row(R"({"allOf":[{"$ref":"#/components/schemas/Base"}],"description":"x"})", "Base", "",
        "→ Base", "");
    row(R"({"properties":{"a":{}}})", "object", "", "object", "");
    row(R"({"items":{"type":"string"}})", "[string]", "", "list of string", "");
    row(R"({"enum":["a","b"],"type":"string"})", "\"a\" | \"b\"", "", "\"a\" | \"b\"", "");
    row(R"({"type":"string","pattern":"^/a"})", "string", "pattern \"^/a\"", "string",
        "pattern \"^/a\"");
    row(R"(true)", "any", "", "any", "");
    row(R"(false)", "nothing", "", "nothing", "");
    row(R"({"type":"string","minLength":"5"})", "string", "", "string", "");
    row(R"({"type":"array","items":{"anyOf":[{"type":"string"},{"type":"integer"}]}})",
        "[string | integer]", "", "list of (string | integer)", "");
}

void TestNotation::schemaBecomesText()
{
    QFETCH(QString, schema);
    QFETCH(QString, type);
    QFETCH(QString, rules);
    QFETCH(QString, prettyTypeText);
    QFETCH(QString, prettyRulesText);
    Api api = sampleDesign();
    const Schema value = schemaFrom(schema, api);
    const TypeExpression described = describeType(value, api);
    QCOMPARE(typeText(described), type);
    QCOMPARE(rulesText(described), rules);
    QCOMPARE(prettyType(described), prettyTypeText);
    QCOMPARE(prettyRules(described).join(QStringLiteral(" · ")), prettyRulesText);
}

void TestNotation::rulesAloneAreRead_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("expected"); ///< or what the message says
    QTest::addColumn<bool>("ok");
    const auto row = [](const char *type, const char *rules, const char *expected, bool ok = true) {
        QTest::newRow(rules) << QString::fromUtf8(type) << QString::fromUtf8(rules)
                             << QString::fromUtf8(expected) << ok;
    };
    row("string", "1..80", "1..80");
    row("string", "≤ 80 chars · /x/", "<=80 /x/");
    row("string", "", "");
    row("[int]", "unique ≤ 3", "<=3 unique");
    row("User | Team", "told apart by “kind”", "by kind");
    row("User | Team", "exactly one by kind", "by kind");
    row("object", "no other fields", "closed");
    row("int", "> 0 · ≤ 5 · default 3", ">0 <=5 default 3");
    row("int", "unique", "rule for lists", false);
    row("int", "string", "is no rule", false);
    row("string", "1..80 ..", "comes a number", false);
    row("string", "+not 1..2", "1..2");
}

void TestNotation::rulesAloneAreRead()
{
    QFETCH(QString, type);
    QFETCH(QString, rules);
    QFETCH(QString, expected);
    QFETCH(bool, ok);
    const Api api = sampleDesign();
    const ParsedType parsed = parseRules(rules, parseType(type, api).type, api);
    QCOMPARE(parsed.ok(), ok);
    if (ok)
        QCOMPARE(rulesText(parsed.type), expected);
    else
        QVERIFY2(parsed.error->message.contains(expected), qPrintable(parsed.error->message));
}

void TestNotation::changingATypeKeepsWhatFits_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isRules");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *before, const char *text, const char *after,
                        bool isRules = false) {
        QTest::addRow("%s: %s", before, text)
            << QString::fromUtf8(before) << QString::fromUtf8(text) << isRules
            << QString::fromUtf8(after);
    };
    row(R"({"type":"string","maxLength":5,"description":"d","examples":["x"],"x-a":1})", "int",
        R"({"type":"integer","description":"d","examples":["x"],"x-a":1})");
    row(R"({"description":"d","type":"string","maxLength":5})", "string 1..",
        R"({"description":"d","type":"string","minLength":1,"maxLength":5})");
    row(R"({"type":"string","maxLength":5,"pattern":"x"})", "1..",
        R"({"type":"string","minLength":1})", true);
    row(R"({"type":"string","maxLength":5,"description":"d"})", "",
        R"({"type":"string","description":"d"})", true);
    row(R"({"type":"integer","minimum":1})", "number", R"({"type":"number","minimum":1})");
    row(R"({"type":"integer","minimum":1})", "int >0",
        R"({"type":"integer","exclusiveMinimum":0})");
    row(R"({"type":"integer","default":3})", "string", R"({"type":"string"})");
    row(R"({"type":"integer","default":3})", "number", R"({"type":"number","default":3})");
    row(R"({"type":"string","default":null})", "string", R"({"type":"string","default":null})");
    row(R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a"]})", "object?",
        R"({"type":["object","null"],"properties":{"a":{"type":"string"}},"required":["a"]})");
    row(R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"description":"d"})",
        "string", R"({"type":"string","description":"d"})");
    row(R"({"type":"object","properties":{"a":{"type":"string"}}})", "{b*: int}",
        R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":"integer"}},"required":["b"]})");
    row(R"({"type":"object","properties":{"a":{"type":"string"}}})", "Base & object",
        R"({"type":"object","properties":{"a":{"type":"string"}},"allOf":[{"$ref":"#/components/schemas/Base"}]})");
    row(R"({"type":"array","items":{"type":"object","properties":{"a":{"type":"string"}},"description":"i"}})",
        "[object]?",
        R"({"type":["array","null"],"items":{"type":"object","properties":{"a":{"type":"string"}},"description":"i"}})");
    row(R"({"$ref":"#/components/schemas/Tag","description":"d"})", "User",
        R"({"$ref":"#/components/schemas/User","description":"d"})");
    row(R"({"$ref":"#/components/schemas/Tag","description":"d"})", "User?",
        R"({"description":"d","anyOf":[{"$ref":"#/components/schemas/User"},{"type":"null"}]})");
    row(R"({"anyOf":[{"type":"string","maxLength":3,"title":"T"},{"type":"null"}],"description":"d","default":null})",
        "string", R"({"type":"string","maxLength":3,"title":"T","description":"d"})");
    row(R"({"anyOf":[{"type":"string","maxLength":3},{"type":"null"}],"title":"T"})", "int?",
        R"({"anyOf":[{"type":"integer"},{"type":"null"}],"title":"T"})");
    row(R"({"anyOf":[{"type":"string","maxLength":3},{"type":"null"}],"title":"T"})",
        "<=5 default \"x\"",
        R"({"anyOf":[{"type":"string","maxLength":5},{"type":"null"}],"title":"T","default":"x"})",
        true);
    row(R"({"allOf":[{"$ref":"#/components/schemas/Tag"}],"description":"d"})", "User",
        R"({"allOf":[{"$ref":"#/components/schemas/User"}],"description":"d"})");
    row(R"({"oneOf":[{"type":"string"},{"type":"integer"}]})", "by kind",
        R"({"oneOf":[{"type":"string"},{"type":"integer"}],"discriminator":{"propertyName":"kind"}})",
        true);
    row(R"({"oneOf":[{"type":"string"},{"type":"integer"}]})", "",
        R"({"anyOf":[{"type":"string"},{"type":"integer"}]})", true);
    row(R"({"oneOf":[{"type":"string"},{"type":"integer"}]})", "string | int | bool",
        R"({"oneOf":[{"type":"string"},{"type":"integer"},{"type":"boolean"}]})");
    row(R"({"oneOf":[{"type":"string"},{"type":"integer"}],"discriminator":{"propertyName":"k","mapping":{"a":"b"}}})",
        "by kind",
        R"({"oneOf":[{"type":"string"},{"type":"integer"}],"discriminator":{"propertyName":"kind","mapping":{"a":"b"}}})",
        true);
    row(R"({"type":"string","enum":["a"],"format":"x"})", "\"a\" | \"b\"",
        R"({"type":"string","enum":["a","b"],"format":"x"})");
    row(R"({"enum":["a"]})", "\"b\"", R"({"enum":["b"]})");
    row(R"({"type":"string","minLength":"5"})", "<=9",
        R"({"type":"string","minLength":"5","maxLength":9})", true);
    row(R"({"minLength":2})", "default 3", R"({"minLength":2,"default":3})", true);
    row(R"({"not":{"type":"string"},"type":"integer"})", "number",
        R"({"not":{"type":"string"},"type":"number"})");
    row(R"({"type":"array","items":{"type":"string"},"contains":{"const":"a"}})", "[int] unique",
        R"({"type":"array","items":{"type":"integer"},"contains":{"const":"a"},"uniqueItems":true})");
    row(R"({"type":"object","additionalProperties":{"type":"string"}})", "object",
        R"({"type":"object"})");
    row(R"({"type":["string","integer"],"maxLength":3})", "string | integer | boolean",
        R"({"anyOf":[{"type":"string"},{"type":"integer"},{"type":"boolean"}]})");
}

void TestNotation::changingATypeKeepsWhatFits()
{
    QFETCH(QString, before);
    QFETCH(QString, text);
    QFETCH(bool, isRules);
    QFETCH(QString, after);
    Api api = sampleDesign();
    Schema schema = schemaFrom(before, api);
    const NodeId id = schema.id();
    const ParsedType parsed =
        isRules ? parseRules(text, describeType(schema, api), api) : parseType(text, api);
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(parsed.error->message));
    applyType(schema, parsed.type, isRules ? RulesOf::TextOnly : RulesOf::Both, api);
    QVERIFY2(jsonEquals(writeSchema(schema), json(after)), qPrintable(writtenSchema(schema)));
    QCOMPARE(schema.id(), id);
}

void TestNotation::partsKeepTheirIdentity()
{
    Api api = sampleDesign();
    Schema schema = schemaFrom(
        QStringLiteral(
            R"({"anyOf":[{"type":"string"},{"$ref":"#/components/schemas/Tag"},{"type":"integer"}]})"),
        api);
    const QList<Schema> before = schema.schemas(Keyword::AnyOf);
    applyType(schema, parseType(u"Tag | int >0 | bool", api).type, RulesOf::Both, api);
    const QList<Schema> after = schema.schemas(Keyword::AnyOf);
    QCOMPARE(after.size(), 3);
    QCOMPARE(after.at(0), before.at(1));
    QCOMPARE(after.at(1).id(), before.at(2).id());
    QVERIFY(after.at(2).id() != before.at(0).id());

    Schema list = schemaFrom(QStringLiteral(R"({"type":"array","items":{"type":"string"}})"), api);
    const NodeId item = list.schema(Keyword::Items).id();
    applyType(list, parseType(u"[int]", api).type, RulesOf::Both, api);
    QCOMPARE(list.schema(Keyword::Items).id(), item);
}

void TestNotation::sameTextChangesNothing_data()
{
    schemaBecomesText_data();
}

void TestNotation::sameTextChangesNothing()
{
    QFETCH(QString, schema);
    Api api = sampleDesign();
    const Schema before = schemaFrom(schema, api);
    const TypeExpression described = describeType(before, api);
    const ParsedType parsed = parseType(typeText(described), api);
    if (described.kind == Kind::Model && described.model == NodeId::None && !parsed.ok())
        return; // a dangling reference cannot be typed, only left alone
    QVERIFY2(parsed.ok(), qPrintable(typeText(described)));
    Schema after = before;
    applyType(after, parsed.type, RulesOf::Both, api);
    QCOMPARE(writtenSchema(after), writtenSchema(before));
    const ParsedType rules = parseRules(rulesText(described), described, api);
    QVERIFY2(rules.ok(), qPrintable(rulesText(described)));
    applyType(after, rules.type, RulesOf::TextOnly, api);
    QCOMPARE(after, before);
}

void TestNotation::unknownModelIsOfferedToBeCreated()
{
    const Api api = sampleDesign();
    const ParsedType parsed = parseType(u"[Customer] unique", api);
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.error->missingModel, QStringLiteral("Customer"));
    QCOMPARE(parsed.error->column, 1);
    QCOMPARE(parsed.error->length, 8);
}

namespace
{

/// Random types as the parser would give them, so that every form of them must read the same.
class Generator
{
public:
    Generator(quint32 seed, const Api &api)
        : m_random(seed)
        , m_api(api)
    {
    }

    TypeExpression type(int depth)
    {
        TypeExpression type = plain(depth);
        if (pick(4) == 0)
            addAnnotations(type);
        return type;
    }

private:
    int pick(int n) { return static_cast<int>(m_random.bounded(n)); }

    TypeExpression plain(int depth)
    {
        TypeExpression type;
        switch (pick(depth > 0 ? 9 : 4)) {
        case 0:
        case 1:
            return scalar();
        case 2:
            return model();
        case 3:
            return literals();
        case 4:
            type.kind = Kind::List;
            type.parts = {this->type(depth - 1)};
            addLimits(type, Keyword::MinItems, Keyword::MaxItems);
            if (pick(2))
                type.rules.append({Keyword::UniqueItems, true});
            break;
        case 5:
            type.kind = Kind::Map;
            type.parts = {this->type(depth - 1)};
            addLimits(type, Keyword::MinProperties, Keyword::MaxProperties);
            break;
        case 6:
            type.kind = Kind::Object;
            if (pick(2))
                type.rules.append({Keyword::AdditionalProperties, false});
            break;
        case 7:
            type.kind = Kind::Union;
            type.parts = {model(), list(depth - 1)};
            if (pick(2))
                type.parts.append(scalar(false));
            if (pick(3) == 0)
                type.rules.append({Keyword::Discriminator, QStringLiteral("kind of it")});
            else if (pick(2))
                type.rules.append({Keyword::OneOf, true});
            for (TypeExpression &part : type.parts)
                part.nullable = false;
            break;
        default:
            type.kind = Kind::All;
            type.parts = {model(), model()};
            type.parts[0].nullable = type.parts[1].nullable = false;
            if (pick(2)) {
                TypeExpression object;
                object.kind = Kind::Object;
                type.parts[1] = object;
            }
            break;
        }
        type.nullable = pick(4) == 0;
        return type;
    }

    TypeExpression list(int depth)
    {
        TypeExpression type;
        type.kind = Kind::List;
        type.parts = {plain(qMax(0, depth))};
        return type;
    }

    TypeExpression scalar(bool mayBeNullable = true)
    {
        TypeExpression type;
        type.kind = Kind::Scalar;
        switch (pick(4)) {
        case 0:
            type.name = QStringLiteral("string");
            addLimits(type, Keyword::MinLength, Keyword::MaxLength);
            if (pick(3) == 0)
                type.rules.append({Keyword::Pattern, QStringLiteral("^[/a-z]+\\/ \"x\"$")});
            else if (pick(3) == 0)
                type.rules.append({Keyword::Pattern, QStringLiteral("/bare")});
            if (pick(3) == 0)
                type.format = QStringLiteral("email");
            else if (pick(3) == 0)
                type.rules.append({Keyword::Format, QStringLiteral("my phone")});
            break;
        case 1:
            type.name = QStringLiteral("integer");
            addLimits(type, Keyword::Minimum, Keyword::Maximum);
            if (pick(2))
                type.format = QStringLiteral("int64");
            break;
        case 2:
            type.name = QStringLiteral("number");
            addLimits(type, Keyword::ExclusiveMinimum, Keyword::ExclusiveMaximum);
            if (pick(2))
                type.rules.append({Keyword::MultipleOf, Json::number("0.5")});
            break;
        default:
            type.name = QStringLiteral("boolean");
        }
        type.nullable = mayBeNullable && pick(4) == 0;
        return type;
    }

    TypeExpression model()
    {
        const auto &schemas = m_api.components.schemas;
        const auto &schema = schemas.at(pick(static_cast<int>(schemas.size())));
        TypeExpression type;
        type.kind = Kind::Model;
        type.name = schema.name;
        type.model = schema.value.id();
        type.nullable = pick(4) == 0;
        return type;
    }

    TypeExpression literals()
    {
        TypeExpression type;
        type.kind = Kind::Literals;
        type.values = {QStringLiteral("a \"b\""), QStringLiteral("ü|")};
        if (pick(3) == 0)
            type.values = {1, 2, Json::number("3.50")};
        if (pick(3) == 0)
            type.values.append(nullptr);
        return type;
    }

    void addLimits(TypeExpression &type, Keyword low, Keyword high)
    {
        if (pick(2))
            type.rules.append({low, pick(5)});
        if (pick(2))
            type.rules.append({high, 5 + pick(5)});
    }

    void addAnnotations(TypeExpression &type)
    {
        if (pick(2))
            type.rules.append({Keyword::Default, json(QStringLiteral("{\"a b\":[1, 2.0,\"]\"]}"))});
        if (pick(2))
            type.rules.append({Keyword::ReadOnly, true});
        if (pick(2))
            type.rules.append({Keyword::Deprecated, true});
    }

    QRandomGenerator m_random;
    const Api &m_api;
};

} // namespace

void TestNotation::randomTypesSurviveEveryForm()
{
    for (const char *version : {"3.1.0", "3.0.3"}) {
        for (quint32 seed = 0; seed < 3000; ++seed) {
            Api api = sampleDesign();
            api.openapi = QString::fromLatin1(version);
            const TypeExpression type = Generator(seed, api).type(3);
            const QString text = fullText(type);
            const ParsedType parsed = parseType(text, api);
            QVERIFY2(parsed.ok(), qPrintable(text + QStringLiteral(": ") +
                                             (parsed.ok() ? QString() : parsed.error->message)));
            QCOMPARE(fullText(parsed.type), text);

            Schema schema;
            applyType(schema, parsed.type, RulesOf::Both, api);
            QCOMPARE(fullText(describeType(schema, api)), text);

            Schema again = schema;
            applyType(again, parseType(text, api).type, RulesOf::TextOnly, api);
            QCOMPARE(again, schema);
            applyType(again, parseType(typeText(parsed.type), api).type, RulesOf::Both, api);
            QVERIFY2(again == schema, qPrintable(text + QLatin1Char('\n') + writtenSchema(schema) +
                                                 QLatin1Char('\n') + writtenSchema(again)));

            // The shown form of the rules reads as the rules, that of the type as a type.
            const TypeExpression described = describeType(schema, api);
            const ParsedType rules =
                parseRules(prettyRules(described).join(QStringLiteral(" · ")), described, api);
            QVERIFY2(rules.ok(), qPrintable(prettyRules(described).join(QStringLiteral(" · "))));
            QCOMPARE(rulesText(rules.type), rulesText(described));
            QVERIFY2(parseType(prettyType(described), api).ok(), qPrintable(prettyType(described)));

            // Away to something else and back: no part of the old type is left behind.
            Schema other = schema;
            applyType(other, parseType(u"boolean", api).type, RulesOf::TextOnly, api);
            QCOMPARE(writtenSchema(other), QStringLiteral("{\"type\":\"boolean\"}"));
        }
    }
}

void TestNotation::unsaidKeywordsAreNamed()
{
    Api api = sampleDesign();
    const auto unsaid = [&api](const char *text) {
        return unsaidKeywords(schemaFrom(QString::fromUtf8(text), api), api);
    };
    QCOMPARE(
        unsaid(R"({"type":"string","maxLength":3,"description":"d","title":"t","examples":[1]})"),
        QStringList());
    QCOMPARE(unsaid(R"({"type":"object","patternProperties":{"a":{}},"not":{},"x-mine":1})"),
             (QStringList{QStringLiteral("patternProperties"), QStringLiteral("not"),
                          QStringLiteral("x-mine")}));
    QCOMPARE(unsaid(R"({"type":"string","minLength":"5"})"),
             QStringList{QStringLiteral("minLength")});
    QCOMPARE(unsaid(R"({"anyOf":[{"type":"string","contentEncoding":"x"},{"type":"null"}]})"),
             QStringList{QStringLiteral("contentEncoding")});
    QCOMPARE(unsaid(R"({"type":"array","items":{},"contains":{}})"),
             QStringList{QStringLiteral("contains")});
    QCOMPARE(unsaid(R"({"enum":[1]})"), QStringList());
    QCOMPARE(unsaid(R"({"type":"object","additionalProperties":false})"), QStringList());
}

void TestNotation::garbageNeverCrashes()
{
    const Api api = sampleDesign();
    const QString letters =
        QStringLiteral("[]{}()|&?<>=.,:*+/\"'`“”…≤·→ \\-_1aT5 string int Tag default by unique");
    QRandomGenerator random(7);
    for (int i = 0; i < 20000; ++i) {
        QString text;
        for (int n = random.bounded(30); n > 0; --n)
            text += letters.at(random.bounded(static_cast<int>(letters.size())));
        const ParsedType parsed = parseType(text, api);
        if (parsed.ok()) {
            const ParsedType again = parseType(fullText(parsed.type), api);
            QVERIFY2(again.ok(), qPrintable(text + QStringLiteral(" → ") + fullText(parsed.type)));
        } else {
            QVERIFY(!parsed.error->message.isEmpty());
            QVERIFY(parsed.error->column >= 0 &&
                    parsed.error->column + parsed.error->length <= text.size());
        }
        parseRules(text, parsed.type, api);
    }
    QVERIFY(!parseType(QString(5000, QLatin1Char('[')), api).ok());
}

QTEST_GUILESS_MAIN(TestNotation)
#include "test_notation.moc"
