#pragma once

#include "designer/compare/schema_comparer.h"

namespace Design
{

/// One operation with what its path says for it.
struct RouteView {
    QString path;
    const PathItem *item = nullptr;
    const Operation *operation = nullptr;

    QString title() const { return operation->method.toUpper() + u' ' + path; }
};

/// Compares two operations; places of the changes begin with the new one's method and path.
class OperationComparer
{
public:
    OperationComparer(const Api &before, const Api &after)
        : m_before(before)
        , m_after(after)
        , m_schemas(before, after)
    {
    }

    QList<Change> compare(const RouteView &before, const RouteView &after);

private:
    void compareParameters(const RouteView &before, const RouteView &after);
    void compareParameter(const Parameter &before, const Parameter &after, const QString &where);
    void compareBodies(const RouteView &before, const RouteView &after);
    void compareResponses(const RouteView &before, const RouteView &after);
    void compareHeaders(const Response &before, const Response &after, const QString &where);
    void compareContent(const NamedList<MediaType> &before, const NamedList<MediaType> &after,
                        Direction direction, const QString &where, NodeId beforeId, NodeId afterId);
    void compareEncodings(const MediaType &before, const MediaType &after, const QString &where);
    void compareSecurity(const RouteView &before, const RouteView &after);
    void compareSchemas(const Schema &before, const Schema &after, Direction direction,
                        const QString &where);
    void add(Impact impact, const QString &rule, const QString &where, const QString &message,
             NodeId before, NodeId after);

    const Api &m_before;
    const Api &m_after;
    SchemaComparer m_schemas;
    QString m_title;
    QList<Change> m_changes;
};

} // namespace Design
