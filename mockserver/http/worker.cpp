#include "mockserver/http/worker.h"

#include "mockserver/http/acceptor.h"
#include "mockserver/http/gate.h"
#include "mockserver/http/platform.h"

#include <QTcpSocket>

#include <algorithm>
#include <exception>
#include <utility>

namespace Mock
{

namespace
{

constexpr qsizetype receiveSize = 64 * 1024;

// A quarter of the shortest time, so that no limit is missed by much; at most a second.
std::chrono::milliseconds sweepInterval(const Timeouts &timeouts)
{
    const std::chrono::milliseconds shortest =
        std::min({timeouts.head, timeouts.body, timeouts.idle, timeouts.send});
    return std::clamp<std::chrono::milliseconds>(shortest / 4, std::chrono::milliseconds(10),
                                                 std::chrono::milliseconds(1000));
}

} // namespace

Worker::Worker(Service &service, int index, std::function<void()> finished)
    : m_service(service)
    , m_index(index)
    , m_finished(std::move(finished))
    , m_mailbox(service.mailboxes[static_cast<std::size_t>(index)])
    , m_received(receiveSize, Qt::Uninitialized)
{
    m_clock.start();
    connect(&m_sweep, &QTimer::timeout, this, &Worker::checkTimes);
    m_sweep.start(sweepInterval(options().timeouts));
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        const QList<Gate *> gates = m_gates.values();
        for (Gate *gate : gates)
            gate->cut();
    });
    m_mailbox->open(this);
}

Worker::~Worker()
{
    const Mail unread = m_mailbox->close();
    for (const Arrival &arrival : unread.arrivals) {
        m_service.connections.fetch_sub(1);
        closeDescriptor(arrival.descriptor);
    }
    if (m_outgoing)
        m_outgoing->abandonTasks(QStringLiteral("not run: the server has stopped"));
    for (Exchange &exchange : std::exchange(m_underWay, {}))
        lose(std::move(exchange), QStringLiteral("The server has stopped before its answer."));
}

QString Worker::listen(quint16 &port)
{
    m_acceptor = std::make_unique<Acceptor>(m_service);
    const QString error = m_acceptor->open();
    port = m_acceptor->serverPort();
    m_service.port = port;
    return error;
}

void Worker::customEvent(QEvent *)
{
    readMail();
}

void Worker::readMail()
{
    Mail mail = m_mailbox->take();
    if (mail.hasNewApi)
        m_service.api->refresh(m_api, m_generation); // so that the old one can go
    for (const Arrival &arrival : mail.arrivals)
        admit(arrival);
    for (Answer &answer : mail.answers)
        deliver(std::move(answer));
    if (mail.mustStop)
        stop();
}

void Worker::admit(const Arrival &arrival)
{
    auto real = std::make_unique<QTcpSocket>();
    if (!real->setSocketDescriptor(arrival.descriptor)) {
        m_service.connections.fetch_sub(1);
        closeDescriptor(arrival.descriptor);
        return;
    }
    auto *gate = new Gate(*this, ++m_lastConnection, real.release());
    m_gates.insert(gate->id(), gate);
    m_front.admit(gate);
    Fault refused;
    if (arrival.isOneTooMany)
        refused = {503, "All " + QByteArray::number(options().connections) +
                            " connections are in use; try again later."};
    gate->open(refused);
    if (m_isStopping)
        gate->drain();
}

QByteArrayView Worker::receive(QTcpSocket &socket)
{
    const qint64 size = socket.read(m_received.data(), m_received.size());
    return QByteArrayView(m_received).first(qMax<qint64>(size, 0));
}

bool Worker::enter(const Gate &gate)
{
    if (m_active)
        return false;
    m_active = &gate;
    return true;
}

