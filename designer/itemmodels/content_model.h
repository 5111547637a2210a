#pragma once

#include "designer/itemmodels/operation_table_model.h"

namespace Design
{

/// Shared by bodies and answers: rows that are a media type with its schema.
class ContentModel : public OperationTableModel
{
    Q_OBJECT

public:
    using OperationTableModel::OperationTableModel;

protected:
    static QString jsonName() { return QStringLiteral("application/json"); }
    static bool isMediaType(const QString &text);
    /// The media type to show for a map of them: JSON if there is any, else the first; -1 for none.
    static qsizetype mainContent(const NamedList<MediaType> &content);

    /// Shows the example of the media type, which counts before that of its schema.
    void describeExample(SchemaRow &row, const MediaType &content) const;
    /// The media type whose example the row shows; None for rows of the schema inside it.
    virtual NodeId contentOf(const SchemaRow &row) const;
    void setExample(const SchemaRow &row, const Json &value) override;
    void editRowSchema(Api &api, const SchemaRow &row,
                       const std::function<void(Schema &)> &change) const override;
};

} // namespace Design
