#include "designer/text/list_match.h"

#include <QHash>

namespace Design
{

namespace
{

/// Pairs of equal items, ascending in both lists.
void matchEqual(const JsonArray &before, const JsonArray &after, QList<qsizetype> &from)
{
    qsizetype first = 0;
    qsizetype lastBefore = before.size();
    qsizetype lastAfter = after.size();
    for (; first < lastBefore && first < lastAfter && before.at(first) == after.at(first); ++first)
        from[first] = first;
    for (; lastBefore > first && lastAfter > first &&
           before.at(lastBefore - 1) == after.at(lastAfter - 1);
         --lastBefore, --lastAfter)
        from[lastAfter - 1] = lastBefore - 1;

    const qsizetype rows = lastBefore - first;
    const qsizetype columns = lastAfter - first;
    constexpr qsizetype mostCells = 4'000'000;
    if (rows == 0 || columns == 0 || rows > mostCells / columns)
        return;
    // lengths[r][c]: of the longest common subsequence from there on.
    QList<QList<int>> lengths(rows + 1, QList<int>(columns + 1, 0));
    for (qsizetype r = rows - 1; r >= 0; --r) {
        for (qsizetype c = columns - 1; c >= 0; --c) {
            lengths[r][c] = before.at(first + r) == after.at(first + c)
                                ? lengths.at(r + 1).at(c + 1) + 1
                                : std::max(lengths.at(r + 1).at(c), lengths.at(r).at(c + 1));
        }
    }
    for (qsizetype r = 0, c = 0; r < rows && c < columns;) {
        if (before.at(first + r) == after.at(first + c))
            from[first + c++] = first + r++;
        else if (lengths.at(r + 1).at(c) >= lengths.at(r).at(c + 1))
            ++r;
        else
            ++c;
    }
}

/// Whether one is likely to be the other, changed: half of the members are the same.
bool isSimilar(const Json &a, const Json &b)
{
    if (!a.isObject() || !b.isObject())
        return false;
    qsizetype same = 0;
    for (const JsonObject::Member &member : a.object()) {
        const Json *other = b.find(member.key);
        same += other && *other == member.value ? 1 : 0;
    }
    return same > 0 && 2 * same >= qMin(a.object().size(), b.object().size());
}

/// Matches what is left over between neighbours that are matched: with match(from, to, first, last)
/// for the old items [from, to) and the new ones [first, last).
template<class Match>
void forEachGap(const QList<qsizetype> &from, qsizetype count, const Match &match)
{
    qsizetype first = 0;
    qsizetype next = 0;
    for (qsizetype i = 0; i <= from.size(); ++i) {
        const bool isEnd = i == from.size();
        if (!isEnd && from.at(i) < 0)
            continue;
        const qsizetype limit = isEnd ? count : from.at(i);
        if (i > first && limit > next)
            match(next, limit, first, i);
        first = i + 1;
        next = limit + 1;
    }
}

} // namespace

QList<qsizetype> matchItems(const JsonArray &before, const JsonArray &after)
{
    QList<qsizetype> from(after.size(), -1);
    matchEqual(before, after, from);
    QList<qsizetype> found = from;
    forEachGap(from, before.size(),
               [&](qsizetype next, qsizetype limit, qsizetype i, qsizetype last) {
                   for (; i < last; ++i) {
                       for (qsizetype old = next; old < limit; ++old) {
                           if (isSimilar(before.at(old), after.at(i))) {
                               found[i] = old;
                               next = old + 1;
                               break;
                           }
                       }
                   }
               });
    from = found;
    forEachGap(from, before.size(),
               [&](qsizetype next, qsizetype limit, qsizetype i, qsizetype last) {
                   for (; limit - next == last - i && i < last; ++i, ++next) {
                       if (before.at(next).type() == after.at(i).type())
                           found[i] = next;
                   }
               });
    // What is left was moved.
    for (qsizetype i = 0; i < after.size(); ++i) {
        for (qsizetype old = 0; found.at(i) < 0 && old < before.size(); ++old) {
            if (before.at(old) == after.at(i) && !found.contains(old))
                found[i] = old;
        }
    }
    return found;
}

QList<qsizetype> matchMembers(const JsonObject &before, const JsonObject &after)
{
    QList<qsizetype> from(after.size(), -1);
    const QList<JsonObject::Member> &old = before.members();
    const QList<JsonObject::Member> &now = after.members();
    QList<qsizetype> gone;
    for (qsizetype i = 0; i < old.size(); ++i) {
        if (!after.contains(old.at(i).key))
            gone.append(i);
    }
    for (qsizetype i = 0; i < now.size(); ++i)
        from[i] = before.indexOf(now.at(i).key);
    const auto rename = [&](const auto &isMeant) {
        for (qsizetype i = 0; i < now.size() && !gone.isEmpty(); ++i) {
            for (qsizetype k = 0; from.at(i) < 0 && k < gone.size(); ++k) {
                if (isMeant(gone.at(k), i))
                    from[i] = gone.takeAt(k);
            }
        }
    };
    rename([&](qsizetype was, qsizetype is) { return old.at(was).value == now.at(is).value; });
    rename([&](qsizetype was, qsizetype is) {
        const qsizetype neighbour = is == 0 ? -1 : from.at(is - 1);
        return was == neighbour + 1 && (is == 0 || neighbour >= 0) &&
               old.at(was).value.type() == now.at(is).value.type();
    });
    return from;
}

} // namespace Design
