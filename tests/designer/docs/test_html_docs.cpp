#include "designer/docs/html_docs.h"
#include "designer/docs/schema_words.h"
#include "designer/model/schema_json.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/text/json_reader.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Design;

class TestHtmlDocs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rulesInWords_data();
    void rulesInWords();
    void pageNamesEverything();
    void pageLoadsNothing();
    void everyLinkLeadsSomewhere();
    void nodeShowsWhatIsAroundIt();
    void inheritedFieldsSayWhereFrom();
    void textOfTheDesignIsEscaped();
    void recursiveModelsEnd();
    void streamsShowTheirItems();

private:
    static Api read(const QByteArray &yaml);

    Api m_shop;
};

Api TestHtmlDocs::read(const QByteArray &yaml)
{
    const LoadedApi loaded = readOpenApi(yaml);
    if (!loaded.ok)
        qFatal("%s", qPrintable(loaded.diagnostics.value(0).message));
    return loaded.api;
}

void TestHtmlDocs::initTestCase()
{
    QFile file(QStringLiteral(MENURA_SOURCE_DIR "/resources/designs/shop.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_shop = read(file.readAll());
}

void TestHtmlDocs::rulesInWords_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *schema, const char *words) {
        QTest::newRow(words) << QByteArray(schema) << QString::fromLatin1(words);
    };
    row(R"({"type":"string"})", "");
    row(R"({"minLength":1,"maxLength":80})", "1 to 80 characters");
    row(R"({"minLength":1})", "at least 1 character");
    row(R"({"minItems":3,"maxItems":3,"uniqueItems":true})", "exactly 3 items; all different");
    row(R"({"exclusiveMinimum":0,"maximum":1000000})", "greater than 0; at most 1000000");
    row(R"({"minimum":1,"maximum":100})", "1 to 100");
    row(R"({"minimum":0,"exclusiveMinimum":true})", "greater than 0");
    row(R"({"minimum":1.50,"multipleOf":0.25})", "at least 1.50; a multiple of 0.25");
    row(R"({"pattern":"^a<b$"})", "matches ^a<b$");
    row(R"({"enum":["a",1,null]})", "one of \"a\", 1, null");
    row(R"({"default":[],"readOnly":true})", "default: []; read-only: never sent by a client");
    row(R"({"anyOf":[{"type":"number","minimum":0},{"type":"null"}]})", "at least 0");
    row(R"({"items":{"type":"string","maxLength":5}})", "each item: at most 5 characters");
    row(R"({"additionalProperties":false})", "no other fields");
    row("true", "");
}

void TestHtmlDocs::rulesInWords()
{
    QFETCH(QByteArray, schema);
    const Schema value = readSchema(readJson(schema).value, nodeIdsFrom());
    QTEST(ruleWords(value).join(QStringLiteral("; ")), "words");
}

void TestHtmlDocs::pageNamesEverything()
{
    const QString page = docsPage(m_shop, {DocsTarget::Page});
    for (const Named<PathItem> &path : m_shop.paths)
        QVERIFY(page.contains(QStringLiteral("<code>%1</code>").arg(path.name)));
    for (const Named<Schema> &model : m_shop.components.schemas)
        QVERIFY2(page.contains(model.name + QStringLiteral("</h3>")), qPrintable(model.name));
    QVERIFY(page.contains(QLatin1String("greater than 0<br>at most 1000000")) ||
            page.contains(QLatin1String("at most 1000000<br>greater than 0")));
    QVERIFY(page.contains(QLatin1String("one of &quot;alexnet&quot;, &quot;resnet&quot;")));
}

void TestHtmlDocs::pageLoadsNothing()
{
    const QString page = docsPage(m_shop, {DocsTarget::Page});
    static const QRegularExpression loads(
        QStringLiteral("<(script|link|img|iframe|object)|\\bon\\w+=|@import|url\\("));
    QVERIFY2(!loads.match(page).hasMatch(), qPrintable(loads.match(page).captured()));
}

void TestHtmlDocs::everyLinkLeadsSomewhere()
{
    const QString page = docsPage(m_shop, {DocsTarget::Page});
    static const QRegularExpression link(QStringLiteral("href=\"#([^\"]+)\""));
    int count = 0;
    for (auto match = link.globalMatch(page); match.hasNext(); ++count) {
        const QString anchor = match.next().captured(1);
        QVERIFY2(page.contains(QStringLiteral("<a name=\"%1\">").arg(anchor)), qPrintable(anchor));
    }
    QVERIFY(count > 20);

    const NodeIndex index(m_shop);
    const QString fragment = docsPage(m_shop);
    static const QRegularExpression node(QStringLiteral("href=\"node:(\\d+)\""));
    for (auto match = node.globalMatch(fragment); match.hasNext();) {
        const auto id = static_cast<NodeId>(match.next().captured(1).toUInt());
        QVERIFY(index.contains(id));
    }
}

