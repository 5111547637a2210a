#include "designer/document/design_document.h"
#include "designer/looks/code_editor.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/preview/preview_pane.h"
#include "designer/text/yaml_writer.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Design;

/// The text beside the form is a second way to edit the design.
class TestTyping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void typingEditsTheDesign_data();
    void typingEditsTheDesign();
    void identitiesStay();
    void burstIsOneStep();
    void errorsAreMarkedWhileTyping_data();
    void errorsAreMarkedWhileTyping();
    void lastGoodDesignStays();
    void ownWordsStayUntilTheDesignDiffers();
    void editOfTheFormReachesTheTyped();
    void undoInABrokenTextIsItsOwn();
    void brokenTextWaitsForItsReturn();
    void renamedModelIsFollowed();
    void methodAndPathCanBeTyped();
    void wholeDocumentCanBeTyped();
    void commentsOfTheFileAreShown();
    void headCanBeTyped();
    void textInAnotherItemIsRefused();
    void foldsAndScrollStay();
    void problemsAreMarked();
    void selectionIsEditedAsText();

private:
    NodeId at(const char *pointer) const
    {
        return m_document->index().nodeAt(QString::fromUtf8(pointer));
    }
    CodeEditor *view() const { return m_pane->source()->view(); }
    /// Puts the cursor behind the first occurrence of a text and types.
    void typeBehind(const char *text, const char *typed, bool behindLine = false);
    /// Replaces text in the view by keys: selects it and types over it.
    void typeOver(const char *text, const char *typed);
    QString written() const
    {
        return QString::fromUtf8(designText(m_document->api(), FileFormat::Yaml));
    }
    QString message() const;

    std::unique_ptr<DesignDocument> m_document;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<PreviewPane> m_pane;
};

static const char *const shopText = R"(openapi: 3.1.0
info:
  title: Shop
  version: 1.0.0
paths:
  /items/:
    get:
      operationId: list_items
      responses:
        '200':
          description: The items
    post:
      operationId: create_item
      requestBody:
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/Item'
      responses:
        '201':
          description: The item
components:
  schemas:
    Item:
      type: object
      properties:
        name:
          type: string
          minLength: 1
        kind:
          $ref: '#/components/schemas/Kind'
      required:
        - name
    Kind:
      type: string
)";

void TestTyping::init()
{
    m_document = std::make_unique<DesignDocument>();
    m_selection = std::make_unique<Selection>();
    const LoadedApi loaded = readOpenApi(QByteArray(shopText));
    QVERIFY(loaded.ok);
    m_document->reset(loaded.api);
    m_selection->select(at("/components/schemas/Item"));
    m_pane = std::make_unique<PreviewPane>(*m_document, *m_selection);
    m_pane->resize(500, 400);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    view()->setFocus();
    QTRY_VERIFY(m_pane->source()->shownText().contains(QLatin1String("Item")));
}

void TestTyping::cleanup()
{
    m_pane.reset();
    m_selection.reset();
    m_document.reset();
}

void TestTyping::typeBehind(const char *text, const char *typed, bool behindLine)
{
    const QString wanted = QString::fromUtf8(text);
    for (int line = 0; line < view()->lines(); ++line) {
        const auto found = view()->text(line).indexOf(wanted);
        if (found < 0)
            continue;
        const auto column = behindLine
                                ? view()->text(line).trimmed().size() + view()->indentation(line)
                                : found + wanted.size();
        view()->setCursorPosition(line, static_cast<int>(column));
        for (const char *key = typed; *key; ++key) {
            if (*key == '\n')
                QTest::keyClick(view(), Qt::Key_Return);
            else
                QTest::keyClick(view(), *key);
        }
        return;
    }
    QFAIL(text);
}

void TestTyping::typeOver(const char *text, const char *typed)
{
    const QString wanted = QString::fromUtf8(text);
    for (int line = 0; line < view()->lines(); ++line) {
        const auto found = static_cast<int>(view()->text(line).indexOf(wanted));
        if (found < 0)
            continue;
        view()->setSelection(line, found, line, found + static_cast<int>(wanted.size()));
        QTest::keyClicks(view(), QString::fromUtf8(typed));
        return;
    }
    QFAIL(text);
}

