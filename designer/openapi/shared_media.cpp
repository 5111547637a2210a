#include "designer/openapi/shared_media.h"

#include "designer/model/children.h"
#include "designer/model/component_table.h"
#include "designer/model/locate.h"
#include "designer/openapi/part_reader.h"
#include "designer/text/pointer.h"

namespace Design
{

namespace
{

class SharedMedia
{
public:
    SharedMedia(Api &api, const JsonObject &shared)
        : m_api(api)
        , m_shared(shared)
    {
    }

    void place() { visit(m_api); }

    /// Where the parts of the copies stand.
    QHash<NodeId, SharedPlace> places() const
    {
        const NodeIndex index(m_api);
        QHash<NodeId, SharedPlace> places;
        for (auto it = m_names.begin(); it != m_names.end(); ++it) {
            const QString start =
                childPointer(childPointer(QStringLiteral("/components"), sectionName()), *it);
            addPlaces(index, it.key(), {it.key(), start}, &places);
        }
        return places;
    }

    static const QString &sectionName()
    {
        static const QString name = QStringLiteral("mediaTypes");
        return name;
    }

private:
    template<class Node>
    bool visit(Node &node)
    {
        return changeEachChild(node, [this](auto &child) { return visit(child); });
    }

    bool visit(Schema &) { return false; }

    bool visit(MediaType &media)
    {
        const QString name = sharedName(media.rest.value(u"$ref"));
        const Json json = m_shared.value(name);
        if (!json.isObject())
            return false;
        const NodeId id = media.id;
        m_names.insert(id, name);
        media = readMediaType(m_api, json);
        media.id = id;
        return true;
    }

    /// Follows references from one shared media type to another; empty when they lead nowhere.
    QString sharedName(Json reference) const
    {
        constexpr int farthest = 8;
        QString name;
        for (int step = 0; step < farthest && reference.isString(); ++step) {
            const ComponentPath path = componentPath(reference.string());
            name = path.section == sectionName() ? path.name : QString();
            reference = m_shared.value(name).value(u"$ref");
        }
        return reference.isString() ? QString() : name;
    }

    static void addPlaces(const NodeIndex &index, NodeId node, const SharedPlace &place,
                          QHash<NodeId, SharedPlace> *places)
    {
        const qsizetype start = index.pointer(node).size();
        for (const NodeId child : index.children(node)) {
            const SharedPlace inside{place.reference,
                                     place.pointer + index.pointer(child).sliced(start)};
            places->insert(child, inside);
            addPlaces(index, child, inside, places);
        }
    }

    Api &m_api;
    const JsonObject m_shared;
    QHash<NodeId, QString> m_names; ///< of what was put into each media type
};

} // namespace

PlacedMedia placedMedia(const Api &api)
{
    const QString &section = SharedMedia::sectionName();
    const Json shared = api.components.rest.value(section);
    if (!shared.isObject())
        return {api, {}};
    PlacedMedia placed{api, {}};
    SharedMedia media(placed.api, shared.object());
    media.place();
    placed.places = media.places();
    placed.api.components.rest.set(section, {});
    return placed;
}

Api withPlacedMedia(const Api &api)
{
    return placedMedia(api).api;
}

} // namespace Design
