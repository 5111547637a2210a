#include "app/studio/regions.h"
#include "app/studio/tabs/editor_tabs.h"
#include "designer/editors/fields_view.h"
#include "designer/looks/glyphs.h"
#include "designer/looks/theme.h"
#include "designer/map/map_view.h"
#include "tests/studio/appearance.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QProcess>
#include <QScrollBar>
#include <QTest>
#include <QTranslator>

using namespace Design;

/// Checks of somebody picky that are about looks, by their numbers.
class TestAppearance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void check13TextIsReadableInEveryTheme_data();
    void check13TextIsReadableInEveryTheme();
    void check13EmptyBoxesAreSeen_data();
    void check13EmptyBoxesAreSeen();
    void check14NothingIsCutWhenScaled_data();
    void check14NothingIsCutWhenScaled();
    void check14IconsAreSharp();
    void check15NothingIsCut_data();
    void check15NothingIsCut();
    void check15PanelsGiveWayInOrder();
    void check16EverythingHasAName();
    void check20NothingIsCutInOtherLanguages_data();
    void check20NothingIsCutInOtherLanguages();

private:
    /// Goes through all screens; what is wrong with one of them is put behind its name.
    static QStringList onEachScreen(WindowTest &test,
                                    const std::function<QStringList(const QWidget &)> &look);
};

/// Qt tells widgets of a palette only while its event loop runs.
static void choose(WindowTest &test, ActionId theme)
{
    QTimer::singleShot(0, qApp, [&test, theme] {
        test.window().actions()[theme]->trigger();
        QTimer::singleShot(0, qApp, [] { QCoreApplication::exit(); });
    });
    QApplication::exec();
}

QStringList TestAppearance::onEachScreen(WindowTest &test,
                                         const std::function<QStringList(const QWidget &)> &look)
{
    QStringList found;
    for (const Screen &screen : allScreens()) {
        test.window().tabs().closeAll(); // many tabs are shortened on purpose
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        screen.show(test);
        // What is laid out in several rounds takes its time on a busy machine.
        QStringList findings;
        const auto isFine = [&] { return (findings = look(test.window())).isEmpty(); };
        QTest::qWait(60);
        if (QTest::qWaitFor(isFine, 1000))
            continue;
        for (const QString &finding : std::as_const(findings))
            found.append(screen.name + QStringLiteral(" — ") + finding);
    }
    return found;
}

void TestAppearance::check13TextIsReadableInEveryTheme_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestAppearance::check13TextIsReadableInEveryTheme()
{
    QFETCH(bool, isDark);
    WindowTest test;
    test.window().resize(1440, 900);
    test.window().show();
    choose(test, isDark ? ActionId::ThemeDark : ActionId::ThemeLight);
    QVERIFY(test.find<QWidget>("welcome")->isVisible());
    QStringList found = weakTexts(test.window()) + strangePanes(test.window(), isDark);
    QVERIFY(test.openSample());
    found += onEachScreen(test, [isDark](const QWidget &window) {
        return weakTexts(window) + strangePanes(window, isDark);
    });
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestAppearance::check13EmptyBoxesAreSeen_data()
{
    check13TextIsReadableInEveryTheme_data();
}

void TestAppearance::check13EmptyBoxesAreSeen()
{
    QFETCH(bool, isDark);
    WindowTest test;
    QVERIFY(test.openSample());
    choose(test, isDark ? ActionId::ThemeDark : ActionId::ThemeLight);
    test.window().selection().open(test.at(QStringLiteral("/components/schemas/ItemCreate")));
    FieldsView *fields = nullptr;
    for (FieldsView *view : test.window().tabs().findChildren<FieldsView *>()) {
        if (view->isVisible())
            fields = view;
    }
    QVERIFY(fields);
    const SchemaTableModel &table = fields->table();
    const QModelIndex tax =
        table.findRow([](const SchemaRow &row) { return row.name == QLatin1String("tax"); })
            .siblingAtColumn(table.columnOf(SchemaTableModel::Column::Required));
    QCOMPARE(tax.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
    for (const bool isSelected : {false, true}) {
        fields->setCurrentIndex(isSelected ? tax : table.index(0, 0));
        const QRect cell = fields->visualRect(tax);
        const double seen = contrastIn(*fields->viewport(), cell.adjusted(2, 2, -2, -2));
        QVERIFY2(seen >= 3, qPrintable(QString::number(seen))); // WCAG 2.1, 1.4.11
    }
}

void TestAppearance::check14NothingIsCutWhenScaled_data()
{
    QTest::addColumn<QByteArray>("scale");
    QTest::newRow("1.5") << QByteArray("1.5");
    QTest::newRow("2") << QByteArray("2");
}

/// How large things are drawn is fixed when a program begins: another run of this one does it.
void TestAppearance::check14NothingIsCutWhenScaled()
{
    QFETCH(QByteArray, scale);
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QString::fromLatin1(scale));
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("check15NothingIsCut"), QStringLiteral("check14IconsAreSharp"),
                   QStringLiteral("check13EmptyBoxesAreSeen")});
    QVERIFY(program.waitForFinished(120000));
    QVERIFY2(program.exitCode() == 0, program.readAll().constData());
}

