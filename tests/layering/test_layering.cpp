#include "tests/layering/source_tree.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Layering;

namespace
{

/// The rooms from the ground up. A room includes only itself and rooms that stand before it.
const QStringList &rooms()
{
    static const QStringList order{
        QStringLiteral("designer/text"),
        QStringLiteral("designer/model"),
        QStringLiteral("designer/schema"),
        QStringLiteral("designer/openapi"),
        QStringLiteral("designer/storage"),
        QStringLiteral("designer/coercion"),
        QStringLiteral("designer/lint"),
        QStringLiteral("designer/compare"),
        QStringLiteral("designer/docs"),
        QStringLiteral("designer/codegen"),
        QStringLiteral("mockserver/script"),
        QStringLiteral("mockserver/state"),
        QStringLiteral("mockserver/engine"),
        QStringLiteral("mockserver/wire"),
        QStringLiteral("mockserver/http"),
        QStringLiteral("mockserver/contract"),
        QStringLiteral("app/cli"),
        QStringLiteral("designer/document"),
        QStringLiteral("designer/itemmodels"),
        QStringLiteral("designer/looks"),
        QStringLiteral("designer/editors"),
        QStringLiteral("designer/preview"),
        QStringLiteral("designer/map"),
        QStringLiteral("mockserver/panel"),
        QStringLiteral("app/studio"),
    };
    return order;
}

bool isBelowTheWindows(const QString &room)
{
    return rooms().indexOf(room) <= rooms().indexOf(QStringLiteral("app/cli"));
}

bool isOurs(const QString &path)
{
    static const QRegularExpression ours(QStringLiteral("^(app|designer|mockserver)/"));
    return ours.match(path).hasMatch();
}

bool isWidgetRoom(const QString &room)
{
    static const QStringList widgetRooms{
        QStringLiteral("designer/looks"), QStringLiteral("designer/editors"),
        QStringLiteral("designer/preview"), QStringLiteral("designer/map"),
        QStringLiteral("mockserver/panel"),
        QStringLiteral("app/studio")};
    return widgetRooms.contains(room);
}

} // namespace

class TestLayering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRoomIsInTheOrder();
    void everyFolderIsBuilt();
    void includesFollowTheOrder();
    void includesAreWholePaths();
    void includesNameNoModule();
    void onlyOneRoomKnowsTheHttpServer();
    void windowsStayInTheirRooms();
    void headersAreIncludedOnce();
    void topLevelIsShort();
    void filesAreShort();
    void lockFileNamesNoRegistry();
    void pagesHaveExactVersions();

private:
    QByteArray content(const QString &file) const;

    const QString m_root = QStringLiteral(MENURA_SOURCE_DIR);
    QStringList m_files;
    QList<Include> m_includes;
};

/// Fails with all the lines at once rather than with the first.
#define VERIFY_NONE(problems) QVERIFY2((problems).isEmpty(), qPrintable((problems).join(u'\n')))

