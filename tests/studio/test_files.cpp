#include "app/studio/files/file_control.h"
#include "app/studio/files/file_guard.h"
#include "app/studio/message_bar.h"
#include "app/studio/tabs/editor_tabs.h"
#include "designer/looks/code_editor.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/storage/design_file.h"
#include "designer/storage/open_mark.h"
#include "tests/studio/window_test.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>
#include <QToolButton>

#include <cstdio>

using namespace Design;
using namespace std::chrono_literals;

/// Checks 18 and 19: neither a crash nor another program makes work disappear.
class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void check18CrashLosesNothing();
    void check18CrashKeepsUnfinishedTexts_data();
    void check18CrashKeepsUnfinishedTexts();
    void savedWorkLeavesNoCopy();
    void check19UnchangedDesignIsReadAgain();
    void check19ChangedDesignAsks_data();
    void check19ChangedDesignAsks();
    void savingAsksBeforeItWritesOverOthers();
    void lostFileIsSaid();
    void fileThatIsOpenElsewhereIsSaid();
    void enterOverwritesNoProject();
    void unreadableFileLeavesWhatIsOpen();
    void unfinishedTextIsNotClosed();
    void unfinishedTextIsNotReadOver();

private:
    static void startOther(QProcess &other, const WindowTest &test, const QString &doing);
    static QPushButton *button(WindowTest &test, const QString &text)
    {
        const auto all = test.find<MessageBar>("messageBar")->findChildren<QPushButton *>();
        for (QPushButton *each : all) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
};

namespace
{

constexpr auto childVariable = "MENURA_TEST_CRASHES_WITH";
constexpr auto doingVariable = "MENURA_TEST_CRASHES_AFTER";
constexpr auto brokenText = "Tag:\n  type: [string\n";

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void renameTag(DesignDocument &document)
{
    document.edit(QStringLiteral("Rename Tag"), [](Api &api) {
        renameSchema(api, api.components.schemas.find(u"Tag")->id(), QStringLiteral("Label"));
    });
}

/// What another program writes: the sample with another title.
void changeOutside(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll().replace("title: Shop", "title: Other shop");
    file.close();
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) > 0);
}

/// The program that is going to be killed: opens the file, changes it, and waits.
int crash(const QString &path)
{
    Settings settings;
    ThemeSwitcher theme;
    MainWindow window(settings, theme);
    window.guard().setDelay(1ms);
    window.files().openFile(path);
    DesignDocument &document = window.document();
    const QByteArray doing = qgetenv(doingVariable);
    const QString model = doing == "typing" ? QStringLiteral("Tag") : QStringLiteral("Label");
    if (doing != "typing")
        renameTag(document);
    if (!doing.isEmpty()) {
        window.show();
        window.selection().open(
            document.index().nodeAt(QStringLiteral("/components/schemas/") + model));
        auto *source = window.findChild<CodeEditor *>(QStringLiteral("openApiSource"));
        while (!source->text().startsWith(model))
            QTest::qWait(10);
        source->selectAll();
        source->replaceSelectedText(QLatin1String(brokenText));
        while (document.drafts().all().isEmpty())
            QTest::qWait(10);
    }
    const QDir folder(settings.recoveryFolder());
    const auto isWritten = [&] {
        const QString copy = folder.entryList({QStringLiteral("*.json")}).value(0);
        return !copy.isEmpty() && folder.entryList({QStringLiteral("*.yaml")}).size() == 1 &&
               (doing.isEmpty() || content(folder.filePath(copy)).contains("[string"));
    };
    while (!isWritten())
        QTest::qWait(10);
    std::puts("ready");
    std::fflush(stdout);
    return QApplication::exec();
}

QStringList titles(const EditorTabs &tabs)
{
    QStringList titles;
    for (int i = 0; i < tabs.count(); ++i)
        titles.append(tabs.title(i));
    return titles;
}

} // namespace

