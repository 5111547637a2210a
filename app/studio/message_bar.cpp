#include "app/studio/message_bar.h"

#include "designer/looks/glyphs.h"
#include "designer/looks/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Design;

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_text(new QLabel)
    , m_buttons(new QHBoxLayout)
{
    setObjectName(QStringLiteral("messageBar"));
    const int gap = fontMetrics().height() / 4;
    m_icon->setPixmap(glyphIcon(Glyph::Error, Tone::Bad)
                          .pixmap(QSize(glyphSize(), glyphSize()), devicePixelRatioF()));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new QToolButton;
    close->setAutoRaise(true);
    close->setIcon(glyphIcon(Glyph::Close));
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * gap, gap, gap, gap + 1);
    layout->setSpacing(2 * gap);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_buttons);
    layout->addWidget(close);
    hide();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::showError(const QString &text)
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    m_text->setText(text);
    show();
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::showError(const QString &text, const QString &button,
                           const std::function<void()> &act)
{
    showError(text);
    auto *push = new QPushButton(button);
    push->setObjectName(QStringLiteral("messageAction"));
    connect(push, &QPushButton::clicked, this, [this, act] {
        hide();
        act();
    });
    m_buttons->addWidget(push);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), mixed(theme.base, theme.bad, 0.12));
    painter.fillRect(0, height() - 1, width(), 1, theme.border);
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}
