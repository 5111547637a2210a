#pragma once

#include "designer/editors/behaviour/behaviour_page.h"

namespace Design
{

class MemberForm;
class Section;

/// What runs around one route, as blocks of its editor: dependencies, error rules, store and
/// answer, tasks, latency.
class RouteBehaviourBlocks : public QWidget
{
    Q_OBJECT

public:
    explicit RouteBehaviourBlocks(const BehaviourContext &context, QWidget *parent = nullptr);

    void setOperation(NodeId operation);
    MembersModel &errorRules() { return m_errors; }

Q_SIGNALS:
    /// The cursor stands in this part now: it should be seen.
    void reached(const QRect &place);

private:
    MembersView *addTable(const QString &title, MembersModel &model, Section **section);
    void update();
    QString chainHtml() const;

    BehaviourContext m_context;
    NodeId m_operation = NodeId::None;
    MembersModel m_errors;
    MembersModel m_tasks;
    QLabel *m_chain;
    QWidget *m_dependsContent;
    QWidget *m_storeContent;
    MemberForm *m_depends = nullptr;
    MemberForm *m_route = nullptr;
    MemberForm *m_faults;
    Section *m_dependsSection;
    Section *m_errorsSection = nullptr;
    Section *m_storeSection;
    Section *m_tasksSection = nullptr;
    Section *m_faultsSection;
};

} // namespace Design
