#include "designer/model/edits/new_design.h"
#include "designer/model/edits/path_edits.h"
#include "designer/model/locate.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"

#include <QTest>

using namespace Design;

/// Paths and their parameters in step.
class TestPathEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names();
    void changesPath_data();
    void changesPath();
    void sharedParametersCount();
    void referencedParametersCount();
    void referencesFollow();
    void movesOneOperation();
    void renamesParameterOfAllOperations();
};

static QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// The parameters of the operation as `in:name:type`.
static QString parameters(const Operation &operation)
{
    QStringList words;
    for (const Parameter &parameter : operation.parameters) {
        words.append(parameter.ref.isNull() ? QStringList{parameter.in, parameter.name,
                                                          parameter.schema.text(Keyword::Type)}
                                                  .join(u':')
                                            : parameter.ref.text.section(u'/', -1));
    }
    return words.join(u' ');
}

static void setTypes(Api &api, NodeId operation, const QString &type)
{
    editOperation(api, operation, [&](Operation &changed) {
        for (Parameter &parameter : changed.parameters)
            parameter.schema.set(Keyword::Type, type);
    });
}

void TestPathEdits::names()
{
    QCOMPARE(pathParameterNames(text("/")), QStringList());
    QCOMPARE(pathParameterNames(text("/a/{b}/{c d}.{e}/{b}/{}/{{f}}")).join(u','),
             text("b,c d,e,f"));
    QCOMPARE(pathParameterNames(text("/a/{b")), QStringList());
}

void TestPathEdits::changesPath_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << text("/a/{x}") << text("/b/{x}") << text("path:x:integer");
    QTest::newRow("renamed") << text("/a/{x}") << text("/a/{y}") << text("path:y:integer");
    QTest::newRow("one of two") << text("/a/{x}/{y}") << text("/a/{x}/{z}")
                                << text("path:x:integer path:z:integer");
    QTest::newRow("both") << text("/a/{x}/{y}") << text("/a/{v}/{w}")
                          << text("path:v:integer path:w:integer");
    QTest::newRow("swapped") << text("/a/{x}/{y}") << text("/a/{y}/{x}")
                             << text("path:x:integer path:y:integer");
    QTest::newRow("added") << text("/a/{x}") << text("/a/{x}/{y}")
                           << text("path:x:integer path:y:string");
    QTest::newRow("added before") << text("/a/{x}") << text("/a/{y}/{x}")
                                  << text("path:y:string path:x:integer");
    QTest::newRow("removed") << text("/a/{x}/{y}") << text("/a/{y}") << text("path:y:integer");
    QTest::newRow("all gone") << text("/a/{x}/{y}") << text("/a") << QString();
    QTest::newRow("twice") << text("/a/{x}") << text("/{x}/{x}") << text("path:x:integer");
}

void TestPathEdits::changesPath()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, expected);
    Api api = newDesign(text("t"));
    const NodeId get = addOperation(api, from, text("get"));
    setTypes(api, get, text("integer"));
    const Api before = api;
    QVERIFY(changePath(api, get, to));
    QCOMPARE(api.paths.first().name, to);
    QCOMPARE(parameters(*findOperation(api, get)), expected);
    QVERIFY(!hasErrors(readOpenApi(writeOpenApi(api)).diagnostics));
    api = before;
    QCOMPARE(api.paths.first().name, from);
    QVERIFY(!syncPathParameters(api, api.paths.first().value.id));
}

static Api withSharedParameter()
{
    return readOpenApi(QByteArrayLiteral(R"({"openapi":"3.1.0","info":{"title":"t","version":"1"},
        "paths":{"/a/{x}/{y}":{
          "parameters":[{"name":"x","in":"path","required":true,"schema":{"type":"integer"}}],
          "get":{"parameters":[{"$ref":"#/components/parameters/y"}]},
          "put":{"parameters":[{"$ref":"#/components/parameters/y"}]}}},
        "components":{"parameters":{"y":{"name":"y","in":"path","required":true,"schema":{}}}}})"))
        .api;
}

