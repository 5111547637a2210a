#pragma once

#include "app/studio/actions.h"
#include "app/studio/files/live_design.h"
#include "app/studio/server_session.h"
#include "app/studio/settings.h"
#include "designer/document/design_document.h"
#include "designer/document/selection.h"

#include <QMainWindow>

class BehaviourActions;
class BottomPane;
class DesignActions;
class EditorTabs;
class FileControl;
class FileGuard;
class History;
class MessageBar;
class NavigatorPane;
class Palette;
class Prompt;
class QMenu;
class Regions;
class StatusStrip;
class WelcomePage;

namespace Design
{
class PreviewPane;
class ProblemsModel;
class ProblemsPane;
class ThemeSwitcher;
enum class ThemeChoice;
} // namespace Design

namespace Mock
{
class RequestSender;
class StoresPanel;
class TestsPanel;
class TrafficPanel;
class TryPanel;
struct Exchange;
} // namespace Mock

/// The window: it makes the parts and connects them, and does nothing else.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Settings &settings, Design::ThemeSwitcher &theme, QWidget *parent = nullptr);
    ~MainWindow() override;

    Design::DesignDocument &document() { return m_document; }
    Design::Selection &selection() { return m_selection; }
    Actions &actions() { return m_actions; }
    ServerSession &session() { return m_session; }
    FileControl &files() { return *m_files; }
    FileGuard &guard() { return *m_guard; }
    EditorTabs &tabs() { return *m_tabs; }
    Regions &regions() { return *m_regions; }

    /// Without a question: FileControl::mayDiscard() has been asked.
    void closeAsAgreed();

Q_SIGNALS:
    void windowWanted(); ///< another one
    void quitWanted();
    void closing(); ///< nobody has kept the window from it

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void connectFiles();
    void connectEdit();
    void connectGo();
    void connectServer();
    void connectTraffic();
    void sendRequest(const Mock::Request &request);
    void connectBehaviour();
    void saveAsExample(const Mock::Exchange &exchange);
    void connectView();
    void connectHelp();
    void on(ActionId id, const std::function<void()> &act);
    /// Something is done with the design: what is being typed belongs to it.
    void onDesign(ActionId id, const std::function<void()> &act);

    void startDesign();
    void goOnWith(const Design::TextDrafts::Key &draft);
    void open(Design::NodeId node, Design::Keyword keyword);
    void showProblems(const Design::Diagnostics &problems);
    void showServerState();
    void showPalette(const QString &pattern);
    void showHelp(ActionId id, const QString &title, const QString &html);
    void updateActions();
    void tickTheme(Design::ThemeChoice choice);
    void updateTitle();
    void restore();

    bool m_isAgreed = false;
    Settings &m_settings;
    Design::ThemeSwitcher &m_theme;
    Design::DesignDocument m_document;
    Design::Selection m_selection;
    Actions m_actions;
    LiveDesign m_live;
    ServerSession m_session;
    FileControl *m_files;
    FileGuard *m_guard = nullptr;
    History *m_history;
    QMenu *m_recentMenu = nullptr;
    MessageBar *m_messages = nullptr;
    NavigatorPane *m_navigator = nullptr;
    EditorTabs *m_tabs = nullptr;
    WelcomePage *m_welcome = nullptr;
    Design::PreviewPane *m_preview = nullptr;
    Design::ProblemsModel *m_problemsModel = nullptr;
    Design::ProblemsPane *m_problems = nullptr;
    Mock::TrafficPanel *m_traffic = nullptr;
    Mock::TryPanel *m_try = nullptr;
    Mock::RequestSender *m_sender = nullptr;
    Mock::StoresPanel *m_stores = nullptr;
    Mock::TestsPanel *m_tests = nullptr;
    BottomPane *m_bottom = nullptr;
    Regions *m_regions = nullptr;
    StatusStrip *m_status = nullptr;
    Palette *m_palette = nullptr;
    Prompt *m_prompt = nullptr;
    DesignActions *m_designActions = nullptr;
    BehaviourActions *m_behaviourActions = nullptr;
    int m_problemsPage = 0;
    int m_trafficPage = 0;
    int m_tryPage = 0;
    int m_storesPage = 0;
    int m_testsPage = 0;
};
