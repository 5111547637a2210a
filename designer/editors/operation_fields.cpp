#include "designer/editors/operation_fields.h"

#include "designer/editors/section.h"
#include "designer/editors/text_edit.h"
#include "designer/looks/line_edit.h"
#include "designer/model/locate.h"

#include <QCheckBox>
#include <QFormLayout>

namespace Design
{

namespace
{

QStringList tagsIn(const QString &text)
{
    QStringList tags;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString tag = part.trimmed();
        if (!tag.isEmpty() && !tags.contains(tag))
            tags.append(tag);
    }
    return tags;
}

/// What is typed is in the design at once, so a difference comes from elsewhere: from an undo.
void showText(LineEdit *edit, const QString &text)
{
    if (edit->text() == text)
        return;
    const int cursor = edit->cursorPosition();
    edit->setText(text);
    edit->setCursorPosition(edit->hasFocus() ? cursor : 0);
}

} // namespace

OperationFields::OperationFields(DesignDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_summary(new LineEdit(this))
    , m_description(new TextEdit(this))
    , m_tags(new LineEdit(this))
    , m_operationId(new LineEdit(this))
    , m_deprecated(new QCheckBox(tr("Deprecated"), this))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(Section::textIndent(), 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(fontMetrics().height() / 3);
    form->addRow(tr("Su&mmary"), m_summary);
    form->addRow(tr("Descri&ption"), m_description);
    form->addRow(tr("T&ags"), m_tags);
    form->addRow(tr("operation&Id"), m_operationId);
    form->addRow(QString(), m_deprecated);
    form->labelForField(m_summary)->setMinimumWidth(Section::labelWidth());
    m_summary->setAccessibleName(tr("Summary"));
    m_summary->setPlaceholderText(tr("What the route does, in a few words"));
    m_description->setAccessibleName(tr("Description"));
    m_description->setPlaceholderText(tr("Markdown"));
    m_tags->setAccessibleName(tr("Tags"));
    m_tags->setPlaceholderText(tr("Groups that it belongs to, with commas between"));
    m_operationId->setAccessibleName(tr("operationId"));
    m_operationId->setPlaceholderText(tr("Name of it in generated code"));

    bindLine(m_summary, QStringLiteral("summary"), tr("Change the summary"), &Operation::summary);
    bindLine(m_operationId, QStringLiteral("operationId"), tr("Change the operationId"),
             &Operation::operationId);
    connect(m_description, &TextEdit::textEdited, this, [this](const QString &text) {
        change(tr("Change the description"), QStringLiteral("description"),
               [&](Operation &operation) {
                   operation.description = text.isEmpty() ? QString() : text;
               });
    });
    connect(m_description, &TextEdit::left, &m_document, &DesignDocument::finishMerging);
    connect(m_tags, &QLineEdit::editingFinished, this, [this] {
        m_tags->settle();
        change(tr("Change the tags"), {},
               [this](Operation &operation) { operation.tags = tagsIn(m_tags->text()); });
        update();
    });
    connect(m_deprecated, &QCheckBox::toggled, this, [this](bool on) {
        change(on ? tr("Deprecate the route") : tr("Take the route back from deprecation"), {},
               [on](Operation &operation) { operation.deprecated = on; });
    });
    connect(&document, &DesignDocument::changed, this, [this](const ChangeSet &) { update(); });
}

void OperationFields::bindLine(LineEdit *edit, const QString &field, const QString &step,
                               QString Operation::*member)
{
    connect(edit, &QLineEdit::textEdited, this, [this, field, step, member](const QString &text) {
        change(step, field, [&](Operation &operation) {
            operation.*member = text.isEmpty() ? QString() : text;
        });
    });
    connect(edit, &QLineEdit::editingFinished, this, [this, edit] {
        edit->settle();
        m_document.finishMerging();
    });
}

void OperationFields::change(const QString &text, const QString &field,
                             const std::function<void(Operation &)> &edit)
{
    const NodeId operation = m_operation;
    m_document.edit(
        text, [&](Api &api) { editOperation(api, operation, edit); },
        field.isEmpty() ? MergeKey() : MergeKey{operation, field}, operation);
}

void OperationFields::setOperation(NodeId operation)
{
    m_operation = operation;
    for (LineEdit *edit : {m_summary, m_tags, m_operationId})
        edit->settle();
    if (const Operation *found = m_document.find<Operation>(operation))
        m_description->setPlainText(found->description);
    update();
}

void OperationFields::update()
{
    const Operation *operation = m_document.find<Operation>(m_operation);
    setEnabled(operation);
    if (!operation)
        return;
    showText(m_summary, operation->summary);
    showText(m_operationId, operation->operationId);
    if (!(m_tags->hasFocus() && m_tags->isModified())) // these are taken when they are left
        showText(m_tags, operation->tags.join(QStringLiteral(", ")));
    if (m_description->toPlainText() != operation->description)
        m_description->showText(operation->description);
    const QSignalBlocker blocker(m_deprecated);
    m_deprecated->setChecked(operation->deprecated);
}

QWidget *OperationFields::field(const QString &member) const
{
    const QHash<QString, QWidget *> fields{
        {QStringLiteral("summary"), m_summary},
        {QStringLiteral("description"), m_description},
        {QStringLiteral("tags"), m_tags},
        {QStringLiteral("operationId"), m_operationId},
        {QStringLiteral("deprecated"), m_deprecated},
    };
    return fields.value(member);
}

QString OperationFields::summary() const
{
    const Operation *operation = m_document.find<Operation>(m_operation);
    return operation ? operation->summary : QString();
}

} // namespace Design
