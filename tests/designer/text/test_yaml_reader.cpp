#include "designer/text/json_writer.h"
#include "designer/text/yaml/yaml_reader.h"
#include "random_json.h"
#include "tests/support/work_timer.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Design;

class TestYamlReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scalars_data();
    void scalars();
    void documents_data();
    void documents();
    void findings_data();
    void findings();
    void places();
    void placesOfNothing();
    void jsonIsYaml();
    void depth();
    void aliasesAreCounted();
    void mergingIsCounted();
    void manyAliasesAndAnchors();
    void manyTags();
    void textIsToldApart();
    void encodings();
    void hostile_data();
    void hostile();
};

void TestYamlReader::scalars_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *yaml, const char *json) {
        QTest::newRow(QByteArray(yaml).simplified().constData())
            << QByteArray(yaml) << QByteArray(json);
    };
    for (const char *null : {"~", "null", "Null", "NULL", "!!null ''"})
        row(null, "null");
    for (const char *yes : {"true", "True", "TRUE"})
        row(yes, "true");
    for (const char *no : {"false", "False", "FALSE"})
        row(no, "false");
    // Words of YAML 1.1, and near misses.
    for (const char *text :
         {"yes",        "No",    "on",    "OFF",  "y",   "nULL", "tRUE", "nil",   "None",  "~~",
          "+",          ".",     "..",    "0b11", "0xG", "0o8",  "0X1F", "1_000", "1,000", "12:30",
          "2026-01-01", "1.2.3", "1e",    "1e+",  "e5",  ".e5",  "-.",   "+.",    "--1",   "0x",
          "0o",         "-0x1F", "+.nan", ".iNF", "inf", "1 2",  "1e5e"}) {
        row(text, QByteArray('"' + QByteArray(text) + '"').constData());
    }
    row("0", "0");
    row("12", "12");
    row("-12", "-12");
    row("+12", "12");
    row("007", "7");
    row("-007", "-7");
    row("-0", "-0");
    row("0x1F", "31");
    row("0xffffffffffffffffff", "4722366482869645213695");
    row("0o17", "15");
    row("123456789012345678901234567890", "123456789012345678901234567890");
    row("1.0", "1.0");
    row("1.50", "1.50");
    row("+1.5", "1.5");
    row("1.", "1.0");
    row(".5", "0.5");
    row("-.5", "-0.5");
    row("00.5", "0.5");
    row("1e3", "1e3");
    row("1E+03", "1E+03");
    row("1.e3", "1.0e3");
    row(".5e-3", "0.5e-3");
    row("-0.0", "-0.0");
    row("\"1\"", "\"1\"");
    row("'true'", "\"true\"");
    row("''", "\"\"");
    row("|\n  1\n", "\"1\\n\"");
    row(">-\n  null\n", "\"null\"");
    row("! 12", "\"12\"");
    row("!!str 12", "\"12\"");
    row("!!str", "\"\"");
    row("!!int '12'", "12");
    row("!!int 0x10", "16");
    row("!!float 1", "1.0");
    row("!!float 1.5", "1.5");
    row("!!bool \"true\"", "true");
    row("!<tag:yaml.org,2002:str> 1", "\"1\"");
    row("%TAG !y! tag:yaml.org,2002:\n--- !y!str 1", "\"1\"");
    row("'a''b'", "\"a'b\"");
    row("'a''''b'", "\"a''b\"");
    row("''''''", "\"''\"");
    row("'''''''x'''''", "\"'''x''\"");
    row("'  ''''  \n\n  b  \n c '", "\"  ''\\nb c \"");
    row("\"\\x41\\u00e4\\U0001f600\\ud83d\\ude00\\0\\e\\_\\N\\L\\P\\/\"",
        "\"A\xC3\xA4\xF0\x9F\x98\x80\xF0\x9F\x98\x80\\u0000\\u001b\xC2\xA0\xC2\x85\xE2\x80\xA8"
        "\xE2\x80\xA9/\"");
    row("a\n b\n\n c", "\"a b\\nc\"");
    row("\"\xEF\xBB\xBFx\"", "\"\xEF\xBB\xBFx\"");
}

