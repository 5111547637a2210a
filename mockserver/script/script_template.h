#pragma once

#include "mockserver/script/script.h"

#include <memory>

namespace Mock
{

/// A JSON value with expressions in its strings, made ready to be filled in.
class ScriptTemplate
{
public:
    ScriptTemplate() = default; ///< undefined
    static ScriptTemplate compile(const Design::Json &json, const QString &pointer,
                                  Design::Diagnostics *diagnostics = nullptr);

    static ScriptTemplate constant(const Design::Json &json) { return compile(json, {}); }

    bool isUndefined() const { return m_json.isUndefined(); }
    ScriptNames names() const;
    /// The value; undefined, with the reason in `error`, when an expression failed. A string that
    /// is one expression becomes its value (null for JavaScript's undefined).
    Design::Json fill(const ScriptScope &scope, QString *error) const;

private:
    struct Piece {
        QString text;
        Script script; ///< none: the text as it is
    };
    struct Node {
        QList<Piece> pieces; ///< of a string; a single script stands for its value
        std::vector<Node> children;
        bool isConstant = true; ///< no expressions in it
    };

    static Node compileNode(const Design::Json &json, const QString &pointer,
                            Design::Diagnostics *diagnostics, ScriptNames *names);
    static Design::Json fillNode(const Node &node, const Design::Json &json,
                                 const ScriptScope &scope, QString *error);

    Design::Json m_json;
    std::shared_ptr<const Node> m_root;
    ScriptNames m_names;
};

/// A value as text inside a longer one: strings as they are, the rest as JSON.
QString textOf(const Design::Json &value);

} // namespace Mock
