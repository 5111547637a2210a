#include "tests/cli/program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Cli;

/// `menura fastapi` as a process: its exit codes, what it says, and what it leaves alone.
class TestFastApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAProject();
    void namesTheFolderAfterTheDesign();
    void listsWhatPythonCannotSay();
    void overwritesNothingOfOthers();
    void refusesWhatCannotBeRead();

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static QString design(const char *name)
    {
        return QStringLiteral(MENURA_SOURCE_DIR "/resources/designs/") + QString::fromLatin1(name);
    }
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

void TestFastApi::writesAProject()
{
    const Ran made = runMenura(
        {QStringLiteral("fastapi"), design("shop.yaml"), QStringLiteral("--output"), path("shop")});
    QCOMPARE(made.err, QByteArray());
    QCOMPARE(made.code, 0);
    QCOMPARE(made.out.count('\n'), 1);
    QVERIFY2(made.out.contains("11 files, 11 written"), made.out.constData());
    for (const char *file : {"app/main.py", "app/models.py", "app/routers/items.py",
                             "tests/test_api.py", "requirements.txt", "README.md"})
        QVERIFY2(QFile::exists(path("shop/") + QString::fromLatin1(file)), file);
    QVERIFY(content(path("shop/app/models.py")).contains("class UserCreate(UserBase):"));
}

void TestFastApi::namesTheFolderAfterTheDesign()
{
    const QString copy = path("my.api.yaml");
    QVERIFY(QFile::copy(design("tasks.yaml"), copy));
    const Ran made = runMenura({QStringLiteral("fastapi"), copy}, m_folder.path());
    QCOMPARE(made.code, 0);
    QVERIFY(QFile::exists(path("my.api-fastapi/app/main.py")));
    const Ran help = runMenura({QStringLiteral("fastapi"), QStringLiteral("--help")});
    QVERIFY(help.out.contains("-fastapi"));
}

void TestFastApi::listsWhatPythonCannotSay()
{
    const Ran made = runMenura(
        {QStringLiteral("fastapi"), design("errors.yaml"), QStringLiteral("-o"), path("errors")});
    QCOMPARE(made.code, 1);
    QVERIFY2(made.err.contains("errors.yaml:"), made.err.constData());
    QVERIFY2(made.err.contains("NotImplementedError"), made.err.constData());
    QVERIFY(content(path("errors/app/routers/broken.py")).contains("# JavaScript: (() =>"));
    QVERIFY(
        content(path("errors/README.md")).contains("/paths/~1broken/get/x-menura/errors/0/when"));
}

void TestFastApi::overwritesNothingOfOthers()
{
    const QStringList arguments{QStringLiteral("fastapi"), design("shop.yaml"),
                                QStringLiteral("-o"), path("kept")};
    QCOMPARE(runMenura(arguments).code, 0);
    QVERIFY(runMenura(arguments).out.contains("0 written"));
    QFile main(path("kept/app/main.py"));
    QVERIFY(main.open(QIODevice::WriteOnly));
    main.write("mine\n");
    main.close();
    const Ran refused = runMenura(arguments);
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains("app/main.py"), refused.err.constData());
    QVERIFY2(refused.err.contains("--force"), refused.err.constData());
    QCOMPARE(content(path("kept/app/main.py")), QByteArray("mine\n"));
    QCOMPARE(runMenura(arguments + QStringList(QStringLiteral("--force"))).code, 0);
    QVERIFY(content(path("kept/app/main.py")).contains("FastAPI("));
}

void TestFastApi::refusesWhatCannotBeRead()
{
    QCOMPARE(runMenura({QStringLiteral("fastapi")}).code, 2);
    QCOMPARE(runMenura({QStringLiteral("fastapi"), path("missing.yaml")}).code, 2);
    QFile file(path("file"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const Ran unwritable = runMenura(
        {QStringLiteral("fastapi"), design("shop.yaml"), QStringLiteral("-o"), path("file/x")});
    QCOMPARE(unwritable.code, 2);
    QVERIFY2(unwritable.err.contains("file/x"), unwritable.err.constData());
}

QTEST_APPLESS_MAIN(TestFastApi)
#include "test_fastapi.moc"
