#pragma once

#include "mockserver/http/server.h"

namespace Mock
{

/// The server as the window sees it: one switch, one wanted port, and what went wrong in words.
class ServerControl : public QObject
{
    Q_OBJECT

public:
    explicit ServerControl(QObject *parent = nullptr);

    Server &server() { return m_server; }
    bool isRunning() const { return m_server.isRunning(); }
    quint16 wantedPort() const { return m_wantedPort; }
    void setWantedPort(quint16 port); ///< for the next start
    /// Where it answers; while it is stopped, where it would.
    QUrl url() const;

    void setApi(const CompiledApiPointer &api);
    bool start();
    bool startOnFreePort(); ///< the system picks one, which becomes the wanted one
    /// The next one that is free: easier to remember than what the system picks.
    bool startOnNextPort();
    void stop();
    void toggle();

Q_SIGNALS:
    void stateChanged();
    void portChanged(quint16 port);
    void startFailed(const QString &message);

private:
    bool listenOn(quint16 port);
    bool startOn(quint16 port); ///< and says why it cannot

    Server m_server;
    quint16 m_wantedPort = 8000;
};

} // namespace Mock
