#pragma once

#include "mockserver/engine/message.h"

#include <QNetworkAccessManager>
#include <QUrl>

namespace Cli
{

/// A server somewhere, asked one request at a time.
class RemoteServer
{
public:
    explicit RemoteServer(const QUrl &url);

    /// Waits for the answer, for at most ten seconds. Redirects are not followed. A status of 0
    /// says that there was none, the body why.
    Mock::Response send(const Mock::Request &request);

private:
    QUrl m_url;
    QNetworkAccessManager m_network;
};

} // namespace Cli