void TestYamlReader::scalars()
{
    QFETCH(const QByteArray, yaml);
    const ReadText read = readYaml(yaml);
    QVERIFY(read.diagnostics.isEmpty());
    QTEST(writeJson(read.value), "json");
}

void TestYamlReader::documents_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *yaml, const char *json) {
        QTest::newRow(name) << QByteArray(yaml) << QByteArray(json);
    };
    row("keys are texts",
        "200: a\n1.0: b\ntrue: c\nnull: d\n~: e\n? f\n: g\n'h': i\n\"j\": k\n0x1: l",
        R"({"200":"a","1.0":"b","true":"c","null":"d","~":"e","f":"g","h":"i","j":"k","0x1":"l"})");
    row("empty key", "? \n: a", R"({"":"a"})");
    row("nothing for a value", "a:\nb: # nothing\n? c\nd: ''\n",
        R"({"a":null,"b":null,"c":null,"d":""})");
    row("nothing in a list", "-\n- a\n-", R"([null,"a",null])");
    row("explicit document", "%YAML 1.2\n---\na: 1\n...\n", R"({"a":1})");
    row("empty document", "---\n", "null");
    row("byte order mark",
        "\xEF\xBB\xBF"
        "a: 1",
        R"({"a":1})");
    row("lists at the key's column", "a:\n- 1\n- 2\nb: 3", R"({"a":[1,2],"b":3})");
    row("aliases", "a: &x {b: [1]}\nc: *x\nd: [*x, *x]",
        R"({"a":{"b":[1]},"c":{"b":[1]},"d":[{"b":[1]},{"b":[1]}]})");
    row("alias of a text", "a: &x yes\nb: *x", R"({"a":"yes","b":"yes"})");
    row("alias of nothing", "a: &x\nb: *x", R"({"a":null,"b":null})");
    row("alias as a key", "a: &x 200\n*x : b", R"({"a":200,"200":"b"})");
    row("anchor on a key", "&k a: 1\nb: *k", R"({"a":1,"b":"a"})");
    row("anchor of a typed key", "&k 12: 1\nb: *k", R"({"12":1,"b":12})");
    row("anchors are given again", "- &a 1\n- *a\n- &a 2\n- *a", "[1,1,2,2]");
    row("anchor given again inside", "a: &x [&x 1]\nb: *x", R"({"a":[1],"b":1})");
    row("merge", "a: &a {x: 1, y: [2]}\nb: {p: 0, <<: *a, z: 3}",
        R"({"a":{"x":1,"y":[2]},"b":{"p":0,"x":1,"y":[2],"z":3}})");
    row("own members win", "a: &a {x: 1, y: 2}\nb: {<<: *a, x: 3}\nc: {x: 3, <<: *a}",
        R"({"a":{"x":1,"y":2},"b":{"y":2,"x":3},"c":{"x":3,"y":2}})");
    row("earlier ones win",
        "a: &a {x: 1}\nb: &b {x: 2, y: 3}\nc:\n  <<: [*a, *b]\nd:\n  <<: *b\n  <<: *a",
        R"({"a":{"x":1},"b":{"x":2,"y":3},"c":{"x":1,"y":3},"d":{"x":2,"y":3}})");
    row("merge of what was merged", "a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: *b}",
        R"({"a":{"x":1},"b":{"x":1,"y":2},"c":{"x":1,"y":2}})");
    row("merge in place", "a: {<<: {x: 1}, y: 2}", R"({"a":{"x":1,"y":2}})");
    row("merge of nothing", "a: {<<: {}, <<: [], y: 2}", R"({"a":{"y":2}})");
    row("a quoted << is a key", "'<<': {x: 1}", R"({"<<":{"x":1}})");
    row("<< of a text is a key", "<<: x", R"({"<<":"x"})");
    row("<< of a mixed list is a key", "<<: [{a: 1}, 2]", R"({"<<":[{"a":1},2]})");
    row("core tags", "!!map\na: !!seq [1]\nb: !!str 1", R"({"a":[1],"b":"1"})");
    row("block texts",
        "a: |\n  x\n   y\n\n  z\n\nb: >-\n  x\n  y\n\n  z\nc: |+\n  x\n\nd: |2\n   x\n",
        R"({"a":"x\n y\n\nz\n","b":"x y\nz","c":"x\n\n","d":" x\n"})");
    row("tabs between", "a:\t1\n? b\n: c\nd: \t -e\n", R"({"a":1,"b":"c","d":"-e"})");
    row("Windows lines", "a: 1\r\nb: |\r\n  x\r\n  y\r\n", R"({"a":1,"b":"x\ny\n"})");
}

