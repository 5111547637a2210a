#include "tests/cli/program.h"
#include "tests/support/file_tree.h"

#include <QDir>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Cli;

/// The verbs with a design of several files, laid out as many of them are.
class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void verbsSeeTheWholeDesign_data();
    void verbsSeeTheWholeDesign();
    void exportIsOneDocument();
    void findingsNameTheFile();
    void diffNamesTheFile();
    void brokenFilesAreNamed();
    void nothingOutsideIsRead_data();
    void nothingOutsideIsRead();
    void tracesNameTheFile_data();
    void tracesNameTheFile();
    void serverFollowsTheFiles();

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    QByteArray content(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const char *name, const QByteArray &text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    void change(const char *name, const char *before, const char *after) const
    {
        const QByteArray text = content(name);
        QVERIFY(text.contains(before));
        write(name, QByteArray(text).replace(before, after));
    }
    static Ran run(const char *verb, const QStringList &arguments, const QString &folder = {})
    {
        return runMenura(QStringList{QLatin1String(verb)} + arguments, folder);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_design;
};

void TestFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(copyFiles(QDir(QStringLiteral(MENURA_SOURCE_DIR "/tests/data/files/redocly")),
                      QDir(m_folder->path())));
    m_design = path("openapi.yaml");
}

void TestFiles::verbsSeeTheWholeDesign_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("out");
    QTest::newRow("lint") << QByteArray("lint") << QStringList() << QByteArray();
    QTest::newRow("docs") << QByteArray("docs") << QStringList() << QByteArray("There is no such");
    QTest::newRow("test") << QByteArray("test") << QStringList{QStringLiteral("--generated")}
                          << QByteArray("passed");
    QTest::newRow("fastapi") << QByteArray("fastapi")
                             << QStringList{QStringLiteral("--output"), QStringLiteral("out")}
                             << QByteArray("files");
}

void TestFiles::verbsSeeTheWholeDesign()
{
    QFETCH(QByteArray, verb);
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, out);
    const Ran ran = run(verb.constData(), QStringList{m_design} + arguments, m_folder->path());
    QVERIFY2(ran.code == 0, ran.err.constData());
    QVERIFY2(out.isEmpty() ? ran.out.isEmpty() : ran.out.contains(out), ran.out.constData());
    QCOMPARE(ran.err, QByteArray());
}

void TestFiles::exportIsOneDocument()
{
    const QByteArray before = content("openapi.yaml");
    const QString one = path("one.yaml");
    QCOMPARE(run("export", {m_design, QStringLiteral("--output"), one}).code, 0);
    QVERIFY(!content("one.yaml").contains(".yaml"));
    QVERIFY(content("one.yaml").contains("$ref: '#/components/schemas/Owner'"));
    QCOMPARE(content("openapi.yaml"), before);
    // It says the same, and stands alone.
    const Ran same =
        run("diff", {m_design, one, QStringLiteral("--fail-on"), QStringLiteral("any")});
    QVERIFY2(same.code == 0, same.out.constData());
    QCOMPARE(run("export", {one}).out, content("one.yaml"));
    QCOMPARE(run("lint", {one}).code, 0);
    const Ran old = run("export", {m_design, QStringLiteral("--openapi"), QStringLiteral("3.0")});
    QVERIFY2(old.code == 0 && !old.out.contains(".yaml"), old.err.constData());
}

void TestFiles::findingsNameTheFile()
{
    change("components/schemas/Pet.yaml", "minLength: 1", "minLength: one");
    change("paths/pets.yaml", "'201'", "'2x1'");
    const Ran ran = run("lint", {QStringLiteral("openapi.yaml")}, m_folder->path());
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.out.contains("components/schemas/Pet.yaml:4:24: error: "), ran.out.constData());
    QVERIFY2(ran.out.contains("paths/pets.yaml:25:5: "), ran.out.constData());
    QVERIFY2(!ran.out.contains("openapi.yaml:"), ran.out.constData());
    // From elsewhere the names lead there, too.
    const Ran far = run("export", {m_design});
    QVERIFY2(far.err.contains(path("components/schemas/Pet.yaml").toUtf8() + ":4:24: error: "),
             far.err.constData());
}

void TestFiles::diffNamesTheFile()
{
    const QString old = path("old.yaml");
    QCOMPARE(run("export", {m_design, QStringLiteral("--output"), old}).code, 0);
    change("components/schemas/Tag.json", "5", "4");
    const Ran ran = run("diff", {old, m_design});
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.out.contains(path("components/schemas/Tag.json").toUtf8() + ":1:"),
             ran.out.constData());
}

