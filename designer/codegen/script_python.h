#pragma once

#include "designer/codegen/models.h"
#include "designer/codegen/script_tree.h"

#include <optional>

namespace Design::Python
{

/// What is known of a value in Python: enough to say how its members are reached.
struct Shape {
    enum class Kind {
        Unknown, ///< JSON of somebody else: a dictionary, when its members are asked for
        Model,   ///< an instance of the class of `schema`
        Known,   ///< a dictionary with these members
        Row,     ///< a dictionary with the members of `schema`
        List,    ///< of `items`
        Text,
        Number,
        Other,
        Object, ///< something with attributes that are called as in the design
    };
    Kind kind = Kind::Unknown;
    Json schema;
    QList<std::pair<QString, Shape>> members; ///< of Known, or in `items` the one of List
};

/// A value that an expression can name.
struct ScriptValue {
    QString code;
    Shape shape;
};

/// The names that expressions have at hand, and what they are in the function being written.
struct ScriptNames {
    QHash<QString, ScriptValue> values; ///< `item`, `result`, `body`, `deps.admin`, `path.id` ...
    QHash<QString, ScriptValue> stores; ///< by name; the shape is that of a row
    QSet<QString> used;                 ///< those of `values` that were needed
};

/// Expressions of the design as Python. What has no counterpart gives nothing, and a reason.
class ScriptPython
{
public:
    ScriptPython(Models &models, Module &module, ScriptNames &names);

    struct Expression {
        QString code;
        int binding = 0; ///< how strongly Python's outermost operator binds; 20: an atom
        Shape shape;
    };
    std::optional<Expression> expression(const QString &script);
    /// A template: JSON with `{{ }}` in its strings.
    std::optional<Code> templateCode(const Json &json);
    const QString &problem() const { return m_problem; }

    /// What a schema's values look like, once they have been read.
    Shape shapeOf(const Json &schema, int depth = 0) const;

private:
    using Node = ScriptNode;
    using Result = std::optional<Expression>;

    Result write(const Node &node);
    Result name(const Node &node);
    Result knownPath(const Node &node);
    Result member(const Node &node);
    Result memberOf(const Expression &object, const QString &name);
    Result index(const Node &node);
    Result call(const Node &node);
    Result method(const Expression &object, const QString &name, const QList<Node> &arguments);
    Result overList(const Expression &object, const QString &name, const Node &arrow);
    Result storeCall(const QString &store, const QString &name, const QList<Node> &arguments);
    Result function(const QString &name, const QList<Node> &arguments);
    Result binary(const Node &node);
    Result list(const Node &node);
    Result object(const Node &node);
    Result formatted(const QList<Expression> &parts, const QList<bool> &areTexts);
    Result fail(const QString &problem);
    /// The code, in brackets where it binds more weakly.
    static QString bound(const Expression &expression, int binding);
    QString spread(const Expression &expression) const;
    std::optional<QList<Expression>> writeAll(const QList<Node> &nodes, qsizetype from = 0);

    Models &m_models;
    Module &m_module;
    ScriptNames &m_names;
    QHash<QString, ScriptValue> m_local; ///< arguments of arrow functions
    QString m_problem;
};

} // namespace Design::Python
