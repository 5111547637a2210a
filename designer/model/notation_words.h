#pragma once

#include "designer/model/notation.h"

#include <QCoreApplication>

namespace Design::Notation
{

/// The context of the notation's texts for translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Notation)
};

/// A word of the notation for a scalar type, such as `email` for a string with that format.
struct ScalarWord {
    const char16_t *word;
    const char16_t *type;
    const char16_t *format; ///< null for none
    bool isShown; ///< the word that is printed and offered; the others are only understood
};

const QList<ScalarWord> &scalarWords();

/// Whether a model's name must stand in backticks because the grammar would read it otherwise.
bool needsQuotes(const QString &modelName);

/// What kind of values a type allows, as the rules see it: one of the names of JSON Schema, or
/// empty where it is not one kind alone.
QString valueKind(const TypeExpression &type);

/// Which rules go with values of this kind (a name of JSON Schema).
bool isRuleOf(Keyword keyword, const QString &valueKind);

/// Rules that go with every type: default, read-only, write-only, deprecated.
bool isAnnotation(Keyword keyword);

/// Puts rules into the order in which they are printed.
void sortRules(QList<TypeRule> &rules);

/// How the schema of an expression is laid out around its core.
enum class Wrapper {
    None,
    AnyOfNull, ///< anyOf: [T, {type: null}], as FastAPI writes Optional
    AllOfOne,  ///< allOf: [T], as 3.0 needs it for a reference with anything beside it
};
Wrapper wrapperOf(const Schema &schema);

/// The member of anyOf, oneOf or allOf that a wrapper wraps.
Schema wrapped(const Schema &schema, Wrapper wrapper);

/// `{type: null}` and nothing that constrains besides.
bool isNullSchema(const Schema &schema);

/// What members of a type's list of types the schema has, without "null".
QStringList typesWithoutNull(const Schema &schema);

} // namespace Design::Notation
