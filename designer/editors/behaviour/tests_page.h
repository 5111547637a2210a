#pragma once

#include "designer/editors/behaviour/behaviour_page.h"

class QPushButton;

namespace Design
{

class MemberForm;
class MembersView;

/// Edits the tests of the design: a table of all, and below it what the current one begins with,
/// sends and expects.
class TestsPage : public BehaviourPage
{
    Q_OBJECT

public:
    explicit TestsPage(const BehaviourContext &context);

    /// Goes to the line of a form that the name of the item leads to, such as `3/expect/body`.
    void reveal(const BehaviourItem &item) override;
    void editName(const BehaviourItem &item) override;

private:
    void showTest(const QModelIndex &cell);
    void showStep(const QModelIndex &cell);
    void update();
    void addStep();
    BehaviourPlace stepPlace() const;

    MembersModel m_tests;
    MembersModel m_given;
    MembersModel m_overrides;
    MembersModel m_steps;
    MembersView *m_testsView;
    MembersView *m_stepsView;
    MemberForm *m_form;
    QWidget *m_test; ///< everything about the current one
    QWidget *m_stepsBlock;
    Section *m_before = nullptr;
    Section *m_request = nullptr;
    QPushButton *m_addStep;
    int m_current = -1; ///< index of the test
    int m_step = 0;
};

} // namespace Design
