#pragma once

#include "designer/schema/patterns/pattern_syntax.h"

#include <array>
#include <optional>

namespace Design::Regex
{

/// A pattern in which nothing is left to be tried: from the start of the text on, pieces of ASCII
/// characters of which each takes all that it can get, as `^[A-Z]{3}-[0-9]{4}$`. Most patterns of
/// identifiers are like that, and a walk over the text decides them.
class LinearPattern
{
public:
    /// Nothing where the pattern has anything else in it.
    static std::optional<LinearPattern> of(const Node &root);

    bool matches(QStringView text) const;

private:
    struct Piece {
        std::array<quint64, 2> characters{}; ///< a bit for each of ASCII
        int least = 1;
        int most = 1; ///< or unlimited

        bool takes(char16_t unit) const
        {
            return unit < 128 && ((characters[unit / 64] >> (unit % 64)) & 1) != 0;
        }
    };

    bool add(const Node &node);
    static bool addCharacters(const Node &node, Piece *piece);
    bool isDecided() const;

    std::vector<Piece> m_pieces;
    bool m_toEnd = false;
};

} // namespace Design::Regex
