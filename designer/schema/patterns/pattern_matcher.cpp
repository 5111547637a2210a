#include "designer/schema/patterns/pattern_matcher.h"

#include "designer/schema/patterns/code_points.h"
#include "designer/schema/patterns/pattern_property_test.h"

#include <algorithm>

namespace Design::Regex
{

namespace
{

constexpr int mostSteps = 1'000'000;
constexpr int mostDepth = 1'500; // of calls inside one another

/// What is left to match after a part, as a callable on the stack.
class Rest
{
public:
    template<class Callable>
    explicit Rest(const Callable &callable)
        : m_callable(&callable)
        , m_call([](const void *target, qsizetype at) {
            return (*static_cast<const Callable *>(target))(at);
        })
    {
    }

    bool operator()(qsizetype at) const { return m_call(m_callable, at); }

private:
    const void *m_callable;
    bool (*m_call)(const void *, qsizetype);
};

class TreeMatcher
{
public:
    TreeMatcher(const QList<char32_t> &text, int groups)
        : m_text(text)
        , m_groups(static_cast<size_t>(groups) + 1)
    {
    }

    bool isExhausted() const { return m_isExhausted; }

    bool match(const Node &node, qsizetype at, const Rest &rest)
    {
        if (++m_steps > mostSteps || m_depth >= mostDepth)
            m_isExhausted = true;
        if (m_isExhausted)
            return false;
        ++m_depth;
        const bool found = matchNode(node, at, rest);
        --m_depth;
        return found;
    }

private:
    struct Span {
        qsizetype begin = -1;
        qsizetype end = -1;
    };

    bool matchNode(const Node &node, qsizetype at, const Rest &rest)
    {
        switch (node.type) {
        case NodeType::Sequence:
            return sequence(node, 0, at, rest);
        case NodeType::Alternatives:
            return std::any_of(node.children.begin(), node.children.end(),
                               [&](const Node &child) { return match(child, at, rest); });
        case NodeType::Character:
        case NodeType::Set:
            return takes(node, at) && rest(at + 1);
        case NodeType::Group:
            return group(node, at, rest);
        case NodeType::Repeat:
            return repeat(node, at, rest);
        case NodeType::BackReference:
            return backReference(node, at, rest);
        case NodeType::Start:
            return at == 0 && rest(at);
        case NodeType::End:
            return at == m_text.size() && rest(at);
        case NodeType::WordBoundary:
            return isWord(at - 1) != isWord(at) && rest(at);
        case NodeType::NoWordBoundary:
            return isWord(at - 1) == isWord(at) && rest(at);
        case NodeType::LookAhead:
            return looksAhead(node, at) && rest(at);
        case NodeType::NoLookAhead:
            return !looksAhead(node, at) && !m_isExhausted && rest(at);
        case NodeType::LookBehind:
            return looksBehind(node, at) && rest(at);
        case NodeType::NoLookBehind:
            return !looksBehind(node, at) && !m_isExhausted && rest(at);
        }
        return false;
    }

    bool sequence(const Node &node, size_t index, qsizetype at, const Rest &rest)
    {
        if (index == node.children.size())
            return rest(at);
        const auto onward = [&](qsizetype next) { return sequence(node, index + 1, next, rest); };
        return match(node.children[index], at, Rest(onward));
    }

    bool group(const Node &node, qsizetype at, const Rest &rest)
    {
        if (node.number == 0)
            return match(node.children.front(), at, rest);
        Span &span = m_groups[static_cast<size_t>(node.number)];
        const Span before = span;
        const auto onward = [&](qsizetype end) {
            const Span inner = std::exchange(span, Span{at, end});
            const bool found = rest(end);
            if (!found)
                span = inner;
            return found;
        };
        const bool found = match(node.children.front(), at, Rest(onward));
        if (!found)
            span = before;
        return found;
    }

    bool repeat(const Node &node, qsizetype at, const Rest &rest)
    {
        const qsizetype width = rigidWidth(node.children.front());
        return width > 0 ? repeatRigid(node, width, at, rest) : repeatGroup(node, 0, at, rest);
    }

    /// The width of what matches in one way only, if at all: characters one after the other that
    /// nobody refers to. Such things need no call for each. 0 for everything else.
    static qsizetype rigidWidth(const Node &node)
    {
        switch (node.type) {
        case NodeType::Character:
        case NodeType::Set:
            return 1;
        case NodeType::Group:
            return node.number == 0 ? rigidWidth(node.children.front()) : 0;
        case NodeType::Sequence: {
            qsizetype sum = 0;
            for (const Node &child : node.children) {
                const qsizetype width = rigidWidth(child);
                if (width == 0)
                    return 0;
                sum += width;
            }
            return sum;
        }
        default:
            return 0;
        }
    }

