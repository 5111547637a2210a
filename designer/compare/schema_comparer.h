#pragma once

#include "designer/compare/compare.h"
#include "designer/compare/schema_facts.h"

#include <QHash>

namespace Design
{

/// Which way values go: a narrower schema breaks those who send, a wider one those who receive.
enum class Direction { Request, Response };

/// One difference between two schemas.
struct SchemaChange {
    Impact impact = Impact::Compatible;
    QString rule;
    QString path; ///< from the schemas that were compared: "name", "tags[]", "owner.email"
    QString message;
    NodeId before = NodeId::None;
    NodeId after = NodeId::None;
};

/// Compares schemas of two designs. What two models differ in is worked out once for each
/// direction, however many operations use them; models that contain themselves are no trouble.
class SchemaComparer
{
public:
    SchemaComparer(const Api &before, const Api &after)
        : m_before(before)
        , m_after(after)
    {
    }

    QList<SchemaChange> compare(const QList<Schema> &before, const QList<Schema> &after,
                                Direction direction);

private:
    struct Key {
        QList<NodeId> before;
        QList<NodeId> after;
        Direction direction;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed)
        {
            return qHashMulti(seed, key.before, key.after, static_cast<int>(key.direction));
        }
    };
    class Comparison;

    SchemaLookup m_before;
    SchemaLookup m_after;
    QHash<Key, QList<SchemaChange>> m_known;
};

} // namespace Design
