#include "designer/editors/behaviour/route_behaviour.h"

#include "designer/editors/behaviour/member_form.h"
#include "designer/editors/behaviour/members_view.h"
#include "designer/editors/section.h"
#include "designer/itemmodels/members/behaviour_tables.h"
#include "designer/itemmodels/members/effective_depends.h"
#include "designer/model/locate.h"

#include <QLabel>
#include <QVBoxLayout>

namespace Design
{

static QWidget *columnWidget()
{
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins({});
    return widget;
}

RouteBehaviourBlocks::RouteBehaviourBlocks(const BehaviourContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_errors(context.document, context.checkExpression)
    , m_tasks(context.document, context.checkExpression)
    , m_chain(new QLabel)
    , m_dependsContent(columnWidget())
    , m_storeContent(columnWidget())
    , m_faults(new MemberForm(context.document, faultFields(), context.checkExpression))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() / 2);
    m_chain->setWordWrap(true);
    m_chain->setIndent(fontMetrics().height());
    m_chain->setTextFormat(Qt::RichText);
    m_chain->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_chain->setObjectName(QStringLiteral("dependsChain"));
    m_dependsContent->layout()->addWidget(m_chain);
    m_dependsSection = new Section(tr("Dependencies"), m_dependsContent, this);
    column->addWidget(m_dependsSection);
    addTable(tr("Error rules"), m_errors, &m_errorsSection);
    m_storeSection = new Section(tr("Where the answer comes from"), m_storeContent, this);
    column->addWidget(m_storeSection);
    addTable(tr("Afterwards"), m_tasks, &m_tasksSection);
    m_faultsSection = new Section(tr("Latency and faults"), m_faults, this);
    column->addWidget(m_faultsSection);
    m_faultsSection->setOpen(false);
    connect(m_chain, &QLabel::linkActivated, this, [this](const QString &name) {
        m_context.selection.open(BehaviourItem{BehaviourItem::Kind::Dependency, name});
    });
    connect(&context.document, &DesignDocument::changed, this, &RouteBehaviourBlocks::update);
}

MembersView *RouteBehaviourBlocks::addTable(const QString &title, MembersModel &model,
                                            Section **section)
{
    auto *view = new MembersView(model, title);
    *section = new Section(title, view, this);
    layout()->addWidget(*section);
    connect(view, &MembersView::currentCellChanged, this, [this, view](const QModelIndex &cell) {
        if (!view->hasFocus())
            return;
        const QRect place = view->visualRect(cell);
        Q_EMIT reached(QRect(view->viewport()->mapTo(this, place.topLeft()), place.size()));
    });
    return view;
}

void RouteBehaviourBlocks::setOperation(NodeId operation)
{
    m_operation = operation;
    m_errors.setTable(errorRulesTable(operation));
    m_tasks.setTable(tasksTable(operation));
    m_faults->setPlace({operation, {QStringLiteral("faults")}});
    delete m_depends;
    delete m_route;
    const Words names = [](const Api &api) {
        return behaviourNames(api, BehaviourGroup::Dependencies);
    };
    m_depends = new MemberForm(m_context.document,
                               {namesField(QStringLiteral("depends"), tr("Own"), names,
                                           tr("names of dependencies, with commas between"))},
                               m_context.checkExpression);
    m_route = new MemberForm(m_context.document, routeFields(operation), m_context.checkExpression);
    m_dependsContent->layout()->addWidget(m_depends);
    m_storeContent->layout()->addWidget(m_route);
    m_depends->setPlace({operation, {}});
    m_route->setPlace({operation, {}});
    update();
}

/// The dependencies in their order, each with where it comes from.
QString RouteBehaviourBlocks::chainHtml() const
{
    const Api &api = m_context.document.api();
    const Operation *operation = findOperation(api, m_operation);
    const Named<PathItem> *path = findPathOf(api, m_operation);
    if (!operation || !path)
        return {};
    const QList<EffectiveDepends> chain =
        effectiveDepends(readBehaviour(api), path->name, *operation);
    QStringList parts;
    for (const EffectiveDepends &one : chain) {
        QString part = QStringLiteral("<a href=\"%1\">%1</a>").arg(one.name.toHtmlEscaped());
        if (one.from != EffectiveDepends::From::Route)
            part += QStringLiteral(" <i>%1</i>").arg(originWords(one).toHtmlEscaped());
        parts.append(part);
    }
    return parts.isEmpty() ? accessWords(api, *operation, chain).toHtmlEscaped()
                           : parts.join(QStringLiteral(" → "));
}

void RouteBehaviourBlocks::update()
{
    const Api &api = m_context.document.api();
    const QString chain = chainHtml();
    if (m_chain->text() != chain)
        m_chain->setText(chain);
    const auto count = [](const MembersModel &model) {
        const int rows = model.rowCount() - 1;
        return rows <= 0 ? tr("none") : QString::number(rows);
    };
    const Operation *operation = findOperation(api, m_operation);
    const Named<PathItem> *path = findPathOf(api, m_operation);
    if (operation && path)
        m_dependsSection->setSummary(accessWords(
            api, *operation, effectiveDepends(readBehaviour(api), path->name, *operation)));
    m_errorsSection->setSummary(count(m_errors));
    m_tasksSection->setSummary(count(m_tasks));
    const Json action = behaviourValue(api, {m_operation, {QStringLiteral("action")}});
    m_storeSection->setSummary(action.isUndefined() ? tr("example or sample") : valueText(action));
    const Json faults = behaviourValue(api, {m_operation, {QStringLiteral("faults")}});
    m_faultsSection->setSummary(faults.isUndefined() ? tr("as all routes") : valueText(faults));
}

} // namespace Design
