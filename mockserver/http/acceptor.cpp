#include "mockserver/http/acceptor.h"

#include "mockserver/http/platform.h"
#include "mockserver/http/service.h"

#include <QCoreApplication>

namespace Mock
{

namespace
{

using namespace std::chrono_literals;

constexpr int backlog = 512;
constexpr int politeRefusals = 64; // connections beyond the cap that are told why
constexpr int mostLastRounds = 16;
constexpr auto restTime = 200ms;

} // namespace

Acceptor::Acceptor(Service &service)
    : m_service(service)
    , m_rest(this)
{
    setListenBacklogSize(backlog);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restTime);
    connect(&m_rest, &QTimer::timeout, this, &QTcpServer::resumeAccepting);
    connect(this, &QTcpServer::acceptError, this, &Acceptor::rest);
}

QString Acceptor::open()
{
    const ServerOptions &options = m_service.options;
    if (!listen(options.host, options.port))
        return explain();
    m_service.guard = HostGuard(options.host, serverPort(), options.allowedHosts);
    return {};
}

void Acceptor::finish()
{
    m_rest.stop();
    // Bounded: when no descriptors are left, what waits can never be accepted.
    for (int round = 0; round < mostLastRounds && isListening() && waitForNewConnection(0);
         ++round) {
    }
    close();
}

void Acceptor::incomingConnection(qintptr descriptor)
{
    const int open = m_service.connections.fetch_add(1);
    const int cap = m_service.options.connections;
    Arrival arrival;
    arrival.descriptor = descriptor;
    arrival.isOneTooMany = open >= cap;
    Mailbox &mailbox = *m_service.mailboxes[m_next];
    m_next = (m_next + 1) % m_service.mailboxes.size();
    if (open >= cap + politeRefusals || !mailbox.post(arrival)) {
        m_service.connections.fetch_sub(1);
        closeDescriptor(descriptor);
    }
}

// Without descriptors left, accepting again at once would fail at once, for ever.
void Acceptor::rest()
{
    pauseAccepting();
    m_rest.start();
}

namespace
{

struct AcceptorText {
    Q_DECLARE_TR_FUNCTIONS(Mock::AcceptorText)
};

} // namespace

QString Acceptor::explain() const
{
    const ServerOptions &options = m_service.options;
    const QString address = hostText(options.host);
    switch (serverError()) {
    case QAbstractSocket::AddressInUseError: {
        const int other = options.port < 65535 ? options.port + 1 : options.port - 1;
        return AcceptorText::tr(
                   "Port %1 on %2 is in use already. Stop the server there or choose another port, "
                   "such as %3.")
            .arg(options.port)
            .arg(address)
            .arg(other);
    }
    case QAbstractSocket::SocketAccessError:
        return AcceptorText::tr(
                   "Port %1 may not be used by this program. Ports below 1024 are for the "
                   "administrator; choose another, such as 8000.")
            .arg(options.port);
    case QAbstractSocket::SocketAddressNotAvailableError:
    case QAbstractSocket::UnsupportedSocketOperationError:
        return AcceptorText::tr(
                   "%1 is not an address of this computer. Use 127.0.0.1 for this computer only, "
                   "or 0.0.0.0 for all its addresses.")
            .arg(address);
    default:
        return AcceptorText::tr("Cannot listen on port %1 of %2: %3.")
            .arg(options.port)
            .arg(address)
            .arg(errorString());
    }
}

} // namespace Mock
