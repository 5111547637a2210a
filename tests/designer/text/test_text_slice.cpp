#include "designer/text/text_slice.h"
#include "designer/text/yaml/yaml_reader.h"

#include <QTest>

using namespace Design;

/// Lines of a text by themselves, and the way back.
class TestTextSlice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesOfMembers_data();
    void linesOfMembers();
    void changesGoBack_data();
    void changesGoBack();
    void allButSomeMembers();
    void noLinesOfItsOwn_data();
    void noLinesOfItsOwn();
    void carriageReturns();
};

static const char *const yaml = R"(# of all
paths:
    # about the path
    /a: # beside it
        # about get
        get: {x: 1}

        # about post
        post:
            y: 2
  # oddly placed
            z: |
                text

                more
            # inside of post
    # about b
    /b:
        get: {}
components:
    schemas:
        # of models

        # about A
        A:
            type: object

            # at the end of A
        B: {} # beside B
)";

static const char *const json = R"({
   "paths": {},
   "components": {
      "schemas": {
         "A": {
            "type": "object",

            "required": ["a",
                         "b"]
         },
         "B": {}
      }
   }
})";

static TextSlice slice(const QByteArray &text, const char *pointer, int parents)
{
    const ReadText read = text.startsWith('{') ? readJson(text) : readYaml(text);
    const std::optional<TextSlice> found =
        TextSlice::ofMember(text, read, QString::fromUtf8(pointer).split(u' '), parents);
    return found.value();
}

void TestTextSlice::linesOfMembers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<int>("parents");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("with all its comments")
        << QByteArray(yaml) << QByteArray("components schemas A") << 0 << QByteArray(R"(# of models

# about A
A:
    type: object

    # at the end of A
)");
    QTest::newRow("without those of others")
        << QByteArray(yaml) << QByteArray("components schemas B") << 0
        << QByteArray("B: {} # beside B\n");
    QTest::newRow("below its parent")
        << QByteArray(yaml) << QByteArray("paths /a post") << 1
        << QByteArray("# about the path\n/a: # beside it\n    # about post\n    post:\n"
                      "        y: 2\n# oddly placed\n        z: |\n            text\n\n"
                      "            more\n        # inside of post\n");
    QTest::newRow("JSON") << QByteArray(json) << QByteArray("components schemas A") << 0
                          << QByteArray(R"({
   "A": {
      "type": "object",

      "required": ["a",
                   "b"]
   }
}
)");
    QTest::newRow("JSON, below its parent")
        << QByteArray(json) << QByteArray("components schemas B") << 1
        << QByteArray("{\n   \"schemas\": {\n      \"B\": {}\n   }\n}\n");
}

void TestTextSlice::linesOfMembers()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pointer);
    QFETCH(int, parents);
    QFETCH(QByteArray, expected);
    const TextSlice found = slice(text, pointer.constData(), parents);
    QCOMPARE(found.text(), expected);
    QCOMPARE(found.changedTo(found.text()).value_or("none"), text);
}

void TestTextSlice::changesGoBack_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<int>("parents");
    QTest::addColumn<QByteArray>("from"); // in the slice
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("fromWhole");
    QTest::addColumn<QByteArray>("toWhole");
    const auto row = [](const char *name, const char *text, const char *pointer, int parents,
                        const char *from, const char *to, const char *fromWhole,
                        const char *toWhole) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(pointer) << parents
                            << QByteArray(from) << QByteArray(to) << QByteArray(fromWhole)
                            << QByteArray(toWhole);
    };
    const auto *const a = "components schemas A";
    row("a comment above", yaml, a, 0, "A:\n", "# new\nA:\n", "        A:\n",
        "        # new\n        A:\n");
    row("a comment inside", yaml, a, 0, "object\n", "object\n    # new\n", "object\n",
        "object\n            # new\n");
    row("a comment at the end", yaml, a, 0, "end of A\n", "end of A\n    # new\n", "end of A\n",
        "end of A\n            # new\n");
    row("quotes", yaml, a, 0, "object", "\"object\" # new", "object", "\"object\" # new");
    row("a blank line less", yaml, a, 0, "object\n\n", "object\n", "object\n\n", "object\n");
    row("a comment gone", yaml, a, 0, "# about A\n", "", "        # about A\n", "");
    row("a comment of the path", yaml, "paths /a post", 1, "the path", "it", "the path", "it");
    row("a comment between path and method", yaml, "paths /a post", 1, "    # about post\n",
        "    # new\n    # about post\n", "        # about post\n",
        "        # new\n        # about post\n");
    row("above and below the key of the path", yaml, "paths /a post", 1,
        "# about the path\n/a: # beside it\n", "# new\n/a: # beside it\n    # too\n",
        "    # about the path\n    /a: # beside it\n        # about get\n        get: {x: 1}\n\n",
        "    # new\n    /a: # beside it\n        # about get\n        get: {x: 1}\n\n"
        "        # too\n");
    row("JSON", json, a, 0, "\"object\",\n\n", "\"object\",\n", "\"object\",\n\n", "\"object\",\n");
    row("a blank line in front", json, a, 0, "{\n   \"A\"", "{\n\n   \"A\"", "         \"A\"",
        "\n         \"A\"");
}

