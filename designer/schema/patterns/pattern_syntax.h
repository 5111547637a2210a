#pragma once

#include <QList>
#include <QString>

#include <vector>

namespace Design::Regex
{

struct Range {
    char32_t first = 0;
    char32_t last = 0;
};

/// `\p{...}` in the names that PCRE2 knows.
struct Property {
    QString name;
    bool isNegated = false;
};

/// A set of characters: any of the ranges or properties, or with isNegated none of them.
struct CharSet {
    QList<Range> ranges;
    QList<Property> properties;
    bool isNegated = false;
};

enum class NodeType : quint8 {
    Sequence, ///< empty for the empty pattern
    Alternatives,
    Character,
    Set,
    Group, ///< one child; number 0 when it does not capture
    Repeat,
    BackReference,
    Start,
    End,
    WordBoundary,
    NoWordBoundary,
    LookAhead,
    NoLookAhead,
    LookBehind,
    NoLookBehind,
};

constexpr int unlimited = -1;

/// One piece of a regular expression of ECMA-262.
struct Node {
    NodeType type = NodeType::Sequence;
    char32_t character = 0;
    CharSet set;
    int number = 0; ///< of a group, or of the group that a back reference means
    int least = 0;  ///< of a repetition
    int most = unlimited;
    bool isLazy = false;
    std::vector<Node> children;
};

/// What the parser makes of a pattern's text.
struct Parsed {
    Node root;
    QString error; ///< empty when the text is valid; with the offset
    int groups = 0;
};

enum class Flavour {
    Unicode, ///< as with the flag `u`
    Legacy,  ///< as without flags, ECMA-262 annex B
};

Parsed parsePattern(QStringView text, Flavour flavour);

/// The set without overlaps, in order, and without negation; properties are left out.
QList<Range> positiveRanges(const CharSet &set);

CharSet dotSet();   ///< `.`
CharSet spaceSet(); ///< `\s`
CharSet wordSet();  ///< `\w`
CharSet digitSet(); ///< `\d`

/// The pattern as PCRE2 text for UTF mode; null when PCRE2 cannot express it.
/// Repetitions beyond its limit are only right for texts of up to 65,535 units: then isShortened.
QString toPcre(const Node &root, bool *isShortened);

/// How far a match can reach: the least and most code points it takes, most -1 for no limit.
struct Width {
    qint64 least = 0;
    qint64 most = 0;
};
Width widthOf(const Node &node);

/// Whether the work of a search may grow faster than the text: repetitions one after or in
/// another, look-around, back references.
bool isRisky(const Node &root);

} // namespace Design::Regex
