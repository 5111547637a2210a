#include "designer/itemmodels/schema_model.h"
#include "designer/model/locate.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/json_writer.h"
#include "tests/support/model_text.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Design;
using Column = SchemaTableModel::Column;

namespace
{

const char *const design = R"(
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths: {}
components:
  schemas:
    Tag: {type: string, minLength: 1, maxLength: 30}
    User: {type: object}
    Team: {type: object}
    Base:
      type: object
      required: [created]
      properties:
        created: {type: string, format: date-time, readOnly: true}
        note: {type: string, description: Kept}
    Todo:
      type: object
      description: One thing to do
      additionalProperties: false
      required: [id, title]
      properties:
        id: {type: string, format: uuid, readOnly: true}
        title: {type: string, minLength: 1, maxLength: 80, description: Shown in lists}
        priority: {type: integer, minimum: 1, maximum: 5, default: 3}
        tags: {type: array, maxItems: 10, uniqueItems: true, items: {type: string, pattern: '^[a-z-]+$'}}
        labels: {type: array, items: {$ref: '#/components/schemas/Tag'}}
        assignee:
          oneOf: [{$ref: '#/components/schemas/User'}, {$ref: '#/components/schemas/Team'}]
          discriminator: {propertyName: kind}
        due:
          type: object
          required: [date]
          properties:
            date: {type: string, format: date}
            zone: {type: string, enum: [UTC, CET]}
        old: {anyOf: [{type: string, maxLength: 5}, {type: 'null'}], deprecated: true}
        rows: {type: array, items: {type: object, properties: {a: {type: integer}}}}
        extra: {type: object, additionalProperties: {type: integer, minimum: 1}}
        self: {$ref: '#/components/schemas/Todo'}
        odd: {type: string, not: {const: x}}
    Derived:
      type: object
      allOf: [{$ref: '#/components/schemas/Base'}]
      required: [name]
      properties:
        name: {type: string}
    Split:
      allOf:
        - $ref: '#/components/schemas/Base'
        - type: object
          required: [name]
          properties:
            name: {type: string}
            note: {type: integer}
    Loop: {allOf: [{$ref: '#/components/schemas/Loop'}, {type: object, properties: {a: {}}}]}
    Empty: {type: object}
)";

} // namespace

class TestSchemaModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsAModel();
    void showsWhatIsNoObject();
    void showsInheritedFields();
    void cellsChangeTheDesign_data();
    void cellsChangeTheDesign();
    void refusedTextStaysInItsCell();
    void requiredIsABoxWhereItMeansSomething();
    void newRowBecomesAField();
    void newRowAtTheEndStays();
    void newRowGoesIntoEmptyObjects();
    void newRowMovesOut();
    void newFieldIsRefusedWithAReason();
    void fieldsMoveAndCopyAndGo();
    void fieldsNest();
    void inheritedFieldsAreOverridden();
    void membersMoveAndGo();
    void modelsAreRenamed();
    void keywordsLeadToCells_data();
    void keywordsLeadToCells();
    void editsNeverReset();

private:
    NodeId show(const char *name);
    QModelIndex cell(const QString &path, Column column) const;
    QString written(const char *component) const;
    QString line(const QString &path) const;

    std::unique_ptr<DesignDocument> m_document;
    std::unique_ptr<SchemaModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestSchemaModel::init()
{
    const LoadedApi loaded = readOpenApi(QByteArray(design));
    QVERIFY(loaded.ok);
    m_document = std::make_unique<DesignDocument>();
    m_document->reset(loaded.api);
    m_model = std::make_unique<SchemaModel>(*m_document);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    show("Todo");
}

void TestSchemaModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_document.reset();
}

NodeId TestSchemaModel::show(const char *name)
{
    const auto &schemas = m_document->api().components.schemas;
    const NodeId id = schemas.at(schemas.indexOf(QString::fromLatin1(name))).value.id();
    m_model->setSchema(id);
    return id;
}

