#include "designer/editors/behaviour/member_form.h"

#include "designer/editors/behaviour/condition_picker.h"
#include "designer/editors/cell_edit.h"
#include "designer/editors/section.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace Design
{

using Look = MemberField::Look;

static constexpr int quietMilliseconds = 250;

MemberEdit::MemberEdit(DesignDocument &document, const MemberField &field,
                       ExpressionCheck checkExpression, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_field(field)
    , m_checkExpression(std::move(checkExpression))
    , m_message(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    if (field.look == Look::Flag) {
        m_box = new QCheckBox(field.title, this);
        column->addWidget(m_box);
        setFocusProxy(m_box);
        connect(m_box, &QCheckBox::toggled, this,
                [this](bool on) { commit(on ? QStringLiteral("true") : QString()); });
    } else if (field.look == Look::Choice) {
        m_choice = new QComboBox(this);
        m_choice->setAccessibleName(field.title);
        column->addWidget(m_choice, 0, Qt::AlignLeft);
        setFocusProxy(m_choice);
        connect(m_choice, &QComboBox::activated, this,
                [this] { commit(m_choice->currentData().toString()); });
    } else {
        makeLine();
    }
    m_message->setObjectName(QStringLiteral("memberMessage"));
    m_message->setForegroundRole(QPalette::BrightText);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();
    column->addWidget(m_message);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietMilliseconds);
    connect(&m_quiet, &QTimer::timeout, this, &MemberEdit::check);
    connect(&document, &DesignDocument::changed, this, &MemberEdit::update);
}

void MemberEdit::makeLine()
{
    m_line = new CellEdit(this);
    m_line->setAccessibleName(m_field.title);
    m_line->setPlaceholderText(m_field.hint.isEmpty() ? m_field.nothing : m_field.hint);
    if (m_field.look == Look::Expression || m_field.look == Look::Template)
        connect(m_line, &QLineEdit::textChanged, this, [this](const QString &text) {
            // What is shown where nothing is are words, no code.
            m_line->setFont(text.isEmpty() ? font()
                                           : QFontDatabase::systemFont(QFontDatabase::FixedFont));
        });
    if (m_field.words) {
        m_line->setWords([this] { return m_field.words(m_document.api()); },
                         m_field.look == Look::Template ? QStringLiteral("{{") : QString());
    }
    m_line->setIsGood([this](const QString &text) {
        const auto error = problem(text.trimmed());
        return !error || (error->isWarning && !m_line->isSuggesting());
    });
    layout()->addWidget(m_line);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        m_line->setModified(true);
        m_quiet.start();
    });
    connect(m_line, &CellEdit::leaving, this, [this](CellEdit::Leave how) {
        if (how == CellEdit::Leave::Cancel) {
            if (!m_line->isModified())
                Q_EMIT escaped();
            m_line->settle();
            update();
            check();
            return;
        }
        commit(m_line->text().trimmed());
        if (how == CellEdit::Leave::Next || how == CellEdit::Leave::Previous)
            focusNextPrevChild(how == CellEdit::Leave::Next);
    });
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        if (m_line->isModified())
            commit(m_line->text().trimmed());
    });
    if (m_field.isCondition)
        makePicker();
}

void MemberEdit::makePicker()
{
    m_picker = new ConditionPicker(this);
    layout()->addWidget(m_picker);
    connect(m_picker, &ConditionPicker::picked, this, [this](const QString &expression) {
        m_line->setText(expression);
        commit(expression);
    });
}

void MemberEdit::setPlace(const BehaviourPlace &object)
{
    m_object = object;
    if (m_line)
        m_line->settle();
    update();
    check();
}

QString MemberEdit::shownMessage() const
{
    return m_message->isHidden() ? QString() : m_message->text();
}