void TestTextSlice::changesGoBack()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pointer);
    QFETCH(int, parents);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, fromWhole);
    QFETCH(QByteArray, toWhole);
    const TextSlice found = slice(text, pointer.constData(), parents);
    QByteArray typed = found.text();
    QVERIFY2(typed.contains(from), typed.constData());
    typed.replace(from, to);
    QByteArray expected = text;
    QVERIFY(expected.contains(fromWhole));
    expected.replace(fromWhole, toWhole);
    QCOMPARE(found.changedTo(typed).value_or("none"), expected);
}

void TestTextSlice::allButSomeMembers()
{
    const QByteArray text = "# all\nopenapi: 3.1.0\ninfo:\n  title: t\n# routes\npaths:\n  /a: {}\n"
                            "  # more\ntags: []\ncomponents:\n  schemas: {}\n# the end\n";
    const std::optional<TextSlice> head = TextSlice::without(
        text, readYaml(text), {QStringLiteral("paths"), QStringLiteral("components")});
    QVERIFY(head);
    QCOMPARE(head->text(), QByteArray("# all\nopenapi: 3.1.0\ninfo:\n  title: t\n# routes\n"
                                      "tags: []\n# the end\n"));
    const auto isTakenBack = [&](const char *from, const char *to) {
        QByteArray typed = head->text();
        QByteArray expected = text;
        typed.replace(from, to);
        expected.replace(from, to);
        QCOMPARE(head->changedTo(typed).value_or("none"), expected);
    };
    isTakenBack("title: t\n", "title: t\n  # inside\n");
    isTakenBack("tags", "# about tags\ntags");
    isTakenBack("# the end\n", "# the end\n# of it\n");
    isTakenBack("# routes\n", "");
}

void TestTextSlice::noLinesOfItsOwn_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("all on one line") << QByteArray("a: {b: {c: 1}}\n");
    QTest::newRow("beside another") << QByteArray("{\"a\":\n{\"b\": {\"c\": 1}, \"d\": 1}}");
    QTest::newRow("another style") << QByteArray("a: {\n  b: {c: 1}\n }\n");
    QTest::newRow("an alias") << QByteArray("x: &x\n  b: 1\na: *x\n");
    QTest::newRow("not there") << QByteArray("a:\n  c: 1\n");
}

void TestTextSlice::noLinesOfItsOwn()
{
    QFETCH(QByteArray, text);
    const ReadText read = text.startsWith('{') ? readJson(text) : readYaml(text);
    QVERIFY(read.ok());
    QVERIFY(!TextSlice::ofMember(text, read, {QStringLiteral("a"), QStringLiteral("b")}, 0)
                 .has_value());
    // What stands around a slice of JSON is not in the text, and cannot be changed there.
    const TextSlice found = slice(json, "components schemas B", 0);
    QVERIFY(!found.changedTo("[\n   \"B\": {}\n]\n"));
}

void TestTextSlice::carriageReturns()
{
    const QByteArray text = "a:\r\n  b: 1\r\n  c: 2";
    const TextSlice found = slice(text, "a c", 0);
    QCOMPARE(found.text(), QByteArray("c: 2\n"));
    QCOMPARE(found.changedTo("# new\nc: 2\n").value_or("none"),
             QByteArray("a:\r\n  b: 1\r\n  # new\r\n  c: 2"));
    QCOMPARE(found.changedTo("c: 2\n# new\n").value_or("none"),
             QByteArray("a:\r\n  b: 1\r\n  c: 2\r\n  # new\r\n"));
}

QTEST_GUILESS_MAIN(TestTextSlice)
#include "test_text_slice.moc"
