#include "tests/designer/model/notation/notation_support.h"

#include <QTest>

using namespace Design;
using Kind = TypeExpression::Kind;

class TestNotationText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textBecomesSchema_data();
    void textBecomesSchema();
    void textBecomesSchemaOf30_data();
    void textBecomesSchemaOf30();
    void refusedTextNamesThePlace_data();
    void refusedTextNamesThePlace();
    void rulesAloneAreRead_data();
    void rulesAloneAreRead();
    void unknownModelIsOfferedToBeCreated();
};

void TestNotationText::textBecomesSchema_data()
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
    row("bool = true", R"({"type":"boolean","default":true})");
    row("bool = False", R"({"type":"boolean","default":false})");
    row("int 1..100 = 20", R"({"type":"integer","minimum":1,"maximum":100,"default":20})");
    row("float=-0.5", R"({"type":"number","default":-0.5})");
    row("int ==5", R"({"type":"integer","minimum":5,"maximum":5})");
    row("string = \"new\"", R"({"type":"string","default":"new"})");
    row("string = 2", R"({"type":"string","minLength":2,"maxLength":2})");
    row("[string] = []", R"({"type":"array","items":{"type":"string"},"default":[]})");
    row("\"a\" | \"b\" = \"a\"", R"({"type":"string","enum":["a","b"],"default":"a"})");
    row("string? = None", R"({"type":["string","null"],"default":null})");
    row("/^[a-z]+$/", R"({"type":"string","pattern":"^[a-z]+$"})");
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

void TestNotationText::textBecomesSchema()
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

void TestNotationText::textBecomesSchemaOf30_data()
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

void TestNotationText::textBecomesSchemaOf30()
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

void TestNotationText::refusedTextNamesThePlace_data()
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
    row("int = ", 6, "After “=” comes a value");
    row("string = x", 9, "\"x\"");
    row("{a: }", 4, "A type cannot begin with “}”");
    row("{a: int, : int}", 9, "name of a field");
    row("string § 5", 7, "“§” means nothing here");
    row("int <", 5, "After “<” comes a number");
    row("string <0", 8, "fewer than 0");
}

void TestNotationText::refusedTextNamesThePlace()
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

void TestNotationText::rulesAloneAreRead_data()
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

void TestNotationText::rulesAloneAreRead()
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

void TestNotationText::unknownModelIsOfferedToBeCreated()
{
    const Api api = sampleDesign();
    const ParsedType parsed = parseType(u"[Customer] unique", api);
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.error->missingModel, QStringLiteral("Customer"));
    QCOMPARE(parsed.error->column, 1);
    QCOMPARE(parsed.error->length, 8);
}

QTEST_GUILESS_MAIN(TestNotationText)
#include "test_notation_text.moc"
