#include "designer/codegen/fastapi_project.h"
#include "designer/openapi/openapi_reader.h"

#include <QDir>
#include <QTest>

using namespace Design;

/// Each file in `cases` is a design and what comes of it: sections that begin with `=== design`,
/// `=== <path of a file>` (the whole file), or `=== findings` (place and message, a line each;
/// without that section there must be none).
class TestProject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cases_data();
    void cases();
    void everyFileEndsWithALineBreak();
};

namespace
{

QString casesFolder()
{
    return QStringLiteral(MENURA_SOURCE_DIR "/tests/designer/codegen/cases");
}

struct Section {
    QString title;
    QString text;
};

QList<Section> sectionsOf(const QString &text)
{
    QList<Section> sections;
    for (const QString &line : text.split(u'\n')) {
        if (line.startsWith(QLatin1String("=== ")))
            sections.append({line.mid(4), {}});
        else if (!sections.isEmpty())
            sections.last().text += line + u'\n';
    }
    for (Section &section : sections) { // one empty line may stand before the next section
        while (section.text.endsWith(QLatin1String("\n\n")))
            section.text.chop(1);
    }
    return sections;
}

QString findingsOf(const FastApiProject &project)
{
    QString text;
    for (const Diagnostic &finding : project.findings)
        text += finding.pointer + QLatin1String(": ") + finding.message + u'\n';
    return text;
}

QString fileOf(const FastApiProject &project, const QString &path)
{
    for (const ProjectFile &file : project.files) {
        if (file.path == path)
            return QString::fromUtf8(file.content);
    }
    return {};
}

} // namespace

void TestProject::cases_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(casesFolder());
    for (const QString &name : folder.entryList({QStringLiteral("*.txt")}, QDir::Files))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestProject::cases()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<Section> sections = sectionsOf(QString::fromUtf8(file.readAll()));
    QVERIFY(sections.size() > 1);
    QCOMPARE(sections.first().title, QStringLiteral("design"));
    const LoadedApi loaded = readOpenApi(sections.first().text.toUtf8());
    QVERIFY(loaded.ok);
    const FastApiProject project = fastApiProject(loaded.api);
    QString findings;
    for (const Section &section : sections.mid(1)) {
        if (section.title == u"findings")
            findings = section.text;
        else
            QCOMPARE(fileOf(project, section.title), section.text);
    }
    QCOMPARE(findingsOf(project), findings);
}

void TestProject::everyFileEndsWithALineBreak()
{
    QFile file(QStringLiteral(MENURA_SOURCE_DIR "/resources/designs/shop.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const FastApiProject project = fastApiProject(readOpenApi(file.readAll()).api);
    QVERIFY(project.files.size() > 5);
    for (const ProjectFile &made : project.files) {
        QVERIFY2(made.content.isEmpty() || made.content.endsWith('\n'), qPrintable(made.path));
        QVERIFY2(!made.content.endsWith("\n\n"), qPrintable(made.path));
        QVERIFY2(!made.content.contains('\t'), qPrintable(made.path));
    }
}

QTEST_APPLESS_MAIN(TestProject)
#include "test_project.moc"
