#include "designer/itemmodels/schema_row.h"

#include "designer/itemmodels/example_text.h"
#include "designer/model/locate.h"

#include <QCoreApplication>

namespace Design
{

using Kind = SchemaRow::Kind;

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SchemaRows)
};

/// ① ② ③ … ⑳, then (21).
QString circled(qsizetype number)
{
    if (number <= 20)
        return QString(QChar(static_cast<char16_t>(0x2460 + number - 1)));
    return QLatin1Char('(') + QString::number(number) + QLatin1Char(')');
}

/// The schema and what it wraps: anyOf with null, allOf with one.
QList<NodeId> nodesOf(const Schema &schema)
{
    QList<NodeId> nodes{schema.id()};
    const Schema core = coreSchema(schema);
    if (core.id() == schema.id())
        return nodes;
    const std::function<void(const Schema &)> collect = [&](const Schema &outer) {
        if (outer.id() == core.id())
            return;
        outer.forEachChild([&](const Schema &inner, Keyword keyword, const QString &) {
            if (keyword == Keyword::AnyOf || keyword == Keyword::OneOf ||
                keyword == Keyword::AllOf) {
                nodes.append(inner.id());
                collect(inner);
            }
        });
    };
    collect(schema);
    return nodes;
}

bool isBareReference(const Schema &schema)
{
    return schema.has(Keyword::Ref) && schema.entries().size() == 1;
}

bool namesModel(const TypeExpression &type)
{
    return type.kind == TypeExpression::Kind::Model ||
           std::any_of(type.parts.begin(), type.parts.end(), namesModel);
}

void addPropertyNames(const Schema &core, QStringList &names)
{
    for (const Named<Schema> &property : core.members(Keyword::Properties))
        names.append(property.name);
}

} // namespace

const QString &SchemaRows::newKey()
{
    static const QString key = QStringLiteral("new");
    return key;
}

const QString &SchemaRows::newKeyAtEnd()
{
    static const QString key = QStringLiteral("new at end");
    return key;
}

SchemaBranch SchemaRows::branch(Kind kind, const QString &name, const Schema &schema) const
{
    SchemaBranch branch;
    branch.key = keyOf(schema.id());
    branch.content.kind = kind;
    branch.content.name = name;
    describe(branch, schema);
    return branch;
}

void SchemaRows::describe(SchemaBranch &branch, const Schema &schema) const
{
    SchemaRow &row = branch.content;
    const TypeExpression type = describeType(schema, m_api);
    row.node = schema.id();
    row.nodes += nodesOf(schema);
    row.type = prettyType(type);
    row.typeEdit = typeText(type);
    row.namesModel = namesModel(type);
    row.rules = prettyRules(type);
    row.rulesEdit = rulesText(type);
    row.unsaid = unsaidKeywords(schema, m_api);
    row.example = exampleText(exampleOf(schema), type);
    if (row.notes.isEmpty())
        row.notes = schema.text(Keyword::Description);
    const Schema core = coreSchema(schema);
    if (row.notes.isEmpty() && core.id() != schema.id() && !core.has(Keyword::Ref))
        row.notes = core.text(Keyword::Description);
    row.isDeprecated = !type.rule(Keyword::Deprecated).isUndefined();

    using Type = TypeExpression::Kind;
    const bool isObject =
        type.kind == Type::Object ||
        (type.kind == Type::All &&
         std::any_of(type.parts.begin(), type.parts.end(),
                     [](const TypeExpression &part) { return part.kind == Type::Object; }));
    row.takesFields = isObject;
    if (isObject)
        addFields(branch, core);
    else
        addParts(branch, core);
}

void SchemaRows::addNewRows(std::vector<SchemaBranch> &rows, NodeId owner, bool alwaysAtEnd) const
{
    const auto newRow = [owner](const QString &key) {
        SchemaBranch branch;
        branch.key = key;
        branch.content.kind = Kind::New;
        branch.content.owner = owner;
        return branch;
    };
    if (m_newRow.owner == owner && owner != NodeId::None) {
        if (m_newRow.after.isEmpty()) {
            // New fields stand below those that are inherited.
            rows.insert(std::find_if(rows.begin(), rows.end(),
                                     [](const SchemaBranch &row) {
                                         return row.content.kind != Kind::Inherited;
                                     }),
                        newRow(newKey()));
        } else {
            const auto above =
                std::find_if(rows.begin(), rows.end(),
                             [this](const SchemaBranch &row) { return row.key == m_newRow.after; });
            if (above != rows.end()) // else an undo has taken it away, and this row with it
                rows.insert(above + 1, newRow(newKey()));
        }
    }
    if (alwaysAtEnd)
        rows.push_back(newRow(newKeyAtEnd()));
}

void SchemaRows::addFields(SchemaBranch &branch, const Schema &core) const
{
    QStringList known;
    addPropertyNames(core, known);
    for (const Schema &part : core.schemas(Keyword::AllOf)) {
        if (!part.has(Keyword::Ref))
            addPropertyNames(part, known);
    }
    QList<NodeId> visited{core.id()};
    addInherited(branch, core, known, visited);
    addProperties(branch, core, core);
    for (const Schema &part : core.schemas(Keyword::AllOf)) {
        branch.content.nodes.append(part.id());
        if (!part.has(Keyword::Ref))
            addProperties(branch, part, core);
    }
    visited = {core.id()};
    noteOverrides(branch, core, visited);
    const bool isEmpty = branch.children.empty();
    addNewRows(branch.children, propertyHost(core).id(),
               branch.content.kind == Kind::Model ||
                   (isEmpty && m_newRow.owner != propertyHost(core).id()));

    for (const Named<Schema> &member : core.members(Keyword::PatternProperties)) {
        if (!member.isRaw()) {
            SchemaBranch row = this->branch(
                Kind::Pattern, QLatin1Char('/') + member.name + QLatin1Char('/'), member.value);
            row.content.owner = core.id();
            branch.children.push_back(std::move(row));
        }
    }
    const Schema others = core.schema(Keyword::AdditionalProperties);
    if (!others.isAbsent() && !others.isBoolean()) {
        SchemaBranch row = this->branch(Kind::Value, Text::tr("[others]"), others);
        row.content.owner = core.id();
        branch.children.push_back(std::move(row));
    }
}

