#include "designer/editors/behaviour/dependency_page.h"

#include "designer/editors/behaviour/access_block.h"
#include "designer/editors/behaviour/member_form.h"
#include "designer/editors/behaviour/members_view.h"
#include "designer/editors/behaviour/table_block.h"
#include "designer/looks/line_edit.h"
#include "designer/editors/section.h"
#include "designer/itemmodels/members/behaviour_tables.h"
#include "designer/model/edits/security_kinds.h"

#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace Design
{

DependencyPage::DependencyPage(const BehaviourContext &context)
    : BehaviourPage(context)
    , m_parameters(context.document, context.checkExpression)
    , m_conditions(context.document, context.checkExpression)
    , m_exit(context.document, context.checkExpression)
    , m_formPlace(new QWidget)
    , m_kind(new QToolButton)
    , m_access(new AccessBlock(context))
{
    addNameHeading(BehaviourGroup::Dependencies,
                   tr("Runs before the routes that depend on it, once a request. A condition that "
                      "holds refuses the request; else the result is deps.NAME in expressions."));
    m_kind->setText(tr("Ready-made"));
    m_kind->setToolTip(tr("Make it take a credential of a usual kind"));
    m_kind->setPopupMode(QToolButton::InstantPopup);
    m_kind->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_kind->setAutoRaise(true);
    fillKinds();
    addWidget(m_kind);
    auto *place = new QVBoxLayout(m_formPlace);
    place->setContentsMargins({});
    addWidget(m_formPlace);
    addTable(tr("Parameters"), m_parameters);
    addTable(tr("Conditions"), m_conditions);
    addTable(tr("When it is left again"), m_exit);

    addWidget(m_access);
    connect(m_access, &AccessBlock::message, this, &DependencyPage::message);
    finish();
    setFocusProxy(nameEdit());
    connect(&context.document, &DesignDocument::changed, this, &DependencyPage::update);
}

void DependencyPage::fillKinds()
{
    auto *menu = new QMenu(m_kind);
    for (const SecurityKind &kind : securityKinds())
        menu->addAction(kind.title, this, [this, id = kind.id] { makeKind(id); });
    m_kind->setMenu(menu);
}

void DependencyPage::makeKind(const QString &kind)
{
    const QString name = m_item.name;
    m_context.document.edit(tr("Make %1 take a credential").arg(name),
                            [&](Api &api) { giveSecurityKind(api, name, kind); });
}

void DependencyPage::setItem(const BehaviourItem &item)
{
    BehaviourPage::setItem(item);
    showName();
    delete m_form;
    m_form = makeForm(dependencyFields(item.name));
    m_formPlace->layout()->addWidget(m_form);
    m_form->setPlace({NodeId::None, {groupKey(BehaviourGroup::Dependencies), item.name}});
    m_parameters.setTable(parametersTable(item.name));
    m_conditions.setTable(conditionsTable(item.name));
    m_exit.setTable(exitTable(item.name));
    m_scheme = QStringLiteral(" "); // of no dependency
    update();
}

void DependencyPage::update()
{
    const Json dependency =
        behaviourValue(m_context.document.api(),
                       {NodeId::None, {groupKey(BehaviourGroup::Dependencies), m_item.name}});
    const QString scheme = dependency.value(u"scheme").string();
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    m_access->setScheme(scheme);
}

} // namespace Design
