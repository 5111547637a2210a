#pragma once

#include "designer/docs/docs_words.h"
#include "designer/model/api.h"

#include <functional>

namespace Design
{

/// Gives the HTML of a link to a node, with the text escaped.
using NodeLink = std::function<QString(NodeId node, const QString &text)>;

/// The type of a schema in a few words, as HTML: "list of <a>Tag</a>", "string (email) or null".
QString typeHtml(const Api &api, const Schema &schema, const NodeLink &link,
                 const DocsWords &words = {});

/// What else the schema says about a value, in words, one rule each, as plain text: "1 to 80
/// characters", "greater than 0", "all different", "default: 10".
QStringList ruleWords(const Schema &schema, const DocsWords &words = {});

/// An example that the schema or what it refers to gives; undefined when there is none.
Json declaredExample(const Api &api, const Schema &schema);

} // namespace Design
