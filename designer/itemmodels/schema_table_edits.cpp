#include "designer/itemmodels/example_text.h"
#include "designer/itemmodels/new_field.h"
#include "designer/itemmodels/schema_table_model.h"
#include "designer/model/edits/names.h"
#include "designer/model/edits/property_edits.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/model/locate.h"

namespace Design
{

using Kind = SchemaRow::Kind;
using Column = SchemaTableModel::Column;

namespace
{

NotationError wholeText(const QString &text, const QString &message)
{
    return {0, text.size(), message, {}};
}

qsizetype indexById(const NamedList<Schema> &members, NodeId id)
{
    for (qsizetype i = 0; i < members.size(); ++i) {
        if (members.at(i).value.id() == id)
            return i;
    }
    return -1;
}

/// An object that is a part of an allOf may have its properties required by the whole.
NodeId wholeOf(const Api &api, NodeId owner)
{
    const NodeIndex index(api);
    return index.step(owner).key == QLatin1String("allOf") ? index.parent(owner) : NodeId::None;
}

bool isRequiredByWhole(const Api &api, NodeId owner, const QString &name)
{
    const Schema *whole = findSchema(api, wholeOf(api, owner));
    return whole && whole->isRequired(name);
}

void requireByWhole(Api &api, NodeId owner, const QString &name, bool required)
{
    if (isRequiredByWhole(api, owner, name) != required)
        editSchema(api, wholeOf(api, owner),
                   [&](Schema &whole) { whole.setRequired(name, required); });
}

/// Where a property stands in its object; -1 when it is none of it.
qsizetype placeOf(const Api &api, NodeId owner, NodeId property)
{
    const Schema *object = findSchema(api, owner);
    return object ? indexById(object->members(Keyword::Properties), property) : -1;
}

/// Moves a property to another object; being required goes with it.
void moveOut(Api &api, const SchemaRow &row, NodeId owner, qsizetype index)
{
    const bool isRequired = isRequiredByWhole(api, row.owner, row.name);
    requireByWhole(api, row.owner, row.name, false);
    moveProperty(api, row.node, owner, index);
    if (isRequired)
        setPropertyRequired(api, row.node, true);
}

/// anyOf, oneOf or allOf, whichever holds this part.
void editMembers(Api &api, NodeId owner, NodeId member,
                 const std::function<void(QList<Schema> &, qsizetype)> &change)
{
    editSchema(api, owner, [&](Schema &schema) {
        for (Keyword keyword : {Keyword::AnyOf, Keyword::OneOf, Keyword::AllOf}) {
            QList<Schema> members = schema.schemas(keyword);
            for (qsizetype i = 0; i < members.size(); ++i) {
                if (members.at(i).id() == member) {
                    change(members, i);
                    schema.setSchemas(keyword, members);
                    return;
                }
            }
        }
    });
}

} // namespace

std::optional<NotationError> SchemaTableModel::checkName(const SchemaRow &row,
                                                         const QString &text) const
{
    if (row.kind == Kind::Model) {
        if (!isComponentName(text))
            return wholeText(text,
                             tr("A model's name has only letters, digits, “.”, “-” and “_”."));
        if (api().components.schemas.contains(text))
            return wholeText(text, tr("There is a model %1 already.").arg(text));
        return std::nullopt;
    }
    QString name = text;
    if (row.kind == Kind::New) {
        const NewField field = parseNewField(text, api());
        if (field.error)
            return field.error;
        name = field.name;
    }
    if (name.isEmpty())
        return wholeText(text, tr("A field needs a name."));
    const Schema *owner = document().find<Schema>(row.owner);
    if (owner && owner->members(Keyword::Properties).contains(name))
        return wholeText(text, tr("There is a field %1 already.").arg(name));
    return std::nullopt;
}

std::optional<NotationError> SchemaTableModel::checkNoType(const SchemaRow &) const
{
    return parseType(QString(), api()).error;
}

void SchemaTableModel::change(const SchemaRow &row, Column column, const QString &text)
{
    switch (column) {
    case Column::Name:
        return setName(row, text);
    case Column::Place:
        return setPlace(row, text);
    case Column::Type:
        return text.isEmpty() ? clearType(row)
                              : setType(row, parseType(text, api()).type, RulesOf::Both);
    case Column::Rules: {
        const Schema *schema = document().find<Schema>(row.node);
        const TypeExpression type = schema ? describeType(*schema, api()) : TypeExpression();
        return setType(row, parseRules(text, type, api()).type, RulesOf::TextOnly);
    }
    case Column::Notes:
        return setNotes(row, text);
    case Column::Example: {
        const Schema *schema = document().find<Schema>(row.node);
        const TypeExpression type = schema ? describeType(*schema, api()) : TypeExpression();
        return setExample(row, parseExample(text, type).value);
    }
    case Column::Required:
        return;
    }
}

void SchemaTableModel::setType(const SchemaRow &row, const TypeExpression &type, RulesOf rules)
{
    const QString text =
        rules == RulesOf::Both ? tr("Change type of %1") : tr("Change rules of %1");
    m_document.edit(
        text.arg(row.name),
        [&](Api &api) {
            const Schema *current = findSchema(api, row.node);
            Schema schema = current ? *current : Schema();
            applyType(schema, type, rules, api);
            editRowSchema(api, row, [&](Schema &target) { target = schema; });
        },
        rules == RulesOf::TextOnly ? MergeKey{row.node, QStringLiteral("rules")} : MergeKey(),
        row.node);
}

void SchemaTableModel::editRowSchema(Api &api, const SchemaRow &row,
                                     const std::function<void(Schema &)> &change) const
{
    editSchema(api, row.node, change);
}

void SchemaTableModel::setName(const SchemaRow &row, const QString &text)
{
    if (row.kind == Kind::Pattern) {
        QString pattern = text;
        if (pattern.size() > 1 && pattern.startsWith(QLatin1Char('/')) &&
            pattern.endsWith(QLatin1Char('/')))
            pattern = pattern.mid(1, pattern.size() - 2);
        m_document.edit(
            tr("Change pattern %1").arg(row.name),
            [&](Api &api) {
                editSchema(api, row.owner, [&](Schema &schema) {
                    NamedList<Schema> members = schema.members(Keyword::PatternProperties);
                    const qsizetype at = indexById(members, row.node);
                    if (at >= 0)
                        members[at].name = pattern;
                    schema.setMembers(Keyword::PatternProperties, members);
                });
            },
            {}, row.node);
        return;
    }
    int places = 0;
    m_document.edit(
        tr("Rename %1 to %2").arg(row.name, text),
        [&](Api &api) {
            const bool isRequired = isRequiredByWhole(api, row.owner, row.name);
            places = renameProperty(api, row.node, text);
            if (places < 0)
                return;
            requireByWhole(api, row.owner, row.name, false);
            requireByWhole(api, row.owner, text, isRequired);
        },
        {}, row.node);
    Q_EMIT message(renamedText(row.name, text, places));
}

int SchemaTableModel::countNameUses(const SchemaRow &row) const
{
    return row.kind == Kind::Property ? countPropertyUses(api(), row.node) : 0;
}

QString SchemaTableModel::followingText(int places)
{
    return places <= 0   ? QString()
           : places == 1 ? tr("One other place follows a new name.")
                         : tr("%n other places follow a new name.", nullptr, places);
}

QString SchemaTableModel::renamedText(const QString &from, const QString &to, int places)
{
    const QString text = tr("Renamed %1 to %2").arg(from, to);
    return places <= 0   ? text
           : places == 1 ? tr("%1, one place changed").arg(text)
                         : tr("%1, %n places changed", nullptr, places).arg(text);
}

void SchemaTableModel::setNotes(const SchemaRow &row, const QString &text)
{
    m_document.edit(
        tr("Change notes of %1").arg(row.name),
        [&](Api &api) {
            editSchema(api, row.node, [&](Schema &schema) {
                schema.set(Keyword::Description, text.isEmpty() ? Json() : Json(text));
            });
        },
        {row.node, QStringLiteral("description")}, row.node);
}

void SchemaTableModel::setExample(const SchemaRow &row, const Json &value)
{
    m_document.edit(
        tr("Change example of %1").arg(row.name),
        [&](Api &api) {
            editSchema(api, row.node, [&](Schema &schema) {
                Design::setExample(schema, value, api.isVersion30());
            });
        },
        {row.node, QStringLiteral("example")}, row.node);
}

void SchemaTableModel::addNew(const SchemaRow &row, const QString &after, const QString &text)
{
    const NewField field = parseNewField(text, api());
    m_document.edit(tr("Add field %1").arg(field.name), [&](Api &api) {
        Schema schema;
        applyType(schema, field.type, RulesOf::TextOnly, api);
        const qsizetype above = placeOf(api, row.owner, static_cast<NodeId>(after.toUInt()));
        const NodeId added = addProperty(api, row.owner, field.name, schema, above + 1);
        if (field.required)
            setPropertyRequired(api, added, true);
        adopt(added);
    });
}

bool SchemaTableModel::canToggleRequired(const QModelIndex &index) const
{
    if (!index.isValid())
        return false;
    const SchemaRow &row = content(index);
    return row.required && !row.isRequiredFixed && row.kind != Kind::Inherited;
}

bool SchemaTableModel::toggleRequired(const QModelIndex &index)
{
    if (!canToggleRequired(index))
        return false;
    const SchemaRow row = content(index);
    setRequired(row, !*row.required);
    return true;
}

void SchemaTableModel::setRequired(const SchemaRow &row, bool required)
{
    m_document.edit(
        required ? tr("Require %1").arg(row.name) : tr("Make %1 optional").arg(row.name),
        [&](Api &api) {
            setPropertyRequired(api, row.node, required);
            if (!required)
                requireByWhole(api, row.owner, row.name, false);
        },
        {}, row.node);
}

bool SchemaTableModel::removeField(const QModelIndex &index)
{
    const SchemaRow row = content(index);
    const QString text = tr("Remove %1").arg(row.name);
    switch (row.kind) {
    case Kind::New:
        if (key(index) != SchemaRows::newKey())
            return false;
        closeNewRow();
        return true;
    case Kind::Property:
        m_document.edit(
            text,
            [&](Api &api) {
                requireByWhole(api, row.owner, row.name, false);
                removeProperty(api, row.node);
            },
            {}, row.owner);
        return true;
    case Kind::Member:
        if (rowCount(index.parent()) < 2)
            return false;
        m_document.edit(
            text,
            [&](Api &api) {
                editMembers(api, row.owner, row.node,
                            [](QList<Schema> &members, qsizetype at) { members.removeAt(at); });
            },
            {}, row.owner);
        return true;
    case Kind::Pattern:
        m_document.edit(
            text,
            [&](Api &api) {
                editSchema(api, row.owner, [&](Schema &schema) {
                    NamedList<Schema> members = schema.members(Keyword::PatternProperties);
                    members.removeIf(
                        [&](const Named<Schema> &member) { return member.value.id() == row.node; });
                    if (members.isEmpty())
                        schema.remove(Keyword::PatternProperties);
                    else
                        schema.setMembers(Keyword::PatternProperties, members);
                });
            },
            {}, row.owner);
        return true;
    default:
        return false;
    }
}

bool SchemaTableModel::moveField(const QModelIndex &index, int by)
{
    const SchemaRow row = content(index);
    const QModelIndex other = index.sibling(index.row() + by, 0);
    if (!other.isValid() || content(other).kind != row.kind || content(other).owner != row.owner)
        return false;
    const NodeId neighbour = content(other).node;
    const QString text = by < 0 ? tr("Move %1 up") : tr("Move %1 down");
    if (row.kind == Kind::Property) {
        m_document.edit(
            text.arg(row.name),
            [&](Api &api) { moveProperty(api, row.node, placeOf(api, row.owner, neighbour)); }, {},
            row.node);
        return true;
    }
    if (row.kind != Kind::Member)
        return false;
    m_document.edit(
        text.arg(row.name.trimmed()),
        [&](Api &api) {
            editMembers(api, row.owner, row.node, [by](QList<Schema> &members, qsizetype at) {
                if (at + by >= 0 && at + by < members.size())
                    members.move(at, at + by);
            });
        },
        {}, row.node);
    return true;
}

bool SchemaTableModel::duplicateField(const QModelIndex &index)
{
    const SchemaRow row = content(index);
    if (row.kind != Kind::Property)
        return false;
    m_document.edit(tr("Duplicate %1").arg(row.name),
                    [&](Api &api) { duplicateProperty(api, row.node); });
    return true;
}

bool SchemaTableModel::nestField(const QModelIndex &index)
{
    const SchemaRow row = content(index);
    if (row.kind != Kind::Property || index.row() == 0)
        return false;
    const QModelIndex above = index.sibling(index.row() - 1, 0);
    const Schema *object = document().find<Schema>(content(above).node);
    if (!content(above).takesFields || content(above).kind != Kind::Property || !object)
        return false;
    const Schema host = propertyHost(coreSchema(*object));
    if (host.members(Keyword::Properties).contains(row.name))
        return false;
    m_document.edit(
        tr("Move %1 into %2").arg(row.name, content(above).name),
        [&](Api &api) { moveOut(api, row, host.id(), host.members(Keyword::Properties).size()); },
        {}, row.node);
    return true;
}

void SchemaTableModel::moveInto(const QModelIndex &index, const QModelIndex &object, int row)
{
    const SchemaRow dragged = content(index);
    const Schema *schema = document().find<Schema>(content(object).node);
    if (!schema)
        return;
    const Schema host = propertyHost(coreSchema(*schema));
    const NamedList<Schema> &properties = host.members(Keyword::Properties);
    if (dragged.owner == host.id() || properties.contains(dragged.name))
        return;
    // Above the first row of its own below the drop; else last.
    qsizetype place = properties.size();
    for (int i = qMax(0, row); row >= 0 && i < rowCount(object); ++i) {
        const qsizetype at = indexById(properties, content(this->index(i, 0, object)).node);
        if (at >= 0) {
            place = at;
            break;
        }
    }
    m_document.edit(
        tr("Move %1 into %2").arg(dragged.name, content(object).name),
        [&](Api &api) { moveOut(api, dragged, host.id(), place); }, {}, dragged.node);
}

bool SchemaTableModel::unnestField(const QModelIndex &index)
{
    const SchemaRow row = content(index);
    QModelIndex object = index.parent();
    while (object.isValid() && content(object).kind != Kind::Property)
        object = object.parent();
    if (row.kind != Kind::Property || !object.isValid())
        return false;
    const SchemaRow outer = content(object);
    const Schema *owner = document().find<Schema>(outer.owner);
    if (!owner || owner->members(Keyword::Properties).contains(row.name))
        return false;
    m_document.edit(
        tr("Move %1 out of %2").arg(row.name, outer.name),
        [&](Api &api) {
            moveOut(api, row, outer.owner, placeOf(api, outer.owner, outer.node) + 1);
        },
        {}, row.node);
    return true;
}

QModelIndex SchemaTableModel::overrideField(const QModelIndex &index)
{
    const SchemaRow row = content(index);
    if (row.kind != Kind::Inherited)
        return {};
    const Schema *object = document().find<Schema>(content(index.parent()).node);
    if (!object)
        return {};
    const NodeId owner = propertyHost(coreSchema(*object)).id();
    NodeId added = NodeId::None;
    m_document.edit(tr("Override %1").arg(row.name), [&](Api &api) {
        const Schema inherited = *findSchema(api, row.node);
        added = addProperty(api, owner, row.name, inherited);
        setPropertyRequired(api, added, row.required.value_or(false));
    });
    return findRow(
        [added](const SchemaRow &own) { return own.node == added && own.kind == Kind::Property; });
}

void SchemaTableModel::createModel(const QString &name)
{
    m_document.edit(tr("Add model %1").arg(name), [&](Api &api) { addSchema(api, name); });
}

} // namespace Design
