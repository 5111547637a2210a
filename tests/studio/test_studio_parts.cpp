#include "app/studio/bottom_pane.h"
#include "app/studio/files/live_design.h"
#include "app/studio/palette/fuzzy_match.h"
#include "app/studio/palette/palette.h"
#include "app/studio/settings.h"
#include "app/studio/tabs/history.h"
#include "designer/model/edits/new_design.h"
#include "designer/openapi/openapi_reader.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Design;

class TestStudioParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fuzzyMatches_data();
    void fuzzyMatches();
    void betterMatchesComeFirst_data();
    void betterMatchesComeFirst();
    void commandsComeLast();
    void wholeNamesComeFirst();
    void problemsAreSaidOnce();
    void historyForgetsWhatWasLeft();
    void bottomPaneCollapses();
    void recentFilesAreTenAndUnique();
    void resetKeepsRecentFiles();
    void settingsThatCannotBeKeptAreSaidOnce();
    void emptiedSettingsComeBack();
};

/// As a full disk leaves it.
void TestStudioParts::emptiedSettingsComeBack()
{
    QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    QString path;
    {
        Settings settings;
        settings.addRecentFile(QStringLiteral("/a/shop.yaml"));
        QCOMPARE(settings.newProblem(), QString());
    }
    {
        const Settings settings; // keeps what it finds
        path = QSettings().fileName();
        QCOMPARE(settings.recentFiles().size(), 1);
    }
    QVERIFY(QFile::resize(path, 0));
    QSettings().sync(); // as another program sees it
    {
        Settings settings;
        QCOMPARE(settings.recentFiles(), QStringList{QStringLiteral("/a/shop.yaml")});
        QCOMPARE(settings.newProblem(), QString());
    }
    QVERIFY(QFile::remove(path)); // somebody begins anew
    QSettings().sync();
    QVERIFY(Settings().recentFiles().isEmpty());
}

void TestStudioParts::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("menura"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
}

void TestStudioParts::settingsThatCannotBeKeptAreSaidOnce()
{
    const QTemporaryDir folder;
    const QString place = folder.filePath(QStringLiteral("place"));
    QFile inTheWay(place);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, place);
    Settings settings;
    settings.setValue(QStringLiteral("port"), 1);
    const QString problem = settings.newProblem();
    QVERIFY2(problem.contains(place), qPrintable(problem));
    settings.setValue(QStringLiteral("port"), 2);
    QCOMPARE(settings.newProblem(), QString());
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    Settings good;
    good.setValue(QStringLiteral("port"), 1);
    QCOMPARE(good.newProblem(), QString());
}

void TestStudioParts::fuzzyMatches_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *pattern, const char *text, bool matches) {
        QTest::addRow("%s in %s", pattern, text)
            << QString::fromUtf8(pattern) << QString::fromUtf8(text) << matches;
    };
    row("", "anything", true);
    row("ic", "ItemCreate", true);
    row("IC", "itemcreate", true);
    row("post items", "POST /items/", true);
    row("ci", "ItemCreate", false);
    row("itemcreatex", "ItemCreate", false);
    row("x", "", false);
}

void TestStudioParts::fuzzyMatches()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QTEST(fuzzyScore(pattern, text) >= 0, "matches");
}

void TestStudioParts::betterMatchesComeFirst_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    const auto row = [](const char *pattern, const char *better, const char *worse) {
        QTest::newRow(pattern) << QString::fromUtf8(pattern) << QString::fromUtf8(better)
                               << QString::fromUtf8(worse);
    };
    row("uc", "UserCreate", "Quick");
    row("item", "Item", "ItemCreate");
    row("user", "UserBase", "GET /buses/error");
    row("tag", "Tag", "ItemStage");
}

void TestStudioParts::betterMatchesComeFirst()
{
    QFETCH(QString, pattern);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(fuzzyScore(pattern, better) > fuzzyScore(pattern, worse));
}

void TestStudioParts::commandsComeLast()
{
    PaletteModel model;
    const auto item = [](const char *title, bool isCommand) {
        return PaletteItem{QString::fromUtf8(title), {}, {}, isCommand, [] {}};
    };
    model.setItems({item("Save", true), item("Saver", false), item("Other", false)});
    model.setPattern(QStringLiteral("save"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.item(0).title, QStringLiteral("Saver"));
    model.setPattern(QStringLiteral("> s"));
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.item(0).isCommand);
    model.setPattern(QStringLiteral("zzz"));
    QCOMPARE(model.rowCount(), 0);
}

