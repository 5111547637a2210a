#pragma once

#include "designer/document/design_document.h"
#include "designer/itemmodels/members/member_field.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;

namespace Design
{

class CellEdit;
class ConditionPicker;

/// One field of an object as a line of a form. What is typed is taken by Enter and by leaving the
/// line; a text that is refused stays, with the reason below it.
class MemberEdit : public QWidget
{
    Q_OBJECT

public:
    MemberEdit(DesignDocument &document, const MemberField &field, ExpressionCheck checkExpression,
               QWidget *parent = nullptr);

    void setPlace(const BehaviourPlace &object); ///< of the object that has the member
    const MemberField &field() const { return m_field; }
    QString shownMessage() const;
    CellEdit *line() const { return m_line; }

Q_SIGNALS:
    void message(const QString &text); ///< what else has changed, for the status bar
    void escaped();                    ///< Escape where there was nothing to take back

private:
    std::optional<NotationError> problem(const QString &text) const;
    void update();
    void check();
    void commit(const QString &text);
    void makeLine();
    void makePicker();

    DesignDocument &m_document;
    MemberField m_field;
    ExpressionCheck m_checkExpression;
    BehaviourPlace m_object;
    CellEdit *m_line = nullptr;
    ConditionPicker *m_picker = nullptr;
    QComboBox *m_choice = nullptr;
    QCheckBox *m_box = nullptr;
    QLabel *m_message;
    QTimer m_quiet;
};

/// Such lines below one another; those that mean nothing for the object are not shown.
class MemberForm : public QWidget
{
    Q_OBJECT

public:
    MemberForm(DesignDocument &document, const QList<MemberField> &fields,
               const ExpressionCheck &checkExpression, QWidget *parent = nullptr);

    void setPlace(const BehaviourPlace &object);
    const BehaviourPlace &place() const { return m_object; }
    const QList<MemberEdit *> &edits() const { return m_edits; }
    MemberEdit *edit(const QString &key) const; ///< null for other members

Q_SIGNALS:
    void message(const QString &text);
    void escaped();

private:
    void updateLines();

    DesignDocument &m_document;
    QFormLayout *m_form;
    QList<MemberEdit *> m_edits;
    BehaviourPlace m_object;
};

} // namespace Design
