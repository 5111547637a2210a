#include "app/studio/actions.h"
#include "app/studio/files/file_control.h"
#include "app/studio/message_bar.h"
#include "app/studio/tabs/editor_tabs.h"
#include "designer/editors/cell_view.h"
#include "designer/itemmodels/cell_table.h"
#include "designer/itemmodels/navigator_model.h"
#include "designer/looks/code_editor.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/storage/recovery_store.h"
#include "tests/studio/window_test.h"
#include "tests/support/file_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Design;

/// A design of several files in the window: all of it is shown, and nothing but its own file is
/// written.
class TestSeveralFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsWhatStandsWhere();
    void savesItsOwnFileOnly();
    void refusesWhatStandsElsewhere();
    void offersNothingNewWhereItStandsElsewhere();
    void followsTheFiles();
    void keepsOwnWorkWhenAFileChanges();
    void brokenFileLeavesWhatIsOpen();
    void textOfTheDocument();
    void textOfAnItem();
    void savedElsewhereIsOneFile();
    void recoveredDesignHasItsFiles();

private:
    DesignDocument &document() { return m_test->window().document(); }
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    QByteArray content(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const char *name, const QByteArray &text)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    QMap<QString, QByteArray> allFiles() const
    {
        QMap<QString, QByteArray> all;
        QDirIterator files(m_folder->path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.fileName().endsWith(QLatin1String(".bak")) && file.open(QIODevice::ReadOnly))
                all.insert(QDir(m_folder->path()).relativeFilePath(file.fileName()),
                           file.readAll());
        }
        return all;
    }
    const Schema *model(QStringView name) { return document().api().components.schemas.find(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowTest> m_test;
};

void TestSeveralFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(copyFiles(QDir(QStringLiteral(MENURA_SOURCE_DIR "/tests/data/files/redocly")),
                      QDir(m_folder->path())));
    m_test = std::make_unique<WindowTest>();
    QVERIFY(m_test->window().files().openFile(path("openapi.yaml")));
    QVERIFY(m_test->window().files().isReading()); // beside, however many files there are
    QTRY_COMPARE(document().filePath(), path("openapi.yaml"));
    m_test->window().show();
}

void TestSeveralFiles::showsWhatStandsWhere()
{
    QVERIFY(model(u"Pet")->has(Keyword::Properties));
    QVERIFY(model(u"Owner"));
    QCOMPARE(document().fileOf(model(u"Owner")->id()),
             QStringLiteral("components/schemas/people.yaml"));
    QCOMPARE(document().fileOf(model(u"Kind")->id()), QString());
    const NavigatorModel navigator(document());
    const QModelIndex row = navigator.indexOf(m_test->at(QStringLiteral("/paths/~1pets/post")));
    QCOMPARE(row.data().toString(), QStringLiteral("POST /pets"));
    QCOMPARE(row.data(Qt::ToolTipRole).toString(), QStringLiteral("Stands in paths/pets.yaml"));

    const auto notes = [this] {
        QStringList texts;
        for (const QLabel *label :
             m_test->window().findChildren<QLabel *>(QStringLiteral("originNote"))) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts;
    };
    m_test->window().selection().open(model(u"Owner")->id());
    QTRY_COMPARE(notes(), QStringList{QStringLiteral(
                              "This stands in the file components/schemas/people.yaml and is "
                              "changed there.")});
    m_test->window().selection().open(model(u"Kind")->id());
    QTRY_COMPARE(notes(), QStringList());
}

void TestSeveralFiles::savesItsOwnFileOnly()
{
    const QMap<QString, QByteArray> before = allFiles();
    QVERIFY(document().save());
    QCOMPARE(allFiles(), before);
    document().edit(QStringLiteral("Title"), [](Api &api) { api.info.title += u'!'; });
    QVERIFY(document().save());
    QMap<QString, QByteArray> expected = before;
    expected[QStringLiteral("openapi.yaml")].replace("title: Pets", "title: Pets!");
    QCOMPARE(allFiles(), expected);
    document().undoStack()->undo();
    QVERIFY(document().save());
    QCOMPARE(allFiles(), before);
}

