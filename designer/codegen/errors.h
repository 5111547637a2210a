#pragma once

#include "designer/codegen/script_python.h"

namespace Design::Python
{

/// app/errors.py: the named errors of the design, and how a function raises one.
class Errors
{
public:
    Errors(Source &source, Models &models);

    /// Statements that raise what a rule answers with.
    QString raising(const ErrorRule &rule, ScriptPython &script, Module &into, int indent);
    /// The same for a named error; for an empty or unknown name nothing.
    QString raisingNamed(const QString &name, ScriptPython &script, Module &into, int indent,
                         const QString &pointer);
    static QString raisingPlain(int status, const QString &detail, Module &into, int indent);

    /// Statements where the design has an expression that Python is not given, and a finding.
    QString missing(const QString &what, const QString &script, const QString &pointer, int indent);

    Module write();
    bool hasBodies() const;

private:
    /// How a module calls something of app.errors.
    static QString name(const QString &name, Module &into);
    std::optional<Code> answerCode(const ErrorAnswer &answer, ScriptPython &script, Module &into);
    static QList<std::pair<QString, QString>> arguments(const ErrorAnswer &answer);

    Source &m_source;
    Models &m_models;
};

} // namespace Design::Python
