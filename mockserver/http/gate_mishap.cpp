#include "mockserver/http/gate.h"
#include "mockserver/http/worker.h"

#include <QTimer>

#include <algorithm>

namespace Mock
{

namespace
{

constexpr int dripInterval = 50; // milliseconds

} // namespace

void Gate::sendBadly(const Response &response, const Mishap &mishap)
{
    QByteArray bytes;
    m_worker.writer().write(bytes, response, m_context, QDateTime::currentSecsSinceEpoch());
    const qsizetype head = bytes.indexOf("\r\n\r\n") + 4;
    const qsizetype body = bytes.size() - head;
    switch (mishap.kind) {
    case Mishap::Kind::None:
        m_out += bytes;
        return;
    case Mishap::Kind::Drop:
        m_state = State::Ending;
        return;
    case Mishap::Kind::Reset:
        m_isReset = true;
        m_state = State::Ending;
        return;
    case Mishap::Kind::Truncate: // so that it cannot be taken for a whole one
        m_out += bytes.first(body > 0 ? head + body / 2 : head / 2);
        m_state = State::Ending;
        return;
    case Mishap::Kind::Slow:
        m_out += bytes.first(head);
        m_slow = bytes.sliced(head);
        m_pace = mishap.pace;
        m_isLast = m_isLast || m_state == State::Ending;
        m_state = m_slow.isEmpty() ? m_state : State::Open;
        if (!m_slow.isEmpty())
            QTimer::singleShot(dripInterval, Qt::PreciseTimer, this, &Gate::drip);
        return;
    }
}

/// Sends a little more of a slow body, and reads the next request after the last of it.
void Gate::drip()
{
    if (m_state != State::Open || m_slow.isEmpty())
        return;
    const qsizetype some = std::max<qsizetype>(1, qint64{m_pace} * dripInterval / 1000);
    m_out += m_slow.first(std::min(some, m_slow.size()));
    m_slow.remove(0, some);
    if (!m_slow.isEmpty()) {
        pump(); // sends it
        // At less than twenty bytes a second a byte is still the least that can be sent.
        const int wait = std::max(dripInterval, 1000 / m_pace);
        QTimer::singleShot(wait, Qt::PreciseTimer, this, &Gate::drip);
        return;
    }
    m_phaseSince = m_worker.now();
    if (m_isLast || m_worker.isStopping())
        m_state = State::Ending;
    pump();
}

} // namespace Mock
