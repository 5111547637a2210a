#include "designer/editors/behaviour/access_block.h"

#include "designer/editors/behaviour/member_form.h"
#include "designer/editors/behaviour/table_block.h"
#include "designer/editors/section.h"
#include "designer/itemmodels/members/behaviour_tables.h"

#include <QVBoxLayout>

namespace Design
{

AccessBlock::AccessBlock(const BehaviourContext &context, QWidget *parent)
    : QWidget(parent)
    , m_document(context.document)
    , m_users(context.document, context.checkExpression)
    , m_tokens(context.document, context.checkExpression)
    , m_login(new MemberForm(context.document, loginFields(), context.checkExpression))
{
    auto *login = new QWidget;
    auto *inside = new QVBoxLayout(login);
    inside->setContentsMargins({});
    inside->addWidget(m_login);
    m_usersBlock = new TableBlock(m_users, tr("Users"));
    m_usersBlock->indent();
    inside->addWidget(m_usersBlock);
    auto *tokens = new TableBlock(m_tokens, tr("Tokens that are accepted"));
    tokens->indent();
    m_loginSection = new Section(tr("Who may log in"), login, this);
    m_tokensSection = new Section(tr("Tokens that are accepted"), tokens, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() / 2);
    column->addWidget(m_loginSection);
    column->addWidget(m_tokensSection);
    connect(m_login, &MemberForm::message, this, &AccessBlock::message);
    connect(m_usersBlock, &TableBlock::message, this, &AccessBlock::message);
    connect(tokens, &TableBlock::message, this, &AccessBlock::message);
    connect(&m_document, &DesignDocument::changed, this, &AccessBlock::update);
}

void AccessBlock::setScheme(const QString &name)
{
    m_scheme = name;
    const SecurityScheme *found = m_document.api().components.securitySchemes.find(name);
    m_users.setTable(usersTable(name));
    m_login->setPlace({NodeId::None, {QStringLiteral("logins"), name}});
    m_tokens.setTable(tokensTable(found ? found->id : NodeId::None));
    update();
}

void AccessBlock::update()
{
    const Api &api = m_document.api();
    const SecurityScheme *found = api.components.securitySchemes.find(m_scheme);
    const Json login = behaviourValue(api, {NodeId::None, {QStringLiteral("logins"), m_scheme}});
    m_usersBlock->setVisible(login.value(u"store").isUndefined());
    // A name and a password are logged in with; everything else is a token that there is or not.
    const bool isNames = found && (found->type == QLatin1String("oauth2") ||
                                   found->scheme.compare(u"basic", Qt::CaseInsensitive) == 0);
    m_loginSection->setVisible(isNames);
    m_tokensSection->setVisible(found && found->type != QLatin1String("mutualTLS"));
}

} // namespace Design
