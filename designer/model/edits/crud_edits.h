#pragma once

#include "designer/model/api.h"

namespace Design
{

/// What addCrudRoutes() adds.
struct CrudRoutes {
    QString path;                 ///< of the list, such as "/items/"
    NodeId model = NodeId::None;  ///< component schema of a row as it is kept
    NodeId create = NodeId::None; ///< of what is sent; None: the model
    NodeId answer = NodeId::None; ///< of what is answered; None: the model
    QString store;                ///< its name; empty: the last part of the path
    QString key = QStringLiteral("id");
    /// create, read, list, update, patch, delete
    QStringList actions{QStringLiteral("list"),  QStringLiteral("create"),
                        QStringLiteral("read"),  QStringLiteral("update"),
                        QStringLiteral("patch"), QStringLiteral("delete")};
};

/// Adds a store for a model, unless there is one of that name, and routes for what can be done with
/// its rows: the list with `skip` and `limit`, 201 for a new row, 204 for one that is gone, and for
/// `patch` a model whose fields may all be left out. Operations that are there already, whatever
/// their path calls its parameters, stay as they are, except that those that nothing in the design
/// answers get the action. Returns the new and the changed ones; none when the model or path is no
/// such thing.
QList<NodeId> addCrudRoutes(Api &api, const CrudRoutes &routes);

/// What a store for rows of a model may be called: `order_lines` for OrderLine.
QString storeNameFor(const QString &model);

} // namespace Design
