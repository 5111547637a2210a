#pragma once

#include "designer/schema/evaluate/program.h"
#include "designer/schema/validator.h"

namespace Design::Compiled
{

// The errors of a validation in words. `instance` is empty, or the rest of the way from the value
// that is being checked.

SchemaError typeError(const Node &node, const Json &value);
/// For every instruction whose meaning is in itself.
SchemaError errorOf(const Node &node, const Instruction &step, const Json &value);
/// A member or item that the schema `false` of the keyword forbids.
SchemaError forbiddenError(const Node &owner, Keyword keyword, const Json &value);
/// A member that must be there (because another one is).
SchemaError missingError(const Node &node, Keyword keyword, const QString &name,
                         const QString &because = {});
SchemaError nameError(const Node &node, const QString &name, const QList<SchemaError> &causes);
SchemaError containsError(const Node &node, const ContainsRules &rules, const Json &value,
                          qint64 found);
/// oneOf, where two alternatives fit.
SchemaError severalError(const Node &node, const Branches &branches, const Json &value, int first,
                         int second);
SchemaError tagError(const Node &node, const Branches &branches, const Json &tag);
/// anyOf and oneOf, where none fits; errors are those of each alternative, `here` the pointer of
/// the value.
SchemaError noneError(const Node &node, Keyword keyword, const Branches &branches,
                      const Json &value, const QList<QList<SchemaError>> &errors,
                      const QString &here);

} // namespace Design::Compiled
