#include "app/studio/languages.h"
#include "app/studio/tabs/editor_tabs.h"
#include "designer/docs/html_docs.h"
#include "designer/docs/schema_words.h"
#include "designer/lint/lint.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/preview/docs_pane.h"
#include "tests/studio/window_test.h"

#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLibraryInfo>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QTreeView>
#include <QXmlStreamReader>

/// The windows in other languages, and in one that shows what nobody has translated.
class TestLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placeholdersAgree_data();
    void placeholdersAgree();
    void check20WindowSpeaksGerman();
    void lettersOfMenusAreTheirOwn_data();
    void lettersOfMenusAreTheirOwn();
    void check20EveryTextCanBeTranslated();
    void check20ProblemsCanBeTranslated();
    void check20DesignIsTheSameInEveryLanguage();
    void check20DocsSpeakTheLanguageOfTheWindow();
    void countedWordsOfDocs();
};

namespace
{

/// Turns every text into ⟦text~~~~⟧: 40 % longer, and easy to tell from what was not asked for.
class PseudoTranslator : public QTranslator
{
public:
    QString translate(const char *, const char *text, const char *, int) const override
    {
        const QString plain = QString::fromUtf8(text);
        return u'\u27E6' + plain + QString(plain.size() * 2 / 5, u'~') + u'\u27E7';
    }
    bool isEmpty() const override { return false; }
};

/// A translator that is there as long as this is.
template<class Translator>
class Installed
{
public:
    Installed() { QCoreApplication::installTranslator(&translator); }
    ~Installed() { QCoreApplication::removeTranslator(&translator); }
    Translator translator;
};

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%(?:L?\\d|n)"));
    QStringList found;
    for (auto i = pattern.globalMatch(text); i.hasNext();)
        found.append(i.next().captured());
    found.removeDuplicates();
    found.sort();
    return found;
}

/// What a person reads in the window, without what they or the design have written.
QStringList shownTexts(const QWidget &window)
{
    QStringList texts;
    const auto add = [&texts](const QString &text) {
        static const QRegularExpression letter(QStringLiteral("\\p{L}"));
        if (text.contains(letter))
            texts.append(text);
    };
    for (const QAction *action : window.findChildren<QAction *>())
        add(action->text());
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        add(widget->accessibleName());
        add(widget->toolTip());
        add(widget->property("placeholderText").toString());
        add(widget->property("title").toString()); // of menus
    }
    return texts;
}

} // namespace

void TestLanguages::placeholdersAgree_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &language : languages())
        QTest::newRow(qPrintable(language))
            << QStringLiteral(MENURA_SOURCE_DIR "/resources/translations/menura_%1.ts")
                   .arg(language);
}

void TestLanguages::placeholdersAgree()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QString source;
    int texts = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"source") {
            source = xml.readElementText();
        } else if (xml.name() == u"translation" &&
                   xml.attributes().value(QLatin1String("type")) != QLatin1String("vanished")) {
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            if (!text.trimmed().isEmpty()) {
                ++texts;
                QCOMPARE(placeholders(text), placeholders(source));
            }
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(texts > 0);
}

void TestLanguages::check20WindowSpeaksGerman()
{
    Installed<QTranslator> german;
    if (!german.translator.load(QStringLiteral(":/menura/translations/menura_de.qm")))
        QSKIP("this build has no translations");
    WindowTest test;
    QVERIFY(test.openSample());
    QCOMPARE(test.window().menuBar()->actions().first()->text(), QStringLiteral("&Datei"));
    QCOMPARE(test.find<QWidget>("navigatorFilter")->accessibleName(),
             QStringLiteral("Routen und Modelle filtern"));
}

void TestLanguages::lettersOfMenusAreTheirOwn_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : languages())
        QTest::newRow(qPrintable(language)) << language;
}

