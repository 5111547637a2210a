#include "app/studio/message_bar.h"

#include "designer/looks/glyphs.h"
#include "designer/looks/icon_label.h"
#include "designer/looks/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

using namespace Design;

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel)
    , m_text(new QLabel)
    , m_progress(new QProgressBar)
    , m_buttons(new QHBoxLayout)
{
    setObjectName(QStringLiteral("messageBar"));
    const int gap = fontMetrics().height() / 4;
    m_icon->setIcon(glyphIcon(Glyph::Error, Tone::Bad));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(8 * fontMetrics().height());
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
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
    layout->addWidget(m_progress);
    layout->addLayout(m_buttons);
    layout->addWidget(close);
    hide();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::clearButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
}

void MessageBar::showProgress(const QString &text, const std::function<void()> &cancel)
{
    showError(text, tr("Cancel"), cancel);
    m_icon->hide();
    m_progress->show();
    update();
}

void MessageBar::hideProgress()
{
    if (!m_progress->isHidden())
        hide();
}

void MessageBar::showError(const QString &text)
{
    clearButtons();
    m_isTrouble = true;
    m_progress->hide();
    m_icon->show();
    m_text->setText(text);
    show();
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::showError(const QString &text, const QString &button,
                           const std::function<void()> &act)
{
    showChoice(text, {{button, act}});
}

void MessageBar::showChoice(const QString &text, const QList<Choice> &choices)
{
    showError(text);
    for (const auto &[button, act] : choices) {
        auto *push = new QPushButton(button);
        push->setObjectName(QStringLiteral("messageAction"));
        push->setFocusPolicy(Qt::TabFocus); // a click leaves the cursor where it is
        connect(push, &QPushButton::clicked, this, [this, run = act] {
            hide();
            run();
        });
        m_buttons->addWidget(push);
    }
}

void MessageBar::showQuestion(const QString &text, const QList<Choice> &choices)
{
    showChoice(text, choices);
    m_isTrouble = false;
    m_icon->hide();
    update();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const bool isBad = m_isTrouble && m_progress->isHidden();
    painter.fillRect(rect(), mixed(theme.base, isBad ? theme.bad : theme.accent, 0.12));
    painter.fillRect(0, height() - 1, width(), 1, theme.border);
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}
