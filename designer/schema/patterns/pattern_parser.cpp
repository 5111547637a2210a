#include "designer/schema/patterns/pattern_parser.h"

#include "designer/schema/patterns/code_points.h"

#include <limits>

namespace Design::Regex
{

namespace
{

constexpr int deepest = 200; // groups inside one another

Node character(char32_t c)
{
    Node node;
    node.type = NodeType::Character;
    node.character = c;
    return node;
}

Node setNode(CharSet set)
{
    Node node;
    node.type = NodeType::Set;
    node.set = std::move(set);
    return node;
}

bool isDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

} // namespace

Parsed parsePattern(QStringView text, Flavour flavour)
{
    return PatternParser(text, flavour).parse();
}

PatternParser::PatternParser(QStringView text, Flavour flavour)
    : m_text(codePoints(text))
    , m_flavour(flavour)
{
}

Parsed PatternParser::parse()
{
    countGroups();
    Parsed parsed;
    parsed.root = alternatives(0);
    if (m_error.isEmpty() && m_at < m_text.size())
        fail(QStringLiteral("unmatched ')'"));
    for (const auto &[name, at] : std::as_const(m_usedNames)) {
        if (m_error.isEmpty() && !m_names.contains(name)) {
            m_at = at;
            fail(QStringLiteral("no group is called “%1”").arg(name));
        }
    }
    parsed.error = m_error;
    parsed.groups = m_groups;
    return parsed;
}

char32_t PatternParser::peek(qsizetype ahead) const
{
    return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : atEnd;
}

char32_t PatternParser::next()
{
    return m_at < m_text.size() ? m_text[m_at++] : atEnd;
}

bool PatternParser::take(char32_t c)
{
    if (peek() != c)
        return false;
    ++m_at;
    return true;
}

bool PatternParser::take(const char *text)
{
    qsizetype length = 0;
    for (; text[length]; ++length) {
        if (peek(length) != static_cast<char32_t>(text[length]))
            return false;
    }
    m_at += length;
    return true;
}

/// The first error counts; parsing then runs to the end without doing anything.
void PatternParser::fail(const QString &why)
{
    if (m_error.isEmpty())
        m_error = QStringLiteral("%1 at offset %2").arg(why).arg(m_at);
    m_at = m_text.size();
}

/// What `\3` means depends on how many groups there are in all.
void PatternParser::countGroups()
{
    bool inClass = false;
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        const char32_t c = m_text[i];
        const auto at = [&](qsizetype k) { return k < m_text.size() ? m_text[k] : atEnd; };
        if (c == U'\\') {
            ++i;
        } else if (inClass) {
            inClass = c != U']';
        } else if (c == U'[') {
            inClass = true;
        } else if (c == U'(') {
            const bool isNamed =
                at(i + 1) == U'?' && at(i + 2) == U'<' && at(i + 3) != U'=' && at(i + 3) != U'!';
            m_groupsInAll += isNamed || at(i + 1) != U'?' ? 1 : 0;
            m_hasNames |= isNamed;
        }
    }
}

Node PatternParser::alternatives(int depth)
{
    if (depth > deepest) {
        fail(QStringLiteral("too many groups inside one another"));
        return {};
    }
    Node first = sequence(depth);
    if (peek() != U'|')
        return first;
    Node node;
    node.type = NodeType::Alternatives;
    node.children.push_back(std::move(first));
    while (take(U'|'))
        node.children.push_back(sequence(depth));
    return node;
}

Node PatternParser::sequence(int depth)
{
    Node node;
    while (m_at < m_text.size() && peek() != U'|' && peek() != U')') {
        Node part;
        if (term(depth, &part))
            node.children.push_back(std::move(part));
    }
    return node;
}

bool PatternParser::term(int depth, Node *node)
{
    if (assertion(depth, node)) {
        // Annex B lets a look-ahead be repeated.
        const bool isAhead =
            node->type == NodeType::LookAhead || node->type == NodeType::NoLookAhead;
        if (!isUnicode() && isAhead)
            quantify(node);
        return m_error.isEmpty();
    }
    if (!m_error.isEmpty() || !atom(depth, node))
        return false;
    quantify(node);
    return m_error.isEmpty();
}

