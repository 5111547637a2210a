#include "mockserver/engine/engine.h"

#include "mockserver/engine/around/tasks.h"
#include "mockserver/engine/run/request_run.h"

namespace Mock
{

Exchange handle(const CompiledApi &api, const Request &request, const OutgoingAnswer *answer)
{
    return RequestRun(api.data(), request, answer).run();
}

bool passesOn(const CompiledApi &api, const Request &head)
{
    return RequestRun(api.data(), head, nullptr).isPassedOn();
}

Response passedHead(const CompiledApi &api, const Request &request, const Response &head)
{
    Response response = passedOn(head);
    if (!api.data().proxy) // else the real server says who may read its answers
        api.data().cors.decorate(request, &response);
    return response;
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
    TaskRun run(std::exchange(exchange.tasks, nullptr));
    while (run.left() > 0) {
        OutgoingAnswer none;
        none.response.status = 202;
        const std::optional<Step> step = run.start();
        exchange.steps += run.end(step ? *step : webhookStep(run.task(), none, 1));
    }
    return exchange;
}

} // namespace Mock
