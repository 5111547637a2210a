#include "app/studio/behaviour_actions.h"
#include "app/studio/bottom_pane.h"
#include "app/studio/design_actions.h"
#include "app/studio/files/file_control.h"
#include "app/studio/files/file_guard.h"
#include "app/studio/files/templates.h"
#include "app/studio/files/welcome_page.h"
#include "app/studio/help_pages.h"
#include "app/studio/main_window.h"
#include "app/studio/message_bar.h"
#include "app/studio/navigator/navigator_pane.h"
#include "app/studio/regions.h"
#include "app/studio/status_strip.h"
#include "app/studio/tabs/editor_tabs.h"
#include "app/studio/tabs/history.h"
#include "designer/editors/cell_edit.h"
#include "designer/looks/column_memory.h"
#include "designer/looks/glyphs.h"
#include "designer/looks/theme_switcher.h"
#include "designer/map/map_pane.h"
#include "designer/preview/preview_pane.h"
#include "designer/preview/problems_pane.h"
#include "designer/preview/source_text.h"
#include "mockserver/panel/requests/request_sender.h"
#include "mockserver/panel/requests/try_panel.h"
#include "mockserver/panel/runs/tests_panel.h"
#include "mockserver/panel/stores/stores_panel.h"
#include "mockserver/panel/traffic/traffic_panel.h"
#include "mockserver/panel/traffic/why_view.h"

#include <QAccessible>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QTreeView>

#include <functional>

using namespace Design;

// Which action and which signal lead where: the other half of MainWindow.

void MainWindow::connectFiles()
{
    on(ActionId::New, [this] { m_files->newDesign(); });
    on(ActionId::Open, [this] { m_files->open(); });
    on(ActionId::OpenSample, [this] { m_files->openTemplate(templates().first().path); });
    on(ActionId::NewWindow, [this] { Q_EMIT windowWanted(); });
    on(ActionId::Save, [this] { m_files->save(); });
    on(ActionId::SaveAs, [this] { m_files->saveAs(); });
    onDesign(ActionId::Export, [this] { m_files->exportOpenApi(); });
    onDesign(ActionId::ExportDocs, [this] { m_files->exportDocs(); });
    onDesign(ActionId::ExportProject, [this] { m_files->exportProject(); });
    on(ActionId::Quit, [this] { Q_EMIT quitWanted(); });
    connect(m_files, &FileControl::message, m_status, &StatusStrip::showMessage);
    connect(m_files, &FileControl::failed, m_messages,
            [this](const QString &text) { m_messages->showError(text); });
    connect(m_files, &FileControl::draftWanted, this, &MainWindow::goOnWith);
    connect(m_files, &FileControl::progressChanged, this, [this](const QString &doing) {
        if (doing.isEmpty())
            m_messages->hideProgress();
        else
            m_messages->showProgress(doing, [this] { m_files->giveUp(); });
    });
    connect(m_files, &FileControl::recentFilesChanged, this, [this] {
        m_files->fillRecentMenu(m_recentMenu);
        m_welcome->setRecentFiles(m_settings.recentFiles());
    });
    connect(m_welcome, &WelcomePage::recentChosen, m_files, &FileControl::openRecent);
    connect(m_welcome, &WelcomePage::templateChosen, m_files, &FileControl::openTemplate);
    m_files->fillRecentMenu(m_recentMenu);
    connect(&m_document, &DesignDocument::wasReset, this, &MainWindow::startDesign);
    connect(&m_document, &DesignDocument::wasReset, m_messages, &QWidget::hide);
    m_guard =
        new FileGuard(m_document, m_selection, *m_messages, m_settings.recoveryFolder(), this);
    connect(m_guard, &FileGuard::saveRequested, m_files, &FileControl::save);
    m_files->setMaySave([this] { return m_guard->maySave(); });
    connect(m_guard, &FileGuard::message, m_status, &StatusStrip::showMessage);
    connect(m_guard, &FileGuard::draftWanted, this, &MainWindow::goOnWith);
    connect(m_guard, &FileGuard::pageRequested, this,
            [this](const QString &title, const QString &html) {
                m_tabs->showPage({}, title, {},
                                 [title, html] { return new HelpPage(title, html); });
            });
    connect(&m_document, &DesignDocument::refused, m_messages,
            [this](const QString &reason, const QString &file) {
                if (file.isEmpty())
                    return m_messages->showError(reason);
                m_messages->showError(reason, tr("Open the File"), [this, file] {
                    QDesktopServices::openUrl(QUrl::fromLocalFile(m_document.pathOf(file)));
                });
            });
    connect(&m_document, &DesignDocument::filePathChanged, this, &MainWindow::updateTitle);
    connect(&m_document, &DesignDocument::modifiedChanged, this, &MainWindow::updateTitle);
    connect(&m_document, &DesignDocument::changed, this, &MainWindow::updateTitle);
}

