#pragma once

#include "designer/model/behaviour/behaviour.h"
#include "mockserver/engine/message.h"
#include "mockserver/script/script_template.h"

namespace Mock
{

/// A task made ready to be filled in.
struct TaskPlan {
    Design::TaskDesign design;
    Script when;
    Script script;
    ScriptTemplate text;
    ScriptTemplate url;
    ScriptTemplate body;
    QList<QPair<QByteArray, ScriptTemplate>> headers;

    static TaskPlan compile(const Design::TaskDesign &design, Design::Diagnostics *diagnostics);
    ScriptNames names() const; ///< of all its expressions
};

/// Fields of a message; what an expression gives becomes no line of its own (RFC 9110 section 5.5).
QList<HeaderField> filledHeaders(const QList<QPair<QByteArray, ScriptTemplate>> &headers,
                                 const ScriptScope &scope, QString *problem);

} // namespace Mock
