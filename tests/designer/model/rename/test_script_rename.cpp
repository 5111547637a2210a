#include "designer/model/rename/script_rename.h"

#include <QTest>

using namespace Design;

/// Expressions in which an input called `from` gets another name, and the pieces that they are of.
class TestScriptRename : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensAreTheTextAgain_data();
    void tokensAreTheTextAgain();
    void inputs_data();
    void inputs();
    void templates();
    void namesThatAreNoIdentifiers();
};

static QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

static ScriptScope queryScope(const char *to, Qt::CaseSensitivity sensitivity = Qt::CaseSensitive)
{
    ScriptValue query;
    query.from = text("from");
    query.to = text(to);
    query.caseOfNames = sensitivity;
    return {{text("query"), query}};
}

void TestScriptRename::tokensAreTheTextAgain_data()
{
    QTest::addColumn<QString>("script");
    for (const char *script :
         {"", "a.b", "a /* b.c */ + 1.5e3 // end", "'it\\'s' + \"b\" + `c ${d + `e`}`",
          "/[/'\"]/g.test(a)", "a / b / c", "'not closed", "/* not closed", "ä ? x : {y: [1, 2]}",
          "...a?.b?.[0]", "#!\\"})
        QTest::newRow(script) << text(script);
}

void TestScriptRename::tokensAreTheTextAgain()
{
    QFETCH(QString, script);
    QString joined;
    for (const ScriptToken &token : scriptTokens(script))
        joined += token.text;
    QCOMPARE(joined, script);
}

void TestScriptRename::inputs_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("count");
    const auto add = [](const char *before, const char *after, int count) {
        QTest::newRow(before) << text(before) << text(after) << count;
    };
    add("query.from", "query.start", 1);
    add("query . from + query?.from", "query . start + query?.start", 2);
    add("query['from'] + query[\"from\"]", "query['start'] + query[\"start\"]", 2);
    add("query.fromage + a.query.from + from", "query.fromage + a.query.from + from", 0);
    add("'query.from' + `query.from`", "'query.from' + `query.from`", 0);
    add("`${query.from} of ${[query.from].join(`}`)} query.from`",
        "`${query.start} of ${[query.start].join(`}`)} query.from`", 2);
    add("/query.from/.test(query.from) // query.from",
        "/query.from/.test(query.start) // query.from", 1);
    add("4 / query.from / 2", "4 / query.start / 2", 1);
    add("{from: query.from}", "{from: query.start}", 1);
    add("Math.max(...[query.from, 2])", "Math.max(...[query.start, 2])", 1);
    add("[1].map(query => query.from)", "[1].map(query => query.from)", 0);
    add("[1].map((a, b) => a + query.from)", "[1].map((a, b) => a + query.start)", 1);
    add("query[query.from]", "query[query.start]", 1);
    add("query.from.toString().length", "query.start.toString().length", 1);
    add("query.from ? query.from : (query.from", "query.start ? query.start : (query.start", 3);
}

void TestScriptRename::inputs()
{
    QFETCH(QString, before);
    QFETCH(int, count);
    const ScriptScope scope = queryScope("start");
    ScriptRename rename(scope, nullptr);
    QTEST(rename.expression(before), "after");
    QCOMPARE(rename.count(), count);
}

void TestScriptRename::templates()
{
    const ScriptScope scope = queryScope("start");
    ScriptRename rename(scope, nullptr);
    const Json before(JsonObject{
        {text("a"), JsonArray{text("query.from: {{ query.from }} and {{query.from}}"), 1}}});
    const Json after(JsonObject{
        {text("a"), JsonArray{text("query.from: {{ query.start }} and {{query.start}}"), 1}}});
    QVERIFY(rename.inTemplate(before) == after);
    QCOMPARE(rename.count(), 2);
}

void TestScriptRename::namesThatAreNoIdentifiers()
{
    const ScriptScope scope = queryScope("x-start", Qt::CaseInsensitive);
    ScriptRename rename(scope, nullptr);
    QCOMPARE(rename.expression(text("query.from + query['FROM'] + query?.from")),
             text("query['x-start'] + query['x-start'] + query?.['x-start']"));
}

QTEST_APPLESS_MAIN(TestScriptRename)
#include "test_script_rename.moc"
