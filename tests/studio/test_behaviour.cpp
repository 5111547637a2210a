#include "app/studio/message_bar.h"
#include "app/studio/status_strip.h"
#include "app/studio/tabs/editor_tabs.h"
#include "designer/editors/behaviour/behaviour_page.h"
#include "designer/editors/behaviour/members_view.h"
#include "designer/itemmodels/navigator_model.h"
#include "designer/looks/line_edit.h"
#include "designer/model/behaviour/behaviour.h"
#include "designer/openapi/openapi_reader.h"
#include "mockserver/panel/runs/tests_panel.h"
#include "tests/studio/window_test.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace Design;

namespace
{

const char *const design = R"(
openapi: 3.1.0
info: {title: Shop, version: '1'}
x-menura:
  errors:
    sold_out: {status: 409, detail: Sold out}
  dependencies:
    token: {parameters: [{name: x-token, in: header, required: true, schema: {type: string}}]}
    admin: {needs: [token]}
  routers:
    items: {prefix: /items, depends: [token]}
  stores:
    items: {model: Item, set: {id: counter}, fixtures: [{id: 1, name: Rake}]}
paths:
  /items/:
    get:
      x-menura: {action: list items}
      responses:
        '200': {description: ok}
  /items/{item_id}:
    get:
      x-menura: {action: read items}
      parameters:
        - {name: item_id, in: path, required: true, schema: {type: integer}}
      responses:
        '200': {description: ok}
components:
  schemas:
    Item: {type: object, properties: {id: {type: integer}, name: {type: string}}, required: [name]}
)";

} // namespace

Q_DECLARE_METATYPE(DesignDocument::Edit)

/// What runs around routes, as somebody works on it in the window.
class TestBehaviour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_test.reset(); }
    void selectionFollowsANewName();
    void deleteSaysWhatItDid();
    void undoAndRedoComeBack();
    void undoGoesToTheField_data();
    void undoGoesToTheField();
    void backAndForwardKnowPages();
    void renameAndDuplicateByKey();
    void routerPrefixMovesItsRoutes();
    void failingTestLeadsToItsLine();
    void navigatorSaysWhatCameOfTests();
    void schemeIsMadeByAnAction();
    void otherServersAreAskedAboutOnce();

private:
    MainWindow &window() const { return m_test->window(); }
    const Api &api() const { return window().document().api(); }
    void open(BehaviourItem::Kind kind, const QString &name = {}) const
    {
        window().selection().open(BehaviourItem{kind, name});
    }
    void trigger(ActionId id) const { window().actions()[id]->trigger(); }
    QString said() const { return window().findChild<StatusStrip *>()->message(); }
    QStringList paths() const
    {
        QStringList names;
        for (const Named<PathItem> &path : api().paths)
            names.append(path.name);
        return names;
    }
    MembersModel &shownTable() const
    {
        MembersView *shown = nullptr;
        for (MembersView *view : window().tabs().findChildren<MembersView *>())
            shown = shown || !view->isVisible() ? shown : view;
        return shown->table();
    }
    static void type(const QString &text, Qt::Key key)
    {
        QTest::keyClicks(QApplication::focusWidget(), text);
        QTest::keyClick(QApplication::focusWidget(), key);
        QCoreApplication::processEvents();
    }
    void giveName(const QString &name) const
    {
        for (LineEdit *edit : window().findChildren<LineEdit *>(QStringLiteral("behaviourName"))) {
            if (!edit->isVisible())
                continue;
            edit->setFocus();
            edit->selectAll();
            type(name, Qt::Key_Return);
        }
    }

    std::unique_ptr<WindowTest> m_test;
};

