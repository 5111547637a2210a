#pragma once

#include "designer/document/design_document.h"

#include <QWidget>

#include <functional>

class QCheckBox;

namespace Design
{

class LineEdit;
class TextEdit;

/// The words about a route: summary, description, tags, operationId. What is typed is in the
/// design at once; a run of typing is one step to undo.
class OperationFields : public QWidget
{
    Q_OBJECT

public:
    OperationFields(DesignDocument &document, QWidget *parent);

    void setOperation(NodeId operation);
    /// What shows this member of the operation; null for others.
    QWidget *field(const QString &member) const;
    /// What a closed section says of it.
    QString summary() const;

private:
    void update();
    void change(const QString &text, const QString &field,
                const std::function<void(Operation &)> &edit);
    void bindLine(LineEdit *edit, const QString &field, const QString &step,
                  QString Operation::*member);

    DesignDocument &m_document;
    NodeId m_operation = NodeId::None;
    LineEdit *m_summary;
    TextEdit *m_description;
    LineEdit *m_tags;
    LineEdit *m_operationId;
    QCheckBox *m_deprecated;
};

} // namespace Design
