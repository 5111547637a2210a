#pragma once

#include "designer/editors/behaviour/behaviour_page.h"

class QPushButton;

namespace Design
{

class MemberForm;

/// Edits one store: its model, key and rules, what the server sets, and the rows it begins with.
class StorePage : public BehaviourPage
{
    Q_OBJECT

public:
    explicit StorePage(const BehaviourContext &context);

    void setItem(const BehaviourItem &item) override;

private:
    void update();
    void addRoutes();
    QString path() const;

    MembersModel m_serverFields;
    MembersModel m_fixtures;
    MemberForm *m_form;
    QPushButton *m_addRoutes;
    QStringList m_columns; ///< of the fixtures
};

} // namespace Design
