#include "designer/text/json_writer.h"
#include "mockserver/engine/exchange.h"
#include "mockserver/panel/runs/difference.h"
#include "mockserver/panel/runs/tests_panel.h"
#include "tests/mockserver/panel/panel_fixture.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QTreeView>

using namespace Design;
using namespace Mock;

namespace
{

const char *const design = R"(
openapi: 3.1.0
info: {title: Shop, version: '1'}
x-menura:
  profile: fastapi
  stores:
    items: {model: Item, set: {id: counter}, fixtures: [{id: 1, name: Rake}]}
  tests:
    - {name: good, request: GET /items/1, expect: 200}
    - {name: wrong status, request: GET /items/9, expect: 200}
    - name: wrong body
      steps:
        - {request: GET /items/1, expect: 200}
        - {request: GET /items/1, expect: {body: {id: 1, name: Hose}, stores: {items: 2}}}
paths:
  /items/{item_id}:
    get:
      x-menura: {action: read items}
      parameters:
        - {name: item_id, in: path, required: true, schema: {type: integer}}
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}
components:
  schemas:
    Item: {type: object, properties: {id: {type: integer}, name: {type: string}}, required: [name]}
)";

using Kind = DifferenceLine::Kind;

} // namespace

/// Running tests in the window, and getting from a failed one to what it says.
class TestTestsPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void allAreRun();
    void selectedAreRun();
    void editRunsThemAgain();
    void generatedAreRun();
    void editTakesGeneratedAway();
    void runIsCancelled();
    void newRunDropsTheOldOne();
    void failureIsShownAsADifference();
    void enterLeadsToTheLine_data();
    void enterLeadsToTheLine();
    void answerIsAccepted();
    void exchangeBecomesATest();
    void differencesOfTexts_data();
    void differencesOfTexts();
    void emptyDesignSaysWhatToDo();

private:
    TestsModel &model() const { return m_panel->model(); }
    QString state(int row) const
    {
        return model().index(row, TestsModel::StateColumn).data().toString();
    }
    void runAll() const;
    void goTo(int row) const { m_panel->table()->setCurrentIndex(model().index(row, 0)); }
    QByteArray test(int row) const
    {
        return writeJson(m_document->api().menura.value(u"tests").array().value(row));
    }

    std::unique_ptr<PanelFixture<TestsPanel>> m_fixture;
    DesignDocument *m_document = nullptr;
    Selection *m_selection = nullptr;
    TestsPanel *m_panel = nullptr;
};

void TestTestsPanel::init()
{
    m_fixture = std::make_unique<PanelFixture<TestsPanel>>(design);
    m_fixture->makePanel(m_fixture->selection());
    m_panel = m_fixture->panel();
    m_document = &m_fixture->document();
    m_selection = &m_fixture->selection();
    QVERIFY(m_fixture->show());
}

void TestTestsPanel::cleanup()
{
    m_fixture.reset();
}

void TestTestsPanel::runAll() const
{
    m_panel->runAll();
    QTRY_VERIFY(model().row(0).outcome);
}

void TestTestsPanel::allAreRun()
{
    QSignalSpy summaries(m_panel, &TestsPanel::summaryChanged);
    QCOMPARE(state(0), text("not run"));
    runAll();
    QVERIFY(state(0).contains(text("passed")));
    QVERIFY(state(1).contains(text("failed")));
    QVERIFY(state(2).contains(text("failed")));
    QCOMPARE(summaries.last().mid(0, 2), (QVariantList{1, 2}));
}

void TestTestsPanel::selectedAreRun()
{
    goTo(1);
    m_panel->runSelected();
    QTRY_VERIFY(model().row(1).outcome);
    QVERIFY(!model().row(0).outcome);
    QVERIFY(!model().row(2).outcome);
}

void TestTestsPanel::editRunsThemAgain()
{
    runAll();
    goTo(1);
    m_document->edit(text("Add a row"), [](Api &api) {
        const BehaviourPlace rows{NodeId::None, {text("stores"), text("items"), text("fixtures")}};
        setBehaviourValue(api, rows.child(1),
                          JsonObject{{text("id"), 9}, {text("name"), text("Saw")}});
    });
    QTRY_VERIFY(state(1).contains(text("passed")));
    QCOMPARE(m_panel->table()->currentIndex().row(), 1);
}

