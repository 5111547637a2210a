#include "designer/model/behaviour/behaviour.h"
#include "designer/model/edits/crud_edits.h"
#include "designer/model/edits/path_edits.h"
#include "designer/model/edits/router_edits.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/model/locate.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/json_writer.h"

#include <QTest>

using namespace Design;

class TestCrudEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void addsStoreAndRoutes();
    void leavesWhatIsThere();
    void joinsWhatWasDrawnBefore();
    void storesAreCalledAfterTheirModel_data();
    void storesAreCalledAfterTheirModel();
    void refusesNonsense();
    void renamedModelsAreFollowed();
    void routersMoveTheirRoutes();
    void routersMoveInsideOneAnother();
    void routesMoveIntoRouters();

private:
    void addRouters();
    NodeId schema(const char *name) const
    {
        return m_api.components.schemas.find(QString::fromLatin1(name))->id();
    }
    QStringList routes() const
    {
        QStringList all;
        for (const Named<PathItem> &path : m_api.paths) {
            for (const Operation &operation : path.value.operations)
                all.append(operation.method + u' ' + path.name);
        }
        return all;
    }

    Api m_api;
};

void TestCrudEdits::init()
{
    m_api = readOpenApi(QByteArray(R"yaml(
openapi: 3.1.0
info: {title: T, version: 1.0.0}
x-menura: {profile: fastapi}
paths: {}
components:
  schemas:
    ItemCreate:
      type: object
      properties: {name: {type: string, minLength: 1}, price: {type: number}}
      required: [name, price]
    Item:
      allOf: [{$ref: '#/components/schemas/ItemCreate'}]
      properties: {id: {type: string, format: uuid}}
      required: [id]
)yaml"))
                .api;
}

void TestCrudEdits::addsStoreAndRoutes()
{
    CrudRoutes routes;
    routes.path = QStringLiteral("/shop/items/");
    routes.model = schema("Item");
    routes.create = schema("ItemCreate");
    QCOMPARE(addCrudRoutes(m_api, routes).size(), 6);
    QCOMPARE(this->routes().join(u'|'),
             QStringLiteral("get /shop/items/|post /shop/items/|get /shop/items/{item_id}|"
                            "put /shop/items/{item_id}|patch /shop/items/{item_id}|"
                            "delete /shop/items/{item_id}"));
    QCOMPARE(writeJson(m_api.menura),
             QByteArray(
                 R"({"profile":"fastapi","stores":{"items":{"model":"Item","create":"ItemCreate",)"
                 R"("set":{"id":"uuid"}}}})"));
    const Json document = writeOpenApi(m_api);
    const LoadedApi again = readOpenApi(document);
    for (const Diagnostic &found : again.diagnostics)
        QFAIL(qUtf8Printable(toLine(found, {})));
    const Json paths = document.value(u"paths");
    const Json list = paths.value(u"/shop/items/").value(u"get");
    QCOMPARE(list.value(u"x-menura").value(u"action").toString(), QStringLiteral("list items"));
    QCOMPARE(list.value(u"operationId").toString(), QStringLiteral("list_items"));
    QCOMPARE(list.value(u"parameters").array().size(), 2);
    const Json read = paths.value(u"/shop/items/{item_id}").value(u"get");
    QCOMPARE(read.value(u"parameters").array().first().value(u"schema").value(u"type").toString(),
             QStringLiteral("string"));
    QVERIFY(paths.value(u"/shop/items/").value(u"post").value(u"responses").find(u"201"));
    QVERIFY(
        paths.value(u"/shop/items/{item_id}").value(u"delete").value(u"responses").find(u"204"));
    const Json patch = document.value(u"components").value(u"schemas").value(u"ItemPatch");
    QVERIFY(patch.value(u"properties").find(u"price"));
    QVERIFY(!patch.find(u"required"));
}

void TestCrudEdits::leavesWhatIsThere()
{
    CrudRoutes routes;
    routes.path = QStringLiteral("/items");
    routes.model = schema("Item");
    routes.actions = {QStringLiteral("list")};
    QCOMPARE(addCrudRoutes(m_api, routes).size(), 1);
    routes.actions = {QStringLiteral("list"), QStringLiteral("read")};
    const Json before = writeOpenApi(m_api).value(u"paths").value(u"/items");
    QCOMPARE(addCrudRoutes(m_api, routes).size(), 1);
    QCOMPARE(writeOpenApi(m_api).value(u"paths").value(u"/items"), before);
    QCOMPARE(readBehaviour(m_api).stores.size(), 1);
}

/// A first route was drawn by hand, and the store as well: the others join them.
void TestCrudEdits::joinsWhatWasDrawnBefore()
{
    m_api = readOpenApi(QByteArray(R"yaml(
openapi: 3.1.0
info: {title: T, version: 1.0.0}
x-menura: {profile: fastapi, stores: {books: {model: Book, set: {made: now}}}}
paths:
  /books/{id}:
    get:
      summary: One book
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {'200': {description: ok}}
    delete:
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {'204': {description: gone}}
      x-menura: {answer: null}
components:
  schemas:
    Book:
      type: object
      properties: {id: {type: integer, readOnly: true}, title: {type: string}}
      required: [id, title]
)yaml"))
                .api;
    CrudRoutes wanted;
    wanted.path = QStringLiteral("/books/");
    wanted.model = schema("Book");
    wanted.store = QStringLiteral("books");
    QCOMPARE(addCrudRoutes(m_api, wanted).size(), 5);
    QCOMPARE(routes().join(u'|'),
             QStringLiteral("get /books/{id}|delete /books/{id}|put /books/{id}|"
                            "patch /books/{id}|get /books/|post /books/"));
    const Json document = writeOpenApi(m_api);
    const Json one = document.value(u"paths").value(u"/books/{id}");
    QCOMPARE(one.value(u"get").value(u"summary").string(), QStringLiteral("One book"));
    QCOMPARE(one.value(u"get").value(u"x-menura").value(u"action").string(),
             QStringLiteral("read books"));
    QVERIFY(!one.value(u"delete").value(u"x-menura").find(u"action"));
    QCOMPARE(one.value(u"put").value(u"parameters").array().size(), 1);
    // Nobody may send the key, so the server makes it.
    QCOMPARE(writeJson(m_api.menura.value(u"stores").value(u"books").value(u"set")),
             QByteArray(R"({"made":"now","id":"counter"})"));
    QVERIFY(addCrudRoutes(m_api, wanted).isEmpty());
}

void TestCrudEdits::storesAreCalledAfterTheirModel_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("store");
    const auto row = [](const char *model, const char *store) {
        QTest::newRow(model) << QString::fromLatin1(model) << QString::fromLatin1(store);
    };
    row("Book", "books");
    row("OrderLine", "order_lines");
    row("Category", "categories");
    row("Day", "days");
    row("Box", "boxes");
    row("Address", "addresses");
    row("UserInDB", "user_in_dbs");
}

void TestCrudEdits::storesAreCalledAfterTheirModel()
{
    QFETCH(QString, model);
    QTEST(storeNameFor(model), "store");
}

void TestCrudEdits::refusesNonsense()
{
    const Api before = m_api;
    CrudRoutes routes;
    routes.path = QStringLiteral("/items");
    QVERIFY(addCrudRoutes(m_api, routes).isEmpty());
    routes.model = schema("Item");
    routes.path = QStringLiteral("items");
    QVERIFY(addCrudRoutes(m_api, routes).isEmpty());
    routes.path = QStringLiteral("/{id}");
    QVERIFY(addCrudRoutes(m_api, routes).isEmpty());
    QCOMPARE(m_api, before);
}

void TestCrudEdits::renamedModelsAreFollowed()
{
    CrudRoutes routes;
    routes.path = QStringLiteral("/items");
    routes.model = schema("Item");
    addCrudRoutes(m_api, routes);
    renameSchema(m_api, schema("Item"), QStringLiteral("Thing"));
    QCOMPARE(readBehaviour(m_api).stores.first().value.model, QStringLiteral("Thing"));
    QVERIFY(checkBehaviour(m_api).isEmpty());
}

/// Two routes of items in the router items, which is in the router v.
void TestCrudEdits::addRouters()
{
    CrudRoutes routes;
    routes.path = QStringLiteral("/v1/items/");
    routes.model = schema("Item");
    routes.actions = {QStringLiteral("list"), QStringLiteral("read")};
    addCrudRoutes(m_api, routes);
    JsonObject menura = m_api.menura.object();
    menura.insert(QStringLiteral("routers"),
                  JsonObject{{QStringLiteral("v"),
                              JsonObject{{QStringLiteral("prefix"), QStringLiteral("/v1")}}},
                             {QStringLiteral("items"),
                              JsonObject{{QStringLiteral("prefix"), QStringLiteral("/items")},
                                         {QStringLiteral("parent"), QStringLiteral("v")}}}});
    m_api.menura = menura;
}

void TestCrudEdits::routersMoveTheirRoutes()
{
    addRouters();
    QCOMPARE(changeRouterPrefix(m_api, QStringLiteral("v"), QStringLiteral("/v2")), 2);
    QCOMPARE(routes().join(u'|'), QStringLiteral("get /v2/items/|get /v2/items/{item_id}"));
    QCOMPARE(changeRouterPrefix(m_api, QStringLiteral("items"), QStringLiteral("/things")), 2);
    QCOMPARE(routes().join(u'|'), QStringLiteral("get /v2/things/|get /v2/things/{item_id}"));
    QVERIFY(!changeRouterPrefix(m_api, QStringLiteral("none"), QStringLiteral("/x")));
    addOperation(m_api, QStringLiteral("/v2/taken/{item_id}"), QStringLiteral("get"));
    const Api taken = m_api;
    QVERIFY(!changeRouterPrefix(m_api, QStringLiteral("items"), QStringLiteral("/taken")));
    QCOMPARE(m_api, taken);
}

void TestCrudEdits::routersMoveInsideOneAnother()
{
    addRouters();
    QCOMPARE(changeRouterParent(m_api, QStringLiteral("items"), QString()), 2);
    QCOMPARE(routes().join(u'|'), QStringLiteral("get /items/|get /items/{item_id}"));
    QCOMPARE(changeRouterParent(m_api, QStringLiteral("items"), QStringLiteral("v")), 2);
    QCOMPARE(routes().join(u'|'), QStringLiteral("get /v1/items/|get /v1/items/{item_id}"));
    const Api before = m_api;
    QVERIFY(!changeRouterParent(m_api, QStringLiteral("v"), QStringLiteral("items"))); // a circle
    QVERIFY(!changeRouterParent(m_api, QStringLiteral("v"), QStringLiteral("v")));
    QVERIFY(!changeRouterParent(m_api, QStringLiteral("v"), QStringLiteral("nobody")));
    QCOMPARE(m_api, before);
}

void TestCrudEdits::routesMoveIntoRouters()
{
    addRouters();
    const NodeId open = addOperation(m_api, QStringLiteral("/open"), QStringLiteral("get"));
    QVERIFY(moveToRouter(m_api, open, QStringLiteral("items")));
    QCOMPARE(findPathOf(m_api, open)->name, QStringLiteral("/v1/items/open"));
    QVERIFY(readRouteBehaviour(*findOperation(m_api, open)).isEmpty); // the path says it
    QVERIFY(moveToRouter(m_api, open, QStringLiteral("v")));
    QCOMPARE(findPathOf(m_api, open)->name, QStringLiteral("/v1/open"));
    QVERIFY(moveToRouter(m_api, open, QString()));
    QCOMPARE(findPathOf(m_api, open)->name, QStringLiteral("/open"));
    QVERIFY(!moveToRouter(m_api, open, QStringLiteral("nobody")));
    addOperation(m_api, QStringLiteral("/v1/open"), QStringLiteral("get"));
    QVERIFY(!moveToRouter(m_api, open, QStringLiteral("v")));
    QCOMPARE(findPathOf(m_api, open)->name, QStringLiteral("/open"));
}

QTEST_GUILESS_MAIN(TestCrudEdits)
#include "test_crud_edits.moc"
