#include "app/studio/help_pages.h"
#include "app/studio/navigator/navigator_pane.h"
#include "app/studio/palette/search_button.h"
#include "app/studio/regions.h"
#include "app/studio/tabs/editor_tab_bar.h"
#include "app/studio/tabs/editor_tabs.h"
#include "designer/looks/code_editor.h"
#include "designer/model/edits/behaviour_edits.h"
#include "tests/studio/window_test.h"

#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace Design;

/// Ways to a place: the palette, back and forward, the tabs, the keys.
class TestFinding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paletteFindsEverythingInTheNavigator();
    void paletteFindsFields();
    void paletteGoesToALine();
    void paletteHangsBelowTheSearchBox();
    void whatWasThereLastComesFirst();
    void backLeadsToTabsAndNewThings();
    void looksInPassingAreOnePlace();
    void usesAreListedByKey();
    void tabsCanBeToldApart();
    void guardedRoutesSaySo();
    void everythingHasItsKey();
    void keysHaveNamesOfTheirOwn();
    void routeIsSentFromItsEditor();
    void mapComesBackWithTheWindow();
    void secondEditorGivesItsRoomBack();
    void secondEditorDoesNotWidenTheWindow();

private:
    static QStringList found(WindowTest &test, const QString &text);
};

static QString place(const char *pointer)
{
    return QString::fromLatin1(pointer);
}

/// Puts a value into the design's x-menura.
static void put(Api &api, const QStringList &keys, const Json &value)
{
    setBehaviourValue(api, {NodeId::None, keys}, value);
}

/// What the palette lists for this text; it is open afterwards.
QStringList TestFinding::found(WindowTest &test, const QString &text)
{
    test.window().actions()[ActionId::GoToAnything]->trigger();
    auto *field = test.find<QLineEdit>("paletteField");
    field->setText(text);
    const QAbstractItemModel *model = test.find<QListView>("paletteList")->model();
    QStringList titles;
    for (int row = 0; row < model->rowCount(); ++row)
        titles.append(model->index(row, 0).data().toString());
    return titles;
}

static void press(WindowTest &test, Qt::Key key)
{
    QTest::keyClick(test.find<QLineEdit>("paletteField"), key);
}

void TestFinding::paletteHangsBelowTheSearchBox()
{
    WindowTest test;
    QVERIFY(test.openSample());
    const auto *box = test.window().findChild<SearchButton *>();
    QVERIFY(box);
    for (const QSize size : {QSize(1024, 700), QSize(1600, 900)}) {
        test.window().resize(size);
        QTest::qWait(0);
        found(test, QStringLiteral("item"));
        const auto *palette = test.find<QWidget>("palette");
        const auto middle = [](const QWidget *widget) {
            return widget->mapToGlobal(widget->rect().center()).x();
        };
        QVERIFY(std::abs(middle(palette) - middle(box)) <= 1);
        QVERIFY(palette->mapToGlobal(QPoint()).y() >
                box->mapToGlobal(QPoint(0, box->height())).y());
        press(test, Qt::Key_Escape);
    }
}

void TestFinding::paletteFindsEverythingInTheNavigator()
{
    WindowTest test;
    QVERIFY(test.openSample());
    test.window().document().edit(QStringLiteral("Draw"), [](Api &api) {
        put(api, {place("stores"), place("shelf")}, JsonObject{{place("model"), place("Tag")}});
        put(api, {place("tests")}, JsonArray{JsonObject{{place("name"), place("hose is found")}}});
    });
    for (const char *wanted : {"GET /items/", "UserInDB", "Dependencies", "Errors", "Routers",
                               "Tests", "Latency and CORS", "shelf", "hose is found"})
        QCOMPARE(found(test, QLatin1String(wanted)).value(0), QLatin1String(wanted));
    found(test, QStringLiteral("dependencies"));
    press(test, Qt::Key_Return);
    QCOMPARE(test.window().tabs().currentBehaviour().kind, BehaviourItem::Kind::Dependencies);
}

