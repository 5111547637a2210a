#include "designer/text/json.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"
#include "designer/text/pointer.h"

#include <QTest>

using namespace Design;

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objectsKeepTheirOrder();
    void insertingAtAPlace();
    void renaming();
    void bigObjects();
    void copiesAreIndependent();
    void types();
    void identityAndEquality_data();
    void identityAndEquality();
    void hashesAgreeWithEquality();
    void pointers();
    void shapes();
};

static Json read(const QByteArray &text)
{
    const Json value = readJson(text).value;
    Q_ASSERT(!value.isUndefined());
    return value;
}

void TestJson::objectsKeepTheirOrder()
{
    JsonObject object{{QStringLiteral("z"), 1}, {QStringLiteral("a"), 2}, {QStringLiteral("m"), 3}};
    object.insert(QStringLiteral("a"), 4);
    QCOMPARE(object.keys(),
             (QStringList{QStringLiteral("z"), QStringLiteral("a"), QStringLiteral("m")}));
    QCOMPARE(object.value(u"a").toInt64(), 4);
    QCOMPARE(object.indexOf(u"m"), 2);
    QCOMPARE(object.indexOf(u"q"), -1);
    QVERIFY(object.value(u"q").isUndefined());
    QVERIFY(object.remove(u"a"));
    QVERIFY(!object.remove(u"a"));
    QCOMPARE(object.keys().join(u' '), QStringLiteral("z m"));
}

void TestJson::insertingAtAPlace()
{
    JsonObject object;
    object.insert(5, QStringLiteral("b"), 1);
    object.insert(0, QStringLiteral("a"), 2);
    object.insert(1, QStringLiteral("c"), 3);
    QCOMPARE(object.keys().join(u' '), QStringLiteral("a c b"));
    object.insert(0, QStringLiteral("b"), 4);
    QCOMPARE(object.keys().join(u' '), QStringLiteral("b a c"));
    QCOMPARE(object.value(u"b").toInt64(), 4);
    object.insert(-3, QStringLiteral("d"), 5);
    QCOMPARE(object.keys().join(u' '), QStringLiteral("d b a c"));
}

void TestJson::renaming()
{
    JsonObject object{{QStringLiteral("a"), 1}, {QStringLiteral("b"), 2}};
    QVERIFY(object.rename(u"a", QStringLiteral("c")));
    QCOMPARE(object.keys().join(u' '), QStringLiteral("c b"));
    QVERIFY(!object.rename(u"a", QStringLiteral("d")));
    QVERIFY(!object.rename(u"c", QStringLiteral("b")));
    QVERIFY(object.rename(u"b", QStringLiteral("b")));
    QCOMPARE(object.value(u"c").toInt64(), 1);
}

void TestJson::bigObjects()
{
    // Through the size at which an object gets its index, and back.
    const auto key = [](int i) { return QStringLiteral("k%1").arg(i); };
    JsonObject object;
    for (int i = 0; i < 60; ++i) {
        object.insert(key(i), i);
        for (int j = 0; j <= i; ++j)
            QCOMPARE(object.indexOf(key(j)), j);
        QCOMPARE(object.indexOf(key(i + 1)), -1);
    }
    QVERIFY(object.rename(key(30), QStringLiteral("x")));
    QCOMPARE(object.indexOf(u"x"), 30);
    QCOMPARE(object.indexOf(key(30)), -1);
    object.insert(0, key(59), 0);
    QCOMPARE(object.indexOf(key(59)), 0);
    QCOMPARE(object.indexOf(key(0)), 1);
    while (object.size() > 1)
        QVERIFY(object.remove(object.members().at(object.size() / 2).key));
    QCOMPARE(object.indexOf(object.members().at(0).key), 0);
    QVERIFY(object.remove(object.keys().at(0)));
    QVERIFY(object.isEmpty());
    QCOMPARE(object, JsonObject());
}

void TestJson::copiesAreIndependent()
{
    const Json first = read(R"({"a": {"b": [1, 2]}})");
    Json second = first;
    JsonObject inner = second.value(u"a").object();
    inner.insert(QStringLiteral("b"), QStringLiteral("changed"));
    JsonObject outer = second.object();
    outer.insert(QStringLiteral("a"), inner);
    second = outer;
    QCOMPARE(writeJson(first), QByteArray(R"({"a":{"b":[1,2]}})"));
    QCOMPARE(writeJson(second), QByteArray(R"({"a":{"b":"changed"}})"));
}

