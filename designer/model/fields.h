#pragma once

#include "designer/model/api.h"

#include <type_traits>

namespace Design
{

// The specification as a table: for each object, its keys and the members that hold them, in the
// order in which people usually write them. One table serves readers, writers and comparisons.
// `Self` is the struct or a const one.

template<class T, class Struct>
concept Is = std::is_same_v<std::remove_const_t<T>, Struct>;

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Example>
{
    field("summary", self.summary);
    field("description", self.description);
    field("value", self.value);
    field("externalValue", self.externalValue);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, MediaType>
{
    field("schema", self.schema);
    field("example", self.example);
    field("examples", self.examples);
    field("encoding", self.encoding);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Header>
{
    field("description", self.description);
    field("required", self.required);
    field("deprecated", self.deprecated);
    field("style", self.style);
    field("explode", self.explode);
    field("schema", self.schema);
    field("example", self.example);
    field("examples", self.examples);
    field("content", self.content);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Parameter>
{
    field("name", self.name);
    field("in", self.in);
    field("description", self.description);
    field("required", self.required);
    field("deprecated", self.deprecated);
    field("allowEmptyValue", self.allowEmptyValue);
    field("style", self.style);
    field("explode", self.explode);
    field("allowReserved", self.allowReserved);
    field("schema", self.schema);
    field("example", self.example);
    field("examples", self.examples);
    field("content", self.content);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, RequestBody>
{
    field("description", self.description);
    field("required", self.required);
    field("content", self.content);
}

template<class Self, class Visit>
void forEachField(Self &, Visit &&)
    requires Is<Self, Link>
{
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Response>
{
    field("summary", self.summary);
    field("description", self.description);
    field("headers", self.headers);
    field("content", self.content);
    field("links", self.links);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, SecurityScheme>
{
    field("type", self.type);
    field("description", self.description);
    field("name", self.name);
    field("in", self.in);
    field("scheme", self.scheme);
    field("bearerFormat", self.bearerFormat);
    field("flows", self.flows);
    field("openIdConnectUrl", self.openIdConnectUrl);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Server>
{
    field("url", self.url);
    field("description", self.description);
    field("variables", self.variables);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Tag>
{
    field("name", self.name);
    field("description", self.description);
    field("externalDocs", self.externalDocs);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Operation>
{
    field("tags", self.tags);
    field("summary", self.summary);
    field("description", self.description);
    field("externalDocs", self.externalDocs);
    field("operationId", self.operationId);
    field("deprecated", self.deprecated);
    field("security", self.security);
    field("servers", self.servers);
    field("parameters", self.parameters);
    field("requestBody", self.requestBody);
    field("responses", self.responses);
    field("callbacks", self.callbacks);
}

/// Without the operations, whose keys are methods: readers and writers handle those themselves.
template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, PathItem>
{
    field("summary", self.summary);
    field("description", self.description);
    field("servers", self.servers);
    field("parameters", self.parameters);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Components>
{
    field("schemas", self.schemas);
    field("responses", self.responses);
    field("parameters", self.parameters);
    field("examples", self.examples);
    field("requestBodies", self.requestBodies);
    field("headers", self.headers);
    field("securitySchemes", self.securitySchemes);
    field("links", self.links);
    field("callbacks", self.callbacks);
    field("pathItems", self.pathItems);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Info>
{
    field("title", self.title);
    field("summary", self.summary);
    field("description", self.description);
    field("termsOfService", self.termsOfService);
    field("contact", self.contact);
    field("license", self.license);
    field("version", self.version);
}

template<class Self, class Visit>
void forEachField(Self &self, Visit &&field)
    requires Is<Self, Api>
{
    field("openapi", self.openapi);
    field("info", self.info);
    field("jsonSchemaDialect", self.jsonSchemaDialect);
    field("x-menura", self.menura);
    field("servers", self.servers);
    field("paths", self.paths);
    field("webhooks", self.webhooks);
    field("components", self.components);
    field("security", self.security);
    field("tags", self.tags);
    field("externalDocs", self.externalDocs);
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
