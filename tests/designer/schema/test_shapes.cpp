#include "designer/model/schema_json.h"
#include "designer/schema/schema_compiler.h"
#include "designer/schema/validator.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Design;

namespace
{

Json json(const QByteArray &text)
{
    const ReadText read = readJson(text);
    return read.ok() ? read.value : Json();
}

CompiledSchema compiledFrom(const Json &schema)
{
    return SchemaCompiler().compile(readSchema(schema, nodeIdsFrom()));
}

CompiledSchema compiled(const QByteArray &text)
{
    return compiledFrom(json(text));
}

/// The same value, made member by member: no object in it has a shape.
Json unknown(const Json &value)
{
    if (value.isArray()) {
        JsonArray made;
        for (const Json &item : value.array())
            made.append(unknown(item));
        return made;
    }
    if (!value.isObject())
        return value;
    JsonObject made;
    for (const JsonObject::Member &member : value.object())
        made.insert(member.key, unknown(member.value));
    return made;
}

/// Makes small schemas and values that meet often: few names, few values, few levels.
class Dice
{
public:
    explicit Dice(quint32 seed)
        : m_random(seed)
    {
    }

    Json schema(int levels)
    {
        JsonObject made;
        if (levels == 0 || roll(4) == 0) {
            const QList<Json> simple{json(R"({"type": "integer"})"),
                                     json(R"({"type": ["string", "null"]})"),
                                     json(R"({"enum": ["x", 1]})"),
                                     json(R"({"minimum": 1})"),
                                     json(R"({"type": "array"})"),
                                     json(R"({"maxLength": 0})"),
                                     json(R"({"type": ["object", "number"]})"),
                                     Json(true),
                                     Json(false)};
            return simple[roll(simple.size())];
        }
        if (roll(3) == 0) {
            made.insert(QStringLiteral("items"), schema(levels - 1));
            if (roll(4) == 0)
                made.insert(QStringLiteral("prefixItems"), JsonArray{schema(levels - 1)});
            return made;
        }
        JsonObject properties;
        for (const QString &name : m_names) {
            if (roll(2) == 0)
                properties.insert(name, property(levels - 1));
        }
        made.insert(QStringLiteral("properties"), properties);
        if (roll(3) == 0)
            made.insert(QStringLiteral("required"), JsonArray{m_names[roll(m_names.size())]});
        if (roll(4) == 0)
            made.insert(QStringLiteral("additionalProperties"), schema(levels - 1));
        if (roll(5) == 0)
            made.insert(QStringLiteral("patternProperties"),
                        JsonObject{{QStringLiteral("[ab]"), schema(levels - 1)}});
        if (roll(4) == 0) {
            JsonArray parts;
            for (qsizetype i = 1 + roll(2); i > 0; --i)
                parts.append(schema(levels - 1));
            made.insert(QStringLiteral("allOf"), parts);
        }
        if (roll(6) == 0)
            made.insert(QStringLiteral("unevaluatedProperties"), false);
        return made;
    }

    Json value(int levels)
    {
        const qsizetype kind = levels == 0 ? roll(6) : roll(10);
        if (kind < 6)
            return json(QByteArrayList{"1", "0", "1.0", "null", "\"x\"", "\"\""}[kind]);
        if (kind == 6) {
            JsonArray array;
            const bool isAlike = roll(2) == 0;
            for (qsizetype i = roll(3); i > 0; --i)
                array.append(isAlike && !array.isEmpty() ? otherwise(array.first())
                                                         : value(levels - 1));
            return array;
        }
        JsonObject object;
        for (const QString &name : m_names) {
            if (roll(2) == 0)
                object.insert(name, value(levels - 1));
        }
        return object;
    }

private:
    /// A value of the same shape.
    Json otherwise(const Json &value)
    {
        if (value.isInt64())
            return value.toInt64() + roll(2);
        if (value.isString())
            return value.string() + QString(roll(2), u'x');
        if (value.isArray()) {
            JsonArray array;
            for (const Json &item : value.array())
                array.append(otherwise(item));
            return array;
        }
        JsonObject object;
        for (const JsonObject::Member &member : value.object())
            object.insert(member.key, otherwise(member.value));
        return value.isObject() ? Json(object) : value;
    }

