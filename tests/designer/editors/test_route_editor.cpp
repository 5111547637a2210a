#include "designer/editors/fields_view.h"
#include "designer/editors/route_editor.h"
#include "designer/looks/line_edit.h"
#include "designer/model/locate.h"
#include "tests/designer/editors/editor_fixture.h"
#include "tests/support/model_text.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QSignalSpy>

using namespace Design;

namespace
{

const char *const design = R"(
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /items/{item_id}:
    get:
      summary: Read
      parameters:
        - {name: item_id, in: path, required: true, description: Number, schema: {type: integer, exclusiveMinimum: 0}}
        - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100, default: 10}}
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
        '404': {description: gone}
components:
  schemas:
    Item: {type: object, properties: {name: {type: string}}}
)";

} // namespace

class TestRouteEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsARoute();
    void bracesMakeParameters();
    void pathParameterRenamesThePath();
    void methodIsChosen();
    void parametersAreTyped();
    void bodyIsTyped();
    void answersAreTyped();
    void wordsAreOneStepEach();
    void pathIsRefusedInItsPlace();
    void mixedEditsAreUndone();
    void revealStandsOnTheCell();
    void rowsSelectWhatTheyAreAbout();
    void onePageHasOneCursor();
    void everyControlHasAName();

private:
    FieldsView *table(int index) const { return m_editor->findChildren<FieldsView *>().at(index); }
    QString text(int index) const { return modelText(*table(index)->model()); }
    LineEdit *edit(const QString &name) const;
    void addRow(int tableIndex, const QByteArray &words);

    std::unique_ptr<EditorFixture> m_fixture;
    std::unique_ptr<RouteEditor> m_editor;
};

void TestRouteEditor::init()
{
    m_fixture = std::make_unique<EditorFixture>(design);
    m_editor = std::make_unique<RouteEditor>(m_fixture->document, m_fixture->selection);
    m_editor->setOperation(m_fixture->operation(0).id);
    for (FieldsView *view : m_editor->findChildren<FieldsView *>())
        new QAbstractItemModelTester(
            view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_editor.get());
    m_fixture->show(*m_editor);
}

void TestRouteEditor::cleanup()
{
    m_editor.reset();
    m_fixture.reset();
}

LineEdit *TestRouteEditor::edit(const QString &name) const
{
    for (LineEdit *found : m_editor->findChildren<LineEdit *>()) {
        if (found->accessibleName() == name)
            return found;
    }
    return nullptr;
}

/// Puts the cursor on the last row, the empty one, and types.
void TestRouteEditor::addRow(int tableIndex, const QByteArray &words)
{
    FieldsView *view = table(tableIndex);
    view->goTo(view->model()->index(view->model()->rowCount() - 1, 0), true);
    m_fixture->press(Qt::Key_Return);
    m_fixture->type(words, Qt::Key_Return);
    m_fixture->press(Qt::Key_Escape);
}

void TestRouteEditor::showsARoute()
{
    QCOMPARE(text(0), QStringLiteral("item_id | path | integer | ☑ | > 0 | Number\n"
                                     "limit | query | integer | ☐ | 1…100 · default 10\n"
                                     "Add a parameter…\n"));
    QCOMPARE(text(1), QStringLiteral("Add a body…\n"));
    QCOMPARE(text(2), QStringLiteral("200 | → Item |  |  | ok\n"
                                     "404 | no body |  |  | gone\n"
                                     "Add an answer…\n"));
    QCOMPARE(edit(QStringLiteral("Path"))->text(), QStringLiteral("/items/{item_id}"));
    QCOMPARE(edit(QStringLiteral("Summary"))->text(), QStringLiteral("Read"));
}

void TestRouteEditor::bracesMakeParameters()
{
    m_editor->editPath();
    m_fixture->type("/items/{item_id}/notes/{note_id}", Qt::Key_Return);
    QVERIFY(text(0).startsWith(QStringLiteral("item_id | path | integer | ☑ | > 0 | Number\n")));
    QVERIFY(text(0).contains(QStringLiteral("note_id | path | string | ☑\n")));
    m_editor->editPath();
    m_fixture->type("/items/{id}/notes/{note_id}", Qt::Key_Return); // another name in its place
    QVERIFY2(text(0).contains(QStringLiteral("id | path | integer | ☑ | > 0 | Number\n")),
             qPrintable(text(0)));
    QVERIFY(!text(0).contains(QStringLiteral("item_id")));
    m_fixture->document.undoStack()->undo();
    m_fixture->document.undoStack()->undo();
    QCOMPARE(edit(QStringLiteral("Path"))->text(), QStringLiteral("/items/{item_id}"));
}

