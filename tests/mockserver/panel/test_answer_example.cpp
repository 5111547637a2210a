#include "designer/openapi/openapi_reader.h"
#include "mockserver/engine/engine.h"
#include "mockserver/panel/requests/answer_example.h"

#include <QTest>

using namespace Design;
using namespace Mock;

namespace
{

const char *const design = R"(
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /items:
    get:
      responses:
        '200':
          description: ok
          content:
            application/json: {schema: {$ref: '#/components/schemas/Item'}, example: {name: Rake}}
            text/*: {schema: {type: string, maxLength: 5}}
        4XX: {$ref: '#/components/responses/Problem'}
  /nothing:
    get: {responses: {'204': {description: none}}}
components:
  responses:
    Problem:
      description: a problem
      content: {application/json: {schema: {type: object, required: [detail]}}}
  schemas:
    Item:
      type: object
      properties: {name: {type: string, minLength: 1}, secret: {type: string, writeOnly: true}}
      required: [name, secret]
)";

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

Exchange exchange(const Api &api, int route, int status, const char *type, const char *body)
{
    const Named<PathItem> &path = api.paths.at(route);
    Exchange made;
    made.operation = path.value.operations.first().id;
    made.route = text("GET ") + path.name;
    made.response.status = status;
    made.response.headers = {{"content-type", type}};
    made.response.body = body;
    return made;
}

} // namespace

/// An answer of the traffic becomes an example of the response that it falls under.
class TestAnswerExample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_api = readOpenApi(QByteArray(design)).api; }
    void isAdded();
    void severalHaveNamesOfTheirOwn();
    void goesWhereTheResponseIs();
    void isAnsweredFromNowOn();
    void isRefused_data();
    void isRefused();

private:
    Api m_api;
};

void TestAnswerExample::isAdded()
{
    const auto example = AnswerExample::of(
        m_api, exchange(m_api, 0, 200, "application/json; charset=utf-8", R"({"name":"Hose"})"));
    QCOMPARE(example.problem, QString());
    QCOMPARE(example.place, text("GET /items, 200 application/json"));
    example.addTo(m_api);
    const Design::Response *ok =
        m_api.paths.first().value.operations.first().responses.find(u"200");
    const MediaType media = ok->content.first().value;
    QVERIFY(media.example.isUndefined()); // it has a name now: both cannot be
    QCOMPARE(media.examples.size(), 2);
    QCOMPARE(media.examples[0].name, text("example"));
    QCOMPARE(media.examples[0].value.value, Json(JsonObject{{text("name"), text("Rake")}}));
    QCOMPARE(media.examples[1].name, text("answer"));
    QCOMPARE(media.examples[1].value.value, Json(JsonObject{{text("name"), text("Hose")}}));
    QVERIFY(media.examples[1].value.id != NodeId::None);
    QVERIFY(media.examples[1].value.id != media.examples[0].value.id);
}

void TestAnswerExample::severalHaveNamesOfTheirOwn()
{
    for (const char *body : {"a", "b", "c"})
        AnswerExample::of(m_api, exchange(m_api, 0, 200, "text/plain", body)).addTo(m_api);
    const Design::Response *ok =
        m_api.paths.first().value.operations.first().responses.find(u"200");
    QStringList names;
    for (const Named<Example> &example : ok->content.last().value.examples)
        names.append(example.name + u' ' + example.value.value.toString());
    QCOMPARE(names.join(u'|'), text("answer a|answer2 b|answer3 c"));
}

void TestAnswerExample::goesWhereTheResponseIs()
{
    AnswerExample::of(m_api, exchange(m_api, 0, 404, "application/json", R"({"detail":"gone"})"))
        .addTo(m_api);
    const Design::Response *problem = m_api.components.responses.find(u"Problem");
    QCOMPARE(problem->content.first().value.examples.size(), 1);
}

/// The point of it: the server knows the answer.
void TestAnswerExample::isAnsweredFromNowOn()
{
    AnswerExample::of(m_api, exchange(m_api, 0, 200, "application/json", R"({"name":"Hose"})"))
        .addTo(m_api);
    Request request;
    request.method = "GET";
    request.target = "/items?__example=answer";
    QCOMPARE(handle(*compile(m_api), request).response.body, QByteArray(R"({"name":"Hose"})"));
}

void TestAnswerExample::isRefused_data()
{
    QTest::addColumn<int>("route");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, int route, int status, const char *type, const char *body,
                        const char *problem) {
        QTest::newRow(name) << route << status << QByteArray(type) << QByteArray(body)
                            << text(problem);
    };
    row("breaks the model", 0, 200, "application/json", R"({"name":""})", "/name");
    row("breaks a text", 0, 200, "text/plain", "too long", "5");
    row("of a component", 0, 404, "application/json", "{}", "detail");
    row("no such status", 0, 500, "application/json", "{}", "500");
    row("no such type", 0, 200, "image/png", "x", "image/png");
    row("no JSON", 0, 200, "application/json", "{", "JSON");
    row("no body", 1, 204, "", "", "no body");
}

void TestAnswerExample::isRefused()
{
    QFETCH(int, route);
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QString, problem);
    const auto example = AnswerExample::of(
        m_api, exchange(m_api, route, status, type.constData(), body.constData()));
    QVERIFY2(example.problem.contains(problem), qPrintable(example.problem));
    QVERIFY(!AnswerExample::of(m_api, Exchange()).problem.isEmpty());
}

QTEST_MAIN(TestAnswerExample)
#include "test_answer_example.moc"
