#pragma once

#include "designer/model/keyword.h"
#include "designer/schema/compiled_schema.h"
#include "designer/text/json.h"

namespace Design
{

/// Which way a value travels. A `readOnly` property need not be in a request, nor a `writeOnly`
/// one in a response, even if it is required (OpenAPI 3.1, section 4.8.24).
enum class Direction { None, Request, Response };

/// One rule of a schema that a value breaks.
struct SchemaError {
    QString instance; ///< JSON Pointer to the value, or to the member that should not be there
    NodeId schema = NodeId::None;       ///< the schema that says so
    Keyword keyword = Keyword::Unknown; ///< its constraint; Unknown for the schema `false`
    QString message; ///< for people, without the place: "must be at least 1 character long"
    Json actual;     ///< the value; undefined where a member is missing
    Json limit;      ///< what the constraint says: a number, the allowed values, the missing name
    int branch = -1; ///< of oneOf and anyOf: the alternative that came closest
    QList<SchemaError> causes; ///< why that alternative does not fit
};

/// The error at the bottom of the chain of causes: the place to point a person to.
const SchemaError &rootCause(const SchemaError &error);

struct ValidateOptions {
    bool collectAll = true;    ///< false stops at the first error
    qint64 steps = 10'000'000; ///< work allowed; about ten nanoseconds each
    int depth = 2'000;         ///< schemas inside one another, references included
    int errors = 1'000;        ///< more than these are not collected
    Direction direction = Direction::None;
};

struct Validation {
    enum Outcome {
        Valid,
        Invalid,
        TooCostly, ///< a budget ran out or a pattern took too long; the last error says where
    };
    Outcome outcome = Valid;
    QList<SchemaError> errors; ///< properties in the order of the schema

    bool isValid() const { return outcome == Valid; }
};

/// Validates without looking at the schema again; no allocation while the value is valid.
Validation validate(const CompiledSchema &schema, const Json &value,
                    const ValidateOptions &options = {});

/// The outcome alone, which is faster where the value is invalid.
Validation::Outcome check(const CompiledSchema &schema, const Json &value,
                          const ValidateOptions &options = {});

inline bool isValid(const CompiledSchema &schema, const Json &value,
                    const ValidateOptions &options = {})
{
    return check(schema, value, options) == Validation::Valid;
}

} // namespace Design
