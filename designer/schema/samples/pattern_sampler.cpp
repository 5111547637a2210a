#include "designer/schema/samples/pattern_sampler.h"

#include <QHash>

#include <algorithm>

namespace Design::Regex
{

namespace
{

class TextMaker
{
public:
    TextMaker(SampleLength length, SampleRandom &random, LookAheads lookAheads)
        : m_random(random)
        , m_lookAheads(lookAheads)
        , m_most(length.most)
        , m_wanted(length.least)
    {
    }

    bool isTooLong() const { return m_isTooLong; }
    QList<char32_t> text;

    void write(const Node &node)
    {
        if (m_isTooLong)
            return;
        switch (node.type) {
        case NodeType::Sequence:
            writeSequence(node);
            break;
        case NodeType::Alternatives:
            write(choice(node));
            break;
        case NodeType::Character:
            add(node.character);
            break;
        case NodeType::Set:
            add(pick(node.set));
            break;
        case NodeType::Group: {
            const qsizetype begin = text.size();
            write(node.children.front());
            if (node.number > 0)
                m_groups.insert(node.number, text.mid(begin));
            break;
        }
        case NodeType::Repeat:
            writeRepeat(node);
            break;
        case NodeType::BackReference:
            for (const char32_t c : m_groups.value(node.number))
                add(c);
            break;
        default:
            break; // what looks around takes no room
        }
    }

private:
    void add(char32_t c)
    {
        if (text.size() >= m_most)
            m_isTooLong = true;
        else
            text.append(c);
    }

    /// What comes later must still find room.
    void writeSequence(const Node &node)
    {
        qint64 rest = widthOf(node).least;
        for (const Node &child : node.children) {
            if (child.type == NodeType::LookAhead && m_lookAheads == LookAheads::Written) {
                write(child.children.front());
                return;
            }
            rest -= widthOf(child).least;
            const qint64 reserved = std::exchange(m_reserved, m_reserved + rest);
            write(child);
            m_reserved = reserved;
        }
    }

    qint64 room() const { return m_most - text.size() - m_reserved; }

    /// One of the alternatives that fit; a longer one where length is still missing.
    const Node &choice(const Node &node)
    {
        std::vector<const Node *> fitting;
        for (const Node &child : node.children) {
            if (widthOf(child).least <= room())
                fitting.push_back(&child);
        }
        if (fitting.empty())
            return node.children.front();
        const Node *chosen = m_random.pick(fitting);
        const qint64 missing = m_wanted - text.size() - m_reserved;
        for (const Node *child : fitting) {
            const Width mine = widthOf(*chosen);
            const Width other = widthOf(*child);
            const bool isShort = mine.most != unlimited && mine.most < missing;
            if (isShort && (other.most == unlimited || other.most > mine.most))
                chosen = child;
        }
        return *chosen;
    }

    void writeRepeat(const Node &node)
    {
        const Node &child = node.children.front();
        const Width width = widthOf(child);
        const qint64 each = std::max<qint64>(width.least, 1);
        if (width.least > 0 && node.least > room() / each) {
            m_isTooLong = true;
            return;
        }
        constexpr qint64 usualExtra = 6;
        const qint64 missing = m_wanted - text.size() - m_reserved;
        const qint64 wide = std::max<qint64>(width.most == unlimited ? each : width.most, 1);
        qint64 most = node.least == 0 ? usualExtra : node.least + usualExtra;
        most = std::max(most, (missing + wide - 1) / wide + usualExtra);
        if (node.most != unlimited)
            most = std::min<qint64>(most, node.most);
        most = std::min(most, std::max<qint64>(room() / each, node.least));
        qint64 least = node.least;
        const bool mayEnd = least == 0 && most > 0 && node.most == 1;
        // Something rather than nothing: `a*` reads better as "aa" than as "".
        if (least == 0 && most > 0 && !mayEnd)
            least = 1;
        least = std::max(least, std::min(most, (missing + wide - 1) / wide));
        const qint64 count = m_random.between(least, most);
        const qint64 reserved = m_reserved;
        for (qint64 i = 0; i < count && !m_isTooLong; ++i) {
            const qint64 needed = std::max<qint64>(node.least - i - 1, 0) * width.least;
            if (i >= node.least && width.least > room())
                break;
            m_reserved = reserved + needed;
            write(child);
        }
        m_reserved = reserved;
    }

