#pragma once

#include "designer/itemmodels/operation_table_model.h"

namespace Design
{

/// The parameters of an operation: its own, and those that its path has for all of its methods.
/// Columns: Name, In, Type, Required, Rules, Notes.
class ParameterModel : public OperationTableModel
{
    Q_OBJECT

public:
    explicit ParameterModel(DesignDocument &document, QObject *parent = nullptr);

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool removeField(const QModelIndex &index) override;
    bool moveField(const QModelIndex &index, int by) override;
    bool duplicateField(const QModelIndex &index) override;

    /// "query", "header", "cookie": the places that can be chosen.
    static const QStringList &places();

protected:
    std::vector<SchemaBranch> rows(const SchemaRows &describe) const override;
    std::optional<NotationError> checkName(const SchemaRow &row,
                                           const QString &text) const override;
    std::optional<NotationError> checkPlace(const SchemaRow &row,
                                            const QString &text) const override;
    void setName(const SchemaRow &row, const QString &text) override;
    int countNameUses(const SchemaRow &row) const override;
    void setPlace(const SchemaRow &row, const QString &text) override;
    void setNotes(const SchemaRow &row, const QString &text) override;
    void setExample(const SchemaRow &row, const Json &value) override;
    void setRequired(const SchemaRow &row, bool required) override;
    void editRowSchema(Api &api, const SchemaRow &row,
                       const std::function<void(Schema &)> &change) const override;
    void addNew(const SchemaRow &row, const QString &after, const QString &text) override;
    QString newRowText() const override;
    QString newRowHint() const override;

private:
    bool isTaken(const QString &place, const QString &name) const;
};

} // namespace Design