void TestFiles::startOther(QProcess &other, const WindowTest &test, const QString &doing)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1String(childVariable), test.filePath());
    environment.insert(QLatin1String(doingVariable), doing);
    other.setProcessEnvironment(environment);
    other.start(QCoreApplication::applicationFilePath(), QStringList());
    QVERIFY(other.waitForStarted());
}

void TestFiles::check18CrashKeepsUnfinishedTexts_data()
{
    QTest::addColumn<QString>("doing");
    QTest::addColumn<bool>("wasChanged");
    QTest::newRow("beside what is saved") << QStringLiteral("typing") << false;
    QTest::newRow("beside what was changed") << QStringLiteral("changing and typing") << true;
}

void TestFiles::check18CrashKeepsUnfinishedTexts()
{
    QFETCH(QString, doing);
    QFETCH(bool, wasChanged);
    WindowTest test;
    QVERIFY(test.openSample());
    test.window().show();
    QProcess other;
    startOther(other, test, doing);
    QTRY_VERIFY_WITH_TIMEOUT(other.waitForReadyRead(50) || other.bytesAvailable() > 0, 20000);
    other.kill();
    QVERIFY(other.waitForFinished());

    test.window().guard().offerRecovery();
    QVERIFY(button(test, QStringLiteral("Recover")));
    QTest::mouseClick(button(test, QStringLiteral("Recover")), Qt::LeftButton);
    DesignDocument &document = test.window().document();
    QTRY_VERIFY(!document.drafts().all().isEmpty());
    // The last good design, and beside it the text as it was left, marked where it is wrong.
    QCOMPARE(document.isModified(), wasChanged);
    QCOMPARE(document.api().components.schemas.contains(u"Label"), wasChanged);
    auto *source = test.find<CodeEditor>("openApiSource");
    QTRY_COMPARE(source->text(), QLatin1String(brokenText));
    QTRY_VERIFY(!source->marks().isEmpty());
    QVERIFY(test.find<QToolButton>("sourceMessage")->isVisible());
    QVERIFY(!test.find<QWidget>("draftChoice")->isVisible()); // the design is what it was then
    // Once it is finished it takes its place, and nothing is left to recover.
    source->selectAll();
    source->replaceSelectedText(QStringLiteral("Tag:\n  type: string\n  maxLength: 7\n"));
    QTRY_VERIFY(document.drafts().all().isEmpty());
    QTRY_COMPARE(
        document.api().components.schemas.find(u"Tag")->value(Keyword::MaxLength).toInt64(), 7);
    QVERIFY(document.save());
    test.window().guard().offerRecovery();
    QVERIFY(!test.find<MessageBar>("messageBar")->isVisible());
}

void TestFiles::check18CrashLosesNothing()
{
    WindowTest test; // its folders are those of the other program too
    QVERIFY(test.openSample());
    const QByteArray before = content(test.filePath());
    const Api saved = test.window().document().api();
    EditorTabs &tabs = test.window().tabs();
    for (const char *item : {"/paths/~1users~1{user_id}/get", "/components/schemas/UserResponse"})
        tabs.open(test.at(QLatin1String(item)), Keyword::Unknown);
    const QStringList open = titles(tabs);
    QCOMPARE(open.last(), QStringLiteral("UserResponse"));

    QProcess other;
    startOther(other, test, {});
    test.window().guard().offerRecovery();
    QVERIFY(!test.find<MessageBar>("messageBar")->isVisible()); // it lives, or has done nothing yet
    QTRY_VERIFY_WITH_TIMEOUT(other.waitForReadyRead(50) || other.bytesAvailable() > 0, 20000);
    test.window().guard().offerRecovery();
    QVERIFY(!test.find<MessageBar>("messageBar")->isVisible());
    other.kill();
    QVERIFY(other.waitForFinished());

    test.window().guard().offerRecovery();
    QVERIFY(test.find<MessageBar>("messageBar")->isVisible());
    QVERIFY(test.find<MessageBar>("messageBar")->text().contains(QLatin1String("shop.yaml")));
    QVERIFY(button(test, QStringLiteral("Recover")));
    QTest::mouseClick(button(test, QStringLiteral("Recover")), Qt::LeftButton);
    DesignDocument &document = test.window().document();
    QTRY_VERIFY(document.api().components.schemas.contains(u"Label"));
    QVERIFY(document.isModified());
    QCOMPARE(document.filePath(), test.filePath());
    QCOMPARE(content(test.filePath()), before); // until it is saved
    QCOMPARE(titles(tabs), open);               // what was open still is
    QCOMPARE(tabs.currentItem(), test.at(QStringLiteral("/components/schemas/UserResponse")));
    document.undoStack()->undo();
    QCOMPARE(designText(document.api(), FileFormat::Yaml), designText(saved, FileFormat::Yaml));
    document.undoStack()->redo();
    QVERIFY(document.save());
    QVERIFY(content(test.filePath()).contains("Label"));
    test.window().guard().offerRecovery();
    QVERIFY(!test.find<MessageBar>("messageBar")->isVisible());
}