void MainWindow::goOnWith(const TextDrafts::Key &draft)
{
    const bool isItem = draft.item != NodeId::None;
    m_actions[isItem ? ActionId::ShowItem : ActionId::ShowDocument]->trigger();
    m_actions[draft.format == FileFormat::Json ? ActionId::ShowJson : ActionId::ShowYaml]
        ->trigger();
    if (isItem)
        m_selection.open(draft.item);
    m_actions[ActionId::EditAsText]->trigger();
}

void MainWindow::connectEdit()
{
    QUndoStack *stack = m_document.undoStack();
    onDesign(ActionId::Undo, [this, stack] {
        m_document.finishMerging();
        stack->undo();
    });
    onDesign(ActionId::Redo, [stack] { stack->redo(); });
    connect(&m_document, &DesignDocument::typingToBeFinished, this, [this] {
        if (auto *cell = qobject_cast<CellEdit *>(focusWidget()))
            cell->finish();
    });
    connect(stack, &QUndoStack::indexChanged, this, &MainWindow::updateActions);
    connect(&m_document, &DesignDocument::revealRequested, this, [this](NodeId node) {
        if (m_document.index().contains(node))
            m_selection.open(node);
    });
    connect(&m_document, &DesignDocument::mapRevealRequested, m_actions[ActionId::ShowMap],
            &QAction::trigger);
    const auto onSelected = [this](ActionId id, auto ofNode, auto ofItem) {
        on(id, [this, ofNode, ofItem] {
            if (m_behaviourActions->hasItem())
                std::invoke(ofItem, m_behaviourActions);
            else
                std::invoke(ofNode, m_designActions);
        });
    };
    onSelected(ActionId::Rename, &DesignActions::renameSelected, &BehaviourActions::renameSelected);
    onSelected(ActionId::Duplicate, &DesignActions::duplicateSelected,
               &BehaviourActions::duplicateSelected);
    onSelected(ActionId::Delete, &DesignActions::deleteSelected, &BehaviourActions::deleteSelected);
    on(ActionId::Copy, [this] { m_designActions->copySelected(); });
    on(ActionId::Paste, [this] { m_designActions->paste(); });
    on(ActionId::MoveUp, [this] { m_designActions->moveSelected(m_navigator->neighbour(-1), -1); });
    on(ActionId::MoveDown, [this] { m_designActions->moveSelected(m_navigator->neighbour(1), 1); });
    connect(&m_navigator->model(), &NavigatorModel::moveRequested, m_designActions,
            &DesignActions::place);
    connect(m_navigator, &NavigatorPane::deleteRequested, m_actions[ActionId::Delete],
            &QAction::trigger);
    on(ActionId::EditAsText, [this] {
        m_regions->setRegionVisible(Regions::Preview, true);
        m_preview->editSelection();
    });
    connect(m_preview->source(), &SourcePane::left, this,
            [this] { m_regions->focusRegion(Regions::Editors); });
    on(ActionId::NewRoute, [this] { m_designActions->newRoute(); });
    on(ActionId::NewModel, [this] { m_designActions->newModel(); });
    connect(m_navigator, &NavigatorPane::newRouteRequested, m_designActions,
            &DesignActions::newRoute);
    connect(m_navigator, &NavigatorPane::newModelRequested, m_designActions,
            &DesignActions::newModel);
    connect(m_designActions, &DesignActions::message, m_status, &StatusStrip::showMessage);
    connect(m_tabs, &EditorTabs::message, m_status, &StatusStrip::showMessage);
}