/// "due/date": the row below the model's row.
QModelIndex TestSchemaModel::cell(const QString &path, Column column) const
{
    QModelIndex at = m_model->index(0, 0);
    for (const QString &name : path.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        QModelIndex next;
        for (int i = 0; i < m_model->rowCount(at) && !next.isValid(); ++i) {
            const QModelIndex child = m_model->index(i, 0, at);
            if (child.data().toString() == name)
                next = child;
        }
        at = next;
    }
    return at.isValid() ? at.siblingAtColumn(m_model->columnOf(column)) : QModelIndex();
}

QString TestSchemaModel::written(const char *component) const
{
    const auto &schemas = m_document->api().components.schemas;
    const NodeId id = schemas.at(schemas.indexOf(QString::fromLatin1(component))).value.id();
    return QString::fromUtf8(writeJson(writeNode(m_document->api(), id)));
}

QString TestSchemaModel::line(const QString &path) const
{
    const QModelIndex at = cell(path, Column::Name);
    return at.isValid() ? rowText(at) : QString();
}

void TestSchemaModel::showsAModel()
{
    QCOMPARE(modelText(*m_model),
             QStringLiteral("Todo | object |  | no other fields | One thing to do\n"
                            "  id | string · uuid | ☑ | read-only\n"
                            "  title | string | ☑ | 1…80 chars | Shown in lists\n"
                            "  priority | integer | ☐ | 1…5 · default 3\n"
                            "  tags | list of string | ☐ | ≤ 10 · unique\n"
                            "    [item] | string |  | /^[a-z-]+$/\n"
                            "  labels | list of Tag | ☐\n"
                            "  assignee | User | Team | ☐ | told apart by “kind”\n"
                            "    ① User | → User\n"
                            "    ② Team | → Team\n"
                            "  due | object | ☐\n"
                            "    date | string · date | ☑\n"
                            "    zone | \"UTC\" | \"CET\" | ☐\n"
                            "  old | string? | ☐ | ≤ 5 chars · deprecated\n"
                            "  rows | list of object | ☐\n"
                            "    [item] | object\n"
                            "      a | integer | ☐\n"
                            "  extra | map of integer | ☐\n"
                            "    [value] | integer |  | ≥ 1\n"
                            "  self | → Todo | ☐\n"
                            "  odd | string | ☐ | +not\n"
                            "  Add a field…\n"));
}

void TestSchemaModel::showsWhatIsNoObject()
{
    show("Tag");
    QCOMPARE(modelText(*m_model), QStringLiteral("Tag | string |  | 1…30 chars\n"));
    m_model->setSchema(NodeId::None);
    QCOMPARE(modelText(*m_model), QString());
}

void TestSchemaModel::showsInheritedFields()
{
    show("Derived");
    QCOMPARE(modelText(*m_model),
             QStringLiteral("Derived | Base & object\n"
                            "  created | string · date-time | ☑ | read-only | from Base\n"
                            "  note | string | ☐ |  | from Base · Kept\n"
                            "  name | string | ☑\n"
                            "  Add a field…\n"));
    QVERIFY(!m_model->flags(cell(QStringLiteral("created"), Column::Type))
                 .testFlag(Qt::ItemIsEditable));
    QVERIFY(!m_model->flags(cell(QStringLiteral("created"), Column::Required))
                 .testFlag(Qt::ItemIsUserCheckable));
    show("Split"); // its own note hides that of the base
    QCOMPARE(modelText(*m_model),
             QStringLiteral("Split | Base & object\n"
                            "  created | string · date-time | ☑ | read-only | from Base\n"
                            "  name | string | ☑\n"
                            "  note | integer | ☐ |  | overrides Base\n"
                            "  Add a field…\n"));
    show("Loop");
    QCOMPARE(modelText(*m_model), QStringLiteral("Loop | Loop & object\n"
                                                 "  a | any | ☐\n"
                                                 "  Add a field…\n"));
}

