#include "designer/text/patch/patch_source.h"

namespace Design
{

PatchSource::PatchSource(const QByteArray &text, const ReadText &read)
    : m_text(text)
    , m_map(read.sourceMap)
    , m_newLine(text.contains("\r\n") ? "\r\n" : "\n")
{
}

bool PatchSource::isFlow(qsizetype at) const
{
    const char first = m_text.at(entry(at).begin);
    return first == '{' || first == '[';
}

bool PatchSource::isBlockText(qsizetype at) const
{
    const SourceMap::Entry &found = entry(at);
    return found.count == 1 && found.end > found.begin &&
           (m_text.at(found.begin) == '|' || m_text.at(found.begin) == '>');
}

qsizetype PatchSource::lineEnd(qsizetype offset) const
{
    const qsizetype found = m_text.indexOf('\n', offset);
    const qsizetype end = found < 0 ? m_text.size() : found;
    return end > offset && m_text.at(end - 1) == '\r' ? end - 1 : end;
}

int PatchSource::column(qsizetype offset) const
{
    const qsizetype line = offset == 0 ? -1 : m_text.lastIndexOf('\n', offset - 1);
    return static_cast<int>(offset - line - 1);
}

qsizetype PatchSource::end(qsizetype at) const
{
    const SourceMap::Entry &found = entry(at);
    qsizetype end = found.end;
    if (isBlockText(at)) { // the line break that ends it belongs to what follows
        while (end > found.begin && (m_text.at(end - 1) == '\n' || m_text.at(end - 1) == '\r'))
            --end;
        return end;
    }
    if (found.count == 1 || isFlow(at))
        return end;
    qsizetype last = at + 1;
    while (last + entry(last).count < at + found.count)
        last += entry(last).count;
    return endWithComments(last);
}

qsizetype PatchSource::endWithComments(qsizetype at) const
{
    const SourceMap::Entry &found = entry(at);
    // What is inside of an item of a list begins where its value does.
    const int inside = column(found.keyBegin) + (found.keyBegin == found.begin ? 0 : 1);
    qsizetype end = lineEnd(this->end(at));
    for (qsizetype next = end; next < m_text.size(); next = lineEnd(next)) {
        next = m_text.indexOf('\n', next) + 1;
        if (next == 0)
            break;
        const QByteArray line = slice(next, lineEnd(next));
        const QByteArray trimmed = line.trimmed();
        if (!trimmed.isEmpty() && (!trimmed.startsWith('#') || line.indexOf('#') < inside))
            break;
        if (!trimmed.isEmpty())
            end = lineEnd(next);
    }
    return end;
}

qsizetype PatchSource::dash(qsizetype from, qsizetype to) const
{
    qsizetype at = from;
    while (at < to) {
        while (at < to && (m_text.at(at) == ' ' || m_text.at(at) == '\r' || m_text.at(at) == '\n'))
            ++at;
        if (at < to && m_text.at(at) == '-')
            return at;
        if (at >= to || m_text.at(at) != '#')
            return -1;
        at = lineEnd(at);
    }
    return -1;
}

QList<PatchSource::Part> PatchSource::parts(qsizetype at, bool isBlockList) const
{
    const SourceMap::Entry &whole = entry(at);
    const bool isBlock = !isFlow(at);
    QList<Part> parts;
    qsizetype free = whole.begin;
    for (qsizetype child = at + 1; child < at + whole.count; child += entry(child).count) {
        const SourceMap::Entry &found = entry(child);
        Part part;
        part.entry = child;
        part.value = found.begin;
        part.start = isBlockList ? dash(free, found.begin) : found.keyBegin;
        part.end = end(child);
        part.lineEnd = isBlock ? endWithComments(child) : part.end;
        const bool isInside = part.start >= free && part.value >= part.start &&
                              part.end >= part.value && found.end <= whole.end;
        if (!isInside)
            return {};
        free = part.lineEnd;
        parts.append(part);
    }
    return parts;
}

qsizetype PatchSource::colon(qsizetype key) const
{
    const char quote = m_text.at(key);
    qsizetype at = key;
    if (quote == '"' || quote == '\'') {
        for (++at; at < m_text.size(); ++at) {
            if (m_text.at(at) == '\\' && quote == '"')
                ++at;
            else if (m_text.at(at) == quote && (quote == '"' || m_text.mid(at + 1, 1) != "'"))
                break;
            else if (m_text.at(at) == quote)
                ++at;
        }
        return m_text.indexOf(':', at);
    }
    for (; at < m_text.size(); ++at) {
        const bool isEnd = at + 1 == m_text.size();
        if (m_text.at(at) == ':' &&
            (isEnd || QByteArrayView(" \t\r\n").contains(m_text.at(at + 1))))
            return at;
        if (m_text.at(at) == '\n')
            break;
    }
    return -1;
}

} // namespace Design
