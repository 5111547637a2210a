#include "app/studio/files/file_control.h"
#include "app/studio/regions.h"
#include "app/studio/tabs/editor_tabs.h"
#include "designer/looks/code_view.h"
#include "designer/looks/theme.h"
#include "designer/map/map_view.h"
#include "designer/model/edits/map_places.h"
#include "designer/model/edits/schema_edits.h"
#include "mockserver/panel/traffic/traffic_panel.h"
#include "tests/studio/window_test.h"

#include <QApplication>
#include <QFontInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>
#include <QTreeView>

using namespace Design;

class TestStudio : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void welcomesWithoutAFile();
    void opensTheSample();
    void unreadableFileIsSaidInTheWindow();
    void editReachesThePreview();
    void check08EditReachesTheServer();
    void check06RefusedRequestLeadsToItsCell();
    void check09BusyPortOffersAFreeOne();
    void undoAndRedoFromTheMenu();
    void undoRevealsThePlace();
    void newRouteInOneLine();
    void newModelAndDelete();
    void previewTabIsReused();
    void editPinsTheTab();
    void backAndForward();
    void paletteFindsRoutesAndCommands();
    void savesAndKeepsTitle();
    void asksBeforeLosingChanges();
    void problemsAppearAndGo();
    void check13ThemeChangesAtOnce();
    void layoutIsRemembered();
    void check17NoTwoActionsShareAKey();
    void everyActionIsInAMenu();
};

static QString place(const char *pointer)
{
    return QString::fromUtf8(pointer);
}

void TestStudio::welcomesWithoutAFile()
{
    WindowTest test;
    test.window().show();
    QVERIFY(test.find<QWidget>("welcome")->isVisible());
    test.window().actions()[ActionId::OpenSample]->trigger();
    QVERIFY(!test.find<QWidget>("welcome")->isVisible());
    QVERIFY(test.window().document().api().components.schemas.contains(u"ItemCreate"));
    QVERIFY(test.window().document().filePath().isEmpty());
    QVERIFY(!test.window().session().control().isRunning());
}

void TestStudio::opensTheSample()
{
    WindowTest test;
    QVERIFY(test.openSample());
    QVERIFY(test.window().windowTitle().startsWith(QLatin1String("shop.yaml")));
    auto *tree = test.find<QTreeView>("navigator");
    QCOMPARE(tree->model()->rowCount(), 10); // the API, and a group for each kind of thing in it
    const QModelIndex models = tree->model()->index(2, 0);
    QCOMPARE(tree->model()->rowCount(models),
             static_cast<int>(test.window().document().api().components.schemas.size()));
    QCOMPARE(test.window().tabs().count(), 1);
    QCOMPARE(test.window().tabs().title(0), QStringLiteral("GET /items/"));
    QTRY_VERIFY(test.find<CodeView>("openApiSource")->text().startsWith(QLatin1String("/items/:")));
    QVERIFY(!test.window().session().control().isRunning());
}