QString TestTyping::message() const
{
    const auto *button = m_pane->findChild<QAbstractButton *>(QStringLiteral("sourceMessage"));
    return button->isVisible() ? button->text() : QString();
}

void TestTyping::typingEditsTheDesign_data()
{
    QTest::addColumn<FileFormat>("format");
    QTest::addColumn<PreviewScope>("scope");
    QTest::newRow("yaml, item") << FileFormat::Yaml << PreviewScope::Item;
    QTest::newRow("yaml, document") << FileFormat::Yaml << PreviewScope::Document;
    QTest::newRow("json, item") << FileFormat::Json << PreviewScope::Item;
    QTest::newRow("json, document") << FileFormat::Json << PreviewScope::Document;
}

void TestTyping::typingEditsTheDesign()
{
    QFETCH(FileFormat, format);
    QFETCH(PreviewScope, scope);
    m_pane->setScope(scope);
    m_pane->setFormat(format);
    const bool isJson = format == FileFormat::Json;
    const char *const line = isJson ? "\"minLength\": 1" : "minLength: 1";
    QTRY_VERIFY(m_pane->source()->shownText().contains(QLatin1String(line)));
    QTRY_COMPARE(m_pane->source()->shownText().contains(QLatin1String("3.1.0")),
                 scope == PreviewScope::Document);
    typeBehind(line, isJson ? ",\n\"maxLength\": 80" : "\nmaxLength: 80");
    const NodeId name = at("/components/schemas/Item/properties/name");
    QTRY_COMPARE(findSchema(m_document->api(), name)->value(Keyword::MaxLength), Json(80));
    QVERIFY(message().isEmpty());
    m_document->undoStack()->undo();
    QCOMPARE(written(), QString::fromUtf8(shopText));
    QTRY_VERIFY(!m_pane->source()->shownText().contains(QLatin1String("maxLength")));
    m_document->undoStack()->redo();
    QTRY_VERIFY(m_pane->source()->shownText().contains(QLatin1String("maxLength")));
}

void TestTyping::identitiesStay()
{
    m_pane->setScope(PreviewScope::Document);
    QTRY_VERIFY(m_pane->source()->shownText().contains(QLatin1String("operationId: list_items")));
    const NodeId item = at("/components/schemas/Item");
    const NodeId name = at("/components/schemas/Item/properties/name");
    const NodeId kind = at("/components/schemas/Item/properties/kind");
    const NodeId answer = at("/paths/~1items~1/post/responses/201");
    QSignalSpy changed(m_document.get(), &DesignDocument::changed);
    QSignalSpy reset(m_document.get(), &DesignDocument::wasReset);
    typeOver("name:", "title:"); // a field gets another name
    QTRY_VERIFY(!changed.isEmpty());
    QTRY_VERIFY(written().contains(QLatin1String("        title:\n")));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(at("/components/schemas/Item"), item);
    QCOMPARE(at("/components/schemas/Item/properties/title"), name);
    QCOMPARE(at("/components/schemas/Item/properties/kind"), kind);
    QCOMPARE(at("/paths/~1items~1/post/responses/201"), answer);
    const Reference reference = findSchema(m_document->api(), kind)->reference();
    QCOMPARE(reference.component, at("/components/schemas/Kind"));
    const auto changes = changed.first().first().value<ChangeSet>();
    QVERIFY(!changes.changed.contains(answer));
    QVERIFY(changes.added.isEmpty());
}

void TestTyping::burstIsOneStep()
{
    const int steps = m_document->undoStack()->count();
    typeBehind("minLength: 1", "2");
    QTRY_VERIFY(written().contains(QLatin1String("minLength: 12")));
    typeBehind("minLength: 12", "3");
    QTRY_VERIFY(written().contains(QLatin1String("minLength: 123")));
    QCOMPARE(m_document->undoStack()->count(), steps + 1);
    QCOMPARE(m_document->undoStack()->undoText(), QStringLiteral("Edit Item as text"));
    m_document->undoStack()->undo();
    QCOMPARE(written(), QString::fromUtf8(shopText));
}

