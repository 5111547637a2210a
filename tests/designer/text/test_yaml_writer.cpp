#include "designer/text/yaml/yaml_reader.h"
#include "designer/text/yaml/yaml_writer.h"
#include "random_json.h"

#include <QTest>

using namespace Design;

class TestYamlWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layout();
    void texts_data();
    void texts();
    void keys();
    void numbers();
    void longKeys();
    void loneSurrogates();
    void everyValueComesBack();
    void placesAreThoseOfTheReader();
};

void TestYamlWriter::layout()
{
    const Json value = readJson(R"({"openapi": "3.1.0", "info": {"title": "Shop", "version": "1.0"},
        "tags": [{"name": "items", "x": {"z": 1}}, [1, [2, {"z": []}]], "t", {}, [], null],
        "paths": {}, "ok": true})")
                           .value;
    QCOMPARE(writeYaml(value), QByteArray("openapi: 3.1.0\n"
                                          "info:\n"
                                          "  title: Shop\n"
                                          "  version: '1.0'\n"
                                          "tags:\n"
                                          "  - name: items\n"
                                          "    x:\n"
                                          "      z: 1\n"
                                          "  - - 1\n"
                                          "    - - 2\n"
                                          "      - z: []\n"
                                          "  - t\n"
                                          "  - {}\n"
                                          "  - []\n"
                                          "  - null\n"
                                          "paths: {}\n"
                                          "ok: true\n"));
    QCOMPARE(writeYaml(Json(JsonObject())), QByteArray("{}\n"));
    QCOMPARE(writeYaml(Json(JsonArray())), QByteArray("[]\n"));
    QCOMPARE(writeYaml(Json()), QByteArray("null\n"));
}

void TestYamlWriter::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("yaml");
    const auto plain = [](const char *text) {
        QTest::newRow(text) << QString::fromUtf8(text) << QByteArray(text);
    };
    const auto single = [](const char *text) {
        QByteArray quoted(text);
        quoted.replace("'", "''");
        QTest::addRow("'%s'", text) << QString::fromUtf8(text) << '\'' + quoted + '\'';
    };
    const auto written = [](const char *name, const QString &text, const char *yaml) {
        QTest::newRow(name) << text << QByteArray(yaml);
    };
    for (const char *text : {"a",
                             "Item price",
                             "/items/{id}",
                             "3.1.0",
                             "127.0.0.1",
                             "application/json",
                             "a:b",
                             "a#b",
                             "-a",
                             "a-b",
                             "it's",
                             "say \"x\"",
                             "application/vnd.api+json; charset=utf-8",
                             "x, y",
                             "a - b",
                             "12 items",
                             "1st",
                             "v1",
                             "deadbeef",
                             "nullable",
                             "yesterday",
                             "on top",
                             "\xC3\xA4",
                             "\xF0\x9F\x98\x80",
                             "https://example.com/?a=b#c",
                             "${HOST}",
                             "(a)",
                             "a\\b",
                             "a?b",
                             "<b>",
                             "=>",
                             "^[a-z]+$",
                             "_1",
                             "infinite",
                             "$ref",
                             "a*b",
                             "a&b",
                             "ne",
                             "1.2.3.4-beta",
                             "5XX",
                             "1a2b3c"}) {
        plain(text);
    }
    for (const char *text :
         {"", " ", " a", "a ", "~", "null", "Null", "NULL", "true", "True", "TRUE", "false", "yes",
          "Yes", "YES", "no", "No", "on", "On", "off", "OFF", "y", "Y", "n", "N", "<<", "=", ".",
          // numbers of some reader
          "0", "1", "-1", "+1", "1.0", "-1.5", ".5", "-.5", "1.", "1e5", "1E5", "1.5e+3", "1_000",
          "1,000", "0x1f", "0X1F", "0o17", "0b101", "0xdead_beef", "017", "09", "1:30", "12:30:45",
          "1:30.5", ".inf", "-.inf", "+.INF", ".nan", ".NaN", "-.NaN", "1e", "0x",
          "123456789012345678901234567890",
          // dates and times
          "2026-01-01", "2026-1-1", "2026-01-01T12:00:00Z", "2026-01-01 12:00:00 +01:00",
          "2026-01-01t12:00:00.5-05:00",
          // syntax
          "- a", "-", "--", "---", "--- a", "...", "... a", "? a", "?", ": a", ":", "a: b",
          "a:", "a #b", "#a", "[a", "]", "{a}", "}", ",", "&a", "*a", "!a", "|", ">", "'a'", "'",
          "\"a\"", "%a", "@a", "`a`", "# a", "a: ", "key:", "''", "a : b", "-1a: b", "1..2"}) {
        single(text);
    }
    written("tab", QStringLiteral("a\tb"), "\"a\\tb\"");
    written("carriage return", QStringLiteral("a\r\nb"), "\"a\\r\\nb\"");
    written("nul", QString(QChar(0)), "\"\\u0000\"");
    written("escape", QStringLiteral("\u001b[0m"), "\"\\u001b[0m\"");
    written("delete", QString(QChar(0x7F)), "\"\\u007f\"");
    written("next line", QStringLiteral("a\u0085b"), "\"a\\u0085b\"");
    written("line separator", QStringLiteral("a\u2028\"\\b"), "\"a\\u2028\\\"\\\\b\"");
    written("byte order mark", QStringLiteral("\ufeffa"), "\"\\ufeffa\"");
    written("no-break space", QStringLiteral("\u00a0a"),
            "'\xC2\xA0"
            "a'");
    written("not a character", QString(QChar(0xFFFF)), "\"\\uffff\"");
    written("lines", QStringLiteral("a\nb"), "|-\n  a\n  b");
    written("a line", QStringLiteral("a\n"), "|\n  a");
    written("a line more", QStringLiteral("a\n\n"), "|+\n  a\n");
    written("empty lines", QStringLiteral("a\n\n  b: 1 # c\n\n\n- c\n"),
            "|\n  a\n\n    b: 1 # c\n\n\n  - c");
    written("indented first line", QStringLiteral(" a\nb\n"), "|2\n   a\n  b");
    written("empty first line", QStringLiteral("\na\n"), "|2\n\n  a");
    written("tab in a line", QStringLiteral("a\tb\nc\n"), "|\n  a\tb\n  c");
    written("tab before a line", QStringLiteral("a\n\tb\n"), "\"a\\n\\tb\\n\"");
    written("only breaks", QStringLiteral("\n\n"), "\"\\n\\n\"");
    written("blank last line", QStringLiteral("a\n  "), "\"a\\n  \"");
    written("unprintable in lines", QStringLiteral("a\n\u0001\n"), "\"a\\n\\u0001\\n\"");
    written("long line", QStringLiteral("word ").repeated(100) + u'.',
            QByteArray(QByteArray("word ").repeated(100) + '.').constData());
}

