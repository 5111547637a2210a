#include "designer/editors/behaviour/condition_picker.h"

#include "designer/looks/line_edit.h"
#include "designer/itemmodels/members/member_field.h"

#include <QComboBox>
#include <QHBoxLayout>

namespace Design
{

ConditionPicker::ConditionPicker(QWidget *parent)
    : QWidget(parent)
    , m_subject(new QComboBox)
    , m_operator(new QComboBox)
    , m_value(new LineEdit)
{
    m_subject->setAccessibleName(tr("What the condition is about"));
    m_subject->setPlaceholderText(tr("or pick…"));
    m_subject->setMaxVisibleItems(20);
    m_operator->setAccessibleName(tr("How it is compared"));
    m_value->setAccessibleName(tr("With which value"));
    m_value->setPlaceholderText(tr("value"));
    for (const SimpleCondition::Operator op : conditionOperators())
        m_operator->addItem(operatorWords(op), static_cast<int>(op));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, fontMetrics().height() / 4, 0, 0);
    row->addWidget(m_subject);
    row->addWidget(m_operator);
    row->addWidget(m_value, 1);
    setFocusProxy(m_subject);
    connect(m_subject, &QComboBox::activated, this, &ConditionPicker::pick);
    connect(m_operator, &QComboBox::activated, this, &ConditionPicker::pick);
    connect(m_value, &QLineEdit::editingFinished, this, [this] {
        if (m_value->isModified())
            pick();
    });
    updateValue();
}

void ConditionPicker::setSubjects(const QStringList &subjects)
{
    const QString current = m_subject->currentText();
    m_subject->clear();
    m_subject->addItems(subjects);
    m_subject->setCurrentIndex(m_subject->findText(current));
}

void ConditionPicker::setExpression(const QString &expression)
{
    const std::optional<SimpleCondition> condition = simpleCondition(expression);
    if (condition && m_subject->findText(condition->subject) < 0)
        m_subject->addItem(condition->subject);
    m_subject->setCurrentIndex(condition ? m_subject->findText(condition->subject) : -1);
    m_operator->setCurrentIndex(condition ? m_operator->findData(static_cast<int>(condition->op))
                                          : 0);
    m_value->setText(condition ? valueText(condition->value) : QString());
    m_value->settle();
    updateValue();
}

void ConditionPicker::updateValue()
{
    const auto op = static_cast<SimpleCondition::Operator>(m_operator->currentData().toInt());
    m_operator->setEnabled(m_subject->currentIndex() >= 0);
    m_value->setEnabled(m_subject->currentIndex() >= 0 && takesValue(op));
}

void ConditionPicker::pick()
{
    updateValue();
    if (m_subject->currentIndex() < 0)
        return;
    SimpleCondition condition;
    condition.subject = m_subject->currentText();
    condition.op = static_cast<SimpleCondition::Operator>(m_operator->currentData().toInt());
    if (takesValue(condition.op))
        condition.value = valueOfText(m_value->text());
    m_value->settle();
    Q_EMIT picked(expressionOf(condition));
}

} // namespace Design
