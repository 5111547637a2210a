#include "designer/itemmodels/new_field.h"
#include "designer/itemmodels/schema_table_model.h"
#include "designer/model/locate.h"
#include "designer/model/schema_json.h"

#include <QRegularExpression>

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

QString unusedName(const NamedList<Schema> &properties, const QString &name)
{
    static const QRegularExpression digits(QStringLiteral("\\d+$"));
    const QString stem = QString(name).remove(digits);
    for (int i = 2;; ++i) {
        const QString candidate = stem + QString::number(i);
        if (!properties.contains(candidate))
            return candidate;
    }
}

qsizetype indexById(const NamedList<Schema> &members, NodeId id)
{
    for (qsizetype i = 0; i < members.size(); ++i) {
        if (members.at(i).value.id() == id)
            return i;
    }
    return -1;
}

/// The properties of the schema that lists them.
void editProperties(Api &api, NodeId owner, const std::function<void(NamedList<Schema> &)> &change)
{
    editSchema(api, owner, [&](Schema &schema) {
        NamedList<Schema> properties = schema.members(Keyword::Properties);
        change(properties);
        if (properties != schema.members(Keyword::Properties))
            schema.setMembers(Keyword::Properties, properties);
    });
}

/// The schema that lists a property, and the one that it is an allOf part of: both can require it.
QList<NodeId> requirers(const Api &api, NodeId owner)
{
    const NodeIndex index(api);
    QList<NodeId> ids{owner};
    const NodeId outer = index.parent(owner);
    if (index.kind(outer) == NodeKind::Schema)
        ids.append(outer);
    return ids;
}

void setRequiredIn(Api &api, NodeId owner, const QString &name, bool required)
{
    if (required) {
        editSchema(api, owner, [&](Schema &schema) { schema.setRequired(name, true); });
        return;
    }
    for (NodeId id : requirers(api, owner))
        editSchema(api, id, [&](Schema &schema) { schema.setRequired(name, false); });
}

bool isRequiredIn(const Api &api, NodeId owner, const QString &name)
{
    for (NodeId id : requirers(api, owner)) {
        const Schema *schema = findSchema(api, id);
        if (schema && schema->isRequired(name))
            return true;
    }
    return false;
}

/// Takes a property out of its object; gives it back with whether it was required.
std::pair<Named<Schema>, bool> takeProperty(Api &api, NodeId owner, NodeId node)
{
    Named<Schema> taken;
    editProperties(api, owner, [&](NamedList<Schema> &properties) {
        const qsizetype at = indexById(properties, node);
        if (at >= 0)
            taken = properties.takeAt(at);
    });
    const bool required = isRequiredIn(api, owner, taken.name);
    setRequiredIn(api, owner, taken.name, false);
    return {taken, required};
}

/// Puts it below the property `after`, or at the end.
void putProperty(Api &api, NodeId owner, NodeId after, const Named<Schema> &property, bool required)
{
    editProperties(api, owner, [&](NamedList<Schema> &properties) {
        const qsizetype above = indexById(properties, after);
        properties.QList<Named<Schema>>::insert(above < 0 ? properties.size() : above + 1,
                                                property);
    });
    if (required)
        setRequiredIn(api, owner, property.name, true);
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
        // OpenAPI 3.1, section 4.8.7: keys of components
        static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9._-]+$"));
        if (!allowed.match(text).hasMatch())
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
    const Schema *owner = findSchema(api(), row.owner);
    if (owner && owner->members(Keyword::Properties).contains(name))
        return wholeText(text, tr("There is a field %1 already.").arg(name));
    return std::nullopt;
}

