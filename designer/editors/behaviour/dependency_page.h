#pragma once

#include "designer/editors/behaviour/behaviour_page.h"

class QToolButton;

namespace Design
{

class MemberForm;

/// Edits one dependency: what it takes, what it needs, when it refuses, and what it gives.
class DependencyPage : public BehaviourPage
{
    Q_OBJECT

public:
    explicit DependencyPage(const BehaviourContext &context);

    void setItem(const BehaviourItem &item) override;

private:
    void update();
    void fillKinds();
    void makeKind(const QString &kind);

    MembersModel m_parameters;
    MembersModel m_conditions;
    MembersModel m_users;
    MembersModel m_tokens;
    QWidget *m_formPlace;
    QToolButton *m_kind;
    MemberForm *m_form = nullptr;
    MemberForm *m_login;
    TableBlock *m_usersBlock;
    Section *m_loginSection;
    Section *m_tokensSection;
    QString m_scheme; ///< whose users and tokens are shown
};

} // namespace Design
