#pragma once

#include "designer/model/notation.h"

namespace Design
{

/// How a value is typed where its type is known: JSON, but text needs no quotation marks unless it
/// could be taken for something else.
QString exampleText(const Json &value, const TypeExpression &type);

struct ParsedExample {
    Json value; ///< undefined for an empty text
    std::optional<NotationError> error;
};
ParsedExample parseExample(const QString &text, const TypeExpression &type);

/// The first example that a schema gives; undefined without one.
Json exampleOf(const Schema &schema);
/// Puts the value in the place of the first example, or takes that away.
void setExample(Schema &schema, const Json &value, bool isVersion30);

/// The same for whatever has an example of its own and examples with names: media types,
/// parameters and headers.
template<class Node>
Json exampleOfNode(const Node &node)
{
    if (node.example.isUndefined() && !node.examples.isEmpty() && !node.examples.first().isRaw())
        return node.examples.first().value.value;
    return node.example;
}
template<class Node>
void setExampleOfNode(Node &node, const Json &value)
{
    const bool isNamed =
        node.example.isUndefined() && !node.examples.isEmpty() && !node.examples.first().isRaw();
    if (!isNamed)
        node.example = value;
    else if (value.isUndefined())
        node.examples.removeFirst();
    else
        node.examples.first().value.value = value;
}

} // namespace Design