void SchemaTableModel::change(const SchemaRow &row, Column column, const QString &text)
{
    switch (column) {
    case Column::Name:
        return setName(row, text);
    case Column::Place:
        return setPlace(row, text);
    case Column::Type:
        return setType(row, parseType(text, api()).type, RulesOf::Both);
    case Column::Rules: {
        const Schema *schema = findSchema(api(), row.node);
        const TypeExpression type = schema ? describeType(*schema, api()) : TypeExpression();
        return setType(row, parseRules(text, type, api()).type, RulesOf::TextOnly);
    }
    case Column::Notes:
        return setNotes(row, text);
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
        rules == RulesOf::TextOnly ? MergeKey{row.node, QStringLiteral("rules")} : MergeKey(), row.node);
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
    m_document.edit(
        tr("Rename %1 to %2").arg(row.name, text),
        [&](Api &api) {
            const bool required = isRequiredIn(api, row.owner, row.name);
            editProperties(api, row.owner, [&](NamedList<Schema> &properties) {
                const qsizetype at = indexById(properties, row.node);
                if (at >= 0)
                    properties[at].name = text;
            });
            if (required) {
                setRequiredIn(api, row.owner, row.name, false);
                setRequiredIn(api, row.owner, text, true);
            }
        },
        {}, row.node);
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

void SchemaTableModel::addNew(const SchemaRow &row, const QString &after, const QString &text)
{
    const NewField field = parseNewField(text, api());
    m_document.edit(tr("Add field %1").arg(field.name), [&](Api &api) {
        Schema schema = Schema::empty(api.newId());
        applyType(schema, field.type, RulesOf::TextOnly, api);
        adopt(schema.id());
        putProperty(api, row.owner, static_cast<NodeId>(after.toUInt()), {field.name, schema, {}},
                    field.required);
        if (after.isEmpty()) {
            editProperties(api, row.owner, [](NamedList<Schema> &properties) {
                properties.prepend(properties.takeLast());
            });
        }
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
        [&](Api &api) { setRequiredIn(api, row.owner, row.name, required); }, {}, row.node);
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
            text, [&](Api &api) { takeProperty(api, row.owner, row.node); }, {}, row.owner);
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
            [&](Api &api) {
                editProperties(api, row.owner, [&](NamedList<Schema> &properties) {
                    const qsizetype from = indexById(properties, row.node);
                    const qsizetype to = indexById(properties, neighbour);
                    if (from >= 0 && to >= 0)
                        properties.move(from, to);
                });
            },
            {}, row.node);
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
    const Schema *owner = findSchema(api(), row.owner);
    const Schema *schema = findSchema(api(), row.node);
    if (row.kind != Kind::Property || !owner || !schema)
        return false;
    const QString name = unusedName(owner->members(Keyword::Properties), row.name);
    m_document.edit(tr("Duplicate %1").arg(row.name), [&](Api &api) {
        const Schema copy = withNewIds(*findSchema(api, row.node), [&api] { return api.newId(); });
        putProperty(api, row.owner, row.node, {name, copy, {}}, row.required.value_or(false));
    });
    return true;
}

bool SchemaTableModel::nestField(const QModelIndex &index)
{
    const SchemaRow row = content(index);
    if (row.kind != Kind::Property || index.row() == 0)
        return false;
    const QModelIndex above = index.sibling(index.row() - 1, 0);
    const Schema *object = findSchema(api(), content(above).node);
    if (!content(above).takesFields || content(above).kind != Kind::Property || !object)
        return false;
    const Schema host = propertyHost(coreSchema(*object));
    if (host.members(Keyword::Properties).contains(row.name))
        return false;
    m_document.edit(
        tr("Move %1 into %2").arg(row.name, content(above).name),
        [&](Api &api) {
            const auto [property, required] = takeProperty(api, row.owner, row.node);
            putProperty(api, host.id(), NodeId::None, property, required);
        },
        {}, row.node);
    return true;
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
    const Schema *owner = findSchema(api(), outer.owner);
    if (!owner || owner->members(Keyword::Properties).contains(row.name))
        return false;
    m_document.edit(
        tr("Move %1 out of %2").arg(row.name, outer.name),
        [&](Api &api) {
            const auto [property, required] = takeProperty(api, row.owner, row.node);
            putProperty(api, outer.owner, outer.node, property, required);
        },
        {}, row.node);
    return true;
}

bool SchemaTableModel::overrideField(const QModelIndex &index)
{
    const SchemaRow row = content(index);
    if (row.kind != Kind::Inherited)
        return false;
    const Schema *object = findSchema(api(), content(index.parent()).node);
    if (!object)
        return false;
    const NodeId owner = propertyHost(coreSchema(*object)).id();
    m_document.edit(tr("Override %1").arg(row.name), [&](Api &api) {
        const Schema copy = withNewIds(*findSchema(api, row.node), [&api] { return api.newId(); });
        putProperty(api, owner, NodeId::None, {row.name, copy, {}}, row.required.value_or(false));
    });
    return true;
}

void SchemaTableModel::createModel(const QString &name)
{
    m_document.edit(tr("Add model %1").arg(name), [&](Api &api) {
        Schema schema = Schema::empty(api.newId());
        schema.set(Keyword::Type, QStringLiteral("object"));
        api.components.schemas.insert(name, schema);
    });
}

} // namespace Design
