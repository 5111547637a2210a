#pragma once

#include "designer/coercion/constraint.h"
#include "designer/model/api.h"

#include <functional>

namespace Design
{

/// Finds the schema that a reference leads to, null when it dangles.
using FindSchema = std::function<const Schema *(const Reference &)>;

/// A schema together with all that it takes in through `$ref` and `allOf`, as one list of schemas:
/// how pydantic's inheritance looks once it is flattened. A schema is taken in only once.
class FlatSchema
{
public:
    /// Bases come before the schemas that take them in.
    FlatSchema(const Schema &schema, const FindSchema &find);
    /// The members of a union that has keywords beside it.
    FlatSchema(const QList<Schema> &schemas, const FindSchema &find);

    const QList<Schema> &parts() const { return m_parts; }
    NodeId node() const { return m_parts.isEmpty() ? NodeId::None : m_parts.last().id(); }
    bool has(Keyword keyword) const;
    /// The keyword of the schema nearest to the one we started from.
    Constraint value(Keyword keyword) const;
    Schema schema(Keyword keyword) const;
    QList<Schema> schemas(Keyword keyword) const;
    QStringList types() const;
    bool flag(Keyword keyword) const;
    LengthLimit length(Keyword keyword) const;
    /// `x-menura.type`: what pydantic calls the type, where no keyword says it.
    QString pythonType() const;
    bool isNullable() const; ///< `nullable: true` of OpenAPI 3.0

private:
    void add(const Schema &schema, const FindSchema &find, int depth);
    const Schema *last(Keyword keyword) const;

    QList<Schema> m_parts;
};

/// Whether the schema says no more than its `$ref`, or its only `allOf`: all else are notes.
bool isOnlyReference(const Schema &schema);

} // namespace Design
