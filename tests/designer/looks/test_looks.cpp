#include "designer/looks/code_view.h"
#include "designer/looks/glyphs.h"
#include "designer/looks/icon_label.h"
#include "designer/looks/line_diff.h"
#include "designer/looks/looks_style.h"
#include "designer/looks/save_dialog.h"
#include "designer/looks/text_width.h"
#include "designer/looks/theme.h"
#include "designer/looks/theme_switcher.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QRandomGenerator>
#include <QRawFont>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace Design;

class TestLooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data();
    void textIsReadable();
    void contrastIsThatOfWcag();
    void everyGlyphIsInTheFont();
    void glyphsFollowTheTheme();
    void themeNamesGoBothWays();
    void lineChanges_data();
    void lineChanges();
    void lineChangesOfRandomTextsGiveTheNewText();
    void replacedTextKeepsFoldsScrollAndSelection();
    void barredLinesAreShown();
    void textsFitIntoTheirWholeWidth();
    void savedNameFollowsTheFormat();
    void buttonIsLeftWhenItsMenuCloses();
    void savedNameGetsAnEnding_data();
    void savedNameGetsAnEnding();
    void iconLabelFollowsTheTheme();
};

/// Qt tells a button nothing of the pointer while its menu is open.
void TestLooks::buttonIsLeftWhenItsMenuCloses()
{
    QApplication::setStyle(new LooksStyle);
    QWidget window;
    window.resize(400, 300);
    QToolButton button(&window);
    QToolButton still(&window);
    still.move(0, 200);
    QMenu menu;
    menu.addAction(QStringLiteral("One"));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    for (QToolButton *one : {&button, &still})
        one->setAttribute(Qt::WA_UnderMouse);
    QCursor::setPos(still.mapToGlobal(still.rect().center()));
    menu.popup(button.mapToGlobal(QPoint(0, button.height())));
    QVERIFY(QTest::qWaitForWindowExposed(&menu));
    menu.hide();
    QTRY_VERIFY(!button.underMouse());
    QVERIFY(still.underMouse());
}

/// With the suffix in the name from the beginning, the dialog asks before it writes over a file.
void TestLooks::savedNameFollowsTheFormat()
{
    const QTemporaryDir folder;
    SaveDialog dialog(
        nullptr, QStringLiteral("Save"), folder.filePath(QStringLiteral("api.v1")),
        {{QStringLiteral("YAML (*.yaml *.yml)"), {QStringLiteral("yaml"), QStringLiteral("yml")}},
         {QStringLiteral("JSON (*.json)"), {QStringLiteral("json")}}});
    const auto name = [&dialog] { return QFileInfo(dialog.selectedFiles().value(0)).fileName(); };
    QCOMPARE(dialog.format(), 0);
    QCOMPARE(name(), QStringLiteral("api.v1.yaml"));
    dialog.chooseFormat(1);
    QCOMPARE(dialog.format(), 1);
    QCOMPARE(name(), QStringLiteral("api.v1.json"));
    QCOMPARE(dialog.defaultSuffix(), QStringLiteral("json"));
    dialog.chooseFormat(0);
    QCOMPARE(name(), QStringLiteral("api.v1.yaml"));
}

void TestLooks::savedNameGetsAnEnding_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("saved");
    QTest::newRow("none") << "shop"
                          << "shop.svg";
    QTest::newRow("a dot is no ending") << "shop-1.2"
                                        << "shop-1.2.svg";
    QTest::newRow("the one of the format") << "shop.svg"
                                           << "shop.svg";
    QTest::newRow("of another format") << "shop.png"
                                       << "shop.png";
    QTest::newRow("large letters") << "SHOP.SVG"
                                   << "SHOP.SVG";
}

void TestLooks::savedNameGetsAnEnding()
{
    QFETCH(QString, typed);
    QFETCH(QString, saved);
    const QTemporaryDir folder;
    SaveDialog dialog(nullptr, QStringLiteral("Save"), folder.filePath(QStringLiteral("map")),
                      {{QStringLiteral("SVG (*.svg)"), {QStringLiteral("svg")}},
                       {QStringLiteral("PNG (*.png)"), {QStringLiteral("png")}}});
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    QTimer::singleShot(0, &dialog, [&] {
        auto *name = dialog.findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        QVERIFY(name);
        name->setText(typed);
        QTest::keyClick(name, Qt::Key_Return);
    });
    QCOMPARE(QFileInfo(dialog.ask()).fileName(), saved);
}

