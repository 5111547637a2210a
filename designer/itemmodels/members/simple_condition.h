#pragma once

#include "designer/text/json.h"

#include <optional>

namespace Design
{

/// A condition that can be picked instead of typed: something of the request, how it is compared,
/// and with what.
struct SimpleCondition {
    enum class Operator {
        Equal,
        NotEqual,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Contains,
        BeginsWith,
        EndsWith,
        IsMissing, ///< null or not there at all; without a value, as IsThere
        IsThere,
    };

    QString subject; ///< "query.limit", "header['x-token']"
    Operator op = Operator::Equal;
    Json value;

    bool operator==(const SimpleCondition &) const = default;
};

/// What the expression says, if it is as simple as that.
std::optional<SimpleCondition> simpleCondition(const QString &expression);
/// The condition in JavaScript.
QString expressionOf(const SimpleCondition &condition);

bool takesValue(SimpleCondition::Operator op);
/// "is at least", for people.
QString operatorWords(SimpleCondition::Operator op);
QList<SimpleCondition::Operator> conditionOperators();

} // namespace Design
