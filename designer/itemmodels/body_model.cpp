#include "designer/itemmodels/body_model.h"

#include "designer/model/locate.h"

namespace Design
{

using Kind = SchemaRow::Kind;

BodyModel::BodyModel(DesignDocument &document, QObject *parent)
    : ContentModel(document,
                   {Column::Name, Column::Type, Column::Required, Column::Rules, Column::Notes,
                    Column::Example},
                   parent)
{
}

QVariant BodyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section == 0 && orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return tr("Media type");
    return ContentModel::headerData(section, orientation, role);
}

QString BodyModel::newRowText() const
{
    return tr("Add a body…");
}

QString BodyModel::newRowHint() const
{
    return tr("ItemCreate");
}

std::vector<SchemaBranch> BodyModel::rows(const SchemaRows &describe) const
{
    std::vector<SchemaBranch> rows;
    const Operation *operation = find();
    if (!operation)
        return rows;
    const RequestBody *body =
        operation->requestBody ? resolve(api(), *operation->requestBody) : nullptr;
    const bool isShared = operation->requestBody && !operation->requestBody->ref.isNull();
    for (qsizetype i = 0; body && i < body->content.size(); ++i) {
        const Named<MediaType> &content = body->content.at(i);
        if (content.isRaw())
            continue;
        SchemaBranch branch;
        branch.key = SchemaRows::keyOf(content.value.id);
        SchemaRow &row = branch.content;
        row.kind = isShared ? Kind::Inherited : Kind::Body;
        row.name = content.name;
        row.place = content.name;
        row.holder = content.value.id;
        row.owner = operation->id;
        row.nodes = {content.value.id};
        if (i == 0)
            row.nodes.append(body->id);
        row.notes = body->description;
        row.required = body->required;
        describe.describe(branch, content.value.schema);
        describeExample(row, content.value);
        row.notes = body->description; // the schema's own words are shown where it is edited
        if (isShared) {
            row.base = operation->requestBody->ref.text.section(QLatin1Char('/'), -1);
            branch.children.clear();
            row.takesFields = false;
        }
        rows.push_back(std::move(branch));
    }
    if (!isShared)
        describe.addNewRows(rows, operation->id, true);
    return rows;
}

BodyModel::NewBody BodyModel::parseNew(const QString &text) const
{
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    if (colon > 0 && isMediaType(text.left(colon).trimmed())) {
        NewBody body{text.left(colon).trimmed(), parseType(text.mid(colon + 1), api())};
        if (body.type.error)
            body.type.error->column += colon + 1;
        return body;
    }
    if (isMediaType(text.trimmed()))
        return {text.trimmed(), {}};
    return {jsonName(), parseType(text, api())};
}

std::optional<NotationError> BodyModel::checkName(const SchemaRow &row, const QString &text) const
{
    if (row.kind == Kind::New && row.owner == operation()) {
        const NewBody body = parseNew(text);
        if (body.type.error)
            return body.type.error;
        const Operation *found = find();
        if (found && found->requestBody && found->requestBody->content.contains(body.mediaType))
            return NotationError{
                0, text.size(), tr("There is a body of type %1 already.").arg(body.mediaType), {}};
        return std::nullopt;
    }
    if (row.kind != Kind::Body)
        return ContentModel::checkName(row, text);
    if (!isMediaType(text))
        return NotationError{
            0, text.size(), tr("A media type has two parts, such as application/json."), {}};
    const Operation *found = find();
    if (found && found->requestBody && found->requestBody->content.contains(text))
        return NotationError{
            0, text.size(), tr("There is a body of type %1 already.").arg(text), {}};
    return std::nullopt;
}

void BodyModel::editBody(Api &api, const std::function<void(RequestBody &)> &change) const
{
    editOperation(api, operation(), [&](Operation &changed) {
        if (changed.requestBody)
            change(*changed.requestBody);
    });
}

void BodyModel::setName(const SchemaRow &row, const QString &text)
{
    if (row.kind != Kind::Body)
        return ContentModel::setName(row, text);
    document().edit(
        tr("Change media type to %1").arg(text),
        [&](Api &api) {
            editBody(api, [&](RequestBody &body) {
                for (Named<MediaType> &content : body.content) {
                    if (content.value.id == row.holder)
                        content.name = text;
                }
            });
        },
        {}, row.holder);
}

void BodyModel::setNotes(const SchemaRow &row, const QString &text)
{
    if (row.kind != Kind::Body)
        return ContentModel::setNotes(row, text);
    document().edit(
        tr("Change notes of the body"),
        [&](Api &api) {
            editBody(api, [&](RequestBody &body) {
                body.description = text.isEmpty() ? QString() : text;
            });
        },
        {row.holder, QStringLiteral("description")}, row.holder);
}

void BodyModel::setRequired(const SchemaRow &row, bool required)
{
    if (row.kind != Kind::Body)
        return ContentModel::setRequired(row, required);
    document().edit(
        required ? tr("Require the body") : tr("Make the body optional"),
        [&](Api &api) { editBody(api, [&](RequestBody &body) { body.required = required; }); }, {},
        row.holder);
}

void BodyModel::addNew(const SchemaRow &row, const QString &after, const QString &text)
{
    if (row.owner != operation())
        return ContentModel::addNew(row, after, text);
    const NewBody added = parseNew(text);
    document().edit(tr("Add a body"), [&](Api &api) {
        MediaType content;
        content.id = api.newId();
        Schema schema;
        applyType(schema, added.type.type, RulesOf::TextOnly, api);
        content.schema = schema;
        const NodeId bodyId = api.newId();
        editOperation(api, operation(), [&](Operation &changed) {
            if (!changed.requestBody) {
                // Who says what a body is wants one.
                changed.requestBody.emplace();
                changed.requestBody->id = bodyId;
                changed.requestBody->required = true;
            }
            changed.requestBody->content.append({added.mediaType, content, {}});
        });
        adopt(content.id);
    });
}

bool BodyModel::removeField(const QModelIndex &index)
{
    const SchemaRow row = content(index);
    if (row.kind != Kind::Body && !(row.kind == Kind::Inherited && !index.parent().isValid()))
        return ContentModel::removeField(index);
    document().edit(
        tr("Remove the body"),
        [&](Api &api) {
            editOperation(api, operation(), [&](Operation &changed) {
                if (!changed.requestBody)
                    return;
                changed.requestBody->content.removeIf([&](const Named<MediaType> &content) {
                    return content.value.id == row.holder;
                });
                if (changed.requestBody->content.isEmpty())
                    changed.requestBody.reset();
            });
        },
        {}, operation());
    return true;
}

} // namespace Design