void TestYamlReader::documents()
{
    QFETCH(const QByteArray, yaml);
    const ReadText read = readYaml(yaml);
    QVERIFY2(read.diagnostics.isEmpty(),
             read.diagnostics.isEmpty()
                 ? ""
                 : qPrintable(toLine(read.diagnostics.first(), QStringLiteral("f"))));
    QTEST(writeJson(read.value), "json");
}

void TestYamlReader::findings_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("json"); // empty: no value
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, const char *yaml, const char *json,
                        const QStringList &lines) {
        QTest::newRow(name) << QByteArray(yaml) << QByteArray(json) << lines;
    };
    row("no text", "", "", {QStringLiteral("f:1:1: error: The text holds no value (yaml-empty)")});
    row("only comments", "# a\n# b\n", "",
        {QStringLiteral("f:1:1: error: The text holds no value (yaml-empty)")});
    row("equal keys", "a: 1\nb:\n  c: 1\n  'c': 2\na: 3\n", R"({"b":{"c":2},"a":3})",
        {QStringLiteral("f:4:3: error: The name \"c\" stands in this object already, on line 3 "
                        "(duplicate-key)"),
         QStringLiteral("f:5:1: error: The name \"a\" stands in this object already, on line 1 "
                        "(duplicate-key)")});
    row("keys equal as texts", "1: a\n'1': b\n", R"({"1":"b"})",
        {QStringLiteral("f:2:1: error: The name \"1\" stands in this object already, on line 1 "
                        "(duplicate-key)")});
    row("two documents", "a: 1\n---\nb: 2\n---\nc: 3\n", R"({"a":1})",
        {QStringLiteral("f:2:1: error: The text holds more than one document; only the first is "
                        "read (yaml-documents)")});
    row("keys that are no texts", "a: 1\n? [b]\n: c\n? {d: 1}\n: - e\nf: &f [1]\n*f : g\nh: 2\n",
        R"({"a":1,"f":[1],"h":2})",
        {QStringLiteral("f:2:3: error: A key is a text here; a list or an object cannot be one "
                        "(yaml-key)"),
         QStringLiteral("f:4:3: error: A key is a text here; a list or an object cannot be one "
                        "(yaml-key)"),
         QStringLiteral("f:7:1: error: A key is a text here; a list or an object cannot be one "
                        "(yaml-key)")});
    row("unknown alias", "a: *nobody\nb: &nobody 1\n", R"({"a":null,"b":1})",
        {QStringLiteral("f:1:4: error: The alias *nobody has no anchor &nobody before it "
                        "(yaml-alias)")});
    row("cycle", "a: &loop\n  b:\n    - *loop\n", R"({"a":{"b":[null]}})",
        {QStringLiteral("f:3:7: error: The alias *loop stands inside the value that it repeats "
                        "(&loop on line 2) (yaml-alias)")});
    row("merge cycle", "a: &loop\n  <<: *loop\n  b: 1\n", R"({"a":{"<<":null,"b":1}})",
        {QStringLiteral("f:2:7: error: The alias *loop stands inside the value that it repeats "
                        "(&loop on line 2) (yaml-alias)")});
    row("tags",
        "a: !include /etc/passwd\nb: !!python/object/apply:os.system [x]\nc: !!binary aGk=\n",
        R"({"a":"/etc/passwd","b":["x"],"c":"aGk="})",
        {QStringLiteral("f:1:13: warning: The tag !include does nothing here (yaml-tag)"),
         QStringLiteral("f:2:36: warning: The tag tag:yaml.org,2002:python/object/apply:os.system "
                        "does nothing here (yaml-tag)"),
         QStringLiteral("f:3:13: warning: The tag tag:yaml.org,2002:binary does nothing here "
                        "(yaml-tag)")});
    row("values unlike their tags", "a: !!int x\nb: !!bool 1\n", R"({"a":"x","b":"1"})",
        {QStringLiteral("f:1:10: error: \"x\" is not what its tag !!int says (yaml-tag)"),
         QStringLiteral("f:2:11: error: \"1\" is not what its tag !!bool says (yaml-tag)")});
    row("tab", "a:\n\t- b\n", "",
        {QStringLiteral("f:2:1: error: Tab character may not be used as indentation "
                        "(yaml-syntax)")});
    row("tab behind the colon of an explicit key", "a: 1\n? b:\t- c\n", "",
        {QStringLiteral("f:2:5: error: A tab cannot be used for indentation (yaml-syntax)")});
    row("equal keys and a syntax error", "a: 1\na: 2\nb: {c: 1, c: 2}\nd: ]\n", "",
        {QStringLiteral("f:3:11: error: The name \"c\" stands in this object already, on line 3 "
                        "(duplicate-key)"),
         QStringLiteral("f:4:4: error: Flow sequence with invalid extra closing bracket "
                        "(yaml-syntax)")});
    row("syntax error in the second document", "a: 1\n---\n'", "",
        {QStringLiteral("f:2:1: error: The text holds more than one document; only the first is "
                        "read (yaml-documents)"),
         QStringLiteral("f:3:2: error: Single-quoted scalar without closing quote (yaml-syntax)")});
}

