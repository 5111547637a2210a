#include "app/studio/side_pane.h"

#include "designer/looks/glyphs.h"
#include "designer/looks/icon_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Design;

SidePane::SidePane(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel)
    , m_title(new QLabel)
{
    setObjectName(QStringLiteral("sidePane"));
    setMinimumWidth(40 * fontMetrics().averageCharWidth());
    const int gap = fontMetrics().height() / 4;
    auto *close = new QToolButton;
    close->setAutoRaise(true);
    close->setIcon(glyphIcon(Glyph::Close));
    close->setToolTip(tr("Close what is shown beside the tabs"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, &SidePane::closeRequested);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(2 * gap, gap, gap, gap);
    head->setSpacing(gap);
    head->addWidget(m_icon);
    head->addWidget(m_title, 1);
    head->addWidget(close);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    hide();
}

void SidePane::setPage(QWidget *page, const QIcon &icon, const QString &title)
{
    clear();
    m_page = page;
    m_icon->setIcon(icon);
    layout()->addWidget(page);
    setTitle(title);
    setFocusProxy(page);
    show();
}

void SidePane::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setToolTip(title);
    setAccessibleName(title);
}

void SidePane::clear()
{
    if (m_page)
        m_page->deleteLater();
    m_page = nullptr;
    hide();
}
