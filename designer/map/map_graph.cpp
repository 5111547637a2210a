#include "designer/map/map_graph.h"

#include "designer/model/notation.h"
#include "designer/text/json_writer.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace Design
{

namespace
{

class GraphBuilder
{
public:
    explicit GraphBuilder(const Api &api)
        : m_api(api)
    {
        for (const Named<Schema> &schema : api.components.schemas) {
            if (!schema.isRaw())
                m_cards.insert(schema.value.id(), m_cards.size());
        }
    }

    MapGraph build()
    {
        for (const Named<Schema> &schema : m_api.components.schemas) {
            if (schema.isRaw())
                continue;
            MapCard card;
            card.node = schema.value.id();
            card.name = schema.name;
            m_graph.cards.append(card);
            m_rowCount = 0;
            addModel(schema.value);
            m_graph.cards.last().hiddenRows =
                static_cast<int>(m_rowCount - m_graph.cards.last().rows.size());
        }
        return m_graph;
    }

private:
    /// What the way from a row to a reference has gone through.
    struct Way {
        bool isMany = false;
        bool isUnion = false;
    };

    QString typeOf(const Schema &schema) const { return prettyType(describeType(schema, m_api)); }

    void addModel(const Schema &schema)
    {
        const Schema core = schema.has(Keyword::AllOf) ? schema : coreSchema(schema);
        QStringList required;
        collectRequired(core, required);
        addProperties(core, required);
        if (m_graph.cards.last().fieldCount > 0)
            return addRest(core);
        // No object with fields: what it is instead.
        const bool isUnion = core.has(Keyword::AnyOf) || core.has(Keyword::OneOf);
        if (isUnion)
            addAlternatives(core);
        else if (core.value(Keyword::Enum).isArray())
            addValues(core.value(Keyword::Enum).array());
        else if (!core.has(Keyword::AllOf))
            addOnly(core);
        if (core.has(Keyword::AllOf))
            addRest(core);
    }

    void collectRequired(const Schema &schema, QStringList &required) const
    {
        for (const Json &name : schema.value(Keyword::Required).array())
            required.append(name.string());
        for (const Schema &part : schema.schemas(Keyword::AllOf)) {
            if (!part.has(Keyword::Ref))
                collectRequired(part, required);
        }
    }

    /// Own properties, those in parts of an allOf included.
    void addProperties(const Schema &schema, const QStringList &required)
    {
        for (const Named<Schema> &property : schema.members(Keyword::Properties)) {
            if (property.isRaw())
                continue;
            ++m_graph.cards.last().fieldCount;
            addRow(property.value, property.name, required.contains(property.name), {});
        }
        for (const Schema &part : schema.schemas(Keyword::AllOf)) {
            if (!part.has(Keyword::Ref))
                addProperties(part, required);
        }
    }

    /// A line, and the edges that begin there.
    void addRow(const Schema &schema, const QString &name, bool isRequired, Way way)
    {
        MapCard &card = m_graph.cards.last();
        if (card.rows.size() < MapCard::mostRows)
            card.rows.append({schema.id(), name, typeOf(schema), isRequired});
        addEdges(schema, m_rowCount++, way);
    }

    void addAlternatives(const Schema &core)
    {
        for (const Keyword keyword : {Keyword::OneOf, Keyword::AnyOf}) {
            for (const Schema &member : core.schemas(keyword))
                addRow(member, QString(), false, {false, true});
        }
    }

    void addValues(const JsonArray &values)
    {
        MapCard &card = m_graph.cards.last();
        for (const Json &value : values) {
            if (card.rows.size() < MapCard::mostRows)
                card.rows.append(
                    {NodeId::None, QString(),
                     value.isString() ? value.string() : QString::fromUtf8(writeJson(value)),
                     false});
            ++m_rowCount;
        }
    }

    void addOnly(const Schema &core)
    {
        m_graph.cards.last().rows.append({core.id(), QString(), typeOf(core), false});
        addEdges(core, m_rowCount++, {});
    }

    /// Uses that no row says: what the model extends, and the seldom rest (`not`, `if` ...).
    void addRest(const Schema &schema)
    {
        schema.forEachChild([&](const Schema &child, Keyword keyword, const QString &) {
            if (keyword == Keyword::Properties)
                return;
            if (keyword == Keyword::AllOf && child.has(Keyword::Ref))
                addEdge(child.reference(), -1, EdgeKind::Inheritance, false);
            else if (keyword == Keyword::AllOf)
                addRest(child);
            else
                addEdges(child, -1, through(schema, keyword, {}));
        });
    }

    static Way through(const Schema &schema, Keyword keyword, Way way)
    {
        switch (keyword) {
        case Keyword::Items:
        case Keyword::ItemsArray:
        case Keyword::PrefixItems:
        case Keyword::AdditionalItems:
        case Keyword::Contains:
        case Keyword::AdditionalProperties:
        case Keyword::PatternProperties:
            way.isMany = true;
            break;
        case Keyword::AnyOf:
        case Keyword::OneOf: {
            // "T or nothing" is no choice between models.
            const QList<Schema> &members = schema.schemas(keyword);
            const auto isNull = [](const Schema &member) {
                return member.types() == QStringList(QStringLiteral("null"));
            };
            way.isUnion =
                way.isUnion ||
                members.size() - std::count_if(members.begin(), members.end(), isNull) > 1;
            break;
        }
        case Keyword::Properties: // of an object inside of the row
            way = {};
            break;
        default:
            break;
        }
        return way;
    }

    void addEdges(const Schema &schema, qsizetype row, Way way)
    {
        if (schema.has(Keyword::Ref)) {
            const EdgeKind kind = way.isUnion  ? EdgeKind::Union
                                  : way.isMany ? EdgeKind::List
                                               : EdgeKind::Reference;
            addEdge(schema.reference(), row, kind, way.isMany);
        }
        schema.forEachChild([&](const Schema &child, Keyword keyword, const QString &) {
            addEdges(child, row, through(schema, keyword, way));
        });
    }

    void addEdge(const Reference &reference, qsizetype row, EdgeKind kind, bool isMany)
    {
        const auto to = m_cards.constFind(reference.component);
        if (to == m_cards.cend())
            return;
        const MapEdge edge{m_graph.cards.size() - 1, row, *to, kind, isMany};
        // Equal ones can only be among the last: those of the same row.
        for (qsizetype i = m_graph.edges.size() - 1;
             i >= 0 && m_graph.edges.at(i).from == edge.from && m_graph.edges.at(i).row == row;
             --i) {
            if (m_graph.edges.at(i) == edge)
                return;
        }
        m_graph.edges.append(edge);
    }

    const Api &m_api;
    QHash<NodeId, qsizetype> m_cards;
    MapGraph m_graph;
    qsizetype m_rowCount = 0; ///< of the last card, those not shown included
};

} // namespace

QSizeF MapCard::size() const
{
    // About what 13 pixel high letters need; text that is wider is cut with dots.
    constexpr double letter = 7.3;
    constexpr double narrowest = 160;
    constexpr double widest = 320;
    double width = letter * 1.15 * static_cast<double>(name.size()) + 40;
    for (const MapRow &row : rows) {
        const auto letters =
            static_cast<double>(row.name.size() + row.type.size() + (row.isRequired ? 2 : 0));
        width = std::max(width, letter * letters + 48);
    }
    const auto lines = static_cast<double>(rows.size() + (hiddenRows > 0 ? 1 : 0));
    return {std::ceil(std::clamp(width, narrowest, widest)),
            titleHeight + rowHeight * lines + (lines > 0 ? 6 : 0)};
}

double MapCard::rowMiddle(qsizetype row) const
{
    if (row < 0)
        return titleHeight / 2;
    return titleHeight + 3 + rowHeight * (static_cast<double>(std::min(row, rows.size())) + 0.5);
}

MapGraph mapGraph(const Api &api)
{
    return GraphBuilder(api).build();
}

} // namespace Design
