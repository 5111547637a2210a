#pragma once

#include "designer/model/schema_json.h"
#include "designer/schema/compile/dialect.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <memory>
#include <optional>

namespace Design
{

/// The documents that the schemas of one compiler stand in and refer to: which resource (`$id`) a
/// schema belongs to, and where a reference leads. JSON Schema 2020-12 core, sections 8 and 9.
class SchemaDocuments
{
public:
    struct Resource {
        QString uri;    ///< absolute where the document's is; without fragment
        int number = 0; ///< in the order in which they were found
        int document = 0;
        Schema root; ///< absent for the design itself
        DialectRules rules;
        QHash<QString, Schema> anchors;        ///< dynamic ones included
        QHash<QString, Schema> dynamicAnchors; ///< `$recursiveAnchor` under the empty name
    };

    /// A schema with the resource that its keywords are read in.
    struct Place {
        Schema schema;
        const Resource *resource = nullptr;
        bool isPart =
            false; ///< of an `allOf`, so it is not for its discriminator to say what it is
        bool isNull() const { return !resource; }
    };

    explicit SchemaDocuments(const CompileSchemaOptions &options);
    SchemaDocuments(const Api &api, const CompileSchemaOptions &options);
    ~SchemaDocuments();

    /// The place of a schema to compile: in the design, or else a new document of its own.
    Place place(const Schema &schema);
    /// The place of a subschema of a schema in the parent's resource.
    Place child(const Schema &schema, const Resource *parent) const;
    /// Null when the reference leads nowhere.
    Place resolve(const Reference &reference, const Resource *from);

    /// The components that take this one in by `allOf`, directly or through each other.
    QList<Named<Schema>> extensionsOf(const Place &component);

    /// The schema's id if it is one of the design (or of the schema that was given to compile):
    /// those of other documents mean nothing to the caller.
    NodeId ownId(const Place &place) const;
    /// A number for the schema that is unique in all documents; 0 for one without an id.
    static quint64 key(const Schema &schema, const Resource *resource);

    Diagnostics takeDiagnostics();

private:
    struct Document {
        Resource *first = nullptr;
        NewId newId;                    ///< for what is read out of unknown keywords
        QHash<QString, Schema> unknown; ///< by the place it was read from
        bool isGiven = false;           ///< by the caller, not found by its URI
    };

    Resource *addResource(const QString &uri, int document, const Schema &root,
                          const DialectRules &rules);
    Resource *addDocument(const QString &uri, const Schema &root, const DialectRules &rules);
    void index(const Schema &root, Resource *resource, QSet<NodeId> *seen = nullptr);
    Resource *enter(const Schema &schema, Resource *resource);
    void addAnchors(const Schema &schema, Resource *resource);
    const Resource *load(const QString &uri, const DialectRules &rules);
    Place resolveComponent(const Reference &reference);
    Place resolvePointer(const QString &pointer, const Resource *resource);
    Place descend(Schema schema, const QStringList &tokens, const Resource *resource);
    Place readUnknown(const Json &json, const QString &where, const Resource *resource);
    void findExtensions();
    DialectRules rulesOf(const Schema &root, const DialectRules &otherwise);
    DialectRules rulesOf(const QString &metaSchemaUri, const DialectRules &otherwise, int depth);
    void report(Severity severity, const char *rule, const QString &message, NodeId node);

    CompileSchemaOptions m_options;
    bool m_hasApi = false;
    std::unique_ptr<Api> m_api;
    QHash<NodeId, Schema> m_components;
    QHash<QString, NodeId> m_componentNames;
    std::optional<QMultiHash<NodeId, NodeId>> m_extensions; ///< of each component, the direct ones
    std::deque<Document> m_documents;
    std::deque<Resource> m_resources;
    QHash<QString, Resource *> m_byUri;
    QHash<quint64, Resource *>
        m_nested; ///< schemas that are not in their document's first resource
    QHash<QString, DialectRules> m_metaSchemas;
    QSet<QString> m_missing;
    Diagnostics m_diagnostics;
};

} // namespace Design