    bool takesRigid(const Node &node, qsizetype at) const
    {
        if (node.type == NodeType::Group)
            return takesRigid(node.children.front(), at);
        if (node.type != NodeType::Sequence)
            return takes(node, at);
        for (const Node &child : node.children) {
            if (!takesRigid(child, at))
                return false;
            at += rigidWidth(child);
        }
        return true;
    }

    bool repeatRigid(const Node &node, qsizetype width, qsizetype at, const Rest &rest)
    {
        const Node &child = node.children.front();
        qsizetype end = at;
        const qsizetype most = node.most == unlimited ? m_text.size() : node.most;
        qsizetype rounds = 0;
        for (; rounds < most && takesRigid(child, end); ++rounds)
            end += width;
        m_steps += static_cast<int>((end - at) / 8);
        for (qsizetype i = node.least; node.isLazy && i <= rounds && !m_isExhausted; ++i) {
            if (rest(at + i * width))
                return true;
        }
        for (qsizetype i = rounds; !node.isLazy && i >= node.least && !m_isExhausted; --i) {
            if (rest(at + i * width))
                return true;
        }
        return false;
    }

    bool repeatGroup(const Node &node, int done, qsizetype at, const Rest &rest)
    {
        const auto again = [&](qsizetype next) {
            // A round that takes nothing and is not needed would never end (ECMA-262 22.2.2.3.1).
            if (next == at && done >= node.least)
                return false;
            return repeatGroup(node, done + 1, next, rest);
        };
        const bool mayStop = done >= node.least;
        const bool mayGoOn = node.most == unlimited || done < node.most;
        if (mayStop && (node.isLazy || !mayGoOn) && rest(at))
            return true;
        if (mayGoOn && match(node.children.front(), at, Rest(again)))
            return true;
        return mayStop && !node.isLazy && mayGoOn && !m_isExhausted && rest(at);
    }

    bool backReference(const Node &node, qsizetype at, const Rest &rest)
    {
        const Span span = m_groups[static_cast<size_t>(node.number)];
        const qsizetype length = span.begin < 0 ? 0 : span.end - span.begin;
        if (at + length > m_text.size())
            return false;
        for (qsizetype i = 0; i < length; ++i) {
            if (m_text[span.begin + i] != m_text[at + i])
                return false;
        }
        return rest(at + length);
    }

    bool looksAhead(const Node &node, qsizetype at)
    {
        const auto done = [](qsizetype) { return true; };
        return match(node.children.front(), at, Rest(done));
    }

    bool looksBehind(const Node &node, qsizetype at)
    {
        const auto ends = [at](qsizetype end) { return end == at; };
        for (qsizetype start = at; start >= 0 && !m_isExhausted; --start) {
            if (match(node.children.front(), start, Rest(ends)))
                return true;
        }
        return false;
    }

    bool takes(const Node &node, qsizetype at) const
    {
        if (at >= m_text.size())
            return false;
        const char32_t c = m_text[at];
        if (node.type == NodeType::Character)
            return c == node.character;
        const bool isIn =
            std::any_of(node.set.ranges.begin(), node.set.ranges.end(),
                        [c](const Range &range) { return c >= range.first && c <= range.last; }) ||
            std::any_of(node.set.properties.begin(), node.set.properties.end(),
                        [c](const Property &property) { return hasProperty(c, property); });
        return isIn != node.set.isNegated;
    }

    bool isWord(qsizetype at) const
    {
        if (at < 0 || at >= m_text.size())
            return false;
        const char32_t c = m_text[at];
        return c < 128 && (QChar(static_cast<char16_t>(c)).isLetterOrNumber() || c == U'_');
    }

    const QList<char32_t> &m_text;
    std::vector<Span> m_groups;
    int m_steps = 0;
    int m_depth = 0;
    bool m_isExhausted = false;
};

} // namespace

std::optional<bool> searchTree(const Node &root, int groups, QStringView subject)
{
    const QList<char32_t> text = codePoints(subject);
    TreeMatcher matcher(text, groups);
    const auto done = [](qsizetype) { return true; };
    for (qsizetype start = 0; start <= text.size(); ++start) {
        if (matcher.match(root, start, Rest(done)))
            return true;
        if (matcher.isExhausted())
            return std::nullopt;
    }
    return false;
}

} // namespace Design::Regex
