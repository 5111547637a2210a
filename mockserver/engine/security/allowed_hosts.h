#pragma once

#include "designer/model/api.h"

#include <QStringList>
#include <QUrl>

#include <optional>

namespace Mock
{

/// The hosts that a design wants to ask: its `hosts` and those of its proxies, each once.
/// They are to be shown to whoever opens the design; see CompileOptions::allowedHosts.
QStringList upstreamHosts(const Design::Api &api);

/// "api.example.com", with the port where it is not that of the scheme.
QString hostOf(const QUrl &url);

/// Which other servers may be asked: those that the design names and that the user allows.
/// Names stand for every port of a host ("localhost"), or for one ("localhost:9000").
class AllowedHosts
{
public:
    enum class Verdict {
        Allowed,
        Unnamed,    ///< the design does not say that it asks this host
        NotAllowed, ///< it does, but the user has not agreed
    };

    AllowedHosts() = default;
    /// `allowed` by the user; nothing: whatever the design names, "*" in it: the same.
    AllowedHosts(const QStringList &named, const std::optional<QStringList> &allowed);

    Verdict judge(const QUrl &url) const;
    /// Whether the user agrees, whatever the design names.
    bool isAllowed(const QUrl &url) const;

private:
    QStringList m_named;
    std::optional<QStringList> m_allowed;
};

} // namespace Mock