void TestYamlReader::findings()
{
    QFETCH(const QByteArray, yaml);
    const ReadText read = readYaml(yaml);
    QStringList lines;
    for (const Diagnostic &diagnostic : read.diagnostics)
        lines.append(toLine(diagnostic, QStringLiteral("f")));
    QTEST(lines, "lines");
    QTEST(read.value.isUndefined() ? QByteArray() : writeJson(read.value), "json");
    QVERIFY(hasErrors(read.diagnostics) ? !read.ok() : read.ok());
}

void TestYamlReader::places()
{
    const QByteArray text = "# \xC3\xA4\n"
                            "a: \"x\" # c\n"
                            "'b': &n !!str 'y'\n"
                            "c: |+ # kept\n"
                            "  text\n"
                            "\n"
                            "d: >\n"
                            "  folded\n"
                            "# comment\n"
                            "e: plain\n"
                            "  text\n"
                            "f: !!str |-\n"
                            "  t | u\n"
                            "g: [ 1 , {h: , i} ]\n"
                            "j:\n"
                            "  - k\n"
                            "  -\n"
                            "  - \n"
                            "\n"
                            "l: *n\n"
                            "m: [ 1, o p : q, # c\n"
                            "  'r': s, ? t : u, : v]\n";
    const ReadText read = readYaml(text);
    QVERIFY(read.ok());
    const auto at = [&](QStringView pointer) {
        const SourceMap::Entry *const entry = read.sourceMap.find(read.value, pointer);
        return entry ? text.sliced(entry->keyBegin, entry->begin - entry->keyBegin) + '@' +
                           text.sliced(entry->begin, entry->end - entry->begin)
                     : QByteArray("nowhere");
    };
    QCOMPARE(at(u"/a"), QByteArray("a: @\"x\""));
    QCOMPARE(at(u"/b"), QByteArray("'b': &n !!str @'y'"));
    QCOMPARE(at(u"/c"), QByteArray("c: @|+ # kept\n  text"));
    QCOMPARE(at(u"/d"), QByteArray("d: @>\n  folded"));
    QCOMPARE(at(u"/e"), QByteArray("e: @plain\n  text"));
    QCOMPARE(at(u"/f"), QByteArray("f: !!str @|-\n  t | u"));
    QCOMPARE(at(u"/g"), QByteArray("g: @[ 1 , {h: , i} ]"));
    QCOMPARE(at(u"/g/1"), QByteArray("@{h: , i}"));
    QCOMPARE(at(u"/g/1/h"), QByteArray("h:@"));
    QCOMPARE(at(u"/g/1/i"), QByteArray("i@"));
    QCOMPARE(at(u"/j"), QByteArray("j:\n  @- k\n  -\n  -"));
    QCOMPARE(at(u"/j/0"), QByteArray("@k"));
    QCOMPARE(at(u"/j/1"), QByteArray("@"));
    QCOMPARE(read.sourceMap.position(read.value, u"/j/1"), (TextPosition{17, 4}));
    QCOMPARE(read.sourceMap.position(read.value, u"/j/2"), (TextPosition{18, 4}));
    QCOMPARE(at(u"/l"), QByteArray("l: @*n"));
    QCOMPARE(at(u"/m/1"), QByteArray("@o p : q"));
    QCOMPARE(at(u"/m/1/o p"), QByteArray("o p : @q"));
    QCOMPARE(at(u"/m/2"), QByteArray("@'r': s"));
    QCOMPARE(at(u"/m/3"), QByteArray("@? t : u"));
    QCOMPARE(at(u"/m/4"), QByteArray("@: v"));
    QCOMPARE(at(u""), '@' + text.sliced(5).chopped(1));
}

