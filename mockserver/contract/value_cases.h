#pragma once

#include "designer/schema/schema_compiler.h"
#include "mockserver/contract/input_schema.h"

namespace Mock
{

/// A value to send, and what is meant by it.
struct ValueCase {
    QString note;       ///< for people: "one below the minimum"
    Design::Json value; ///< undefined: not sent at all
    bool isMeantWell = true;
    QString constraint; ///< that it is to break: "minimum", "type", "required"
};

enum class Spelling {
    Text, ///< of a parameter: everything is text
    Json
};

/// Makes the values on both sides of every constraint of an input: just inside, just outside,
/// of another type, spelled differently. Deterministic. What comes of each is for others to say.
class ValueCases
{
public:
    ValueCases(const Design::Api &api, bool isFastApi);

    /// `valid` is a value that the schema accepts. `constraints` gets all that the schema has,
    /// those that no value was found for included; not those inside it.
    QList<ValueCase> make(const InputSchema &input, Spelling spelling, const Design::Json &valid,
                          QStringList *constraints);
    /// A value that the schema accepts; undefined when none was found.
    Design::Json valid(const Design::Schema &schema, const QString &path, int variant = 0);
    /// A list that the schema accepts and that has an item; undefined when none was found.
    Design::Json filled(const InputSchema &list, const QString &path);
    /// An object that a union accepts as its alternative of this tag.
    Design::Json tagged(const InputSchema &unionOf, const InputSchema::Alternative &alternative,
                        const QString &path);
    /// A value that a union accepts as this alternative and, where there is one, not as another
    /// one: what breaks a rule of the alternative would fit that.
    Design::Json alone(const InputSchema &unionOf, qsizetype index, const QString &path);
    /// What the validator says.
    bool accepts(const Design::Schema &schema, const Design::Json &value);

private:
    void addNumbers(const InputSchema &input, const Design::Json &valid);
    void addLengths(const InputSchema &input, const Design::Json &valid);
    void addPattern(const InputSchema &input, const Design::Json &valid);
    void addChoices(const InputSchema &input, Spelling spelling);
    // container_cases.cpp
    void addItems(const InputSchema &input, const Design::Json &valid);
    void addContains(const InputSchema &input, const Design::Json &valid);
    void addMembers(const InputSchema &input, const Design::Json &valid);
    void addNames(const InputSchema &input, const Design::Json &valid);
    void addDependents(const InputSchema &input, const Design::Json &valid);
    void addOthers(const InputSchema &input);
    // spelling_cases.cpp
    void addTypes(const InputSchema &input, Spelling spelling, const Design::Json &valid);
    void addIntegers(Spelling spelling, const Design::Json &valid);
    void addFractions(Spelling spelling, const Design::Json &valid);
    void addBooleans(Spelling spelling);
    void addFormats(const InputSchema &input, const Design::Json &valid);
    void addNull(const InputSchema &input);
    void wrong(const QString &note, const Design::Json &value);
    // union_cases.cpp
    void addUnion(const InputSchema &input, Spelling spelling);
    void addTags(const InputSchema &input);
    void addAlternative(const InputSchema &input, qsizetype index, Spelling spelling);

    void accept(const QString &note, const Design::Json &value);
    void refuse(const QString &note, const Design::Json &value, const QString &constraint);
    void note(const QString &constraint);

    const Design::Api &m_api;
    const Design::FindSchema m_find;
    const bool m_isFastApi;
    bool m_isTypeSaid = true; ///< by the schema that cases are being made for
    Design::SchemaCompiler m_schemas;
    QList<ValueCase> m_cases;
    QStringList *m_constraints = nullptr;
};

/// Names for members of a map that are not there yet.
QString newName(const Design::JsonObject &object, int number);

} // namespace Mock