void TestFiles::savedWorkLeavesNoCopy()
{
    WindowTest test;
    QVERIFY(test.openSample());
    const QDir folder(Settings().recoveryFolder());
    test.window().guard().setDelay(1ms);
    renameTag(test.window().document());
    QTRY_COMPARE(folder.entryList({QStringLiteral("*.yaml")}).size(), 1);
    QVERIFY(test.window().document().save());
    QTRY_VERIFY(QDir(folder.path()).entryList(QDir::Files).isEmpty());
}

void TestFiles::check19UnchangedDesignIsReadAgain()
{
    WindowTest test;
    QVERIFY(test.openSample());
    const QString place = QStringLiteral("/components/schemas/ItemCreate/properties/price");
    test.window().selection().open(test.at(place));
    changeOutside(test.filePath());
    QTRY_COMPARE(test.window().document().api().info.title, QStringLiteral("Other shop"));
    QCOMPARE(test.window().selection().node(), test.at(place));
    QVERIFY(!test.window().document().isModified());
    QVERIFY(!test.find<MessageBar>("messageBar")->isVisible());
}

void TestFiles::check19ChangedDesignAsks_data()
{
    QTest::addColumn<QString>("choice");
    QTest::newRow("reload") << QStringLiteral("Reload");
    QTest::newRow("keep") << QStringLiteral("Keep Mine");
    QTest::newRow("compare") << QStringLiteral("Compare");
}

void TestFiles::check19ChangedDesignAsks()
{
    QFETCH(QString, choice);
    WindowTest test;
    QVERIFY(test.openSample());
    DesignDocument &document = test.window().document();
    renameTag(document);
    changeOutside(test.filePath());
    const auto *bar = test.find<MessageBar>("messageBar");
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(document.api().components.schemas.contains(u"Label")); // nothing has happened yet
    QCOMPARE(document.api().info.title, QStringLiteral("Shop"));
    QVERIFY(button(test, choice));
    QTest::mouseClick(button(test, choice), Qt::LeftButton);

    if (choice == QLatin1String("Reload")) {
        QTRY_COMPARE(document.api().info.title, QStringLiteral("Other shop"));
        QVERIFY(document.api().components.schemas.contains(u"Tag"));
        QVERIFY(button(test, QStringLiteral("Bring Mine Back")));
        QTest::mouseClick(button(test, QStringLiteral("Bring Mine Back")), Qt::LeftButton);
        QVERIFY(document.api().components.schemas.contains(u"Label"));
        QVERIFY(document.isModified());
        // The tab that is open is of something in both of them.
        QVERIFY(!titles(test.window().tabs()).contains(QString()));
    } else {
        QVERIFY(document.api().components.schemas.contains(u"Label"));
        QVERIFY(document.isModified());
        QVERIFY(content(test.filePath()).contains("Other shop"));
    }
    if (choice == QLatin1String("Compare")) {
        const auto isSaid = [&test] {
            const auto pages = test.window().findChildren<QTextBrowser *>();
            return std::any_of(pages.begin(), pages.end(), [](const QTextBrowser *page) {
                return page->toPlainText().contains(QLatin1String("Mine and the File"));
            });
        };
        QTRY_VERIFY(isSaid());
        QVERIFY(bar->isVisible()); // the choice is still to be made
    }
}

