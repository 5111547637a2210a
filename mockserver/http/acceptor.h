#pragma once

#include <QTcpServer>
#include <QTimer>

namespace Mock
{

struct Service;

/// Listens, and hands what it accepts to the workers in turn.
class Acceptor : public QTcpServer
{
public:
    explicit Acceptor(Service &service);

    /// Settles the service's host guard. On failure returns why, as sentences for people.
    QString open();
    /// Hands out what waits to be accepted, then stops listening.
    void finish();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QString explain() const;
    void rest();

    Service &m_service;
    std::size_t m_next = 0; ///< mailbox
    QTimer m_rest;
};

} // namespace Mock
