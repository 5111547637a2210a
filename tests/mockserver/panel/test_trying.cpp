#include "designer/editors/behaviour/rows_view.h"
#include "mockserver/panel/requests/json_body_edit.h"
#include "mockserver/panel/requests/json_completion.h"
#include "mockserver/panel/requests/request_parts_model.h"
#include "mockserver/panel/requests/try_panel.h"
#include "tests/mockserver/panel/panel_fixture.h"

#include <QLineEdit>
#include <QSignalSpy>

using namespace Design;
using namespace Mock;

static constexpr char shop[] = R"(
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /items/{item_id}/photos/{name}.png:
    post:
      parameters:
        - {name: item_id, in: path, required: true, schema: {type: integer}}
        - {name: name, in: path, required: true, schema: {type: string}}
        - {name: sort, in: query, schema: {type: string, enum: [up, down]}}
        - {name: X-Trace, in: header, schema: {type: string}}
        - {name: session, in: cookie, schema: {type: string}}
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Photo'}
      responses: {'200': {description: fine}}
components:
  schemas:
    Base:
      type: object
      properties: {title: {type: string}, kind: {const: photo}}
    Photo:
      allOf:
        - $ref: '#/components/schemas/Base'
        - type: object
          properties:
            format: {type: string, enum: [png, jpeg]}
            public: {type: boolean}
            tags: {type: array, items: {$ref: '#/components/schemas/Tag'}}
    Tag:
      type: object
      properties: {name: {type: string}, parent: {$ref: '#/components/schemas/Tag'}}
)";

/// The parts of a request in their table, and the words that are offered in a body.
class TestTrying : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsAreThoseOfTheRequestAndTheRoute();
    void valuesAreWrittenIntoTheRequest();
    void whatIsNotTouchedKeepsItsSpelling();
    void somethingNewIsTyped_data();
    void somethingNewIsTyped();
    void emptyValuesAreNotSent();
    void lineAndTableSayTheSame();
    void bodyIsShownWhereItHasAUse();
    void placesInBrokenJson_data();
    void placesInBrokenJson();
    void wordsComeFromTheSchema_data();
    void wordsComeFromTheSchema();
    void chosenWordsAreWholeJson();

private:
    static QStringList rows(const RequestPartsModel &model);
    static QModelIndex value(const RequestPartsModel &model, const char *name);
};

/// "query sort up", "header X-Trace -" where it is not sent.
QStringList TestTrying::rows(const RequestPartsModel &model)
{
    QStringList all;
    for (int i = 0; i + 1 < model.rowCount(); ++i) {
        const RequestPartRow &row = model.content(model.index(i, 0));
        all.append(row.in + u' ' + row.name + u' ' + (row.isSent ? row.value : text("-")));
    }
    return all;
}

QModelIndex TestTrying::value(const RequestPartsModel &model, const char *name)
{
    return model
        .findRow([name](const RequestPartRow &row) { return row.name == QLatin1String(name); })
        .siblingAtColumn(RequestPartsModel::ValueColumn);
}

namespace
{

struct Route {
    Route()
        : api(readOpenApi(QByteArray(shop)).api)
    {
        new QAbstractItemModelTester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     &model);
        const Named<PathItem> &path = api.paths.first();
        model.setRoute(api, path.name, path.value.operations.first().parameters);
        model.setTarget("/items/7/photos/front%20side.png?sort=up&x=%2B1");
        model.setHeaders({{"Content-Type", "application/json"}, {"Cookie", "a=1; b=2"}});
    }

    Api api;
    RequestPartsModel model;
};

} // namespace

void TestTrying::partsAreThoseOfTheRequestAndTheRoute()
{
    Route route;
    QCOMPARE(rows(route.model),
             QStringList({text("path item_id 7"), text("path name front side"),
                          text("query sort up"), text("query x +1"),
                          text("header Content-Type application/json"), text("header X-Trace -"),
                          text("cookie a 1"), text("cookie b 2"), text("cookie session -")}));
    QCOMPARE(route.model.words(value(route.model, "sort")),
             QStringList({text("up"), text("down")}));
    // A path that is none of the route's has no names for its parts.
    route.model.setTarget("/elsewhere");
    QVERIFY(!rows(route.model).contains(text("path item_id 7")));
}

