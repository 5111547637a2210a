#include "designer/editors/behaviour/condition_picker.h"
#include "designer/editors/behaviour/member_form.h"
#include "designer/editors/behaviour/table_block.h"
#include "designer/model/behaviour/behaviour.h"
#include "tests/designer/editors/behaviour_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>

using namespace Design;

namespace
{

/// The path whose route has some of everything.
constexpr qsizetype fullPath = 2;

QString text(const char *latin1)
{
    return QString::fromUtf8(latin1);
}

} // namespace

/// The forms of what runs around routes: what they write, and that it is what the engine reads.
class TestBehaviourForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void upstreamIsAsShortAsItCanBe();
    void upstreamHasItsOwnErrors();
    void actionKeepsItsShortForm();
    void fieldsAreComputed();
    void proxyIsPassedOnOrOff();
    void latencyIsSpread();
    void corsIsSwitched();
    void tokensAreListed();
    void loginIsInATableOrAStore();
    void rowIsShownAsAForm();
    void conditionIsPicked();
    void orderOfRefusalsIsSaid();
    void testOfOneRequestGetsAnother();
    void stepIsEditedInItsForm();
    void testBeginsWithOtherRows();
    void newTestIsShownAtOnce();
    void linkLeadsToTheLine();
    void routersHaveCommonAnswers();

private:
    MemberEdit *line(const char *key) const;
    /// Types into a line of a form and takes it.
    void enter(const char *key, const char *typed) const;
    void choose(const char *key, const char *choice) const;
    QByteArray route(const char *member) const
    {
        return writeJson(
            behaviourValue(m_fixture->document.api(),
                           {m_fixture->operation(fullPath).id, {QString::fromLatin1(member)}}));
    }
    QByteArray menura(const QStringList &path) const
    {
        return writeJson(behaviourValue(m_fixture->document.api(), {NodeId::None, path}));
    }
    QStringList problems() const;

    std::unique_ptr<BehaviourFixture> m_fixture;
};

void TestBehaviourForms::init()
{
    m_fixture = std::make_unique<BehaviourFixture>();
}

void TestBehaviourForms::cleanup()
{
    m_fixture.reset();
}

MemberEdit *TestBehaviourForms::line(const char *key) const
{
    for (MemberEdit *edit : m_fixture->page->findChildren<MemberEdit *>()) {
        if (edit->field().key == text(key))
            return edit;
    }
    return nullptr;
}

void TestBehaviourForms::enter(const char *key, const char *typed) const
{
    CellEdit *edit = line(key)->line();
    edit->setText(text(typed));
    edit->setModified(true);
    QTest::keyClick(edit, Qt::Key_Escape); // a list of suggestions, if there is one
    edit->setText(text(typed));
    edit->setModified(true);
    Q_EMIT edit->editingFinished();
    EditorFixture::settle();
}

void TestBehaviourForms::choose(const char *key, const char *choice) const
{
    auto *box = line(key)->findChild<QComboBox *>();
    box->setCurrentIndex(qMax(0, box->findText(text(choice))));
    Q_EMIT box->activated(box->currentIndex());
    EditorFixture::settle();
}

QStringList TestBehaviourForms::problems() const
{
    QStringList messages;
    for (const Diagnostic &problem : checkBehaviour(m_fixture->document.api()))
        messages.append(problem.message);
    return messages;
}

void TestBehaviourForms::upstreamIsAsShortAsItCanBe()
{
    m_fixture->showRoute(fullPath);
    enter("upstream/url", "https://api.example.org/{{ path.item_id }}");
    QCOMPARE(route("upstream"), QByteArray("\"https://api.example.org/{{ path.item_id }}\""));
    enter("upstream/timeout", "5s");
    QCOMPARE(
        route("upstream"),
        QByteArray("{\"url\":\"https://api.example.org/{{ path.item_id }}\",\"timeout\":\"5s\"}"));
    enter("upstream/timeout", "");
    enter("upstream/url", "");
    QVERIFY(behaviourValue(m_fixture->document.api(),
                           {m_fixture->operation(fullPath).id, {text("upstream")}})
                .isUndefined());
}

