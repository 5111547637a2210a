#include "app/studio/choice_card.h"
#include "app/studio/files/file_control.h"
#include "app/studio/files/templates.h"
#include "app/studio/files/windows.h"
#include "app/studio/main_window.h"
#include "app/studio/regions.h"
#include "app/studio/side_pane.h"
#include "app/studio/tabs/editor_tabs.h"
#include "designer/looks/column_memory.h"
#include "designer/looks/theme_switcher.h"
#include "mockserver/panel/traffic/traffic_panel.h"

#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeView>

using namespace Design;

/// How windows come, go and come back.
class TestWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void check01FirstRunAnswersInThreeActions();
    void welcomeIsAllThereIs();
    void everyTemplateWorks_data();
    void everyTemplateWorks();
    void missingRecentsAreGreyed();
    void droppedFileOpens();
    void windowsAreApart();
    void fileIsOpenOnce();
    void sessionComesBack();
    void tabsOutliveACrash();
    void sizesAreEachWindowsOwn();
    void columnsAreThoseOfAllWindows();
    void themeIsThatOfAllWindows();
    void windowsStandWithinTheScreen();
    void everyWindowIsAskedBeforeOneGoes();
    void closedWindowStaysAway();
    void missingFilesAreLeftOut();
    void modelStandsBesideItsRoute();

private:
    QString copyOf(const char *design, const char *name = nullptr);
    static QString place(MainWindow &window)
    {
        return window.document().index().pointer(window.selection().node());
    }
    static NodeId at(MainWindow &window, const char *pointer)
    {
        return window.document().index().nodeAt(QString::fromUtf8(pointer));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ThemeSwitcher> m_theme;
    std::unique_ptr<Windows> m_windows;
};

void TestWindows::init()
{
    QCoreApplication::setOrganizationName(QStringLiteral("menura"));
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->path());
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder->path()));
    QGuiApplication::setQuitOnLastWindowClosed(false);
    m_settings = std::make_unique<Settings>();
    m_theme = std::make_unique<ThemeSwitcher>();
    m_windows = std::make_unique<Windows>(*m_settings, *m_theme);
}

void TestWindows::cleanup()
{
    for (MainWindow *window : m_windows->all())
        window->document().undoStack()->setClean();
    m_windows.reset();
    m_theme.reset();
    m_settings.reset();
    m_folder.reset();
}

QString TestWindows::copyOf(const char *design, const char *name)
{
    const QString path = m_folder->filePath(QString::fromUtf8(name ? name : design));
    QFile::copy(QStringLiteral(MENURA_SOURCE_DIR "/resources/designs/") + QString::fromUtf8(design),
                path);
    QFile(path).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return path;
}

void TestWindows::check01FirstRunAnswersInThreeActions()
{
    QElapsedTimer timer;
    timer.start();
    MainWindow *window = m_windows->add();
    window->session().control().setWantedPort(18431);
    window->show();
    QVERIFY(QTest::qWaitForWindowActive(window));
    QVERIFY(window->findChild<QWidget *>(QStringLiteral("welcome"))->isVisible());
    QVERIFY(QApplication::activeModalWidget() == nullptr);

    QTest::mouseClick(window->findChild<ChoiceCard *>(QStringLiteral("template.stores")),
                      Qt::LeftButton);
    QTest::keyClick(window, Qt::Key_F5);
    QTRY_VERIFY(window->session().control().isRunning());
    QTest::keyClick(window, Qt::Key_Return, Qt::ControlModifier);
    auto *traffic = window->findChild<Mock::TrafficPanel *>();
    QTRY_COMPARE(traffic->model().rowCount(), 1);
    QCOMPARE(traffic->model().exchange(0).response.status, 200);
    QVERIFY(timer.elapsed() < 10000);
    window->session().control().stop();
}

void TestWindows::welcomeIsAllThereIs()
{
    MainWindow *window = m_windows->add();
    window->resize(1440, 900);
    window->show();
    const auto *welcome = window->findChild<QWidget *>(QStringLiteral("welcome"));
    QVERIFY(welcome->isVisible());
    QVERIFY(!window->findChild<QWidget *>(QStringLiteral("navigator"))->isVisible());
    QVERIFY(!window->findChild<QWidget *>(QStringLiteral("openApiSource"))->isVisible());
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    window->actions()[ActionId::New]->trigger();
    QVERIFY(!welcome->isVisible());
    QVERIFY(window->findChild<QWidget *>(QStringLiteral("navigator"))->isVisible());
    QTest::qWait(50);
    const auto *source = window->findChild<QWidget *>(QStringLiteral("openApiSource"));
    QVERIFY(source->isVisible());
    QVERIFY(3 * source->width() > window->width()); // with the room that it usually has
}

