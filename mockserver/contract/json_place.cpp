#include "mockserver/contract/json_place.h"

using namespace Design;

namespace Mock
{

namespace
{

Json replacedFrom(const Json &json, const JsonArray &place, qsizetype at, const Json &value)
{
    if (at == place.size())
        return value;
    if (place[at].isString()) {
        JsonObject object = json.object();
        const QString key = place[at].string();
        const Json inner = replacedFrom(object.value(key), place, at + 1, value);
        if (inner.isUndefined())
            object.remove(key);
        else
            object.insert(key, inner);
        return Json(object);
    }
    JsonArray list = json.array();
    const qsizetype index = place[at].toInt64();
    while (list.size() <= index)
        list.append(Json(nullptr));
    list[index] = replacedFrom(list[index], place, at + 1, value);
    return Json(list);
}

} // namespace

Json replaced(const Json &json, const JsonArray &place, const Json &value)
{
    return replacedFrom(json, place, 0, value);
}

Json valueAt(const Json &json, const JsonArray &place)
{
    Json value = json;
    for (const Json &step : place)
        value = step.isString() ? value.value(step.string()) : value.array().value(step.toInt64());
    return value;
}

} // namespace Mock