void TestRouteEditor::pathParameterRenamesThePath()
{
    FieldsView *input = table(0);
    input->goTo(input->model()->index(0, 0), true);
    m_fixture->press(Qt::Key_F2);
    m_fixture->type("id", Qt::Key_Return);
    QCOMPARE(m_fixture->document.api().paths.first().name, QStringLiteral("/items/{id}"));
    QVERIFY(text(0).startsWith(QStringLiteral("id | path | integer | ☑ | > 0 | Number\n")));
    QCOMPARE(edit(QStringLiteral("Path"))->text(), QStringLiteral("/items/{id}"));
    // It is part of the path: it goes only with it.
    input->goTo(input->model()->index(0, 0), true);
    m_fixture->press(Qt::Key_Delete);
    QVERIFY(text(0).startsWith(QStringLiteral("id | path")));
}

void TestRouteEditor::methodIsChosen()
{
    auto *method = m_editor->findChild<QComboBox *>();
    method->setCurrentIndex(method->findText(QStringLiteral("PATCH")));
    Q_EMIT method->activated(method->currentIndex());
    QCOMPARE(m_fixture->operation(0).method, QStringLiteral("patch"));
}

void TestRouteEditor::parametersAreTyped()
{
    addRow(0, "search: string 2..50");
    addRow(0, "header X-Token*: uuid");
    QVERIFY(text(0).contains(QStringLiteral("search | query | string | ☐ | 2…50 chars\n")));
    QVERIFY(text(0).contains(QStringLiteral("X-Token | header | string · uuid | ☑\n")));
    FieldsView *input = table(0);
    input->goTo(input->model()->index(2, 1), true);
    m_fixture->press(Qt::Key_F2);
    m_fixture->type("cookie", Qt::Key_Return);
    QVERIFY(text(0).contains(QStringLiteral("search | cookie | string")));
    input->goTo(input->model()->index(2, 0), true);
    m_fixture->press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_fixture->operation(0).parameters.at(1).name, QStringLiteral("search"));
    m_fixture->press(Qt::Key_Delete);
    QVERIFY(!text(0).contains(QStringLiteral("search")));
}

void TestRouteEditor::bodyIsTyped()
{
    addRow(1, "Item");
    QCOMPARE(text(1), QStringLiteral("application/json | → Item | ☑\nAdd a body…\n"));
    addRow(1, "multipart/form-data: {file*: binary, note: string}");
    QVERIFY(text(1).contains(QStringLiteral("multipart/form-data | object | ☑\n"
                                            "  file | string · binary | ☑\n"
                                            "  note | string | ☐\n")));
    FieldsView *body = table(1);
    body->goTo(body->model()->index(0, 0), true);
    m_fixture->press(Qt::Key_Delete);
    m_fixture->press(Qt::Key_Delete);
    QCOMPARE(text(1), QStringLiteral("Add a body…\n"));
    QVERIFY(!m_fixture->operation(0).requestBody);
}

void TestRouteEditor::answersAreTyped()
{
    addRow(2, "422: {detail: [any]}");
    QVERIFY(text(2).contains(QStringLiteral("422 | object")));
    QVERIFY(text(2).contains(QStringLiteral("  detail | list of any | ☐\n")));
    FieldsView *answers = table(2);
    answers->goTo(answers->model()->index(1, 1), true); // 404, no body
    m_fixture->press(Qt::Key_F2);
    m_fixture->type("Item?", Qt::Key_Return);
    QVERIFY(text(2).contains(QStringLiteral("404 | → Item? |  |  | gone\n")));
    m_fixture->press(Qt::Key_F2);
    m_fixture->press(Qt::Key_Delete); // an empty type: no body again
    m_fixture->press(Qt::Key_Return);
    QVERIFY(text(2).contains(QStringLiteral("404 | no body |  |  | gone\n")));
    addRow(2, "201");
    QCOMPARE(m_fixture->operation(0).responses.at(1).name, QStringLiteral("201"));
}

void TestRouteEditor::wordsAreOneStepEach()
{
    LineEdit *summary = edit(QStringLiteral("Summary"));
    summary->setFocus();
    summary->selectAll();
    m_fixture->type(QStringLiteral("Read one item"));
    QCOMPARE(m_fixture->operation(0).summary, QStringLiteral("Read one item"));
    QCOMPARE(m_fixture->document.undoStack()->count(), 1);
    m_fixture->document.undoStack()->undo();
    QCOMPARE(summary->text(), QStringLiteral("Read"));
    LineEdit *tags = edit(QStringLiteral("Tags"));
    tags->setFocus();
    m_fixture->type("items, , shop ,items", Qt::Key_Return);
    QCOMPARE(m_fixture->operation(0).tags,
             (QStringList{QStringLiteral("items"), QStringLiteral("shop")}));
}

void TestRouteEditor::pathIsRefusedInItsPlace()
{
    const Api before = m_fixture->document.api();
    m_editor->editPath();
    m_fixture->type("/items/{item_id", Qt::Key_Return);
    QCOMPARE(m_fixture->document.api(), before);
    QCOMPARE(edit(QStringLiteral("Path"))->text(), QStringLiteral("/items/{item_id"));
    QVERIFY(edit(QStringLiteral("Path"))->accessibleDescription().contains(QLatin1Char('}')));
    m_fixture->press(Qt::Key_Escape);
    QCOMPARE(edit(QStringLiteral("Path"))->text(), QStringLiteral("/items/{item_id}"));
}

