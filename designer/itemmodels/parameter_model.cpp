#include "designer/itemmodels/parameter_model.h"

#include "designer/itemmodels/example_text.h"
#include "designer/itemmodels/new_field.h"
#include "designer/model/edits/operation_edits.h"
#include "designer/model/edits/path_edits.h"
#include "designer/model/locate.h"

namespace Design
{

using Kind = SchemaRow::Kind;

namespace
{

/// `header X-Token: string`: the place, if one is said, and the rest.
std::pair<QString, QString> splitPlace(const QString &text)
{
    const QString trimmed = text.trimmed();
    const qsizetype space = trimmed.indexOf(QLatin1Char(' '));
    const QString first = trimmed.left(space).toLower();
    if (space > 0 && ParameterModel::places().contains(first) &&
        trimmed.at(space + 1) != QLatin1Char(':'))
        return {first, trimmed.mid(space + 1).trimmed()};
    return {QStringLiteral("query"), trimmed};
}

const Schema &schemaOf(const Parameter &parameter)
{
    if (parameter.schema.isAbsent() && !parameter.content.isEmpty() &&
        !parameter.content.first().isRaw())
        return parameter.content.first().value.schema;
    return parameter.schema;
}

NotationError wholeText(const QString &text, const QString &message)
{
    return {0, text.size(), message, {}};
}

} // namespace

ParameterModel::ParameterModel(DesignDocument &document, QObject *parent)
    : OperationTableModel(document,
                          {Column::Name, Column::Place, Column::Type, Column::Required,
                           Column::Rules, Column::Notes, Column::Example},
                          parent)
{
}

const QStringList &ParameterModel::places()
{
    static const QStringList places{QStringLiteral("query"), QStringLiteral("header"),
                                    QStringLiteral("cookie")};
    return places;
}

QVariant ParameterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section == 0 && orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return tr("Parameter");
    return OperationTableModel::headerData(section, orientation, role);
}

QString ParameterModel::newRowText() const
{
    return tr("Add a parameter…");
}

QString ParameterModel::newRowHint() const
{
    return tr("limit: int 1..100 default 10");
}

std::vector<SchemaBranch> ParameterModel::rows(const SchemaRows &describe) const
{
    std::vector<SchemaBranch> rows;
    const Operation *operation = find();
    if (!operation)
        return rows;
    const auto add = [&](const Parameter &parameter, NodeId owner) {
        const Parameter *shown = resolve(api(), parameter);
        SchemaBranch branch;
        branch.key = SchemaRows::keyOf(parameter.id);
        SchemaRow &row = branch.content;
        row.kind = parameter.ref.isNull() ? Kind::Parameter : Kind::Inherited;
        row.owner = owner;
        row.holder = parameter.id;
        row.nodes = {parameter.id};
        if (shown) {
            row.name = shown->name;
            row.place = shown->in;
            row.notes = shown->description;
            row.required = shown->required;
            row.isRequiredFixed = shown->in == QLatin1String("path");
            row.nodes.append(shown->id);
            describe.describe(branch, schemaOf(*shown));
            row.notes = shown->description;
            if (const Json example = exampleOfNode(*shown); !example.isUndefined())
                row.example = exampleText(example, describeType(schemaOf(*shown), api()));
            row.isDeprecated = row.isDeprecated || shown->deprecated;
            row.takesFields = row.takesFields && parameter.ref.isNull();
        }
        if (!parameter.ref.isNull()) {
            row.base = parameter.ref.text.section(QLatin1Char('/'), -1);
            branch.children.clear();
            if (!shown)
                row.name = row.base;
        }
        rows.push_back(std::move(branch));
    };
    if (const Named<PathItem> *path = findPathOf(api(), operation->id)) {
        for (const Parameter &parameter : path->value.parameters)
            add(parameter, path->value.id);
    }
    for (const Parameter &parameter : operation->parameters)
        add(parameter, operation->id);
    describe.addNewRows(rows, operation->id, true);
    return rows;
}

