#pragma once

#include "mockserver/engine/tasks.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <functional>

namespace Mock
{

/// Asks other servers for one I/O thread, without holding it up: upstreams before an answer,
/// webhooks after one. Lives in that thread.
class OutgoingClient : public QObject
{
public:
    using Done = std::function<void(const OutgoingAnswer &)>;

    /// `ownPort` is where this server itself listens; it is never asked.
    explicit OutgoingClient(quint16 ownPort);

    /// Calls `done` later, in this thread, exactly once. Redirects are not followed: they could
    /// lead to hosts that the design does not allow. Bodies end after 16 MiB.
    void send(const OutgoingRequest &request, const Done &done);

    /// Runs the tasks one after the other; then calls `done` with the exchange, which has a step
    /// for each. A webhook that fails is tried again after 0.5, 1, 2 ... seconds.
    void runTasks(Exchange &&exchange, const std::function<void(Exchange &&)> &done);

    void setOwnPort(quint16 port) { m_ownPort = port; }

private:
    struct Run;
    void runNext(const std::shared_ptr<Run> &run);
    void callHook(const std::shared_ptr<Run> &run);
    void finishStep(const std::shared_ptr<Run> &run, const Step &step);
    bool isOurselves(const QUrl &url) const;

    QNetworkAccessManager m_network;
    quint16 m_ownPort;
};

} // namespace Mock
