#include "raw_client.h"

#include <QDeadlineTimer>

#include <sys/socket.h>

RawClient::RawClient(quint16 port, const QHostAddress &host)
{
    m_socket.connectToHost(host, port);
    m_socket.waitForConnected(patience);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

bool RawClient::send(const QByteArray &bytes)
{
    if (m_socket.write(bytes) != bytes.size())
        return false;
    while (m_socket.bytesToWrite() > 0) {
        if (!m_socket.waitForBytesWritten(patience))
            return false;
    }
    return true;
}

bool RawClient::fill(int milliseconds)
{
    if (m_socket.bytesAvailable() == 0)
        m_socket.waitForReadyRead(milliseconds);
    const QByteArray bytes = m_socket.readAll();
    m_buffer += bytes;
    return !bytes.isEmpty();
}

std::optional<RawResponse> RawClient::receive(bool toHead)
{
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!fill())
            return {};
    }
    RawResponse response;
    const QByteArrayList lines = m_buffer.first(end).split('\n');
    if (!lines.first().startsWith("HTTP/1.1 "))
        return {};
    response.status = lines.first().mid(9, 3).toInt();
    response.reason = lines.first().mid(13).trimmed();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        response.headers.append({line.first(colon), line.mid(colon + 1).trimmed()});
    }
    m_buffer.remove(0, end + 4);
    const qsizetype length = toHead ? 0 : response.header("content-length").toLongLong();
    while (m_buffer.size() < length) {
        if (!fill())
            return {};
    }
    response.body = m_buffer.first(length);
    m_buffer.remove(0, length);
    return response;
}

RawResponse RawClient::request(const QByteArray &bytes)
{
    if (!send(bytes))
        return {};
    return receive(bytes.startsWith("HEAD ")).value_or(RawResponse());
}

QByteArray RawClient::receiveAll()
{
    const QDeadlineTimer deadline(patience);
    while (m_socket.state() == QAbstractSocket::ConnectedState) {
        if (deadline.hasExpired())
            return {};
        fill(100);
    }
    fill(0);
    return m_buffer.isNull() ? QByteArray("") : m_buffer;
}

bool RawClient::isClosedByServer(int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    while (m_socket.state() == QAbstractSocket::ConnectedState && !deadline.hasExpired())
        fill(static_cast<int>(qBound(qint64(1), deadline.remainingTime(), qint64(100))));
    return m_socket.state() != QAbstractSocket::ConnectedState;
}

bool RawClient::staysSilent(int milliseconds)
{
    return !m_socket.waitForReadyRead(milliseconds) && isConnected() && m_buffer.isEmpty();
}

void RawClient::finishSending()
{
    ::shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_WR);
}

void RawClient::reset()
{
    const linger hard{1, 0};
    ::setsockopt(static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard,
                 sizeof hard);
    m_socket.abort();
}

QByteArray getRequest(const QByteArray &target, const QByteArray &fields)
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n";
}

QByteArray postRequest(const QByteArray &target, const QByteArray &body, const QByteArray &fields)
{
    return "POST " + target +
           " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n" + fields + "\r\n" + body;
}
