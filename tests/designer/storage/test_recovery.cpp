#include "designer/model/edits/new_design.h"
#include "designer/storage/file_watch.h"
#include "designer/storage/open_mark.h"
#include "designer/storage/recovery_store.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Design;

class TestRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void liveCopiesAreNoOrphans();
    void copyOfADeadProgramIsFound();
    void lateWriteAfterClearLeavesNothing();
    void copyIsForItsOwnerOnly();
    void folderThatCannotBeWritten();
    void otherFilesAreLeftAlone();
    void copyHasItsWords();
    void unfinishedTextsComeBack();
    void watchTellsOfOthersOnly();
    void watchTellsOfEachFile();
    void watchTellsOfALoss();
    void fileIsOpenOnceOnly();

private:
    static Api design(const QString &title) { return newDesign(title); }
};

static QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

void TestRecovery::watchTellsOfALoss()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(text("api.yaml"));
    const auto write = [&path](const char *content) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) > 0;
    };
    QVERIFY(write("one"));
    FileWatch watch({path});
    QVERIFY(watch.isAsKnown(path));
    QSignalSpy vanished(&watch, &FileWatch::vanished);
    QSignalSpy changed(&watch, &FileWatch::changed);
    // Many programs save by removing the file and writing another one.
    QVERIFY(QFile::remove(path) && write("other"));
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(QFile::remove(path));
    QVERIFY(!watch.isAsKnown(path));
    QTRY_COMPARE(vanished.size(), 1);
    QCOMPARE(changed.size(), 1);
    QVERIFY(write("other")); // somebody puts it back
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(vanished.size(), 1);
}

void TestRecovery::fileIsOpenOnceOnly()
{
    QTemporaryDir folder;
    const QString marks = folder.filePath(text("marks"));
    const QString path = folder.filePath(text("api.yaml"));
    QVERIFY(QFile(path).open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(path, folder.filePath(text("link.yaml"))));
    auto mine = std::make_unique<OpenMark>(marks, path);
    QVERIFY(!mine->isElsewhere());
    QVERIFY(OpenMark(marks, path).isElsewhere());
    QVERIFY(OpenMark(marks, folder.filePath(text("link.yaml"))).isElsewhere());
    QVERIFY(!OpenMark(marks, folder.filePath(text("marks"))).isElsewhere());
    mine.reset();
    QVERIFY(!OpenMark(marks, path).isElsewhere());
    // Where no mark can be made, nothing is said.
    QVERIFY(!OpenMark(path, path).isElsewhere());
}

void TestRecovery::liveCopiesAreNoOrphans()
{
    QTemporaryDir folder;
    RecoveryStore mine(folder.path());
    QCOMPARE(mine.write({design(text("Mine")), {}, text("/tmp/mine.yaml"), text("mine.yaml"), {}},
                        mine.ticket()),
             QString());
    RecoveryStore other(folder.path());
    QVERIFY(other.orphans().isEmpty());
    QVERIFY(mine.orphans().isEmpty());
    mine.clear();
    QVERIFY(QDir(folder.path()).isEmpty());
}

/// What a program leaves that writes this copy and dies: its lock names a process that is not
/// there.
static void dieWith(const QTemporaryDir &folder, const RecoveryCopy &copy)
{
    {
        RecoveryStore dead(folder.path());
        QCOMPARE(dead.write(copy, dead.ticket()), QString());
        const QStringList files = QDir(folder.path()).entryList(QDir::Files);
        for (const QString &file : files)
            QVERIFY(QFile::copy(folder.filePath(file), folder.filePath(text("kept-") + file)));
    }
    QFile lock(
        folder.filePath(QDir(folder.path()).entryList({text("*.lock")}, QDir::Files).value(0)));
    QVERIFY(lock.open(QIODevice::ReadWrite));
    QByteArray content = lock.readAll();
    content.replace(0, content.indexOf('\n'), "99999999");
    QVERIFY(lock.resize(0) && lock.seek(0) && lock.write(content) == content.size());
}

