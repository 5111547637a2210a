#pragma once

#include "designer/schema/compile/schema_documents.h"
#include "designer/schema/evaluate/program.h"

namespace Design
{

/// The reference that a keyword holds, also where its text is empty (the document itself), which
/// the model keeps as plain JSON.
std::optional<Reference> referenceIn(const Schema &schema, Keyword keyword);

/// What the builders of single nodes share: the program so far, and the way from a schema or a
/// reference to the node it is compiled into. Nodes are filled later, so nothing recurses.
class CompileContext
{
public:
    using Place = SchemaDocuments::Place;

    explicit CompileContext(SchemaDocuments &documents);

    /// The node of a schema, which may be filled only when compile() returns.
    const Compiled::Node *node(const Place &place);
    const Compiled::Node *child(const Schema &schema, const Place &parent);
    /// The node of a part of an `allOf`. A model that others extend is only itself there.
    const Compiled::Node *part(const Schema &schema, const Place &parent);
    /// The node that the reference leads to; null (and reported) when there is none.
    const Compiled::Node *target(const Reference &reference, const Place &from);
    const Compiled::Node *compile(const Schema &schema);

    /// The schema with the `allOf` that the part stands in; null for others.
    Place parentOfPart(const Schema &part) const { return m_parents.value(part.id()); }

    SchemaDocuments &documents() { return m_documents; }
    Compiled::Program &program() { return *m_program; }
    const std::shared_ptr<Compiled::Program> &sharedProgram() const { return m_program; }
    const Pattern *pattern(const QString &text, NodeId node);
    const Compiled::Resource *resource(const SchemaDocuments::Resource *resource);
    int anchorNumber(const QString &name);

    void report(Severity severity, const char *rule, const QString &message, NodeId node);
    const Diagnostics &diagnostics() const { return m_diagnostics; }

private:
    struct Pending {
        Compiled::Node *node;
        Place place;
    };

    void reportDangling(const Reference &reference, const Place &from);
    Place withoutDetours(const Place &start);
    void breakLoopsAndJoin(const std::vector<Compiled::Node *> &nodes);

    SchemaDocuments &m_documents;
    std::shared_ptr<Compiled::Program> m_program = std::make_shared<Compiled::Program>();
    QHash<quint64, Compiled::Node *> m_nodes;
    QHash<NodeId, Place> m_parents; ///< of the parts of each `allOf`
    std::vector<Pending> m_pending;
    QHash<int, const Compiled::Resource *> m_resources;
    QHash<QString, int> m_anchors;
    QHash<QString, const Pattern *> m_patterns;
    const Compiled::Node *m_true = nullptr;
    QSet<QPair<NodeId, QString>> m_reported;
    Diagnostics m_diagnostics;
};

} // namespace Design
