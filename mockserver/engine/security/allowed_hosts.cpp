#include "mockserver/engine/security/allowed_hosts.h"

#include "designer/model/behaviour/behaviour.h"

namespace Mock
{

namespace
{

bool contains(const QStringList &hosts, const QUrl &url)
{
    const QString host = url.host();
    const int port = url.port(url.scheme() == u"https" ? 443 : 80);
    return hosts.contains(host, Qt::CaseInsensitive) ||
           hosts.contains(host + u':' + QString::number(port), Qt::CaseInsensitive);
}

void addProxy(const Design::ProxyDesign &proxy, QStringList *hosts)
{
    if (proxy.isOn())
        hosts->append(hostOf(QUrl(proxy.url)));
}

} // namespace

QString hostOf(const QUrl &url)
{
    return url.port() < 0 ? url.host() : url.host() + u':' + QString::number(url.port());
}

QStringList upstreamHosts(const Design::Api &api)
{
    const Design::Behaviour behaviour = readBehaviour(api);
    QStringList hosts = behaviour.hosts;
    addProxy(behaviour.proxy, &hosts);
    for (const auto &path : api.paths) {
        for (const Design::Operation &operation : path.value.operations) {
            if (const auto proxy = readRouteBehaviour(operation).proxy)
                addProxy(*proxy, &hosts);
        }
    }
    hosts.removeDuplicates();
    return hosts;
}

AllowedHosts::AllowedHosts(const QStringList &named, const std::optional<QStringList> &allowed)
    : m_named(named)
    , m_allowed(allowed)
{
    if (m_allowed && m_allowed->contains(QLatin1String("*")))
        m_allowed.reset();
}

AllowedHosts::Verdict AllowedHosts::judge(const QUrl &url) const
{
    const bool isWeb = url.scheme() == u"http" || url.scheme() == u"https";
    if (!isWeb || url.host().isEmpty() || !contains(m_named, url))
        return Verdict::Unnamed;
    return isAllowed(url) ? Verdict::Allowed : Verdict::NotAllowed;
}

bool AllowedHosts::isAllowed(const QUrl &url) const
{
    return !m_allowed || contains(*m_allowed, url);
}

} // namespace Mock
