#include "app/studio/actions.h"

#include "designer/looks/glyphs.h"

#include <QActionGroup>

#include <optional>

using Design::Glyph;

namespace
{

struct Row {
    ActionId id;
    const char *name;
    const char *text;
    const char *tip;
    std::optional<Glyph> glyph = std::nullopt;
    const char *keys = ""; ///< portable texts, joined by blanks; the first one is shown
    bool isCheckable = false;
};

// Keys are spelled out rather than taken from QKeySequence::StandardKey: on platforms without a
// theme SaveAs, Quit and Preferences are empty there, and every platform shall be documented alike.
const Row rows[] = {
    {ActionId::New, "file.new", QT_TRANSLATE_NOOP("Actions", "&New"),
     QT_TRANSLATE_NOOP("Actions", "Begin an empty design"), Glyph::NewFile, "Ctrl+N"},
    {ActionId::NewWindow, "file.newWindow", QT_TRANSLATE_NOOP("Actions", "New &Window"),
     QT_TRANSLATE_NOOP("Actions", "Open another window, for another design"), std::nullopt,
     "Ctrl+Shift+N"},
    {ActionId::Open, "file.open", QT_TRANSLATE_NOOP("Actions", "&Open…"),
     QT_TRANSLATE_NOOP("Actions", "Open an OpenAPI document, YAML or JSON"), Glyph::Open, "Ctrl+O"},
    {ActionId::OpenSample, "file.sample", QT_TRANSLATE_NOOP("Actions", "Open the Sa&mple"),
     QT_TRANSLATE_NOOP("Actions", "Open an online shop to look around in"), Glyph::Docs},
    {ActionId::Save, "file.save", QT_TRANSLATE_NOOP("Actions", "&Save"),
     QT_TRANSLATE_NOOP("Actions", "Save the design"), Glyph::Save, "Ctrl+S"},
    {ActionId::SaveAs, "file.saveAs", QT_TRANSLATE_NOOP("Actions", "Save &As…"),
     QT_TRANSLATE_NOOP("Actions", "Save the design under another name"), std::nullopt,
     "Ctrl+Shift+S"},
    {ActionId::Export, "file.export", QT_TRANSLATE_NOOP("Actions", "&Export OpenAPI…"),
     QT_TRANSLATE_NOOP("Actions", "Write a clean OpenAPI document for other tools"), std::nullopt,
     "Ctrl+Shift+E"},
    {ActionId::ExportDocs, "file.exportDocs",
     QT_TRANSLATE_NOOP("Actions", "Export &Documentation…"),
     QT_TRANSLATE_NOOP("Actions", "Write the documentation as one web page"), std::nullopt, ""},
    {ActionId::ExportProject, "file.exportProject",
     QT_TRANSLATE_NOOP("Actions", "Export &FastAPI Project…"),
     QT_TRANSLATE_NOOP("Actions", "Write a runnable FastAPI project into a folder"), std::nullopt,
     ""},
    {ActionId::Quit, "file.quit", QT_TRANSLATE_NOOP("Actions", "&Quit"),
     QT_TRANSLATE_NOOP("Actions", "Leave Menura"), std::nullopt, "Ctrl+Q"},

    {ActionId::Undo, "edit.undo", QT_TRANSLATE_NOOP("Actions", "&Undo"),
     QT_TRANSLATE_NOOP("Actions", "Take the last change back"), Glyph::Undo, "Ctrl+Z"},
    {ActionId::Redo, "edit.redo", QT_TRANSLATE_NOOP("Actions", "&Redo"),
     QT_TRANSLATE_NOOP("Actions", "Make the change again"), Glyph::Redo, "Ctrl+Shift+Z Ctrl+Y"},
    {ActionId::Rename, "edit.rename", QT_TRANSLATE_NOOP("Actions", "Re&name"),
     QT_TRANSLATE_NOOP("Actions", "Change the name of the model, or the path of the route"),
     std::nullopt, "F2"},
    {ActionId::Duplicate, "edit.duplicate", QT_TRANSLATE_NOOP("Actions", "Dupl&icate"),
     QT_TRANSLATE_NOOP("Actions", "Add a copy of the selected route or model"), std::nullopt,
     "Ctrl+D"},
    {ActionId::Copy, "edit.copy", QT_TRANSLATE_NOOP("Actions", "&Copy"),
     QT_TRANSLATE_NOOP("Actions", "Copy the selected route or model as OpenAPI"), Glyph::Copy,
     "Ctrl+C"},
    {ActionId::Paste, "edit.paste", QT_TRANSLATE_NOOP("Actions", "&Paste"),
     QT_TRANSLATE_NOOP("Actions", "Add the routes and models of the clipboard, or a model that "
                                  "its JSON suggests"),
     std::nullopt, "Ctrl+V"},
    {ActionId::MoveUp, "edit.moveUp", QT_TRANSLATE_NOOP("Actions", "&Move Up"),
     QT_TRANSLATE_NOOP("Actions", "Move the selected route or model up"), std::nullopt, "Alt+Up"},
    {ActionId::MoveDown, "edit.moveDown", QT_TRANSLATE_NOOP("Actions", "Move Do&wn"),
     QT_TRANSLATE_NOOP("Actions", "Move the selected route or model down"), std::nullopt,
     "Alt+Down"},
    {ActionId::Delete, "edit.delete", QT_TRANSLATE_NOOP("Actions", "&Delete"),
     QT_TRANSLATE_NOOP("Actions", "Delete what is selected in the navigator"), Glyph::Delete,
     "Ctrl+Shift+Delete"},
    {ActionId::EditAsText, "edit.asText", QT_TRANSLATE_NOOP("Actions", "Edit as &Text"),
     QT_TRANSLATE_NOOP("Actions", "Put the cursor into the OpenAPI of what is selected"),
     Glyph::Code, "Shift+F4"},

    {ActionId::GoToAnything, "go.anything", QT_TRANSLATE_NOOP("Actions", "Go to &Anything…"),
     QT_TRANSLATE_NOOP("Actions", "Find a route, a model or a command by a few letters"),
     Glyph::Search, "Ctrl+K"},
    {ActionId::Commands, "go.commands", QT_TRANSLATE_NOOP("Actions", "&Commands…"),
     QT_TRANSLATE_NOOP("Actions", "Find a command by a few letters"), std::nullopt, "Ctrl+Shift+P"},
    {ActionId::Back, "go.back", QT_TRANSLATE_NOOP("Actions", "&Back"),
     QT_TRANSLATE_NOOP("Actions", "Go back to the place before"), Glyph::ArrowBack, "Alt+Left"},
    {ActionId::Forward, "go.forward", QT_TRANSLATE_NOOP("Actions", "&Forward"),
     QT_TRANSLATE_NOOP("Actions", "Go forward again"), Glyph::ArrowForward, "Alt+Right"},
    {ActionId::NextProblem, "go.nextProblem", QT_TRANSLATE_NOOP("Actions", "&Next Problem"),
     QT_TRANSLATE_NOOP("Actions", "Go to the next problem of the design"), std::nullopt, "F8"},
    {ActionId::PreviousProblem, "go.previousProblem",
     QT_TRANSLATE_NOOP("Actions", "&Previous Problem"),
     QT_TRANSLATE_NOOP("Actions", "Go to the problem before"), std::nullopt, "Shift+F8"},
    {ActionId::FixProblem, "go.fixProblem", QT_TRANSLATE_NOOP("Actions", "Fi&x Problem…"),
     QT_TRANSLATE_NOOP("Actions", "Offer what can be done about the current problem"), std::nullopt,
     "Ctrl+."},
    {ActionId::NextRegion, "go.nextRegion", QT_TRANSLATE_NOOP("Actions", "Next &Region"),
     QT_TRANSLATE_NOOP("Actions", "Put the cursor into the next part of the window"), std::nullopt,
     "F6"},
    {ActionId::PreviousRegion, "go.previousRegion",
     QT_TRANSLATE_NOOP("Actions", "Previous Re&gion"),
     QT_TRANSLATE_NOOP("Actions", "Put the cursor into the part of the window before"),
     std::nullopt, "Shift+F6"},
    {ActionId::NextTab, "go.nextTab", QT_TRANSLATE_NOOP("Actions", "Next &Tab"),
     QT_TRANSLATE_NOOP("Actions", "Show the next tab"), std::nullopt, "Ctrl+Tab Ctrl+PgDown"},
    {ActionId::PreviousTab, "go.previousTab", QT_TRANSLATE_NOOP("Actions", "Pre&vious Tab"),
     QT_TRANSLATE_NOOP("Actions", "Show the tab before"), std::nullopt, "Ctrl+Shift+Tab Ctrl+PgUp"},
    {ActionId::CloseTab, "go.closeTab", QT_TRANSLATE_NOOP("Actions", "C&lose Tab"),
     QT_TRANSLATE_NOOP("Actions", "Close the tab that is shown"), std::nullopt, "Ctrl+W"},
    {ActionId::OpenAside, "go.openAside", QT_TRANSLATE_NOOP("Actions", "Open to the S&ide"),
     QT_TRANSLATE_NOOP("Actions", "Show what is selected beside the tabs, to have both in view"),
     std::nullopt, "Ctrl+\\"},
    {ActionId::ShowUses, "go.uses", QT_TRANSLATE_NOOP("Actions", "Find &Uses…"),
     QT_TRANSLATE_NOOP("Actions", "List the places that use the model that is shown"), Glyph::Link,
     "Shift+F12"},

    {ActionId::NewRoute, "design.newRoute", QT_TRANSLATE_NOOP("Actions", "New &Route…"),
     QT_TRANSLATE_NOOP("Actions",
                       "Add a route in one line: its method and path, what it takes and answers"),
     Glyph::Route, "Ctrl+Shift+R"},
    {ActionId::NewModel, "design.newModel", QT_TRANSLATE_NOOP("Actions", "New &Model"),
     QT_TRANSLATE_NOOP("Actions", "Add a model and type its name"), Glyph::Model, "Ctrl+Shift+M"},
    {ActionId::NewDependency, "design.newDependency",
     QT_TRANSLATE_NOOP("Actions", "New &Dependency"),
     QT_TRANSLATE_NOOP("Actions", "Add what guards routes or prepares something for them"),
     Glyph::Shield, "Ctrl+Shift+G"},
    {ActionId::NewError, "design.newError", QT_TRANSLATE_NOOP("Actions", "New &Error"),
     QT_TRANSLATE_NOOP("Actions", "Add an error that rules and stores can name"), Glyph::Error},
    {ActionId::NewStore, "design.newStore", QT_TRANSLATE_NOOP("Actions", "New &Store"),
     QT_TRANSLATE_NOOP("Actions", "Add a place for rows that obey a model"), Glyph::Server},
    {ActionId::NewRouter, "design.newRouter", QT_TRANSLATE_NOOP("Actions", "New Rou&ter"),
     QT_TRANSLATE_NOOP("Actions", "Add what routes with the same beginning have in common"),
     Glyph::Router},
    {ActionId::NewTest, "design.newTest", QT_TRANSLATE_NOOP("Actions", "Ne&w Test"),
     QT_TRANSLATE_NOOP("Actions", "Add a request and what is to be answered"), Glyph::CheckCircle,
     "Ctrl+Shift+T"},

    {ActionId::NewScheme, "design.newScheme", QT_TRANSLATE_NOOP("Actions", "New Securit&y Scheme"),
     QT_TRANSLATE_NOOP("Actions", "Add a way in which callers say who they are"), Glyph::Lock},

    {ActionId::ToggleServer, "server.toggle", QT_TRANSLATE_NOOP("Actions", "&Start"),
     QT_TRANSLATE_NOOP("Actions", "Start the server"), Glyph::Play, "F5"},
    {ActionId::RestartServer, "server.restart", QT_TRANSLATE_NOOP("Actions", "&Restart Clean"),
     QT_TRANSLATE_NOOP("Actions", "Start the server anew, with the rows of the file in all stores"),
     std::nullopt, "Shift+F5"},
    {ActionId::CopyUrl, "server.copyUrl", QT_TRANSLATE_NOOP("Actions", "&Copy Address"),
     QT_TRANSLATE_NOOP("Actions", "Copy the address of the server"), Glyph::Copy},
    {ActionId::OpenServerDocs, "server.openDocs",
     QT_TRANSLATE_NOOP("Actions", "&Open Docs in Browser"),
     QT_TRANSLATE_NOOP("Actions", "Open the server's interactive documentation"), Glyph::OpenInNew},
    {ActionId::SendRequest, "server.send", QT_TRANSLATE_NOOP("Actions", "S&end Request"),
     QT_TRANSLATE_NOOP("Actions", "Send the request of the selected route, and start the server "
                                  "where it is stopped"),
     std::nullopt, "Ctrl+Return Ctrl+Enter"},
    {ActionId::SendAgain, "server.sendAgain", QT_TRANSLATE_NOOP("Actions", "Send &Again"),
     QT_TRANSLATE_NOOP("Actions", "Send the selected request of the traffic once more"),
     std::nullopt, "Ctrl+Shift+A"},
    {ActionId::PauseTraffic, "server.pauseTraffic", QT_TRANSLATE_NOOP("Actions", "&Pause Traffic"),
     QT_TRANSLATE_NOOP("Actions", "Hold new requests back"), Glyph::Pause, "", true},
    {ActionId::ExportHar, "server.exportHar", QT_TRANSLATE_NOOP("Actions", "Export &HAR…"),
     QT_TRANSLATE_NOOP("Actions", "Write the requests that are shown to a file that browsers' "
                                  "tools can read")},
    {ActionId::ClearTraffic, "server.clearTraffic", QT_TRANSLATE_NOOP("Actions", "C&lear Traffic"),
     QT_TRANSLATE_NOOP("Actions", "Forget the requests that were answered"), Glyph::Sweep},
    {ActionId::CopyAsCurl, "server.copyAsCurl",
     QT_TRANSLATE_NOOP("Actions", "Copy Request as c&URL"),
     QT_TRANSLATE_NOOP("Actions", "Copy a command that sends the selected request again"),
     std::nullopt, "Ctrl+Shift+C"},
    {ActionId::GoToRule, "server.goToRule", QT_TRANSLATE_NOOP("Actions", "&Go to Broken Rule"),
     QT_TRANSLATE_NOOP("Actions", "Go to what refused the selected request"), std::nullopt,
     "Ctrl+Shift+B"},
    {ActionId::RunTests, "server.runTests", QT_TRANSLATE_NOOP("Actions", "Run All &Tests"),
     QT_TRANSLATE_NOOP("Actions", "Run all tests of the design"), Glyph::CheckCircle,
     "Ctrl+Shift+Return Ctrl+Shift+Enter"},

    {ActionId::ShowNavigator, "view.navigator", QT_TRANSLATE_NOOP("Actions", "&Navigator"),
     QT_TRANSLATE_NOOP("Actions", "Show or hide the list of routes and models"), Glyph::Sidebar,
     "Ctrl+B", true},
    {ActionId::ShowPreview, "view.preview", QT_TRANSLATE_NOOP("Actions", "&Preview"),
     QT_TRANSLATE_NOOP("Actions", "Show or hide OpenAPI and documentation"), Glyph::Code, "Ctrl+E",
     true},
    {ActionId::ShowBottom, "view.bottom", QT_TRANSLATE_NOOP("Actions", "Pro&blems and Traffic"),
     QT_TRANSLATE_NOOP("Actions", "Open or collapse the lower part of the window"), std::nullopt,
     "Ctrl+J", true},
    {ActionId::ShowProblems, "view.problems", QT_TRANSLATE_NOOP("Actions", "Sho&w Problems"),
     QT_TRANSLATE_NOOP("Actions", "Show what is wrong with the design"), std::nullopt, "Ctrl+1"},
    {ActionId::ShowTraffic, "view.traffic", QT_TRANSLATE_NOOP("Actions", "Show &Traffic"),
     QT_TRANSLATE_NOOP("Actions", "Show the requests that were answered"), std::nullopt, "Ctrl+2"},
    {ActionId::ShowMap, "view.map", QT_TRANSLATE_NOOP("Actions", "Show M&ap of Models"),
     QT_TRANSLATE_NOOP("Actions", "Show how the models refer to one another"), Glyph::Map,
     "Ctrl+5"},
    {ActionId::ShowTry, "view.try", QT_TRANSLATE_NOOP("Actions", "Show T&ry It"),
     QT_TRANSLATE_NOOP("Actions", "Show the request of the selected route"), std::nullopt,
     "Ctrl+6"},
    {ActionId::ShowSource, "view.source", QT_TRANSLATE_NOOP("Actions", "Show &OpenAPI Source"),
     QT_TRANSLATE_NOOP("Actions", "Show the design as OpenAPI"), std::nullopt, "Ctrl+3"},
    {ActionId::ShowDocs, "view.docs", QT_TRANSLATE_NOOP("Actions", "Show &Docs"),
     QT_TRANSLATE_NOOP("Actions", "Show the documentation"), std::nullopt, "Ctrl+4"},
    {ActionId::ShowStores, "view.stores", QT_TRANSLATE_NOOP("Actions", "Show &Stores"),
     QT_TRANSLATE_NOOP("Actions", "Show the rows that the stores hold now"), std::nullopt,
     "Ctrl+7"},
    {ActionId::ShowTests, "view.tests", QT_TRANSLATE_NOOP("Actions", "Show T&ests"),
     QT_TRANSLATE_NOOP("Actions", "Show the tests and what came of them"), std::nullopt, "Ctrl+8"},
    {ActionId::ShowItem, "view.item", QT_TRANSLATE_NOOP("Actions", "Preview This &Item"),
     QT_TRANSLATE_NOOP("Actions", "Preview the selected route or model only"), std::nullopt, "",
     true},
    {ActionId::ShowDocument, "view.document",
     QT_TRANSLATE_NOOP("Actions", "Preview W&hole Document"),
     QT_TRANSLATE_NOOP("Actions", "Preview everything"), std::nullopt, "", true},
    {ActionId::ShowYaml, "view.yaml", QT_TRANSLATE_NOOP("Actions", "Preview as &YAML"),
     QT_TRANSLATE_NOOP("Actions", "Show the source as YAML"), std::nullopt, "", true},
    {ActionId::ShowJson, "view.json", QT_TRANSLATE_NOOP("Actions", "Preview as &JSON"),
     QT_TRANSLATE_NOOP("Actions", "Show the source as JSON"), std::nullopt, "", true},
    {ActionId::ResetColumns, "view.resetColumns",
     QT_TRANSLATE_NOOP("Actions", "Reset All &Columns"),
     QT_TRANSLATE_NOOP("Actions", "Fit the columns of all tables to their texts again")},
    {ActionId::ThemeSystem, "view.themeSystem", QT_TRANSLATE_NOOP("Actions", "&System"),
     QT_TRANSLATE_NOOP("Actions", "Theme: as the desktop is"), std::nullopt, "", true},
    {ActionId::ThemeLight, "view.themeLight", QT_TRANSLATE_NOOP("Actions", "&Light"),
     QT_TRANSLATE_NOOP("Actions", "Theme: light"), std::nullopt, "", true},
    {ActionId::ThemeDark, "view.themeDark", QT_TRANSLATE_NOOP("Actions", "&Dark"),
     QT_TRANSLATE_NOOP("Actions", "Theme: dark"), std::nullopt, "", true},

    {ActionId::ShowKeys, "help.keys", QT_TRANSLATE_NOOP("Actions", "&Keyboard Shortcuts"),
     QT_TRANSLATE_NOOP("Actions", "All keys in one table"), std::nullopt, "F1"},
    {ActionId::ShowLicences, "help.licences", QT_TRANSLATE_NOOP("Actions", "&Licences"),
     QT_TRANSLATE_NOOP("Actions", "What Menura is built with, and under which terms")},
    {ActionId::About, "help.about", QT_TRANSLATE_NOOP("Actions", "&About Menura"),
     QT_TRANSLATE_NOOP("Actions", "Version and licence")},
};

void group(QObject *parent, const Actions &actions, std::initializer_list<ActionId> ids)
{
    auto *exclusive = new QActionGroup(parent);
    for (const ActionId id : ids)
        exclusive->addAction(actions[id]);
}

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    for (const Row &row : rows) {
        auto *action = new QAction(tr(row.text), this);
        action->setData(plainText(action));
        action->setObjectName(QLatin1String(row.name));
        action->setStatusTip(tr(row.tip));
        if (row.glyph)
            action->setIcon(Design::glyphIcon(*row.glyph));
        QList<QKeySequence> keys;
        for (const QString &key : QString::fromLatin1(row.keys).split(u' ', Qt::SkipEmptyParts))
            keys.append(QKeySequence::fromString(key, QKeySequence::PortableText));
        action->setShortcuts(keys);
        QString tip = tr(row.tip);
        if (!keys.isEmpty())
            tip += QStringLiteral("  ") + keys.first().toString(QKeySequence::NativeText);
        action->setToolTip(tip);
        action->setCheckable(row.isCheckable);
        action->setMenuRole(row.id == ActionId::Quit    ? QAction::QuitRole
                            : row.id == ActionId::About ? QAction::AboutRole
                                                        : QAction::NoRole);
        m_actions.insert(static_cast<int>(row.id), action);
        m_order.append(action);
    }
    // Keys that tables and texts have too: they are the navigator's where it has the focus.
    for (const ActionId id : {ActionId::Rename, ActionId::Duplicate, ActionId::Copy,
                              ActionId::Paste, ActionId::MoveUp, ActionId::MoveDown})
        (*this)[id]->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    group(this, *this, {ActionId::ShowItem, ActionId::ShowDocument});
    group(this, *this, {ActionId::ShowYaml, ActionId::ShowJson});
    group(this, *this, {ActionId::ThemeSystem, ActionId::ThemeLight, ActionId::ThemeDark});
}

QAction *Actions::named(const QString &objectName) const
{
    for (QAction *action : m_order) {
        if (action->objectName() == objectName)
            return action;
    }
    return nullptr;
}

QString plainName(const QAction *action)
{
    return action->data().toString();
}

QString plainText(const QAction *action)
{
    QString text = action->text().remove(u'&');
    if (text.endsWith(u'…'))
        text.chop(1);
    return text;
}
