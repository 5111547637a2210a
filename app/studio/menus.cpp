#include "app/studio/menus.h"

#include "designer/looks/glyphs.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

static QString tr(const char *text)
{
    return QCoreApplication::translate("Menus", text);
}

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

    QMenu *file = bar.addMenu(tr("&File"));
    add(file, actions, {id(New), id(Open)});
    QMenu *recent = file->addMenu(Design::glyphIcon(Design::Glyph::History), tr("Open &Recent"));
    recent->setObjectName(QStringLiteral("recentFiles"));
    add(file, actions,
        {id(OpenSample), line, id(Save), id(SaveAs), line, id(Export), line, id(Quit)});

    QMenu *edit = bar.addMenu(tr("&Edit"));
    add(edit, actions,
        {id(Undo), id(Redo), line, id(Copy), id(Paste), id(Duplicate), line, id(Rename), id(MoveUp),
         id(MoveDown), line, id(Delete)});

    QMenu *go = bar.addMenu(tr("&Go"));
    add(go, actions,
        {id(GoToAnything), id(Commands), line, id(Back), id(Forward), line, id(NextProblem),
         id(PreviousProblem), line, id(NextRegion), id(PreviousRegion), line, id(NextTab),
         id(PreviousTab), id(CloseTab)});

    QMenu *design = bar.addMenu(tr("&Design"));
    add(design, actions, {id(NewRoute), id(NewModel)});

    QMenu *server = bar.addMenu(tr("&Server"));
    add(server, actions,
        {id(ToggleServer), line, id(CopyUrl), id(OpenServerDocs), line, id(GoToRule),
         id(CopyAsCurl), id(ClearTraffic)});

    QMenu *view = bar.addMenu(tr("&View"));
    add(view, actions,
        {id(ShowNavigator), id(ShowPreview), id(ShowBottom), line, id(ShowProblems),
         id(ShowTraffic), id(ShowSource), id(ShowDocs), line, id(ShowItem), id(ShowDocument), line,
         id(ShowYaml), id(ShowJson), line});
    QMenu *theme = view->addMenu(tr("The&me"));
    add(theme, actions, {id(ThemeSystem), id(ThemeLight), id(ThemeDark)});

    QMenu *help = bar.addMenu(tr("&Help"));
    add(help, actions, {id(ShowKeys), id(About)});
    return recent;
}
