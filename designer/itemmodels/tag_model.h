#pragma once

#include "designer/itemmodels/schema_table_model.h"

namespace Design
{

/// The tags that routes are grouped by. Columns: Tag, Notes. Those that only routes name are there
/// too; saying something about one declares it.
class TagModel : public SchemaTableModel
{
    Q_OBJECT

public:
    explicit TagModel(DesignDocument &document, QObject *parent = nullptr);

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool removeField(const QModelIndex &index) override;
    bool moveField(const QModelIndex &index, int by) override;
    bool duplicateField(const QModelIndex &) override { return false; }

protected:
    std::vector<SchemaBranch> rows(const SchemaRows &describe) const override;
    std::optional<NotationError> checkName(const SchemaRow &row,
                                           const QString &text) const override;
    void setName(const SchemaRow &row, const QString &text) override;
    void setNotes(const SchemaRow &row, const QString &text) override;
    void addNew(const SchemaRow &row, const QString &after, const QString &text) override;
    QString newRowText() const override;
    QString newRowHint() const override;
};

} // namespace Design