void TestBehaviour::init()
{
    m_test = std::make_unique<WindowTest>();
    window().document().reset(readOpenApi(QByteArray(design)).api);
    window().resize(1300, 850);
    window().show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void TestBehaviour::selectionFollowsANewName()
{
    open(BehaviourItem::Kind::Dependency, QStringLiteral("token"));
    giveName(QStringLiteral("key"));
    const BehaviourItem renamed{BehaviourItem::Kind::Dependency, QStringLiteral("key")};
    QCOMPARE(window().selection().item(), renamed);
    QCOMPARE(window().tabs().currentBehaviour(), renamed);
    auto *tree = m_test->find<QTreeView>("navigator");
    QCOMPARE(tree->currentIndex().data().toString(), QStringLiteral("key"));
    // The menu means the thing under its new name.
    trigger(ActionId::Delete);
    QVERIFY(!readBehaviour(api()).dependencies.find(u"key"));
    QVERIFY(said().startsWith(QStringLiteral("Deleted key")));
    trigger(ActionId::Undo);
    trigger(ActionId::Undo);
    QVERIFY(readBehaviour(api()).dependencies.find(u"token"));
    QCOMPARE(window().selection().item().name, QStringLiteral("token"));
}

void TestBehaviour::deleteSaysWhatItDid()
{
    open(BehaviourItem::Kind::Store, QStringLiteral("items"));
    QVERIFY(window().actions()[ActionId::Delete]->isEnabled());
    // It goes by another way than the menu: nothing is left to be deleted.
    window().document().edit(QStringLiteral("Delete"), [](Api &changed) {
        setBehaviourValue(changed,
                          {NodeId::None, {QStringLiteral("stores"), QStringLiteral("items")}}, {});
    });
    QVERIFY(window().selection().item().isNone());
    QVERIFY(!window().actions()[ActionId::Delete]->isEnabled());
    QCOMPARE(window().tabs().currentBehaviour(), BehaviourItem());
    const QString before = said();
    trigger(ActionId::Delete);
    QCOMPARE(said(), before);
    QCOMPARE(window().document().undoStack()->count(), 1);
}

void TestBehaviour::undoAndRedoComeBack()
{
    open(BehaviourItem::Kind::Dependency, QStringLiteral("token"));
    giveName(QStringLiteral("key"));
    window().selection().open(api().components.schemas.first().value.id());
    trigger(ActionId::Undo);
    QCOMPARE(window().tabs().currentBehaviour(),
             (BehaviourItem{BehaviourItem::Kind::Dependency, QStringLiteral("token")}));
    window().selection().open(api().components.schemas.first().value.id());
    trigger(ActionId::Redo);
    QCOMPARE(window().tabs().currentBehaviour(),
             (BehaviourItem{BehaviourItem::Kind::Dependency, QStringLiteral("key")}));
    // A row of a table is shown as the row.
    open(BehaviourItem::Kind::Errors, QStringLiteral("sold_out"));
    QVERIFY(shownTable().setData(shownTable().index(0, 1), QStringLiteral("410")));
    open(BehaviourItem::Kind::Dependencies);
    trigger(ActionId::Undo);
    QCOMPARE(window().tabs().currentBehaviour().kind, BehaviourItem::Kind::Errors);
    QCOMPARE(window().selection().item().name, QStringLiteral("sold_out"));
}

void TestBehaviour::undoGoesToTheField_data()
{
    QTest::addColumn<DesignDocument::Edit>("edit");
    QTest::addColumn<QString>("field"); // what it is called, or the table
    QTest::addColumn<QString>("shows"); // of a table: its current cell
    const auto route = [](const Api &api) { return api.paths.last().value.operations.first().id; };
    const auto set = [route](const QStringList &path, const Json &value) {
        return DesignDocument::Edit([=](Api &api) {
            setBehaviourValue(api, {route(api), path}, value);
        });
    };
    const auto onPage = [](const QStringList &path, const Json &value) {
        return DesignDocument::Edit([=](Api &api) {
            setBehaviourValue(api, {NodeId::None, path}, value);
        });
    };
    const auto text = [](const char *words) { return QString::fromLatin1(words); };
    QTest::newRow("needs of a route")
        << set({text("depends")}, JsonArray{Json(text("admin"))}) << text("Needs") << QString();
    QTest::newRow("a closed section")
        << set({text("upstream"), text("url")}, Json(text("https://a.b/"))) << text("Address")
        << QString();
    QTest::newRow("an error rule")
        << set({text("errors")},
               Json(JsonArray{Json(JsonObject{{text("when"), Json(text("true"))},
                                              {text("raise"), Json(text("sold_out"))}})}))
        << text("Error rules") << QString();
    QTest::newRow("words") << DesignDocument::Edit([route](Api &api) {
        editOperation(api, route(api),
                      [](Operation &operation) { operation.summary = QStringLiteral("Look"); });
    }) << text("Summary") << QString();
    QTest::newRow("needs of a dependency")
        << onPage({text("dependencies"), text("admin"), text("needs")}, Json()) << text("Needs")
        << QString();
    QTest::newRow("a named error")
        << onPage({text("errors"), text("sold_out"), text("status")}, Json(410))
        << text("Named errors") << text("409 Conflict");
}

void TestBehaviour::undoGoesToTheField()
{
    QFETCH(const DesignDocument::Edit, edit);
    QFETCH(const QString, field);
    QFETCH(const QString, shows);
    window().document().edit(QStringLiteral("Change"), edit);
    for (const ActionId id : {ActionId::Undo, ActionId::Redo, ActionId::Undo}) {
        open(BehaviourItem::Kind::Store, QStringLiteral("items"));
        trigger(id);
        const QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus && focus->isVisible());
        QCOMPARE(focus->accessibleName(), field);
        const QPoint middle = focus->mapTo(&window(), focus->rect().center());
        QVERIFY(window().rect().contains(middle));
    }
    if (const auto *table = qobject_cast<QAbstractItemView *>(QApplication::focusWidget());
        table && !shows.isEmpty())
        QCOMPARE(table->currentIndex().data().toString(), shows);
}

