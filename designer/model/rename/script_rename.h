#pragma once

#include "designer/model/expressions/extension_walk.h"
#include "designer/model/expressions/script_walk.h"

namespace Design
{

/// Gives members their new names in JavaScript expressions, by what is known of the values that
/// they are members of. Texts and comments stay as they are.
class ScriptRename : public ScriptWalk
{
public:
    using ScriptWalk::ScriptWalk;

    int count() const { return m_count; }
    QString expression(const QString &text);
    /// Every string of the template; see templatePieces().
    Json inTemplate(const Json &value);
    /// What stands in x-menura at such a place: an expression or a template; all else stays.
    Json inPlace(const Json &value, const ExtensionWalk::Place &place);

protected:
    void meetMember(Tokens &tokens, const Member &member, const ScriptValue &of) override;
    void meetKey(Tokens &tokens, qsizetype at, const Shapes &rows) override;

private:
    bool renameMember(ScriptToken &token, const QString &name, const ScriptValue &of);

    int m_count = 0;
};

} // namespace Design
