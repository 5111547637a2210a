#pragma once

#include "designer/model/notation.h"

#include <QHash>

namespace Design
{

/// What a new route is to be.
struct RouteDraft {
    QString method;                           ///< lower case
    QString path;                             ///< "/todos/{id}"
    QHash<QString, TypeExpression> pathTypes; ///< of path parameters whose type was given
    std::optional<TypeExpression> body;
    std::optional<TypeExpression> answer;
    int status = 0; ///< of the answer; 0: 201 for post, 204 without answer
                    ///< for delete, else 200
};

struct ParsedRoute {
    RouteDraft draft;
    std::optional<NotationError> error;

    bool ok() const { return !error; }
};

/// Reads a route as people write it in one line: method, path, and if they like what goes in and
/// what comes out: `get /todos/{id: int} -> Todo`, `post /todos <- NewTodo -> 201 Todo`.
/// Without a method it is a get. Refused is a path that has the method already.
ParsedRoute parseRoute(QStringView text, const Api &api);

/// Adds the route after those whose path begins with the same segment, with its path parameters,
/// with a tag where those have one, and an operationId of its own. Returns the operation.
/// Precondition: the draft was parsed without error against this design.
NodeId addRoute(Api &api, const RouteDraft &draft);

} // namespace Design
