#include "app/studio/menus.h"

#include "designer/looks/glyphs.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace
{

struct Menus {
    Q_DECLARE_TR_FUNCTIONS(Menus)
};

} // namespace

// A negative number is a line between groups.
static void add(QMenu *menu, const Actions &actions, std::initializer_list<int> ids)
{
    for (const int id : ids) {
        if (id < 0)
            menu->addSeparator();
        else
            menu->addAction(actions[static_cast<ActionId>(id)]);
    }
}

QMenu *buildMenus(QMenuBar &bar, const Actions &actions)
{
    constexpr int line = -1;
    using enum ActionId;
    const auto id = [](ActionId action) { return static_cast<int>(action); };

    QMenu *file = bar.addMenu(Menus::tr("&File"));
    add(file, actions, {id(New), id(NewWindow), id(Open)});
    QMenu *recent =
        file->addMenu(Design::glyphIcon(Design::Glyph::History), Menus::tr("Open &Recent"));
    recent->setObjectName(QStringLiteral("recentFiles"));
    add(file, actions,
        {id(OpenSample), line, id(Save), id(SaveAs), line, id(Export), id(ExportDocs),
         id(ExportProject), line, id(Quit)});

    QMenu *edit = bar.addMenu(Menus::tr("&Edit"));
    add(edit, actions,
        {id(Undo), id(Redo), line, id(Copy), id(Paste), id(Duplicate), line, id(Rename), id(MoveUp),
         id(MoveDown), line, id(EditAsText), line, id(Delete)});

    QMenu *go = bar.addMenu(Menus::tr("&Go"));
    add(go, actions,
        {id(GoToAnything), id(Commands), line, id(Back), id(Forward), line, id(NextProblem),
         id(PreviousProblem), id(FixProblem), line, id(NextRegion), id(PreviousRegion), line,
         id(ShowUses), line, id(NextTab), id(PreviousTab), id(OpenAside), id(CloseTab)});

    QMenu *design = bar.addMenu(Menus::tr("&Design"));
    add(design, actions,
        {id(NewRoute), id(NewModel), line, id(NewDependency), id(NewScheme), id(NewError),
         id(NewStore), id(NewRouter), line, id(NewTest)});

    QMenu *server = bar.addMenu(Menus::tr("&Server"));
    add(server, actions,
        {id(ToggleServer), id(RestartServer), line, id(CopyUrl), id(OpenServerDocs), line,
         id(SendRequest), id(SendAgain), id(GoToRule), id(CopyAsCurl), line, id(RunTests), line,
         id(PauseTraffic), id(ExportHar), id(ClearTraffic)});

    QMenu *view = bar.addMenu(Menus::tr("&View"));
    add(view, actions,
        {id(ShowNavigator), id(ShowPreview), id(ShowBottom), line, id(ShowProblems),
         id(ShowTraffic), id(ShowTry), id(ShowMap), id(ShowSource), id(ShowDocs), id(ShowStores),
         id(ShowTests), line, id(ShowItem), id(ShowDocument), line, id(ShowYaml), id(ShowJson),
         line, id(ResetColumns)});
    QMenu *theme = view->addMenu(Menus::tr("The&me"));
    add(theme, actions, {id(ThemeSystem), id(ThemeLight), id(ThemeDark)});

    QMenu *help = bar.addMenu(Menus::tr("&Help"));
    add(help, actions, {id(ShowKeys), id(ShowLicences), id(About)});
    return recent;
}
