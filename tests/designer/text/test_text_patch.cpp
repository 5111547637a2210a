#include "designer/text/json_writer.h"
#include "designer/text/patch/text_patch.h"
#include "designer/text/yaml/yaml_reader.h"
#include "designer/text/yaml/yaml_writer.h"
#include "tests/designer/text/random_json.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Design;

class TestTextPatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cases_data();
    void cases();
    void carriageReturns();
    void anyValueFromAnyText_data();
    void anyValueFromAnyText();
    void smallChangesStaySmall();
    void documentsOfOthers();
};

void TestTextPatch::cases_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("expected");
    QFile file(QStringLiteral(MENURA_SOURCE_DIR "/tests/data/text_patches.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray all = file.readAll();
    qsizetype at = all.indexOf("\n=== ");
    while (at >= 0) {
        const qsizetype next = all.indexOf("\n=== ", at + 1);
        const QByteArray one = all.mid(at + 5, next < 0 ? -1 : next - at - 5);
        const qsizetype line = one.indexOf('\n') + 1;
        const qsizetype to = one.indexOf("--- to\n");
        const qsizetype gives = one.indexOf("--- gives\n");
        QVERIFY(to > 0 && gives > to);
        const QByteArray expected = one.mid(gives + 10).trimmed();
        QTest::newRow(one.first(line - 1).constData())
            << one.mid(line, to - line) << one.mid(to + 7, gives - to - 7)
            << (expected == "same" || expected == "anew" ? expected : expected + '\n');
        at = next;
    }
}

void TestTextPatch::cases()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, expected);
    const ReadText wanted = readYaml(value);
    QVERIFY(wanted.ok());
    const std::optional<QByteArray> patched = patchedText(text, wanted.value);
    QCOMPARE(patched.has_value(), expected != "anew");
    if (patched)
        QCOMPARE(*patched, expected == "same" ? text : expected);
}

void TestTextPatch::carriageReturns()
{
    const QByteArray text = "a: 1 # one\r\nb:\r\n  - x\r\n";
    const Json value = readYaml("{a: 2, c: {d: 1}, b: [x, z]}").value;
    QCOMPARE(patchedText(text, value).value_or("none"),
             QByteArray("a: 2 # one\r\nc:\r\n  d: 1\r\nb:\r\n  - x\r\n  - z\r\n"));
}

void TestTextPatch::anyValueFromAnyText_data()
{
    QTest::addColumn<bool>("isJson");
    QTest::newRow("YAML") << false;
    QTest::newRow("JSON") << true;
}

void TestTextPatch::anyValueFromAnyText()
{
    QFETCH(bool, isJson);
    int patches = 0;
    int tries = 0;
    for (unsigned seed = 1; seed <= 600; ++seed) {
        RandomJson random(seed);
        JsonObject before;
        for (int i = random.below(6); i >= 0; --i)
            before.insert(random.string(), i % 2 == 0 ? random.value() : JsonArray{random.value()});
        JsonObject after = before;
        after.insert(random.below(static_cast<int>(before.size()) + 1), random.string(),
                     random.value());
        after.insert(before.keys().at(random.below(static_cast<int>(before.size()))),
                     random.value());
        if (random.below(2) == 0)
            after.remove(before.keys().first());
        const QByteArray text = isJson ? writeJson(before, random.below(4)) : writeYaml(before);
        // What YAML cannot carry at all is not asked for.
        const Json wanted = isJson ? Json(after) : readYaml(writeYaml(after)).value;
        ++tries;
        const std::optional<QByteArray> patched = patchedText(text, wanted);
        if (!patched)
            continue;
        ++patches;
        const ReadText read = isJson ? readJson(*patched) : readYaml(*patched);
        QVERIFY(read.ok());
        QVERIFY(read.value == wanted);
    }
    QVERIFY(tries > 50);
    QVERIFY2(patches > tries / 2, qPrintable(QStringLiteral("%1 of %2").arg(patches).arg(tries)));
}

/// Lines that only one of the texts has.
static qsizetype differentLines(const QByteArray &a, const QByteArray &b)
{
    QHash<QByteArray, int> lines;
    for (const QByteArray &line : a.split('\n'))
        ++lines[line];
    qsizetype added = 0;
    for (const QByteArray &line : b.split('\n'))
        added += lines[line]-- > 0 ? 0 : 1;
    qsizetype gone = 0;
    for (const int count : std::as_const(lines))
        gone += qMax(0, count);
    return added + gone;
}

