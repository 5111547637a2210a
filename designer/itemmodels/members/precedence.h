#pragma once

#include "designer/itemmodels/members/effective_depends.h"

namespace Design
{

/// What can refuse a request before, beside and after the error rules of its route, in the order in
/// which it is asked: "token 401", "inputs 422", "the rules, from the top", "no row 404".
QStringList refusalsInOrder(const Behaviour &behaviour, const Operation &operation,
                            const QList<EffectiveDepends> &depends);

} // namespace Design
