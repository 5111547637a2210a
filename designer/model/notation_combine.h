#pragma once

#include "designer/model/notation.h"

namespace Design::Notation
{

/// `T?` of T, in the one form in which it is described.
void makeNullable(TypeExpression &type);

/// `A | B | C`: unions inside are flattened, fixed values come together, null makes it nullable.
TypeExpression combineUnion(const QList<TypeExpression> &members);

/// `A & B`: of objects written out there is one, last.
TypeExpression combineAll(const QList<TypeExpression> &all);

/// The model or word that somebody may have meant; empty when nothing is near.
QString nearestName(const QString &wanted, const Api &api);

} // namespace Design::Notation
