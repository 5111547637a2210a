#include "designer/schema/patterns/pattern_syntax.h"

#include <algorithm>

namespace Design::Regex
{

namespace
{

constexpr char32_t lastCodePoint = 0x10ffff;
constexpr qint64 farthest = qint64{1} << 40; // widths saturate here

qint64 product(qint64 a, qint64 b)
{
    return a != 0 && b > farthest / a ? farthest : a * b;
}

} // namespace

CharSet digitSet()
{
    return {{{U'0', U'9'}}, {}, false};
}

CharSet wordSet()
{
    return {{{U'0', U'9'}, {U'A', U'Z'}, {U'_', U'_'}, {U'a', U'z'}}, {}, false};
}

/// WhiteSpace and LineTerminator of ECMA-262.
CharSet spaceSet()
{
    return {{{0x09, 0x0d},
             {0x20, 0x20},
             {0xa0, 0xa0},
             {0x1680, 0x1680},
             {0x2000, 0x200a},
             {0x2028, 0x2029},
             {0x202f, 0x202f},
             {0x205f, 0x205f},
             {0x3000, 0x3000},
             {0xfeff, 0xfeff}},
            {},
            false};
}

CharSet dotSet()
{
    return {{{U'\n', U'\n'}, {U'\r', U'\r'}, {0x2028, 0x2029}}, {}, true};
}

QList<Range> positiveRanges(const CharSet &set)
{
    QList<Range> sorted = set.ranges;
    std::sort(sorted.begin(), sorted.end(),
              [](const Range &a, const Range &b) { return a.first < b.first; });
    QList<Range> merged;
    for (const Range &range : std::as_const(sorted)) {
        if (!merged.isEmpty() && range.first <= merged.last().last + 1)
            merged.last().last = std::max(merged.last().last, range.last);
        else
            merged.append(range);
    }
    if (!set.isNegated)
        return merged;
    QList<Range> rest;
    char32_t from = 0;
    for (const Range &range : std::as_const(merged)) {
        if (range.first > from)
            rest.append({from, range.first - 1});
        from = range.last + 1;
    }
    if (from <= lastCodePoint)
        rest.append({from, lastCodePoint});
    return rest;
}

Width widthOf(const Node &node)
{
    switch (node.type) {
    case NodeType::Character:
    case NodeType::Set:
        return {1, 1};
    case NodeType::BackReference:
        return {0, unlimited};
    case NodeType::Group:
        return widthOf(node.children.front());
    case NodeType::Sequence: {
        Width sum;
        for (const Node &child : node.children) {
            const Width width = widthOf(child);
            sum.least = std::min(farthest, sum.least + width.least);
            const bool isOpen = sum.most == unlimited || width.most == unlimited;
            sum.most = isOpen ? unlimited : std::min(farthest, sum.most + width.most);
        }
        return sum;
    }
    case NodeType::Alternatives: {
        Width all = widthOf(node.children.front());
        for (const Node &child : node.children) {
            const Width width = widthOf(child);
            all.least = std::min(all.least, width.least);
            const bool isOpen = all.most == unlimited || width.most == unlimited;
            all.most = isOpen ? unlimited : std::max(all.most, width.most);
        }
        return all;
    }
    case NodeType::Repeat: {
        const Width width = widthOf(node.children.front());
        Width all;
        all.least = product(width.least, node.least);
        const bool isOpen = width.most != 0 && (width.most == unlimited || node.most == unlimited);
        all.most = isOpen ? unlimited : product(width.most, std::max(node.most, 0));
        return all;
    }
    default:
        return {};
    }
}

static int openRepeats(const Node &node, bool *hasOther)
{
    constexpr int manyTimes = 16;
    int count = 0;
    switch (node.type) {
    case NodeType::BackReference:
    case NodeType::LookAhead:
    case NodeType::NoLookAhead:
    case NodeType::LookBehind:
    case NodeType::NoLookBehind:
        *hasOther = true;
        break;
    case NodeType::Repeat:
        count = node.most == unlimited || node.most > manyTimes ? 1 : 0;
        break;
    default:
        break;
    }
    for (const Node &child : node.children)
        count += openRepeats(child, hasOther);
    return count;
}

bool isRisky(const Node &root)
{
    bool hasOther = false;
    return openRepeats(root, &hasOther) > 1 || hasOther;
}

} // namespace Design::Regex
