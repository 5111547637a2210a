#include "designer/looks/code_view.h"
#include "designer/openapi/openapi_reader.h"
#include "mockserver/panel/traffic/curl.h"
#include "mockserver/panel/traffic/exchange_words.h"
#include "mockserver/panel/traffic/har.h"
#include "mockserver/panel/traffic/traffic_filter.h"
#include "mockserver/panel/traffic/traffic_model.h"
#include "mockserver/panel/traffic/traffic_panel.h"
#include "mockserver/panel/traffic/why_view.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Design;
using namespace Mock;

class TestPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void violationsAreSaidInWords_data();
    void violationsAreSaidInWords();
    void jsonThatWasReadAsTextIsSaid_data();
    void jsonThatWasReadAsTextIsSaid();
    void whyNamesRuleAndPlace();
    void whyCountsTheOthers();
    void missingPathNamesTheNearest();
    void wrongMethodNamesTheRightOnes();
    void goodAnswersHaveNoWhy();
    void filterAccepts_data();
    void filterAccepts();
    void curlSendsTheSameAgain_data();
    void curlSendsTheSameAgain();
    void ringKeepsTheNewest();
    void ringKeepsMemoryBounded();
    void whatIsUnderWayIsCompletedInItsRow();
    void tableFollowsUntilScrolled();
    void enterOpensTheRule();
    void ruleThatIsGoneIsSaid();
    void filterHidesRows();
    void emptyTrafficOffersARequest();
    void menuOfARowHasWhatCanBeDone();
    void stepsAreSaidOnceWithTheirRules();
    void whyViewShowsRulesAndBodies();

private:
    NodeId at(const char *pointer) const;
    Exchange refused() const;
    static Exchange exchange(const char *method, const char *target, int status);

    std::unique_ptr<DesignDocument> m_document;
    std::unique_ptr<Selection> m_selection;
};

void TestPanel::init()
{
    m_document = std::make_unique<DesignDocument>();
    m_selection = std::make_unique<Selection>();
    const LoadedApi loaded = readOpenApi(QByteArray(R"({
        "openapi": "3.1.0", "info": {"title": "Shop", "version": "1"},
        "paths": {"/items/": {"post": {
            "requestBody": {"content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/Item"}}}},
            "responses": {"201": {"description": "The item"}}}}},
        "components": {"schemas": {"Item": {"type": "object", "properties": {
            "name": {"type": "string", "minLength": 1},
            "price": {"type": "number", "exclusiveMinimum": 0}},
            "required": ["name", "price"]}}}})"));
    QVERIFY(loaded.ok);
    m_document->reset(loaded.api);
}

void TestPanel::cleanup()
{
    m_selection.reset();
    m_document.reset();
}

NodeId TestPanel::at(const char *pointer) const
{
    return m_document->index().nodeAt(QString::fromUtf8(pointer));
}

Exchange TestPanel::exchange(const char *method, const char *target, int status)
{
    static quint64 number = 0;
    Exchange result;
    result.number = ++number;
    result.time = QDateTime::currentDateTimeUtc();
    result.request.method = method;
    result.request.target = target;
    result.response.status = status;
    result.nanoseconds = 1'500'000;
    return result;
}

static Violation violation(const JsonArray &location, const char *type, const char *message,
                           const Json &input)
{
    Violation result;
    result.location = location;
    result.type = QString::fromUtf8(type);
    result.message = QString::fromUtf8(message);
    result.input = input;
    return result;
}

static Json text(const char *value)
{
    return Json(QString::fromUtf8(value));
}

Exchange TestPanel::refused() const
{
    Exchange result = exchange("POST", "/items/", 422);
    result.request.headers = {{"Content-Type", "application/json"}};
    result.request.body = R"({"name":"","price":-5})";
    result.operation = at("/paths/~1items~1/post");
    result.route = QStringLiteral("POST /items/");
    result.steps = {{StepKind::Route, Outcome::Passed, {}, NodeId::None, 0},
                    {StepKind::Body, Outcome::Failed, {}, NodeId::None, 0},
                    {StepKind::Answer, Outcome::Skipped, {}, NodeId::None, 0}};
    Violation price = violation({text("body"), text("price")}, "greater_than",
                                "Input should be greater than 0", Json(-5));
    price.node = at("/components/schemas/Item/properties/price");
    price.keyword = Keyword::ExclusiveMinimum;
    result.violations = {price};
    return result;
}

