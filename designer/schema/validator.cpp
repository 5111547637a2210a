#include "designer/schema/validator.h"

#include "designer/schema/evaluate/evaluator.h"

namespace Design
{

using Compiled::Evaluator;
using Compiled::Mode;

const SchemaError &rootCause(const SchemaError &error)
{
    const SchemaError *cause = &error;
    while (!cause->causes.isEmpty())
        cause = &cause->causes.first();
    return *cause;
}

Validation::Outcome check(const CompiledSchema &schema, const Json &value,
                          const ValidateOptions &options)
{
    if (schema.isNull())
        return Validation::Valid;
    Evaluator<Mode::Check> evaluator(options);
    if (evaluator.run(*schema.root(), value))
        return Validation::Valid;
    return evaluator.wasCostly() ? Validation::TooCostly : Validation::Invalid;
}

Validation validate(const CompiledSchema &schema, const Json &value, const ValidateOptions &options)
{
    if (schema.isNull())
        return {};
    Evaluator<Mode::Check> checker(options);
    if (checker.run(*schema.root(), value))
        return {};
    if (checker.wasCostly())
        return {Validation::TooCostly, {checker.stopReason()}};
    // Only now do errors matter. Finding them all can cost more than finding one; what has been
    // found when the budget runs out is still true.
    Evaluator<Mode::Collect> collector(options);
    collector.run(*schema.root(), value);
    QList<SchemaError> errors = collector.takeErrors();
    if (errors.isEmpty()) {
        SchemaError error;
        error.schema = schema.id();
        error.message = QStringLiteral("is not valid; finding out why takes too long");
        error.actual = value;
        errors.append(error);
    }
    return {Validation::Invalid, errors};
}

} // namespace Design
