#include "designer/map/layered_order.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace Design
{

bool LayeredGraph::addEdge(qsizetype from, qsizetype to)
{
    if (from == to || out.at(from).contains(to))
        return false;
    out[from].append(to);
    in[to].append(from);
    return true;
}

namespace
{

/// The same graph without circles: edges that lead back to where the walk came from are turned.
LayeredGraph withoutCircles(const LayeredGraph &graph)
{
    enum class State { New, Open, Done };
    QList<State> states(graph.count(), State::New);
    LayeredGraph result(graph.count());
    struct Visit {
        qsizetype node;
        qsizetype next;
    };
    // Nodes that nothing leads to first, so that circles are broken where they are come into.
    QList<qsizetype> starts(graph.count());
    std::iota(starts.begin(), starts.end(), 0);
    std::stable_partition(starts.begin(), starts.end(),
                          [&](qsizetype node) { return graph.in.at(node).isEmpty(); });
    QList<Visit> way;
    for (const qsizetype start : starts) {
        if (states.at(start) != State::New)
            continue;
        way.append({start, 0});
        states[start] = State::Open;
        while (!way.isEmpty()) {
            Visit &visit = way.last();
            if (visit.next == graph.out.at(visit.node).size()) {
                states[visit.node] = State::Done;
                way.removeLast();
                continue;
            }
            const qsizetype from = visit.node;
            const qsizetype to = graph.out.at(from).at(visit.next++);
            if (states.at(to) == State::Open)
                result.addEdge(to, from);
            else
                result.addEdge(from, to);
            if (states.at(to) == State::New) {
                states[to] = State::Open;
                way.append({to, 0});
            }
        }
    }
    return result;
}

QList<qsizetype> topologicalOrder(const LayeredGraph &graph)
{
    QList<qsizetype> missing(graph.count());
    QList<qsizetype> order;
    order.reserve(graph.count());
    for (qsizetype node = 0; node < graph.count(); ++node) {
        missing[node] = graph.in.at(node).size();
        if (missing.at(node) == 0)
            order.append(node);
    }
    for (qsizetype i = 0; i < order.size(); ++i) {
        for (const qsizetype to : graph.out.at(order.at(i))) {
            if (--missing[to] == 0)
                order.append(to);
        }
    }
    return order;
}

/// The layer of each node of a graph without circles.
QList<qsizetype> ranksOf(const LayeredGraph &graph)
{
    const QList<qsizetype> order = topologicalOrder(graph);
    QList<qsizetype> ranks(graph.count(), 0);
    for (const qsizetype node : order) {
        for (const qsizetype to : graph.out.at(node))
            ranks[to] = std::max(ranks.at(to), ranks.at(node) + 1);
    }
    // What more edges leave than come in stands nearer to what it leads to.
    for (auto node = order.crbegin(); node != order.crend(); ++node) {
        const QList<qsizetype> &out = graph.out.at(*node);
        if (out.size() <= graph.in.at(*node).size())
            continue;
        qsizetype nearest = std::numeric_limits<qsizetype>::max();
        for (const qsizetype to : out)
            nearest = std::min(nearest, ranks.at(to));
        ranks[*node] = nearest - 1;
    }
    // Models that all know one another would give a line of cards that no window can show: from
    // here on neighbours in that line share a layer.
    const auto most =
        16 + 2 * static_cast<qsizetype>(std::sqrt(static_cast<double>(graph.count())));
    const qsizetype last = ranks.isEmpty() ? 0 : *std::max_element(ranks.begin(), ranks.end());
    for (qsizetype &rank : ranks)
        rank = last < most ? rank : rank * most / (last + 1);
    return ranks;
}

/// The longest way, in layers, that edges may go and still have a stand-in in each layer between:
/// in large graphs with long edges those would be many times the nodes.
qsizetype longestWithStandIns(const LayeredGraph &graph, const QList<qsizetype> &ranks)
{
    QList<qsizetype> lengths;
    for (qsizetype from = 0; from < graph.count(); ++from) {
        for (const qsizetype to : graph.out.at(from))
            lengths.append(ranks.at(to) - ranks.at(from));
    }
    std::sort(lengths.begin(), lengths.end());
    qsizetype left = 400 + 4 * graph.count();
    for (const qsizetype length : std::as_const(lengths)) {
        left -= std::max<qsizetype>(0, length - 1);
        if (left < 0)
            return length - 1;
    }
    return lengths.isEmpty() ? 0 : lengths.last();
}

/// Orders layers of a graph whose edges lead exactly one layer on.
class CrossingReduction
{
public:
    CrossingReduction(const LayeredGraph &graph, QList<QList<qsizetype>> layers)
        : m_graph(graph)
        , m_layers(std::move(layers))
        , m_positions(graph.count())
    {
        notePositions();
    }

    QList<QList<qsizetype>> run()
    {
        constexpr int sweeps = 12;
        QList<QList<qsizetype>> best = m_layers;
        qint64 fewest = crossings();
        for (int i = 0; i < sweeps && fewest > 0; ++i) {
            sweep(i % 2 == 0);
            const qint64 now = crossings();
            if (now < fewest) {
                fewest = now;
                best = m_layers;
            }
        }
        return best;
    }

private:
    void notePositions()
    {
        for (const QList<qsizetype> &layer : std::as_const(m_layers)) {
            for (qsizetype i = 0; i < layer.size(); ++i)
                m_positions[layer.at(i)] = i;
        }
    }

    void sweep(bool forward)
    {
        const qsizetype count = m_layers.size();
        for (qsizetype step = 1; step < count; ++step) {
            QList<qsizetype> &layer = m_layers[forward ? step : count - 1 - step];
            QList<std::pair<double, qsizetype>> wanted;
            wanted.reserve(layer.size());
            for (const qsizetype node : std::as_const(layer)) {
                const QList<qsizetype> &others =
                    forward ? m_graph.in.at(node) : m_graph.out.at(node);
                double sum = 0;
                for (const qsizetype other : others)
                    sum += static_cast<double>(m_positions.at(other));
                const double middle = others.isEmpty() ? static_cast<double>(m_positions.at(node))
                                                       : sum / static_cast<double>(others.size());
                wanted.append({middle, node});
            }
            std::stable_sort(wanted.begin(), wanted.end(),
                             [](const auto &a, const auto &b) { return a.first < b.first; });
            for (qsizetype i = 0; i < layer.size(); ++i) {
                layer[i] = wanted.at(i).second;
                m_positions[layer.at(i)] = i;
            }
        }
    }

    /// Pairs of edges that cross, counted with a tree of sums (Barth, Jünger and Mutzel 2002).
    qint64 crossings() const
    {
        qint64 count = 0;
        for (qsizetype i = 0; i + 1 < m_layers.size(); ++i) {
            QList<qsizetype> ends;
            for (const qsizetype node : m_layers.at(i)) {
                QList<qsizetype> own;
                for (const qsizetype to : m_graph.out.at(node))
                    own.append(m_positions.at(to));
                std::sort(own.begin(), own.end());
                ends += own;
            }
            count += inversions(ends, m_layers.at(i + 1).size());
        }
        return count;
    }

    static qint64 inversions(const QList<qsizetype> &values, qsizetype size)
    {
        QList<qint64> sums(size + 1, 0);
        qint64 count = 0;
        qint64 seen = 0;
        for (const qsizetype value : values) {
            qint64 notAbove = 0;
            for (qsizetype at = value + 1; at > 0; at -= at & -at)
                notAbove += sums.at(at);
            count += seen - notAbove;
            for (qsizetype at = value + 1; at <= size; at += at & -at)
                ++sums[at];
            ++seen;
        }
        return count;
    }

    const LayeredGraph &m_graph;
    QList<QList<qsizetype>> m_layers;
    QList<qsizetype> m_positions;
};

} // namespace

QList<QList<qsizetype>> layersOf(const LayeredGraph &graph)
{
    const LayeredGraph straight = withoutCircles(graph);
    QList<qsizetype> ranks = ranksOf(straight);
    // Moving nodes on may have left layers empty.
    QList<qsizetype> used = ranks;
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    for (qsizetype &rank : ranks)
        rank = std::lower_bound(used.begin(), used.end(), rank) - used.begin();

    // Edges over several layers get a stand-in in each: they take room there, and cross others.
    LayeredGraph proper(graph.count());
    QList<QList<qsizetype>> layers(used.size());
    for (qsizetype node = 0; node < graph.count(); ++node)
        layers[ranks.at(node)].append(node);
    const qsizetype longest = longestWithStandIns(straight, ranks);
    for (qsizetype from = 0; from < graph.count(); ++from) {
        for (const qsizetype to : straight.out.at(from)) {
            const qsizetype length = ranks.at(to) - ranks.at(from);
            if (length == 0 || length > longest)
                continue;
            qsizetype last = from;
            for (qsizetype rank = ranks.at(from) + 1; rank < ranks.at(to); ++rank) {
                const qsizetype standIn = proper.count();
                proper.out.append(QList<qsizetype>());
                proper.in.append(QList<qsizetype>());
                layers[rank].append(standIn);
                proper.addEdge(last, standIn);
                last = standIn;
            }
            proper.addEdge(last, to);
        }
    }
    QList<QList<qsizetype>> ordered = CrossingReduction(proper, layers).run();
    for (QList<qsizetype> &layer : ordered)
        layer.removeIf([&](qsizetype node) { return node >= graph.count(); });
    return ordered;
}

} // namespace Design