void TestFinding::paletteFindsFields()
{
    WindowTest test;
    QVERIFY(test.openSample());
    QVERIFY(!found(test, {}).contains(QLatin1String("supplier_code"))); // too many to list
    QCOMPARE(found(test, QStringLiteral("suppl")).value(0), QStringLiteral("supplier_code"));
    press(test, Qt::Key_Return);
    QCOMPARE(test.window().tabs().currentItem(), test.at(place("/components/schemas/ItemCreate")));
    QCOMPARE(test.window().tabs().currentCell().siblingAtColumn(0).data().toString(),
             QStringLiteral("supplier_code"));
    // A model of the same letters comes before its fields.
    QCOMPARE(found(test, QStringLiteral("tag")).value(0), QStringLiteral("Tag"));
    press(test, Qt::Key_Escape);
}

void TestFinding::paletteGoesToALine()
{
    WindowTest test;
    QVERIFY(test.openSample());
    test.window().selection().open(test.at(place("/components/schemas/ItemCreate")));
    auto *source = test.find<CodeEditor>("openApiSource");
    QTRY_VERIFY(source->text().startsWith(QLatin1String("ItemCreate:")));
    const QStringList lines = source->text().split(u'\n');
    const auto price = static_cast<int>(lines.indexOf(QLatin1String("    price:")));
    QVERIFY(price > 0);
    QVERIFY(found(test, QStringLiteral(":")).isEmpty());
    QCOMPARE(found(test, QStringLiteral(":%1").arg(price + 1)).size(), 1);
    press(test, Qt::Key_Return);
    int line = 0;
    int column = 0;
    source->getCursorPosition(&line, &column);
    QCOMPARE(line, price);
    QVERIFY(source->hasFocus());
    QCOMPARE(test.window().selection().node(),
             test.at(place("/components/schemas/ItemCreate/properties/price")));
    // Behind the end is the last line, not another text.
    found(test, QStringLiteral(":9999"));
    press(test, Qt::Key_Return);
    QTest::qWait(50);
    QVERIFY(source->text().startsWith(QLatin1String("ItemCreate:")));
}

void TestFinding::whatWasThereLastComesFirst()
{
    WindowTest test;
    QVERIFY(test.openSample());
    test.window().selection().open(test.at(place("/components/schemas/Tag")));
    test.window().selection().open(test.at(place("/components/schemas/UserBase/properties/email")));
    const QStringList all = found(test, {});
    QCOMPARE(all.mid(0, 2), QStringList({QStringLiteral("UserBase"), QStringLiteral("Tag")}));
    press(test, Qt::Key_Escape);
}

void TestFinding::backLeadsToTabsAndNewThings()
{
    WindowTest test;
    QVERIFY(test.openSample());
    Actions &actions = test.window().actions();
    const NodeId tag = test.at(place("/components/schemas/Tag"));
    test.window().selection().open(tag);
    actions[ActionId::NewModel]->trigger();
    QTest::qWait(10); // as long as anybody takes to do something else
    const NodeId made = test.window().tabs().currentItem();
    actions[ActionId::NewTest]->trigger();
    QTRY_COMPARE(test.window().tabs().currentBehaviour().kind, BehaviourItem::Kind::Tests);
    QTest::qWait(10);
    actions[ActionId::Back]->trigger();
    QCOMPARE(test.window().tabs().currentItem(), made);
    actions[ActionId::Back]->trigger();
    QCOMPARE(test.window().tabs().currentItem(), tag);
    // A tab that is clicked is a place as well.
    QTest::qWait(10);
    test.find<QTabBar>("editorTabs")->setCurrentIndex(2);
    QTRY_VERIFY(!actions[ActionId::Forward]->isEnabled());
    actions[ActionId::Back]->trigger();
    QCOMPARE(test.window().tabs().currentItem(), tag);
}