void TestTestsPanel::generatedAreRun()
{
    const int own = model().rowCount();
    QSignalSpy messages(m_panel, &TestsPanel::message);
    m_fixture->button("Run Generated")->click();
    QTRY_COMPARE(messages.size(), 1);
    QVERIFY(model().rowCount() > own);
    for (int row = 0; row < model().rowCount(); ++row)
        QVERIFY2(model().row(row).outcome, qPrintable(model().row(row).test.name));
    QCOMPARE(messages.first().first().toString(), text("2 test(s) failed.")); // its own ones
    goTo(own);
    QVERIFY(!m_fixture->button("Accept Answer")->isEnabled());
    QTest::keyClick(m_panel->table(), Qt::Key_Return);
    QCOMPARE(m_selection->node(), m_document->api().paths.first().value.operations.first().id);
}

void TestTestsPanel::editTakesGeneratedAway()
{
    const int own = model().rowCount();
    QSignalSpy messages(m_panel, &TestsPanel::message);
    m_panel->runGenerated();
    QTRY_COMPARE(messages.size(), 1);
    m_document->edit(text("Rename"), [](Api &api) { api.info.title = text("Other"); });
    QCOMPARE(model().rowCount(), own);
    QTRY_COMPARE(messages.size(), 2); // and its own ones run again
}

/// Each test of the loop takes its whole time limit, so that there is something to cancel.
void TestTestsPanel::runIsCancelled()
{
    m_document->edit(text("Many slow tests"), [](Api &api) {
        JsonArray tests;
        for (int i = 0; i < 200; ++i)
            tests.append(JsonObject{{text("request"), text("GET /items/1")}});
        setBehaviourValue(api, {NodeId::None, {text("tests")}}, Json(tests));
        setBehaviourValue(
            api, {NodeId::None, {text("dependencies")}},
            JsonObject{
                {text("slow"), JsonObject{{text("result"), text("(() => {while (true);})()")}}}});
        setBehaviourValue(api, {NodeId::None, {text("depends")}},
                          Json(JsonArray{Json(text("slow"))}));
    });
    QCOMPARE(model().rowCount(), 200);
    auto *cancel = m_panel->findChild<QPushButton *>(text("cancelRun"));
    QSignalSpy messages(m_panel, &TestsPanel::message);
    m_panel->runAll();
    QVERIFY(!cancel->isVisible()); // not before half a second
    QTRY_VERIFY(cancel->isVisible());
    QTRY_VERIFY(model().row(0).outcome); // while the others are still to come
    QVERIFY(!model().row(199).outcome);
    cancel->click();
    QTRY_COMPARE(messages.size(), 1);
    QVERIFY(!cancel->isVisible());
    const auto *note = m_panel->findChild<QLabel *>(text("cancelledNote"));
    QVERIFY(note->isVisible());
    QVERIFY2(note->text().startsWith(text("Cancelled: ")), qPrintable(note->text()));
    QVERIFY(model().row(0).outcome);
    QVERIFY(!model().row(199).outcome);
}

void TestTestsPanel::newRunDropsTheOldOne()
{
    QSignalSpy messages(m_panel, &TestsPanel::message);
    m_panel->runGenerated();
    goTo(1);
    m_panel->runSelected();
    QTRY_COMPARE(messages.size(), 1);
    QVERIFY(model().row(1).outcome);
    QVERIFY(!model().row(0).outcome);
    QCOMPARE(model().rowCount(), model().ownCount());
}

void TestTestsPanel::failureIsShownAsADifference()
{
    runAll();
    auto *detail = m_panel->findChild<QTextBrowser *>(text("testDetail"));
    goTo(0);
    QVERIFY(detail->isHidden());
    goTo(2);
    QVERIFY(detail->isVisible());
    const QString shown = detail->toPlainText();
    QVERIFY2(shown.contains(QString::fromUtf8("− ") + text("  \"name\": \"Hose\"")),
             qPrintable(shown));
    QVERIFY2(shown.contains(text("+   \"name\": \"Rake\"")), qPrintable(shown));
    QVERIFY2(shown.contains(text("the store items was expected to have 2, not 1")),
             qPrintable(shown));
}

