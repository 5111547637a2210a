#include "designer/coercion/compile/flat_schema.h"

#include "designer/model/annotations.h"

#include <algorithm>

namespace Design
{

FlatSchema::FlatSchema(const Schema &schema, const FindSchema &find)
{
    add(schema, find, 0);
}

FlatSchema::FlatSchema(const QList<Schema> &schemas, const FindSchema &find)
{
    for (const Schema &schema : schemas)
        add(schema, find, 0);
}

void FlatSchema::add(const Schema &schema, const FindSchema &find, int depth)
{
    constexpr int mostDepth = 200;
    const bool isKnown = std::any_of(m_parts.begin(), m_parts.end(), [&](const Schema &part) {
        return part.id() == schema.id() && part.id() != NodeId::None;
    });
    if (isKnown || depth > mostDepth || schema.isAbsent())
        return;
    const qsizetype place = m_parts.size();
    m_parts.append(schema); // at once, so that a circle ends here
    if (const Reference reference = schema.reference(); !reference.isNull()) {
        if (const Schema *target = find(reference))
            add(*target, find, depth + 1);
    }
    for (const Schema &base : schema.schemas(Keyword::AllOf))
        add(base, find, depth + 1);
    m_parts.move(place, m_parts.size() - 1);
}

const Schema *FlatSchema::last(Keyword keyword) const
{
    for (qsizetype i = m_parts.size() - 1; i >= 0; --i) {
        if (m_parts[i].has(keyword))
            return &m_parts[i];
    }
    return nullptr;
}

bool FlatSchema::has(Keyword keyword) const
{
    return last(keyword) != nullptr;
}

Constraint FlatSchema::value(Keyword keyword) const
{
    const Schema *part = last(keyword);
    return part ? Constraint{part->value(keyword), part->id(), keyword} : Constraint{};
}

Schema FlatSchema::schema(Keyword keyword) const
{
    const Schema *part = last(keyword);
    return part ? part->schema(keyword) : Schema();
}

QList<Schema> FlatSchema::schemas(Keyword keyword) const
{
    const Schema *part = last(keyword);
    return part ? part->schemas(keyword) : QList<Schema>();
}

QStringList FlatSchema::types() const
{
    const Schema *part = last(Keyword::Type);
    return part ? part->types() : QStringList();
}

bool FlatSchema::flag(Keyword keyword) const
{
    const Schema *part = last(keyword);
    return part && part->flag(keyword);
}

LengthLimit FlatSchema::length(Keyword keyword) const
{
    const Constraint limit = value(keyword);
    if (!limit.value.isNumber())
        return {};
    return {static_cast<qint64>(limit.value.toDouble()), limit.node, keyword};
}

QString FlatSchema::pythonType() const
{
    for (qsizetype i = m_parts.size() - 1; i >= 0; --i) {
        const Json type = m_parts[i].unknown(u"x-menura").value(u"type");
        if (type.isString())
            return type.string();
    }
    return {};
}

bool FlatSchema::isNullable() const
{
    return flag(Keyword::Nullable);
}

bool isOnlyReference(const Schema &schema)
{
    const bool isReference =
        schema.has(Keyword::Ref) ||
        (schema.schemas(Keyword::AllOf).size() == 1 && !schema.has(Keyword::Ref));
    return isReference &&
           std::all_of(schema.entries().begin(), schema.entries().end(),
                       [](const Schema::Entry &entry) {
                           return isAnnotation(entry.keyword) || entry.keyword == Keyword::Ref ||
                                  entry.keyword == Keyword::AllOf;
                       }) &&
           !(schema.has(Keyword::Ref) && schema.has(Keyword::AllOf));
}

} // namespace Design
