#pragma once

#include "designer/model/expressions/script_tokens.h"
#include "designer/model/expressions/value_shapes.h"
#include "designer/text/json.h"

#include <QMap>

namespace Design
{

/// What is known of a value in an expression. All empty: nothing.
struct ScriptValue {
    Shapes shapes;                      ///< the schemas of the value
    Shapes items;                       ///< of the items of a list
    Shapes rows;                        ///< of the rows, where the value is a store
    QMap<QString, ScriptValue> members; ///< of an object that no schema describes: `store`, `deps`
    bool isComplete = false;            ///< it has no members but these
    bool isOpen = false;                ///< it may have more fields than its schemas say
    QString from;                       ///< a member that gets another name: an input
    QString to;
    Qt::CaseSensitivity caseOfNames = Qt::CaseSensitive; ///< headers have none
};

/// The names at hand in an expression.
using ScriptScope = QHash<QString, ScriptValue>;

/// Goes through JavaScript expressions, following what is known of the values in them along their
/// members, calls and arrow functions: `item.price`, `body.lines[0]['price']`,
/// `store.items.all().map(row => row.price)`, `store.items.find({price: 1})`. Tells a subclass
/// which names it meets. Texts and comments are passed over.
class ScriptWalk
{
public:
    /// scope must live as long; shapes may be null where no value has a schema.
    ScriptWalk(const ScriptScope &scope, const ValueShapes *shapes);
    virtual ~ScriptWalk() = default;

protected:
    using Tokens = QList<ScriptToken>;

    /// A member of a value that something is known of. mark: the token before its name: `.`, `?.`
    /// or `[`; at: the name itself, or the text in the brackets.
    struct Member {
        qsizetype from = 0; ///< where the names begin that lead to it
        qsizetype mark = 0;
        qsizetype at = 0;
        QString name;
    };

    /// Walks through the text; the tokens as they are afterwards.
    QString walkThrough(const QString &text);
    const ValueShapes *shapes() const { return m_shapes; }
    /// Characters of the whole text before this token.
    qsizetype columnOf(const Tokens &tokens, qsizetype at) const;

    virtual void meetName(Tokens &tokens, qsizetype at, const ScriptScope &scope);
    virtual void meetMember(Tokens &tokens, const Member &member, const ScriptValue &of);
    /// The name of a method of a store; `.` is the token before.
    virtual void meetMethod(Tokens &tokens, const Member &member, const ScriptValue &of);
    /// A key of an object that describes rows.
    virtual void meetKey(Tokens &tokens, qsizetype at, const Shapes &rows);

    static qsizetype skipSpace(const Tokens &tokens, qsizetype at, qsizetype end);
    static bool isMark(const Tokens &tokens, qsizetype at, qsizetype end, const char *mark);

private:
    /// Goes through the tokens up to `end`, or to the mark that closes what is open.
    void walk(Tokens &tokens, qsizetype from, qsizetype end, const ScriptScope &scope);
    /// A name and what follows it; gives the first token behind.
    qsizetype chain(Tokens &tokens, qsizetype at, qsizetype end, const ScriptScope &scope);
    qsizetype call(Tokens &tokens, qsizetype open, qsizetype end, const QString &method,
                   const ScriptScope &scope, ScriptValue &value);
    void walkKeys(Tokens &tokens, qsizetype from, qsizetype end, const Shapes &rows);
    ScriptValue member(const ScriptValue &value, const QString &name) const;
    ScriptValue item(const ScriptValue &value) const;
    QString inTemplateLiteral(const QString &text, const ScriptScope &scope);

    const ScriptScope &m_scope;
    const ValueShapes *m_shapes;
    qsizetype m_offset = 0; ///< of the tokens that are gone through, in the whole text
};

} // namespace Design
