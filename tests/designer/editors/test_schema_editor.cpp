#include "designer/editors/cell_message.h"
#include "designer/editors/example_line.h"
#include "designer/editors/field_delegate.h"
#include "designer/editors/fields_view.h"
#include "designer/editors/schema_editor.h"
#include "designer/looks/line_edit.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/model/locate.h"
#include "designer/text/json_reader.h"
#include "tests/designer/editors/editor_fixture.h"
#include "tests/support/model_text.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace Design;

namespace
{

const char *const design = R"(
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}
components:
  schemas:
    User: {type: object, required: [name], properties: {name: {type: string, minLength: 1}}}
    Team: {type: object, properties: {lead: {$ref: '#/components/schemas/User'}}}
    Order: {type: object}
)";

} // namespace

class TestSchemaEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void check02ModelIsBuiltByKeyboard();
    void lettersOnTheModelBeginAField();
    void undoTakesTheOpenRowAsWell();
    void manyEditsAndUndosGiveTheFirstValue();
    void nothingVanishesWhileTyping();
    void refusedTextStaysWithItsReason();
    void missingModelIsCreated();
    void missingModelsAreCreatedOneAfterAnother();
    void escapeGivesUp();
    void undoBringsBackWhatEscapeDropped();
    void wordsAreCompleted();
    void nameIsChangedEverywhere();
    void revealStandsOnTheCell();
    void selectionIsShared();
    void undoReachesTheDocumentFromACell();
    void whatWasTypedLastIsSelected();
    void exampleIsCopiedWhole();
    void longNameShowsItsBeginning();
    void exampleFollows();
    void everyControlHasAName();
    void extendsIsChosen();
    void narrowTableNeedsNoScrolling();
    void columnsShareTheRoom();
    void rulesFormChangesTheDesign();

private:
    FieldsView *view() const { return m_editor->findChild<FieldsView *>(); }
    QString shown() const { return modelText(*view()->model()); }
    QModelIndex cellAt(const QString &name, SchemaTableModel::Column column) const;

    std::unique_ptr<EditorFixture> m_fixture;
    std::unique_ptr<SchemaEditor> m_editor;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestSchemaEditor::init()
{
    m_fixture = std::make_unique<EditorFixture>(design);
    m_editor = std::make_unique<SchemaEditor>(m_fixture->document, m_fixture->selection);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        view()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_editor->setSchema(m_fixture->schema("Order"));
    m_fixture->show(*m_editor);
    view()->setFocus();
    m_fixture->settle();
    m_fixture->keys = 0;
}

void TestSchemaEditor::cleanup()
{
    m_tester.reset();
    m_editor.reset();
    m_fixture.reset();
}

QModelIndex TestSchemaEditor::cellAt(const QString &name, SchemaTableModel::Column column) const
{
    const SchemaTableModel &table = view()->table();
    const QModelIndex row = table.findRow([&](const SchemaRow &r) { return r.name == name; });
    return row.siblingAtColumn(table.columnOf(column));
}

void TestSchemaEditor::check02ModelIsBuiltByKeyboard()
{
    EditorFixture &user = *m_fixture;
    user.press(Qt::Key_Return); // on the model's row: a first field
    user.type("id*: uuid read-only", Qt::Key_Return);
    user.type("title*", Qt::Key_Tab); // the type in its own cell, for those who like it so
    user.type("string 1..80", Qt::Key_Return);
    user.type("priority: int 1..5 default 3", Qt::Key_Return);
    user.type("tags: [string /^[a-z-]+$/] <=10 unique", Qt::Key_Return);
    user.type("assignee: User | Team by kind", Qt::Key_Return);
    user.type("due: {}", Qt::Key_Return); // an object: the next field goes inside
    user.type("date*: date", Qt::Key_Return);
    user.type("zone: \"UTC\" | \"CET\"", Qt::Key_Return);
    user.press(Qt::Key_Escape);
    QVERIFY2(user.keys <= 16, qPrintable(QString::number(user.keys)));
    QVERIFY(!EditorFixture::cell());

    QCOMPARE(shown(), QStringLiteral("Order | object\n"
                                     "  id | string · uuid | ☑ | read-only\n"
                                     "  title | string | ☑ | 1…80 chars\n"
                                     "  priority | integer | ☐ | 1…5 · default 3\n"
                                     "  tags | list of string | ☐ | ≤ 10 · unique\n"
                                     "    [item] | string |  | /^[a-z-]+$/\n"
                                     "  assignee | User | Team | ☐ | told apart by “kind”\n"
                                     "    ① User | → User\n"
                                     "    ② Team | → Team\n"
                                     "  due | object | ☐\n"
                                     "    date | string · date | ☑\n"
                                     "    zone | \"UTC\" | \"CET\" | ☐\n"
                                     "  Add a field…\n"));
    QFile golden(QStringLiteral(MENURA_SOURCE_DIR "/tests/designer/editors/golden/order.json"));
    QVERIFY(golden.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(user.written(user.schema("Order"), 2)),
             QString::fromUtf8(golden.readAll()));
}

