#pragma once

#include "mockserver/engine/around/outgoing.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>

#include <functional>

namespace Mock
{

class AnswerReceiver;

/// One request to another server, until its answer is there. Deletes itself after that.
class OutgoingCall : public QObject
{
public:
    using Done = std::function<void(const OutgoingAnswer &)>;

    /// What is kept of an answer, bytes.
    static constexpr qint64 largestBody = 16LL * 1024 * 1024;

    /// Takes over the reply. `timeout`, in milliseconds, is for the whole answer. `receiver` gets
    /// one that is larger than what is kept, of unknown length, or of server-sent events, while it
    /// comes; then the time-out is for each pause, and events have none. `waits`: one of unknown
    /// length, too, is waited for as long as it can be kept. Null: a larger one is an error.
    OutgoingCall(QNetworkReply *reply, int timeout, AnswerReceiver *receiver, bool waits,
                 QObject *parent);

    /// Calls `done` later, once.
    void onDone(const Done &done) { m_done = done; }
    /// The receiver has room again.
    void pull();
    /// The receiver has gone: ends the request, and calls `done` at once.
    void abandon();

private:
    bool mustStream(qint64 length) const;
    void readHead();
    void read();
    void stream();
    void keep(const QByteArray &piece);
    void onTimeout();
    void finish();

    QNetworkReply *const m_reply; ///< a child
    const int m_timeout;
    AnswerReceiver *m_receiver;
    const bool m_waits;
    Done m_done;
    QElapsedTimer m_clock;
    QTimer m_deadline;
    OutgoingAnswer m_answer;
    bool m_hasHead = false;
    bool m_isReading = false;
    bool m_isTooLarge = false;
    bool m_isTimeout = false;
    bool m_isDone = false;
};

} // namespace Mock