void TestTestsPanel::enterLeadsToTheLine_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("place");
    QTest::newRow("a good one") << 0 << text("0");
    QTest::newRow("its status") << 1 << text("1/expect/status");
    QTest::newRow("a body of a step") << 2 << text("2/steps/1/expect/body");
}

void TestTestsPanel::enterLeadsToTheLine()
{
    QFETCH(int, row);
    QFETCH(QString, place);
    runAll();
    QSignalSpy opened(m_selection, &Selection::itemOpenRequested);
    goTo(row);
    QTest::keyClick(m_panel->table(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(m_selection->item(), (BehaviourItem{BehaviourItem::Kind::Tests, place}));
    QCOMPARE(m_selection->item().pointer(), text("/x-menura/tests/") + place);
}

void TestTestsPanel::answerIsAccepted()
{
    const Api before = m_document->api();
    runAll();
    goTo(1);
    m_panel->acceptAnswer();
    QCOMPARE(test(1),
             QByteArray(R"({"name":"wrong status","request":"GET /items/9","expect":404})"));
    QTRY_VERIFY(state(1).contains(text("passed")));
    runAll();
    QTRY_VERIFY(state(2).contains(text("failed")));
    goTo(2);
    m_panel->acceptAnswer();
    QVERIFY(test(2).endsWith(
        R"({"request":"GET /items/1","expect":{"body":{"id":1,"name":"Rake"},"stores":{"items":1}}}]})"));
    m_document->undoStack()->undo();
    m_document->undoStack()->undo();
    QCOMPARE(m_document->api(), before);
}

void TestTestsPanel::exchangeBecomesATest()
{
    Exchange exchange;
    exchange.request.method = "POST";
    exchange.request.target = "/items/?q=a%20b";
    exchange.request.headers = {{"Host", "127.0.0.1"}, {"X-Token", "s"}};
    exchange.request.body = R"({"name":"Saw"})";
    exchange.response.status = 405;
    exchange.response.body = R"({"detail":"Method Not Allowed"})";
    m_panel->addTest(exchange);
    QCOMPARE(test(3), QByteArray(R"({"name":"POST /items/?q=a b answers 405",)"
                                 R"("request":"POST /items/?q=a b","headers":{"X-Token":"s"},)"
                                 R"("body":{"name":"Saw"},"expect":{"status":405,)"
                                 R"("body":{"detail":"Method Not Allowed"}}})"));
    QCOMPARE(m_panel->table()->currentIndex().row(), 3);
}

void TestTestsPanel::differencesOfTexts_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("actual");
    QTest::addColumn<QString>("lines");
    QTest::newRow("equal") << text("a|b") << text("a|b") << text("=a|=b");
    QTest::newRow("changed") << text("a|b|c") << text("a|x|c") << text("=a|-b|+x|=c");
    QTest::newRow("added") << text("a|c") << text("a|b|c") << text("=a|+b|=c");
    QTest::newRow("gone") << text("a|b|c") << text("b|c") << text("-a|=b|=c");
    QTest::newRow("nothing in common") << text("a") << text("b|c") << text("-a|+b|+c");
    QTest::newRow("moved") << text("a|b|c") << text("c|a|b") << text("+c|=a|=b|-c");
}

void TestTestsPanel::differencesOfTexts()
{
    QFETCH(QString, expected);
    QFETCH(QString, actual);
    QFETCH(QString, lines);
    QStringList found;
    for (const DifferenceLine &line :
         differenceOf(expected.replace(u'|', u'\n'), actual.replace(u'|', u'\n')))
        found.append((line.kind == Kind::Same       ? u'='
                      : line.kind == Kind::Expected ? u'-'
                                                    : u'+') +
                     line.text);
    QCOMPARE(found.join(u'|'), lines);
}

void TestTestsPanel::emptyDesignSaysWhatToDo()
{
    m_fixture->resetToNothing();
    QVERIFY(!m_panel->table()->isVisible());
    QCOMPARE(model().rowCount(), 0);
    for (const QPushButton *button : m_panel->findChildren<QPushButton *>())
        QVERIFY2(!button->isEnabled(), qPrintable(button->text()));
}

QTEST_MAIN(TestTestsPanel)
#include "test_tests_panel.moc"
