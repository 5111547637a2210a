#include "designer/itemmodels/schema_model.h"

#include "designer/model/edits/schema_edits.h"
#include "designer/model/locate.h"

namespace Design
{

SchemaModel::SchemaModel(DesignDocument &document, QObject *parent)
    : SchemaTableModel(document,
                       {Column::Name, Column::Type, Column::Required, Column::Rules, Column::Notes,
                        Column::Example},
                       parent)
{
    connect(&document, &DesignDocument::wasReset, this, [this] { setSchema(NodeId::None); });
}

void SchemaModel::setSchema(NodeId component)
{
    m_schema = component;
    restart();
}

std::vector<SchemaBranch> SchemaModel::rows(const SchemaRows &describe) const
{
    std::vector<SchemaBranch> rows;
    const Named<Schema> *component = findNamedSchema(api(), m_schema);
    if (component)
        rows.push_back(describe.branch(SchemaRow::Kind::Model, component->name, component->value));
    return rows;
}

void SchemaModel::setName(const SchemaRow &row, const QString &text)
{
    if (row.kind != SchemaRow::Kind::Model)
        return SchemaTableModel::setName(row, text);
    document().edit(
        tr("Rename %1 to %2").arg(row.name, text),
        [&](Api &api) { renameSchema(api, row.node, text); }, {}, row.node);
}

} // namespace Design
