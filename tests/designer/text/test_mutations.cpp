#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"
#include "designer/text/yaml/yaml_reader.h"
#include "designer/text/yaml/yaml_writer.h"
#include "random_json.h"

#include <QTest>

using namespace Design;

/// Broken texts of every kind: a reader says yes or no, never crashes, and what it accepts can be
/// written and read again.
class TestMutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void json();
    void pythonJson();
    void yaml();
};

static const QByteArrayList seeds = {
    R"({"openapi": "3.1.0", "info": {"title": "T\u00e4\n", "n": [1, -2.5e+3, true, null]}, "a": {}})",
    R"([["a", {"b": []}], "\ud83d\ude00", 0.5, [[[]]], {"k": "v", "k2": {"l": "m"}}])",
    "openapi: 3.1.0\ninfo:\n  title: 'it''s' # c\n  text: |\n    a\n\n    b\nlist:\n  - 1\n  - &a "
    "{b: c}\n  - *a\n",
    "a: &x [1, \"t\\u00e4\", !!str 2]\nb:\n  <<: {c: d}\n  e: >-\n    f\n    g\n? h\n: - i\n  - j: "
    "k\n",
    "%YAML 1.2\n---\n- {a: 1, b: [x, y]}\n- \"q\n  r\"\n- plain\n   more\n...\n",
};

static void checkDiagnostics(const ReadText &read)
{
    if (read.value.isUndefined())
        QVERIFY(hasErrors(read.diagnostics));
    for (const Diagnostic &diagnostic : read.diagnostics) {
        QVERIFY(!diagnostic.message.isEmpty());
        QVERIFY(!diagnostic.rule.isEmpty());
        QVERIFY(diagnostic.position.isValid());
    }
    quint32 before = 0;
    for (const SourceMap::Entry &entry : read.sourceMap.entries()) {
        QVERIFY(before <= entry.keyBegin);
        QVERIFY(entry.keyBegin <= entry.begin && entry.begin <= entry.end);
        before = entry.keyBegin;
    }
    for (int line = 1; line < 8; ++line) {
        const QString pointer = read.sourceMap.pointerAtLine(read.value, line);
        if (!read.value.isUndefined())
            QVERIFY(read.sourceMap.find(read.value, pointer));
    }
}

void TestMutations::json()
{
    RandomJson random(1);
    for (int i = 0; i < 6000; ++i) {
        const QByteArray text = random.mutated(seeds.at(i % 2));
        const ReadText read = readJson(text);
        checkDiagnostics(read);
        if (!read.value.isUndefined())
            QVERIFY2(readJson(writeJson(read.value)).value == read.value, text.constData());
    }
}

void TestMutations::pythonJson()
{
    RandomJson random(2);
    for (int i = 0; i < 6000; ++i) {
        const QByteArray text = random.mutated(seeds.at(i % 2));
        const PythonJson python = readPythonJson(text);
        QCOMPARE(python.error.has_value(), python.value.isUndefined());
        if (python.error && !python.error->isEncoding)
            QVERIFY(python.error->offset >= 0 && python.error->offset <= text.size());
        // Python reads whatever is JSON.
        if (readJson(text).ok())
            QVERIFY2(!python.error, text.constData());
    }
}

void TestMutations::yaml()
{
    RandomJson random(3);
    for (int i = 0; i < 6000; ++i) {
        const QByteArray text = random.mutated(seeds.at(i % static_cast<int>(seeds.size())));
        const ReadText read = readYaml(text);
        checkDiagnostics(read);
        if (!read.value.isUndefined())
            QVERIFY2(readYaml(writeYaml(read.value)).value == read.value, text.constData());
    }
}

QTEST_APPLESS_MAIN(TestMutations)
#include "test_mutations.moc"
