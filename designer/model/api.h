#pragma once

#include "designer/model/rest.h"
#include "designer/model/schema.h"

#include <optional>

namespace Design
{

// The objects of the OpenAPI Specification 3.1 (and 3.0) as plain values, named as it names them.
// A null string or an undefined Json means "not there". Each object keeps what it does not
// understand, and the order of its members, in `rest`. Reference Objects are the same struct with
// `ref` set. Which member belongs to which key stands in fields.h, once, for readers and writers.

struct Example {
    NodeId id = NodeId::None;
    Reference ref;
    QString summary;
    QString description;
    Json value;
    QString externalValue;
    Rest rest;
    bool operator==(const Example &) const = default;
};

struct MediaType {
    NodeId id = NodeId::None;
    Schema schema;
    Json example;
    NamedList<Example> examples;
    Json encoding;
    Rest rest;
    bool operator==(const MediaType &) const = default;
};

/// Header Object: a Parameter without name and place.
struct Header {
    NodeId id = NodeId::None;
    Reference ref;
    QString description;
    bool required = false;
    bool deprecated = false;
    QString style;
    std::optional<bool> explode;
    Schema schema;
    Json example;
    NamedList<Example> examples;
    NamedList<MediaType> content;
    Rest rest;
    bool operator==(const Header &) const = default;
};

struct Parameter {
    NodeId id = NodeId::None;
    Reference ref;
    QString name;
    QString in; ///< path, query, header, cookie
    QString description;
    bool required = false;
    bool deprecated = false;
    bool allowEmptyValue = false;
    QString style;
    std::optional<bool> explode;
    bool allowReserved = false;
    Schema schema;
    Json example;
    NamedList<Example> examples;
    NamedList<MediaType> content;
    Rest rest;
    bool operator==(const Parameter &) const = default;
};

struct RequestBody {
    NodeId id = NodeId::None;
    Reference ref;
    QString description;
    NamedList<MediaType> content;
    bool required = false;
    Rest rest;
    bool operator==(const RequestBody &) const = default;
};

struct Link {
    NodeId id = NodeId::None;
    Reference ref;
    Rest rest; ///< a Link has nothing that we edit yet
    bool operator==(const Link &) const = default;
};

struct Response {
    NodeId id = NodeId::None;
    Reference ref;
    QString summary;
    QString description;
    NamedList<Header> headers;
    NamedList<MediaType> content;
    NamedList<Link> links;
    Rest rest;
    bool operator==(const Response &) const = default;
};

struct SecurityScheme {
    NodeId id = NodeId::None;
    Reference ref;
    QString type; ///< apiKey, http, mutualTLS, oauth2, openIdConnect
    QString description;
    QString name;
    QString in;
    QString scheme;
    QString bearerFormat;
    Json flows;
    QString openIdConnectUrl;
    Rest rest;
    bool operator==(const SecurityScheme &) const = default;
};

/// Alternatives are a list of these; inside one, every scheme is needed.
struct SecurityRequirement {
    NamedList<QStringList> schemes; ///< scheme's name in components, scopes
    bool operator==(const SecurityRequirement &) const = default;
};

struct Server {
    NodeId id = NodeId::None;
    QString url;
    QString description;
    Json variables;
    Rest rest;
    bool operator==(const Server &) const = default;
};

struct Tag {
    NodeId id = NodeId::None;
    QString name;
    QString description;
    Json externalDocs;
    Rest rest;
    bool operator==(const Tag &) const = default;
};

struct PathItem;

struct Callback {
    NodeId id = NodeId::None;
    Reference ref;
    NamedList<PathItem> expressions; ///< runtime expression, path item
    Rest rest;
    bool operator==(const Callback &) const;
};

struct Operation {
    NodeId id = NodeId::None;
    QString method; ///< lower case, as in the document: get, put, post ...
    QStringList tags;
    QString summary;
    QString description;
    Json externalDocs;
    QString operationId;
    QList<Parameter> parameters;
    std::optional<RequestBody> requestBody;
    NamedList<Response> responses; ///< by status: "200", "4XX", "default"
    NamedList<Callback> callbacks;
    bool deprecated = false;
    std::optional<QList<SecurityRequirement>> security; ///< absent: the API's; empty: public
    QList<Server> servers;
    Rest rest;
    bool operator==(const Operation &) const = default;
};

struct PathItem {
    NodeId id = NodeId::None;
    Reference ref;
    QString summary;
    QString description;
    QList<Operation> operations; ///< in the order of the document
    QList<Server> servers;
    QList<Parameter> parameters;
    Rest rest;

    const Operation *operation(QStringView method) const;
    bool operator==(const PathItem &) const = default;
};

struct Components {
    NamedList<Schema> schemas;
    NamedList<Response> responses;
    NamedList<Parameter> parameters;
    NamedList<Example> examples;
    NamedList<RequestBody> requestBodies;
    NamedList<Header> headers;
    NamedList<SecurityScheme> securitySchemes;
    NamedList<Link> links;
    NamedList<Callback> callbacks;
    NamedList<PathItem> pathItems;
    Rest rest;
    bool operator==(const Components &) const = default;
};

struct Info {
    QString title;
    QString summary;
    QString description;
    QString termsOfService;
    Json contact;
    Json license;
    QString version;
    Rest rest;
    bool operator==(const Info &) const = default;
};

/// The last identity that a design gave out. It takes no part in comparisons: two designs are the
/// same when they say the same, however many ids were used up on the way.
struct IdCounter {
    quint32 value = 0;

    IdCounter() = default;
    IdCounter(quint32 last) : value(last) {}
    operator quint32() const { return value; }
    bool operator==(const IdCounter &) const { return true; }
};

/// The whole design: one OpenAPI document as one value. Copying it is cheap.
struct Api {
    NodeId id = NodeId::None;
    QString openapi; ///< version, such as "3.1.0"
    Info info;
    QString jsonSchemaDialect;
    QList<Server> servers;
    NamedList<PathItem> paths;
    NamedList<PathItem> webhooks;
    Components components;
    QList<SecurityRequirement> security;
    QList<Tag> tags;
    Json externalDocs;
    Json menura; ///< the x-menura extension: what OpenAPI cannot say
    Rest rest;
    IdCounter lastId; ///< ids are never used twice

    NodeId newId() { return static_cast<NodeId>(++lastId.value); }
    bool isVersion30() const { return openapi.startsWith(QLatin1String("3.0")); }
    bool operator==(const Api &) const = default;
};

} // namespace Design
