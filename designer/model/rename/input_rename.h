#pragma once

#include "designer/model/api.h"

namespace Design
{

/// An input of routes that gets another name.
struct InputRename {
    QString in; ///< path, query, header, cookie
    QString from;
    QString to;
};

// What speaks of inputs and paths in the extensions follows; each gives the number of places.

/// The expressions of a route, and the filter of its action.
int followInput(Operation &operation, const InputRename &rename);
/// The query in the requests of tests for these operations.
int followInputInTests(Api &api, const QList<NodeId> &operations, const InputRename &rename);
/// The requests of tests for these operations, whose path was called `from` in the design before.
int followPathInTests(Api &api, const Api &before, const QList<NodeId> &operations,
                      const QString &from, const QString &to);

} // namespace Design
