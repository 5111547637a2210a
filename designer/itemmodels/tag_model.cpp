#include "designer/itemmodels/tag_model.h"

#include "designer/model/edits/tag_edits.h"

namespace Design
{

using Kind = SchemaRow::Kind;

namespace
{

/// `items: What the shop sells.`
std::pair<QString, QString> splitTag(const QString &text)
{
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    if (colon < 0)
        return {text.trimmed(), {}};
    return {text.left(colon).trimmed(), text.mid(colon + 1).trimmed()};
}

const Tag *findTag(const Api &api, const QString &name)
{
    for (const Tag &tag : api.tags) {
        if (tag.name == name)
            return &tag;
    }
    return nullptr;
}

} // namespace

TagModel::TagModel(DesignDocument &document, QObject *parent)
    : SchemaTableModel(document, {Column::Name, Column::Notes}, parent)
{
    connect(&document, &DesignDocument::wasReset, this, &TagModel::restart);
    restart();
}

QVariant TagModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section == 0 && orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return tr("Tag");
    return SchemaTableModel::headerData(section, orientation, role);
}

QString TagModel::newRowText() const
{
    return tr("Add a tag…");
}

QString TagModel::newRowHint() const
{
    return tr("items: What the shop sells.");
}

std::vector<SchemaBranch> TagModel::rows(const SchemaRows &describe) const
{
    std::vector<SchemaBranch> rows;
    for (const QString &name : tagNames(api())) {
        const Tag *tag = findTag(api(), name);
        SchemaBranch branch;
        branch.key = tag ? SchemaRows::keyOf(tag->id) : QStringLiteral("tag ") + name;
        branch.content.kind = Kind::Tag;
        branch.content.name = name;
        branch.content.owner = api().id;
        if (tag) {
            branch.content.holder = tag->id;
            branch.content.nodes = {tag->id};
            branch.content.notes = tag->description;
        }
        rows.push_back(std::move(branch));
    }
    describe.addNewRows(rows, api().id, true);
    return rows;
}

std::optional<NotationError> TagModel::checkName(const SchemaRow &row, const QString &text) const
{
    const QString name = row.kind == Kind::New ? splitTag(text).first : text;
    if (name.isEmpty())
        return NotationError{0, text.size(), tr("A tag needs a name."), {}};
    if (name.contains(QLatin1Char(',')))
        return NotationError{0, text.size(), tr("The name of a tag has no comma."), {}};
    if (tagNames(api()).contains(name))
        return NotationError{0, text.size(), tr("There is a tag %1 already.").arg(name), {}};
    return std::nullopt;
}

void TagModel::setName(const SchemaRow &row, const QString &text)
{
    document().edit(
        tr("Rename %1 to %2").arg(row.name, text),
        [&](Api &api) { renameTag(api, row.name, text); }, {}, api().id);
}

void TagModel::setNotes(const SchemaRow &row, const QString &text)
{
    document().edit(
        tr("Change notes of %1").arg(row.name), [&](Api &api) { describeTag(api, row.name, text); },
        {api().id, QStringLiteral("tag ") + row.name}, api().id);
}

void TagModel::addNew(const SchemaRow &, const QString &after, const QString &text)
{
    const auto [name, notes] = splitTag(text);
    document().edit(
        tr("Add tag %1").arg(name),
        [&, name = name, notes = notes](Api &api) {
            qsizetype index = -1;
            for (qsizetype i = 0; i < api.tags.size(); ++i) {
                if (SchemaRows::keyOf(api.tags.at(i).id) == after)
                    index = i + 1;
            }
            const NodeId added = addTag(api, name, index);
            if (!notes.isEmpty())
                describeTag(api, name, notes);
            adopt(added);
        },
        {}, api().id);
}

bool TagModel::removeField(const QModelIndex &index)
{
    const SchemaRow row = content(index);
    if (row.kind != Kind::Tag)
        return SchemaTableModel::removeField(index);
    document().edit(
        tr("Remove tag %1").arg(row.name), [&](Api &api) { removeTag(api, row.name); }, {},
        api().id);
    return true;
}

bool TagModel::moveField(const QModelIndex &index, int by)
{
    const SchemaRow row = content(index);
    if (row.kind != Kind::Tag || row.holder == NodeId::None || index.row() + by < 0 ||
        index.row() + by >= api().tags.size())
        return false;
    document().edit(
        by < 0 ? tr("Move %1 up").arg(row.name) : tr("Move %1 down").arg(row.name),
        [&](Api &api) { moveTag(api, row.name, index.row() + by); }, {}, api().id);
    return true;
}

} // namespace Design