void MemberEdit::update()
{
    const Json object = behaviourValue(m_document.api(), m_object);
    const QString text = m_field.text(m_document.api(), object);
    if (m_box) {
        const QSignalBlocker blocker(m_box);
        m_box->setChecked(!text.isEmpty());
    } else if (m_choice) {
        const QStringList words = m_field.words(m_document.api());
        const QSignalBlocker blocker(m_choice);
        m_choice->clear();
        m_choice->addItem(m_field.nothing.isEmpty() ? tr("none") : m_field.nothing, QString());
        for (const QString &word : words)
            m_choice->addItem(word, word);
        if (!text.isEmpty() && !words.contains(text))
            m_choice->addItem(text, text); // what the design says, though it leads nowhere
        m_choice->setCurrentIndex(qMax(0, m_choice->findData(text)));
    } else if (!m_line->isModified() && m_line->text() != text) {
        m_line->setText(text);
        m_line->setCursorPosition(0);
    }
    if (m_picker) {
        QStringList subjects;
        for (const QString &word : m_field.words(m_document.api())) {
            if (!word.contains(QLatin1Char('('))) // a value, not a call
                subjects.append(word);
        }
        m_picker->setSubjects(subjects);
        m_picker->setExpression(text);
    }
}

std::optional<NotationError> MemberEdit::problem(const QString &text) const
{
    const Api &api = m_document.api();
    return m_field.problem(api, m_object, behaviourValue(api, m_object), text, m_checkExpression);
}

void MemberEdit::check()
{
    if (!m_line)
        return;
    const auto error = problem(m_line->text().trimmed());
    m_message->setText(error ? error->message : QString());
    m_message->setVisible(error.has_value());
    m_line->setAccessibleDescription(m_message->text());
}

void MemberEdit::commit(const QString &text)
{
    const Json object = behaviourValue(m_document.api(), m_object);
    if (m_line) {
        m_quiet.stop();
        check();
        if (const auto error = problem(text); error && !error->isWarning)
            return; // the text stays where it is, and the design as it was
        m_line->settle();
    }
    if (text == m_field.text(m_document.api(), object))
        return;
    QString words;
    m_document.edit(
        tr("Change “%1”").arg(m_field.title),
        [&](Api &api) { words = m_field.change(api, m_object, text); }, {}, m_object.owner);
    if (!words.isEmpty())
        Q_EMIT message(words);
    m_document.finishMerging();
    update();
}

MemberForm::MemberForm(DesignDocument &document, const QList<MemberField> &fields,
                       const ExpressionCheck &checkExpression, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(Section::textIndent(), 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setVerticalSpacing(fontMetrics().height() / 3);
    for (const MemberField &field : fields) {
        auto *edit = new MemberEdit(document, field, checkExpression, this);
        m_edits.append(edit);
        connect(edit, &MemberEdit::message, this, &MemberForm::message);
        connect(edit, &MemberEdit::escaped, this, &MemberForm::escaped);
        m_form->addRow(field.look == Look::Flag ? QString() : field.title, edit);
        if (QWidget *label = m_form->labelForField(edit))
            label->setMinimumWidth(Section::labelWidth());
    }
    connect(&document, &DesignDocument::changed, this, &MemberForm::updateLines);
}

void MemberForm::setPlace(const BehaviourPlace &object)
{
    m_object = object;
    for (MemberEdit *edit : m_edits)
        edit->setPlace(object);
    updateLines();
}

MemberEdit *MemberForm::edit(const QString &key) const
{
    for (MemberEdit *edit : m_edits) {
        if (edit->field().key == key)
            return edit;
    }
    return nullptr;
}

void MemberForm::updateLines()
{
    const Json object = behaviourValue(m_document.api(), m_object);
    bool isFirst = true;
    for (MemberEdit *edit : m_edits) {
        const bool isShown = edit->field().canEdit(object);
        edit->setVisible(isShown);
        if (QWidget *label = m_form->labelForField(edit))
            label->setVisible(isShown);
        if (std::exchange(isFirst, isFirst && !isShown) && isShown)
            setFocusProxy(edit);
    }
}

} // namespace Design
