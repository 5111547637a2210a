#include "designer/editors/behaviour/row_delegate.h"
#include "designer/editors/behaviour/rows_view.h"
#include "designer/itemmodels/members/behaviour_tables.h"
#include "designer/itemmodels/members/members_model.h"
#include "designer/text/json_writer.h"
#include "mockserver/panel/stores/store_rows_model.h"
#include "mockserver/panel/stores/stores_panel.h"
#include "mockserver/state/state.h"
#include "tests/mockserver/panel/panel_fixture.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

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
    users:
      model: User
      fixtures: [{id: 1, name: Ada}, {id: 2, name: Bob}]
    items:
      model: Item
      unique: [name]
      references: {owner: users}
      set: {id: counter}
      fixtures: [{id: 1, name: Rake, price: 5, owner: 1}, {id: 2, name: Hose, price: 7}]
paths:
  /items/{item_id}:
    delete:
      x-menura: {action: delete items}
      parameters:
        - {name: item_id, in: path, required: true, schema: {type: integer}}
      responses:
        '204': {description: ok}
components:
  schemas:
    User: {type: object, properties: {id: {type: integer}, name: {type: string}}, required: [id, name]}
    Item:
      type: object
      properties:
        id: {type: integer}
        name: {type: string, minLength: 1}
        price: {type: number, exclusiveMinimum: 0}
        owner: {type: integer}
      required: [id, name, price]
)";

} // namespace

/// The rows that the stores hold now, as they are looked at and changed by hand.
class TestStoresPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void rowsAreShown();
    void columnsAreRememberedByTheirFields();
    void cellIsEdited();
    void badCellIsRefused_data();
    void badCellIsRefused();
    void newRowInvites_data();
    void newRowInvites();
    void rowIsTyped();
    void draftIsDiscarded();
    void typedWaitsInItsStore();
    void typedGoesWithItsDesign();
    void rowIsRemoved();
    void referredRowStays();
    void requestsAreFollowed();
    void snapshotAndReset();
    void stepBackTakesBackAnEdit();
    void everythingHasAName();
    void emptyDesignSaysWhatToDo();

private:
    StoreRowsModel &rows() const { return m_panel->model(); }
    QModelIndex cell(int row, const char *column) const;
    QByteArray held(const char *store) const
    {
        return writeJson(Json(m_compiled->state()->rows(text(store))));
    }
    QPushButton *button(const char *words) const { return m_fixture->button(words); }
    void press(Qt::Key key) const;
    void type(const char *words, Qt::Key key) const;

    std::unique_ptr<PanelFixture<StoresPanel>> m_fixture;
    StoresPanel *m_panel = nullptr;
    CompiledApiPointer m_compiled;
};

void TestStoresPanel::init()
{
    m_fixture = std::make_unique<PanelFixture<StoresPanel>>(design);
    m_compiled = compile(m_fixture->document().api());
    QVERIFY2(m_compiled->diagnostics().isEmpty(),
             qPrintable(m_compiled->diagnostics().value(0).message));
    m_fixture->makePanel();
    m_panel = m_fixture->panel();
    m_panel->setCompiled(m_compiled);
    m_panel->showStore(text("items"));
    QVERIFY(m_fixture->show());
}

void TestStoresPanel::cleanup()
{
    m_fixture.reset();
    m_compiled.reset();
}

QModelIndex TestStoresPanel::cell(int row, const char *column) const
{
    for (int i = 0; i < rows().columnCount(); ++i) {
        if (rows().headerData(i, Qt::Horizontal, Qt::DisplayRole).toString() == text(column))
            return rows().index(row, i);
    }
    return {};
}

void TestStoresPanel::press(Qt::Key key) const
{
    QTest::keyClick(QApplication::focusWidget(), key);
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
}

void TestStoresPanel::type(const char *words, Qt::Key key) const
{
    QTest::keyClicks(QApplication::focusWidget(), text(words));
    press(key);
}

void TestStoresPanel::rowsAreShown()
{
    QCOMPARE(m_panel->shownStore(), text("items"));
    QCOMPARE(rows().rowCount(), 3); // and the place for a new one
    QCOMPARE(cell(0, "name").data().toString(), text("Rake"));
    QCOMPARE(cell(1, "owner").data().toString(), QString());
    QVERIFY(!(rows().flags(cell(0, "id")) & Qt::ItemIsEditable)); // known by it
    m_panel->showStore(text("users"));
    QCOMPARE(rows().rowCount(), 3);
    QCOMPARE(cell(0, "name").data().toString(), text("Ada"));
}

/// The rows of a store and its fixtures are alike; which fields they are stays in the design.
void TestStoresPanel::columnsAreRememberedByTheirFields()
{
    const QString items = rows().kind();
    MembersModel fixtures(m_fixture->document(), {});
    fixtures.setTable(fixturesTable(m_fixture->document().api(), text("items")));
    QCOMPARE(fixtures.kind(), items);
    QVERIFY(!items.contains(QStringLiteral("price")));
    m_panel->showStore(text("users"));
    QVERIFY(rows().kind() != items);
}