void TestWindows::everyTemplateWorks_data()
{
    QTest::addColumn<QString>("card");
    const QList<Template> all = templates();
    QVERIFY(all.size() >= 8);
    for (const Template &choice : all) {
        const QString name = QFileInfo(choice.path).baseName();
        QTest::newRow(qPrintable(name)) << QStringLiteral("template.%1").arg(name);
    }
}

void TestWindows::everyTemplateWorks()
{
    QFETCH(QString, card);
    MainWindow *window = m_windows->add();
    window->show();
    auto *button = window->findChild<ChoiceCard *>(card);
    QVERIFY(button);
    QVERIFY(button->isVisible());
    QVERIFY(!button->accessibleDescription().isEmpty());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!window->document().api().paths.isEmpty());
    QVERIFY(window->document().filePath().isEmpty()); // a copy, without a file
    QVERIFY(!window->document().isModified());
    QVERIFY(!window->session().control().isRunning());
    QCOMPARE(window->tabs().count(), 1);
}

void TestWindows::missingRecentsAreGreyed()
{
    const QString there = copyOf("shop.yaml", "there.yaml");
    m_settings->addRecentFile(m_folder->filePath(QStringLiteral("gone.yaml")));
    m_settings->addRecentFile(there);
    MainWindow *window = m_windows->add();
    window->show();
    const auto cards = window->findChildren<ChoiceCard *>();
    const auto find = [&cards](const char *name) {
        for (ChoiceCard *card : cards) {
            if (card->text() == QLatin1String(name))
                return card;
        }
        return static_cast<ChoiceCard *>(nullptr);
    };
    QVERIFY(find("gone.yaml"));
    QVERIFY(!find("gone.yaml")->isEnabled());
    QVERIFY(find("there.yaml")->isEnabled());
    QTest::keyClick(find("there.yaml"), Qt::Key_Return);
    QCOMPARE(window->document().filePath(), there);
}