void TestHtmlDocs::nodeShowsWhatIsAroundIt()
{
    const NodeIndex index(m_shop);
    const NodeId parameter = index.nodeAt(u"/paths/~1users~1{user_id}/get/parameters/0");
    const QString route = docsForNode(m_shop, index, parameter);
    QVERIFY(route.contains(QLatin1String("GET <code>/users/{user_id}</code>")));
    QVERIFY(!route.contains(QLatin1String("/items/")));
    const NodeId field = index.nodeAt(u"/components/schemas/ItemCreate/properties/tax");
    QVERIFY(docsForNode(m_shop, index, field).contains(QLatin1String("ItemCreate</h3>")));
    const QString overview = docsForNode(m_shop, index, NodeId::None);
    QVERIFY(overview.contains(QLatin1String("<h1>Shop")));
    QVERIFY(overview.contains(QLatin1String("POST /items/")));
}

void TestHtmlDocs::inheritedFieldsSayWhereFrom()
{
    const NodeIndex index(m_shop);
    const NodeId model = index.nodeAt(u"/components/schemas/UserCreate");
    const QString html = docsForNode(m_shop, index, model);
    const qsizetype username = html.indexOf(QLatin1String("<code>username</code>"));
    const qsizetype password = html.indexOf(QLatin1String("<code>password</code>"));
    QVERIFY(username > 0 && password > username);
    QVERIFY(html.mid(username, password - username).contains(QLatin1String("from UserBase")));
    QVERIFY(!html.mid(password).contains(QLatin1String("from UserBase")));
}

void TestHtmlDocs::textOfTheDesignIsEscaped()
{
    const Api api = read(R"yaml(
openapi: 3.1.0
info: {title: '<script>t</script>', version: '<v>', description: '<script>d</script>'}
paths:
  /<p>:
    get:
      summary: <s>
      parameters:
        - {name: '<n>', in: query, schema: {type: '<type>', pattern: '<pat>', enum: ['<e>'], default: '<d>'}}
      responses:
        '<200>': {description: '<r>', content: {'<m>': {example: '<x>'}}}
components:
  schemas:
    <Model>: {properties: {'<field>': {description: '<fd>', format: '<f>', type: string}}}
)yaml");
    for (const QString &html : {docsPage(api), docsPage(api, {DocsTarget::Page})}) {
        static const QRegularExpression raw(
            QStringLiteral("<(script|v|p|s|n|type|pat|e|d|200|r|m|x|Model|field|fd|f)>"));
        // <p> is ours, too.
        QString rest = html;
        rest.remove(QLatin1String("<p>"));
        QVERIFY2(!raw.match(rest).hasMatch(), qPrintable(raw.match(rest).captured()));
        QVERIFY(html.contains(QLatin1String("/&lt;p&gt;")));
    }
}

void TestHtmlDocs::recursiveModelsEnd()
{
    const Api api = read(R"yaml(
openapi: 3.1.0
info: {title: Recursive, version: '1'}
paths: {}
components:
  schemas:
    Node: {properties: {next: {$ref: '#/components/schemas/Node'}}}
    Loop: {allOf: [{$ref: '#/components/schemas/Loop'}], properties: {a: {type: string}}}
    Tree: {properties: {children: {items: {properties: {children: {items: {$ref: '#/components/schemas/Tree'}}}}}}}
)yaml");
    const QString html = docsPage(api);
    QVERIFY(html.contains(QLatin1String("children[].children")));
    QVERIFY(html.size() < 20'000);
}

void TestHtmlDocs::streamsShowTheirItems()
{
    const Api api = read(R"yaml(
openapi: 3.2.0
info: {title: Streams, version: '1'}
paths:
  /a:
    get:
      responses:
        '200':
          description: A stream.
          content:
            application/jsonl: {itemSchema: {$ref: '#/components/schemas/Reading'}}
            application/json-seq: {itemSchema: {type: integer, minimum: 4}}
components:
  schemas:
    Reading: {properties: {at: {type: integer}}}
)yaml");
    const QString html = docsPage(api, {DocsTarget::Page});
    static const QRegularExpression link(QStringLiteral(
        "<code>application/jsonl</code>, each item: <a href=\"#[^\"]+\">Reading</a>"));
    QVERIFY2(link.match(html).hasMatch(), qUtf8Printable(html));
    QVERIFY(html.contains(
        QLatin1String("<code>application/json-seq</code>, each item: integer, at least 4")));
}

QTEST_GUILESS_MAIN(TestHtmlDocs)
#include "test_html_docs.moc"
