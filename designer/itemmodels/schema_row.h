#pragma once

#include "designer/itemmodels/tree_model.h"
#include "designer/model/notation.h"

#include <optional>

namespace Design
{

/// One row of a table of fields: a schema, and what its surroundings say about it.
struct SchemaRow {
    enum class Kind {
        Model, ///< the component schema itself
        Property,
        Inherited, ///< a property of a base: shown, not edited
        Item,      ///< of a list, or one place of a list with places
        Value,     ///< of a map, or of the further properties of an object
        Pattern,   ///< a member of patternProperties
        Member,    ///< an alternative or a part of `A & B`
        Parameter,
        Body,          ///< a media type of a request body
        Answer,        ///< a response by status
        AnswerContent, ///< a media type of a response that has several
        Header,        ///< of an answer
        Tag,           ///< a name and what it stands for, without a schema
        New,           ///< an empty row to type a name into
    };

    Kind kind = Kind::Property;
    NodeId node = NodeId::None;   ///< the schema whose type and rules the row says
    NodeId holder = NodeId::None; ///< parameter, media type or response that the row is about
    NodeId owner = NodeId::None;  ///< the schema or operation that lists the row
    QList<NodeId> nodes;          ///< all nodes that this row stands for, to find it by them
    QString name;
    QString place;     ///< of a parameter: path, query, header, cookie; of content: its media type
    QString type;      ///< to read
    QString typeEdit;  ///< to edit
    QStringList rules; ///< to read, one chip each
    QString rulesEdit;
    QString example;    ///< the first one, as it is typed
    QStringList unsaid; ///< keywords that the notation has no words for
    QString notes;
    QString after;                ///< of an empty row: the key of the row above it
    QString base;                 ///< the model that an inherited row comes from, or an own one
                                  ///< overrides
    std::optional<bool> required; ///< nothing where it has no meaning
    bool isRequiredFixed = false; ///< shown, but not to change: a path parameter
    bool isDeprecated = false;
    bool namesModel = false;  ///< the type refers to a model
    bool takesFields = false; ///< properties can be added below

    bool operator==(const SchemaRow &) const = default;
};

using SchemaBranch = Branch<SchemaRow>;

/// Where the empty row stands that somebody is typing a new field into.
struct NewRow {
    NodeId owner = NodeId::None; ///< the schema or operation that the field will belong to
    QString after;               ///< key of the row above; empty for the first place

    bool isNull() const { return owner == NodeId::None; }
    bool operator==(const NewRow &) const = default;
};

/// Describes schemas as rows. The tree is a function of the design, without state.
class SchemaRows
{
public:
    SchemaRows(const Api &api, const NewRow &newRow)
        : m_api(api)
        , m_newRow(newRow)
    {
    }

    /// The row of a schema with the rows of what is inside it.
    SchemaBranch branch(SchemaRow::Kind kind, const QString &name, const Schema &schema) const;

    /// Fills in what the schema says, and the rows below.
    void describe(SchemaBranch &branch, const Schema &schema) const;

    /// The empty row at the end of a list of rows, and the one that is being typed into.
    void addNewRows(std::vector<SchemaBranch> &rows, NodeId owner, bool alwaysAtEnd) const;

    static QString keyOf(NodeId node) { return QString::number(static_cast<quint32>(node)); }
    static const QString &newKey();      ///< of the row that is being typed into
    static const QString &newKeyAtEnd(); ///< of the one that is always there

private:
    void addFields(SchemaBranch &branch, const Schema &core) const;
    void addInherited(SchemaBranch &branch, const Schema &core, QStringList &known,
                      QList<NodeId> &visited) const;
    void addProperties(SchemaBranch &branch, const Schema &host, const Schema &core) const;
    void noteOverrides(SchemaBranch &branch, const Schema &core, QList<NodeId> &visited) const;
    void addParts(SchemaBranch &branch, const Schema &core) const;

    const Api &m_api;
    const NewRow &m_newRow;
};

} // namespace Design
