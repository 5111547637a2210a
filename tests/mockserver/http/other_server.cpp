#include "other_server.h"

#include <QTcpSocket>
#include <QTimer>

namespace
{

/// Of the body that a head announces.
qsizetype lengthIn(const QByteArray &head)
{
    for (const QByteArray &line : head.toLower().split('\n')) {
        if (line.startsWith("content-length:"))
            return line.mid(15).trimmed().toLongLong();
    }
    return 0;
}

} // namespace

QByteArray wireAnswer(const QByteArray &status, const QByteArray &headers, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\n" + headers +
           "content-length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

OtherServer::OtherServer()
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(socket); });
            connect(socket, &QObject::destroyed, this,
                    [this, socket] { m_unfinished.remove(socket); });
        }
    });
}

void OtherServer::take(QTcpSocket *socket)
{
    QByteArray &bytes = m_unfinished[socket];
    bytes += socket->readAll();
    while (true) {
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        const qsizetype size = end < 0 ? -1 : end + 4 + lengthIn(bytes.first(end));
        if (size < 0 || bytes.size() < size)
            return;
        const QByteArray request = bytes.first(size);
        bytes.remove(0, size);
        requests.append(request);
        answer(socket, request);
    }
}

void OtherServer::answer(QTcpSocket *socket, const QByteArray &request)
{
    const QByteArray path = request.split(' ').value(1);
    if (path == "/silent")
        return;
    if (path == "/vanish") {
        socket->disconnectFromHost();
        return;
    }
    if (path == "/cut") {
        socket->write("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{");
        socket->disconnectFromHost();
        return;
    }
    QByteArray status = path == "/gone" ? "404 Not Found" : "200 OK";
    if (failures > 0) {
        --failures;
        status = "500 Internal Server Error";
    }
    const QByteArray body = path == "/text" ? "no json" : R"({"name":"Zoë","stars":3,"secret":1})";
    const QByteArray bytes = m_answers.value(path, wireAnswer(status, {}, body));
    if (path == "/slow")
        QTimer::singleShot(600, socket, [socket, bytes] { socket->write(bytes); });
    else
        socket->write(bytes);
}
