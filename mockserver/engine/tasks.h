#pragma once

#include "mockserver/engine/exchange.h"
#include "mockserver/engine/outgoing.h"
#include "mockserver/script/script.h"

#include <memory>

namespace Mock
{

class State;

/// Something to do after an answer has left; all that the request decided is filled in.
struct PreparedTask {
    enum class Kind { Log, Script, Webhook };

    Kind kind = Kind::Log;
    int delay = 0; ///< milliseconds
    QString text;  ///< Log
    Script script; ///< Script
    ScriptScope scope;
    OutgoingRequest webhook;
    int retries = 0;
    QString pointer;
};

/// The tasks of one exchange, in their order.
struct PendingTasks {
    QList<PreparedTask> tasks;
    std::shared_ptr<State> state;
    quint64 seed = 0;
    std::optional<qint64> clock;
};

/// Runs a task that needs no network. The step says what came of it; after one that failed the
/// others do not run, as in Starlette.
Step runTask(const PendingTasks &pending, const PreparedTask &task);
/// The step of a webhook.
Step webhookStep(const PreparedTask &task, const OutgoingAnswer &answer, int attempts);
/// The step of one that is not run, since one before it has failed.
Step skippedStep(const PreparedTask &task);

} // namespace Mock