void TestFinding::looksInPassingAreOnePlace()
{
    WindowTest test;
    QVERIFY(test.openSample());
    const NodeId first = test.window().tabs().currentItem(); // shown when the design was opened
    const NodeId tag = test.at(place("/components/schemas/Tag"));
    test.window().selection().open(tag);
    auto *tree = test.find<QTreeView>("navigator");
    tree->setFocus();
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::qWait(5);
    }
    QVERIFY(test.window().tabs().currentItem() != tag);
    Actions &actions = test.window().actions();
    QTRY_VERIFY(actions[ActionId::Back]->isEnabled());
    actions[ActionId::Back]->trigger();
    QCOMPARE(test.window().tabs().currentItem(), tag);
    actions[ActionId::Back]->trigger();
    QCOMPARE(test.window().tabs().currentItem(), first);
    QVERIFY(!actions[ActionId::Back]->isEnabled());
}

void TestFinding::usesAreListedByKey()
{
    WindowTest test;
    QVERIFY(test.openSample());
    QVERIFY(!test.window().actions()[ActionId::ShowUses]->isEnabled()); // no model is shown
    test.window().selection().open(test.at(place("/components/schemas/ItemResponse")));
    QTest::keyClick(&test.window(), Qt::Key_F12, Qt::ShiftModifier);
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QVERIFY(menu->actions().size() >= 3);
    QVERIFY(menu->activeAction()); // Enter goes there
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_VERIFY(test.window().tabs().currentItem() !=
                test.at(place("/components/schemas/ItemResponse")));
}

void TestFinding::tabsCanBeToldApart()
{
    WindowTest test;
    QVERIFY(test.openSample());
    test.window().resize(1024, 700);
    for (const char *name : {"ItemCreate", "ItemResponse", "UserBase", "UserCreate", "UserInDB"})
        test.window().selection().open(
            test.at(QLatin1String("/components/schemas/") + QLatin1String(name)));
    auto *bar = test.find<EditorTabBar>("editorTabs");
    const int letter = bar->fontMetrics().averageCharWidth();
    for (int i = 0; i < bar->count(); ++i) {
        QVERIFY2(bar->tabRect(i).width() >= 11 * letter + bar->iconSize().width(),
                 qPrintable(bar->title(i)));
        QCOMPARE(bar->tabToolTip(i), bar->title(i));
    }
}

void TestFinding::guardedRoutesSaySo()
{
    WindowTest test;
    QVERIFY(test.openSample());
    const NavigatorModel &model = test.window().findChild<NavigatorPane *>()->model();
    const QModelIndex route = model.indexOf(test.at(place("/paths/~1items~1/get")));
    QVERIFY(route.data(NavigatorModel::GuardRole).toString().isEmpty());
    test.window().document().edit(QStringLiteral("Guard"), [](Api &api) {
        put(api, {place("dependencies"), place("login")},
            JsonObject{{place("scheme"), place("Token")}});
        put(api, {place("depends")}, JsonArray{place("login")});
    });
    QCOMPARE(route.data(NavigatorModel::GuardRole).toString(), QStringLiteral("login"));
    QVERIFY(
        route.data(Qt::AccessibleTextRole).toString().contains(QLatin1String("guarded by login")));
    QVERIFY(route.data(Qt::ToolTipRole).toString().contains(QLatin1String("login")));
    // What is asked for no credential guards nothing.
    test.window().document().edit(QStringLiteral("Open"), [](Api &api) {
        put(api, {place("dependencies"), place("login")}, JsonObject{});
    });
    QVERIFY(route.data(NavigatorModel::GuardRole).toString().isEmpty());
}