void TestSeveralFiles::refusesWhatStandsElsewhere()
{
    const Api before = document().api();
    document().edit(QStringLiteral("Rename"), [](Api &api) {
        renameSchema(api, api.components.schemas.find(u"Kind")->id(), QStringLiteral("Sort"));
    });
    auto *bar = m_test->find<MessageBar>("messageBar");
    QVERIFY(bar->isVisible() && bar->text().contains(QStringLiteral("“Kind” is used by other")));
    document().edit(QStringLiteral("Title"), [](Api &api) {
        editSchema(api, api.components.schemas.find(u"Tag")->id(),
                   [](Schema &schema) { schema.set(Keyword::Title, QStringLiteral("x")); });
    });
    QVERIFY(bar->text().contains(QLatin1String("components/schemas/Tag.json")));
    QVERIFY(bar->findChild<QPushButton *>());
    QCOMPARE(document().api(), before);
    QVERIFY(!document().isModified() && !document().undoStack()->canUndo());
}

void TestSeveralFiles::offersNothingNewWhereItStandsElsewhere()
{
    const auto newRows = [this](NodeId node) {
        m_test->window().selection().open(node);
        int count = 0;
        for (const CellView *view : m_test->window().tabs().findChildren<CellView *>()) {
            const auto *table = dynamic_cast<const CellTable *>(view->model());
            if (!view->isVisible() || !table)
                continue;
            for (QModelIndex row = view->model()->index(0, 0); row.isValid();
                 row = view->indexBelow(row))
                count += table->isNewRow(row) ? 1 : 0;
        }
        return count;
    };
    const NodeId route = m_test->at(QStringLiteral("/paths/~1pets/post"));
    QVERIFY(!document().fileOf(route).isEmpty());
    QTRY_COMPARE(newRows(model(u"Owner")->id()), 0);
    QTRY_COMPARE(newRows(route), 0);
    QTRY_COMPARE(newRows(model(u"Kind")->id()), 0); // no object
    const QTemporaryDir elsewhere;
    QVERIFY(document().saveAs(elsewhere.filePath(QStringLiteral("one.yaml"))));
    QTRY_COMPARE(newRows(model(u"Owner")->id()), 1);
    QTRY_VERIFY(newRows(m_test->at(QStringLiteral("/paths/~1pets/post"))) > 3);
}

