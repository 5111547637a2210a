#include "designer/itemmodels/answer_model.h"
#include "designer/itemmodels/body_model.h"
#include "designer/itemmodels/example_text.h"
#include "designer/itemmodels/parameter_model.h"
#include "designer/itemmodels/schema_model.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"
#include "tests/support/model_text.h"

#include <QTest>

using namespace Design;

namespace
{

const char *const design = R"(
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /items/{id}:
    put:
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}}
        - {name: q, in: query, schema: {type: string, examples: [hose]}}
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}
      responses:
        '200': {description: Done, content: {application/json: {schema: {type: array}}}}
        '404': {description: Gone}
components:
  schemas:
    Item:
      type: object
      properties:
        name: {type: string}
        code: {type: [string, 'null']}
        price: {type: number, examples: [1.5, 2]}
        size: {type: object}
)";

} // namespace

class TestExamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void textsAndValues_data();
    void textsAndValues();
    void fieldsHaveExamples();
    void parametersHaveExamples();
    void bodiesAndAnswersHaveExamples();
    void answersHaveHeadersAndMediaTypes();

private:
    using Column = SchemaTableModel::Column;
    static QModelIndex cell(const SchemaTableModel &model, const QString &name, Column column)
    {
        return model.findRow([&](const SchemaRow &r) { return r.name == name; })
            .siblingAtColumn(model.columnOf(column));
    }
    QByteArray written(NodeId node) const { return writeJson(writeNode(m_document->api(), node)); }

    std::unique_ptr<DesignDocument> m_document;
    NodeId m_put = NodeId::None;
    NodeId m_item = NodeId::None;
};

void TestExamples::init()
{
    m_document = std::make_unique<DesignDocument>();
    m_document->reset(readOpenApi(QByteArray(design)).api);
    m_put = m_document->api().paths.first().value.operations.first().id;
    m_item = m_document->api().components.schemas.first().value.id();
}

void TestExamples::textsAndValues_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("json"); // empty: refused
    const auto row = [](const char *name, const char *type, const char *typed, const char *json) {
        QTest::newRow(name) << QString::fromUtf8(type) << QString::fromUtf8(typed)
                            << QByteArray(json);
    };
    row("words", "string", "Garden hose", "\"Garden hose\"");
    row("digits", "string", "0417", "\"0417\"");
    row("a word of JSON", "string", "null", "\"null\"");
    row("null where it may be", "string?", "null", "null");
    row("the word null where it may be", "string?", "\"null\"", "\"null\"");
    row("quoted", "string", "\"a\\nb\"", "\"a\\nb\"");
    row("a date", "date", "2026-01-01", "\"2026-01-01\"");
    row("a number", "number", "24.90", "24.90");
    row("no number", "number", "many", "");
    row("a list", "[int]", "[1, 2]", "[1,2]");
    row("half a list", "[int]", "[1, 2", "");
    row("an object", "{}", "{\"a\": 1}", "{\"a\":1}");
    row("no object", "{}", "a", "");
    row("a literal", "\"a\" | \"b\"", "a", "\"a\"");
    row("anything: JSON", "any", "[]", "[]");
    row("anything: words", "any", "hello there", "\"hello there\"");
}

void TestExamples::textsAndValues()
{
    QFETCH(QString, type);
    QFETCH(QString, typed);
    QFETCH(QByteArray, json);
    const ParsedType parsed = parseType(type, m_document->api());
    QVERIFY(parsed.ok());
    const ParsedExample example = parseExample(typed, parsed.type);
    QCOMPARE(!example.error, !json.isEmpty());
    if (json.isEmpty())
        return;
    QCOMPARE(writeJson(example.value), json);
    // What is shown means the same when it is typed again.
    const QString shown = exampleText(example.value, parsed.type);
    QCOMPARE(parseExample(shown, parsed.type).value, example.value);
}

void TestExamples::fieldsHaveExamples()
{
    SchemaModel model(*m_document, nullptr);
    model.setSchema(m_item);
    const QModelIndex name = cell(model, QStringLiteral("name"), Column::Example);
    QVERIFY(model.setData(name, QStringLiteral("Garden hose")));
    QVERIFY(written(m_item).contains(R"("name":{"type":"string","examples":["Garden hose"]})"));
    const QModelIndex price = cell(model, QStringLiteral("price"), Column::Example);
    QCOMPARE(price.data().toString(), QStringLiteral("1.5"));
    QVERIFY(!model.setData(price, QStringLiteral("much")));
    QCOMPARE(model.cellOf(model.content(price).node, Keyword::Examples), price);
    QVERIFY(model.setData(price, QStringLiteral("3")));
    QVERIFY(written(m_item).contains(R"("examples":[3,2])"));
    QVERIFY(model.setData(price, QString()));
    QVERIFY(written(m_item).contains(R"("examples":[2])"));
    QVERIFY(model.setData(name, QString()));
    QVERIFY(written(m_item).contains(R"("name":{"type":"string"})"));
}