void TestPanel::violationsAreSaidInWords_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("message");
    QTest::addColumn<Json>("input");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("got");
    const auto row = [](const char *type, const char *message, const Json &input,
                        const char *sentence, const char *wanted, const char *got) {
        QTest::newRow(type) << QString::fromUtf8(type) << QString::fromUtf8(message) << input
                            << QString::fromUtf8(sentence) << QString::fromUtf8(wanted)
                            << QString::fromUtf8(got);
    };
    row("greater_than", "Input should be greater than 0", Json(-5),
        "body.price is -5, must be greater than 0", "greater than 0", "-5");
    row("string_too_short", "String should have at least 1 character", text(""),
        "body.price is \"\", must have at least 1 character", "at least 1 character", "\"\"");
    row("string_pattern_mismatch", "String should match pattern '^a$'", text("b"),
        "body.price is \"b\", must match pattern '^a$'", "match pattern '^a$'", "\"b\"");
    row("missing", "Field required", Json(JsonObject()), "body.price is missing", "a value",
        "nothing");
    row("not_authenticated", "Not authenticated", Json(), "body.price: Not authenticated",
        "a credential that is accepted", "nothing");
    row("json_invalid", "JSON decode error", Json(JsonObject()), "body.price: JSON decode error",
        "JSON decode error", "{}");
    row("value_error", "value is not a valid email address: An email address must have an @-sign.",
        text("x"),
        "body.price: value is not a valid email address: An email address must have an @-sign.",
        "a valid email address", "\"x\"");
    row("too_long", "List should have at most 3 items after validation, not 9",
        Json(JsonArray(60, Json(1))),
        "body.price is [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,…, must have at most 3 items "
        "after validation, not 9",
        "at most 3 items after validation, not 9",
        "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,…");
}

void TestPanel::violationsAreSaidInWords()
{
    QFETCH(QString, type);
    QFETCH(QString, message);
    QFETCH(Json, input);
    const Violation broken = violation({text("body"), text("price")}, type.toUtf8().constData(),
                                       message.toUtf8().constData(), input);
    QTEST(why(broken, m_document->api(), m_document->index()).sentence, "sentence");
    QTEST(wantedWords(broken), "wanted");
    QTEST(gotWords(broken), "got");
}

void TestPanel::jsonThatWasReadAsTextIsSaid_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("said");
    const QByteArray form("application/x-www-form-urlencoded");
    const QByteArray json("{\"name\": 1}");
    QTest::newRow("curl -d") << form << json << QString() << QString::fromLatin1(form);
    QTest::newRow("no type") << QByteArray() << json << QString()
                             << QStringLiteral("without a Content-Type");
    QTest::newRow("json") << QByteArray("application/json") << json << QString() << QString();
    QTest::newRow("a form") << form << QByteArray("name=1") << QString() << QString();
    QTest::newRow("a field") << form << json << QStringLiteral("name") << QString();
}

void TestPanel::jsonThatWasReadAsTextIsSaid()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    QFETCH(QString, said);
    Exchange sent = exchange("POST", "/items/", 422);
    sent.request.body = body;
    if (!type.isEmpty())
        sent.request.headers = {{"content-type", type}};
    JsonArray location{text("body")};
    if (!field.isEmpty())
        location.append(Json(field));
    sent.violations = {violation(location, "model_attributes_type",
                                 "Input should be a valid dictionary or object",
                                 Json(QString::fromUtf8(body)))};
    const QString words = readAsTextWords(sent);
    QCOMPARE(words.isEmpty(), said.isEmpty());
    QVERIFY2(words.contains(said), qPrintable(words));
}