void TestJson::types()
{
    QVERIFY(Json().isUndefined());
    QVERIFY(Json(nullptr).isNull());
    QVERIFY(Json(true).isBool());
    QVERIFY(Json(1).isInteger());
    QVERIFY(!Json(1.0).isInteger());
    QVERIFY(Json(1.0).isNumber());
    QCOMPARE(Json(1.0).numberText(), QByteArray("1.0"));
    QCOMPARE(Json(-0.0).numberText(), QByteArray("-0.0"));
    QCOMPARE(Json(1e300).numberText(), QByteArray("1e+300"));
    QVERIFY(Json::number("123456789012345678901234567890").isInteger());
    QCOMPARE(Json::number("123456789012345678901234567890").toInt64(7), 7);
    QCOMPARE(Json::number("-0").toInt64(7), 0);
    QCOMPARE(Json::number("1e2").toInt64(7), 7);
    QCOMPARE(Json::number("1e2").toDouble(), 100.0);
    QCOMPARE(Json(QStringLiteral("x")).toInt64(7), 7);
    QCOMPARE(Json(5).toDouble(), 5.0);
    QVERIFY(Json(5).toString().isNull());
    QVERIFY(Json(5).array().isEmpty());
    QVERIFY(Json(5).object().isEmpty());
    QVERIFY(!Json(5).find(u"a"));
}

void TestJson::identityAndEquality_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<bool>("identical");
    QTest::addColumn<bool>("equal");
    const auto row = [](const char *a, const char *b, bool identical, bool equal) {
        QTest::addRow("%.40s = %.40s", a, b)
            << QByteArray(a) << QByteArray(b) << identical << equal;
    };
    row("1", "1", true, true);
    row("1", "1.0", false, true);
    row("100", "1e2", false, true);
    row("0", "-0", false, true);
    row("-0", "-0.0", false, true);
    row("1e400", "10e399", false, true);
    row("1e400", "1e401", false, false);
    row("1e-400", "0", false, false);
    row("9007199254740993", "9007199254740992", false, false);
    row("9007199254740993.0", "9007199254740993", false, true);
    row("9007199254740993.0", "9007199254740992", false, false);
    row("0.1", "0.10000000000000000000000001", false, false);
    row("123456789012345678901234567890", "123456789012345678901234567890.000", false, true);
    row("1", "\"1\"", false, false);
    row("1", "true", false, false);
    row("0", "false", false, false);
    row("null", "false", false, false);
    row("\"a\"", "\"\\u0061\"", true, true);
    row("[]", "{}", false, false);
    row("[1,2]", "[2,1]", false, false);
    row("[1,[2.0]]", "[1.0,[2]]", false, true);
    row("[1]", "[1,1]", false, false);
    row(R"({"a":1,"b":2})", R"({"b":2,"a":1})", false, true);
    row(R"({"a":1,"b":2})", R"({"a":1,"c":2})", false, false);
    row(R"({"a":1})", R"({"a":1,"b":null})", false, false);
    row(R"({"a":{"b":[1.50]}})", R"({"a":{"b":[15e-1]}})", false, true);
}

void TestJson::identityAndEquality()
{
    QFETCH(const QByteArray, a);
    QFETCH(const QByteArray, b);
    const Json x = read(a);
    const Json y = read(b);
    QTEST(x == y, "identical");
    QTEST(y == x, "identical");
    QTEST(jsonEquals(x, y), "equal");
    QTEST(jsonEquals(y, x), "equal");
    QVERIFY(x == read(a));
    if (jsonEquals(x, y))
        QCOMPARE(jsonHash(x), jsonHash(y));
}

void TestJson::hashesAgreeWithEquality()
{
    // Big ones, and hashes that must differ for a set to be of use.
    JsonArray forwards;
    JsonObject ascending;
    JsonObject descending;
    for (int i = 0; i < 50'000; ++i) {
        forwards.append(i);
        ascending.insert(QString::number(i), i);
        descending.insert(QString::number(49'999 - i), Json(double(49'999 - i)));
    }
    JsonArray backwards = forwards;
    std::reverse(backwards.begin(), backwards.end());
    QVERIFY(jsonEquals(ascending, descending));
    QCOMPARE(jsonHash(ascending), jsonHash(descending));
    QVERIFY(jsonEquals(forwards, JsonArray(forwards)));
    QVERIFY(!jsonEquals(forwards, backwards));
    QVERIFY(jsonHash(forwards) != jsonHash(backwards));
    QVERIFY(jsonHash(read("[1]")) != jsonHash(read("[[1]]")));
    QVERIFY(jsonHash(read("[]")) != jsonHash(read("{}")));
    QVERIFY(jsonHash(1, 1) != jsonHash(1, 2));
}

