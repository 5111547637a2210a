#pragma once

#include "designer/model/api.h"

#include <QHash>
#include <QSet>

namespace Design
{

/// A field that gets another name: of which schema, which name, and the new one.
struct FieldRename {
    NodeId owner = NodeId::None;
    QString from;
    QString to;
};

/// The schemas that speak of one value.
using Shapes = QList<const Schema *>;

/// Follows values along their schemas, from the outside in, and knows where the field stands that
/// is being renamed. Refers to the design as it was before: valid while that stays.
class ValueShapes
{
public:
    ValueShapes(const Api &api, const FieldRename &rename);
    explicit ValueShapes(const Api &api); ///< where no field is renamed

    const FieldRename &rename() const { return m_rename; }
    /// Whether a value with this schema can have the field anywhere inside.
    bool reaches(const Schema &schema) const { return m_reaching.contains(schema.id()); }

    /// A value with this schema: also what the schema refers to, its parts and its alternatives.
    Shapes of(const Schema &schema) const;
    Shapes ofModel(const QString &component) const;
    Shapes member(const Shapes &shapes, const QString &name) const;
    Shapes item(const Shapes &shapes, qsizetype index) const;
    /// The fields that such an object can have, where the schemas say all of them; nothing where
    /// it may have others, or be no object at all.
    static std::optional<QStringList> allFields(const Shapes &shapes);
    /// The fields that the schemas name, whatever others there are.
    static QStringList namedFields(const Shapes &shapes);
    /// Whether this member of such an object is the field. It is not where another of the schemas,
    /// one that overrides it or an alternative, has a field of that name too.
    bool isField(const Shapes &shapes, const QString &name) const;

    /// The data with the field under its new name; adds the number of changes to count.
    Json renamed(const Json &value, const Shapes &shapes, int *count) const;

private:
    void collect(const Schema &schema, Shapes &shapes) const;

    const Api &m_api;
    FieldRename m_rename;
    QSet<NodeId> m_reaching;
};

} // namespace Design