    Json property(int levels)
    {
        Json made = schema(levels);
        if (!made.isObject() || roll(4) != 0)
            return made;
        JsonObject marked = made.object();
        marked.insert(roll(2) == 0 ? QStringLiteral("readOnly") : QStringLiteral("writeOnly"),
                      true);
        return marked;
    }

    qsizetype roll(qsizetype sides)
    {
        return static_cast<qsizetype>(m_random.bounded(static_cast<quint32>(sides)));
    }

    QRandomGenerator m_random;
    const QStringList m_names{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
};

} // namespace

/// What is learnt about the shapes of objects makes validating faster and changes no outcome.
class TestShapes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownShapes_data();
    void knownShapes();
    void manyShapes();
    void deepShapes();
    void manyParts();
    void anyShapes();
};

void TestShapes::knownShapes_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("values"); // of which the first is valid
    QTest::addColumn<QList<bool>>("valid"); // one each
    const auto row = [](const char *schema, const char *values, const QList<bool> &valid) {
        QTest::newRow(schema) << QByteArray(schema) << QByteArray(values) << valid;
    };
    row(R"({"properties": {"a": {"type": "integer"}}})",
        R"([{"a": 1}, {"a": "x"}, {"a": 1.0}, {"a": 1.5}, {"a": null}, {"a": 2}])",
        {true, false, true, false, false, true});
    row(R"({"properties": {"a": {"minimum": 3}}})", R"([{"a": 3}, {"a": 2}, {"a": "x"}, {"a": 4}])",
        {true, false, true, true});
    row(R"({"properties": {"a": {"items": {"type": "null"}}}})",
        R"([{"a": []}, {"a": [1]}, {"a": [null]}])", {true, false, true});
    row(R"({"required": ["b"], "properties": {"a": true}})",
        R"([{"a": 1, "b": 1}, {"a": 1}, {"b": 1, "a": 1}, {}, {"b": null}])",
        {true, false, true, false, true});
    row(R"({"patternProperties": {"^x": {"type": "string"}}, "additionalProperties": false})",
        R"([{"x1": ""}, {"x1": 1}, {"y": ""}, {"x1": "", "y": ""}, {"x2": ""}])",
        {true, false, false, false, true});
    row(R"({"properties": {"a": {"$ref": "#/$defs/a"}}, "$defs": {"a": {"enum": ["x", "y"]}}})",
        R"([{"a": "x"}, {"a": "z"}, {"a": "y"}, {"a": 1}])", {true, false, true, false});
    row(R"({"properties": {"a": {"$ref": "#"}}, "additionalProperties": false})",
        R"([{"a": {"a": {}}}, {"a": {"b": 1}}, {"a": {"a": {"a": {}}}}, {"a": 1}])",
        {true, false, true, true});
    row(R"({"allOf": [{"properties": {"a": {"type": "integer"}}}], "unevaluatedProperties": false})",
        R"([{"a": 1}, {"a": 1, "b": 1}, {"a": 2}, {"b": 1}, {"a": "x"}])",
        {true, false, true, false, false});
    row(R"({"allOf": [{"$ref": "#/$defs/a"}, {"title": "free"}, {"required": ["b"]}],
            "properties": {"b": {"type": "string"}},
            "$defs": {"a": {"required": ["a"], "properties": {"a": {"type": "integer"}, "b": {"minLength": 1}}}}})",
        R"([{"a": 1, "b": "x"}, {"a": 1, "b": ""}, {"a": "x", "b": "x"}, {"a": 1}, {"b": "x"}, 1,
            {"a": 1, "b": 2}, {"b": "x", "a": 1}])",
        {true, false, false, false, false, true, false, true});
    row(R"({"properties": {"a": {"$ref": "#/$defs/c"}},
            "$defs": {"c": {"allOf": [{"$ref": "#/$defs/b"}], "additionalProperties": {"type": "integer"}},
                      "b": {"allOf": [{"$ref": "#/$defs/a"}, {"properties": {"y": {"minimum": 2}}}]},
                      "a": {"properties": {"x": {"maximum": 9}, "o": {"$ref": "#/$defs/b"}}}}})",
        R"([{"a": {"x": 1, "y": 2}}, {"a": {"x": 10, "y": 2}}, {"a": {"x": 1, "y": 1}},
            {"a": {"x": 1.5, "y": 2}}, {"a": {"o": {"y": 1}}}, {"a": {"z": 1}}, {"a": {"z": "1"}}])",
        {true, false, false, false, false, true, false});
    row(R"({"allOf": [{"patternProperties": {"^x": {"type": "string"}}, "additionalProperties": false},
                      {"properties": {"xa": {"minLength": 2}}}]})",
        R"([{"xa": "ab"}, {"xa": "a"}, {"xb": "a"}, {"y": ""}, {"xa": "cd"}])",
        {true, false, true, false, true});
    row(R"({"properties": {"a": {"required": ["b"], "properties": {"b": {"minLength": 2}}}}})",
        R"([{"a": {"b": "xy"}}, {"a": {"b": "x"}}, {"a": {}}, {"a": 1}, {"a": {"b": "yx"}}])",
        {true, false, false, true, true});
    row(R"({"properties": {"a": {"properties": {"b": {"type": "array", "items": {"type": "integer"}}}}}})",
        R"([{"a": {"b": [1]}}, {"a": {"b": [1, "x"]}}, {"a": {"b": ["x"]}}, {"a": {"b": []}},
            {"a": {"b": [1, 2.0]}}, {"a": {"b": [1, 2.5]}}, {"a": {"b": [2, 1]}}])",
        {true, false, false, true, true, false, true});
    row(R"({"properties": {"a": {"items": {"properties": {"b": {"type": "string"}}}}}})",
        R"([{"a": [{"b": ""}]}, {"a": [{"b": 1}]}, {"a": [{"b": ""}, {"b": 1}]}, {"a": [{}, {"b": "x"}]}])",
        {true, false, false, true});
    row(R"({"properties": {"a": {"items": {"required": ["b"], "properties": {"b": {"minimum": 3}}}}}})",
        R"([{"a": [{"b": 3}]}, {"a": [{"b": 3}, {"b": 2}]}, {"a": [{"b": 4}, {"b": 5}]}, {"a": []},
            {"a": [{"c": 3}]}, {"a": [{"b": 3}, {"c": 3}]}, {"a": [{"b": 3}, 1]}])",
        {true, false, true, true, false, false, true});
    row(R"({"properties": {"a": {"prefixItems": [{"type": "null"}], "items": {"type": "string"}}}})",
        R"([{"a": [null, ""]}, {"a": ["", null]}, {"a": ["", ""]}, {"a": [null]}])",
        {true, false, false, true});
    row(R"({"properties": {"a": {"patternProperties": {"^x": {"type": "string"}}}}})",
        R"([{"a": {"x": ""}}, {"a": {"x": 1}}, {"a": {"y": 1}}, {"a": {"x": "", "y": 1}}])",
        {true, false, true, true});
    row(R"({"properties": {"a": {"maxProperties": 1, "properties": {"b": {"type": "string"}}}}})",
        R"([{"a": {"b": ""}}, {"a": {"b": "", "c": 1}}, {"a": {"b": 1}}])", {true, false, false});
    row(R"({"properties": {"a": {"properties": {"b": {"properties": {"c": {"enum": ["x"]}}}}}}})",
        R"([{"a": {"b": {"c": "x"}}}, {"a": {"b": {"c": "y"}}}, {"a": {"b": {}}}, {"a": {}}])",
        {true, false, true, true});
    row(R"({"properties": {"a": false, "b": true}})", R"([{"b": 1}, {"a": 1}, {"b": 1, "a": 1}])",
        {true, false, false});
}

