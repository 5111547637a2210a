#pragma once

#include <QAction>
#include <QHash>

/// Everything that can be done from a menu, a tool bar, the palette or the keyboard.
enum class ActionId {
    New,
    NewWindow,
    Open,
    OpenSample,
    Save,
    SaveAs,
    Export,
    ExportDocs,
    ExportProject,
    Quit,
    Undo,
    Redo,
    Rename,
    Duplicate,
    Copy,
    Paste,
    MoveUp,
    MoveDown,
    Delete,
    EditAsText,
    GoToAnything,
    Commands,
    Back,
    Forward,
    NextProblem,
    PreviousProblem,
    FixProblem,
    NextRegion,
    PreviousRegion,
    NextTab,
    PreviousTab,
    CloseTab,
    OpenAside,
    ShowUses,
    NewRoute,
    NewModel,
    NewDependency,
    NewError,
    NewStore,
    NewRouter,
    NewTest,
    NewScheme,
    ToggleServer,
    RestartServer,
    CopyUrl,
    OpenServerDocs,
    SendRequest,
    SendAgain,
    PauseTraffic,
    ExportHar,
    ClearTraffic,
    CopyAsCurl,
    GoToRule,
    RunTests,
    ShowNavigator,
    ShowPreview,
    ShowBottom,
    ShowProblems,
    ShowTraffic,
    ShowMap,
    ShowTry,
    ShowSource,
    ShowDocs,
    ShowStores,
    ShowTests,
    ShowItem,
    ShowDocument,
    ShowYaml,
    ShowJson,
    ResetColumns,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ShowKeys,
    ShowLicences,
    About,
};

/// The one set of actions that menus, tool bar, palette and key table are built from.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr);

    QAction *operator[](ActionId id) const { return m_actions.value(static_cast<int>(id)); }
    /// The one with this object name; null without one.
    QAction *named(const QString &objectName) const;
    /// In the order of the menus.
    const QList<QAction *> &all() const { return m_order; }

private:
    QHash<int, QAction *> m_actions;
    QList<QAction *> m_order;
};

/// The words of an action without mnemonic and dots, for the palette and for screen readers.
QString plainText(const QAction *action);
/// The same of what it is called as long as there is nothing more to say: "Undo".
QString plainName(const QAction *action);
