#include "tests/designer/model/notation/notation_support.h"

#include <QTest>

using namespace Design;
using Kind = TypeExpression::Kind;

class TestNotationSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schemaBecomesText_data();
    void schemaBecomesText();
    void changingATypeKeepsWhatFits_data();
    void changingATypeKeepsWhatFits();
    void partsKeepTheirIdentity();
    void sameTextChangesNothing_data();
    void sameTextChangesNothing();
    void unsaidKeywordsAreNamed();
};

void TestNotationSchema::schemaBecomesText_data()
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
    row(R"({"type":"integer","minimum":4,"maximum":4})", "integer", "4..4", "integer", "= 4");
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

void TestNotationSchema::schemaBecomesText()
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

void TestNotationSchema::changingATypeKeepsWhatFits_data()
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

void TestNotationSchema::changingATypeKeepsWhatFits()
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

void TestNotationSchema::partsKeepTheirIdentity()
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

void TestNotationSchema::sameTextChangesNothing_data()
{
    schemaBecomesText_data();
}

void TestNotationSchema::sameTextChangesNothing()
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

void TestNotationSchema::unsaidKeywordsAreNamed()
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

QTEST_GUILESS_MAIN(TestNotationSchema)
#include "test_notation_schema.moc"
