#pragma once

#include "mockserver/engine/exchange.h"

#include <QSet>

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace Mock
{

/// Carries exchanges from the I/O threads to the one that shows them. Each thread has a lane, so
/// they never wait for each other; a lane drops its oldest when nobody takes them, but for the
/// ends of those that somebody has seen under way: of them it drops the bodies alone.
class ExchangeFeed
{
public:
    /// `notify` is called on an I/O thread when there is something to take, once until take().
    ExchangeFeed(int lanes, std::function<void()> notify);

    void setWanted(bool wanted) { m_wanted.store(wanted, std::memory_order_relaxed); }
    bool isWanted() const { return m_wanted.load(std::memory_order_relaxed); }
    void setBeginsWanted(bool wanted)
    {
        m_areBeginsWanted.store(wanted, std::memory_order_relaxed);
    }
    bool areBeginsWanted() const { return m_areBeginsWanted.load(std::memory_order_relaxed); }

    /// One that is under way, as far as it has come. Not shown when it ends before anybody looks.
    void begin(int lane, Exchange &&exchange);
    void add(int lane, Exchange &&exchange);
    /// One that was added before, with what its tasks have come to since.
    void update(int lane, Exchange &&exchange);

    /// Each in order of number.
    struct Batch {
        QList<Exchange> begun; ///< and still under way, as it was last
        QList<Exchange> finished;
        QList<Exchange> updated; ///< as it was last
    };
    Batch take();

private:
    enum class Kind { Begun, Finished, Updated };
    struct Entry {
        Exchange exchange;
        Kind kind = Kind::Finished;
    };
    struct Lane {
        std::mutex mutex;
        std::deque<Entry> waiting;
        qint64 bytes = 0; ///< of the bodies
        QSet<quint64> shown;        ///< taken while they were under way, which they may be still
        std::vector<Exchange> ends; ///< of those, dropped from `waiting`
    };

    void put(int lane, Entry &&entry);
    static QList<Exchange> &listOf(Kind kind, Batch *batch);

    std::vector<std::unique_ptr<Lane>> m_lanes;
    std::function<void()> m_notify;
    std::atomic<bool> m_wanted = false;
    std::atomic<bool> m_areBeginsWanted = false;
    std::atomic<bool> m_isNotified = false;
};

} // namespace Mock
