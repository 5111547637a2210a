#pragma once

#include <QList>
#include <QString>

namespace Design
{

/// A piece of a JavaScript text (ECMA-262 section 12), as far as renaming needs to tell them apart.
struct ScriptToken {
    enum class Kind { Space, Name, Number, Text, Template, Regex, Mark };

    Kind kind = Kind::Mark;
    QString text; ///< as it is written, quotes included

    bool is(QLatin1String mark) const { return kind == Kind::Mark && text == mark; }
    /// What the text literal says; only simple escapes.
    QString literal() const;
};

/// All pieces of the text in their order: joined they are the text again. Comments are spaces; what
/// is no JavaScript gives marks of one character.
QList<ScriptToken> scriptTokens(const QString &text);

} // namespace Design