void TestFiles::brokenFilesAreNamed()
{
    write("components/schemas/Tag.json", "{\"type\": \"string\",\n  \"maxLength\" 5}");
    write("components/responses/common.yaml", "");
    const Ran ran = run("lint", {QStringLiteral("openapi.yaml")}, m_folder->path());
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.out.contains("components/schemas/Pet.yaml:8:13: error: "
                              "“components/schemas/Tag.json” cannot be read: line 2, column 15: "),
             ran.out.constData());
    QVERIFY2(ran.out.contains("“components/responses/common.yaml” cannot be read: "),
             ran.out.constData());
}

void TestFiles::nothingOutsideIsRead_data()
{
    QTest::addColumn<QString>("reference");
    QTest::newRow("parent") << QStringLiteral("../../secret.yaml");
    QTest::newRow("encoded") << QStringLiteral("..%2f..%2fsecret.yaml");
    QTest::newRow("link") << QStringLiteral("link.yaml");
    QTest::newRow("link to a folder") << QStringLiteral("linked/secret.yaml");
    QTest::newRow("absolute") << QString();
    QTest::newRow("folder") << QStringLiteral(".");
    QTest::newRow("a device") << QStringLiteral("pipe");
}

void TestFiles::nothingOutsideIsRead()
{
    QFETCH(QString, reference);
    const QTemporaryDir other;
    QFile secret(other.filePath(QStringLiteral("secret.yaml")));
    QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write("title: hidden words\n") > 0);
    secret.close();
    QVERIFY(QFile::link(secret.fileName(), path("link.yaml")));
    QVERIFY(QFile::link(other.path(), path("linked")));
    QVERIFY(QFile::link(QStringLiteral("/dev/zero"), path("pipe")));
    if (reference.isEmpty())
        reference = secret.fileName();
    change("openapi.yaml", "components/schemas/Pet.yaml", reference.toUtf8().constData());
    const Ran ran = run("export", {QStringLiteral("openapi.yaml")}, m_folder->path());
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.err.contains("openapi.yaml:13:7: error: “" + reference.toUtf8()),
             ran.err.constData());
    QVERIFY(!ran.out.contains("hidden words"));
}

void TestFiles::tracesNameTheFile_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("another file") << QByteArray(R"({"name": "", "kind": "cat"})")
                                  << QByteArray("components/schemas/Pet.yaml#/properties/name/"
                                                "minLength");
    QTest::newRow("the design's own") << QByteArray(R"({"name": "a", "kind": "none"})")
                                      << QByteArray("/components/schemas/Kind/enum");
}

void TestFiles::tracesNameTheFile()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, place);
    ServeProcess server({m_design, QStringLiteral("--log"), QStringLiteral("json")});
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(server.url() + QStringLiteral("/pets")));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setRawHeader("x-menura-trace", "1");
    const std::unique_ptr<QNetworkReply> reply(network.post(request, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(reply->isFinished() || finished.wait(10'000));
    const QByteArray wanted = "\"place\":\"" + place + '"';
    const QByteArray trace = reply->rawHeader("x-menura-trace");
    QVERIFY2(trace.contains(wanted), trace.constData());
    server.terminate();
    const QByteArray log = server.finish().err;
    QVERIFY2(log.contains(wanted), log.constData());
}

void TestFiles::serverFollowsTheFiles()
{
    ServeProcess server({m_design, QStringLiteral("--watch")});
    QNetworkAccessManager network;
    const auto answer = [&] {
        const std::unique_ptr<QNetworkReply> reply(
            network.get(QNetworkRequest(QUrl(server.url() + QStringLiteral("/pets")))));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(10'000);
        return reply->readAll();
    };
    QCOMPARE(answer(), QByteArray(R"([{"name":"Tom","kind":"cat"},{"name":"Rex","kind":"dog"}])"));
    write("examples/two.json", R"([{"name": "Kit", "kind": "cat"}])");
    QTRY_COMPARE_WITH_TIMEOUT(answer(), QByteArray(R"([{"name":"Kit","kind":"cat"}])"), 20'000);
    // Half a file takes nothing away.
    write("paths/pets.yaml", "get: [");
    QVERIFY(server.waitForError("last good design").contains("paths/pets.yaml"));
    QCOMPARE(answer(), QByteArray(R"([{"name":"Kit","kind":"cat"}])"));
}

QTEST_GUILESS_MAIN(TestFiles)

#include "test_files.moc"
