#pragma once

#include <QHash>
#include <QList>

#include <algorithm>

namespace Design
{

/// Positions of a longest run of increasing numbers in the list, not necessarily side by side.
inline QList<qsizetype> longestIncrease(const QList<qsizetype> &numbers)
{
    QList<qsizetype> ends; // ends[n]: where the smallest last number of a run of n + 1 stands
    QList<qsizetype> before(numbers.size(), -1);
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        const auto at = std::lower_bound(
            ends.begin(), ends.end(), numbers.at(i),
            [&](qsizetype end, qsizetype number) { return numbers.at(end) < number; });
        if (at != ends.begin())
            before[i] = *std::prev(at);
        if (at == ends.end())
            ends.append(i);
        else
            *at = i;
    }
    QList<qsizetype> run;
    for (qsizetype i = ends.isEmpty() ? -1 : ends.last(); i >= 0; i = before.at(i))
        run.prepend(i);
    return run;
}

/// Turns the rows `have` into the rows `want` by the fewest steps, so that a view keeps its
/// selection and what is expanded: removals first (in runs, from the end), then from the beginning
/// insertions and moves of those rows only that are out of order.
/// Keys are unique within each list. Steps has remove(first, last), move(from, to), where `to` is
/// the row's place afterwards, and insert(row, key, place in want).
template<class Key, class Steps>
void syncRows(QList<Key> have, const QList<Key> &want, Steps &steps)
{
    QHash<Key, qsizetype> wanted;
    for (qsizetype i = 0; i < want.size(); ++i)
        wanted.insert(want.at(i), i);

    for (qsizetype last = have.size() - 1; last >= 0; --last) {
        if (wanted.contains(have.at(last)))
            continue;
        qsizetype first = last;
        while (first > 0 && !wanted.contains(have.at(first - 1)))
            --first;
        steps.remove(static_cast<int>(first), static_cast<int>(last));
        have.remove(first, last - first + 1);
        last = first;
    }
    if (have == want)
        return;

    QList<qsizetype> order;
    for (const Key &key : have)
        order.append(wanted.value(key));
    QSet<Key> staying;
    for (qsizetype at : longestIncrease(order))
        staying.insert(have.at(at));

    // Behind the row before it, each row is in its place; rows yet to move may stand in between.
    qsizetype place = 0;
    for (qsizetype i = 0; i < want.size(); ++i) {
        const qsizetype from = have.indexOf(want.at(i));
        if (from < 0) {
            steps.insert(static_cast<int>(place), want.at(i), i);
            have.insert(place, want.at(i));
        } else if (staying.contains(want.at(i))) {
            place = from;
        } else {
            const qsizetype to = from < place ? place - 1 : place;
            if (to != from) {
                steps.move(static_cast<int>(from), static_cast<int>(to));
                have.move(from, to);
            }
            place = to;
        }
        ++place;
    }
}

} // namespace Design
