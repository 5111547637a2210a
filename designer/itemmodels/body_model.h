#pragma once

#include "designer/itemmodels/content_model.h"

namespace Design
{

/// The request body of an operation: one row a media type. Columns: Body, Type, Required, Rules,
/// Notes.
class BodyModel : public ContentModel
{
    Q_OBJECT

public:
    explicit BodyModel(DesignDocument &document, QObject *parent = nullptr);

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool newRowBeginsWithType() const override { return true; }
    bool removeField(const QModelIndex &index) override;

protected:
    std::vector<SchemaBranch> rows(const SchemaRows &describe) const override;
    std::optional<NotationError> checkName(const SchemaRow &row,
                                           const QString &text) const override;
    void setName(const SchemaRow &row, const QString &text) override;
    void setNotes(const SchemaRow &row, const QString &text) override;
    void setRequired(const SchemaRow &row, bool required) override;
    void addNew(const SchemaRow &row, const QString &after, const QString &text) override;
    QString newRowText() const override;
    QString newRowHint() const override;

private:
    /// "ItemCreate" or "text/csv: string": media type and type.
    struct NewBody {
        QString mediaType;
        ParsedType type;
    };
    NewBody parseNew(const QString &text) const;
    void editBody(Api &api, const std::function<void(RequestBody &)> &change) const;
};

} // namespace Design