bool ParameterModel::isTaken(const QString &place, const QString &name) const
{
    const Operation *operation = find();
    return operation && std::any_of(operation->parameters.begin(), operation->parameters.end(),
                                    [&](const Parameter &parameter) {
                                        const Parameter *shown = resolve(api(), parameter);
                                        return shown && shown->in == place && shown->name == name;
                                    });
}

std::optional<NotationError> ParameterModel::checkName(const SchemaRow &row,
                                                       const QString &text) const
{
    if (row.kind != Kind::Parameter && row.kind != Kind::New)
        return OperationTableModel::checkName(row, text);
    if (row.kind == Kind::New && row.owner != operation())
        return OperationTableModel::checkName(row, text);
    QString name = text;
    QString place = row.place;
    if (row.kind == Kind::New) {
        const auto [where, rest] = splitPlace(text);
        NewField field = parseNewField(rest, api());
        if (field.error) {
            field.error->column += text.size() - rest.size();
            return field.error;
        }
        name = field.name;
        place = where;
    }
    if (name.isEmpty())
        return wholeText(text, tr("A parameter needs a name."));
    if (place == QLatin1String("path") &&
        (name.contains(QLatin1Char('/')) || name.contains(QLatin1Char('{')) ||
         name.contains(QLatin1Char('}'))))
        return wholeText(text, tr("The name of a path parameter has no slash and no braces."));
    if (isTaken(place, name))
        return wholeText(text, tr("There is a %1 parameter %2 already.").arg(place, name));
    return std::nullopt;
}

std::optional<NotationError> ParameterModel::checkPlace(const SchemaRow &row,
                                                        const QString &text) const
{
    if (row.place == QLatin1String("path"))
        return wholeText(text,
                         tr("%1 stands in the path: change the path to move it.").arg(row.name));
    if (text == QLatin1String("path"))
        return wholeText(text,
                         tr("Write {%1} into the path to make it a path parameter.").arg(row.name));
    if (!places().contains(text))
        return wholeText(text, tr("A parameter stands in the query, a header or a cookie."));
    if (isTaken(text, row.name))
        return wholeText(text, tr("There is a %1 parameter %2 already.").arg(text, row.name));
    return std::nullopt;
}

void ParameterModel::setName(const SchemaRow &row, const QString &text)
{
    if (row.kind != Kind::Parameter)
        return OperationTableModel::setName(row, text);
    int places = 0;
    document().edit(
        tr("Rename %1 to %2").arg(row.name, text),
        [&](Api &api) { places = renameParameter(api, row.holder, text); }, {}, row.holder);
    Q_EMIT message(renamedText(row.name, text, places));
}

int ParameterModel::countNameUses(const SchemaRow &row) const
{
    return row.kind == Kind::Parameter ? countParameterUses(api(), row.holder)
                                       : OperationTableModel::countNameUses(row);
}

void ParameterModel::setPlace(const SchemaRow &row, const QString &text)
{
    document().edit(
        tr("Move %1 to the %2").arg(row.name, text),
        [&](Api &api) {
            editParameter(api, row.holder, [&](Parameter &parameter) { parameter.in = text; });
        },
        {}, row.holder);
}

void ParameterModel::setNotes(const SchemaRow &row, const QString &text)
{
    if (row.kind != Kind::Parameter)
        return OperationTableModel::setNotes(row, text);
    document().edit(
        tr("Change notes of %1").arg(row.name),
        [&](Api &api) {
            editParameter(api, row.holder, [&](Parameter &parameter) {
                parameter.description = text.isEmpty() ? QString() : text;
            });
        },
        {row.holder, QStringLiteral("description")}, row.holder);
}

void ParameterModel::setExample(const SchemaRow &row, const Json &value)
{
    if (row.kind != Kind::Parameter)
        return OperationTableModel::setExample(row, value);
    const Parameter *parameter = document().find<Parameter>(row.holder);
    const Schema *schema = document().find<Schema>(row.node);
    // Where the schema has the example, it is that one which is shown and meant.
    if (parameter && schema && exampleOfNode(*parameter).isUndefined() &&
        !exampleOf(*schema).isUndefined())
        return OperationTableModel::setExample(row, value);
    document().edit(
        tr("Change example of %1").arg(row.name),
        [&](Api &api) {
            editParameter(api, row.holder,
                          [&](Parameter &changed) { setExampleOfNode(changed, value); });
        },
        {row.holder, QStringLiteral("example")}, row.holder);
}

