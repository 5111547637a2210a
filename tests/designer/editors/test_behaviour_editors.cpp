#include "designer/editors/behaviour/depends_matrix_page.h"
#include "designer/editors/behaviour/row_delegate.h"
#include "designer/looks/line_edit.h"
#include "designer/itemmodels/members/behaviour_tables.h"
#include "designer/model/behaviour/behaviour.h"
#include "tests/designer/editors/behaviour_fixture.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace Design;

namespace
{

QString path(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestBehaviourEditors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void errorRulesAreTyped();
    void mistakeIsSaidWhileTyping();
    void refusedTextStays();
    void namedErrorIsOffered();
    void rowsMoveAndGo();
    void everyEditIsUndone();
    void matrixSwitches();
    void dependencyIsEdited();
    void readyMadeKindMakesAScheme();
    void renameReachesEverything();
    void takenNameIsRefused();
    void storeGetsItsRoutes();
    void fixturesFollowTheModel();
    void formRefusesInPlace();
    void everyControlHasAName();

private:
    QByteArray menura() const { return writeJson(m_fixture->document.api().menura); }
    QByteArray route(qsizetype index) const
    {
        return writeJson(m_fixture->operation(index).rest.value(u"x-menura"));
    }

    std::unique_ptr<BehaviourFixture> m_fixture;
};

void TestBehaviourEditors::init()
{
    m_fixture = std::make_unique<BehaviourFixture>();
}

void TestBehaviourEditors::cleanup()
{
    m_fixture.reset();
}

void TestBehaviourEditors::errorRulesAreTyped()
{
    m_fixture->showRoute(0);
    MembersView *rules = m_fixture->table("Error rules");
    QVERIFY(rules);
    rules->setFocus();
    m_fixture->press(Qt::Key_Return);
    m_fixture->type("path.item_id == 13", Qt::Key_Tab); // When, then Answer
    m_fixture->type("404", Qt::Key_Tab);                // Detail
    m_fixture->type("No item {{ path.item_id }}", Qt::Key_Tab);
    m_fixture->type("X-Why: unlucky; Retry-After: 5", Qt::Key_Return);
    QCOMPARE(route(0), QByteArray(R"({"errors":[{"status":404,"when":"path.item_id == 13",)"
                                  R"("detail":"No item {{ path.item_id }}",)"
                                  R"("headers":{"X-Why":"unlucky","Retry-After":5}}]})"));
    // Read as the engine reads it, without complaint.
    Diagnostics found;
    const RouteBehaviour read = readRouteBehaviour(m_fixture->operation(0), {}, &found);
    QCOMPARE(found.size(), 0);
    QCOMPARE(read.errors.size(), 1);
    QCOMPARE(read.errors.first().answer.status, 404);
}

void TestBehaviourEditors::mistakeIsSaidWhileTyping()
{
    m_fixture->showRoute(0);
    MembersView *rules = m_fixture->table("Error rules");
    rules->setFocus();
    m_fixture->press(Qt::Key_Return);
    m_fixture->type(path("(1 + 2"));
    QTRY_COMPARE(rules->delegate().shownMessage(), path("A bracket is open."));
    QCOMPARE(EditorFixture::cell()->text(), path("(1 + 2")); // nothing was touched
    QCOMPARE(EditorFixture::cell()->selectedText(), QString());
    m_fixture->type(path(")"));
    QCOMPARE(rules->delegate().shownMessage(), QString());
    m_fixture->press(Qt::Key_Return);
    QVERIFY(route(0).contains("(1 + 2)"));
}

void TestBehaviourEditors::refusedTextStays()
{
    m_fixture->showRoute(0);
    MembersView *rules = m_fixture->table("Error rules");
    rules->setFocus();
    m_fixture->press(Qt::Key_Return);
    m_fixture->type("always", Qt::Key_Return);
    const QByteArray before = route(0);
    rules->editCell(rules->table().index(0, 1));
    m_fixture->type("nobody", Qt::Key_Return);
    QVERIFY(EditorFixture::cell()); // still in the cell
    QVERIFY(rules->delegate().shownMessage().contains(path("no error of this name")));
    // Leaving it elsewhere keeps the text and says why.
    m_fixture->page->setFocus();
    rules->table().setData(rules->table().index(0, 1), path("nobody"));
    QCOMPARE(rules->table().index(0, 1).data().toString(), path("nobody"));
    QVERIFY(!rules->table().index(0, 1).data(MembersModel::ErrorRole).isNull());
    QCOMPARE(route(0), before);
}

void TestBehaviourEditors::namedErrorIsOffered()
{
    m_fixture->showRoute(0);
    MembersView *rules = m_fixture->table("Error rules");
    rules->setFocus();
    m_fixture->press(Qt::Key_Return);
    m_fixture->type("always", Qt::Key_Return);
    MembersModel &model = rules->table();
    QVERIFY(model.words(model.index(0, 1)).contains(path("sold_out")));
    QVERIFY(model.setData(model.index(0, 1), path("sold_out")));
    QCOMPARE(route(0), QByteArray(R"({"errors":[{"error":"sold_out"}]})"));
    // What it says is shown, and edited where it stands.
    QCOMPARE(model.index(0, 1).data().toString(), path("409 sold_out"));
    QCOMPARE(model.index(0, 2).data().toString(), path("No {{ path.item_id }} left"));
    QVERIFY(!(model.flags(model.index(0, 2)) & Qt::ItemIsEditable));
    QVERIFY(model.setData(model.index(0, 4), path("3")));
    QCOMPARE(route(0), QByteArray(R"({"errors":[{"error":"sold_out","every":3}]})"));
    QVERIFY(!model.setData(model.index(0, 4), path("0")));
}

void TestBehaviourEditors::rowsMoveAndGo()
{
    m_fixture->showRoute(0);
    MembersView *rules = m_fixture->table("Error rules");
    MembersModel &model = rules->table();
    model.setData(model.newRow(), path("query.a"));
    model.setData(model.newRow(), path("query.b"));
    rules->goTo(model.index(1, 0));
    m_fixture->press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(model.index(0, 0).data().toString(), path("query.b"));
    QCOMPARE(rules->currentIndex().row(), 0);
    m_fixture->press(Qt::Key_Delete);
    m_fixture->press(Qt::Key_Delete);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(m_fixture->operation(0).rest.value(u"x-menura").isUndefined()); // nothing is left over
}

void TestBehaviourEditors::everyEditIsUndone()
{
    const Api before = m_fixture->document.api();
    m_fixture->showRoute(0);
    MembersView *rules = m_fixture->table("Error rules");
    MembersModel &model = rules->table();
    model.setData(model.newRow(), path("query.a"));
    model.setData(model.index(0, 4), path("3"));
    model.setData(model.index(0, 1), path("sold_out"));
    model.moveMember(model.index(0, 0), 1); // nowhere to go
    model.setData(model.newRow(), path("query.b"));
    model.moveMember(model.index(1, 0), -1);
    model.removeMember(model.index(0, 0));
    const Api after = m_fixture->document.api();
    QUndoStack *stack = m_fixture->document.undoStack();
    const int steps = stack->count();
    QCOMPARE(steps, 6);
    while (stack->canUndo())
        stack->undo();
    QVERIFY(m_fixture->document.api() == before);
    QCOMPARE(model.rowCount(), 1);
    while (stack->canRedo())
        stack->redo();
    QVERIFY(m_fixture->document.api() == after);
}

void TestBehaviourEditors::matrixSwitches()
{
    BehaviourPage *page = m_fixture->show(BehaviourItem::Kind::Dependencies);
    auto *view = page->findChild<DependsMatrixView *>();
    QVERIFY(view);
    auto *model = static_cast<DependsMatrixModel *>(view->model());
    const QAbstractItemModelTester tester(model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model->rowCount(), 5); // all, one router, three routes
    const int token = DependsMatrixModel::firstDependency;
    const int admin = token + 1;
    QCOMPARE(model->index(1, token).data().toString(), path("●"));
    QCOMPARE(model->index(2, token).data().toString(), path("○"));
    QVERIFY(model->index(2, token)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(path("by router items")));
    QCOMPARE(model->index(3, 1).data().toString(), path("public"));
    view->setFocus();
    view->setCurrentIndex(model->index(3, admin));
    m_fixture->press(Qt::Key_Space);
    QCOMPARE(route(1), QByteArray(R"({"depends":["admin"]})"));
    QCOMPARE(model->index(3, admin).data().toString(), path("●"));
    QCOMPARE(model->index(3, token).data().toString(), path("○")); // needed by admin
    QCOMPARE(model->index(3, 1).data().toString(), path("token, admin"));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                      view->visualRect(model->index(3, admin)).center());
    QVERIFY(m_fixture->operation(1).rest.value(u"x-menura").isUndefined());
    m_fixture->document.undoStack()->undo();
    QCOMPARE(model->index(3, admin).data().toString(), path("●"));
}