void TestTyping::errorsAreMarkedWhileTyping_data()
{
    QTest::addColumn<FileFormat>("format");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("markedLine");
    const auto row = [](const char *name, FileFormat format, const char *from, const char *typed,
                        const char *marked) {
        QTest::newRow(name) << format << QByteArray(from) << QByteArray(typed)
                            << QByteArray(marked);
    };
    row("yaml, bracket", FileFormat::Yaml, "minLength: 1", "minLength: [1", "");
    row("yaml, same key", FileFormat::Yaml, "minLength:", "type:", "type: 1");
    row("yaml, no model", FileFormat::Yaml, "Item:", "It em:", "It em:");
    row("json, comma", FileFormat::Json, "\"object\",", "\"object\"", "\"properties\"");
}

void TestTyping::errorsAreMarkedWhileTyping()
{
    QFETCH(FileFormat, format);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, markedLine);
    m_pane->setFormat(format);
    typeOver(from.constData(), typed.constData());
    QTRY_VERIFY(!message().isEmpty());
    QVERIFY2(message().startsWith(QLatin1String("Line ")), qPrintable(message()));
    QVERIFY(message().size() > 15);
    const QList<CodeMark> marks = view()->marks();
    QVERIFY(!marks.isEmpty());
    QVERIFY(marks.first().isError);
    const QString line = view()->text(marks.first().line);
    QVERIFY2(line.contains(QString::fromUtf8(markedLine)), qPrintable(line + message()));
    QVERIFY(m_pane->source()->isBroken());
    QCOMPARE(written(), QString::fromUtf8(shopText));
}

void TestTyping::lastGoodDesignStays()
{
    QSignalSpy changed(m_document.get(), &DesignDocument::changed);
    typeBehind("type: object", ": {");
    QTRY_VERIFY(m_pane->source()->isBroken());
    QVERIFY(m_pane->source()->shownText().contains(QLatin1String("type: object: {")));
    QCOMPARE(changed.size(), 0);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(view(), Qt::Key_Backspace);
    QTRY_VERIFY(!m_pane->source()->isBroken());
    QVERIFY(message().isEmpty());
    QVERIFY(view()->marks().isEmpty());
    QCOMPARE(changed.size(), 0);
    QCOMPARE(m_document->undoStack()->count(), 0);
}

void TestTyping::ownWordsStayUntilTheDesignDiffers()
{
    typeOver("type: object", "type:   \"object\"");
    QTest::qWait(600);
    QVERIFY(view()->text().contains(QLatin1String("type:   \"object\"")));
    QCOMPARE(m_document->undoStack()->count(), 0); // it says the same
    typeBehind("minLength: 1", "0");
    QTRY_VERIFY(written().contains(QLatin1String("minLength: 10")));
    QTest::qWait(300);
    QVERIFY(view()->text().contains(QLatin1String("type:   \"object\"")));
}

void TestTyping::editOfTheFormReachesTheTyped()
{
    typeBehind("minLength: 1", "0");
    QTRY_VERIFY(written().contains(QLatin1String("minLength: 10")));
    int line = 0;
    int column = 0;
    view()->getCursorPosition(&line, &column);
    const NodeId kind = at("/components/schemas/Kind");
    const NodeId item = at("/components/schemas/Item");
    m_document->edit(QStringLiteral("Describe"), [item](Api &api) {
        editSchema(api, item,
                   [](Schema &schema) { schema.set(Keyword::AdditionalProperties, Json(false)); });
    });
    QTRY_VERIFY(view()->text().contains(QLatin1String("additionalProperties: false")));
    QVERIFY(view()->text().contains(QLatin1String("minLength: 10")));
    int lineAfter = 0;
    int columnAfter = 0;
    view()->getCursorPosition(&lineAfter, &columnAfter);
    QCOMPARE(view()->text(lineAfter), QStringLiteral("      minLength: 10\n"));
    QCOMPARE(columnAfter, column);
    QVERIFY(kind != NodeId::None);
}

void TestTyping::undoInABrokenTextIsItsOwn()
{
    typeBehind("minLength: 1", "0");
    QTRY_VERIFY(written().contains(QLatin1String("minLength: 10")));
    QTest::qWait(200);
    typeBehind("minLength: 10", ": :");
    QTRY_VERIFY(m_pane->source()->isBroken());
    for (int i = 0; i < 6 && m_pane->source()->isBroken(); ++i) {
        QTest::keyClick(view(), Qt::Key_Z, Qt::ControlModifier);
        QTest::qWait(250);
    }
    QVERIFY(!m_pane->source()->isBroken());
    QVERIFY(written().contains(QLatin1String("minLength: 10\n"))); // what was good stayed
}

