#include "designer/model/edits/map_places.h"

#include <limits>

namespace Design
{

static QString mapKey()
{
    return QStringLiteral("map");
}

static std::optional<int> coordinate(const Json &value)
{
    const double number = value.toDouble(std::numeric_limits<double>::quiet_NaN());
    // Far out a card could not be found again, nor drawn exactly.
    if (!value.isNumber() || !(number >= -1e6 && number <= 1e6))
        return std::nullopt;
    return static_cast<int>(number);
}

QHash<NodeId, QPoint> mapPlaces(const Api &api)
{
    QHash<NodeId, QPoint> places;
    const Json map = api.menura.value(mapKey());
    if (map.object().isEmpty())
        return places;
    QHash<QString, NodeId> ids;
    for (const Named<Schema> &schema : api.components.schemas) {
        if (!schema.isRaw())
            ids.insert(schema.name, schema.value.id());
    }
    for (const JsonObject::Member &member : map.object()) {
        const JsonArray &pair = member.value.array();
        const auto id = ids.constFind(member.key);
        if (pair.size() != 2 || id == ids.cend())
            continue;
        const auto x = coordinate(pair.at(0));
        const auto y = coordinate(pair.at(1));
        if (x && y)
            places.insert(*id, QPoint(*x, *y));
    }
    return places;
}

void setMapPlaces(Api &api, const QHash<NodeId, QPoint> &places)
{
    if (!api.menura.isUndefined() && !api.menura.isObject())
        return; // malformed, and not ours to throw away
    QList<JsonObject::Member> members;
    for (const Named<Schema> &schema : api.components.schemas) {
        const auto place = places.constFind(schema.value.id());
        if (!schema.isRaw() && place != places.cend())
            members.append({schema.name, JsonArray{Json(place->x()), Json(place->y())}});
    }
    if (members.isEmpty() && !api.menura.isObject())
        return;
    JsonObject menura = api.menura.object();
    if (members.isEmpty())
        menura.remove(mapKey());
    else
        menura.insert(mapKey(), JsonObject::fromDistinct(std::move(members)));
    api.menura = menura.isEmpty() ? Json() : Json(menura);
}

bool renameMapPlace(Api &api, const QString &from, const QString &to)
{
    JsonObject menura = api.menura.object();
    JsonObject map = menura.value(mapKey()).object();
    if (!map.contains(from))
        return false;
    map.remove(to); // of a model that is gone
    map.rename(from, to);
    menura.insert(mapKey(), map);
    api.menura = menura;
    return true;
}

} // namespace Design