void TestStoresPanel::cellIsEdited()
{
    m_panel->table()->setFocus();
    m_panel->table()->setCurrentIndex(cell(0, "price"));
    press(Qt::Key_F2);
    type("9.5", Qt::Key_Return);
    QVERIFY2(held("items").startsWith(R"([{"id":1,"name":"Rake","price":9.5,"owner":1},)"),
             held("items").constData());
    QCOMPARE(m_panel->table()->currentIndex(), cell(0, "price"));
}

void TestStoresPanel::badCellIsRefused_data()
{
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("why");
    QTest::newRow("breaks the model")
        << QByteArray("price") << text("-1") << text("greater than 0");
    QTest::newRow("wrong type") << QByteArray("price") << text("cheap") << text("valid number");
    QTest::newRow("taken") << QByteArray("name") << text("Hose") << text("already exists");
    QTest::newRow("refers to nothing") << QByteArray("owner") << text("7") << text("not found");
    QTest::newRow("missing") << QByteArray("price") << QString() << text("number");
    QTest::newRow("no JSON") << QByteArray("owner") << text("[1") << text("no JSON");
}

void TestStoresPanel::badCellIsRefused()
{
    QFETCH(QByteArray, column);
    QFETCH(QString, typed);
    QFETCH(QString, why);
    const QByteArray before = held("items");
    const quint64 revision = m_compiled->state()->revision();
    const QModelIndex at = cell(0, column.constData());
    m_panel->table()->editCell(at);
    auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(edit);
    edit->clear();
    QTest::keyClicks(edit, typed);
    press(Qt::Key_Return);
    QVERIFY2(m_panel->table()->delegate().shownMessage().contains(why),
             qPrintable(m_panel->table()->delegate().shownMessage()));
    QCOMPARE(edit->text(), typed); // it stays to be put right
    press(Qt::Key_Escape);
    QCOMPARE(held("items"), before);
    QCOMPARE(m_compiled->state()->revision(), revision);
}

void TestStoresPanel::newRowInvites_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<QString>("column");
    QTest::newRow("all columns are typed") << text("users") << text("id");
    QTest::newRow("the server sets the first") << text("items") << text("name");
}

/// Its words can be read, in the first cell that one types.
void TestStoresPanel::newRowInvites()
{
    QFETCH(const QString, store);
    QFETCH(const QString, column);
    m_panel->showStore(store);
    const QModelIndex words = cell(rows().rowCount() - 1, column.toUtf8().constData());
    QVERIFY(words.data().toString().startsWith(text("Add a row")));
    auto *view = m_panel->findChild<RowsView *>();
    QVERIFY(view);
    QTRY_COMPARE(view->isFirstColumnSpanned(words.row(), {}), words.column() == 0);
}

void TestStoresPanel::rowIsTyped()
{
    QSignalSpy messages(m_panel, &StoresPanel::message);
    m_panel->table()->setFocus();
    press(Qt::Key_Return);
    type("Saw", Qt::Key_Tab); // name: the server sets the id
    QCOMPARE(rows().rowCount(), 4);
    QVERIFY(messages.last().first().toString().contains(text("price")));
    QCOMPARE(m_compiled->state()->rows(text("items")).size(), 2); // no row yet
    type("12", Qt::Key_Return);
    QVERIFY2(held("items").contains(R"({"id":3,"name":"Saw","price":12)"),
             held("items").constData());
    QCOMPARE(rows().rowCount(), 4);
    QCOMPARE(cell(2, "id").data().toString(), text("3"));
    QCOMPARE(m_compiled->state()->steps().size(), 1);
}

void TestStoresPanel::draftIsDiscarded()
{
    m_panel->table()->setFocus();
    press(Qt::Key_Return);
    type("Saw", Qt::Key_Return);
    QCOMPARE(rows().rowCount(), 4);
    m_panel->table()->setCurrentIndex(rows().index(2, 1));
    press(Qt::Key_Delete);
    QCOMPARE(rows().rowCount(), 3);
    QCOMPARE(m_compiled->state()->steps().size(), 0);
}