void ParameterModel::setRequired(const SchemaRow &row, bool required)
{
    if (row.kind != Kind::Parameter)
        return OperationTableModel::setRequired(row, required);
    document().edit(
        required ? tr("Require %1").arg(row.name) : tr("Make %1 optional").arg(row.name),
        [&](Api &api) {
            editParameter(api, row.holder,
                          [&](Parameter &parameter) { parameter.required = required; });
        },
        {}, row.holder);
}

void ParameterModel::editRowSchema(Api &api, const SchemaRow &row,
                                   const std::function<void(Schema &)> &change) const
{
    if (row.kind != Kind::Parameter)
        return OperationTableModel::editRowSchema(api, row, change);
    editParameter(api, row.holder, [&](Parameter &parameter) {
        const bool isInContent = parameter.schema.isAbsent() && !parameter.content.isEmpty();
        change(isInContent ? parameter.content.first().value.schema : parameter.schema);
    });
}

void ParameterModel::addNew(const SchemaRow &row, const QString &after, const QString &text)
{
    if (row.owner != operation())
        return OperationTableModel::addNew(row, after, text);
    const auto [place, rest] = splitPlace(text);
    const NewField field = parseNewField(rest, api());
    document().edit(tr("Add parameter %1").arg(field.name), [&, where = place](Api &api) {
        const NodeId added = addParameter(api, operation(), where, field.name);
        Schema schema;
        applyType(schema, field.type, RulesOf::TextOnly, api);
        editParameter(api, added, [&](Parameter &parameter) {
            parameter.schema = schema;
            parameter.required = field.required;
        });
        const Operation *changed = findOperation(api, operation());
        for (qsizetype i = 0; changed && !after.isEmpty() && i < changed->parameters.size(); ++i) {
            if (SchemaRows::keyOf(changed->parameters.at(i).id) == after) {
                moveParameter(api, added, i + 1);
                break;
            }
        }
        adopt(added);
    });
}

bool ParameterModel::removeField(const QModelIndex &index)
{
    const SchemaRow row = content(index);
    const bool isParameter = row.kind == Kind::Parameter || row.kind == Kind::Inherited;
    if (!isParameter || index.parent().isValid())
        return OperationTableModel::removeField(index);
    const Named<PathItem> *path = findPathOf(api(), operation());
    if (row.place == QLatin1String("path") && path &&
        pathParameterNames(path->name).contains(row.name))
        return false; // it would come back: the path names it
    document().edit(
        tr("Remove %1").arg(row.name), [&](Api &api) { removeParameter(api, row.holder); }, {},
        operation());
    return true;
}

bool ParameterModel::moveField(const QModelIndex &index, int by)
{
    const SchemaRow row = content(index);
    if (row.kind != Kind::Parameter)
        return OperationTableModel::moveField(index, by);
    const QModelIndex other = index.sibling(index.row() + by, 0);
    if (!other.isValid() || content(other).owner != row.owner || isNewRow(other))
        return false;
    const NodeId neighbour = content(other).holder;
    document().edit(
        by < 0 ? tr("Move %1 up").arg(row.name) : tr("Move %1 down").arg(row.name),
        [&](Api &api) {
            const Operation *changed = findOperation(api, row.owner);
            for (qsizetype i = 0; changed && i < changed->parameters.size(); ++i) {
                if (changed->parameters.at(i).id == neighbour) {
                    moveParameter(api, row.holder, i);
                    return;
                }
            }
        },
        {}, row.holder);
    return true;
}

bool ParameterModel::duplicateField(const QModelIndex &index)
{
    return content(index).kind != Kind::Parameter && OperationTableModel::duplicateField(index);
}

} // namespace Design
