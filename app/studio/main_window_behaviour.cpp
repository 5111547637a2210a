#include "app/studio/behaviour_actions.h"
#include "app/studio/bottom_pane.h"
#include "app/studio/main_window.h"
#include "app/studio/message_bar.h"
#include "app/studio/navigator/navigator_pane.h"
#include "app/studio/status_strip.h"
#include "app/studio/tabs/editor_tabs.h"
#include "app/studio/tabs/history.h"
#include "app/studio/upstream_consent.h"
#include "mockserver/engine/exchange.h"
#include "mockserver/panel/requests/answer_example.h"
#include "mockserver/panel/runs/tests_panel.h"
#include "mockserver/panel/stores/stores_panel.h"

using namespace Design;

/// "3 ✓ 1 ✗"; nothing as long as nothing has been run.
static NavigatorBadge testsBadge(int passed, int failed)
{
    QStringList shown;
    QStringList spoken;
    if (passed > 0) {
        shown.append(MainWindow::tr("%L1 ✓").arg(passed));
        spoken.append(MainWindow::tr("%n passed", nullptr, passed));
    }
    if (failed > 0) {
        shown.append(MainWindow::tr("%L1 ✗").arg(failed));
        spoken.append(MainWindow::tr("%n failed", nullptr, failed));
    }
    return {shown.join(QStringLiteral("  ")), spoken.join(QStringLiteral(", ")),
            failed > 0 ? NavigatorBadge::Tone::Bad : NavigatorBadge::Tone::Good};
}

// Where what runs around routes leads: the third part of MainWindow's wiring.
void MainWindow::connectBehaviour()
{
    connect(m_navigator, &NavigatorPane::newItemRequested, m_behaviourActions,
            &BehaviourActions::add);
    const std::pair<ActionId, BehaviourItem::Kind> kinds[] = {
        {ActionId::NewDependency, BehaviourItem::Kind::Dependency},
        {ActionId::NewError, BehaviourItem::Kind::Errors},
        {ActionId::NewStore, BehaviourItem::Kind::Store},
        {ActionId::NewRouter, BehaviourItem::Kind::Routers},
        {ActionId::NewTest, BehaviourItem::Kind::Tests},
        {ActionId::NewScheme, BehaviourItem::Kind::Scheme},
    };
    for (const auto &[id, kind] : kinds)
        on(id, [this, added = kind] { m_behaviourActions->add(added); });
    connect(m_behaviourActions, &BehaviourActions::message, m_status, &StatusStrip::showMessage);
    connect(m_navigator, &NavigatorPane::itemLooked, m_tabs,
            qOverload<const BehaviourItem &>(&EditorTabs::look));
    connect(&m_selection, &Selection::itemOpenRequested, m_tabs,
            qOverload<const BehaviourItem &>(&EditorTabs::open));
    connect(&m_document, &DesignDocument::itemRenamed, &m_selection, &Selection::rename);
    connect(&m_document, &DesignDocument::itemRenamed, m_history, &History::rename);
    connect(&m_document, &DesignDocument::itemRevealRequested, this,
            [this](const BehaviourItem &item) {
                if (item.isIn(m_document.api()))
                    m_selection.open(item);
            });
    connect(&m_document, &DesignDocument::memberRevealRequested, m_tabs, &EditorTabs::revealMember);
    connect(&m_document, &DesignDocument::changed, this, [this] {
        const BehaviourItem item = m_selection.item();
        if (!item.isNone() && !item.isIn(m_document.api()))
            m_selection.select(BehaviourItem());
    });
    connect(&m_selection, &Selection::changed, this, [this] {
        if (m_selection.item().kind != BehaviourItem::Kind::Store)
            return;
        m_stores->showStore(m_selection.item().name);
        if (m_selection.item().name.isEmpty()) // all of them: what they hold
            m_bottom->showPage(m_storesPage);
    });

    auto *consent = new UpstreamConsent(m_document, m_live, m_session.control(), *m_messages, this);
    connect(consent, &UpstreamConsent::message, m_status, &StatusStrip::showMessage);
    connect(&m_live, &LiveDesign::compiledChanged, m_stores, &Mock::StoresPanel::setCompiled);
    connect(m_stores, &Mock::StoresPanel::storeWanted, m_actions[ActionId::NewStore],
            &QAction::trigger);
    connect(m_stores, &Mock::StoresPanel::message, m_status, &StatusStrip::showMessage);
    connect(m_tests, &Mock::TestsPanel::message, m_status, &StatusStrip::showMessage);
    connect(
        m_tests, &Mock::TestsPanel::summaryChanged, this, [this](int passed, int failed, int all) {
            m_bottom->setTitle(m_testsPage, failed > 0 ? tr("Tests  %L1 ✗").arg(failed)
                                            : all > 0  ? tr("Tests  %L1/%L2").arg(passed).arg(all)
                                                       : tr("Tests"));
            m_navigator->model().setBadge({BehaviourItem::Kind::Tests, {}},
                                          testsBadge(passed, failed));
        });
    onDesign(ActionId::RunTests, [this] {
        m_bottom->showPage(m_testsPage);
        m_tests->runAll();
    });
}

void MainWindow::saveAsExample(const Mock::Exchange &exchange)
{
    const auto example = Mock::AnswerExample::of(m_document.api(), exchange);
    if (!example.problem.isEmpty()) {
        m_messages->showError(example.problem);
        return;
    }
    m_document.edit(tr("Save the answer of %1 as an example").arg(exchange.route),
                    [&example](Api &api) { example.addTo(api); });
    m_status->showMessage(tr("Saved as the example “%1” of %2.").arg(example.name, example.place));
}