void MainWindow::connectGo()
{
    on(ActionId::GoToAnything, [this] { showPalette({}); });
    on(ActionId::Commands, [this] { showPalette(QStringLiteral("> ")); });
    on(ActionId::Back, [this] { m_history->back(); });
    on(ActionId::Forward, [this] { m_history->forward(); });
    on(ActionId::NextProblem, [this] { m_problems->openNext(); });
    on(ActionId::PreviousProblem, [this] { m_problems->openPrevious(); });
    on(ActionId::FixProblem, [this] {
        m_bottom->showPage(m_problemsPage);
        m_problems->requestFixes();
    });
    connect(m_problems, &ProblemsPane::fixesRequested, m_designActions,
            [this](int row, const QPoint &at) {
                if (row < m_problemsModel->rowCount())
                    m_designActions->offerFixes(m_problemsModel->problem(row), at);
            });
    on(ActionId::NextRegion, [this] { m_regions->stepFocus(1); });
    on(ActionId::PreviousRegion, [this] { m_regions->stepFocus(-1); });
    on(ActionId::NextTab, [this] { m_tabs->step(1); });
    on(ActionId::PreviousTab, [this] { m_tabs->step(-1); });
    on(ActionId::CloseTab, [this] { m_tabs->closeCurrent(); });
    on(ActionId::OpenAside, [this] {
        // The selection may be elsewhere than the tab: a field's model, a route in the navigator.
        const NodeId item = itemAround(m_document.index(), m_selection.node()).node;
        m_tabs->showAside(item != NodeId::None ? item : m_tabs->currentItem());
    });
    on(ActionId::ShowUses, [this] { m_tabs->showUses(); });
    connect(m_tabs, &EditorTabs::asideChanged, m_regions, &Regions::setEditorsDoubled);
    connect(&m_selection, &Selection::openRequested, this, &MainWindow::open);
    connect(&m_selection, &Selection::changed, this, &MainWindow::updateActions);
    connect(m_history, &History::changed, this, &MainWindow::updateActions);
    connect(m_navigator, &NavigatorPane::looked, m_tabs, qOverload<NodeId>(&EditorTabs::look));
    connect(m_tabs, &EditorTabs::currentChanged, this, [this] {
        // The one selection follows the tab, unless it is inside of it already.
        const NodeId item = m_tabs->currentItem();
        if (item != NodeId::None && itemAround(m_document.index(), m_selection.node()).node != item)
            m_selection.select(item);
        const BehaviourItem behaviour = m_tabs->currentBehaviour();
        if (!behaviour.isNone() && m_selection.item().page() != behaviour)
            m_selection.select(behaviour);
        updateActions();
    });
    m_history->setItemOf([this](NodeId node) { return itemAround(m_document.index(), node).node; });
    // A tab that takes the place of another one is current for a moment only where it ends up.
    connect(
        m_tabs, &EditorTabs::currentChanged, m_history,
        [this] {
            m_history->visit(m_tabs->currentItem(), m_tabs->currentBehaviour(),
                             m_tabs->isCurrentPreview());
        },
        Qt::QueuedConnection);
    connect(m_tabs, &EditorTabs::sendRequested, m_actions[ActionId::SendRequest],
            &QAction::trigger);
    connect(&m_live, &LiveDesign::problemsChanged, this, &MainWindow::showProblems);
}

