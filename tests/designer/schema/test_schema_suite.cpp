#include "designer/model/schema_json.h"
#include "designer/schema/schema_compiler.h"
#include "designer/schema/validator.h"
#include "designer/text/json_reader.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace Design;

namespace
{

QString suiteFolder()
{
    return QStringLiteral(MENURA_TEST_DATA "/json-schema/");
}

Json readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? readJson(file.readAll()).value : Json();
}

/// The documents that the suite's schemas refer to, by their URIs.
const QHash<QString, Json> &remotes()
{
    static const auto documents = [] {
        QHash<QString, Json> result;
        const QDir root(suiteFolder() + QStringLiteral("remotes"));
        QDirIterator files(root.path(), {QStringLiteral("*.json")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            result.insert(QStringLiteral("http://localhost:1234/") + root.relativeFilePath(path),
                          readFile(path));
        }
        return result;
    }();
    return documents;
}

const Json *remote(const QString &uri)
{
    const auto found = remotes().constFind(uri);
    return found == remotes().constEnd() ? nullptr : &*found;
}

struct Score {
    int passed = 0;
    int all = 0;
    QStringList failures;
};

} // namespace

/// The JSON Schema Test Suite, draft by draft.
class TestSchemaSuite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void suite_data();
    void suite();

private:
    static void run(const QString &path, Dialect dialect, FormatRule formats, Score *score);
};

void TestSchemaSuite::initTestCase()
{
    if (!QDir(suiteFolder()).exists())
        QSKIP("the JSON Schema Test Suite is not there");
}

void TestSchemaSuite::suite_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<FormatRule>("formats");
    QTest::addColumn<int>("expected"); // at least so many pass
    QTest::addColumn<int>("all");

    const auto add = [](const char *name, const char *folder, Dialect dialect, FormatRule formats,
                        int expected, int all) {
        QTest::newRow(name) << QString::fromLatin1(folder) << dialect << formats << expected << all;
    };
    constexpr auto asIs = FormatRule::FromDialect;
    constexpr auto assert = FormatRule::Assert;
    add("2020-12", "draft2020-12", Dialect::Draft202012, asIs, 1299, 1299);
    add("2020-12 optional", "draft2020-12/optional", Dialect::Draft202012, asIs, 162, 162);
    add("2020-12 format", "draft2020-12/optional/format", Dialect::Draft202012, assert, 764, 764);
    add("2019-09", "draft2019-09", Dialect::Draft201909, asIs, 1259, 1259);
    add("2019-09 optional", "draft2019-09/optional", Dialect::Draft201909, asIs, 158, 158);
    add("2019-09 format", "draft2019-09/optional/format", Dialect::Draft201909, assert, 757, 757);
    add("7", "draft7", Dialect::Draft7, asIs, 927, 927);
    add("7 optional", "draft7/optional", Dialect::Draft7, asIs, 118, 118);
    add("7 format", "draft7/optional/format", Dialect::Draft7, assert, 676, 676);
    add("6", "draft6", Dialect::Draft6, asIs, 839, 839);
    add("6 optional", "draft6/optional", Dialect::Draft6, asIs, 106, 106);
    add("6 format", "draft6/optional/format", Dialect::Draft6, assert, 325, 325);
    add("4", "draft4", Dialect::Draft4, asIs, 618, 618);
    add("4 optional", "draft4/optional", Dialect::Draft4, asIs, 100, 100);
    add("4 format", "draft4/optional/format", Dialect::Draft4, assert, 219, 219);
}

void TestSchemaSuite::run(const QString &path, Dialect dialect, FormatRule formats, Score *score)
{
    const Json groups = readFile(path);
    for (const Json &group : groups.array()) {
        CompileSchemaOptions options;
        options.dialect = dialect;
        options.formats = formats;
        options.resolver = remote;
        SchemaCompiler compiler(options);
        const Schema schema = readSchema(group.value(u"schema"), nodeIdsFrom());
        const CompiledSchema compiled = compiler.compile(schema);
        // What is learnt about the shapes of objects on the way must not change any outcome.
        QList<Validation::Outcome> firstTime;
        for (const Json &test : group.value(u"tests").array())
            firstTime.append(check(compiled, test.value(u"data")));
        qsizetype number = 0;
        for (const Json &test : group.value(u"tests").array()) {
            const Validation validation = validate(compiled, test.value(u"data"));
            const bool expected = test.value(u"valid").toBool();
            ++score->all;
            // Finding the errors must agree with finding that there are some.
            const bool isConsistent = validation.isValid() == validation.errors.isEmpty() &&
                                      validation.outcome == firstTime[number++];
            if (validation.isValid() == expected && isConsistent &&
                validation.outcome != Validation::TooCostly) {
                ++score->passed;
                continue;
            }
            score->failures.append(QStringLiteral("%1: %2: %3 (%4)")
                                       .arg(QFileInfo(path).baseName(),
                                            group.value(u"description").toString(),
                                            test.value(u"description").toString(),
                                            expected ? QStringLiteral("should be valid")
                                                     : QStringLiteral("should be invalid")));
        }
    }
}

void TestSchemaSuite::suite()
{
    QFETCH(const QString, folder);
    QFETCH(const Dialect, dialect);
    QFETCH(const FormatRule, formats);
    QFETCH(const int, expected);
    QFETCH(const int, all);

    Score score;
    const QDir tests(suiteFolder() + QStringLiteral("tests/") + folder);
    for (const QString &name : tests.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        run(tests.filePath(name), dialect, formats, &score);
    for (const QString &failure : std::as_const(score.failures))
        qInfo().noquote() << failure;
    qInfo().noquote() << QStringLiteral("%1 of %2").arg(score.passed).arg(score.all);
    QVERIFY2(score.passed >= expected, qPrintable(QString::number(score.passed)));
    QCOMPARE(score.all, all);
}

QTEST_GUILESS_MAIN(TestSchemaSuite)
#include "test_schema_suite.moc"