void TestAppearance::check14IconsAreSharp()
{
    const QSize size(glyphSize(), glyphSize());
    for (const Glyph glyph : {Glyph::Search, Glyph::Save, Glyph::Model}) {
        const QPixmap small = glyphIcon(glyph).pixmap(size, 1);
        const QPixmap large = glyphIcon(glyph).pixmap(size, 2);
        QCOMPARE(large.size(), 2 * size);
        // Drawn anew and not blown up, which would be the same picture.
        const QImage blown =
            small.toImage().scaled(large.size()).convertToFormat(QImage::Format_ARGB32);
        QVERIFY(large.toImage().convertToFormat(QImage::Format_ARGB32) != blown);
    }
}

void TestAppearance::check15NothingIsCut_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("small") << QSize(1024, 700);
    QTest::newRow("usual") << QSize(1440, 900);
    QTest::newRow("large") << QSize(2560, 1440);
}

/// What has to be scrolled sideways, apart from code.
static QStringList sidewaysScrolling(const QWidget &window)
{
    QStringList found;
    for (const QAbstractScrollArea *area : window.findChildren<QAbstractScrollArea *>()) {
        const QScrollBar *bar = area->horizontalScrollBar();
        if (area->isVisible() && !area->inherits("QsciScintilla") &&
            !area->inherits("Design::MapView") && bar->maximum() > bar->minimum())
            found.append(QLatin1String(area->metaObject()->className()) + u' ' +
                         area->objectName() + u' ' + area->accessibleName());
    }
    return found;
}

