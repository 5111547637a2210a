#include "designer/model/locate.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Design;

/// Documents of others: what is right must open without an error and come back without a
/// difference, what is wrong must be named.
class TestOpenApiCorpora : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAndWritesBack_data();
    void opensAndWritesBack();
    void locatesEveryNode_data();
    void locatesEveryNode();
    void reportsWhatIsWrong_data();
    void reportsWhatIsWrong();
    void hostileDocuments_data();
    void hostileDocuments();
    void github();
};

static const QString dataRoot = QStringLiteral(MENURA_TEST_DATA);

static QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static QStringList documentsBelow(const QString &folder)
{
    QStringList paths;
    QDirIterator files(dataRoot + u'/' + folder,
                       {QStringLiteral("*.json"), QStringLiteral("*.yaml")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    return paths;
}

static QString lines(const Diagnostics &diagnostics)
{
    QStringList text;
    for (const Diagnostic &diagnostic : diagnostics)
        text.append(toLine(diagnostic, QStringLiteral("document")));
    return text.join(u'\n');
}

static void addDocuments(const QStringList &folders)
{
    QTest::addColumn<QString>("path");
    for (const QString &folder : folders) {
        for (const QString &path : documentsBelow(folder))
            QTest::newRow(qUtf8Printable(path.mid(dataRoot.size() + 1))) << path;
    }
    if (!QDir(dataRoot).exists())
        QSKIP("the folder with the corpora is absent");
}

/// The first difference of two values, for a readable failure.
static QString difference(const Json &a, const Json &b, const QString &pointer)
{
    if (a == b)
        return {};
    if (a.isObject() && b.isObject() && a.object().keys() == b.object().keys()) {
        for (const JsonObject::Member &member : a.object()) {
            const QString found =
                difference(member.value, b.value(member.key), childPointer(pointer, member.key));
            if (!found.isEmpty())
                return found;
        }
    }
    if (a.isArray() && b.isArray() && a.array().size() == b.array().size()) {
        for (qsizetype i = 0; i < a.array().size(); ++i) {
            const QString found =
                difference(a.array().at(i), b.array().at(i), childPointer(pointer, i));
            if (!found.isEmpty())
                return found;
        }
    }
    return pointer + QStringLiteral(": ") + a.object().keys().join(u' ') + QStringLiteral(" | ") +
           b.object().keys().join(u' ');
}

void TestOpenApiCorpora::opensAndWritesBack_data()
{
    addDocuments({QStringLiteral("openapi/learn/v3.0"), QStringLiteral("openapi/learn/v3.1"),
                  QStringLiteral("openapi-fixtures/v3.1/tests/schema/pass")});
    for (const QString &name : {QStringLiteral("museum.yaml"), QStringLiteral("petstore.yaml")})
        QTest::newRow(qUtf8Printable(name)) << dataRoot + QStringLiteral("/openapi/") + name;
}

void TestOpenApiCorpora::opensAndWritesBack()
{
    QFETCH(QString, path);
    const LoadedApi loaded = readOpenApi(readFile(path));
    QVERIFY2(loaded.ok, qUtf8Printable(lines(loaded.diagnostics)));
    QVERIFY2(!hasErrors(loaded.diagnostics), qUtf8Printable(lines(loaded.diagnostics)));
    const Json written = writeOpenApi(loaded.api);
    QVERIFY2(written == loaded.document,
             qUtf8Printable(difference(loaded.document, written, QString())));
    // The same once more, from what was written.
    QVERIFY(readOpenApi(written).api == loaded.api);
}

void TestOpenApiCorpora::locatesEveryNode_data()
{
    opensAndWritesBack_data();
}

void TestOpenApiCorpora::locatesEveryNode()
{
    QFETCH(QString, path);
    const LoadedApi loaded = readOpenApi(readFile(path));
    const NodeIndex index(loaded.api);
    for (quint32 i = 1; i <= loaded.api.lastId; ++i) {
        const auto id = static_cast<NodeId>(i);
        QVERIFY(index.contains(id));
        const QString pointer = index.pointer(id);
        const Json *value = resolvePointer(loaded.document, pointer);
        QVERIFY2(value, qUtf8Printable(pointer));
        QVERIFY2(writeNode(loaded.api, id) == *value, qUtf8Printable(pointer));
        QCOMPARE(index.nodeAt(pointer), id);
    }
}

void TestOpenApiCorpora::reportsWhatIsWrong_data()
{
    addDocuments({QStringLiteral("openapi-fixtures/v3.1/tests/schema/fail")});
}

void TestOpenApiCorpora::reportsWhatIsWrong()
{
    QFETCH(QString, path);
    const LoadedApi loaded = readOpenApi(readFile(path));
    QVERIFY(loaded.ok);
    QVERIFY(hasErrors(loaded.diagnostics));
    for (const Diagnostic &diagnostic : loaded.diagnostics) {
        QVERIFY2(diagnostic.position.isValid(), qUtf8Printable(toLine(diagnostic, path)));
        QVERIFY(!diagnostic.rule.isEmpty());
        QVERIFY(!diagnostic.message.isEmpty());
    }
    // Nothing is lost over it.
    QVERIFY(writeOpenApi(loaded.api) == loaded.document);
}

void TestOpenApiCorpora::hostileDocuments_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expect");
    const QString folder = dataRoot + QStringLiteral("/hostile/");
    const ReadText index = readJson(readFile(folder + QStringLiteral("index.json")));
    if (!index.ok())
        QSKIP("the hostile documents are absent");
    for (const Json &entry : index.value.array()) {
        const QString file = entry.value(u"file").string();
        QTest::newRow(qUtf8Printable(file)) << folder + file << entry.value(u"expect").string();
    }
}

void TestOpenApiCorpora::hostileDocuments()
{
    QFETCH(QString, path);
    QFETCH(QString, expect);
    const LoadedApi loaded = readOpenApi(readFile(path));
    const QByteArray found = lines(loaded.diagnostics).toUtf8();
    if (expect == QLatin1String("report")) {
        QVERIFY2(hasErrors(loaded.diagnostics), found.constData());
    } else if (expect == QLatin1String("refuse-ref")) {
        const bool isNamed = std::any_of(
            loaded.diagnostics.begin(), loaded.diagnostics.end(), [](const Diagnostic &diagnostic) {
                return diagnostic.rule == QLatin1String("external-reference");
            });
        QVERIFY2(loaded.ok && isNamed, found.constData());
    } else if (expect == QLatin1String("accept-or-report")) {
        QVERIFY2(loaded.ok || hasErrors(loaded.diagnostics), found.constData());
    } else if (expect.startsWith(QLatin1String("accept"))) {
        QVERIFY2(loaded.ok && !hasErrors(loaded.diagnostics), found.constData());
    } else {
        QVERIFY2(loaded.ok, found.constData()); // what a mock or a page makes of it is tested there
    }
    if (loaded.ok)
        QVERIFY(writeOpenApi(loaded.api) == loaded.document);
}

/// GitHub's API from npm `@octokit/openapi`: 13 MB.
void TestOpenApiCorpora::github()
{
    const QString path =
        qEnvironmentVariable("MENURA_GITHUB_API", QStringLiteral(MENURA_GITHUB_API));
    if (!QFile::exists(path))
        QSKIP("GitHub's document is absent (MENURA_GITHUB_API)");
    const QByteArray text = readFile(path);
    const LoadedApi loaded = readOpenApi(text);
    QVERIFY(loaded.ok);
    QVERIFY2(!hasErrors(loaded.diagnostics), qUtf8Printable(lines(loaded.diagnostics)));
    QVERIFY(loaded.api.paths.size() > 500);
    QVERIFY(writeOpenApi(loaded.api) == loaded.document);
}

QTEST_APPLESS_MAIN(TestOpenApiCorpora)
#include "test_openapi_corpora.moc"
