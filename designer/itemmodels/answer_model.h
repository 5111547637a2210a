#pragma once

#include "designer/itemmodels/content_model.h"

namespace Design
{

/// The answers of an operation: one row a status, below it its media types where it has several.
/// Columns: Status, Type, Required, Rules, Notes.
class AnswerModel : public ContentModel
{
    Q_OBJECT

public:
    explicit AnswerModel(DesignDocument &document, QObject *parent = nullptr);

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool removeField(const QModelIndex &index) override;

protected:
    std::vector<SchemaBranch> rows(const SchemaRows &describe) const override;
    std::optional<NotationError> checkName(const SchemaRow &row,
                                           const QString &text) const override;
    std::optional<NotationError> checkNoType(const SchemaRow &row) const override;
    void clearType(const SchemaRow &row) override;
    void setName(const SchemaRow &row, const QString &text) override;
    void setNotes(const SchemaRow &row, const QString &text) override;
    void setRequired(const SchemaRow &row, bool required) override;
    NodeId contentOf(const SchemaRow &row) const override;
    void setExample(const SchemaRow &row, const Json &value) override;
    void editRowSchema(Api &api, const SchemaRow &row,
                       const std::function<void(Schema &)> &change) const override;
    void addNew(const SchemaRow &row, const QString &after, const QString &text) override;
    QString newRowText() const override;
    QString newRowHint() const override;

private:
    /// What is typed into the empty row: an answer, or a header or another media type of the
    /// answer above.
    struct NewAnswer {
        enum class Kind { Answer, Header, Content } kind = Kind::Answer;
        QString status; ///< or the name of the header, or the media type
        bool required = false;
        std::optional<TypeExpression> type;
        std::optional<NotationError> error;
    };
    NewAnswer parseNew(const QString &text, const QString &after) const;
    SchemaBranch headerBranch(const SchemaRows &describe, NodeId answer,
                              const Named<Header> &header) const;
    static MediaType newContent(Api &api, const TypeExpression &type);
    void addTo(NodeId answer, const NewAnswer &added);
    NewAnswer parseNewHeader(const QString &text, const Response *answer) const;
    const Response *answerWithKey(const QString &key) const;
    std::optional<NotationError> checkHeader(const QString &name, const Response *answer) const;
    std::optional<NotationError> checkStatus(const QString &status) const;
};

} // namespace Design
