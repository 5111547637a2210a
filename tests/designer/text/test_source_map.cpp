#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"
#include "designer/text/yaml/yaml_reader.h"
#include "designer/text/yaml/yaml_writer.h"

#include <QTest>

using namespace Design;

class TestSourceMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsValues();
    void findsTheNearest();
    void positions();
    void lineBreaks_data();
    void lineBreaks();
    void pointerAtLineOfJson();
    void pointerAtLineOfYaml();
    void pointerAtLineOfAliases();
    void everyLineOfAWrittenText();
    void foreignValuesAreHarmless();
};

/// The text of the pointer's value.
static QByteArray valueText(const ReadText &read, const QByteArray &text, QStringView pointer)
{
    const SourceMap::Entry *const entry = read.sourceMap.find(read.value, pointer);
    return entry ? text.sliced(entry->begin, entry->end - entry->begin) : QByteArray("nowhere");
}

void TestSourceMap::findsValues()
{
    const QByteArray text = "{ \"a\": [1, {\"b/c\": \"x\"} , []],\n  \"\": {\"~\": true } }";
    const ReadText read = readJson(text);
    QVERIFY(read.ok());
    QCOMPARE(valueText(read, text, u""), text);
    QCOMPARE(valueText(read, text, u"/a"), QByteArray("[1, {\"b/c\": \"x\"} , []]"));
    QCOMPARE(valueText(read, text, u"/a/0"), QByteArray("1"));
    QCOMPARE(valueText(read, text, u"/a/1"), QByteArray("{\"b/c\": \"x\"}"));
    QCOMPARE(valueText(read, text, u"/a/1/b~1c"), QByteArray("\"x\""));
    QCOMPARE(valueText(read, text, u"/a/2"), QByteArray("[]"));
    QCOMPARE(valueText(read, text, u"/"), QByteArray("{\"~\": true }"));
    QCOMPARE(valueText(read, text, u"//~0"), QByteArray("true"));
    for (const QStringView nowhere : {u"/b", u"/a/3", u"/a/0/x", u"a", u"/a/-"})
        QCOMPARE(valueText(read, text, nowhere), QByteArray("nowhere"));
}

void TestSourceMap::findsTheNearest()
{
    const ReadText read = readJson("{\"a\": [1, {\"b\": 2}]}");
    const SourceMap &map = read.sourceMap;
    QCOMPARE(map.find(read.value, u"/a/1/c/d", true), map.find(read.value, u"/a/1"));
    QCOMPARE(map.find(read.value, u"/a/7", true), map.find(read.value, u"/a"));
    QCOMPARE(map.find(read.value, u"/x", true), map.find(read.value, u""));
    QCOMPARE(map.find(read.value, u"/a/1/b", true), map.find(read.value, u"/a/1/b"));
    QVERIFY(!map.find(read.value, u"x", true));
    QCOMPARE(map.position(read.value, u"/a/1/c"), (TextPosition{1, 11}));
    QVERIFY(!SourceMap().find(read.value, u"", true));
    QVERIFY(!SourceMap().position(read.value, u"").isValid());
}

void TestSourceMap::positions()
{
    const QByteArray text = "{\n  \"\xC3\xA4\xF0\x9F\x98\x80\": \"\xE2\x82\xAC\", \"b\": 1\n}";
    const ReadText read = readJson(text);
    QCOMPARE(read.sourceMap.position(read.value, u"/b"), (TextPosition{2, 14}));
    QCOMPARE(read.sourceMap.position(0), (TextPosition{1, 1}));
    QCOMPARE(read.sourceMap.position(static_cast<quint32>(text.indexOf('1'))),
             (TextPosition{2, 19}));
    QCOMPARE(read.sourceMap.position(static_cast<quint32>(text.size())), (TextPosition{3, 2}));
    QCOMPARE(read.sourceMap.position(1'000'000), (TextPosition{3, 2}));
    const ReadText marked = readJson("\xEF\xBB\xBF[1]");
    QCOMPARE(marked.sourceMap.position(marked.value, u"/0"), (TextPosition{1, 2}));
}

void TestSourceMap::lineBreaks_data()
{
    QTest::addColumn<QByteArray>("lineBreak");
    QTest::newRow("Unix") << QByteArray("\n");
    QTest::newRow("Windows") << QByteArray("\r\n");
    QTest::newRow("carriage returns") << QByteArray("\r");
}

void TestSourceMap::lineBreaks()
{
    QFETCH(const QByteArray, lineBreak);
    const QByteArray text = QByteArray("[\n1,\n\n2\n]").replace("\n", lineBreak);
    const ReadText read = readJson(text);
    QCOMPARE(read.sourceMap.position(read.value, u"/0"), (TextPosition{2, 1}));
    QCOMPARE(read.sourceMap.position(read.value, u"/1"), (TextPosition{4, 1}));
    QCOMPARE(read.sourceMap.lineOf(static_cast<quint32>(text.size() - 1)), 5);
}

