#include "mockserver/http/worker_thread.h"

#include "mockserver/http/platform.h"
#include "mockserver/http/worker.h"

namespace Mock
{

WorkerThread::WorkerThread(Service &service, int index, Role role)
    : m_service(service)
    , m_index(index)
    , m_role(role)
{
    setObjectName(QStringLiteral("http %1").arg(index));
}

WorkerThread::~WorkerThread()
{
    wait();
}

WorkerThread::Outcome WorkerThread::startAndWait()
{
    const PlainDispatchers plain;
    std::future<Outcome> outcome = m_outcome.get_future();
    start();
    return outcome.get();
}

void WorkerThread::run()
{
    Worker worker(m_service, m_index, [this] { quit(); });
    Outcome outcome;
    if (m_role == Role::AcceptAndServe)
        outcome.error = worker.listen(outcome.port);
    const bool isGood = outcome.error.isEmpty();
    m_outcome.set_value(std::move(outcome));
    if (isGood)
        exec();
}

} // namespace Mock
