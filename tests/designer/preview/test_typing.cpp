#include "designer/document/design_document.h"
#include "designer/looks/code_editor.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/preview/preview_pane.h"
#include "tests/designer/preview/shop_text.h"
#include "tests/designer/preview/source_pane_test.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Design;

/// The text beside the form is a second way to edit the design.
class TestTyping : public SourcePaneTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }
    void typingEditsTheDesign_data();
    void typingEditsTheDesign();
    void identitiesStay();
    void burstIsOneStep();
    void errorsAreMarkedWhileTyping_data();
    void errorsAreMarkedWhileTyping();
    void marksFollowTheError();
    void lastGoodDesignStays();
    void ownWordsStayUntilTheDesignDiffers();
    void editOfTheFormReachesTheTyped();
    void undoInABrokenTextIsItsOwn();
    void brokenTextWaitsForItsReturn();
    void unreadTextIsNotLost();
    void brokenTextOutlivesTheForm_data();
    void brokenTextOutlivesTheForm();
    void keptTextTakesThePlaceOfTheForm();
    void renamedModelIsFollowed();
    void methodAndPathCanBeTyped();
    void wholeDocumentCanBeTyped();
    void headCanBeTyped();
    void textInAnotherItemIsRefused();
    void foldsAndScrollStay();
    void problemsAreMarked();
    void selectionIsEditedAsText();
};

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
    typeOver("   name:", "   title:"); // a field gets another name
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

/// The same mistake in the same line is another place of the text once there is more before it.
void TestTyping::marksFollowTheError()
{
    const auto marked = [this] {
        constexpr unsigned long errorIndicator = 8;
        const long from = view()->SendScintilla(CodeEditor::SCI_INDICATOREND, errorIndicator, 0L);
        return view()->text(view()->marks().value(0).line) ==
               view()->text(static_cast<int>(view()->SendScintilla(
                   CodeEditor::SCI_LINEFROMPOSITION, static_cast<unsigned long>(from))));
    };
    typeBehind("type: object", "\n! a");
    QTRY_VERIFY(m_pane->source()->isBroken());
    QVERIFY(marked());
    const QList<CodeMark> before = view()->marks();
    typeBehind("type: object", "\n! b");
    QTRY_COMPARE(view()->marks(), before);
    QTRY_VERIFY(marked());
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
    QVERIFY(m_document->isModified()); // it says the same in other words
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
    m_pane->setFormat(FileFormat::Json); // nor does it stand there in another format
    m_selection->select(at("/components/schemas/Item"));
    QTRY_VERIFY(m_pane->source()->shownText().startsWith(QLatin1String("{\n  \"Item\"")));
    m_pane->setFormat(FileFormat::Yaml);
    QTRY_VERIFY(m_pane->source()->shownText().contains(QLatin1String("type: object: {")));
    QTRY_VERIFY(m_pane->source()->isBroken());
    QVERIFY(!m_pane->source()->isOvertaken());
}

void TestTyping::unreadTextIsNotLost()
{
    // Before anyone has looked at it the user is somewhere else, or saves.
    typeBehind("minLength: 1", "2");
    m_selection->select(at("/components/schemas/Kind"));
    QTRY_VERIFY(m_pane->source()->shownText().startsWith(QLatin1String("Kind:")));
    QVERIFY(written().contains(QLatin1String("minLength: 12")));
    typeBehind("type: string", ": {");
    m_selection->select(at("/components/schemas/Item"));
    QTRY_VERIFY(m_pane->source()->shownText().startsWith(QLatin1String("Item:")));
    QCOMPARE(m_document->drafts().all().size(), 1);
    typeBehind("minLength: 12", "3");
    m_document->finishTyping();
    QVERIFY(written().contains(QLatin1String("minLength: 123")));
    typeBehind("minLength: 123", "4");
    QTest::keyClick(view(), Qt::Key_Z, Qt::ControlModifier);
    m_document->undoStack()->undo();
    QVERIFY(!written().contains(QLatin1String("1234")));
}

void TestTyping::brokenTextOutlivesTheForm_data()
{
    QTest::addColumn<bool>("isAway");
    QTest::newRow("in sight") << false;
    QTest::newRow("out of sight") << true;
}

void TestTyping::brokenTextOutlivesTheForm()
{
    QFETCH(bool, isAway);
    const NodeId name = at("/components/schemas/Item/properties/name");
    const auto choice = [this](const char *button = "draftChoice") {
        return m_pane->findChild<QWidget *>(QString::fromLatin1(button));
    };
    const auto setLength = [&](int length) {
        if (isAway)
            m_selection->select(at("/components/schemas/Kind"));
        m_document->edit(QStringLiteral("Longer"), [name, length](Api &api) {
            editSchema(api, name,
                       [length](Schema &schema) { schema.set(Keyword::MaxLength, Json(length)); });
        });
        m_selection->select(at("/components/schemas/Item"));
    };
    typeBehind("type: object", ": {");
    QTRY_VERIFY(m_pane->source()->isBroken());
    QVERIFY(!choice()->isVisible());
    setLength(80);
    QTRY_VERIFY(choice()->isVisible());
    QVERIFY(m_pane->source()->shownText().contains(QLatin1String("type: object: {")));
    QVERIFY(m_pane->source()->isOvertaken());
    // Mine: it stays a draft, and nothing is asked until the design changes once more.
    QTest::mouseClick(choice("keepDraft"), Qt::LeftButton);
    QVERIFY(!choice()->isVisible());
    QVERIFY(m_pane->source()->isBroken());
    setLength(90);
    QTRY_VERIFY(choice()->isVisible());
    QCOMPARE(m_document->drafts().all().size(), 1);
    // The design's: the draft is gone.
    QTest::mouseClick(choice("dropDraft"), Qt::LeftButton);
    QVERIFY(!choice()->isVisible());
    QVERIFY(!m_pane->source()->isBroken());
    QVERIFY(m_pane->source()->shownText().contains(QLatin1String("maxLength: 90")));
    QVERIFY(m_document->drafts().all().isEmpty());
    QVERIFY(message().isEmpty());
}

void TestTyping::keptTextTakesThePlaceOfTheForm()
{
    typeBehind("type: object", ": {");
    QTRY_VERIFY(m_pane->source()->isBroken());
    const NodeId name = at("/components/schemas/Item/properties/name");
    m_document->edit(QStringLiteral("Longer"), [name](Api &api) {
        editSchema(api, name, [](Schema &schema) { schema.set(Keyword::MaxLength, Json(80)); });
    });
    QTRY_VERIFY(m_pane->source()->isOvertaken());
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(view(), Qt::Key_Backspace);
    QTRY_VERIFY(!m_pane->source()->isBroken());
    QCOMPARE(written(), QString::fromUtf8(shopText));
    QVERIFY(m_document->drafts().all().isEmpty());
    m_document->undoStack()->undo(); // and what the form said is a step away
    QVERIFY(written().contains(QLatin1String("maxLength: 80")));
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
