#include "designer/editors/behaviour/behaviour_page.h"
#include "designer/editors/behaviour/member_form.h"
#include "designer/editors/behaviour/members_view.h"
#include "designer/editors/behaviour/row_delegate.h"
#include "designer/editors/route_editor.h"
#include "designer/editors/uses.h"
#include "designer/model/behaviour/behaviour.h"
#include "tests/designer/editors/editor_fixture.h"

using namespace Design;

namespace
{

const char *const design = R"(
openapi: 3.1.0
info: {title: Shop, version: '1'}
x-menura:
  dependencies:
    page: {parameters: [{name: skip, in: query, schema: {type: integer}}]}
    other: {}
  stores:
    items: {model: Item}
paths:
  /items/{item_id}:
    patch:
      parameters:
        - {name: item_id, in: path, required: true, schema: {type: integer}}
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
      responses: {'200': {description: ok}}
      x-menura:
        depends: page
        action: patch items
        errors: [{status: 400, when: body.titel === 'x'}]
components:
  schemas:
    Item: {type: object, properties: {id: {type: integer}, title: {type: string}}}
)";

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

/// Names that lead nowhere are marked at the cell and taken nevertheless; those that there are, are
/// offered. What is done when a dependency is left is drawn in a table.
class TestBehaviourNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<EditorFixture>(design); }
    void cleanup();
    void saysUnknownNamesWhileTyping();
    void takesThemNevertheless();
    void marksWhatTheDesignHas();
    void formsSayThem();
    void offersTheNamesOfThePlace();
    void exitsAreDrawn();
    void usesOfAModelAreListed();

private:
    MembersView *table(const char *name) const;
    void showRoute();
    BehaviourPage *show(BehaviourItem::Kind kind, const char *name);
    QByteArray route() const
    {
        return writeJson(m_fixture->operation(0).rest.value(u"x-menura").value(u"errors"));
    }

    std::unique_ptr<EditorFixture> m_fixture;
    std::unique_ptr<QWidget> m_page;
};

void TestBehaviourNames::cleanup()
{
    m_page.reset();
    m_fixture.reset();
}

MembersView *TestBehaviourNames::table(const char *name) const
{
    for (MembersView *view : m_page->findChildren<MembersView *>()) {
        if (view->accessibleName() == text(name))
            return view;
    }
    return nullptr;
}

void TestBehaviourNames::showRoute()
{
    auto *editor = new RouteEditor(m_fixture->document, m_fixture->selection);
    m_page.reset(editor);
    editor->setOperation(m_fixture->operation(0).id);
    m_fixture->show(*editor);
}

BehaviourPage *TestBehaviourNames::show(BehaviourItem::Kind kind, const char *name)
{
    BehaviourPage *page = makeBehaviourPage(kind, {m_fixture->document, m_fixture->selection, {}});
    m_page.reset(page);
    page->setItem(BehaviourItem{kind, text(name)});
    m_fixture->show(*page);
    return page;
}

void TestBehaviourNames::saysUnknownNamesWhileTyping()
{
    showRoute();
    MembersView *rules = table("Error rules");
    rules->editCell(rules->table().newRow());
    m_fixture->type(text("deps.pge.skip > 1"));
    QTRY_COMPARE(rules->delegate().shownMessage(),
                 text("There is no “deps.pge” here. Did you mean “deps.page”?"));
    const auto error = rules->table().check(rules->table().newRow(), text("deps.pge.skip > 1"));
    QVERIFY(error && error->isWarning);
    QCOMPARE(error->column, 0);
    QCOMPARE(error->length, text("deps.pge").size());
    // In a template the place is that in the cell.
    const QModelIndex detail = rules->table().index(0, 2);
    const auto found = rules->table().check(detail, text("No {{ path.id }} left"));
    QVERIFY(found && found->isWarning);
    QCOMPARE(found->column, text("No {{ ").size());
    QVERIFY(!rules->table().check(detail, text("No {{ path.item_id }} left")));
}

void TestBehaviourNames::takesThemNevertheless()
{
    showRoute();
    MembersView *rules = table("Error rules");
    rules->editCell(rules->table().newRow());
    m_fixture->type("query.later == 1", Qt::Key_Return);
    QVERIFY2(route().contains(R"("when":"query.later == 1")"), route().constData());
}

