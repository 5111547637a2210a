#pragma once

#include "mockserver/engine/message.h"

#include <QTcpSocket>

#include <optional>

/// One response as it came over the wire.
struct RawResponse {
    int status = 0;
    QByteArray reason;
    QList<Mock::HeaderField> headers;
    QByteArray body;

    QByteArray header(QByteArrayView name) const { return Mock::headerValue(headers, name); }
};

/// A client that sends bytes as they are and waits for what comes; for any thread, without an
/// event loop.
class RawClient
{
public:
    static constexpr int patience = 10'000; // milliseconds

    explicit RawClient(quint16 port,
                       const QHostAddress &host = QHostAddress(QHostAddress::LocalHost));

    bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    bool send(const QByteArray &bytes);
    /// The next response; none when the server closes before it is whole, or takes too long.
    std::optional<RawResponse> receive(bool toHead = false);
    RawResponse request(const QByteArray &bytes); ///< status 0 when there is no answer
    /// Everything up to the server's end of the connection; null when it does not end.
    QByteArray receiveAll();
    bool isClosedByServer(int milliseconds = patience);
    /// Nothing comes within this time, and the connection stays.
    bool staysSilent(int milliseconds);
    void finishSending();
    void reset(); ///< closes hard, with a TCP reset
    QByteArray leftOver() const { return m_buffer; }

private:
    bool fill(int milliseconds = patience);

    QTcpSocket m_socket;
    QByteArray m_buffer;
};

/// "GET <target>" with a Host that the server accepts, and more fields ("X: y\r\n").
QByteArray getRequest(const QByteArray &target, const QByteArray &fields = {});
QByteArray postRequest(const QByteArray &target, const QByteArray &body,
                       const QByteArray &fields = {});