void TestLooks::iconLabelFollowsTheTheme()
{
    const QPalette before = QGuiApplication::palette();
    IconLabel label;
    label.setIcon(glyphIcon(Glyph::Error, Tone::Bad));
    label.resize(4 * label.sizeHint()); // so that strokes have their full colour
    for (const Theme *theme : {&Theme::dark(), &Theme::light()}) {
        QGuiApplication::setPalette(theme->palette());
        const QImage image = label.grab().toImage();
        bool isPainted = false;
        for (int x = 0; x < image.width(); ++x)
            isPainted = isPainted || image.pixelColor(x, image.height() / 2) == theme->bad;
        QVERIFY(isPainted);
    }
    QGuiApplication::setPalette(before);
}

void TestLooks::textsFitIntoTheirWholeWidth()
{
    QFont font = QApplication::font();
    for (const double size : {8.0, 9.3, 10.0, 11.7}) {
        font.setPointSizeF(size);
        for (const char *text : {"Ctrl+N", "Ctrl+O", "F2", "Ctrl+Shift+E", "exactly 2 chars", ""}) {
            const QString whole = QString::fromLatin1(text);
            const int width = wholeWidth(font, whole);
            QCOMPARE(QFontMetrics(font).elidedText(whole, Qt::ElideRight, width), whole);
        }
    }
}

void TestLooks::textIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestLooks::textIsReadable()
{
    QFETCH(bool, dark);
    const Theme &theme = dark ? Theme::dark() : Theme::light();
    QCOMPARE(theme.isDark(), dark);
    const QList<QPair<const char *, QColor>> grounds{{"window", theme.window},
                                                     {"base", theme.base},
                                                     {"raised", theme.raised},
                                                     {"selection", theme.selection}};
    const QList<QPair<const char *, QColor>> texts{
        {"text", theme.text},       {"dim", theme.dim}, {"accent", theme.accent},
        {"good", theme.good},       {"bad", theme.bad}, {"warning", theme.warning},
        {"literal", theme.literal},
    };
    for (const auto &[groundName, ground] : grounds) {
        for (const auto &[name, color] : texts) {
            const double found = contrast(color, ground);
            QVERIFY2(found >= 4.5,
                     qPrintable(QStringLiteral("%1 on %2: %3")
                                    .arg(QLatin1String(name), QLatin1String(groundName))
                                    .arg(found)));
        }
    }
    QVERIFY(contrast(theme.onAccent, theme.accent) >= 4.5);
    QVERIFY(contrast(theme.outline, theme.base) >= 3.0);
    QVERIFY(contrast(theme.outline, theme.window) >= 3.0);

    const QPalette palette = theme.palette();
    const auto check = [&palette](QPalette::ColorRole text, QPalette::ColorRole ground) {
        return contrast(palette.color(text), palette.color(ground)) >= 4.5;
    };
    QVERIFY(check(QPalette::WindowText, QPalette::Window));
    QVERIFY(check(QPalette::Text, QPalette::Base));
    QVERIFY(check(QPalette::Text, QPalette::AlternateBase));
    QVERIFY(check(QPalette::HighlightedText, QPalette::Highlight));
    QVERIFY(check(QPalette::ButtonText, QPalette::Button));
    QVERIFY(check(QPalette::ToolTipText, QPalette::ToolTipBase));
    QVERIFY(check(QPalette::PlaceholderText, QPalette::Base));
}

void TestLooks::contrastIsThatOfWcag()
{
    QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
}

void TestLooks::everyGlyphIsInTheFont()
{
    if (!QFile::exists(QStringLiteral(":/menura/fonts/icons.ttf")))
        QSKIP("the icons font is not installed");
    const QRawFont font(QStringLiteral(":/menura/fonts/icons.ttf"), 24);
    QVERIFY(font.isValid());
    for (const Glyph glyph : allGlyphs()) {
        const QChar character(static_cast<char16_t>(glyph));
        QVERIFY2(font.supportsCharacter(character),
                 qPrintable(QString::number(character.unicode(), 16)));
    }
}

void TestLooks::glyphsFollowTheTheme()
{
    if (!QFile::exists(QStringLiteral(":/menura/fonts/icons.ttf")))
        QSKIP("the icons font is not installed");
    ThemeSwitcher switcher;
    const QIcon icon = glyphIcon(Glyph::Stop, Tone::Bad);
    const auto middle = [&icon] { return icon.pixmap(32, 32).toImage().pixelColor(16, 16); };
    switcher.setChoice(ThemeChoice::Dark);
    QCOMPARE(middle(), Theme::dark().bad);
    switcher.setChoice(ThemeChoice::Light);
    QCOMPARE(middle(), Theme::light().bad);
}

void TestLooks::themeNamesGoBothWays()
{
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
        QCOMPARE(themeChoiceFromName(themeChoiceName(choice)), choice);
    QCOMPARE(themeChoiceFromName(u"DARK"), ThemeChoice::Dark);
    QCOMPARE(themeChoiceFromName(u"nonsense"), ThemeChoice::System);
}