void TestStudioParts::wholeNamesComeFirst()
{
    PaletteModel model;
    PaletteItem recent{QStringLiteral("items"), {}, {}, false, [] {}};
    recent.recency = 50;
    model.setItems({recent, {QStringLiteral("Item"), {}, {}, false, [] {}}});
    model.setPattern(QStringLiteral("item"));
    QCOMPARE(model.item(0).title, QStringLiteral("Item"));
    model.setPattern(QStringLiteral("ite"));
    QCOMPARE(model.item(0).title, QStringLiteral("items"));
}

/// The rules and the compiler of the server look at the same design.
void TestStudioParts::problemsAreSaidOnce()
{
    DesignDocument document;
    LiveDesign live(document);
    std::optional<Diagnostics> said;
    connect(&live, &LiveDesign::problemsChanged, this, [&said](const Diagnostics &p) { said = p; });
    const auto rules = [&said] {
        QStringList all;
        for (const Diagnostic &problem : said.value_or(Diagnostics()))
            all.append(problem.rule);
        all.sort();
        return said ? all.join(u' ') : QStringLiteral("nothing yet");
    };
    document.reset(readOpenApi(QByteArray(R"(openapi: 3.1.0
info: {title: Twice, version: '1'}
paths:
  /docs: {get: {operationId: d, responses: {'200': {description: ok}}}}
  /a/b:
    get:
      security: [{nobody: []}]
      parameters: [{name: c, in: path, required: true, schema: {type: string}}]
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/A'}, example: 5}}
        '401': {description: who}
components: {schemas: {A: {type: string, pattern: '(['}}}
)"))
                       .api);
    // Only the compiler knows of the first one.
    QTRY_COMPARE(rules(), QStringLiteral("docs-route invalid-example invalid-pattern "
                                         "path-parameters unknown-security"));
    document.reset(newDesign(QStringLiteral("Nothing")));
    QTRY_COMPARE(rules(), QString());
}

void TestStudioParts::historyForgetsWhatWasLeft()
{
    Selection selection;
    History history(selection);
    const auto open = [&selection](quint32 id) { selection.open(static_cast<NodeId>(id)); };
    open(1);
    open(1);
    QVERIFY(!history.canGoBack());
    open(2);
    open(3);
    history.back();
    history.back();
    QCOMPARE(selection.node(), static_cast<NodeId>(1));
    QVERIFY(!history.canGoBack());
    history.forward();
    open(4);
    QVERIFY(!history.canGoForward());
    history.back();
    QCOMPARE(selection.node(), static_cast<NodeId>(2));
    for (quint32 id = 10; id < 300; ++id)
        open(id);
    int steps = 0;
    while (history.canGoBack() && steps < 1000) {
        history.back();
        ++steps;
    }
    QVERIFY(steps < 100);
}

void TestStudioParts::bottomPaneCollapses()
{
    BottomPane pane;
    auto *page = new QLabel(QStringLiteral("page"));
    auto *tools = new QLineEdit;
    pane.addPage(new QLabel(QStringLiteral("other")), QStringLiteral("Other"));
    const int index = pane.addPage(page, QStringLiteral("Page"), tools);
    pane.show();
    QSignalSpy changed(&pane, &BottomPane::collapsedChanged);
    pane.setCollapsed(true);
    QVERIFY(!page->isVisible());
    QVERIFY(!tools->isVisible());
    pane.showPage(index);
    QVERIFY(page->isVisible());
    QVERIFY(tools->isVisible());
    QCOMPARE(changed.size(), 2);
    pane.showPage(0);
    QVERIFY(!tools->isVisible());
}

void TestStudioParts::recentFilesAreTenAndUnique()
{
    QTemporaryDir folder;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    Settings settings;
    for (int i = 0; i < 14; ++i)
        settings.addRecentFile(folder.filePath(QString::number(i)));
    QCOMPARE(settings.recentFiles().size(), 10);
    settings.addRecentFile(folder.filePath(QStringLiteral("9")));
    QCOMPARE(settings.recentFiles().size(), 10);
    QCOMPARE(settings.recentFiles().first(), folder.filePath(QStringLiteral("9")));
    settings.removeRecentFile(folder.filePath(QStringLiteral("9")));
    QCOMPARE(settings.recentFiles().size(), 9);
}

void TestStudioParts::resetKeepsRecentFiles()
{
    QTemporaryDir folder;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    Settings settings;
    settings.addRecentFile(folder.filePath(QStringLiteral("a")));
    settings.setValue(QStringLiteral("theme"), QStringLiteral("dark"));
    settings.clear();
    QVERIFY(!settings.value(QStringLiteral("theme")).isValid());
    QCOMPARE(settings.recentFiles().size(), 1);
}

QTEST_MAIN(TestStudioParts)
#include "test_studio_parts.moc"