void TestRouteEditor::mixedEditsAreUndone()
{
    EditorFixture &user = *m_fixture;
    const Api before = user.document.api();
    for (int i = 0; user.document.undoStack()->count() < 30; ++i) {
        const QByteArray number = QByteArray::number(i);
        addRow(0, "q" + number + ": int 1..5");
        addRow(2, number == "0" ? "201: Item"
                                : "4" + QByteArray::number(10 + i) + ": {a" + number + ": string}");
        if (i == 0)
            addRow(1, "Item?");
        m_editor->editPath();
        user.type("/items/{item_id}/" + number, Qt::Key_Return);
        edit(QStringLiteral("operationId"))->setFocus();
        user.type(QStringLiteral("op%1").arg(i));
        table(0)->goTo(table(0)->model()->index(1, 0), true);
        user.press(Qt::Key_Space);
        user.press(Qt::Key_Down, Qt::AltModifier);
    }
    const Api after = user.document.api();
    while (user.document.undoStack()->canUndo())
        user.document.undoStack()->undo();
    QCOMPARE(user.document.api(), before);
    while (user.document.undoStack()->canRedo())
        user.document.undoStack()->redo();
    QCOMPARE(user.document.api(), after);
}

void TestRouteEditor::revealStandsOnTheCell()
{
    const Operation &operation = m_fixture->operation(0);
    QVERIFY(m_editor->reveal(operation.parameters.at(1).schema.id(), Keyword::Maximum));
    QCOMPARE(m_editor->currentCell().data().toString(), QStringLiteral("1…100 · default 10"));
    QCOMPARE(QApplication::focusWidget(), table(0));
    QVERIFY(m_editor->reveal(operation.responses.at(1).value.id));
    QCOMPARE(m_editor->currentCell().data().toString(), QStringLiteral("404"));
    QCOMPARE(QApplication::focusWidget(), table(2));
    QVERIFY(m_editor->reveal(operation.id));
    QVERIFY(!m_editor->reveal(m_fixture->schema("Item")));
}

/// The whole parameter, with its name, and not only its schema; of a row that is typed into, what
/// was added last.
void TestRouteEditor::rowsSelectWhatTheyAreAbout()
{
    const auto parameter = [this](qsizetype at) {
        return m_fixture->operation(0).parameters.at(at).id;
    };
    table(0)->goTo(table(0)->model()->index(1, 0), true);
    QCOMPARE(m_fixture->selection.node(), parameter(1));
    m_fixture->press(Qt::Key_Return);
    m_fixture->type("q: string", Qt::Key_Return);
    QCOMPARE(m_fixture->operation(0).parameters.size(), 3);
    QVERIFY(EditorFixture::cell()); // of the next one
    QCOMPARE(m_fixture->selection.node(), parameter(2));
    m_fixture->press(Qt::Key_Escape);
    table(2)->goTo(table(2)->model()->index(0, 0), true);
    QCOMPARE(m_fixture->selection.node(), m_fixture->operation(0).responses.at(0).value.id);
}

void TestRouteEditor::onePageHasOneCursor()
{
    const auto shown = [this] {
        QStringList tables;
        for (const FieldsView *view : m_editor->findChildren<FieldsView *>()) {
            if (view->selectionModel()->hasSelection())
                tables.append(view->accessibleName());
        }
        return tables;
    };
    table(0)->setFocus();
    m_fixture->press(Qt::Key_Down);
    QCOMPARE(shown(), QStringList{QStringLiteral("Input")});
    table(2)->setFocus();
    m_fixture->press(Qt::Key_Down);
    QCOMPARE(shown(), QStringList{QStringLiteral("Answers")});
    const QModelIndex answer = table(2)->currentIndex();
    edit(QStringLiteral("Summary"))->setFocus(); // the last one that had it
    QCOMPARE(shown(), QStringList{QStringLiteral("Answers")});

    table(0)->setFocus();
    QCOMPARE(shown(), QStringList{QStringLiteral("Input")});
    table(2)->setCurrentIndex(table(2)->model()->index(0, 0)); // nobody is there
    QCOMPARE(shown(), QStringList{QStringLiteral("Input")});
    table(2)->setCurrentIndex(answer);
    table(2)->setFocus();
    QCOMPARE(table(2)->currentIndex(), answer);
    QCOMPARE(table(2)->selectionModel()->selectedIndexes(), QModelIndexList{answer});
}

void TestRouteEditor::everyControlHasAName()
{
    QCOMPARE(EditorFixture::nameless(*m_editor), QStringList());
}

QTEST_MAIN(TestRouteEditor)
#include "test_route_editor.moc"
