#pragma once

#include "mockserver/engine/exchange.h"

#include <functional>
#include <memory>

namespace Mock
{

class Mailbox;

/// The promise to answer one request, exactly once, on any thread and at any later time.
/// Answers of one connection leave in the order of its requests. An answer whose client has
/// gone, or whose server has stopped, is dropped.
class Reply
{
public:
    Reply(std::shared_ptr<Mailbox> mailbox, quint64 connection, quint64 sequence);
    Reply(Reply &&other) noexcept;
    Reply &operator=(Reply &&other) noexcept;
    Reply(const Reply &) = delete;
    Reply &operator=(const Reply &) = delete;
    ~Reply(); ///< answers 500 when nothing was answered, so that no client waits for ever

    /// Sends exchange.response. The server fills number and time, and nanoseconds when they are 0.
    void finish(Exchange &&exchange);
    bool isFinished() const { return !m_mailbox; }

private:
    std::shared_ptr<Mailbox> m_mailbox; ///< null once answered or moved from
    quint64 m_connection = 0;
    quint64 m_sequence = 0;
};

/// Answers a request with reply.finish(), at once or later. Called on the I/O threads, several at
/// a time; it must not throw, and what it does at once holds up the connections of its thread.
using Handler = std::function<void(Request &&request, Reply &&reply)>;

} // namespace Mock