void TestSeveralFiles::followsTheFiles()
{
    write("components/schemas/Tag.json", R"({"type": "string", "maxLength": 77})");
    QTRY_COMPARE_WITH_TIMEOUT(model(u"Tag")->value(Keyword::MaxLength), Json(77), 20'000);
    QVERIFY(!document().isModified());
}

void TestSeveralFiles::keepsOwnWorkWhenAFileChanges()
{
    document().edit(QStringLiteral("Title"),
                    [](Api &api) { api.info.title = QStringLiteral("Mine"); });
    write("components/schemas/Tag.json", R"({"type": "string", "maxLength": 77})");
    QTRY_COMPARE_WITH_TIMEOUT(model(u"Tag")->value(Keyword::MaxLength), Json(77), 20'000);
    QCOMPARE(document().api().info.title, QStringLiteral("Mine"));
    const QByteArray before = content("openapi.yaml");
    QVERIFY(document().save());
    QCOMPARE(content("openapi.yaml"), QByteArray(before).replace("title: Pets", "title: Mine"));
}

void TestSeveralFiles::brokenFileLeavesWhatIsOpen()
{
    const Api before = document().api();
    write("components/schemas/Tag.json", "{\"type\":");
    auto *bar = m_test->find<MessageBar>("messageBar");
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), 20'000);
    QVERIFY(bar->text().contains(QLatin1String("components/schemas/Tag.json")));
    QCOMPARE(document().api(), before);
}

/// The text is that of the file, and a reference that is typed into it is followed.
void TestSeveralFiles::textOfTheDocument()
{
    m_test->window().actions()[ActionId::ShowDocument]->trigger();
    auto *view = m_test->find<CodeEditor>("openApiSource");
    const QString text = QString::fromUtf8(content("openapi.yaml"));
    QTRY_COMPARE(view->text(), text);
    const QString line = QStringLiteral("    Label: {$ref: components/schemas/Tag.json}\n");
    const QString typed =
        QString(text).replace(QLatin1String("    Kind:"), line + QLatin1String("    Kind:"));
    view->setFocus();
    view->setCursorPosition(static_cast<int>(text.left(text.indexOf(u"    Kind:")).count(u'\n')),
                            0);
    view->insert(line);
    QTRY_VERIFY(model(u"Label") && model(u"Label")->has(Keyword::MaxLength));
    QVERIFY(!model(u"Tag"));
    QVERIFY(document().save());
    QCOMPARE(QString::fromUtf8(content("openapi.yaml")), typed);
}

/// What stands in another file can be read only; in its own, references are as they are written.
void TestSeveralFiles::textOfAnItem()
{
    auto *view = m_test->find<CodeEditor>("openApiSource");
    m_test->window().selection().open(model(u"Tag")->id());
    QTRY_VERIFY(view->text().startsWith(QLatin1String("Tag:")));
    QVERIFY(view->isReadOnly());
    m_test->window().selection().open(model(u"Kind")->id());
    QTRY_VERIFY(view->text().startsWith(QLatin1String("Kind: # our own")));
    QVERIFY(!view->isReadOnly());
    // A name that other files use stays; what was typed is not lost, and not taken.
    const Api before = document().api();
    view->setFocus();
    view->setCursorPosition(0, 0);
    QTest::keyClicks(view, QStringLiteral("X"));
    QTRY_COMPARE(document().drafts().all().size(), 1);
    QCOMPARE(document().api(), before);
    QVERIFY(view->text().startsWith(QLatin1String("XKind:")));
}

void TestSeveralFiles::savedElsewhereIsOneFile()
{
    const QTemporaryDir other;
    const QString file = other.filePath(QStringLiteral("one.yaml"));
    QVERIFY(document().saveAs(file));
    const OpenedDesign one = openDesign(file);
    QVERIFY(one.ok && !one.inclusions);
    QVERIFY(one.api.components.schemas.find(u"Owner"));
    QVERIFY(one.text.startsWith("# The design's own file"));
    // It is its own now.
    document().edit(QStringLiteral("Rename"), [](Api &api) {
        renameSchema(api, api.components.schemas.find(u"Owner")->id(), QStringLiteral("Person"));
    });
    QVERIFY(model(u"Person") && document().save());
}

void TestSeveralFiles::recoveredDesignHasItsFiles()
{
    const QTemporaryDir folder;
    document().edit(QStringLiteral("Title"),
                    [](Api &api) { api.info.title = QStringLiteral("Mine"); });
    RecoveryStore store(folder.path());
    QCOMPARE(store.write({document().api(),
                          document().wording(),
                          document().filePath(),
                          QStringLiteral("x"),
                          {}},
                         store.ticket()),
             QString());
    QDirIterator files(folder.path(), {QStringLiteral("*.yaml")});
    QVERIFY(files.hasNext());
    const OpenedDesign copy = openDesign(files.next(), document().filePath());
    QVERIFY(copy.ok && copy.inclusions);
    QCOMPARE(copy.api.info.title, QStringLiteral("Mine"));
    QVERIFY(copy.api.components.schemas.find(u"Owner"));
}

QTEST_MAIN(TestSeveralFiles)

#include "test_several_files.moc"