void TestFiles::savingAsksBeforeItWritesOverOthers()
{
    WindowTest test;
    QVERIFY(test.openSample());
    renameTag(test.window().document());
    changeOutside(test.filePath());
    // Also before the watch has told of it.
    QVERIFY(!test.window().files().save());
    auto *bar = test.find<MessageBar>("messageBar");
    QVERIFY(bar->isVisible());
    QVERIFY(content(test.filePath()).contains("Other shop"));
    QTest::keyClick(bar, Qt::Key_Escape); // no answer is no leave
    QVERIFY(!test.window().files().save());
    QVERIFY(content(test.filePath()).contains("Other shop"));
    QTest::mouseClick(button(test, QStringLiteral("Keep Mine")), Qt::LeftButton);
    QVERIFY(test.window().files().save());
    QVERIFY(content(test.filePath()).contains("Label"));
    QVERIFY(!content(test.filePath()).contains("Other shop"));
    test.window().document().undoStack()->undo();
    QVERIFY(test.window().files().save()); // nobody else has written since
}

void TestFiles::lostFileIsSaid()
{
    WindowTest test;
    QVERIFY(test.openSample());
    QVERIFY(!test.window().document().isModified());
    QVERIFY(QFile::remove(test.filePath()));
    const auto *bar = test.find<MessageBar>("messageBar");
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(test.window().document().isModified()); // closing asks
    QVERIFY(button(test, QStringLiteral("Save It Again")));
    QTest::mouseClick(button(test, QStringLiteral("Save It Again")), Qt::LeftButton);
    QVERIFY(content(test.filePath()).contains("title: Shop"));
    QVERIFY(!test.window().document().isModified());
    QVERIFY(!bar->isVisible());
}

void TestFiles::fileThatIsOpenElsewhereIsSaid()
{
    WindowTest test;
    QVERIFY(test.openSample());
    const auto *bar = test.find<MessageBar>("messageBar");
    QVERIFY(!bar->isVisible());
    const QString marks = Settings().recoveryFolder() + QStringLiteral("/open");
    QVERIFY(OpenMark(marks, test.filePath()).isElsewhere()); // as another program sees it
    test.window().document().reset(Api());
    const OpenMark other(marks, test.filePath());
    QVERIFY(!other.isElsewhere());
    QVERIFY(test.window().files().openFile(test.filePath()));
    QVERIFY(bar->isVisible());
    QVERIFY2(bar->text().contains(QLatin1String("open in another Menura")),
             qPrintable(bar->text()));
}

/// The question that comes when a FastAPI project would write over what people wrote.
void TestFiles::enterOverwritesNoProject()
{
    WindowTest test;
    QVERIFY(test.openSample());
    const QTemporaryDir folder;
    const QString readme = folder.filePath(QStringLiteral("README.md"));
    QFile file(readme);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") > 0);
    file.close();
    QString said;
    connect(&test.window().files(), &FileControl::message, this,
            [&said](const QString &text) { said = text; });
    QTimer::singleShot(0, qApp, [&folder] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->setDirectory(folder.path());
        static_cast<QDialog *>(dialog)->done(QDialog::Accepted);
    });
    QString asked;
    QTimer look;
    connect(&look, &QTimer::timeout, this, [&] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (!box || box->objectName() != QLatin1String("filesInTheWay"))
            return;
        look.stop();
        asked = box->informativeText();
        QTest::keyClick(box, Qt::Key_Return);
    });
    look.start(10ms);
    test.window().files().exportProject();
    QTRY_VERIFY_WITH_TIMEOUT(!said.isEmpty(), 20000);
    QVERIFY2(asked.contains(QLatin1String("README.md")), qPrintable(asked));
    QVERIFY2(said.startsWith(QLatin1String("Nothing was written")), qPrintable(said));
    QCOMPARE(content(readme), QByteArray("mine"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList(QStringLiteral("README.md")));
}

