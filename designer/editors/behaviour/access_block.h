#pragma once

#include "designer/editors/behaviour/behaviour_page.h"

namespace Design
{

/// Who gets in with a security scheme as the mock server sees it: those who may log in, and the
/// tokens that are accepted.
class AccessBlock : public QWidget
{
    Q_OBJECT

public:
    explicit AccessBlock(const BehaviourContext &context, QWidget *parent = nullptr);

    void setScheme(const QString &name);

Q_SIGNALS:
    void message(const QString &text); ///< for the status bar

private:
    void update();

    DesignDocument &m_document;
    MembersModel m_users;
    MembersModel m_tokens;
    MemberForm *m_login;
    TableBlock *m_usersBlock;
    Section *m_loginSection;
    Section *m_tokensSection;
    QString m_scheme;
};

} // namespace Design
