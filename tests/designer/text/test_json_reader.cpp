#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace Design;

class TestJsonReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conformance_data();
    void conformance();
    void messages_data();
    void messages();
    void duplicateKeysAreAllReported();
    void manyDuplicateKeys();
    void keepsNumbersAndOrder();
    void keepsStrings_data();
    void keepsStrings();
    void limits();
    void encodings();
    void longObjectsAreIndexed();
};

void TestJsonReader::conformance_data()
{
    const QDir folder(QStringLiteral(MENURA_TEST_DATA "/json/test_parsing"));
    if (!folder.exists())
        QSKIP("the JSON test suite is not there");
    QTest::addColumn<QString>("path");
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    QVERIFY(names.filter(QRegularExpression(QStringLiteral("^y_"))).size() >= 95);
    QVERIFY(names.filter(QRegularExpression(QStringLiteral("^n_"))).size() >= 188);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestJsonReader::conformance()
{
    QFETCH(const QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    const ReadText read = readJson(text);
    const QString name = QFileInfo(path).fileName();
    if (name.startsWith(u"n_")) {
        QVERIFY(read.value.isUndefined());
        QCOMPARE(read.diagnostics.size(), 1);
        QVERIFY(read.diagnostics.first().position.isValid());
    } else if (name.startsWith(u"y_")) {
        // Equal keys are lawful to the grammar and refused by us, with a value.
        QVERIFY(!read.value.isUndefined());
        for (const Diagnostic &diagnostic : read.diagnostics)
            QCOMPARE(diagnostic.rule, QStringLiteral("duplicate-key"));
        QCOMPARE(readJson(writeJson(read.value)).value, read.value);
        QCOMPARE(readJson(writeJson(read.value, 2)).value, read.value);
    } else {
        QVERIFY(!read.value.isUndefined() || hasErrors(read.diagnostics));
    }
}

void TestJsonReader::messages_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("line"); // as toLine() prints it
    const auto row = [](const char *name, const QByteArray &text, const char *line) {
        QTest::newRow(name) << text << QString::fromUtf8(line);
    };
    row("empty", "", "f:1:1: error: Expected a value, found the end of the text (json-syntax)");
    row("blank", " \n ", "f:2:2: error: Expected a value, found the end of the text (json-syntax)");
    row("comma in object", "{\"price\": 1\n \"tax\": 2}",
        "f:2:2: error: Expected a comma or } after the value of \"price\", found \"tax\" "
        "(json-syntax)");
    row("comma in list", "[1 2]",
        "f:1:4: error: Expected a comma or ] after item 1 of the list, found 2 (json-syntax)");
    row("open list", "[1,[2,3]",
        "f:1:9: error: Expected a comma or ] after item 2 of the list, found the end of the text "
        "(json-syntax)");
    row("trailing comma in list", "[1,]",
        "f:1:4: error: Expected a list item after the comma, found ]: JSON allows no comma before "
        "the closing ] (json-syntax)");
    row("trailing comma in object", "{\"a\":1,}",
        "f:1:8: error: Expected a name in double quotes after the comma, found }: JSON allows no "
        "comma before the closing } (json-syntax)");
    row("bare name", "{a: 1}",
        "f:1:2: error: Expected a name in double quotes or }, found a (json-syntax)");
    row("single quotes", "{'a': 1}",
        "f:1:2: error: Expected a name in double quotes or }, found ': names stand in double "
        "quotes (json-syntax)");
    row("no colon", "{\"a\" 1}",
        "f:1:6: error: Expected a colon after the name \"a\", found 1 (json-syntax)");
    row("no value", "{\"a\":}", "f:1:6: error: Expected a value for \"a\", found } (json-syntax)");
    row("word", "[nul]", "f:1:2: error: Expected a list item or ], found nul (json-syntax)");
    row("Python's word", "{\"a\": True}",
        "f:1:7: error: Expected a value for \"a\", found True: true, false and null are written in "
        "lower case (json-syntax)");
    row("NaN", "NaN",
        "f:1:1: error: Expected a value, found NaN: JSON has no infinity and no NaN (json-syntax)");
    row("leading zero", "[012]",
        "f:1:3: error: Expected a comma or ] after item 1 of the list, found 12: a number does not "
        "begin with 0 (json-syntax)");
    row("bare point", "[1.]",
        "f:1:3: error: Expected a comma or ] after item 1 of the list, found .: a number has a "
        "digit after its point (json-syntax)");
    row("plus", "+1",
        "f:1:1: error: Expected a value, found +1: a number has no plus sign (json-syntax)");
    row("comment", "{} // done",
        "f:1:4: error: Expected the end of the text after its one value, found /: JSON has no "
        "comments (json-syntax)");
    row("columns are characters", "[\"\xC3\xA4\xF0\x9F\x98\x80\" x]",
        "f:1:7: error: Expected a comma or ] after item 1 of the list, found x (json-syntax)");
    row("open string", "[1, \"abc]",
        "f:1:5: error: The text that begins here has no closing double quote (json-syntax)");
    row("line break", "\"a\nb\"",
        "f:1:3: error: Expected an escape such as \\n or \\u0001 in the text, found the character "
        "U+000A (json-syntax)");
    row("escape", "\"a\\x\"",
        "f:1:3: error: Expected an escape (\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX), found \\x "
        "(json-syntax)");
    row("unicode escape", "\"\\u12g4\"",
        "f:1:3: error: Expected four hexadecimal digits after \\u (json-syntax)");
    row("percent signs in names", "{\"%1%2\" 1}",
        "f:1:9: error: Expected a colon after the name \"%1%2\", found 1 (json-syntax)");
    row("Windows lines", "[\r\n1\r\n2]",
        "f:3:1: error: Expected a comma or ] after item 1 of the list, found 2 (json-syntax)");
}

void TestJsonReader::messages()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, line);
    const ReadText read = readJson(text);
    QVERIFY(read.value.isUndefined());
    QVERIFY(!read.ok());
    QCOMPARE(read.diagnostics.size(), 1);
    QCOMPARE(toLine(read.diagnostics.first(), QStringLiteral("f")), line);
}

