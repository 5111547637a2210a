#pragma once

#include "designer/model/api.h"

namespace Design
{

// Edits of the tags, which are told apart by their names: routes name them too. Each changes
// nothing and says so (None or false) where a name is empty, taken or not there.

/// All names: those that are declared in their order, then those that only routes use.
QStringList tagNames(const Api &api);

/// Declares a tag, last or at that place.
NodeId addTag(Api &api, const QString &name, qsizetype index = -1);
/// Also in every route that has it.
bool renameTag(Api &api, const QString &from, const QString &to);
/// Also from every route that has it.
bool removeTag(Api &api, const QString &name);
/// Among those that are declared; index counts as it is afterwards.
bool moveTag(Api &api, const QString &name, qsizetype index);
/// Declares the tag where it is not.
bool describeTag(Api &api, const QString &name, const QString &description);

} // namespace Design