void TestBehaviour::backAndForwardKnowPages()
{
    open(BehaviourItem::Kind::Dependency, QStringLiteral("token"));
    open(BehaviourItem::Kind::Store, QStringLiteral("items"));
    window().selection().open(api().components.schemas.first().value.id());
    trigger(ActionId::Back);
    QCOMPARE(window().tabs().currentBehaviour().kind, BehaviourItem::Kind::Store);
    giveName(QStringLiteral("things"));
    trigger(ActionId::Back);
    QCOMPARE(window().tabs().currentBehaviour().name, QStringLiteral("token"));
    trigger(ActionId::Forward); // to the same thing under its new name
    QCOMPARE(window().tabs().currentBehaviour().name, QStringLiteral("things"));
    trigger(ActionId::Forward);
    QCOMPARE(window().tabs().currentItem(), api().components.schemas.first().value.id());
}

void TestBehaviour::renameAndDuplicateByKey()
{
    open(BehaviourItem::Kind::Store, QStringLiteral("items"));
    trigger(ActionId::Duplicate);
    QCOMPARE(behaviourNames(api(), BehaviourGroup::Stores),
             (QStringList{QStringLiteral("items"), QStringLiteral("items2")}));
    type(QStringLiteral("things"), Qt::Key_Return); // the cursor is in the name
    QCOMPARE(behaviourNames(api(), BehaviourGroup::Stores).last(), QStringLiteral("things"));
    open(BehaviourItem::Kind::Errors, QStringLiteral("sold_out"));
    trigger(ActionId::Rename);
    type(QStringLiteral("gone"), Qt::Key_Return);
    QCOMPARE(behaviourNames(api(), BehaviourGroup::Errors), QStringList{QStringLiteral("gone")});
    QCOMPARE(window().selection().item().name, QStringLiteral("gone"));
}

void TestBehaviour::routerPrefixMovesItsRoutes()
{
    const Api before = api();
    open(BehaviourItem::Kind::Routers, QStringLiteral("items"));
    MembersModel &routers = shownTable();
    QVERIFY(routers.setData(routers.index(0, 1), QStringLiteral("/things")));
    QCOMPARE(paths(),
             (QStringList{QStringLiteral("/things/"), QStringLiteral("/things/{item_id}")}));
    QVERIFY2(said().startsWith(QStringLiteral("2 path")), qPrintable(said()));
    QVERIFY(checkBehaviour(api()).isEmpty());
    trigger(ActionId::Undo);
    QCOMPARE(api(), before);
    // A path that another route has: refused in the cell, and nothing is moved.
    window().document().edit(QStringLiteral("Add"), [](Api &changed) {
        PathItem item;
        item.id = changed.newId();
        changed.paths.insert(QStringLiteral("/taken/"), item);
    });
    const Api taken = api();
    QVERIFY(!routers.setData(routers.index(0, 1), QStringLiteral("/taken")));
    QVERIFY(!routers.index(0, 1).data(CellTable::ErrorRole).isNull());
    QCOMPARE(api(), taken);
}