void TestYamlWriter::texts()
{
    QFETCH(const QString, text);
    QFETCH(QByteArray, yaml);
    const Json value = JsonObject{{QStringLiteral("k"), text}};
    QCOMPARE(writeYaml(value), "k: " + yaml + '\n');
    for (const Json &one : {value, Json(text), Json(JsonArray{text, 1}),
                            Json(JsonObject{{text, JsonObject{{text, JsonArray{text}}}}})}) {
        const ReadText read = readYaml(writeYaml(one));
        QVERIFY2(read.ok(), writeYaml(one).constData());
        QVERIFY2(read.value == one, writeYaml(one).constData());
    }
}

void TestYamlWriter::keys()
{
    const Json value = readJson(R"({"200": 1, "/a b": 2, "true": 3, "a: b": 4, "": 5, "x-y": 6,
                                    "a\nb": 7, "default": 8, "5XX": 9, "<<": {"a": 1}})")
                           .value;
    QCOMPARE(writeYaml(value), QByteArray("'200': 1\n/a b: 2\n'true': 3\n'a: b': 4\n'': 5\nx-y: 6\n"
                                          "\"a\\nb\": 7\ndefault: 8\n5XX: 9\n'<<':\n  a: 1\n"));
    QVERIFY(readYaml(writeYaml(value)).value == value);
}

void TestYamlWriter::numbers()
{
    const Json value = JsonArray{Json::number("1.10"),
                                 Json::number("-0"),
                                 Json::number("1E400"),
                                 Json::number("NaN"),
                                 Json::number("-Infinity"),
                                 Json::number("Infinity"),
                                 Json(1.0),
                                 Json::number("12345678901234567890123")};
    QCOMPARE(writeYaml(value), QByteArray("- 1.10\n- -0\n- 1E400\n- .nan\n- -.inf\n- .inf\n- 1.0\n"
                                          "- 12345678901234567890123\n"));
    QVERIFY(readYaml(writeYaml(value)).value == value);
}

void TestYamlWriter::longKeys()
{
    const QString key = QStringLiteral("k ").repeated(2000) + u'k';
    const Json value = JsonObject{{key, JsonObject{{key, 1}}},
                                  {QStringLiteral("\n") + key, JsonArray{1}},
                                  {QStringLiteral("a"), key}};
    const QByteArray text = writeYaml(value);
    QVERIFY(text.startsWith("? k k "));
    const ReadText read = readYaml(text);
    QVERIFY(read.ok());
    QVERIFY(read.value == value);
}

void TestYamlWriter::loneSurrogates()
{
    const Json value =
        JsonArray{QString(QChar(0xD800)), QStringLiteral("a") + QChar(0xDC00) + u'\n'};
    const ReadText read = readYaml(writeYaml(value));
    QVERIFY(read.ok());
    QCOMPARE(read.value.array().at(0).string(), QStringLiteral("\ufffd"));
    QCOMPARE(read.value.array().at(1).string(), QStringLiteral("a\ufffd\n"));
}

void TestYamlWriter::everyValueComesBack()
{
    RandomJson random(20'260'301);
    for (int i = 0; i < 5000; ++i) {
        const Json value = random.value();
        const QByteArray text = writeYaml(value);
        const ReadText read = readYaml(text);
        QVERIFY2(read.diagnostics.isEmpty() && read.value == value, text.constData());
    }
}

void TestYamlWriter::placesAreThoseOfTheReader()
{
    RandomJson random(3);
    for (int i = 0; i < 1000; ++i) {
        const Json value = random.value();
        SourceMap map;
        const QByteArray text = writeYaml(value, &map);
        QCOMPARE(text, writeYaml(value));
        const ReadText read = readYaml(text);
        const QList<SourceMap::Entry> &written = map.entries();
        const QList<SourceMap::Entry> &found = read.sourceMap.entries();
        QCOMPARE(written.size(), found.size());
        for (qsizetype entry = 0; entry < found.size(); ++entry) {
            QCOMPARE(written.at(entry).keyBegin, found.at(entry).keyBegin);
            QCOMPARE(written.at(entry).begin, found.at(entry).begin);
            QCOMPARE(written.at(entry).count, found.at(entry).count);
            // The reader leaves the last line breaks of a literal block out.
            QCOMPARE(text.first(written.at(entry).end).trimmed().size(),
                     text.first(found.at(entry).end).trimmed().size());
        }
    }
}

QTEST_APPLESS_MAIN(TestYamlWriter)
#include "test_yaml_writer.moc"