void TestFinding::everythingHasItsKey()
{
    WindowTest test;
    const auto key = [&test](ActionId id) {
        return test.window().actions()[id]->shortcut().toString(QKeySequence::PortableText);
    };
    QCOMPARE(key(ActionId::NewDependency), QStringLiteral("Ctrl+Shift+G"));
    QCOMPARE(key(ActionId::NewTest), QStringLiteral("Ctrl+Shift+T"));
    QCOMPARE(key(ActionId::RestartServer), QStringLiteral("Shift+F5"));
    QCOMPARE(key(ActionId::RunTests), QStringLiteral("Ctrl+Shift+Return"));
    const QString table = keysHtml(test.window().actions());
    for (const char *wanted : {"Ctrl+Shift+T", "Shift+F12", "Alt+Shift+Right", "Backspace", "F4"})
        QVERIFY2(table.contains(QLatin1String(wanted)), wanted);
}

void TestFinding::keysHaveNamesOfTheirOwn()
{
    WindowTest test;
    QVERIFY(test.openSample());
    test.window().actions()[ActionId::NewModel]->trigger();
    QVERIFY(test.window().actions()[ActionId::Undo]->text().contains(QLatin1String("New Model")));
    const QString table = keysHtml(test.window().actions());
    QVERIFY(table.contains(QLatin1String("<td>Undo</td>")));
    QVERIFY(table.contains(QLatin1String("<td>Redo</td>")));
}

void TestFinding::routeIsSentFromItsEditor()
{
    WindowTest test;
    QVERIFY(test.openSample());
    test.window().session().control().setWantedPort(0);
    const NodeId route = test.at(place("/paths/~1items~1/post"));
    test.window().selection().open(route);
    test.window().selection().select(test.at(place("/paths/~1users~1/post")));
    auto *send = test.window().tabs().findChild<QPushButton *>(QStringLiteral("sendToRoute"));
    QVERIFY(send && send->isVisible());
    send->click();
    QCOMPARE(test.window().selection().node(), route);
    QTRY_VERIFY(test.window().session().control().isRunning());
}

void TestFinding::mapComesBackWithTheWindow()
{
    WindowTest test;
    QVERIFY(test.openSample());
    test.window().selection().open(test.at(place("/components/schemas/Tag")));
    test.window().actions()[ActionId::ShowMap]->trigger();
    const QList<EditorTabs::OpenTab> open = test.window().tabs().openTabs();
    QCOMPARE(open.size(), 2);
    QCOMPARE(open.at(1).page, test.window().actions()[ActionId::ShowMap]->objectName());
    QCOMPARE(test.window().tabs().current(), 1);
    QVERIFY(test.window().actions().named(open.at(1).page));
}

void TestFinding::secondEditorGivesItsRoomBack()
{
    WindowTest test;
    QVERIFY(test.openSample());
    test.window().selection().open(test.at(place("/components/schemas/Tag")));
    QTest::qWait(20);
    const int before = test.window().tabs().width();
    test.window().tabs().showAside(test.at(place("/components/schemas/UserBase")));
    QTRY_VERIFY(test.window().tabs().width() > before);
    test.window().tabs().showAside(NodeId::None);
    QTRY_COMPARE(test.window().tabs().width(), before);
}

void TestFinding::secondEditorDoesNotWidenTheWindow()
{
    WindowTest test;
    QVERIFY(test.openSample());
    test.window().resize(1024, 700);
    test.window().selection().open(test.at(place("/components/schemas/Tag")));
    QTest::qWait(20);
    auto *source = test.find<CodeEditor>("openApiSource");
    QVERIFY(source->isVisible());
    test.window().tabs().showAside(test.at(place("/components/schemas/UserBase")));
    QTest::qWait(20);
    QCOMPARE(test.window().width(), 1024);
    QVERIFY(!source->isVisible());                                        // it makes room
    QVERIFY(test.window().actions()[ActionId::ShowPreview]->isChecked()); // for the time being
    test.window().tabs().showAside(NodeId::None);
    QTRY_VERIFY(source->isVisible());
    QCOMPARE(test.window().width(), 1024);
}

QTEST_MAIN(TestFinding)
#include "test_finding.moc"
