#include "designer/openapi/swagger2/origins.h"

#include "designer/text/pointer.h"

namespace Design::Swagger2
{

namespace
{

/// Walks through the converted document and the one that was read side by side.
class MapMaker
{
public:
    MapMaker(const QHash<QString, QString> &origins, const Json &source, const SourceMap &map)
        : m_origins(origins)
        , m_source(source)
        , m_map(map)
        , m_result(map.text())
    {
    }

    SourceMap make(const Json &converted)
    {
        add(converted, {}, {&m_source, 0});
        return m_result;
    }

private:
    /// A value that was read, with the index of its entry; without the value, what is near.
    struct Origin {
        const Json *value = nullptr;
        qsizetype entry = 0;
    };

    void add(const Json &node, const QString &pointer, const Origin &origin)
    {
        const SourceMap::Entry &entry = m_map.entries().at(origin.entry);
        const qsizetype opened = m_result.open(entry.keyBegin, entry.begin);
        if (node.isObject()) {
            for (const JsonObject::Member &member : node.object())
                addChild(member.value, childPointer(pointer, member.key), member.key, origin);
        } else {
            for (qsizetype i = 0; i < node.array().size(); ++i)
                addChild(node.array().at(i), childPointer(pointer, i), QString::number(i), origin);
        }
        m_result.close(opened, entry.end);
    }

    void addChild(const Json &child, const QString &pointer, const QString &token,
                  const Origin &parent)
    {
        const auto moved = m_origins.constFind(pointer);
        if (moved != m_origins.constEnd())
            add(child, pointer, find(*moved));
        else
            add(child, pointer, step(parent, token));
    }

    Origin find(const QString &pointer)
    {
        Origin at{&m_source, 0};
        for (const QString &token : pointerTokens(pointer))
            at = step(at, token);
        return at;
    }

    Origin step(const Origin &parent, const QString &token)
    {
        const qsizetype index = parent.value ? childIndex(*parent.value, token) : -1;
        if (index < 0)
            return {nullptr, parent.entry};
        const Json &value = *parent.value;
        return {value.isObject() ? &value.object().members().at(index).value
                                 : &value.array().at(index),
                children(parent.entry).at(index)};
    }

    /// The entries of the children, counted once a parent.
    const QList<qsizetype> &children(qsizetype entry)
    {
        QList<qsizetype> &children = m_children[entry];
        if (children.isEmpty()) {
            const qsizetype end = entry + m_map.entries().at(entry).count;
            for (qsizetype at = entry + 1; at < end; at += m_map.entries().at(at).count)
                children.append(at);
        }
        return children;
    }

    const QHash<QString, QString> &m_origins;
    const Json &m_source;
    const SourceMap &m_map;
    SourceMap m_result;
    QHash<qsizetype, QList<qsizetype>> m_children;
};

/// What the table says of the pointer, or of the nearest place above it.
QString translated(const QString &pointer, const QHash<QString, QString> &table)
{
    for (QString above = pointer; !above.isEmpty(); above.truncate(above.lastIndexOf(u'/'))) {
        const auto found = table.constFind(above);
        if (found != table.constEnd())
            return *found + pointer.sliced(above.size());
    }
    return pointer;
}

} // namespace

Place Place::child(const QString &token) const
{
    return {childPointer(from, token), childPointer(to, token)};
}

Place Place::child(qsizetype index) const
{
    return {childPointer(from, index), childPointer(to, index)};
}

void Origins::add(const Place &place)
{
    m_origins.insert(place.to, place.from);
    if (!m_targets.contains(place.from))
        m_targets.insert(place.from, place.to);
}

QString Origins::target(const QString &from) const
{
    return translated(from, m_targets);
}

QString Origins::source(const QString &to) const
{
    return translated(to, m_origins);
}

SourceMap Origins::sourceMap(const Json &converted, const Json &source, const SourceMap &map) const
{
    if (map.isEmpty())
        return SourceMap();
    return MapMaker(m_origins, source, map).make(converted);
}

} // namespace Design::Swagger2
