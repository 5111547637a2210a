#include "designer/editors/behaviour/dependency_page.h"

#include "designer/editors/behaviour/member_form.h"
#include "designer/editors/behaviour/members_view.h"
#include "designer/editors/behaviour/table_block.h"
#include "designer/editors/line_edit.h"
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
    , m_users(context.document, context.checkExpression)
    , m_tokens(context.document, context.checkExpression)
    , m_formPlace(new QWidget)
    , m_kind(new QToolButton)
    , m_login(makeForm(loginFields()))
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

    auto *login = new QWidget;
    auto *column = new QVBoxLayout(login);
    column->setContentsMargins({});
    column->addWidget(m_login);
    m_usersBlock = new TableBlock(m_users, tr("Users"));
    m_usersBlock->indent();
    column->addWidget(m_usersBlock);
    m_loginSection = addSection(tr("Who may log in"), login);
    m_tokensSection = addTable(tr("Tokens that are accepted"), m_tokens);
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
    m_scheme = QStringLiteral(" "); // of no dependency
    update();
}

void DependencyPage::update()
{
    const Json dependency =
        behaviourValue(m_context.document.api(),
                       {NodeId::None, {groupKey(BehaviourGroup::Dependencies), m_item.name}});
    const QString scheme = dependency.value(u"scheme").string();
    const Json login = behaviourValue(m_context.document.api(),
                                      {NodeId::None, {QStringLiteral("logins"), scheme}});
    m_usersBlock->setVisible(login.value(u"store").isUndefined());
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    const SecurityScheme *found = m_context.document.api().components.securitySchemes.find(scheme);
    // A name and a password are logged in with; everything else is a token that there is or not.
    const bool isNames = found && (found->type == QLatin1String("oauth2") ||
                                   found->scheme.compare(u"basic", Qt::CaseInsensitive) == 0);
    m_loginSection->setVisible(isNames);
    m_tokensSection->setVisible(found);
    m_users.setTable(usersTable(scheme));
    m_login->setPlace({NodeId::None, {QStringLiteral("logins"), scheme}});
    m_tokens.setTable(tokensTable(found ? found->id : NodeId::None));
}

} // namespace Design
