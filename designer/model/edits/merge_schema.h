#pragma once

#include "designer/model/api.h"

namespace Design
{

/// Adds to a schema what another one has and it has not: fields, at any depth of objects and
/// lists. What is there already stays as it is, with its descriptions and rules; a type that the
/// schema does not say yet is taken over. New parts get ids from the api. The number of fields that
/// were added.
int mergeSchema(Schema &into, const Schema &from, Api &api);

} // namespace Design
