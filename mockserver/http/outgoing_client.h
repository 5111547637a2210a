#pragma once

#include "mockserver/engine/around/tasks.h"
#include "mockserver/http/outgoing_call.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <memory>
#include <vector>

namespace Mock
{

class BodyPipe;

/// What passes through without being kept.
struct Passing {
    AnswerReceiver *receiver = nullptr; ///< see OutgoingCall
    bool waits = false;
    BodyPipe *body = nullptr; ///< instead of that of the request; stays until `done`
};

/// Asks other servers for one I/O thread, without holding it up: upstreams and proxied servers
/// before an answer, webhooks after one. Lives in that thread.
class OutgoingClient : public QObject
{
public:
    using Done = OutgoingCall::Done;
    /// What came of a task, and how many are left.
    using TaskEnded = std::function<void(const Step &, int left)>;

    /// `ownPort` is where this server itself listens; it is never asked. `token` names this
    /// process in the Via field of all that is sent (see LoopGuard).
    OutgoingClient(quint16 ownPort, const QByteArray &token);

    /// Calls `done` later, in this thread, exactly once. Redirects are not followed: they could
    /// lead to hosts that the design does not allow. Null when nothing is sent.
    OutgoingCall *send(const OutgoingRequest &request, const Done &done,
                       const Passing &passing = {});

    /// Runs the tasks one after the other and tells of each when it has ended. A webhook that fails
    /// is tried again after 0.5, 1, 2 ... seconds; after a task that fails the others do not run.
    void runTasks(const std::shared_ptr<const PendingTasks> &tasks, const TaskEnded &ended);
    /// Ends all that are left as not run.
    void abandonTasks(const QString &why);

private:
    struct Run;
    /// Those of one QNetworkAccessManager have six connections to a server between them. More of
    /// them keep a slow server from holding up requests to itself.
    struct Lane {
        QNetworkAccessManager network;
        int open = 0;
    };

    Lane &freeLane();
    QString problemOf(const QUrl &url) const;
    QNetworkReply *start(Lane &lane, const OutgoingRequest &request, const QUrl &url,
                         BodyPipe *body);
    void runNext(const std::shared_ptr<Run> &run);
    void callHook(const std::shared_ptr<Run> &run);
    void finishStep(const std::shared_ptr<Run> &run, const Step &step);
    bool isOurselves(const QUrl &url) const;

    std::vector<std::unique_ptr<Lane>> m_lanes;
    QList<std::shared_ptr<Run>> m_runs; ///< those that have tasks left
    quint16 m_ownPort;
    QByteArray m_token;
};

} // namespace Mock
