#include "designer/text/text_slice.h"

#include "designer/text/json_writer.h"
#include "designer/text/patch/patch_source.h"

#include <algorithm>

namespace Design
{

namespace
{

qsizetype indentOf(const QByteArray &line)
{
    const auto isSpace = [](char c) { return c == ' '; };
    return std::find_if_not(line.begin(), line.end(), isSpace) - line.begin();
}

bool isBlank(const QByteArray &line)
{
    return line.trimmed().isEmpty();
}

bool isBlankOrComment(const QByteArray &line)
{
    return isBlank(line) || line.trimmed().startsWith('#');
}

QList<QByteArray> linesOf(const QByteArray &text)
{
    QList<QByteArray> lines = text.split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    return lines;
}

/// Where the member that a token leads to stands, and what is inside of it.
struct Place {
    PatchSource::Part part;
    Json value;
    bool isFirst = true;
};

std::optional<Place> memberAt(const PatchSource &source, const Place &parent, const QString &key)
{
    const qsizetype index = parent.value.object().indexOf(key);
    const QList<PatchSource::Part> parts = source.parts(parent.part.entry, false);
    if (index < 0 || parts.size() != parent.value.object().size())
        return std::nullopt;
    return Place{parts.at(index), parent.value.object().members().at(index).value, index == 0};
}

/// Where the lines above a key begin that are about it: blank lines and comments that are not
/// inside of what stands before.
qsizetype beginWithComments(const PatchSource &source, const Place &place)
{
    qsizetype begin = place.part.start - source.column(place.part.start);
    qsizetype wanted = begin;
    while (begin > 0) {
        const qsizetype above = begin - 1 - source.column(begin - 1);
        const QByteArray line = source.slice(above, begin);
        const bool isInside =
            !place.isFirst && !isBlank(line) && indentOf(line) > source.column(place.part.start);
        if (!isBlankOrComment(line) || isInside)
            break;
        begin = above;
        if (!isBlank(line))
            wanted = begin;
    }
    return wanted;
}

/// Whether nothing but white space, a comment or a comma stands beside it on its lines.
bool hasOwnLines(const PatchSource &source, const PatchSource::Part &part)
{
    const qsizetype column = source.column(part.start);
    const QByteArray rest = source.slice(part.end, source.lineEnd(part.end)).trimmed();
    return isBlank(source.slice(part.start - column, part.start)) &&
           (rest.isEmpty() || rest == "," || rest.startsWith('#'));
}

qsizetype behindLine(const PatchSource &source, qsizetype offset)
{
    const qsizetype found = source.text().indexOf('\n', offset);
    return found < 0 ? source.text().size() : found + 1;
}

} // namespace

TextSlice::TextSlice(const QByteArray &text, const PatchSource &source)
    : m_whole(text)
    , m_newLine(source.newLine())
{
}

std::optional<TextSlice> TextSlice::ofMember(const QByteArray &text, const ReadText &read,
                                             const QStringList &tokens, int parents)
{
    if (!read.ok() || read.sourceMap.isEmpty())
        return std::nullopt;
    const PatchSource source(text, read);
    QList<Place> way{{{}, read.value, true}};
    for (const QString &token : tokens) {
        const std::optional<Place> next = memberAt(source, way.last(), token);
        if (!next)
            return std::nullopt;
        way.append(*next);
    }
    const bool isBraced = source.isFlow(0); // all of JSON is
    const bool isMixed =
        source.isFlow(way.at(way.size() - 2).part.entry) != isBraced ||
        (parents > 0 && source.isFlow(way.at(way.size() - 3).part.entry) != isBraced);
    const Place &place = way.last();
    const Place &outermost = way.at(way.size() - 1 - parents);
    if (isMixed || !hasOwnLines(source, place.part) || !hasOwnLines(source, outermost.part))
        return std::nullopt;

    TextSlice slice(text, source);
    slice.m_margin = source.column(outermost.part.start);
    const qsizetype end = behindLine(source, place.part.lineEnd);
    if (!isBraced) {
        if (parents > 0) {
            const qsizetype keyEnd = source.lineEnd(outermost.part.start);
            if (source.column(place.part.start) == source.column(outermost.part.start) ||
                keyEnd >= place.part.start)
                return std::nullopt;
            slice.appendLines(beginWithComments(source, outermost), behindLine(source, keyEnd));
            slice.m_parent = slice.m_lines.size();
        }
        slice.appendLines(beginWithComments(source, place), end);
        return slice;
    }
    slice.m_step = std::max(1, source.column(source.entry(1).keyBegin));
    slice.m_margin -= slice.m_step;
    if (slice.m_margin < 0)
        return std::nullopt;
    slice.appendOwn(0, "{");
    for (int i = 0; i < parents; ++i)
        slice.appendOwn(i + 1, writeJson(Json(tokens.at(tokens.size() - 1 - parents + i))) + ": {");
    slice.appendLines(place.part.start - source.column(place.part.start), end);
    if (slice.m_lines.last().shown.endsWith(','))
        slice.m_lines.last().shown.chop(1);
    for (int i = parents; i >= 0; --i)
        slice.appendOwn(i, "}");
    return slice;
}

std::optional<TextSlice> TextSlice::without(const QByteArray &text, const ReadText &read,
                                            const QStringList &keys)
{
    if (!read.ok() || read.sourceMap.isEmpty() || !read.value.isObject())
        return std::nullopt;
    const PatchSource source(text, read);
    const QList<JsonObject::Member> &members = read.value.object().members();
    const QList<PatchSource::Part> parts = source.parts(0, false);
    if (parts.size() != members.size() || source.isFlow(0))
        return std::nullopt;
    TextSlice slice(text, source);
    qsizetype begin = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (!keys.contains(members.at(i).key))
            continue;
        if (!hasOwnLines(source, parts.at(i)))
            return std::nullopt;
        slice.appendLines(begin, parts.at(i).start - source.column(parts.at(i).start));
        begin = behindLine(source, parts.at(i).lineEnd);
    }
    slice.appendLines(begin, text.size());
    return slice;
}

