#pragma once

#include "designer/model/api.h"

namespace Design
{

// Edits of what an operation takes and answers. Each changes nothing and says so (None or false)
// where an id is not of the right kind, or a name is taken.

/// Adds a parameter of type string, last; one in the path is required. in: path, query, header or
/// cookie.
NodeId addParameter(Api &api, NodeId operation, const QString &in, const QString &name);
/// Expressions and tests of the routes that have the parameter follow; one in the path is renamed
/// there too. Returns the number of expressions and tests; -1 and no change where the name is taken.
int renameParameter(Api &api, NodeId parameter, const QString &name);
/// How many expressions and tests would follow.
int countParameterUses(const Api &api, NodeId parameter);
/// Of an operation or a path item.
bool removeParameter(Api &api, NodeId parameter);
/// Within its operation or path item; index counts as it is afterwards.
bool moveParameter(Api &api, NodeId parameter, qsizetype index);

/// Gives the operation a JSON body of this component schema (None: of any value).
NodeId addRequestBody(Api &api, NodeId operation, NodeId schema = NodeId::None);
bool removeRequestBody(Api &api, NodeId operation);

/// status: "200", "4XX", "default". Answers stay in the order of their statuses.
NodeId addResponse(Api &api, NodeId operation, const QString &status);
bool removeResponse(Api &api, NodeId response);
bool changeStatus(Api &api, NodeId response, const QString &status);
/// Gives the answer JSON content of this component schema in place of what it had as JSON.
bool setResponseSchema(Api &api, NodeId response, NodeId schema);

/// The words that HTTP has for a status, such as "Not Found"; empty for unknown ones.
QString statusText(const QString &status);

} // namespace Design
