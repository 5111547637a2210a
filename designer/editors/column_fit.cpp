#include "designer/editors/column_fit.h"

#include <QtGlobal>

#include <numeric>

namespace Design
{

/// Gives out the room so that nobody gets more than somebody who still wants some.
static void share(QList<int> &widths, const QList<int> &wanted, int room)
{
    for (;;) {
        qsizetype hungry = 0;
        for (qsizetype i = 0; i < widths.size(); ++i)
            hungry += widths.at(i) < wanted.at(i) ? 1 : 0;
        if (room <= 0 || hungry == 0)
            return;
        const int part = qMax(1, room / static_cast<int>(hungry));
        for (qsizetype i = 0; i < widths.size() && room > 0; ++i) {
            const int given = qBound(0, wanted.at(i) - widths.at(i), qMin(part, room));
            widths[i] += given;
            room -= given;
        }
    }
}

QList<int> fitColumns(const QList<ColumnWish> &wishes, int room)
{
    QList<int> widths;
    QList<int> headings;
    QList<int> content;
    QList<int> comfortable;
    for (const ColumnWish &wish : wishes) {
        widths.append(wish.least);
        headings.append(qMin(wish.heading, wish.least));
        content.append(qMax(wish.least, wish.content));
        comfortable.append(qMax(content.last(), wish.comfortable));
    }
    const auto sum = [&widths] { return std::accumulate(widths.cbegin(), widths.cend(), 0); };
    const QList<int> least = widths;
    if (sum() > room)
        widths = headings;
    if (sum() < room)
        share(widths, least, room - sum());
    if (const int all = sum(); all > room) {
        for (int &width : widths)
            width = width * qMax(0, room) / all;
        return widths;
    }
    share(widths, content, room - sum());
    share(widths, comfortable, room - sum());
    return widths;
}

} // namespace Design
