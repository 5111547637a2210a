#pragma once

#include "designer/model/api.h"

namespace Design
{

// Edits of paths and operations. Each changes nothing and says so (None or false) where an id is
// no path item or operation, or a place is taken. A path begins with a slash; one that does not
// gets it.

/// The names between braces, in their order: `/users/{id}/{name}` has id and name.
QStringList pathParameterNames(const QString &path);

/// Adds an operation with one success answer, under a path that may be new, with a parameter for
/// each name in braces. method is one of methodNames(), in any case.
NodeId addOperation(Api &api, const QString &path, const QString &method);

/// The path goes with its last operation, unless there is something else in it.
bool removeOperation(Api &api, NodeId operation);

/// A copy with new ids under the same path, for a method that is free there.
NodeId duplicateOperation(Api &api, NodeId operation, const QString &method);

bool changeMethod(Api &api, NodeId operation, const QString &method);

/// Gives a path (of a path item, or of all operations beside this one) another name. Its path
/// parameters follow: one whose name changed in place keeps everything else, others are added and
/// removed. References into the path follow too.
bool changePath(Api &api, NodeId operationOrPathItem, const QString &path);

/// Moves one operation to a path that may be new, its path parameters in step.
bool moveOperation(Api &api, NodeId operation, const QString &path);

/// Gives the path item's operations exactly the path parameters that its path names; those of the
/// path item itself count for all. False when nothing was to do.
bool syncPathParameters(Api &api, NodeId pathItem);

} // namespace Design