void TestFiles::unreadableFileLeavesWhatIsOpen()
{
    WindowTest test;
    QVERIFY(test.openSample());
    const Api before = test.window().document().api();
    QFile file(test.filePath());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write("{ half") > 0);
    file.close();
    QTRY_VERIFY(test.find<MessageBar>("messageBar")->isVisible());
    QCOMPARE(test.window().document().api(), before);
    QCOMPARE(test.window().document().filePath(), test.filePath());
}

namespace
{

/// Makes the text of a model one that says no design.
void breakText(WindowTest &test)
{
    test.window().selection().open(test.at(QStringLiteral("/components/schemas/Tag")));
    auto *view = test.find<CodeEditor>("openApiSource");
    QTRY_VERIFY(view->text().startsWith(QLatin1String("Tag:")));
    view->setFocus();
    view->setCursorPosition(0, 0);
    QTest::keyClicks(view, QStringLiteral("{"));
}

/// Presses a button of the dialog that is about to be shown.
void answer(const char *dialog, const QString &text)
{
    QTimer::singleShot(0, qApp, [dialog = QLatin1String(dialog), text] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box && box->objectName() == dialog);
        const QList<QAbstractButton *> buttons = box->buttons();
        const auto wanted =
            std::find_if(buttons.begin(), buttons.end(),
                         [&](const QAbstractButton *button) { return button->text() == text; });
        QVERIFY(wanted != buttons.end());
        (*wanted)->click();
    });
}

} // namespace

void TestFiles::unfinishedTextIsNotClosed()
{
    WindowTest test;
    QVERIFY(test.openSample());
    const QByteArray before = content(test.filePath());
    breakText(test);
    // Saving is no way to keep it, and says so.
    QString said;
    connect(&test.window().files(), &FileControl::message, this,
            [&said](const QString &text) { said = text; });
    QVERIFY(test.window().files().save());
    QVERIFY2(said.contains(QLatin1String("without the text of Tag")), qPrintable(said));
    QCOMPARE(content(test.filePath()), before);
    test.window().selection().open(test.at(QStringLiteral("/components/schemas/User")));
    answer("unfinishedText", QStringLiteral("Go On with It"));
    QVERIFY(!test.window().close());
    QVERIFY(test.window().isVisible());
    const auto *view = test.find<CodeEditor>("openApiSource");
    QTRY_VERIFY(view->text().startsWith(QLatin1String("{Tag:")));
    QCOMPARE(test.window().focusWidget(), static_cast<const QWidget *>(view));
    answer("unfinishedText", QStringLiteral("Throw Away"));
    QVERIFY(test.window().close());
}

void TestFiles::unfinishedTextIsNotReadOver()
{
    WindowTest test;
    QVERIFY(test.openSample());
    breakText(test);
    changeOutside(test.filePath());
    QTRY_VERIFY(test.find<MessageBar>("messageBar")->isVisible());
    QTest::mouseClick(button(test, QStringLiteral("Reload")), Qt::LeftButton);
    DesignDocument &document = test.window().document();
    QTRY_COMPARE(document.api().info.title, QStringLiteral("Other shop"));
    QVERIFY(document.drafts().all().isEmpty());
    QTest::mouseClick(button(test, QStringLiteral("Bring Mine Back")), Qt::LeftButton);
    QCOMPARE(document.drafts().all().size(), 1);
    QVERIFY(document.drafts().all().first().text.startsWith("{Tag:"));
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    if (qEnvironmentVariableIsSet(childVariable)) {
        QCoreApplication::setOrganizationName(QStringLiteral("menura"));
        return crash(qEnvironmentVariable(childVariable));
    }
    TestFiles test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_files.moc"
