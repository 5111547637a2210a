#include "designer/text/json_parser.h"

#include "designer/text/pointer.h"
#include "designer/text/utf8.h"

#include <QHash>

#include <algorithm>
#include <bit>
#include <cstring>

namespace Design
{

JsonParser::JsonParser(QByteArrayView text, const Options &options, SourceMap *map)
    : m_begin(text.data())
    , m_end(text.data() + text.size())
    , m_at(text.data())
    , m_options(options)
    , m_map(map)
{
    // Keys and short texts come again and again in a long document; a short one is not worth it.
    if (text.size() > 1024)
        m_interned.resize(std::bit_ceil(std::min<size_t>(text.size() / 16, 8192)));
}

bool JsonParser::fail(Fault fault, const char *at)
{
    m_fault = fault;
    m_faultOffset = at - m_begin;
    return false;
}

void JsonParser::skipBlanks()
{
    while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r'))
        ++m_at;
}

bool JsonParser::parse(qsizetype from)
{
    m_at = m_begin + from;
    skipBlanks();
    for (;;) {
        const char first = m_at < m_end ? *m_at : '\0';
        if (first == '{' || first == '[') {
            if (!open(first == '{'))
                return false;
            skipBlanks();
            if (m_at == m_end || *m_at != (first == '{' ? '}' : ']')) {
                if (first == '{' && !readKey())
                    return false;
                continue;
            }
            if (!closeContainer())
                return false;
        } else {
            const char *const begin = m_at;
            Json value;
            if (!readScalar(value))
                return false;
            if (m_map)
                m_map->close(m_map->open(keyBegin(begin), offset(begin)), offset(m_at));
            attach(std::move(value));
            if (!count())
                return false;
        }

        // After a value: the ends of what it completes, then a comma or the end of the text.
        for (;;) {
            skipBlanks();
            if (m_frames.empty())
                return m_at == m_end || fail(Fault::ExtraData, m_at);
            const bool isObject = m_frames.back().isObject;
            const char next = m_at < m_end ? *m_at : '\0';
            if (next == (isObject ? '}' : ']')) {
                if (!closeContainer())
                    return false;
                continue;
            }
            if (next != ',')
                return fail(Fault::ExpectedComma, m_at);
            ++m_at;
            skipBlanks();
            if (isObject && !readKey())
                return false;
            break;
        }
    }
}

bool JsonParser::count()
{
    return ++m_nodes <= m_options.nodes || fail(Fault::TooManyValues, m_at);
}

bool JsonParser::open(bool isObject)
{
    if (static_cast<qsizetype>(m_frames.size()) >= m_options.depth)
        return fail(Fault::TooDeep, m_at);
    Frame frame;
    frame.isObject = isObject;
    frame.base = static_cast<qsizetype>(isObject ? m_members.size() : m_items.size());
    if (m_map)
        frame.entry = m_map->open(keyBegin(m_at), offset(m_at));
    m_frames.push_back(std::move(frame));
    ++m_at;
    return true;
}

quint32 JsonParser::keyBegin(const char *value) const
{
    return m_frames.empty() || !m_frames.back().isObject ? offset(value) : m_frames.back().keyBegin;
}

bool JsonParser::readKey()
{
    Frame &frame = m_frames.back();
    if (m_at == m_end || *m_at != '"')
        return fail(Fault::ExpectedKey, m_at);
    frame.keyBegin = offset(m_at);
    if (!readString(frame.key))
        return false;
    skipBlanks();
    if (m_at == m_end || *m_at != ':')
        return fail(Fault::ExpectedColon, m_at);
    ++m_at;
    skipBlanks();
    return true;
}

void JsonParser::attach(Json &&value)
{
    if (m_frames.empty())
        m_root = std::move(value);
    else if (m_frames.back().isObject)
        m_members.push_back({std::move(m_frames.back().key), std::move(value)});
    else
        m_items.push_back(std::move(value));
}

bool JsonParser::closeContainer()
{
    ++m_at;
    const Frame frame = m_frames.back();
    Json result;
    if (frame.isObject) {
        resolveRepeated(frame);
        const auto from = m_members.begin() + frame.base;
        QList<JsonObject::Member> members;
        members.reserve(m_members.end() - from);
        std::for_each(from, m_members.end(), [&](auto &m) { members.append(std::move(m)); });
        m_members.erase(from, m_members.end());
        result = JsonObject::fromDistinct(std::move(members));
    } else {
        const auto from = m_items.begin() + frame.base;
        JsonArray items;
        items.reserve(m_items.end() - from);
        std::for_each(from, m_items.end(), [&](Json &item) { items.append(std::move(item)); });
        m_items.erase(from, m_items.end());
        result = std::move(items);
    }
    if (m_map)
        m_map->close(frame.entry, offset(m_at));
    m_frames.pop_back();
    attach(std::move(result));
    return count();
}

qsizetype JsonParser::childrenRead() const
{
    if (m_frames.empty())
        return 0;
    const Frame &frame = m_frames.back();
    const size_t size = frame.isObject ? m_members.size() : m_items.size();
    return static_cast<qsizetype>(size) - frame.base;
}

QString JsonParser::key() const
{
    if (!isInObject())
        return {};
    return m_fault == Fault::ExpectedComma ? m_members.back().key : m_frames.back().key;
}

QString JsonParser::pointer() const
{
    QString pointer;
    qsizetype itemsEnd = static_cast<qsizetype>(m_items.size());
    QStringList tokens;
    for (auto frame = m_frames.rbegin(); frame != m_frames.rend(); ++frame) {
        if (frame != m_frames.rbegin())
            tokens.prepend(frame->isObject ? frame->key : QString::number(itemsEnd - frame->base));
        if (!frame->isObject)
            itemsEnd = frame->base;
    }
    for (const QString &token : tokens)
        pointer = childPointer(pointer, token);
    return pointer;
}

/// Pairs of places with equal keys, each key with the place before it, ascending by the later.
static QList<std::pair<qsizetype, qsizetype>> repeatedKeys(const JsonObject::Member *members,
                                                           qsizetype size)
{
    QList<std::pair<qsizetype, qsizetype>> pairs;
    if (size <= 16) { // cheaper than hashing
        for (qsizetype later = 1; later < size; ++later) {
            qsizetype before = later - 1;
            while (before >= 0 && members[before].key != members[later].key)
                --before;
            if (before >= 0)
                pairs.append({before, later});
        }
        return pairs;
    }
    QHash<QString, qsizetype> places;
    places.reserve(size);
    for (qsizetype i = 0; i < size; ++i) {
        const auto place = places.find(members[i].key);
        if (place == places.end()) {
            places.insert(members[i].key, i);
        } else {
            pairs.append({*place, i});
            *place = i;
        }
    }
    return pairs;
}

void JsonParser::resolveRepeated(const Frame &frame)
{
    JsonObject::Member *const members = m_members.data() + frame.base;
    const qsizetype size = childrenRead();
    const auto pairs = repeatedKeys(members, size);
    if (pairs.isEmpty())
        return;

    QList<qsizetype> dropped;
    if (m_options.python) {
        for (const auto &[before, later] : pairs)
            dropped.append(later);
        for (auto pair = pairs.rbegin(); pair != pairs.rend(); ++pair)
            members[pair->first].value = std::move(members[pair->second].value);
    } else {
        for (const auto &[before, later] : pairs)
            dropped.append(before);
        std::sort(dropped.begin(), dropped.end());
    }
    if (m_map) {
        const QString container = pointer();
        QList<quint32> places;
        for (qsizetype child = frame.entry + 1; child < m_map->entries().size();) {
            places.append(m_map->entries().at(child).keyBegin);
            child += m_map->entries().at(child).count;
        }
        for (const auto &[before, later] : pairs) {
            const QString &key = members[later].key;
            m_repeated.append(
                {places.at(before), places.at(later), key, childPointer(container, key)});
        }
        m_map->dropChildren(frame.entry, dropped);
    }
    auto next = dropped.begin();
    qsizetype kept = 0;
    for (qsizetype i = 0; i < size; ++i) {
        if (next != dropped.end() && *next == i) {
            ++next;
            continue;
        }
        if (kept != i)
            members[kept] = std::move(members[i]);
        ++kept;
    }
    m_members.resize(static_cast<size_t>(frame.base + kept));
}

} // namespace Design
