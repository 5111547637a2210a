#include "mockserver/http/mailbox.h"

#include "mockserver/http/worker.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThread>

#include <utility>

namespace Mock
{

void Mailbox::open(Worker *reader)
{
    const std::lock_guard lock(m_mutex);
    m_reader = reader;
    m_thread = QThread::currentThreadId();
}

Mail Mailbox::close()
{
    const std::lock_guard lock(m_mutex);
    m_reader = nullptr;
    m_thread = nullptr;
    return std::exchange(m_mail, {});
}

Mail Mailbox::take()
{
    const std::lock_guard lock(m_mutex);
    m_isWoken = false;
    return std::exchange(m_mail, {});
}

template<typename Put>
bool Mailbox::post(Put put)
{
    const std::lock_guard lock(m_mutex);
    if (!m_reader)
        return false;
    put(m_mail);
    // Under the lock, so that the reader cannot close and go meanwhile.
    if (!std::exchange(m_isWoken, true))
        QCoreApplication::postEvent(m_reader, new QEvent(QEvent::User));
    return true;
}

bool Mailbox::post(const Arrival &arrival)
{
    return post([&arrival](Mail &mail) { mail.arrivals.push_back(arrival); });
}

void Mailbox::postNewApi()
{
    post([](Mail &mail) { mail.hasNewApi = true; });
}

void Mailbox::postStop()
{
    post([](Mail &mail) { mail.mustStop = true; });
}

void Mailbox::deliver(Answer &&answer)
{
    // The reader changes in its own thread only, so there it may be looked at without the lock.
    if (m_thread.load(std::memory_order_relaxed) == QThread::currentThreadId() &&
        m_reader->isHandling(answer.connection, answer.sequence)) {
        m_reader->deliver(std::move(answer));
        return;
    }
    post([&answer](Mail &mail) { mail.answers.push_back(std::move(answer)); });
}

} // namespace Mock
