#pragma once

#include "mockserver/http/front.h"
#include "mockserver/http/outgoing_client.h"
#include "mockserver/http/service.h"
#include "mockserver/wire/response_writer.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>

class QTcpSocket;

namespace Mock
{

class Acceptor;
class Gate;

/// The connections of one I/O thread, in which it lives and dies.
class Worker : public QObject
{
public:
    /// `finished` is called once, in the thread, after the last connection has gone.
    Worker(Service &service, int index, std::function<void()> finished);
    ~Worker() override;

    /// Makes this the worker that accepts. On failure returns why, as sentences for people.
    QString listen(quint16 &port);

    // For gates and replies, in this thread:
    const ServerOptions &options() const { return m_service.options; }
    bool isStopping() const { return m_isStopping; }
    qint64 now() const { return m_clock.elapsed(); } ///< milliseconds
    qint64 nanoseconds() const { return m_clock.nsecsElapsed(); }
    quint64 nextNumber() { return m_service.lastNumber->fetch_add(1) + 1; }
    /// Why a request may not be served, before anything looks at it.
    Fault checkSender(const Request &request) const;
    ResponseWriter &writer() { return m_writer; }
    /// What has come, up to some length; valid until the next call.
    QByteArrayView receive(QTcpSocket &socket);
    /// Only one gate at a time uses what receive() returns: false when another is at it.
    bool enter(const Gate &gate);
    void leave() { m_active = nullptr; }
    void dispatch(Gate &gate) { m_front.dispatch(gate); }
    void handle(Gate &gate, Request &&request, quint64 sequence);
    /// Whether the body of such a request may be of any size, since a real server gets it.
    bool passesOn(const Request &head);
    bool isHandling(quint64 connection, quint64 sequence) const;
    void deliver(Answer &&answer);
    /// The head of the answer to a request is there, the rest of it comes.
    void noteHead(quint64 number, const Response &head);
    /// Shows the exchange to those who watch, and begins its tasks.
    void record(Exchange &&exchange);
    void forget(const Gate &gate);

protected:
    void customEvent(QEvent *event) override; ///< the mailbox's: there is mail

private:
    void readMail();
    void admit(const Arrival &arrival);
    void answerFromApi(Gate &gate, Request &&request, Reply &&reply);
    void askOther(Gate &gate, Request &&request, Exchange &&pending, Reply &&reply);
    void finish(Exchange &&exchange, Reply &&reply); ///< after the delay that the design wants
    /// Shows that it is under way; record() ends it.
    void begin(const Exchange &exchange, const Request &request);
    void lose(Exchange &&exchange, const QString &why); ///< shows that nobody has got its answer
    OutgoingClient &outgoingClient();
    void checkTimes();
    void stop();
    void finishIfDone();

    Service &m_service;
    const int m_index;
    std::function<void()> m_finished;
    const std::shared_ptr<Mailbox> m_mailbox;
    std::unique_ptr<Acceptor> m_acceptor;
    QElapsedTimer m_clock;
    QTimer m_sweep;
    QTimer m_deadline;
    bool m_isStopping = false;
    ResponseWriter m_writer;
    QByteArray m_received;
    CompiledApiPointer m_api;
    quint64 m_generation = 0;
    quint64 m_lastConnection = 0;
    const Gate *m_active = nullptr;   ///< that reads
    const Gate *m_handling = nullptr; ///< whose handler runs
    QHash<quint64, Gate *> m_gates;
    QHash<quint64, Exchange> m_underWay;        ///< by number: what begin() has shown
    std::unique_ptr<OutgoingClient> m_outgoing; ///< made when it is first needed
    Front m_front;                              ///< last: takes the gates with it
};

} // namespace Mock
