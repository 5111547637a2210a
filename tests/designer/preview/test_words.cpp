#include "designer/model/edits/schema_edits.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/openapi/typed_text.h"
#include "designer/preview/item_words.h"
#include "designer/text/yaml/yaml_reader.h"
#include "tests/designer/preview/shop_text.h"
#include "tests/designer/preview/source_pane_test.h"
#include "tests/support/memory_in_use.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Design;

/// What is typed is what is saved: comments, quotes, blank lines and style too.
class TestWords : public SourcePaneTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { close(); }
    void wordsAreSaved_data();
    void wordsAreSaved();
    void wordsOfTheFileAreShown();
    void wordsOutliveEditsOfTheForm();
    void wordsOutliveANewName();
    void wordsBelongToTheirStep();
    void wordsTypedAndTakenBackAreNoStep();
    void newDesignHasWordsToo();
    void savedInAnotherFormatAndBack();
    void jsonOfAYamlFileIsOnlyAView();
    void keystrokesInALargeDesignTakeLittleMemory_data();
    void keystrokesInALargeDesignTakeLittleMemory();

private:
    QString path(const char *suffix = "yaml") const
    {
        return m_folder->filePath(QStringLiteral("shop.") + QLatin1String(suffix));
    }
    QByteArray content(const char *suffix = "yaml") const
    {
        QFile file(path(suffix));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void load(const QByteArray &text, const char *suffix = "yaml");
    void describe(const char *text)
    {
        const NodeId item = at("/components/schemas/Item");
        m_document->edit(QStringLiteral("Describe"), [&](Api &api) {
            editSchema(api, item, [&](Schema &schema) {
                schema.set(Keyword::Description, QString::fromUtf8(text));
            });
        });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestWords::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void TestWords::load(const QByteArray &text, const char *suffix)
{
    QFile file(path(suffix));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    QVERIFY(m_document->load(path(suffix)));
    m_selection->select(at("/components/schemas/Item"));
    m_pane->setFormat(formatOfFile(path(suffix)));
    QTRY_VERIFY(m_pane->source()->shownText().contains(QLatin1String("Item")));
}

void TestWords::wordsAreSaved_data()
{
    QTest::addColumn<QByteArray>("pointer"); // empty: the whole document
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("typed"); // behind it, or over it when it begins with "="
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *pointer, const char *from, const char *typed,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(pointer) << QByteArray(from) << QByteArray(typed)
                            << QByteArray(expected);
    };
    const auto *const item = "/components/schemas/Item";
    const auto *const post = "/paths/~1items~1/post";
    row("comment beside", item, "type: object", " # all of it", "type: object # all of it");
    row("comment on its own line", item, "minLength: 1", "\n# not empty",
        "minLength: 1\n          # not empty");
    row("comment at the end", item, "- name", "\n# and no more", "- name\n        # and no more");
    row("comment above", item, "", "# What is sold.\n", "    # What is sold.\n    Item:");
    row("blank line", item, "type: object", "\n", "type: object\n      \n      properties");
    row("quotes", item, "type: object", "=type: \"object\"", "    Item:\n      type: \"object\"");
    row("route", post, "operationId: create_item", " # once", "create_item # once");
    row("above a method", post, "/items/:", "\n# makes one", "    # makes one\n    post:");
    row("above a path", post, "", "# all there is\n",
        "paths:\n  # all there is\n  /items/:\n    get");
    row("what is said about the whole", "/info", "version: 1.0.0", " # the first",
        "version: 1.0.0 # the first");
    row("whole, comment", "", "paths:", " # two", "paths: # two");
    row("whole, style", "", "version: 1.0.0", "=version: '1.0.0'", "version: '1.0.0'");
    row("whole, at the end", "", "    Kind:", "  # last", "    Kind:  # last");
}

void TestWords::wordsAreSaved()
{
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, expected);
    load(shopText);
    if (pointer.isEmpty())
        m_pane->setScope(PreviewScope::Document);
    else
        m_selection->select(at(pointer.constData()));
    QTRY_VERIFY(m_pane->source()->shownText().contains(QString::fromUtf8(from)));
    if (typed.startsWith('='))
        typeOver(from.constData(), typed.constData() + 1);
    else
        typeBehind(from.constData(), typed.constData());
    const QByteArray shown = view()->utf8();
    QTRY_VERIFY(m_document->isModified());
    QVERIFY(m_document->undoStack()->undoText().contains(QLatin1String("as text")));
    QCOMPARE(m_document->undoStack()->count(), 1);
    QTest::qWait(200); // the pane catches up with the design
    QCOMPARE(view()->utf8(), shown);
    QVERIFY(m_document->save());
    const QByteArray saved = content();
    QVERIFY2(saved.contains(expected), saved.constData());
    QCOMPARE(written(), QString::fromUtf8(shopText)); // they say the same as ever
    // Opened again it looks as it was typed, and nothing is left to be saved.
    QVERIFY(m_document->load(path()));
    m_selection->select(pointer.isEmpty() ? NodeId::None : at(pointer.constData()));
    QTRY_COMPARE(view()->utf8(), shown);
    QVERIFY(m_document->save());
    QCOMPARE(content(), saved);
}

