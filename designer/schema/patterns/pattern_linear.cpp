#include "designer/schema/patterns/pattern_linear.h"

namespace Design::Regex
{

namespace
{

constexpr char32_t afterAscii = 128;

} // namespace

std::optional<LinearPattern> LinearPattern::of(const Node &root)
{
    const Node *sequence = &root;
    if (root.type == NodeType::Alternatives && root.children.size() == 1)
        sequence = &root.children.front();
    const std::vector<Node> &parts = sequence->children;
    if (sequence->type != NodeType::Sequence || parts.empty() ||
        parts.front().type != NodeType::Start)
        return std::nullopt;
    LinearPattern pattern;
    for (size_t i = 1; i < parts.size(); ++i) {
        const bool isLast = i + 1 == parts.size();
        if (parts[i].type == NodeType::End && isLast)
            pattern.m_toEnd = true;
        else if (!pattern.add(parts[i]))
            return std::nullopt;
    }
    return pattern.isDecided() ? std::optional(pattern) : std::nullopt;
}

bool LinearPattern::add(const Node &node)
{
    Piece piece;
    const bool isRepeated = node.type == NodeType::Repeat;
    if (isRepeated) {
        piece.least = node.least;
        piece.most = node.most;
    }
    if (!addCharacters(isRepeated ? node.children.front() : node, &piece))
        return false;
    m_pieces.push_back(piece);
    return true;
}

/// Whether these are characters of ASCII only.
bool LinearPattern::addCharacters(const Node &node, Piece *piece)
{
    QList<Range> ranges;
    if (node.type == NodeType::Character)
        ranges = {{node.character, node.character}};
    else if (node.type == NodeType::Set && node.set.properties.isEmpty())
        ranges = positiveRanges(node.set);
    else
        return false;
    for (const Range &range : std::as_const(ranges)) {
        if (range.last >= afterAscii)
            return false;
        for (char32_t c = range.first; c <= range.last; ++c)
            piece->characters[c / 64] |= quint64{1} << (c % 64);
    }
    return true;
}

/// Whether no piece may have to give back what it took: the next one that follows it starts with
/// other characters. What may be left out lets the one after it follow as well.
bool LinearPattern::isDecided() const
{
    for (size_t i = 0; i < m_pieces.size(); ++i) {
        if (m_pieces[i].least == m_pieces[i].most)
            continue;
        for (size_t next = i + 1; next < m_pieces.size(); ++next) {
            const auto &here = m_pieces[i].characters;
            const auto &there = m_pieces[next].characters;
            if ((here[0] & there[0]) != 0 || (here[1] & there[1]) != 0)
                return false;
            if (m_pieces[next].least > 0)
                break;
        }
    }
    return true;
}

bool LinearPattern::matches(QStringView text) const
{
    qsizetype at = 0;
    for (const Piece &piece : m_pieces) {
        const qsizetype room = text.size() - at;
        const qsizetype end = piece.most == unlimited || piece.most > room ? room : piece.most;
        qsizetype taken = 0;
        while (taken < end && piece.takes(text[at + taken].unicode()))
            ++taken;
        if (taken < piece.least)
            return false;
        at += taken;
    }
    return !m_toEnd || at == text.size();
}

} // namespace Design::Regex
