#include "app/studio/palette/search_button.h"

#include "designer/looks/glyphs.h"
#include "designer/looks/theme.h"

#include <QAction>
#include <QPainter>
#include <QStyle>

using namespace Design;

SearchButton::SearchButton(QAction *action, QWidget *parent)
    : QAbstractButton(parent)
    , m_action(action)
{
    setObjectName(QStringLiteral("goToAnything"));
    setText(action->text().remove(u'&'));
    setAccessibleName(text());
    setToolTip(action->toolTip());
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
}

QSize SearchButton::sizeHint() const
{
    const QFontMetrics font = fontMetrics();
    return {font.averageCharWidth() * 64, font.height() + 5 * (font.height() / 4) / 2};
}

QSize SearchButton::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, sizeHint().height()};
}

void SearchButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    const double gap = fontMetrics().height() / 4.0;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? theme.accent : theme.outline);
    painter.setBrush(underMouse() ? theme.raised : theme.base);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(frame, gap, gap);

    const auto placed = [this](const QRectF &place) {
        return QStyle::visualRect(layoutDirection(), rect(), place.toRect());
    };
    const double side = glyphSize();
    paintGlyph(&painter, placed(QRectF(2 * gap, (height() - side) / 2, side, side)), Glyph::Search,
               theme.dim);
    const QString keys = m_action->shortcut().toString(QKeySequence::NativeText);
    const double keysWidth = fontMetrics().horizontalAdvance(keys);
    painter.setPen(theme.dim);
    const double left = 3 * gap + side;
    const double room = width() - left - keysWidth - 5 * gap;
    painter.drawText(placed(QRectF(left, 0, room, height())), Qt::AlignVCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, static_cast<int>(room)));
    painter.drawText(placed(QRectF(width() - keysWidth - 2 * gap, 0, keysWidth + 1, height())),
                     Qt::AlignVCenter, keys);
}
