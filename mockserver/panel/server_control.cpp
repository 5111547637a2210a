#include "mockserver/panel/server_control.h"

namespace Mock
{

ServerControl::ServerControl(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &Server::started, this, &ServerControl::stateChanged);
    connect(&m_server, &Server::stopped, this, &ServerControl::stateChanged);
}

void ServerControl::setWantedPort(quint16 port)
{
    if (port == m_wantedPort)
        return;
    m_wantedPort = port;
    Q_EMIT portChanged(port);
}

QUrl ServerControl::url() const
{
    if (isRunning())
        return m_server.url();
    QUrl url(QStringLiteral("http://127.0.0.1"));
    url.setPort(m_wantedPort);
    return url;
}

void ServerControl::setApi(const CompiledApiPointer &api)
{
    m_server.setApi(api);
}

bool ServerControl::listenOn(quint16 port)
{
    ServerOptions options;
    options.port = port;
    if (!isRunning() && !m_server.start(options))
        return false;
    setWantedPort(m_server.port());
    return true;
}

bool ServerControl::startOn(quint16 port)
{
    if (listenOn(port))
        return true;
    Q_EMIT startFailed(m_server.errorString());
    return false;
}

bool ServerControl::start()
{
    return startOn(m_wantedPort);
}

bool ServerControl::startOnFreePort()
{
    return startOn(0);
}

bool ServerControl::startOnNextPort()
{
    constexpr int tried = 10;
    for (int port = m_wantedPort + 1; port <= qMin(65535, m_wantedPort + tried); ++port) {
        if (listenOn(static_cast<quint16>(port)))
            return true;
    }
    return startOnFreePort();
}

void ServerControl::stop()
{
    m_server.stop();
}

void ServerControl::toggle()
{
    if (isRunning())
        stop();
    else
        start();
}

} // namespace Mock
