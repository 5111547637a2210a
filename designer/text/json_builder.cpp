#include "designer/text/json_builder.h"

#include "designer/text/pointer.h"

#include <QHash>

#include <algorithm>

namespace Design
{

void JsonBuilder::setKey(QString &&key, quint32 begin)
{
    Frame &frame = m_frames.back();
    frame.key = std::move(key);
    frame.keyBegin = begin;
}

void JsonBuilder::setMergeKey(quint32 begin)
{
    setKey(QStringLiteral("<<"), begin);
    m_frames.back().isMergeNext = true;
}

quint32 JsonBuilder::keyBegin(quint32 begin) const
{
    return isInObject() ? m_frames.back().keyBegin : begin;
}

void JsonBuilder::add(Json &&value, quint32 begin, quint32 end)
{
    if (m_map)
        m_map->close(m_map->open(keyBegin(begin), begin), end);
    attach(std::move(value), 0);
}

void JsonBuilder::addAgain(const Json &value, qsizetype nodes, int height, quint32 begin,
                           quint32 end)
{
    m_again += nodes;
    if (m_again > m_mostAgain)
        return;
    mapAgain(value, keyBegin(begin), begin, end);
    attach(Json(value), height);
}

void JsonBuilder::mapAgain(const Json &value, quint32 keyBegin, quint32 begin, quint32 end)
{
    if (!m_map)
        return;
    const qsizetype entry = m_map->open(keyBegin, begin);
    for (const Json &item : value.array())
        mapAgain(item, begin, begin, end);
    for (const JsonObject::Member &member : value.object())
        mapAgain(member.value, begin, begin, end);
    m_map->close(entry, end);
}

void JsonBuilder::attach(Json &&value, int height)
{
    ++m_nodes;
    m_lastHeight = height;
    if (m_frames.empty()) {
        m_root = std::move(value);
        return;
    }
    Frame &frame = m_frames.back();
    frame.height = std::max(frame.height, height);
    if (!frame.isObject) {
        m_items.push_back(std::move(value));
        return;
    }
    if (frame.isMergeNext)
        frame.merges.append(childrenRead());
    frame.isMergeNext = false;
    m_members.push_back({std::move(frame.key), std::move(value)});
}

void JsonBuilder::open(bool isObject, quint32 begin)
{
    Frame frame;
    frame.isObject = isObject;
    frame.base = static_cast<qsizetype>(isObject ? m_members.size() : m_items.size());
    if (m_map)
        frame.entry = m_map->open(keyBegin(begin), begin);
    m_frames.push_back(std::move(frame));
}

void JsonBuilder::close(quint32 end)
{
    const Frame frame = m_frames.back();
    Json result;
    if (frame.isObject) {
        if (!frame.merges.isEmpty())
            merge(frame);
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
        m_map->close(frame.entry, end);
    m_frames.pop_back();
    attach(std::move(result), frame.height + 1);
}

const Json &JsonBuilder::last() const
{
    if (m_frames.empty())
        return m_root;
    return m_frames.back().isObject ? m_members.back().value : m_items.back();
}

qsizetype JsonBuilder::childrenRead() const
{
    if (m_frames.empty())
        return 0;
    const Frame &frame = m_frames.back();
    const size_t size = frame.isObject ? m_members.size() : m_items.size();
    return static_cast<qsizetype>(size) - frame.base;
}

QString JsonBuilder::key() const
{
    return isInObject() ? m_frames.back().key : QString();
}

QString JsonBuilder::lastKey() const
{
    return isInObject() && childrenRead() > 0 ? m_members.back().key : QString();
}

QString JsonBuilder::pointer() const
{
    QStringList tokens;
    auto itemsEnd = static_cast<qsizetype>(m_items.size());
    for (auto frame = m_frames.rbegin(); frame != m_frames.rend(); ++frame) {
        if (frame != m_frames.rbegin())
            tokens.prepend(frame->isObject ? frame->key : QString::number(itemsEnd - frame->base));
        if (!frame->isObject)
            itemsEnd = frame->base;
    }
    QString pointer;
    for (const QString &token : tokens)
        pointer = childPointer(pointer, token);
    return pointer;
}

} // namespace Design
