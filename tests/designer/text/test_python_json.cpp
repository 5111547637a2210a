#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace Design;

/// Against CPython 3.11's json.loads, from which the tables were recorded.
class TestPythonJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errors_data();
    void errors();
    void values_data();
    void values();
    void notText_data();
    void notText();
    void depth();
    void conformance();
};

void TestPythonJson::errors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QString>("message");
    const auto row = [](const QByteArray &text, int offset, const char *message) {
        QTest::addRow("%.60s", text.toPercentEncoding(" {}[]\":,\\").constData())
            << text << offset << QString::fromLatin1(message);
    };
    const char *const value = "Expecting value";
    const char *const name = "Expecting property name enclosed in double quotes";
    const char *const colon = "Expecting ':' delimiter";
    const char *const comma = "Expecting ',' delimiter";
    const char *const open = "Unterminated string starting at";
    const char *const control = "Invalid control character at";
    const char *const escape = "Invalid \\escape";
    const char *const hex = "Invalid \\uXXXX escape";
    const char *const extra = "Extra data";

    row("", 0, value);
    row(" \t\r\n", 4, value);
    row("\xC2\xA0[]", 0, value);
    row("\x0B[]", 0, value);
    row("{\"q\":", 5, value);
    row("{\"q\": }", 6, value);
    row("[", 1, value);
    row("[1,", 3, value);
    row("[1,]", 3, value);
    row("[,1]", 1, value);
    row("nul", 0, value);
    row("nan", 0, value);
    row("Na", 0, value);
    row("-", 0, value);
    row("[-]", 1, value);
    row("-x", 0, value);
    row("-Infinit", 0, value);
    row("+1", 0, value);
    row(".5", 0, value);
    row("'a'", 0, value);
    row("\xEF\xBB\xBF", 0, value);
    row("\xEF\xBB\xBF\xEF\xBB\xBF[]", 0, value);
    row("{", 1, name);
    row("{q:1}", 1, name);
    row("{\"q\":1,}", 7, name);
    row("{ 'q':1}", 2, name);
    row("{\"q\":1 , ", 9, name);
    row("{\"q\"", 4, colon);
    row("{\"q\" 1}", 5, colon);
    row("{\"q\",1}", 4, colon);
    row("[1,2", 4, comma);
    row("[1 2]", 3, comma);
    row("[1}", 2, comma);
    row("[01]", 2, comma);
    row("[1.]", 2, comma);
    row("[1.e5]", 2, comma);
    row("[1e]", 2, comma);
    row("[1e+]", 2, comma);
    row("[1e5.5]", 4, comma);
    row("[-01]", 3, comma);
    row("{\"q\":1", 6, comma);
    row("{\"q\":1 \"r\":2}", 7, comma);
    row("[\"a\" \"b\"]", 5, comma);
    row("[trues]", 5, comma);
    row("\"", 0, open);
    row("[\"abc", 1, open);
    row("{\"q", 1, open);
    row("\"a\\", 0, open);
    row("\"a\\\"", 0, open);
    row("[\"a\nb\"]", 3, control);
    row("\"\x1F\"", 1, control);
    row("\"a\tb", 2, control);
    row(QByteArray("\"a\0\"", 4), 2, control);
    row("\"a\\x\"", 2, escape);
    row("\"\\ \"", 1, escape);
    row("\"\\U0041\"", 1, escape);
    row("\"\\u12\"", 2, hex);
    row("\"\\u12g4\"", 2, hex);
    row("\"\\u+123\"", 2, hex);
    row("\"\\u123", 2, hex);
    row("\"\\u1234", 2, hex);
    row("\"\\u", 2, hex);
    row("\"\\ud83d\\u12\"", 8, hex);
    row("\"\\ud83d\\uzzzz\"", 8, hex);
    row("\"\\ud83d\\ude00", 8, hex);
    row("\"\\ud83d\\x\"", 7, escape);
    row("{\"q\":1} x", 8, extra);
    row("01", 1, extra);
    row("1.", 1, extra);
    row("1e", 1, extra);
    row("[]]", 2, extra);
    row("1 2", 2, extra);
    row("null,", 4, extra);
    row("NaNs", 3, extra);
    row("{}\x0C", 2, extra);
    row("{}\xEF\xBB\xBF", 2, extra);

    // Offsets are in characters.
    row("[\"\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80\",]", 7, value);
    row("\xEF\xBB\xBF{\"\xC3\xA4\":}", 5, value);
    row("[\"\xED\xA0\xBD\" x]", 5, comma);
    row(QByteArray("[\0,\0\xE4\0]\0", 8), 1, value);
    row(QByteArray("\xFF\xFE\"\0=\xD8\x00\xDE\"\0x\0", 12), 3, extra);
    row(QByteArray("\0\0\0[\0\0\0\x31", 8), 2, comma);
    row(QByteArray("\xFE\xFF\0{", 4), 1, name);
}

void TestPythonJson::errors()
{
    QFETCH(const QByteArray, text);
    const PythonJson read = readPythonJson(text);
    QVERIFY(read.value.isUndefined());
    QVERIFY(read.error.has_value());
    QTEST(read.error->message, "message");
    QTEST(static_cast<int>(read.error->offset), "offset");
    QVERIFY(!read.error->isEncoding);
    QVERIFY(!read.error->isTooDeep);
}