void TestBehaviourNames::marksWhatTheDesignHas()
{
    showRoute();
    MembersModel &rules = table("Error rules")->table();
    const QModelIndex when = rules.index(0, 0);
    QVERIFY(when.data(MembersModel::ErrorRole).toString().contains(text("body.title")));
    QVERIFY(when.data(Qt::ToolTipRole).toString().contains(text("body.title")));
    QVERIFY(rules.index(0, 1).data(MembersModel::ErrorRole).isNull());
    QVERIFY(rules.setData(when, text("body.title === 'x'")));
    QVERIFY(when.data(MembersModel::ErrorRole).isNull());
    // What makes the name exist takes the mark away.
    QVERIFY(rules.setData(when, text("body.size > 1")));
    QVERIFY(!when.data(MembersModel::ErrorRole).isNull());
    m_fixture->document.edit(text("Add"), [](Api &api) {
        Schema &item = *api.components.schemas.find(u"Item");
        NamedList<Schema> fields = item.members(Keyword::Properties);
        fields.insert(text("size"), Schema::empty(api.newId()));
        item.setMembers(Keyword::Properties, fields);
    });
    QVERIFY(when.data(MembersModel::ErrorRole).isNull());
}

void TestBehaviourNames::formsSayThem()
{
    show(BehaviourItem::Kind::Dependency, "page");
    for (MemberEdit *edit : m_page->findChildren<MemberEdit *>()) {
        if (edit->field().key != text("result"))
            continue;
        edit->line()->setText(text("params.skp"));
        edit->line()->setModified(true);
        Q_EMIT edit->line()->editingFinished();
        QCOMPARE(edit->shownMessage(),
                 text("There is no “params.skp” here. Did you mean “params.skip”?"));
    }
    QCOMPARE(readBehaviour(m_fixture->document.api()).dependencies.find(u"page")->result,
             text("params.skp"));
}

void TestBehaviourNames::offersTheNamesOfThePlace()
{
    showRoute();
    MembersModel &rules = table("Error rules")->table();
    const QStringList words = rules.words(rules.newRow());
    for (const char *word : {"path.item_id", "body.title", "item.id", "deps.page.skip", "now()",
                             "store.items.get()", "request.method", "result"})
        QVERIFY2(words.contains(text(word)), word);
    for (const char *word : {"deps.other", "request.path", "params.skip", "query.skip"})
        QVERIFY2(!words.contains(text(word)), word);
    show(BehaviourItem::Kind::Dependency, "page");
    MembersModel &conditions = table("Conditions")->table();
    const QStringList inside = conditions.words(conditions.newRow());
    QVERIFY(inside.contains(text("params.skip")) && inside.contains(text("query.skip")));
    QVERIFY(!inside.contains(text("path.item_id")));
}

void TestBehaviourNames::exitsAreDrawn()
{
    show(BehaviourItem::Kind::Dependency, "page");
    const auto scope = [this] {
        for (MemberEdit *edit : m_page->findChildren<MemberEdit *>()) {
            if (edit->field().key == text("scope"))
                return edit;
        }
        return static_cast<MemberEdit *>(nullptr);
    };
    QVERIFY(scope() && scope()->isHidden()); // there is nothing to leave
    MembersModel &exit = table("When it is left again")->table();
    QVERIFY(exit.setData(exit.newRow(), text("left {{ result.skip }}")));
    QVERIFY(exit.setData(exit.index(0, 1), text("run")));
    QVERIFY(exit.setData(exit.index(0, 0), text("store.items.remove(result.skip)")));
    EditorFixture::settle();
    QVERIFY(!scope()->isHidden());
    auto *box = scope()->findChild<QComboBox *>();
    box->setCurrentIndex(box->findText(text("function")));
    Q_EMIT box->activated(box->currentIndex());
    const Behaviour read = readBehaviour(m_fixture->document.api());
    const DependencyDesign *page = read.dependencies.find(u"page");
    QCOMPARE(page->exit.size(), 1);
    QCOMPARE(page->exit.first().script, text("store.items.remove(result.skip)"));
    QVERIFY(page->scope == DependencyDesign::ExitScope::Function);
}

void TestBehaviourNames::usesOfAModelAreListed()
{
    DesignDocument &document = m_fixture->document;
    const NodeId model = document.api().components.schemas.at(0).value.id();
    const QList<SchemaUse> uses = usesOfSchema(document.api(), document.index(), model);
    QCOMPARE(uses.size(), 2);
    QCOMPARE(countUsesOfSchema(document.api(), model), 2);
    QCOMPARE(uses.at(0).text, text("PATCH /items/{item_id} · body"));
    QVERIFY(uses.at(0).node != NodeId::None);
    QCOMPARE(uses.at(1).text, text("store items · model"));
    QCOMPARE(uses.at(1).item, (BehaviourItem{BehaviourItem::Kind::Store, text("items")}));
}

QTEST_MAIN(TestBehaviourNames)
#include "test_behaviour_names.moc"