void TestTyping::brokenTextWaitsForItsReturn()
{
    typeBehind("type: object", ": {");
    QTRY_VERIFY(m_pane->source()->isBroken());
    m_selection->select(at("/components/schemas/Kind"));
    QTRY_VERIFY(m_pane->source()->shownText().startsWith(QLatin1String("Kind:")));
    QVERIFY(!m_pane->source()->isBroken());
    QVERIFY(message().isEmpty());
    m_selection->select(at("/components/schemas/Item"));
    QTRY_VERIFY(m_pane->source()->shownText().contains(QLatin1String("type: object: {")));
    QTRY_VERIFY(m_pane->source()->isBroken());
    // Once the design says something else there, it wins.
    m_selection->select(at("/components/schemas/Kind"));
    const NodeId name = at("/components/schemas/Item/properties/name");
    m_document->edit(QStringLiteral("Longer"), [name](Api &api) {
        editSchema(api, name, [](Schema &schema) { schema.set(Keyword::MaxLength, Json(80)); });
    });
    m_selection->select(at("/components/schemas/Item"));
    QTRY_VERIFY(m_pane->source()->shownText().contains(QLatin1String("maxLength: 80")));
    QVERIFY(!m_pane->source()->shownText().contains(QLatin1String("object: {")));
}

void TestTyping::renamedModelIsFollowed()
{
    typeOver("Item:", "Thing:");
    QTRY_VERIFY(written().contains(QLatin1String("'#/components/schemas/Thing'")));
    QVERIFY(!written().contains(QLatin1String("/Item'")));
    typeOver("Thing:", "Kind:");
    QTRY_VERIFY2(message().contains(QLatin1String("another model")), qPrintable(message()));
    QVERIFY(written().contains(QLatin1String("    Thing:\n")));
}

void TestTyping::methodAndPathCanBeTyped()
{
    const NodeId post = at("/paths/~1items~1/post");
    m_selection->select(post);
    QTRY_VERIFY(m_pane->source()->shownText().startsWith(QLatin1String("/items/:")));
    typeOver("post:", "put:");
    QTRY_COMPARE(findOperation(m_document->api(), post)->method, QStringLiteral("put"));
    typeOver("put:", "get:");
    QTRY_VERIFY2(message().contains(QLatin1String("another route")), qPrintable(message()));
    typeOver("get:", "fetch:");
    QTRY_VERIFY2(message().contains(QLatin1String("no method")), qPrintable(message()));
    typeOver("fetch:", "put:");
    typeOver("/items/:", "/things/:");
    QTRY_COMPARE(findPathOf(m_document->api(), post)->name, QStringLiteral("/things/"));
    QVERIFY(message().isEmpty());
    QCOMPARE(at("/paths/~1things~1/put"), post);
}

void TestTyping::wholeDocumentCanBeTyped()
{
    m_pane->setScope(PreviewScope::Document);
    QTRY_COMPARE(m_pane->source()->shownText(), QString::fromUtf8(shopText));
    typeOver("openapi:", "opnapi:");
    QTRY_VERIFY(m_pane->source()->isBroken());
    QCOMPARE(written(), QString::fromUtf8(shopText));
    typeOver("opnapi:", "openapi:");
    QTRY_VERIFY(!m_pane->source()->isBroken());
    typeBehind("      type: string", "\nenum: [a, b]", true);
    QTRY_VERIFY(written().contains(QLatin1String("enum:")));
    const NodeId kind = at("/components/schemas/Item/properties/kind");
    QCOMPARE(findSchema(m_document->api(), kind)->reference().component,
             at("/components/schemas/Kind"));
}

