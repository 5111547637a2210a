#pragma once

#include "designer/model/notation.h"

namespace Design::Notation
{

/// The type that a text of the type cell asks for, and on top of it the rules that the schema had
/// and that still fit.
TypeExpression withRulesThatFit(const TypeExpression &wanted, const TypeExpression &before);

/// Takes away what made the old type and what does not fit the new one.
void removeStructure(Schema &schema, const TypeExpression &type, const TypeExpression &old);

/// Whether one of the parts of an `A & B` is the object that holds the own fields.
bool hasObject(const TypeExpression &type);

} // namespace Design::Notation
