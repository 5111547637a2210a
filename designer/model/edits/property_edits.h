#pragma once

#include "designer/model/api.h"

namespace Design
{

// Edits of the properties of any object schema of the design. Each changes nothing and says so
// (None or false) where an id is no such schema or property, or a name is taken.

/// Adds a property, last (index -1) or at that place; an absent value becomes `type: string`. Ids
/// of the value are replaced by new ones.
NodeId addProperty(Api &api, NodeId schema, const QString &name, const Schema &value = {},
                   qsizetype index = -1);
/// A copy behind the original, under a name of its own, required if the original is.
NodeId duplicateProperty(Api &api, NodeId property);

bool removeProperty(Api &api, NodeId property);

/// `required`, dependencies and the discriminator of the schema follow, and everything elsewhere that
/// followFieldRename() finds. Returns the number of those places; -1 and no change on refusal.
int renameProperty(Api &api, NodeId property, const QString &name);
/// How many places elsewhere would follow.
int countPropertyUses(const Api &api, NodeId property);

/// Moves a property within its schema; index counts as it is afterwards.
bool moveProperty(Api &api, NodeId property, qsizetype index);
/// Moves a property to another schema of the design; being required goes with it.
bool moveProperty(Api &api, NodeId property, NodeId schema, qsizetype index);

bool setPropertyRequired(Api &api, NodeId property, bool required);
bool isPropertyRequired(const Api &api, NodeId property);

} // namespace Design
