#pragma once

#include "designer/itemmodels/schema_table_model.h"

namespace Design
{

/// One component schema as a tree: the model itself, below it its fields, items and alternatives.
/// Columns: Field, Type, Required, Rules, Notes.
class SchemaModel : public SchemaTableModel
{
    Q_OBJECT

public:
    explicit SchemaModel(DesignDocument &document, QObject *parent = nullptr);

    void setSchema(NodeId component);
    NodeId schema() const { return m_schema; }

protected:
    std::vector<SchemaBranch> rows(const SchemaRows &describe) const override;
    void setName(const SchemaRow &row, const QString &text) override;

private:
    NodeId m_schema = NodeId::None;
};

} // namespace Design
