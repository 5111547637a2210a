#include "designer/editors/cell_message.h"

#include "designer/looks/glyphs.h"
#include "designer/looks/icon_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>

namespace Design
{

CellMessage::CellMessage(QWidget *viewport)
    : QFrame(viewport)
    , m_icon(new IconLabel(this))
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("cellMessage"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setFocusPolicy(Qt::NoFocus);
    m_text->setForegroundRole(QPalette::ToolTipText);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 3;
    layout->setContentsMargins(gap, gap / 2, gap, gap / 2);
    layout->setSpacing(gap);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    m_icon->setIcon(glyphIcon(Glyph::Error, Tone::Bad));
    hide();
}

void CellMessage::showBelow(const QRect &cell, const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
    const QRect room = parentWidget()->rect();
    const QMargins margins = layout()->contentsMargins();
    const int wanted = m_text->fontMetrics().horizontalAdvance(text) +
                       2 * m_text->fontMetrics().height() + margins.left() + margins.right() +
                       glyphSize() + layout()->spacing();
    const int width = qMin(wanted, room.width() - 2);
    resize(width, layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width)
                                                : sizeHint().height());
    const int x = qBound(0, cell.left(), qMax(0, room.width() - width));
    const bool isRoomBelow = cell.bottom() + height() < room.bottom() || cell.top() < height();
    move(x, isRoomBelow ? cell.bottom() + 1 : cell.top() - height());
    raise();
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString CellMessage::text() const
{
    return isVisible() ? m_text->text() : QString();
}

} // namespace Design