void TestPanel::whyNamesRuleAndPlace()
{
    const Why reason = why(refused(), m_document->api(), m_document->index());
    QCOMPARE(reason.sentence, QStringLiteral("body.price is -5, must be greater than 0"));
    QCOMPARE(reason.place, QStringLiteral("Item.price · exclusiveMinimum"));
    QCOMPARE(reason.node, at("/components/schemas/Item/properties/price"));
    QCOMPARE(reason.keyword, Keyword::ExclusiveMinimum);
    QCOMPARE(locationWords(Json(JsonArray{text("body"), text("tags"), Json(0), text("x")})),
             QStringLiteral("body.tags[0].x"));
}

void TestPanel::whyCountsTheOthers()
{
    Exchange both = refused();
    both.violations.append(both.violations.first());
    both.violations.append(both.violations.first());
    QVERIFY(why(both, m_document->api(), m_document->index())
                .sentence.endsWith(QLatin1String("greater than 0, and 2 more")));
}

void TestPanel::missingPathNamesTheNearest()
{
    Exchange lost = exchange("GET", "/item", 404);
    lost.nearestRoutes = {QStringLiteral("GET /items/")};
    QCOMPARE(why(lost, m_document->api(), m_document->index()).sentence,
             QStringLiteral("no such path, the nearest is GET /items/"));
    lost.nearestRoutes.clear();
    QCOMPARE(why(lost, m_document->api(), m_document->index()).sentence,
             QStringLiteral("no such path"));
}

void TestPanel::wrongMethodNamesTheRightOnes()
{
    Exchange wrong = exchange("PATCH", "/items/", 405);
    wrong.response.headers = {{"allow", "GET, POST"}};
    QCOMPARE(why(wrong, m_document->api(), m_document->index()).sentence,
             QStringLiteral("PATCH is not allowed here, but GET, POST"));
}

void TestPanel::goodAnswersHaveNoWhy()
{
    QVERIFY(why(exchange("GET", "/items/", 200), m_document->api(), m_document->index()).isEmpty());
    QVERIFY(why(exchange("GET", "/items", 307), m_document->api(), m_document->index()).isEmpty());
    // An error that nothing explains still says something.
    QCOMPARE(why(exchange("GET", "/", 503), m_document->api(), m_document->index()).sentence,
             QStringLiteral("Service Unavailable"));
}

void TestPanel::filterAccepts_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char *filter, bool accepted) {
        QTest::newRow(filter) << QString::fromUtf8(filter) << accepted;
    };
    row("", true);
    row("status:422", true);
    row("status:4xx", true);
    row("status:4", true);
    row("status:5xx", false);
    row("status:4222", false);
    row("status:", true);
    row("method:post", true);
    row("method:get", false);
    row("path:/items", true);
    row("path:/users", false);
    row("body~price", true);
    row("body~nothing", false);
    row("greater", true);
    row("POST 422 items", true);
    row("status:4xx path:/users", false);
}

void TestPanel::filterAccepts()
{
    QFETCH(QString, filter);
    const Exchange item = refused();
    QTEST(TrafficFilter(filter).accepts(item,
                                        why(item, m_document->api(), m_document->index()).sentence),
          "accepted");
}

void TestPanel::curlSendsTheSameAgain_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("command");
    const auto row = [](const char *method, const char *target, const QByteArray &body,
                        const char *command) {
        QTest::addRow("%s %s", method, target)
            << QByteArray(method) << QByteArray(target) << body << QString::fromUtf8(command);
    };
    row("GET", "/items/?a=1&b=%20", {},
        "curl -i 'http://127.0.0.1:8000/items/?a=1&b=%20' -H 'X-A: it'\\''s'");
    row("POST", "/p", R"({"a":"it's"})",
        "curl -i 'http://127.0.0.1:8000/p' -H 'X-A: it'\\''s' --data-raw '{\"a\":\"it'\\''s\"}'");
    row("DELETE", "/d", {}, "curl -i -X 'DELETE' 'http://127.0.0.1:8000/d' -H 'X-A: it'\\''s'");
    row("HEAD", "/h", {}, "curl -i --head 'http://127.0.0.1:8000/h' -H 'X-A: it'\\''s'");
    row("PUT", "/b", QByteArray("\xff\x00'", 3),
        "curl -i -X 'PUT' 'http://127.0.0.1:8000/b' -H 'X-A: it'\\''s' --data-raw "
        "$'\\xff\\x00\\x27'");
}

