#pragma once

#include "designer/model/expressions/expression_scopes.h"
#include "designer/text/diagnostic.h"

namespace Design
{

/// A name in an expression that leads nowhere.
struct UnknownName {
    qsizetype column = 0; ///< characters of the expression before it
    qsizetype length = 0;
    QString message; ///< for people, with what may have been meant
};

/// The names of an expression that do not exist where it stands. Says nothing of what can only be
/// known when it runs: what is looked up in brackets or behind `?.`, values that no schema
/// describes, names that the expression makes itself, and those of JavaScript.
QList<UnknownName> unknownNames(const QString &expression, const ScriptScope &scope,
                                const ValueShapes &shapes);

/// An expression of an extension, with what is wrong with its names.
struct CheckedExpression {
    QString expression;
    QString pointer; ///< of the text that it stands in, in the document
    QList<UnknownName> unknown;
};

/// All expressions of the document's extension, or of a route's, that name what does not exist.
QList<CheckedExpression> expressionsWithUnknownNames(const Api &api, const ExpressionScopes &scopes,
                                                     const ValueShapes &shapes,
                                                     const ExpressionRoute &route);

/// The same for the whole design, as warnings.
Diagnostics checkNamesInExpressions(const Api &api);

} // namespace Design