void TestStudio::unreadableFileIsSaidInTheWindow()
{
    WindowTest test;
    QVERIFY(test.openSample());
    const QString bad = test.filePath() + QStringLiteral(".txt");
    QFile file(bad);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ this is: [no document");
    file.close();
    QVERIFY(!test.window().files().openFile(bad));
    QVERIFY(test.find<QWidget>("messageBar")->isVisible());
    // What was open is still open.
    QVERIFY(test.window().document().api().components.schemas.contains(u"ItemCreate"));
}

void TestStudio::editReachesThePreview()
{
    WindowTest test;
    QVERIFY(test.openSample());
    const NodeId name = test.at(place("/components/schemas/ItemCreate/properties/name"));
    test.window().selection().select(name);
    auto *view = test.find<CodeView>("openApiSource");
    QTRY_VERIFY(view->text().contains(QLatin1String("maxLength: 100")));
    QElapsedTimer timer;
    timer.start();
    test.window().document().edit(QStringLiteral("Shorter"), [name](Api &api) {
        editSchema(api, name, [](Schema &schema) { schema.set(Keyword::MaxLength, Json(42)); });
    });
    QTRY_VERIFY(view->text().contains(QLatin1String("maxLength: 42")));
    qInfo("preview after %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 1000); // 250 ms is meant; machines that run tests are busy
}

/// Sends a request over a connection that stays; the status of its answer.
static int sendOver(QTcpSocket &socket, const QByteArray &body)
{
    socket.write("POST /items/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                 "Content-Length: " +
                 QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray answer;
    const auto isWhole = [&] {
        answer += socket.readAll();
        const qsizetype head = answer.indexOf("\r\n\r\n");
        const qsizetype length = answer.toLower().indexOf("content-length: ");
        if (head < 0 || length < 0)
            return false;
        const QByteArray digits =
            answer.mid(length + 16, answer.indexOf('\r', length) - length - 16);
        return answer.size() >= head + 4 + digits.toLongLong();
    };
    return QTest::qWaitFor(isWhole) ? answer.mid(9, 3).toInt() : 0;
}

void TestStudio::check08EditReachesTheServer()
{
    WindowTest test;
    QVERIFY(test.openSample());
    QVERIFY(test.startServer());
    const quint16 port = test.window().session().control().wantedPort();
    const QByteArray body = R"({"name":"Hose","price":5})";
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, port);
    QVERIFY(client.waitForConnected());
    QCOMPARE(sendOver(client, body), 201);

    const NodeId name = test.at(place("/components/schemas/ItemCreate/properties/name"));
    test.window().document().edit(QStringLiteral("Longer"), [name](Api &api) {
        editSchema(api, name, [](Schema &schema) { schema.set(Keyword::MinLength, Json(5)); });
    });
    const quint64 revision = test.window().document().revision();
    QTRY_COMPARE(sendOver(client, body), 422);
    // The row says which design has answered.
    const auto &traffic = test.window().findChild<Mock::TrafficPanel *>()->model();
    QTRY_VERIFY(traffic.rowCount() >= 2);
    QTRY_COMPARE(traffic.exchange(traffic.rowCount() - 1).revision, revision);
    QVERIFY(traffic.exchange(0).revision < revision);
    test.window().actions()[ActionId::Undo]->trigger();
    QTRY_COMPARE(sendOver(client, body), 201);
    QCOMPARE(client.state(), QAbstractSocket::ConnectedState); // the same all the time
    QCOMPARE(test.window().session().control().wantedPort(), port);
    QVERIFY(test.window().session().control().isRunning());
}

void TestStudio::check06RefusedRequestLeadsToItsCell()
{
    WindowTest test;
    QVERIFY(test.openSample());
    QVERIFY(test.startServer());
    QVERIFY(test.window().regions().isRegionVisible(Regions::Bottom));
    QCOMPARE(test.send("POST", place("/items/"), R"({"name":"Hose","price":-5})").status, 422);
    auto *traffic = test.find<QTreeView>("traffic");
    QTRY_COMPARE(traffic->model()->rowCount(), 1);
    const auto cell = [traffic](int column) {
        return traffic->model()->index(0, column).data().toString();
    };
    QCOMPARE(cell(1), QStringLiteral("POST"));
    QCOMPARE(cell(3), QStringLiteral("422"));
    QVERIFY2(cell(4).startsWith(QLatin1String("body.price is -5, must be greater than 0")),
             qPrintable(cell(4)));

    traffic->setCurrentIndex(traffic->model()->index(0, 0));
    traffic->setFocus();
    QTest::keyClick(traffic, Qt::Key_Return);
    QCOMPARE(test.window().selection().node(),
             test.at(place("/components/schemas/ItemCreate/properties/price")));
    QCOMPARE(test.window().selection().keyword(), Keyword::ExclusiveMinimum);
    QCOMPARE(test.window().tabs().currentItem(), test.at(place("/components/schemas/ItemCreate")));
    const QModelIndex current = test.window().tabs().currentCell();
    QVERIFY(current.isValid());
    const QString field = current.siblingAtColumn(0).data().toString();
    QCOMPARE(field, QStringLiteral("price"));
    QVERIFY2(current.data().toString().contains(u'0'), qPrintable(current.data().toString()));
    QVERIFY(test.window().tabs().isAncestorOf(QApplication::focusWidget()));
}

void TestStudio::check09BusyPortOffersAFreeOne()
{
    WindowTest test;
    QVERIFY(test.openSample());
    QVERIFY(QTest::qWaitFor([&test] { return test.window().session().isReady(); }));
    QTcpServer other;
    QTcpServer next;
    for (quint16 port = 21000; !next.isListening() && port < 22000; port += 2) {
        other.close();
        if (other.listen(QHostAddress::LocalHost, port))
            next.listen(QHostAddress::LocalHost, port + 1);
    }
    next.close(); // so that it is the next free one
    test.find<QSpinBox>("port")->setValue(other.serverPort());
    test.window().actions()[ActionId::ToggleServer]->trigger();
    QVERIFY(!test.window().session().control().isRunning());
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(test.find<QWidget>("messageBar")->isVisible());
    auto *button = test.find<QPushButton>("messageAction");
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(test.window().session().control().isRunning());
    QCOMPARE(test.window().session().control().wantedPort(), other.serverPort() + 1);
    QCOMPARE(test.find<QSpinBox>("port")->value(),
             int{test.window().session().control().wantedPort()});
    QVERIFY(!test.find<QWidget>("messageBar")->isVisible());
    QCOMPARE(test.send("GET", place("/users/1")).status, 200);
}

void TestStudio::undoAndRedoFromTheMenu()
{
    WindowTest test;
    QVERIFY(test.openSample());
    Actions &actions = test.window().actions();
    QVERIFY(!actions[ActionId::Undo]->isEnabled());
    const Api before = test.window().document().api();
    test.window().document().edit(QStringLiteral("Rename Tag"), [](Api &api) {
        renameSchema(api, api.components.schemas.find(u"Tag")->id(), QStringLiteral("Label"));
    });
    QVERIFY(actions[ActionId::Undo]->isEnabled());
    QVERIFY(actions[ActionId::Undo]->text().contains(QLatin1String("Rename Tag")));
    const Api after = test.window().document().api();
    QTest::keyClick(&test.window(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(test.window().document().api() == before);
    QVERIFY(!test.window().isWindowModified());
    QVERIFY(actions[ActionId::Redo]->isEnabled());
    actions[ActionId::Redo]->trigger();
    QVERIFY(test.window().document().api() == after);
    QVERIFY(test.window().isWindowModified());
}

void TestStudio::undoRevealsThePlace()
{
    WindowTest test;
    QVERIFY(test.openSample());
    const NodeId email = test.at(place("/components/schemas/UserBase/properties/email"));
    test.window().document().edit(QStringLiteral("Describe"), [email](Api &api) {
        editSchema(api, email, [](Schema &schema) {
            schema.set(Keyword::Description, Json(QStringLiteral("Where to write to.")));
        });
    });
    test.window().selection().open(test.at(place("/paths/~1items~1/get")));
    test.window().actions()[ActionId::Undo]->trigger();
    QCOMPARE(test.window().selection().node(), email);
    QCOMPARE(test.window().tabs().currentItem(), test.at(place("/components/schemas/UserBase")));

    // Cards that go back to their places are shown on the map.
    const NodeId base = test.at(place("/components/schemas/UserBase"));
    test.window().document().edit(QStringLiteral("Move"), [base](Api &api) {
        setMapPlaces(api, {{base, QPoint(40, 60)}});
    });
    test.window().actions()[ActionId::Undo]->trigger();
    QVERIFY(test.window().findChild<MapView *>());
    QVERIFY(test.window().findChild<MapView *>()->isVisible());
}

void TestStudio::newRouteInOneLine()
{
    WindowTest test;
    QVERIFY(test.openSample());
    test.window().actions()[ActionId::NewRoute]->trigger();
    auto *field = test.find<QLineEdit>("promptField");
    QVERIFY(field->isVisible());
    QVERIFY(field->hasFocus());
    // One sees -> as it is typed, and not the arrow that some fonts make of it.
    QVERIFY(QFontInfo(field->font()).fixedPitch());
    QVERIFY(QFontInfo(test.find<QLabel>("promptAnswer")->font()).fixedPitch());
    QTest::keyClicks(field, QStringLiteral("get /todos -> Nobody"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(field->isVisible()); // refused, and nothing that was typed is lost
    QCOMPARE(field->text(), QStringLiteral("get /todos -> Nobody"));
    QVERIFY(test.find<QLabel>("promptAnswer")->text().contains(QLatin1String("Nobody")));
    field->setText(QStringLiteral("get /todos/{id: int} -> Tag"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!field->isVisible());
    const NodeId added = test.at(place("/paths/~1todos~1{id}/get"));
    QVERIFY(added != NodeId::None);
    QCOMPARE(test.window().tabs().currentItem(), added);
    QVERIFY(!test.window().tabs().isPreview(test.window().tabs().count() - 1));
    test.window().actions()[ActionId::Undo]->trigger();
    QVERIFY(!test.window().document().api().paths.contains(u"/todos/{id}"));
}

void TestStudio::newModelAndDelete()
{
    WindowTest test;
    QVERIFY(test.openSample());
    const auto count = test.window().document().api().components.schemas.size();
    QTest::keyClick(&test.window(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(test.window().document().api().components.schemas.size(), count + 1);
    const NodeId added = test.window().document().api().components.schemas.last().value.id();
    QCOMPARE(test.window().tabs().currentItem(), added);
    const int tabs = test.window().tabs().count();
    test.window().actions()[ActionId::Delete]->trigger();
    QCOMPARE(test.window().document().api().components.schemas.size(), count);
    QCOMPARE(test.window().tabs().count(), tabs - 1);
    QVERIFY(!QApplication::activeModalWidget()); // undo is the answer, not a question
    test.window().actions()[ActionId::Undo]->trigger();
    QCOMPARE(test.window().document().api().components.schemas.last().value.id(), added);
}

static QModelIndex rowNamed(const QAbstractItemModel *model, const QString &text)
{
    const QModelIndexList found = model->match(model->index(0, 0), Qt::DisplayRole, text, 1,
                                               Qt::MatchExactly | Qt::MatchRecursive);
    return found.value(0);
}

void TestStudio::previewTabIsReused()
{
    WindowTest test;
    QVERIFY(test.openSample());
    EditorTabs &tabs = test.window().tabs();
    auto *tree = test.find<QTreeView>("navigator");
    const auto click = [tree](const char *text) {
        const QModelIndex index = rowNamed(tree->model(), QString::fromUtf8(text));
        QVERIFY(index.isValid());
        tree->scrollTo(index);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(index).center());
    };
    click("ItemCreate");
    QCOMPARE(tabs.count(), 1);
    QVERIFY(tabs.isPreview(0));
    QCOMPARE(tabs.title(0), QStringLiteral("ItemCreate"));
    click("UserBase");
    QCOMPARE(tabs.count(), 1);
    QCOMPARE(tabs.title(0), QStringLiteral("UserBase"));
    // Opening pins, and the next look gets a tab of its own.
    test.window().selection().open(test.at(place("/components/schemas/UserBase")));
    QVERIFY(!tabs.isPreview(0));
    click("ItemCreate");
    QCOMPARE(tabs.count(), 2);
    QVERIFY(tabs.isPreview(1));
    test.window().actions()[ActionId::CloseTab]->trigger();
    QCOMPARE(tabs.count(), 1);
    QCOMPARE(tabs.currentItem(), test.at(place("/components/schemas/UserBase")));
}

void TestStudio::editPinsTheTab()
{
    WindowTest test;
    QVERIFY(test.openSample());
    EditorTabs &tabs = test.window().tabs();
    const NodeId tag = test.at(place("/components/schemas/Tag"));
    tabs.look(tag);
    QVERIFY(tabs.isPreview(0));
    test.window().document().edit(QStringLiteral("Shorter"), [tag](Api &api) {
        editSchema(api, tag, [](Schema &schema) { schema.set(Keyword::MaxLength, Json(9)); });
    });
    QVERIFY(!tabs.isPreview(0));
    test.window().document().edit(QStringLiteral("Rename"), [tag](Api &api) {
        renameSchema(api, tag, QStringLiteral("Label"));
    });
    QCOMPARE(tabs.title(0), QStringLiteral("Label"));
}

void TestStudio::backAndForward()
{
    WindowTest test;
    QVERIFY(test.openSample());
    Actions &actions = test.window().actions();
    const NodeId tag = test.at(place("/components/schemas/Tag"));
    const NodeId user = test.at(place("/components/schemas/UserBase"));
    test.window().selection().open(tag);
    test.window().selection().open(user);
    QVERIFY(!actions[ActionId::Forward]->isEnabled());
    actions[ActionId::Back]->trigger();
    QCOMPARE(test.window().tabs().currentItem(), tag);
    actions[ActionId::Back]->trigger(); // what was in view when the design was opened
    QVERIFY(!actions[ActionId::Back]->isEnabled());
    actions[ActionId::Forward]->trigger();
    QCOMPARE(test.window().tabs().currentItem(), tag);
    actions[ActionId::Forward]->trigger();
    QCOMPARE(test.window().tabs().currentItem(), user);
}

void TestStudio::paletteFindsRoutesAndCommands()
{
    WindowTest test;
    QVERIFY(test.openSample());
    QTest::keyClick(&test.window(), Qt::Key_K, Qt::ControlModifier);
    auto *field = test.find<QLineEdit>("paletteField");
    auto *list = test.find<QListView>("paletteList");
    QVERIFY(field->isVisible() && field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("usercr"));
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("UserCreate"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!field->isVisible());
    QCOMPARE(test.window().tabs().currentItem(), test.at(place("/components/schemas/UserCreate")));

    QTest::keyClick(&test.window(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(field, QStringLiteral("dark"));
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Dark"));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
}

void TestStudio::savesAndKeepsTitle()
{
    WindowTest test;
    QVERIFY(test.openSample());
    const NodeId tag = test.at(place("/components/schemas/Tag"));
    test.window().document().edit(QStringLiteral("Rename"), [tag](Api &api) {
        renameSchema(api, tag, QStringLiteral("Label"));
    });
    QVERIFY(test.window().isWindowModified());
    test.window().actions()[ActionId::Save]->trigger();
    QVERIFY(!test.window().isWindowModified());
    QFile file(test.filePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("#/components/schemas/Label"));
}

void TestStudio::asksBeforeLosingChanges()
{
    WindowTest test;
    QVERIFY(test.openSample());
    test.window().document().edit(QStringLiteral("Empty"),
                                  [](Api &api) { api.components.schemas.clear(); });
    const auto answerWith = [](QMessageBox::StandardButton answer) {
        QTimer::singleShot(50, qApp, [answer] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(box);
            box->button(answer)->click();
        });
    };
    answerWith(QMessageBox::Cancel);
    QVERIFY(!test.window().close());
    QVERIFY(test.window().document().isModified());
    answerWith(QMessageBox::Discard);
    QVERIFY(test.window().close());
}

void TestStudio::problemsAppearAndGo()
{
    WindowTest test;
    QVERIFY(test.openSample());
    auto *problems = test.find<QTreeView>("problems");
    QTest::qWait(500);
    const int before = problems->model()->rowCount();
    const NodeId tag = test.at(place("/components/schemas/Tag"));
    test.window().document().edit(QStringLiteral("Break"), [tag](Api &api) {
        editSchema(api, tag, [](Schema &schema) {
            schema.set(Keyword::MinLength, Json(QStringLiteral("many")));
        });
    });
    QTRY_VERIFY(problems->model()->rowCount() > before);
    test.window().actions()[ActionId::Undo]->trigger();
    QTRY_COMPARE(problems->model()->rowCount(), before);
}

void TestStudio::check13ThemeChangesAtOnce()
{
    WindowTest test;
    QVERIFY(test.openSample());
    // Qt tells widgets of a palette only while its event loop runs.
    const auto choose = [&test](ActionId theme) {
        QTimer::singleShot(0, qApp, [&test, theme] {
            test.window().actions()[theme]->trigger();
            QTimer::singleShot(0, qApp, &QCoreApplication::quit);
        });
        QApplication::exec();
    };
    choose(ActionId::ThemeDark);
    QVERIFY(Theme::current().isDark());
    QCOMPARE(test.window().palette().color(QPalette::Window), Theme::dark().window);
    const QImage dark = test.find<CodeView>("openApiSource")->grab().toImage();
    QCOMPARE(dark.pixelColor(dark.width() - 30, dark.height() - 30), Theme::dark().base);
    choose(ActionId::ThemeLight);
    QVERIFY(!Theme::current().isDark());
    const QImage light = test.find<CodeView>("openApiSource")->grab().toImage();
    QCOMPARE(light.pixelColor(light.width() - 30, light.height() - 30), Theme::light().base);
}

void TestStudio::layoutIsRemembered()
{
    WindowTest test;
    QVERIFY(test.openSample());
    Regions &regions = test.window().regions();
    regions.setRegionVisible(Regions::Navigator, false);
    regions.setRegionVisible(Regions::Bottom, true);
    test.window().actions()[ActionId::ThemeDark]->trigger();
    test.reopen();
    QVERIFY(!test.window().regions().isRegionVisible(Regions::Navigator));
    QVERIFY(test.window().regions().isRegionVisible(Regions::Bottom));
    QVERIFY(test.window().actions()[ActionId::ThemeDark]->isChecked());
    QVERIFY(test.find<QMenu>("recentFiles")->actions().size() == 1);
}

void TestStudio::check17NoTwoActionsShareAKey()
{
    WindowTest test;
    QHash<QKeySequence, QString> owners;
    for (const QAction *action : test.window().findChildren<QAction *>()) {
        for (const QKeySequence &key : action->shortcuts()) {
            const QString other = owners.value(key);
            QVERIFY2(
                other.isEmpty(),
                qPrintable(
                    QStringLiteral("%1: %2 and %3").arg(key.toString(), other, action->text())));
            owners.insert(key, action->text());
        }
    }
    for (const ActionId id : {ActionId::SaveAs, ActionId::Quit, ActionId::Undo, ActionId::Redo})
        QVERIFY(!test.window().actions()[id]->shortcut().isEmpty());
}

static void collect(const QMenu *menu, QSet<const QAction *> &found)
{
    for (const QAction *action : menu->actions()) {
        found.insert(action);
        if (action->menu())
            collect(action->menu(), found);
    }
}

void TestStudio::everyActionIsInAMenu()
{
    WindowTest test;
    QSet<const QAction *> found;
    for (const QAction *top : test.window().menuBar()->actions())
        collect(top->menu(), found);
    for (const QAction *action : test.window().actions().all()) {
        QVERIFY2(found.contains(action), qPrintable(action->objectName()));
        QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->objectName()));
    }
}

QTEST_MAIN(TestStudio)
#include "test_studio.moc"