/// Alt and a letter lead to one place, and every entry has a letter.
void TestLanguages::lettersOfMenusAreTheirOwn()
{
    QFETCH(QString, language);
    Installed<QTranslator> translation;
    if (!translation.translator.load(
            QStringLiteral(":/menura/translations/menura_%1.qm").arg(language)))
        QSKIP("this build has no translations");
    WindowTest test;
    QStringList found;
    const auto check = [&found](const QString &menu, const QList<QAction *> &entries) {
        QMap<QString, QString> letters;
        for (const QAction *entry : entries) {
            if (entry->isSeparator())
                continue;
            const QString letter = QKeySequence::mnemonic(entry->text()).toString();
            if (letter.isEmpty() || letters.contains(letter))
                found.append(
                    QStringLiteral("%1: %2, %3").arg(menu, entry->text(), letters.value(letter)));
            letters.insert(letter, entry->text());
        }
    };
    check(QStringLiteral("menus"), test.window().menuBar()->actions());
    for (QMenu *menu : test.window().menuBar()->findChildren<QMenu *>()) {
        if (menu->objectName() != QLatin1String("recentFiles"))
            check(menu->title(), menu->actions());
    }
    // Those of buttons and fields are none of the menu bar's.
    QVERIFY(test.openSample());
    test.window().selection().open(test.at(QString()));
    test.window().selection().open(test.at(QStringLiteral("/paths/~1items~1/get")));
    QStringList ofBar;
    for (const QAction *menu : test.window().menuBar()->actions())
        ofBar.append(QKeySequence::mnemonic(menu->text()).toString());
    for (const QWidget *widget : test.window().findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const QString text =
            !label || label->buddy() ? widget->property("text").toString() : QString();
        const QString letter = QKeySequence::mnemonic(text).toString();
        if (!letter.isEmpty() && ofBar.contains(letter))
            found.append(QStringLiteral("in the window: %1").arg(text));
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestLanguages::check20EveryTextCanBeTranslated()
{
    Installed<PseudoTranslator> pseudo;
    WindowTest test;
    QVERIFY(test.openSample());
    test.window().selection().open(test.at(QStringLiteral("/components/schemas/ItemCreate")));
    QStringList english;
    const QStringList shown = shownTexts(test.window());
    for (const QString &text : shown) {
        // Names of the design, of the program and of key tops are the same in every language.
        static const QRegularExpression name(
            QStringLiteral("^(/|\\{|GET |POST |[\\w.-]+$|https?:|Ctrl|F\\d)"));
        if (!text.contains(u'\u27E6') && !name.match(text).hasMatch())
            english.append(text);
    }
    english.removeDuplicates();
    QVERIFY2(english.isEmpty(), qPrintable(english.join(u'\n')));

    // Long words are not cut in headings that have the room.
    test.window().resize(1440, 900);
    test.window().actions()[ActionId::ShowTraffic]->trigger();
    const QHeaderView *columns = test.find<QTreeView>("traffic")->header();
    for (int i = 0; i < columns->count(); ++i)
        QVERIFY2(columns->sectionSize(i) >= columns->sectionSizeHint(i),
                 qPrintable(columns->model()->headerData(i, Qt::Horizontal).toString()));

    // What stands beside the tabs at the bottom does not push the other regions about.
    test.window().resize(1024, 700);
    test.window().actions()[ActionId::ShowProblems]->trigger();
    QTest::qWait(0);
    const auto *navigator = test.find<QWidget>("navigator");
    const int width = navigator->width();
    test.window().actions()[ActionId::ShowTraffic]->trigger();
    QTest::qWait(0);
    QCOMPARE(navigator->width(), width);
}

/// What is said about the extensions of a design as well as about its OpenAPI.
void TestLanguages::check20ProblemsCanBeTranslated()
{
    const Installed<PseudoTranslator> pseudo;
    const Design::LoadedApi read = Design::readOpenApi(QByteArray(R"(openapi: 3.1.0
info: {title: Faults, version: '1'}
x-menura:
  nonsense: 1
  stores: {things: {model: Nothing, unique: 5, key: 7}, others: 3}
  errors: {wrong: {detail: a, body: b}}
  dependencies: {a: {needs: [a, b], user: true, conditions: [{when: 1}]}}
  routers: {r: {prefix: x/, parent: q}}
  logins: {key: {store: nobody}}
  delay: forever
paths:
  /a:
    get:
      operationId: x
      x-menura: {action: eat things, faults: {rate: 2}, proxy: 5, tasks: [{}], upstream: {}}
      responses: {'200': {description: ok}}
    post:
      operationId: x
      responses: {}
components:
  schemas:
    A: {type: integer, minimum: 5, exclusiveMaximum: 5, example: x}
)"));
    const Design::Diagnostics problems = read.diagnostics + Design::lint(read.api);
    QVERIFY2(problems.size() > 20, qPrintable(QString::number(problems.size())));
    for (const Design::Diagnostic &problem : problems)
        QVERIFY2(problem.message.startsWith(u'\u27E6'), qPrintable(problem.message));
}

void TestLanguages::check20DesignIsTheSameInEveryLanguage()
{
    const auto written = [] {
        WindowTest test;
        test.openSample();
        test.window().actions()[ActionId::NewModel]->trigger();
        return test.window().document().api();
    };
    const Design::Api english = written();
    Installed<PseudoTranslator> pseudo;
    QCOMPARE(written(), english);
}

void TestLanguages::check20DocsSpeakTheLanguageOfTheWindow()
{
    using namespace Design;
    const auto pageOfSample = [](const DocsOptions &options) {
        WindowTest test;
        test.openSample();
        return docsPage(test.window().document().api(), options);
    };
    const QString english = pageOfSample({DocsTarget::Page});
    Installed<PseudoTranslator> pseudo;
    // What others will read stays English, whoever has made it.
    QCOMPARE(pageOfSample({DocsTarget::Page}), english);
    QVERIFY(!english.contains(u'\u27E6'));
    WindowTest test;
    QVERIFY(test.openSample());
    test.window().show();
    test.window().actions()[ActionId::ShowDocs]->trigger();
    test.window().selection().open(test.at(QStringLiteral("/components/schemas/ItemCreate")));
    auto *docs = test.find<DocsPane>("docs");
    QTRY_VERIFY(docs->toPlainText().contains(QStringLiteral("\u27E6Field~~\u27E7")));
    QVERIFY(docs->toPlainText().contains(QStringLiteral("\u27E6required")));
    // Nothing but what the design itself says and type names is left in English.
    static const QRegularExpression own(
        QStringLiteral("\\b(Rules|required|characters|at least|list of|default:|Example|Body)\\b"));
    const QString rest =
        docs->toPlainText().remove(QRegularExpression(QStringLiteral("\u27E6[^\u27E7]*\u27E7")));
    QVERIFY2(!own.match(rest).hasMatch(), qPrintable(rest));
}

void TestLanguages::countedWordsOfDocs()
{
    using namespace Design;
    Schema schema = Schema::empty(static_cast<NodeId>(1));
    schema.set(Keyword::MinLength, 1);
    QCOMPARE(ruleWords(schema), QStringList(QStringLiteral("at least 1 character")));
    Installed<QTranslator> german;
    if (!german.translator.load(QStringLiteral(":/menura/translations/menura_de.qm")))
        QSKIP("this build has no translations");
    QCOMPARE(ruleWords(schema), QStringList(QStringLiteral("at least 1 character")));
    const DocsWords words(DocsLanguage::Program);
    QCOMPARE(ruleWords(schema, words), QStringList(QStringLiteral("mindestens 1 Zeichen")));
    schema.set(Keyword::MaxLength, 80);
    QCOMPARE(ruleWords(schema, words), QStringList(QStringLiteral("1 bis 80 Zeichen")));
}

QTEST_MAIN(TestLanguages)
#include "test_languages.moc"
