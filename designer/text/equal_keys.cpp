#include "designer/text/json_builder.h"
#include "designer/text/pointer.h"

#include <QHash>

#include <algorithm>

// What JsonBuilder does with keys that meet: repeated ones, and those that "<<" brings in.

namespace Design
{

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

void JsonBuilder::resolveRepeated(const Frame &frame)
{
    JsonObject::Member *const members = m_members.data() + frame.base;
    const qsizetype size = childrenRead();
    const auto pairs = repeatedKeys(members, size);
    if (pairs.isEmpty())
        return;

    QList<bool> dropped(size, false);
    if (m_equalKeys == EqualKeys::LastInPlaceOfFirst) {
        for (auto pair = pairs.rbegin(); pair != pairs.rend(); ++pair) {
            members[pair->first].value = std::move(members[pair->second].value);
            dropped[pair->second] = true;
        }
    } else {
        for (const auto &[before, later] : pairs)
            dropped[before] = true;
    }
    if (m_map) {
        const QList<SourceMap::Entry> entries = m_map->takeChildren(frame.entry);
        QList<quint32> keyBegins;
        for (qsizetype child = 0; child < entries.size(); child += entries.at(child).count) {
            if (!dropped.at(keyBegins.size()))
                m_map->appendTree(entries, child);
            keyBegins.append(entries.at(child).keyBegin);
        }
        const QString container = pointer();
        for (const auto &[before, later] : pairs) {
            const QString &key = members[later].key;
            m_repeated.append(
                {keyBegins.at(before), keyBegins.at(later), key, childPointer(container, key)});
        }
    }
    qsizetype kept = 0;
    for (qsizetype i = 0; i < size; ++i) {
        if (dropped.at(i))
            continue;
        if (kept != i)
            members[kept] = std::move(members[i]);
        ++kept;
    }
    m_members.resize(static_cast<size_t>(frame.base + kept));
}

static bool isMergeable(const Json &value)
{
    const auto isObject = [](const Json &item) { return item.isObject(); };
    return value.isObject() ||
           (value.isArray() && std::all_of(value.array().begin(), value.array().end(), isObject));
}

static qsizetype countNodes(const Json &value)
{
    qsizetype nodes = 1;
    for (const Json &item : value.array())
        nodes += countNodes(item);
    for (const JsonObject::Member &member : value.object())
        nodes += countNodes(member.value);
    return nodes;
}

void JsonBuilder::merge(const Frame &frame)
{
    const auto first = m_members.begin() + frame.base;
    std::vector<JsonObject::Member> members(std::make_move_iterator(first),
                                            std::make_move_iterator(m_members.end()));
    m_members.erase(first, m_members.end());
    const QList<SourceMap::Entry> entries =
        m_map ? m_map->takeChildren(frame.entry) : QList<SourceMap::Entry>();

    QList<bool> isMerge(static_cast<qsizetype>(members.size()), false);
    for (const qsizetype ordinal : frame.merges)
        isMerge[ordinal] = isMergeable(members[static_cast<size_t>(ordinal)].value);
    QSet<QString> taken;
    for (size_t i = 0; i < members.size(); ++i) {
        if (!isMerge.at(static_cast<qsizetype>(i)))
            taken.insert(members[i].key);
    }
    qsizetype child = 0;
    for (size_t i = 0; i < members.size(); ++i) {
        const SourceMap::Entry place = m_map ? entries.at(child) : SourceMap::Entry{};
        if (!isMerge.at(static_cast<qsizetype>(i))) {
            m_members.push_back(std::move(members[i]));
            if (m_map)
                m_map->appendTree(entries, child);
        } else if (members[i].value.isObject()) {
            mergeFrom(members[i].value, place, taken);
        } else {
            for (const Json &source : members[i].value.array())
                mergeFrom(source, place, taken);
        }
        child += place.count;
    }
}

void JsonBuilder::mergeFrom(const Json &source, const SourceMap::Entry &place, QSet<QString> &taken)
{
    for (const JsonObject::Member &member : source.object()) {
        if (++m_again > m_mostAgain)
            return;
        if (taken.contains(member.key))
            continue;
        m_again += countNodes(member.value);
        if (m_again > m_mostAgain)
            return;
        taken.insert(member.key);
        m_members.push_back(member);
        mapAgain(member.value, place.begin, place.begin, place.end);
    }
}

QString quotedKey(const QString &key)
{
    constexpr qsizetype longest = 40;
    return u'"' + (key.size() > longest ? key.left(longest) + u'…' : key) + u'"';
}

void reportRepeated(QList<JsonBuilder::Repeated> repeated, ReadText &result)
{
    std::sort(repeated.begin(), repeated.end(),
              [](const auto &a, const auto &b) { return a.again < b.again; });
    constexpr qsizetype most = 1000;
    const auto rule = QStringLiteral("duplicate-key");
    for (const JsonBuilder::Repeated &one : repeated.first(std::min(most, repeated.size()))) {
        const QString line = QString::number(result.sourceMap.lineOf(one.before));
        const QString message = QStringLiteral("The name %1 stands in this object already, on "
                                               "line %2")
                                    .arg(quotedKey(one.key), line);
        result.diagnostics.append({Severity::Error, rule, message, one.pointer,
                                   result.sourceMap.position(one.again), NodeId::None});
    }
    if (repeated.size() > most) {
        const QString message =
            QStringLiteral("%1 more names are repeated").arg(repeated.size() - most);
        result.diagnostics.append({Severity::Error, rule, message, QString(),
                                   result.sourceMap.position(repeated.at(most).again),
                                   NodeId::None});
    }
}

} // namespace Design
