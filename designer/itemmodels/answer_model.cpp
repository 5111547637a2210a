#include "designer/itemmodels/answer_model.h"

#include "designer/model/edits/operation_edits.h"
#include "designer/model/locate.h"

#include <QRegularExpression>

namespace Design
{

using Kind = SchemaRow::Kind;

AnswerModel::AnswerModel(DesignDocument &document, QObject *parent)
    : ContentModel(document,
                   {Column::Name, Column::Type, Column::Required, Column::Rules, Column::Notes},
                   parent)
{
}

QVariant AnswerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section == 0 && orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return tr("Status");
    return ContentModel::headerData(section, orientation, role);
}

QString AnswerModel::newRowText() const
{
    return tr("Add an answer…");
}

QString AnswerModel::newRowHint() const
{
    return tr("404: Problem");
}

std::vector<SchemaBranch> AnswerModel::rows(const SchemaRows &describe) const
{
    std::vector<SchemaBranch> rows;
    const Operation *operation = find();
    if (!operation)
        return rows;
    for (const Named<Response> &response : operation->responses) {
        if (response.isRaw())
            continue;
        const Response *shown = resolve(api(), response.value);
        const bool isShared = !response.value.ref.isNull();
        SchemaBranch branch;
        branch.key = SchemaRows::keyOf(response.value.id);
        SchemaRow &row = branch.content;
        row.kind = isShared ? Kind::Inherited : Kind::Answer;
        row.name = response.name;
        row.holder = response.value.id;
        row.owner = operation->id;
        row.nodes = {response.value.id};
        if (isShared)
            row.base = response.value.ref.text.section(QLatin1Char('/'), -1);
        const qsizetype main = shown ? mainContent(shown->content) : -1;
        if (main < 0) {
            row.type = tr("no body");
        } else {
            const MediaType &content = shown->content.at(main).value;
            row.nodes.append(content.id);
            row.notes = shown->description;
            describe.describe(branch, content.schema);
            row.place = shown->content.at(main).name;
            for (qsizetype i = 0; !isShared && i < shown->content.size(); ++i) {
                if (i == main || shown->content.at(i).isRaw())
                    continue;
                const Named<MediaType> &other = shown->content.at(i);
                SchemaBranch child;
                child.key = SchemaRows::keyOf(other.value.id);
                child.content.kind = Kind::AnswerContent;
                child.content.name = other.name;
                child.content.place = other.name;
                child.content.holder = other.value.id;
                child.content.owner = response.value.id;
                child.content.nodes = {other.value.id};
                describe.describe(child, other.value.schema);
                branch.children.push_back(std::move(child));
            }
        }
        row.notes = shown ? shown->description : QString();
        if (isShared) {
            branch.children.clear();
            row.takesFields = false;
        }
        rows.push_back(std::move(branch));
    }
    describe.addNewRows(rows, operation->id, true);
    return rows;
}

std::optional<NotationError> AnswerModel::checkStatus(const QString &status) const
{
    // OpenAPI 3.1, section 4.8.16: a status code, a range of them, or default
    static const QRegularExpression form(QStringLiteral("^([1-5]\\d\\d|[1-5]XX|default)$"));
    if (!form.match(status).hasMatch())
        return NotationError{
            0,
            status.size(),
            tr("A status is a number such as 200, a range such as 4XX, or “default”."),
            {}};
    const Operation *operation = find();
    if (operation && operation->responses.contains(status))
        return NotationError{
            0, status.size(), tr("There is an answer %1 already.").arg(status), {}};
    return std::nullopt;
}

AnswerModel::NewAnswer AnswerModel::parseNew(const QString &text) const
{
    static const QRegularExpression form(QStringLiteral("^\\s*(\\w+)\\s*:?\\s*"));
    const QRegularExpressionMatch match = form.match(text);
    NewAnswer answer;
    answer.status = match.captured(1);
    if (answer.status.endsWith(QLatin1String("xx")))
        answer.status = answer.status.toUpper();
    answer.error = checkStatus(answer.status);
    const QString type = text.mid(match.capturedLength());
    if (answer.error || type.isEmpty())
        return answer;
    const ParsedType parsed = parseType(type, api());
    answer.type = parsed.type;
    answer.error = parsed.error;
    if (answer.error)
        answer.error->column += match.capturedLength();
    return answer;
}

std::optional<NotationError> AnswerModel::checkName(const SchemaRow &row, const QString &text) const
{
    if (row.kind == Kind::New && row.owner == operation())
        return parseNew(text).error;
    if (row.kind == Kind::Answer)
        return checkStatus(text);
    if (row.kind == Kind::AnswerContent) {
        if (!isMediaType(text))
            return NotationError{
                0, text.size(), tr("A media type has two parts, such as application/json."), {}};
        return std::nullopt;
    }
    return ContentModel::checkName(row, text);
}

std::optional<NotationError> AnswerModel::checkNoType(const SchemaRow &row) const
{
    return row.kind == Kind::Answer ? std::nullopt : ContentModel::checkNoType(row);
}

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
    } else {
        ContentModel::setName(row, text);
    }
}

void AnswerModel::setNotes(const SchemaRow &row, const QString &text)
{
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
    const NewAnswer answer = parseNew(text);
    document().edit(tr("Add answer %1").arg(answer.status), [&](Api &api) {
        const NodeId added = addResponse(api, operation(), answer.status);
        if (answer.type) {
            Schema schema;
            applyType(schema, *answer.type, RulesOf::TextOnly, api);
            MediaType content;
            content.id = api.newId();
            content.schema = schema;
            editNode<Response>(api, added, [&](Response &response) {
                response.content = {};
                response.content.append({jsonName(), content, {}});
            });
        }
        adopt(added);
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
