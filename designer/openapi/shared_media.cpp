#include "designer/openapi/shared_media.h"

#include "designer/model/children.h"
#include "designer/model/component_table.h"
#include "designer/openapi/part_reader.h"

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

private:
    template<class Node>
    bool visit(Node &node)
    {
        return changeEachChild(node, [this](auto &child) { return visit(child); });
    }

    bool visit(Schema &) { return false; }

    bool visit(MediaType &media)
    {
        const Json json = sharedBy(media.rest.value(u"$ref"));
        if (!json.isObject())
            return false;
        const NodeId id = media.id;
        media = readMediaType(m_api, json);
        media.id = id;
        return true;
    }

    /// Follows references from one shared media type to another.
    Json sharedBy(Json reference) const
    {
        constexpr int farthest = 8;
        Json media;
        for (int step = 0; step < farthest && reference.isString(); ++step) {
            const ComponentPath path = componentPath(reference.string());
            media =
                path.section == QLatin1String("mediaTypes") ? m_shared.value(path.name) : Json();
            reference = media.value(u"$ref");
        }
        return reference.isString() ? Json() : media;
    }

    Api &m_api;
    const JsonObject m_shared;
};

} // namespace

Api withPlacedMedia(const Api &api)
{
    const QString section = QStringLiteral("mediaTypes");
    const Json shared = api.components.rest.value(section);
    if (!shared.isObject())
        return api;
    Api placed = api;
    SharedMedia(placed, shared.object()).place();
    placed.components.rest.set(section, {});
    return placed;
}

} // namespace Design
