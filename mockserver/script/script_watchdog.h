#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

class QJSEngine;

namespace Mock
{

/// Interrupts the expressions of one engine when they take too long or too much memory. A thread of
/// its own, which sleeps while nothing runs.
class ScriptWatchdog
{
public:
    explicit ScriptWatchdog(QJSEngine *engine);
    ~ScriptWatchdog();

    void arm(std::chrono::milliseconds limit);
    /// True when the engine was interrupted since arm().
    bool disarm();

private:
    using Clock = std::chrono::steady_clock;
    void run();

    QJSEngine *m_engine;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    Clock::time_point m_deadline = Clock::time_point::max(); ///< max: nothing runs
    long m_pages = 0;                                        ///< of memory when it was armed
    bool m_isIdle = false;                                   ///< the thread waits to be woken
    bool m_isInterrupted = false;
    bool m_mustEnd = false;
    std::thread m_thread; ///< last: begins when all else is there
};

} // namespace Mock