void TestBehaviourEditors::dependencyIsEdited()
{
    m_fixture->show(BehaviourItem::Kind::Dependency, path("token"));
    MembersModel &parameters = m_fixture->table("Parameters")->table();
    QVERIFY(parameters.setData(parameters.newRow(), path("limit")));
    QVERIFY(parameters.setData(parameters.index(1, 2), path("int 1..10 default 5")));
    QVERIFY(!parameters.setData(parameters.index(1, 2), path("int 10..1 what")));
    QVERIFY(!parameters.setData(parameters.index(1, 1), path("nowhere")));
    parameters.forgetRefused(parameters.index(1, 2));
    const Json written = behaviourValue(
        m_fixture->document.api(),
        {NodeId::None, {path("dependencies"), path("token"), path("parameters"), path("1")}});
    QCOMPARE(written.value(u"in").string(), path("query"));
    QCOMPARE(writeJson(written.value(u"schema")),
             QByteArray(R"({"type":"integer","minimum":1,"maximum":10,"default":5})"));
    MembersModel &conditions = m_fixture->table("Conditions")->table();
    QVERIFY(conditions.words(conditions.newRow()).contains(path("params['x-token']")));
    QVERIFY(conditions.setData(conditions.newRow(), path("params.limit > 7")));
    Diagnostics found;
    const Behaviour read = readBehaviour(m_fixture->document.api(), &found);
    QCOMPARE(found.size(), 0);
    QCOMPARE(read.dependencies.find(u"token")->conditions.size(), 1);
}