void TestTrying::valuesAreWrittenIntoTheRequest()
{
    Route route;
    const QSignalSpy edited(&route.model, &RequestPartsModel::edited);
    QVERIFY(route.model.setData(value(route.model, "name"), text("a/b")));
    QVERIFY(route.model.setData(value(route.model, "sort"), text("down & out")));
    QVERIFY(route.model.setData(value(route.model, "X-Trace"), text("on")));
    QVERIFY(route.model.setData(value(route.model, "session"), text("s1")));
    QCOMPARE(edited.size(), 4);
    QCOMPARE(route.model.target(),
             QByteArray("/items/7/photos/a%2Fb.png?sort=down%20%26%20out&x=%2B1"));
    QCOMPARE(headerValue(route.model.headers(), "X-Trace"), QByteArray("on"));
    QCOMPARE(headerValue(route.model.headers(), "Cookie"), QByteArray("a=1; b=2; session=s1"));
}

void TestTrying::whatIsNotTouchedKeepsItsSpelling()
{
    Route route;
    const QByteArray odd = "/items/7/photos/x.png?tags=a+b&tags=c%2cd&deep[x]=1&flag";
    route.model.setTarget(odd);
    QCOMPARE(route.model.target(), odd);
    QVERIFY(rows(route.model).contains(text("query tags a b")));
    QVERIFY(rows(route.model).contains(text("query tags c,d")));
    QVERIFY(route.model.setData(value(route.model, "flag"), text("yes")));
    QCOMPARE(route.model.target(),
             QByteArray("/items/7/photos/x.png?tags=a+b&tags=c%2cd&deep[x]=1&flag=yes"));
}

void TestTrying::somethingNewIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("row"); // empty: refused
    QTest::newRow("query") << text("page=2") << text("query page 2");
    QTest::newRow("query, spaced") << text("page = two words") << text("query page two words");
    QTest::newRow("header") << text("X-Token: a: b") << text("header X-Token a: b");
    QTest::newRow("neither") << text("what is this") << QString();
}

void TestTrying::somethingNewIsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, row);
    Route route;
    const QModelIndex cell = route.model.newRow();
    QCOMPARE(route.model.check(cell, typed).has_value(), row.isEmpty());
    QCOMPARE(route.model.setData(cell, typed), !row.isEmpty());
    QCOMPARE(rows(route.model).contains(row), !row.isEmpty());
    QCOMPARE(route.model.rowCount(), row.isEmpty() ? 10 : 11);
}

void TestTrying::emptyValuesAreNotSent()
{
    Route route;
    QVERIFY(route.model.setData(value(route.model, "sort"), QString()));
    QCOMPARE(route.model.target(), QByteArray("/items/7/photos/front%20side.png?x=%2B1"));
    QVERIFY(rows(route.model).contains(text("query sort -"))); // the route takes it all the same
    QVERIFY(route.model.removeMember(value(route.model, "x")));
    QCOMPARE(route.model.target(), QByteArray("/items/7/photos/front%20side.png"));
    QVERIFY(!route.model.canRemove(value(route.model, "item_id"))); // the path would be another one
    QVERIFY(route.model.removeMember(value(route.model, "a")));
    QVERIFY(route.model.removeMember(value(route.model, "b")));
    QVERIFY(!findHeader(route.model.headers(), "Cookie"));
}

void TestTrying::lineAndTableSayTheSame()
{
    DesignDocument document;
    Selection selection;
    document.reset(readOpenApi(QByteArray(shop)).api);
    TryPanel panel(document, selection);
    panel.setOperation(document.api().paths.first().value.operations.first().id);
    auto *line = panel.findChild<QLineEdit *>(text("tryTarget"));
    auto *model =
        qobject_cast<RequestPartsModel *>(panel.findChild<RowsView *>(text("tryParts"))->model());
    QVERIFY(line && model);
    line->selectAll();
    QTest::keyClicks(line, text("/items/9/photos/top.png?sort=up"));
    QVERIFY(rows(*model).contains(text("path item_id 9")));
    QVERIFY(rows(*model).contains(text("query sort up")));
    QVERIFY(model->setData(value(*model, "item_id"), text("10")));
    QCOMPARE(line->text(), text("/items/10/photos/top.png?sort=up"));
    QCOMPARE(panel.request().target, QByteArray("/items/10/photos/top.png?sort=up"));
    QVERIFY(model->setData(model->newRow(), text("X-Extra: 1")));
    QCOMPARE(headerValue(panel.request().headers, "X-Extra"), QByteArray("1"));
}

