#include "designer/editors/behaviour/scheme_page.h"

#include "designer/editors/behaviour/access_block.h"
#include "designer/editors/behaviour/member_form.h"
#include "designer/looks/line_edit.h"
#include "designer/editors/section.h"
#include "designer/itemmodels/members/behaviour_tables.h"
#include "designer/model/locate.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace Design
{

static constexpr int nodeRole = Qt::UserRole;

SchemePage::SchemePage(const BehaviourContext &context)
    : BehaviourPage(context)
    , m_flows(context.document, context.checkExpression)
    , m_form(makeForm(schemeFields()))
    , m_access(new AccessBlock(context))
    , m_routes(new QListWidget)
{
    addNameHeading(BehaviourGroup::Schemes,
                   tr("What clients show to be let in. Routes and dependencies ask for it by its "
                      "name; without tokens or users below, the mock takes any."));
    addWidget(m_form);
    m_flowsSection = addTable(tr("Flows"), m_flows);
    addWidget(m_access);
    connect(m_access, &AccessBlock::message, this, &SchemePage::message);
    m_routes->setObjectName(QStringLiteral("schemeRoutes"));
    m_routes->setAccessibleName(tr("Routes that ask for it"));
    m_routes->setFrameShape(QFrame::NoFrame);
    m_routes->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    auto *routes = new QWidget;
    auto *column = new QVBoxLayout(routes);
    column->setContentsMargins(fontMetrics().height() / 2, 0, 0, 0); // as far in as the tables
    column->addWidget(m_routes);
    m_routesSection = addSection(tr("Routes that ask for it"), routes);
    finish();
    setFocusProxy(nameEdit());
    connect(m_routes, &QListWidget::itemActivated, this, [this](const QListWidgetItem *route) {
        m_context.selection.open(static_cast<NodeId>(route->data(nodeRole).toUInt()));
    });
    connect(&context.document, &DesignDocument::changed, this, &SchemePage::update);
}

void SchemePage::setItem(const BehaviourItem &item)
{
    BehaviourPage::setItem(item);
    showName();
    m_form->setPlace({NodeId::None, {groupKey(BehaviourGroup::Schemes), item.name}});
    m_flows.setTable(flowsTable(item.name));
    m_access->setScheme(item.name);
    update();
}

void SchemePage::update()
{
    const SecurityScheme *scheme =
        m_context.document.api().components.securitySchemes.find(m_item.name);
    m_flowsSection->setVisible(scheme && scheme->type == QLatin1String("oauth2"));
    showRoutes();
}

void SchemePage::showRoutes()
{
    constexpr int mostRows = 12; // before it scrolls
    const Api &api = m_context.document.api();
    const QList<NodeId> routes = routesAsking(api, m_item.name);
    const int current = m_routes->currentRow();
    m_routes->clear();
    for (const NodeId route : routes) {
        const Operation *operation = findOperation(api, route);
        const Named<PathItem> *path = findPathOf(api, route);
        if (!operation || !path)
            continue;
        QString text = operation->method.toUpper() + QLatin1Char(' ') + path->name;
        if (!operation->summary.isEmpty())
            text += QStringLiteral(" · ") + operation->summary;
        auto *row = new QListWidgetItem(text, m_routes);
        row->setData(nodeRole, static_cast<quint32>(route));
    }
    m_routes->setCurrentRow(qMin(current, m_routes->count() - 1));
    m_routesSection->setSummary(m_routes->count() == 0 ? tr("none")
                                                       : QString::number(m_routes->count()));
    const int row = m_routes->count() > 0 ? m_routes->sizeHintForRow(0) : 0;
    m_routes->setFixedHeight(qMin(m_routes->count(), mostRows) * row + 2);
}

} // namespace Design
