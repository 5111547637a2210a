#pragma once

#include "mockserver/engine/engine.h"
#include "mockserver/http/reply.h"
#include "mockserver/http/server_options.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace Mock
{

class ServerPrivate;

/// Serves a compiled design over HTTP/1.1. Lives in any thread with an event loop; requests are
/// read and answered in I/O threads of its own. The functions are for the thread it lives in.
class Server : public QObject
{
    Q_OBJECT

public:
    explicit Server(QObject *parent = nullptr);
    ~Server() override; ///< stops

    /// The design that answers from the next request on. Any time; nothing restarts. Null: 503.
    void setApi(CompiledApiPointer api);
    /// Who answers instead of handle() on the API set. Only while stopped; empty: the API again.
    void setHandler(Handler handler);

    /// False, with errorString() set, when the address cannot be listened on or it runs already.
    bool start(const ServerOptions &options = {});
    /// Finishes what is under way, for at most options.timeouts.stop, and closes. All exchanges
    /// are delivered before this returns.
    void stop();

    bool isRunning() const;
    QString errorString() const; ///< why start() failed, as sentences for people
    quint16 port() const;        ///< the one really used; 0 while stopped
    QUrl url() const;            ///< "http://127.0.0.1:8000"; empty while stopped
    int connectionCount() const; ///< open now

Q_SIGNALS:
    /// What has been waiting for another server or a delay since the last time, and what has got
    /// the head of its answer meanwhile (see Exchange::isUnderWay). Each comes once more with
    /// exchangesFinished(), whatever becomes of it. For those who listen to that as well.
    void exchangesBegun(const QList<Mock::Exchange> &batch);
    /// What was answered or refused since the last time, in order of number. At once when little
    /// happens, else every 100 ms. Bodies are cut to their first 256 KiB; the oldest exchanges are
    /// left out when the receiver does not keep up (the numbers then have gaps).
    void exchangesFinished(const QList<Mock::Exchange> &batch);
    /// Exchanges that were finished before, with the steps of tasks that have ended since (see
    /// Exchange::tasksLeft). After exchangesFinished(), for those who listen to that as well.
    void exchangesUpdated(const QList<Mock::Exchange> &batch);
    void started();
    void stopped();

protected:
    void connectNotify(const QMetaMethod &signal) override;
    void disconnectNotify(const QMetaMethod &signal) override;
    void customEvent(QEvent *event) override; ///< an I/O thread's: there are exchanges

private:
    void deliver();
    void noteListeners();

    std::unique_ptr<ServerPrivate> d;
};

} // namespace Mock