void TestStoresPanel::typedWaitsInItsStore()
{
    m_panel->table()->setFocus();
    press(Qt::Key_Return);
    type("Saw", Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), text("cheap")); // the cell stays open
    m_panel->showStore(text("users"));
    QCOMPARE(rows().rowCount(), 3); // the draft is none of theirs
    m_panel->table()->setCurrentIndex(cell(2, "name"));
    press(Qt::Key_F2);
    type("Eve", Qt::Key_Return);
    QCOMPARE(rows().rowCount(), 4);

    m_panel->showStore(text("items"));
    QCOMPARE(rows().rowCount(), 4);
    QCOMPARE(cell(2, "name").data().toString(), text("Saw"));
    QCOMPARE(cell(2, "price").data().toString(), text("cheap"));
    rows().setData(cell(0, "price"), text("-5"));
    QVERIFY(!cell(0, "price").data(CellTable::ErrorRole).isNull());
    m_panel->table()->setCurrentIndex(cell(2, "price"));
    press(Qt::Key_F2);
    type("12", Qt::Key_Return);
    QVERIFY2(held("items").contains(R"({"id":3,"name":"Saw","price":12)"),
             held("items").constData());

    m_panel->showStore(text("users"));
    QCOMPARE(cell(2, "name").data().toString(), text("Eve"));
    m_panel->showStore(text("items"));
    QCOMPARE(cell(0, "price").data().toString(), text("-5")); // refused, and not lost
    QVERIFY(!cell(0, "price").data(CellTable::ErrorRole).isNull());
}

void TestStoresPanel::typedGoesWithItsDesign()
{
    m_panel->table()->setFocus();
    press(Qt::Key_Return);
    type("Saw", Qt::Key_Return);
    QCOMPARE(rows().rowCount(), 4);
    m_fixture->document().reset(m_fixture->document().api());
    m_panel->setCompiled(m_compiled);
    QCOMPARE(rows().rowCount(), 3);
}

void TestStoresPanel::rowIsRemoved()
{
    m_panel->table()->setFocus();
    m_panel->table()->setCurrentIndex(cell(0, "name"));
    press(Qt::Key_Delete);
    QCOMPARE(held("items"), QByteArray(R"([{"id":2,"name":"Hose","price":7.0}])"));
    QVERIFY(m_panel->stepBack());
    QCOMPARE(m_compiled->state()->rows(text("items")).size(), 2);
}

void TestStoresPanel::referredRowStays()
{
    QSignalSpy messages(m_panel, &StoresPanel::message);
    m_panel->showStore(text("users"));
    QVERIFY(!rows().removeMember(rows().index(0, 0)));
    QVERIFY(messages.last().first().toString().contains(text("items")));
    QCOMPARE(rows().rowCount(), 3);
    QVERIFY(rows().removeMember(rows().index(1, 0)));
    m_panel->showStore(text("items")); // the keys that are left are offered
    QCOMPARE(rows().words(cell(1, "owner")), QStringList{text("1")});
}

void TestStoresPanel::requestsAreFollowed()
{
    m_panel->table()->setCurrentIndex(cell(1, "name"));
    Request request;
    request.method = "DELETE";
    request.target = "/items/1";
    QCOMPARE(handle(*m_compiled, request).response.status, 204);
    QTRY_COMPARE(rows().rowCount(), 2);
    QCOMPARE(m_panel->table()->currentIndex().data().toString(), text("Hose")); // the row stays
}

void TestStoresPanel::snapshotAndReset()
{
    QVERIFY(!button("Restore Snapshot")->isEnabled());
    QVERIFY(rows().setData(cell(0, "price"), text("6")));
    button("Take Snapshot")->click();
    QVERIFY(rows().removeMember(rows().index(0, 0)));
    button("Restore Snapshot")->click();
    QCOMPARE(cell(0, "price").data().toString(), text("6.0"));
    button("Reset")->click();
    QCOMPARE(cell(0, "price").data().toString(), text("5.0"));
}

void TestStoresPanel::stepBackTakesBackAnEdit()
{
    QVERIFY(!button("Step Back")->isEnabled());
    QVERIFY(rows().setData(cell(0, "price"), text("6")));
    QVERIFY(rows().setData(cell(0, "name"), text("Spade")));
    QTRY_VERIFY(button("Step Back")->isEnabled());
    button("Step Back")->click();
    QCOMPARE(cell(0, "name").data().toString(), text("Rake"));
    button("Step Back")->click();
    QCOMPARE(cell(0, "price").data().toString(), text("5.0"));
    QVERIFY(!button("Step Back")->isEnabled());
}

void TestStoresPanel::everythingHasAName()
{
    for (const QPushButton *button : m_panel->findChildren<QPushButton *>())
        QVERIFY(!button->text().isEmpty());
    QVERIFY(!m_panel->table()->accessibleName().isEmpty());
    QVERIFY(!m_panel->findChild<QComboBox *>()->accessibleName().isEmpty());
}

void TestStoresPanel::emptyDesignSaysWhatToDo()
{
    m_fixture->resetToNothing();
    m_panel->setCompiled(compile(m_fixture->document().api()));
    QVERIFY(m_panel->table()->isHidden());
    QVERIFY(!button("Reset")->isEnabled());
    // Without a store there is one thing to do.
    const QSignalSpy wanted(m_fixture->panel(), &StoresPanel::storeWanted);
    QVERIFY(button("New Store")->isVisible());
    QVERIFY(!button("Reset")->isVisible());
    button("New Store")->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(rows().rowCount(), 0);
}

QTEST_MAIN(TestStoresPanel)
#include "test_stores_panel.moc"