void TestRecovery::copyOfADeadProgramIsFound()
{
    QTemporaryDir folder;
    dieWith(folder, {design(text("Lost")), {}, text("/tmp/lost.yaml"), text("lost.yaml"), {}});
    RecoveryStore store(folder.path());
    const QList<RecoveryStore::Orphan> orphans = store.orphans();
    QCOMPARE(orphans.size(), 1);
    QCOMPARE(orphans.first().path, text("/tmp/lost.yaml"));
    QCOMPARE(orphans.first().name, text("lost.yaml"));
    QVERIFY(orphans.first().time.isValid());
    const OpenedDesign opened = store.read(orphans.first());
    QVERIFY2(opened.ok, qPrintable(opened.errorString));
    QCOMPARE(opened.api.info.title, text("Lost"));
    store.discard(orphans.first());
    QVERIFY(store.orphans().isEmpty());
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestRecovery::lateWriteAfterClearLeavesNothing()
{
    QTemporaryDir folder;
    RecoveryStore store(folder.path());
    const int ticket = store.ticket();
    store.clear();
    QCOMPARE(store.write({design(text("Late")), {}, {}, {}, {}}, ticket), QString());
    QVERIFY(QDir(folder.path()).isEmpty());
    store.write({design(text("Now")), {}, {}, {}, {}}, store.ticket());
    QVERIFY(!QDir(folder.path()).isEmpty());
}

void TestRecovery::copyIsForItsOwnerOnly()
{
    QTemporaryDir folder;
    RecoveryStore store(folder.path());
    store.write({design(text("Secret")), {}, {}, {}, {}}, store.ticket());
    const QFileInfoList files =
        QDir(folder.path()).entryInfoList({text("*.yaml"), text("*.json")}, QDir::Files);
    QCOMPARE(files.size(), 2);
    for (const QFileInfo &file : files)
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestRecovery::folderThatCannotBeWritten()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(text("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    RecoveryStore store(folder.filePath(text("file/below")));
    QVERIFY(
        store.write({design(text("t")), {}, {}, {}, {}}, store.ticket()).contains(text("below")));
    QVERIFY(store.orphans().isEmpty());
}

void TestRecovery::otherFilesAreLeftAlone()
{
    QTemporaryDir folder;
    QFile broken(folder.filePath(text("broken.yaml")));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{ no") > 0);
    broken.close();
    RecoveryStore store(folder.path());
    QCOMPARE(store.orphans().size(), 1);
    QVERIFY(!store.read(store.orphans().first()).ok);
    store.write({design(text("t")), {}, {}, {}, {}}, store.ticket());
    store.clear();
    QVERIFY(QFile::exists(folder.filePath(text("broken.yaml"))));
}

void TestRecovery::watchTellsOfOthersOnly()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(text("design.yaml"));
    QCOMPARE(saveDesign(design(text("One")), path), QString());
    FileWatch watch({path});
    QSignalSpy changed(&watch, &FileWatch::changed);
    QCOMPARE(saveDesign(design(text("Two")), path), QString());
    watch.accept(); // it was this program
    QVERIFY(!changed.wait(300));
    QCOMPARE(saveDesign(design(text("Three")), path), QString());
    QVERIFY(changed.count() > 0 || changed.wait(5000));
}

/// Also of one that is only made later, in another folder.
void TestRecovery::watchTellsOfEachFile()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(text("more")));
    const QString first = folder.filePath(text("one.yaml"));
    const QString second = folder.filePath(text("more/two.yaml"));
    const QString third = folder.filePath(text("three.yaml"));
    QCOMPARE(saveDesign(design(text("One")), first), QString());
    FileWatch watch({first, second});
    QSignalSpy changed(&watch, &FileWatch::changed);
    const auto isTold = [&changed] {
        const bool isNow = changed.count() > 0 || changed.wait(20'000);
        changed.clear();
        return isNow;
    };
    QCOMPARE(saveDesign(design(text("Two")), second), QString());
    QVERIFY(isTold());
    QCOMPARE(saveDesign(design(text("Another")), second), QString());
    QVERIFY(isTold());
    QCOMPARE(saveDesign(design(text("Three")), third), QString());
    QVERIFY(!changed.wait(300));
    watch.setPaths({second, third});
    QCOMPARE(saveDesign(design(text("One of them")), first), QString());
    QVERIFY(!changed.wait(300));
    QCOMPARE(saveDesign(design(text("Three again")), third), QString());
    QVERIFY(isTold());
}

void TestRecovery::copyHasItsWords()
{
    QTemporaryDir folder;
    const Wording wording{"# by hand\n" + designText(design(text("Mine")), FileFormat::Yaml),
                          FileFormat::Yaml};
    const QByteArray expected = QByteArray(wording.text).replace("Mine", "Yours");
    {
        RecoveryStore dead(folder.path());
        QCOMPARE(
            dead.write({design(text("Yours")), wording, text("/tmp/a.yaml"), text("a.yaml"), {}},
                       dead.ticket()),
            QString());
        QFile copy(QDir(folder.path()).entryInfoList({text("*.yaml")}).value(0).filePath());
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), expected);
    }
}

void TestRecovery::unfinishedTextsComeBack()
{
    QTemporaryDir folder;
    const QList<UnfinishedText> unfinished{
        {std::nullopt, FileFormat::Json, "{ \"open\": \"\u00e9\", ", {}},
        {QString(), FileFormat::Yaml, "info: [\n", Json(JsonObject{{text("info"), 1.0}})},
        {text("/paths/~1a/get"), FileFormat::Yaml, "/a:\n  get: {\n", Json(text("before"))},
    };
    dieWith(folder, {design(text("Lost")), {}, {}, text("Lost"), unfinished});
    RecoveryStore store(folder.path());
    const QList<RecoveryStore::Orphan> orphans = store.orphans();
    QCOMPARE(orphans.size(), 1);
    QVERIFY(orphans.first().unfinished == unfinished);
}

QTEST_GUILESS_MAIN(TestRecovery)
#include "test_recovery.moc"
