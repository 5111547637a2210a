#pragma once

#include "designer/model/api.h"

namespace Design
{

// A text that was read anew knows nothing of identities. These give each part of it the identity
// of the part whose place it takes: the one of the same name, else the one left over there, so that
// a renamed part is still itself. What is new gets ids of its own, what did not change is shared.

/// The whole design that takes the place of before.
void keepIdentities(const Api &before, Api &fresh);

/// One part of the design; api gives out the ids.
void keepIdentities(const Schema &before, Schema &fresh, Api &api);
void keepIdentities(const Operation &before, Operation &fresh, Api &api);

} // namespace Design