void Worker::handle(Gate &gate, Request &&request, quint64 sequence)
{
    const Gate *outer = std::exchange(m_handling, &gate);
    Reply reply(m_mailbox, gate.id(), sequence);
    // An exception would end the program, and with it the design that is being edited. The reply
    // answers 500 by itself.
    try {
        if (m_service.handler)
            m_service.handler(std::move(request), std::move(reply));
        else
            answerFromApi(gate, std::move(request), std::move(reply));
    } catch (const std::exception &exception) {
        qWarning("A request handler failed: %s", exception.what());
    }
    m_handling = outer;
}

void Worker::answerFromApi(Gate &gate, Request &&request, Reply &&reply)
{
    m_service.api->refresh(m_api, m_generation);
    if (!m_api) {
        Exchange exchange;
        exchange.response = refusal({503, "No design is being served."});
        exchange.request = std::move(request);
        reply.finish(std::move(exchange));
        return;
    }
    const CompiledApiPointer api = m_api; // stays, whatever the handling leads to
    Exchange exchange = Mock::handle(*api, request);
    exchange.revision = api->revision();
    if (!exchange.pending) {
        exchange.request = std::move(request);
        gate.stamp(&exchange);
        finish(std::move(exchange), std::move(reply));
        return;
    }
    askOther(gate, std::move(request), std::move(exchange), std::move(reply));
}

/// Asks another server; meanwhile this thread answers others.
void Worker::askOther(Gate &gate, Request &&request, Exchange &&pending, Reply &&reply)
{
    const CompiledApiPointer api = m_api; // goes on answering this request after edits
    const OutgoingRequest outgoing = *pending.pending;
    Passing passing;
    passing.receiver = outgoing.mayStream ? &gate : nullptr;
    passing.waits = outgoing.prefersWhole;
    passing.body = gate.body();
    const auto promise = std::make_shared<Reply>(std::move(reply));
    const auto sent = std::make_shared<const Request>(std::move(request));
    gate.stamp(&pending);
    begin(pending, *sent);
    const auto done = [this, api, promise, sent,
                       pending = std::move(pending)](const OutgoingAnswer &answer) {
        Exchange answered = resume(*api, *sent, pending, answer);
        answered.revision = api->revision();
        answered.request = *sent;
        answered.number = pending.number;
        answered.time = pending.time;
        answered.nanoseconds = 0; // all the time since the request came
        if (answer.isAbandoned) {
            answered.nanoseconds = answer.nanoseconds;
            record(std::move(answered));
            return;
        }
        if (answer.isCut)
            answered.mishap.kind = Mishap::Kind::Truncate;
        finish(std::move(answered), std::move(*promise));
    };
    OutgoingCall *call = outgoingClient().send(outgoing, done, passing);
    if (call && outgoing.isPassedOn)
        gate.follow(call,
                    [api, sent](const Response &head) { return passedHead(*api, *sent, head); });
}

void Worker::finish(Exchange &&exchange, Reply &&reply)
{
    if (exchange.delay <= 0) {
        reply.finish(std::move(exchange));
        return;
    }
    const auto promise = std::make_shared<Reply>(std::move(reply));
    begin(exchange, exchange.request);
    const auto waiting = std::make_shared<Exchange>(std::move(exchange));
    QTimer::singleShot(waiting->delay, this,
                       [promise, waiting] { promise->finish(std::move(*waiting)); });
}

OutgoingClient &Worker::outgoingClient()
{
    if (!m_outgoing)
        m_outgoing = std::make_unique<OutgoingClient>(m_service.port, m_service.loops.token());
    return *m_outgoing;
}

Fault Worker::checkSender(const Request &request) const
{
    const Fault fault = m_service.guard.check(request);
    return fault ? fault : m_service.loops.check(request);
}

bool Worker::passesOn(const Request &head)
{
    if (m_service.handler)
        return false;
    m_service.api->refresh(m_api, m_generation);
    return m_api && Mock::passesOn(*m_api, head);
}

bool Worker::isHandling(quint64 connection, quint64 sequence) const
{
    return m_handling && m_handling->id() == connection && m_handling->expects(sequence);
}

