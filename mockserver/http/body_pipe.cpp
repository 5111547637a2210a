#include "mockserver/http/body_pipe.h"

#include <algorithm>
#include <utility>

namespace Mock
{

namespace
{

constexpr qsizetype mostWaiting = 256 * 1024; // bytes, beyond which the client has to wait

} // namespace

BodyPipe::BodyPipe(qint64 length, std::function<void()> onRoom)
    : m_length(length)
    , m_onRoom(std::move(onRoom))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool BodyPipe::hasRoom() const
{
    return m_bytes.size() < mostWaiting;
}

void BodyPipe::add(const QByteArray &piece)
{
    if (piece.isEmpty())
        return;
    m_bytes += piece;
    m_added += piece.size();
    Q_EMIT readyRead();
}

qint64 BodyPipe::bytesAvailable() const
{
    return m_bytes.size() + QIODevice::bytesAvailable();
}

qint64 BodyPipe::readData(char *data, qint64 size)
{
    if (atEnd())
        return -1;
    const bool hadRoom = hasRoom();
    const auto count = static_cast<qsizetype>(std::min<qint64>(size, m_bytes.size()));
    std::copy_n(m_bytes.constData(), count, data);
    m_bytes.remove(0, count);
    m_taken += count;
    if (!hadRoom && hasRoom())
        QMetaObject::invokeMethod(
            this, [this] { m_onRoom(); }, Qt::QueuedConnection);
    return count;
}

qint64 BodyPipe::writeData(const char *, qint64)
{
    return -1;
}

} // namespace Mock
