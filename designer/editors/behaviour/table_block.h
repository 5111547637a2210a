#pragma once

#include "designer/itemmodels/members/members_model.h"

#include <QWidget>

namespace Design
{

class MemberForm;
class MembersView;
class Section;

/// A table, and below it the current row as a form where a row has more than the table has columns
/// for. F4 goes into the form, Escape back to the row.
class TableBlock : public QWidget
{
    Q_OBJECT

public:
    TableBlock(MembersModel &model, const QString &name, QWidget *parent = nullptr);

    static constexpr int cellMargin = 6; ///< of a text in its cell

    MembersView *view() const { return m_view; }
    /// Moves the texts of the table below those of a form in the same page.
    void indent();

Q_SIGNALS:
    void message(const QString &text); ///< for the status bar

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeForm();
    void showRow(const QModelIndex &cell);
    void openForm();

    MembersModel &m_model;
    MembersView *m_view;
    QWidget *m_place;
    Section *m_details;
    MemberForm *m_form = nullptr;
    BehaviourPlace m_shown; ///< the row in the form
};

} // namespace Design