void SchemaRows::addInherited(SchemaBranch &branch, const Schema &core, QStringList &known,
                              QList<NodeId> &visited) const
{
    for (const Schema &part : core.schemas(Keyword::AllOf)) {
        if (!part.has(Keyword::Ref))
            continue;
        const Schema *base = resolve(m_api, part);
        if (!base || visited.contains(base->id()))
            continue;
        visited.append(base->id());
        const Schema baseCore = coreSchema(*base);
        const TypeExpression type = describeType(part, m_api);
        addInherited(branch, baseCore, known, visited);
        QList<Schema> hosts{baseCore};
        for (const Schema &inner : baseCore.schemas(Keyword::AllOf)) {
            if (!inner.has(Keyword::Ref))
                hosts.append(inner);
        }
        for (const Schema &host : hosts) {
            for (const Named<Schema> &property : host.members(Keyword::Properties)) {
                if (property.isRaw() || known.contains(property.name))
                    continue;
                known.append(property.name);
                SchemaBranch row = this->branch(Kind::Inherited, property.name, property.value);
                row.key = QStringLiteral("base ") + row.key;
                row.children.clear(); // what is inside is edited, and shown, in the base
                row.content.owner = host.id();
                row.content.base = type.name;
                row.content.required =
                    host.isRequired(property.name) || baseCore.isRequired(property.name) ||
                    core.isRequired(property.name) || propertyHost(core).isRequired(property.name);
                row.content.takesFields = false;
                branch.children.push_back(std::move(row));
            }
        }
    }
}

/// Own fields that a base has as well say so, and stay required where the base requires them.
void SchemaRows::noteOverrides(SchemaBranch &branch, const Schema &core,
                               QList<NodeId> &visited) const
{
    for (const Schema &part : core.schemas(Keyword::AllOf)) {
        const Schema *base = part.has(Keyword::Ref) ? resolve(m_api, part) : nullptr;
        if (!base || visited.contains(base->id()))
            continue;
        visited.append(base->id());
        const Schema baseCore = coreSchema(*base);
        QStringList names;
        addPropertyNames(baseCore, names);
        for (const Schema &inner : baseCore.schemas(Keyword::AllOf)) {
            if (!inner.has(Keyword::Ref))
                addPropertyNames(inner, names);
        }
        for (SchemaBranch &row : branch.children) {
            SchemaRow &field = row.content;
            if (field.kind != Kind::Property || !names.contains(field.name))
                continue;
            if (field.base.isEmpty())
                field.base = describeType(part, m_api).name;
            if (baseCore.isRequired(field.name) || propertyHost(baseCore).isRequired(field.name)) {
                field.required = true;
                field.isRequiredFixed = true;
            }
        }
        noteOverrides(branch, baseCore, visited);
    }
}

void SchemaRows::addProperties(SchemaBranch &branch, const Schema &host, const Schema &core) const
{
    for (const Named<Schema> &property : host.members(Keyword::Properties)) {
        if (property.isRaw())
            continue;
        SchemaBranch row = this->branch(Kind::Property, property.name, property.value);
        row.content.owner = host.id();
        row.content.required = host.isRequired(property.name) || core.isRequired(property.name);
        branch.children.push_back(std::move(row));
    }
}

void SchemaRows::addParts(SchemaBranch &branch, const Schema &core) const
{
    const auto add = [&](Kind kind, const QString &name, const Schema &schema) {
        SchemaBranch row = this->branch(kind, name, schema);
        row.content.owner = core.id();
        branch.children.push_back(std::move(row));
    };
    const Schema items = core.schema(Keyword::Items);
    const QList<Schema> &places = core.schemas(Keyword::PrefixItems);
    for (qsizetype i = 0; i < places.size(); ++i)
        add(Kind::Item, QStringLiteral("[%1]").arg(i + 1), places.at(i));
    if (isBareReference(items))
        branch.content.nodes.append(items.id()); // "list of Tag" has said it
    else if (!items.isAbsent() && !items.isBoolean())
        add(Kind::Item, places.isEmpty() ? Text::tr("[item]") : Text::tr("[more]"), items);

    const Schema values = core.schema(Keyword::AdditionalProperties);
    if (isBareReference(values))
        branch.content.nodes.append(values.id());
    else if (!values.isAbsent() && !values.isBoolean())
        add(Kind::Value, Text::tr("[value]"), values);

    for (Keyword keyword : {Keyword::AnyOf, Keyword::OneOf, Keyword::AllOf}) {
        const QList<Schema> &members = core.schemas(keyword);
        for (qsizetype i = 0; i < members.size(); ++i) {
            const Schema &member = members.at(i);
            if (member.types() == QStringList(QStringLiteral("null"))) {
                branch.content.nodes.append(member.id());
                continue;
            }
            const TypeExpression type = describeType(member, m_api);
            add(Kind::Member,
                circled(i + 1) + QLatin1Char(' ') +
                    (type.kind == TypeExpression::Kind::Model ? type.name : QString()),
                member);
        }
    }
}

} // namespace Design