void TestWindows::droppedFileOpens()
{
    const QString path = copyOf("stores.yaml");
    MainWindow *window = m_windows->add();
    window->show();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window, &drop);
    QCOMPARE(window->document().filePath(), path);
    // Over the text as well a file is for the window, not for the text.
    auto *source = window->findChild<QWidget *>(QStringLiteral("openApiSource"));
    QDragEnterEvent over({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    over.ignore();
    static_cast<QObject *>(source)->event(&over);
    QVERIFY(!over.isAccepted());
}

void TestWindows::windowsAreApart()
{
    MainWindow *first = m_windows->add();
    first->show();
    QVERIFY(first->files().openFile(copyOf("shop.yaml")));
    first->actions()[ActionId::NewWindow]->trigger();
    QCOMPARE(m_windows->all().size(), 2);
    MainWindow *second = m_windows->all().last();
    QVERIFY(second->isVisible());
    QVERIFY(second->findChild<QWidget *>(QStringLiteral("welcome"))->isVisible());
    second->actions()[ActionId::New]->trigger();
    second->actions()[ActionId::NewModel]->trigger();
    QVERIFY(second->document().isModified());
    QVERIFY(!first->document().isModified());
    second->document().undoStack()->setClean();
    second->close();
    QTRY_COMPARE(m_windows->all().size(), 1);
    QVERIFY(first->isVisible());
}

void TestWindows::fileIsOpenOnce()
{
    const QString shop = copyOf("shop.yaml");
    MainWindow *first = m_windows->add();
    first->show();
    QVERIFY(first->files().openFile(shop));
    MainWindow *second = m_windows->add();
    second->show();
    second->activateWindow();
    QTRY_VERIFY(second->isActiveWindow());
    second->files().openRecent(m_folder->path() + QStringLiteral("/./shop.yaml"));
    QTRY_VERIFY(first->isActiveWindow());
    QVERIFY(second->document().filePath().isEmpty());
    QVERIFY(second->findChild<QWidget *>(QStringLiteral("welcome"))->isVisible());
}

void TestWindows::sessionComesBack()
{
    const QString shop = copyOf("shop.yaml");
    const QString stores = copyOf("stores.yaml");
    MainWindow *first = m_windows->add();
    first->show();
    QVERIFY(first->files().openFile(shop));
    first->selection().open(at(*first, "/paths/~1items~1/post"));
    first->selection().open(at(*first, "/components/schemas/ItemCreate/properties/price"));
    first->selection().open(BehaviourItem{BehaviourItem::Kind::Dependencies, {}});
    first->selection().open(at(*first, "/components/schemas/ItemCreate/properties/price"));
    first->tabs().showAside(at(*first, "/components/schemas/Tag"));
    first->session().control().setWantedPort(18123);
    MainWindow *second = m_windows->add();
    second->show();
    QVERIFY(second->files().openFile(stores));
    QStringList titles;
    for (int i = 0; i < first->tabs().count(); ++i)
        titles.append(first->tabs().title(i));
    QVERIFY(titles.size() >= 2);
    const QString current = titles.at(first->tabs().current());
    m_windows->quit();
    QTRY_VERIFY(m_windows->all().isEmpty());

    Windows again(*m_settings, *m_theme);
    QVERIFY(again.restoreSession());
    QCOMPARE(again.all().size(), 2);
    MainWindow &shopAgain = *again.all().first();
    QCOMPARE(shopAgain.document().filePath(), shop);
    QCOMPARE(again.all().last()->document().filePath(), stores);
    QStringList titlesAgain;
    for (int i = 0; i < shopAgain.tabs().count(); ++i)
        titlesAgain.append(shopAgain.tabs().title(i));
    QCOMPARE(titlesAgain, titles);
    QCOMPARE(titlesAgain.at(shopAgain.tabs().current()), current);
    QCOMPARE(place(shopAgain), QStringLiteral("/components/schemas/ItemCreate/properties/price"));
    QCOMPARE(shopAgain.tabs().asideItem(), at(shopAgain, "/components/schemas/Tag"));
    QVERIFY(!shopAgain.session().control().isRunning()); // never by itself
    QCOMPARE(shopAgain.session().control().wantedPort(), quint16(18123));
}

/// Nobody closes the windows of a program that dies.
void TestWindows::tabsOutliveACrash()
{
    MainWindow *window = m_windows->add();
    QVERIFY(window->files().openFile(copyOf("shop.yaml")));
    window->show();
    const QVariant before = m_settings->value(QStringLiteral("session"));
    window->tabs().open(at(*window, "/components/schemas/UserResponse"), Keyword::Unknown);
    QTRY_VERIFY(m_settings->value(QStringLiteral("session")) != before);
    Windows next(*m_settings, *m_theme);
    QVERIFY(next.restoreSession());
    const EditorTabs &tabs = next.all().first()->tabs();
    QCOMPARE(tabs.title(tabs.count() - 1), QStringLiteral("UserResponse"));
}

void TestWindows::sizesAreEachWindowsOwn()
{
    const auto navigator = [](MainWindow *window) {
        return window->findChild<QWidget *>(QStringLiteral("navigator"));
    };
    const auto setWidth = [&](MainWindow *window, int width) {
        auto *splitter =
            qobject_cast<QSplitter *>(navigator(window)->parentWidget()->parentWidget());
        QVERIFY(splitter);
        splitter->setSizes({width, splitter->width() - width});
    };
    MainWindow *first = m_windows->add();
    first->resize(1440, 900);
    first->show();
    QVERIFY(first->files().openFile(copyOf("shop.yaml")));
    QTest::qWait(30);
    const int usual = navigator(first)->width();
    setWidth(first, usual + 60);
    first->regions().setRegionVisible(Regions::Preview, false);
    // Another one looks like the one in use, and from then on goes its own way.
    MainWindow *second = m_windows->add();
    second->resize(1440, 900);
    second->show();
    QVERIFY(second->files().openFile(copyOf("stores.yaml")));
    QTest::qWait(30);
    QCOMPARE(navigator(second)->width(), usual + 60);
    QVERIFY(!second->regions().isRegionVisible(Regions::Preview));
    setWidth(second, usual + 20);
    second->regions().setRegionVisible(Regions::Preview, true);
    QCOMPARE(navigator(first)->width(), usual + 60);
    QVERIFY(!first->regions().isRegionVisible(Regions::Preview));
    m_windows->quit();
    QTRY_VERIFY(m_windows->all().isEmpty());

    Windows again(*m_settings, *m_theme);
    QVERIFY(again.restoreSession());
    QTest::qWait(30);
    QCOMPARE(navigator(again.all().first())->width(), usual + 60);
    QVERIFY(!again.all().first()->regions().isRegionVisible(Regions::Preview));
    QCOMPARE(navigator(again.all().last())->width(), usual + 20);
    QVERIFY(again.all().last()->regions().isRegionVisible(Regions::Preview));
}

/// Also of those that come later, and the next time; see test_columns for what the mouse does.
void TestWindows::columnsAreThoseOfAllWindows()
{
    const auto add = [this] {
        MainWindow *window = m_windows->add();
        window->resize(1400, 860);
        window->show();
        window->actions()[ActionId::OpenSample]->trigger();
        window->actions()[ActionId::ShowTraffic]->trigger();
        return window;
    };
    const auto header = [](MainWindow *window) {
        return window->findChild<QTreeView *>(QStringLiteral("traffic"))->header();
    };
    constexpr int path = 2;
    MainWindow *one = add();
    MainWindow *other = add();
    const int fitted = header(one)->sectionSize(path);
    QCOMPARE(header(other)->sectionSize(path), fitted);
    QWidget *heading = header(one)->viewport();
    const QPoint edge(header(one)->sectionViewportPosition(path) + fitted - 1,
                      header(one)->height() / 2);
    QTest::mousePress(heading, Qt::LeftButton, {}, edge);
    QTest::mouseMove(heading, edge + QPoint(20, 0));
    QTest::mouseMove(heading, edge + QPoint(40, 0));
    QTest::mouseRelease(heading, Qt::LeftButton, {}, edge + QPoint(40, 0));
    QCOMPARE(header(one)->sectionSize(path), fitted + 40);
    QCOMPARE(header(other)->sectionSize(path), fitted + 40);
    one->close();
    other->close();
    {
        const QSignalBlocker asleep(ColumnMemory::shared()); // another run of the program
        ColumnMemory::shared().restore({});
    }
    MainWindow *again = add();
    QCOMPARE(header(again)->sectionSize(path), fitted + 40);
    QAction *reset = again->actions()[ActionId::ResetColumns];
    QVERIFY(reset->isEnabled());
    reset->trigger();
    QCOMPARE(header(again)->sectionSize(path), fitted);
    QVERIFY(!reset->isEnabled());
}

void TestWindows::themeIsThatOfAllWindows()
{
    MainWindow *one = m_windows->add();
    MainWindow *other = m_windows->add();
    QVERIFY(other->actions()[ActionId::ThemeSystem]->isChecked());
    one->actions()[ActionId::ThemeDark]->trigger();
    QVERIFY(other->actions()[ActionId::ThemeDark]->isChecked());
    QVERIFY(!other->actions()[ActionId::ThemeSystem]->isChecked());
    QVERIFY(m_windows->add()->actions()[ActionId::ThemeDark]->isChecked());
    other->actions()[ActionId::ThemeSystem]->trigger();
    QVERIFY(one->actions()[ActionId::ThemeSystem]->isChecked());
    // What was asked for on the command line is there for this run, whatever is remembered.
    m_theme->setChoice(ThemeChoice::Dark);
    QVERIFY(m_windows->add()->actions()[ActionId::ThemeDark]->isChecked());
    QCOMPARE(m_theme->choice(), ThemeChoice::Dark);
    const Windows nextRun(*m_settings, *m_theme);
    QCOMPARE(m_theme->choice(), ThemeChoice::System);
}

void TestWindows::windowsStandWithinTheScreen()
{
    const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
    for (int i = 0; i < 12; ++i) {
        MainWindow *window = m_windows->add();
        window->show();
        const QRect frame = window->frameGeometry();
        QVERIFY2(frame.top() >= screen.top() && frame.bottom() <= screen.bottom() &&
                     frame.left() >= screen.left() &&
                     (frame.right() <= screen.right() ||
                      window->width() == window->minimumSizeHint().width()),
                 qPrintable(QDebug::toString(frame)));
    }
    QVERIFY(m_windows->all().at(1)->pos() != m_windows->all().at(0)->pos());
}

void TestWindows::everyWindowIsAskedBeforeOneGoes()
{
    for (int i = 0; i < 2; ++i)
        m_windows->add()->show();
    MainWindow *dirty = m_windows->all().last();
    dirty->document().edit(QStringLiteral("Name"), [](Api &api) { api.info.title += u'!'; });
    const auto answer = [](QMessageBox::StandardButton button) {
        QTimer::singleShot(0, [button] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(box);
            box->button(button)->click();
        });
    };
    answer(QMessageBox::Cancel);
    m_windows->quit();
    QCOMPARE(m_windows->all().size(), 2);
    QVERIFY(m_windows->all().first()->isVisible());
    QVERIFY(dirty->isVisible());
    answer(QMessageBox::Discard);
    m_windows->quit();
    QTRY_VERIFY(m_windows->all().isEmpty());
}