/// Whoever has named a model goes on with its fields, and does not name it again.
void TestSchemaEditor::lettersOnTheModelBeginAField()
{
    EditorFixture &user = *m_fixture;
    const qsizetype steps = user.document.undoStack()->count();
    user.type("id: int", Qt::Key_Return);
    user.press(Qt::Key_Escape);
    QCOMPARE(shown(), QStringLiteral("Order | object\n"
                                     "  id | integer | ☐\n"
                                     "  Add a field…\n"));
    QCOMPARE(user.document.undoStack()->count(), steps + 1);
    view()->setCurrentIndex(cellAt(QStringLiteral("Order"), SchemaTableModel::Column::Name));
    user.press(Qt::Key_F2);
    user.type("Purchase", Qt::Key_Return);
    QVERIFY(user.document.api().components.schemas.contains(u"Purchase"));
}

/// After Enter a row is open below the new field; when undo takes the field, it has no place.
void TestSchemaEditor::undoTakesTheOpenRowAsWell()
{
    EditorFixture &user = *m_fixture;
    user.press(Qt::Key_Return);
    user.type("id: int", Qt::Key_Return);
    QVERIFY(EditorFixture::cell());
    user.document.undoStack()->undo();
    QCOMPARE(shown(), QStringLiteral("Order | object\n  Add a field…\n"));
    user.document.undoStack()->redo();
    QCOMPARE(shown(), QStringLiteral("Order | object\n"
                                     "  id | integer | ☐\n"
                                     "  Add a field…\n"));
}

void TestSchemaEditor::manyEditsAndUndosGiveTheFirstValue()
{
    EditorFixture &user = *m_fixture;
    const Api before = user.document.api();
    int fields = 0;
    while (user.document.undoStack()->count() < 30) {
        user.press(Qt::Key_Return);
        user.type(QStringLiteral("f%1: int").arg(++fields));
        user.press(Qt::Key_Return);
        user.press(Qt::Key_Escape);
        user.press(Qt::Key_Space);
        user.press(Qt::Key_Up, Qt::AltModifier);
        user.press(Qt::Key_D, Qt::ControlModifier);
        user.press(Qt::Key_F2);
        user.type(QStringLiteral("copy%1").arg(fields));
        user.press(Qt::Key_Tab);
        user.type(QStringLiteral("string?"));
        user.press(Qt::Key_Return);
        if (fields % 3 == 0)
            user.press(Qt::Key_Delete);
    }
    const Api after = user.document.api();
    const int steps = user.document.undoStack()->count();
    QVERIFY(steps >= 30);
    while (user.document.undoStack()->canUndo())
        user.document.undoStack()->undo();
    QCOMPARE(user.document.api(), before);
    while (user.document.undoStack()->canRedo())
        user.document.undoStack()->redo();
    QCOMPARE(user.document.api(), after);
}