void TestJson::pointers()
{
    // RFC 6901 section 5.
    const Json root = read(R"({"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3,
                               "g|h": 4, "i\\j": 5, "k\"l": 6, " ": 7, "m~n": 8})");
    const QList<std::pair<QString, int>> examples = {
        {QStringLiteral("/"), 0},     {QStringLiteral("/a~1b"), 1}, {QStringLiteral("/c%d"), 2},
        {QStringLiteral("/e^f"), 3},  {QStringLiteral("/g|h"), 4},  {QStringLiteral("/i\\j"), 5},
        {QStringLiteral("/k\"l"), 6}, {QStringLiteral("/ "), 7},    {QStringLiteral("/m~0n"), 8}};
    for (const auto &[pointer, expected] : examples) {
        const Json *const found = resolvePointer(root, pointer);
        QVERIFY2(found, qPrintable(pointer));
        QCOMPARE(found->toInt64(), expected);
    }
    QCOMPARE(resolvePointer(root, u""), &root);
    QCOMPARE(resolvePointer(root, u"/foo/1")->string(), QStringLiteral("baz"));
    for (const QStringView nowhere :
         {u"foo", u"/foo/2", u"/foo/-", u"/foo/01", u"/foo/-1", u"/foo/+1", u"/foo/ 1", u"/foo/",
          u"/bar", u"/a~1b/x", u"/foo/99999999999999999999"}) {
        QVERIFY2(!resolvePointer(root, nowhere), qPrintable(nowhere.toString()));
    }
    QCOMPARE(escapedToken(QStringLiteral("~1/")), QStringLiteral("~01~1"));
    QCOMPARE(pointerTokens(u"/~01~1/"), (QStringList{QStringLiteral("~1/"), QString()}));
    QCOMPARE(childPointer(QStringLiteral("/a"), QStringLiteral("b/c")), QStringLiteral("/a/b~1c"));
    QCOMPARE(childPointer(QString(), 3), QStringLiteral("/3"));
}

void TestJson::shapes()
{
    const auto shape = [](const Json &value) { return *value.object().shape(); };
    const Json one = read(R"({"id": 1, "name": "a", "tags": [1, "a"]})");
    const Json other = read(R"({"id": 22, "name": "bb", "tags": ["b", "c", 2]})");
    QVERIFY(shape(one).keys == shape(other).keys);
    QVERIFY(shape(one).kinds == shape(other).kinds);
    for (const char *text :
         {R"({"id": 1.5, "name": "a", "tags": [1, "a"]})", R"({"id": 1, "name": "a", "tags": []})",
          R"({"id": 1, "name": "a", "tags": ["a"]})", R"({"id": 1, "name": "a", "tags": {}})"}) {
        QVERIFY2(shape(one).keys == shape(read(text)).keys, text);
        QVERIFY2(shape(one).kinds != shape(read(text)).kinds, text);
    }
    for (const char *text : {R"({"name": "a", "id": 1, "tags": []})", R"({"id": 1, "name": "a"})",
                             R"({"id": 1, "name": "a", "tags": [], "x": 1})", R"({"i": 1})",
                             R"({"idname": 1, "": "a", "tags": []})"}) {
        QVERIFY2(shape(one).keys != shape(read(text)).keys, text);
        QVERIFY2(shape(one).kinds != shape(read(text)).kinds, text);
    }
    const Json outer = read(R"({"a": {"b": {"c": 1}}, "d": {}})");
    QVERIFY(shape(outer).kinds == shape(read(R"({"a": {"b": {"c": 2}}, "d": {}})")).kinds);
    for (const char *text : {R"({"a": {"b": {"c": "x"}}, "d": {}})", R"({"a": {"b": {}}, "d": {}})",
                             R"({"a": {}, "d": {"b": {"c": 1}}})"}) {
        QVERIFY2(shape(outer).keys == shape(read(text)).keys, text);
        QVERIFY2(shape(outer).kinds != shape(read(text)).kinds, text);
    }
    QVERIFY(!JsonObject().shape());
    JsonObject changed = one.object();
    changed.insert(QStringLiteral("id"), QStringLiteral("text"));
    QVERIFY(!changed.shape());
    QVERIFY(one.object().shape());
    // What holds an object whose shape nobody knows has none either.
    QVERIFY(!JsonObject::fromDistinct({{QStringLiteral("inside"), changed}}).shape());
}

QTEST_APPLESS_MAIN(TestJson)
#include "test_json.moc"