void TestSchemaModel::cellsChangeTheDesign_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); ///< the line afterwards
    const auto row = [](const char *path, Column column, const char *text, const char *expected) {
        QTest::addRow("%s: %s", path, text)
            << QString::fromUtf8(path) << static_cast<int>(column) << QString::fromUtf8(text)
            << QString::fromUtf8(expected);
    };
    row("priority", Column::Type, "int64", "priority | integer · int64 | ☐ | 1…5 · default 3");
    row("priority", Column::Type, "string", "priority | string | ☐");
    row("priority", Column::Rules, "1..9", "priority | integer | ☐ | 1…9");
    row("priority", Column::Rules, "1…9 · default 4", "priority | integer | ☐ | 1…9 · default 4");
    row("priority", Column::Rules, "", "priority | integer | ☐");
    row("title", Column::Notes, "Read by people",
        "title | string | ☑ | 1…80 chars | Read by people");
    row("title", Column::Notes, "", "title | string | ☑ | 1…80 chars");
    row("old", Column::Rules, "<=9", "old | string? | ☐ | ≤ 9 chars");
    row("due/date", Column::Type, "date?", "date | string · date? | ☑");
    row("tags/[item]", Column::Rules, "/x/ 1..3", "[item] | string |  | 1…3 chars · /x/");
    row("tags", Column::Type, "[Tag]", "tags | list of Tag | ☐ | ≤ 10 · unique");
    row("assignee/① User", Column::Type, "Tag", "");
    row("", Column::Rules, "", "Todo | object |  |  | One thing to do");
    row("odd", Column::Rules, "+not 1..2", "odd | string | ☐ | 1…2 chars · +not");
}

void TestSchemaModel::cellsChangeTheDesign()
{
    QFETCH(QString, path);
    QFETCH(int, column);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Api before = m_document->api();
    const QModelIndex at = cell(path, static_cast<Column>(column));
    QVERIFY(at.isValid());
    QVERIFY(m_model->setData(at, text));
    if (!expected.isEmpty())
        QCOMPARE(line(path), expected);
    QCOMPARE(m_document->undoStack()->count(), 1);
    m_document->undoStack()->undo();
    QCOMPARE(m_document->api(), before);
}

void TestSchemaModel::refusedTextStaysInItsCell()
{
    const QPersistentModelIndex type = cell(QStringLiteral("title"), Column::Type);
    const QString before = written("Todo");
    QVERIFY(!m_model->setData(type, QStringLiteral("strng 1..")));
    QCOMPARE(type.data().toString(), QStringLiteral("strng 1.."));
    QCOMPARE(type.data(Qt::EditRole).toString(), QStringLiteral("strng 1.."));
    QVERIFY(type.data(SchemaTableModel::ErrorRole)
                .toString()
                .contains(QStringLiteral("Did you mean string?")));
    QCOMPARE(written("Todo"), before);
    QCOMPARE(m_document->undoStack()->count(), 0);

    // It outlives changes elsewhere, and goes when a good one comes.
    m_model->setData(cell(QStringLiteral("priority"), Column::Type), QStringLiteral("number"));
    QCOMPARE(type.data().toString(), QStringLiteral("strng 1.."));
    QVERIFY(m_model->setData(type, QStringLiteral("string")));
    QVERIFY(type.data(SchemaTableModel::ErrorRole).isNull());
    QCOMPARE(type.data().toString(), QStringLiteral("string"));

    m_model->setData(type, QStringLiteral("]"));
    m_model->forgetRefused(type);
    QCOMPARE(type.data().toString(), QStringLiteral("string"));
}

