#include "designer/map/map_layout.h"

#include "designer/map/layered_order.h"

#include <QRectF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace Design
{

namespace
{

/// Boxes that belong together, laid out with the top left corner at (0, 0).
struct Block {
    QList<qsizetype> boxes;
    QList<QPointF> places; ///< of these boxes
    QSizeF size;
};

/// Which boxes hang together, each group in the order of its first box.
class Groups
{
public:
    explicit Groups(qsizetype count)
        : m_parents(count)
    {
        std::iota(m_parents.begin(), m_parents.end(), 0);
    }

    void join(qsizetype a, qsizetype b) { m_parents[find(a)] = find(b); }

    QList<QList<qsizetype>> all()
    {
        QList<QList<qsizetype>> groups;
        QList<qsizetype> numbers(m_parents.size(), -1);
        for (qsizetype i = 0; i < m_parents.size(); ++i) {
            qsizetype &number = numbers[find(i)];
            if (number < 0) {
                number = groups.size();
                groups.append(QList<qsizetype>());
            }
            groups[number].append(i);
        }
        return groups;
    }

private:
    qsizetype find(qsizetype i)
    {
        while (m_parents.at(i) != i) {
            m_parents[i] = m_parents.at(m_parents.at(i));
            i = m_parents.at(i);
        }
        return i;
    }

    QList<qsizetype> m_parents;
};

/// Moves boxes of one column as near to where they want to be as their order and gaps allow, in
/// the sense of least squares (pool adjacent violators).
void settle(QList<double> &tops, const QList<double> &heights, double gap)
{
    struct Pool {
        double sum;
        double count;
        double mean() const { return sum / count; }
    };
    QList<Pool> pools;
    double offset = 0;
    QList<double> offsets;
    for (qsizetype i = 0; i < tops.size(); ++i) {
        offsets.append(offset);
        pools.append({tops.at(i) - offset, 1});
        offset += heights.at(i) + gap;
        while (pools.size() > 1 && pools.at(pools.size() - 2).mean() > pools.last().mean()) {
            const Pool last = pools.takeLast();
            pools.last().sum += last.sum;
            pools.last().count += last.count;
        }
    }
    qsizetype i = 0;
    for (const Pool &pool : std::as_const(pools)) {
        for (int k = 0; k < static_cast<int>(pool.count); ++k, ++i)
            tops[i] = pool.mean() + offsets.at(i);
    }
}

class Layout
{
public:
    Layout(const QList<LayoutBox> &boxes, const QList<LayoutLink> &links,
           const LayoutOptions &options)
        : m_boxes(boxes)
        , m_options(options)
        , m_links(boxes.size())
    {
        for (const LayoutLink &link : links) {
            const auto isBox = [&](qsizetype i) { return i >= 0 && i < boxes.size(); };
            if (!isBox(link.left) || !isBox(link.right) || link.left == link.right)
                continue;
            m_links[link.left].append({link.right, link.leftOffset, link.rightOffset, true});
            m_links[link.right].append({link.left, link.rightOffset, link.leftOffset, false});
        }
    }

    QList<QPointF> run()
    {
        QList<qsizetype> open;
        m_places.resize(m_boxes.size());
        for (qsizetype i = 0; i < m_boxes.size(); ++i) {
            if (m_boxes.at(i).place) {
                m_places[i] = *m_boxes.at(i).place;
                m_taken.append(QRectF(m_places.at(i), m_boxes.at(i).size));
            } else {
                open.append(i);
            }
        }
        if (open.size() > m_taken.size()) {
            placeAsBlocks(open);
        } else {
            placeBesideOthers(open);
        }
        return m_places;
    }

private:
    struct End {
        qsizetype box;
        double ownOffset;
        double otherOffset;
        bool isRight; ///< the other box is to stand at the right
    };

    double heightOf(qsizetype box) const { return m_boxes.at(box).size.height(); }

    /// Lays out these boxes by themselves, below everything that has a place.
    void placeAsBlocks(const QList<qsizetype> &open)
    {
        QList<qsizetype> numbers(m_boxes.size(), -1);
        for (qsizetype i = 0; i < open.size(); ++i)
            numbers[open.at(i)] = i;
        Groups groups(open.size());
        for (const qsizetype box : open) {
            for (const End &end : m_links.at(box)) {
                if (numbers.at(end.box) >= 0)
                    groups.join(numbers.at(box), numbers.at(end.box));
            }
        }
        QList<Block> blocks;
        QList<qsizetype> loose;
        for (const QList<qsizetype> &group : groups.all()) {
            QList<qsizetype> members;
            for (const qsizetype number : group)
                members.append(open.at(number));
            if (members.size() == 1)
                loose.append(members);
            else
                blocks.append(layered(members));
        }
        // Larger groups first; what is linked with nothing stands last.
        std::stable_sort(blocks.begin(), blocks.end(), [](const Block &a, const Block &b) {
            return a.boxes.size() > b.boxes.size();
        });
        pack(blocks);
        blocks.clear();
        for (const qsizetype box : std::as_const(loose))
            blocks.append({{box}, {QPointF()}, m_boxes.at(box).size});
        pack(blocks);
    }

    /// Puts blocks in rows like words into lines, which are as long as gives the wanted aspect.
    void pack(const QList<Block> &blocks)
    {
        if (blocks.isEmpty())
            return;
        QRectF whole;
        for (const QRectF &rect : std::as_const(m_taken))
            whole |= rect;
        const QPointF corner =
            whole.isNull() ? QPointF() : whole.bottomLeft() + QPointF(0, 2 * m_options.rowGap);
        double narrowest = whole.width();
        double all = 0;
        for (const Block &block : blocks) {
            narrowest = std::max(narrowest, block.size.width());
            all += block.size.width() + m_options.columnGap;
        }
        double best = narrowest;
        double least = std::numeric_limits<double>::max();
        constexpr int tries = 40;
        for (int i = 0; i <= tries; ++i) {
            const double width = narrowest + std::max(0.0, all - narrowest) * i * i / tries / tries;
            QList<QPointF> corners;
            const QSizeF size = fill(blocks, width, corners);
            const double badness =
                std::max(size.width() / m_options.aspect, whole.height() + size.height());
            if (badness < least) {
                least = badness;
                best = width;
            }
        }
        QList<QPointF> corners;
        fill(blocks, best, corners);
        for (qsizetype i = 0; i < blocks.size(); ++i) {
            const Block &block = blocks.at(i);
            for (qsizetype k = 0; k < block.boxes.size(); ++k) {
                const qsizetype box = block.boxes.at(k);
                m_places[box] = corner + corners.at(i) + block.places.at(k);
                m_taken.append(QRectF(m_places.at(box), m_boxes.at(box).size));
            }
        }
    }

    /// Where the blocks stand in lines of this width, and how much room they take.
    QSizeF fill(const QList<Block> &blocks, double width, QList<QPointF> &corners) const
    {
        QPointF at;
        QSizeF size;
        double lineHeight = 0;
        for (const Block &block : blocks) {
            if (at.x() > 0 && at.x() + block.size.width() > width) {
                at = QPointF(0, at.y() + lineHeight + m_options.rowGap);
                lineHeight = 0;
            }
            corners.append(at);
            lineHeight = std::max(lineHeight, block.size.height());
            size = size.expandedTo(QSizeF(at.x() + block.size.width(), at.y() + lineHeight));
            at.rx() += block.size.width() + m_options.columnGap;
        }
        return size;
    }

    Block layered(const QList<qsizetype> &members) const
    {
        QList<qsizetype> numbers(m_boxes.size(), -1);
        for (qsizetype i = 0; i < members.size(); ++i)
            numbers[members.at(i)] = i;
        LayeredGraph graph(members.size());
        for (const qsizetype box : members) {
            for (const End &end : m_links.at(box)) {
                if (end.isRight && numbers.at(end.box) >= 0)
                    graph.addEdge(numbers.at(box), numbers.at(end.box));
            }
        }
        QList<QList<qsizetype>> layers = layersOf(graph);
        for (QList<qsizetype> &layer : layers) {
            for (qsizetype &node : layer)
                node = members.at(node);
        }
        return placeColumns(members, columnsOf(layers, members));
    }

    /// Layers that are much taller than the whole should be become several columns.
    QList<QList<qsizetype>> columnsOf(const QList<QList<qsizetype>> &layers,
                                      const QList<qsizetype> &members) const
    {
        double area = 0;
        double tallest = 0;
        for (const qsizetype box : members) {
            const QSizeF size = m_boxes.at(box).size;
            area += (size.width() + m_options.columnGap) * (size.height() + m_options.rowGap);
            tallest = std::max(tallest, size.height());
        }
        const double most = std::max(1.3 * std::sqrt(area / m_options.aspect), 4 * tallest);
        QList<QList<qsizetype>> columns;
        for (const QList<qsizetype> &layer : layers) {
            columns.append(QList<qsizetype>());
            double height = 0;
            for (const qsizetype box : layer) {
                if (height + heightOf(box) > most && !columns.last().isEmpty()) {
                    columns.append(QList<qsizetype>());
                    height = 0;
                }
                columns.last().append(box);
                height += heightOf(box) + m_options.rowGap;
            }
        }
        return columns;
    }

    Block placeColumns(const QList<qsizetype> &members,
                       const QList<QList<qsizetype>> &columns) const
    {
        QList<double> tops(m_boxes.size(), 0);
        QList<char> isHere(m_boxes.size(), 0);
        for (const qsizetype box : members)
            isHere[box] = 1;
        for (const QList<qsizetype> &column : columns) {
            double top = 0;
            for (const qsizetype box : column) {
                tops[box] = top;
                top += heightOf(box) + m_options.rowGap;
            }
        }
        constexpr int sweeps = 10;
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            for (qsizetype i = 0; i < columns.size(); ++i)
                settleColumn(columns.at(sweep % 2 == 0 ? i : columns.size() - 1 - i), isHere, tops);
        }

        Block block;
        block.boxes = members;
        QList<QPointF> places(m_boxes.size());
        double left = 0;
        double first = std::numeric_limits<double>::max();
        for (const qsizetype box : members)
            first = std::min(first, tops.at(box));
        double bottom = 0;
        for (const QList<qsizetype> &column : columns) {
            double width = 0;
            for (const qsizetype box : column) {
                places[box] = QPointF(std::round(left), std::round(tops.at(box) - first));
                width = std::max(width, m_boxes.at(box).size.width());
                bottom = std::max(bottom, places.at(box).y() + heightOf(box));
            }
            left += width + m_options.columnGap;
        }
        for (const qsizetype box : members)
            block.places.append(places.at(box));
        block.size = QSizeF(left - m_options.columnGap, bottom);
        return block;
    }

    /// Each box wants its lines to be level.
    void settleColumn(const QList<qsizetype> &column, const QList<char> &isHere,
                      QList<double> &tops) const
    {
        QList<double> wanted;
        QList<double> heights;
        for (const qsizetype box : column) {
            double sum = 0;
            int count = 0;
            for (const End &end : m_links.at(box)) {
                if (!isHere.at(end.box))
                    continue;
                sum += tops.at(end.box) + end.otherOffset - end.ownOffset;
                ++count;
            }
            wanted.append(count > 0 ? sum / count : tops.at(box));
            heights.append(std::ceil(heightOf(box)) + 1); // places are rounded
        }
        settle(wanted, heights, m_options.rowGap);
        for (qsizetype i = 0; i < column.size(); ++i)
            tops[column.at(i)] = wanted.at(i);
    }

    /// One by one beside what they are linked with, those first that are linked with most.
    void placeBesideOthers(QList<qsizetype> open)
    {
        QList<char> isPlaced(m_boxes.size(), 0);
        for (qsizetype i = 0; i < m_boxes.size(); ++i)
            isPlaced[i] = m_boxes.at(i).place.has_value();
        while (!open.isEmpty()) {
            qsizetype best = 0;
            qsizetype most = -1;
            for (qsizetype i = 0; i < open.size(); ++i) {
                const QList<End> &ends = m_links.at(open.at(i));
                const auto placed = std::count_if(ends.begin(), ends.end(), [&](const End &end) {
                    return isPlaced.at(end.box) != 0;
                });
                if (placed > most) {
                    most = placed;
                    best = i;
                }
            }
            const qsizetype box = open.takeAt(best);
            m_places[box] = freePlace(box, isPlaced);
            isPlaced[box] = 1;
            m_taken.append(QRectF(m_places.at(box), m_boxes.at(box).size));
        }
    }

    QPointF freePlace(qsizetype box, const QList<char> &isPlaced) const
    {
        const QSizeF size = m_boxes.at(box).size;
        for (const End &end : m_links.at(box)) {
            if (!isPlaced.at(end.box))
                continue;
            const QPointF other = m_places.at(end.box);
            const double x =
                end.isRight ? other.x() - m_options.columnGap - size.width()
                            : other.x() + m_boxes.at(end.box).size.width() + m_options.columnGap;
            return freeNear(QPointF(x, other.y() + end.otherOffset - end.ownOffset), size);
        }
        QRectF whole;
        for (const QRectF &rect : m_taken)
            whole |= rect;
        // To the end of the last line, or below it when the line is full.
        QPointF at = whole.isNull() ? QPointF() : whole.bottomLeft() + QPointF(0, m_options.rowGap);
        for (const QRectF &rect : m_taken) {
            const QPointF beside(rect.right() + m_options.columnGap, rect.top());
            if (rect.bottom() >= whole.bottom() - 1 &&
                beside.x() + size.width() <= std::max(whole.right(), whole.left() + 800))
                at = beside;
        }
        return freeNear(at, size);
    }

    /// The free place in this column that is nearest.
    QPointF freeNear(const QPointF &wanted, const QSizeF &size) const
    {
        const double step = m_options.rowGap;
        for (int i = 0;; ++i) {
            // 0, down 1, up 1, down 2 ... there is an end to all boxes.
            const double away = step * ((i + 1) / 2) * (i % 2 == 1 ? 1 : -1);
            const QPointF at(std::round(wanted.x()), std::round(wanted.y() + away));
            const QRectF room = QRectF(at, size).adjusted(-step / 2, -step / 2, step / 2, step / 2);
            const bool isFree =
                std::none_of(m_taken.begin(), m_taken.end(),
                             [&](const QRectF &rect) { return rect.intersects(room); });
            if (isFree)
                return at;
        }
    }

    const QList<LayoutBox> &m_boxes;
    const LayoutOptions m_options;
    QList<QList<End>> m_links; ///< by box
    QList<QPointF> m_places;
    QList<QRectF> m_taken;
};

} // namespace

QList<QPointF> layoutMap(const QList<LayoutBox> &boxes, const QList<LayoutLink> &links,
                         const LayoutOptions &options)
{
    return Layout(boxes, links, options).run();
}

} // namespace Design
