#include "designer/model/near_name.h"

#include <numeric>

namespace Design
{

namespace
{

/// How many letters differ or have changed places, at most limit + 1.
int distance(const QString &a, const QString &b, int limit)
{
    if (qAbs(a.size() - b.size()) > limit)
        return limit + 1;
    QList<int> twoAbove;
    QList<int> above;
    QList<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    const auto same = [&](qsizetype i, qsizetype j) {
        return a.at(i).toLower() == b.at(j).toLower();
    };
    for (qsizetype i = 1; i <= a.size(); ++i) {
        twoAbove = std::exchange(above, row);
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            row[j] = qMin(qMin(above.at(j), row.at(j - 1)) + 1,
                          above.at(j - 1) + (same(i - 1, j - 1) ? 0 : 1));
            if (i > 1 && j > 1 && same(i - 1, j - 2) && same(i - 2, j - 1))
                row[j] = qMin(row.at(j), twoAbove.at(j - 2) + 1);
        }
    }
    return row.last();
}

} // namespace

QString nearestOf(const QString &wanted, const QStringList &names)
{
    QString nearest;
    int best = 3;
    const int limit = wanted.size() < 4 ? 1 : 2;
    for (const QString &name : names) {
        const int letters = distance(wanted, name, limit);
        if (letters <= limit && letters < best) {
            best = letters;
            nearest = name;
        }
    }
    return nearest;
}

} // namespace Design