void MainWindow::connectServer()
{
    Mock::ServerControl &control = m_session.control();
    onDesign(ActionId::ToggleServer, [this] { m_session.toggle(); });
    onDesign(ActionId::RestartServer, [this] {
        m_session.restart();
        m_status->showMessage(tr("Restarted: the stores have the rows of the file"));
    });
    on(ActionId::CopyUrl, [this] {
        QGuiApplication::clipboard()->setText(m_session.control().url().toString());
        m_status->showMessage(tr("Copied %1").arg(m_session.control().url().toString()));
    });
    on(ActionId::OpenServerDocs, [this] {
        QUrl url = m_session.control().url();
        url.setPath(QStringLiteral("/docs"));
        QDesktopServices::openUrl(url);
    });
    on(ActionId::ClearTraffic, [this] { m_traffic->clear(); });
    on(ActionId::CopyAsCurl, [this] {
        m_traffic->whyView()->copyAsCurl();
        m_status->showMessage(tr("Copied the request as a curl command"));
    });
    on(ActionId::GoToRule, [this] { m_traffic->whyView()->openRule(); });

    connect(&control.server(), &Mock::Server::exchangesBegun, m_traffic,
            &Mock::TrafficPanel::append);
    connect(&control.server(), &Mock::Server::exchangesFinished, m_traffic,
            &Mock::TrafficPanel::append);
    connect(&control.server(), &Mock::Server::exchangesUpdated, m_traffic,
            &Mock::TrafficPanel::update);
    connect(m_traffic, &Mock::TrafficPanel::countChanged, this, [this](int count) {
        m_bottom->setTitle(m_trafficPage,
                           count > 0 ? tr("Traffic  %L1").arg(count) : tr("Traffic"));
        updateActions();
    });
    connect(m_traffic, &Mock::TrafficPanel::requestWanted, m_actions[ActionId::SendRequest],
            &QAction::trigger);
    connect(m_traffic, &Mock::TrafficPanel::message, m_status, &StatusStrip::showMessage);
    connect(&control, &Mock::ServerControl::stateChanged, this, &MainWindow::showServerState);
    connect(&control, &Mock::ServerControl::portChanged, this, &MainWindow::showServerState);
    connect(&control, &Mock::ServerControl::startFailed, this, [this](const QString &why) {
        m_messages->showError(why, tr("Use a Free Port"),
                              [this] { m_session.control().startOnNextPort(); });
    });
    connect(m_status, &StatusStrip::serverClicked, m_actions[ActionId::ShowTraffic],
            &QAction::trigger);
    showServerState();
}

void MainWindow::connectTraffic()
{
    Mock::ServerControl &control = m_session.control();
    connect(&control.server(), &Mock::Server::exchangesFinished, m_try, &Mock::TryPanel::append);
    connect(m_try, &Mock::TryPanel::sendRequested, this, &MainWindow::sendRequest);
    connect(m_try, &Mock::TryPanel::message, m_status, &StatusStrip::showMessage);
    connect(m_sender, &Mock::RequestSender::failed, m_status, &StatusStrip::showMessage);
    onDesign(ActionId::SendRequest, [this] {
        m_bottom->showPage(m_tryPage);
        m_try->send();
    });
    on(ActionId::SendAgain, [this] { m_traffic->whyView()->sendAgain(); });
    on(ActionId::PauseTraffic,
       [this] { m_traffic->setPaused(m_actions[ActionId::PauseTraffic]->isChecked()); });
    on(ActionId::ExportHar, [this] { m_files->exportTraffic(*m_traffic, m_session.control()); });
    on(ActionId::ShowTry, [this] {
        m_bottom->showPage(m_tryPage);
        m_try->setFocus(Qt::ShortcutFocusReason);
    });
    for (Mock::WhyView *why : {m_traffic->whyView(), m_try->whyView()}) {
        connect(why, &Mock::WhyView::sendRequested, this, &MainWindow::sendRequest);
        connect(why, &Mock::WhyView::routeWanted, m_designActions, &DesignActions::addRouteFor);
        connect(why, &Mock::WhyView::saveAsTestRequested, m_tests, &Mock::TestsPanel::addTest);
        connect(why, &Mock::WhyView::saveAsExampleRequested, this, &MainWindow::saveAsExample);
    }
}