void TestBehaviourForms::upstreamHasItsOwnErrors()
{
    m_fixture->showRoute(fullPath);
    QVERIFY(line("upstream/status")->isHidden()); // means nothing without an address
    enter("upstream/url", "https://api.example.org/");
    QVERIFY(!line("upstream/status")->isHidden());
    enter("upstream/status", "404: no_item");
    enter("upstream/failed", "no_item");
    enter("upstream/headers", "Accept: application/json");
    enter("upstream/sample", "{\"id\": 1}");
    Diagnostics found;
    const RouteBehaviour read = readRouteBehaviour(m_fixture->operation(fullPath), {}, &found);
    QCOMPARE(found.size(), 0);
    QVERIFY(read.upstream);
    QCOMPARE(*read.upstream->statuses.find(u"404"), text("no_item"));
    QCOMPARE(read.upstream->failed, text("no_item"));
    QCOMPARE(read.upstream->sample.value(u"id").toInt64(), 1);
    enter("upstream/failed", "nobody");
    QVERIFY(!line("upstream/failed")->shownMessage().isEmpty());
    QCOMPARE(readRouteBehaviour(m_fixture->operation(fullPath)).upstream->failed, text("no_item"));
}

void TestBehaviourForms::actionKeepsItsShortForm()
{
    m_fixture->showRoute(fullPath);
    QVERIFY(line("action/filter")->isHidden()); // of lists
    enter("action/key", "path.item_id + 1");
    QCOMPARE(route("action"),
             QByteArray(R"({"do":"read","store":"items","key":"path.item_id + 1"})"));
    enter("action/key", "");
    enter("action", "list items");
    QVERIFY(!line("action/filter")->isHidden());
    enter("action/filter", "name");
    QCOMPARE(readRouteBehaviour(m_fixture->operation(fullPath)).action.filter,
             QStringList{text("name")});
    QCOMPARE(problems().join(u'\n'), QString());
}

void TestBehaviourForms::fieldsAreComputed()
{
    m_fixture->showRoute(fullPath);
    MembersModel &computed = m_fixture->table("Computed fields")->table();
    QVERIFY(!computed.setData(computed.newRow(), text("nothing"))); // the answer has no such field
    computed.forgetRefused(computed.newRow());
    QCOMPARE(computed.words(computed.newRow()), (QStringList{text("id"), text("name")}));
    QVERIFY(computed.setData(computed.newRow(), text("name")));
    QVERIFY(computed.words(computed.index(0, 1)).contains(text("item.name")));
    QVERIFY(computed.words(computed.index(0, 1)).contains(text("store.items.count()")));
    QVERIFY(computed.setData(computed.index(0, 1), text("item.name + '!'")));
    QCOMPARE(route("computed"), QByteArray(R"({"name":"item.name + '!'"})"));
    QCOMPARE(problems().join(u'\n'), QString());
}

void TestBehaviourForms::proxyIsPassedOnOrOff()
{
    m_fixture->showRoute(fullPath);
    enter("proxy/url", "https://api.example.org/v1");
    QCOMPARE(route("proxy"), QByteArray("\"https://api.example.org/v1\""));
    enter("proxy/url", "off");
    QCOMPARE(route("proxy"), QByteArray("false"));
    enter("proxy/url", "somewhere");
    QVERIFY(!line("proxy/url")->shownMessage().isEmpty());
    QCOMPARE(route("proxy"), QByteArray("false"));
    m_fixture->show(BehaviourItem::Kind::Server);
    enter("proxy/url", "http://localhost:9000");
    enter("proxy/timeout", "2s");
    QCOMPARE(menura({text("proxy")}),
             QByteArray("{\"url\":\"http://localhost:9000\",\"timeout\":\"2s\"}"));
    QCOMPARE(problems().join(u'\n'), QString());
}

