#include "mockserver/panel/traffic/traffic_delegate.h"

#include "designer/looks/text_width.h"
#include "designer/looks/theme.h"
#include "mockserver/panel/traffic/traffic_model.h"

#include <QApplication>
#include <QPainter>

using Design::Theme;
using Design::wholeWidth;

namespace Mock
{

void TrafficDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const int column = index.column();
    if (column == TrafficModel::MethodColumn)
        cell.palette.setColor(QPalette::Text, theme.forMethod(cell.text));
    else if (column == TrafficModel::StatusColumn)
        cell.palette.setColor(QPalette::Text,
                              theme.forStatus(index.data(TrafficModel::StatusRole).toInt()));
    else if (column == TrafficModel::TimeColumn || column == TrafficModel::DurationColumn)
        cell.palette.setColor(QPalette::Text, theme.dim);
    cell.palette.setColor(QPalette::HighlightedText, cell.palette.color(QPalette::Text));

    const QString place = index.data(TrafficModel::PlaceRole).toString();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    if (column != TrafficModel::WhyColumn || place.isEmpty()) {
        style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
        return;
    }
    const QString sentence = std::exchange(cell.text, QString());
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, option.widget) + 1;
    const QRect room = option.rect.adjusted(margin, 0, -margin, 0);
    const QString arrow = QStringLiteral("→ ") + place;
    const int gap = cell.fontMetrics.horizontalAdvance(QStringLiteral("   "));
    // The sentence comes first; the place takes what is left, if that is worth reading.
    const int least = cell.fontMetrics.averageCharWidth() * 12;
    const int all = wholeWidth(cell.font, sentence);
    int placeWidth = std::min(wholeWidth(cell.font, arrow), room.width() - all - gap);
    if (placeWidth < least)
        placeWidth = 0;
    const QString said = cell.fontMetrics.elidedText(
        sentence, Qt::ElideRight, placeWidth > 0 ? room.width() - placeWidth - gap : room.width());
    const int saidWidth = wholeWidth(cell.font, said);
    const auto placed = [&](int from, int width) {
        return QStyle::visualRect(option.direction, room,
                                  QRect(room.x() + from, room.y(), width, room.height()));
    };
    painter->save();
    painter->setFont(cell.font);
    painter->setPen(theme.text);
    painter->drawText(placed(0, saidWidth), Qt::AlignVCenter | Qt::TextSingleLine, said);
    painter->setPen(theme.accent);
    painter->drawText(placed(saidWidth + gap, placeWidth), Qt::AlignVCenter | Qt::TextSingleLine,
                      cell.fontMetrics.elidedText(arrow, Qt::ElideRight, placeWidth));
    painter->restore();
}

} // namespace Mock