void MainWindow::sendRequest(const Mock::Request &request)
{
    Mock::ServerControl &control = m_session.control();
    // A rule that was typed a moment ago is asked as well.
    if (control.isRunning())
        return m_live.whenCurrent(
            [this, request, url = control.url()] { m_sender->send(request, url); });
    // As soon as it answers; where the port is taken, the window says so and nothing is sent.
    connect(
        &control, &Mock::ServerControl::stateChanged, m_sender,
        [this, request] {
            const Mock::ServerControl &started = m_session.control();
            if (started.isRunning())
                m_sender->send(request, started.url());
        },
        Qt::SingleShotConnection);
    m_session.start();
}

void MainWindow::showServerState()
{
    const Mock::ServerControl &control = m_session.control();
    const bool isRunning = control.isRunning();
    QAction *toggle = m_actions[ActionId::ToggleServer];
    toggle->setText(isRunning ? tr("&Stop Server") : tr("&Start Server"));
    toggle->setStatusTip(isRunning ? tr("Stop the server") : tr("Start the server"));
    toggle->setToolTip(toggle->statusTip() + QStringLiteral("  F5"));
    toggle->setIcon(glyphIcon(isRunning ? Glyph::Stop : Glyph::Play));
    const bool wasRunning = m_status->property("serverRuns").toBool();
    m_status->setProperty("serverRuns", isRunning);
    m_status->setServer(isRunning, control.url());
    m_traffic->whyView()->setServerUrl(control.url());
    m_try->whyView()->setServerUrl(control.url());
    if (isRunning && !wasRunning) {
        m_messages->hide();
        if (m_bottom->isCollapsed() || m_bottom->currentIndex() != m_tryPage)
            m_bottom->showPage(m_trafficPage);
        m_status->showMessage(tr("Answering at %1").arg(control.url().toString()));
    }
    if (isRunning != wasRunning) {
        QAccessibleEvent event(m_status, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    updateActions();
}

void MainWindow::connectView()
{
    const auto bindRegion = [this](ActionId id, Regions::Region region) {
        QAction *action = m_actions[id];
        connect(action, &QAction::triggered, this,
                [this, region](bool shown) { m_regions->setRegionVisible(region, shown); });
        connect(m_regions, &Regions::visibilityChanged, action,
                [this, action, region] { action->setChecked(m_regions->isRegionVisible(region)); });
        action->setChecked(m_regions->isRegionVisible(region));
    };
    bindRegion(ActionId::ShowNavigator, Regions::Navigator);
    bindRegion(ActionId::ShowPreview, Regions::Preview);
    bindRegion(ActionId::ShowBottom, Regions::Bottom);

    on(ActionId::ShowProblems, [this] {
        m_bottom->showPage(m_problemsPage);
        m_problems->setFocus(Qt::ShortcutFocusReason);
    });
    on(ActionId::ShowTraffic, [this] {
        m_bottom->showPage(m_trafficPage);
        m_traffic->table()->setFocus(Qt::ShortcutFocusReason);
    });
    on(ActionId::ShowStores, [this] {
        m_bottom->showPage(m_storesPage);
        m_stores->setFocus(Qt::ShortcutFocusReason);
    });
    on(ActionId::ShowTests, [this] {
        m_bottom->showPage(m_testsPage);
        m_tests->setFocus(Qt::ShortcutFocusReason);
    });
    on(ActionId::ShowMap, [this] {
        const QAction *action = m_actions[ActionId::ShowMap];
        m_tabs->showPage(action->objectName(), tr("Map"), action->icon(), [this] {
            auto *map = new MapPane(m_document, m_selection);
            connect(map, &MapPane::message, m_status, &StatusStrip::showMessage);
            connect(map, &MapPane::exportRequested, this,
                    [this, map] { m_files->exportMap(*map); });
            return map;
        });
    });
    connect(m_status, &StatusStrip::problemsClicked, m_actions[ActionId::ShowProblems],
            &QAction::trigger);
    on(ActionId::ShowSource, [this] {
        m_regions->setRegionVisible(Regions::Preview, true);
        m_preview->setCurrentWidget(m_preview->source());
    });
    on(ActionId::ShowDocs, [this] {
        m_regions->setRegionVisible(Regions::Preview, true);
        m_preview->setCurrentWidget(m_preview->docs());
    });
    on(ActionId::ShowItem, [this] { m_preview->setScope(PreviewScope::Item); });
    on(ActionId::ShowDocument, [this] { m_preview->setScope(PreviewScope::Document); });
    on(ActionId::ShowYaml, [this] { m_preview->setFormat(FileFormat::Yaml); });
    on(ActionId::ShowJson, [this] { m_preview->setFormat(FileFormat::Json); });
    connect(m_preview, &PreviewPane::choicesChanged, this, [this] {
        const bool isItem = m_preview->scope() == PreviewScope::Item;
        m_actions[isItem ? ActionId::ShowItem : ActionId::ShowDocument]->setChecked(true);
        const bool isJson = m_preview->format() == FileFormat::Json;
        m_actions[isJson ? ActionId::ShowJson : ActionId::ShowYaml]->setChecked(true);
    });

    const std::pair<ActionId, ThemeChoice> themes[] = {
        {ActionId::ThemeSystem, ThemeChoice::System},
        {ActionId::ThemeLight, ThemeChoice::Light},
        {ActionId::ThemeDark, ThemeChoice::Dark},
    };
    for (const auto &[id, choice] : themes)
        on(id, [this, chosen = choice] {
            m_theme.setChoice(chosen);
            m_settings.setValue(QStringLiteral("theme"), themeChoiceName(chosen));
        });
    connect(&m_theme, &ThemeSwitcher::choiceChanged, this, &MainWindow::tickTheme);
    tickTheme(m_theme.choice());
    on(ActionId::ResetColumns, [] { ColumnMemory::shared().restore({}); });
    connect(&ColumnMemory::shared(), &ColumnMemory::changed, this, &MainWindow::updateActions);
}

void MainWindow::tickTheme(ThemeChoice choice)
{
    m_actions[choice == ThemeChoice::Light  ? ActionId::ThemeLight
              : choice == ThemeChoice::Dark ? ActionId::ThemeDark
                                            : ActionId::ThemeSystem]
        ->setChecked(true);
}

void MainWindow::connectHelp()
{
    on(ActionId::ShowKeys,
       [this] { showHelp(ActionId::ShowKeys, tr("Keyboard Shortcuts"), keysHtml(m_actions)); });
    on(ActionId::ShowLicences,
       [this] { showHelp(ActionId::ShowLicences, tr("Licences"), licencesHtml()); });
    on(ActionId::About, [this] { showHelp(ActionId::About, tr("About Menura"), aboutHtml()); });
}

void MainWindow::showHelp(ActionId id, const QString &title, const QString &html)
{
    m_tabs->showPage(m_actions[id]->objectName(), title, glyphIcon(Glyph::Help),
                     [title, html] { return new HelpPage(title, html); });
}

void MainWindow::showProblems(const Diagnostics &problems)
{
    m_problemsModel->setProblems(problems);
    m_preview->source()->setProblems(problems);
    const auto count = m_problemsModel->rowCount();
    m_bottom->setTitle(m_problemsPage, count > 0 ? tr("Problems  %L1").arg(count) : tr("Problems"));
    m_status->setProblems(m_problemsModel->count(Severity::Error),
                          m_problemsModel->count(Severity::Warning),
                          m_problemsModel->count(Severity::Hint));
    QHash<NodeId, int> perItem;
    for (int row = 0; row < count; ++row) {
        const NodeId item = itemAround(m_document.index(), m_problemsModel->problem(row).node).node;
        if (item != NodeId::None && m_problemsModel->problem(row).severity != Severity::Hint)
            ++perItem[item];
    }
    QHash<NodeId, NavigatorBadge> badges;
    for (auto it = perItem.cbegin(); it != perItem.cend(); ++it) {
        badges.insert(it.key(),
                      {tr("⚠ %L1").arg(it.value()), tr("%n problem(s)", nullptr, it.value())});
    }
    m_navigator->model().setBadges(badges);
    updateActions();
}
