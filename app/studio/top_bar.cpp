#include "app/studio/top_bar.h"

#include "app/studio/palette/search_button.h"
#include "designer/looks/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

TopBar::TopBar(const Actions &actions, QWidget *serverBar, QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchButton(actions[ActionId::GoToAnything]))
{
    const int gap = fontMetrics().height() / 4;
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * gap, gap + 1, 2 * gap, gap + 2);
    layout->setSpacing(gap / 2);
    const auto addButton = [&](ActionId id) {
        auto *button = new QToolButton;
        button->setDefaultAction(actions[id]);
        button->setAutoRaise(true);
        button->setAccessibleName(plainText(actions[id]));
        layout->addWidget(button);
    };
    addButton(ActionId::Undo);
    addButton(ActionId::Redo);
    layout->addSpacing(3 * gap);
    addButton(ActionId::Back);
    addButton(ActionId::Forward);
    layout->addSpacing(3 * gap);
    layout->addStretch(1);
    layout->addWidget(m_search, 6);
    layout->addStretch(2);
    layout->addSpacing(3 * gap);
    layout->addWidget(serverBar);
}

const QWidget *TopBar::searchBox() const
{
    return m_search;
}

void TopBar::paintEvent(QPaintEvent *)
{
    const Design::Theme &theme = Design::Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.window);
    painter.fillRect(0, height() - 1, width(), 1, theme.border);
}