void TestWords::wordsOfTheFileAreShown()
{
    QByteArray text = shopText;
    text.replace("paths:\n", "# What can be asked.\npaths:\n");
    text.replace("    Item:\n", "    # What is sold.\n    Item: # and bought\n");
    load(text);
    QTRY_VERIFY(view()->text().startsWith(QLatin1String("# What is sold.\nItem: # and bought\n")));
    m_pane->setScope(PreviewScope::Document);
    QTRY_COMPARE(view()->utf8(), text);
    // An edit of the text changes its own line; all of it is what is saved.
    typeBehind("minLength: 1", "7");
    text.replace("minLength: 1", "minLength: 17");
    QTRY_VERIFY(m_document->isModified());
    QTest::qWait(300);
    QCOMPARE(view()->utf8(), text);
    QVERIFY(m_document->save());
    QCOMPARE(content(), text);
}

void TestWords::wordsOutliveEditsOfTheForm()
{
    load(shopText);
    typeBehind("type: object", " # all of it");
    QTRY_VERIFY(m_document->isModified());
    describe("A thing");
    QTRY_VERIFY(view()->text().contains(QLatin1String("description: A thing")));
    QVERIFY(view()->text().contains(QLatin1String("type: object # all of it\n")));
    QVERIFY(m_document->save());
    QByteArray expected = shopText;
    expected.replace("type: object\n", "type: object # all of it\n");
    expected.replace("        - name\n    Kind",
                     "        - name\n      description: A thing\n    Kind");
    QCOMPARE(content(), expected);
    // Saved in between or not, undo brings back the words of its time.
    m_document->undoStack()->undo();
    m_document->undoStack()->undo();
    QVERIFY(m_document->save());
    QCOMPARE(content(), QByteArray(shopText));
    m_document->undoStack()->redo();
    m_document->undoStack()->redo();
    QVERIFY(m_document->save());
    QCOMPARE(content(), expected);
}

void TestWords::wordsOutliveANewName()
{
    load(shopText);
    typeBehind("type: object", " # all of it");
    QTRY_VERIFY(m_document->isModified());
    const NodeId item = at("/components/schemas/Item");
    m_document->edit(QStringLiteral("Rename"),
                     [item](Api &api) { renameSchema(api, item, QStringLiteral("Thing")); });
    QTRY_VERIFY(view()->text().startsWith(QLatin1String("Thing:\n  type: object # all of it\n")));
    typeBehind("minLength: 1", " # at least");
    typeOver("Thing:", "Article:");
    QTRY_VERIFY(written().contains(QLatin1String("schemas/Article'")));
    QVERIFY(m_document->save());
    QVERIFY(content().contains("    Article:\n      type: object # all of it\n"));
    QVERIFY(content().contains("minLength: 1 # at least\n"));
}

void TestWords::wordsBelongToTheirStep()
{
    load(shopText);
    typeBehind("type: object", " # one");
    QTRY_VERIFY(m_document->isModified());
    m_document->finishMerging();
    typeBehind("# one", " and two");
    QTRY_COMPARE(m_document->undoStack()->count(), 2);
    QCOMPARE(m_document->undoStack()->undoText(), QStringLiteral("Edit Item as text"));
    m_document->undoStack()->undo();
    QTRY_VERIFY(view()->text().contains(QLatin1String("type: object # one\n")));
    m_document->undoStack()->undo();
    QTRY_VERIFY(view()->text().contains(QLatin1String("type: object\n")));
    QVERIFY(!m_document->isModified());
    m_document->undoStack()->redo();
    m_document->undoStack()->redo();
    QTRY_VERIFY(view()->text().contains(QLatin1String("type: object # one and two\n")));
    // An undo shows its place, also when nothing but words went.
    m_selection->select(at("/components/schemas/Kind"));
    NodeId revealed{};
    connect(m_document.get(), &DesignDocument::revealRequested, this,
            [&revealed](NodeId node) { revealed = node; });
    m_document->undoStack()->undo();
    QCOMPARE(revealed, at("/components/schemas/Item"));
}

