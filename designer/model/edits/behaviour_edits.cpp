#include "designer/model/edits/behaviour_edits.h"

#include "designer/model/edits/names.h"
#include "designer/model/fields.h"
#include "designer/model/locate.h"

#include <QRegularExpression>

namespace Design
{

namespace
{

const QString extensionKey = QStringLiteral("x-menura");

Json extensionOf(const Api &api, NodeId owner)
{
    if (owner == NodeId::None)
        return api.menura;
    if (const Operation *operation = findOperation(api, owner))
        return operation->rest.value(extensionKey);
    for (const Named<SecurityScheme> &scheme : api.components.securitySchemes) {
        if (scheme.value.id == owner && !scheme.isRaw())
            return scheme.value.rest.value(extensionKey);
    }
    return {};
}

bool setExtension(Api &api, NodeId owner, const Json &value)
{
    if (owner == NodeId::None) {
        api.menura = value;
        return true;
    }
    for (Named<SecurityScheme> &scheme : api.components.securitySchemes) {
        if (scheme.value.id == owner && !scheme.isRaw()) {
            scheme.value.rest.set(extensionKey, value);
            return true;
        }
    }
    return editOperation(api, owner,
                         [&value](Operation &found) { found.rest.set(extensionKey, value); });
}

/// Whether it is a security scheme, which stands in the components.
bool isOfScheme(const BehaviourPlace &place)
{
    return place.owner == NodeId::None && place.path.value(0) == groupKey(BehaviourGroup::Schemes);
}

Json schemeJson(const SecurityScheme &scheme)
{
    JsonObject object;
    forEachMember(Table<SecurityScheme>(), [&](const QString &key, auto member) {
        if (!isDefault(scheme.*member))
            object.insert(key, scheme.*member);
    });
    for (const Rest::Member &member : scheme.rest.members) {
        if (!member.value.isUndefined())
            object.insert(member.key, member.value);
    }
    return object;
}

/// All of them, as the extension would have them.
Json securitySchemes(const Api &api)
{
    JsonObject schemes;
    for (const Named<SecurityScheme> &scheme : api.components.securitySchemes) {
        if (!scheme.isRaw())
            schemes.insert(scheme.name, schemeJson(scheme.value));
    }
    return JsonObject{{groupKey(BehaviourGroup::Schemes), schemes}};
}

void setScheme(SecurityScheme &scheme, const Json &json)
{
    JsonObject unknown = json.object();
    forEachMember(Table<SecurityScheme>(), [&](const QString &key, auto member) {
        const Json value = json.value(key);
        if constexpr (std::is_same_v<std::decay_t<decltype(scheme.*member)>, Json>)
            scheme.*member = value;
        else
            scheme.*member = value.toString();
        unknown.remove(key);
    });
    const QList<Rest::Member> were = scheme.rest.members;
    for (const Rest::Member &member : were) {
        if (!member.value.isUndefined() && !unknown.contains(member.key))
            scheme.rest.set(member.key, {});
    }
    for (const JsonObject::Member &member : unknown)
        scheme.rest.set(member.key, member.value);
}

bool setSecuritySchemes(Api &api, const Json &things)
{
    const JsonObject schemes = things.value(groupKey(BehaviourGroup::Schemes)).object();
    NamedList<SecurityScheme> &list = api.components.securitySchemes;
    for (qsizetype i = list.size() - 1; i >= 0; --i) {
        if (!list.at(i).isRaw() && !schemes.contains(list.at(i).name))
            list.removeAt(i);
    }
    for (const JsonObject::Member &scheme : schemes) {
        if (!scheme.value.isObject())
            return false;
        if (!list.contains(scheme.key)) {
            SecurityScheme added;
            added.id = api.newId();
            list.insert(scheme.key, added);
        }
        SecurityScheme *found = list.find(scheme.key);
        if (!found)
            return false;
        if (schemeJson(*found) != scheme.value)
            setScheme(*found, scheme.value);
    }
    return true;
}

/// Whether an empty value stays at this depth: `dependencies: {user: {}}` says that there is one.
bool staysEmpty(const BehaviourPlace &place, qsizetype depth, bool isInList)
{
    return isInList || (place.owner == NodeId::None && depth == 2);
}

/// Changes the value below `into`; false where the way is blocked.
bool setBelow(Json &into, const BehaviourPlace &place, qsizetype depth, bool isInList,
              const Json &value)
{
    if (depth == place.path.size()) {
        into = value;
        return true;
    }
    const QString &step = place.path.at(depth);
    if (into.isArray()) {
        bool isIndex = false;
        const qsizetype at = step.toInt(&isIndex);
        JsonArray array = into.array();
        if (!isIndex || at < 0 || at > array.size())
            return false;
        Json item = array.value(at);
        if (!setBelow(item, place, depth + 1, true, value))
            return false;
        if (item.isUndefined() && at < array.size())
            array.removeAt(at);
        else if (at < array.size())
            array[at] = item;
        else if (!item.isUndefined())
            array.append(item);
        into = array.isEmpty() ? Json() : Json(array);
        return true;
    }
    if (into.isUndefined() && step == QLatin1String("0")) {
        into = JsonArray{};
        return setBelow(into, place, depth, isInList, value);
    }
    if (!into.isUndefined() && !into.isObject())
        return false;
    JsonObject object = into.object();
    Json member = object.value(step);
    if (!setBelow(member, place, depth + 1, false, value))
        return false;
    if (member.isUndefined())
        object.remove(step);
    else
        object.insert(step, member);
    const bool isGone = object.isEmpty() && !staysEmpty(place, depth, isInList);
    into = isGone ? Json() : Json(object);
    return true;
}

} // namespace

Json behaviourValue(const Api &api, const BehaviourPlace &place)
{
    Json value = isOfScheme(place) ? securitySchemes(api) : extensionOf(api, place.owner);
    for (const QString &step : place.path) {
        const Json parent = value;
        bool isIndex = false;
        const int index = step.toInt(&isIndex);
        if (parent.isArray())
            value = isIndex ? parent.array().value(index) : Json();
        else
            value = parent.value(step);
    }
    return value;
}

bool setBehaviourValue(Api &api, const BehaviourPlace &place, const Json &value)
{
    if (isOfScheme(place)) {
        Json schemes = securitySchemes(api);
        return setBelow(schemes, place, 0, false, value) && setSecuritySchemes(api, schemes);
    }
    Json extension = extensionOf(api, place.owner);
    return setBelow(extension, place, 0, false, value) && setExtension(api, place.owner, extension);
}

bool moveBehaviourItem(Api &api, const BehaviourPlace &list, qsizetype from, qsizetype to)
{
    JsonArray array = behaviourValue(api, list).array();
    if (from < 0 || to < 0 || from >= array.size() || to >= array.size() || from == to)
        return false;
    array.move(from, to);
    return setBehaviourValue(api, list, array);
}

QString groupKey(BehaviourGroup group)
{
    switch (group) {
    case BehaviourGroup::Errors:
        return QStringLiteral("errors");
    case BehaviourGroup::Dependencies:
        return QStringLiteral("dependencies");
    case BehaviourGroup::Stores:
        return QStringLiteral("stores");
    case BehaviourGroup::Routers:
        return QStringLiteral("routers");
    case BehaviourGroup::Schemes:
        break;
    }
    return QStringLiteral("securitySchemes");
}

QStringList behaviourNames(const Api &api, BehaviourGroup group)
{
    return behaviourValue(api, {NodeId::None, {groupKey(group)}}).object().keys();
}

bool isBehaviourName(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z_][A-Za-z0-9_-]*$"));
    return form.match(name).hasMatch();
}

