#pragma once

#include "designer/text/diagnostic.h"
#include "mockserver/script/script_scope.h"

namespace Mock
{

/// A JavaScript expression of a design, known to be well-formed. A value: threads compile it for
/// themselves, once, when they first need it.
class Script
{
public:
    Script() = default; ///< none

    /// Checks the expression. What is wrong with it is reported at `pointer`; it then fails with
    /// that message whenever it is evaluated. An empty source gives none.
    static Script compile(const QString &source, const QString &pointer,
                          Design::Diagnostics *diagnostics = nullptr);

    bool isNull() const { return m_source.isEmpty(); }
    const QString &source() const { return m_source; }
    const QString &pointer() const { return m_pointer; } ///< place in the document
    bool uses(ScriptName name) const { return m_names.testFlag(name); }
    ScriptNames names() const { return m_names; }
    const QString &error() const { return m_error; } ///< why it can never be evaluated
    /// What it gives where it only names a value (`body.id`): exactly that, with numbers as they
    /// were written, which JavaScript would round beyond 2^53. Undefined where it says more, or
    /// where there is no such value.
    Design::Json named(const ScriptScope &scope) const;

private:
    QString m_source;
    QString m_pointer;
    QString m_error;
    ScriptNames m_names;
    ScriptName m_root = ScriptName::Store; ///< of what it names
    QStringList m_steps;                   ///< from there on, where it only names something
    bool m_isName = false;
};

/// What came of an evaluation.
struct ScriptResult {
    Design::Json value;  ///< as JSON; undefined for JavaScript's undefined and after an error
    bool isTrue = false; ///< as JavaScript sees it
    QString error;       ///< for people, with the expression and its place; empty: all is well
    bool isTimeout = false;

    bool ok() const { return error.isEmpty(); }
};

/// Evaluates on the calling thread, for at most the scope's limit. The expression sees the names
/// of the scope and JavaScript's own library, nothing else.
ScriptResult evaluate(const Script &script, const ScriptScope &scope);

} // namespace Mock