void TestTyping::commentsOfTheFileAreShown()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("shop.yaml"));
    QByteArray text = shopText;
    text.replace("paths:\n", "# What can be asked.\npaths:\n");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    QVERIFY(m_document->load(path));
    m_pane->setScope(PreviewScope::Document);
    QTRY_COMPARE(view()->utf8(), text);
    // An edit of the text changes its own line; all of it is what is saved.
    typeBehind("minLength: 1", "7");
    text.replace("minLength: 1", "minLength: 17");
    QTRY_VERIFY(m_document->isModified());
    QTest::qWait(300);
    QCOMPARE(view()->utf8(), text);
    QVERIFY(m_document->save());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text);
}

void TestTyping::headCanBeTyped()
{
    m_selection->select(m_document->api().id);
    QTRY_VERIFY(m_pane->source()->shownText().startsWith(QLatin1String("openapi:")));
    QVERIFY(!m_pane->source()->shownText().contains(QLatin1String("paths:")));
    typeOver("title: Shop", "title: Market");
    QTRY_COMPARE(m_document->api().info.title, QStringLiteral("Market"));
    QString expected = QString::fromUtf8(shopText);
    expected.replace(QLatin1String("Shop"), QLatin1String("Market"));
    QCOMPARE(written(), expected); // and the members where they stood
    typeBehind("version: 1.0.0", "\npaths: {}");
    QTest::qWait(300);
    QVERIFY(written().contains(QLatin1String("operationId")));
}

void TestTyping::textInAnotherItemIsRefused()
{
    view()->setCursorPosition(view()->lines() - 1, 0);
    QTest::keyClicks(view(), QStringLiteral("Other: {}"));
    QTRY_VERIFY2(message().contains(QLatin1String("Other")), qPrintable(message()));
    QCOMPARE(written(), QString::fromUtf8(shopText));
}

void TestTyping::foldsAndScrollStay()
{
    m_pane->resize(500, 160);
    m_pane->setScope(PreviewScope::Document);
    QTRY_VERIFY(m_pane->source()->shownText().contains(QLatin1String("Kind:")));
    view()->recolor();
    view()->foldLine(1); // info
    QTRY_VERIFY(!view()->SendScintilla(QsciScintilla::SCI_GETLINEVISIBLE, 2UL));
    view()->setFirstVisibleLine(8);
    const int top = view()->firstVisibleLine();
    typeBehind("minLength: 1", "5");
    const int typedTop = view()->firstVisibleLine();
    QTRY_VERIFY(written().contains(QLatin1String("minLength: 15")));
    QTest::qWait(300);
    QVERIFY(!view()->SendScintilla(QsciScintilla::SCI_GETLINEVISIBLE, 2UL));
    QCOMPARE(view()->firstVisibleLine(), typedTop);
    QVERIFY(top > 0);
}

void TestTyping::problemsAreMarked()
{
    Diagnostic problem;
    problem.severity = Severity::Warning;
    problem.message = QStringLiteral("Too short.");
    problem.pointer = QStringLiteral("/components/schemas/Item/properties/name/minLength");
    Diagnostic elsewhere = problem;
    elsewhere.pointer = QStringLiteral("/components/schemas/Kind/type");
    m_pane->source()->setProblems({problem, elsewhere});
    QCOMPARE(view()->marks().size(), 1);
    QVERIFY(view()->text(view()->marks().first().line).contains(QLatin1String("minLength")));
    QVERIFY(!view()->marks().first().isError);
    QVERIFY(message().isEmpty());
    m_pane->source()->setProblems({});
    QVERIFY(view()->marks().isEmpty());
}

void TestTyping::selectionIsEditedAsText()
{
    const NodeId name = at("/components/schemas/Item/properties/name");
    m_selection->select(name);
    m_pane->setCurrentWidget(m_pane->docs());
    m_pane->editSelection();
    QVERIFY(view()->hasFocus());
    int line = 0;
    int column = 0;
    view()->getCursorPosition(&line, &column);
    QCOMPARE(view()->text(line), QStringLiteral("    name:\n"));
    QCOMPARE(column, 4);
    // What the table has no cell for is typed here, and stays.
    typeBehind("minLength: 1", "\nx-my-tool: {a: 1}");
    QTRY_VERIFY(written().contains(QLatin1String("x-my-tool:")));
    QSignalSpy left(m_pane->source(), &SourcePane::left);
    QTest::keyClick(view(), Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

QTEST_MAIN(TestTyping)
#include "test_typing.moc"
