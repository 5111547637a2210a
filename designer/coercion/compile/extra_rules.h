#pragma once

#include "designer/coercion/compile/flat_schema.h"

#include <QHash>
#include <QSet>

namespace Design
{

/// Finds the rules of schemas that no type of pydantic stands for: `not`, `if`, `contains`,
/// `patternProperties`, `dependentRequired` and the like. In a FastAPI application they would be
/// validators of one's own, which raise ValueError.
class ExtraRules
{
public:
    explicit ExtraRules(FindSchema find)
        : m_find(std::move(find))
    {
    }

    /// Whether there are such rules in the schema or in what it refers to.
    bool areIn(const Schema &schema);
    /// Whether an error that a schema's keyword gave is about such a rule.
    bool isOne(NodeId schema, Keyword keyword) const;

private:
    void addAll(const Schema &schema);

    FindSchema m_find;
    QHash<NodeId, bool> m_known;
    QSet<NodeId> m_choices; ///< schemas whose anyOf or oneOf only adds rules
    QSet<NodeId> m_inside;  ///< schemas that stand inside such a rule, as in `then`
};

/// The pattern that all keys of a dict have, with the schema of its values, as pydantic writes it;
/// null for schemas of another kind.
const Named<Schema> *keyPattern(const Schema &schema);

/// Whether an alternative only adds rules to the schema around it, as in
/// `anyOf: [{required: [a]}, {required: [b]}]`, and so is no type of its own.
bool isRuleOnly(const Schema &alternative);

} // namespace Design