void Worker::deliver(Answer &&answer)
{
    Gate *gate = m_gates.value(answer.connection);
    if (!gate || !gate->answer(answer.sequence, std::move(answer.exchange)))
        lose(std::move(answer.exchange), QStringLiteral("The client has gone before its answer."));
}

void Worker::begin(const Exchange &exchange, const Request &request)
{
    if (!m_service.feed.areBeginsWanted() || m_underWay.contains(exchange.number))
        return;
    Exchange begun;
    begun.number = exchange.number;
    begun.time = exchange.time;
    begun.revision = exchange.revision;
    begun.operation = exchange.operation;
    begun.route = exchange.route;
    begun.request = request;
    begun.response.status = 0;
    begun.isUnderWay = true;
    m_service.feed.begin(m_index, Exchange(begun));
    m_underWay.insert(begun.number, std::move(begun));
}

void Worker::noteHead(quint64 number, const Response &head)
{
    const auto begun = m_underWay.find(number);
    if (begun == m_underWay.end())
        return;
    begun->response = head;
    m_service.feed.begin(m_index, Exchange(*begun));
}

void Worker::lose(Exchange &&exchange, const QString &why)
{
    if (exchange.number == 0)
        return; // a handler's, which nobody waits to see
    exchange.isUnderWay = false;
    exchange.response = {};
    exchange.response.status = clientHasGone;
    exchange.steps.append({StepKind::Answer, Outcome::Failed, why, exchange.operation});
    if (exchange.nanoseconds == 0)
        exchange.nanoseconds = exchange.time.msecsTo(QDateTime::currentDateTimeUtc()) * 1'000'000;
    record(std::move(exchange));
}

void Worker::record(Exchange &&exchange)
{
    m_underWay.remove(exchange.number);
    const std::shared_ptr<const PendingTasks> tasks = std::exchange(exchange.tasks, nullptr);
    if (!tasks) {
        if (m_service.feed.isWanted())
            m_service.feed.add(m_index, std::move(exchange));
        return;
    }
    exchange.tasksLeft = static_cast<int>(tasks->tasks.size());
    const auto shown = std::make_shared<Exchange>(std::move(exchange));
    if (m_service.feed.isWanted())
        m_service.feed.add(m_index, Exchange(*shown));
    outgoingClient().runTasks(tasks, [this, shown](const Step &step, int left) {
        shown->steps.append(step);
        shown->tasksLeft = left;
        if (m_service.feed.isWanted())
            m_service.feed.update(m_index, Exchange(*shown));
    });
}

void Worker::forget(const Gate &gate)
{
    if (m_handling == &gate)
        m_handling = nullptr;
    if (m_gates.remove(gate.id()) == 0)
        return;
    m_service.connections.fetch_sub(1);
    if (m_isStopping)
        QMetaObject::invokeMethod(this, &Worker::finishIfDone, Qt::QueuedConnection);
}

void Worker::checkTimes()
{
    const qint64 time = now();
    const QList<Gate *> gates = m_gates.values(); // some may go meanwhile, but only from the hash
    for (Gate *gate : gates)
        gate->checkTimes(time);
}

void Worker::stop()
{
    if (std::exchange(m_isStopping, true))
        return;
    if (m_acceptor) {
        m_acceptor->finish();
        // The others only now: all that was accepted lies in their boxes.
        for (const std::shared_ptr<Mailbox> &mailbox : m_service.mailboxes) {
            if (mailbox != m_mailbox)
                mailbox->postStop();
        }
        readMail();
    }
    const QList<Gate *> gates = m_gates.values();
    for (Gate *gate : gates)
        gate->drain();
    m_sweep.start(std::chrono::milliseconds(50));
    m_deadline.start(options().timeouts.stop);
    finishIfDone();
}

void Worker::finishIfDone()
{
    if (m_isStopping && m_gates.isEmpty() && m_finished)
        std::exchange(m_finished, {})();
}

} // namespace Mock
