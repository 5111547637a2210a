#pragma once

#include "designer/model/component_table.h"
#include "designer/model/schema_json.h"

namespace Design
{

/// Makes the structs of designer/model from JSON objects, by the table in fields.h. It judges
/// nothing: what does not fit stays in `rest` or in a raw Named, and checkStructure() reports it.
class ObjectReader
{
public:
    /// Ids come from the api, references are bound to the components of the document.
    ObjectReader(Api &api, const JsonObject &document);

    /// For parts of a design that is there already: ids and components are that design's.
    explicit ObjectReader(Api &api);

    /// Fills the Api that was given to the constructor.
    void readApi();
    /// One object of the specification; empty when the value is none.
    Parameter readParameter(const Json &json);
    Response readResponse(const Json &json);
    MediaType readMediaType(const Json &json);
    PathItem readPathItem(const Json &json);
    Schema readSchema(const Json &json);

private:
    /// What the names in a map stand for.
    struct MapKind {
        QString section;            ///< of the components; empty for other maps
        bool hasExtensions = false; ///< names that begin with `x-` are extensions
    };

    NodeId newId();
    template<class T>
    void readMembers(const JsonObject &object, T &into);
    void readOperations(const JsonObject &object, PathItem &into);
    bool readAdditional(const Json &json, PathItem &into);
    void readExpressions(const JsonObject &object, Callback &into);
    template<class T>
    bool readMap(const MapKind &kind, const Json &json, NamedList<T> &into);

    // Each tells whether the value fits the member.
    bool read(const Json &json, QString &into);
    bool read(const Json &json, bool &into);
    bool read(const Json &json, std::optional<bool> &into);
    bool read(const Json &json, Json &into);
    bool read(const Json &json, QStringList &into);
    bool read(const Json &json, Reference &into);
    bool read(const Json &json, Schema &into);
    bool read(const Json &json, SecurityRequirement &into);
    template<class T>
    bool read(const Json &json, std::optional<T> &into);
    template<class T>
    bool read(const Json &json, QList<T> &into);
    template<class T>
    bool read(const Json &json, T &into);

    Api &m_api;
    const JsonObject *m_document = nullptr; ///< of the whole; null where parts are read
    SchemaContext m_context;
    ComponentTable m_components;
    NodeId m_reserved = NodeId::None; ///< the id that the next object gets
};

} // namespace Design
