#include "designer/editors/behaviour/behaviour_page.h"
#include "designer/editors/behaviour/member_form.h"
#include "designer/editors/behaviour/members_view.h"
#include "designer/looks/line_edit.h"
#include "tests/designer/editors/editor_fixture.h"

#include <QListWidget>
#include <QSignalSpy>

using namespace Design;

namespace
{

const char *const design = R"(
openapi: 3.1.0
info: {title: Keys, version: '1'}
x-menura:
  dependencies:
    user: {scheme: Login, user: true}
    admin: {needs: user}
security: [{Key: []}]
paths:
  /a:
    get: {summary: All, responses: {'200': {description: ok}}}
    post: {security: [], responses: {'200': {description: ok}}}
  /b:
    get:
      security: [{Login: []}]
      responses: {'200': {description: ok}}
  /c:
    get: {security: [], responses: {'200': {description: ok}}, x-menura: {depends: admin}}
components:
  securitySchemes:
    Key: {type: apiKey, in: header, name: X-Key, description: A card}
    Login: {type: oauth2, flows: {password: {tokenUrl: token, scopes: {me: Who you are}}}}
)";

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

/// A security scheme has a page of its own.
class TestSchemePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<EditorFixture>(design); }
    void cleanup();
    void showsWhatItsKindHas();
    void anotherKindSaysAllThatItNeeds();
    void flowsAreTyped();
    void routesLeadThere();
    void renameReachesEverything();

private:
    void show(const char *name);
    MemberEdit *line(const char *key) const;
    QString shownLines() const;
    MembersView *table(const char *name) const;
    QByteArray scheme(const char *name) const
    {
        return writeJson(behaviourValue(m_fixture->document.api(),
                                        {NodeId::None, {text("securitySchemes"), text(name)}}));
    }

    std::unique_ptr<EditorFixture> m_fixture;
    std::unique_ptr<BehaviourPage> m_page;
};

void TestSchemePage::cleanup()
{
    m_page.reset();
    m_fixture.reset();
}

void TestSchemePage::show(const char *name)
{
    const auto kind = BehaviourItem::Kind::Scheme;
    m_page.reset(makeBehaviourPage(kind, {m_fixture->document, m_fixture->selection, {}}));
    m_page->setItem({kind, text(name)});
    m_fixture->show(*m_page);
}

MemberEdit *TestSchemePage::line(const char *key) const
{
    for (MemberEdit *edit : m_page->findChildren<MemberEdit *>()) {
        if (edit->field().key == text(key))
            return edit;
    }
    return nullptr;
}

/// The lines of the form that are there for this kind.
QString TestSchemePage::shownLines() const
{
    QStringList keys;
    for (const char *key :
         {"type", "in", "name", "scheme", "bearerFormat", "openIdConnectUrl", "description"}) {
        if (!line(key)->isHidden())
            keys.append(text(key));
    }
    return keys.join(u' ');
}

MembersView *TestSchemePage::table(const char *name) const
{
    for (MembersView *view : m_page->findChildren<MembersView *>()) {
        if (view->accessibleName() == text(name))
            return view;
    }
    return nullptr;
}

void TestSchemePage::showsWhatItsKindHas()
{
    show("Key");
    QCOMPARE(shownLines(), text("type in name description"));
    QVERIFY(!table("Flows")->isVisible());
    QVERIFY(table("Tokens that are accepted")->isVisible());
    QVERIFY(!table("Users")->isVisible());
    show("Login");
    QCOMPARE(shownLines(), text("type description"));
    QVERIFY(table("Flows")->isVisible());
    QVERIFY(table("Users")->isVisible());
}

void TestSchemePage::anotherKindSaysAllThatItNeeds()
{
    show("Key");
    auto *kind = line("type")->findChild<QComboBox *>();
    const auto choose = [&](const char *type) {
        kind->setCurrentIndex(kind->findText(text(type)));
        Q_EMIT kind->activated(kind->currentIndex());
        EditorFixture::settle();
    };
    choose("http");
    QCOMPARE(scheme("Key"),
             QByteArray(R"({"type":"http","description":"A card","scheme":"bearer"})"));
    QCOMPARE(shownLines(), text("type scheme bearerFormat description"));
    choose("openIdConnect");
    QCOMPARE(shownLines(), text("type openIdConnectUrl description"));
    choose("oauth2");
    const QByteArray flows = R"("flows":{"password":{"tokenUrl":"token","scopes":{}}})";
    QVERIFY(scheme("Key").contains(flows));
    QVERIFY(table("Flows")->isVisible());
    for (int i = 0; i < 3; ++i)
        m_fixture->document.undoStack()->undo();
    QCOMPARE(
        scheme("Key"),
        QByteArray(R"({"type":"apiKey","description":"A card","name":"X-Key","in":"header"})"));
}

void TestSchemePage::flowsAreTyped()
{
    show("Login");
    MembersModel &flows = table("Flows")->table();
    QVERIFY(!flows.setData(flows.newRow(), text("anything")));
    flows.forgetRefused(flows.newRow());
    QVERIFY(flows.setData(flows.newRow(), text("authorizationCode")));
    QVERIFY(flows.setData(flows.index(1, 1), text("https://a.example/token")));
    QVERIFY(flows.setData(flows.index(1, 2), text("me: Who you are; all: Everything")));
    QVERIFY(flows.setData(flows.index(1, 3), text("https://a.example/login")));
    const QByteArray typed = R"("authorizationCode":{"scopes":{"me":"Who you are",)"
                             R"("all":"Everything"},"tokenUrl":"https://a.example/token",)"
                             R"("authorizationUrl":"https://a.example/login"})";
    QVERIFY2(scheme("Login").contains(typed), scheme("Login").constData());
    QVERIFY(flows.setData(flows.index(1, 2), QString()));
    const QByteArray none = R"("authorizationCode":{"scopes":{})";
    QVERIFY(scheme("Login").contains(none));
}

void TestSchemePage::routesLeadThere()
{
    const auto routes = [this] {
        auto *list = m_page->findChild<QListWidget *>(text("schemeRoutes"));
        QStringList names;
        for (int i = 0; i < list->count(); ++i)
            names.append(list->item(i)->text());
        return names.join(u'\n');
    };
    show("Key");
    QCOMPARE(routes(), text("GET /a · All"));
    show("Login");
    QCOMPARE(routes(), text("GET /b\nGET /c")); // the second through a dependency
    QSignalSpy opened(&m_fixture->selection, &Selection::openRequested);
    auto *list = m_page->findChild<QListWidget *>(text("schemeRoutes"));
    list->setFocus();
    list->setCurrentRow(0);
    m_fixture->press(Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QVERIFY(opened.first().first().value<NodeId>() == m_fixture->operation(1).id);
}

void TestSchemePage::renameReachesEverything()
{
    show("Login");
    const Api before = m_fixture->document.api();
    QSignalSpy messages(m_page.get(), &BehaviourPage::message);
    auto *name = m_page->findChild<LineEdit *>(text("behaviourName"));
    name->setFocus();
    name->selectAll();
    m_fixture->type("Door", Qt::Key_Return);
    QVERIFY(m_fixture->document.api().components.securitySchemes.find(u"Door"));
    QVERIFY(m_fixture->operation(1).security->first().schemes.contains(u"Door"));
    QCOMPARE(messages.size(), 1);
    QVERIFY(messages.first().first().toString().contains(text("2 place")));
    m_fixture->document.undoStack()->undo();
    QVERIFY(m_fixture->document.api() == before);
}

QTEST_MAIN(TestSchemePage)
#include "test_scheme_page.moc"
