#include "mockserver/http/host_guard.h"

#include "mockserver/wire/authority.h"

namespace Mock
{

HostGuard::HostGuard(const QHostAddress &bound, quint16 port, const QStringList &also)
    : m_bound(bound)
    , m_port(port)
    , m_isLocal(bound.isLoopback())
    , m_allowsAll(also.contains(QLatin1String("*")))
{
    const QByteArray end = ':' + QByteArray::number(port);
    m_usual = {hostText(reachableAddress(bound)).toLatin1() + end, "localhost" + end};
    for (const QString &name : also)
        m_also.append(name.trimmed().toLower().toUtf8());
}

Fault HostGuard::check(const Request &request) const
{
    const HeaderField *host = findHeader(request.headers, "host");
    // Only HTTP/1.0 may come without Host; no browser speaks it.
    if (m_allowsAll || !host || m_usual.contains(host->value) || allows(host->value))
        return {};
    const QByteArray url = "http://" + hostText(reachableAddress(m_bound)).toLatin1() + ':' +
                           QByteArray::number(m_port);
    return {421, "This server does not answer for the host \"" + host->value + "\". Use " + url +
                     " or allow that host when starting the server."};
}

bool HostGuard::allows(const QByteArray &host) const
{
    const auto authority = parseAuthority(host);
    if (!authority || !authority->userInfo.isNull() || authority->host.isEmpty())
        return false;
    const QByteArray name = authority->host.toLower();
    const QByteArray end = ':' + QByteArray::number(authority->port);
    if (m_also.contains(name) || (authority->port >= 0 && m_also.contains(name + end)))
        return true;
    // Beyond loopback the port may be another one for the client: containers map them.
    if (m_isLocal && authority->port >= 0 && authority->port != m_port)
        return false;
    if (name == "localhost")
        return true;
    const bool bracketed = name.startsWith('[');
    QHostAddress address;
    // A host that merely looks like a number ("0x7f.1", "127.1") is not taken for an address.
    if (!address.setAddress(QString::fromLatin1(bracketed ? name.mid(1, name.size() - 2) : name)) ||
        hostText(address).toLatin1() != name)
        return false;
    return !m_isLocal || address == m_bound || address == QHostAddress(QHostAddress::LocalHost) ||
           address == QHostAddress(QHostAddress::LocalHostIPv6);
}

QString hostText(const QHostAddress &address)
{
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return isV6 ? u'[' + address.toString() + u']' : address.toString();
}

QHostAddress reachableAddress(const QHostAddress &bound)
{
    if (bound == QHostAddress(QHostAddress::Any) || bound == QHostAddress(QHostAddress::AnyIPv4))
        return QHostAddress(QHostAddress::LocalHost);
    if (bound == QHostAddress(QHostAddress::AnyIPv6))
        return QHostAddress(QHostAddress::LocalHostIPv6);
    return bound;
}

} // namespace Mock
