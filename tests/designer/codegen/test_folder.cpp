#include "designer/codegen/project_folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Design;

/// Projects on the disk: nothing that people wrote gets lost.
class TestFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEverythingOnce();
    void leavesAloneWhatWasChanged();
    void overwritesWhenTold();
    void leavesAloneWhatItDidNotWrite();
    void removesWhatIsNoLongerThere();
    void believesNoPathsOutside();
    void saysWhatCannotBeWritten();

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    void put(const char *name, const QByteArray &content) const;
    QByteArray content(const char *name) const;

    QTemporaryDir m_folder;
};

namespace
{

FastApiProject project(std::initializer_list<std::pair<const char *, const char *>> files)
{
    FastApiProject made;
    for (const auto &[name, text] : files)
        made.files.append({QString::fromLatin1(name), QByteArray(text)});
    return made;
}

} // namespace

void TestFolder::put(const char *name, const QByteArray &content) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray TestFolder::content(const char *name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(absent)");
}

void TestFolder::writesEverythingOnce()
{
    const FastApiProject made = project({{"app/main.py", "a\n"}, {"README.md", "b\n"}});
    const ProjectWriting first = writeProject(made, path("once"));
    QVERIFY(first.ok());
    QCOMPARE(first.written,
             (QStringList{QStringLiteral("app/main.py"), QStringLiteral("README.md")}));
    QCOMPARE(content("once/app/main.py"), QByteArray("a\n"));
    const ProjectWriting again = writeProject(made, path("once"));
    QVERIFY(again.ok());
    QVERIFY(again.written.isEmpty());
}

void TestFolder::leavesAloneWhatWasChanged()
{
    QVERIFY(writeProject(project({{"a.py", "a\n"}, {"b.py", "b\n"}}), path("changed")).ok());
    put("changed/a.py", "mine\n");
    const ProjectWriting writing =
        writeProject(project({{"a.py", "a2\n"}, {"b.py", "b2\n"}}), path("changed"));
    QVERIFY(!writing.ok());
    QCOMPARE(writing.inTheWay, QStringList(QStringLiteral("a.py")));
    QCOMPARE(content("changed/a.py"), QByteArray("mine\n"));
    QCOMPARE(content("changed/b.py"), QByteArray("b\n")); // all or nothing
}

void TestFolder::overwritesWhenTold()
{
    put("forced/a.py", "mine\n");
    QVERIFY(writeProject(project({{"a.py", "a\n"}}), path("forced"), Overwriting::Allow).ok());
    QCOMPARE(content("forced/a.py"), QByteArray("a\n"));
    QVERIFY(writeProject(project({{"a.py", "a2\n"}}), path("forced")).ok()); // it is ours now
    QCOMPARE(content("forced/a.py"), QByteArray("a2\n"));
}

void TestFolder::leavesAloneWhatItDidNotWrite()
{
    put("foreign/a.py", "mine\n");
    put("foreign/notes.txt", "mine, too\n");
    QCOMPARE(writeProject(project({{"a.py", "a\n"}}), path("foreign")).inTheWay,
             QStringList(QStringLiteral("a.py")));
    QVERIFY(writeProject(project({{"b.py", "b\n"}}), path("foreign")).ok());
    QCOMPARE(content("foreign/notes.txt"), QByteArray("mine, too\n"));
}

void TestFolder::removesWhatIsNoLongerThere()
{
    QVERIFY(
        writeProject(project({{"a.py", "a\n"}, {"b.py", "b\n"}, {"c.py", "c\n"}}), path("removed"))
            .ok());
    put("removed/c.py", "mine\n");
    const ProjectWriting writing = writeProject(project({{"a.py", "a\n"}}), path("removed"));
    QCOMPARE(writing.removed, QStringList(QStringLiteral("b.py")));
    QCOMPARE(content("removed/b.py"), QByteArray("(absent)"));
    QCOMPARE(content("removed/c.py"), QByteArray("mine\n"));
}

void TestFolder::believesNoPathsOutside()
{
    put("outside.txt", "mine\n");
    put("manifest/.menura.json",
        R"({"files": {"../outside.txt": "ef17bb40e9d53b9b62ac2ba5a7e3d4a4ab39b9cae7d9dcaf3d2bd6fdd3ee7cdb",
             "/etc/hostname": "0", "x/../../outside.txt": "0"}})");
    QVERIFY(writeProject(project({{"a.py", "a\n"}}), path("manifest")).ok());
    QCOMPARE(content("outside.txt"), QByteArray("mine\n"));
}

void TestFolder::saysWhatCannotBeWritten()
{
    put("file", "no folder\n");
    const ProjectWriting writing = writeProject(project({{"a/b.py", "b\n"}}), path("file"));
    QVERIFY(!writing.ok());
    QVERIFY2(writing.errorString.contains(QLatin1String("file")), qPrintable(writing.errorString));
}

QTEST_APPLESS_MAIN(TestFolder)
#include "test_folder.moc"