void TestJsonReader::duplicateKeysAreAllReported()
{
    const ReadText read = readJson("{\"a\": [{\"x\": 1,\n\"x\": 2}],\n \"b\": 1, \"a\": 3,\n"
                                   "\"a\": {\"y\": 1, \"y\": {\"z\": 2}, \"w\": 0}, \"c\": 4}");
    QStringList lines;
    for (const Diagnostic &diagnostic : read.diagnostics)
        lines.append(toLine(diagnostic, QStringLiteral("f")) + u' ' + diagnostic.pointer);
    const auto expected = QStringList{
        QStringLiteral("f:2:1: error: The name \"x\" stands in this object already, on line 1 "
                       "(duplicate-key) /a/0/x"),
        QStringLiteral("f:3:10: error: The name \"a\" stands in this object already, on line 1 "
                       "(duplicate-key) /a"),
        QStringLiteral("f:4:1: error: The name \"a\" stands in this object already, on line 3 "
                       "(duplicate-key) /a"),
        QStringLiteral("f:4:15: error: The name \"y\" stands in this object already, on line 4 "
                       "(duplicate-key) /a/y"),
    };
    QCOMPARE(lines, expected);
    QVERIFY(!read.ok());
    QCOMPARE(writeJson(read.value),
             QByteArray("{\"b\":1,\"a\":{\"y\":{\"z\":2},\"w\":0},\"c\":4}"));
    // The places belong to the values that stayed.
    const auto place = [&](QStringView pointer) {
        return read.sourceMap.position(read.value, pointer);
    };
    QCOMPARE(place(u"/b"), (TextPosition{3, 2}));
    QCOMPARE(place(u"/a"), (TextPosition{4, 1}));
    QCOMPARE(place(u"/a/y/z"), (TextPosition{4, 21}));
    QCOMPARE(place(u"/a/w"), (TextPosition{4, 30}));
    QCOMPARE(place(u"/c"), (TextPosition{4, 39}));
}

void TestJsonReader::manyDuplicateKeys()
{
    const QByteArray text = '{' + QByteArray("\"k\":[1,2],").repeated(100'000) + "\"k\":0}";
    const ReadText read = readJson(text);
    QCOMPARE(writeJson(read.value), QByteArray("{\"k\":0}"));
    QCOMPARE(read.diagnostics.size(), 1001);
    QVERIFY(read.diagnostics.last().message.startsWith(u"99000 more"));
    QCOMPARE(read.sourceMap.entries().size(), 2);
}

void TestJsonReader::keepsNumbersAndOrder()
{
    const QByteArray text = "{\"z\":1.0,\"a\":[-0,1e400,0.10,1E+2,9223372036854775807,"
                            "-9223372036854775808,9223372036854775808,123456789012345678,"
                            "1234567890123456789012345678901234567890],\"\":null}";
    const ReadText read = readJson(text);
    QVERIFY(read.ok());
    QCOMPARE(writeJson(read.value), text);
    const JsonArray numbers = read.value.value(u"a").array();
    QVERIFY(numbers.at(0).isInteger());
    QVERIFY(!numbers.at(0).isInt64());
    QVERIFY(!numbers.at(1).isInteger());
    QCOMPARE(numbers.at(4).toInt64(), std::numeric_limits<qint64>::max());
    QCOMPARE(numbers.at(5).toInt64(), std::numeric_limits<qint64>::min());
    QVERIFY(!numbers.at(6).isInt64());
    QVERIFY(numbers.at(6).isInteger());
    QCOMPARE(numbers.at(7).toInt64(), 123456789012345678);
}

void TestJsonReader::keepsStrings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("value");
    QTest::newRow("empty") << QByteArray("\"\"") << QStringLiteral("");
    QTest::newRow("escapes") << QByteArray("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\"")
                             << QStringLiteral("\"\\/\b\f\n\r\tA");
    QTest::newRow("pair") << QByteArray("\"\\ud83d\\ude00\"") << QString::fromUtf8("😀");
    QTest::newRow("raw") << QByteArray("\"a😀ä\"") << QString::fromUtf8("a😀ä");
    QTest::newRow("lone") << QByteArray("\"\\ude00x\\ud83d\"")
                          << QString(QChar(0xDE00)) + u'x' + QChar(0xD83D);
    QTest::newRow("mark") << QByteArray("\"\xEF\xBB\xBFx\"") << QString(QChar(0xFEFF)) + u'x';
    QTest::newRow("nul") << QByteArray("\"a\\u0000b\"") << QStringLiteral("a") + QChar(0) + u'b';
    QTest::newRow("delete") << QByteArray("\"\x7F\"") << QString(QChar(0x7F));
}

