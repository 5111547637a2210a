#include "mockserver/script/script_watchdog.h"

#include <QFile>
#include <QJSEngine>

#include <algorithm>
#include <utility>

#ifdef Q_OS_LINUX
#include <pthread.h>
#endif

namespace Mock
{

namespace
{

using namespace std::chrono_literals;

constexpr auto pulse = 20ms;      ///< between two looks at the memory
constexpr long mostPages = 65536; ///< 256 MiB of 4 KiB each, on top of what there was

/// Resident memory of the program in pages; 0 where /proc is not there.
long residentPages()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return 0;
    return file.read(200).split(' ').value(1).toLong();
}

} // namespace

ScriptWatchdog::ScriptWatchdog(QJSEngine *engine)
    : m_engine(engine)
    , m_thread([this] { run(); })
{
}

ScriptWatchdog::~ScriptWatchdog()
{
    {
        const std::lock_guard lock(m_mutex);
        m_mustEnd = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void ScriptWatchdog::arm(std::chrono::milliseconds limit)
{
    bool mustWake = false;
    {
        const std::lock_guard lock(m_mutex);
        m_deadline = Clock::now() + limit;
        m_pages = 0;
        m_isInterrupted = false;
        mustWake = std::exchange(m_isIdle, false);
    }
    if (mustWake)
        m_wake.notify_one();
}

bool ScriptWatchdog::disarm()
{
    const std::lock_guard lock(m_mutex);
    m_deadline = Clock::time_point::max();
    if (!m_isInterrupted)
        return false;
    m_engine->setInterrupted(false);
    return true;
}

void ScriptWatchdog::run()
{
#ifdef Q_OS_LINUX
    pthread_setname_np(pthread_self(), "script watchdog"); // 15 characters are the most
#endif
    std::unique_lock lock(m_mutex);
    while (!m_mustEnd) {
        if (m_deadline == Clock::time_point::max() || m_isInterrupted) {
            // Most expressions end long before the next pulse; only when nothing came for one
            // does the thread go to sleep for good.
            if (m_wake.wait_for(lock, pulse, [this] { return m_mustEnd; }))
                return;
            if (m_deadline != Clock::time_point::max() && !m_isInterrupted)
                continue;
            m_isIdle = true;
            m_wake.wait(lock, [this] { return m_mustEnd || !m_isIdle; });
            continue;
        }
        const auto until = std::min(m_deadline, Clock::now() + pulse);
        m_wake.wait_until(lock, until, [this] { return m_mustEnd; });
        if (m_mustEnd || m_deadline == Clock::time_point::max())
            continue;
        const long pages = residentPages();
        if (m_pages == 0)
            m_pages = pages;
        if (Clock::now() >= m_deadline || pages - m_pages > mostPages) {
            m_isInterrupted = true;
            m_engine->setInterrupted(true);
        }
    }
}

} // namespace Mock
