#pragma once

#include "designer/itemmodels/members/simple_condition.h"

#include <QWidget>

class QComboBox;

namespace Design
{

class LineEdit;

/// A simple condition as three fields to pick from: what, how, and with which value. Conditions
/// that are not that simple are typed.
class ConditionPicker : public QWidget
{
    Q_OBJECT

public:
    explicit ConditionPicker(QWidget *parent = nullptr);

    /// What a condition can be about.
    void setSubjects(const QStringList &subjects);
    /// Shows the condition of this expression.
    void setExpression(const QString &expression);

Q_SIGNALS:
    void picked(const QString &expression);

private:
    void pick();
    void updateValue();

    QComboBox *m_subject;
    QComboBox *m_operator;
    LineEdit *m_value;
};

} // namespace Design