void TestPythonJson::values_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("written"); // by writePythonJson
    const auto row = [](const QByteArray &text, const QByteArray &written) {
        QTest::addRow("%.60s", text.toPercentEncoding(" {}[]\":,\\").constData())
            << text << written;
    };
    row("{\"a\":1,\"b\":2,\"a\":[3],\"c\":4,\"a\":5}", R"({"a":5,"b":2,"c":4})");
    row(" [1 , 2.50,1E2,-0,-0.0,1e400,1e-400,true] ", "[1,2.5,100.0,0,-0.0,null,0.0,true]");
    row("[NaN,Infinity,-Infinity]", "[null,null,null]");
    row("123456789012345678901234567890", "123456789012345678901234567890");
    row("1e16", "1e+16");
    row("\"\\u00e4\\/\\u0007\\n\"", "\"\xC3\xA4/\\u0007\\n\"");
    row("\"\\ud83d\\ude00\"", "\"\xF0\x9F\x98\x80\"");
    row("\"\\ude00\\ud83d\"", "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
    row("\"\xED\xA0\x80\"", "\"\xEF\xBF\xBD\"");
    row("\"\xEF\xBB\xBF\"", "\"\xEF\xBB\xBF\"");
    row("\"\x7F\"", "\"\x7F\"");
    row("\xEF\xBB\xBF[]", "[]");
    row(QByteArray("\xFF\xFE[\0 \0\x31\0]\0", 10), "[1]");
    row(QByteArray("\0[\0]", 4), "[]");
    row(QByteArray("[\0]\0", 4), "[]");
    row(QByteArray("1\0", 2), "1");
    row(QByteArray("\0\x31", 2), "1");
    row(QByteArray("\"\0=\xD8\x00\xDE\"\0", 8), "\"\xF0\x9F\x98\x80\"");
    row(QByteArray("\"\0=\xD8\"\0", 6), "\"\xEF\xBF\xBD\"");
    row(QByteArray("\0\0\0[\0\0\0]", 8), "[]");
    row(QByteArray("[\0\0\0]\0\0\0", 8), "[]");
    row(QByteArray("\xFF\xFE\0\0\"\0\0\0\x00\xF6\x01\0\"\0\0\0", 16), "\"\xF0\x9F\x98\x80\"");
    row(QByteArray(4300, '9'), QByteArray(4300, '9'));
    row('-' + QByteArray(4300, '9'), '-' + QByteArray(4300, '9'));
    row("1." + QByteArray(5000, '1') + "e1", "11.11111111111111");
}

void TestPythonJson::values()
{
    QFETCH(const QByteArray, text);
    const PythonJson read = readPythonJson(text);
    QVERIFY2(!read.error, read.error ? qPrintable(read.error->message) : "");
    QTEST(writePythonJson(read.value), "written");
}

void TestPythonJson::notText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) {
        QTest::newRow(name) << bytes;
    };
    row("Latin-1", "\"\xE9\"");
    row("cut off", "\"\xE2\x82");
    row("overlong", "\"\xC0\xAF\"");
    row("beyond Unicode", "\"\xF4\x90\x80\x80\"");
    row("before a syntax error", "[1,,]\xFF");
    row("odd UTF-16", QByteArray("[\0]\0 ", 5));
    row("odd UTF-16 with a mark", QByteArray("\xFF\xFE[\0]", 5));
    row("UTF-32 cut off", QByteArray("\0\0\0[\0\0", 6));
    row("UTF-32 beyond Unicode", QByteArray("\0\0\0[\0\x11\0\0", 8));
    row("4,301 digits", QByteArray(4301, '1'));
    row("4,301 digits before a syntax error", "[-" + QByteArray(4301, '1') + ",]");
}

void TestPythonJson::notText()
{
    QFETCH(const QByteArray, bytes);
    const PythonJson read = readPythonJson(bytes);
    QVERIFY(read.error.has_value());
    QVERIFY(read.error->isEncoding);
    QVERIFY(read.value.isUndefined());
}

void TestPythonJson::depth()
{
    const auto nested = [](qsizetype depth) {
        return QByteArray(depth, '[') + QByteArray(depth, ']');
    };
    QVERIFY(!readPythonJson(nested(512)).error);
    const PythonJson deep = readPythonJson(nested(513));
    QVERIFY(deep.error && deep.error->isTooDeep && !deep.error->isEncoding);
    QVERIFY(readPythonJson(QByteArray("{\"a\":").repeated(1'000'000)).error->isTooDeep);
    QVERIFY(readPythonJson("[[1]]", 1).error->isTooDeep);
    // An earlier fault counts first.
    QCOMPARE(readPythonJson("[x" + nested(600)).error->message, QStringLiteral("Expecting value"));
}

void TestPythonJson::conformance()
{
    const QDir folder(QStringLiteral(MENURA_TEST_DATA "/json/test_parsing"));
    if (!folder.exists())
        QSKIP("the JSON test suite is not there");
    int accepted = 0;
    const QFileInfoList files = folder.entryInfoList(QDir::Files);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        const PythonJson python = readPythonJson(text);
        if (!info.fileName().startsWith(u"y_"))
            continue;
        ++accepted;
        QVERIFY2(!python.error, qPrintable(info.fileName()));
        const ReadText read = readJson(text);
        if (read.ok())
            QVERIFY2(python.value == read.value, qPrintable(info.fileName()));
    }
    QVERIFY(accepted >= 95);
}

QTEST_APPLESS_MAIN(TestPythonJson)
#include "test_python_json.moc"
