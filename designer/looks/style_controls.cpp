#include "designer/looks/glyphs.h"
#include "designer/looks/style_painting.h"

#include <QApplication>
#include <QCursor>
#include <QPainter>
#include <QWidget>

namespace Design
{

int unit(const QStyleOption *option)
{
    return std::max(3, option->fontMetrics.height() / 4);
}

void paintBox(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &line,
              double radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, radius > 0);
    painter->setPen(line.isValid() ? QPen(line) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush());
    if (radius > 0)
        painter->drawRoundedRect(rect, radius, radius);
    else
        painter->drawRect(rect);
    painter->restore();
}

void paintFocusRing(QPainter *painter, const QRectF &rect, double radius)
{
    paintBox(painter, rect, QColor(), Theme::current().accent, radius);
}

static bool isEnabled(const QStyleOption *option)
{
    return option->state & QStyle::State_Enabled;
}

static QRectF squareIn(const QRect &rect)
{
    const int side = std::min(rect.width(), rect.height());
    return QRectF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side,
                  side)
        .adjusted(1.5, 1.5, -1.5, -1.5);
}

static QColor frameColor(const QStyleOption *option)
{
    const Theme &theme = Theme::current();
    if (!isEnabled(option))
        return theme.border;
    if (option->state & QStyle::State_HasFocus)
        return theme.accent;
    return theme.outline;
}

void paintCheckBox(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = Theme::current();
    const QRectF box = squareIn(option->rect);
    const double radius = box.width() / 5;
    const bool isSet = option->state & (QStyle::State_On | QStyle::State_NoChange);
    if (!isSet)
        return paintBox(painter, box, theme.base, frameColor(option), radius);
    const QColor fill = isEnabled(option) ? theme.accent : theme.outline;
    paintBox(painter, box, fill, fill, radius);
    const bool isPartly = option->state & QStyle::State_NoChange;
    paintGlyph(painter, box, isPartly ? Glyph::Remove : Glyph::Check, theme.onAccent);
    if (option->state & QStyle::State_HasFocus)
        paintFocusRing(painter, box.adjusted(-1, -1, 1, 1), radius);
}

void paintRadioButton(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = Theme::current();
    const QRectF box = squareIn(option->rect);
    const bool isSet = option->state & QStyle::State_On;
    const QColor line = isSet && isEnabled(option) ? theme.accent : frameColor(option);
    paintBox(painter, box, theme.base, line, box.width() / 2);
    if (isSet) {
        const double inset = box.width() / 4;
        const QRectF dot = box.adjusted(inset, inset, -inset, -inset);
        paintBox(painter, dot, line, line, dot.width() / 2);
    }
}

void paintLineEditPanel(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    const QColor fill = option->palette.color(QPalette::Base);
    if (!frame || frame->lineWidth <= 0) {
        if (!widget || widget->autoFillBackground() || !widget->parentWidget() ||
            !widget->parentWidget()->inherits("QAbstractSpinBox"))
            painter->fillRect(option->rect, fill);
        return;
    }
    paintBox(painter, QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), fill, frameColor(option),
             unit(option));
}

void paintPushButton(QPainter *painter, const QStyleOptionButton *option)
{
    const Theme &theme = Theme::current();
    const bool isMain = (option->features & QStyleOptionButton::DefaultButton) && isEnabled(option);
    const bool isOver = option->state & QStyle::State_MouseOver && isEnabled(option);
    const bool isDown = option->state & (QStyle::State_Sunken | QStyle::State_On);
    QColor fill = isMain ? theme.accent : theme.base;
    if (option->features & QStyleOptionButton::Flat)
        fill = QColor();
    if (isDown)
        fill = isMain ? mixed(theme.accent, theme.text, 0.2) : theme.raised;
    else if (isOver)
        fill = isMain ? mixed(theme.accent, theme.base, 0.12) : theme.raised;
    QColor line = isMain ? fill : isEnabled(option) ? theme.outline : theme.border;
    if (option->features & QStyleOptionButton::Flat)
        line = QColor();
    const QRectF rect = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    paintBox(painter, rect, fill, line, unit(option));
    if (option->state & QStyle::State_HasFocus) {
        paintFocusRing(painter, rect, unit(option));
        if (isMain)
            paintBox(painter, rect.adjusted(2, 2, -2, -2), QColor(), theme.onAccent,
                     unit(option) - 2);
    }
}

