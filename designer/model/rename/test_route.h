#pragma once

#include "designer/model/api.h"

namespace Design
{

/// The operation that a test's request line ("POST /items/7?draft=true") is for: literal segments
/// of a path go before parameters. Null when there is none.
const Operation *testedRoute(const Api &api, const QString &requestLine);

/// The request line with another name for a query parameter.
QString withQueryName(const QString &requestLine, const QString &from, const QString &to);

/// The request line as it is for a path that was called `from`: literal segments get their new
/// names, values of parameters stay. Unchanged when it is for another path, or the paths differ in
/// more than names.
QString withPath(const QString &requestLine, const QString &from, const QString &to);

} // namespace Design