void TestBehaviourEditors::readyMadeKindMakesAScheme()
{
    m_fixture->show(BehaviourItem::Kind::Dependency, path("admin"));
    const Api before = m_fixture->document.api();
    for (QAction *action : m_fixture->page->findChildren<QAction *>()) {
        if (action->text().startsWith(path("OAuth2")))
            action->trigger();
    }
    const Api &api = m_fixture->document.api();
    QCOMPARE(api.components.securitySchemes.size(), 2);
    QCOMPARE(api.components.securitySchemes.last().value.type, path("oauth2"));
    QVERIFY(menura().contains(R"("logins":{"oauth2Auth":{"users":[{"username":"ada")"));
    QCOMPARE(checkBehaviour(api).size(), 0);
    MembersView *users = m_fixture->table("Users");
    QVERIFY(users->isVisible());
    QCOMPARE(users->table().index(0, 0).data().toString(), path("ada"));
    m_fixture->document.undoStack()->undo();
    QVERIFY(m_fixture->document.api() == before);
}

void TestBehaviourEditors::renameReachesEverything()
{
    BehaviourPage *page = m_fixture->show(BehaviourItem::Kind::Dependency, path("token"));
    const Api before = m_fixture->document.api();
    QSignalSpy messages(page, &BehaviourPage::message);
    auto *name = page->findChild<LineEdit *>(path("behaviourName"));
    // How far it reaches is there before.
    QCOMPARE(page->findChild<QLabel *>(path("behaviourUses"))->text(), path("used in 3 places"));
    name->setFocus();
    name->selectAll();
    m_fixture->type("x-key", Qt::Key_Return);
    const Behaviour read = readBehaviour(m_fixture->document.api());
    QVERIFY(read.dependencies.find(u"x-key"));
    QCOMPARE(read.dependencies.find(u"admin")->needs, QStringList{path("x-key")});
    QCOMPARE(read.dependencies.find(u"admin")->conditions.first().when,
             path("deps['x-key'] == 'x'"));
    QCOMPARE(read.routers.find(u"items")->depends, QStringList{path("x-key")});
    QCOMPARE(messages.size(), 1);
    QVERIFY(messages.first().first().toString().contains(path("3 place")));
    m_fixture->document.undoStack()->undo();
    QVERIFY(m_fixture->document.api() == before);
}

void TestBehaviourEditors::takenNameIsRefused()
{
    BehaviourPage *page = m_fixture->show(BehaviourItem::Kind::Dependency, path("token"));
    const Api before = m_fixture->document.api();
    auto *name = page->findChild<LineEdit *>(path("behaviourName"));
    for (const char *bad : {"admin", "1st", "", "a b"}) {
        name->setFocus();
        name->selectAll();
        if (*bad)
            m_fixture->type(bad, Qt::Key_Return);
        else
            m_fixture->press(Qt::Key_Delete);
        m_fixture->press(Qt::Key_Return);
        QVERIFY2(m_fixture->document.api() == before, bad);
        QCOMPARE(name->text(), path(bad)); // what was typed stays
    }
}

