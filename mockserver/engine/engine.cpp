#include "mockserver/engine/engine.h"

#include "mockserver/engine/request_run.h"
#include "mockserver/engine/tasks.h"

namespace Mock
{

Exchange handle(const CompiledApi &api, const Request &request, const OutgoingAnswer *answer)
{
    return RequestRun(api.data(), request, answer).run();
}

Exchange handleOffline(const CompiledApi &api, const Request &request)
{
    Exchange exchange = handle(api, request);
    if (exchange.pending) {
        const OutgoingAnswer answer = sampleAnswer(*exchange.pending);
        exchange = handle(api, request, &answer);
    }
    if (!exchange.tasks)
        return exchange;
    for (const PreparedTask &task : exchange.tasks->tasks) {
        if (task.kind == PreparedTask::Kind::Webhook) {
            OutgoingAnswer none;
            none.response.status = 202;
            exchange.steps.append(webhookStep(task, none, 1));
            continue;
        }
        exchange.steps.append(runTask(*exchange.tasks, task));
        if (exchange.steps.last().outcome == Outcome::Failed)
            break;
    }
    return exchange;
}

} // namespace Mock
