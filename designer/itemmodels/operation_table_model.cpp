#include "designer/itemmodels/operation_table_model.h"

#include "designer/model/locate.h"

namespace Design
{

OperationTableModel::OperationTableModel(DesignDocument &document, const QList<Column> &columns,
                                         QObject *parent)
    : SchemaTableModel(document, columns, parent)
{
    connect(&document, &DesignDocument::wasReset, this, [this] { setOperation(NodeId::None); });
}

void OperationTableModel::setOperation(NodeId operation)
{
    m_operation = operation;
    restart();
}

const Operation *OperationTableModel::find() const
{
    return document().find<Operation>(m_operation);
}

} // namespace Design
