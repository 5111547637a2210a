#pragma once

#include "designer/codegen/errors.h"

namespace Design::Python
{

/// Writes what is done behind a route, as its tasks or when a dependency is left: log lines,
/// requests to other servers, changes of stores.
class StepsWriter
{
public:
    StepsWriter(Errors &errors, Module &module, ScriptPython &script);

    /// `what` names the steps in findings: "A task".
    QString write(const QList<TaskDesign> &steps, const QString &what, int indent);

private:
    QString lines(const TaskDesign &step, const QString &what, int indent);
    QString call(const TaskDesign &step, const QString &what, int indent);

    Errors &m_errors;
    Module &m_module;
    ScriptPython &m_script;
};

/// Milliseconds as Python's seconds.
QString seconds(int milliseconds);

} // namespace Design::Python
