#include "designer/editors/behaviour/behaviour_page.h"

#include "designer/editors/behaviour/member_form.h"
#include "designer/editors/behaviour/table_block.h"
#include "designer/editors/section.h"
#include "designer/editors/title_edit.h"
#include "designer/itemmodels/schema_table_model.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Design
{

BehaviourPage::BehaviourPage(const BehaviourContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_content(new QWidget)
    , m_column(new QVBoxLayout(m_content))
{
    const int gap = fontMetrics().height() / 2;
    m_column->setContentsMargins(2 * gap, gap, 2 * gap, gap);
    m_column->setSpacing(gap);
    m_content->setBackgroundRole(QPalette::Base);
    m_content->setAutoFillBackground(true);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(scroll);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
}

void BehaviourPage::setHeading(const QString &title, const QString &sentence)
{
    auto *heading = new QLabel(title, m_content);
    heading->setFont(TitleEdit::titleFont(this));
    m_column->addWidget(heading);
    auto *words = new QLabel(sentence, m_content);
    words->setForegroundRole(QPalette::PlaceholderText);
    words->setWordWrap(true);
    m_column->addWidget(words);
}

void BehaviourPage::addNameHeading(BehaviourGroup group, const QString &sentence)
{
    m_name = new TitleEdit(m_content);
    m_name->setObjectName(QStringLiteral("behaviourName"));
    m_name->setAccessibleName(tr("Name"));
    m_uses = new QLabel(m_content);
    m_uses->setObjectName(QStringLiteral("behaviourUses"));
    m_uses->setForegroundRole(QPalette::PlaceholderText);
    auto *line = new QHBoxLayout;
    line->addWidget(m_name, 1);
    line->addWidget(m_uses);
    m_column->addLayout(line);
    m_nameError = new QLabel(m_content);
    m_nameError->setForegroundRole(QPalette::BrightText);
    m_nameError->setWordWrap(true);
    m_nameError->hide();
    m_column->addWidget(m_nameError);
    auto *words = new QLabel(sentence, m_content);
    words->setForegroundRole(QPalette::PlaceholderText);
    words->setWordWrap(true);
    m_column->addWidget(words);
    connect(m_name, &QLineEdit::editingFinished, this, [this, group] { rename(group); });
    connect(m_name, &TitleEdit::entered, this, [this, group] {
        rename(group);
        if (m_nameError->isHidden())
            focusNextPrevChild(true);
    });
    connect(m_name, &TitleEdit::escaped, this, [this] {
        m_nameError->hide();
        showName();
        focusNextPrevChild(true);
    });
    connect(m_name, &QLineEdit::textEdited, m_nameError, &QWidget::hide);
    connect(&m_context.document, &DesignDocument::changed, this, &BehaviourPage::showUses);
}

QWidget *BehaviourPage::nameEdit() const
{
    return m_name;
}

void BehaviourPage::showName()
{
    if (m_name && m_name->text() != m_item.name)
        m_name->setText(m_item.name);
    showUses();
}

void BehaviourPage::showUses()
{
    if (!m_uses || !m_item.group())
        return;
    const int uses = countBehaviourUses(m_context.document.api(), *m_item.group(), m_item.name);
    m_uses->setText(uses == 0   ? tr("not used yet")
                    : uses == 1 ? tr("used in one place")
                                : tr("used in %n places", nullptr, uses));
    m_name->setToolTip(SchemaTableModel::followingText(uses));
}

void BehaviourPage::rename(BehaviourGroup group)
{
    const QString from = m_item.name;
    const QString to = m_name->text().trimmed();
    if (to == from || from.isEmpty())
        return;
    int count = -1;
    m_context.document.edit(tr("Rename %1 to %2").arg(from, to),
                            [&](Api &api) { count = renameBehaviour(api, group, from, to); });
    if (count >= 0) {
        m_name->settle();
        Q_EMIT message(SchemaTableModel::renamedText(from, to, count));
        return;
    }
    m_nameError->setText(isBehaviourName(to)
                             ? tr("There is a “%1” already.").arg(to)
                             : tr("A name has letters, digits, “_” and “-”, and begins with a "
                                  "letter."));
    m_nameError->show();
}

void BehaviourPage::editName(const BehaviourItem &)
{
    if (!m_name)
        return;
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void BehaviourPage::addWidget(QWidget *widget)
{
    m_column->addWidget(widget);
}

Section *BehaviourPage::addSection(const QString &title, QWidget *content)
{
    auto *section = new Section(title, content, m_content);
    m_column->addWidget(section);
    return section;
}

Section *BehaviourPage::addTable(const QString &title, MembersModel &model)
{
    auto *block = new TableBlock(model, title);
    block->indent();
    connect(block, &TableBlock::message, this, &BehaviourPage::message);
    return addSection(title, block);
}

MemberForm *BehaviourPage::makeForm(const QList<MemberField> &fields)
{
    auto *form = new MemberForm(m_context.document, fields, m_context.checkExpression);
    connect(form, &MemberForm::message, this, &BehaviourPage::message);
    return form;
}

void BehaviourPage::finish()
{
    m_column->addStretch();
}

void BehaviourPage::reveal(const BehaviourItem &)
{
    setFocus(Qt::OtherFocusReason);
}

} // namespace Design
