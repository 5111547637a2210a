#include "designer/text/yaml/yaml_reader.h"
#include "designer/text/yaml/yaml_writer.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Design;

/// The cases of yaml-test-suite: what is YAML, and what it means as JSON.
class TestYamlSuite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void suite();

private:
    QTemporaryDir m_folder;
};

static QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static bool hasRule(const ReadText &read, QLatin1String rule)
{
    return std::any_of(read.diagnostics.begin(), read.diagnostics.end(),
                       [rule](const Diagnostic &d) { return d.rule == rule; });
}

void TestYamlSuite::initTestCase()
{
    const QString archive = QStringLiteral(MENURA_TEST_DATA "/yaml/yaml-test-suite.tar.xz");
    if (!QFileInfo::exists(archive))
        QSKIP("the YAML test suite is not there");
    const QString tar = QStandardPaths::findExecutable(QStringLiteral("tar"));
    if (tar.isEmpty())
        QSKIP("there is no tar to unpack the YAML test suite");
    QVERIFY(m_folder.isValid());
    QProcess process;
    process.start(tar, {QStringLiteral("xJf"), archive, QStringLiteral("-C"), m_folder.path()});
    QVERIFY(process.waitForFinished());
    if (process.exitCode() != 0)
        QSKIP("tar cannot unpack the YAML test suite");
}

void TestYamlSuite::suite()
{
    int accepted = 0;
    int refused = 0;
    int compared = 0;
    QStringList wrong;
    QDirIterator files(m_folder.path(), {QStringLiteral("in.yaml")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString folder = QFileInfo(path).path();
        const QString name = QDir(m_folder.path()).relativeFilePath(folder);
        const bool isLink = name.contains(u"name/") || name.contains(u"tags/");
        if (isLink)
            continue; // the same cases once more, by name and by tag
        const ReadText read = readYaml(contents(path));
        const bool isSyntaxError = hasRule(read, QLatin1String("yaml-syntax"));
        const bool isValid = !QFileInfo::exists(folder + QStringLiteral("/error"));
        ++(isValid ? accepted : refused);
        if (isSyntaxError == isValid) {
            wrong.append(name +
                         (isValid ? QStringLiteral(": refused") : QStringLiteral(": accepted")));
            continue;
        }
        const ReadText json = readJson(contents(folder + QStringLiteral("/in.json")));
        const bool isOneDocument = isValid && !json.value.isUndefined();
        if (!isOneDocument)
            continue;
        ++compared;
        if (!read.ok() || !jsonEquals(read.value, json.value))
            wrong.append(name + QStringLiteral(": another value"));
        else if (readYaml(writeYaml(read.value)).value != read.value)
            wrong.append(name + QStringLiteral(": changed by writing"));
    }
    QCOMPARE(wrong.join(u'\n'), QString());
    QCOMPARE(accepted, 308);
    QCOMPARE(refused, 94);
    QVERIFY(compared >= 250);
}

QTEST_GUILESS_MAIN(TestYamlSuite)
#include "test_yaml_suite.moc"