void paintToolButtonPanel(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = Theme::current();
    const bool isRaised = option->state & QStyle::State_Raised;
    const bool isFlat = option->state & QStyle::State_AutoRaise;
    const bool isDown = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool isOver = option->state & QStyle::State_MouseOver && isEnabled(option);
    const QRectF rect = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isDown)
        paintBox(painter, rect, mixed(theme.raised, theme.outline, 0.25), QColor(), unit(option));
    else if (isOver)
        paintBox(painter, rect, theme.raised, isFlat ? QColor() : theme.outline, unit(option));
    else if (isRaised && !isFlat)
        paintBox(painter, rect, theme.base, theme.outline, unit(option));
}

bool isMenuButton(const QStyleOptionToolButton *option)
{
    return (option->features & QStyleOptionToolButton::HasMenu) &&
           !(option->features & QStyleOptionToolButton::MenuButtonPopup) &&
           !option->text.isEmpty() && option->toolButtonStyle == Qt::ToolButtonTextOnly;
}

void paintMenuButton(QPainter *painter, const QStyleOptionToolButton *option)
{
    const Theme &theme = Theme::current();
    const int gap = unit(option);
    if (option->state & (QStyle::State_MouseOver | QStyle::State_Sunken))
        paintToolButtonPanel(painter, option);
    const int side = glyphSize();
    const QRect &rect = option->rect;
    const auto placed = [option](const QRect &place) {
        return QStyle::visualRect(option->direction, option->rect, place);
    };
    painter->save();
    painter->setFont(option->font);
    painter->setPen(theme.text);
    painter->drawText(placed(rect.adjusted(2 * gap, 0, -side - gap, 0)), Qt::AlignCenter,
                      option->text);
    painter->restore();
    paintGlyph(painter,
               placed(QRect(rect.right() - side - gap, rect.center().y() - side / 2, side, side)),
               Glyph::ExpandMore, theme.dim);
    if (option->state & QStyle::State_HasFocus)
        paintFocusRing(painter, QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), gap);
}

void paintComboBox(QPainter *painter, const QStyleOptionComboBox *option, const QRect &arrow)
{
    const Theme &theme = Theme::current();
    if (option->frame) {
        const bool isOver = option->state & QStyle::State_MouseOver && isEnabled(option);
        paintBox(painter, QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5),
                 isOver && !option->editable ? theme.raised : theme.base, frameColor(option),
                 unit(option));
    } else {
        painter->fillRect(option->rect, theme.base);
    }
    const int side = glyphSize();
    QRect glyph(0, 0, side, side);
    glyph.moveCenter(arrow.center());
    paintGlyph(painter, glyph, Glyph::ExpandMore, isEnabled(option) ? theme.dim : theme.border);
}

void paintSpinBox(QPainter *painter, const QStyleOptionSpinBox *option, const QRect &up,
                  const QRect &down)
{
    const Theme &theme = Theme::current();
    const QRectF rect = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (option->frame)
        paintBox(painter, rect, option->palette.color(QPalette::Base), frameColor(option),
                 unit(option));
    else
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
    if (option->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto paintStep = [&](const QRect &place, Glyph glyph, QStyle::SubControl part,
                               QAbstractSpinBox::StepEnabledFlag flag) {
        const bool isOver =
            option->activeSubControls == part && option->state & QStyle::State_MouseOver;
        const bool isPossible = isEnabled(option) && option->stepEnabled & flag;
        const int side = std::min(glyphSize(), place.height() + 4);
        QRect square(0, 0, side, side);
        square.moveCenter(place.center());
        paintGlyph(painter, square, glyph,
                   !isPossible ? theme.border
                   : isOver    ? theme.text
                               : theme.dim);
    };
    paintStep(up, Glyph::ExpandLess, QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled);
    paintStep(down, Glyph::ExpandMore, QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled);
}

void paintScrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &slider)
{
    const Theme &theme = Theme::current();
    painter->fillRect(option->rect, theme.base);
    if (option->maximum <= option->minimum)
        return;
    const bool isActive = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const double inset = isActive ? 2 : 3;
    const QRectF bar = QRectF(slider).adjusted(inset, inset, -inset, -inset);
    const QColor color = mixed(theme.base, theme.outline, isActive ? 0.9 : 0.5);
    paintBox(painter, bar, color, QColor(), std::min(bar.width(), bar.height()) / 2);
}

void endStaleHover()
{
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (!widget->underMouse() || widget->rect().contains(widget->mapFromGlobal(QCursor::pos())))
            continue;
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(widget, &leave);
    }
}

} // namespace Design
