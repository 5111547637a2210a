#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"
#include "random_json.h"

#include <QTest>

using namespace Design;

class TestJsonWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layout();
    void escapes();
    void whatJsonCannotSay();
    void pythonNumbers();
    void everyValueComesBack();
    void placesAreThoseOfTheReader();
};

void TestJsonWriter::layout()
{
    const Json value = readJson(R"({"a": [1, {"b": {}}], "c": [], "d": null})").value;
    QCOMPARE(writeJson(value), QByteArray(R"({"a":[1,{"b":{}}],"c":[],"d":null})"));
    QCOMPARE(writeJson(value, 2),
             QByteArray("{\n  \"a\": [\n    1,\n    {\n      \"b\": {}\n    }\n"
                        "  ],\n  \"c\": [],\n  \"d\": null\n}\n"));
    QCOMPARE(writeJson(Json(JsonArray{1, 2}), 4), QByteArray("[\n    1,\n    2\n]\n"));
    QCOMPARE(writeJson(Json(true), 2), QByteArray("true\n"));
}

void TestJsonWriter::escapes()
{
    const Json text(QStringLiteral("\"\\/\b\f\n\r\t\u0001\u001f\u007f\u00e4\u2028\U0001f600"));
    QCOMPARE(writeJson(text), QByteArray("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7F\xC3\xA4"
                                         "\xE2\x80\xA8\xF0\x9F\x98\x80\""));
    QCOMPARE(writePythonJson(text), writeJson(text));
    const Json lone(QString(QChar(0xD83D)) + u'x' + QChar(0xDE00));
    QCOMPARE(writeJson(lone), QByteArray("\"\\ud83dx\\ude00\""));
    QCOMPARE(writePythonJson(lone), QByteArray("\"\xEF\xBF\xBDx\xEF\xBF\xBD\""));
    QCOMPARE(writeJson(QString()), QByteArray("\"\""));

    // Long ones are written in pieces; no pair is torn.
    for (int before = 8180; before < 8200; ++before) {
        const QString longText =
            QString(before, u'a') + QStringLiteral("\U0001f600").repeated(20'000);
        QCOMPARE(readJson(writeJson(longText)).value.string(), longText);
        QCOMPARE(readPythonJson(writePythonJson(longText)).value.string(), longText);
    }
}

void TestJsonWriter::whatJsonCannotSay()
{
    const Json odd = JsonArray{Json(), Json::number("NaN"), Json::number("Infinity"),
                               Json::number("-Infinity"), Json::number("1e400")};
    QCOMPARE(writeJson(odd), QByteArray("[null,null,null,null,1e400]"));
    QCOMPARE(writePythonJson(odd), QByteArray("[null,null,null,null,null]"));
    QCOMPARE(writeJson(Json()), QByteArray("null"));
}

void TestJsonWriter::pythonNumbers()
{
    const Json numbers =
        readJson("[1.10,1E2,-0,-0.0,12345678901234567890123,0.00001,1e22,100,1e-400,"
                 "123456789.123456789]")
            .value;
    QCOMPARE(writePythonJson(numbers),
             QByteArray("[1.1,100.0,0,-0.0,12345678901234567890123,1e-05,1e+22,100,0.0,"
                        "123456789.12345679]"));
}

void TestJsonWriter::everyValueComesBack()
{
    RandomJson random(20'260'301);
    for (int i = 0; i < 3000; ++i) {
        const Json value = random.value();
        for (const int indent : {0, 2}) {
            const QByteArray text = writeJson(value, indent);
            const ReadText read = readJson(text);
            QVERIFY2(read.ok() && read.value == value, text.constData());
        }
        const PythonJson python = readPythonJson(writeJson(value));
        QVERIFY(!python.error && python.value == value);
    }
}

void TestJsonWriter::placesAreThoseOfTheReader()
{
    RandomJson random(7);
    for (int i = 0; i < 500; ++i) {
        const Json value = random.value();
        for (const int indent : {0, 3}) {
            SourceMap map;
            const QByteArray text = writeJson(value, indent, &map);
            QCOMPARE(text, writeJson(value, indent));
            const QList<SourceMap::Entry> &written = map.entries();
            const ReadText read = readJson(text);
            const QList<SourceMap::Entry> &found = read.sourceMap.entries();
            QCOMPARE(written.size(), found.size());
            for (qsizetype entry = 0; entry < found.size(); ++entry) {
                QCOMPARE(written.at(entry).keyBegin, found.at(entry).keyBegin);
                QCOMPARE(written.at(entry).begin, found.at(entry).begin);
                QCOMPARE(written.at(entry).end, found.at(entry).end);
                QCOMPARE(written.at(entry).count, found.at(entry).count);
            }
            QCOMPARE(map.position(2), read.sourceMap.position(2));
        }
    }
}

QTEST_APPLESS_MAIN(TestJsonWriter)
#include "test_json_writer.moc"