void TestBehaviour::failingTestLeadsToItsLine()
{
    window().document().edit(QStringLiteral("Add"), [](Api &changed) {
        const Json step = JsonObject{{QStringLiteral("request"), QStringLiteral("GET /items/1")},
                                     {QStringLiteral("expect"), 404}};
        const Json good = JsonObject{{QStringLiteral("request"), QStringLiteral("GET /items/")}};
        setBehaviourValue(changed, {NodeId::None, {QStringLiteral("tests")}},
                          JsonArray{JsonObject{{QStringLiteral("steps"), JsonArray{good, step}}}});
    });
    auto *table = m_test->find<QTreeView>("tests");
    table->setCurrentIndex(table->model()->index(0, 0));
    auto *panel = window().findChild<Mock::TestsPanel *>();
    panel->runAll();
    QTRY_COMPARE(panel->model().count(Mock::TestOutcome::Result::Failed), 1);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(window().tabs().currentBehaviour().kind, BehaviourItem::Kind::Tests);
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(line);
    QCOMPARE(line->accessibleName(), QStringLiteral("Expected status"));
    QCOMPARE(line->text(), QStringLiteral("404"));
    // Put right there, and the test passes.
    line->selectAll();
    type(QStringLiteral("422"), Qt::Key_Return); // the router's dependency wants a header
    panel->runAll();
    QTRY_COMPARE(panel->model().count(Mock::TestOutcome::Result::Passed), 1);
}

void TestBehaviour::navigatorSaysWhatCameOfTests()
{
    const auto test = [](int status) {
        return Json(JsonObject{{QStringLiteral("request"), QStringLiteral("GET /nowhere")},
                               {QStringLiteral("expect"), status}});
    };
    const auto setTests = [&](const JsonArray &tests) {
        window().document().edit(QStringLiteral("Tests"), [&](Api &changed) {
            setBehaviourValue(changed, {NodeId::None, {QStringLiteral("tests")}}, tests);
        });
    };
    const auto &navigator = *window().findChild<NavigatorModel *>();
    const auto said = [&navigator](int role) {
        return navigator.indexOf(BehaviourItem{BehaviourItem::Kind::Tests, {}})
            .data(role)
            .toString();
    };
    setTests({test(404), test(404), test(200)});
    QCOMPARE(said(NavigatorModel::BadgeRole), QString()); // nothing has been run
    trigger(ActionId::RunTests);
    QTRY_COMPARE(said(NavigatorModel::BadgeRole), QStringLiteral("2 ✓  1 ✗"));
    QCOMPARE(said(Qt::AccessibleTextRole), QStringLiteral("Tests, 2 passed, 1 failed"));
    setTests({test(404), test(404)}); // they run again by themselves
    QTRY_COMPARE(said(NavigatorModel::BadgeRole), QStringLiteral("2 ✓"));
    window().document().reset(readOpenApi(QByteArray(design)).api);
    QCOMPARE(said(NavigatorModel::BadgeRole), QString());
}

void TestBehaviour::schemeIsMadeByAnAction()
{
    trigger(ActionId::NewScheme);
    QCOMPARE(api().components.securitySchemes.size(), 1);
    const QString name = api().components.securitySchemes.first().name;
    const BehaviourItem scheme{BehaviourItem::Kind::Scheme, name};
    QCOMPARE(window().selection().item(), scheme);
    QCOMPARE(window().tabs().currentBehaviour(), scheme);
    // As with the + of the navigator, the cursor is in the name.
    type(QStringLiteral("Card"), Qt::Key_Return);
    QCOMPARE(api().components.securitySchemes.first().name, QStringLiteral("Card"));
    trigger(ActionId::Undo);
    trigger(ActionId::Undo);
    QVERIFY(api().components.securitySchemes.isEmpty());
}

void TestBehaviour::otherServersAreAskedAboutOnce()
{
    const auto setHosts = [this](const QString &host) {
        window().document().edit(QStringLiteral("Hosts"), [&](Api &changed) {
            setBehaviourValue(changed, {NodeId::None, {QStringLiteral("hosts")}}, JsonArray{host});
        });
    };
    setHosts(QStringLiteral("api.example.org"));
    auto *bar = window().findChild<MessageBar *>();
    QVERIFY(!bar->isVisible()); // nothing asks anybody yet
    QVERIFY(m_test->startServer());
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(bar->text().contains(QStringLiteral("api.example.org")));
    QVERIFY(!QApplication::activeModalWidget());
    const QList<QPushButton *> buttons = bar->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 2);
    buttons.last()->click(); // not now
    QVERIFY(!bar->isVisible());
    window().session().toggle();
    QVERIFY(m_test->startServer());
    QTest::qWait(100);
    QVERIFY(!bar->isVisible()); // once
    setHosts(QStringLiteral("other.example.org"));
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(!bar->text().contains(QStringLiteral("api.example.org")));
    bar->findChildren<QPushButton *>().first()->click();
    QVERIFY(!bar->isVisible());
    QTest::qWait(200); // compiled again
    QVERIFY(!bar->isVisible());
}

QTEST_MAIN(TestBehaviour)
#include "test_behaviour.moc"