void TestBehaviourForms::latencyIsSpread()
{
    m_fixture->show(BehaviourItem::Kind::Server);
    enter("delay", "300ms");
    choose("distribution", "lognormal");
    QCOMPARE(menura({text("faults"), text("delay")}),
             QByteArray(R"({"distribution":"lognormal","mean":"300ms"})"));
    QVERIFY(line("delay")->isHidden());
    enter("delay/deviation", "80ms");
    enter("delay/most", "2s");
    const FaultDesign faults = readBehaviour(m_fixture->document.api()).faults;
    QCOMPARE(faults.delay.kind, DelayDesign::Kind::LogNormal);
    QCOMPARE(faults.delay.deviation, 80);
    QCOMPARE(problems().join(u'\n'), QString());
    choose("distribution", "uniform");
    QVERIFY(line("delay/deviation")->isHidden());
    choose("distribution", "");
    QVERIFY(!line("delay")->isHidden());
    enter("drop", "0.1");
    enter("slow", "0.2");
    enter("pace", "64");
    QCOMPARE(readBehaviour(m_fixture->document.api()).faults.pace, 64);
    QCOMPARE(problems().join(u'\n'), QString());
}

void TestBehaviourForms::corsIsSwitched()
{
    m_fixture->show(BehaviourItem::Kind::Server);
    QVERIFY(line("cors/origins")->isHidden());
    choose("cors", "for everybody");
    QCOMPARE(menura({text("cors")}), QByteArray("true"));
    choose("cors", "for some");
    QVERIFY(!line("cors/origins")->isHidden());
    enter("cors/origins", "https://a.example, https://b.example");
    QCOMPARE(menura({text("cors")}),
             QByteArray("{\"origins\":[\"https://a.example\",\"https://b.example\"]}"));
    choose("cors", "no");
    QVERIFY(m_fixture->document.api().menura.value(u"cors").isUndefined());
    QCOMPARE(problems().join(u'\n'), QString());
}

void TestBehaviourForms::tokensAreListed()
{
    m_fixture->show(BehaviourItem::Kind::Dependency, text("user"));
    MembersModel &tokens = m_fixture->table("Tokens that are accepted")->table();
    QVERIFY(tokens.setData(tokens.newRow(), text("s3cret")));
    QVERIFY(tokens.setData(tokens.index(0, 1), text("ada")));
    const auto scheme = [this]() -> const SecurityScheme & {
        return m_fixture->document.api().components.securitySchemes.first().value;
    };
    QCOMPARE(writeJson(scheme().rest.value(u"x-menura")),
             QByteArray(R"({"tokens":{"s3cret":{"user":"ada"}}})"));
    QVERIFY(tokens.setData(tokens.index(0, 2), text("read, write")));
    QCOMPARE(writeJson(scheme().rest.value(u"x-menura")),
             QByteArray(R"({"tokens":{"s3cret":{"user":"ada","scopes":["read","write"]}}})"));
    m_fixture->document.undoStack()->undo();
    m_fixture->document.undoStack()->undo();
    m_fixture->document.undoStack()->undo();
    QVERIFY(scheme().rest.value(u"x-menura").isUndefined());
}

void TestBehaviourForms::loginIsInATableOrAStore()
{
    m_fixture->document.edit(text("Make it basic"), [](Api &api) {
        api.components.securitySchemes.first().value.scheme = text("basic");
    });
    m_fixture->show(BehaviourItem::Kind::Dependency, text("user"));
    MembersModel &users = m_fixture->table("Users")->table();
    QVERIFY(users.setData(users.newRow(), text("ada")));
    QVERIFY(line("username")->isHidden()); // a table has its own columns
    enter("store", "items");
    QVERIFY(!line("username")->isHidden());
    enter("username", "name");
    QCOMPARE(menura({text("logins")}),
             QByteArray(R"({"bearer":{"store":"items","username":"name"}})"));
    enter("expires", "30min");
    QCOMPARE(readBehaviour(m_fixture->document.api()).logins.first().value.expires, 1'800'000);
}

