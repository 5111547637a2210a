#include "designer/editors/section.h"

#include "designer/looks/glyphs.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace Design
{

Section::Section(const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_heading(new QToolButton(this))
    , m_summary(new QLabel(this))
    , m_content(content)
{
    const int gap = fontMetrics().height() / 4;
    QFont bold = font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_heading->setText(title);
    m_heading->setAutoRaise(true);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setIcon(glyphIcon(Glyph::ExpandMore));
    m_heading->setIconSize({glyphSize(), glyphSize()});
    m_heading->setFocusPolicy(Qt::StrongFocus);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_content->setParent(this);

    auto *heading = new QHBoxLayout;
    heading->setSpacing(2 * gap);
    heading->addWidget(m_heading);
    heading->addWidget(m_summary, 1);
    heading->addStretch(0); // keeps the title at the left while there is no summary
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    column->addLayout(heading);
    column->addWidget(m_content);
    connect(m_heading, &QToolButton::clicked, this, [this] { setOpen(!m_isOpen); });
    setOpen(true);
}

int Section::textIndent()
{
    const int frame = QApplication::style()->pixelMetric(QStyle::PM_DefaultFrameWidth);
    constexpr int besideIcon = 4; // as QCommonStyle draws a tool button
    return frame + glyphSize() + besideIcon;
}

int Section::labelWidth()
{
    return 16 * QFontMetrics(QApplication::font()).averageCharWidth();
}

void Section::setOpen(bool open)
{
    m_isOpen = open;
    m_heading->setIcon(glyphIcon(open ? Glyph::ExpandMore : Glyph::ChevronRight));
    m_heading->setAccessibleName(open ? tr("%1, open").arg(m_heading->text())
                                      : tr("%1, closed").arg(m_heading->text()));
    m_content->setVisible(open);
    m_summary->setVisible(!open);
}

void Section::setSummary(const QString &summary)
{
    m_summary->setText(summary);
}

} // namespace Design
