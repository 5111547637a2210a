#include "mockserver/http/reply.h"

#include "mockserver/http/mailbox.h"
#include "mockserver/wire/response_writer.h"

#include <utility>

namespace Mock
{

Reply::Reply(std::shared_ptr<Mailbox> mailbox, quint64 connection, quint64 sequence)
    : m_mailbox(std::move(mailbox))
    , m_connection(connection)
    , m_sequence(sequence)
{
}

Reply::Reply(Reply &&other) noexcept
    : m_mailbox(std::exchange(other.m_mailbox, nullptr))
    , m_connection(other.m_connection)
    , m_sequence(other.m_sequence)
{
}

Reply &Reply::operator=(Reply &&other) noexcept
{
    // What this promised until now passes to the one that goes out of scope, which keeps it.
    std::swap(m_mailbox, other.m_mailbox);
    std::swap(m_connection, other.m_connection);
    std::swap(m_sequence, other.m_sequence);
    return *this;
}

Reply::~Reply()
{
    if (!m_mailbox)
        return;
    Exchange exchange;
    exchange.response = refusal({500, "The server has made no answer to this request."});
    finish(std::move(exchange));
}

void Reply::finish(Exchange &&exchange)
{
    if (const std::shared_ptr<Mailbox> mailbox = std::exchange(m_mailbox, nullptr))
        mailbox->deliver({m_connection, m_sequence, std::move(exchange)});
}

} // namespace Mock
