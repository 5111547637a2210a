#include "designer/codegen/project_parts.h"
#include "designer/openapi/openapi_reader.h"

#include <QTest>

using namespace Design;
using namespace Design::Python;

/// Expressions of designs (JavaScript) and what they become.
class TestScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void becomesPython_data();
    void becomesPython();
    void isLeftToPeople_data();
    void isLeftToPeople();
    void templates_data();
    void templates();
};

namespace
{

const char design[] = R"yaml(
openapi: 3.1.0
info: {title: T, version: '1'}
paths: {}
x-menura:
  stores: {items: {model: Item}}
components:
  schemas:
    Item:
      type: object
      properties:
        id: {type: integer}
        name: {type: string}
        price: {type: number}
        tags: {type: array, items: {type: string}}
        owner: {$ref: '#/components/schemas/Owner'}
        x-code: {type: string}
    Owner:
      type: object
      properties: {name: {type: string}}
)yaml";

/// Translates with a row `item`, the inputs `q` and `x-token`, and a dependency `page` at hand.
struct Translator {
    Translator()
        : parts(readOpenApi(QByteArray(design)).api)
        , module(QStringLiteral("app.routers.items"))
        , script(parts.models, module, names)
    {
        const Json item =
            JsonObject{{QStringLiteral("$ref"), QStringLiteral("#/components/schemas/Item")}};
        const Shape row = script.shapeOf(item);
        Shape text;
        text.kind = Shape::Kind::Text;
        Shape number;
        number.kind = Shape::Kind::Number;
        Shape page;
        page.kind = Shape::Kind::Known;
        page.members = {{QStringLiteral("skip"), number}};
        names.values = {{QStringLiteral("item"), {QStringLiteral("item"), row}},
                        {QStringLiteral("body"), {QStringLiteral("sent"), row}},
                        {QStringLiteral("query.q"), {QStringLiteral("q"), text}},
                        {QStringLiteral("path.id"), {QStringLiteral("item_id"), number}},
                        {QStringLiteral("header.x-token"), {QStringLiteral("x_token"), text}},
                        {QStringLiteral("deps.page"), {QStringLiteral("page"), page}},
                        {QStringLiteral("result"), {QStringLiteral("result"), {}}}};
        names.stores.insert(QStringLiteral("items"), parts.stores.value(QStringLiteral("items")));
    }

    ProjectParts parts;
    Module module;
    ScriptNames names;
    ScriptPython script;
};

} // namespace

void TestScript::becomesPython_data()
{
    QTest::addColumn<QString>("javaScript");
    QTest::addColumn<QString>("python");
    const auto row = [](const char *javaScript, const char *python) {
        QTest::newRow(javaScript) << QString::fromUtf8(javaScript) << QString::fromUtf8(python);
    };
    row("1 + 2 * 3", "1 + 2 * 3");
    row("(1 + 2) * 3", "(1 + 2) * 3");
    row("1 - (2 - 3)", "1 - (2 - 3)");
    row("item.price > 0 && !item.name", "item.price > 0 and not item.name");
    row("(query.q || 'x') === \"y\"", "(q or \"x\") == \"y\"");
    row("query.q !== null", "q is not None");
    row("query.q == undefined", "q is None");
    row("item.price === true", "item.price is True");
    row("query.q ?? 'none'", "q if q is not None else \"none\"");
    row("item.price ? item.price : null", "item.price if item.price else None");
    row("header['x-token']", "x_token");
    row("item['x-code']", "item.x_code");
    row("item.owner.name", "item.owner.name");
    row("deps.page.skip", "page[\"skip\"]");
    row("result.full_name", "result.get(\"full_name\")");
    row("'a' + item.name", "\"a\" + item.name");
    row("'a' + item.id", "f\"a{item.id}\"");
    row("`${item.name}: ${item.price}`", "f\"{item.name}: {item.price}\"");
    row("item.price + item.id", "item.price + item.id");
    row("item.name.toUpperCase().startsWith('A')", "item.name.upper().startswith(\"A\")");
    row("item.tags.includes('a')", "\"a\" in item.tags");
    row("!item.tags.includes('a')", "not \"a\" in item.tags");
    row("item.tags.length > 2", "len(item.tags) > 2");
    row("item.name.slice(1, 3)", "item.name[1 : 3]");
    row("item.name.split('').reverse().join('')", "\"\".join(list(item.name)[::-1])");
    row("item.tags.map(tag => tag.trim())", "[tag.strip() for tag in item.tags]");
    row("item.tags.some((t) => t === 'a')", "any(t == \"a\" for t in item.tags)");
    row("item.tags.find(t => t.endsWith('s'))",
        "next((t for t in item.tags if t.endswith(\"s\")), None)");
    row("store.items.get(path.id).price", "items.get(item_id).price");
    row("store.items.all().filter(i => i.price > 1).length",
        "len([i for i in items.all() if i.price > 1])");
    row("store.items.count({name: 'a'})", "items.count({\"name\": \"a\"})");
    row("store.items.update(1, {price: 2})", "items.change(1, {\"price\": 2})");
    row("Math.max(...store.items.all().map(i => i.price))", "max(i.price for i in items.all())");
    row("Math.round(item.price)", "floor(item.price + 0.5)");
    row("Object.assign({}, item, {price: 1})", "{**item.model_dump(), \"price\": 1}");
    row("({a: 1, ...deps.page})", "{\"a\": 1, **page}");
    row("[1, ...item.tags]", "[1, *item.tags]");
    row("path", "{\"id\": item_id}");
    row("random(1, 6)", "randint(1, 6)");
    row("-item.price", "-item.price");
    row("'it\\'s \\n'", "\"it's \\n\"");
}

void TestScript::becomesPython()
{
    QFETCH(QString, javaScript);
    QFETCH(QString, python);
    Translator translator;
    const auto made = translator.script.expression(javaScript);
    QVERIFY2(made, qPrintable(translator.script.problem()));
    QCOMPARE(made->code, python);
}

void TestScript::isLeftToPeople_data()
{
    QTest::addColumn<QString>("javaScript");
    for (const char *script :
         {"(() => { for (;;) {} })()", "x = 1", "/a/.test(item.name)", "unknown", "item.name.at(1)",
          "typeof item", "new Date()", "item.", "1 +", "store.none.all()", "eval('1')",
          "item => item.price", "a b", ""})
        QTest::newRow(script) << QString::fromUtf8(script);
}

void TestScript::isLeftToPeople()
{
    QFETCH(QString, javaScript);
    Translator translator;
    QVERIFY(!translator.script.expression(javaScript));
    QVERIFY(!translator.script.problem().isEmpty());
}

void TestScript::templates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("python");
    QTest::newRow("plain") << QStringLiteral("Not {here}") << QStringLiteral("\"Not {here}\"");
    QTest::newRow("one value") << QStringLiteral("{{ item.price }}")
                               << QStringLiteral("item.price");
    QTest::newRow("in a text") << QStringLiteral("Only {{ item.price }} {left}")
                               << QStringLiteral("f\"Only {item.price} {{left}}\"");
    QTest::newRow("quotes inside")
        << QStringLiteral("{{ deps.page.skip }}!") << QStringLiteral("f\"{page['skip']}!\"");
}

void TestScript::templates()
{
    QFETCH(QString, text);
    QFETCH(QString, python);
    Translator translator;
    const auto made = translator.script.templateCode(Json(text));
    QVERIFY(made);
    QCOMPARE(oneLine(*made), python);
}

QTEST_APPLESS_MAIN(TestScript)
#include "test_script.moc"
