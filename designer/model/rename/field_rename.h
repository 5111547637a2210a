#pragma once

#include "designer/model/expressions/value_shapes.h"

namespace Design
{

/// What speaks of a property that got another name follows: examples, defaults and other data of
/// the schemas that have it, and in the extensions fixtures, keys, unique and foreign fields,
/// computed fields, expressions, and the data and pointers of tests. What cannot be told from the
/// design, such as a member of a value that an expression made itself, stays. before is the design
/// with the old name. Returns the number of places.
int followFieldRename(Api &api, const Api &before, const FieldRename &rename);

} // namespace Design