QString uniqueBehaviourName(const Api &api, BehaviourGroup group, const QString &base)
{
    return uniqueName(base, behaviourNames(api, group));
}

QStringList dependsAt(const Api &api, const DependsPlace &place)
{
    QStringList names;
    Json value;
    if (place.of == DependsOf::Router)
        value = behaviourValue(
            api,
            {NodeId::None, {QStringLiteral("routers"), place.router, QStringLiteral("depends")}});
    else
        value =
            behaviourValue(api, {place.of == DependsOf::Operation ? place.operation : NodeId::None,
                                 {QStringLiteral("depends")}});
    if (value.isString())
        return {value.string()};
    for (const Json &name : value.array())
        names.append(name.string());
    return names;
}

bool setDepends(Api &api, const DependsPlace &place, const QString &dependency, bool isOn)
{
    QStringList names = dependsAt(api, place);
    if (names.contains(dependency) == isOn)
        return false;
    if (isOn)
        names.append(dependency);
    else
        names.removeAll(dependency);
    JsonArray array;
    for (const QString &name : names)
        array.append(name);
    const Json value = array.isEmpty() ? Json() : Json(array);
    if (place.of == DependsOf::Router)
        return setBehaviourValue(
            api,
            {NodeId::None, {QStringLiteral("routers"), place.router, QStringLiteral("depends")}},
            value);
    const NodeId operation = place.of == DependsOf::Operation ? place.operation : NodeId::None;
    return setBehaviourValue(api, {operation, {QStringLiteral("depends")}}, value);
}

} // namespace Design
