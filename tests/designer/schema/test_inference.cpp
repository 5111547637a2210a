#include "designer/schema/inference.h"
#include "designer/schema/schema_compiler.h"
#include "designer/schema/validator.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"

#include <QSet>
#include <QTest>

#include <functional>

using namespace Design;

/// Schemas suggested by samples.
class TestInference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void one_data();
    void one();
    void several();
    void idsAreNew();
};

void TestInference::one_data()
{
    QTest::addColumn<QByteArray>("sample");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *sample, const char *expected) {
        QTest::newRow(sample) << QByteArray(sample) << QByteArray(expected);
    };
    row("null", R"({"type":"null"})");
    row("true", R"({"type":"boolean"})");
    row("1", R"({"type":"integer"})");
    row("1.0", R"({"type":"number"})");
    row(R"("x")", R"({"type":"string"})");
    row(R"("")", R"({"type":"string"})");
    row(R"("2024-02-29")", R"({"type":"string","format":"date"})");
    row(R"("2023-02-29")", R"({"type":"string"})");
    row(R"("2024-02-29T10:00:00Z")", R"({"type":"string","format":"date-time"})");
    row(R"("ada@example.com")", R"({"type":"string","format":"email"})");
    row(R"("https://example.com/a")", R"({"type":"string","format":"uri"})");
    row(R"("note: this")", R"({"type":"string"})");
    row(R"("10.0.0.1")", R"({"type":"string","format":"ipv4"})");
    row(R"("123e4567-e89b-12d3-a456-426614174000")", R"({"type":"string","format":"uuid"})");
    row("[]", R"({"type":"array"})");
    row("[1,2.5]", R"({"type":"array","items":{"type":"number"}})");
    row(R"([1,"a",null])", R"({"type":"array","items":{"type":["integer","string","null"]}})");
    row(R"(["2024-01-01","no date"])", R"({"type":"array","items":{"type":"string"}})");
    row("{}", R"({"type":"object"})");
    row(R"([{"a":1,"b":"x"},{"a":2.5}])",
        R"({"type":"array","items":{"type":"object","properties":{"a":{"type":"number"},)"
        R"("b":{"type":"string"}},"required":["a"]}})");
}

void TestInference::one()
{
    QFETCH(const QByteArray, sample);
    QFETCH(const QByteArray, expected);
    const Json value = readJson(sample).value;
    const Schema schema = inferSchema(value, nodeIdsFrom());
    QVERIFY2(jsonEquals(writeSchema(schema), readJson(expected).value),
             writeJson(writeSchema(schema)).constData());
    QVERIFY(isValid(SchemaCompiler().compile(schema), value));
}

void TestInference::several()
{
    const QList<Json> samples{readJson(R"({"id": 1, "name": "a"})").value,
                              readJson(R"({"id": 2, "name": null, "tags": ["x"]})").value};
    const Schema schema = inferSchema(samples, nodeIdsFrom());
    const CompiledSchema compiled = SchemaCompiler().compile(schema);
    for (const Json &sample : samples)
        QVERIFY(isValid(compiled, sample));
    QVERIFY(schema.isRequired(u"id"));
    QVERIFY(schema.isRequired(u"name"));
    QVERIFY(!schema.isRequired(u"tags"));
    QVERIFY(inferSchema(Json(), nodeIdsFrom()).entries().isEmpty());
}

void TestInference::idsAreNew()
{
    const Schema schema =
        inferSchema(readJson(R"({"a": [{"b": 1}], "c": 2})").value, nodeIdsFrom(5));
    QSet<NodeId> ids;
    std::function<void(const Schema &)> visit = [&](const Schema &each) {
        QVERIFY(!ids.contains(each.id()));
        ids.insert(each.id());
        each.forEachChild([&](const Schema &child, Keyword, const QString &) { visit(child); });
    };
    visit(schema);
    QCOMPARE(ids.size(), 5);
    QVERIFY(!ids.contains(NodeId::None));
}

QTEST_GUILESS_MAIN(TestInference)
#include "test_inference.moc"
