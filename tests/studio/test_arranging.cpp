#include "app/studio/navigator/navigator_pane.h"
#include "app/studio/tabs/editor_tabs.h"
#include "designer/editors/fields_view.h"
#include "designer/model/edits/merge_schema.h"
#include "designer/model/edits/order_edits.h"
#include "designer/openapi/fragment.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"
#include "tests/studio/window_test.h"

#include <QClipboard>
#include <QMimeData>
#include <QTest>
#include <QTreeView>

using namespace Design;

/// Copying, pasting, duplicating, moving and deleting routes, models and fields.
class TestArranging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_test.reset(); }
    void routesAreCopiedAndPasted();
    void modelsAreDuplicatedAndRenamed();
    void movesByKey();
    void movesByDrag();
    void deletesByKey();
    void samplesBecomeModels();
    void textsAreToldApart_data();
    void textsAreToldApart();
    void fieldsArePastedAndMerged();
    void fieldsAreDragged();

private:
    MainWindow &window() { return m_test->window(); }
    const Api &api() { return window().document().api(); }
    void trigger(ActionId id) { window().actions()[id]->trigger(); }
    QStringList models()
    {
        QStringList names;
        for (const Named<Schema> &schema : api().components.schemas)
            names.append(schema.name);
        return names;
    }
    QStringList routes()
    {
        QStringList names;
        for (const Named<PathItem> &path : api().paths) {
            for (const Operation &operation : path.value.operations)
                names.append(operation.method + u' ' + path.name);
        }
        return names;
    }
    FieldsView *shownTable()
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return window().tabs().findChild<FieldsView *>();
    }
    static QString text(const char *utf8) { return QString::fromUtf8(utf8); }

    std::unique_ptr<WindowTest> m_test;
};

void TestArranging::init()
{
    m_test = std::make_unique<WindowTest>();
    QVERIFY(m_test->openSample());
}

void TestArranging::routesAreCopiedAndPasted()
{
    const Json before = writeOpenApi(api());
    const NodeId post = m_test->at(text("/paths/~1items~1/post"));
    window().selection().select(post);
    const QByteArray original = writeJson(writeNode(api(), post));
    trigger(ActionId::Copy);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(text("/items/:\n  post:\n")));
    trigger(ActionId::Paste); // the path has a POST: it goes to a path of its own
    QVERIFY(routes().contains(text("post /items/2")));
    const NodeId copy = m_test->at(text("/paths/~1items~12/post"));
    QByteArray expected = original;
    expected.replace("create_item", "create_item2");
    QCOMPARE(writeJson(writeNode(api(), copy)), expected);
    // The references of the copy are bound: a renamed model is followed.
    QVERIFY(findSchema(api(), m_test->at(text("/paths/~1items~12/post/requestBody/content/"
                                              "application~1json/schema")))
                ->reference()
                .component != NodeId::None);
    QCOMPARE(window().selection().node(), copy);
    trigger(ActionId::Undo);
    QVERIFY(writeOpenApi(api()) == before);
    // Where the method is free, it goes to the path as it is.
    window().selection().select(post);
    trigger(ActionId::Delete);
    trigger(ActionId::Paste);
    QVERIFY(routes().contains(text("post /items/")));
}