static QByteArray applied(const QByteArray &before, const QByteArray &after)
{
    const QList<QByteArrayView> old = linesOf(before);
    const QList<QByteArrayView> now = linesOf(after);
    QByteArray result;
    int at = 0;
    for (const LineChange &change : Design::lineChanges(old, now)) {
        for (; at < change.at; ++at)
            result += old.at(at);
        at += change.removed;
        for (int i = 0; i < change.added; ++i)
            result += now.at(change.from + i);
    }
    for (; at < old.size(); ++at)
        result += old.at(at);
    return result;
}

void TestLooks::lineChanges_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QList<LineChange>>("changes");
    using Changes = QList<LineChange>;
    QTest::newRow("same") << QByteArray("a\nb\n") << QByteArray("a\nb\n") << Changes{};
    QTest::newRow("both empty") << QByteArray() << QByteArray() << Changes{};
    QTest::newRow("from nothing") << QByteArray() << QByteArray("a\nb")
                                  << Changes{LineChange{0, 0, 0, 2}};
    QTest::newRow("to nothing") << QByteArray("a\n") << QByteArray()
                                << Changes{LineChange{0, 1, 0, 0}};
    QTest::newRow("one line changed")
        << QByteArray("a\nb\nc\n") << QByteArray("a\nB\nc\n") << Changes{LineChange{1, 1, 1, 1}};
    QTest::newRow("two places") << QByteArray("a\nb\nc\nd\ne\n") << QByteArray("a\nB\nc\nd\nx\ne\n")
                                << Changes{LineChange{1, 1, 1, 1}, LineChange{4, 0, 4, 1}};
    QTest::newRow("repeated lines")
        << QByteArray("a\na\na\n") << QByteArray("a\na\n") << Changes{LineChange{2, 1, 2, 0}};
}

void TestLooks::lineChanges()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QList<LineChange>, changes);
    QCOMPARE(Design::lineChanges(linesOf(before), linesOf(after)), changes);
    QCOMPARE(applied(before, after), after);
}

void TestLooks::lineChangesOfRandomTextsGiveTheNewText()
{
    QRandomGenerator random(7);
    const auto text = [&random](int lines) {
        QByteArray result;
        for (int i = 0; i < lines; ++i)
            result += QByteArray::number(random.bounded(12)) + '\n';
        return result;
    };
    for (int i = 0; i < 300; ++i) {
        const QByteArray before = text(random.bounded(40));
        const QByteArray after = text(random.bounded(40));
        QCOMPARE(applied(before, after), after);
    }
    // Too little in common for a precise answer: still the new text.
    QByteArray before;
    QByteArray after;
    for (int i = 0; i < 2000; ++i) {
        before += "old " + QByteArray::number(i) + '\n';
        after += "new " + QByteArray::number(i) + '\n';
    }
    QCOMPARE(applied(before, after), after);
}

void TestLooks::replacedTextKeepsFoldsScrollAndSelection()
{
    CodeView view;
    view.setLanguage(CodeLanguage::Yaml);
    view.showMargins(true, true);
    view.resize(400, 300);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QByteArray text;
    for (int i = 0; i < 100; ++i)
        text += "key" + QByteArray::number(i) + ":\n  child: 1\n  other: 2\n";
    view.replaceText(text);
    QCOMPARE(view.utf8(), text);
    view.recolor();
    view.foldLine(270); // key90
    QVERIFY(!view.SendScintilla(QsciScintilla::SCI_GETLINEVISIBLE, 271UL, 0L));
    view.setFirstVisibleLine(60);
    view.setSelection(64, 2, 64, 7);

    QByteArray changed = text;
    changed.replace("key5:\n  child: 1", "key5:\n  child: 100\n  more: true");
    changed.replace("key80:\n  child: 1", "key80:\n  child: 7");
    view.replaceText(changed);
    QCOMPARE(view.utf8(), changed);
    QVERIFY(!view.SendScintilla(QsciScintilla::SCI_GETLINEVISIBLE, 272UL, 0L));
    QCOMPARE(view.selectedText(), QStringLiteral("child"));
    QCOMPARE(view.text(view.firstVisibleLine()), QStringLiteral("key20:\n"));
    QVERIFY(view.isReadOnly());
}

void TestLooks::barredLinesAreShown()
{
    CodeView view;
    view.showMargins(true, false);
    view.replaceText("a\nb\nc\nd\n");
    view.barLines(1, 2);
    const auto isBarred = [&view](int line) { return view.markersAtLine(line) != 0; };
    QVERIFY(!isBarred(0));
    QVERIFY(isBarred(1));
    QVERIFY(isBarred(2));
    QVERIFY(!isBarred(3));
    view.barLines(0, -1);
    QVERIFY(!isBarred(1));
}

QTEST_MAIN(TestLooks)
#include "test_looks.moc"
