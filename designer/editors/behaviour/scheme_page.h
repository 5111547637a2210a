#pragma once

#include "designer/editors/behaviour/behaviour_page.h"

class QListWidget;

namespace Design
{

class AccessBlock;

/// Edits one security scheme: what is sent and where, its flows, who gets in, and which routes ask
/// for it.
class SchemePage : public BehaviourPage
{
    Q_OBJECT

public:
    explicit SchemePage(const BehaviourContext &context);

    void setItem(const BehaviourItem &item) override;

private:
    void update();
    void showRoutes();

    MembersModel m_flows;
    MemberForm *m_form;
    AccessBlock *m_access;
    QListWidget *m_routes;
    Section *m_flowsSection;
    Section *m_routesSection;
};

} // namespace Design
