#include "designer/editors/title_edit.h"

#include "designer/looks/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace Design
{

TitleEdit::TitleEdit(QWidget *parent)
    : LineEdit(parent)
{
    setFont(titleFont(this));
    setFrame(false);
    setAttribute(Qt::WA_Hover);
}

QFont TitleEdit::titleFont(const QWidget *widget)
{
    QFont font = widget->font();
    font.setPointSizeF(font.pointSizeF() * 1.35);
    font.setBold(true);
    return font;
}

void TitleEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return Q_EMIT entered();
    case Qt::Key_Escape:
        return Q_EMIT escaped();
    default:
        LineEdit::keyPressEvent(event);
    }
}

void TitleEdit::paintEvent(QPaintEvent *event)
{
    LineEdit::paintEvent(event);
    if (!hasFocus() && !underMouse())
        return;
    const Theme &theme = Theme::current();
    const int thickness = hasFocus() ? 2 : 1;
    QPainter(this).fillRect(0, height() - thickness, width(), thickness,
                            hasFocus() ? theme.accent : theme.border);
}

} // namespace Design
