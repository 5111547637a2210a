#include "designer/itemmodels/content_model.h"

#include "designer/itemmodels/example_text.h"
#include "designer/model/locate.h"

#include <QRegularExpression>

namespace Design
{

bool ContentModel::isMediaType(const QString &text)
{
    // RFC 9110, section 8.3.1: type "/" subtype, both tokens, and parameters behind
    static const QRegularExpression form(
        QStringLiteral("^[\\w!#$&^.+*-]+/[\\w!#$&^.+*-]+(\\s*;\\s*[\\w-]+=[^;]+)*$"));
    return form.match(text).hasMatch();
}

qsizetype ContentModel::mainContent(const NamedList<MediaType> &content)
{
    qsizetype first = -1;
    for (qsizetype i = 0; i < content.size(); ++i) {
        if (content.at(i).isRaw())
            continue;
        if (content.at(i).name.contains(QLatin1String("json")))
            return i;
        if (first < 0)
            first = i;
    }
    return first;
}

void ContentModel::describeExample(SchemaRow &row, const MediaType &content) const
{
    const Json example = exampleOfNode(content);
    row.example = exampleText(example, describeType(content.schema, api()));
}

NodeId ContentModel::contentOf(const SchemaRow &row) const
{
    const bool isContent =
        row.kind == SchemaRow::Kind::Body || row.kind == SchemaRow::Kind::AnswerContent;
    return isContent ? row.holder : NodeId::None;
}

void ContentModel::setExample(const SchemaRow &row, const Json &value)
{
    const NodeId content = contentOf(row);
    if (content == NodeId::None)
        return OperationTableModel::setExample(row, value);
    document().edit(
        tr("Change example of %1").arg(row.name),
        [&](Api &api) {
            editNode<MediaType>(api, content,
                                [&](MediaType &changed) { setExampleOfNode(changed, value); });
        },
        {content, QStringLiteral("example")}, row.holder);
}

void ContentModel::editRowSchema(Api &api, const SchemaRow &row,
                                 const std::function<void(Schema &)> &change) const
{
    if (row.kind != SchemaRow::Kind::Body && row.kind != SchemaRow::Kind::AnswerContent)
        return OperationTableModel::editRowSchema(api, row, change);
    editNode<MediaType>(api, row.holder, [&](MediaType &content) { change(content.schema); });
}

} // namespace Design
