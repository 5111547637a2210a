#include "designer/openapi/object_reader.h"

#include "designer/model/operation_keys.h"

#include <algorithm>
#include <utility>

namespace Design
{

namespace
{

bool isExtension(const QString &key)
{
    return key.startsWith(QLatin1String("x-"));
}

template<class T>
constexpr bool isNamedList = false;
template<class T>
constexpr bool isNamedList<NamedList<T>> = true;

} // namespace

ObjectReader::ObjectReader(Api &api, const JsonObject &document)
    : m_api(api)
    , m_document(&document)
{
    m_context.newId = [this] { return newId(); };
    m_context.component = [this](const QString &text) { return m_components.find(text); };
}

ObjectReader::ObjectReader(Api &api)
    : m_api(api)
    , m_components(api)
{
    m_context.newId = [this] { return newId(); };
    m_context.component = [this](const QString &text) { return m_components.find(text); };
}

NodeId ObjectReader::newId()
{
    return m_reserved == NodeId::None ? m_api.newId() : std::exchange(m_reserved, NodeId::None);
}

void ObjectReader::readApi()
{
    m_api.id = newId();
    // Components get their ids first, so that references can be bound while they are read.
    const Json components = m_document->value(u"components");
    forEachField(m_api.components, [&](const QString &section, const auto &) {
        for (const JsonObject::Member &member : components.value(section).object()) {
            const bool isBooleanSchema =
                member.value.isBool() && section == QLatin1String("schemas");
            if (member.value.isObject() || isBooleanSchema)
                m_components.insert(section, member.key, m_api.newId());
        }
    });
    readMembers(*m_document, m_api);
}

template<class T>
void ObjectReader::readMembers(const JsonObject &object, T &into)
{
    QList<Rest::Member> &members = into.rest.members;
    members.reserve(object.size());
    for (const JsonObject::Member &member : object)
        members.append({member.key, member.value});

    const auto take = [&](const QString &key, auto &value) {
        const qsizetype at = object.indexOf(key);
        if (at < 0)
            return;
        const Json &json = object.members().at(at).value;
        bool fits = false;
        if constexpr (isNamedList<std::remove_cvref_t<decltype(value)>>) {
            MapKind kind;
            if constexpr (Is<T, Components>)
                kind.section = key;
            else
                kind.hasExtensions =
                    key == QLatin1String("paths") || key == QLatin1String("responses");
            fits = readMap(kind, json, value);
        } else {
            fits = read(json, value);
        }
        members[at].key = key; // the shared literal
        if (fits && !isDefault(value))
            members[at].value = {};
    };
    if constexpr (requires { into.ref; })
        take(QStringLiteral("$ref"), into.ref);
    forEachField(into, take);
    if constexpr (Is<T, PathItem>)
        readOperations(object, into);
    if constexpr (Is<T, Callback>)
        readExpressions(object, into);
}

void ObjectReader::readOperations(const JsonObject &object, PathItem &into)
{
    for (qsizetype i = 0; i < object.size(); ++i) {
        const JsonObject::Member &member = object.members().at(i);
        if (member.key == additionalOperationsKey() && readAdditional(member.value, into)) {
            into.rest.members[i] = {additionalOperationsKey(), {}};
            continue;
        }
        const qsizetype method = operationKeys().indexOf(member.key);
        if (method < 0 || !member.value.isObject())
            continue;
        into.operations.append(Operation());
        into.operations.last().method = operationKeys().at(method);
        read(member.value, into.operations.last());
        into.rest.members[i] = {operationKeys().at(method), {}};
    }
}

/// False when they stay as they are: one of them is no operation, or belongs elsewhere.
bool ObjectReader::readAdditional(const Json &json, PathItem &into)
{
    const JsonObject &operations = json.object();
    const bool fits =
        std::all_of(operations.begin(), operations.end(), [](const JsonObject::Member &member) {
            return member.value.isObject() && !operationKeys().contains(member.key.toLower());
        });
    if (operations.isEmpty() || !fits)
        return false;
    for (const JsonObject::Member &member : operations) {
        into.operations.append(Operation());
        into.operations.last().method = member.key;
        read(member.value, into.operations.last());
    }
    return true;
}

void ObjectReader::readExpressions(const JsonObject &object, Callback &into)
{
    for (qsizetype i = 0; i < object.size(); ++i) {
        const JsonObject::Member &member = object.members().at(i);
        if (!member.value.isObject() || isExtension(member.key))
            continue;
        into.expressions.append({member.key, {}, {}});
        read(member.value, into.expressions.last().value);
        into.rest.members[i].value = {};
    }
}

template<class T>
bool ObjectReader::readMap(const MapKind &kind, const Json &json, NamedList<T> &into)
{
    if (!json.isObject())
        return false;
    into.reserve(json.object().size());
    for (const JsonObject::Member &member : json.object()) {
        Named<T> entry{member.key, T(), {}};
        if (!kind.section.isEmpty())
            m_reserved = m_components.find(kind.section, member.key);
        if ((kind.hasExtensions && isExtension(member.key)) || !read(member.value, entry.value))
            entry = {member.key, T(), member.value};
        into.append(std::move(entry));
    }
    return true;
}

bool ObjectReader::read(const Json &json, QString &into)
{
    into = json.toString();
    return json.isString();
}

bool ObjectReader::read(const Json &json, bool &into)
{
    into = json.toBool();
    return json.isBool();
}

bool ObjectReader::read(const Json &json, std::optional<bool> &into)
{
    if (json.isBool())
        into = json.toBool();
    return json.isBool();
}

bool ObjectReader::read(const Json &json, Json &into)
{
    into = json;
    return true;
}

bool ObjectReader::read(const Json &json, QStringList &into)
{
    const JsonArray &array = json.array();
    if (!json.isArray() ||
        !std::all_of(array.begin(), array.end(), [](const Json &item) { return item.isString(); }))
        return false;
    into.reserve(array.size());
    for (const Json &item : array)
        into.append(item.string());
    return true;
}

bool ObjectReader::read(const Json &json, Reference &into)
{
    if (!json.isString() || json.string().isEmpty())
        return false;
    into = {json.string(), m_components.find(json.string())};
    return true;
}

bool ObjectReader::read(const Json &json, Schema &into)
{
    into = Design::readSchema(json, m_context);
    return !into.isAbsent();
}

bool ObjectReader::read(const Json &json, SecurityRequirement &into)
{
    for (const JsonObject::Member &member : json.object()) {
        QStringList scopes;
        if (read(member.value, scopes))
            into.schemes.append({member.key, scopes, {}});
        else
            into.schemes.append({member.key, {}, member.value});
    }
    return json.isObject();
}

template<class T>
bool ObjectReader::read(const Json &json, std::optional<T> &into)
{
    T value;
    if (!read(json, value))
        return false;
    into = std::move(value);
    return true;
}

/// A list with something else in it stays as it is.
template<class T>
bool ObjectReader::read(const Json &json, QList<T> &into)
{
    const JsonArray &array = json.array();
    if (!json.isArray() ||
        !std::all_of(array.begin(), array.end(), [](const Json &item) { return item.isObject(); }))
        return false;
    into.resize(array.size());
    for (qsizetype i = 0; i < array.size(); ++i)
        read(array.at(i), into[i]);
    return true;
}

template<class T>
bool ObjectReader::read(const Json &json, T &into)
{
    if (!json.isObject())
        return false;
    if constexpr (requires { into.id; })
        into.id = newId();
    readMembers(json.object(), into);
    return true;
}

Parameter ObjectReader::readParameter(const Json &json)
{
    Parameter parameter;
    read(json, parameter);
    return parameter;
}

Response ObjectReader::readResponse(const Json &json)
{
    Response response;
    read(json, response);
    return response;
}

MediaType ObjectReader::readMediaType(const Json &json)
{
    MediaType media;
    read(json, media);
    return media;
}

PathItem ObjectReader::readPathItem(const Json &json)
{
    PathItem item;
    read(json, item);
    return item;
}

Schema ObjectReader::readSchema(const Json &json)
{
    Schema schema;
    read(json, schema);
    return schema;
}

} // namespace Design
