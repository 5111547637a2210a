#pragma once

#include "designer/itemmodels/members/member_field.h"
#include "designer/model/expressions/extension_walk.h"

namespace Design
{

/// What an expression can name, for completion: `query.limit`, `body.title`, `deps.user.name`,
/// `store.items.get()`. of and name: where it stands; operation: the route of it, none for those
/// of the document.
QStringList expressionWords(const Api &api, ExtensionWalk::Place::Of of, const QString &name,
                            NodeId operation = NodeId::None);

/// The same, to be asked later.
Words wordsAt(ExtensionWalk::Place::Of of, const QString &name);
Words wordsAt(ExtensionWalk::Place::Of of, NodeId operation);

} // namespace Design
