#include "designer/model/edits/new_design.h"
#include "designer/model/edits/path_edits.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/storage/design_file.h"
#include "designer/storage/design_folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Design;

class TestDesignFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formatFollowsTheName();
    void savesAndOpens_data();
    void savesAndOpens();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void opensWithMistakes();
    void endlessInputIsRefused();
    void failedSaveKeepsTheOldFile();
    void savesThroughLinks();
    void fullDiskLosesNothing();
    void othersAreReadBeside_data();
    void othersAreReadBeside();
};

static QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

static void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

static QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// As on a full disk: no file can be written that is longer.
class ShortFiles
{
public:
    explicit ShortFiles(rlim_t most)
        : m_signal(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{most, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~ShortFiles()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }

private:
    rlimit m_before{};
    void (*m_signal)(int);
};

void TestDesignFile::fullDiskLosesNothing()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("full.yaml"));
    const QByteArray old(3000, 'a');
    writeFile(path, old);
    writeFile(path + text(".bak"), "older");
    {
        const ShortFiles full(1000);
        keepBackup(path); // there is always room for that
        const QString failure = saveText(QByteArray(5000, 'b'), path);
        QVERIFY2(failure.contains(path), qPrintable(failure));
    }
    QCOMPARE(readFile(path), old);
    QCOMPARE(readFile(path + text(".bak")), old);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2); // nothing half done is left
    QCOMPARE(saveText("new", path), QString());
    QCOMPARE(readFile(path), QByteArray("new"));
    QCOMPARE(readFile(path + text(".bak")), old);
}

void TestDesignFile::othersAreReadBeside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("atOnce");
    QTest::newRow("one file") << QByteArray("a: {$ref: '#/components/schemas/Pet'}") << true;
    QTest::newRow("json") << QByteArray(R"({"$ref": "#/a"})") << true;
    QTest::newRow("another") << QByteArray("a: {$ref: pet.yaml}") << false;
    QTest::newRow("another, in JSON") << QByteArray(R"({"$ref" : "./pet.json#/a"})") << false;
    QTest::newRow("on the next line") << QByteArray("a:\n  $ref:\n    'pet.yaml'\n") << false;
    QTest::newRow("large") << QByteArray(300'000, ' ') << false;
}

void TestDesignFile::othersAreReadBeside()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, atOnce);
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("a.yaml"));
    writeFile(path, content);
    QCOMPARE(isReadAtOnce(path), atOnce);
    QVERIFY(isReadAtOnce(folder.path()) && isReadAtOnce(path + text(".gone"))); // which is said
}

void TestDesignFile::formatFollowsTheName()
{
    QCOMPARE(formatOfFile(text("a.json")), FileFormat::Json);
    QCOMPARE(formatOfFile(text("/x.y/A.JSON")), FileFormat::Json);
    QCOMPARE(formatOfFile(text("a.yaml")), FileFormat::Yaml);
    QCOMPARE(formatOfFile(text("a.yml")), FileFormat::Yaml);
    QCOMPARE(formatOfFile(text("a")), FileFormat::Yaml);
}

void TestDesignFile::savesAndOpens_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("shop") << text(MENURA_SOURCE_DIR "/resources/designs/shop.yaml");
    QTest::newRow("museum") << text(MENURA_TEST_DATA "/openapi/museum.yaml");
    QTest::newRow("petstore") << text(MENURA_TEST_DATA "/openapi/petstore.yaml");
    QTest::newRow("uspto") << text(MENURA_TEST_DATA "/openapi/learn/v3.0/uspto.json");
    QTest::newRow("github") << qEnvironmentVariable("MENURA_GITHUB_API", text(MENURA_GITHUB_API));
}

/// In both formats, without a difference in what it says.
void TestDesignFile::savesAndOpens()
{
    QFETCH(QString, path);
    if (!QFile::exists(path))
        QSKIP("the document is absent");
    const OpenedDesign original = openDesign(path);
    QVERIFY2(original.ok, qUtf8Printable(original.errorString));
    const Json document = writeOpenApi(original.api);
    // Where nothing was changed, nothing changes: neither comments nor style.
    QVERIFY(designText(original.api, formatOfFile(path), {original.text, formatOfFile(path)}) ==
                readFile(path) ||
            original.text.size() > 4 * 1024 * 1024);
    QTemporaryDir folder;
    for (const char *name : {"a.yaml", "a.json"}) {
        const QString copy = folder.filePath(text(name));
        QCOMPARE(saveDesign(original.api, copy), QString());
        const OpenedDesign opened = openDesign(copy);
        QVERIFY2(opened.ok, qUtf8Printable(opened.errorString));
        QVERIFY(writeOpenApi(opened.api) == document);
        QVERIFY(opened.api == original.api);
        // Saving again gives the same bytes.
        QCOMPARE(designText(opened.api, formatOfFile(copy)), readFile(copy));
    }
    QVERIFY(readFile(folder.filePath(text("a.json"))).startsWith("{\n  \"openapi\": "));
    QVERIFY(readFile(folder.filePath(text("a.yaml"))).startsWith("openapi: "));
}

