#pragma once

#include "designer/editors/behaviour/behaviour_page.h"
#include "designer/itemmodels/members/effective_depends.h"

class QLabel;

namespace Design
{

class MemberForm;
class Section;

/// What runs around one route, as blocks of its editor: dependencies, error rules, where the answer
/// comes from, tasks, latency.
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
    void message(const QString &text); ///< for the status bar

private:
    /// A block with a form, which is another one for each route: its words are those of the route.
    struct FormBlock {
        Section *section = nullptr;
        MemberForm *form = nullptr;
    };

    Section *addTable(const QString &title, MembersModel &model, QLabel *words = nullptr);
    FormBlock addForm(const QString &title);
    void fill(FormBlock *block, const QList<MemberField> &fields, const QStringList &path);
    void update();
    void updateSummaries();
    QString chainHtml(const QList<EffectiveDepends> &chain) const;

    BehaviourContext m_context;
    NodeId m_operation = NodeId::None;
    MembersModel m_errors;
    MembersModel m_computed;
    MembersModel m_tasks;
    QLabel *m_chain;
    QLabel *m_order; ///< of refusals
    FormBlock m_depends;
    Section *m_errorsSection;
    FormBlock m_answer;
    FormBlock m_upstream;
    Section *m_computedSection;
    Section *m_tasksSection;
    FormBlock m_faults;
};

} // namespace Design
