#include "mockserver/engine/engine.h"

#include "mockserver/engine/request_run.h"

namespace Mock
{

Exchange handle(const CompiledApi &api, const Request &request)
{
    return RequestRun(api.data(), request).run();
}

} // namespace Mock