void TestDesignFile::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << QByteArray("") << QString();
    QTest::newRow("yaml") << QByteArray("openapi: 3.1.0\ninfo: [\n") << text("design.yaml:");
    QTest::newRow("no design") << QByteArray("a: 1\n")
                               << text("design.yaml:1:1: error: This is no OpenAPI document");
    QTest::newRow("1.2") << QByteArray("swaggerVersion: '1.2'\n") << text("older than 2.0");
    QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10) << QString();
}

void TestDesignFile::saysWhatIsWrong()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, message);
    QTemporaryDir folder;
    const QString path = folder.filePath(text("design.yaml"));
    writeFile(path, content);
    const OpenedDesign opened = openDesign(path);
    QVERIFY(!opened.ok);
    QVERIFY2(!opened.errorString.isEmpty() && opened.errorString.contains(message),
             qUtf8Printable(opened.errorString));
    QVERIFY(!openDesign(folder.filePath(text("absent.yaml"))).errorString.isEmpty());
    QVERIFY(!openDesign(folder.path()).ok);
    QVERIFY(!openDesign(QString()).ok);
}

void TestDesignFile::opensWithMistakes()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(text("design.yaml"));
    writeFile(path, "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n  /a:\n    get: 5\n");
    const OpenedDesign opened = openDesign(path);
    QVERIFY(opened.ok && opened.errorString.isEmpty());
    QCOMPARE(opened.diagnostics.size(), 1);
    QCOMPARE(opened.diagnostics.first().position.line, 5);
    QCOMPARE(saveDesign(opened.api, path), QString());
    QVERIFY(readFile(path).contains("get: 5"));
}

void TestDesignFile::endlessInputIsRefused()
{
    if (!QFile::exists(text("/dev/zero")))
        QSKIP("this system has no /dev/zero");
    const OpenedDesign opened = openDesign(text("/dev/zero"));
    QVERIFY(!opened.ok);
    QVERIFY2(opened.errorString.contains(text("256 MiB")), qUtf8Printable(opened.errorString));
}

void TestDesignFile::failedSaveKeepsTheOldFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(text("sub/design.yaml"));
    Api api = newDesign(text("Shop"));
    QVERIFY(!saveDesign(api, path).isEmpty()); // no such folder
    QVERIFY(!saveDesign(api, QString()).isEmpty());
    QVERIFY(QDir(folder.path()).mkdir(text("sub")));
    QCOMPARE(saveDesign(api, path), QString());
    const QByteArray before = readFile(path);

    addOperation(api, text("/a"), text("get"));
    const QString sub = folder.filePath(text("sub"));
    QVERIFY(QFile::setPermissions(sub, QFile::ReadOwner | QFile::ExeOwner));
    QFile probe(sub + text("/probe"));
    const bool isPrivileged = probe.open(QIODevice::WriteOnly); // root may write everywhere
    if (!isPrivileged) {
        const QString error = saveDesign(api, path);
        QVERIFY2(error.contains(text("design.yaml")), qUtf8Printable(error));
        QCOMPARE(readFile(path), before);
    }
    QVERIFY(QFile::setPermissions(sub, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(saveDesign(api, path), QString());
    QVERIFY(readFile(path) != before);
    // Nothing else is left in the folder.
    probe.remove();
    QCOMPARE(QDir(sub).entryList(QDir::Files), QStringList{text("design.yaml")});
}

void TestDesignFile::savesThroughLinks()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(text("real.yaml"));
    const QString link = folder.filePath(text("link.yaml"));
    writeFile(path, "old");
    if (!QFile::link(path, link))
        QSKIP("this system has no symbolic links");
    QCOMPARE(saveDesign(newDesign(text("Shop")), link), QString());
    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(readFile(path).contains("Shop"));
}

QTEST_APPLESS_MAIN(TestDesignFile)
#include "test_design_file.moc"
