#pragma once

#include <QHash>
#include <QList>

namespace Design
{

/// Turns the rows `have` into the rows `want` by the fewest obvious steps, so that a view keeps its
/// selection and what is expanded: removals first (in runs, from the end), then moves and
/// insertions from the beginning. Keys are unique within each list.
/// Steps has remove(first, last), move(from, to) with to < from, and insert(row, key).
template <class Key, class Steps>
void syncRows(QList<Key> have, const QList<Key> &want, Steps &&steps)
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
    for (qsizetype i = 0; i < want.size(); ++i) {
        if (i < have.size() && have.at(i) == want.at(i))
            continue;
        // One row that went down: moving the next one up past it would disturb every row between.
        const qsizetype from = have.indexOf(want.at(i), i);
        if (from < 0) {
            steps.insert(static_cast<int>(i), want.at(i));
            have.insert(i, want.at(i));
        } else {
            steps.move(static_cast<int>(from), static_cast<int>(i));
            have.move(from, i);
        }
    }
}

} // namespace Design
