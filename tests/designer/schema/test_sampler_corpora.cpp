#include "designer/model/locate.h"
#include "designer/model/schema_json.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/schema/sampler.h"
#include "designer/schema/schema_compiler.h"
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
};

void TestSamplerCorpora::documents_data()
{
    QTest::addColumn<QString>("path");
    const QString folder = QStringLiteral(MENURA_TEST_DATA "/openapi");
    QDirIterator files(folder, {QStringLiteral("*.yaml"), QStringLiteral("*.json")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(QDir(folder).relativeFilePath(path))) << path;
    }
    const QString github = qEnvironmentVariable("MENURA_GITHUB_API");
    if (!github.isEmpty())
        QTest::newRow("GitHub") << github;
    if (!QDir(folder).exists() && github.isEmpty())
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

QTEST_GUILESS_MAIN(TestSamplerCorpora)
#include "test_sampler_corpora.moc"