void TestBehaviourForms::rowIsShownAsAForm()
{
    m_fixture->showRoute(fullPath);
    MembersView *tasks = m_fixture->table("Afterwards");
    tasks->goTo(tasks->table().index(0, 0));
    m_fixture->press(Qt::Key_F4);
    QCOMPARE(line("what")->line(), QApplication::focusWidget());
    QVERIFY(line("retries")->isVisible()); // has no column
    enter("retries", "5");
    QCOMPARE(route("tasks"),
             QByteArray("[{\"webhook\":\"https://hooks.example/x\",\"retries\":5}]"));
    line("what")->line()->setFocus();
    m_fixture->press(Qt::Key_F4);
    QVERIFY(tasks->hasFocus());
    choose("kind", "log");
    QVERIFY(line("retries")->isHidden());
}

void TestBehaviourForms::conditionIsPicked()
{
    m_fixture->showRoute(fullPath);
    MembersView *rules = m_fixture->table("Error rules");
    rules->goTo(rules->table().index(0, 0));
    m_fixture->press(Qt::Key_F4);
    auto *picker = m_fixture->page->findChild<ConditionPicker *>();
    QVERIFY(picker && picker->isVisible());
    const QList<QComboBox *> boxes = picker->findChildren<QComboBox *>();
    QCOMPARE(boxes.at(0)->currentText(), text("path.item_id")); // what is there, picked
    QVERIFY(boxes.at(0)->findText(text("deps.user")) >= 0);
    auto *value = picker->findChild<QLineEdit *>();
    QCOMPARE(value->text(), text("13"));
    boxes.at(1)->setCurrentText(text("is more than"));
    Q_EMIT boxes.at(1)->activated(boxes.at(1)->currentIndex());
    QVERIFY(route("errors").contains(R"("when":"path.item_id > 13")"));
    boxes.at(0)->setCurrentText(text("deps.user"));
    boxes.at(1)->setCurrentText(text("is missing"));
    Q_EMIT boxes.at(1)->activated(boxes.at(1)->currentIndex());
    QVERIFY(route("errors").contains(R"("when":"deps.user == null")"));
    QVERIFY(!value->isEnabled());
    // What is typed and not that simple is left alone.
    enter("when", "path.item_id > 1 && path.item_id < 5");
    QCOMPARE(boxes.at(0)->currentIndex(), -1);
    QVERIFY(route("errors").contains("path.item_id > 1 && path.item_id < 5"));
}

void TestBehaviourForms::orderOfRefusalsIsSaid()
{
    m_fixture->showRoute(fullPath);
    const auto *order = m_fixture->page->findChild<QLabel *>(text("refusalOrder"));
    QCOMPARE(order->text(),
             text("Asked in this order: user 401 → inputs 422 → the rules, from the top → "
                  "no such row 404."));
    enter("action", "create items");
    QVERIFY(order->text().endsWith(text("→ taken 409.")));
}

void TestBehaviourForms::testOfOneRequestGetsAnother()
{
    m_fixture->show(BehaviourItem::Kind::Tests);
    QVERIFY(m_fixture->table("Steps")->isHidden() || !m_fixture->table("Steps")->isVisible());
    for (QPushButton *button : m_fixture->page->findChildren<QPushButton *>()) {
        if (button->isVisible())
            button->click();
    }
    EditorFixture::settle();
    m_fixture->type("GET /items/2", Qt::Key_Return); // the cursor is in the place for it
    QCOMPARE(menura({text("tests"), text("0")}),
             QByteArray(R"({"name":"one","steps":[{"request":"GET /items/1","expect":200},)"
                        R"({"request":"GET /items/2","expect":200}]})"));
}