void TestSchemaModel::requiredIsABoxWhereItMeansSomething()
{
    const QModelIndex title = cell(QStringLiteral("title"), Column::Required);
    QVERIFY(m_model->flags(title).testFlag(Qt::ItemIsUserCheckable));
    QVERIFY(m_model->setData(title, Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(written("Todo").contains(QStringLiteral("\"required\":[\"id\"]")));
    QVERIFY(m_model->toggleRequired(title));
    QVERIFY(written("Todo").contains(QStringLiteral("\"required\":[\"id\",\"title\"]")));
    for (const char *none : {"", "tags/[item]", "assignee/① User", "Add a field…"}) {
        const QModelIndex at = cell(QString::fromUtf8(none), Column::Required);
        QVERIFY2(at.isValid(), none);
        QVERIFY(!at.data(Qt::CheckStateRole).isValid());
        QVERIFY(!m_model->toggleRequired(at));
    }
    show("Split");
    QVERIFY(m_model->toggleRequired(cell(QStringLiteral("note"), Column::Required)));
    QVERIFY(written("Split").contains(QStringLiteral("\"required\":[\"name\",\"note\"]")));
}

void TestSchemaModel::newRowBecomesAField()
{
    const QModelIndex newRow = m_model->openNewRow(cell(QStringLiteral("title"), Column::Type));
    QVERIFY(m_model->isNewRow(newRow));
    QCOMPARE(newRow.row(), 2);
    const QPersistentModelIndex row = newRow;
    QVERIFY(
        m_model->setData(newRow, QStringLiteral("state*: \"open\" | \"done\" default \"open\"")));
    QVERIFY(row.isValid()); // the same row goes on as the field
    QCOMPARE(line(QStringLiteral("state")),
             QStringLiteral("state | \"open\" | \"done\" | ☑ | default \"open\""));
    QVERIFY(written("Todo").contains(
        QStringLiteral("\"title\":{\"type\":\"string\",\"minLength\":1,\"maxLength\":80,"
                       "\"description\":\"Shown in lists\"},\"state\":")));
    m_document->undoStack()->undo();
    QVERIFY(!row.isValid());
    m_document->undoStack()->redo();
    QVERIFY(!line(QStringLiteral("state")).isEmpty());
}

void TestSchemaModel::newRowAtTheEndStays()
{
    const QPersistentModelIndex row = cell(QStringLiteral("Add a field…"), Column::Name);
    QVERIFY(m_model->setData(row, QStringLiteral("done")));
    QCOMPARE(row.data().toString(), QStringLiteral("done"));
    QCOMPARE(line(QStringLiteral("done")), QStringLiteral("done | string | ☐"));
    QVERIFY(cell(QStringLiteral("Add a field…"), Column::Name).isValid());
    QVERIFY(written("Todo").contains(QStringLiteral("\"done\":{\"type\":\"string\"}}")));
}

void TestSchemaModel::newRowGoesIntoEmptyObjects()
{
    m_model->setData(cell(QStringLiteral("odd"), Column::Type), QStringLiteral("[object]"));
    QCOMPARE(modelText(*m_model, cell(QStringLiteral("odd"), Column::Name)),
             QStringLiteral("[item] | object\n  Add a field…\n"));
    const QModelIndex newRow = m_model->openNewRow(cell(QStringLiteral("odd"), Column::Type));
    QCOMPARE(newRow.parent(), cell(QStringLiteral("odd/[item]"), Column::Name));
    QVERIFY(m_model->setData(newRow, QStringLiteral("inner: int")));
    QVERIFY(line(QStringLiteral("odd/[item]/inner")).startsWith(QStringLiteral("inner | integer")));
    // Next to what is there: below the field, not inside.
    const QModelIndex next = m_model->openNewRow(cell(QStringLiteral("due"), Column::Name));
    QCOMPARE(next.parent(), m_model->index(0, 0));
    m_model->closeNewRow();
    // The model's own row: its first field.
    QCOMPARE(m_model->openNewRow(m_model->index(0, 0)).row(), 0);
}

void TestSchemaModel::newRowMovesOut()
{
    QModelIndex newRow = m_model->openNewRow(cell(QStringLiteral("due/zone"), Column::Name));
    QCOMPARE(newRow.row(), 2);
    newRow = m_model->outdentNewRow(newRow);
    QVERIFY(m_model->isNewRow(newRow));
    QCOMPARE(newRow.sibling(newRow.row() - 1, 0).data().toString(), QStringLiteral("due"));
    const QModelIndex above = m_model->outdentNewRow(newRow);
    QCOMPARE(above.data().toString(), QStringLiteral("due"));
    QCOMPARE(modelText(*m_model).count(QStringLiteral("Add a field…")), 1);
}

void TestSchemaModel::newFieldIsRefusedWithAReason()
{
    const auto error = [this](const char *text) {
        const auto found = m_model->check(cell(QStringLiteral("Add a field…"), Column::Name),
                                          QString::fromUtf8(text));
        return found ? QStringLiteral("%1 %2").arg(found->column).arg(found->message) : QString();
    };
    QVERIFY(error("title").contains(QStringLiteral("There is a field title already")));
    QVERIFY(error(": int").contains(QStringLiteral("Type a name")));
    QVERIFY(error("x: Nope").startsWith(QStringLiteral("3 There is no model “Nope”")));
    QVERIFY(error("x: int").isEmpty());
    QVERIFY(error("\"a:b\": int").isEmpty());
}

void TestSchemaModel::fieldsMoveAndCopyAndGo()
{
    const QPersistentModelIndex title = cell(QStringLiteral("title"), Column::Name);
    QVERIFY(m_model->moveField(title, 1));
    QCOMPARE(title.row(), 2);
    QVERIFY(m_model->moveField(title, -1));
    QVERIFY(m_model->moveField(title, -1));
    QVERIFY(!m_model->moveField(title, -1));
    QCOMPARE(title.row(), 0);
    QVERIFY(m_model->duplicateField(title));
    QCOMPARE(line(QStringLiteral("title2")),
             QStringLiteral("title2 | string | ☑ | 1…80 chars | Shown in lists"));
    QVERIFY(m_model->removeField(title));
    QVERIFY(!title.isValid());
    QVERIFY(written("Todo").contains(QStringLiteral("\"required\":[\"id\",\"title2\"]")));
    QVERIFY(!m_model->removeField(m_model->index(0, 0)));
    for (int i = 0; i < 5; ++i)
        m_document->undoStack()->undo();
    QCOMPARE(m_document->undoStack()->index(), 0);
}

void TestSchemaModel::fieldsNest()
{
    m_model->setData(cell(QStringLiteral("title"), Column::Type), QStringLiteral("object"));
    const Api before = m_document->api();
    const QModelIndex priority = cell(QStringLiteral("priority"), Column::Name);
    m_model->toggleRequired(cell(QStringLiteral("priority"), Column::Required));
    QVERIFY(m_model->nestField(priority));
    QCOMPARE(line(QStringLiteral("title/priority")),
             QStringLiteral("priority | integer | ☑ | 1…5 · default 3"));
    QVERIFY(!line(QStringLiteral("title")).isEmpty());
    QVERIFY(m_model->unnestField(cell(QStringLiteral("title/priority"), Column::Name)));
    m_model->toggleRequired(cell(QStringLiteral("priority"), Column::Required));
    QCOMPARE(line(QStringLiteral("priority")),
             QStringLiteral("priority | integer | ☐ | 1…5 · default 3"));
    QVERIFY(!m_model->nestField(cell(QStringLiteral("tags"), Column::Name)));
    QVERIFY(!m_model->unnestField(cell(QStringLiteral("tags"), Column::Name)));
    for (int i = 0; i < 4; ++i)
        m_document->undoStack()->undo();
    QCOMPARE(m_document->api(), before);
}

void TestSchemaModel::inheritedFieldsAreOverridden()
{
    show("Derived");
    const QModelIndex own = m_model->overrideField(cell(QStringLiteral("created"), Column::Type));
    QCOMPARE(own.data().toString(), QStringLiteral("created"));
    const QString note = cell(QStringLiteral("created"), Column::Notes).data().toString();
    QVERIFY2(note.startsWith(QLatin1String("overrides ")), qPrintable(note));
    QCOMPARE(line(QStringLiteral("created")),
             QStringLiteral("created | string · date-time | ☑ | read-only | ") + note);
    QVERIFY(written("Derived").contains(QStringLiteral("\"created\"")));
    QVERIFY(!m_model->overrideField(cell(QStringLiteral("created"), Column::Type)).isValid());
}

void TestSchemaModel::membersMoveAndGo()
{
    QVERIFY(m_model->moveField(cell(QStringLiteral("assignee/② Team"), Column::Name), -1));
    QVERIFY(line(QStringLiteral("assignee")).startsWith(QStringLiteral("assignee | Team | User")));
    QVERIFY(m_model->removeField(cell(QStringLiteral("assignee/① Team"), Column::Name)));
    QVERIFY(!m_model->removeField(cell(QStringLiteral("assignee/① User"), Column::Name)));
}

void TestSchemaModel::modelsAreRenamed()
{
    show("Tag");
    QVERIFY(m_model->check(m_model->index(0, 0), QStringLiteral("Todo")).has_value());
    QVERIFY(m_model->check(m_model->index(0, 0), QStringLiteral("To do")).has_value());
    QVERIFY(m_model->setData(m_model->index(0, 0), QStringLiteral("Label")));
    QVERIFY(written("Todo").contains(QStringLiteral("#/components/schemas/Label")));
    show("Todo");
    QVERIFY(line(QStringLiteral("labels")).contains(QStringLiteral("list of Label")));
}

void TestSchemaModel::keywordsLeadToCells_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<int>("keyword");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("row");
    QTest::addColumn<int>("column");
    const auto row = [](const char *pointer, Keyword keyword, const char *path, Column column,
                        const char *member = "") {
        QTest::addRow("%s %s %s", pointer, qPrintable(keywordName(keyword)), member)
            << QString::fromLatin1(pointer) << static_cast<int>(keyword)
            << QString::fromLatin1(member) << QString::fromUtf8(path) << static_cast<int>(column);
    };
    row("/properties/title", Keyword::MaxLength, "title", Column::Rules);
    row("/properties/title", Keyword::Type, "title", Column::Type);
    row("/properties/title", Keyword::Unknown, "title", Column::Name);
    row("/properties/due", Keyword::Required, "due", Column::Required);
    row("/properties/due", Keyword::Required, "due/date", Column::Required, "date");
    row("", Keyword::Required, "title", Column::Required, "title");
    row("", Keyword::AdditionalProperties, "", Column::Rules);
    row("/properties/old/anyOf/0", Keyword::MaxLength, "old", Column::Rules);
    row("/properties/old/anyOf/1", Keyword::Type, "old", Column::Type);
    row("/properties/tags/items", Keyword::Pattern, "tags/[item]", Column::Rules);
    row("/properties/labels/items", Keyword::Ref, "labels", Column::Type);
    row("/properties/due/properties/zone", Keyword::Enum, "due/zone", Column::Type);
    row("/properties/id", Keyword::Format, "id", Column::Type);
    row("/properties/assignee", Keyword::OneOf, "assignee", Column::Type);
}

void TestSchemaModel::keywordsLeadToCells()
{
    QFETCH(QString, pointer);
    QFETCH(int, keyword);
    QFETCH(QString, member);
    QFETCH(QString, row);
    QFETCH(int, column);
    const NodeId node =
        m_document->index().nodeAt(QStringLiteral("/components/schemas/Todo") + pointer);
    QVERIFY(node != NodeId::None);
    const QModelIndex found = m_model->cellOf(node, static_cast<Keyword>(keyword), member);
    QCOMPARE(found, cell(row, static_cast<Column>(column)));
}

void TestSchemaModel::editsNeverReset()
{
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    const QPersistentModelIndex zone = cell(QStringLiteral("due/zone"), Column::Name);
    m_model->openNewRow(cell(QStringLiteral("title"), Column::Name));
    m_document->edit(QStringLiteral("From elsewhere"), [](Api &api) {
        Schema &todo =
            api.components.schemas[api.components.schemas.indexOf(QStringLiteral("Todo"))].value;
        NamedList<Schema> properties = todo.members(Keyword::Properties);
        std::reverse(properties.begin(), properties.end());
        todo.setMembers(Keyword::Properties, properties);
    });
    QVERIFY(zone.isValid());
    QCOMPARE(zone.data().toString(), QStringLiteral("zone"));
    QCOMPARE(modelText(*m_model).count(QStringLiteral("Add a field…")),
             2); // the one being typed into stays
    m_document->edit(QStringLiteral("Gone"), [](Api &api) { api.components.schemas.clear(); });
    QCOMPARE(modelText(*m_model), QString());
    m_document->undoStack()->undo();
    QVERIFY(modelText(*m_model).startsWith(QStringLiteral("Todo")));
    QCOMPARE(resets.count(), 0);
}

QTEST_MAIN(TestSchemaModel)
#include "test_schema_model.moc"
