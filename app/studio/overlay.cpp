#include "app/studio/overlay.h"

#include "designer/looks/line_edit.h"
#include "designer/looks/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>

#include <algorithm>

Overlay::Overlay(QWidget *parent)
    : QFrame(parent)
    , m_field(new Design::LineEdit(this))
{
    m_field->installEventFilter(this);
    parent->installEventFilter(this);
    hide();
}

void Overlay::open()
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    place();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void Overlay::close()
{
    if (!isVisible())
        return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    const QPointer<QWidget> before = m_before;
    m_before = nullptr;
    hide();
    if (hadFocus && before)
        before->setFocus(Qt::PopupFocusReason);
}

void Overlay::place()
{
    const QWidget *window = parentWidget();
    const int line = fontMetrics().height();
    const int width = std::min(window->width() - 4 * line, 80 * fontMetrics().averageCharWidth());
    resize(width, 1);
    const int height = std::min(sizeHint().height(), window->height() - 6 * line);
    const QPoint middle =
        m_anchor ? window->mapFromGlobal(m_anchor->mapToGlobal(m_anchor->rect().center()))
                 : window->rect().center();
    const int left = std::clamp(middle.x() - width / 2, line, window->width() - width - line);
    setGeometry(left, 4 * line, width, height);
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_field)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            close();
            return true;
        }
        return handleKey(key);
    }
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        const bool stays = reason == Qt::ActiveWindowFocusReason ||
                           reason == Qt::PopupFocusReason ||
                           isAncestorOf(QApplication::focusWidget());
        if (!stays)
            close();
    }
    return QFrame::eventFilter(watched, event);
}

void Overlay::paintEvent(QPaintEvent *)
{
    const Design::Theme &theme = Design::Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.outline);
    painter.setBrush(theme.window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}
