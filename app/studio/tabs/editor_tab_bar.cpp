#include "app/studio/tabs/editor_tab_bar.h"

#include <QAbstractButton>
#include <QMouseEvent>
#include <QStyleOptionTab>
#include <QStylePainter>

EditorTabBar::EditorTabBar(QWidget *parent)
    : QTabBar(parent)
{
    setObjectName(QStringLiteral("editorTabs"));
    setAccessibleName(tr("Open editors"));
    setDrawBase(false);
    setExpanding(false);
    setTabsClosable(true);
    setElideMode(Qt::ElideRight);
    setUsesScrollButtons(true);
    connect(this, &QTabBar::tabMoved, this, [this](int from, int to) {
        if (m_previewTab == from)
            m_previewTab = to;
        else if (from < m_previewTab && m_previewTab <= to)
            --m_previewTab;
        else if (to <= m_previewTab && m_previewTab < from)
            ++m_previewTab;
    });
}

void EditorTabBar::setTitle(int index, const QString &title)
{
    if (title == this->title(index))
        return;
    setTabText(index, QString(title).replace(u'&', QStringLiteral("&&")));
    setTabToolTip(index, title);
}

QString EditorTabBar::title(int index) const
{
    return tabText(index).replace(QStringLiteral("&&"), QStringLiteral("&"));
}

/// Tabs give way, but not beyond what tells them apart: from there on they are scrolled.
QSize EditorTabBar::minimumTabSizeHint(int index) const
{
    static constexpr int letters = 11;
    const QSize all = tabSizeHint(index);
    const int bare = all.width() - fontMetrics().horizontalAdvance(tabText(index));
    return {std::min(all.width(), bare + letters * fontMetrics().averageCharWidth()), all.height()};
}

void EditorTabBar::setPreviewTab(int index)
{
    m_previewTab = index;
    update();
}

void EditorTabBar::tabInserted(int index)
{
    QTabBar::tabInserted(index);
    if (m_previewTab >= index)
        ++m_previewTab;
    // The close buttons are made by Qt and have no name that a screen reader could say.
    if (auto *close = qobject_cast<QAbstractButton *>(tabButton(index, RightSide))) {
        close->setAccessibleName(tr("Close tab"));
        close->setToolTip(tr("Close tab"));
    }
}

void EditorTabBar::tabRemoved(int index)
{
    QTabBar::tabRemoved(index);
    if (m_previewTab == index)
        m_previewTab = -1;
    else if (m_previewTab > index)
        --m_previewTab;
}

void EditorTabBar::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    const auto paintTab = [&](int index) {
        QStyleOptionTab option;
        initStyleOption(&option, index);
        if (!option.rect.intersects(rect()))
            return;
        QFont tabFont = font();
        tabFont.setItalic(index == m_previewTab);
        painter.setFont(tabFont);
        painter.drawControl(QStyle::CE_TabBarTab, option);
    };
    for (int index = 0; index < count(); ++index) {
        if (index != currentIndex())
            paintTab(index);
    }
    if (currentIndex() >= 0)
        paintTab(currentIndex());
}

void EditorTabBar::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int index = tabAt(event->position().toPoint()); index >= 0)
        Q_EMIT pinRequested(index);
    QTabBar::mouseDoubleClickEvent(event);
}

void EditorTabBar::mouseReleaseEvent(QMouseEvent *event)
{
    const int index = tabAt(event->position().toPoint());
    if (event->button() == Qt::MiddleButton && index >= 0) {
        Q_EMIT tabCloseRequested(index);
        return;
    }
    QTabBar::mouseReleaseEvent(event);
}
