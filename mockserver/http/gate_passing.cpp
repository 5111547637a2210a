#include "mockserver/http/gate.h"
#include "mockserver/http/worker.h"

#include <utility>

// Bodies that pass through between the client and another server without being kept.

namespace Mock
{

namespace
{

constexpr qint64 mostUnsent = 256 * 1024; // bytes, beyond which the other server has to wait

} // namespace

bool Gate::isPassingBody() const
{
    return m_body && !m_body->isFull();
}

bool Gate::passBody()
{
    if (!m_reader.isOnlyTooLong() || !m_worker.passesOn(m_reader.partialRequest()))
        return false;
    if (m_reader.passBody())
        sendContinue();
    m_body = new BodyPipe(m_reader.bodyLength(), [gate = QPointer<Gate>(this)] {
        if (gate)
            gate->pump();
    });
    m_body->setParent(this);
    Request head = m_reader.takeRequest();
    head.isPartial = true;
    dispatch(std::move(head));
    return true;
}

void Gate::readPiece(RequestReader::Event event)
{
    m_body->add(m_reader.takePiece());
    if (event == RequestReader::Event::Complete)
        m_isLast = !m_reader.keepsAlive();
}

void Gate::follow(OutgoingCall *call, const HeadMaker &headOf)
{
    m_call = call;
    m_headOf = headOf;
}

void Gate::leaveCall()
{
    if (OutgoingCall *call = std::exchange(m_call, nullptr))
        call->abandon();
}

void Gate::beginAnswer(const Response &head, qint64 length)
{
    const Response response = m_headOf(head);
    const bool isOld = m_context.minorVersion == 0;
    m_isStreaming = true;
    m_isChunked = length < 0 && !isOld;
    m_context.keepsAlive =
        !m_isLast && !m_worker.isStopping() && !isPassingBody() && (length >= 0 || !isOld);
    m_worker.writer().writeHead(m_out, response, m_context, length,
                                QDateTime::currentSecsSinceEpoch());
    m_worker.noteHead(m_number, response);
    flushOutside();
}

void Gate::takePiece(const QByteArray &piece)
{
    if (m_isChunked)
        appendChunk(m_out, piece);
    else
        m_out.append(piece);
    flushOutside();
}

bool Gate::hasRoom() const
{
    return m_state == State::Open && m_real->bytesToWrite() + m_out.size() < mostUnsent;
}

/// Flushes while nothing is being read; pump() does so by itself.
void Gate::flushOutside()
{
    const bool isPumping = std::exchange(m_isPumping, true); // the flush comes back to onSent()
    flush();
    m_isPumping = isPumping;
}

void Gate::endStream(Exchange &&exchange)
{
    m_isStreaming = false;
    const bool isCut = std::exchange(exchange.mishap, {}).kind != Mishap::Kind::None;
    if (m_isChunked && !isCut)
        appendChunk(m_out, {});
    m_isReset = isCut; // so that nobody takes it for a whole one
    if (isCut || !m_context.keepsAlive || m_worker.isStopping())
        m_state = State::Ending;
    m_phaseSince = m_worker.now();
    stamp(&exchange);
    m_worker.record(std::move(exchange));
}

} // namespace Mock