void TestSchemaEditor::nothingVanishesWhileTyping()
{
    EditorFixture &user = *m_fixture;
    user.press(Qt::Key_Return);
    user.type(QStringLiteral("tit"));
    QPointer<CellEdit> cell = EditorFixture::cell();
    QVERIFY(cell);
    const auto outside = [&] {
        user.document.edit(QStringLiteral("From outside"), [&](Api &api) {
            for (Named<Schema> &schema : api.components.schemas)
                schema.value.set(Keyword::Description,
                                 QStringLiteral("%1").arg(api.newId() == NodeId::None));
            Schema &order = api.components.schemas.last().value;
            NamedList<Schema> properties = order.members(Keyword::Properties);
            Schema schema = Schema::empty(api.newId());
            properties.insert(QStringLiteral("p%1").arg(properties.size()), schema);
            order.setMembers(Keyword::Properties, properties);
        });
        QTest::qWait(300); // validation and previews have had their time
    };
    outside();
    QVERIFY(cell);
    QCOMPARE(QApplication::focusWidget(), cell.data());
    QCOMPARE(cell->text(), QStringLiteral("tit"));
    QCOMPARE(cell->cursorPosition(), 3);
    user.type("le", Qt::Key_Tab);
    QVERIFY(shown().contains(QStringLiteral("title | string")));

    // The same in a cell that the outside change is about.
    user.type(QStringLiteral("str"));
    cell = EditorFixture::cell();
    QVERIFY(cell);
    const NodeId title = view()->table().content(m_editor->currentCell()).node;
    user.document.edit(QStringLiteral("From outside"), [&](Api &api) {
        editSchema(api, title,
                   [](Schema &schema) { schema.set(Keyword::Type, QStringLiteral("integer")); });
    });
    QTest::qWait(50);
    QVERIFY(cell);
    QCOMPARE(cell->text(), QStringLiteral("str"));
    user.press(Qt::Key_Escape); // closes the suggestions
    user.press(Qt::Key_Escape);
    QVERIFY(shown().contains(QStringLiteral("title | integer")));
}

void TestSchemaEditor::refusedTextStaysWithItsReason()
{
    EditorFixture &user = *m_fixture;
    user.press(Qt::Key_Return);
    user.type("title: strin 1..80", Qt::Key_Return);
    QVERIFY(EditorFixture::cell());
    QVERIFY(view()->delegate().shownMessage().contains(QStringLiteral("Did you mean string?")));
    QCOMPARE(EditorFixture::cell()->selectedText(), QStringLiteral("strin"));
    QVERIFY(EditorFixture::cell()->accessibleDescription().contains(QStringLiteral("string?")));
    // The place of the mistake is selected: typing mends it.
    user.type(QStringLiteral("string"));
    QVERIFY(view()->delegate().shownMessage().isEmpty());
    user.press(Qt::Key_Return);
    QVERIFY(shown().contains(QStringLiteral("title | string | ☐ | 1…80 chars")));
    user.press(Qt::Key_Escape);

    // Left in another way, the text stays in its cell.
    view()->goTo(cellAt(QStringLiteral("title"), SchemaTableModel::Column::Type), true);
    user.press(Qt::Key_F2);
    user.type(QStringLiteral("in"));
    m_editor->findChild<LineEdit *>()->setFocus();
    user.settle();
    QCOMPARE(cellAt(QStringLiteral("title"), SchemaTableModel::Column::Type).data().toString(),
             QStringLiteral("in"));
    QVERIFY(!cellAt(QStringLiteral("title"), SchemaTableModel::Column::Type)
                 .data(SchemaTableModel::ErrorRole)
                 .isNull());
}

void TestSchemaEditor::missingModelIsCreated()
{
    EditorFixture &user = *m_fixture;
    user.press(Qt::Key_Return);
    user.type("buyer: Customer", Qt::Key_Return);
    QVERIFY(
        view()->delegate().shownMessage().contains(QStringLiteral("create the model Customer")));
    user.press(Qt::Key_Return);
    QVERIFY(user.schema("Customer") != NodeId::None);
    QVERIFY(shown().contains(QStringLiteral("buyer | → Customer")));
}

void TestSchemaEditor::missingModelsAreCreatedOneAfterAnother()
{
    EditorFixture &user = *m_fixture;
    user.press(Qt::Key_Return);
    user.type("payment: Card | Transfer", Qt::Key_Return);
    user.press(Qt::Key_Return);
    QVERIFY(user.schema("Card") != NodeId::None);
    QVERIFY(user.schema("Transfer") == NodeId::None); // it may be misspelled
    QVERIFY(
        view()->delegate().shownMessage().contains(QStringLiteral("create the model Transfer")));
    user.press(Qt::Key_Return);
    QVERIFY(user.schema("Transfer") != NodeId::None);
    QVERIFY2(shown().contains(QStringLiteral("payment | ")), qPrintable(shown()));
}

void TestSchemaEditor::escapeGivesUp()
{
    EditorFixture &user = *m_fixture;
    const Api before = user.document.api();
    user.press(Qt::Key_Return);
    user.type("half", Qt::Key_Escape);
    QVERIFY(!EditorFixture::cell());
    QCOMPARE(shown(), QStringLiteral("Order | object\n  Add a field…\n"));
    QCOMPARE(user.document.api(), before);
    QCOMPARE(QApplication::focusWidget(), view());
}