void TestTextPatch::smallChangesStaySmall()
{
    QFile file(QStringLiteral(MENURA_SOURCE_DIR "/tests/data/rename/shop.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    const ReadText read = readYaml(text);
    QVERIFY(read.ok());
    JsonObject root = read.value.object();
    JsonObject info = root.value(u"info").object();
    info.insert(QStringLiteral("version"), QStringLiteral("2"));
    root.insert(QStringLiteral("info"), info);
    JsonObject components = root.value(u"components").object();
    JsonObject schemas = components.value(u"schemas").object();
    schemas.insert(QStringLiteral("New"),
                   JsonObject{{QStringLiteral("type"), QStringLiteral("string")}});
    components.insert(QStringLiteral("schemas"), schemas);
    root.insert(QStringLiteral("components"), components);
    const std::optional<QByteArray> patched = patchedText(text, root);
    QVERIFY(patched);
    QCOMPARE(differentLines(text, *patched), 2 + 2);
    QVERIFY(patched->contains("info: {title: Shop, version: '2'}"));
    QVERIFY(patched->endsWith("    New:\n      type: string\n"));
}

/// The value with one member or item, somewhere inside, taken away, replaced or added.
static Json withOneChange(const Json &value, RandomJson &random, int depth = 0)
{
    const bool isHere = depth > 0 && random.below(4) == 0;
    if (value.isObject() && !value.object().isEmpty()) {
        JsonObject object = value.object();
        const int at = random.below(static_cast<int>(object.size()));
        const JsonObject::Member member = object.members().at(at);
        if (!isHere)
            object.insert(member.key, withOneChange(member.value, random, depth + 1));
        else if (const int kind = random.below(3); kind == 0)
            object.remove(member.key);
        else if (kind == 1)
            object.rename(member.key, QStringLiteral("renamed"));
        else
            object.insert(at, QStringLiteral("added"), JsonArray{1, QStringLiteral("two")});
        return object;
    }
    if (value.isArray() && !value.array().isEmpty()) {
        JsonArray array = value.array();
        const int at = random.below(static_cast<int>(array.size()));
        if (!isHere)
            array[at] = withOneChange(array.at(at), random, depth + 1);
        else if (random.below(2) == 0)
            array.removeAt(at);
        else
            array.insert(at, JsonObject{{QStringLiteral("added"), true}});
        return array;
    }
    return value.isString() ? Json(value.string() + QStringLiteral(" more")) : Json(17);
}

/// One change of a document leaves all of its comments but those beside what went.
void TestTextPatch::documentsOfOthers()
{
    QDirIterator files(QStringLiteral(MENURA_TEST_DATA "/openapi"),
                       {QStringLiteral("*.yaml"), QStringLiteral("*.json")}, QDir::Files,
                       QDirIterator::Subdirectories);
    if (!files.hasNext())
        QSKIP("the documents are absent");
    int changes = 0;
    int anew = 0;
    for (unsigned seed = 1; files.hasNext(); ++seed) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        const ReadText read = readJsonOrYaml(text);
        if (!read.ok() || text.size() > 1'000'000)
            continue;
        RandomJson random(seed);
        for (int i = 0; i < 12; ++i) {
            const Json wanted = withOneChange(read.value, random);
            const std::optional<QByteArray> patched = patchedText(text, wanted);
            ++changes;
            anew += patched ? 0 : 1;
            if (!patched)
                continue;
            QVERIFY(readJsonOrYaml(*patched).value == wanted);
            QByteArrayList comments;
            for (const QByteArray &line : text.split('\n')) {
                if (line.trimmed().startsWith('#') && !patched->contains(line))
                    comments.append(line);
            }
            QVERIFY2(comments.size() <= 3, comments.join('\n').constData());
        }
    }
    qInfo("%d changes, %d written anew", changes, anew);
    QVERIFY(changes > 100);
    QVERIFY(anew * 50 < changes);
}

QTEST_APPLESS_MAIN(TestTextPatch)
#include "test_text_patch.moc"
