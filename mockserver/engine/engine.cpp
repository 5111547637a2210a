#include "mockserver/engine/engine.h"

#include "mockserver/engine/request_run.h"
#include "mockserver/engine/tasks.h"

namespace Mock
{

Exchange handle(const CompiledApi &api, const Request &request, const OutgoingAnswer *answer)
{
    return RequestRun(api.data(), request, answer).run();
}

Exchange resume(const CompiledApi &api, const Request &request, const Exchange &pending,
                const OutgoingAnswer &answer)
{
    Exchange exchange = handle(api, request, &answer);
    exchange.delay = pending.delay;
    exchange.mishap = pending.mishap;
    return exchange;
}

Exchange handleOffline(const CompiledApi &api, const Request &request)
{
    Exchange exchange = handle(api, request);
    if (exchange.pending) {
        exchange = resume(api, request, exchange, sampleAnswer(*exchange.pending));
    }
    if (!exchange.tasks)
        return exchange;
    const std::shared_ptr<const PendingTasks> pending = std::exchange(exchange.tasks, nullptr);
    bool hasFailed = false;
    for (const PreparedTask &task : pending->tasks) {
        if (hasFailed) {
            exchange.steps.append(skippedStep(task));
        } else if (task.kind == PreparedTask::Kind::Webhook) {
            OutgoingAnswer none;
            none.response.status = 202;
            exchange.steps.append(webhookStep(task, none, 1));
        } else {
            exchange.steps.append(runTask(*pending, task));
            hasFailed = exchange.steps.last().outcome == Outcome::Failed;
        }
    }
    return exchange;
}

} // namespace Mock
