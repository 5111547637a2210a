#include "designer/schema/patterns/pattern_syntax.h"

namespace Design::Regex
{

namespace
{

constexpr int mostRepeats = 65535; // of PCRE2
// In a group of its own, because PCRE2 reads repeated assertions and empty sets in its own way.
constexpr QLatin1String nothing("(?:(?!))");

class PcreWriter
{
public:
    bool isPossible = true;
    bool isShortened = false;
    QString text = QStringLiteral(""); // not null: that means impossible

    void write(const Node &node)
    {
        switch (node.type) {
        case NodeType::Sequence:
            for (const Node &child : node.children)
                writePart(child);
            break;
        case NodeType::Alternatives:
            for (size_t i = 0; i < node.children.size(); ++i) {
                text += i == 0 ? QString() : QStringLiteral("|");
                write(node.children[i]);
            }
            break;
        case NodeType::Character:
            writeCharacter(node.character);
            break;
        case NodeType::Set:
            writeSet(node.set);
            break;
        case NodeType::Group:
            wrapped(node.number ? "(" : "(?:", node.children.front());
            break;
        case NodeType::Repeat:
            writeRepeat(node);
            break;
        case NodeType::BackReference:
            if (node.number > 0) // else a group that has not matched yet: nothing
                text += QStringLiteral("\\g{%1}").arg(node.number);
            break;
        case NodeType::Start:
            text += QLatin1String("\\A");
            break;
        case NodeType::End:
            text += QLatin1String("\\z");
            break;
        case NodeType::WordBoundary:
            text += QLatin1String("\\b");
            break;
        case NodeType::NoWordBoundary:
            text += QLatin1String("\\B");
            break;
        case NodeType::LookAhead:
            wrapped("(?=", node.children.front());
            break;
        case NodeType::NoLookAhead:
            wrapped("(?!", node.children.front());
            break;
        case NodeType::LookBehind:
            writeLookBehind("(?<=", node.children.front());
            break;
        case NodeType::NoLookBehind:
            writeLookBehind("(?<!", node.children.front());
            break;
        }
    }

private:
    void wrapped(const char *open, const Node &node)
    {
        text += QLatin1String(open);
        write(node);
        text += u')';
    }

    /// A part of a sequence; alternatives would swallow its neighbours.
    void writePart(const Node &node)
    {
        if (node.type == NodeType::Alternatives || node.type == NodeType::Sequence)
            wrapped("(?:", node);
        else
            write(node);
    }

    void writeCharacter(char32_t c)
    {
        const bool isPlain = c < 128 && QChar(static_cast<char16_t>(c)).isLetterOrNumber();
        if (isPlain)
            text += QChar(static_cast<char16_t>(c));
        else if (c >= 0xd800 && c < 0xe000)
            text += nothing; // half a character, which no text in UTF mode has
        else
            text += code(c);
    }

    static QString code(char32_t c) { return QStringLiteral("\\x{%1}").arg(quint32{c}, 0, 16); }

    void writeRange(char32_t first, char32_t last)
    {
        if (first > last)
            return;
        text += code(first);
        if (first < last)
            text += u'-' + code(last);
    }

    void writeSet(const CharSet &set)
    {
        CharSet positive = set;
        positive.isNegated = false;
        const qsizetype begin = text.size();
        text += set.isNegated ? QLatin1String("[^") : QLatin1String("[");
        const qsizetype inside = text.size();
        for (const Range &range : positiveRanges(positive)) {
            // PCRE2 takes no surrogates.
            writeRange(range.first, std::min<char32_t>(range.last, 0xd7ff));
            writeRange(std::max<char32_t>(range.first, 0xe000), range.last);
        }
        for (const Property &property : set.properties) {
            text += property.isNegated ? QLatin1String("\\P{") : QLatin1String("\\p{");
            text += property.name + u'}';
        }
        if (text.size() > inside) {
            text += u']';
            return;
        }
        text.truncate(begin);
        text += set.isNegated ? QLatin1String("(?s:.)") : nothing;
    }

    void writeRepeat(const Node &node)
    {
        const Node &child = node.children.front();
        const bool canBeEmpty = widthOf(child).least == 0;
        int least = node.least;
        int most = node.most;
        if (least > mostRepeats || most > mostRepeats) {
            isShortened = true;
            if (least > mostRepeats && !canBeEmpty) {
                text += nothing; // longer than the texts this is for
                return;
            }
            least = std::min(least, mostRepeats);
            most = most > mostRepeats ? unlimited : most;
        }
        if (child.type == NodeType::Character || child.type == NodeType::Set ||
            child.type == NodeType::Group)
            writePart(child);
        else
            wrapped("(?:", child);
        if (least == 0 && most == unlimited)
            text += u'*';
        else if (least == 1 && most == unlimited)
            text += u'+';
        else if (most == unlimited)
            text += QStringLiteral("{%1,}").arg(least);
        else
            text += QStringLiteral("{%1,%2}").arg(least).arg(most);
        if (node.isLazy)
            text += u'?';
    }

    /// PCRE2 10.42 wants each alternative to have one length.
    void writeLookBehind(const char *open, const Node &node)
    {
        const auto isFixed = [](const Node &part) {
            const Width width = widthOf(part);
            return width.least == width.most;
        };
        if (node.type == NodeType::Alternatives)
            isPossible &= std::all_of(node.children.begin(), node.children.end(), isFixed);
        else
            isPossible &= isFixed(node);
        wrapped(open, node);
    }
};

} // namespace

QString toPcre(const Node &root, bool *isShortened)
{
    PcreWriter writer;
    writer.write(root);
    *isShortened = writer.isShortened;
    return writer.isPossible ? writer.text : QString();
}

} // namespace Design::Regex