    /// A character that people like to see, if the set has one.
    char32_t pick(const CharSet &set)
    {
        const QList<Range> ranges = positiveRanges(set);
        static const QList<Range> preferred{
            {U'a', U'z'}, {U'0', U'9'}, {U'A', U'Z'}, {U' ', U'~'}, {0xa1, 0x17f}};
        if (set.properties.isEmpty() || !set.ranges.isEmpty()) {
            for (const Range &wanted : preferred) {
                if (const qint64 count = countIn(ranges, wanted); count > 0)
                    return at(ranges, wanted, m_random.below(count));
            }
            if (!ranges.isEmpty() && set.properties.isEmpty())
                return ranges[m_random.below(ranges.size())].first;
        }
        return pickByProperty(set);
    }

    static qint64 countIn(const QList<Range> &ranges, const Range &limits)
    {
        qint64 count = 0;
        for (const Range &range : ranges) {
            const char32_t first = std::max(range.first, limits.first);
            const char32_t last = std::min(range.last, limits.last);
            count += first <= last ? static_cast<qint64>(last - first) + 1 : 0;
        }
        return count;
    }

    static char32_t at(const QList<Range> &ranges, const Range &limits, qint64 index)
    {
        for (const Range &range : ranges) {
            const char32_t first = std::max(range.first, limits.first);
            const char32_t last = std::min(range.last, limits.last);
            const qint64 count = first <= last ? static_cast<qint64>(last - first) + 1 : 0;
            if (index < count)
                return first + static_cast<char32_t>(index);
            index -= count;
        }
        return limits.first;
    }

    /// Good guesses for properties; the caller's check tells whether one was right.
    char32_t pickByProperty(const CharSet &set)
    {
        static const QList<QPair<QString, char32_t>> guesses{
            {QStringLiteral("L"), U'a'},        {QStringLiteral("Lu"), U'A'},
            {QStringLiteral("Ll"), U'a'},       {QStringLiteral("N"), U'7'},
            {QStringLiteral("Nd"), U'7'},       {QStringLiteral("P"), U'.'},
            {QStringLiteral("Z"), U' '},        {QStringLiteral("Zs"), U' '},
            {QStringLiteral("S"), U'+'},        {QStringLiteral("Sc"), U'$'},
            {QStringLiteral("M"), 0x301},       {QStringLiteral("Mn"), 0x301},
            {QStringLiteral("Emoji"), 0x1f600},
        };
        for (const Property &property : set.properties) {
            for (const auto &[name, character] : guesses) {
                const bool isAsked = property.name == name || property.name.endsWith(u':' + name);
                if (isAsked && !property.isNegated && !set.isNegated)
                    return character;
            }
        }
        constexpr char32_t others[] = {U'a', U'A', U'7', U' ', U'.', U'+', 0x3b1, 0x5d0, 0x4e2d};
        return others[m_random.below(static_cast<qint64>(std::size(others)))];
    }

    SampleRandom &m_random;
    LookAheads m_lookAheads;
    qint64 m_most;
    qint64 m_wanted;
    qint64 m_reserved = 0; ///< characters that what comes later needs at least
    bool m_isTooLong = false;
    QHash<int, QList<char32_t>> m_groups;
};

} // namespace

QString sampleText(const Parsed &pattern, SampleLength length, SampleRandom &random,
                   LookAheads lookAheads)
{
    TextMaker maker(length, random, lookAheads);
    maker.write(pattern.root);
    if (maker.isTooLong())
        return {};
    return QStringLiteral("") + QString::fromUcs4(maker.text.data(), maker.text.size());
}

} // namespace Design::Regex
