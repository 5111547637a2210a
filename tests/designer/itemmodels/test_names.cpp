#include "designer/itemmodels/parameter_model.h"
#include "designer/itemmodels/schema_model.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/json_writer.h"

#include <QSignalSpy>
#include <QTest>

using namespace Design;

namespace
{

const char *const design = R"(
openapi: 3.1.0
info: {title: Shop, version: '1'}
x-menura:
  stores: {items: {model: Item, fixtures: [{price: 1}]}}
paths:
  /items:
    get:
      x-menura: {errors: [{when: query.most < 1, status: 400}]}
      parameters: [{name: most, in: query}, {name: least, in: query}]
      responses: {}
components:
  schemas:
    Item:
      type: object
      properties: {price: {type: number}, name: {type: string}}
      example: {price: 2}
)";

} // namespace

/// A name says in how many places it is used before it is changed, and how many changed then.
class TestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fields();
    void parameters();

private:
    static QModelIndex cell(const SchemaTableModel &model, const QString &name)
    {
        return model.findRow([&](const SchemaRow &row) { return row.name == name; })
            .siblingAtColumn(model.columnOf(SchemaTableModel::Column::Name));
    }
    static void rename(SchemaTableModel &model, const QString &from, const QString &to,
                       const QString &expected)
    {
        QSignalSpy said(&model, &SchemaTableModel::message);
        QVERIFY(model.setData(cell(model, from), to));
        QCOMPARE(said.count(), 1);
        QCOMPARE(said.at(0).at(0).toString(), expected);
    }
};

void TestNames::fields()
{
    DesignDocument document;
    document.reset(readOpenApi(QByteArray(design)).api);
    SchemaModel model(document);
    model.setSchema(document.api().components.schemas.first().value.id());
    const QString price = QStringLiteral("price");
    QCOMPARE(cell(model, price).data(Qt::ToolTipRole).toString(),
             QStringLiteral("2 other places follow a new name."));
    QVERIFY(cell(model, QStringLiteral("name")).data(Qt::ToolTipRole).isNull());
    rename(model, price, QStringLiteral("cost"),
           QStringLiteral("Renamed price to cost, 2 places changed"));
    rename(model, QStringLiteral("name"), QStringLiteral("label"),
           QStringLiteral("Renamed name to label"));
    document.undoStack()->undo();
    document.undoStack()->undo();
    QVERIFY(writeOpenApi(document.api()) == writeOpenApi(readOpenApi(QByteArray(design)).api));
}

void TestNames::parameters()
{
    DesignDocument document;
    document.reset(readOpenApi(QByteArray(design)).api);
    ParameterModel model(document);
    model.setOperation(document.api().paths.first().value.operations.first().id);
    QCOMPARE(cell(model, QStringLiteral("most")).data(Qt::ToolTipRole).toString(),
             QStringLiteral("One other place follows a new name."));
    rename(model, QStringLiteral("most"), QStringLiteral("limit"),
           QStringLiteral("Renamed most to limit, one place changed"));
    QVERIFY(writeJson(writeOpenApi(document.api())).contains("query.limit < 1"));
    document.undoStack()->undo();
    QVERIFY(writeOpenApi(document.api()) == writeOpenApi(readOpenApi(QByteArray(design)).api));
}

QTEST_MAIN(TestNames)
#include "test_names.moc"
