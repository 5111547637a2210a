#pragma once

#include "designer/model/api.h"

#include <type_traits>

namespace Design
{

// The specification as a table: for each object, its keys and the members that hold them, in the
// order in which people usually write them. One table serves readers, writers, look-ups and
// comparisons. The keys are literals: they cost no memory in the many places that remember one.

template<class Struct>
struct Table {
};

template<class T, class Struct>
concept Is = std::is_same_v<std::remove_const_t<T>, Struct>;

/// Whether a member has nothing to write: absent, empty, false.
template<class T>
bool isDefault(const T &member)
{
    if constexpr (requires { member.isUndefined(); })
        return member.isUndefined();
    else if constexpr (requires { member.isAbsent(); })
        return member.isAbsent();
    else if constexpr (requires { member.has_value(); })
        return !member.has_value();
    else if constexpr (requires { member.isEmpty(); })
        return member.isEmpty();
    else
        return member == T();
}

template<class Visit>
void forEachMember(Table<Example>, Visit &&field)
{
    field(QStringLiteral("summary"), &Example::summary);
    field(QStringLiteral("description"), &Example::description);
    field(QStringLiteral("value"), &Example::value);
    field(QStringLiteral("externalValue"), &Example::externalValue);
}

template<class Visit>
void forEachMember(Table<MediaType>, Visit &&field)
{
    field(QStringLiteral("schema"), &MediaType::schema);
    field(QStringLiteral("example"), &MediaType::example);
    field(QStringLiteral("examples"), &MediaType::examples);
    field(QStringLiteral("encoding"), &MediaType::encoding);
}

template<class Visit>
void forEachMember(Table<Header>, Visit &&field)
{
    field(QStringLiteral("description"), &Header::description);
    field(QStringLiteral("required"), &Header::required);
    field(QStringLiteral("deprecated"), &Header::deprecated);
    field(QStringLiteral("style"), &Header::style);
    field(QStringLiteral("explode"), &Header::explode);
    field(QStringLiteral("schema"), &Header::schema);
    field(QStringLiteral("example"), &Header::example);
    field(QStringLiteral("examples"), &Header::examples);
    field(QStringLiteral("content"), &Header::content);
}

template<class Visit>
void forEachMember(Table<Parameter>, Visit &&field)
{
    field(QStringLiteral("name"), &Parameter::name);
    field(QStringLiteral("in"), &Parameter::in);
    field(QStringLiteral("description"), &Parameter::description);
    field(QStringLiteral("required"), &Parameter::required);
    field(QStringLiteral("deprecated"), &Parameter::deprecated);
    field(QStringLiteral("allowEmptyValue"), &Parameter::allowEmptyValue);
    field(QStringLiteral("style"), &Parameter::style);
    field(QStringLiteral("explode"), &Parameter::explode);
    field(QStringLiteral("allowReserved"), &Parameter::allowReserved);
    field(QStringLiteral("schema"), &Parameter::schema);
    field(QStringLiteral("example"), &Parameter::example);
    field(QStringLiteral("examples"), &Parameter::examples);
    field(QStringLiteral("content"), &Parameter::content);
}

template<class Visit>
void forEachMember(Table<RequestBody>, Visit &&field)
{
    field(QStringLiteral("description"), &RequestBody::description);
    field(QStringLiteral("required"), &RequestBody::required);
    field(QStringLiteral("content"), &RequestBody::content);
}

template<class Visit>
void forEachMember(Table<Link>, Visit &&)
{
}

/// Without the path items, whose keys are runtime expressions.
template<class Visit>
void forEachMember(Table<Callback>, Visit &&)
{
}

template<class Visit>
void forEachMember(Table<Response>, Visit &&field)
{
    field(QStringLiteral("summary"), &Response::summary);
    field(QStringLiteral("description"), &Response::description);
    field(QStringLiteral("headers"), &Response::headers);
    field(QStringLiteral("content"), &Response::content);
    field(QStringLiteral("links"), &Response::links);
}

template<class Visit>
void forEachMember(Table<SecurityScheme>, Visit &&field)
{
    field(QStringLiteral("type"), &SecurityScheme::type);
    field(QStringLiteral("description"), &SecurityScheme::description);
    field(QStringLiteral("name"), &SecurityScheme::name);
    field(QStringLiteral("in"), &SecurityScheme::in);
    field(QStringLiteral("scheme"), &SecurityScheme::scheme);
    field(QStringLiteral("bearerFormat"), &SecurityScheme::bearerFormat);
    field(QStringLiteral("flows"), &SecurityScheme::flows);
    field(QStringLiteral("openIdConnectUrl"), &SecurityScheme::openIdConnectUrl);
}

template<class Visit>
void forEachMember(Table<Server>, Visit &&field)
{
    field(QStringLiteral("url"), &Server::url);
    field(QStringLiteral("description"), &Server::description);
    field(QStringLiteral("variables"), &Server::variables);
}

template<class Visit>
void forEachMember(Table<Tag>, Visit &&field)
{
    field(QStringLiteral("name"), &Tag::name);
    field(QStringLiteral("description"), &Tag::description);
    field(QStringLiteral("externalDocs"), &Tag::externalDocs);
}

template<class Visit>
void forEachMember(Table<Operation>, Visit &&field)
{
    field(QStringLiteral("tags"), &Operation::tags);
    field(QStringLiteral("summary"), &Operation::summary);
    field(QStringLiteral("description"), &Operation::description);
    field(QStringLiteral("externalDocs"), &Operation::externalDocs);
    field(QStringLiteral("operationId"), &Operation::operationId);
    field(QStringLiteral("deprecated"), &Operation::deprecated);
    field(QStringLiteral("security"), &Operation::security);
    field(QStringLiteral("servers"), &Operation::servers);
    field(QStringLiteral("parameters"), &Operation::parameters);
    field(QStringLiteral("requestBody"), &Operation::requestBody);
    field(QStringLiteral("responses"), &Operation::responses);
    field(QStringLiteral("callbacks"), &Operation::callbacks);
}

/// Without the operations, whose keys are methods: readers and writers handle those themselves.
template<class Visit>
void forEachMember(Table<PathItem>, Visit &&field)
{
    field(QStringLiteral("summary"), &PathItem::summary);
    field(QStringLiteral("description"), &PathItem::description);
    field(QStringLiteral("servers"), &PathItem::servers);
    field(QStringLiteral("parameters"), &PathItem::parameters);
}

template<class Visit>
void forEachMember(Table<Components>, Visit &&field)
{
    field(QStringLiteral("schemas"), &Components::schemas);
    field(QStringLiteral("responses"), &Components::responses);
    field(QStringLiteral("parameters"), &Components::parameters);
    field(QStringLiteral("examples"), &Components::examples);
    field(QStringLiteral("requestBodies"), &Components::requestBodies);
    field(QStringLiteral("headers"), &Components::headers);
    field(QStringLiteral("securitySchemes"), &Components::securitySchemes);
    field(QStringLiteral("links"), &Components::links);
    field(QStringLiteral("callbacks"), &Components::callbacks);
    field(QStringLiteral("pathItems"), &Components::pathItems);
}

template<class Visit>
void forEachMember(Table<Info>, Visit &&field)
{
    field(QStringLiteral("title"), &Info::title);
    field(QStringLiteral("summary"), &Info::summary);
    field(QStringLiteral("description"), &Info::description);
    field(QStringLiteral("termsOfService"), &Info::termsOfService);
    field(QStringLiteral("contact"), &Info::contact);
    field(QStringLiteral("license"), &Info::license);
    field(QStringLiteral("version"), &Info::version);
}

template<class Visit>
void forEachMember(Table<Api>, Visit &&field)
{
    field(QStringLiteral("openapi"), &Api::openapi);
    field(QStringLiteral("info"), &Api::info);
    field(QStringLiteral("jsonSchemaDialect"), &Api::jsonSchemaDialect);
    field(QStringLiteral("x-menura"), &Api::menura);
    field(QStringLiteral("servers"), &Api::servers);
    field(QStringLiteral("paths"), &Api::paths);
    field(QStringLiteral("webhooks"), &Api::webhooks);
    field(QStringLiteral("components"), &Api::components);
    field(QStringLiteral("security"), &Api::security);
    field(QStringLiteral("tags"), &Api::tags);
    field(QStringLiteral("externalDocs"), &Api::externalDocs);
}

/// Calls visit(key, member) for each member of the object, in the order of its table.
template<class Self, class Visit>
void forEachField(Self &self, Visit &&visit)
{
    forEachMember(Table<std::remove_const_t<Self>>(),
                  [&](const QString &key, auto member) { visit(key, self.*member); });
}

/// The keys of a Path Item that hold operations (OpenAPI 3.1, section 4.8.9), in its order.
inline const QStringList &methodNames()
{
    static const QStringList names{
        QStringLiteral("get"),    QStringLiteral("put"),     QStringLiteral("post"),
        QStringLiteral("delete"), QStringLiteral("options"), QStringLiteral("head"),
        QStringLiteral("patch"),  QStringLiteral("trace"),
    };
    return names;
}

} // namespace Design