void TestExamples::parametersHaveExamples()
{
    ParameterModel model(*m_document, nullptr);
    model.setOperation(m_put);
    QVERIFY(model.setData(cell(model, QStringLiteral("id"), Column::Example), QStringLiteral("7")));
    QVERIFY(written(m_put).contains(R"("schema":{"type":"integer"},"example":7)"));
    QVERIFY(
        model.setData(cell(model, QStringLiteral("q"), Column::Example), QStringLiteral("can")));
    QVERIFY(written(m_put).contains(R"("schema":{"type":"string","examples":["can"]})"));
}

void TestExamples::bodiesAndAnswersHaveExamples()
{
    BodyModel bodies(*m_document, nullptr);
    bodies.setOperation(m_put);
    const QModelIndex body = cell(bodies, QStringLiteral("application/json"), Column::Example);
    QVERIFY(bodies.setData(body, QStringLiteral("{\"name\": \"Hose\"}")));
    QVERIFY(written(m_put).contains(
        R"("schema":{"$ref":"#/components/schemas/Item"},"example":{"name":"Hose"})"));
    AnswerModel answers(*m_document, nullptr);
    answers.setOperation(m_put);
    QVERIFY(answers.setData(cell(answers, QStringLiteral("200"), Column::Example),
                            QStringLiteral("[]")));
    QVERIFY(written(m_put).contains(R"("schema":{"type":"array"},"example":[])"));
    // Without a body there is nothing to give an example of.
    QVERIFY(!(answers.flags(cell(answers, QStringLiteral("404"), Column::Example)) &
              Qt::ItemIsEditable));
    m_document->undoStack()->undo();
    m_document->undoStack()->undo();
    QVERIFY(!written(m_put).contains("example\""));
}

void TestExamples::answersHaveHeadersAndMediaTypes()
{
    AnswerModel model(*m_document, nullptr);
    model.setOperation(m_put);
    const auto add = [&](const QString &below, const QString &text) {
        const QModelIndex above =
            model.findRow([&](const SchemaRow &r) { return r.name == below; });
        const QModelIndex empty = model.openNewRow(above);
        const bool isTaken = model.setData(empty, text);
        model.closeNewRow();
        return isTaken;
    };
    QVERIFY(add(QStringLiteral("200"), QStringLiteral("header X-Total*: int >=0")));
    QVERIFY(!add(QStringLiteral("200"), QStringLiteral("header x-total: int"))); // the same name
    QVERIFY(!add(QStringLiteral("200"), QStringLiteral("header X Total: int")));
    QVERIFY(add(QStringLiteral("404"), QStringLiteral("header x-total: string")));
    QVERIFY(add(QStringLiteral("200"), QStringLiteral("text/csv: string")));
    QVERIFY(!add(QStringLiteral("200"), QStringLiteral("text/csv: string")));
    QCOMPARE(modelText(model), QStringLiteral("200 | list of any |  |  | Done\n"
                                              "  text/csv | string\n"
                                              "  header X-Total | integer | ☑ | ≥ 0\n"
                                              "404 | no body |  |  | Gone\n"
                                              "  header x-total | string | ☐\n"
                                              "Add an answer…\n"));
    const QModelIndex header = cell(model, QStringLiteral("X-Total"), Column::Name);
    QVERIFY(model.setData(header, QStringLiteral("X-Count")));
    QVERIFY(model.toggleRequired(cell(model, QStringLiteral("X-Count"), Column::Required)));
    QVERIFY(model.setData(cell(model, QStringLiteral("X-Count"), Column::Notes),
                          QStringLiteral("How many")));
    QVERIFY(model.setData(cell(model, QStringLiteral("X-Count"), Column::Example),
                          QStringLiteral("3")));
    QVERIFY(written(m_put).contains(R"("X-Count":{"description":"How many",)"));
    QVERIFY(model.removeField(cell(model, QStringLiteral("X-Count"), Column::Name)));
    QVERIFY(!written(m_put).contains("X-Count"));
    while (m_document->undoStack()->canUndo())
        m_document->undoStack()->undo();
    QVERIFY(!written(m_put).contains("headers"));
}

QTEST_MAIN(TestExamples)
#include "test_examples.moc"
