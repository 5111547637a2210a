#pragma once

#include <QHash>
#include <QTcpServer>

/// Another server, written down to the byte: it answers by path, well, badly, slowly or not at all.
/// For a thread with an event loop.
class OtherServer : public QTcpServer
{
public:
    OtherServer();

    QByteArray host() const { return "127.0.0.1:" + QByteArray::number(serverPort()); }
    /// The whole answer to what is asked of a path, instead of the usual one.
    void setAnswer(const QByteArray &path, const QByteArray &bytes) { m_answers[path] = bytes; }

    QByteArrayList requests; ///< as they came, head and body
    int failures = 0;        ///< as many requests are answered 500 first

private:
    void take(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const QByteArray &request);

    QHash<QTcpSocket *, QByteArray> m_unfinished;
    QHash<QByteArray, QByteArray> m_answers;
};

/// An answer with this body and its length.
QByteArray wireAnswer(const QByteArray &status, const QByteArray &headers, const QByteArray &body);
