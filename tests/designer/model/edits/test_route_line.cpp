#include "designer/model/edits/route_line.h"
#include "designer/model/locate.h"

#include <QTest>

using namespace Design;

class TestRouteLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routesAreParsed_data();
    void routesAreParsed();
    void badRoutesAreRefused_data();
    void badRoutesAreRefused();
    void addedRouteIsWhole();
    void addedRouteJoinsItsLike();
    void secondMethodJoinsItsPath();
    void operationIdsAreUnique();

private:
    static Api sample();
    static NodeId add(Api &api, const QString &line);
};

Api TestRouteLine::sample()
{
    Api api;
    for (const QString &name : {QStringLiteral("Todo"), QStringLiteral("NewTodo")})
        api.components.schemas.insert(name, Schema::empty(api.newId()));
    return api;
}

NodeId TestRouteLine::add(Api &api, const QString &line)
{
    const ParsedRoute parsed = parseRoute(line, api);
    return parsed.ok() ? addRoute(api, parsed.draft) : NodeId::None;
}

void TestRouteLine::routesAreParsed_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<int>("status");
    const auto row = [](const char *line, const char *method, const char *path, const char *body,
                        const char *answer, int status) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(method)
                            << QString::fromUtf8(path) << QString::fromUtf8(body)
                            << QString::fromUtf8(answer) << status;
    };
    row("get /todos/{id} -> Todo", "get", "/todos/{id}", "", "Todo", 0);
    row("  GET   /todos  ->  [Todo]  ", "get", "/todos", "", "[Todo]", 0);
    row("/todos", "get", "/todos", "", "", 0);
    row("post /todos <- NewTodo -> 202 Todo", "post", "/todos", "NewTodo", "Todo", 202);
    row("post /todos -> Todo <- NewTodo", "post", "/todos", "NewTodo", "Todo", 0);
    row("post /todos ← NewTodo → Todo", "post", "/todos", "NewTodo", "Todo", 0);
    row("delete /todos/{id} -> 204", "delete", "/todos/{id}", "", "", 204);
    row("get /a/{x: int >=1}/{y} -> string 1..80", "get", "/a/{x}/{y}", "", "string 1..80", 0);
}

void TestRouteLine::routesAreParsed()
{
    QFETCH(QString, line);
    const Api api = sample();
    const ParsedRoute parsed = parseRoute(line, api);
    QVERIFY2(parsed.ok(), parsed.error ? qPrintable(parsed.error->message) : "");
    QTEST(parsed.draft.method, "method");
    QTEST(parsed.draft.path, "path");
    QTEST(parsed.draft.body ? fullText(*parsed.draft.body) : QStringLiteral(""), "body");
    QTEST(parsed.draft.answer ? fullText(*parsed.draft.answer) : QStringLiteral(""), "answer");
    QTEST(parsed.draft.status, "status");
}

void TestRouteLine::badRoutesAreRefused_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *line, int column) {
        QTest::newRow(line) << QString::fromUtf8(line) << column;
    };
    row("", 0);
    row("get", 3);
    row("fetch /todos", 0);
    row("get todos", 4);
    row("get /todos/{id", 11);
    row("get /todos/{}", 11);
    row("get /todos/{a b}", 11);
    row("get /todos/{id}/{id}", 4);
    row("get /todos/id}", 4);
    row("get /todos?limit=1", 4);
    row("get /todos Todo", 11);
    row("get /todos -> Nobody", 14);
    row("get /todos ->", 13);
}

void TestRouteLine::badRoutesAreRefused()
{
    QFETCH(QString, line);
    const ParsedRoute parsed = parseRoute(line, sample());
    QVERIFY(!parsed.ok());
    QVERIFY(!parsed.error->message.isEmpty());
    QTEST(static_cast<int>(parsed.error->column), "column");
}

void TestRouteLine::addedRouteIsWhole()
{
    Api api = sample();
    const NodeId id = add(api, QStringLiteral("put /todos/{id: int}/{part} <- NewTodo -> Todo"));
    const Operation *operation = findOperation(api, id);
    QVERIFY(operation);
    QCOMPARE(operation->method, QStringLiteral("put"));
    QCOMPARE(operation->operationId, QStringLiteral("put_todos_id_part"));
    QCOMPARE(operation->parameters.size(), 2);
    QCOMPARE(operation->parameters.at(0).name, QStringLiteral("id"));
    QCOMPARE(operation->parameters.at(0).in, QStringLiteral("path"));
    QVERIFY(operation->parameters.at(0).required);
    QCOMPARE(operation->parameters.at(0).schema.types(), QStringList{QStringLiteral("integer")});
    QCOMPARE(operation->parameters.at(1).schema.types(), QStringList{QStringLiteral("string")});
    QVERIFY(operation->requestBody && operation->requestBody->required);
    const MediaType *body = operation->requestBody->content.find(u"application/json");
    QVERIFY(body);
    QCOMPARE(body->schema.reference().component, api.components.schemas.find(u"NewTodo")->id());
    const Response *answer = operation->responses.find(u"200");
    QVERIFY(answer);
    QVERIFY(!answer->description.isEmpty());
    QCOMPARE(answer->content.find(u"application/json")->schema.reference().component,
             api.components.schemas.find(u"Todo")->id());

    const Operation *created = findOperation(api, add(api, QStringLiteral("post /x -> Todo")));
    QVERIFY(created && created->responses.contains(u"201"));
    const Operation *removed = findOperation(api, add(api, QStringLiteral("delete /x")));
    QVERIFY(removed && removed->responses.contains(u"204"));
}

void TestRouteLine::addedRouteJoinsItsLike()
{
    Api api = sample();
    const NodeId first = add(api, QStringLiteral("get /todos"));
    editOperation(api, first, [](Operation &operation) { operation.tags = {QStringLiteral("t")}; });
    add(api, QStringLiteral("get /users"));
    const NodeId third = add(api, QStringLiteral("get /todos/{id}"));
    QCOMPARE(api.paths.at(1).name, QStringLiteral("/todos/{id}"));
    QCOMPARE(api.paths.at(2).name, QStringLiteral("/users"));
    QCOMPARE(findOperation(api, third)->tags, QStringList{QStringLiteral("t")});
}

void TestRouteLine::secondMethodJoinsItsPath()
{
    Api api = sample();
    add(api, QStringLiteral("get /todos/{id}"));
    add(api, QStringLiteral("put /todos/{id}"));
    QCOMPARE(api.paths.size(), 1);
    QCOMPARE(api.paths.first().value.operations.size(), 2);
    QVERIFY(!parseRoute(u"get /todos/{id}", api).ok());
}

void TestRouteLine::operationIdsAreUnique()
{
    Api api = sample();
    const NodeId a = add(api, QStringLiteral("get /a/b"));
    const NodeId b = add(api, QStringLiteral("get /a_b"));
    QCOMPARE(findOperation(api, a)->operationId, QStringLiteral("get_a_b"));
    QCOMPARE(findOperation(api, b)->operationId, QStringLiteral("get_a_b_2"));
}

QTEST_APPLESS_MAIN(TestRouteLine)
#include "test_route_line.moc"