void TestBehaviourEditors::storeGetsItsRoutes()
{
    BehaviourPage *page = m_fixture->show(BehaviourItem::Kind::Store, path("items"));
    const Api before = m_fixture->document.api();
    auto *button = page->findChild<QPushButton *>();
    QVERIFY(button->isEnabled());
    button->click();
    const Api &api = m_fixture->document.api();
    QStringList routes;
    for (const Named<PathItem> &item : api.paths) {
        for (const Operation &operation : item.value.operations) {
            const Json action = operation.rest.value(u"x-menura").value(u"action");
            if (!action.isUndefined())
                routes.append(operation.method + u' ' + item.name + u' ' + action.string());
        }
    }
    routes.sort();
    QCOMPARE(routes.join(u'\n'),
             path("delete /items/{item_id} delete items\nget /items/ list items\n"
                  "get /items/{item_id} read items\nget /offers/{item_id} read items\n"
                  "patch /items/{item_id} patch items\npost /items/ create items\n"
                  "put /items/{item_id} update items"));
    // GET /items/{item_id} was there, and nothing had answered it.
    QCOMPARE(checkBehaviour(api).size(), 0);
    QVERIFY(!button->isEnabled());
    m_fixture->document.undoStack()->undo();
    QVERIFY(m_fixture->document.api() == before);
    QVERIFY(button->isEnabled());
}

void TestBehaviourEditors::fixturesFollowTheModel()
{
    m_fixture->show(BehaviourItem::Kind::Store, path("items"));
    MembersModel &rows = m_fixture->table("Rows at the beginning")->table();
    QCOMPARE(rows.columnCount(), 2);
    QVERIFY(rows.setData(rows.newRow(), path("2")));
    QVERIFY(rows.setData(rows.index(1, 1), path("007"))); // a text, because the field is one
    QVERIFY(menura().contains(R"({"id":2,"name":"007"})"));
    m_fixture->document.edit(path("Add"), [](Api &api) {
        Schema &item = *api.components.schemas.find(u"Item");
        NamedList<Schema> fields = item.members(Keyword::Properties);
        fields.insert(path("price"), Schema::empty(api.newId()));
        item.setMembers(Keyword::Properties, fields);
    });
    QCOMPARE(rows.columnCount(), 3);
    MembersModel &fields = m_fixture->table("Set by the server")->table();
    QVERIFY(fields.setData(fields.newRow(), path("name")));
    QVERIFY(fields.setData(fields.index(1, 2), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(menura().contains(R"("name":{"value":"counter","on":"write"})"));
}

void TestBehaviourEditors::formRefusesInPlace()
{
    m_fixture->show(BehaviourItem::Kind::Server);
    const Api before = m_fixture->document.api();
    LineEdit *latency = nullptr;
    for (LineEdit *edit : m_fixture->page->findChildren<LineEdit *>()) {
        if (edit->accessibleName() == path("Latency"))
            latency = edit;
    }
    QVERIFY(latency);
    latency->setFocus();
    m_fixture->type("soon", Qt::Key_Return);
    QCOMPARE(latency->text(), path("soon"));
    QVERIFY(latency->accessibleDescription().contains(path("250ms")));
    QVERIFY(m_fixture->document.api() == before);
    latency->selectAll();
    m_fixture->type("100ms..2s", Qt::Key_Return);
    QVERIFY(menura().contains(R"("faults":{"delay":["100ms","2s"]})"));
    QCOMPARE(readBehaviour(m_fixture->document.api()).faults.delay.most, 2000);
    latency->selectAll();
    m_fixture->press(Qt::Key_Delete);
    m_fixture->press(Qt::Key_Return);
    QVERIFY(m_fixture->document.api() == before); // and nothing is left over
}

void TestBehaviourEditors::everyControlHasAName()
{
    using Kind = BehaviourItem::Kind;
    const QList<BehaviourItem> items{{Kind::Errors, {}},
                                     {Kind::Routers, {}},
                                     {Kind::Dependencies, {}},
                                     {Kind::Dependency, path("admin")},
                                     {Kind::Store, path("items")},
                                     {Kind::Tests, {}},
                                     {Kind::Server, {}}};
    for (const BehaviourItem &item : items) {
        m_fixture->show(item.kind, item.name);
        QCOMPARE(EditorFixture::nameless(*m_fixture->page), QStringList());
    }
}

QTEST_MAIN(TestBehaviourEditors)
#include "test_behaviour_editors.moc"
