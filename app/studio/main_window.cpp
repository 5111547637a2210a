#include "app/studio/main_window.h"

#include "app/studio/behaviour_actions.h"
#include "app/studio/bottom_pane.h"
#include "app/studio/design_actions.h"
#include "app/studio/files/file_control.h"
#include "app/studio/files/welcome_page.h"
#include "app/studio/menus.h"
#include "app/studio/message_bar.h"
#include "app/studio/navigator/navigator_pane.h"
#include "app/studio/palette/palette.h"
#include "app/studio/palette/palette_items.h"
#include "app/studio/prompt.h"
#include "app/studio/regions.h"
#include "app/studio/status_strip.h"
#include "app/studio/tabs/editor_tabs.h"
#include "app/studio/tabs/history.h"
#include "app/studio/top_bar.h"
#include "designer/looks/column_memory.h"
#include "designer/looks/theme_switcher.h"
#include "designer/preview/preview_pane.h"
#include "designer/preview/problems_pane.h"
#include "designer/preview/source_text.h"
#include "mockserver/panel/requests/request_sender.h"
#include "mockserver/panel/requests/try_panel.h"
#include "mockserver/panel/runs/tests_panel.h"
#include "mockserver/panel/server_bar.h"
#include "mockserver/panel/stores/stores_panel.h"
#include "mockserver/panel/traffic/traffic_panel.h"
#include "mockserver/script/script.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QVBoxLayout>

using namespace Design;

