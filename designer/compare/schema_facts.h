#pragma once

#include "designer/compare/schema_limits.h"
#include "designer/model/component_table.h"

#include <QHash>
#include <QSet>

namespace Design
{

/// What references lead to, looked up once each: a large design has many to the same model.
class SchemaLookup
{
public:
    explicit SchemaLookup(const Api &api)
        : m_api(api)
        , m_components(api)
    {
    }

    const Api &api() const { return m_api; }
    const Schema *find(const Reference &reference);
    /// The last part of its text, which for a model is its name.
    QString name(const Reference &reference) const;

private:
    const Api &m_api;
    ComponentTable m_components;
    QHash<QString, const Schema *> m_known;
};

/// One member of `anyOf` or `oneOf`: its schema, and what it is known by on both sides.
struct Variant {
    QString name; ///< of the model, else the title; empty where it has neither
    Schema schema;
};

/// What several schemas ask of one value together, with references followed and `allOf` (which is
/// how models extend one another) laid out flat.
struct SchemaFacts {
    QStringList types; ///< JSON Schema's; all of them where nothing is said
    bool isNever = false;
    bool hasValues = false;
    JsonArray values; ///< of enum and const, where hasValues
    Limits limits;
    QStringList formats;
    QStringList patterns;
    JsonArray multiples;
    bool uniqueItems = false;
    NamedList<QList<Schema>> properties; ///< a field that several parts describe has them all
    QStringList required;
    QList<Schema> items;
    QList<Schema> additional;               ///< of `additionalProperties` where it is a schema
    bool isClosed = false;                  ///< no fields but these
    QList<Variant> variants;                ///< of the only group of alternatives
    QList<std::pair<QString, Json>> others; ///< assertions that are compared as they are written
    Json defaultValue;

    SchemaFacts(SchemaLookup &lookup, const QList<Schema> &parts);

    bool takes(QStringView type) const;

private:
    void add(const Schema &schema);
    void addType(const Schema &schema);
    void addValues(const JsonArray &allowed);
    void addObject(const Schema &schema);
    void addOthers(const Schema &schema);
    void addVariants(const QList<Schema> &alternatives, Keyword keyword);

    SchemaLookup &m_lookup;
    QSet<NodeId> m_seen; ///< a model that extends itself is laid out once
    int m_groups = 0;
};

} // namespace Design