bool PatternParser::assertion(int depth, Node *node)
{
    if (take(U'^'))
        node->type = NodeType::Start;
    else if (take(U'$'))
        node->type = NodeType::End;
    else if (take("\\b"))
        node->type = NodeType::WordBoundary;
    else if (take("\\B"))
        node->type = NodeType::NoWordBoundary;
    else if (take("(?="))
        *node = lookAround(NodeType::LookAhead, depth);
    else if (take("(?!"))
        *node = lookAround(NodeType::NoLookAhead, depth);
    else if (take("(?<="))
        *node = lookAround(NodeType::LookBehind, depth);
    else if (take("(?<!"))
        *node = lookAround(NodeType::NoLookBehind, depth);
    else
        return false;
    return true;
}

Node PatternParser::lookAround(NodeType type, int depth)
{
    Node node;
    node.type = type;
    node.children.push_back(alternatives(depth + 1));
    if (!take(U')'))
        fail(QStringLiteral("missing ')'"));
    return node;
}

bool PatternParser::atom(int depth, Node *node)
{
    const char32_t c = next();
    switch (c) {
    case U'.':
        *node = setNode(dotSet());
        return true;
    case U'(':
        *node = group(depth);
        return true;
    case U'[':
        *node = characterClass();
        return true;
    case U'\\':
        *node = escape();
        return true;
    case U'*':
    case U'+':
    case U'?':
        fail(QStringLiteral("nothing to repeat"));
        return false;
    case U'{': {
        int least = 0;
        int most = 0;
        --m_at;
        const qsizetype start = m_at;
        if (isUnicode() || braces(&least, &most)) {
            fail(QStringLiteral("nothing to repeat"));
            return false;
        }
        m_at = start + 1;
        break;
    }
    case U'}':
    case U']':
        if (isUnicode()) {
            fail(QStringLiteral("a bracket without its partner"));
            return false;
        }
        break;
    default:
        break;
    }
    *node = character(c);
    return true;
}

Node PatternParser::group(int depth)
{
    Node node;
    node.type = NodeType::Group;
    if (take("?<")) {
        node.number = ++m_groups;
        const QString name = groupName();
        if (m_names.contains(name))
            fail(QStringLiteral("two groups are called “%1”").arg(name));
        m_names.insert(name, node.number);
    } else if (!take("?:")) {
        if (peek() == U'?') {
            fail(QStringLiteral("unknown kind of group"));
            return node;
        }
        node.number = ++m_groups;
    }
    node.children.push_back(alternatives(depth + 1));
    if (!take(U')'))
        fail(QStringLiteral("missing ')'"));
    return node;
}

/// RegExpIdentifierName up to `>`.
QString PatternParser::groupName()
{
    QString name;
    while (m_at < m_text.size() && peek() != U'>') {
        const char32_t c = next();
        const bool isLetter = QChar::isLetter(c) || c == U'_' || c == U'$';
        const bool isLater =
            QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == 0x200c || c == 0x200d;
        if (!isLetter && (name.isEmpty() || !isLater)) {
            fail(QStringLiteral("invalid name of a group"));
            return name;
        }
        name += QString::fromUcs4(&c, 1);
    }
    if (name.isEmpty() || !take(U'>'))
        fail(QStringLiteral("invalid name of a group"));
    return name;
}

void PatternParser::quantify(Node *node)
{
    int least = 0;
    int most = unlimited;
    if (!m_error.isEmpty() || !quantifier(&least, &most))
        return;
    Node repeat;
    repeat.type = NodeType::Repeat;
    repeat.least = least;
    repeat.most = most;
    repeat.isLazy = take(U'?');
    repeat.children.push_back(std::move(*node));
    *node = std::move(repeat);
}

bool PatternParser::quantifier(int *least, int *most)
{
    if (take(U'*'))
        return true;
    if (take(U'+')) {
        *least = 1;
        return true;
    }
    if (take(U'?')) {
        *most = 1;
        return true;
    }
    const qsizetype start = m_at;
    if (braces(least, most))
        return true;
    m_at = m_error.isEmpty() ? start : m_text.size();
    if (isUnicode() && peek() == U'{')
        fail(QStringLiteral("incomplete quantifier"));
    return false;
}

