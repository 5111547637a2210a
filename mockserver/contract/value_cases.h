#pragma once

#include "designer/coercion/error_table.h"
#include "designer/coercion/flat_schema.h"
#include "designer/schema/schema_compiler.h"

#include <optional>

namespace Mock
{

/// One error of a refusal, in FastAPI's words.
struct ExpectedError {
    Design::ErrorType type = Design::ErrorType::Missing;
    Design::JsonObject context;
    Design::JsonArray inside; ///< where it is in the value: the alternative of a union
};

/// A value to send, and what must come of it.
struct ValueCase {
    QString note;       ///< for people: "one below the minimum"
    Design::Json value; ///< undefined: not sent at all
    bool isAccepted = true;
    QString constraint;          ///< that it breaks: "minimum", "type", "required"
    QList<ExpectedError> errors; ///< all of them; empty: not known exactly
};

/// A schema as one input sees it: references and bases flattened, `null` taken out of it.
struct InputSchema {
    InputSchema(const Design::Schema &schema, const Design::FindSchema &find);

    Design::FlatSchema flat;
    Design::Schema origin; ///< what validates a value; without `null` beside it
    QString type;          ///< integer, number, string, boolean, array, object; empty: any
    bool isNullable = false;
    bool isUnion = false; ///< of several alternatives
    bool isNamedEnum = false;

    struct Alternative {
        Design::Schema schema;
        QString tag; ///< by which the discriminator chooses it; empty without one
    };
    QList<Alternative> alternatives; ///< of a union
    QString tagField;                ///< of its discriminator

private:
    void noteAlternatives(const QList<Design::Schema> &members);
};

enum class Spelling {
    Text, ///< of a parameter: everything is text
    Json
};

/// Makes the values on both sides of every constraint of an input: just inside, just outside,
/// of another type, spelled differently. Deterministic.
class ValueCases
{
public:
    ValueCases(const Design::Api &api, bool isFastApi);

    /// `valid` is a value that the schema accepts. `constraints` gets all that the schema has,
    /// those that no value was found for included.
    QList<ValueCase> make(const InputSchema &input, Spelling spelling, const Design::Json &valid,
                          QStringList *constraints);
    /// A value that the schema accepts; undefined when none was found.
    Design::Json valid(const Design::Schema &schema, const QString &path, int variant = 0);
    /// A list that the schema accepts and that has an item; undefined when none was found.
    Design::Json filled(const InputSchema &list, const QString &path);
    /// An object that a union accepts as its alternative of this tag.
    Design::Json tagged(const InputSchema &unionOf, const InputSchema::Alternative &alternative,
                        const QString &path);
    bool accepts(const Design::Schema &schema, const Design::Json &value);

private:
    void addNumbers(const InputSchema &input, Spelling spelling, const Design::Json &valid);
    void addLengths(const InputSchema &input, const Design::Json &valid);
    void addPattern(const InputSchema &input, const Design::Json &valid);
    void addChoices(const InputSchema &input);
    void addItems(const InputSchema &input, const Design::Json &valid);
    // spelling_cases.cpp
    void addTypes(const InputSchema &input, Spelling spelling, const Design::Json &valid);
    void addIntegers(Spelling spelling, const Design::Json &valid);
    void addFractions(Spelling spelling, const Design::Json &valid);
    void addBooleans(Spelling spelling);
    void addFormats(const InputSchema &input, const Design::Json &valid);
    void addNull(const InputSchema &input);
    void wrong(const QString &note, const Design::Json &value,
               std::optional<Design::ErrorType> error);
    // union_cases.cpp
    void addUnion(const InputSchema &input, Spelling spelling);
    void addTags(const InputSchema &input);
    void addAlternative(const InputSchema &input, qsizetype index, Spelling spelling);
    void accept(const QString &note, const Design::Json &value);
    void acceptIfValid(const InputSchema &input, const QString &note, const Design::Json &value);
    void refuse(const QString &note, const Design::Json &value, const QString &constraint,
                std::optional<Design::ErrorType> error, const Design::JsonObject &context = {});
    void note(const QString &constraint);

    const Design::Api &m_api;
    const Design::FindSchema m_find;
    const bool m_isFastApi;
    Design::SchemaCompiler m_schemas;
    QList<ValueCase> m_cases;
    QStringList *m_constraints = nullptr;
};

} // namespace Mock
