#pragma once

#include "mockserver/engine/message.h"
#include "mockserver/wire/fault.h"

#include <QByteArrayList>
#include <QHostAddress>
#include <QStringList>

namespace Mock
{

/// Refuses requests whose Host is not this server. A web page can give its own name the address of
/// this machine and then read from the server as if from its own site (DNS rebinding); the name it
/// must send gives it away.
class HostGuard
{
public:
    HostGuard() = default;
    /// Allowed are localhost and the loopback addresses at this port or without one, the address
    /// bound, any address when bound beyond loopback, and `also` (see ServerOptions).
    HostGuard(const QHostAddress &bound, quint16 port, const QStringList &also);

    /// A 421 that says what to do; nothing when the request may be served.
    Fault check(const Request &request) const;

private:
    bool allows(const QByteArray &host) const;

    QHostAddress m_bound;
    int m_port = 0;
    bool m_isLocal = true;
    bool m_allowsAll = false;
    QByteArrayList m_usual; ///< whole values that most clients send
    QByteArrayList m_also;  ///< lower case
};

/// "127.0.0.1" or "[::1]", as in a URL.
QString hostText(const QHostAddress &address);
/// Where clients on this machine reach a server bound to this address.
QHostAddress reachableAddress(const QHostAddress &bound);

} // namespace Mock