void TestJsonReader::keepsStrings()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, value);
    // Alone, and in a text long enough for the reader to remember its strings.
    const ReadText alone = readJson(text);
    QVERIFY(alone.ok());
    QCOMPARE(alone.value.string(), value);
    const QByteArray longer = '[' + (text + ',').repeated(300) + text + ']';
    const ReadText many = readJson(longer);
    QVERIFY(many.ok());
    for (const Json &item : many.value.array())
        QCOMPARE(item.string(), value);
    QCOMPARE(readJson(writeJson(alone.value)).value.string(), value);
}

void TestJsonReader::limits()
{
    const auto nested = [](qsizetype depth) {
        return QByteArray(depth, '[') + QByteArray(depth, ']');
    };
    QVERIFY(readJson(nested(512)).ok());
    const ReadText deep = readJson(nested(513));
    QVERIFY(deep.value.isUndefined());
    QCOMPARE(deep.diagnostics.first().rule, QStringLiteral("too-deep"));
    QCOMPARE(deep.diagnostics.first().position, (TextPosition{1, 513}));
    QCOMPARE(readJson(QByteArray("{\"a\":").repeated(100'000)).diagnostics.first().rule,
             QStringLiteral("too-deep"));

    ReadLimits limits;
    limits.nodes = 4;
    QVERIFY(readJson("[1,[2]]", limits).ok());
    const ReadText many = readJson("[1,[2,3]]", limits);
    QVERIFY(many.value.isUndefined());
    QCOMPARE(many.diagnostics.first().rule, QStringLiteral("too-large"));
}

void TestJsonReader::encodings()
{
    const ReadText marked = readJson("\xEF\xBB\xBF[1, x]");
    QCOMPARE(marked.diagnostics.first().position, (TextPosition{1, 5}));
    QVERIFY(readJson("\xEF\xBB\xBF{}").ok());
    QVERIFY(!readJson("\xEF\xBB\xBF").ok());
    const ReadText latin = readJson("{\"a\":\n \"caf\xE9\"}");
    QCOMPARE(toLine(latin.diagnostics.first(), QStringLiteral("f")),
             QStringLiteral("f:2:6: error: Expected a text in UTF-8, found the byte 0xE9 "
                            "(invalid-utf8)"));
    for (const char *bytes : {"\"\xC0\x80\"", "\"\xED\xA0\x80\"", "\"\xF4\x90\x80\x80\"",
                              "\"\xE2\x82\"", "\"\x80\"", "\"\xF8\x88\x80\x80\x80\""}) {
        QCOMPARE(readJson(bytes).diagnostics.first().rule, QStringLiteral("invalid-utf8"));
    }
    const ReadText wide = readJson(QByteArray("\xFF\xFE{\0}\0", 6));
    QVERIFY(wide.diagnostics.first().message.contains(u"UTF-16"));
}

void TestJsonReader::longObjectsAreIndexed()
{
    QByteArray text = "{";
    for (int i = 0; i < 100'000; ++i)
        text += "\"key" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ',';
    text.back() = '}';
    const ReadText read = readJson(text);
    QVERIFY(read.ok());
    QCOMPARE(read.value.object().size(), 100'000);
    for (int i = 0; i < 100'000; i += 7)
        QCOMPARE(read.value.value(QStringLiteral("key%1").arg(i)).toInt64(), i);
    QVERIFY(!read.value.object().contains(u"key100000"));
}

QTEST_APPLESS_MAIN(TestJsonReader)
#include "test_json_reader.moc"