/// What Escape has thrown away is one key away, as long as nothing else was done.
void TestSchemaEditor::undoBringsBackWhatEscapeDropped()
{
    EditorFixture &user = *m_fixture;
    user.press(Qt::Key_Return);
    user.type("size: int >=1", Qt::Key_Escape);
    QVERIFY(!EditorFixture::cell());
    user.press(Qt::Key_Escape);
    user.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(EditorFixture::cell());
    QCOMPARE(EditorFixture::cell()->text(), QStringLiteral("size: int >=1"));
    user.press(Qt::Key_Return);
    QVERIFY2(shown().contains(QStringLiteral("size | integer")), qPrintable(shown()));
    user.press(Qt::Key_Escape);

    // So it is with a cell of a row that stays.
    view()->goTo(cellAt(QStringLiteral("size"), SchemaTableModel::Column::Type), true);
    user.press(Qt::Key_F2);
    user.type("number", Qt::Key_Escape);
    user.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(EditorFixture::cell());
    QCOMPARE(EditorFixture::cell()->text(), QStringLiteral("number"));
    user.press(Qt::Key_Escape);
    user.press(Qt::Key_Up); // something else
    user.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!EditorFixture::cell());
}

void TestSchemaEditor::wordsAreCompleted()
{
    EditorFixture &user = *m_fixture;
    user.press(Qt::Key_Return);
    user.type("who: tea", Qt::Key_Return); // "tea" is no type; Team is the first that has it
    QVERIFY(shown().contains(QStringLiteral("who | → Team")));
}

void TestSchemaEditor::nameIsChangedEverywhere()
{
    EditorFixture &user = *m_fixture;
    const Api before = user.document.api();
    m_editor->setSchema(user.schema("User"));
    QSignalSpy messages(m_editor.get(), &SchemaEditor::message);
    m_editor->editName();
    user.type("Person", Qt::Key_Return);
    QVERIFY(user.schema("Person") != NodeId::None);
    QCOMPARE(messages.count(), 1);
    QVERIFY(messages.first().first().toString().contains(QLatin1Char('2')));
    QVERIFY(user.written(user.schema("Team")).contains("#/components/schemas/Person"));
    user.document.undoStack()->undo();
    QCOMPARE(user.document.api(), before);

    m_editor->editName();
    user.type("Team", Qt::Key_Return); // taken: said in the place, nothing changed
    QCOMPARE(user.document.api(), before);
    QCOMPARE(qobject_cast<LineEdit *>(QApplication::focusWidget())->text(), QStringLiteral("Team"));
}

void TestSchemaEditor::revealStandsOnTheCell()
{
    EditorFixture &user = *m_fixture;
    m_editor->setSchema(user.schema("User"));
    const NodeId name = user.document.index().nodeAt(u"/components/schemas/User/properties/name");
    QVERIFY(m_editor->reveal(name, Keyword::MinLength));
    QCOMPARE(m_editor->currentCell(),
             cellAt(QStringLiteral("name"), SchemaTableModel::Column::Rules));
    QCOMPARE(QApplication::focusWidget(), view());
    QVERIFY(m_editor->reveal(user.schema("User"), Keyword::Required, QStringLiteral("name")));
    QCOMPARE(m_editor->currentCell(),
             cellAt(QStringLiteral("name"), SchemaTableModel::Column::Required));
    QVERIFY(!m_editor->reveal(user.schema("Team")));
}

void TestSchemaEditor::selectionIsShared()
{
    EditorFixture &user = *m_fixture;
    m_editor->setSchema(user.schema("User"));
    const NodeId name = user.document.index().nodeAt(u"/components/schemas/User/properties/name");
    m_editor->findChild<LineEdit *>()->setFocus();
    user.selection.select(name);
    QCOMPARE(view()->table().content(m_editor->currentCell()).node, name);
    QVERIFY(!view()->hasFocus()); // following takes no focus
    view()->setFocus();
    user.press(Qt::Key_Up);
    QCOMPARE(user.selection.node(), user.schema("User"));
}

