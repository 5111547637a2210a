#include "mockserver/engine/run/router.h"

#include <QRegularExpression>

#include <algorithm>

namespace Mock
{

namespace
{

/// The text up to the second slash: "/items" of "/items/7". The key of the index.
QString firstSegment(QStringView path)
{
    const qsizetype end = path.indexOf(u'/', 1);
    return (end < 0 ? path : path.first(end)).toString();
}

/// How much the path lacks to fit the template, segment by segment.
int distance(const QStringList &path, const QStringList &wanted)
{
    int sum = 0;
    const qsizetype most = std::max(path.size(), wanted.size());
    for (qsizetype i = 0; i < most; ++i) {
        if (i >= path.size() || i >= wanted.size()) {
            sum += 3; // a segment too many or too few
            continue;
        }
        if (wanted[i].contains(u'{') && !path[i].isEmpty())
            continue;
        if (path[i] == wanted[i])
            continue;
        const bool isClose = path[i].compare(wanted[i], Qt::CaseInsensitive) == 0 ||
                             path[i].startsWith(wanted[i]) || wanted[i].startsWith(path[i]);
        sum += isClose && !path[i].isEmpty() ? 1 : 4;
    }
    return sum;
}

/// What the path is without the names of its parameters: `/items/{}`.
QString shapeOf(const QString &path)
{
    static const QRegularExpression name(QStringLiteral("\\{[^{}]*\\}"));
    return QString(path).replace(name, QStringLiteral("{}"));
}

} // namespace

void Router::add(const QString &path, const QByteArray &method, int route)
{
    m_entries.append({PathTemplate(path), method, route});
}

void Router::finish()
{
    if (m_order == Order::ConcreteFirst) {
        std::stable_sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) {
            return a.path.isMoreConcrete(b.path);
        });
    }
    QHash<QPair<QByteArray, QString>, int> alike;
    const auto key = [](const Entry &entry) {
        return qMakePair(entry.method, shapeOf(entry.path.text()));
    };
    for (const Entry &entry : std::as_const(m_entries))
        ++alike[key(entry)];
    for (Entry &entry : m_entries)
        entry.hasTwins = alike.value(key(entry)) > 1;
    for (int i = 0; i < m_entries.size(); ++i) {
        const QString literal = m_entries[i].path.literalStart();
        const bool isWhole = literal.indexOf(u'/', 1) > 0 || m_entries[i].path.names().isEmpty();
        if (isWhole)
            m_byFirstSegment[firstSegment(literal)].append(i);
        else
            m_open.append(i);
    }
}

QList<int> Router::candidates(QStringView decodedPath) const
{
    const QList<int> known = m_byFirstSegment.value(firstSegment(decodedPath));
    if (m_open.isEmpty())
        return known;
    QList<int> merged;
    merged.reserve(known.size() + m_open.size());
    std::merge(known.begin(), known.end(), m_open.begin(), m_open.end(),
               std::back_inserter(merged));
    return merged;
}

Router::Found Router::find(QStringView decodedPath, QByteArrayView method, const Fits &fits) const
{
    Found found; // the first of some twins, or one of another method
    const Entry *twin = nullptr;
    QStringList values;
    for (const int i : candidates(decodedPath)) {
        const Entry &entry = m_entries[i];
        const bool isMethod = entry.method == method;
        const bool isLate = twin && (!entry.hasTwins || twin->path.isMoreConcrete(entry.path));
        if ((!isMethod && (found.otherMethod >= 0 || twin)) || isLate ||
            !entry.path.match(decodedPath, &values))
            continue;
        if (isMethod && (!entry.hasTwins || !fits || fits(entry.route, values)))
            return {entry.route, -1, values};
        if (!isMethod) {
            found = {-1, entry.route, values};
        } else if (!twin) {
            found = {entry.route, -1, values};
            twin = &entry;
        }
    }
    return found;
}

bool Router::matches(QStringView decodedPath) const
{
    const QList<int> some = candidates(decodedPath);
    return std::any_of(some.begin(), some.end(),
                       [&](int i) { return m_entries[i].path.match(decodedPath, nullptr); });
}

QList<QByteArray> Router::methods(QStringView decodedPath) const
{
    QList<QByteArray> methods;
    for (const int i : candidates(decodedPath)) {
        const Entry &entry = m_entries[i];
        if (!methods.contains(entry.method) && entry.path.match(decodedPath, nullptr))
            methods.append(entry.method);
    }
    return methods;
}

QStringList Router::nearest(QStringView decodedPath, qsizetype most) const
{
    const QStringList path = decodedPath.toString().split(u'/');
    QList<QPair<int, int>> ranked; // distance, entry
    for (int i = 0; i < m_entries.size(); ++i)
        ranked.append({distance(path, m_entries[i].path.text().split(u'/')), i});
    const qsizetype count = std::min(most, ranked.size());
    std::partial_sort(ranked.begin(), ranked.begin() + count, ranked.end());
    QStringList result;
    for (const auto &[far, i] : ranked.first(count))
        result.append(QString::fromLatin1(m_entries[i].method) + u' ' + m_entries[i].path.text());
    return result;
}

} // namespace Mock
