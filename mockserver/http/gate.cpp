#include "mockserver/http/gate.h"

#include "mockserver/http/platform.h"
#include "mockserver/http/worker.h"

#include <utility>

namespace Mock
{

namespace
{

constexpr QByteArrayView canonicalRequest = "GET / HTTP/1.1\r\n\r\n";
constexpr qint64 readBuffer = 64 * 1024;      // of the real socket, where a client that sends
                                              // faster than it is answered has to wait
constexpr qsizetype sendAt = 64 * 1024;       // unsent answers that are worth a system call
constexpr qsizetype keptCapacity = 16 * 1024; // for the next answer of an idle connection
constexpr qint64 slowestBody = 1024;          // bytes a second
constexpr qint64 lingerTime = 2'000;
constexpr qint64 lingerTimeWhenStopping = 250;

QString peerText(const QTcpSocket &socket)
{
    const QString address = socket.peerAddress().toString();
    const bool isV6 = socket.peerAddress().protocol() == QAbstractSocket::IPv6Protocol;
    return (isV6 ? u'[' + address + u']' : address) + u':' + QString::number(socket.peerPort());
}

QByteArray seconds(std::chrono::milliseconds time)
{
    return QByteArray::number(static_cast<double>(time.count()) / 1000) + " seconds";
}

} // namespace

Gate::Gate(Worker &worker, quint64 id, QTcpSocket *real)
    : m_worker(worker)
    , m_id(id)
    , m_real(real)
    , m_peer(peerText(*real))
    , m_reader(worker.options().limits)
{
    m_real->setParent(this);
    m_real->setReadBufferSize(readBuffer);
    m_real->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    setPeerAddress(m_real->peerAddress());
    setPeerPort(m_real->peerPort());
    setLocalAddress(m_real->localAddress());
    setLocalPort(m_real->localPort());
    setOpenMode(QIODevice::ReadWrite);
    setSocketState(QAbstractSocket::ConnectedState);
    m_phaseSince = m_received = m_sent = worker.now();
    connect(m_real, &QTcpSocket::readyRead, this, &Gate::pump);
    connect(m_real, &QTcpSocket::bytesWritten, this, &Gate::onSent);
    connect(m_real, &QTcpSocket::disconnected, this, &Gate::onDisconnected);
}

Gate::~Gate()
{
    m_real->disconnect(this);
    leaveCall();
    // There is nothing of its own that QTcpSocket could close.
    setSocketState(QAbstractSocket::UnconnectedState);
    if (m_state != State::Gone)
        m_worker.forget(*this);
}

void Gate::open(const Fault &refused)
{
    if (refused)
        refuse(refused, {});
    if (m_real->state() != QAbstractSocket::ConnectedState)
        onDisconnected();
    else
        pump();
}

bool Gate::mayRead() const
{
    if (isPassingBody())
        return m_state == State::Open && m_body->hasRoom();
    return m_state == State::Open && !m_isWaiting && m_slow.isEmpty() &&
           m_real->bytesToWrite() + m_out.size() <= m_worker.options().unsent;
}

void Gate::pump()
{
    // Not from within itself (a flush reports what it has written), and not while another
    // connection of this thread is in the middle of its bytes, which lie in the shared buffer.
    if (m_isPumping || m_state == State::Gone)
        return;
    if (!m_worker.enter(*this)) {
        QMetaObject::invokeMethod(this, &Gate::pump, Qt::QueuedConnection);
        return;
    }
    m_isPumping = true;
    const qint64 now = m_worker.now();
    while (mayRead()) {
        QByteArray rest = std::exchange(m_rest, {});
        QByteArrayView bytes = rest;
        if (bytes.isEmpty()) {
            bytes = m_worker.receive(*m_real);
            if (bytes.isEmpty())
                break;
            m_received = now;
        }
        while (!bytes.isEmpty() && mayRead())
            read(bytes);
        if (m_state == State::Open && !bytes.isEmpty())
            m_rest = bytes.toByteArray();
        if (m_out.size() > sendAt)
            flush();
    }
    if (m_state != State::Open && m_real->isOpen())
        m_real->skip(m_real->bytesAvailable());
    notePhase(now);
    flush();
    m_isPumping = false;
    m_worker.leave();
    finishSending();
}

void Gate::read(QByteArrayView &bytes)
{
    const RequestReader::Event event = m_reader.read(bytes);
    if (isPassingBody()) {
        readPiece(event);
        return;
    }
    switch (event) {
    case RequestReader::Event::NeedMore:
        return;
    case RequestReader::Event::Continue:
        sendContinue();
        return;
    case RequestReader::Event::Complete:
        if (m_reader.fault())
            refuse(m_reader.fault(), m_reader.takeRequest());
        else
            dispatch(m_reader.takeRequest());
        return;
    case RequestReader::Event::Failed:
        if (passBody())
            return;
        refuse(m_reader.fault(), m_reader.takeRequest());
        return;
    }
}

void Gate::sendContinue()
{
    m_out.append("HTTP/1.1 100 Continue\r\n\r\n");
}

void Gate::notePhase(qint64 now)
{
    const RequestReader::Phase phase = m_reader.phase();
    if (std::exchange(m_phase, phase) != phase)
        m_phaseSince = now;
}

void Gate::startRequest(const Request &request)
{
    ++m_sequence;
    m_context.isHead = request.method == "HEAD";
    m_context.minorVersion = request.minorVersion;
    m_number = m_worker.nextNumber();
    m_time = QDateTime::currentDateTimeUtc();
    m_startNanoseconds = m_worker.nanoseconds();
}

void Gate::dispatch(Request &&request)
{
    startRequest(request);
    m_isLast = !m_reader.keepsAlive();
    m_request = std::move(request);
    m_request.peer = m_peer;
    m_isWaiting = true;
    if (const Fault fault = m_worker.checkSender(m_request)) {
        Exchange exchange;
        exchange.response = refusal(fault);
        exchange.steps = {{StepKind::Route, Outcome::Failed, QString::fromUtf8(fault.detail)}};
        answer(m_sequence, std::move(exchange));
        return;
    }
    m_hasRequest = true;
    m_worker.dispatch(*this);
}

void Gate::handleRequest()
{
    if (std::exchange(m_hasRequest, false))
        m_worker.handle(*this, Request(m_request), m_sequence);
}

bool Gate::answer(quint64 sequence, Exchange &&exchange)
{
    if (!expects(sequence) || m_state != State::Open)
        return false;
    m_isWaiting = false;
    m_hasRequest = false;
    m_isLast = m_isLast || isPassingBody(); // the rest of it is not read
    m_call = nullptr;
    delete m_body.data();
    Request request = std::exchange(m_request, {});
    if (exchange.request.method.isEmpty())
        exchange.request = std::move(request);
    if (m_isStreaming)
        endStream(std::move(exchange));
    else
        send(std::move(exchange));
    if (!m_isPumping)
        pump(); // sends, and goes on with what has come meanwhile
    return true;
}

void Gate::refuse(const Fault &fault, Request &&request)
{
    startRequest(request);
    m_isLast = true;
    Exchange exchange;
    exchange.request = std::move(request);
    exchange.request.peer = m_peer;
    exchange.response = refusal(fault);
    exchange.steps = {{StepKind::Route, Outcome::Failed, QString::fromUtf8(fault.detail)}};
    send(std::move(exchange));
}

void Gate::stamp(Exchange *exchange) const
{
    exchange->number = m_number;
    exchange->time = m_time;
    if (exchange->nanoseconds == 0)
        exchange->nanoseconds = m_worker.nanoseconds() - m_startNanoseconds;
}

void Gate::send(Exchange &&exchange)
{
    stamp(&exchange);
    if (m_isLast || m_worker.isStopping() || endsConnection(exchange.response))
        m_state = State::Ending;
    m_context.keepsAlive = m_state == State::Open;
    m_phaseSince = m_worker.now();
    if (exchange.mishap.kind == Mishap::Kind::None)
        m_worker.writer().write(m_out, exchange.response, m_context,
                                QDateTime::currentSecsSinceEpoch());
    else
        sendBadly(exchange.response, exchange.mishap);
    m_worker.record(std::move(exchange));
}

void Gate::flush()
{
    if (m_out.isEmpty())
        return;
    if (m_real->bytesToWrite() == 0)
        m_sent = m_worker.now();
    m_real->write(m_out);
    // At once, not in the next turn of the event loop: a client that has closed its side already
    // would miss it, and others would wait.
    m_real->flush();
    if (m_out.capacity() > keptCapacity)
        m_out = {};
    else
        m_out.resize(0);
}

// After the last answer: tells the client that nothing follows, and throws away what it still
// sends. Closing at once would reset the connection and could take the answer with it.
void Gate::finishSending()
{
    if (m_state != State::Ending || m_real->bytesToWrite() > 0)
        return;
    if (m_isReset) {
        resetOnClose(m_real->socketDescriptor());
        m_real->abort();
        return;
    }
    m_state = State::Lingering;
    m_phaseSince = m_worker.now();
    m_rest = {};
    if (!shutdownSending(m_real->socketDescriptor()))
        m_real->disconnectFromHost();
}

void Gate::onSent()
{
    m_sent = m_worker.now();
    if (m_isPumping)
        return;
    finishSending();
    if (m_state == State::Open)
        pump();
    if (m_isStreaming && m_call && hasRoom())
        m_call->pull();
}

void Gate::onDisconnected()
{
    if (std::exchange(m_state, State::Gone) == State::Gone)
        return;
    leaveCall();
    m_worker.forget(*this);
    setSocketState(QAbstractSocket::UnconnectedState);
    Q_EMIT disconnected(); // QtHttpServer deletes this later
}

void Gate::checkTimes(qint64 now)
{
    const Timeouts &timeouts = m_worker.options().timeouts;
    const qint64 since = now - m_phaseSince;
    if (m_state == State::Lingering) {
        if (since > (m_worker.isStopping() ? lingerTimeWhenStopping : lingerTime))
            m_real->abort();
        return;
    }
    if (m_real->bytesToWrite() > 0 && now - m_sent > timeouts.send.count()) {
        m_real->abort();
        return;
    }
    if (m_state == State::Open && isPassingBody() && mayRead() &&
        now - m_received > timeouts.body.count()) {
        m_real->abort();
        return;
    }
    if (m_state != State::Open || m_isWaiting || !mayRead())
        return;
    std::chrono::milliseconds allowed{};
    if (m_phase == RequestReader::Phase::Head && since > timeouts.head.count()) {
        allowed = timeouts.head;
    } else if (m_phase == RequestReader::Phase::Body &&
               (now - m_received > timeouts.body.count() ||
                (since > timeouts.body.count() &&
                 m_reader.bodyBytes() * 1000 < since * slowestBody))) {
        allowed = timeouts.body;
    } else if (m_phase == RequestReader::Phase::Idle && since > timeouts.idle.count()) {
        m_state = State::Ending;
    }
    if (allowed.count() > 0)
        refuse({408, "The request was not complete after " + seconds(allowed) + '.'},
               m_reader.takeRequest());
    if (m_state == State::Ending)
        pump();
}

void Gate::drain()
{
    if (m_state == State::Lingering)
        m_phaseSince = m_worker.now();
    if (m_state != State::Open || m_isWaiting || !m_slow.isEmpty())
        return;
    // What has arrived, but was not looked at yet, is still answered.
    m_real->waitForReadyRead(0);
    if (m_state != State::Open || m_isWaiting || m_phase != RequestReader::Phase::Idle)
        return;
    m_state = State::Ending;
    // All answers are with the kernel and there is nothing to read: this cuts nothing.
    if (m_real->bytesToWrite() == 0)
        m_real->disconnectFromHost();
}

void Gate::cut()
{
    m_real->abort();
}

void Gate::offerRequest()
{
    m_offered = canonicalRequest.size();
    Q_EMIT readyRead();
}

qint64 Gate::bytesAvailable() const
{
    return QIODevice::bytesAvailable() + m_offered;
}

qint64 Gate::readData(char *data, qint64 size)
{
    const auto count = static_cast<qsizetype>(qMin<qint64>(size, m_offered));
    const QByteArrayView rest = canonicalRequest.last(m_offered);
    std::copy_n(rest.begin(), count, data);
    m_offered -= count;
    return count;
}

qint64 Gate::writeData(const char *, qint64 size)
{
    return size;
}

} // namespace Mock
