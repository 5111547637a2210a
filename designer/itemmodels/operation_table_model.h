#pragma once

#include "designer/itemmodels/schema_table_model.h"

namespace Design
{

/// A table of what one operation takes or answers.
class OperationTableModel : public SchemaTableModel
{
    Q_OBJECT

public:
    OperationTableModel(DesignDocument &document, const QList<Column> &columns, QObject *parent);

    void setOperation(NodeId operation);
    NodeId operation() const { return m_operation; }

protected:
    const Operation *find() const;

private:
    NodeId m_operation = NodeId::None;
};

} // namespace Design
