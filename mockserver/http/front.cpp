#include "mockserver/http/front.h"

#include "mockserver/http/gate.h"
#include "mockserver/http/platform.h"

#include <QAbstractHttpServer>
#include <QHttpServerResponder>
#include <QTcpServer>

namespace Mock
{

namespace
{

/// Gives QtHttpServer connections that it did not accept itself.
class Entrance : public QTcpServer
{
public:
    using QTcpServer::addPendingConnection;
    using QTcpServer::QTcpServer;

    // QtHttpServer insists on a server that listens (6.4 warns, 6.8 refuses). This one listens
    // to a socket that nobody can reach.
    void pretendToListen()
    {
        const qintptr descriptor = unreachableSocket();
        if (descriptor >= 0 && setSocketDescriptor(descriptor)) {
            pauseAccepting();
            return;
        }
        if (descriptor >= 0)
            closeDescriptor(descriptor);
        listen(QHostAddress::LocalHost, 0);
        pauseAccepting();
    }
};

} // namespace

class FrontPrivate : public QAbstractHttpServer
{
public:
    FrontPrivate()
        : entrance(new Entrance)
    {
        entrance->pretendToListen();
        bind(entrance); // which makes it a child
    }

    Entrance *entrance;
    Gate *current = nullptr;

protected:
    bool serve()
    {
        if (current)
            current->handleRequest();
        return true;
    }

    // All that differs between the versions of QtHttpServer is here. The request it has parsed is
    // always the same one; the real one is with the gate.
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    bool handleRequest(const QHttpServerRequest &, QHttpServerResponder &) override
    {
        return serve();
    }
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &) override {}
#elif QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    bool handleRequest(const QHttpServerRequest &, QHttpServerResponder &) override
    {
        return serve();
    }
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &&) override {}
#else
    bool handleRequest(const QHttpServerRequest &, QTcpSocket *) override
    {
        return serve();
    }
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override {}
#endif
};

Front::Front()
    : d(std::make_unique<FrontPrivate>())
{
}

Front::~Front() = default;

void Front::admit(Gate *gate)
{
    gate->setParent(d->entrance);
    d->entrance->addPendingConnection(gate);
}

void Front::dispatch(Gate &gate)
{
    d->current = &gate;
    gate.offerRequest();
    d->current = nullptr;
    // A version that puts the dispatching off must not leave the client without an answer.
    if (gate.hasRequest())
        gate.handleRequest();
}

} // namespace Mock