void TestPanel::curlSendsTheSameAgain()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    Request request;
    request.method = method;
    request.target = target;
    request.body = body;
    request.headers = {
        {"Host", "127.0.0.1:8000"}, {"Accept", "*/*"}, {"X-A", "it's"}, {"Content-Length", "12"}};
    QTEST(curlCommand(request, QUrl(QStringLiteral("http://127.0.0.1:8000"))), "command");
}

void TestPanel::ringKeepsTheNewest()
{
    TrafficModel model(*m_document);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const auto batch = [](int count) {
        QList<Exchange> result;
        for (int i = 0; i < count; ++i)
            result.append(exchange("GET", "/", 200));
        return result;
    };
    model.append(batch(3));
    QCOMPARE(model.rowCount(), 3);
    const QPersistentModelIndex second = model.index(1, 0);
    QList<Exchange> many = batch(TrafficModel::mostRows - 2);
    model.append(many);
    QCOMPARE(model.rowCount(), TrafficModel::mostRows);
    QCOMPARE(second.row(), 0);
    QCOMPARE(model.exchange(TrafficModel::mostRows - 1).number, many.last().number);
    many = batch(TrafficModel::mostRows + 100);
    model.append(many);
    QCOMPARE(model.rowCount(), TrafficModel::mostRows);
    QCOMPARE(model.exchange(0).number, many.at(100).number);
    QVERIFY(!second.isValid());
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    model.append({});
    QCOMPARE(reset.size(), 0);
}

void TestPanel::ringKeepsMemoryBounded()
{
    TrafficModel model(*m_document);
    Exchange large = exchange("POST", "/", 200);
    large.request.body = QByteArray(1024 * 1024, 'x');
    for (int i = 0; i < 200; ++i)
        model.append({large});
    QVERIFY(model.rowCount() > 10);
    QVERIFY(qsizetype{model.rowCount()} * large.request.body.size() <= TrafficModel::mostBytes);
}

void TestPanel::whatIsUnderWayIsCompletedInItsRow()
{
    TrafficPanel panel(*m_document, *m_selection);
    const TrafficModel &model = panel.model();
    const auto status = [&] { return model.index(0, TrafficModel::StatusColumn).data(); };
    const auto logged = [&] {
        return harLog(panel.shownExchanges(), QUrl()).value(u"log").value(u"entries").array();
    };
    const Exchange ended = refused();
    Exchange begun = ended;
    begun.isUnderWay = true;
    begun.violations.clear();
    begun.response.status = 0;
    panel.append({begun});
    panel.append({exchange("GET", "/", 200)});
    QCOMPARE(status().toString(), QStringLiteral("…"));
    QCOMPARE(model.why(0).sentence, QStringLiteral("waiting for its answer"));
    panel.table()->setCurrentIndex(panel.table()->model()->index(0, 0));
    auto *test = panel.whyView()->findChild<QToolButton *>(QStringLiteral("saveAsTest"));
    QVERIFY(test && !test->isEnabled());
    begun.response.status = 200;
    panel.append({begun});
    QCOMPARE(status().toString(), QStringLiteral("200 …"));
    QCOMPARE(logged().size(), 1);
    panel.setPaused(true); // what ends meanwhile is seen afterwards
    panel.append({ended});
    QCOMPARE(status().toString(), QStringLiteral("200 …"));
    panel.setPaused(false);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(status().toString(), QStringLiteral("422"));
    QVERIFY(!model.why(0).place.isEmpty() && test->isEnabled());
    QCOMPARE(logged().size(), 2);
}

