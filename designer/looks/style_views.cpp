#include "designer/looks/glyphs.h"
#include "designer/looks/style_painting.h"

#include <QPainter>

namespace Design
{

void paintTab(QPainter *painter, const QStyleOptionTab *option)
{
    const Theme &theme = Theme::current();
    const QRect &rect = option->rect;
    const bool isSelected = option->state & QStyle::State_Selected;
    const bool isOver = option->state & QStyle::State_MouseOver;
    if (isSelected)
        painter->fillRect(rect, theme.base);
    else if (isOver)
        painter->fillRect(rect, mixed(theme.window, theme.raised, 0.6));
    if (isSelected)
        painter->fillRect(rect.x(), rect.y(), rect.width(), 2, theme.accent);
    if (option->state & QStyle::State_HasFocus && isSelected)
        paintFocusRing(painter, QRectF(rect).adjusted(2.5, 4.5, -2.5, -2.5), unit(option));
    painter->fillRect(rect.right(), rect.y(), 1, rect.height(), theme.border);
}

void paintHeaderSection(QPainter *painter, const QStyleOptionHeader *option)
{
    const Theme &theme = Theme::current();
    const QRect &rect = option->rect;
    const bool isOver = option->state & QStyle::State_MouseOver;
    painter->fillRect(rect, isOver ? theme.raised : theme.base);
    painter->fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.border);
}

void paintBranch(QPainter *painter, const QStyleOption *option)
{
    if (!(option->state & QStyle::State_Children))
        return;
    const Theme &theme = Theme::current();
    const bool isOpen = option->state & QStyle::State_Open;
    const int side = std::min(glyphSize(), option->rect.width());
    QRect square(0, 0, side, side);
    square.moveCenter(option->rect.center());
    if (option->direction == Qt::RightToLeft && !isOpen) {
        painter->save();
        painter->translate(square.center());
        painter->scale(-1, 1);
        painter->translate(-square.center());
        paintGlyph(painter, square, Glyph::ChevronRight, theme.dim);
        painter->restore();
        return;
    }
    paintGlyph(painter, square, isOpen ? Glyph::ExpandMore : Glyph::ChevronRight,
               option->state & QStyle::State_MouseOver ? theme.text : theme.dim);
}

static QColor rowColor(const QStyleOptionViewItem *option)
{
    const Theme &theme = Theme::current();
    if (option->state & QStyle::State_Selected)
        return option->state & QStyle::State_Active ? theme.selection
                                                    : mixed(theme.selection, theme.base, 0.35);
    if (option->state & QStyle::State_MouseOver && option->state & QStyle::State_Enabled)
        return mixed(theme.base, theme.raised, 0.6);
    return {};
}

void paintItem(QPainter *painter, const QStyleOptionViewItem *option)
{
    if (option->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, option->backgroundBrush);
    if (const QColor color = rowColor(option); color.isValid())
        painter->fillRect(option->rect, color);
}

void paintRow(QPainter *painter, const QStyleOptionViewItem *option)
{
    if (option->features & QStyleOptionViewItem::Alternate)
        painter->fillRect(option->rect, option->palette.color(QPalette::AlternateBase));
    // The cells paint themselves; this is the indentation before the first one.
    if (const QColor color = rowColor(option); color.isValid())
        painter->fillRect(option->rect, color);
}

void paintMenuItem(QPainter *painter, const QStyleOptionMenuItem *option)
{
    const Theme &theme = Theme::current();
    const int gap = unit(option);
    const QRect &rect = option->rect;
    if (option->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(rect.x() + 2 * gap, rect.center().y(), rect.width() - 4 * gap, 1,
                          theme.border);
        return;
    }
    const bool isEnabled = option->state & QStyle::State_Enabled;
    if (option->state & QStyle::State_Selected && isEnabled)
        paintBox(painter, QRectF(rect).adjusted(gap, 0, -gap, 0), theme.selection, QColor(), gap);

    const auto mirrored = [option](const QRect &place) {
        return QStyle::visualRect(option->direction, option->rect, place);
    };
    const int side = glyphSize();
    const QRect mark =
        mirrored(QRect(rect.x() + 3 * gap, rect.center().y() - side / 2, side, side));
    if (option->checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option->checked)
            paintGlyph(painter, mark, Glyph::Check, isEnabled ? theme.accent : theme.dim);
    } else if (!option->icon.isNull()) {
        option->icon.paint(painter, mark, Qt::AlignCenter,
                           isEnabled ? QIcon::Normal : QIcon::Disabled);
    }

    painter->save();
    painter->setFont(option->font);
    const QColor text =
        isEnabled ? theme.text : option->palette.color(QPalette::Disabled, QPalette::Text);
    const QRect words = rect.adjusted(5 * gap + side, 0, -5 * gap, 0);
    const QStringList parts = option->text.split(u'\t');
    painter->setPen(text);
    painter->drawText(
        mirrored(words),
        static_cast<int>(Qt::AlignVCenter |
                         (option->direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft)) |
            Qt::TextShowMnemonic | Qt::TextSingleLine,
        parts.value(0));
    if (parts.size() > 1) {
        painter->setPen(isEnabled ? theme.dim : text);
        painter->drawText(mirrored(words),
                          static_cast<int>(Qt::AlignVCenter | (option->direction == Qt::RightToLeft
                                                                   ? Qt::AlignLeft
                                                                   : Qt::AlignRight)) |
                              Qt::TextSingleLine,
                          parts.at(1));
    }
    painter->restore();
    if (option->menuItemType == QStyleOptionMenuItem::SubMenu)
        paintGlyph(painter,
                   mirrored(QRect(rect.right() - 2 * gap - side, rect.center().y() - side / 2, side,
                                  side)),
                   Glyph::ChevronRight, theme.dim);
}

} // namespace Design
