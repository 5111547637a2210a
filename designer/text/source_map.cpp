#include "designer/text/source_map.h"

#include "designer/text/pointer.h"

#include <algorithm>
#include <cstring>

namespace Design
{

void SourceMap::setText(const QByteArray &text)
{
    m_text = text;
    m_lineStarts = {0};
    const char *const begin = m_text.constData();
    const char *const end = begin + m_text.size();
    if (!m_text.contains('\r')) {
        for (const char *at = begin; at < end;) {
            const void *found = std::memchr(at, '\n', static_cast<size_t>(end - at));
            if (!found)
                break;
            at = static_cast<const char *>(found) + 1;
            m_lineStarts.append(static_cast<quint32>(at - begin));
        }
        return;
    }
    for (const char *at = begin; at < end; ++at) {
        if (*at == '\n' || (*at == '\r' && (at + 1 == end || at[1] != '\n')))
            m_lineStarts.append(static_cast<quint32>(at + 1 - begin));
    }
}

QList<SourceMap::Entry> SourceMap::takeChildren(qsizetype entry)
{
    QList<Entry> children = m_entries.sliced(entry + 1);
    m_entries.resize(entry + 1);
    return children;
}

void SourceMap::appendTree(const QList<Entry> &entries, qsizetype index)
{
    const auto first = entries.begin() + index;
    std::copy(first, first + first->count, std::back_inserter(m_entries));
}

const SourceMap::Entry *SourceMap::find(const Json &root, QStringView pointer, bool orNearest) const
{
    if (m_entries.isEmpty() || (!pointer.isEmpty() && !pointer.startsWith(u'/')))
        return nullptr;
    const Json *value = &root;
    qsizetype at = 0;
    for (const QString &token : pointerTokens(pointer)) {
        const qsizetype index = childIndex(*value, token);
        qsizetype child = at + 1;
        const qsizetype end = at + m_entries.at(at).count;
        for (qsizetype i = 0; i < index && child < end; ++i)
            child += m_entries.at(child).count;
        if (index < 0 || child >= end)
            return orNearest ? &m_entries.at(at) : nullptr;
        at = child;
        value = value->isObject() ? &value->object().members().at(index).value
                                  : &value->array().at(index);
    }
    return &m_entries.at(at);
}

QString SourceMap::pointerAtLine(const Json &root, int line) const
{
    if (m_entries.isEmpty() || line < 1 || line > m_lineStarts.size())
        return {};
    const quint32 begin = m_lineStarts.at(line - 1);
    const quint32 end = line < m_lineStarts.size() ? m_lineStarts.at(line)
                                                   : static_cast<quint32>(m_text.size()) + 1;
    const auto first = std::lower_bound(
        m_entries.begin(), m_entries.end(), begin,
        [](const Entry &entry, quint32 offset) { return entry.keyBegin < offset; });
    qsizetype target = first - m_entries.begin();
    const bool startsHere = first != m_entries.end() && first->keyBegin < end;
    if (startsHere) {
        // "- name: x" is about the name. An expanded alias covers its children: it ends the walk.
        while (target + 1 < m_entries.size() && m_entries.at(target).count > 1) {
            const Entry &outer = m_entries.at(target);
            const Entry &inner = m_entries.at(target + 1);
            const bool expanded = inner.begin == outer.begin && inner.end == outer.end;
            if (inner.keyBegin != outer.begin || outer.keyBegin != outer.begin || expanded)
                break;
            ++target;
        }
    }

    QString pointer;
    const Json *value = &root;
    for (qsizetype at = 0; at != target;) {
        qsizetype child = at + 1;
        qsizetype index = 0;
        const qsizetype childrenEnd = at + m_entries.at(at).count;
        const auto holds = [&](qsizetype entry) {
            const Entry &e = m_entries.at(entry);
            return startsHere ? target < entry + e.count : e.keyBegin <= begin && begin < e.end;
        };
        while (child < childrenEnd && !holds(child)) {
            child += m_entries.at(child).count;
            ++index;
        }
        if (child >= childrenEnd)
            break;
        if (value->isObject() && index < value->object().size()) {
            const JsonObject::Member &member = value->object().members().at(index);
            pointer = childPointer(pointer, member.key);
            value = &member.value;
        } else if (value->isArray() && index < value->array().size()) {
            pointer = childPointer(pointer, index);
            value = &value->array().at(index);
        } else {
            break; // not the value that this map was made with
        }
        at = child;
    }
    return pointer;
}

int SourceMap::lineOf(quint32 offset) const
{
    const auto next = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), offset);
    return static_cast<int>(next - m_lineStarts.begin());
}

TextPosition SourceMap::position(quint32 offset) const
{
    const int line = lineOf(offset);
    if (line == 0)
        return {};
    qsizetype begin = m_lineStarts.at(line - 1);
    if (line == 1 && m_text.startsWith("\xEF\xBB\xBF"))
        begin = 3;
    const qsizetype end = std::min<qsizetype>(offset, m_text.size());
    int column = 1;
    for (qsizetype i = begin; i < end; ++i)
        column += (m_text.at(i) & 0xC0) != 0x80 ? 1 : 0;
    return {line, column};
}

TextPosition SourceMap::position(const Json &root, QStringView pointer) const
{
    const Entry *entry = find(root, pointer, true);
    return entry ? position(entry->keyBegin) : TextPosition{};
}

} // namespace Design
