#include "app/studio/navigator/navigator_delegate.h"

#include "designer/itemmodels/navigator_model.h"
#include "designer/looks/glyphs.h"
#include "designer/looks/theme.h"

#include <QApplication>
#include <QPainter>

using namespace Design;

static NavigatorRow::Kind kindOf(const QModelIndex &index)
{
    return static_cast<NavigatorRow::Kind>(index.data(NavigatorModel::KindRole).toInt());
}

QRect NavigatorDelegate::plusRect(const QRect &row, const QModelIndex &index)
{
    const NavigatorRow::Kind kind = kindOf(index);
    const auto item = index.data(NavigatorModel::ItemKindRole).toInt();
    const bool takesMore = kind == NavigatorRow::Kind::RoutesGroup ||
                           kind == NavigatorRow::Kind::ModelsGroup ||
                           (kind == NavigatorRow::Kind::BehaviourGroup &&
                            item != static_cast<int>(BehaviourItem::Kind::Server));
    if (!takesMore)
        return {};
    const int side = row.height();
    return QStyle::visualRect(QApplication::layoutDirection(), row,
                              QRect(row.right() - side + 1, row.y(), side, side));
}

// The short forms keep the column narrow; screen readers get the whole word from the model.
static QString shortMethod(const QString &method)
{
    if (method == QLatin1String("DELETE"))
        return QStringLiteral("DEL");
    if (method == QLatin1String("OPTIONS"))
        return QStringLiteral("OPT");
    return method;
}

static QColor badgeColor(const Theme &theme, const QModelIndex &index)
{
    using Tone = NavigatorBadge::Tone;
    switch (static_cast<Tone>(index.data(NavigatorModel::BadgeToneRole).toInt())) {
    case Tone::Good:
        return theme.good;
    case Tone::Bad:
        return theme.bad;
    case Tone::Attention:
        break;
    }
    return theme.warning;
}

void NavigatorDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    QString text = std::exchange(cell.text, QString());
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const NavigatorRow::Kind kind = kindOf(index);
    const int gap = cell.fontMetrics.height() / 4;
    QRect room = cell.rect.adjusted(gap, 0, -2 * gap, 0);
    const auto placed = [&](const QRect &rect) {
        return QStyle::visualRect(cell.direction, cell.rect, rect);
    };
    painter->save();
    painter->setFont(cell.font);

    if (const QRect plus = plusRect(cell.rect, index); !plus.isEmpty()) {
        const int inset = (plus.height() - glyphSize()) / 2;
        const bool isOver = cell.state & QStyle::State_MouseOver;
        paintGlyph(painter, QRectF(plus).adjusted(inset, inset, -inset, -inset), Glyph::Add,
                   isOver ? theme.accent : theme.dim);
        room.setRight(room.right() - plus.width());
    }

    const QString badge = index.data(NavigatorModel::BadgeRole).toString();
    if (!badge.isEmpty()) {
        const int width = cell.fontMetrics.horizontalAdvance(badge);
        painter->setPen(badgeColor(theme, index));
        painter->drawText(placed(QRect(room.right() - width, room.y(), width + 1, room.height())),
                          Qt::AlignVCenter, badge);
        room.setRight(room.right() - width - 2 * gap);
    }

    if (!index.data(NavigatorModel::GuardRole).toString().isEmpty()) {
        const int side = glyphSize();
        paintGlyph(painter,
                   placed(QRect(room.right() - side, room.center().y() - side / 2, side, side)),
                   Glyph::Shield, theme.dim);
        room.setRight(room.right() - side - gap);
    }

    QColor color = theme.text;
    if (kind == NavigatorRow::Kind::Route) {
        QFont small = cell.font;
        small.setPointSizeF(small.pointSizeF() * 0.86);
        small.setBold(true);
        const QString method = index.data(NavigatorModel::MethodRole).toString();
        const int column = QFontMetrics(small).horizontalAdvance(QStringLiteral("PATCH")) + 2 * gap;
        painter->setFont(small);
        painter->setPen(theme.forMethod(method));
        painter->drawText(placed(QRect(room.x(), room.y(), column, room.height())),
                          Qt::AlignVCenter, shortMethod(method));
        painter->setFont(cell.font);
        room.setLeft(room.left() + column);
        text = index.data(NavigatorModel::PathRole).toString();
    } else if (kind == NavigatorRow::Kind::RoutesGroup || kind == NavigatorRow::Kind::ModelsGroup ||
               kind == NavigatorRow::Kind::BehaviourGroup) {
        QFont strong = cell.font;
        strong.setWeight(QFont::DemiBold);
        painter->setFont(strong);
        color = theme.dim;
    } else if (kind == NavigatorRow::Kind::Api) {
        QFont strong = cell.font;
        strong.setWeight(QFont::DemiBold);
        painter->setFont(strong);
    } else if (kind == NavigatorRow::Kind::Tag) {
        color = theme.dim;
    }
    painter->setPen(color);
    const QRect place = placed(room);
    const QFontMetrics metrics(painter->font());
    painter->drawText(place, Qt::AlignVCenter | Qt::TextSingleLine,
                      metrics.elidedText(text, Qt::ElideMiddle, place.width()));
    painter->restore();
}
