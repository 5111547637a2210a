#pragma once

#include "designer/model/api.h"

#include <optional>

namespace Design
{

// The grammar of the type cell. What people type and what a schema says meet in TypeExpression:
//
//   union    := all ("|" all)*                 User | Team,  "a" | "b",  string | null
//   all      := part ("&" part)*               UserBase & object
//   part     := primary rule* ["?"]            string? 1..80
//   primary  := word | model | literal | "[" union "]" | "[" union, union ... "]"
//             | "{" union "}" | "{" [field ("," field)*] "}" | "(" union ")"
//   field    := name ["*"] ":" union           {street*: string, zip: string 5..10}
//   rule     := low..high | <=n | >=n | <n | >n | ==n | /pattern/ | unique | multiple of n
//             | default json | = json | format name | read-only | write-only | deprecated | closed
//             | by name | exactly one
//
// `=n` of a text, list or map is how long it is; `= json` else is the default, as in Python. A
// pattern alone is that of a text.
//
// The shown form (`1…80 chars · read-only`, `list of string`) reads as well.

/// One constraint or annotation that the notation has a word for. Limits of 3.0 (`minimum` beside
/// `exclusiveMinimum: true`) are given as 3.1 says them; Discriminator's value is the property's
/// name, AdditionalProperties' is false, OneOf's is true ("exactly one").
struct TypeRule {
    Keyword keyword = Keyword::Unknown;
    Json value;

    bool operator==(const TypeRule &) const = default;
};

/// What a schema says about values, as far as the notation has words for it.
struct TypeExpression {
    enum class Kind {
        Any,      ///< `any`
        Never,    ///< `nothing`: the schema `false`
        Scalar,   ///< string, integer, number, boolean, null; name and format
        Literals, ///< enum and const: values
        Model,    ///< a reference: name and model
        List,     ///< `[T]`: one part
        Tuple,    ///< `[A, B]`: prefixItems
        Map,      ///< `{T}`: one part
        Object,   ///< `object`; its properties are rows of their own
        Union,    ///< `A | B`
        All,      ///< `A & B`
    };
    struct Field;

    Kind kind = Kind::Any;
    QString name;
    QString format;
    NodeId model = NodeId::None; ///< None for a reference that is no component schema
    JsonArray values;
    QList<TypeExpression> parts;
    QList<Field> fields; ///< of an object typed with its properties; never read from a schema
    bool nullable = false;
    QList<TypeRule> rules; ///< in the order in which they are printed

    const Json &rule(Keyword keyword) const; ///< undefined when absent
    bool operator==(const TypeExpression &) const;
};

struct TypeExpression::Field {
    QString name;
    bool required = false;
    TypeExpression type;

    bool operator==(const Field &) const = default;
};

/// Why a text is no type, for the message under the cell.
struct NotationError {
    qsizetype column = 0; ///< characters before the place
    qsizetype length = 0; ///< of the place; zero at the end of the text
    QString message;      ///< a whole sentence that names the place in words
    QString missingModel; ///< set when creating a model of this name would help
    bool isWarning = false; ///< the text is taken nevertheless

    bool operator==(const NotationError &) const = default;
};

struct ParsedType {
    TypeExpression type;
    std::optional<NotationError> error;

    bool ok() const { return !error; }
};

/// Reads a text of the type cell: a type, and rules if there are any.
ParsedType parseType(QStringView text, const Api &api);

/// Reads a text of the rules cell. The result is `type` with exactly the rules of the text.
ParsedType parseRules(QStringView text, const TypeExpression &type, const Api &api);

/// What a schema says, for printing and comparing.
TypeExpression describeType(const Schema &schema, const Api &api);

/// Keywords of the schema that the notation has no words for (`not`, `patternProperties` ...);
/// descriptions and examples are not among them.
QStringList unsaidKeywords(const Schema &schema, const Api &api);

QString typeText(const TypeExpression &type);   ///< for editing, without the rules of the whole
QString rulesText(const TypeExpression &type);  ///< for editing, the rules of the whole alone
QString fullText(const TypeExpression &type);   ///< both: "string 1..80"
QString prettyType(const TypeExpression &type); ///< for reading: "list of string"
QStringList prettyRules(const TypeExpression &type); ///< for reading: "1…80 chars", "read-only"

inline QString typeText(const Schema &schema, const Api &api)
{
    return typeText(describeType(schema, api));
}
inline QString rulesText(const Schema &schema, const Api &api)
{
    return rulesText(describeType(schema, api));
}

enum class RulesOf {
    Both,     ///< a text of the type cell: rules of the schema that still fit stay
    TextOnly, ///< a text of the rules cell: rules that it does not name go
};

/// Makes the schema say this. Description, examples, unknown keywords, properties and everything
/// else that still fits stays, ids of parts that stay too; nothing changes if it says so already.
/// An absent schema becomes a new one. New parts get ids from api.
void applyType(Schema &schema, const TypeExpression &type, RulesOf rules, Api &api);

/// The words that a text may have where a type is expected, for completion; without models.
const QStringList &typeWords();

/// The rules that are legal for a type, in the order of a form.
QList<Keyword> legalRules(const TypeExpression &type);

// How composed schemas are laid out, for whoever shows them in rows.

/// The schema that carries the type: inside `anyOf: [T, {type: null}]` and `allOf: [T]` it is T.
Schema coreSchema(const Schema &schema);

/// The schema that holds the own properties of an object: itself, or the part of its allOf that
/// is not a reference.
Schema propertyHost(const Schema &schema);

} // namespace Design