void TestArranging::modelsAreDuplicatedAndRenamed()
{
    window().selection().select(m_test->at(text("/components/schemas/Tag")));
    trigger(ActionId::Duplicate);
    QVERIFY(models().contains(text("Tag2")));
    QCOMPARE(models().indexOf(text("Tag2")), 1);
    QCOMPARE(window().tabs().title(window().tabs().count() - 1), text("Tag2"));
    QTest::keyClicks(QApplication::focusWidget(), text("Label"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(models().contains(text("Label")));
    window().selection().select(m_test->at(text("/paths/~1users~1{user_id}/get")));
    trigger(ActionId::Duplicate);
    QVERIFY(routes().contains(text("get /users-copy/{user_id}")));
    QTest::keyClicks(QApplication::focusWidget(), text("/clients/{user_id}"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(routes().contains(text("get /clients/{user_id}")));
    QVERIFY(routes().contains(text("get /users/{user_id}")));
}

void TestArranging::movesByKey()
{
    auto *tree = m_test->find<QTreeView>("navigator");
    tree->setFocus();
    window().selection().select(m_test->at(text("/components/schemas/ItemCreate")));
    QTest::keyClick(tree, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(models().first(), text("ItemCreate"));
    QTest::keyClick(tree, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(tree, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(models().indexOf(text("ItemCreate")), 2);
    window().selection().select(m_test->at(text("/paths/~1items~1/post")));
    QTest::keyClick(tree, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(routes().first(), text("post /items/"));
    QVERIFY(!m_test->find<QTreeView>("navigator")->currentIndex().data().toString().isEmpty());
    QTest::keyClick(tree, Qt::Key_Up, Qt::AltModifier); // it is the first: nothing happens
    QCOMPARE(window().document().undoStack()->count(), 4);
    // Paths move as a whole.
    window().selection().select(m_test->at(text("/paths/~1items~1{item_id}/get")));
    QTest::keyClick(tree, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(routes().first(), text("get /items/{item_id}"));
    Api copy = api();
    const NodeId node = m_test->at(text("/paths/~1items~1/get"));
    QVERIFY(!placeOperation(copy, node, node, Side::Before));
    QVERIFY(!placeSchema(copy, node, node, Side::Before));
}

void TestArranging::movesByDrag()
{
    NavigatorModel &model = window().findChild<NavigatorPane *>()->model();
    const auto drop = [&](const char *pointer, int row, const QModelIndex &parent) {
        const std::unique_ptr<QMimeData> data(
            model.mimeData({model.indexOf(m_test->at(text(pointer)))}));
        const bool isAllowed = model.canDropMimeData(data.get(), Qt::MoveAction, row, 0, parent);
        model.dropMimeData(data.get(), Qt::MoveAction, row, 0, parent);
        return isAllowed;
    };
    const QModelIndex routesGroup = model.group(NavigatorRow::Kind::RoutesGroup);
    const QModelIndex modelsGroup = model.group(NavigatorRow::Kind::ModelsGroup);
    QVERIFY(drop("/components/schemas/Problem", 0, modelsGroup));
    QCOMPARE(models().first(), text("Problem"));
    QVERIFY(!drop("/components/schemas/Problem", 0, routesGroup));
    QVERIFY(!drop("/paths/~1items~1/get", 0, modelsGroup));
    const QModelIndex users = model.index(1, 0, routesGroup);
    QCOMPARE(users.data().toString(), text("users"));
    QVERIFY(drop("/paths/~1items~1/post", 0, users));
    const NodeId post = m_test->at(text("/paths/~1items~1/post"));
    QCOMPARE(findOperation(api(), post)->tags, QStringList(text("users")));
    const int steps = window().document().undoStack()->count();
    QCOMPARE(steps, 2); // a move with its change of tag is one step
}

void TestArranging::deletesByKey()
{
    auto *tree = m_test->find<QTreeView>("navigator");
    tree->setFocus();
    window().selection().select(m_test->at(text("/components/schemas/Tag")));
    QTest::keyClick(tree, Qt::Key_Delete);
    QVERIFY(!models().contains(text("Tag")));
    trigger(ActionId::Undo);
    QVERIFY(models().contains(text("Tag")));
}

void TestArranging::samplesBecomeModels()
{
    QGuiApplication::clipboard()->setText(
        text(R"({"id": 7, "email": "ada@example.com", "tags": ["a"], "address": {"city": "X"}})"));
    trigger(ActionId::Paste);
    QCOMPARE(models().last(), text("Model"));
    const Schema &schema = api().components.schemas.last().value;
    QCOMPARE(schema.members(Keyword::Properties).size(), 4);
    QCOMPARE(schema.members(Keyword::Properties).find(u"email")->text(Keyword::Format),
             text("email"));
    QGuiApplication::clipboard()->setText(text("no design at all"));
    const int steps = window().document().undoStack()->count();
    trigger(ActionId::Paste);
    QCOMPARE(window().document().undoStack()->count(), steps);
}

void TestArranging::textsAreToldApart_data()
{
    using Kind = Fragment::Kind;
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const char *pasted, Kind kind) {
        QTest::newRow(name) << QString::fromUtf8(pasted) << static_cast<int>(kind);
    };
    row("nothing", "", Kind::None);
    row("words", "hello", Kind::None);
    row("a number", "12", Kind::None);
    row("broken", "{\"a\": ", Kind::None);
    row("a path", "/a:\n  get:\n    responses: {}", Kind::Routes);
    row("a whole document", "openapi: 3.1.0\npaths: {/a: {get: {}}}", Kind::Routes);
    row("a model", "A:\n  type: object", Kind::Models);
    row("fields", "a: {type: string}\nb: {$ref: '#/components/schemas/B'}", Kind::Models);
    row("a schema", "type: object\nproperties: {}", Kind::Schema);
    row("data with a member type", "{\"type\": \"Garden hose\", \"price\": 1}", Kind::Sample);
    row("data", "{\"name\": \"x\"}", Kind::Sample);
    row("a list", "[1, 2]", Kind::Sample);
}

void TestArranging::textsAreToldApart()
{
    QFETCH(QString, pasted);
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(readFragment(pasted).kind), kind);
}

void TestArranging::fieldsArePastedAndMerged()
{
    const NodeId item = m_test->at(text("/components/schemas/ItemCreate"));
    QVERIFY(window().tabs().look(item));
    FieldsView *view = shownTable();
    const auto goTo = [&](const char *name) {
        view->goTo(view->table().findRow([&](const SchemaRow &r) { return r.name == text(name); }),
                   true);
    };
    goTo("price");
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(text("price:\n  type: number\n")));
    QTest::keyClick(view, Qt::Key_V, Qt::ControlModifier);
    const auto names = [&] {
        QStringList found;
        for (const Named<Schema> &p : findSchema(api(), item)->members(Keyword::Properties))
            found.append(p.name);
        return found;
    };
    QCOMPARE(names().indexOf(text("price2")), names().indexOf(text("price")) + 1);
    trigger(ActionId::Undo);
    // A sample adds what is missing, and leaves what was said.
    QGuiApplication::clipboard()->setText(
        text(R"({"name": "X", "weight": 2.5, "size": {"width": 1}})"));
    goTo("name");
    const QString description = text("What the item is called in the shop.");
    QTest::keyClick(view, Qt::Key_V, Qt::ControlModifier);
    QVERIFY(names().contains(text("weight")) && names().contains(text("size")));
    const Schema *schema = findSchema(api(), item);
    QCOMPARE(schema->members(Keyword::Properties).find(u"name")->text(Keyword::Description),
             description);
    QGuiApplication::clipboard()->setText(text(R"({"size": {"width": 1, "height": 2}})"));
    QTest::keyClick(view, Qt::Key_V, Qt::ControlModifier);
    const Schema *size = findSchema(api(), item)->members(Keyword::Properties).find(u"size");
    QCOMPARE(size->members(Keyword::Properties).size(), 2);
    const int steps = window().document().undoStack()->count();
    QTest::keyClick(view, Qt::Key_V, Qt::ControlModifier); // all of it is there
    QCOMPARE(window().document().undoStack()->count(), steps);
}

void TestArranging::fieldsAreDragged()
{
    const NodeId item = m_test->at(text("/components/schemas/ItemCreate"));
    QVERIFY(window().tabs().look(item));
    SchemaTableModel &table = shownTable()->table();
    const auto row = [&](const char *name) {
        return table.findRow([&](const SchemaRow &r) { return r.name == text(name); });
    };
    const auto drop = [&](const char *name, int at, const QModelIndex &parent) {
        const std::unique_ptr<QMimeData> data(table.mimeData({row(name)}));
        const bool isAllowed = table.canDropMimeData(data.get(), Qt::MoveAction, at, 0, parent);
        table.dropMimeData(data.get(), Qt::MoveAction, at, 0, parent);
        return isAllowed;
    };
    const auto first = [&] {
        return findSchema(api(), item)->members(Keyword::Properties).first().name;
    };
    QVERIFY(drop("price", 0, table.index(0, 0)));
    QCOMPARE(first(), text("price"));
    QVERIFY(drop("price", 2, table.index(0, 0)));
    QCOMPARE(first(), text("name"));
    QVERIFY(!drop("price", 0, row("name"))); // a text takes no fields
    // Into an object, with being required.
    const QModelIndex empty =
        table.findRow([](const SchemaRow &r) { return r.kind == SchemaRow::Kind::New; });
    QVERIFY(table.setData(empty, text("size: {}")));
    QVERIFY(drop("price", -1, row("size")));
    const Schema *size = findSchema(api(), item)->members(Keyword::Properties).find(u"size");
    QVERIFY(size->members(Keyword::Properties).contains(u"price") && size->isRequired(u"price"));
    QVERIFY(!findSchema(api(), item)->isRequired(u"price"));
    QVERIFY(!drop("size", -1, row("size"))); // not into itself
}

QTEST_MAIN(TestArranging)
#include "test_arranging.moc"
