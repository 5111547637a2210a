#pragma once

#include <QtGlobal>

#include <ctime>

/// The milliseconds that this thread has worked, where the platform counts them: whatever else the
/// machine does is not in them.
inline double workMilliseconds()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
#else
    return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
#endif
}

/// Bounds work that could run away. It is no claim of speed.
class WorkTimer
{
public:
    void start() { m_start = workMilliseconds(); }

    /// Milliseconds of work since start(), or since the timer was made, as a build without
    /// sanitizers would have them: those work some ten times slower.
    qint64 elapsed() const
    {
        return static_cast<qint64>((workMilliseconds() - m_start) / slowness);
    }

private:
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    static constexpr double slowness = 10;
#else
    static constexpr double slowness = 1;
#endif

    double m_start = workMilliseconds();
};
