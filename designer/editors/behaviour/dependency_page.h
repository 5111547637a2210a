#pragma once

#include "designer/editors/behaviour/behaviour_page.h"

class QToolButton;

namespace Design
{

class AccessBlock;
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
    MembersModel m_exit;
    QWidget *m_formPlace;
    QToolButton *m_kind;
    MemberForm *m_form = nullptr;
    AccessBlock *m_access;
    QString m_scheme; ///< whose users and tokens are shown
};

} // namespace Design
