#pragma once

#include "designer/model/api.h"

#include <type_traits>

namespace Design
{

// The specification as a table: for each object, its keys and the members that hold them, in the
// order in which people usually write them. One table serves readers, writers, look-ups and
// comparisons. `Self` is the struct or a const one. The keys are literals: they cost no memory in
// the many places that remember one.

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

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Example>
{
    field(QStringLiteral("summary"), self.summary);
    field(QStringLiteral("description"), self.description);
    field(QStringLiteral("value"), self.value);
    field(QStringLiteral("externalValue"), self.externalValue);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, MediaType>
{
    field(QStringLiteral("schema"), self.schema);
    field(QStringLiteral("example"), self.example);
    field(QStringLiteral("examples"), self.examples);
    field(QStringLiteral("encoding"), self.encoding);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Header>
{
    field(QStringLiteral("description"), self.description);
    field(QStringLiteral("required"), self.required);
    field(QStringLiteral("deprecated"), self.deprecated);
    field(QStringLiteral("style"), self.style);
    field(QStringLiteral("explode"), self.explode);
    field(QStringLiteral("schema"), self.schema);
    field(QStringLiteral("example"), self.example);
    field(QStringLiteral("examples"), self.examples);
    field(QStringLiteral("content"), self.content);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Parameter>
{
    field(QStringLiteral("name"), self.name);
    field(QStringLiteral("in"), self.in);
    field(QStringLiteral("description"), self.description);
    field(QStringLiteral("required"), self.required);
    field(QStringLiteral("deprecated"), self.deprecated);
    field(QStringLiteral("allowEmptyValue"), self.allowEmptyValue);
    field(QStringLiteral("style"), self.style);
    field(QStringLiteral("explode"), self.explode);
    field(QStringLiteral("allowReserved"), self.allowReserved);
    field(QStringLiteral("schema"), self.schema);
    field(QStringLiteral("example"), self.example);
    field(QStringLiteral("examples"), self.examples);
    field(QStringLiteral("content"), self.content);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, RequestBody>
{
    field(QStringLiteral("description"), self.description);
    field(QStringLiteral("required"), self.required);
    field(QStringLiteral("content"), self.content);
}

template<class Self, class Visit>
void forEachField(Self &, Visit &&)
    requires Is<Self, Link>
{
}

/// Without the path items, whose keys are runtime expressions.
template<class Self, class Visit>
void forEachField(Self &, Visit &&)
    requires Is<Self, Callback>
{
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Response>
{
    field(QStringLiteral("summary"), self.summary);
    field(QStringLiteral("description"), self.description);
    field(QStringLiteral("headers"), self.headers);
    field(QStringLiteral("content"), self.content);
    field(QStringLiteral("links"), self.links);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, SecurityScheme>
{
    field(QStringLiteral("type"), self.type);
    field(QStringLiteral("description"), self.description);
    field(QStringLiteral("name"), self.name);
    field(QStringLiteral("in"), self.in);
    field(QStringLiteral("scheme"), self.scheme);
    field(QStringLiteral("bearerFormat"), self.bearerFormat);
    field(QStringLiteral("flows"), self.flows);
    field(QStringLiteral("openIdConnectUrl"), self.openIdConnectUrl);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Server>
{
    field(QStringLiteral("url"), self.url);
    field(QStringLiteral("description"), self.description);
    field(QStringLiteral("variables"), self.variables);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Tag>
{
    field(QStringLiteral("name"), self.name);
    field(QStringLiteral("description"), self.description);
    field(QStringLiteral("externalDocs"), self.externalDocs);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Operation>
{
    field(QStringLiteral("tags"), self.tags);
    field(QStringLiteral("summary"), self.summary);
    field(QStringLiteral("description"), self.description);
    field(QStringLiteral("externalDocs"), self.externalDocs);
    field(QStringLiteral("operationId"), self.operationId);
    field(QStringLiteral("deprecated"), self.deprecated);
    field(QStringLiteral("security"), self.security);
    field(QStringLiteral("servers"), self.servers);
    field(QStringLiteral("parameters"), self.parameters);
    field(QStringLiteral("requestBody"), self.requestBody);
    field(QStringLiteral("responses"), self.responses);
    field(QStringLiteral("callbacks"), self.callbacks);
}

/// Without the operations, whose keys are methods: readers and writers handle those themselves.
template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, PathItem>
{
    field(QStringLiteral("summary"), self.summary);
    field(QStringLiteral("description"), self.description);
    field(QStringLiteral("servers"), self.servers);
    field(QStringLiteral("parameters"), self.parameters);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Components>
{
    field(QStringLiteral("schemas"), self.schemas);
    field(QStringLiteral("responses"), self.responses);
    field(QStringLiteral("parameters"), self.parameters);
    field(QStringLiteral("examples"), self.examples);
    field(QStringLiteral("requestBodies"), self.requestBodies);
    field(QStringLiteral("headers"), self.headers);
    field(QStringLiteral("securitySchemes"), self.securitySchemes);
    field(QStringLiteral("links"), self.links);
    field(QStringLiteral("callbacks"), self.callbacks);
    field(QStringLiteral("pathItems"), self.pathItems);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Info>
{
    field(QStringLiteral("title"), self.title);
    field(QStringLiteral("summary"), self.summary);
    field(QStringLiteral("description"), self.description);
    field(QStringLiteral("termsOfService"), self.termsOfService);
    field(QStringLiteral("contact"), self.contact);
    field(QStringLiteral("license"), self.license);
    field(QStringLiteral("version"), self.version);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Api>
{
    field(QStringLiteral("openapi"), self.openapi);
    field(QStringLiteral("info"), self.info);
    field(QStringLiteral("jsonSchemaDialect"), self.jsonSchemaDialect);
    field(QStringLiteral("x-menura"), self.menura);
    field(QStringLiteral("servers"), self.servers);
    field(QStringLiteral("paths"), self.paths);
    field(QStringLiteral("webhooks"), self.webhooks);
    field(QStringLiteral("components"), self.components);
    field(QStringLiteral("security"), self.security);
    field(QStringLiteral("tags"), self.tags);
    field(QStringLiteral("externalDocs"), self.externalDocs);
}

/// The keys of a Path Item that hold operations (OpenAPI 3.1, section 4.8.9), in its order.
inline const QStringList &methodNames()
{
    static const QStringList names{
        QStringLiteral("get"),     QStringLiteral("put"),  QStringLiteral("post"),
        QStringLiteral("delete"),  QStringLiteral("options"), QStringLiteral("head"),
        QStringLiteral("patch"),   QStringLiteral("trace"),
    };
    return names;
}

} // namespace Design