void TestPanel::tableFollowsUntilScrolled()
{
    TrafficPanel panel(*m_document, *m_selection);
    panel.resize(900, 200);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    for (int i = 0; i < 50; ++i)
        panel.append({exchange("GET", "/", 200)});
    QScrollBar *bar = panel.table()->verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    QTRY_COMPARE(bar->value(), bar->maximum());
    QVERIFY(panel.isFollowing());
    QCOMPARE(panel.table()->currentIndex().row(), 49); // nothing was picked: the newest is shown

    bar->setValue(0);
    QVERIFY(!panel.isFollowing());
    panel.append({exchange("GET", "/", 200)});
    QCOMPARE(bar->value(), 0);
    bar->setValue(bar->maximum());
    QVERIFY(panel.isFollowing());
}

void TestPanel::enterOpensTheRule()
{
    TrafficPanel panel(*m_document, *m_selection);
    panel.resize(900, 300);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    panel.append({exchange("GET", "/", 200), refused()});
    QSignalSpy opened(m_selection.get(), &Selection::openRequested);
    panel.table()->setCurrentIndex(panel.table()->model()->index(1, 0));
    panel.table()->setFocus();
    QTest::keyClick(panel.table(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(m_selection->node(), at("/components/schemas/Item/properties/price"));
    QCOMPARE(m_selection->keyword(), Keyword::ExclusiveMinimum);
}

void TestPanel::ruleThatIsGoneIsSaid()
{
    TrafficPanel panel(*m_document, *m_selection);
    panel.append({refused()});
    m_document->edit(QStringLiteral("Delete"), [](Api &api) { api.components.schemas.clear(); });
    QSignalSpy opened(m_selection.get(), &Selection::openRequested);
    QSignalSpy said(&panel, &TrafficPanel::message);
    panel.table()->setCurrentIndex(panel.table()->model()->index(0, 0));
    Q_EMIT panel.table()->activated(panel.table()->currentIndex());
    QCOMPARE(opened.size(), 0);
    QCOMPARE(said.size(), 1);
    QVERIFY(said.first().first().toString().contains(QLatin1String("Item.price")));
}

void TestPanel::filterHidesRows()
{
    TrafficPanel panel(*m_document, *m_selection);
    panel.append({exchange("GET", "/", 200), refused()});
    QCOMPARE(panel.table()->model()->rowCount(), 2);
    auto *field = panel.tools()->findChild<QLineEdit *>(QStringLiteral("trafficFilter"));
    QVERIFY(field);
    field->setText(QStringLiteral("status:4xx"));
    QCOMPARE(panel.table()->model()->rowCount(), 1);
    panel.append({refused(), exchange("GET", "/", 200)});
    QCOMPARE(panel.table()->model()->rowCount(), 2);
    field->clear();
    QCOMPARE(panel.table()->model()->rowCount(), 4);
}

void TestPanel::emptyTrafficOffersARequest()
{
    TrafficPanel panel(*m_document, *m_selection);
    panel.resize(900, 300);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    auto *send = panel.table()->findChild<QPushButton *>();
    QVERIFY(send && send->isVisible());
    QVERIFY(panel.table()->viewport()->rect().contains(send->geometry()));
    const QSignalSpy wanted(&panel, &TrafficPanel::requestWanted);
    QTest::mouseClick(send, Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    panel.append({refused()});
    QVERIFY(!send->isVisible());
}

void TestPanel::menuOfARowHasWhatCanBeDone()
{
    TrafficPanel panel(*m_document, *m_selection);
    panel.append({refused(), exchange("GET", "/nowhere", 404)});
    const auto words = [&panel](int row) {
        panel.table()->setCurrentIndex(panel.table()->model()->index(row, 0));
        QMenu menu;
        panel.whyView()->fillMenu(&menu);
        QStringList enabled;
        for (const QAction *action : menu.actions()) {
            if (action->isEnabled() && !action->isSeparator())
                enabled.append(action->text());
        }
        return enabled;
    };
    const QStringList ofRefused = words(0);
    for (const char *wanted : {"Go to the Rule", "Send Again", "Save as Test", "Copy as cURL"})
        QVERIFY2(ofRefused.contains(QLatin1String(wanted)), wanted);
    QVERIFY(!ofRefused.contains(QLatin1String("Create This Route")));
    const QStringList ofMissing = words(1);
    QVERIFY(ofMissing.contains(QLatin1String("Create This Route")));
    QVERIFY(!ofMissing.contains(QLatin1String("Go to the Rule")));
}

void TestPanel::stepsAreSaidOnceWithTheirRules()
{
    Exchange both = exchange("GET", "/items/0?limit=99", 422);
    both.steps = {{StepKind::Dependencies, Outcome::Passed, {}},
                  {StepKind::Dependencies, Outcome::Passed, {}},
                  {StepKind::Path, Outcome::Failed, {}},
                  {StepKind::Query, Outcome::Failed, {}}};
    const Json nothing;
    both.violations = {
        violation({text("path"), text("item_id")}, "missing", "Field required", nothing),
        violation({text("query"), text("limit")}, "missing", "Field required", nothing),
        violation({text("query"), text("skip")}, "missing", "Field required", nothing)};
    WhyView view(*m_document, *m_selection);
    view.setExchange(both);
    QString said;
    for (const QLabel *label : view.findChildren<QLabel *>()) {
        if (label->accessibleName().startsWith(QLatin1String("Steps")))
            said = label->text().replace(QChar(QChar::Nbsp), u' ');
    }
    QCOMPARE(said.count(QLatin1String("dependencies")), 1);
    QCOMPARE(said.count(QLatin1String("1 rule broken")), 1);
    QCOMPARE(said.count(QLatin1String("2 rules broken")), 1);
}

void TestPanel::whyViewShowsRulesAndBodies()
{
    WhyView view(*m_document, *m_selection);
    view.setServerUrl(QUrl(QStringLiteral("http://127.0.0.1:8000")));
    view.resize(600, 300);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setExchange(refused());
    auto *rules = view.findChild<QTreeView *>(QStringLiteral("brokenRules"));
    QVERIFY(rules && rules->isVisible());
    QCOMPARE(rules->model()->rowCount(), 1);
    const auto cell = [rules](int column) {
        return rules->model()->index(0, column).data().toString();
    };
    QCOMPARE(cell(ViolationsModel::WhereColumn), QStringLiteral("body.price"));
    QCOMPARE(cell(ViolationsModel::RuleColumn), QStringLiteral("exclusiveMinimum"));
    QCOMPARE(cell(ViolationsModel::WantedColumn), QStringLiteral("greater than 0"));
    QCOMPARE(cell(ViolationsModel::GotColumn), QStringLiteral("-5"));
    // Below what was sent stands what was wanted.
    const CodeView *sent = nullptr;
    for (const CodeView *one : view.findChildren<CodeView *>()) {
        if (one->accessibleName() == QLatin1String("Request"))
            sent = one;
    }
    QVERIFY(sent);
    QString notes;
    for (int line = 0; line < sent->lines(); ++line)
        notes += sent->annotation(line).trimmed();
    QCOMPARE(notes, QStringLiteral("wanted: greater than 0"));
    QVERIFY(sent->annotation(2).contains(QLatin1String("wanted"))); // of {, "name", "price"
    view.copyAsCurl();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(
        QLatin1String("curl -i 'http://127.0.0.1:8000/items/'")));
    QVERIFY(view.openRule());
    QCOMPARE(m_selection->keyword(), Keyword::ExclusiveMinimum);

    view.setExchange(exchange("GET", "/", 200));
    QVERIFY(sent->annotation(0).isEmpty());
    QVERIFY(!rules->isVisible());
    QVERIFY(!view.openRule());
}

QTEST_MAIN(TestPanel)
#include "test_panel.moc"