void TestTrying::bodyIsShownWhereItHasAUse()
{
    DesignDocument document;
    Selection selection;
    TryPanel panel(document, selection);
    const auto *body = panel.findChild<JsonBodyEdit *>(text("tryBody"));
    QVERIFY(body);
    Request request;
    request.method = "GET";
    request.target = "/items/9";
    panel.setRequest(request);
    QVERIFY(body->isHidden());
    request.body = "{}"; // a preset that breaks a rule may have one
    panel.setRequest(request);
    QVERIFY(!body->isHidden());
    request.method = "POST";
    request.body.clear();
    panel.setRequest(request);
    QVERIFY(!body->isHidden());
}

void TestTrying::placesInBrokenJson_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("begun");
    QTest::addColumn<bool>("isKey");
    QTest::addColumn<bool>("isInString");
    const auto row = [](const char *before, const char *path, const char *begun, bool isKey,
                        bool isInString) {
        QTest::newRow(before) << text(before) << text(path) << text(begun) << isKey << isInString;
    };
    row("", "", "", false, false);
    row("{", "", "", true, false);
    row("{\"ti", "", "ti", true, true);
    row("{\"title\": ", "title", "", false, false);
    row("{\"title\": \"a", "title", "a", false, true);
    row("{\"title\": \"a\", \"t", "", "t", true, true);
    row("{\"public\": tr", "public", "tr", false, false);
    row("{\"tags\": [{\"name\": \"x\"}, {\"n", "tags/[]", "n", true, true);
    row("{\"tags\": [{\"name\": \"x\"}, {\"name\": \"", "tags/[]/name", "", false, true);
    row("{\"a\": {\"b\": 1}, \"c\": ", "c", "", false, false);
    row("{\"a\\\"b\": \"{[", "ab", "{[", false, true);
    row("]}", "", "", false, false);
}

void TestTrying::placesInBrokenJson()
{
    QFETCH(QString, before);
    const JsonPlace place = jsonPlace(before);
    QTEST(place.path.join(u'/'), "path");
    QTEST(place.begun, "begun");
    QTEST(place.isKey, "isKey");
    QTEST(place.isInString, "isInString");
}

void TestTrying::wordsComeFromTheSchema_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *before, const char *words) {
        QTest::newRow(before) << text(before) << text(words).split(u' ', Qt::SkipEmptyParts);
    };
    row("{\"", "title kind format public tags");
    row("{\"t", "title tags");
    row("{\"title\": \"x\", \"t", "tags");
    row("{\"format\": \"", "png jpeg");
    row("{\"format\": \"j", "jpeg");
    row("{\"public\": t", "true");
    row("{\"kind\": \"", "photo");
    row("{\"tags\": [{\"", "name parent");
    row("{\"tags\": [{\"parent\": {\"parent\": {\"n", "name");
    row("{\"nobody\": {\"", "");
}

void TestTrying::wordsComeFromTheSchema()
{
    QFETCH(QString, before);
    const Api api = readOpenApi(QByteArray(shop)).api;
    const Schema schema = *api.components.schemas.find(text("Photo"));
    QTEST(jsonWords(api, schema, jsonPlace(before)), "words");
}

void TestTrying::chosenWordsAreWholeJson()
{
    const Api api = readOpenApi(QByteArray(shop)).api;
    JsonBodyEdit edit;
    edit.setSchema(api, *api.components.schemas.find(text("Photo")));
    edit.resize(400, 300);
    edit.show();
    QVERIFY(QTest::qWaitForWindowActive(&edit));
    edit.setFocus();
    QTest::keyClicks(&edit, text("{\"for"));
    QTRY_VERIFY(edit.isListActive());
    QTest::keyClick(&edit, Qt::Key_Return);
    QCOMPARE(edit.text(), text("{\"format\": "));
    QTest::keyClicks(&edit, text("\"j"));
    QTRY_VERIFY(edit.isListActive());
    QTest::keyClick(&edit, Qt::Key_Return);
    QCOMPARE(edit.text(), text("{\"format\": \"jpeg\""));
    // Esc closes the list and only then leaves the text.
    const QSignalSpy left(&edit, &CodeEditor::left);
    QTest::keyClicks(&edit, text(", \"t"));
    QTRY_VERIFY(edit.isListActive());
    QTest::keyClick(&edit, Qt::Key_Escape);
    QVERIFY(!edit.isListActive());
    QCOMPARE(left.size(), 0);
    QTest::keyClick(&edit, Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

QTEST_MAIN(TestTrying)
#include "test_trying.moc"
