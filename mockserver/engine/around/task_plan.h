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
};

/// A value as a header field has it: as Latin-1, which header fields are read as, where that has
/// all of it, else as UTF-8. No part becomes a line of its own (RFC 9110 section 5.5).
QByteArray fieldValue(const Design::Json &value);

QList<HeaderField> filledHeaders(const QList<QPair<QByteArray, ScriptTemplate>> &headers,
                                 const ScriptScope &scope, QString *problem);

} // namespace Mock
