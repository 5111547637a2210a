#include "designer/itemmodels/content_model.h"

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

void ContentModel::editRowSchema(Api &api, const SchemaRow &row,
                                 const std::function<void(Schema &)> &change) const
{
    if (row.kind != SchemaRow::Kind::Body && row.kind != SchemaRow::Kind::AnswerContent)
        return OperationTableModel::editRowSchema(api, row, change);
    editNode<MediaType>(api, row.holder, [&](MediaType &content) { change(content.schema); });
}

} // namespace Design