QByteArray TestLayering::content(const QString &file) const
{
    QFile source(m_root + u'/' + file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

void TestLayering::initTestCase()
{
    m_files = repositoryFiles(m_root);
    m_includes = includes(m_root, m_files);
    QVERIFY(m_files.contains(QLatin1String("designer/text/json.h")));
    QVERIFY(m_includes.size() > 50);
}

void TestLayering::everyRoomIsInTheOrder()
{
    QSet<QString> unknown;
    for (const QString &file : std::as_const(m_files)) {
        const bool isInRoom = isOurs(file) && file.count(u'/') >= 2;
        if (isInRoom && !rooms().contains(roomOf(file)))
            unknown.insert(roomOf(file));
    }
    VERIFY_NONE(QStringList(unknown.begin(), unknown.end()));
}

void TestLayering::everyFolderIsBuilt()
{
    if (!MENURA_WITH_STUDIO)
        QSKIP("Without the studio some folders are left out on purpose");
    QStringList forgotten;
    for (const QString &file : std::as_const(m_files)) {
        if (!file.endsWith(QLatin1String("/CMakeLists.txt")))
            continue;
        const QString folder = file.section(u'/', 0, -2);
        const QString built = QStringLiteral(MENURA_BINARY_DIR) + u'/' + folder;
        if (!QFile::exists(built + QStringLiteral("/cmake_install.cmake")))
            forgotten.append(folder);
    }
    VERIFY_NONE(forgotten);
}

void TestLayering::includesFollowTheOrder()
{
    QStringList problems;
    for (const Include &include : std::as_const(m_includes)) {
        if (!isOurs(include.file) || !include.isQuoted || !isOurs(include.target))
            continue;
        const QString from = roomOf(include.file);
        const QString to = roomOf(include.target);
        const bool isUpwards = rooms().indexOf(to) > rooms().indexOf(from);
        const bool leavesDesigner = from.startsWith(QLatin1String("designer/")) &&
                                    to.startsWith(QLatin1String("mockserver/"));
        const bool isOfProgram = from != to && to.startsWith(QLatin1String("app/"));
        if (!rooms().contains(to) || isUpwards || leavesDesigner || isOfProgram)
            problems.append(include.place());
    }
    VERIFY_NONE(problems);
}

void TestLayering::includesAreWholePaths()
{
    QStringList problems;
    for (const Include &include : std::as_const(m_includes)) {
        if (!include.isQuoted || include.target.endsWith(QLatin1String(".moc")))
            continue;
        const QString folder = include.file.section(u'/', 0, -2) + u'/';
        const bool isWhole = QFile::exists(m_root + u'/' + include.target);
        const bool isSibling = QFile::exists(m_root + u'/' + folder + include.target);
        if (!isWhole && (isOurs(include.file) || !isSibling))
            problems.append(include.place());
    }
    VERIFY_NONE(problems);
}

void TestLayering::includesNameNoModule()
{
    // <QtWidgets/QWidget> would compile where Widgets is not linked; <QWidget> does not.
    // QtEndian and QtGlobal are headers of their own, not modules.
    static const QRegularExpression module(
        QStringLiteral("^Qt(?!(Endian|Global|Math|Numeric|Algorithms)$)[A-Z][A-Za-z]*(/|$)"));
    QStringList problems;
    for (const Include &include : std::as_const(m_includes)) {
        if (!include.isQuoted && module.match(include.target).hasMatch())
            problems.append(include.place());
    }
    VERIFY_NONE(problems);
}

void TestLayering::onlyOneRoomKnowsTheHttpServer()
{
    static const QRegularExpression server(
        QStringLiteral("^(Q(Abstract)?HttpServer|QHttpHeaders|q(abstract)?httpserver)"));
    QStringList problems;
    for (const Include &include : std::as_const(m_includes)) {
        const bool isAllowed = roomOf(include.file) == QLatin1String("mockserver/http");
        if (isOurs(include.file) && !isAllowed && server.match(include.target).hasMatch())
            problems.append(include.place());
    }
    VERIFY_NONE(problems);
}

void TestLayering::windowsStayInTheirRooms()
{
    const QStringList widgets = headersOfModule(QStringLiteral("QtWidgets"));
    const QStringList gui = headersOfModule(QStringLiteral("QtGui"));
    if (widgets.isEmpty() || gui.isEmpty())
        QSKIP("Qt's Gui and Widgets headers are not installed");
    QStringList problems;
    for (const Include &include : std::as_const(m_includes)) {
        if (!isOurs(include.file) || include.isQuoted)
            continue;
        const QString room = roomOf(include.file);
        const bool isWidget =
            widgets.contains(include.target) || include.target.startsWith(QLatin1String("Qsci/"));
        if ((isWidget && !isWidgetRoom(room)) ||
            (gui.contains(include.target) && isBelowTheWindows(room)))
            problems.append(include.place());
    }
    VERIFY_NONE(problems);
}

void TestLayering::headersAreIncludedOnce()
{
    QStringList problems;
    for (const QString &file : std::as_const(m_files)) {
        if (file.endsWith(QLatin1String(".h")) && !content(file).contains("#pragma once"))
            problems.append(file);
    }
    VERIFY_NONE(problems);
}

void TestLayering::topLevelIsShort()
{
    static const QStringList expected{
        QStringLiteral("CMakeLists.txt"),
        QStringLiteral("CMakePresets.json"),
        QStringLiteral("LICENSE"),
        QStringLiteral("README.md"),
        QStringLiteral("app"),
        QStringLiteral("designer"),
        QStringLiteral("mockserver"),
        QStringLiteral("resources"),
        QStringLiteral("tests"),
    };
    QSet<QString> surprising;
    for (const QString &file : std::as_const(m_files)) {
        const QString top = file.section(u'/', 0, 0);
        if (!top.startsWith(u'.') && !expected.contains(top))
            surprising.insert(top);
    }
    VERIFY_NONE(QStringList(surprising.begin(), surprising.end()));
}

void TestLayering::filesAreShort()
{
    static const QRegularExpression written(
        QStringLiteral("(\\.(h|cpp|cmake|md|sh)|CMakeLists\\.txt|(^|/)(run|setup))$"));
    constexpr qsizetype limit = 600;
    QStringList problems;
    for (const QString &file : std::as_const(m_files)) {
        if (!written.match(file).hasMatch() || file.startsWith(QLatin1String("tests/data/")))
            continue;
        const qsizetype lines = content(file).count('\n');
        if (lines > limit)
            problems.append(QStringLiteral("%1: %2 lines").arg(file).arg(lines));
    }
    VERIFY_NONE(problems);
}

void TestLayering::lockFileNamesNoRegistry()
{
    const QByteArray lock = content(QStringLiteral("resources/web/package-lock.json"));
    QVERIFY(lock.contains("\"integrity\""));
    QVERIFY(!lock.contains("\"resolved\""));
    QVERIFY(!lock.contains("registry"));
    QVERIFY(!lock.contains(".tgz"));
}

void TestLayering::pagesHaveExactVersions()
{
    const QString manifest =
        QString::fromUtf8(content(QStringLiteral("resources/web/package.json")));
    static const QRegularExpression dependency(
        QStringLiteral("\"(redoc|swagger-ui-dist|@octokit/openapi)\": \"([^\"]*)\""));
    static const QRegularExpression exact(QStringLiteral("^[0-9]+\\.[0-9]+\\.[0-9]+$"));
    int count = 0;
    for (auto match = dependency.globalMatch(manifest); match.hasNext(); ++count) {
        const QString version = match.next().captured(2);
        QVERIFY2(exact.match(version).hasMatch(), qPrintable(version));
    }
    QCOMPARE(count, 3);
}

QTEST_GUILESS_MAIN(TestLayering)
#include "test_layering.moc"