static QStringList pointersOfLines(const ReadText &read, int lines)
{
    QStringList pointers;
    for (int line = 1; line <= lines; ++line)
        pointers.append(read.sourceMap.pointerAtLine(read.value, line));
    return pointers;
}

static QStringList strings(std::initializer_list<const char *> texts)
{
    QStringList result;
    for (const char *text : texts)
        result.append(QString::fromLatin1(text));
    return result;
}

void TestSourceMap::pointerAtLineOfJson()
{
    const ReadText read = readJson("{\n"                // 1
                                   "  \"a\": {\n"       // 2
                                   "    \"b\": [\n"     // 3
                                   "      1,\n"         // 4
                                   "      {\"c\": 2}\n" // 5
                                   "    ],\n"           // 6
                                   "\n"                 // 7
                                   "    \"d\": {}\n"    // 8
                                   "  },\n"             // 9
                                   "  \"e\": 3\n"       // 10
                                   "}\n");              // 11
    QCOMPARE(pointersOfLines(read, 11),
             strings({"", "/a", "/a/b", "/a/b/0", "/a/b/1", "/a/b", "/a", "/a/d", "/a", "/e", ""}));
    for (const int nowhere : {0, -1, 12, 13, 1000})
        QCOMPARE(read.sourceMap.pointerAtLine(read.value, nowhere), QString());
}

void TestSourceMap::pointerAtLineOfYaml()
{
    const ReadText read = readYaml("# comment\n"    // 1
                                   "a:\n"           // 2
                                   "  b:\n"         // 3
                                   "    - 1\n"      // 4
                                   "    - c: 2\n"   // 5
                                   "      d: |\n"   // 6
                                   "        text\n" // 7
                                   "\n"             // 8
                                   "        more\n" // 9
                                   "    -\n"        // 10
                                   "    - {e: 1,\n" // 11
                                   "       f: 2}\n" // 12
                                   "  # comment\n"  // 13
                                   "  g: x\n"       // 14
                                   "h:\n");         // 15
    QVERIFY(read.ok());
    QCOMPARE(pointersOfLines(read, 15),
             strings({"", "/a", "/a/b", "/a/b/0", "/a/b/1/c", "/a/b/1/d", "/a/b/1/d", "/a/b/1/d",
                      "/a/b/1/d", "/a/b/2", "/a/b/3", "/a/b/3/f", "/a", "/a/g", "/h"}));
}

void TestSourceMap::pointerAtLineOfAliases()
{
    const ReadText read = readYaml("a: &a\n"      // 1
                                   "  b: [1]\n"   // 2
                                   "c: *a\n"      // 3
                                   "d:\n"         // 4
                                   "  - *a\n"     // 5
                                   "  - e: 1\n"   // 6
                                   "    <<: *a\n" // 7
                                   "    f: 2\n"); // 8
    QVERIFY(read.ok());
    QCOMPARE(pointersOfLines(read, 8),
             strings({"/a", "/a/b", "/c", "/d", "/d/0", "/d/1/e", "/d/1/b", "/d/1/f"}));
    // What an alias repeats stands at the alias.
    QCOMPARE(read.sourceMap.position(read.value, u"/c/b/0"), (TextPosition{3, 4}));
    QCOMPARE(read.sourceMap.position(read.value, u"/d/1/b/0"), (TextPosition{7, 9}));
    QCOMPARE(read.sourceMap.position(read.value, u"/d/1/f"), (TextPosition{8, 5}));
}

void TestSourceMap::everyLineOfAWrittenText()
{
    // In a text with a member a line, line and pointer lead to one another.
    JsonObject inner;
    for (int i = 0; i < 40; ++i)
        inner.insert(QStringLiteral("k%1").arg(i), i);
    JsonObject outer;
    for (int i = 0; i < 40; ++i)
        outer.insert(QStringLiteral("o%1").arg(i), inner);
    const Json value = outer;
    SourceMap json;
    writeJson(value, 2, &json);
    SourceMap yaml;
    writeYaml(value, &yaml);
    for (int i = 0; i < 40; ++i) {
        for (int j = 0; j < 40; ++j) {
            const QString pointer = QStringLiteral("/o%1/k%2").arg(i).arg(j);
            for (const SourceMap &map : {json, yaml}) {
                const int line = map.position(value, pointer).line;
                QCOMPARE(map.pointerAtLine(value, line), pointer);
            }
        }
    }
}

void TestSourceMap::foreignValuesAreHarmless()
{
    const ReadText read = readJson("{\"a\": [1, 2], \"b\": {}}");
    const Json other = readJson("[[[[1]]], {\"x\": 1}, 2, 3, 4]").value;
    for (const QStringView pointer : {u"/0/0/0/0", u"/1/x", u"/4", u"/b/c"})
        read.sourceMap.find(other, pointer, true);
    for (int line = 0; line < 4; ++line)
        read.sourceMap.pointerAtLine(other, line);
    QCOMPARE(read.sourceMap.pointerAtLine(Json(), 1), QString());
}

QTEST_APPLESS_MAIN(TestSourceMap)
#include "test_source_map.moc"
