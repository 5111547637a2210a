#include "designer/looks/line_diff.h"

namespace Design
{

// Beyond this many differing lines a precise answer costs more than it is worth.
static constexpr int largestDistance = 600;

QList<QByteArrayView> linesOf(QByteArrayView text)
{
    QList<QByteArrayView> lines;
    while (!text.isEmpty()) {
        const qsizetype feed = text.indexOf('\n');
        const qsizetype length = feed < 0 ? text.size() : feed + 1;
        lines.append(text.first(length));
        text = text.sliced(length);
    }
    return lines;
}

namespace
{

using Lines = QList<QByteArrayView>;

// The greedy algorithm of Myers' "An O(ND) Difference Algorithm", figure 2, over the lines
// [first, oldEnd) and [first, newEnd); trace[d] has the furthest x of each diagonal after d steps.
struct Search {
    const Lines &before;
    const Lines &after;
    int first;
    int oldCount;
    int newCount;
    QList<QList<int>> trace;

    bool run()
    {
        const int most = std::min(oldCount + newCount, largestDistance);
        QList<int> furthest(2 * most + 3, 0);
        const int middle = most + 1;
        for (int d = 0; d <= most; ++d) {
            trace.append(furthest.mid(middle - d, 2 * d + 1));
            for (int k = -d; k <= d; k += 2) {
                int x = goesDown(furthest, middle, k, d) ? furthest[middle + k + 1]
                                                         : furthest[middle + k - 1] + 1;
                while (x < oldCount && x - k < newCount &&
                       before[first + x] == after[first + x - k])
                    ++x;
                furthest[middle + k] = x;
                if (x >= oldCount && x - k >= newCount)
                    return true;
            }
        }
        return false;
    }

    static bool goesDown(const QList<int> &furthest, int middle, int k, int d)
    {
        return k == -d || (k != d && furthest[middle + k - 1] < furthest[middle + k + 1]);
    }

    // Walks the trace back from the end; each step is one removed or one added line.
    QList<LineChange> changes() const
    {
        QList<LineChange> steps;
        int x = oldCount;
        int y = newCount;
        for (int d = static_cast<int>(trace.size()) - 1; d > 0; --d) {
            const QList<int> &row = trace[d]; // as it was before step d: diagonals -d .. d
            const auto at = [&row, d](int k) { return row[k + d]; };
            const int k = x - y;
            const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
            const int previous = down ? k + 1 : k - 1;
            x = at(previous);
            y = x - previous;
            steps.prepend(down ? LineChange{first + x, 0, first + y, 1}
                               : LineChange{first + x, 1, first + y, 0});
        }
        QList<LineChange> joined;
        for (const LineChange &step : steps) {
            if (!joined.isEmpty() && joined.last().at + joined.last().removed == step.at &&
                joined.last().from + joined.last().added == step.from) {
                joined.last().removed += step.removed;
                joined.last().added += step.added;
            } else {
                joined.append(step);
            }
        }
        return joined;
    }
};

} // namespace

QList<LineChange> lineChanges(const Lines &before, const Lines &after)
{
    int oldEnd = static_cast<int>(before.size());
    int newEnd = static_cast<int>(after.size());
    int first = 0;
    while (first < oldEnd && first < newEnd && before[first] == after[first])
        ++first;
    while (oldEnd > first && newEnd > first && before[oldEnd - 1] == after[newEnd - 1]) {
        --oldEnd;
        --newEnd;
    }
    if (first == oldEnd && first == newEnd)
        return {};
    if (first == oldEnd || first == newEnd)
        return {LineChange{first, oldEnd - first, first, newEnd - first}};
    Search search{before, after, first, oldEnd - first, newEnd - first, {}};
    if (!search.run())
        return {LineChange{first, oldEnd - first, first, newEnd - first}};
    return search.changes();
}

} // namespace Design