/// Objects whose keys have been seen are looked at in another way; the outcome is the same.
void TestShapes::knownShapes()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, values);
    QFETCH(const QList<bool>, valid);
    const CompiledSchema learning = compiled(schema);
    const JsonArray list = json(values).array();
    QCOMPARE(list.size(), valid.size());
    for (int round = 0; round < 3; ++round) {
        for (qsizetype i = 0; i < list.size(); ++i) {
            QCOMPARE(isValid(learning, list[i]), valid[i]);
            // The same value without a known shape, on a schema that knows none.
            QCOMPARE(isValid(compiled(schema), unknown(list[i])), valid[i]);
        }
    }
}

/// More shapes than there is room for.
void TestShapes::manyShapes()
{
    const CompiledSchema schema =
        compiled(R"({"patternProperties": {"[13579]$": {"minimum": 1}}})");
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 300; ++i) {
            const QByteArray key = QByteArray::number(i);
            QVERIFY(isValid(schema, json("{\"" + key + "\": 1}")));
            QCOMPARE(isValid(schema, json("{\"" + key + "\": 0}")), i % 2 == 0);
        }
    }
}

/// The depth that is allowed counts the objects that one plan covers.
void TestShapes::deepShapes()
{
    const CompiledSchema schema = compiled(R"({"properties": {"a": {"$ref": "#"}}})");
    const auto nested = [](int levels) {
        return json(QByteArray("{\"a\":").repeated(levels) + "{}" + QByteArray(levels, '}'));
    };
    ValidateOptions options;
    options.depth = 40;
    for (int round = 0; round < 3; ++round) {
        QCOMPARE(check(schema, nested(5), options), Validation::Valid);
        QCOMPARE(check(schema, nested(30), options), Validation::Valid);
        QCOMPARE(check(schema, nested(50), options), Validation::TooCostly);
    }
}

/// Parts of parts: what takes in the one below it twice does not double the work at each level.
void TestShapes::manyParts()
{
    constexpr int levels = 60;
    JsonObject definitions;
    const auto name = [](int level) { return QStringLiteral("p%1").arg(level); };
    for (int level = 0; level < levels; ++level) {
        const Json below(
            JsonObject{{QStringLiteral("$ref"), QStringLiteral("#/$defs/") + name(level + 1)}});
        const JsonObject own{
            {name(level), JsonObject{{QStringLiteral("type"), QStringLiteral("integer")}}}};
        definitions.insert(name(level),
                           JsonObject{{QStringLiteral("properties"), own},
                                      {QStringLiteral("allOf"), JsonArray{below, below}}});
    }
    definitions.insert(name(levels), JsonObject{{QStringLiteral("required"), JsonArray{name(0)}}});
    const int deep = levels - 8; // few enough below it to be looked at in one go
    for (const int top : {0, deep}) {
        const CompiledSchema schema = compiledFrom(
            JsonObject{{QStringLiteral("$defs"), definitions},
                       {QStringLiteral("$ref"), QStringLiteral("#/$defs/") + name(top)}});
        const bool isBounded = top == deep;
        for (int round = 0; round < 3; ++round) {
            const auto outcome = [&](const QByteArray &text) { return check(schema, json(text)); };
            QCOMPARE(outcome("{\"p0\": 1, \"p55\": 2}"),
                     isBounded ? Validation::Valid : Validation::TooCostly);
            if (isBounded) {
                QCOMPARE(outcome("{\"p0\": 1, \"p55\": \"x\"}"), Validation::Invalid);
                QCOMPARE(outcome("{\"p55\": 2}"), Validation::Invalid);
            }
        }
    }
}

/// Of whatever schemas and values: known or not, in every direction.
void TestShapes::anyShapes()
{
    constexpr int schemas = 1500;
    constexpr int valuesEach = 24;
    int valid = 0;
    int all = 0;
    for (quint32 seed = 0; seed < schemas; ++seed) {
        Dice dice(seed);
        const Json text = dice.schema(3);
        const CompiledSchema schema = compiledFrom(text);
        JsonArray values;
        for (int i = 0; i < valuesEach; ++i)
            values.append(json(writeJson(dice.value(3))));
        for (int round = 0; round < 2; ++round) {
            for (const Json &value : std::as_const(values)) {
                for (const Direction direction :
                     {Direction::None, Direction::Request, Direction::Response}) {
                    ValidateOptions options;
                    options.direction = direction;
                    const Validation::Outcome outcome = check(schema, value, options);
                    const QByteArray what = writeJson(text) + '\n' + writeJson(value);
                    QVERIFY2(outcome == check(schema, unknown(value), options), what.constData());
                    QVERIFY2(outcome == validate(schema, value, options).outcome, what.constData());
                    valid += outcome == Validation::Valid ? 1 : 0;
                    ++all;
                }
            }
        }
    }
    QVERIFY(valid > all / 5 && valid < all * 4 / 5); // both happen often
}

QTEST_GUILESS_MAIN(TestShapes)
#include "test_shapes.moc"
