#include "app/studio/help_pages.h"

#include "designer/looks/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QKeySequence>

namespace
{

struct HelpText {
    Q_DECLARE_TR_FUNCTIONS(HelpText)
};

} // namespace

HelpPage::HelpPage(const QString &name, const QString &html, QWidget *parent)
    : QTextBrowser(parent)
    , m_html(html)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setOpenExternalLinks(true);
    document()->setDocumentMargin(2 * fontMetrics().height());
    show(html);
}

void HelpPage::show(const QString &html)
{
    document()->setDefaultStyleSheet(Design::Theme::current().styleSheet());
    setHtml(html);
}

void HelpPage::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        show(m_html);
}

using Keys = QList<std::pair<QString, QString>>; ///< and what they do

static QString nativeKey(const char *portable)
{
    return QKeySequence(QString::fromLatin1(portable)).toString(QKeySequence::NativeText);
}

static QString keysPart(const QString &title, const Keys &keys)
{
    QString rows;
    for (const auto &[key, what] : keys)
        rows += QStringLiteral("<tr><td><b>%1</b></td><td>%2</td></tr>")
                    .arg(key.toHtmlEscaped(), what.toHtmlEscaped());
    return QStringLiteral("<h3>%1</h3><table cellpadding=6>%2</table>").arg(title, rows);
}

/// Keys that belong to one view only, and are no commands of the window.
static QString keysOfViews()
{
    const Keys ofTables{
        {nativeKey("Return"), HelpText::tr("Add a row below; while typing, take what was typed")},
        {nativeKey("F2"), HelpText::tr("Edit the cell; a letter begins anew")},
        {HelpText::tr("Tab"), HelpText::tr("While typing: on to the next cell")},
        {HelpText::tr("Arrow keys"), HelpText::tr("Go through the cells; open and close a row")},
        {nativeKey("Backspace"), HelpText::tr("In an empty new row: one level out")},
        {nativeKey("Space"), HelpText::tr("Switch a box, such as “required”")},
        {nativeKey("F4"), HelpText::tr("All of the row as a form")},
        {nativeKey("F12"), HelpText::tr("Open the model that the field refers to")},
        {nativeKey("Alt+Up") + QStringLiteral(", ") + nativeKey("Alt+Down"),
         HelpText::tr("Move the row")},
        {nativeKey("Alt+Shift+Right") + QStringLiteral(", ") + nativeKey("Alt+Shift+Left"),
         HelpText::tr("Nest the field into the object above, or take it out")},
        {nativeKey("Ctrl+D"), HelpText::tr("Duplicate the row")},
        {nativeKey("Ctrl+C") + QStringLiteral(", ") + nativeKey("Ctrl+V"),
         HelpText::tr("Copy the row; paste fields, or those that a JSON sample suggests")},
        {nativeKey("Del"), HelpText::tr("Remove the row")},
        {nativeKey("Esc"),
         HelpText::tr("Give up what was typed; right after that, %1 brings it back")
             .arg(nativeKey("Ctrl+Z"))},
    };
    const Keys ofText{
        {nativeKey("F12"), HelpText::tr("Open what the line says")},
        {HelpText::tr("Ctrl+click"), HelpText::tr("The same")},
        {nativeKey("Esc"), HelpText::tr("Leave the text")},
    };
    const Keys ofMap{
        {HelpText::tr("Arrow keys"), HelpText::tr("Walk along the edges")},
        {HelpText::tr("Ctrl+Arrow keys"), HelpText::tr("Move the card")},
        {HelpText::tr("Enter"), HelpText::tr("Open the model")},
        {QStringLiteral("C"), HelpText::tr("Connect the card with another one")},
        {HelpText::tr("Ctrl+click, Ctrl+A"), HelpText::tr("Choose more cards, or all of them")},
        {HelpText::tr("Shift and drag"), HelpText::tr("Choose the cards in a rectangle")},
        {QStringLiteral("+, -"), HelpText::tr("Larger, smaller")},
        {nativeKey("Ctrl+0"), HelpText::tr("Show everything")},
        {HelpText::tr("Space and drag"), HelpText::tr("Move the view")},
        {nativeKey("Esc"), HelpText::tr("Select nothing, or give a drag up")},
    };
    return keysPart(HelpText::tr("In tables"), ofTables) +
           keysPart(HelpText::tr("In the OpenAPI text"), ofText) +
           keysPart(HelpText::tr("On the map"), ofMap);
}

QString keysHtml(const Actions &actions)
{
    QString rows;
    for (const QAction *action : actions.all()) {
        if (action->shortcut().isEmpty())
            continue;
        QStringList keys;
        for (const QKeySequence &key : action->shortcuts())
            keys.append(key.toString(QKeySequence::NativeText).toHtmlEscaped());
        rows += QStringLiteral("<tr><td><b>%1</b></td><td>%2</td><td class=dim>%3</td></tr>")
                    .arg(keys.join(QStringLiteral(", ")), plainName(action).toHtmlEscaped(),
                         action->statusTip().toHtmlEscaped());
    }
    return QStringLiteral("<h2>%1</h2><table cellpadding=6>%2</table>")
               .arg(HelpText::tr("Keyboard shortcuts"), rows) +
           keysOfViews();
}

QString aboutHtml()
{
    return QStringLiteral("<h2>Menura %1</h2><p>%2</p><p>%3</p>")
        .arg(QStringLiteral(MENURA_VERSION), HelpText::tr("Draw an API, and have it answer."),
             HelpText::tr(
                 "Menura is free software under the GNU General Public License, version 3, and "
                 "comes without any warranty."));
}

QString licencesHtml()
{
    const auto part = [](const char *name, const char *package, const char *licence,
                         const QString &use) {
        return QStringLiteral("<tr><td><b>%1</b></td><td>%2</td><td>%3</td>"
                              "<td class=dim>%4</td></tr>")
            .arg(QLatin1String(name), use, QLatin1String(licence), QLatin1String(package));
    };
    const QString parts =
        part("Qt 6", "libqt6widgets6, libqt6svg6, libqt6network6, libqt6qml6", "LGPL-3.0",
             HelpText::tr("windows, text, network, JavaScript")) +
        part("QtHttpServer", "libqt6httpserver6", "GPL-3.0", HelpText::tr("HTTP server")) +
        part("QScintilla", "libqscintilla2-qt6-15", "GPL-3.0", HelpText::tr("source texts")) +
        part("libfyaml", "libfyaml0", "MIT", HelpText::tr("reading YAML")) +
        part("PCRE2", "libpcre2-8-0", "BSD-3-Clause", HelpText::tr("regular expressions")) +
        part("Material Icons", "fonts-material-design-icons-iconfont", "Apache-2.0",
             HelpText::tr("icons")) +
        part("Swagger UI", "npm: swagger-ui-dist", "Apache-2.0",
             HelpText::tr("documentation at /docs")) +
        part("ReDoc", "npm: redoc", "MIT", HelpText::tr("documentation at /redoc"));
    return QStringLiteral("<h2>%1</h2><p>%2</p><table cellpadding=6>"
                          "<tr><th align=left>%3</th><th align=left>%4</th>"
                          "<th align=left>%5</th><th align=left>%6</th></tr>%7</table>")
        .arg(HelpText::tr("Licences"),
             HelpText::tr("Menura itself: GPL-3.0. What it is built with keeps its own terms:"),
             HelpText::tr("Part"), HelpText::tr("For"), HelpText::tr("Licence"),
             HelpText::tr("Package"), parts);
}