void TestAppearance::check15NothingIsCut()
{
    QFETCH(QSize, size);
    WindowTest test;
    test.window().resize(size);
    test.window().show();
    QTest::qWait(30);
    QStringList found = cutTexts(test.window());
    QVERIFY(test.openSample());
    test.window().regions().setRegionVisible(Regions::Bottom, true);
    test.window().resize(size);
    QTest::qWait(50);
    QVERIFY2(test.window().width() <= size.width(),
             qPrintable(QString::number(test.window().minimumSizeHint().width())));
    QVERIFY(test.window().height() <= size.height());
    found += onEachScreen(
        test, [](const QWidget &window) { return cutTexts(window) + sidewaysScrolling(window); });
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestAppearance::check15PanelsGiveWayInOrder()
{
    WindowTest test;
    QVERIFY(test.openSample());
    const QWidget *editors = &test.window().tabs();
    const auto *preview = test.find<QWidget>("openApiSource");
    const auto *navigator = test.find<QWidget>("navigator");
    test.window().resize(2000, 900);
    QTest::qWait(30);
    const int wideNavigator = navigator->width();
    const int widePreview = preview->width();
    test.window().resize(1024, 700);
    QTest::qWait(30);
    // What is worked in keeps the most; all of them can still be used.
    QVERIFY(editors->width() >= editors->minimumWidth());
    QVERIFY(preview->width() <= widePreview);
    QVERIFY(navigator->width() <= wideNavigator);
    QVERIFY(editors->width() >= navigator->width());
    QVERIFY(preview->isVisible() && navigator->isVisible());
}

static void findNameless(QAccessibleInterface *node, const QString &path, QStringList &nameless,
                         int &count)
{
    if (!node || !node->isValid() || node->state().invisible)
        return;
    ++count;
    static const QSet<QAccessible::Role> roles{QAccessible::Button,      QAccessible::EditableText,
                                               QAccessible::ComboBox,    QAccessible::CheckBox,
                                               QAccessible::Tree,        QAccessible::Table,
                                               QAccessible::List,        QAccessible::SpinBox,
                                               QAccessible::PageTabList, QAccessible::ButtonMenu};
    const QString here = path + u'/' +
                         (node->object() ? QLatin1String(node->object()->metaObject()->className())
                                         : QString::number(node->role()));
    if (roles.contains(node->role()) && node->text(QAccessible::Name).isEmpty())
        nameless.append(here + u' ' + (node->object() ? node->object()->objectName() : QString()));
    for (int i = 0; i < node->childCount(); ++i)
        findNameless(node->child(i), here, nameless, count);
}

void TestAppearance::check16EverythingHasAName()
{
    WindowTest test;
    QStringList nameless;
    int count = 0;
    const auto walk = [&](const QWidget &window) {
        findNameless(QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&window)), {},
                     nameless, count);
        return QStringList();
    };
    test.window().show();
    walk(test.window()); // the welcome
    QVERIFY(test.openSample());
    test.window().tabs().showAside(test.at(QStringLiteral("/components/schemas/Tag")));
    onEachScreen(test, walk);
    nameless.removeDuplicates();
    QVERIFY(count > 500);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));

    // The map is a picture for eyes, and a list of cards for everyone else.
    test.window().tabs().closeAll();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    test.window().actions()[ActionId::ShowMap]->trigger();
    QTest::qWait(60);
    auto *map = test.window().findChild<MapView *>();
    QVERIFY(map);
    QAccessibleInterface *cards = QAccessible::queryAccessibleInterface(map);
    QStringList names;
    for (int i = 0; i < cards->childCount(); ++i) {
        QAccessibleInterface *card = cards->child(i);
        if (card && card->role() == QAccessible::ListItem)
            names.append(card->text(QAccessible::Name));
    }
    const auto &models = test.window().document().api().components.schemas;
    for (const Named<Schema> &model : models) {
        const bool isNamed = std::any_of(names.begin(), names.end(), [&model](const QString &name) {
            return name.contains(model.name);
        });
        QVERIFY2(isNamed, qPrintable(model.name));
    }
    QCOMPARE(names.size(), models.size());
}

namespace
{

/// Turns every text into one that is 40 % longer.
class LongTranslator : public QTranslator
{
public:
    QString translate(const char *, const char *text, const char *, int) const override
    {
        const QString plain = QString::fromUtf8(text);
        return plain + QString(plain.size() * 2 / 5, u'~');
    }
    bool isEmpty() const override { return false; }
};

} // namespace

void TestAppearance::check20NothingIsCutInOtherLanguages_data()
{
    QTest::addColumn<bool>("isGerman");
    QTest::addColumn<QSize>("size");
    QTest::newRow("German") << true << QSize(1440, 900);
    QTest::newRow("German, small") << true << QSize(1024, 700);
    QTest::newRow("40 % longer") << false << QSize(1440, 900);
}

void TestAppearance::check20NothingIsCutInOtherLanguages()
{
    QFETCH(bool, isGerman);
    QFETCH(QSize, size);
    QTranslator german;
    LongTranslator longer;
    if (isGerman && !german.load(QStringLiteral(":/menura/translations/menura_de.qm")))
        QSKIP("this build has no translations");
    QTranslator *translator = isGerman ? &german : static_cast<QTranslator *>(&longer);
    QCoreApplication::installTranslator(translator);
    {
        WindowTest test;
        test.window().resize(size);
        test.window().show();
        QTest::qWait(30);
        QStringList found = cutTexts(test.window());
        QVERIFY(test.openSample());
        test.window().regions().setRegionVisible(Regions::Bottom, true);
        test.window().resize(size);
        found += onEachScreen(test, &cutTexts);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
    QCoreApplication::removeTranslator(translator);
}

QTEST_MAIN(TestAppearance)
#include "test_appearance.moc"
