#include "app/studio/bottom_pane.h"

#include "designer/looks/glyphs.h"
#include "designer/looks/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

using namespace Design;

BottomPane::BottomPane(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QTabBar)
    , m_pages(new QStackedWidget)
    , m_toolsArea(new QWidget)
    , m_collapse(new QToolButton)
{
    const int gap = fontMetrics().height() / 4;
    m_bar->setObjectName(QStringLiteral("bottomTabs"));
    m_bar->setAccessibleName(tr("Problems and traffic"));
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setElideMode(Qt::ElideNone); // the filter beside it can do with less room
    m_bar->setUsesScrollButtons(false);
    m_collapse->setObjectName(QStringLiteral("collapseBottom"));
    m_collapse->setAutoRaise(true);
    auto *toolsLayout = new QHBoxLayout(m_toolsArea);
    toolsLayout->setContentsMargins({});

    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, gap, 0);
    head->setSpacing(gap);
    head->addWidget(m_bar, 0, Qt::AlignBottom);
    head->addStretch();
    head->addWidget(m_toolsArea);
    head->addWidget(m_collapse);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_pages, 1);

    connect(m_bar, &QTabBar::currentChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        updateTools();
    });
    connect(m_bar, &QTabBar::tabBarClicked, this, [this](int index) {
        if (index >= 0)
            setCollapsed(false);
    });
    connect(m_collapse, &QToolButton::clicked, this, [this] { setCollapsed(!m_isCollapsed); });
    updateTools();
}

int BottomPane::addPage(QWidget *page, const QString &title, QWidget *tools)
{
    m_pages->addWidget(page);
    m_tools.append(tools);
    if (tools)
        m_toolsArea->layout()->addWidget(tools);
    const int index = m_bar->addTab(title);
    updateTools();
    return index;
}

void BottomPane::setTitle(int index, const QString &title)
{
    m_bar->setTabText(index, title);
}

int BottomPane::currentIndex() const
{
    return m_bar->currentIndex();
}

void BottomPane::showPage(int index)
{
    m_bar->setCurrentIndex(index);
    setCollapsed(false);
}

void BottomPane::setCollapsed(bool collapsed)
{
    if (collapsed == m_isCollapsed)
        return;
    if (collapsed)
        Q_EMIT aboutToCollapse();
    m_isCollapsed = collapsed;
    m_pages->setVisible(!collapsed);
    updateTools();
    Q_EMIT collapsedChanged(collapsed);
}

int BottomPane::headHeight() const
{
    return std::max(m_bar->sizeHint().height(), m_collapse->sizeHint().height());
}

void BottomPane::updateTools()
{
    for (int i = 0; i < m_tools.size(); ++i) {
        if (m_tools.at(i))
            m_tools.at(i)->setVisible(!m_isCollapsed && i == m_bar->currentIndex());
    }
    m_collapse->setIcon(glyphIcon(m_isCollapsed ? Glyph::ExpandLess : Glyph::ExpandMore));
    m_collapse->setToolTip(m_isCollapsed ? tr("Open this part of the window")
                                         : tr("Collapse this part of the window"));
    m_collapse->setAccessibleName(m_collapse->toolTip());
}

void BottomPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().window);
}