void TestBehaviourForms::stepIsEditedInItsForm()
{
    m_fixture->show(BehaviourItem::Kind::Tests);
    MembersView *tests = m_fixture->table("Tests");
    tests->goTo(tests->table().index(1, 0));
    MembersView *steps = m_fixture->table("Steps");
    QVERIFY(steps->isVisible());
    steps->goTo(steps->table().index(1, 0));
    QCOMPARE(line("request")->line()->text(), text("GET /items/9"));
    enter("expect/at", "/detail: None; /x~1y: [1]");
    enter("expect/stores", "items: 2");
    QCOMPARE(menura({text("tests"), text("1"), text("steps"), text("1"), text("expect")}),
             QByteArray("{\"status\":404,\"at\":{\"/detail\":\"None\",\"/"
                        "x~1y\":[1]},\"stores\":{\"items\":2}}"));
    enter("expect/model", "Nothing");
    QVERIFY(!line("expect/model")->shownMessage().isEmpty());
    // The table says the first step, and edits it.
    QVERIFY(tests->table().setData(tests->table().index(1, 1), text("201")));
    QCOMPARE(menura({text("tests"), text("1"), text("steps"), text("0"), text("expect")}),
             QByteArray("201"));
}

void TestBehaviourForms::testBeginsWithOtherRows()
{
    m_fixture->show(BehaviourItem::Kind::Tests);
    MembersModel &given = m_fixture->table("Rows that the test begins with")->table();
    QVERIFY(!given.setData(given.newRow(), text("nothing")));
    given.forgetRefused(given.newRow());
    QVERIFY(given.setData(given.newRow(), text("items")));
    QVERIFY(given.setData(given.index(0, 1), text("[{\"id\": 1, \"name\": \"Saw\"}]")));
    MembersModel &overrides = m_fixture->table("Dependencies that do not run")->table();
    QVERIFY(overrides.setData(overrides.newRow(), text("user")));
    QVERIFY(overrides.setData(overrides.index(0, 1), text("{\"name\": \"ada\"}")));
    QCOMPARE(menura({text("tests"), text("0")}),
             QByteArray(R"({"name":"one","request":"GET /items/1","expect":200,)"
                        R"("given":{"items":[{"id":1,"name":"Saw"}]},)"
                        R"("overrides":{"user":{"name":"ada"}}})"));
}

void TestBehaviourForms::newTestIsShownAtOnce()
{
    m_fixture->show(BehaviourItem::Kind::Tests);
    MembersView *tests = m_fixture->table("Tests");
    tests->setFocus();
    m_fixture->press(Qt::Key_Return);
    m_fixture->type("GET /items/7", Qt::Key_Return);
    QCOMPARE(tests->currentIndex().row(), 2);
    QCOMPARE(line("request")->line()->text(), text("GET /items/7"));
}

void TestBehaviourForms::linkLeadsToTheLine()
{
    BehaviourPage *page = m_fixture->show(BehaviourItem::Kind::Tests);
    page->reveal({BehaviourItem::Kind::Tests, text("1/steps/1/expect/status")});
    QCOMPARE(line("expect/status")->line(), QApplication::focusWidget());
    QCOMPARE(line("request")->line()->text(), text("GET /items/9"));
    page->reveal({BehaviourItem::Kind::Tests, text("0/expect/body/deeper")});
    QCOMPARE(line("expect/body")->line(), QApplication::focusWidget());
    QCOMPARE(line("request")->line()->text(), text("GET /items/1"));
}

void TestBehaviourForms::routersHaveCommonAnswers()
{
    m_fixture->show(BehaviourItem::Kind::Routers);
    MembersView *routers = m_fixture->table("Routers");
    routers->goTo(routers->table().index(0, 0));
    m_fixture->press(Qt::Key_F4);
    enter("responses", "404: Not found; 418: Teapot");
    const QStringList place{text("routers"), text("items"), text("responses")};
    QCOMPARE(menura(place), QByteArray(R"({"404":{"description":"Not found"},)"
                                       R"("418":{"description":"Teapot"}})"));
    QCOMPARE(line("responses")->line()->text(), text("404: Not found; 418: Teapot"));
    QCOMPARE(problems().join(u'\n'), QString());
}

QTEST_MAIN(TestBehaviourForms)
#include "test_behaviour_forms.moc"
