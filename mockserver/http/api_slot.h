#pragma once

#include "mockserver/engine/engine.h"

#include <atomic>
#include <mutex>

namespace Mock
{

/// The design that answers, handed from the thread that edits it to those that serve. They keep a
/// copy of the pointer each and look at the generation only, so that a request takes no lock.
class ApiSlot
{
public:
    void set(CompiledApiPointer api)
    {
        // What was there before is released outside the lock, it may be large.
        const std::lock_guard lock(m_mutex);
        m_api.swap(api);
        m_generation.fetch_add(1, std::memory_order_release);
    }

    /// Brings the copy up to date.
    void refresh(CompiledApiPointer &copy, quint64 &generation) const
    {
        if (m_generation.load(std::memory_order_acquire) == generation)
            return;
        const std::lock_guard lock(m_mutex);
        copy = m_api;
        generation = m_generation.load(std::memory_order_relaxed);
    }

private:
    mutable std::mutex m_mutex;
    CompiledApiPointer m_api;
    std::atomic<quint64> m_generation = 0;
};

} // namespace Mock