MainWindow::MainWindow(Settings &settings, ThemeSwitcher &theme, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_theme(theme)
    , m_live(m_document)
    , m_session(m_live)
    , m_files(new FileControl(m_document, settings, this))
    , m_history(new History(m_selection, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    build();
    connectFiles();
    connectEdit();
    connectGo();
    connectServer();
    connectTraffic();
    connectBehaviour();
    connectView();
    connectHelp();
    restore();
    startDesign();
    m_regions->focusRegion(m_document.api().id == NodeId::None ? Regions::Editors
                                                               : Regions::Navigator);
}

MainWindow::~MainWindow()
{
    hide(); // what is being typed ends while there is still a design to take it
    m_session.control().stop();
    // The parts look at the document, which as a member would go before them.
    m_document.undoStack()->disconnect(this);
    m_document.disconnect(this);
    delete takeCentralWidget();
}

void MainWindow::build()
{
    m_recentMenu = buildMenus(*menuBar(), m_actions);
    m_messages = new MessageBar;
    m_navigator = new NavigatorPane(m_document, m_selection);
    QList<QAction *> context;
    for (const ActionId id :
         {ActionId::NewRoute, ActionId::NewModel, ActionId::OpenAside, ActionId::EditAsText,
          ActionId::SendRequest, ActionId::Rename, ActionId::Duplicate, ActionId::Copy,
          ActionId::Paste, ActionId::MoveUp, ActionId::MoveDown, ActionId::Delete}) {
        if (id == ActionId::OpenAside || id == ActionId::Rename || id == ActionId::Delete)
            context.append(nullptr);
        context.append(m_actions[id]);
    }
    m_navigator->setContextActions(context);
    m_tabs = new EditorTabs(m_document, m_selection);
    m_tabs->setExpressionCheck(
        [](const QString &expression) { return Mock::Script::compile(expression, {}).error(); });
    m_welcome = new WelcomePage(m_actions);
    m_tabs->setEmptyPage(m_welcome);
    m_preview = new PreviewPane(m_document, m_selection);
    m_problemsModel = new ProblemsModel(m_document, this);
    m_problems = new ProblemsPane(*m_problemsModel, m_selection);
    m_traffic = new Mock::TrafficPanel(m_document, m_selection);
    m_stores = new Mock::StoresPanel(m_document);
    m_tests = new Mock::TestsPanel(m_document, m_selection);
    m_bottom = new BottomPane;
    m_problemsPage = m_bottom->addPage(m_problems, tr("Problems"));
    m_trafficPage = m_bottom->addPage(m_traffic, tr("Traffic"), m_traffic->tools());
    m_try = new Mock::TryPanel(m_document, m_selection);
    m_tryPage = m_bottom->addPage(m_try, tr("Try it"));
    m_sender = new Mock::RequestSender(this);
    m_storesPage = m_bottom->addPage(m_stores, tr("Stores"));
    m_testsPage = m_bottom->addPage(m_tests, tr("Tests"));
    m_regions = new Regions(m_navigator, m_tabs, m_preview, m_bottom);
    m_status = new StatusStrip;

    auto *serverBar =
        new Mock::ServerBar(m_session.control(), m_actions[ActionId::ToggleServer],
                            m_actions[ActionId::CopyUrl], m_actions[ActionId::OpenServerDocs]);
    auto *centre = new QWidget;
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto *topBar = new TopBar(m_actions, serverBar);
    layout->addWidget(topBar);
    layout->addWidget(m_messages);
    layout->addWidget(m_regions, 1);
    layout->addWidget(m_status);
    setCentralWidget(centre);
    m_palette = new Palette(centre);
    m_palette->setLineJump([this](int line) {
        m_actions[ActionId::ShowSource]->trigger();
        m_preview->source()->goToLine(line);
    });
    m_prompt = new Prompt(centre);
    m_palette->setAnchor(topBar->searchBox());
    m_prompt->setAnchor(topBar->searchBox());
    m_designActions = new DesignActions(m_document, m_selection, *m_tabs, *m_prompt, this);
    m_behaviourActions = new BehaviourActions(m_document, m_selection, *m_tabs, this);
}

void MainWindow::restore()
{
    const int frame = style()->pixelMetric(QStyle::PM_MdiSubWindowFrameWidth);
    const QSize room = screen()->availableSize().shrunkBy(
        {frame, style()->pixelMetric(QStyle::PM_TitleBarHeight) + frame, frame, frame});
    resize(QSize(1360, 860).boundedTo(room));
    restoreGeometry(m_settings.value(QStringLiteral("geometry")).toByteArray());
    m_regions->restore(m_settings.value(QStringLiteral("regions")).toMap());
    ColumnMemory &columns = ColumnMemory::shared();
    columns.restore(m_settings.value(QStringLiteral("columns")).toMap());
    connect(&columns, &ColumnMemory::changed, this,
            [this, &columns] { m_settings.setValue(QStringLiteral("columns"), columns.state()); });
    m_session.control().setWantedPort(static_cast<quint16>(
        m_settings.value(QStringLiteral("port"), m_session.control().wantedPort()).toUInt()));
    const FileFormat format =
        formatFromName(m_settings.value(QStringLiteral("previewFormat")).toString());
    m_actions[format == FileFormat::Json ? ActionId::ShowJson : ActionId::ShowYaml]->trigger();
    m_actions[ActionId::ShowItem]->setChecked(true);
}

void MainWindow::closeAsAgreed()
{
    m_isAgreed = true;
    close();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_isAgreed && !m_files->mayDiscard())
        return event->ignore();
    m_settings.setValue(QStringLiteral("geometry"), saveGeometry());
    m_settings.setValue(QStringLiteral("port"), m_session.control().wantedPort());
    m_settings.setValue(QStringLiteral("previewFormat"), formatName(m_preview->format()));
    m_settings.setValue(QStringLiteral("regions"), m_regions->state());
    m_session.control().stop();
    Q_EMIT closing();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_files->openRecent(event->mimeData()->urls().value(0).toLocalFile());
}

void MainWindow::on(ActionId id, const std::function<void()> &act)
{
    connect(m_actions[id], &QAction::triggered, this, act);
}

void MainWindow::onDesign(ActionId id, const std::function<void()> &act)
{
    on(id, [this, act] {
        m_document.finishTyping();
        act();
    });
}

void MainWindow::startDesign()
{
    m_history->clear();
    m_traffic->clear();
    m_welcome->setRecentFiles(m_settings.recentFiles());
    // A design that was just opened shows its first route rather than an empty middle.
    const Api &api = m_document.api();
    const bool wasAlone = m_regions->areEditorsAlone();
    m_regions->setEditorsAlone(api.id == NodeId::None); // there is nothing to show but the welcome
    if (wasAlone && !m_regions->areEditorsAlone())
        m_regions->focusRegion(Regions::Navigator);
    NodeId first = NodeId::None;
    if (!api.paths.isEmpty() && !api.paths.first().value.operations.isEmpty())
        first = api.paths.first().value.operations.first().id;
    else if (!api.components.schemas.isEmpty())
        first = api.components.schemas.first().value.id();
    m_selection.select(first);
    if (first != NodeId::None)
        m_tabs->look(first);
    else if (api.id != NodeId::None)
        m_tabs->openNew(api.id); // a new design begins with its title
    updateTitle();
    updateActions();
}

void MainWindow::open(NodeId node, Keyword keyword)
{
    if (m_document.index().kind(node) == NodeKind::SecurityScheme) {
        m_selection.open(
            BehaviourItem{BehaviourItem::Kind::Scheme, m_document.index().step(node).name});
        return;
    }
    if (m_tabs->open(node, keyword) || m_document.index().kind(node) == NodeKind::None)
        return;
    // What has no editor is at least shown in the source.
    if (itemAround(m_document.index(), node).node == NodeId::None) {
        m_regions->setRegionVisible(Regions::Preview, true);
        m_actions[ActionId::ShowDocument]->trigger();
        m_actions[ActionId::ShowSource]->trigger();
    }
}

void MainWindow::showPalette(const QString &pattern)
{
    m_palette->open(
        paletteItems(m_document, m_selection, m_navigator->model(), m_actions, *m_history),
        pattern);
}

void MainWindow::updateTitle()
{
    setWindowTitle(tr("%1[*] — Menura").arg(m_document.displayName()));
    setWindowModified(m_document.isModified());
    m_status->setSaved(!m_document.isModified(), !m_document.filePath().isEmpty());
    m_status->setRevision(m_document.revision());
}

void MainWindow::updateActions()
{
    QUndoStack *stack = m_document.undoStack();
    QAction *undo = m_actions[ActionId::Undo];
    QAction *redo = m_actions[ActionId::Redo];
    undo->setEnabled(stack->canUndo());
    undo->setText(stack->canUndo() ? tr("&Undo %1").arg(stack->undoText()) : tr("&Undo"));
    undo->setToolTip(plainText(undo) + QStringLiteral("  ") +
                     undo->shortcut().toString(QKeySequence::NativeText));
    redo->setEnabled(stack->canRedo());
    redo->setText(stack->canRedo() ? tr("&Redo %1").arg(stack->redoText()) : tr("&Redo"));
    redo->setToolTip(plainText(redo) + QStringLiteral("  ") +
                     redo->shortcut().toString(QKeySequence::NativeText));
    const bool isNode = m_designActions->canDelete();
    for (const ActionId id : {ActionId::Copy, ActionId::MoveUp, ActionId::MoveDown})
        m_actions[id]->setEnabled(isNode);
    const bool isNamed = isNode || m_behaviourActions->hasItem();
    for (const ActionId id : {ActionId::Rename, ActionId::Duplicate, ActionId::Delete})
        m_actions[id]->setEnabled(isNamed);
    m_actions[ActionId::Back]->setEnabled(m_history->canGoBack());
    m_actions[ActionId::Forward]->setEnabled(m_history->canGoForward());
    m_actions[ActionId::ResetColumns]->setEnabled(!ColumnMemory::shared().isEmpty());
    m_actions[ActionId::ShowUses]->setEnabled(m_tabs->canShowUses());
    m_actions[ActionId::CloseTab]->setEnabled(m_tabs->count() > 0);
    m_actions[ActionId::NextTab]->setEnabled(m_tabs->count() > 1);
    m_actions[ActionId::PreviousTab]->setEnabled(m_tabs->count() > 1);
    const bool hasProblems = m_problemsModel->rowCount() > 0;
    m_actions[ActionId::NextProblem]->setEnabled(hasProblems);
    m_actions[ActionId::PreviousProblem]->setEnabled(hasProblems);
    m_actions[ActionId::FixProblem]->setEnabled(hasProblems);
    const bool hasTraffic = m_traffic->model().rowCount() > 0;
    m_actions[ActionId::ClearTraffic]->setEnabled(hasTraffic);
    m_actions[ActionId::CopyAsCurl]->setEnabled(hasTraffic);
    m_actions[ActionId::SendAgain]->setEnabled(hasTraffic);
    m_actions[ActionId::ExportHar]->setEnabled(hasTraffic);
    m_actions[ActionId::GoToRule]->setEnabled(hasTraffic);
    m_actions[ActionId::OpenServerDocs]->setEnabled(m_session.control().isRunning());
}
