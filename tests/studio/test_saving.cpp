#include "app/studio/files/file_control.h"
#include "app/studio/message_bar.h"
#include "designer/model/edits/schema_edits.h"
#include "tests/studio/window_test.h"

#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Design;

/// A design that takes a while to be written is written beside the window.
class TestSaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_test.reset(); }
    void workGoesOnMeanwhile();
    void whatIsAskedForMeanwhileIsSavedToo();
    void closingWaitsForTheFile();
    void closingSavesAndWaits();
    void anotherNameWaitsForItsTurn();
    void fullDiskIsSaid();
    void ownWritingIsNoOtherProgram();

private:
    DesignDocument &document() const { return m_test->window().document(); }
    FileControl &files() const { return m_test->window().files(); }
    void addModel(const char *name) const
    {
        document().edit(QStringLiteral("Add a model"),
                        [name](Api &api) { addSchema(api, QString::fromLatin1(name)); });
    }
    QByteArray content(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool waitForEnd() const
    {
        return QTest::qWaitFor([this] { return !files().isSaving(); }, 30000);
    }

    std::unique_ptr<WindowTest> m_test;
    QString m_path;
};

void TestSaving::init()
{
    m_test = std::make_unique<WindowTest>();
    QByteArray text =
        "openapi: 3.1.0\ninfo: {title: Large, version: '1'}\ncomponents:\n  schemas:\n";
    for (int i = 0; i < 4000; ++i)
        text += "    Model" + QByteArray::number(i) +
                ":\n      type: object\n      properties:\n        name: {type: string}\n"
                "        size: {type: integer}\n";
    m_path = m_test->filePath();
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    file.close();
    m_test->window().show();
    QVERIFY(QTest::qWaitForWindowActive(&m_test->window()));
    QVERIFY(files().openFile(m_path));
    QTRY_COMPARE_WITH_TIMEOUT(document().filePath(), m_path, 30000);
    addModel("First");
}

void TestSaving::workGoesOnMeanwhile()
{
    m_test->window().actions()[ActionId::Save]->trigger();
    QVERIFY(files().isSaving());
    addModel("Second");
    QVERIFY(waitForEnd());
    QVERIFY(content(m_path).contains("First:"));
    QVERIFY(!content(m_path).contains("Second:"));
    QVERIFY(document().isModified());
    document().undoStack()->undo();
    QVERIFY(document().isModified()); // rather asked once too often
    QVERIFY(files().save());
    QVERIFY(waitForEnd());
    QVERIFY(!document().isModified());
    QCOMPARE(content(m_path), document().fileText());
}

void TestSaving::whatIsAskedForMeanwhileIsSavedToo()
{
    QVERIFY(files().save());
    addModel("Second");
    QVERIFY(files().save());
    QVERIFY(files().save());
    QVERIFY(waitForEnd());
    QVERIFY(content(m_path).contains("Second:"));
    QVERIFY(!document().isModified());
}

void TestSaving::closingWaitsForTheFile()
{
    QVERIFY(files().save());
    QVERIFY(m_test->window().close());
    QVERIFY(!files().isSaving());
    QVERIFY(content(m_path).contains("First:"));
}

void TestSaving::closingSavesAndWaits()
{
    QTimer::singleShot(0, [] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box);
        QTest::mouseClick(box->button(QMessageBox::Save), Qt::LeftButton);
    });
    QVERIFY(m_test->window().close());
    QVERIFY(!document().isModified());
    QVERIFY(content(m_path).contains("First:"));
}

void TestSaving::anotherNameWaitsForItsTurn()
{
    DesignDocument &saved = document();
    QVERIFY(files().save());
    const QString other = m_path + QStringLiteral(".json");
    QVERIFY(files().saveTo(other));
    QVERIFY(waitForEnd());
    QCOMPARE(saved.filePath(), other);
    QVERIFY(content(m_path).contains("First:"));
    QVERIFY(content(other).startsWith('{'));
    QVERIFY(!saved.isModified());
}

void TestSaving::fullDiskIsSaid()
{
    QSignalSpy failed(&files(), &FileControl::failed);
    const QByteArray before = content(m_path);
    QVERIFY(files().saveTo(QStringLiteral("/dev/full/no.yaml")));
    QVERIFY(waitForEnd());
    QCOMPARE(failed.size(), 1);
    QVERIFY(document().isModified());
    QCOMPARE(document().filePath(), m_path);
    QCOMPARE(content(m_path), before);
}

/// The watch on the file sees it change before the window knows what is in it.
void TestSaving::ownWritingIsNoOtherProgram()
{
    const DesignDocument::Saving saving = document().startSaving(m_path);
    const DesignDocument::Saved saved = DesignDocument::write(saving);
    QTest::qWait(300);
    const auto *bar = m_test->find<MessageBar>("messageBar");
    QVERIFY(!bar->isVisible());
    addModel("Second");
    QVERIFY(document().finishSaving(saving, saved));
    QTest::qWait(300);
    QVERIFY(!bar->isVisible());
    QVERIFY(files().save());
    QVERIFY(waitForEnd());
    QVERIFY(content(m_path).contains("Second:"));
}

QTEST_MAIN(TestSaving)
#include "test_saving.moc"