void TestWords::wordsTypedAndTakenBackAreNoStep()
{
    load(shopText);
    typeBehind("type: object", " #");
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(view(), Qt::Key_Backspace);
    m_document->finishTyping();
    QVERIFY(!m_document->isModified());
}

void TestWords::newDesignHasWordsToo()
{
    typeBehind("type: object", " # all of it");
    m_document->finishTyping();
    describe("A thing");
    QVERIFY(m_document->saveAs(path()));
    QByteArray expected = shopText;
    expected.replace("type: object\n", "type: object # all of it\n");
    expected.replace("        - name\n    Kind",
                     "        - name\n      description: A thing\n    Kind");
    QCOMPARE(content(), expected);
}

void TestWords::savedInAnotherFormatAndBack()
{
    load(shopText);
    QVERIFY(m_document->saveAs(path("json")));
    QByteArray expected = content("json");
    QVERIFY(expected.startsWith("{\n  \"openapi\": \"3.1.0\",\n"));
    m_pane->setFormat(FileFormat::Json);
    QTRY_VERIFY(view()->text().contains(QLatin1String("\"type\": \"object\",")));
    typeBehind("\"type\": \"object\",", "\n\n");
    QTRY_VERIFY(m_document->isModified());
    QVERIFY(m_document->save());
    expected.replace("\"object\",\n        \"properties\"",
                     "\"object\",\n        \n        \n        \"properties\"");
    QCOMPARE(content("json"), expected);
    describe("A thing");
    QVERIFY(m_document->save());
    expected.replace("          \"name\"\n        ]\n",
                     "          \"name\"\n        ],\n        \"description\": \"A thing\"\n");
    QCOMPARE(content("json"), expected);
}

void TestWords::jsonOfAYamlFileIsOnlyAView()
{
    QByteArray text = shopText;
    text.replace("paths:\n", "# What can be asked.\npaths:\n");
    load(text);
    m_pane->setFormat(FileFormat::Json);
    QTRY_VERIFY(view()->text().contains(QLatin1String("\"minLength\": 1")));
    typeBehind("\"minLength\": 1", "7");
    QTRY_VERIFY(m_document->isModified());
    QVERIFY(m_document->save());
    text.replace("minLength: 1", "minLength: 17");
    QCOMPARE(content(), text);
}

void TestWords::keystrokesInALargeDesignTakeLittleMemory_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<int>("keystrokes");
    QTest::newRow("in a model") << QStringLiteral("/components/schemas/simple-user") << 3;
    QTest::newRow("in the whole document") << QString() << 2;
}

/// GitHub's API as YAML, which is 13 MB as a file and far more as a design.
void TestWords::keystrokesInALargeDesignTakeLittleMemory()
{
    QFETCH(QString, place);
    QFETCH(int, keystrokes);
    const QString github = QStringLiteral(MENURA_GITHUB_API);
    if (!QFile::exists(github) || memoryInUse() == 0)
        QSKIP("GitHub's document, or how much memory is used, is not known here");
    close(); // it would follow
    m_document = std::make_unique<DesignDocument>();
    const QByteArray file = designText(openDesign(github).api, FileFormat::Yaml);
    m_document->reset(readOpenApi(file).api, {file, FileFormat::Yaml});
    const NodeId item = place.isEmpty() ? NodeId::None : m_document->index().nodeAt(place);
    const SourceText shown =
        item == NodeId::None
            ? SourceText::ofDocument(m_document->api(), FileFormat::Yaml)
            : SourceText::ofPart(writeNode(m_document->api(), item), place, FileFormat::Yaml);
    const QByteArray word = item == NodeId::None ? "version: 23.0.2" : "title: Simple User";
    QVERIFY(shown.text().contains(word));
    const auto type = [&](int i) {
        QByteArray text = shown.text();
        text.replace(text.indexOf(word), word.size(), word + QByteArray::number(i));
        const TypedText typed = takeText(m_document->api(), item, readYaml(text));
        QVERIFY(typed.ok);
        const Wording words =
            typedWording(m_document->wording(), typed.api, item, FileFormat::Yaml, text);
        m_document->finishMerging();
        m_document->editText(QStringLiteral("Type"), typed.api, words);
    };
    type(0); // the first takes what the work itself needs
    const qint64 before = memoryInUse();
    for (int i = 1; i <= keystrokes; ++i)
        type(i);
    QCOMPARE(m_document->undoStack()->count(), keystrokes + 1);
    const qint64 each = (memoryInUse() - before) / keystrokes / 1024;
    qInfo("each keystroke keeps %lld KiB", each);
    QVERIFY2(each < 6000, qPrintable(QString::number(each)));
}

QTEST_MAIN(TestWords)
#include "test_words.moc"
