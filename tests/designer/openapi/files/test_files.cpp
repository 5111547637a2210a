#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/patch/text_patch.h"
#include "designer/text/yaml/yaml_writer.h"
#include "tests/support/memory_files.h"

#include <QFile>
#include <QTest>

using namespace Design;

/// The cases of tests/data/files/*.txt: files, the one design that they are, and what is said about
/// them.
class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void becomesOneDesign_data();
    void becomesOneDesign();
};

namespace
{

struct Case {
    QString name;
    MemoryFiles files;
    QByteArray whole; ///< the design as YAML; empty: any
    QStringList findings;
};

/// `=== name` begins a case, `--- file NAME` each of its files, `--- whole` and `--- findings` what
/// comes of them.
QList<std::shared_ptr<Case>> readCases(const QString &path)
{
    QList<std::shared_ptr<Case>> cases;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cases;
    QString section;
    QByteArray text;
    const auto finish = [&] {
        if (cases.isEmpty())
            return;
        Case &last = *cases.last();
        if (section.startsWith(QLatin1String("file ")))
            last.files.add(section.sliced(5), text);
        else if (section == QLatin1String("whole"))
            last.whole = text.trimmed() + '\n';
        else if (section == QLatin1String("findings"))
            last.findings = QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
        text.clear();
    };
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (line.startsWith("=== ")) {
            finish();
            section.clear();
            cases.append(std::make_shared<Case>());
            cases.last()->name = QString::fromUtf8(line.mid(4)).trimmed();
        } else if (line.startsWith("--- ")) {
            finish();
            section = QString::fromUtf8(line.mid(4)).trimmed();
        } else {
            text += line;
        }
    }
    finish();
    return cases;
}

} // namespace

void TestFiles::becomesOneDesign_data()
{
    QTest::addColumn<std::shared_ptr<Case>>("each");
    for (const char *name : {"references", "places", "faults"}) {
        const QList<std::shared_ptr<Case>> cases = readCases(
            QStringLiteral(MENURA_SOURCE_DIR "/tests/data/files/%1.txt").arg(QLatin1String(name)));
        QVERIFY(!cases.isEmpty());
        for (const std::shared_ptr<Case> &each : cases)
            QTest::addRow("%s: %s", name, qPrintable(each->name)) << each;
    }
}

void TestFiles::becomesOneDesign()
{
    QFETCH(const std::shared_ptr<Case>, each);
    MemoryFiles &files = each->files;
    const LoadedApi loaded = readOpenApi(files.rootText(), {}, &files);
    QVERIFY(loaded.ok);
    if (!each->whole.isEmpty())
        QCOMPARE(QString::fromUtf8(writeYaml(writeOpenApi(loaded.api))),
                 QString::fromUtf8(each->whole));

    QStringList findings;
    for (const Diagnostic &finding : loaded.diagnostics)
        findings.append(toLine(finding, loaded, files.rootName()));
    QCOMPARE(findings.join(u'\n'), each->findings.join(u'\n'));

    // Nothing was changed: the design's own file is what it was, to the byte.
    if (!loaded.inclusions || loaded.isConverted)
        return;
    const Json own = withFileReferences(writeOpenApi(loaded.api), loaded.api, *loaded.inclusions);
    QCOMPARE(writeYaml(own), writeYaml(readYaml(files.rootText()).value));
    QCOMPARE(patchedText(files.rootText(), own).value_or("anew"), files.rootText());
}

QTEST_APPLESS_MAIN(TestFiles)

#include "test_files.moc"