void TestYamlReader::placesOfNothing()
{
    const QByteArray text = "a: { b, c: , : d, e }\n"
                            "f:\n"
                            "  - # nothing\n"
                            "  -\n"
                            "g:\n"
                            "  : h\n"
                            "  ? i\n"
                            "  ? j\n"
                            "  ?\n"
                            "k: !!null\n"
                            "l:\n";
    const ReadText read = readYaml(text);
    QCOMPARE(read.diagnostics.size(), 1); // the empty key comes twice in g
    QList<std::pair<int, int>> places;
    for (const QStringView pointer : {u"/a/b", u"/a/c", u"/a/", u"/a/e", u"/f/0", u"/f/1", u"/g/i",
                                      u"/g/j", u"/g/", u"/k", u"/l"}) {
        const SourceMap::Entry *const entry = read.sourceMap.find(read.value, pointer);
        QVERIFY(entry);
        QVERIFY(entry->keyBegin <= entry->begin && entry->begin <= entry->end);
        const TextPosition position = read.sourceMap.position(entry->begin);
        places.append({position.line, position.column});
    }
    const QList<std::pair<int, int>> expected = {{1, 7}, {1, 11}, {1, 16}, {1, 20},  {3, 4}, {4, 4},
                                                 {7, 6}, {8, 6},  {9, 4},  {10, 10}, {11, 3}};
    QCOMPARE(places, expected);
}

void TestYamlReader::jsonIsYaml()
{
    RandomJson random(11);
    for (int i = 0; i < 2000; ++i) {
        const Json value = random.value();
        const QByteArray text = writeJson(value, i % 3);
        const ReadText read = readYaml(text);
        // JSON allows characters that YAML does not.
        const bool unprintable =
            text.contains('\x7F') || text.contains("\xEF\xBF\xBE") || text.contains("\xEF\xBF\xBF");
        if (unprintable && !read.ok())
            continue;
        QVERIFY2(read.ok(), text.constData());
        QVERIFY2(read.value == value, text.constData());
    }
}

