#include "mockserver/http/server.h"

#include "mockserver/http/platform.h"
#include "mockserver/http/service.h"
#include "mockserver/http/worker_thread.h"

#include <QCoreApplication>
#include <QEvent>
#include <QMetaMethod>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace Mock
{

namespace
{

using namespace std::chrono_literals;

constexpr auto batchPause = 100ms;
constexpr int mostThreads = 64;

int threadCount(const ServerOptions &options)
{
    if (options.threads > 0)
        return std::min(options.threads, mostThreads);
    return std::clamp(QThread::idealThreadCount(), 1, 4);
}

} // namespace

class ServerPrivate
{
public:
    ApiSlot api;
    Handler handler;
    std::atomic<quint64> lastNumber = 0;
    std::unique_ptr<Service> service;                   ///< null while stopped
    std::vector<std::unique_ptr<WorkerThread>> threads; ///< the first one accepts
    QString error;
    QUrl url;
    QTimer pause; ///< between two batches
};

Server::Server(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<ServerPrivate>())
{
    d->pause.setSingleShot(true);
    d->pause.setInterval(batchPause);
    connect(&d->pause, &QTimer::timeout, this, &Server::deliver);
}

Server::~Server()
{
    stop();
}

void Server::setApi(CompiledApiPointer api)
{
    d->api.set(std::move(api));
    if (!d->service)
        return;
    for (const std::shared_ptr<Mailbox> &mailbox : d->service->mailboxes)
        mailbox->postNewApi();
}

void Server::setHandler(Handler handler)
{
    Q_ASSERT(!isRunning());
    d->handler = std::move(handler);
}

bool Server::start(const ServerOptions &options)
{
    if (isRunning()) {
        d->error = tr("The server is running already.");
        return false;
    }
    d->error.clear();
    raiseDescriptorLimit(options.connections + 256);
    const int count = threadCount(options);
    d->service = std::make_unique<Service>(
        options, count, [this] { QCoreApplication::postEvent(this, new QEvent(QEvent::User)); });
    Service &service = *d->service;
    service.handler = d->handler;
    service.api = &d->api;
    service.lastNumber = &d->lastNumber;
    noteListeners();
    for (int index = 0; index < count; ++index) {
        const auto role =
            index == 0 ? WorkerThread::Role::AcceptAndServe : WorkerThread::Role::Serve;
        d->threads.push_back(std::make_unique<WorkerThread>(service, index, role));
    }
    // The one that accepts comes last, when all it may hand connections to are there.
    WorkerThread::Outcome outcome;
    for (auto thread = d->threads.rbegin(); thread != d->threads.rend(); ++thread)
        outcome = (*thread)->startAndWait();
    if (!outcome.error.isEmpty()) {
        d->error = outcome.error;
        for (const std::shared_ptr<Mailbox> &mailbox : service.mailboxes)
            mailbox->postStop();
        d->threads.clear();
        d->service.reset();
        return false;
    }
    d->url.setScheme(QStringLiteral("http"));
    d->url.setHost(reachableAddress(options.host).toString());
    d->url.setPort(outcome.port);
    Q_EMIT started();
    return true;
}

void Server::stop()
{
    if (!isRunning())
        return;
    d->service->mailboxes.front()->postStop(); // which tells the others
    d->threads.clear();                        // waits for them
    d->pause.stop();
    deliver();
    d->pause.stop();
    d->service.reset();
    d->url.clear();
    Q_EMIT stopped();
}

void Server::customEvent(QEvent *)
{
    deliver();
}

void Server::deliver()
{
    if (!d->service || d->pause.isActive())
        return;
    const ExchangeFeed::Batch batch = d->service->feed.take();
    if (batch.begun.isEmpty() && batch.finished.isEmpty() && batch.updated.isEmpty())
        return;
    d->pause.start();
    if (!batch.begun.isEmpty())
        Q_EMIT exchangesBegun(batch.begun);
    if (!batch.finished.isEmpty())
        Q_EMIT exchangesFinished(batch.finished);
    if (!batch.updated.isEmpty())
        Q_EMIT exchangesUpdated(batch.updated);
}

bool Server::isRunning() const
{
    return d->service != nullptr;
}

QString Server::errorString() const
{
    return d->error;
}

quint16 Server::port() const
{
    return static_cast<quint16>(d->url.port(0));
}

QUrl Server::url() const
{
    return d->url;
}

int Server::connectionCount() const
{
    return d->service ? d->service->connections.load() : 0;
}

void Server::connectNotify(const QMetaMethod &)
{
    noteListeners();
}

void Server::disconnectNotify(const QMetaMethod &)
{
    // Later: here Qt holds the lock that asking for the connections would take.
    QMetaObject::invokeMethod(this, &Server::noteListeners, Qt::QueuedConnection);
}

// Exchanges that nobody wants to see are not kept.
void Server::noteListeners()
{
    if (!d || !d->service)
        return;
    d->service->feed.setWanted(
        isSignalConnected(QMetaMethod::fromSignal(&Server::exchangesFinished)));
    d->service->feed.setBeginsWanted(
        isSignalConnected(QMetaMethod::fromSignal(&Server::exchangesBegun)));
}

} // namespace Mock
