#pragma once

#include "designer/model/rename/script_tokens.h"
#include "designer/model/rename/value_shapes.h"

#include <memory>

namespace Design
{

/// What is known of a value in an expression. All empty: nothing.
struct ScriptValue {
    Shapes shapes;                       ///< the schemas of the value
    Shapes items;                        ///< of the items of a list
    Shapes rows;                         ///< of the rows, where the value is a store
    QHash<QString, ScriptValue> members; ///< of an object that no schema describes: `store`, `deps`
    QString from;                        ///< a member that gets another name: an input
    QString to;
    Qt::CaseSensitivity caseOfFrom = Qt::CaseSensitive; ///< headers have none
};

/// The names at hand in an expression.
using ScriptScope = QHash<QString, ScriptValue>;

/// Whether a text under this key of an extension is an expression as a whole, and not a template.
bool isExpressionKey(const QString &key);

/// Gives members their new names in JavaScript expressions, by what is known of the values that
/// they are members of: `item.price`, `body.lines[0]['price']`, `store.items.all().map(row =>
/// row.price)`, `store.items.find({price: 1})`. Texts and comments stay as they are.
class ScriptRename
{
public:
    /// shapes may be null where only inputs get other names.
    ScriptRename(const ScriptScope &scope, const ValueShapes *shapes);

    int count() const { return m_count; }
    QString expression(const QString &text);
    /// Every string of the template; see templatePieces().
    Json inTemplate(const Json &value);

private:
    using Tokens = QList<ScriptToken>;

    /// Goes through the tokens up to `end`, or to the mark that closes what is open.
    void walk(Tokens &tokens, qsizetype from, qsizetype end, const ScriptScope &scope);
    /// A name and what follows it; gives the first token behind.
    qsizetype chain(Tokens &tokens, qsizetype at, qsizetype end, const ScriptScope &scope);
    qsizetype call(Tokens &tokens, qsizetype open, qsizetype end, const QString &method,
                   const ScriptScope &scope, ScriptValue &value);
    void renameKeys(Tokens &tokens, qsizetype from, qsizetype end, const Shapes &shapes);
    bool renameMember(ScriptToken &token, const QString &name, const ScriptValue &of);
    ScriptValue member(const ScriptValue &value, const QString &name) const;
    ScriptValue item(const ScriptValue &value) const;
    QString inTemplateLiteral(const QString &text, const ScriptScope &scope);

    const ScriptScope &m_scope;
    const ValueShapes *m_shapes;
    int m_count = 0;
};

} // namespace Design