void TestWindows::closedWindowStaysAway()
{
    MainWindow *first = m_windows->add();
    first->show();
    QVERIFY(first->files().openFile(copyOf("shop.yaml")));
    MainWindow *second = m_windows->add();
    second->show();
    QVERIFY(second->files().openFile(copyOf("stores.yaml")));
    second->close();
    QTRY_COMPARE(m_windows->all().size(), 1);
    first->close(); // the last one is what one comes back to
    QTRY_VERIFY(m_windows->all().isEmpty());
    Windows again(*m_settings, *m_theme);
    QVERIFY(again.restoreSession());
    QCOMPARE(again.all().size(), 1);
    QVERIFY(again.all().first()->document().filePath().endsWith(QLatin1String("shop.yaml")));
}

void TestWindows::missingFilesAreLeftOut()
{
    const QString shop = copyOf("shop.yaml");
    MainWindow *window = m_windows->add();
    window->show();
    QVERIFY(window->files().openFile(shop));
    m_windows->quit();
    QTRY_VERIFY(m_windows->all().isEmpty());
    QVERIFY(QFile::remove(shop));
    Windows again(*m_settings, *m_theme);
    QVERIFY(!again.restoreSession());
    QVERIFY(again.all().isEmpty());
}

void TestWindows::modelStandsBesideItsRoute()
{
    MainWindow *window = m_windows->add();
    window->resize(1024, 700);
    window->show();
    QVERIFY(window->files().openFile(copyOf("shop.yaml")));
    const NodeId route = at(*window, "/paths/~1items~1/post");
    const NodeId model = at(*window, "/components/schemas/ItemCreate");
    window->selection().open(route);
    window->selection().select(model);
    window->actions()[ActionId::OpenAside]->trigger();
    auto *side = window->findChild<SidePane *>(QStringLiteral("sidePane"));
    QVERIFY(side->isVisible());
    QCOMPARE(window->tabs().currentItem(), route);
    QCOMPARE(window->tabs().asideItem(), model);
    QCOMPARE(side->accessibleName(), QStringLiteral("ItemCreate"));
    QTest::qWait(50);
    QVERIFY(side->width() >= side->minimumWidth());
    QVERIFY(window->rect().contains(side->mapTo(window, side->rect().bottomRight())));
    // A place in it is gone to where it stands.
    window->selection().open(at(*window, "/components/schemas/ItemCreate/properties/price"));
    QCOMPARE(window->tabs().currentItem(), route);
    QVERIFY(side->isAncestorOf(QApplication::focusWidget()));
    window->document().edit(QStringLiteral("Rename"), [model](Api &api) {
        for (Named<Schema> &schema : api.components.schemas) {
            if (schema.value.id() == model)
                schema.name = QStringLiteral("NewItem");
        }
    });
    QCOMPARE(side->accessibleName(), QStringLiteral("NewItem"));
    window->document().edit(QStringLiteral("Delete"),
                            [](Api &api) { api.components.schemas.clear(); });
    QVERIFY(!side->isVisible());
    QCOMPARE(window->tabs().asideItem(), NodeId::None);
}

QTEST_MAIN(TestWindows)
#include "test_windows.moc"
