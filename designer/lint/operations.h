#pragma once

#include "designer/model/children.h"

namespace Design
{

namespace Detail
{

template<class Visit>
void visitOperations(const Named<PathItem> &path, Visit &visit)
{
    for (const Operation &operation : path.value.operations)
        visit(path, operation);
}

} // namespace Detail

/// Calls visit(path, operation) for the operations of all paths and webhooks. Raw paths have none.
template<class Visit>
void forEachOperation(const Api &api, Visit &&visit)
{
    for (const Named<PathItem> &path : api.paths)
        Detail::visitOperations(path, visit);
    for (const Named<PathItem> &path : api.webhooks)
        Detail::visitOperations(path, visit);
}

} // namespace Design
