#include "app/studio/prompt.h"

#include "designer/looks/theme.h"

#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using Design::Theme;

Prompt::Prompt(QWidget *parent)
    : Overlay(parent)
    , m_title(new QLabel)
    , m_said(new QLabel)
{
    setObjectName(QStringLiteral("prompt"));
    field()->setObjectName(QStringLiteral("promptField"));
    m_said->setObjectName(QStringLiteral("promptAnswer"));
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_title->setBuddy(field());
    // Some fonts of windows draw an arrow where -> is typed: here one sees what one types.
    QFont typed = font();
    typed.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    field()->setFont(typed);
    m_said->setFont(typed);
    const int gap = fontMetrics().height() / 4;
    m_said->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_said->setAlignment(Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * gap, 3 * gap, 3 * gap, 2 * gap);
    layout->setSpacing(2 * gap);
    layout->addWidget(m_title);
    layout->addWidget(field());
    layout->addWidget(m_said);
    connect(field(), &QLineEdit::textChanged, this, &Prompt::check);
}

void Prompt::ask(const QString &title, const QString &example, const Check &check,
                 const Accept &accept)
{
    m_check = check;
    m_accept = accept;
    m_title->setText(title);
    field()->setAccessibleName(title);
    m_example = example;
    field()->setPlaceholderText(example.section(QStringLiteral(", "), 0, 0));
    field()->clear();
    this->check();
    open();
}

void Prompt::check()
{
    const QString text = field()->text().trimmed();
    const Answer answer = text.isEmpty() ? Answer{} : m_check(text);
    m_isOk = answer.ok;
    m_said->setText(text.isEmpty() ? tr("For example: %1").arg(m_example) : answer.said);
    QPalette colors = palette();
    const Theme &theme = Theme::current();
    colors.setColor(QPalette::WindowText, text.isEmpty() ? theme.dim
                                          : answer.ok    ? theme.good
                                                         : theme.bad);
    m_said->setPalette(colors);
    field()->setAccessibleDescription(m_said->text());
}

bool Prompt::handleKey(int key)
{
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    if (m_isOk) {
        const QString text = field()->text().trimmed();
        const Accept accept = m_accept;
        close();
        accept(text);
    }
    return true;
}