void TestPathEdits::sharedParametersCount()
{
    Api api = withSharedParameter();
    const NodeId item = api.paths.first().value.id;
    QVERIFY(!syncPathParameters(api, item));
    QVERIFY(changePath(api, item, text("/a/{x}/{y}/{z}")));
    QCOMPARE(parameters(*api.paths.first().value.operation(u"get")), text("y path:z:string"));
    QVERIFY(changePath(api, item, text("/a/{y}")));
    QVERIFY(api.paths.first().value.parameters.isEmpty());
    QCOMPARE(parameters(*api.paths.first().value.operation(u"put")), text("y"));
}

void TestPathEdits::referencedParametersCount()
{
    Api api = withSharedParameter();
    const NodeId item = api.paths.first().value.id;
    QVERIFY(changePath(api, item, text("/a/{x}")));
    QCOMPARE(parameters(*api.paths.first().value.operation(u"get")), QString());
    QVERIFY(api.components.parameters.contains(u"y")); // the component is nobody's but its own
}

void TestPathEdits::referencesFollow()
{
    Api api =
        readOpenApi(QByteArrayLiteral(R"({"openapi":"3.1.0","info":{"title":"t","version":"1"},
        "paths":{"/a":{"get":{"responses":{"200":{"description":"","content":{"application/json":{
            "schema":{"type":"string"}}},"links":{"l":{"operationRef":"#/paths/~1a/get"},
            "m":{"operationRef":"#/paths/~1ab/get"}}}}}},
          "/ab":{"$ref":"#/paths/~1a"}},
        "components":{"schemas":{"s":{"$ref":
            "#/paths/~1a/get/responses/200/content/application~1json/schema"}}}})"))
            .api;
    QVERIFY(changePath(api, api.paths.first().value.id, text("/b c")));
    const Json written = writeOpenApi(api);
    QCOMPARE(resolvePointer(written, u"/components/schemas/s/$ref")->string(),
             text("#/paths/~1b%20c/get/responses/200/content/application~1json/schema"));
    QCOMPARE(resolvePointer(written, u"/paths/~1ab/$ref")->string(), text("#/paths/~1b%20c"));
    const QString links = text("/paths/~1b c/get/responses/200/links");
    QCOMPARE(resolvePointer(written, links + text("/l/operationRef"))->string(),
             text("#/paths/~1b%20c/get"));
    QCOMPARE(resolvePointer(written, links + text("/m/operationRef"))->string(),
             text("#/paths/~1ab/get"));
    QVERIFY(resolve(api, *api.components.schemas.find(u"s")));
}

void TestPathEdits::movesOneOperation()
{
    Api api = newDesign(text("t"));
    const NodeId get = addOperation(api, text("/a/{x}"), text("get"));
    const NodeId put = addOperation(api, text("/a/{x}"), text("put"));
    const NodeId other = addOperation(api, text("/b"), text("get"));
    setTypes(api, get, text("integer"));
    QVERIFY(!moveOperation(api, get, text("/b"))); // taken
    QVERIFY(moveOperation(api, get, text("/c/{y}")));
    QCOMPARE(findPathOf(api, get)->name, text("/c/{y}"));
    QCOMPARE(findPathOf(api, put)->name, text("/a/{x}"));
    QCOMPARE(parameters(*findOperation(api, get)), text("path:y:integer"));
    QVERIFY(moveOperation(api, put, text("/b")));
    QVERIFY(!api.paths.contains(u"/a/{x}")); // nothing is left there
    QCOMPARE(findPathOf(api, put), findPathOf(api, other));
    QCOMPARE(parameters(*findOperation(api, put)), QString());
}

void TestPathEdits::renamesParameterOfAllOperations()
{
    Api api = newDesign(text("t"));
    const NodeId get = addOperation(api, text("/a/{x}"), text("get"));
    const NodeId put = addOperation(api, text("/a/{x}"), text("put"));
    setTypes(api, put, text("integer"));
    QVERIFY(changePath(api, get, text("/a/{id}")));
    QCOMPARE(parameters(*findOperation(api, get)), text("path:id:string"));
    QCOMPARE(parameters(*findOperation(api, put)), text("path:id:integer"));
}

QTEST_APPLESS_MAIN(TestPathEdits)
#include "test_path_edits.moc"