void TestSchemaEditor::undoReachesTheDocumentFromACell()
{
    EditorFixture &user = *m_fixture;
    user.press(Qt::Key_Return);
    user.type(QStringLiteral("x"));
    const auto isTaken = [] {
        QKeyEvent undo(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        undo.ignore();
        QApplication::sendEvent(EditorFixture::cell(), &undo);
        return undo.isAccepted();
    };
    QVERIFY(isTaken());
    user.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(EditorFixture::cell()->text(), QString());
    QVERIFY(!isTaken()); // so the window's action gets it
}

void TestSchemaEditor::whatWasTypedLastIsSelected()
{
    EditorFixture &user = *m_fixture;
    user.press(Qt::Key_Return);
    user.type("box: {}", Qt::Key_Return);
    const auto selected = [&user] { return user.document.index().pointer(user.selection.node()); };
    const QString box = QStringLiteral("/components/schemas/Order/properties/box");
    QCOMPARE(selected(), box); // its first field comes next
    user.type("width: int", Qt::Key_Return);
    QCOMPARE(selected(), box + QStringLiteral("/properties/width"));
    user.type("height: int", Qt::Key_Return);
    QCOMPARE(selected(), box + QStringLiteral("/properties/height"));
}

void TestSchemaEditor::exampleIsCopiedWhole()
{
    auto *copy = m_editor->findChild<QToolButton *>(QStringLiteral("copyExample"));
    QVERIFY(copy);
    m_editor->resize(500, 400); // too narrow for all of it
    copy->click();
    const auto *example = m_editor->findChild<ExampleLine *>();
    const ReadText copied = readJson(QGuiApplication::clipboard()->text().toUtf8());
    QVERIFY(copied.ok());
    QCOMPARE(QString::fromUtf8(writeJson(copied.value)), example->exampleText());
}

void TestSchemaEditor::longNameShowsItsBeginning()
{
    const QString name = QStringLiteral("OrderWithAVeryLongNameThatHasNoRoomInItsHeader");
    const NodeId order = m_fixture->schema("Order");
    m_editor->resize(320, 400);
    m_fixture->document.edit(QStringLiteral("Rename"),
                             [order, name](Api &api) { renameSchema(api, order, name); });
    auto *field = m_editor->findChild<LineEdit *>();
    QCOMPARE(field->text(), name);
    QVERIFY(!field->hasFocus());
    QCOMPARE(field->cursorPosition(), 0);
    field->setFocus();
    field->end(false);
    view()->setFocus();
    QCOMPARE(field->cursorPosition(), 0);
}

void TestSchemaEditor::exampleFollows()
{
    EditorFixture &user = *m_fixture;
    auto *example = m_editor->findChild<ExampleLine *>();
    m_editor->setSchema(user.schema("User"));
    QVERIFY(example->exampleText().contains(QStringLiteral("\"name\"")));
    QCOMPARE(example->verdict(), QStringLiteral("valid"));
    user.document.edit(QStringLiteral("An example"), [](Api &api) {
        api.components.schemas[0].value.set(Keyword::Examples,
                                            JsonArray{JsonObject{{QStringLiteral("name"), 5}}});
    });
    QTRY_VERIFY(example->verdict().contains(QStringLiteral("/name")));
}

void TestSchemaEditor::everyControlHasAName()
{
    QCOMPARE(EditorFixture::nameless(*m_editor), QStringList());
    m_fixture->press(Qt::Key_Return);
    QCOMPARE(EditorFixture::cell()->accessibleName(), QStringLiteral("Field"));
}

void TestSchemaEditor::extendsIsChosen()
{
    EditorFixture &user = *m_fixture;
    auto *extends = m_editor->findChild<QComboBox *>();
    const auto choose = [extends](const char *name) {
        extends->setCurrentIndex(extends->findText(QString::fromLatin1(name)));
        Q_EMIT extends->activated(extends->currentIndex());
    };
    choose("User");
    QCOMPARE(shown(), QStringLiteral("Order | User & object\n"
                                     "  name | string | ☑ | ≥ 1 char | from User\n"
                                     "  Add a field…\n"));
    // An inherited field is not edited here, but overridden.
    view()->goTo(cellAt(QStringLiteral("name"), SchemaTableModel::Column::Type), true);
    user.press(Qt::Key_Delete);
    QVERIFY(shown().contains(QStringLiteral("from User")));
    user.press(Qt::Key_F2);
    user.press(Qt::Key_Escape);
    QVERIFY(!shown().contains(QStringLiteral("from User")));
    QVERIFY(user.written(user.schema("Order")).contains("\"name\""));
    user.document.undoStack()->undo();
    // F2 on its name opens what one wants to change of it, also where there are other fields.
    user.press(Qt::Key_Home);
    user.press(Qt::Key_Return);
    user.type("extra: int", Qt::Key_Return);
    user.press(Qt::Key_Escape);
    view()->goTo(cellAt(QStringLiteral("name"), SchemaTableModel::Column::Name), true);
    user.press(Qt::Key_F2);
    QVERIFY(EditorFixture::cell());
    EditorFixture::cell()->selectAll();
    user.type("string 2..9", Qt::Key_Return);
    user.press(Qt::Key_Escape);
    QVERIFY2(shown().contains(QStringLiteral("  name | string | ☑ | 2…9 chars | overrides User\n")),
             qPrintable(shown()));
    QVERIFY(shown().contains(QStringLiteral("  extra | integer | ☐\n")));
    while (user.document.undoStack()->undoText() != QLatin1String("Extend User") &&
           shown().contains(QLatin1String("extra")))
        user.document.undoStack()->undo();
    choose("nothing");
    QCOMPARE(shown(), QStringLiteral("Order | object\n  Add a field…\n"));
    m_editor->setSchema(user.schema("User"));
    user.document.edit(QStringLiteral("Order extends User"), [&](Api &api) {
        setExtends(api, user.schema("Order"), user.schema("User"));
    });
    choose("Order"); // a circle: said, not done
    QCOMPARE(extends->currentText(), QStringLiteral("nothing"));
}

void TestSchemaEditor::narrowTableNeedsNoScrolling()
{
    m_editor->setSchema(m_fixture->schema("User"));
    for (int width : {300, 480, 700, 1400, 480}) {
        m_editor->resize(width, 600);
        m_fixture->settle();
        QVERIFY2(view()->header()->length() <= view()->viewport()->width(),
                 qPrintable(QString::number(width)));
        QCOMPARE(view()->horizontalScrollBar()->maximum(), 0);
    }
}

void TestSchemaEditor::columnsShareTheRoom()
{
    const QList<ColumnWish> wishes{{60, 100, 140}, {50, 50, 50}, {60, 300, 300}};
    QCOMPARE(fitColumns(wishes, 490), QList<int>({140, 50, 300}));
    QCOMPARE(fitColumns(wishes, 1000), QList<int>({140, 50, 300}));
    QCOMPARE(fitColumns(wishes, 450), QList<int>({100, 50, 300}));
    QCOMPARE(fitColumns(wishes, 270), QList<int>({100, 50, 120})); // the short text whole
    QCOMPARE(fitColumns(wishes, 170), QList<int>({60, 50, 60}));
    // With too little for all, headings come before the first letters of texts.
    const QList<ColumnWish> headed{{60, 100, 140, 40}, {50, 50, 50, 50}, {60, 300, 300, 40}};
    QCOMPARE(fitColumns(headed, 140), QList<int>({45, 50, 45}));
    for (int room : {0, 1, 40, 85, 169, 171, 299})
        QVERIFY(std::ranges::all_of(fitColumns(wishes, room), [](int w) { return w >= 0; }));
    for (int room : {40, 85, 169, 171, 299}) {
        int sum = 0;
        for (int width : fitColumns(wishes, room))
            sum += width;
        QVERIFY(sum <= room);
    }
}

void TestSchemaEditor::rulesFormChangesTheDesign()
{
    EditorFixture &user = *m_fixture;
    user.press(Qt::Key_Return);
    user.type("title", Qt::Key_Return);
    user.press(Qt::Key_Escape);
    view()->goTo(cellAt(QStringLiteral("title"), SchemaTableModel::Column::Name), true);
    const int steps = user.document.undoStack()->count();
    user.press(Qt::Key_F4);
    QWidget *form = QApplication::activePopupWidget();
    QVERIFY(form);
    for (QLineEdit *edit : form->findChildren<QLineEdit *>()) {
        if (edit->accessibleName().contains(QStringLiteral("at most")))
            edit->setFocus();
    }
    user.type(QStringLiteral("80"));
    QVERIFY(shown().contains(QStringLiteral("title | string | ☐ | ≤ 80 chars")));
    QCOMPARE(user.document.undoStack()->count(), steps + 1);
    form->close();
    user.settle();
    QVERIFY(!QApplication::activePopupWidget());
}

QTEST_MAIN(TestSchemaEditor)
#include "test_schema_editor.moc"
