#pragma once

#include "designer/model/api.h"

namespace Design
{

/// The path without the names in its braces: paths of one shape are the same path (OpenAPI 3.1.1,
/// section 4.8.8).
QString pathShape(const QString &path);

/// Path parameters whose names changed in place keep everything but their names: `/a/{x}/{y}` to
/// `/a/{x}/{z}` renames y. Paths with different numbers of names rename only what is beyond doubt,
/// one name gone and one come.
void renamePathParameters(PathItem &item, const QString &from, const QString &to);

/// `#/paths/~1from/get` becomes `#/paths/~1to/get`; false for references to elsewhere.
bool moveInPath(QString &referenceText, const QString &from, const QString &to);

} // namespace Design