/// `{2}`, `{2,}`, `{2,3}`; false with the position lost for anything else.
bool PatternParser::braces(int *least, int *most)
{
    if (!take(U'{'))
        return false;
    const std::optional<qint64> from = number();
    if (!from)
        return false;
    std::optional<qint64> to = from;
    if (take(U','))
        to = peek() == U'}' ? std::optional<qint64>(unlimited) : number();
    if (!to || !take(U'}'))
        return false;
    if (*to != unlimited && *to < *from) {
        fail(QStringLiteral("numbers out of order in a quantifier"));
        return false;
    }
    *least = static_cast<int>(*from);
    *most = static_cast<int>(*to);
    return true;
}

/// Saturated at what an int holds.
std::optional<qint64> PatternParser::number()
{
    if (!isDigit(peek()))
        return std::nullopt;
    qint64 value = 0;
    while (isDigit(peek())) {
        value = qMin<qint64>(value * 10 + static_cast<qint64>(next() - U'0'),
                             std::numeric_limits<int>::max());
    }
    return value;
}

Node PatternParser::escape()
{
    const char32_t c = peek();
    if (c == atEnd) {
        fail(QStringLiteral("a backslash at the end"));
        return {};
    }
    if (c >= U'1' && c <= U'9') {
        if (Node node = backReference(); node.type == NodeType::BackReference || !m_error.isEmpty())
            return node;
    } else if (c == U'k' && (isUnicode() || m_hasNames)) {
        ++m_at;
        return namedReference();
    }
    if (std::optional<CharSet> set = classEscape())
        return setNode(std::move(*set));
    return character(characterEscape(false));
}

/// Not a BackReference where annex B sees an octal escape in it.
Node PatternParser::backReference()
{
    const qsizetype start = m_at;
    const qint64 group = number().value_or(0);
    Node node;
    if (group <= m_groupsInAll) {
        node.type = NodeType::BackReference;
        node.number = static_cast<int>(group);
    } else if (isUnicode()) {
        fail(QStringLiteral("there is no group %1").arg(group));
    } else {
        m_at = start;
    }
    return node;
}

Node PatternParser::namedReference()
{
    Node node;
    node.type = NodeType::BackReference;
    if (!take(U'<')) {
        fail(QStringLiteral("invalid named reference"));
        return node;
    }
    const qsizetype at = m_at;
    const QString name = groupName();
    m_usedNames.append({name, at});
    node.number = m_names.value(name); // a group further on has matched nothing yet: 0
    return node;
}

Node PatternParser::characterClass()
{
    CharSet set;
    set.isNegated = take(U'^');
    while (m_at < m_text.size() && peek() != U']') {
        char32_t first = 0;
        CharSet part;
        const bool isSet = classAtom(&first, &part);
        if (peek() != U'-' || peek(1) == U']' || peek(1) == atEnd) {
            set.ranges += isSet ? part.ranges : QList<Range>{{first, first}};
            set.properties += part.properties;
            continue;
        }
        ++m_at;
        char32_t last = 0;
        CharSet lastPart;
        const bool isLastSet = classAtom(&last, &lastPart);
        if (isSet || isLastSet) {
            if (isUnicode())
                fail(QStringLiteral("a class as the end of a range"));
            set.ranges += isSet ? part.ranges : QList<Range>{{first, first}};
            set.ranges += isLastSet ? lastPart.ranges : QList<Range>{{last, last}};
            set.ranges.append({U'-', U'-'});
        } else if (first > last) {
            fail(QStringLiteral("range out of order in a character class"));
        } else {
            set.ranges.append({first, last});
        }
    }
    if (!take(U']'))
        fail(QStringLiteral("missing ']'"));
    return setNode(std::move(set));
}

bool PatternParser::classAtom(char32_t *c, CharSet *set)
{
    *c = next();
    if (*c != U'\\')
        return false;
    if (peek() == atEnd) {
        fail(QStringLiteral("a backslash at the end"));
        return false;
    }
    if (std::optional<CharSet> escaped = classEscape()) {
        *set = std::move(*escaped);
        return true;
    }
    *c = characterEscape(true);
    return false;
}

} // namespace Design::Regex
