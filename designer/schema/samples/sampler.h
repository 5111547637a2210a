#pragma once

#include "designer/schema/validator.h"

#include <QHash>

namespace Design
{

struct SampleOptions {
    quint64 seed = 0;
    QString path; ///< where the value stands, such as "GET /items/200"; part of the randomness
    QString name; ///< of the field or component it is for, which suggests a value ("email")
    Direction direction = Direction::None; ///< leaves out readOnly or writeOnly properties
    QHash<QString, Json> overrides;        ///< by property name, used wherever they are valid
    int depth = 6;               ///< levels of objects and arrays that get optional members
    qsizetype bytes = 1'000'000; ///< of JSON text, about
    qint64 steps = 2'000'000;    ///< work allowed in all
    bool useExamples = true;     ///< examples, example, default of the schema before made-up values
};

struct Sample {
    enum Outcome {
        Found,
        Unsatisfiable, ///< no value can be valid, or none was found among all choices
        TooLarge,      ///< every valid value is larger than `bytes`
        TooCostly,     ///< the budget ran out before a valid value was found
    };
    Outcome outcome = Unsatisfiable;
    Json value;     ///< undefined unless found
    Json nearest;   ///< unless found: what its author may have meant; too large ones have none
    QString reason; ///< for people, unless found

    bool isFound() const { return outcome == Found; }
};

/// A value that is valid against the schema (checked before it is returned) and reads like real
/// data. The same schema, options and version of the program give the same value.
Sample sample(const CompiledSchema &schema, const SampleOptions &options = {});

} // namespace Design
