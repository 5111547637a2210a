#pragma once

#include "mockserver/engine/exchange.h"

#include <Qt>

#include <atomic>
#include <mutex>
#include <vector>

namespace Mock
{

class Worker;

/// An answer on its way to the connection that asked.
struct Answer {
    quint64 connection = 0;
    quint64 sequence = 0; ///< of the request in its connection
    Exchange exchange;
};

/// A socket that was accepted, on its way to the thread that serves it.
struct Arrival {
    qintptr descriptor = -1;
    bool isOneTooMany = false; ///< to be answered 503
};

struct Mail {
    std::vector<Arrival> arrivals;
    std::vector<Answer> answers;
    bool hasNewApi = false;
    bool mustStop = false;
};

/// What other threads have for a worker. Outlives it, so that those who come late find a closed
/// box instead of nothing.
class Mailbox
{
public:
    void open(Worker *reader); ///< in the worker's thread
    Mail close();              ///< in the worker's thread; returns what was not read
    Mail take();

    bool post(const Arrival &arrival); ///< false when closed: the descriptor is still the caller's
    void postNewApi();
    void postStop();
    /// At once when it is for the request that the calling thread is handling, else through the
    /// box. Dropped when closed.
    void deliver(Answer &&answer);

private:
    template<typename Put>
    bool post(Put put);

    std::mutex m_mutex;
    Mail m_mail;
    bool m_isWoken = false;
    Worker *m_reader = nullptr;
    std::atomic<Qt::HANDLE> m_thread = nullptr; ///< of the reader
};

} // namespace Mock