void TextSlice::appendLines(qsizetype begin, qsizetype end)
{
    while (begin < end) {
        const qsizetype found = m_whole.indexOf('\n', begin);
        const qsizetype next = found < 0 ? end : found + 1;
        QByteArray shown = m_whole.mid(begin, next - begin);
        shown = linesOf(shown).value(0);
        shown.remove(0, std::min<qsizetype>(m_margin, indentOf(shown)));
        m_lines.append({shown, begin, next});
        begin = next;
    }
}

void TextSlice::appendOwn(int depth, const QByteArray &shown)
{
    m_lines.append({QByteArray(m_step * depth, ' ') + shown, -1, -1});
}

QByteArray TextSlice::text() const
{
    QByteArray text;
    for (const Line &line : m_lines)
        text += line.shown + '\n';
    return text;
}

std::optional<QByteArray> TextSlice::changedTo(const QByteArray &slice) const
{
    const QList<QByteArray> after = linesOf(slice);
    qsizetype parent = 0;
    if (m_parent > 0) {
        const auto key = std::find_if_not(after.begin(), after.end(), isBlankOrComment);
        parent = std::min<qsizetype>(after.size(), key - after.begin() + 1);
    }
    QList<Change> changes;
    if (!compare(m_lines.first(m_parent), after.first(parent), changes) ||
        !compare(m_lines.sliced(m_parent), after.sliced(parent), changes))
        return std::nullopt;
    QByteArray text = m_whole;
    std::sort(changes.begin(), changes.end(),
              [](const Change &a, const Change &b) { return a.begin > b.begin; });
    for (const Change &change : std::as_const(changes))
        text.replace(change.begin, change.end - change.begin, change.text);
    return text;
}

/// What differs between the lines that both begin with and those that both end with.
bool TextSlice::compare(QList<Line> before, QList<QByteArray> after, QList<Change> &changes) const
{
    qsizetype same = 0;
    const qsizetype fewest = std::min(before.size(), after.size());
    while (same < fewest && before.at(same).shown == after.at(same))
        ++same;
    qsizetype rest = 0;
    while (rest < fewest - same &&
           before.at(before.size() - 1 - rest).shown == after.at(after.size() - 1 - rest))
        ++rest;
    const QList<Line> gone = before.sliced(same, before.size() - same - rest);
    const QList<QByteArray> fresh = after.sliced(same, after.size() - same - rest);
    const auto isOwn = [](const Line &line) { return line.begin < 0; };
    if (std::any_of(gone.begin(), gone.end(), isOwn))
        return false;
    if (gone.isEmpty() && fresh.isEmpty())
        return true;
    const QByteArray text = written(fresh);
    if (!gone.isEmpty()) {
        changes.append({gone.first().begin, gone.first().end, text});
        for (const Line &line : gone.sliced(1))
            changes.append({line.begin, line.end, {}});
        return true;
    }
    // Between two lines: what is indented deeper than the next one goes on with the one before.
    const Line previous = same > 0 ? before.at(same - 1) : Line();
    const Line next = rest > 0 ? before.at(same) : Line();
    const bool isBelow = next.begin < 0 || indentOf(fresh.first()) > indentOf(next.shown);
    const qsizetype place = isBelow && previous.end >= 0 ? previous.end : next.begin;
    if (place < 0)
        return false;
    const bool isAtEnd = place == m_whole.size() && !m_whole.endsWith('\n');
    changes.append({place, place, isAtEnd ? m_newLine + text : text});
    return true;
}

QByteArray TextSlice::written(const QList<QByteArray> &lines) const
{
    QByteArray text;
    for (const QByteArray &line : lines)
        text += (line.isEmpty() ? line : QByteArray(m_margin, ' ') + line) + m_newLine;
    return text;
}

} // namespace Design