void TestYamlReader::depth()
{
    const auto flow = [](qsizetype depth) {
        return QByteArray(depth, '[') + QByteArray(depth, ']');
    };
    QVERIFY(readYaml(flow(512)).ok());
    const WorkTimer timer;
    for (const QByteArray &text : {flow(513), flow(100'000), QByteArray("- ").repeated(100'000),
                                   QByteArray("a: {").repeated(100'000)}) {
        const ReadText read = readYaml(text);
        QVERIFY(read.value.isUndefined());
        QCOMPARE(read.diagnostics.size(), 1);
        QCOMPARE(read.diagnostics.first().rule, QStringLiteral("too-deep"));
    }
    // Aliases that put their values into one another.
    QByteArray chain = "- &a0 [1]\n";
    for (int i = 1; i < 600; ++i) {
        chain += "- &a" + QByteArray::number(i) + " [*a" + QByteArray::number(i - 1) + "]\n";
    }
    const ReadText read = readYaml(chain);
    QVERIFY(read.value.isUndefined());
    QCOMPARE(read.diagnostics.first().rule, QStringLiteral("too-deep"));
    QVERIFY(read.diagnostics.first().message.contains(u"*a510"));
    // In a key, too, which is passed over.
    QVERIFY(!readYaml("? " + flow(100'000) + "\n: 1").ok());
    QVERIFY(timer.elapsed() < 10'000);

    ReadLimits limits;
    limits.nodes = 4;
    QVERIFY(readYaml("[1, [2]]", limits).ok());
    QCOMPARE(readYaml("[1, [2, 3]]", limits).diagnostics.first().rule, QStringLiteral("too-large"));
}

void TestYamlReader::aliasesAreCounted()
{
    ReadLimits limits;
    limits.aliasNodes = 6;
    QVERIFY(readYaml("a: &a [1, 2]\nb: *a\nc: *a\n", limits).ok());
    const ReadText read = readYaml("a: &a [1, 2]\nb: *a\nc: *a\nd: *a\n", limits);
    QVERIFY(read.value.isUndefined());
    QVERIFY(read.sourceMap.isEmpty());
    QCOMPARE(
        toLine(read.diagnostics.first(), QStringLiteral("f")),
        QStringLiteral("f:4:4: error: With the alias *a the aliases of the text stand for more "
                       "than 6 values (yaml-alias)"));
}

void TestYamlReader::mergingIsCounted()
{
    // Each merge looks at every key, though it brings in nothing new: not a way to waste time.
    QByteArray text = "a: &a {";
    for (int i = 0; i < 20'000; ++i)
        text += 'k' + QByteArray::number(i) + ": 1, ";
    text += "}\nb:\n";
    text += QByteArray("  <<: {}\n").repeated(10);
    ReadLimits limits;
    limits.aliasNodes = 100'000;
    QVERIFY(readYaml(text, limits).ok());
    const WorkTimer timer;
    text += QByteArray("  <<: *a\n").repeated(20'000);
    const ReadText read = readYaml(text, limits);
    QVERIFY(read.value.isUndefined());
    QCOMPARE(read.diagnostics.first().rule, QStringLiteral("yaml-alias"));
    QVERIFY(timer.elapsed() < 5000);

    limits.aliasNodes = 3;
    QVERIFY(readYaml("{<<: {a: 1}}", limits).ok());
    const ReadText merged = readYaml("{<<: {a: 1, b: 2}}", limits);
    QVERIFY(merged.value.isUndefined());
    QVERIFY(merged.diagnostics.first().message.startsWith(u"Merging (<<)"));
}

void TestYamlReader::manyAliasesAndAnchors()
{
    QByteArray text;
    for (int i = 0; i < 20'000; ++i)
        text += "- &a" + QByteArray::number(i) + " x\n- *a" + QByteArray::number(i) + '\n';
    text += QByteArray("- *nobody\n").repeated(5000);
    const WorkTimer timer;
    const ReadText read = readYaml(text);
    QVERIFY(timer.elapsed() < 5000);
    QCOMPARE(read.value.array().size(), 45'000);
    QCOMPARE(read.value.array().at(39'999).string(), QStringLiteral("x"));
    QCOMPARE(read.diagnostics.size(), 1000); // more of the same says nothing new
}

void TestYamlReader::manyTags()
{
    const ReadText read = readYaml(QByteArray("- !x y\n").repeated(5000) + "- *nobody\n");
    QCOMPARE(read.diagnostics.size(), 1001);
    QVERIFY(!read.ok()); // warnings do not hide an error
}

void TestYamlReader::textIsToldApart()
{
    QVERIFY(readJsonOrYaml(" \n\t{\"a\": 1}").ok());
    QVERIFY(readJsonOrYaml("\xEF\xBB\xBF[1]").ok());
    QVERIFY(readJsonOrYaml("a: 1").ok());
    QVERIFY(readJsonOrYaml("\xEF\xBB\xBF# c\na: [1]").ok());
    QCOMPARE(readJsonOrYaml("{a: 1}").diagnostics.first().rule, QStringLiteral("json-syntax"));
    QCOMPARE(readJsonOrYaml("[1,]").diagnostics.first().rule, QStringLiteral("json-syntax"));
    QCOMPARE(readJsonOrYaml(" ").diagnostics.first().rule, QStringLiteral("yaml-empty"));
}

void TestYamlReader::encodings()
{
    const ReadText latin = readYaml("a: b\nc: caf\xE9\n");
    QCOMPARE(toLine(latin.diagnostics.first(), QStringLiteral("f")),
             QStringLiteral("f:2:7: error: Expected a text in UTF-8, found the byte 0xE9 "
                            "(invalid-utf8)"));
    const ReadText nul = readYaml(QByteArray("a: b\nc: \0\nd: e", 14));
    QVERIFY(nul.value.isUndefined());
    QCOMPARE(toLine(nul.diagnostics.first(), QStringLiteral("f")),
             QStringLiteral("f:2:4: error: The control character U+0000 is not allowed in YAML "
                            "(yaml-syntax)"));
    QVERIFY(!readYaml("a: \x01").ok());
    QVERIFY(!readYaml("a: \"\x1F\"").ok());
    QCOMPARE(readYaml("a: \xF0\x9F\x98\x80").value.value(u"a").string(),
             QStringLiteral("\U0001f600"));
}

void TestYamlReader::hostile_data()
{
    const QString folder = QStringLiteral(MENURA_TEST_DATA "/hostile/");
    QFile index(folder + QStringLiteral("index.json"));
    if (!index.open(QIODevice::ReadOnly))
        QSKIP("the hostile documents are not there");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expect");
    const QJsonArray cases = QJsonDocument::fromJson(index.readAll()).array();
    int rows = 0;
    for (const QJsonValue &one : cases) {
        const QString file = one[QLatin1String("file")].toString();
        const bool ours = file.endsWith(u".yaml") || file.startsWith(u"json_");
        if (!ours)
            continue;
        ++rows;
        QTest::newRow(qPrintable(file)) << folder + file << one[QLatin1String("expect")].toString();
    }
    QVERIFY(rows >= 8);
}

void TestYamlReader::hostile()
{
    QFETCH(const QString, path);
    QFETCH(const QString, expect);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const WorkTimer timer;
    const ReadText read = readJsonOrYaml(file.readAll());
    QVERIFY(timer.elapsed() < 5000);
    if (expect == u"report") {
        QVERIFY(!read.ok());
        QVERIFY(read.diagnostics.first().position.isValid());
    } else {
        QVERIFY(read.ok());
    }
    if (path.contains(u"laughs")) {
        QCOMPARE(read.diagnostics.first().rule, QStringLiteral("yaml-alias"));
        QVERIFY(read.diagnostics.first().message.contains(u"the alias *"));
    }
    if (path.contains(u"tag"))
        QCOMPARE(read.diagnostics.size(), 3);
}

QTEST_APPLESS_MAIN(TestYamlReader)
#include "test_yaml_reader.moc"
