#include "designer/itemmodels/answer_model.h"
#include "designer/itemmodels/example_text.h"
#include "designer/model/edits/operation_edits.h"
#include "designer/model/locate.h"

namespace Design
{

using Kind = SchemaRow::Kind;

// What typing into the table of answers changes: the other half of AnswerModel.

void AnswerModel::clearType(const SchemaRow &row)
{
    document().edit(
        tr("Answer %1 without a body").arg(row.name),
        [&](Api &api) {
            editNode<Response>(api, row.holder, [](Response &response) {
                if (const qsizetype main = mainContent(response.content); main >= 0)
                    response.content.removeAt(main);
            });
        },
        {}, row.holder);
}

void AnswerModel::setName(const SchemaRow &row, const QString &text)
{
    if (row.kind == Kind::Answer) {
        document().edit(
            tr("Change status %1 to %2").arg(row.name, text),
            [&](Api &api) { changeStatus(api, row.holder, text); }, {}, row.holder);
    } else if (row.kind == Kind::AnswerContent) {
        document().edit(
            tr("Change media type to %1").arg(text),
            [&](Api &api) {
                editNode<Response>(api, row.owner, [&](Response &response) {
                    for (Named<MediaType> &content : response.content) {
                        if (content.value.id == row.holder)
                            content.name = text;
                    }
                });
            },
            {}, row.holder);
    } else if (row.kind == Kind::Header) {
        document().edit(
            tr("Rename %1 to %2").arg(row.name, text),
            [&](Api &api) {
                editNode<Response>(api, row.owner, [&](Response &response) {
                    for (Named<Header> &header : response.headers) {
                        if (header.value.id == row.holder)
                            header.name = text;
                    }
                });
            },
            {}, row.holder);
    } else {
        ContentModel::setName(row, text);
    }
}

void AnswerModel::setRequired(const SchemaRow &row, bool required)
{
    if (row.kind != Kind::Header)
        return ContentModel::setRequired(row, required);
    document().edit(
        required ? tr("Require %1").arg(row.name) : tr("Make %1 optional").arg(row.name),
        [&](Api &api) {
            editNode<Header>(api, row.holder, [&](Header &header) { header.required = required; });
        },
        {}, row.holder);
}

NodeId AnswerModel::contentOf(const SchemaRow &row) const
{
    if (row.kind != Kind::Answer)
        return ContentModel::contentOf(row);
    const Response *response = answerWithKey(SchemaRows::keyOf(row.holder));
    const qsizetype main = response ? mainContent(response->content) : -1;
    return main < 0 ? NodeId::None : response->content.at(main).value.id;
}

void AnswerModel::setExample(const SchemaRow &row, const Json &value)
{
    if (row.kind != Kind::Header)
        return ContentModel::setExample(row, value);
    document().edit(
        tr("Change example of %1").arg(row.name),
        [&](Api &api) {
            editNode<Header>(api, row.holder,
                             [&](Header &header) { setExampleOfNode(header, value); });
        },
        {row.holder, QStringLiteral("example")}, row.holder);
}

void AnswerModel::setNotes(const SchemaRow &row, const QString &text)
{
    if (row.kind == Kind::Header) {
        document().edit(
            tr("Change notes of %1").arg(row.name),
            [&](Api &api) {
                editNode<Header>(api, row.holder, [&](Header &header) {
                    header.description = text.isEmpty() ? QString() : text;
                });
            },
            {row.holder, QStringLiteral("description")}, row.holder);
        return;
    }
    if (row.kind != Kind::Answer)
        return ContentModel::setNotes(row, text);
    document().edit(
        tr("Describe answer %1").arg(row.name),
        [&](Api &api) {
            // The description is required: empty is allowed, absent is not.
            editNode<Response>(api, row.holder, [&](Response &response) {
                response.description = text.isNull() ? QStringLiteral("") : text;
            });
        },
        {row.holder, QStringLiteral("description")}, row.holder);
}

void AnswerModel::editRowSchema(Api &api, const SchemaRow &row,
                                const std::function<void(Schema &)> &change) const
{
    if (row.kind == Kind::Header) {
        editNode<Header>(api, row.holder, [&](Header &header) { change(header.schema); });
        return;
    }
    if (row.kind != Kind::Answer)
        return ContentModel::editRowSchema(api, row, change);
    const NodeId contentId = api.newId();
    editNode<Response>(api, row.holder, [&](Response &response) {
        qsizetype main = mainContent(response.content);
        if (main < 0) {
            MediaType content;
            content.id = contentId;
            response.content.append({jsonName(), content, {}});
            main = response.content.size() - 1;
        }
        change(response.content[main].value.schema);
    });
}

void AnswerModel::addNew(const SchemaRow &row, const QString &after, const QString &text)
{
    if (row.owner != operation())
        return ContentModel::addNew(row, after, text);
    const NewAnswer added = parseNew(text, after);
    const Response *above = answerWithKey(after);
    if (added.kind != NewAnswer::Kind::Answer && above)
        return addTo(above->id, added);
    document().edit(tr("Add answer %1").arg(added.status), [&](Api &api) {
        const NodeId answer = addResponse(api, operation(), added.status);
        if (added.type) {
            const MediaType content = newContent(api, *added.type);
            editNode<Response>(api, answer, [&](Response &response) {
                response.content = {};
                response.content.append({jsonName(), content, {}});
            });
        }
        adopt(answer);
    });
}

MediaType AnswerModel::newContent(Api &api, const TypeExpression &type)
{
    MediaType content;
    content.id = api.newId();
    applyType(content.schema, type, RulesOf::TextOnly, api);
    return content;
}

void AnswerModel::addTo(NodeId answer, const NewAnswer &added)
{
    document().edit(tr("Add %1").arg(added.status), [&](Api &api) {
        if (added.kind == NewAnswer::Kind::Header) {
            Header header;
            header.id = api.newId();
            header.required = added.required;
            applyType(header.schema, *added.type, RulesOf::TextOnly, api);
            editNode<Response>(api, answer, [&](Response &response) {
                response.headers.append({added.status, header, {}});
            });
        } else {
            const MediaType content = newContent(api, added.type.value_or(TypeExpression()));
            editNode<Response>(api, answer, [&](Response &response) {
                response.content.append({added.status, content, {}});
            });
        }
    });
}

bool AnswerModel::removeField(const QModelIndex &index)
{
    const SchemaRow row = content(index);
    if (row.kind == Kind::Answer || (row.kind == Kind::Inherited && !index.parent().isValid())) {
        document().edit(
            tr("Remove answer %1").arg(row.name),
            [&](Api &api) { removeResponse(api, row.holder); }, {}, operation());
        return true;
    }
    if (row.kind == Kind::Header) {
        document().edit(
            tr("Remove %1").arg(row.name),
            [&](Api &api) {
                editNode<Response>(api, row.owner, [&](Response &response) {
                    response.headers.removeIf(
                        [&](const Named<Header> &header) { return header.value.id == row.holder; });
                });
            },
            {}, row.owner);
        return true;
    }
    if (row.kind == Kind::AnswerContent) {
        document().edit(
            tr("Remove %1").arg(row.name),
            [&](Api &api) {
                editNode<Response>(api, row.owner, [&](Response &response) {
                    response.content.removeIf([&](const Named<MediaType> &content) {
                        return content.value.id == row.holder;
                    });
                });
            },
            {}, row.owner);
        return true;
    }
    return ContentModel::removeField(index);
}

} // namespace Design
